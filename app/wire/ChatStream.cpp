#include "wire/ChatStream.h"

namespace wire {

ChatStream::ChatStream(net::Http &http, const net::HttpRequest &request, std::unique_ptr<ChatFormat> format,
                       QObject *parent)
    : ChatOperation(parent)
    , m_format(std::move(format))
    , m_records(
          *new ReplyStream(*this, http.send(request, this), m_format->makeFramer(),
                           {[this](QByteArrayView record) { return read(record); }, m_format->failureReader(),
                            [this](const base::Error &error) { end(error); }}))
{
    // Nobody listens while it is being made.
    const backend::SentRequest told{m_format->kind(), request.url, request.body};
    QMetaObject::invokeMethod(
        this,
        [this, told] {
            if (!isDone())
                Q_EMIT sent(told);
        },
        Qt::QueuedConnection);
}

ReplyStream::Record ChatStream::read(QByteArrayView record)
{
    const auto frame = m_format->read(record);
    if (!frame) {
        if (frame.error().kind == base::Error::Kind::Protocol)
            return ReplyStream::Record::Unreadable;
        end(frame.error());
        return ReplyStream::Record::Read;
    }

    const QPointer<ChatStream> self(this);
    backend::ChatDelta delta = m_tags.add(frame->delta.text);
    delta.thinking.prepend(frame->delta.thinking);
    give(delta);
    if (self && frame->summary)
        complete(*frame->summary);
    else if (self && m_size > maximumAnswer)
        fail({base::Error::Kind::TooLarge, {}});
    return ReplyStream::Record::Read;
}

void ChatStream::give(const backend::ChatDelta &delta)
{
    m_size += delta.text.size() + delta.thinking.size();
    if (!delta.text.isEmpty() || !delta.thinking.isEmpty())
        Q_EMIT received(delta);
}

void ChatStream::complete(const backend::ChatSummary &summary)
{
    const QPointer<ChatStream> self(this);
    give(m_tags.finish());
    if (self && m_size > maximumAnswer)
        fail({base::Error::Kind::TooLarge, {}});
    else if (self)
        succeed([this, &summary] {
            m_records.stop();
            Q_EMIT finished(summary);
        });
}

void ChatStream::end(const base::Error &error)
{
    if (const auto summary = m_format->completion(); summary && error.kind == base::Error::Kind::Interrupted)
        return complete(*summary);
    const QPointer<ChatStream> self(this);
    give(m_tags.finish());
    if (self)
        fail(error);
}

} // namespace wire
