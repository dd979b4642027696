#include "ollama/ChatStream.h"

#include "ollama/Parse.h"

namespace ollama {

ChatStream::ChatStream(net::Http &http, const net::HttpRequest &request, QObject *parent)
    : ChatOperation(parent)
    , m_lines(*new LineStream(
          *this, http.send(request, this), [this](QByteArrayView line) { return read(line); },
          [this](const base::Error &error) { end(error); }))
{
}

LineStream::Line ChatStream::read(QByteArrayView line)
{
    const auto frame = parseChatFrame(line);
    if (!frame) {
        if (frame.error().kind == base::Error::Kind::Protocol)
            return LineStream::Line::Unreadable;
        end(frame.error());
        return LineStream::Line::Read;
    }

    const QPointer<ChatStream> self(this);
    backend::ChatDelta delta = m_tags.add(frame->delta.text);
    delta.thinking.prepend(frame->delta.thinking);
    give(delta);
    if (self && frame->summary)
        give(m_tags.finish());
    if (self && m_size > maximumAnswer)
        fail({base::Error::Kind::TooLarge, {}});
    else if (self && frame->summary)
        succeed([this, &frame] {
            m_lines.stop();
            Q_EMIT finished(*frame->summary);
        });
    return LineStream::Line::Read;
}

void ChatStream::give(const backend::ChatDelta &delta)
{
    m_size += delta.text.size() + delta.thinking.size();
    if (!delta.text.isEmpty() || !delta.thinking.isEmpty())
        Q_EMIT received(delta);
}

void ChatStream::end(const base::Error &error)
{
    const QPointer<ChatStream> self(this);
    give(m_tags.finish());
    if (self)
        fail(error);
}

} // namespace ollama
