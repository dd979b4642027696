// How Ollama writes an answer: one line of JSON for each piece.
#pragma once

#include "net/Ndjson.h"
#include "ollama/Parse.h"

namespace ollama {

class ChatFormat : public wire::ChatFormat
{
public:
    std::unique_ptr<net::Framer> makeFramer() const override { return std::make_unique<net::Ndjson>(); }
    base::Result<wire::ChatFrame> read(QByteArrayView line) override { return parseChatFrame(line); }
    wire::FailureReader failureReader() const override { return &parseFailure; }
    backend::ServerKind kind() const override { return backend::ServerKind::Ollama; }
};

} // namespace ollama
