// What a search over all conversations finds, newest first, as an item model: a page at a time, the next when
// a view comes to the end. What was found before stays until the answer to a new question is here. Made by
// the view of a search.
#pragma once

#include "chat/ConversationStore.h"

#include <QAbstractListModel>

namespace chat {

class SearchList : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Roles { TitleRole = Qt::UserRole + 1, SnippetRole, MarksRole, CreatedRole };
    enum class State {
        Idle, // nothing is asked for
        Searching,
        Found,
        NothingFound,
        Failed, // error() tells why
    };

    // `store` outlives the list.
    explicit SearchList(ConversationStore &store, QObject *parent = nullptr);

    // Without words nothing is asked for, and nothing shown.
    void search(const SearchQuery &query);
    const SearchQuery &query() const { return m_query; }
    State state() const { return m_state; }
    std::optional<base::Error> error() const { return m_error; }
    const SearchHit &hit(int row) const { return m_hits.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    // DisplayRole = SnippetRole; MarksRole: a QList<chat::Snippet::Mark> in it.
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void stateChanged();

private:
    void ask(qint64 before);
    void take(const SearchPage &page, bool isFirst);
    void clear();
    void setState(State state);

    ConversationStore &m_store;
    SearchQuery m_query;
    QList<SearchHit> m_hits;
    qint64 m_next = 0; // of the page after those that are here; 0 = none, or it is asked for
    State m_state = State::Idle;
    std::optional<base::Error> m_error;
};

} // namespace chat
