// Export and import while one call of the system after the other fails: all or nothing, and the file or the
// history that was there stays.
#include "chat/Schema.h"
#include "exchange/Export.h"
#include "exchange/Import.h"
#include "storage/Database.h"
#include "support/FailingCalls.h"
#include "support/RandomTrees.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cerrno>
#include <memory>

using namespace Qt::StringLiterals;
using namespace exchange;
using chat::ConversationStore;
using chat::ConversationTree;

namespace {

// Whether the operation succeeded; absent where it did not end. It deletes itself.
template <typename Operation>
std::optional<bool> endOf(Operation *operation)
{
    std::optional<bool> isDone;
    QObject::connect(operation, &Operation::finished, operation, [&] { isDone = true; });
    QObject::connect(operation, &base::Operation::failed, operation, [&] { isDone = false; });
    const bool hasEnded = QTest::qWaitFor([&] { return isDone.has_value(); }, 60'000);
    return hasEnded ? isDone : std::nullopt;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QList<ConversationTree> someTrees(int count)
{
    QRandomGenerator random(3);
    QList<ConversationTree> trees;
    for (int n = 0; n < count; ++n)
        trees.append(support::randomTree(random, 8));
    return support::byId(trees);
}

std::unique_ptr<ConversationStore> storeWith(const QString &path, const QList<ConversationTree> &trees)
{
    auto store = std::make_unique<ConversationStore>(path);
    for (const ConversationTree &tree : trees)
        support::keep(*store, tree);
    return store;
}

} // namespace

class TestExchangeFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void exportsAllOrNothing_data() { errors(); }
    void exportsAllOrNothing()
    {
        QFETCH(int, error);
        const QTemporaryDir folder;
        const auto store = storeWith(folder.filePath(u"here/chats.db"_s), someTrees(200));
        const QString out = folder.filePath(u"out"_s);
        const QString path = out + u"/all.json"_s;
        int n = 0;
        for (bool isOver = false; !isOver;) {
            QDir(out).removeRecursively();
            QVERIFY(QDir().mkpath(out));
            QFile old(path);
            QVERIFY(old.open(QFile::WriteOnly) && old.write("old") == 3);
            old.close();
            std::optional<bool> isDone;
            {
                const support::FailingCalls calls(out, ++n, error);
                isDone = endOf(new Export(*store, {}, Form::Own, path, {}, nullptr));
                isOver = calls.count() < n;
            }
            QVERIFY2(isDone.has_value(), qPrintable(u"call %1"_s.arg(n)));
            QVERIFY2(*isDone || !isOver, "it fails though every call works");
            const QByteArray content = contentOf(path);
            QVERIFY2(*isDone ? content.endsWith("]}\n") : content == "old", qPrintable(u"call %1"_s.arg(n)));
            QCOMPARE(QDir(out).entryList(QDir::Files | QDir::Hidden), QStringList{u"all.json"_s});
        }
        qInfo("%d calls", n - 1);
        QVERIFY(n > 4);
    }

    void exportsWholeFilesOnly_data() { errors(); }
    void exportsWholeFilesOnly()
    {
        QFETCH(int, error);
        const QTemporaryDir folder;
        const auto store = storeWith(folder.filePath(u"here/chats.db"_s),
                                     {support::shortTree(u"a"_s), support::shortTree(u"b"_s)});
        const QString out = folder.filePath(u"out"_s);
        int n = 0;
        for (bool isOver = false; !isOver;) {
            QDir(out).removeRecursively();
            QVERIFY(QDir().mkpath(out));
            std::optional<bool> isDone;
            {
                const support::FailingCalls calls(out, ++n, error);
                const auto placeOf = [&](const chat::Conversation &one) {
                    return u"%1/in/%2.md"_s.arg(out, one.title);
                };
                PageWords words;
                words.facts = [](const chat::Message &) { return QStringList(); };
                isDone = endOf(new Export(*store, {}, Form::Markdown, placeOf, words, nullptr));
                isOver = calls.count() < n;
            }
            QVERIFY2(isDone.has_value(), qPrintable(u"call %1"_s.arg(n)));
            QVERIFY2(*isDone || !isOver, "it fails though every call works");
            const QDir in(out + u"/in"_s);
            const QStringList names = in.entryList(QDir::Files | QDir::Hidden);
            QVERIFY2(names.size() == 2 || !*isDone, qPrintable(u"call %1"_s.arg(n)));
            for (const QString &name : names)
                QVERIFY2(contentOf(in.filePath(name)).endsWith("Yes.\n\n"), qPrintable(name));
        }
        qInfo("%d calls", n - 1);
        QVERIFY(n > 4);
    }

    // What is not saved is read on the store's thread, which nobody waits for.
    void mayGoWhileTheStoreWrites()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"chats.db"_s);
        storeWith(path, {});
        {
            storage::Database database;
            QVERIFY(database.open(path, chat::rows::schema()).has_value());
            QVERIFY(database.run(u"PRAGMA user_version=99"_s).has_value()); // stays as it is
        }
        const auto store = storeWith(path, {support::shortTree(u"a"_s), support::shortTree(u"b"_s)});
        QTRY_COMPARE(store->state(), ConversationStore::State::NotSaved);

        QSemaphore isWriting;
        QSemaphore mayGoOn;
        const auto placeOf = [&](const chat::Conversation &one) {
            isWriting.release();
            mayGoOn.acquire();
            return folder.filePath(one.title + u".md"_s);
        };
        PageWords words;
        words.facts = [](const chat::Message &) { return QStringList(); };
        auto *first = new Export(*store, {}, Form::Markdown, placeOf, words, nullptr);
        // Whoever looks at the second when it is gone finds nothing that is valid.
        alignas(Export) std::array<std::byte, sizeof(Export)> memory{};
        const QString never = folder.filePath(u"all.json"_s);
        auto *second = new (memory.data()) Export(*store, {}, Form::Own, never, words, nullptr);
        QTRY_VERIFY(isWriting.available() > 0);
        // The second waits for the first, so long that it would tell at once how far it is.
        const QDeadlineTimer longEnough(150);
        QTRY_VERIFY(longEnough.hasExpired());
        std::destroy_at(second);
        memory.fill(std::byte(0xff));
        mayGoOn.release(2);
        QVERIFY(endOf(first) == std::optional(true));
        bool isRead = false;
        chat::Trees after(*store);
        after.lacking(this, {}, [&](const auto &) { isRead = true; });
        QTRY_VERIFY(isRead);
        QCOMPARE(QDir(folder.path()).entryList({u"*.md"_s, u"*.json"_s}),
                 (QStringList{u"a.md"_s, u"b.md"_s}));
    }

    void importsAllOrNothing_data() { errors(); }
    void importsAllOrNothing()
    {
        QFETCH(int, error);
        const QTemporaryDir folder;
        const QList<ConversationTree> trees = someTrees(6);
        const QList<ConversationTree> before{trees.constFirst()};
        {
            const auto store = storeWith(folder.filePath(u"old/chats.db"_s), trees);
            QVERIFY(endOf(new Export(*store, {}, Form::Own, folder.filePath(u"all.json"_s), {}, nullptr)) ==
                    std::optional(true));
        }
        int n = 0;
        for (bool isOver = false; !isOver;) {
            const QString here = folder.filePath(u"here"_s);
            QDir(here).removeRecursively();
            QVERIFY(QDir().mkpath(here));
            QVERIFY(QFile::copy(folder.filePath(u"all.json"_s), here + u"/all.json"_s));
            std::optional<bool> isDone;
            {
                const auto store = storeWith(here + u"/chats.db"_s, before);
                QCOMPARE(support::treesIn(*store), before);
                const support::FailingCalls calls(here, ++n, error);
                isDone = importInto(*store, here + u"/all.json"_s);
                isOver = calls.count() < n;
            }
            QVERIFY2(isDone.has_value(), qPrintable(u"call %1"_s.arg(n)));
            QVERIFY2(*isDone || !isOver, "it fails though every call works");
            const auto store = std::make_unique<ConversationStore>(here + u"/chats.db"_s);
            QCOMPARE(support::treesIn(*store), *isDone ? trees : before);
        }
        qInfo("%d calls", n - 1);
        QVERIFY(n > 10);
    }

private:
    static void errors()
    {
        QTest::addColumn<int>("error");
        QTest::newRow("no space") << ENOSPC;
        QTest::newRow("broken") << EIO;
    }

    static std::optional<bool> importInto(ConversationStore &store, const QString &path)
    {
        Preview preview;
        auto *look = new Look(store, path, nullptr);
        connect(look, &Look::finished, look, [&](const Preview &found) { preview = found; });
        const auto looked = endOf(look);
        return looked == std::optional(true) ? endOf(new Import(store, preview, nullptr)) : looked;
    }
};

QTEST_GUILESS_MAIN(TestExchangeFaults)

#include "tst_ExchangeFaults.moc"
