// The store on disks that are full, read-only, locked or damaged.
#include "chat/ConversationRows.h"
#include "chat/ConversationStore.h"
#include "support/TinyDisk.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace chat;
using base::Error;
using State = ConversationStore::State;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

bool replaceContent(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QFile::WriteOnly | QFile::Truncate) && file.write(content) == content.size();
}

struct Turn
{
    Conversation conversation;
    QList<Message> messages;
};

// A conversation with a question and an answer of `size` characters.
Turn turn(const QString &title, int size = 100)
{
    Turn one;
    one.conversation.id = newId();
    one.conversation.title = title;
    one.conversation.updated = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000, Qt::UTC);
    Message asked;
    asked.id = newId();
    asked.text = title;
    Message told;
    told.id = newId();
    told.parentId = asked.id;
    told.role = backend::Role::Assistant;
    told.text = QString(size, u'a');
    one.conversation.leafId = told.id;
    one.messages = {asked, told};
    return one;
}

QStringList titles(ConversationStore &store)
{
    std::optional<QStringList> found;
    QObject context;
    store.conversations(&context, [&](const base::Result<QList<Conversation>> &all) {
        found.emplace();
        if (!all)
            found->append(u"error: "_s + all.error().detail);
        else
            for (const Conversation &one : *all)
                found->append(one.title);
        found->sort();
    });
    return QTest::qWaitFor([&] { return found.has_value(); }, 30'000) ? *found : QStringList{u"no answer"_s};
}

base::Result<QList<Message>> pathOf(ConversationStore &store, Id id)
{
    std::optional<base::Result<QList<Message>>> found;
    QObject context;
    store.path(&context, id, [&](const base::Result<QList<Message>> &path) { found = path; });
    if (!QTest::qWaitFor([&] { return found.has_value(); }, 30'000))
        return base::failure(Error::Kind::TimedOut);
    return *found;
}

QHash<Id, QByteArray> contentsOf(ConversationStore &store, const QList<Id> &attachments)
{
    std::optional<QHash<Id, QByteArray>> found;
    QObject context;
    store.contents(&context, attachments, [&](const base::Result<QHash<Id, QByteArray>> &contents) {
        found = contents.value_or(QHash<Id, QByteArray>());
    });
    return QTest::qWaitFor([&] { return found.has_value(); }, 30'000) ? *found : QHash<Id, QByteArray>();
}

void flush(ConversationStore &store)
{
    bool isDone = false;
    QObject context;
    store.flush(&context, [&] { isDone = true; });
    QVERIFY(QTest::qWaitFor([&] { return isDone; }, 30'000));
}

base::Result<void> check(const QString &path)
{
    storage::Database database;
    if (auto opened = database.openReadOnly(path); !opened)
        return opened;
    auto verdict = database.run(u"PRAGMA quick_check"_s);
    if (!verdict || !verdict->next() || verdict->value(0) != u"ok"_s)
        return base::failure(Error::Kind::Damaged);
    return {};
}

} // namespace

class TestStoreTrouble : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<support::TinyDisk> m_disk;
    QString m_path;

    void useDisk(qint64 bytes)
    {
        const QString folder = m_folder->filePath(u"disk"_s);
        QDir().mkpath(folder);
        m_disk = std::make_unique<support::TinyDisk>(folder, bytes);
        QVERIFY(m_disk->isMounted());
        m_path = folder + u"/chats.db"_s;
    }

    void fillWith(const QStringList &names)
    {
        ConversationStore store(m_path);
        for (const QString &name : names) {
            const Turn one = turn(name);
            store.save(one.conversation, one.messages);
        }
        flush(store);
        QCOMPARE(store.state(), State::Saved);
    }

    QStringList corruptFiles() const
    {
        return QFileInfo(m_path).dir().entryList({u"corrupt-*.db"_s}, QDir::Files);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"chats.db"_s);
    }
    void cleanup()
    {
        m_disk.reset();
        m_folder.reset();
    }

    void keepsEverythingWhenTheDiskIsFull()
    {
        useDisk(2 << 20);
        ConversationStore store(m_path);
        const Turn before = turn(u"before"_s);
        store.save(before.conversation, before.messages);
        flush(store);
        QCOMPARE(store.state(), State::Saved);

        QVERIFY(m_disk->fill());
        Turn during = turn(u"during"_s, 300'000);
        store.save(during.conversation, during.messages);
        for (int i = 1; i <= 20; ++i) { // a streaming answer, saved again and again
            during.messages[1].text = QString(300'000, QChar(u'a' + i));
            store.save(during.conversation.id, during.messages[1]);
        }
        const Turn doomed = turn(u"doomed"_s);
        store.save(doomed.conversation, doomed.messages);
        store.deleteForGood(doomed.conversation.id);
        flush(store);
        QTRY_COMPARE(store.state(), State::NotSaved);
        QCOMPARE(store.error()->kind, Error::Kind::NoSpace);
        QVERIFY(store.unsavedSince().isValid());
        QCOMPARE(titles(store), (QStringList{u"before"_s, u"during"_s}));
        QCOMPARE(pathOf(store, during.conversation.id).value()[1].text, during.messages[1].text);
        QVERIFY(check(m_path));

        // By itself, as soon as there is room.
        QVERIFY(m_disk->empty());
        QTRY_COMPARE_WITH_TIMEOUT(store.state(), State::Saved, 15'000);
        QVERIFY(!store.error());
        QCOMPARE(titles(store), (QStringList{u"before"_s, u"during"_s}));
        storage::Database database;
        QVERIFY(database.openReadOnly(m_path));
        QCOMPARE(rows::path(database, during.conversation.id).value()[1].text, during.messages[1].text);
        QCOMPARE(rows::path(database, before.conversation.id).value().size(), 2);
    }

    // The copy in memory does not have them.
    void showsImagesWhileTheDiskIsFull()
    {
        useDisk(4 << 20);
        ConversationStore store(m_path);
        Turn one = turn(u"Look at this"_s);
        const QByteArray content = "\x89PNG\r\n\x1a\n" + QByteArray(500'000, 'p');
        const Attachment image{.id = newAttachmentId(),
                               .kind = Attachment::Kind::Image,
                               .name = u"a.png"_s,
                               .bytes = content.size(),
                               .pixels = QSize(3, 2)};
        store.save(one.conversation);
        store.addToDraft(one.conversation.id, image, content);
        one.messages[0].attachments = {image};
        store.save(one.conversation, one.messages);
        flush(store);
        QCOMPARE(store.state(), State::Saved);
        QVERIFY(m_disk->fill());
        // Asked again, with the image.
        Turn again = turn(u"Once more"_s, 300'000);
        again.messages[0].attachments = {image};
        const auto copies = copyAttachments(again.messages[0].attachments);
        store.save(again.conversation, again.messages, copies);
        flush(store);
        QTRY_COMPARE(store.state(), State::NotSaved);
        QCOMPARE(pathOf(store, one.conversation.id).value()[0].attachments, QList{image});
        QCOMPARE(pathOf(store, again.conversation.id).value()[0].attachments, again.messages[0].attachments);
        const Id copy = again.messages[0].attachments[0].id;
        QVERIFY(contentsOf(store, {image.id, copy}) ==
                (QHash<Id, QByteArray>{{image.id, content}, {copy, content}}));
        QVERIFY(m_disk->empty());
        flush(store);
        QTRY_COMPARE(store.state(), State::Saved);
        QVERIFY(contentsOf(store, {image.id, copy}) ==
                (QHash<Id, QByteArray>{{image.id, content}, {copy, content}}));
    }

    void opensOnAFullDiskAndSavesOnceThereIsRoom_data()
    {
        QTest::addColumn<bool>("isNew");
        QTest::newRow("new") << true;
        QTest::newRow("with history") << false;
    }
    void opensOnAFullDiskAndSavesOnceThereIsRoom()
    {
        QFETCH(bool, isNew);
        useDisk(1 << 20);
        QStringList expected;
        if (!isNew) {
            fillWith({u"before"_s});
            expected.append(u"before"_s);
        }
        QVERIFY(m_disk->fill());
        {
            ConversationStore store(m_path);
            QCOMPARE(titles(store), expected);
            const Turn now = turn(u"now"_s);
            store.save(now.conversation, now.messages);
            flush(store);
            QTRY_COMPARE(store.state(), State::NotSaved);
            QCOMPARE(store.error()->kind, Error::Kind::NoSpace);
            expected.append(u"now"_s);
            QCOMPARE(titles(store), expected);
            QVERIFY(m_disk->empty());
            flush(store);
            QTRY_COMPARE(store.state(), State::Saved);
        }
        ConversationStore store(m_path);
        QCOMPARE(titles(store), expected);
        QCOMPARE(store.state(), State::Saved);
    }

    void showsTheHistoryWhereNothingCanBeWritten()
    {
        useDisk(1 << 20);
        fillWith({u"old"_s});
        QVERIFY(m_disk->setReadOnly(true));
        const QByteArray before = contentOf(m_path);
        ConversationStore store(m_path);
        QCOMPARE(titles(store), QStringList{u"old"_s});
        QTRY_COMPARE(store.state(), State::NotSaved);
        QCOMPARE(store.error()->kind, Error::Kind::ReadOnly);
        const Turn now = turn(u"now"_s);
        store.save(now.conversation, now.messages);
        QCOMPARE(titles(store), (QStringList{u"now"_s, u"old"_s}));
        QCOMPARE(pathOf(store, now.conversation.id).value(), now.messages);
        QVERIFY(contentOf(m_path) == before);

        QVERIFY(m_disk->setReadOnly(false));
        QTRY_COMPARE_WITH_TIMEOUT(store.state(), State::Saved, 15'000);
        storage::Database database;
        QVERIFY(database.openReadOnly(m_path));
        QCOMPARE(rows::conversations(database, rows::Place::List).value().size(), 2);
    }

    void startsInAFolderThatCannotBeMade()
    {
        useDisk(1 << 20);
        QVERIFY(m_disk->setReadOnly(true));
        ConversationStore store(QFileInfo(m_path).path() + u"/new/chats.db"_s);
        QCOMPARE(titles(store), QStringList());
        QTRY_COMPARE(store.state(), State::NotSaved);
        QCOMPARE(store.error()->kind, Error::Kind::ReadOnly);
        const Turn now = turn(u"now"_s);
        store.save(now.conversation, now.messages);
        QCOMPARE(titles(store), QStringList{u"now"_s});
    }

    void leavesANewerFileAlone()
    {
        {
            storage::Schema newer = rows::schema();
            newer.migrations.append({u"CREATE TABLE wonder(x)"_s});
            storage::Database database;
            QVERIFY(database.open(m_path, newer));
            QVERIFY(rows::save(database, turn(u"future"_s).conversation));
        }
        const QByteArray before = contentOf(m_path);
        {
            ConversationStore store(m_path);
            const Turn now = turn(u"now"_s);
            store.save(now.conversation, now.messages);
            flush(store);
            QTRY_COMPARE(store.state(), State::NotSaved);
            QCOMPARE(store.error()->kind, Error::Kind::NewerData);
            QCOMPARE(titles(store), QStringList{u"now"_s});
        }
        QVERIFY(contentOf(m_path) == before);
        QCOMPARE(corruptFiles(), QStringList());
    }

    void beginsANewFileWhereTheOldOneIsNoDatabase()
    {
        const QByteArray rubbish = QByteArray("no database").repeated(1000);
        QVERIFY(replaceContent(m_path, rubbish));
        {
            ConversationStore store(m_path);
            QSignalSpy changed(&store, &ConversationStore::stateChanged);
            QTRY_COMPARE(store.state(), State::Saved);
            QCOMPARE(changed.size(), 1);
            QCOMPARE(store.error()->kind, Error::Kind::Damaged);
            QCOMPARE(corruptFiles().size(), 1);
            QVERIFY(store.error()->detail.endsWith(corruptFiles().constFirst()));
            QVERIFY(contentOf(store.error()->detail) == rubbish);
            const Turn now = turn(u"now"_s);
            store.save(now.conversation, now.messages);
        }
        // Told once.
        ConversationStore store(m_path);
        QCOMPARE(titles(store), QStringList{u"now"_s});
        QTRY_COMPARE(store.state(), State::Saved);
        QVERIFY(!store.error());
    }

    void savesWhatCanBeReadOfADamagedFile()
    {
        QRandomGenerator random(4711);
        QStringList names;
        for (int i = 0; i < 300; ++i)
            names.append(u"chat %1"_s.arg(i, 3, 10, QChar(u'0')));
        fillWith(names);
        // Not the one with the list of tables, so that something is lost.
        constexpr int pageSize = 4096;
        QByteArray bad = contentOf(m_path);
        const int page = random.bounded(1, int(bad.size() / pageSize));
        for (int n = 0; n < pageSize; ++n)
            bad[page * pageSize + n] = static_cast<char>(random.bounded(256));
        QVERIFY(replaceContent(m_path, bad));
        QVERIFY(replaceContent(m_path + u"-wal"_s, "not ended cleanly"));
        ConversationStore store(m_path);
        const QStringList found = titles(store);
        const Turn now = turn(u"now"_s);
        store.save(now.conversation, now.messages);
        flush(store);
        QTRY_COMPARE(store.state(), State::Saved);
        QVERIFY(titles(store).contains(u"now"_s));
        QCOMPARE(corruptFiles().size(), 1);
        QVERIFY(contentOf(QFileInfo(m_path).dir().filePath(corruptFiles().first())) == bad);
        QVERIFY2(found.size() >= 270, QByteArray::number(found.size()).constData());
        QCOMPARE(store.salvaged().conversations, int(found.size()));
        QVERIFY2(store.salvaged().messages >= 540, QByteArray::number(store.salvaged().messages).constData());
    }

    void savesWhatCanBeReadOnceThereIsRoom()
    {
        useDisk(1 << 20);
        fillWith({u"a"_s, u"b"_s, u"c"_s});
        QByteArray bad = contentOf(m_path);
        bad.replace(bad.size() - 4096, 4096, QByteArray(4096, '\xff'));
        bad[2 * 4096] = 'x'; // a page of a table or an index, found by the check
        QVERIFY(replaceContent(m_path, bad));
        QVERIFY(replaceContent(m_path + u"-wal"_s, "not ended cleanly"));
        QVERIFY(m_disk->fill());
        ConversationStore store(m_path);
        const QStringList shown = titles(store);
        QTRY_COMPARE(store.state(), State::NotSaved);
        QCOMPARE(store.error()->kind, Error::Kind::NoSpace);
        QVERIFY2(!shown.isEmpty() && !shown.constFirst().startsWith(u"error"), qPrintable(shown.join(u' ')));
        QVERIFY(m_disk->empty());
        flush(store);
        QTRY_COMPARE(store.state(), State::Saved);
        QCOMPARE(store.error()->kind, Error::Kind::Damaged);
        QCOMPARE(titles(store), shown);
        QVERIFY(check(m_path));
    }

    void waitsForAnotherProgramsLock()
    {
        fillWith({u"old"_s});
        ConversationStore store(m_path);
        QTRY_COMPARE(store.state(), State::Saved);
        flush(store);
        storage::Database other;
        QVERIFY(other.open(m_path, rows::schema()));
        QVERIFY(other.run(u"BEGIN EXCLUSIVE"_s));
        const Turn now = turn(u"now"_s);
        store.save(now.conversation, now.messages);
        QTRY_COMPARE_WITH_TIMEOUT(store.state(), State::NotSaved, 20'000);
        QCOMPARE(store.error()->kind, Error::Kind::Storage);
        QCOMPARE(titles(store), (QStringList{u"now"_s, u"old"_s}));
        QVERIFY(other.run(u"ROLLBACK"_s));
        QTRY_COMPARE_WITH_TIMEOUT(store.state(), State::Saved, 20'000);
        QCOMPARE(rows::path(other, now.conversation.id).value().size(), 2);
    }
};

int main(int argc, char **argv)
{
    if (!support::enterOwnMounts())
        return 1;
    QCoreApplication app(argc, argv);
    TestStoreTrouble test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_StoreTrouble.moc"
