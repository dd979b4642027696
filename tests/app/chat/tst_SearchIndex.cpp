// The index in the database: that it finds what reading every message finds, whatever was written before.
#include "chat/ConversationRows.h"
#include "chat/SearchIndex.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chat;

namespace {

bool always()
{
    return true;
}

QString piece(QRandomGenerator &random)
{
    static const QStringList pieces{
        u"模"_s,       u"型"_s,      u"模型"_s,        u"大语言"_s, u"，"_s, u"。"_s,   u"的"_s,
        u"Ollama"_s,   u"ollama"_s,  u"Oll"_s,         u"llama"_s,  u"go"_s, u"Good"_s, u"a"_s,
        u"foo_bar"_s,  u"getName"_s, u"std::vector"_s, u"C++"_s,    u" "_s,  u" "_s,    u"\n"_s,
        u"サーバー"_s, u"모델"_s,    u"𠮷"_s,          u"🙂"_s,     u"v2"_s, u"%"_s,    u"\""_s,
    };
    return pieces.at(random.bounded(static_cast<int>(pieces.size())));
}

QString randomText(QRandomGenerator &random, int longest)
{
    QString text;
    for (int count = random.bounded(longest + 1); count > 0; --count)
        text += piece(random);
    return text;
}

bool isWithoutBlanks(const QString &text)
{
    static const QRegularExpression chinese(u"^[模型大语言的，。サーバ모델𠮷]+\\z"_s);
    return chinese.match(text).hasMatch();
}

} // namespace

class TestSearchIndex : public QObject
{
    Q_OBJECT
private:
    storage::Database m_database;
    Conversation m_conversation;
    QHash<Id, QString> m_texts;

    Message write(const QString &text, MessageState state = MessageState::Complete)
    {
        Message message = newMessage(backend::Role::User, 0);
        message.text = text;
        message.state = state;
        save(message);
        return message;
    }
    void save(const Message &message)
    {
        m_database.transaction([&] { return rows::save(m_database, m_conversation.id, message); }).value();
        if (message.state == MessageState::Streaming)
            m_texts.remove(message.id);
        else
            m_texts[message.id] = message.text;
    }
    void fillIndex()
    {
        while (m_database.transaction([&]() -> base::Result<void> {
            const auto more = rows::extendIndex(m_database);
            return more && *more ? base::Result<void>() : base::failure(base::Error::Kind::Cancelled);
        })) {
        }
    }
    // Of all pages.
    QList<Id> found(SearchQuery query)
    {
        QList<Id> ids;
        do {
            const SearchPage page = rows::search(m_database, query, always).value();
            for (const SearchHit &hit : page.hits)
                ids.append(hit.message);
            query.before = page.next;
        } while (query.before > 0);
        return ids;
    }
    QList<Id> found(const QString &text) { return found(SearchQuery{text}); }
    qint64 number(const QString &sql, const QVariantList &values = {})
    {
        qint64 number = -1;
        m_database.forEach(sql, values, [&](const QSqlQuery &row) { number = row.value(0).toLongLong(); })
            .value();
        return number;
    }
    // With the index alone, no reading below it.
    bool isIndexed(const QString &text)
    {
        return number(u"SELECT count(*) FROM search WHERE search MATCH ?"_s,
                      {matchExpression(searchTerms(text))}) > 0;
    }
    int entries() { return static_cast<int>(number(u"SELECT count(*) FROM search"_s)); }
    // FTS5's own.
    bool isSound()
    {
        return m_database.run(u"INSERT INTO search (search) VALUES ('integrity-check')"_s).has_value();
    }
    // Whatever the index has or has not, exactly what a reader of all finds.
    void compareWithReading(const QStringList &queries)
    {
        for (const QString &query : queries) {
            const QList<SearchTerm> terms = searchTerms(query);
            QSet<Id> wanted;
            for (auto text = m_texts.cbegin(); text != m_texts.cend(); ++text) {
                if (!terms.isEmpty() && hasAll(terms, SearchedText(text.value())))
                    wanted.insert(text.key());
            }
            const QList<Id> ids = found(query);
            QVERIFY2(QSet<Id>(ids.cbegin(), ids.cend()) == wanted, qPrintable(query));
            QVERIFY2(ids.size() == wanted.size(), qPrintable(query));
        }
    }

private Q_SLOTS:
    void init()
    {
        m_database.openInMemory().value();
        m_database.migrate(rows::schema()).value();
        m_texts.clear();
        m_conversation = {};
        m_conversation.id = newId();
        m_conversation.title = u"One"_s;
        rows::save(m_database, m_conversation).value();
    }
    void cleanup() { m_database.close(); }

    void findsWhatLikeFindsInAMixedCorpus()
    {
        QRandomGenerator random(7);
        for (int count = 0; count < 400; ++count)
            write(randomText(random, 12));
        QVERIFY(isSound());
        QCOMPARE(entries(), 400);
        QStringList queries;
        for (int count = 0; count < 600; ++count)
            queries.append(randomText(random, 4));
        compareWithReading(queries);
        int compared = 0;
        for (const QString &query : queries) {
            if (!isWithoutBlanks(query))
                continue;
            // What LIKE says, which knows nothing of ours.
            QList<Id> like;
            m_database
                .forEach(u"SELECT id FROM message WHERE text LIKE ? ORDER BY sequence DESC"_s,
                         {u'%' + query + u'%'},
                         [&](const QSqlQuery &row) { like.append(row.value(0).toLongLong()); })
                .value();
            QVERIFY2(found(query) == like, qPrintable(query));
            compared += like.isEmpty() ? 0 : 1;
        }
        QVERIFY(compared > 50);
    }

    void staysTrueThroughChanges()
    {
        QRandomGenerator random(11);
        QList<Message> messages;
        QStringList queries;
        for (int count = 0; count < 40; ++count)
            queries.append(randomText(random, 3));
        for (int round = 0; round < 400; ++round) {
            const auto state = random.bounded(4) == 0 ? MessageState::Streaming : MessageState::Complete;
            if (messages.size() < 10 || random.bounded(3) == 0) {
                messages.append(write(randomText(random, 8), state));
            } else {
                Message &one = messages[random.bounded(messages.size())];
                one.text = random.bounded(4) == 0 ? one.text : randomText(random, 8);
                one.state = state;
                save(one);
            }
            if (round == 100)
                rows::resetIndex(m_database).value();
            if (round == 110)
                fillIndex();
            if (round % 40 == 39) {
                compareWithReading(queries);
                QVERIFY(isSound());
            }
        }
        rows::remove(m_database, m_conversation.id).value();
        QCOMPARE(entries(), 0);
        QVERIFY(isSound());
    }

    void hasNoEntryForWhatIsBeingWritten()
    {
        Message answer = write(u"half"_s, MessageState::Streaming);
        QCOMPARE(found(u"half"_s), QList<Id>());
        answer.text = u"half and whole"_s;
        answer.state = MessageState::Complete;
        save(answer);
        QVERIFY(isIndexed(u"whole"_s));
        QCOMPARE(found(u"whole"_s), QList<Id>{answer.id});
        // A failed answer that is asked for again has the same row.
        answer.text = u"other"_s;
        answer.state = MessageState::Streaming;
        save(answer);
        QCOMPARE(entries(), 0);
        rows::interruptUnfinished(m_database).value();
        QCOMPARE(found(u"other"_s), QList<Id>{answer.id});
        QVERIFY(!isIndexed(u"whole"_s));
        QVERIFY(isSound());
    }

    void fillsFromTheNewestDownAndFindsAllMeanwhile()
    {
        for (int count = 0; count < 500; ++count)
            write(u"number n%1 模型"_s.arg(count));
        rows::resetIndex(m_database).value();
        QVERIFY(!isIndexed(u"n499"_s));
        QCOMPARE(found(u"模型"_s).size(), 500);
        QCOMPARE(rows::extendIndex(m_database).value(), true);
        QVERIFY(isIndexed(u"n499"_s));
        QVERIFY(!isIndexed(u"n100"_s));
        const QList<Id> all = found(u"模型"_s);
        QCOMPARE(all.size(), 500);
        QCOMPARE(QSet<Id>(all.cbegin(), all.cend()).size(), 500);
        // An old one that is changed now waits for its turn.
        QCOMPARE(found(u"n7"_s).size(), 1);
        Message old = newMessage(backend::Role::User, 0);
        old.id = found(u"n7"_s).first();
        old.text = u"changed"_s;
        save(old);
        QCOMPARE(found(u"changed"_s), QList<Id>{old.id});
        const Message fresh = write(u"fresh"_s);
        QVERIFY(isIndexed(u"fresh"_s));
        fillIndex();
        QCOMPARE(entries(), 501);
        QVERIFY(isIndexed(u"n0"_s) && isIndexed(u"changed"_s));
        QCOMPARE(found(u"模型"_s).size(), 499);
        QCOMPARE(found(u"fresh"_s), QList<Id>{fresh.id});
        QVERIFY(isSound());
    }

    void indexesWhatAnOlderVersionWrote()
    {
        storage::Schema second = rows::schema();
        second.migrations.resize(2);
        m_database.openInMemory().value();
        m_database.migrate(second).value();
        m_database.run(u"INSERT INTO conversation VALUES (7, 'Paris', 'm', '', '', 9, 1, 2, NULL, '')"_s)
            .value();
        m_database
            .run(u"INSERT INTO message VALUES (1, 7, 9, 0, 'assistant', '用Ollama模型。', '', 'complete', "
                 u"'m', 3, "
                 "'stop', 1, 2, 3, 4, 5, 6, 7, 8, NULL, '', '')"_s)
            .value();
        // In a folder that cannot be written it stays as it is.
        QCOMPARE(found(u"Ollama模型"_s), QList<Id>{9});
        m_database.migrate(rows::schema()).value();
        QCOMPARE(entries(), 0);
        QCOMPARE(found(u"Ollama模型"_s), QList<Id>{9});
        fillIndex();
        QVERIFY(isIndexed(u"Ollama模型"_s));
        QCOMPARE(found(u"模"_s), QList<Id>{9});
    }

    void leavesTheIndexBehindWhenCopied()
    {
        const Message one = write(u"kept 模型"_s);
        storage::Database copy;
        copy.openInMemory().value();
        copy.copyFrom(m_database, storage::Database::Copying::All).value();
        QCOMPARE(copy.version().value(), rows::schema().version());
        QCOMPARE(rows::search(copy, SearchQuery{u"模型"_s}, always).value().hits.size(), 1);
        QCOMPARE(rows::extendIndex(copy).value(), true);
        QCOMPARE(rows::extendIndex(copy).value(), false);
        QCOMPARE(rows::search(copy, SearchQuery{u"模型"_s}, always).value().hits.first().message, one.id);
    }

    void givesPagesNewestFirst()
    {
        for (int count = 0; count < 120; ++count)
            write(u"page %1"_s.arg(count));
        SearchQuery query{u"page"_s};
        const SearchPage first = rows::search(m_database, query, always).value();
        QCOMPARE(first.hits.size(), SearchPage::size);
        QCOMPARE(first.hits.first().snippet.text, u"page 119"_s);
        QCOMPARE(first.hits.first().title, u"One"_s);
        QVERIFY(first.next > 0);
        query.before = first.next;
        const SearchPage second = rows::search(m_database, query, always).value();
        QCOMPARE(second.hits.first().snippet.text, u"page 69"_s);
        query.before = second.next;
        const SearchPage third = rows::search(m_database, query, always).value();
        QCOMPARE(third.hits.size(), 20);
        QCOMPARE(third.next, 0);
    }

    void leavesOutWhatIsNotAskedFor()
    {
        Message asked = newMessage(backend::Role::User, 0);
        asked.text = u"ink?"_s;
        asked.created = QDateTime(QDate(2026, 1, 1), QTime(), Qt::UTC);
        Message told = newAnswer(asked.id, u"qwen3:4b"_s);
        told.text = u"ink."_s;
        told.state = MessageState::Complete;
        told.created = QDateTime(QDate(2026, 2, 1), QTime(), Qt::UTC);
        save(asked);
        save(told);
        SearchQuery query{u"ink"_s};
        QCOMPARE(found(query), (QList<Id>{told.id, asked.id}));
        query.role = backend::Role::User;
        QCOMPARE(found(query), QList<Id>{asked.id});
        query.role = backend::Role::Assistant;
        query.model = u"qwen3:4b"_s;
        QCOMPARE(found(query), QList<Id>{told.id});
        query.model = u"gemma"_s;
        QCOMPARE(found(query), QList<Id>());
        query = {u"ink"_s};
        query.since = QDateTime(QDate(2026, 1, 15), QTime(), Qt::UTC);
        QCOMPARE(found(query), QList<Id>{told.id});
        rows::setDeleted(m_database, m_conversation.id, QDateTime::currentDateTimeUtc()).value();
        QCOMPARE(found(u"ink"_s), QList<Id>());
        rows::setDeleted(m_database, m_conversation.id, {}).value();
        QCOMPARE(found(u" "_s), QList<Id>());
        QCOMPARE(found(u"\""_s), QList<Id>());
    }

    void stopsWhenNobodyWaits()
    {
        for (int count = 0; count < 10; ++count)
            write(u"page"_s);
        int asked = 0;
        const auto page =
            rows::search(m_database, SearchQuery{u"page"_s}, [&asked] { return ++asked < 4; }).value();
        QCOMPARE(page.hits.size(), 3);
        QCOMPARE(asked, 4);
    }
};

QTEST_GUILESS_MAIN(TestSearchIndex)
#include "tst_SearchIndex.moc"
