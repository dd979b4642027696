// An answer as it streams in. Made by OllamaBackend.
#pragma once

#include "backend/Operations.h"
#include "ollama/LineStream.h"
#include "ollama/ThinkTags.h"

namespace ollama {

// More than this, in characters, is no answer: it fails with TooLarge, and what came is valid.
inline constexpr qsizetype maximumAnswer = 20'000'000;

class ChatStream : public backend::ChatOperation
{
public:
    ChatStream(net::Http &http, const net::HttpRequest &request, QObject *parent);

protected:
    void stop() override { m_lines.stop(); }

private:
    LineStream::Line read(QByteArrayView line);
    void give(const backend::ChatDelta &delta);
    void end(const base::Error &error);

    ThinkTags m_tags;
    qsizetype m_size = 0;
    LineStream &m_lines; // our child
};

} // namespace ollama
