#include "chat/TranscriptList.h"

#include <algorithm>

namespace chat {

int TranscriptList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_messages.size());
}

QVariant TranscriptList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Message &message = m_messages.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TextRole:
        return message.text;
    case IdRole:
        return message.id;
    case RoleRole:
        return static_cast<int>(message.role);
    case ThinkingRole:
        return message.thinking;
    case StateRole:
        return static_cast<int>(message.state);
    case ModelRole:
        return message.model;
    default:
        return {};
    }
}

QHash<int, QByteArray> TranscriptList::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {IdRole, "id"},       {RoleRole, "role"},  {TextRole, "text"},
            {ThinkingRole, "thinking"},   {StateRole, "state"}, {ModelRole, "model"}};
}

bool TranscriptList::isEndOf(const QList<Message> &messages) const
{
    return !m_messages.isEmpty() && m_messages.size() < messages.size() &&
           std::equal(m_messages.crbegin(), m_messages.crend(), messages.crbegin());
}

int TranscriptList::rowOf(Id message) const
{
    const auto found = std::ranges::find(m_messages, message, &Message::id);
    return found == m_messages.cend() ? -1 : static_cast<int>(found - m_messages.cbegin());
}

void TranscriptList::setMessages(const QList<Message> &messages)
{
    if (isEndOf(messages)) {
        beginInsertRows({}, 0, static_cast<int>(messages.size() - m_messages.size()) - 1);
        m_messages = messages;
        endInsertRows();
        return;
    }
    int kept = 0;
    while (kept < std::min(m_messages.size(), messages.size()) &&
           m_messages.at(kept).id == messages.at(kept).id)
        ++kept;
    for (int row = 0; row < kept; ++row) {
        if (m_messages.at(row) != messages.at(row))
            replace(row, messages.at(row));
    }
    removeFrom(kept);
    if (kept < messages.size()) {
        beginInsertRows({}, kept, static_cast<int>(messages.size()) - 1);
        if (kept == 0)
            m_messages = messages;
        else
            m_messages.append(messages.sliced(kept));
        endInsertRows();
    }
}

void TranscriptList::removeFrom(int row)
{
    if (row >= m_messages.size())
        return;
    beginRemoveRows({}, row, static_cast<int>(m_messages.size()) - 1);
    m_messages.resize(row);
    endRemoveRows();
}

void TranscriptList::append(const Message &message)
{
    const int row = static_cast<int>(m_messages.size());
    beginInsertRows({}, row, row);
    m_messages.append(message);
    endInsertRows();
}

void TranscriptList::replace(int row, const Message &message)
{
    m_messages[row] = message;
    Q_EMIT dataChanged(index(row), index(row));
}

void TranscriptList::grow(int row, const backend::ChatDelta &delta)
{
    Message &message = m_messages[row];
    message.text += delta.text;
    message.thinking += delta.thinking;
    Q_EMIT grown(row);
}

} // namespace chat
