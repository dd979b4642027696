#include "exchange/TreeBuilder.h"

#include "base/Text.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace exchange {

namespace {

class Builder
{
public:
    Builder(Source source, const QString &id, const QList<Node> &nodes)
        : m_source(source)
        , m_id(id)
        , m_nodes(nodes)
    {
        for (qsizetype i = 0; i < nodes.size(); ++i) {
            if (m_places.contains(nodes.at(i).id))
                ++m_unreadable;
            else
                m_places.insert(nodes.at(i).id, i);
        }
    }

    void build()
    {
        findChildren();
        // By a list of what is to be visited, not by calls within calls: a branch may be 100,000 long.
        struct Visit
        {
            qsizetype place;
            chat::Id parent;
            QString thinking;
        };
        QList<Visit> left;
        const auto push = [&](const QList<qsizetype> &places, chat::Id parent, const QString &thinking) {
            for (auto place = places.crbegin(); place != places.crend(); ++place)
                left.append({*place, parent, thinking});
        };
        push(m_roots, 0, {});
        while (!left.isEmpty()) {
            const Visit visit = left.takeLast();
            const Node &node = m_nodes.at(visit.place);
            if (!std::exchange(m_isVisited[visit.place], true)) {
                const chat::Id id = take(node, visit.parent, visit.thinking);
                m_ids.insert(node.id, id);
                push(m_children.value(visit.place), id, thinkingAfter(node, visit.thinking));
            }
        }
    }

    QList<chat::Message> messages() { return std::move(m_messages); }
    const QString &systemPrompt() const { return m_systemPrompt; }
    int unreadable() const { return m_unreadable; }
    int tooLong() const { return m_tooLong; }
    // Of a node, or of what it follows where it was passed; 0 where there is none.
    chat::Id idOfNode(const QString &node) const { return m_ids.value(node, 0); }

private:
    void findChildren()
    {
        m_isVisited.resize(m_nodes.size());
        QHash<qsizetype, QList<qsizetype>> children;
        for (qsizetype i = 0; i < m_nodes.size(); ++i) {
            const Node &node = m_nodes.at(i);
            if (m_places.value(node.id) != i)
                continue;
            const auto parent = m_places.constFind(node.parent);
            if (node.parent.isEmpty() || parent == m_places.cend())
                m_roots.append(i);
            else
                children[*parent].append(i);
        }
        for (auto [parent, places] : children.asKeyValueRange())
            m_children.insert(parent, inOrder(places, m_nodes.at(parent).children));
        m_roots = inOrder(m_roots, {});
        breakCircles();
    }
    QList<qsizetype> inOrder(QList<qsizetype> places, const QStringList &names) const
    {
        QHash<QString, qsizetype> order;
        for (qsizetype i = 0; i < names.size(); ++i)
            order.insert(names.at(i), i);
        const auto rank = [&](qsizetype place) { return order.value(m_nodes.at(place).id, names.size()); };
        std::ranges::stable_sort(places, [&](qsizetype left, qsizetype right) {
            if (rank(left) != rank(right))
                return rank(left) < rank(right);
            return m_nodes.at(left).message.created < m_nodes.at(right).message.created;
        });
        return places;
    }
    // What no first message leads to hangs in a circle, or from one. One of each becomes a first.
    void breakCircles()
    {
        QList<bool> isReached(m_nodes.size());
        const auto reach = [&](qsizetype root) {
            QList<qsizetype> left{root};
            while (!left.isEmpty()) {
                const qsizetype place = left.takeLast();
                if (!std::exchange(isReached[place], true))
                    left.append(m_children.value(place));
            }
        };
        for (const qsizetype root : std::as_const(m_roots))
            reach(root);
        for (qsizetype i = 0; i < m_nodes.size(); ++i) {
            if (isReached.at(i) || m_places.value(m_nodes.at(i).id) != i)
                continue;
            m_roots.append(i);
            reach(i);
        }
    }
    // Gives the id that its children follow.
    chat::Id take(const Node &node, chat::Id parent, const QString &thinking)
    {
        if (node.kind == Node::Kind::SystemPrompt && m_systemPrompt.isEmpty())
            m_systemPrompt = node.message.text;
        if (node.kind != Node::Kind::Question && node.kind != Node::Kind::Answer)
            return parent;
        chat::Message message = node.message;
        const bool isAnswer = node.kind == Node::Kind::Answer;
        if (isAnswer && message.thinking.isEmpty())
            message.thinking = thinking;
        if (message.isEmpty() && !message.error)
            return parent;
        if (std::max(message.text.size(), message.thinking.size()) > longestText) {
            ++m_tooLong;
            return parent;
        }
        message.id = idOf(m_source, m_id, node.id);
        message.parentId = parent;
        message.role = isAnswer ? backend::Role::Assistant : backend::Role::User;
        m_messages.append(message);
        return message.id;
    }
    static QString thinkingAfter(const Node &node, const QString &before)
    {
        if (node.kind != Node::Kind::Passed)
            return {};
        const QString &thinking = node.message.thinking;
        if (before.isEmpty())
            return thinking;
        // More is too long in any case.
        if (thinking.isEmpty() || before.size() > longestText)
            return before;
        return before + QStringLiteral("\n\n") + thinking;
    }

    Source m_source;
    QString m_id;
    const QList<Node> &m_nodes;
    QHash<QString, qsizetype> m_places;
    QHash<qsizetype, QList<qsizetype>> m_children;
    QList<qsizetype> m_roots;
    QList<bool> m_isVisited;
    QHash<QString, chat::Id> m_ids;
    QList<chat::Message> m_messages;
    QString m_systemPrompt;
    int m_unreadable = 0;
    int m_tooLong = 0;
};

void count(LeftOuts &leftOut, LeftOut what, int number)
{
    if (number > 0)
        leftOut[what] += number;
}

// What the file does not say, from the messages.
void complete(chat::ConversationTree &tree)
{
    chat::Conversation &conversation = tree.conversation;
    for (const chat::Message &message : std::as_const(tree.messages)) {
        if (message.created.isValid() &&
            (!conversation.created.isValid() || message.created < conversation.created))
            conversation.created = message.created;
        if (message.created.isValid() &&
            (!conversation.updated.isValid() || message.created > conversation.updated))
            conversation.updated = message.created;
    }
    if (conversation.title.isEmpty())
        conversation.title = titleOf(tree.messages);
    if (!conversation.created.isValid())
        conversation.created =
            conversation.updated.isValid() ? conversation.updated : QDateTime::currentDateTimeUtc();
    if (!conversation.updated.isValid())
        conversation.updated = conversation.created;
    for (chat::Message &message : tree.messages) {
        if (!message.created.isValid())
            message.created = conversation.created;
    }
}

} // namespace

Taken treeOf(Source source, const QString &id, chat::Conversation conversation, const QList<Node> &nodes,
             const QString &current, LeftOuts leftOut)
{
    Builder builder(source, id, nodes);
    builder.build();
    count(leftOut, LeftOut::Unreadable, builder.unreadable());
    count(leftOut, LeftOut::TooLong, builder.tooLong());
    chat::ConversationTree tree{std::move(conversation), builder.messages()};
    if (tree.messages.isEmpty()) {
        count(leftOut, LeftOut::Empty, 1);
        return {std::nullopt, leftOut};
    }
    tree.conversation.id = idOf(source, id);
    tree.conversation.title = base::displayLine(tree.conversation.title, longestTitle);
    if (tree.conversation.systemPrompt.isEmpty())
        tree.conversation.systemPrompt = builder.systemPrompt();
    const chat::Id leaf = builder.idOfNode(current);
    tree.conversation.leafId = leaf == 0 ? tree.messages.constLast().id : leaf;
    if (tree.conversation.model.isEmpty()) {
        const auto answer = std::find_if(tree.messages.crbegin(), tree.messages.crend(),
                                         [](const chat::Message &one) { return !one.model.isEmpty(); });
        if (answer != tree.messages.crend())
            tree.conversation.model = answer->model;
    }
    complete(tree);
    return {std::move(tree), leftOut};
}

} // namespace exchange
