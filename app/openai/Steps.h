// Several requests to one server, one after another, as one operation. Base of those that OpenAiBackend
// makes.
#pragma once

#include "base/ServerUrl.h"
#include "net/Http.h"

#include <QPointer>

#include <utility>

namespace openai {

template <typename Operation>
class Steps : public Operation
{
protected:
    Steps(net::Http &http, const base::Access &access, privacy::Purpose purpose, QObject *parent)
        : Operation(parent)
        , m_http(http)
        , m_access(access)
        , m_purpose(purpose)
    {
    }

    // `answered` gets the reply, whatever its status; the operation fails where there is none. A `body` is
    // posted.
    template <typename Answered>
    void ask(QStringView path, const QByteArray &body, Answered answered)
    {
        QObject::connect(send(path, body, usualPatience), &base::Operation::failed, this,
                         [this](const base::Error &error) { this->fail(error); });
        QObject::connect(m_exchange, &net::HttpExchange::finished, this, std::move(answered));
    }

    // Something that is good to know, of a server that has answered: what it does not answer it does not
    // tell.
    template <typename Answered>
    void askAside(QStringView path, const QByteArray &body, Answered answered)
    {
        QObject::connect(send(path, body, shortPatience), &base::Operation::failed, this,
                         [answered] { answered({}); });
        QObject::connect(m_exchange, &net::HttpExchange::finished, this, answered);
    }

    void stop() override
    {
        if (m_exchange) {
            m_exchange->disconnect(this);
            m_exchange->cancel();
        }
    }

private:
    static constexpr std::chrono::seconds usualPatience{30};
    static constexpr std::chrono::seconds shortPatience{5};

    net::HttpExchange *send(QStringView path, const QByteArray &body, std::chrono::milliseconds patience)
    {
        m_exchange = m_http.send({.method = body.isEmpty() ? "GET" : "POST",
                                  .url = base::endpoint(m_access.url, path),
                                  .access = m_access,
                                  .purpose = m_purpose,
                                  .body = body,
                                  .firstByteTimeout = patience,
                                  .totalTimeout = patience},
                                 this);
        return m_exchange;
    }

    net::Http &m_http;
    const base::Access m_access;
    const privacy::Purpose m_purpose;
    QPointer<net::HttpExchange> m_exchange;
};

} // namespace openai
