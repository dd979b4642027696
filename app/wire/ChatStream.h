// An answer as it streams in. Made by a backend, which says how its kind of server writes one.
#pragma once

#include "backend/Operations.h"
#include "wire/ReplyStream.h"
#include "wire/ThinkTags.h"

#include <optional>

namespace wire {

// More than this, in characters, is no answer: it fails with TooLarge, and what came is valid.
inline constexpr qsizetype maximumAnswer = 20'000'000;

// A record of a chat. The summary is there in the last one only.
struct ChatFrame
{
    backend::ChatDelta delta;
    std::optional<backend::ChatSummary> summary;

    bool operator==(const ChatFrame &) const = default;
};

// How a kind of server writes an answer. One per answer.
class ChatFormat
{
public:
    virtual ~ChatFormat() = default;

    virtual std::unique_ptr<net::Framer> makeFramer() const = 0;
    // Fails with Protocol where the record cannot be read, with another kind where it reports an error.
    virtual base::Result<ChatFrame> read(QByteArrayView record) = 0;
    // The connection ended without a summary: one where what was read is a complete answer all the same.
    virtual std::optional<backend::ChatSummary> completion() const { return std::nullopt; }
    virtual FailureReader failureReader() const = 0;
    virtual backend::ServerKind kind() const = 0;
};

class ChatStream : public backend::ChatOperation
{
public:
    ChatStream(net::Http &http, const net::HttpRequest &request, std::unique_ptr<ChatFormat> format,
               QObject *parent);

protected:
    void stop() override { m_records.stop(); }

private:
    ReplyStream::Record read(QByteArrayView record);
    void give(const backend::ChatDelta &delta);
    void complete(const backend::ChatSummary &summary);
    void end(const base::Error &error);

    std::unique_ptr<ChatFormat> m_format;
    ThinkTags m_tags;
    qsizetype m_size = 0;
    ReplyStream &m_records; // our child
};

} // namespace wire
