#include "ollama/LineStream.h"

#include "base/Text.h"
#include "ollama/Parse.h"

#include <algorithm>

namespace ollama {
namespace {

constexpr int maximumUnreadable = 3;

} // namespace

LineStream::LineStream(base::Operation &operation, net::HttpExchange *exchange,
                       std::function<Line(QByteArrayView)> read, std::function<void(const base::Error &)> end)
    : QObject(&operation)
    , m_operation(operation)
    , m_exchange(exchange)
    , m_read(std::move(read))
    , m_end(std::move(end))
{
    connect(exchange, &net::HttpExchange::received, this, &LineStream::receive);
    connect(exchange, &net::HttpExchange::finished, this, &LineStream::finish);
    connect(exchange, &net::HttpExchange::failed, this, &LineStream::give);
}

void LineStream::stop()
{
    if (!m_exchange)
        return;
    m_exchange->disconnect(this);
    m_exchange->cancel();
}

// Whoever reads a line may delete the operation, and us with it.
void LineStream::receive(const QByteArray &bytes)
{
    const QPointer<LineStream> self(this);
    m_framer.add(bytes);
    while (self && !m_operation.isDone()) {
        const auto line = m_framer.next();
        if (!line)
            break;
        handle(*line);
    }
    if (self && m_framer.isTooLong())
        give({base::Error::Kind::TooLarge, {}});
}

void LineStream::finish(const net::HttpResponse &response)
{
    if (!response.isSuccess())
        return give(parseFailure(response.status, response.body));
    const QPointer<LineStream> self(this);
    if (const auto line = m_framer.rest())
        handle(*line);
    if (!self)
        return;
    const bool isNoStream = m_unreadable > 0 && !m_hasRead;
    give({isNoStream ? base::Error::Kind::Protocol : base::Error::Kind::Interrupted, {}});
}

void LineStream::handle(QByteArrayView line)
{
    const QPointer<LineStream> self(this);
    const Line result = m_read(line);
    if (!self)
        return;
    m_unreadable = result == Line::Read ? 0 : m_unreadable + 1;
    m_hasRead = m_hasRead || result == Line::Read;
    if (m_unreadable == maximumUnreadable) {
        const QByteArrayView start = line.first(std::min<qsizetype>(line.size(), 300));
        give({base::Error::Kind::Protocol, base::displayLine(QString::fromUtf8(start))});
    }
}

void LineStream::give(const base::Error &error)
{
    if (!m_operation.isDone())
        m_end(error);
}

} // namespace ollama
