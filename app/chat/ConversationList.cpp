#include "chat/ConversationList.h"

#include <QDate>

#include <algorithm>

namespace chat {

ConversationGroup groupOf(const QDateTime &updated, const QDateTime &now)
{
    const qint64 days = updated.date().daysTo(now.date());
    if (days <= 0)
        return ConversationGroup::Today;
    if (days == 1)
        return ConversationGroup::Yesterday;
    return days <= 7 ? ConversationGroup::PreviousWeek : ConversationGroup::Older;
}

// What a row is, whatever it shows.
std::pair<int, Id> ConversationList::Row::key() const
{
    return kind == RowKind::Caption ? std::pair(1 + static_cast<int>(group), Id(0)) : std::pair(0, id);
}

ConversationList::ConversationList(ConversationStore &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_now(QDateTime::currentDateTime())
{
    connect(&m_store, &ConversationStore::changed, this, &ConversationList::refreshSoon);
    refreshSoon();
}

int ConversationList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ConversationList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == KindRole)
        return QVariant::fromValue(row.kind);
    if (role == GroupRole)
        return static_cast<int>(row.group);
    if (row.kind == RowKind::Caption)
        return {};
    // A row about to be removed may be asked for once more.
    const qsizetype place = m_places.value(row.id, -1);
    const Conversation shown = place >= 0 ? m_all.at(place) : Conversation{};
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return shown.title;
    case IdRole:
        return row.id;
    case UpdatedRole:
        return shown.updated;
    case ActivityRole:
        return QVariant::fromValue(activity(shown));
    default:
        return {};
    }
}

Qt::ItemFlags ConversationList::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows.at(index.row()).kind == RowKind::Caption)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void ConversationList::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    rebuild();
}

void ConversationList::setAnswering(Id conversation, bool answering)
{
    mark(m_answering, conversation, answering);
}

void ConversationList::setUnread(Id conversation, bool unread)
{
    mark(m_unread, conversation, unread);
}

int ConversationList::rowOf(Id conversation) const
{
    const auto found = std::ranges::find_if(
        m_rows, [=](const Row &row) { return row.kind == RowKind::Conversation && row.id == conversation; });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

std::optional<Conversation> ConversationList::conversation(Id id) const
{
    const qsizetype place = m_places.value(id, -1);
    if (place < 0)
        return {};
    return m_all.at(place);
}

QStringList ConversationList::models() const
{
    QStringList models;
    for (const Conversation &conversation : m_all) {
        if (!conversation.model.isEmpty() && !models.contains(conversation.model))
            models.append(conversation.model);
    }
    models.sort(Qt::CaseInsensitive);
    return models;
}

void ConversationList::regroup(const QDateTime &now)
{
    m_now = now;
    rebuild();
}

ConversationList::Activity ConversationList::activity(const Conversation &conversation) const
{
    if (m_answering.contains(conversation.id))
        return Activity::Answering;
    if (m_unread.contains(conversation.id))
        return Activity::Unread;
    return conversation.draft.trimmed().isEmpty() ? Activity::None : Activity::Draft;
}

void ConversationList::mark(QSet<Id> &marked, Id conversation, bool on)
{
    if (marked.contains(conversation) == on)
        return;
    if (on)
        marked.insert(conversation);
    else
        marked.remove(conversation);
    if (const int row = rowOf(conversation); row >= 0)
        Q_EMIT dataChanged(index(row), index(row), {ActivityRole});
}

// Many changes in one turn of the event loop are one question to the store.
void ConversationList::refreshSoon()
{
    if (m_refreshing)
        return;
    m_refreshing = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_refreshing = false;
            refresh();
        },
        Qt::QueuedConnection);
}

void ConversationList::refresh()
{
    m_store.conversations(this, [this](const base::Result<QList<Conversation>> &conversations) {
        // A list that could not be read now is better shown as it was; the store says what is wrong.
        if (conversations)
            take(*conversations);
        if (!m_loaded) {
            m_loaded = true;
            Q_EMIT loaded();
        }
    });
}

void ConversationList::take(const QList<Conversation> &conversations)
{
    QSet<Id> changed;
    QHash<Id, qsizetype> places;
    places.reserve(conversations.size());
    for (qsizetype place = 0; place < conversations.size(); ++place) {
        const Conversation &fresh = conversations.at(place);
        places.insert(fresh.id, place);
        if (const qsizetype old = m_places.value(fresh.id, -1); old >= 0 && m_all.at(old) != fresh)
            changed.insert(fresh.id);
    }
    m_all = conversations;
    m_places = places;
    // What was begun after midnight belongs under Today.
    if (!m_all.isEmpty())
        m_now = std::max(m_now, m_all.constFirst().updated.toLocalTime());
    rebuild(changed);
}

QList<ConversationList::Row> ConversationList::wantedRows() const
{
    QList<Row> rows;
    std::optional<ConversationGroup> group;
    for (const Conversation &conversation : m_all) {
        if (!conversation.title.contains(m_filter, Qt::CaseInsensitive))
            continue;
        const ConversationGroup own = groupOf(conversation.updated.toLocalTime(), m_now);
        if (own != group) {
            rows.append({RowKind::Caption, own, 0});
            group = own;
        }
        rows.append({RowKind::Conversation, own, conversation.id});
    }
    return rows;
}

// From m_rows to the wanted ones by removals, insertions and moves, so that selection and scroll position of
// every view stay.
void ConversationList::rebuild(const QSet<Id> &changed)
{
    const QList<Row> wanted = wantedRows();
    removeAllBut(wanted);
    insertAndMove(wanted);
    for (int row = 0; row < wanted.size(); ++row) {
        if (m_rows.at(row) == wanted.at(row) && !changed.contains(wanted.at(row).id))
            continue;
        m_rows[row] = wanted.at(row);
        Q_EMIT dataChanged(index(row), index(row));
    }
}

void ConversationList::removeAllBut(const QList<Row> &wanted)
{
    QSet<std::pair<int, Id>> keys;
    for (const Row &row : wanted)
        keys.insert(row.key());
    int last = static_cast<int>(m_rows.size()) - 1;
    while (last >= 0) {
        if (keys.contains(m_rows.at(last).key())) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && !keys.contains(m_rows.at(first - 1).key()))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first - 1;
    }
}

void ConversationList::insertAndMove(const QList<Row> &wanted)
{
    QSet<std::pair<int, Id>> old;
    for (const Row &row : m_rows)
        old.insert(row.key());
    for (int row = 0; row < wanted.size(); ++row) {
        if (!old.contains(wanted.at(row).key())) {
            // One insertion for the whole run that is new.
            int end = row + 1;
            while (end < wanted.size() && !old.contains(wanted.at(end).key()))
                ++end;
            beginInsertRows({}, row, end - 1);
            m_rows.insert(row, end - row, Row{});
            std::copy(wanted.cbegin() + row, wanted.cbegin() + end, m_rows.begin() + row);
            endInsertRows();
            row = end - 1;
        } else if (m_rows.at(row).key() != wanted.at(row).key()) {
            const auto found = std::find_if(m_rows.cbegin() + row, m_rows.cend(), [&](const Row &other) {
                return other.key() == wanted.at(row).key();
            });
            const int from = static_cast<int>(found - m_rows.cbegin());
            beginMoveRows({}, from, from, {}, row);
            m_rows.move(from, row);
            endMoveRows();
        }
    }
}

} // namespace chat
