// The messages of one conversation as an item model, oldest first: what the transcript shows and assistive
// technology reads. Owned by a ChatSession, the only one that changes it.
#pragma once

#include "chat/Conversation.h"

#include <QAbstractListModel>

namespace chat {

class TranscriptList : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Roles { IdRole = Qt::UserRole + 1, RoleRole, TextRole, ThinkingRole, StateRole, ModelRole };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override; // DisplayRole = TextRole
    QHash<int, QByteArray> roleNames() const override;

    // Valid until the next change of the list.
    const Message &message(int row) const { return m_messages.at(row); }
    const QList<Message> &messages() const { return m_messages; }
    int rowOf(Id message) const; // -1 where it is not there

    // Another conversation or version, or what stands before the messages that are here: replaces what
    // differs, keeping the rows that are equal.
    void setMessages(const QList<Message> &messages);
    void append(const Message &message);
    void removeFrom(int row); // it and what follows it; there may be none
    // Replaces everything of one row but its place; emits dataChanged.
    void replace(int row, const Message &message);
    // Appends to a streaming answer. Emits grown(row) only: no copy, no dataChanged.
    void grow(int row, const backend::ChatDelta &delta);

Q_SIGNALS:
    // The text or the thinking of this row got longer. May come a thousand times a second.
    void grown(int row);

private:
    bool isEndOf(const QList<Message> &messages) const;

    QList<Message> m_messages;
};

} // namespace chat
