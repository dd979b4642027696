// The lines of a streamed reply, for the operation that owns it: hands each line on until the operation is
// done, else ends with the reason why no more will come.
#pragma once

#include "net/Http.h"
#include "net/Ndjson.h"

#include <functional>

namespace ollama {

class LineStream : public QObject
{
    Q_OBJECT
public:
    // Unreadable lines are skipped; three in a row mean that this is no stream of lines at all.
    enum class Line { Read, Unreadable };

    LineStream(base::Operation &operation, net::HttpExchange *exchange,
               std::function<Line(QByteArrayView)> read, std::function<void(const base::Error &)> end);

    void stop();

private:
    void receive(const QByteArray &bytes);
    void finish(const net::HttpResponse &response);
    void handle(QByteArrayView line);
    void give(const base::Error &error);

    base::Operation &m_operation; // our parent
    QPointer<net::HttpExchange> m_exchange;
    net::Ndjson m_framer;
    std::function<Line(QByteArrayView)> m_read;
    std::function<void(const base::Error &)> m_end;
    int m_unreadable = 0; // in a row
    bool m_hasRead = false;
};

} // namespace ollama
