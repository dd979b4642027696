#include "exchange/OpenWebUi.h"

#include "base/Text.h"
#include "exchange/TreeBuilder.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using wire::answerText;
using wire::Json;
using wire::member;
using wire::number;
using wire::rawText;

namespace exchange {

namespace {

const Json &chatOf(const Json &entry)
{
    const Json &chat = member(entry, "chat");
    return chat.is_object() ? chat : entry;
}

QString unescaped(QString text)
{
    text.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1).replace("&quot;"_L1, "\""_L1);
    return text.replace("&#x27;"_L1, "'"_L1).replace("&#39;"_L1, "'"_L1).replace("&amp;"_L1, "&"_L1);
}

// A quote's lines without their marks.
QString thoughtsIn(QStringView inside)
{
    constexpr auto summaryEnd = "</summary>"_L1;
    const qsizetype end = inside.indexOf(summaryEnd);
    if (end >= 0)
        inside = inside.sliced(end + summaryEnd.size());
    QStringList lines;
    for (const QStringView line : unescaped(inside.trimmed().toString()).tokenize(u'\n')) {
        const bool isQuoted = line.startsWith(u'>');
        lines.append((isQuoted ? line.sliced(line.startsWith("> "_L1) ? 2 : 1) : line).toString());
    }
    return lines.join(u'\n').trimmed();
}

// It writes what a model thinks, and calls of tools, as HTML into the text: <details type="reasoning" …>.
void takeDetails(chat::Message &message, LeftOuts &leftOut)
{
    static const QRegularExpression opening(
        u"<details type=\"(reasoning|tool_calls|code_interpreter)\"[^>]{0,20000}>"_s);
    static const QRegularExpression duration(u" duration=\"(\\d{1,7})"_s);
    constexpr auto closing = "</details>"_L1;
    const QString whole = message.text;
    QString text;
    QStringList thoughts;
    qsizetype at = 0;
    for (;;) {
        const QRegularExpressionMatch match = opening.match(whole, at);
        const qsizetype end = match.hasMatch() ? whole.indexOf(closing, match.capturedEnd()) : -1;
        if (end < 0)
            break;
        text.append(QStringView(whole).sliced(at, match.capturedStart() - at));
        if (match.capturedView(1) == "reasoning"_L1) {
            thoughts.append(
                thoughtsIn(QStringView(whole).sliced(match.capturedEnd(), end - match.capturedEnd())));
            const auto seconds = duration.match(match.captured());
            message.thinkingTime += std::chrono::seconds(seconds.captured(1).toLongLong());
        } else {
            ++leftOut[LeftOut::Tools];
        }
        at = end + closing.size();
    }
    if (at == 0)
        return;
    text.append(QStringView(whole).sliced(at));
    message.text = text.trimmed();
    thoughts.removeAll(QString());
    message.thinking = thoughts.join(u"\n\n"_s);
}

// A text, or a list of texts and pictures as OpenAI's API takes it.
QString contentOf(const Json &message, LeftOuts &leftOut)
{
    const Json &content = member(message, "content");
    if (content.is_string())
        return answerText(message, "content");
    QStringList texts;
    for (const Json &part : content) {
        if (rawText(member(part, "type")) == "text"_L1)
            texts.append(answerText(part, "text"));
        else
            ++leftOut[LeftOut::Attachments];
    }
    return texts.join(u"\n\n"_s);
}

// What the engine counted: Ollama's names, or those of OpenAI's API.
backend::ChatSummary summaryOf(const Json &message)
{
    const Json &usage =
        member(message, "usage").is_object() ? member(message, "usage") : member(message, "info");
    const auto either = [&](const char *ollama, const char *openAi) {
        const qint64 count = wire::count(usage, ollama);
        return count > 0 ? count : wire::count(usage, openAi);
    };
    using std::chrono::nanoseconds;
    backend::ChatSummary summary;
    summary.promptTokens = either("prompt_eval_count", "prompt_tokens");
    summary.answerTokens = either("eval_count", "completion_tokens");
    summary.total = nanoseconds(wire::count(usage, "total_duration"));
    summary.load = nanoseconds(wire::count(usage, "load_duration"));
    summary.promptEvaluation = nanoseconds(wire::count(usage, "prompt_eval_duration"));
    summary.generation = nanoseconds(wire::count(usage, "eval_duration"));
    return summary;
}

void takeAnswer(const Json &from, chat::Message &answer, LeftOuts &leftOut)
{
    answer.model = wire::text(from, "model").left(longestTitle);
    answer.summary = summaryOf(from);
    takeDetails(answer, leftOut);
    const Json &done = member(from, "done");
    if (done.is_boolean() && !done.get<bool>())
        answer.state = chat::MessageState::Interrupted;
    const Json &error = member(from, "error");
    if (error.is_null() || (error.is_boolean() && !error.get<bool>()))
        return;
    answer.state = chat::MessageState::Failed;
    const QString words = error.is_string() ? rawText(error) : rawText(member(error, "content"));
    answer.error = base::Error{base::Error::Kind::Server, base::displayLine(words, 1000)};
}

Node nodeOf(const QString &id, const Json &message, LeftOuts &leftOut)
{
    Node node{.id = id, .parent = rawText(member(message, "parentId"))};
    for (const Json &child : member(message, "childrenIds"))
        node.children.append(rawText(child));
    const QString role = rawText(member(message, "role"));
    node.message.text = contentOf(message, leftOut);
    node.message.created = timeOf(number(message, "timestamp"));
    const Json &files = member(message, "files");
    if (files.is_array() && !files.empty())
        leftOut[LeftOut::Attachments] += static_cast<int>(files.size());
    if (role == "user"_L1) {
        node.kind = Node::Kind::Question;
    } else if (role == "assistant"_L1) {
        node.kind = Node::Kind::Answer;
        takeAnswer(message, node.message, leftOut);
    } else if (role == "system"_L1) {
        node.kind = Node::Kind::SystemPrompt;
    } else {
        ++leftOut[role == "tool"_L1 ? LeftOut::Tools : LeftOut::Unreadable];
    }
    return node;
}

QList<Node> nodesOf(const Json &chat, LeftOuts &leftOut)
{
    QList<Node> nodes;
    const Json &tree = member(member(chat, "history"), "messages");
    if (tree.is_object()) {
        for (auto message = tree.cbegin(); message != tree.cend(); ++message)
            nodes.append(nodeOf(QString::fromStdString(message.key()), message.value(), leftOut));
        return nodes;
    }
    // Before it had branches: one after the other.
    for (const Json &message : member(chat, "messages")) {
        QString id = rawText(member(message, "id"));
        if (id.isEmpty())
            id = QString::number(nodes.size());
        Node node = nodeOf(id, message, leftOut);
        node.parent = nodes.isEmpty() ? QString() : nodes.constLast().id;
        nodes.append(node);
    }
    return nodes;
}

// A file has a name of its own, or one in what it was stored as.
QStringList filesIn(const Json &messages)
{
    QStringList names;
    for (const Json &message : messages) {
        for (const Json &file : member(message, "files")) {
            const QString name = rawText(member(file, "name"));
            addName(names, name.isEmpty() ? rawText(member(member(file, "file"), "filename")) : name);
        }
    }
    return names;
}

} // namespace

bool isOpenWebUi(const Json &entry)
{
    const Json &chat = chatOf(entry);
    return member(member(chat, "history"), "messages").is_object() || member(chat, "messages").is_array();
}

Taken fromOpenWebUi(const Json &entry)
{
    const Json &chat = chatOf(entry);
    LeftOuts leftOut;
    const QList<Node> nodes = nodesOf(chat, leftOut);
    chat::Conversation conversation;
    conversation.title = rawText(member(chat, "title"));
    if (conversation.title.isEmpty())
        conversation.title = rawText(member(entry, "title"));
    conversation.systemPrompt = answerText(member(chat, "params"), "system");
    const Json &models = member(chat, "models");
    if (models.is_array() && !models.empty())
        conversation.model = base::displayLine(rawText(models.front()), longestTitle);
    conversation.created = timeOf(number(entry, "created_at"));
    conversation.updated = timeOf(number(entry, "updated_at"));
    conversation.filing.isPinned = member(entry, "pinned") == true;
    conversation.filing.isArchived = member(entry, "archived") == true;
    if (!conversation.created.isValid())
        conversation.created = timeOf(number(chat, "timestamp"));
    QString id = rawText(member(entry, "id"));
    if (id.isEmpty())
        id = rawText(member(chat, "id"));
    if (id.isEmpty() && !nodes.isEmpty())
        id = conversation.title + u'\n' + nodes.constFirst().id;
    Taken taken = treeOf(Source::OpenWebUi, id, conversation, nodes,
                         rawText(member(member(chat, "history"), "currentId")), leftOut);
    const Json &tree = member(member(chat, "history"), "messages");
    taken.files = filesIn(tree.is_object() ? tree : member(chat, "messages"));
    return taken;
}

} // namespace exchange
