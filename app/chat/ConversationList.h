// The conversations as a list, latest first, refreshed by difference: those that are pinned, then folders
// with what is in them (where they are not folded), then the rest under Today, Yesterday, Previous 7 days and
// Older. Captions are rows of their own; the view words them. With a filter: all that fit, folded, archived
// or not.
#pragma once

#include "chat/ConversationStore.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

namespace chat {

enum class ConversationGroup { Today, Yesterday, PreviousWeek, Older, Pinned, Folder, Archived };

class ConversationList : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class RowKind { Caption, Conversation, Folder };
    Q_ENUM(RowKind)
    enum class Activity { None, Answering, Unread, Draft };
    Q_ENUM(Activity)
    enum Roles {
        KindRole = Qt::UserRole + 1,
        GroupRole,
        IdRole,
        TitleRole, // or the folder's name
        UpdatedRole,
        ActivityRole, // of a folded folder: the most telling one inside
        PinnedRole,
        DepthRole,  // 0 … 2, in folders
        FoldedRole, // of a folder
        CountRole,  // of a folder: how many conversations are listed in it
    };
    enum class Place { List, Archive };

    explicit ConversationList(ConversationStore &store, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override; // DisplayRole = TitleRole
    Qt::ItemFlags flags(const QModelIndex &index) const override;     // captions cannot be selected
    // Conversations that are dragged, as their ids. What a drop of them does is the view's to say.
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    static QList<Id> dragged(const QMimeData &data);

    // What is shown without a filter. An archive that has become empty is left.
    void setPlace(Place place);
    Place place() const { return m_place; }
    // Only titles that contain `text` (case ignored); empty = all.
    void setFilter(const QString &text);
    QString filter() const { return m_filter; }
    void setAnswering(Id conversation, bool answering);
    void setUnread(Id conversation, bool unread);
    void setFolded(Id folder, bool folded);
    void unfold(Id folder); // with the one it is in; 0 = none
    // Shown at once, and saved.
    void file(const ConversationStore::Filings &filings);
    // Of a conversation or a folder; -1 where it is not listed.
    int rowOf(Id id) const;
    // Those whose activity is Answering, folded folders among them.
    QList<int> answeringRows() const;
    // Absent where it is not known (deleted, or not loaded yet).
    std::optional<Conversation> conversation(Id id) const;
    // All, latest first, with what is in the archive.
    const QList<Conversation> &conversations() const { return m_all; }
    const QList<Folder> &folders() const { return m_folders; } // in the order in which they are shown
    std::optional<Folder> folder(Id id) const;
    // In it, or in a folder inside it.
    bool isInside(const Filing &filing, Id folder) const;
    int archivedCount() const { return m_archived; }
    // That conversations last used, in the order of the alphabet.
    QStringList models() const;
    int conversationCount() const { return static_cast<int>(m_all.size()); } // without regard to the filter
    // The day changed: groups are computed anew. `now` is local time.
    void regroup(const QDateTime &now = QDateTime::currentDateTime());

Q_SIGNALS:
    void loaded();    // the first time the store answered
    void refreshed(); // every time; the rows are as the store said

private:
    // Small, so that a long list is moved about quickly.
    struct Row
    {
        RowKind kind = RowKind::Conversation;
        ConversationGroup group = ConversationGroup::Today;
        Id id = 0; // of a conversation

        bool operator==(const Row &) const = default;
        // What a row is, whatever it shows.
        std::pair<int, Id> key() const;
    };

    QVariant conversationData(const Row &row, int role) const;
    QVariant folderData(const Row &row, int role) const;
    Activity activity(const Conversation &conversation) const;
    Activity activityIn(Id folder) const;
    bool isInside(Id conversation, Id folder) const;
    int depth(Id folder) const;
    void mark(QSet<Id> &marked, Id conversation, bool on);
    void refreshSoon();
    void refresh();
    void take(const QList<Conversation> &conversations);
    QSet<Id> takeFolders();
    QList<Row> wantedRows() const;
    void addFolders(QList<Row> &rows, const QHash<Id, QList<Row>> &inside) const;
    void rebuild(const QSet<Id> &changed = {});
    void removeAllBut(const QList<Row> &wanted);
    void insertAndMove(const QList<Row> &wanted);
    void moveRow(int from, int before);
    void moveDown(int row, const QList<Row> &wanted, const QSet<std::pair<int, Id>> &present);

    ConversationStore &m_store;
    QList<Conversation> m_all;     // latest first
    QHash<Id, qsizetype> m_places; // in m_all
    QList<Row> m_rows;
    QList<Folder> m_folders;
    QList<Folder> m_freshFolders; // of the answer that is not complete yet
    QHash<Id, int> m_counts;      // conversations in each folder, those of the folders inside it too
    int m_archived = 0;
    Place m_place = Place::List;
    QString m_filter;
    QSet<Id> m_answering;
    QSet<Id> m_unread;
    QDateTime m_now;
    bool m_loaded = false;
    bool m_refreshing = false; // asked for, not begun
};

// The group of a time; both local.
ConversationGroup groupOf(const QDateTime &updated, const QDateTime &now);

} // namespace chat
