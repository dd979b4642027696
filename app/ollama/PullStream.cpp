#include "ollama/PullStream.h"

#include "net/Ndjson.h"
#include "ollama/Parse.h"

namespace ollama {

PullStream::PullStream(net::Http &http, const net::HttpRequest &request, QObject *parent)
    : PullOperation(parent)
    , m_lines(*new wire::ReplyStream(*this, http.send(request, this), std::make_unique<net::Ndjson>(),
                                     {[this](QByteArrayView line) { return read(line); }, &parseFailure,
                                      [this](const base::Error &error) { fail(error); }}))
{
}

wire::ReplyStream::Record PullStream::read(QByteArrayView line)
{
    const auto frame = parsePullFrame(line);
    if (!frame && frame.error().kind == base::Error::Kind::Protocol)
        return wire::ReplyStream::Record::Unreadable;
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
    return wire::ReplyStream::Record::Read;
}

} // namespace ollama
