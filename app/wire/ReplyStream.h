// The records of a streamed reply, for the operation that owns it: hands each on until the operation is done,
// else ends with the reason why no more will come.
#pragma once

#include "net/Framer.h"
#include "net/Http.h"

#include <functional>
#include <memory>

namespace wire {

// What a reply other than 2xx means.
using FailureReader = base::Error (*)(int status, QByteArrayView body);

class ReplyStream : public QObject
{
    Q_OBJECT
public:
    // Unreadable records are skipped; three in a row mean that this is no such stream at all.
    enum class Record { Read, Unreadable };

    struct Reader
    {
        std::function<Record(QByteArrayView)> read;
        FailureReader failure;
        std::function<void(const base::Error &)>
            end; // called at most once, and not once the operation is done
    };

    ReplyStream(base::Operation &operation, net::HttpExchange *exchange, std::unique_ptr<net::Framer> framer,
                Reader reader);

    void stop();

private:
    void receive(const QByteArray &bytes);
    void finish(const net::HttpResponse &response);
    void handle(QByteArrayView record);
    void give(const base::Error &error);

    base::Operation &m_operation; // our parent
    QPointer<net::HttpExchange> m_exchange;
    QByteArrayList m_secrets;
    std::unique_ptr<net::Framer> m_framer;
    Reader m_reader;
    int m_unreadable = 0; // in a row
    bool m_hasRead = false;
};

} // namespace wire
