#include "chat/SearchList.h"

namespace chat {

SearchList::SearchList(ConversationStore &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
}

void SearchList::search(const SearchQuery &query)
{
    m_query = query;
    m_query.before = 0;
    m_next = 0;
    m_error.reset();
    if (searchTerms(m_query.text).isEmpty()) {
        m_store.endSearch();
        clear();
        setState(State::Idle);
        return;
    }
    setState(State::Searching);
    ask(0);
}

void SearchList::ask(qint64 before)
{
    SearchQuery query = m_query;
    query.before = before;
    m_store.search(this, query, [this, before](const base::Result<SearchPage> &page) {
        if (page) {
            take(*page, before == 0);
            return;
        }
        m_error = page.error();
        setState(State::Failed);
    });
}

void SearchList::take(const SearchPage &page, bool isFirst)
{
    if (isFirst)
        clear();
    if (!page.hits.isEmpty()) {
        const int first = static_cast<int>(m_hits.size());
        beginInsertRows({}, first, first + static_cast<int>(page.hits.size()) - 1);
        m_hits += page.hits;
        endInsertRows();
    }
    m_next = page.next;
    setState(m_hits.isEmpty() ? State::NothingFound : State::Found);
}

void SearchList::clear()
{
    if (m_hits.isEmpty())
        return;
    beginRemoveRows({}, 0, static_cast<int>(m_hits.size()) - 1);
    m_hits.clear();
    endRemoveRows();
}

void SearchList::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

int SearchList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant SearchList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SearchHit &hit = m_hits.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case SnippetRole:
        return hit.snippet.text;
    case TitleRole:
        return hit.title;
    case MarksRole:
        return QVariant::fromValue(hit.snippet.marks);
    case CreatedRole:
        return hit.created;
    default:
        return {};
    }
}

bool SearchList::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next != 0;
}

void SearchList::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask(std::exchange(m_next, 0));
}

} // namespace chat
