#include "wire/ReplyStream.h"

#include "base/Busy.h"
#include "wire/Json.h"

namespace wire {
namespace {

constexpr int maximumUnreadable = 3;

} // namespace

ReplyStream::ReplyStream(base::Operation &operation, net::HttpExchange *exchange,
                         std::unique_ptr<net::Framer> framer, Reader reader)
    : QObject(&operation)
    , m_operation(operation)
    , m_exchange(exchange)
    , m_secrets(exchange->secrets())
    , m_framer(std::move(framer))
    , m_reader(std::move(reader))
{
    connect(exchange, &net::HttpExchange::received, this, &ReplyStream::receive);
    connect(exchange, &net::HttpExchange::finished, this, &ReplyStream::finish);
    connect(exchange, &net::HttpExchange::failed, this, &ReplyStream::give);
}

void ReplyStream::stop()
{
    if (!m_exchange)
        return;
    m_exchange->disconnect(this);
    m_exchange->cancel();
}

// Whoever reads a record may delete the operation, and us with it.
void ReplyStream::receive(const QByteArray &bytes)
{
    const QPointer<ReplyStream> self(this);
    m_framer->add(bytes);
    while (self && !m_operation.isDone()) {
        const auto record = m_framer->next();
        if (!record)
            break;
        handle(base::withoutSecrets(*record, m_secrets));
    }
    if (self && m_framer->isTooLong())
        give({base::Error::Kind::TooLarge, {}});
}

void ReplyStream::finish(const net::HttpResponse &response)
{
    if (!response.isSuccess()) {
        const base::Error error = m_reader.failure(response.status, response.body);
        const bool isTold = error.kind == base::Error::Kind::Busy && response.retryAfter.isValid();
        return give(isTold ? base::busyUntil(response.retryAfter, error.detail) : error);
    }
    const QPointer<ReplyStream> self(this);
    if (const auto record = m_framer->rest())
        handle(base::withoutSecrets(*record, m_secrets));
    if (!self)
        return;
    const bool isNoStream = m_unreadable > 0 && !m_hasRead;
    give({isNoStream ? base::Error::Kind::Protocol : base::Error::Kind::Interrupted, {}});
}

void ReplyStream::handle(QByteArrayView record)
{
    const QPointer<ReplyStream> self(this);
    const Record result = m_reader.read(record);
    if (!self)
        return;
    m_unreadable = result == Record::Read ? 0 : m_unreadable + 1;
    m_hasRead = m_hasRead || result == Record::Read;
    if (m_unreadable == maximumUnreadable)
        give(notUnderstood(record));
}

void ReplyStream::give(const base::Error &error)
{
    if (!m_operation.isDone())
        m_reader.end(error);
}

} // namespace wire
