// Conversations out of one store, through a file, into another: whole, once, all or none.
#include "chat/ConversationStore.h"
#include "chat/Trees.h"
#include "exchange/Export.h"
#include "exchange/Import.h"
#include "storage/Backups.h"
#include "support/RandomTrees.h"
#include "support/TinyDisk.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace exchange;
using base::Error;
using chat::ConversationStore;
using chat::ConversationTree;

namespace {

// How an operation ended: what it told with finished(), or the error.
struct Outcome
{
    bool isFinished = false;
    std::optional<Error> error = {};
};

template <typename Operation>
Outcome outcomeOf(Operation *operation)
{
    Outcome outcome;
    QObject::connect(operation, &Operation::finished, operation, [&] { outcome.isFinished = true; });
    QObject::connect(operation, &base::Operation::failed, operation,
                     [&](const Error &error) { outcome.error = error; });
    if (!QTest::qWaitFor([&] { return outcome.isFinished || outcome.error; }, 120'000))
        qWarning("no end");
    return outcome;
}

Outcome exportTo(ConversationStore &store, const QString &path, chat::Id conversation = 0,
                 Form form = Form::Own)
{
    PageWords words;
    words.thinking = [](const chat::Message &) { return u"Thought"_s; };
    words.attachment = [](const chat::Attachment &attachment) { return attachment.name; };
    words.facts = [](const chat::Message &) { return QStringList(); };
    const auto selection = conversation == 0 ? chat::Selection() : QSet{conversation};
    return outcomeOf(new Export(store, selection, form, path, words, nullptr));
}

base::Result<Preview> look(ConversationStore &store, const QString &path)
{
    auto *operation = new Look(store, path, nullptr);
    Preview preview;
    QObject::connect(operation, &Look::finished, operation, [&](const Preview &found) { preview = found; });
    const Outcome outcome = outcomeOf(operation);
    return outcome.isFinished ? base::Result<Preview>(preview) : std::unexpected(outcome.error.value());
}

Outcome import(ConversationStore &store, const Preview &preview)
{
    return outcomeOf(new Import(store, preview, nullptr));
}

qsizetype trashed(ConversationStore &store)
{
    std::optional<qsizetype> count;
    QObject context;
    store.trash(&context,
                [&](const base::Result<QList<chat::Conversation>> &found) { count = found->size(); });
    return QTest::qWaitFor([&] { return count.has_value(); }, 60'000) ? *count : -1;
}

QStringList folderNames(ConversationStore &store)
{
    std::optional<QStringList> names;
    QObject context;
    store.folders(&context, [&](const base::Result<QList<chat::Folder>> &found) {
        names.emplace();
        for (const chat::Folder &folder : *found)
            names->append(folder.name);
    });
    return QTest::qWaitFor([&] { return names.has_value(); }, 60'000) ? *names : QStringList{u"?"_s};
}

// ChatGPT's shape, with as many answers of a hundred characters as wanted.
QByteArray chatGptFile(int conversations, int messages)
{
    QByteArray file = "[";
    for (int c = 0; c < conversations; ++c) {
        const QByteArray id = "c" + QByteArray::number(c);
        file += (c > 0 ? ",{\"id\":\"" : "{\"id\":\"") + id + "\",\"title\":\"T" + id +
                "\",\"create_time\":1700000000,\"mapping\":{";
        for (int m = 0; m < messages; ++m)
            file += (m > 0 ? ",\"" : "\"") + QByteArray::number(m) + "\":{\"parent\":\"" +
                    QByteArray::number(m - 1) + "\",\"message\":{\"author\":{\"role\":\"" +
                    (m % 2 ? "assistant" : "user") +
                    "\"},\"create_time\":1700000001,\"content\":{\"content_type\":\"text\",\"parts\":[\"" +
                    QByteArray(100, 'a') + "\"]}}}";
        file += "}}";
    }
    return file + ']';
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QFile::WriteOnly) && file.write(content) == content.size();
}

} // namespace

class TestImport : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<ConversationStore> store(const QString &name) const
    {
        QDir(m_folder->path()).mkpath(name);
        return std::make_unique<ConversationStore>(path(name + u"/chats.db"_s));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void bringsEveryTreeToAnotherComputer()
    {
        QRandomGenerator random(7);
        const auto here = store(u"here"_s);
        QList<ConversationTree> trees;
        for (int i = 0; i < 60; ++i)
            trees.append(support::randomTree(random, static_cast<int>(random.bounded(1U, 60U))));
        for (const ConversationTree &tree : std::as_const(trees))
            support::keep(*here, tree);
        QVERIFY(exportTo(*here, path(u"all.json"_s)).isFinished);

        const auto there = store(u"there"_s);
        support::keep(*there, support::shortTree(u"There before"_s));
        const QList<ConversationTree> before = support::treesIn(*there);
        const auto preview = look(*there, path(u"all.json"_s));
        QVERIFY(preview.has_value());
        QCOMPARE(preview->source, Source::Inkstone);
        QCOMPARE(preview->conversations, trees.size());
        QVERIFY(preview->leftOut.isEmpty());
        QCOMPARE(support::treesIn(*there), before); // a look changes nothing
        QVERIFY(import(*there, *preview).isFinished);
        QCOMPARE(support::treesIn(*there), support::byId(before + trees));
    }

    // Of one conversation, more images than are in memory at a time.
    void bringsImagesInParts_data()
    {
        QTest::addColumn<bool>("fromBackup");
        QTest::newRow("export") << false;
        QTest::newRow("backup") << true;
    }
    void bringsImagesInParts()
    {
        QFETCH(bool, fromBackup);
        ConversationTree tree = support::shortTree(u"Pictures"_s);
        for (int n = 1; n <= 9; ++n) {
            const QByteArray content =
                n == 5 ? QByteArray("砚") : "\x89PNG\r\n\x1a\n" + QByteArray(400'000, char('a' + n));
            const bool isImage = n != 5;
            tree.messages.first().attachments.append(
                {.id = n,
                 .kind = isImage ? chat::Attachment::Kind::Image : chat::Attachment::Kind::Text,
                 .name = u"%1"_s.arg(n),
                 .bytes = content.size(),
                 .pixels = isImage ? QSize(n, n) : QSize()});
            tree.contents.insert(n, content);
        }
        const QList<ConversationTree> all = support::byId({tree, support::shortTree(u"Other"_s)});
        const QString file = fromBackup ? path(u"here/chats.db"_s) : path(u"all.json"_s);
        {
            const auto here = store(u"here"_s);
            for (const ConversationTree &one : all)
                support::keep(*here, one);
            QVERIFY(exportTo(*here, path(u"all.json"_s)).isFinished);
            QVERIFY(exportTo(*here, path(u"page.html"_s), tree.conversation.id, Form::Html).isFinished);
        }
        QVERIFY(QFileInfo(path(u"page.html"_s)).size() > 8 * 400'000);
        const auto there = store(u"there"_s);
        const auto preview = look(*there, file);
        QVERIFY(preview.has_value());
        QVERIFY(preview->leftOut.isEmpty());
        QVERIFY(import(*there, *preview).isFinished);
        QCOMPARE(support::treesIn(*there), all);
        QCOMPARE(QDir(path(u"there"_s)).entryList({u"work-*"_s}, QDir::Dirs), QStringList());
    }

    void readsACopyWithoutItsFirstPage()
    {
        QList<ConversationTree> trees;
        {
            const auto here = store(u"here"_s);
            for (int i = 0; i < 100; ++i) {
                trees.append(support::shortTree(u"Title %1"_s.arg(i)));
                support::keep(*here, trees.last());
            }
        }
        QFile file(path(u"here/chats.db"_s));
        QVERIFY(file.open(QFile::ReadOnly));
        QByteArray content = file.readAll();
        content.replace(0, 4096, QByteArray(4096, '\0'));
        const QString copy = path(u"here/corrupt-20261123-120000.db"_s);
        QVERIFY(writeFile(copy, content));
        const auto there = store(u"there"_s);
        const auto preview = look(*there, copy);
        QVERIFY(preview.has_value());
        QVERIFY2(preview->conversations >= 95, qPrintable(QString::number(preview->conversations)));
        QVERIFY(writeFile(copy, QByteArray(100'000, 'x')));
        QCOMPARE(look(*there, copy).error().kind, Error::Kind::Damaged);
    }

    void removesTheCopiesOfAProgramThatWasKilled()
    {
        QVERIFY(QDir(path(u"here"_s)).mkpath(path(u"here/work-a1B2c3"_s)));
        QVERIFY(writeFile(path(u"here/work-a1B2c3/copy.db"_s), "secret"));
        QVERIFY(QDir().mkpath(path(u"here/work-a1B2c3d4E5f6"_s)));
        QVERIFY(QDir().mkpath(path(u"here/workshop"_s)));
        const QTemporaryDir mine(storage::workTemplate(path(u"here"_s))); // somebody is at work already
        const auto here = store(u"here"_s);
        QVERIFY(support::treesIn(*here).isEmpty());
        QVERIFY(!QFileInfo::exists(path(u"here/work-a1B2c3"_s)));
        QVERIFY(!QFileInfo::exists(path(u"here/work-a1B2c3d4E5f6"_s)));
        QVERIFY(QFileInfo::exists(mine.path()));
        QVERIFY(QFileInfo::exists(path(u"here/workshop"_s)));
    }

    void runsNothingOfAForeignDatabase()
    {
        const ConversationTree tree = support::shortTree(u"Ink"_s);
        {
            const auto here = store(u"here"_s);
            support::keep(*here, tree);
        }
        {
            storage::Database database;
            QVERIFY(database.openCopy(path(u"here/chats.db"_s)));
            QVERIFY(database.execute(u"UPDATE message SET state = 'streaming'"_s));
            QVERIFY(database.execute(u"CREATE TRIGGER evil AFTER UPDATE ON message BEGIN UPDATE message "
                                     "SET text = 'evil'; END"_s));
        }
        const auto there = store(u"there"_s);
        const auto preview = look(*there, path(u"here/chats.db"_s));
        QVERIFY(preview.has_value());
        QVERIFY(import(*there, *preview).isFinished);
        const QList<ConversationTree> came = support::treesIn(*there);
        QCOMPARE(came.size(), 1);
        QCOMPARE(came.first().messages.first().text, u"Ink"_s);
    }

    void exportsOneConversationAlone()
    {
        const auto here = store(u"here"_s);
        const ConversationTree wanted = support::shortTree(u"Wanted"_s);
        support::keep(*here, wanted);
        support::keep(*here, support::shortTree(u"Other"_s));
        QVERIFY(exportTo(*here, path(u"one.json"_s), wanted.conversation.id).isFinished);
        const auto there = store(u"there"_s);
        QVERIFY(import(*there, look(*there, path(u"one.json"_s)).value()).isFinished);
        QCOMPARE(support::treesIn(*there), QList<ConversationTree>{wanted});
    }

    void leavesOutTheTrashAndWhatIsNotThere()
    {
        const auto here = store(u"here"_s);
        const ConversationTree gone = support::shortTree(u"Gone"_s);
        support::keep(*here, gone);
        here->moveToTrash(gone.conversation.id);
        QVERIFY(exportTo(*here, path(u"all.json"_s)).isFinished);
        const auto preview = look(*here, path(u"all.json"_s));
        QCOMPARE(preview.value().conversations, 0);
        for (const Form form : {Form::Own, Form::Html, Form::Markdown})
            QCOMPARE(exportTo(*here, path(u"one"_s), gone.conversation.id, form).error.value().kind,
                     Error::Kind::NotFound);
        QVERIFY(!QFile::exists(path(u"one"_s)));
    }

    void recognisesWhatIsHereAlready()
    {
        const auto here = store(u"here"_s);
        QVERIFY(writeFile(path(u"conversations.json"_s), chatGptFile(5, 4)));
        QVERIFY(import(*here, look(*here, path(u"conversations.json"_s)).value()).isFinished);
        const QList<ConversationTree> once = support::treesIn(*here);
        QCOMPARE(once.size(), 5);
        here->moveToTrash(once.constFirst().conversation.id);

        QVERIFY(writeFile(path(u"conversations.json"_s), chatGptFile(7, 4)));
        const auto preview = look(*here, path(u"conversations.json"_s));
        QCOMPARE(preview.value().there, 5);
        QCOMPARE(preview->conversations, 2);
        QCOMPARE(preview->messages, 8);
        QVERIFY(import(*here, *preview).isFinished);
        QCOMPARE(support::treesIn(*here).size(), 6);
        QCOMPARE(trashed(*here), 1);
    }

    void completesWhatLacksMessages()
    {
        QRandomGenerator random(11);
        const auto here = store(u"here"_s);
        const ConversationTree whole = support::randomTree(random, 60);
        const ConversationTree other = support::shortTree(u"Other"_s);
        support::keep(*here, whole);
        support::keep(*here, other);
        QVERIFY(exportTo(*here, path(u"all.json"_s)).isFinished);

        const auto there = store(u"there"_s);
        ConversationTree part = whole;
        part.messages.resize(25);
        part.conversation.leafId = part.messages.constLast().id;
        support::keep(*there, part);
        const auto preview = look(*there, path(u"all.json"_s));
        QCOMPARE(preview.value().conversations, 1);
        QCOMPARE(preview->messages, 2);
        QCOMPARE(preview->there, 1);
        QCOMPARE(preview->incomplete, 1);
        QCOMPARE(preview->restMessages, 35);
        QVERIFY(import(*there, *preview).isFinished);
        const QList<ConversationTree> trees = support::treesIn(*there);
        QCOMPARE(trees.size(), 2);
        const ConversationTree &completed = trees.at(trees.at(0) == other ? 1 : 0);
        QCOMPARE(completed.messages, whole.messages);
        QVERIFY(look(*there, path(u"all.json"_s)).value().isEmpty());
    }

    void goesOnWhereAConversationWentOn()
    {
        const auto here = store(u"here"_s);
        QVERIFY(writeFile(path(u"before"_s), chatGptFile(2, 4)));
        QVERIFY(writeFile(path(u"after"_s), chatGptFile(2, 6)));
        QVERIFY(import(*here, look(*here, path(u"before"_s)).value()).isFinished);
        // One of them went on here, too.
        ConversationTree mine = support::treesIn(*here).constFirst();
        chat::Message next = chat::newMessage(backend::Role::User, mine.conversation.leafId);
        next.text = u"Mine"_s;
        mine.conversation.leafId = next.id;
        mine.messages.append(next);
        support::keep(*here, mine);

        QVERIFY(import(*here, look(*here, path(u"after"_s)).value()).isFinished);
        const QList<ConversationTree> trees = support::treesIn(*here);
        QCOMPARE(trees.size(), 2);
        QCOMPARE(trees.at(0).conversation.leafId, next.id);
        QCOMPARE(trees.at(0).messages.size(), 7);
        QCOMPARE(trees.at(1).messages.size(), 6);
        QCOMPARE(trees.at(1).conversation.leafId, trees.at(1).messages.constLast().id);
    }

    void findsWhatCompletedAConversation()
    {
        const auto here = store(u"here"_s);
        ConversationTree tree = support::shortTree(u"Mine"_s, u"a walrus"_s);
        support::keep(*here, tree);
        QVERIFY(exportTo(*here, path(u"all.json"_s)).isFinished);
        const auto there = store(u"there"_s);
        tree.messages.removeLast();
        tree.conversation.leafId = tree.messages.constLast().id;
        support::keep(*there, tree);
        QVERIFY(import(*there, look(*there, path(u"all.json"_s)).value()).isFinished);
        std::optional<qsizetype> hits;
        there->search(this, {u"walrus"_s},
                      [&](const base::Result<chat::SearchPage> &page) { hits = page.value().hits.size(); });
        QTRY_VERIFY(hits.has_value());
        QCOMPARE(*hits, 1);
    }

    void leavesWhatIsInTheTrashAsItIs()
    {
        const auto here = store(u"here"_s);
        QVERIFY(writeFile(path(u"before"_s), chatGptFile(1, 4)));
        QVERIFY(writeFile(path(u"after"_s), chatGptFile(1, 6)));
        QVERIFY(import(*here, look(*here, path(u"before"_s)).value()).isFinished);
        here->moveToTrash(support::treesIn(*here).constFirst().conversation.id);
        const auto preview = look(*here, path(u"after"_s));
        QVERIFY(preview.value().isEmpty());
        QCOMPARE(preview->there, 1);
    }

    void takesAConversationOnceThatAFileHasTwice()
    {
        const auto here = store(u"here"_s);
        const QByteArray one = chatGptFile(1, 2);
        QVERIFY(writeFile(path(u"twice"_s), one.chopped(1) + ',' + one.sliced(1)));
        const auto preview = look(*here, path(u"twice"_s));
        QCOMPARE(preview.value().conversations, 1);
        QCOMPARE(preview->leftOut, (LeftOuts{{LeftOut::Repeated, 1}}));
        QVERIFY(import(*here, *preview).isFinished);
        QCOMPARE(support::treesIn(*here).size(), 1);
    }

    void overwritesNoMessageOfAnotherConversation()
    {
        const auto here = store(u"here"_s);
        const ConversationTree mine = support::shortTree(u"Mine"_s, u"untouched"_s);
        support::keep(*here, mine);
        QVERIFY(exportTo(*here, path(u"mine.json"_s)).isFinished);
        QFile file(path(u"mine.json"_s));
        QVERIFY(file.open(QFile::ReadOnly));
        // Another conversation that claims the same messages.
        const QByteArray forged = file.readAll()
                                      .replace(QByteArray::number(mine.conversation.id), "4711")
                                      .replace("untouched", "overwritten");
        QVERIFY(writeFile(path(u"forged.json"_s), forged));
        QVERIFY(import(*here, look(*here, path(u"forged.json"_s)).value()).isFinished);
        const QList<ConversationTree> trees = support::treesIn(*here);
        QCOMPARE(trees.size(), 2);
        QVERIFY(trees.contains(mine));
        const ConversationTree &other = trees.at(0).conversation.id == 4711 ? trees.at(0) : trees.at(1);
        QCOMPARE(other.messages.at(1).text, u"overwritten"_s);
        QCOMPARE(other.messages.at(1).parentId, other.messages.at(0).id);
        QCOMPARE(other.conversation.leafId, other.messages.at(1).id);
    }

    void takesNothingOverWhenItIsCancelled()
    {
        const auto here = store(u"here"_s);
        support::keep(*here, support::shortTree(u"Mine"_s));
        QVERIFY(writeFile(path(u"big"_s), chatGptFile(300, 40)));
        const auto preview = look(*here, path(u"big"_s));
        auto *operation = new Import(*here, preview.value(), this);
        connect(operation, &Import::progressed, operation, [&] { operation->cancel(); });
        QCOMPARE(outcomeOf(operation).error.value().kind, Error::Kind::Cancelled);
        QCOMPARE(support::treesIn(*here).size(), 1);
        QCOMPARE(trashed(*here), 0);
        // And a second one finds nothing of it in its way.
        const auto again = look(*here, path(u"big"_s));
        QCOMPARE(again.value().conversations, 300);
        QVERIFY(import(*here, *again).isFinished);
        QCOMPARE(support::treesIn(*here).size(), 301);
    }

    void takesNothingOverWhenTheProgramEndsMeanwhile()
    {
        QVERIFY(writeFile(path(u"big"_s), chatGptFile(300, 40)));
        {
            const auto here = store(u"here"_s);
            Import operation(*here, look(*here, path(u"big"_s)).value(), nullptr);
            QSignalSpy progress(&operation, &Import::progressed);
            QVERIFY(progress.wait(60'000));
        }
        const auto again = store(u"here"_s);
        QCOMPARE(support::treesIn(*again).size(), 0);
        QCOMPARE(trashed(*again), 0);
    }

    void noticesThatTheFileIsAnotherByNow()
    {
        const auto here = store(u"here"_s);
        QVERIFY(writeFile(path(u"file"_s), chatGptFile(2, 2)));
        const auto preview = look(*here, path(u"file"_s));
        QVERIFY(writeFile(path(u"file"_s), chatGptFile(3, 2)));
        QCOMPARE(import(*here, preview.value()).error.value().kind, Error::Kind::Interrupted);
        QVERIFY(QFile::remove(path(u"file"_s)));
        QCOMPARE(import(*here, preview.value()).error.value().kind, Error::Kind::NotFound);
        QCOMPARE(support::treesIn(*here).size(), 0);
    }

    // Cancelled at the moment when everything is there.
    void takesBackWhatIsBeingShown()
    {
        const auto here = store(u"here"_s);
        support::keep(*here, support::shortTree(u"Mine"_s));
        const QList<ConversationTree> before = support::treesIn(*here);
        ConversationTree other = support::shortTree(u"Other"_s);
        other.folder = {u"Work"_s, u"Clients"_s};
        {
            chat::Trees trees(*here);
            bool isAdded = false;
            trees.add(this, {other}, {},
                      [&](const base::Result<void> &added) { isAdded = added.has_value(); });
            QTRY_VERIFY(isAdded);
            trees.showAdded(this, [](const base::Result<void> &) {});
        }
        QCOMPARE(support::treesIn(*here), before);
        QCOMPARE(trashed(*here), 0);
        QCOMPARE(folderNames(*here), QStringList());
        // What was shown and told of stays.
        {
            chat::Trees trees(*here);
            bool isShown = false;
            trees.add(this, {other}, {}, [](const base::Result<void> &) {});
            trees.showAdded(this, [&](const base::Result<void> &shown) { isShown = shown.has_value(); });
            QTRY_VERIFY(isShown);
        }
        QCOMPARE(support::treesIn(*here), support::byId(before + QList{other}));
    }

    void takesBackTheRestThatIsBeingShown()
    {
        const auto here = store(u"here"_s);
        ConversationTree tree = support::shortTree(u"Mine"_s);
        ConversationTree rest = tree;
        rest.isRest = true;
        rest.messages.removeFirst();
        tree.messages.removeLast();
        tree.conversation.leafId = tree.messages.constLast().id;
        support::keep(*here, tree);
        const QList<ConversationTree> before = support::treesIn(*here);
        for (const bool isBeingShown : {false, true}) {
            chat::Trees trees(*here);
            bool isAdded = false;
            trees.add(this, {rest}, {},
                      [&](const base::Result<void> &added) { isAdded = added.has_value(); });
            QTRY_VERIFY(isAdded);
            QCOMPARE(support::treesIn(*here), before);
            if (isBeingShown)
                trees.showAdded(this, [](const base::Result<void> &) {});
        }
        QCOMPARE(support::treesIn(*here), before);
        QCOMPARE(trashed(*here), 0);
    }

    void findsTheFolderByItsName_data()
    {
        QTest::addColumn<bool>("isBackup");
        QTest::newRow("a file") << false;
        QTest::newRow("a backup") << true;
    }
    void findsTheFolderByItsName()
    {
        QFETCH(bool, isBackup);
        ConversationTree one = support::shortTree(u"One"_s);
        ConversationTree two = support::shortTree(u"Two"_s);
        const ConversationTree none = support::shortTree(u"None"_s);
        one.folder = {u"工作"_s};
        two.folder = {u"工作"_s, u"Clients"_s};
        two.draft = {{.id = 1, .name = u"notes.txt"_s, .bytes = 3}};
        two.contents = {{1, "ink"}};
        {
            const auto there = store(u"there"_s);
            for (const ConversationTree &tree : {one, two, none})
                support::keep(*there, tree);
            QVERIFY(exportTo(*there, path(u"all.json"_s)).isFinished);
        }
        const auto here = store(u"here"_s);
        here->save(chat::Folder{.id = 5, .name = u"Clients"_s}); // another, for it is in none
        here->save(chat::Folder{.id = 6, .name = u"工作"_s});
        const auto preview = look(*here, path(isBackup ? u"there/chats.db"_s : u"all.json"_s));
        QVERIFY(import(*here, preview.value()).isFinished);
        QCOMPARE(support::treesIn(*here), support::byId({one, two, none}));
        QCOMPARE(folderNames(*here), (QStringList{u"Clients"_s, u"工作"_s, u"Clients"_s}));
    }

    // What a backup brings back is in its folder, whatever that is called by now.
    void knowsItsFolderAgain()
    {
        ConversationTree tree = support::shortTree(u"One"_s);
        tree.conversation.filing.folder = 6;
        {
            const auto here = store(u"here"_s);
            here->save(chat::Folder{.id = 6, .name = u"Old"_s});
            support::keep(*here, tree);
        }
        QVERIFY(QDir().mkpath(path(u"copy"_s)));
        QVERIFY(QFile::copy(path(u"here/chats.db"_s), path(u"copy/chats.db"_s)));
        const auto here = store(u"here"_s);
        here->save(chat::Folder{.id = 6, .name = u"New"_s});
        here->deleteForGood(tree.conversation.id);
        const auto preview = look(*here, path(u"copy/chats.db"_s));
        QVERIFY(import(*here, preview.value()).isFinished);
        QCOMPARE(folderNames(*here), QStringList{u"New"_s});
        QCOMPARE(support::treesIn(*here).constFirst().folder, QStringList{u"New"_s});
    }

    void goesOnWithWhatWasDeletedForGoodAndCameBack()
    {
        const auto here = store(u"here"_s);
        ConversationTree tree = support::shortTree(u"Mine"_s);
        support::keep(*here, tree);
        QVERIFY(exportTo(*here, path(u"all.json"_s)).isFinished);
        here->deleteForGood(tree.conversation.id);
        const auto preview = look(*here, path(u"all.json"_s));
        QCOMPARE(preview.value().conversations, 1);
        QVERIFY(import(*here, *preview).isFinished);
        chat::Message next = chat::newMessage(backend::Role::User, tree.conversation.leafId);
        next.text = u"And then?"_s;
        next.created = tree.conversation.created;
        tree.conversation.leafId = next.id;
        tree.messages.append(next);
        support::keep(*here, tree);
        QCOMPARE(support::treesIn(*here), QList{tree});
    }

    // Each is read once, not all of them for each.
    void looksThroughABackupOfMany()
    {
        constexpr int count = 4000;
        const QString backup = path(u"there/chats.db"_s);
        {
            const auto there = store(u"there"_s);
            QVERIFY(writeFile(path(u"many"_s), chatGptFile(count, 2)));
            QVERIFY(import(*there, look(*there, path(u"many"_s)).value()).isFinished);
        }
        const auto here = store(u"here"_s);
        QElapsedTimer since;
        since.start();
        QCOMPARE(look(*here, backup).value().messages, 2 * count);
        QVERIFY2(since.elapsed() < 15'000, qPrintable(QString::number(since.elapsed())));
    }

    void stopsCopyingADatabaseThatIsNotWantedAnyMore()
    {
        static_cast<void>(store(u"there"_s));
        const auto file = ImportFile::open(path(u"there/chats.db"_s), [] { return false; });
        QVERIFY(!file);
        QCOMPARE(file.error().kind, Error::Kind::Cancelled);
    }

    void leavesNoHalfFileOnAFullDisk()
    {
        const auto here = store(u"here"_s);
        support::keep(*here, support::shortTree(u"Large"_s, u"a"_s.repeated(3'000'000)));
        QDir(m_folder->path()).mkdir(u"disk"_s);
        support::TinyDisk disk(path(u"disk"_s), 1'000'000);
        QVERIFY(disk.isMounted());
        QVERIFY(writeFile(path(u"disk/all.json"_s), "the old one"));
        for (const Form form : {Form::Own, Form::Html}) {
            const chat::Id id = support::treesIn(*here).constFirst().conversation.id;
            QCOMPARE(exportTo(*here, path(u"disk/all.json"_s), id, form).error.value().kind,
                     Error::Kind::NoSpace);
        }
        QFile old(path(u"disk/all.json"_s));
        QVERIFY(old.open(QFile::ReadOnly));
        QCOMPARE(old.readAll(), "the old one");
        old.close();
        QCOMPARE(QDir(path(u"disk"_s)).entryList(QDir::Files | QDir::Hidden), QStringList{u"all.json"_s});
        QVERIFY(disk.setReadOnly(true));
        QCOMPARE(exportTo(*here, path(u"disk/new.json"_s)).error.value().kind, Error::Kind::ReadOnly);
    }

    void takesNothingOverOnAFullDisk()
    {
        QDir(m_folder->path()).mkdir(u"disk"_s);
        support::TinyDisk disk(path(u"disk"_s), 6'000'000);
        QVERIFY(disk.isMounted());
        QVERIFY(writeFile(path(u"big"_s), chatGptFile(1000, 40)));
        const auto here = store(u"disk"_s);
        support::keep(*here, support::shortTree(u"Mine"_s));
        QCOMPARE(support::treesIn(*here).size(), 1);
        const auto preview = look(*here, path(u"big"_s));
        QCOMPARE(import(*here, preview.value()).error.value().kind, Error::Kind::NoSpace);
        QCOMPARE(here->state(), ConversationStore::State::Saved);
        QCOMPARE(support::treesIn(*here).size(), 1);
    }

    void answersMeanwhile()
    {
        const auto here = store(u"here"_s);
        constexpr int count = 20'000;
        QVERIFY(writeFile(path(u"big"_s), chatGptFile(count / 40, 40)));
        const auto preview = look(*here, path(u"big"_s)).value();
        qint64 longest = 0;
        QElapsedTimer since;
        QTimer beat;
        beat.setInterval(0);
        connect(&beat, &QTimer::timeout, this, [&] {
            longest = std::max(longest, since.elapsed());
            since.start();
        });
        QElapsedTimer whole;
        whole.start();
        since.start();
        beat.start();
        QVERIFY(import(*here, preview).isFinished);
        const qint64 took = whole.elapsed();
        qInfo("%d messages in %lld ms; the longest pause of the thread of the window: %lld ms", count,
              static_cast<long long>(took), static_cast<long long>(longest));
        QVERIFY2(longest < 1000, "the window waited");
        QCOMPARE(support::treesIn(*here).size(), count / 40);
    }
};

int main(int argc, char **argv)
{
    if (!support::enterOwnMounts())
        return 1;
    QCoreApplication app(argc, argv);
    TestImport test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_Import.moc"
