// How an answer came about: what was asked, of whom and by which model. Noted when the question goes out.
// What the server counted is with the message; the messages that were sent are in the tree, which only
// grows. So the request can be made anew, and compared with what was sent. No key and no header is in it.
//
// As JSON, in the store and in files of ours:
//   {"asked": ISO 8601 in UTC, "server": {"id", "name", "url", "kind": "ollama" "openai", "version"},
//    "model", "digest", "options": see Parameters, "systemPrompt", "messages": n, "bytes": n, "sha256": hex,
//    "continued": [{"asked", "url", "after": n, "bytes": n, "sha256": hex}, …]}
// What is not known is left out.
#pragma once

#include "chat/Conversation.h"

#include <QUrl>

namespace chat {

// A request as it went out.
struct SentBody
{
    QDateTime asked; // UTC
    QUrl url;        // without user, query and fragment
    qint64 bytes = 0;
    QByteArray sha256; // of the body, hex; empty until it is saved

    bool operator==(const SentBody &) const = default;
};

// An answer that went on: the text it had was sent with it.
struct Continued
{
    SentBody sent;
    qint64 after = 0; // characters of the answer that were there

    bool operator==(const Continued &) const = default;
};

struct Receipt
{
    SentBody sent;
    QString serverId;   // of the one that was asked; empty = the one in use
    QString serverName; // of the one that answered, as the person named it; empty = its address tells
    backend::ServerKind kind = backend::ServerKind::Ollama;
    QString version; // of the server; empty = not known
    QString model;
    QString digest;                     // of the model, hex; empty = not known
    backend::GenerationOptions options; // as sent; an absent one was the server's own
    QString systemPrompt;               // and whatever else the model was told first; empty = nothing
    int messages = 0;                   // of the path above the answer, the nearest ones: see request()
    QList<Continued> continued;

    bool operator==(const Receipt &) const = default;
};

// What was sent, as what can be noted of it. `asked`: when.
Receipt receiptOf(const backend::ChatRequest &request, const backend::SentRequest &sent,
                  const QDateTime &asked);
// The first of the messages above its answer, oldest first, that were sent. More were where some are gone.
int firstSentRow(const Receipt &receipt, const QList<Message> &above);
// The request of this receipt.
backend::ChatRequest requestOf(const Receipt &receipt, const QList<Message> &above);

QByteArray toJson(const Receipt &receipt);
// Absent where it is none, or where it makes no sense.
std::optional<Receipt> receiptFrom(const QByteArray &json);

// With the digest of what was sent.
SentBody withDigest(SentBody sent, const QByteArray &body);

} // namespace chat
