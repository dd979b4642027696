#include "chat/TrashTable.h"

#include <QSet>

namespace chat {

TrashTable::TrashTable(ConversationStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
{
    connect(&m_store, &ConversationStore::changed, this, &TrashTable::refresh);
    refresh();
}

int TrashTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TrashTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TrashTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) ||
        role != Qt::DisplayRole)
        return {};
    const Conversation &row = m_rows.at(index.row());
    return index.column() == TitleColumn ? QVariant(row.title) : QVariant(row.deleted);
}

void TrashTable::refresh()
{
    m_store.trash(this, [this](const base::Result<QList<Conversation>> &trash) {
        if (!trash) {
            Q_EMIT refreshFailed(trash.error());
            return;
        }
        show(*trash);
        Q_EMIT refreshed();
    });
}

// What is in the trash changes neither place nor title: rows only come and go. What was restored and deleted
// again has gone and come.
void TrashTable::show(const QList<Conversation> &wanted)
{
    const auto key = [](const Conversation &one) {
        return std::pair(one.id, one.deleted.toMSecsSinceEpoch());
    };
    QSet<std::pair<Id, qint64>> keys;
    for (const Conversation &one : wanted)
        keys.insert(key(one));
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (keys.contains(key(m_rows.at(row))))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < wanted.size(); ++row) {
        if (row < m_rows.size() && key(m_rows.at(row)) == key(wanted.at(row)))
            continue;
        beginInsertRows({}, row, row);
        m_rows.insert(row, wanted.at(row));
        endInsertRows();
    }
}

} // namespace chat
