#include "chat/SearchIndex.h"

#include "chat/StoredWords.h"

#include <limits>

using namespace Qt::StringLiterals;
using base::Result;
using storage::Database;

namespace chat::rows {

namespace {

// One step of filling the index: some milliseconds.
constexpr int messagesPerStep = 200;
constexpr qsizetype charactersPerStep = 200'000;

Result<std::optional<qint64>> numberFrom(Database &database, const QString &sql, const QVariantList &values)
{
    std::optional<qint64> number;
    const auto read = database.forEach(sql, values, [&](const QSqlQuery &row) {
        if (!row.isNull(0))
            number = row.value(0).toLongLong();
    });
    if (!read)
        return std::unexpected(read.error());
    return number;
}

Result<bool> hasIndex(Database &database)
{
    const auto count =
        numberFrom(database, u"SELECT count(*) FROM sqlite_master WHERE name = 'search'"_s, {});
    if (!count)
        return std::unexpected(count.error());
    return count->value_or(0) > 0;
}

// The lowest entry; above everything where there is none.
Result<qint64> indexedFrom(Database &database)
{
    const auto lowest = numberFrom(database, u"SELECT rowid FROM search ORDER BY rowid LIMIT 1"_s, {});
    if (!lowest)
        return std::unexpected(lowest.error());
    return lowest->value_or(std::numeric_limits<qint64>::max());
}

Result<void> add(Database &database, qint64 sequence, const QString &text)
{
    const IndexedText indexed = indexedText(text);
    return database.execute(u"INSERT INTO search (rowid, tokens, starts) VALUES (?, ?, ?)"_s,
                            {sequence, indexed.tokens, indexed.starts});
}

// An index without the text has to be told what it had.
Result<void> remove(Database &database, qint64 sequence, const QString &text)
{
    const IndexedText indexed = indexedText(text);
    return database.execute(
        u"INSERT INTO search (search, rowid, tokens, starts) VALUES ('delete', ?, ?, ?)"_s,
        {sequence, indexed.tokens, indexed.starts});
}

struct Entry
{
    qint64 sequence = 0;
    QString text;
};

// Messages with an entry (or without one), by `where`.
Result<QList<Entry>> entries(Database &database, const QString &where, const QVariantList &values)
{
    QList<Entry> found;
    const auto read = database.forEach(
        u"SELECT sequence, text FROM message WHERE "_s + where, values,
        [&](const QSqlQuery &row) { found.append({row.value(0).toLongLong(), row.value(1).toString()}); });
    if (!read)
        return std::unexpected(read.error());
    return found;
}

const auto hasEntry = u"EXISTS (SELECT 1 FROM search WHERE rowid = message.sequence)"_s;
const auto isWritten = u"state <> 'streaming'"_s;

// Collects the hits of one query, newest first.
class Reader
{
public:
    Reader(Database &database, const SearchQuery &query, const std::function<bool()> &isWanted)
        : m_database(database)
        , m_query(query)
        , m_isWanted(isWanted)
        , m_terms(searchTerms(query.text))
        , m_expression(matchExpression(m_terms))
    {
    }

    bool hasTerms() const { return !m_terms.isEmpty(); }
    bool canUseIndex() const { return !m_expression.isEmpty(); }
    bool isDone() const { return m_isDone; }
    const SearchPage &page() const { return m_page; }

    Result<void> readIndex()
    {
        // CROSS: along the index, which has them in order, and only until the page is full.
        return read(u"search CROSS JOIN message ON message.sequence = search.rowid"_s, u"search MATCH ?"_s,
                    {m_expression}, u"search.rowid"_s, std::numeric_limits<qint64>::max());
    }
    // The messages below `end`, one by one.
    Result<void> readBelow(qint64 end)
    {
        QString where = isWritten;
        QVariantList values;
        for (const SearchTerm &term : m_terms) {
            const QString pattern = likePattern(term);
            if (pattern.isEmpty())
                continue;
            where += u" AND text LIKE ? ESCAPE '\\'"_s;
            values.append(pattern);
        }
        return read(u"message"_s, where, values, u"message.sequence"_s, end);
    }

private:
    Result<void> read(const QString &from, QString where, QVariantList values, const QString &order,
                      qint64 end)
    {
        if (m_query.before != 0)
            end = std::min(end, m_query.before);
        where += u" AND "_s + order + u" < ? AND conversation.deleted IS NULL"_s;
        values.append(end);
        if (m_query.role) {
            where += u" AND role = ?"_s;
            values.append(word(roles, *m_query.role));
        }
        if (!m_query.model.isEmpty()) {
            where += u" AND message.model = ?"_s;
            values.append(m_query.model);
        }
        if (m_query.since.isValid()) {
            where += u" AND message.created >= ?"_s;
            values.append(m_query.since.toMSecsSinceEpoch());
        }
        if (!m_query.folders.isEmpty()) {
            where +=
                u" AND conversation.folder IN (?"_s + u", ?"_s.repeated(m_query.folders.size() - 1) + u')';
            for (const Id folder : m_query.folders)
                values.append(folder);
        }
        const QString sql = u"SELECT sequence, message.id, conversation, role, message.model, "
                            "message.created, title, text FROM "_s +
                            from +
                            u" CROSS JOIN conversation ON conversation.id = message.conversation WHERE "_s +
                            where + u" ORDER BY "_s + order + u" DESC"_s;
        return m_database.readWhile(sql, values, [this](const QSqlQuery &row) { return take(row); });
    }
    bool take(const QSqlQuery &row)
    {
        if (!m_isWanted()) {
            m_isDone = true;
            return false;
        }
        constexpr int textColumn = 7;
        const SearchedText text(row.value(textColumn).toString());
        if (!hasAll(m_terms, text))
            return true;
        if (m_page.hits.size() == SearchPage::size) {
            m_page.next = m_last;
            m_isDone = true;
            return false;
        }
        m_last = row.value(0).toLongLong();
        m_page.hits.append(
            {row.value(2).toLongLong(), row.value(1).toLongLong(), row.value(6).toString(),
             meaning(roles, row.value(3).toString(), backend::Role::User), row.value(4).toString(),
             QDateTime::fromMSecsSinceEpoch(row.value(5).toLongLong(), Qt::UTC), snippetOf(m_terms, text)});
        return true;
    }

    Database &m_database;
    const SearchQuery &m_query;
    const std::function<bool()> &m_isWanted;
    QList<SearchTerm> m_terms;
    QString m_expression;
    SearchPage m_page;
    qint64 m_last = 0;
    bool m_isDone = false;
};

} // namespace

QString searchTable()
{
    // What the tokens are is decided in SearchText, so the tokenizer only has to part them at blanks. Without
    // the text, which stands in `message` already. With lists of all that begins with the same three letters.
    return u"CREATE VIRTUAL TABLE search USING fts5"
           "(tokens, starts, content = '', tokenize = 'ascii', prefix = '3')"_s;
}

Result<void> unindexUnless(Database &database, Id message, const std::optional<QString> &text)
{
    const auto old = entries(database, u"id = ? AND "_s + hasEntry, {message});
    if (!old)
        return std::unexpected(old.error());
    if (old->isEmpty() || old->constFirst().text == text)
        return {};
    return remove(database, old->constFirst().sequence, old->constFirst().text);
}

Result<void> index(Database &database, Id message)
{
    const auto fresh = entries(database, u"id = ? AND "_s + isWritten + u" AND NOT "_s + hasEntry, {message});
    if (!fresh)
        return std::unexpected(fresh.error());
    if (fresh->isEmpty())
        return {};
    const auto from = indexedFrom(database);
    if (!from)
        return std::unexpected(from.error());
    const qint64 sequence = fresh->constFirst().sequence;
    if (sequence < *from) {
        // An empty index may begin with the newest message and with no other.
        const auto newest = numberFrom(database, u"SELECT max(sequence) FROM message"_s, {});
        if (!newest)
            return std::unexpected(newest.error());
        if (*from != std::numeric_limits<qint64>::max() || *newest != sequence)
            return {};
    }
    return add(database, sequence, fresh->constFirst().text);
}

Result<void> unindexAll(Database &database, Id conversation)
{
    const auto exists = hasIndex(database);
    if (!exists)
        return std::unexpected(exists.error());
    if (!*exists)
        return {};
    const auto all = entries(database, u"conversation = ? AND "_s + hasEntry, {conversation});
    if (!all)
        return std::unexpected(all.error());
    for (const Entry &entry : *all) {
        if (auto removed = remove(database, entry.sequence, entry.text); !removed)
            return removed;
    }
    return {};
}

Result<bool> extendIndex(Database &database)
{
    const auto from = indexedFrom(database);
    if (!from)
        return std::unexpected(from.error());
    qsizetype characters = 0;
    QList<Entry> step;
    // Messages below that are being written have no entry and get none.
    const auto read =
        database.readWhile(u"SELECT sequence, text FROM message WHERE sequence < ? AND "_s + isWritten +
                               u" ORDER BY sequence DESC LIMIT ?"_s,
                           {*from, messagesPerStep}, [&](const QSqlQuery &row) {
                               step.append({row.value(0).toLongLong(), row.value(1).toString()});
                               characters += step.constLast().text.size();
                               return characters < charactersPerStep;
                           });
    if (!read)
        return std::unexpected(read.error());
    for (const Entry &entry : std::as_const(step)) {
        if (auto added = add(database, entry.sequence, entry.text); !added)
            return std::unexpected(added.error());
    }
    return !step.isEmpty();
}

Result<void> compactIndex(Database &database)
{
    return database.execute(u"INSERT INTO search (search) VALUES ('optimize')"_s);
}

Result<void> resetIndex(Database &database)
{
    const auto exists = hasIndex(database);
    if (!exists)
        return std::unexpected(exists.error());
    if (!*exists)
        return {};
    if (auto dropped = database.execute(u"DROP TABLE search"_s); !dropped)
        return dropped;
    return database.execute(searchTable());
}

Result<SearchPage> search(Database &database, const SearchQuery &query, const std::function<bool()> &isWanted)
{
    Reader reader(database, query, isWanted);
    if (!reader.hasTerms())
        return SearchPage();
    qint64 end = std::numeric_limits<qint64>::max();
    if (reader.canUseIndex()) {
        const auto exists = hasIndex(database);
        if (!exists)
            return std::unexpected(exists.error());
        if (*exists) {
            const auto from = indexedFrom(database);
            if (!from)
                return std::unexpected(from.error());
            end = *from;
            if (auto read = reader.readIndex(); !read)
                return std::unexpected(read.error());
        }
    }
    if (!reader.isDone()) {
        if (auto read = reader.readBelow(end); !read)
            return std::unexpected(read.error());
    }
    return reader.page();
}

} // namespace chat::rows
