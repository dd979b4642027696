#include "ollama/PullStream.h"

#include "ollama/Parse.h"

namespace ollama {

PullStream::PullStream(net::Http &http, const net::HttpRequest &request, QObject *parent)
    : PullOperation(parent)
    , m_lines(*new LineStream(
          *this, http.send(request, this), [this](QByteArrayView line) { return read(line); },
          [this](const base::Error &error) { fail(error); }))
{
}

LineStream::Line PullStream::read(QByteArrayView line)
{
    const auto frame = parsePullFrame(line);
    if (!frame && frame.error().kind == base::Error::Kind::Protocol)
        return LineStream::Line::Unreadable;
    if (!frame) {
        fail(frame.error());
    } else if (frame->isSuccess) {
        succeed([this] {
            m_lines.stop();
            Q_EMIT finished();
        });
    } else {
        Q_EMIT progressed(frame->step);
    }
    return LineStream::Line::Read;
}

} // namespace ollama
