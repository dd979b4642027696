// Searching through the store: beside the writing, the latest question only, and nothing left in the index's
// pages of what was deleted.
#include "chat/ConversationRows.h"
#include "chat/ConversationStore.h"
#include "chat/SearchIndex.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chat;

namespace {

void flush(ConversationStore &store)
{
    bool isDone = false;
    QObject context;
    store.flush(&context, [&] { isDone = true; });
    QVERIFY(QTest::qWaitFor([&] { return isDone; }, 30'000));
}

Conversation conversation(const QString &title)
{
    Conversation one;
    one.id = newId();
    one.title = title;
    one.created = one.updated = QDateTime::currentDateTimeUtc();
    return one;
}

Message question(const QString &text)
{
    Message message = newMessage(backend::Role::User, 0);
    message.text = text;
    return message;
}

// Texts of what is found; "error: …", "no answer".
QStringList found(ConversationStore &store, const QString &text)
{
    std::optional<QStringList> texts;
    QObject context;
    store.search(&context, SearchQuery{text}, [&](const base::Result<SearchPage> &page) {
        texts.emplace();
        if (!page)
            texts->append(u"error: "_s + page.error().detail);
        else
            for (const SearchHit &hit : page->hits)
                texts->append(hit.snippet.text);
    });
    return QTest::qWaitFor([&] { return texts.has_value(); }, 30'000) ? *texts : QStringList{u"no answer"_s};
}

int entries(const QString &path)
{
    storage::Database database;
    if (!database.openReadOnly(path))
        return -1;
    int count = -1;
    const auto read = database.forEach(u"SELECT count(*) FROM search"_s, {},
                                       [&](const QSqlQuery &row) { count = row.value(0).toInt(); });
    return read ? count : -1;
}

QByteArray bytesOf(const QDir &folder)
{
    QByteArray all;
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QFile::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace

class TestStoreSearch : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    // As many conversations as texts, written by a store that is gone.
    QList<Id> write(const QStringList &texts)
    {
        QList<Id> ids;
        ConversationStore store(m_path);
        for (const QString &text : texts) {
            Conversation one = conversation(u"c"_s);
            const Message asked = question(text);
            one.leafId = asked.id;
            store.save(one, {asked});
            ids.append(one.id);
        }
        flush(store);
        return ids;
    }
    void changeFile(const std::function<void(storage::Database &)> &work)
    {
        storage::Database database;
        database.open(m_path, rows::schema()).value();
        work(database);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"data/chats.db"_s);
    }

    void findsWhatWasJustSaved()
    {
        write({u"用Ollama模型"_s, u"something else"_s});
        ConversationStore store(m_path);
        flush(store);
        QTRY_COMPARE(store.state(), ConversationStore::State::Saved);
        QCOMPARE(found(store, u"模"_s), QStringList{u"用Ollama模型"_s});
        Conversation one = conversation(u"new"_s);
        store.save(one, {question(u"新的模型"_s)});
        flush(store);
        QCOMPARE(found(store, u"模型"_s), (QStringList{u"新的模型"_s, u"用Ollama模型"_s}));
        QCOMPARE(found(store, u"nowhere"_s), QStringList());
        store.moveToTrash(one.id);
        flush(store);
        QCOMPARE(found(store, u"模型"_s), QStringList{u"用Ollama模型"_s});
    }

    void answersOnlyTheLatestSearch()
    {
        write({u"a page"_s, u"another page"_s});
        ConversationStore store(m_path);
        flush(store);
        QTRY_COMPARE(store.state(), ConversationStore::State::Saved);
        QStringList answers;
        for (const QString &text : {u"another"_s, u"page"_s, u"a"_s}) {
            store.search(this, SearchQuery{text}, [&answers, text](const base::Result<SearchPage> &page) {
                answers.append(u"%1 %2"_s.arg(text).arg(page ? page->hits.size() : -1));
            });
        }
        QTRY_VERIFY(!answers.isEmpty());
        bool wasCalled = false;
        store.search(this, SearchQuery{u"page"_s}, [&](const auto &) { wasCalled = true; });
        store.endSearch();
        QCOMPARE(found(store, u"page"_s).size(), 2);
        QCOMPARE(answers, QStringList{u"a 1"_s});
        QVERIFY(!wasCalled);
    }

    void findsWhatCouldNotBeSaved()
    {
        write({u"on the disk"_s});
        changeFile([](storage::Database &database) { database.run(u"PRAGMA user_version=99"_s).value(); });
        ConversationStore store(m_path); // a newer version's, which stays as it is
        flush(store);
        QTRY_COMPARE(store.state(), ConversationStore::State::NotSaved);
        store.save(conversation(u"new"_s), {question(u"in memory"_s)});
        QCOMPARE(found(store, u"memory"_s), QStringList{u"in memory"_s});
    }

    void fillsTheIndexByItselfAndAnew()
    {
        write({u"eins"_s, u"zwei"_s, u"drei"_s});
        changeFile([](storage::Database &database) { rows::resetIndex(database).value(); });
        QCOMPARE(entries(m_path), 0);
        ConversationStore store(m_path);
        QTRY_COMPARE_WITH_TIMEOUT(entries(m_path), 3, 30'000);
        store.rebuildIndex();
        flush(store);
        QCOMPARE(found(store, u"zwei"_s), QStringList{u"zwei"_s});
        QTRY_COMPARE_WITH_TIMEOUT(entries(m_path), 3, 30'000);
    }

    void leavesNoWordOfWhatWasDeletedInTheIndex()
    {
        QStringList texts{u"the canarywort 金丝雀鸟"_s};
        for (int count = 0; count < 300; ++count)
            texts.append(u"other %1 words canary 雀 %2"_s.arg(count).arg(count * 7919));
        const Id doomed = write(texts).constFirst();
        const QDir folder = QFileInfo(m_path).dir();
        const QString backup = folder.filePath(u"backup-v3.db"_s);
        QVERIFY(QFile::copy(m_path, backup));
        ConversationStore store(m_path);
        store.moveToTrash(doomed);
        flush(store);
        // As FTS5 keeps them: a word that begins like the one before it has only its end.
        QVERIFY(bytesOf(folder).contains("wort"));
        store.deleteForGood(doomed);
        flush(store);
        const QByteArray left = bytesOf(folder);
        QVERIFY(!left.contains("wort"));
        QVERIFY(!left.contains(u"丝雀"_s.toUtf8()));
        QCOMPARE(found(store, u"canary"_s).size(), 50);
        QCOMPARE(entries(m_path), 300);
        // It is still one that a person can go back to, and its index is made anew there.
        QCOMPARE(entries(backup), 0);
    }

    void erasesByItselfAndManyAtOnce()
    {
        const QList<Id> ids = write({u"firstcanary"_s, u"secondcanary"_s, u"other"_s});
        const QDir folder = QFileInfo(m_path).dir();
        ConversationStore store(m_path);
        store.deleteForGood(ids.at(0));
        store.deleteForGood(ids.at(1));
        QTRY_VERIFY_WITH_TIMEOUT(!bytesOf(folder).contains("canary"), 5'000);
        QCOMPARE(found(store, u"other"_s).size(), 1);
    }

    void goesOnWhereAFileThatWasDamagedWasMovedAside()
    {
        write(QStringList(30, u"kept "_s.repeated(2000)));
        QFile file(m_path);
        QVERIFY(file.open(QFile::ReadWrite));
        QVERIFY(file.seek(file.size() / 2 / 4096 * 4096));
        QCOMPARE(file.write(QByteArray(3 * 4096, '\x7f')), 3 * 4096);
        file.close();
        ConversationStore store(m_path);
        store.checkIfDue();
        flush(store);
        QTRY_VERIFY(store.error());
        QCOMPARE(store.error()->kind, base::Error::Kind::Damaged);
        const qsizetype left = found(store, u"kept"_s).size();
        QVERIFY2(left > 20 && left <= 30, QByteArray::number(left).constData());
        QTRY_COMPARE_WITH_TIMEOUT(entries(m_path), static_cast<int>(left), 30'000);
    }
};

QTEST_GUILESS_MAIN(TestStoreSearch)
#include "tst_StoreSearch.moc"
