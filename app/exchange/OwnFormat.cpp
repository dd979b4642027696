#include "exchange/OwnFormat.h"

#include "base/Text.h"
#include "chat/Folder.h"
#include "chat/Parameters.h"
#include "chat/QuotedFile.h"
#include "chat/StoredWords.h"

#include <QSet>

#include <limits>

using namespace Qt::StringLiterals;
using wire::answerText;
using wire::Json;
using wire::member;
using wire::rawText;

namespace exchange {

namespace rows = chat::rows;

namespace {

// Members in the order they are given, for people look into such files.
using OrderedJson = nlohmann::ordered_json;

constexpr int version = 1;
constexpr char formatName[] = "inkstone-conversations";

std::string utf8(const QString &text)
{
    return text.toStdString();
}

OrderedJson timeJson(const QDateTime &time)
{
    return time.isValid() ? OrderedJson(utf8(time.toUTC().toString(Qt::ISODateWithMs))) : OrderedJson();
}

OrderedJson idJson(chat::Id id)
{
    return id == 0 ? OrderedJson() : OrderedJson(std::to_string(id));
}

// Also where nothing is left out any more: since when tells which counts of tokens still hold.
OrderedJson cutJson(const chat::Conversation &conversation)
{
    if (conversation.cut == chat::Cut() && !conversation.countedSince.isValid())
        return nullptr;
    OrderedJson cut;
    cut["after"] = idJson(conversation.cut.after);
    cut["summary"] = utf8(conversation.cut.summary);
    cut["since"] = timeJson(conversation.countedSince);
    return cut;
}

QByteArray toBytes(const OrderedJson &object)
{
    return QByteArray::fromStdString(object.dump(-1, ' ', false, OrderedJson::error_handler_t::replace));
}

// Without the last bracket, so that a list can follow.
QByteArray opened(const OrderedJson &object)
{
    QByteArray bytes = toBytes(object);
    bytes.chop(1);
    return bytes;
}

chat::Id idFrom(const Json &value)
{
    bool isNumber = false;
    const chat::Id id = rawText(value).toLongLong(&isNumber);
    return isNumber && id > 0 ? id : 0;
}

int pixelsFrom(const Json &object, const char *key)
{
    return static_cast<int>(std::min<qint64>(wire::count(object, key), std::numeric_limits<int>::max()));
}

std::chrono::nanoseconds nanoseconds(const Json &object, const char *key)
{
    return std::chrono::nanoseconds(wire::count(object, key));
}

chat::Message messageFrom(const Json &entry)
{
    const Json &summary = member(entry, "summary");
    const Json &error = member(entry, "error");
    chat::Message message;
    message.role = rows::meaning(rows::roles, rawText(member(entry, "role")), backend::Role::User);
    message.text = answerText(entry, "text");
    message.thinking = answerText(entry, "thinking");
    message.state =
        rows::meaning(rows::states, rawText(member(entry, "state")), chat::MessageState::Complete);
    // Nobody writes it any more.
    if (message.state == chat::MessageState::Streaming)
        message.state = chat::MessageState::Interrupted;
    message.model = answerText(entry, "model");
    message.server = answerText(entry, "server");
    message.created = wire::time(entry, "created").toUTC();
    message.firstToken = std::chrono::milliseconds(wire::count(entry, "firstTokenMs"));
    message.thinkingTime = std::chrono::milliseconds(wire::count(entry, "thinkingMs"));
    message.summary.reason =
        rows::meaning(rows::reasons, rawText(member(summary, "reason")), backend::StopReason::Other);
    message.summary.promptTokens = wire::count(summary, "promptTokens");
    message.summary.answerTokens = wire::count(summary, "answerTokens");
    message.summary.total = nanoseconds(summary, "totalNs");
    message.summary.load = nanoseconds(summary, "loadNs");
    message.summary.promptEvaluation = nanoseconds(summary, "promptNs");
    message.summary.generation = nanoseconds(summary, "generationNs");
    if (error.is_object())
        message.error = base::Error{
            rows::meaning(rows::errorKinds, rawText(member(error, "kind")), base::Error::Kind::Protocol),
            answerText(error, "detail")};
    return message;
}

void takeAttachments(const Json &list, chat::Message &message, const ContentAt &contentAt,
                     QHash<chat::Id, qint64> &numbers, LeftOuts &leftOut)
{
    for (const Json &entry : list) {
        using Kind = chat::Attachment::Kind;
        chat::Attachment attachment;
        attachment.id = chat::newAttachmentId();
        attachment.kind = rows::meaning(rows::attachmentKinds, rawText(member(entry, "kind")), Kind::Text);
        attachment.name = base::displayLine(rawText(member(entry, "name")), longestTitle);
        if (attachment.kind == Kind::Image)
            attachment.pixels = {pixelsFrom(entry, "width"), pixelsFrom(entry, "height")};
        const Json &number = member(entry, ownContent);
        const bool isWanted = message.role == backend::Role::User &&
                              message.attachments.size() < chat::mostAttachments &&
                              number.is_number_unsigned();
        const auto content =
            isWanted ? contentAt(number.get<qint64>()) : base::failure(base::Error::Kind::Damaged);
        if (!content || !isFit(attachment, *content)) {
            ++leftOut[LeftOut::Attachments];
            continue;
        }
        attachment.bytes = content->size();
        numbers.insert(attachment.id, number.get<qint64>());
        message.attachments.append(attachment);
    }
}

QStringList folderFrom(const Json &list)
{
    QStringList names;
    for (const Json &entry : list) {
        const QString name = chat::folderName(rawText(entry));
        if (!name.isEmpty() && names.size() < 2) // nested once
            names.append(name);
    }
    return names;
}

// Those that make sense: with an id no other has, behind their parent.
QList<chat::Message> messagesFrom(const Json &list, const ContentAt &contentAt,
                                  QHash<chat::Id, qint64> &numbers, LeftOuts &leftOut)
{
    QList<chat::Message> messages;
    QSet<chat::Id> there;
    for (const Json &entry : list) {
        chat::Message message = messageFrom(entry);
        message.id = idFrom(member(entry, "id"));
        message.parentId = idFrom(member(entry, "parent"));
        if (message.id == 0 || there.contains(message.id)) {
            ++leftOut[LeftOut::Unreadable];
        } else if (std::max(message.text.size(), message.thinking.size()) > longestText) {
            ++leftOut[LeftOut::TooLong];
        } else {
            if (!there.contains(message.parentId))
                message.parentId = 0;
            there.insert(message.id);
            takeAttachments(member(entry, "attachments"), message, contentAt, numbers, leftOut);
            messages.append(message);
        }
    }
    return messages;
}

// Of answers that were taken.
QHash<chat::Id, chat::Receipt> receiptsFrom(const Json &list, const QList<chat::Message> &messages)
{
    QSet<chat::Id> answers;
    for (const chat::Message &message : messages) {
        if (message.role == backend::Role::Assistant)
            answers.insert(message.id);
    }
    QHash<chat::Id, chat::Receipt> receipts;
    for (const Json &entry : list) {
        const chat::Id id = idFrom(member(entry, "id"));
        const Json &written = member(entry, "receipt");
        const auto receipt = written.is_object() ? chat::receiptFrom(wire::toBytes(written)) : std::nullopt;
        if (receipt && answers.contains(id))
            receipts.insert(id, *receipt);
    }
    return receipts;
}

} // namespace

bool isFit(const chat::Attachment &attachment, const QByteArray &content)
{
    if (attachment.kind == chat::Attachment::Kind::Text)
        return content.size() <= chat::largestText && chat::textOfFile(content) == content;
    const QSize pixels = attachment.pixels;
    return content.size() <= chat::largestImage && chat::isImage(content) && pixels.width() > 0 &&
           pixels.height() > 0 && std::max(pixels.width(), pixels.height()) <= chat::longestSide;
}

QByteArray ownStart(const QDateTime &exported)
{
    OrderedJson object;
    object["format"] = formatName;
    object["version"] = version;
    object["program"] = "Inkstone " INKSTONE_VERSION;
    object["exported"] = timeJson(exported);
    return opened(object) + ",\n\"" + ownList + "\":[";
}

QByteArray ownHead(const chat::ConversationTree &head, bool isFirst)
{
    const chat::Conversation &conversation = head.conversation;
    OrderedJson object;
    object["id"] = idJson(conversation.id);
    object["title"] = utf8(conversation.title);
    object["model"] = utf8(conversation.model);
    object["server"] = utf8(conversation.server);
    object["systemPrompt"] = utf8(conversation.systemPrompt);
    object["draft"] = utf8(conversation.draft);
    object["created"] = timeJson(conversation.created);
    object["updated"] = timeJson(conversation.updated);
    object["leaf"] = idJson(conversation.leafId);
    object["pinned"] = conversation.filing.isPinned;
    object["archived"] = conversation.filing.isArchived;
    for (const QString &name : head.folder)
        object["folder"].push_back(utf8(name));
    object["assistant"] = idJson(conversation.assistant);
    object["parameters"] = OrderedJson::parse(chat::parametersJson(conversation.parameters));
    object["cut"] = cutJson(conversation);
    return (isFirst ? "\n" : ",\n") + opened(object) +
           (head.draft.isEmpty() ? "" : ",\"draftAttachments\":[");
}

QByteArray ownHeadTail(const chat::ConversationTree &head)
{
    return (head.draft.isEmpty() ? QByteArray() : QByteArray("]")) + ",\"messages\":[";
}

QByteArray ownMessage(const chat::Message &message, const std::optional<chat::Receipt> &receipt, bool isFirst)
{
    const backend::ChatSummary &given = message.summary;
    OrderedJson summary;
    summary["reason"] = utf8(rows::word(rows::reasons, given.reason));
    summary["promptTokens"] = given.promptTokens;
    summary["answerTokens"] = given.answerTokens;
    summary["totalNs"] = given.total.count();
    summary["loadNs"] = given.load.count();
    summary["promptNs"] = given.promptEvaluation.count();
    summary["generationNs"] = given.generation.count();
    OrderedJson object;
    object["id"] = idJson(message.id);
    object["parent"] = idJson(message.parentId);
    object["role"] = utf8(rows::word(rows::roles, message.role));
    object["text"] = utf8(message.text);
    object["thinking"] = utf8(message.thinking);
    object["state"] = utf8(rows::word(rows::states, message.state));
    object["model"] = utf8(message.model);
    object["server"] = utf8(message.server);
    object["created"] = timeJson(message.created);
    object["firstTokenMs"] = message.firstToken.count();
    object["thinkingMs"] = message.thinkingTime.count();
    object["summary"] = summary;
    object["error"] = nullptr;
    if (message.error) {
        OrderedJson error;
        error["kind"] = utf8(rows::word(rows::errorKinds, message.error->kind));
        error["detail"] = utf8(message.error->detail);
        object["error"] = error;
    }
    if (receipt)
        object["receipt"] = OrderedJson::parse(toJson(*receipt).toStdString(), nullptr, false);
    return (isFirst ? "\n " : ",\n ") + opened(object) +
           (message.attachments.isEmpty() ? "" : ",\"attachments\":[");
}

QByteArray ownAttachment(const chat::Attachment &attachment, const QByteArray &content, bool isFirst)
{
    const bool isImage = attachment.kind == chat::Attachment::Kind::Image;
    OrderedJson object;
    object["kind"] = utf8(rows::word(rows::attachmentKinds, attachment.kind));
    object["name"] = utf8(attachment.name);
    object["width"] = isImage ? attachment.pixels.width() : 0;
    object["height"] = isImage ? attachment.pixels.height() : 0;
    return (isFirst ? "" : ",") + opened(object) + ",\"" + ownContent + "\":\"" + content.toBase64() + "\"}";
}

QByteArray ownMessageTail(const chat::Message &message)
{
    return message.attachments.isEmpty() ? "}" : "]}";
}

QByteArray ownTail()
{
    return "]}";
}

QByteArray ownEnd()
{
    return "\n]}\n";
}

base::Result<bool> isOwn(const QByteArray &header)
{
    const Json object = wire::parseJson(header);
    if (rawText(member(object, "format")) != QLatin1String(formatName))
        return false;
    const qint64 written = wire::count(object, "version");
    if (written > version)
        return base::failure(base::Error::Kind::NewerData, QString::number(written));
    return true;
}

base::Result<QByteArray> ownContentAt(QIODevice &file, const ElementReader::Aside &place)
{
    // Four signs for three bytes, and each may be written with a backslash.
    if (place.size > 2 * (chat::largestImage / 3 + 1) * 4 + 2)
        return base::failure(base::Error::Kind::Damaged);
    QByteArray text;
    if (file.seek(place.at))
        text = file.read(place.size);
    if (text.size() < place.size)
        return base::failure(base::Error::Kind::Storage, file.errorString());
    const Json value = wire::parseJson(text);
    if (!value.is_string())
        return base::failure(base::Error::Kind::Damaged);
    const auto [content, status] = QByteArray::fromBase64Encoding(
        QByteArray::fromStdString(value.get<std::string>()), QByteArray::AbortOnBase64DecodingErrors);
    if (status != QByteArray::Base64DecodingStatus::Ok)
        return base::failure(base::Error::Kind::Damaged);
    return content;
}

Taken fromOwn(const Json &entry, const ContentAt &contentAt, QHash<chat::Id, qint64> &numbers)
{
    Taken taken;
    chat::ConversationTree tree;
    chat::Conversation &conversation = tree.conversation;
    conversation.id = idFrom(member(entry, "id"));
    if (conversation.id == 0)
        return {std::nullopt, {{LeftOut::Damaged, 1}}};
    tree.messages = messagesFrom(member(entry, "messages"), contentAt, numbers, taken.leftOut);
    if (tree.messages.isEmpty()) {
        ++taken.leftOut[LeftOut::Empty];
        return taken;
    }
    tree.receipts = receiptsFrom(member(entry, "messages"), tree.messages);
    conversation.title = base::displayLine(rawText(member(entry, "title")), longestTitle);
    conversation.model = answerText(entry, "model");
    conversation.server = answerText(entry, "server");
    conversation.systemPrompt = answerText(entry, "systemPrompt");
    conversation.draft = answerText(entry, "draft");
    conversation.created = wire::time(entry, "created").toUTC();
    conversation.updated = wire::time(entry, "updated").toUTC();
    conversation.filing.isPinned = member(entry, "pinned") == true;
    conversation.filing.isArchived = member(entry, "archived") == true;
    tree.folder = folderFrom(member(entry, "folder"));
    chat::Message draft; // a question to be
    takeAttachments(member(entry, "draftAttachments"), draft, contentAt, numbers, taken.leftOut);
    tree.draft = draft.attachments;
    conversation.assistant = idFrom(member(entry, "assistant"));
    conversation.parameters = chat::parametersFrom(wire::toBytes(member(entry, "parameters")));
    const wire::Json &cut = member(entry, "cut");
    conversation.cut = {idFrom(member(cut, "after")), answerText(cut, "summary")};
    conversation.countedSince = wire::time(cut, "since").toUTC();
    conversation.leafId = idFrom(member(entry, "leaf"));
    if (std::ranges::find(tree.messages, conversation.leafId, &chat::Message::id) == tree.messages.cend())
        conversation.leafId = tree.messages.constLast().id;
    if (conversation.title.isEmpty())
        conversation.title = titleOf(tree.messages);
    taken.tree = std::move(tree);
    return taken;
}

} // namespace exchange
