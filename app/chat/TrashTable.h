// The conversations in the trash, the latest first: one column with the title, one with when it was deleted.
// Refreshed by difference; the view words the dates.
#pragma once

#include "chat/ConversationStore.h"

#include <QAbstractTableModel>

namespace chat {

class TrashTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TitleColumn, DeletedColumn, ColumnCount };

    explicit TrashTable(ConversationStore &store, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override; // DisplayRole = title, UTC time

    const Conversation &conversation(int row) const { return m_rows.at(row); }

Q_SIGNALS:
    // The store answered; with an error the rows stay as they were.
    void refreshed();
    void refreshFailed(const base::Error &error);

private:
    void refresh();
    void show(const QList<Conversation> &wanted);

    ConversationStore &m_store;
    QList<Conversation> m_rows;
};

} // namespace chat
