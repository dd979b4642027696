// A pull as the server reports it. Made by OllamaBackend.
#pragma once

#include "backend/Operations.h"
#include "wire/ReplyStream.h"

namespace ollama {

class PullStream : public backend::PullOperation
{
public:
    PullStream(net::Http &http, const net::HttpRequest &request, QObject *parent);

protected:
    void stop() override { m_lines.stop(); }

private:
    wire::ReplyStream::Record read(QByteArrayView line);

    wire::ReplyStream &m_lines; // our child
};

} // namespace ollama
