#include "exchange/ChatGpt.h"

#include "exchange/TreeBuilder.h"

using namespace Qt::StringLiterals;
using wire::answerText;
using wire::Json;
using wire::member;
using wire::number;
using wire::rawText;

namespace exchange {

namespace {

// The texts among the parts; the rest are pictures, sounds and files, of which only pointers were exported.
QString textOfParts(const Json &content, int &attachments)
{
    QStringList texts;
    for (const Json &part : member(content, "parts")) {
        if (part.is_string())
            texts.append(rawText(part));
        else if (member(part, "text").is_string()) // what was said, written down
            texts.append(rawText(member(part, "text")));
        else if (part.is_object())
            ++attachments;
    }
    texts.removeAll(QString());
    return texts.join(u"\n\n"_s).remove(QChar(0));
}

QString thoughtsOf(const Json &content)
{
    QStringList all;
    for (const Json &thought : member(content, "thoughts")) {
        const QString summary = answerText(thought, "summary");
        const QString text = answerText(thought, "content");
        if (!summary.isEmpty())
            all.append(u"**%1**"_s.arg(summary));
        if (!text.isEmpty())
            all.append(text);
    }
    return all.join(u"\n\n"_s);
}

bool isHidden(const Json &message)
{
    const Json &hidden = member(member(message, "metadata"), "is_visually_hidden_from_conversation");
    return hidden.is_boolean() && hidden.get<bool>();
}

// How the answer ended, as far as that is told.
void takeEnd(const Json &message, chat::Message &answer)
{
    const QString type = rawText(member(member(member(message, "metadata"), "finish_details"), "type"));
    if (rawText(member(message, "status")) == "in_progress"_L1)
        answer.state = chat::MessageState::Interrupted;
    else if (type == "interrupted"_L1)
        answer.state = chat::MessageState::Stopped;
    else if (type == "max_tokens"_L1)
        answer.summary.reason = backend::StopReason::Length;
}

class Reader
{
public:
    Node read(const QString &id, const Json &entry)
    {
        Node node{.id = id, .parent = rawText(member(entry, "parent"))};
        for (const Json &child : member(entry, "children"))
            node.children.append(rawText(child));
        const Json &message = member(entry, "message");
        if (message.is_object() && !isHidden(message))
            take(message, node);
        return node;
    }
    const LeftOuts &leftOut() const { return m_leftOut; }

private:
    void take(const Json &message, Node &node)
    {
        const QString role = rawText(member(member(message, "author"), "role"));
        const Json &content = member(message, "content");
        const QString type = rawText(member(content, "content_type"));
        node.message.created = timeOf(number(message, "create_time"));
        if (role == "tool"_L1 || isForTool(message)) {
            ++m_leftOut[LeftOut::Tools];
        } else if (type == "thoughts"_L1) {
            node.message.thinking = thoughtsOf(content);
        } else if (type == "text"_L1 || type == "multimodal_text"_L1) {
            int attachments = 0;
            node.message.text = textOfParts(content, attachments);
            const Json &attached = member(member(message, "metadata"), "attachments");
            if (attached.is_array())
                attachments = std::max(attachments, static_cast<int>(attached.size()));
            if (attachments > 0)
                m_leftOut[LeftOut::Attachments] += attachments;
            setKind(role, message, node);
        } else if (type == "code"_L1) {
            node.message.text = u"```%1\n%2\n```"_s.arg(codeLanguage(content), answerText(content, "text"));
            setKind(role, message, node);
        } else if (!isOfTheProgram(type)) {
            ++m_leftOut[LeftOut::Unreadable];
        }
    }
    // A call of a tool is a message to it.
    static bool isForTool(const Json &message)
    {
        const QString recipient = rawText(member(message, "recipient"));
        return !recipient.isEmpty() && recipient != "all"_L1;
    }
    static QString codeLanguage(const Json &content)
    {
        const QString language = wire::text(content, "language");
        return language == "unknown"_L1 || language.size() > 30 ? QString() : language.simplified();
    }
    // What it kept for itself beside the conversation.
    static bool isOfTheProgram(const QString &type)
    {
        return type == "reasoning_recap"_L1 || type == "user_editable_context"_L1 ||
               type == "model_editable_context"_L1;
    }
    static void setKind(const QString &role, const Json &message, Node &node)
    {
        if (role == "user"_L1) {
            node.kind = Node::Kind::Question;
        } else if (role == "assistant"_L1) {
            node.kind = Node::Kind::Answer;
            node.message.model = wire::text(member(message, "metadata"), "model_slug").left(longestTitle);
            takeEnd(message, node.message);
        } else if (role == "system"_L1) {
            node.kind = Node::Kind::SystemPrompt;
        }
    }

    LeftOuts m_leftOut;
};

QStringList filesIn(const Json &mapping)
{
    QStringList names;
    for (const Json &entry : mapping) {
        for (const Json &attached : member(member(member(entry, "message"), "metadata"), "attachments"))
            addName(names, rawText(member(attached, "name")));
    }
    return names;
}

} // namespace

bool isChatGpt(const Json &entry)
{
    return member(entry, "mapping").is_object();
}

Taken fromChatGpt(const Json &entry)
{
    Reader reader;
    QList<Node> nodes;
    const Json &mapping = member(entry, "mapping");
    for (auto node = mapping.cbegin(); mapping.is_object() && node != mapping.cend(); ++node)
        nodes.append(reader.read(QString::fromStdString(node.key()), node.value()));
    chat::Conversation conversation;
    conversation.title = rawText(member(entry, "title"));
    conversation.created = timeOf(number(entry, "create_time"));
    conversation.updated = timeOf(number(entry, "update_time"));
    QString id = rawText(member(entry, "conversation_id"));
    if (id.isEmpty())
        id = rawText(member(entry, "id"));
    // Of its messages none is in another conversation as well.
    if (id.isEmpty() && !nodes.isEmpty())
        id = nodes.constFirst().id;
    Taken taken = treeOf(Source::ChatGpt, id, conversation, nodes, rawText(member(entry, "current_node")),
                         reader.leftOut());
    taken.files = filesIn(mapping);
    return taken;
}

} // namespace exchange
