// A pull as the server reports it. Made by OllamaBackend.
#pragma once

#include "backend/Operations.h"
#include "ollama/LineStream.h"

namespace ollama {

class PullStream : public backend::PullOperation
{
public:
    PullStream(net::Http &http, const net::HttpRequest &request, QObject *parent);

protected:
    void stop() override { m_lines.stop(); }

private:
    LineStream::Line read(QByteArrayView line);

    LineStream &m_lines; // our child
};

} // namespace ollama
