#include "chat/ConversationList.h"

#include <algorithm>
#include <utility>

namespace chat {

std::pair<int, Id> ConversationList::Row::key() const
{
    switch (kind) {
    case RowKind::Caption:
        return {2 + static_cast<int>(group), 0};
    case RowKind::Folder:
        return {1, id};
    case RowKind::Conversation:
        break;
    }
    return {0, id};
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
    if (role == IdRole)
        return row.id;
    switch (row.kind) {
    case RowKind::Caption:
        break;
    case RowKind::Conversation:
        return conversationData(row, role);
    case RowKind::Folder:
        return folderData(row, role);
    }
    return {};
}

QVariant ConversationList::conversationData(const Row &row, int role) const
{
    // A row about to be removed may be asked for once more.
    const qsizetype place = m_places.value(row.id, -1);
    const Conversation shown = place >= 0 ? m_all.at(place) : Conversation{};
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return shown.title;
    case UpdatedRole:
        return shown.updated;
    case ActivityRole:
        return QVariant::fromValue(activity(shown));
    case PinnedRole:
        return shown.filing.isPinned;
    case DepthRole:
        return row.group == ConversationGroup::Folder ? 1 + depth(shown.filing.folder) : 0;
    default:
        return {};
    }
}

QVariant ConversationList::folderData(const Row &row, int role) const
{
    const Folder shown = folder(row.id).value_or(Folder{});
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return shown.name;
    case ActivityRole:
        return QVariant::fromValue(shown.isFolded ? activityIn(row.id) : Activity::None);
    case DepthRole:
        return depth(row.id);
    case FoldedRole:
        return shown.isFolded;
    case CountRole:
        return m_counts.value(row.id);
    default:
        return {};
    }
}

// A folder is not selected with the conversations, but the keys go to it.
Qt::ItemFlags ConversationList::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows.at(index.row()).kind == RowKind::Caption)
        return Qt::NoItemFlags;
    if (m_rows.at(index.row()).kind == RowKind::Folder)
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

void ConversationList::setPlace(Place place)
{
    if (place == m_place)
        return;
    m_place = place;
    rebuild();
}

// At once, not when the store has answered.
void ConversationList::setFolded(Id folder, bool folded)
{
    const auto found = std::ranges::find(m_folders, folder, &Folder::id);
    if (found == m_folders.end() || found->isFolded == folded)
        return;
    found->isFolded = folded;
    rebuild({folder});
    m_store.save(*std::ranges::find(m_folders, folder, &Folder::id));
}

void ConversationList::unfold(Id folder)
{
    const Id outer = this->folder(folder).value_or(Folder{}).parent;
    setFolded(folder, false);
    setFolded(outer, false);
}

// What is done next builds on it, however busy the disk is.
void ConversationList::file(const ConversationStore::Filings &filings)
{
    QSet<Id> changed;
    for (const auto &[id, filing] : filings) {
        const qsizetype place = m_places.value(id, -1);
        // A folder that was just made comes with the store's answer.
        if (place < 0 || (filing.folder != 0 && !folder(filing.folder)))
            continue;
        m_all[place].filing = filing;
        changed.insert(id);
    }
    m_freshFolders = m_folders;
    rebuild(changed + takeFolders());
    m_store.file(filings);
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

int ConversationList::rowOf(Id id) const
{
    const auto found = std::ranges::find(m_rows, id, &Row::id);
    return id == 0 || found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

QList<int> ConversationList::answeringRows() const
{
    QList<int> rows;
    for (const Id id : m_answering) {
        const Id inner = conversation(id).value_or(Conversation{}).filing.folder;
        for (const Id shown : {id, inner, folder(inner).value_or(Folder{}).parent}) {
            const int row = rowOf(shown);
            if (row < 0)
                continue;
            if (!rows.contains(row))
                rows.append(row);
            break;
        }
    }
    return rows;
}

std::optional<Conversation> ConversationList::conversation(Id id) const
{
    const qsizetype place = m_places.value(id, -1);
    if (place < 0)
        return {};
    return m_all.at(place);
}

std::optional<Folder> ConversationList::folder(Id id) const
{
    const auto found = std::ranges::find(m_folders, id, &Folder::id);
    return found == m_folders.cend() ? std::optional<Folder>() : *found;
}

int ConversationList::depth(Id folder) const
{
    return this->folder(folder).value_or(Folder{}).parent == 0 ? 0 : 1;
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

bool ConversationList::isInside(Id conversation, Id folder) const
{
    return isInside(this->conversation(conversation).value_or(Conversation{}).filing, folder);
}

bool ConversationList::isInside(const Filing &filing, Id folder) const
{
    const Id own = filing.folder;
    return own != 0 && (own == folder || this->folder(own).value_or(Folder{}).parent == folder);
}

ConversationList::Activity ConversationList::activityIn(Id folder) const
{
    const auto isIn = [&](Id conversation) { return isInside(conversation, folder); };
    if (std::ranges::any_of(m_answering, isIn))
        return Activity::Answering;
    return std::ranges::any_of(m_unread, isIn) ? Activity::Unread : Activity::None;
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
    for (const Folder &folder : std::as_const(m_folders)) {
        const int row = isInside(conversation, folder.id) ? rowOf(folder.id) : -1;
        if (row >= 0)
            Q_EMIT dataChanged(index(row), index(row), {ActivityRole});
    }
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
    m_store.folders(this, [this](const base::Result<QList<Folder>> &folders) {
        m_freshFolders = folders.value_or(m_folders);
    });
    m_store.conversations(this, [this](const base::Result<QList<Conversation>> &conversations) {
        // A list that could not be read now is better shown as it was; the store says what is wrong.
        if (conversations)
            take(*conversations);
        if (!std::exchange(m_loaded, true))
            Q_EMIT loaded();
        Q_EMIT refreshed();
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
    rebuild(changed + takeFolders());
}

// Those that show something else than before.
QSet<Id> ConversationList::takeFolders()
{
    QHash<Id, int> counts;
    m_archived = 0;
    for (const Conversation &conversation : std::as_const(m_all)) {
        const Filing &filing = conversation.filing;
        if (filing.isArchived)
            ++m_archived;
        else if (filing.folder != 0 && !filing.isPinned)
            ++counts[filing.folder];
    }
    if (m_archived == 0)
        m_place = Place::List;
    for (const Folder &folder : std::as_const(m_freshFolders)) {
        if (folder.parent != 0)
            counts[folder.parent] += counts.value(folder.id);
    }
    QSet<Id> changed;
    for (const Folder &fresh : std::as_const(m_freshFolders)) {
        if (folder(fresh.id) != fresh || m_counts.value(fresh.id) != counts.value(fresh.id))
            changed.insert(fresh.id);
    }
    m_folders = m_freshFolders;
    m_counts = counts;
    return changed;
}

} // namespace chat
