// A request with a whole reply, as an operation; and one that is refused before anything is sent. Made by the
// backends.
#pragma once

#include "base/Operation.h"
#include "net/Http.h"
#include "wire/ReplyStream.h"

#include <type_traits>

namespace wire {

// `Parse` turns the body of a success into what the operation finishes with (Result<Value>).
template <typename Operation, typename Parse>
class Call : public Operation
{
public:
    Call(net::Http &http, const net::HttpRequest &request, Parse parse, FailureReader failure,
         QObject *parent)
        : Operation(parent)
        , m_exchange(http.send(request, this))
    {
        QObject::connect(m_exchange, &net::HttpExchange::failed, this,
                         [this](const base::Error &error) { this->fail(error); });
        QObject::connect(m_exchange, &net::HttpExchange::finished, this,
                         [this, parse, failure](const net::HttpResponse &response) {
                             if (response.isSuccess())
                                 end(parse(response.body));
                             else
                                 this->fail(failure(response.status, response.body));
                         });
    }

protected:
    void stop() override
    {
        if (m_exchange) {
            m_exchange->disconnect(this);
            m_exchange->cancel();
        }
    }

private:
    template <typename Value>
    void end(const base::Result<Value> &result)
    {
        if (!result)
            return this->fail(result.error());
        this->succeed([this, &result] {
            if constexpr (std::is_void_v<Value>)
                Q_EMIT this->finished();
            else
                Q_EMIT this->finished(*result);
        });
    }

    QPointer<net::HttpExchange> m_exchange;
};

template <typename Operation>
class Refused : public Operation
{
public:
    Refused(const base::Error &error, QObject *parent)
        : Operation(parent)
    {
        QMetaObject::invokeMethod(this, [this, error] { this->fail(error); }, Qt::QueuedConnection);
    }

protected:
    void stop() override {}
};

} // namespace wire
