// The conversations as a list with group captions (Today, Yesterday, Previous 7 days, Older), latest first,
// refreshed by difference. Captions are rows of their own; the view words them.
#pragma once

#include "chat/ConversationStore.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

namespace chat {

enum class ConversationGroup { Today, Yesterday, PreviousWeek, Older };

class ConversationList : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class RowKind { Caption, Conversation };
    Q_ENUM(RowKind)
    enum class Activity { None, Answering, Unread, Draft };
    Q_ENUM(Activity)
    enum Roles { KindRole = Qt::UserRole + 1, GroupRole, IdRole, TitleRole, UpdatedRole, ActivityRole };

    explicit ConversationList(ConversationStore &store, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override; // DisplayRole = title
    Qt::ItemFlags flags(const QModelIndex &index) const override;     // captions cannot be selected

    // Only titles that contain `text` (case ignored); empty = all.
    void setFilter(const QString &text);
    QString filter() const { return m_filter; }
    void setAnswering(Id conversation, bool answering);
    void setUnread(Id conversation, bool unread);
    // -1 where it is not listed.
    int rowOf(Id conversation) const;
    // Absent where it is not known (deleted, or not loaded yet).
    std::optional<Conversation> conversation(Id id) const;
    // That conversations last used, in the order of the alphabet.
    QStringList models() const;
    int conversationCount() const { return static_cast<int>(m_all.size()); } // without regard to the filter
    // The day changed: groups are computed anew. `now` is local time.
    void regroup(const QDateTime &now = QDateTime::currentDateTime());

Q_SIGNALS:
    void loaded(); // the first time the store answered

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

    Activity activity(const Conversation &conversation) const;
    void mark(QSet<Id> &marked, Id conversation, bool on);
    void refreshSoon();
    void refresh();
    void take(const QList<Conversation> &conversations);
    QList<Row> wantedRows() const;
    void rebuild(const QSet<Id> &changed = {});
    void removeAllBut(const QList<Row> &wanted);
    void insertAndMove(const QList<Row> &wanted);

    ConversationStore &m_store;
    QList<Conversation> m_all;     // latest first
    QHash<Id, qsizetype> m_places; // in m_all
    QList<Row> m_rows;
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
