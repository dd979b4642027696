// Conversations in a file of our own: JSON in UTF-8, everything that the store has of them.
//
//   {"format": "inkstone-conversations", "version": 1, "program": "Inkstone 0.1.0", "exported": TIME,
//    "conversations": [
//     {"id": "1234", "title": …, "model": …, "server": …, "systemPrompt": …, "draft": …, "created": TIME,
//      "updated": TIME, "leaf": ID of the last message of the branch that is shown, "pinned": bool,
//      "archived": bool, "folder": [name] or [name of the outer one, name], "assistant": ID or null,
//      "parameters": as in chat/Parameters.h, "cut": null or {"after": ID of the last message left out of
//      requests, "summary": …, "since": TIME}, "draftAttachments": as "attachments" below, "messages": [
//       {"id": "5678", "parent": ID or null, "role": "system" "user" "assistant", "text": Markdown,
//        "thinking": …, "state": "complete" "stopped" "interrupted" "failed", "model": …, "server": …,
//        "created": TIME, "firstTokenMs": n, "thinkingMs": n,
//        "summary": {"reason": "stop" "length" "load" "unload" "other", "promptTokens": n, "answerTokens": n,
//                    "totalNs": n, "loadNs": n, "promptNs": n, "generationNs": n},
//        "error": {"kind": …, "detail": …} or null, "receipt": how an answer came about, see chat/Receipt.h;
//        left out where that is not known,
//        "attachments": [{"kind": "image" "text", "name": …, "width": n, "height": n, "content": BASE64},
//        …]},
//       …]}, …]}
//
// "format" is the first member, "conversations" the last. A message stands after its parent, versions of one
// in their order. TIME is ISO 8601 in UTC with milliseconds, or null. Ids are decimal numbers of 63 bits in
// quotes, for many programs read numbers as doubles. "attachments" is what was sent with a question, and not
// there where that is nothing, as "draftAttachments", what is with the draft, and "folder"; images are PNG
// or JPEG files, text is UTF-8. Members that are not known are passed over; a version above 1 is not read.
// Pure; the only place that knows these names.
#pragma once

#include "exchange/ElementReader.h"
#include "exchange/Source.h"
#include "wire/Json.h"

namespace exchange {

inline constexpr char ownList[] = "conversations";
// What ElementReader sets aside: a conversation may have more images than there is memory.
inline constexpr char ownContent[] = "content";

// The beginning of a file, what goes between, and its end. In order: start, then for each conversation its
// head, each attachment of its draft, the head's tail, for each of its messages that, each of its attachments
// and the message's tail (`isFirst`: nothing of the kind stands before it), and the tail, then the end.
QByteArray ownStart(const QDateTime &exported);
QByteArray ownHead(const chat::ConversationTree &head, bool isFirst);
QByteArray ownHeadTail(const chat::ConversationTree &head);
QByteArray ownMessage(const chat::Message &message, const std::optional<chat::Receipt> &receipt,
                      bool isFirst);
QByteArray ownAttachment(const chat::Attachment &attachment, const QByteArray &content, bool isFirst);
QByteArray ownMessageTail(const chat::Message &message);
QByteArray ownTail();
QByteArray ownEnd();

// Whether a file with this header is ours, and NewerData where this program is too old for it.
base::Result<bool> isOwn(const QByteArray &header);
// Whether it is what this program would have kept.
bool isFit(const chat::Attachment &attachment, const QByteArray &content);
// What was set aside, decoded. Fails with Damaged where it is no attachment's content, with Storage where it
// cannot be read.
base::Result<QByteArray> ownContentAt(QIODevice &file, const ElementReader::Aside &place);
// Reads what was set aside by its number; fails as ownContentAt().
using ContentAt = std::function<base::Result<QByteArray>(qint64 number)>;
// `numbers`: where the contents of what the tree has are.
Taken fromOwn(const wire::Json &entry, const ContentAt &contentAt, QHash<chat::Id, qint64> &numbers);

} // namespace exchange
