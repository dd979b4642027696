#include "chat/ConversationRows.h"
#include "chat/ConversationStore.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chat;

namespace {

Conversation conversation(const QString &title)
{
    Conversation one;
    one.id = newId();
    one.title = title;
    one.model = u"qwen3:4b"_s;
    one.server = u"0f"_s;
    one.systemPrompt = u"简短回答。"_s;
    one.draft = u"and then"_s;
    one.created = one.updated = QDateTime::fromMSecsSinceEpoch(1'790'000'000'123, Qt::UTC);
    return one;
}

Message message(backend::Role role, const QString &text, Id parent)
{
    Message one;
    one.id = newId();
    one.parentId = parent;
    one.role = role;
    one.text = text;
    one.created = QDateTime::fromMSecsSinceEpoch(1'790'000'000'456, Qt::UTC);
    return one;
}

Message question(const QString &text, Id parent = 0)
{
    return message(backend::Role::User, text, parent);
}

Message answer(const QString &text, Id parent)
{
    return message(backend::Role::Assistant, text, parent);
}

// Waits for what a call of the store answers.
template <typename T, typename Call>
base::Result<T> answerOf(Call &&call)
{
    std::optional<base::Result<T>> value;
    QObject context;
    call(&context, [&](base::Result<T> result) { value = std::move(result); });
    if (!QTest::qWaitFor([&] { return value.has_value(); }, 30'000))
        return base::failure(base::Error::Kind::TimedOut);
    if (!*value)
        qWarning("%s", qPrintable(value->error().detail));
    return *value;
}

base::Result<QList<Conversation>> listed(ConversationStore &store)
{
    return answerOf<QList<Conversation>>(
        [&](QObject *context, auto done) { store.conversations(context, done); });
}

base::Result<QList<Conversation>> trashed(ConversationStore &store)
{
    return answerOf<QList<Conversation>>([&](QObject *context, auto done) { store.trash(context, done); });
}

base::Result<QList<Message>> pathOf(ConversationStore &store, Id id)
{
    return answerOf<QList<Message>>([&](QObject *context, auto done) { store.path(context, id, done); });
}

void flush(ConversationStore &store)
{
    bool isDone = false;
    QObject context;
    store.flush(&context, [&] { isDone = true; });
    QVERIFY(QTest::qWaitFor([&] { return isDone; }, 30'000));
}

QByteArray bytesOf(const QString &folder)
{
    QByteArray all;
    for (const QString &name : QDir(folder).entryList(QDir::Files)) {
        QFile file(QDir(folder).filePath(name));
        if (file.open(QFile::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace

class TestConversationStore : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"data/chats.db"_s);
    }

    void keepsEveryValueAcrossARestart()
    {
        Conversation one = conversation(u"Ink"_s);
        Message asked = question(u"What is ink? 砚👩‍💻"_s);
        Message told = answer(u"A **liquid**.\n"_s, asked.id);
        told.thinking = u"hm"_s;
        told.state = MessageState::Interrupted;
        told.model = u"qwen3:4b"_s;
        told.server = u"GPU box"_s;
        using std::chrono::nanoseconds;
        told.summary = {backend::StopReason::Length,
                        11,
                        5'000'000'000,
                        nanoseconds(1),
                        nanoseconds(2),
                        nanoseconds(3),
                        nanoseconds(4)};
        told.firstToken = std::chrono::milliseconds(321);
        told.thinkingTime = std::chrono::milliseconds(4321);
        told.error = base::Error{base::Error::Kind::ModelCrashed, u"runner gone"_s};
        one.leafId = told.id;
        {
            ConversationStore store(m_path);
            store.save(one, {asked, told});
            flush(store);
            QCOMPARE(store.state(), ConversationStore::State::Saved);
        }
        ConversationStore store(m_path);
        QCOMPARE(listed(store).value(), QList{one});
        QCOMPARE(pathOf(store, one.id).value(), (QList{asked, told}));
    }

    void keepsTheFolderToItsOwner()
    {
        ConversationStore store(m_path);
        store.save(conversation(u"a"_s));
        flush(store);
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                                QFile::WriteOther | QFile::ExeOther;
        const QDir folder = QFileInfo(m_path).dir();
        QVERIFY(!(QFile::permissions(folder.path()) & others));
        QCOMPARE(folder.entryList(QDir::Files).size(), 3); // with WAL and its index
        for (const QFileInfo &file : folder.entryInfoList(QDir::Files))
            QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
    }

    void listsTheLatestFirst()
    {
        ConversationStore store(m_path);
        Conversation older = conversation(u"older"_s);
        Conversation newer = conversation(u"newer"_s);
        newer.updated = newer.updated.addSecs(1);
        store.save(newer);
        store.save(older);
        QCOMPARE(listed(store).value(), (QList{newer, older}));
        older.updated = newer.updated.addSecs(1);
        store.save(older);
        QCOMPARE(listed(store).value(), (QList{older, newer}));
    }

    void pagesThroughVersionsWithoutLosingOne()
    {
        ConversationStore store(m_path);
        Conversation one = conversation(u"v"_s);
        const Message asked = question(u"q"_s);
        const Message first = answer(u"first"_s, asked.id);
        const Message second = answer(u"second"_s, asked.id);
        const Message third = answer(u"third"_s, asked.id);
        const Message more = question(u"more"_s, first.id);
        one.leafId = third.id;
        store.save(one, {asked, first, more, second, third});

        const auto shown = pathOf(store, one.id).value();
        QCOMPARE(shown.constLast().text, u"third"_s);
        QCOMPARE(shown.constLast().version, 3);
        QCOMPARE(shown.constLast().versions, 3);
        QCOMPARE(shown.constFirst().versions, 1);

        const auto step = [&](Id from, int offset) {
            QStringList texts;
            const auto path = answerOf<QList<Message>>(
                [&](QObject *context, auto done) { store.showVersion(context, one.id, from, offset, done); });
            for (const Message &shownMessage : path.value())
                texts.append(shownMessage.text);
            return texts.join(u' ');
        };
        QCOMPARE(step(third.id, -1), u"q second"_s);
        QCOMPARE(step(second.id, -1), u"q first more"_s);
        QCOMPARE(step(first.id, -1), u"q first more"_s);
        QCOMPARE(step(first.id, 2), u"q third"_s);
        QCOMPARE(step(third.id, 1), u"q third"_s);
        QCOMPARE(listed(store).value().constFirst().leafId, third.id);
    }

    void movesToTheTrashAndBack()
    {
        ConversationStore store(m_path);
        QSignalSpy changed(&store, &ConversationStore::changed);
        QSignalSpy removed(&store, &ConversationStore::removed);
        const Conversation one = conversation(u"a"_s);
        store.save(one);
        store.moveToTrash(one.id);
        QCOMPARE(listed(store).value(), QList<Conversation>());
        QCOMPARE(trashed(store).value().size(), 1);
        QVERIFY(trashed(store).value().constFirst().deleted.isValid());
        // A late save of what is in the trash does not bring it back.
        store.save(one);
        QCOMPARE(trashed(store).value().size(), 1);
        store.restore(one.id);
        QCOMPARE(listed(store).value(), QList{one});
        QCOMPARE(trashed(store).value(), QList<Conversation>());
        QCOMPARE(changed.size(), 4);
        QCOMPARE(removed.size(), 1);
    }

    void leavesNoTextOfADeletedConversationInAnyFile()
    {
        ConversationStore store(m_path);
        Conversation one = conversation(u"CanaryTitle"_s);
        const Message asked = question(u"CanaryText"_s.repeated(1000));
        one.leafId = asked.id;
        store.save(one, {asked});
        flush(store);
        const QString folder = QFileInfo(m_path).path();
        QVERIFY(bytesOf(folder).contains("CanaryText"));
        store.deleteForGood(one.id);
        store.save(one);
        store.save(one.id, answer(u"CanaryLate"_s, asked.id));
        store.save(one, {asked});
        flush(store);
        QVERIFY(!bytesOf(folder).contains("Canary"));
        QCOMPARE(listed(store).value(), QList<Conversation>());
    }

    void takesADeletedConversationOutOfTheCopiesToo()
    {
        Conversation one = conversation(u"CanaryTitle"_s);
        const Message asked = question(u"CanaryText"_s.repeated(1000));
        one.leafId = asked.id;
        const Conversation other = conversation(u"Other"_s);
        {
            ConversationStore store(m_path);
            store.save(one, {asked});
            store.save(other);
            flush(store);
        }
        const QDir folder = QFileInfo(m_path).dir();
        const QString backup = folder.filePath(u"backup-v1.db"_s);
        const QString aside = folder.filePath(u"corrupt-20260101-000000.db"_s);
        const QString rubbish = folder.filePath(u"corrupt-20260102-000000.db"_s);
        QVERIFY(QFile::copy(m_path, backup));
        QVERIFY(QFile::copy(m_path, aside));
        QFile unreadable(rubbish);
        QVERIFY(unreadable.open(QFile::WriteOnly));
        unreadable.write("CanaryText");
        unreadable.close();

        ConversationStore store(m_path);
        store.moveToTrash(one.id);
        flush(store);
        QVERIFY(bytesOf(folder.path()).contains("CanaryText"));
        QVERIFY(QFile::exists(rubbish)); // the trash takes nothing away
        store.deleteForGood(one.id);
        flush(store);
        QVERIFY(!bytesOf(folder.path()).contains("Canary"));
        for (const QString &copy : {backup, aside}) {
            storage::Database database;
            QVERIFY(database.openReadOnly(copy));
            QCOMPARE(rows::conversations(database, rows::Place::List).value(), QList<Conversation>{other});
        }
    }

    void backsUpOnceADay()
    {
        const QDir folder = QFileInfo(m_path).dir();
        const auto backups = [folder] { return folder.entryList({u"backup-*"_s}, QDir::Files); };
        const Conversation kept = conversation(u"kept"_s);
        Conversation gone = conversation(u"gone"_s);
        const Message secret = question(u"the secret word"_s);
        gone.leafId = secret.id;
        ConversationStore store(m_path);
        store.save(kept);
        store.save(gone, {secret});
        flush(store);
        QTRY_COMPARE(store.state(), ConversationStore::State::Saved);
        store.backUpIfDue();
        const QString name = u"backup-%1.db"_s.arg(QDate::currentDate().toString(Qt::ISODate));
        QTRY_COMPARE(backups(), QStringList{name});
        {
            ConversationStore backup(folder.filePath(name));
            QCOMPARE(listed(backup).value().size(), 2);
            QCOMPARE(pathOf(backup, gone.id).value(), QList{secret});
        }
        store.deleteForGood(gone.id);
        flush(store);
        QVERIFY(!bytesOf(folder.path()).contains("secret word"));
        // There is one of today: what is written now comes into none.
        store.save(conversation(u"later"_s));
        flush(store);
        store.backUpIfDue();
        ConversationStore backup(folder.filePath(name));
        QCOMPARE(listed(backup).value(), QList{kept});
    }

    // Asked for again before the first is kept.
    void backsUpOneAtATime()
    {
        const QDir folder = QFileInfo(m_path).dir();
        ConversationStore store(m_path);
        store.save(conversation(u"kept"_s));
        flush(store);
        QTRY_COMPARE(store.state(), ConversationStore::State::Saved);
        const QStringList wanted{u"backup-%1.db"_s.arg(QDate::currentDate().toString(Qt::ISODate))};
        const auto backups = [folder] { return folder.entryList({u"backup-*"_s}, QDir::Files); };
        for (int round = 0; round < 20; ++round) {
            store.backUpIfDue();
            store.backUpIfDue();
            QTRY_VERIFY(backups().contains(wanted.first()));
            flush(store);
            flush(store);
            QCOMPARE(backups(), wanted);
            QVERIFY(QFile::remove(folder.filePath(wanted.first())));
        }
    }

    // A backup that is being made has what is deleted at that moment.
    void keepsNoBackupOfWhatIsBeingDeleted()
    {
        const QDir folder = QFileInfo(m_path).dir();
        ConversationStore store(m_path);
        for (int round = 0; round < 20; ++round) {
            Conversation gone = conversation(u"gone"_s);
            const Message secret = question(u"the secret word"_s.repeated(2000));
            gone.leafId = secret.id;
            store.save(gone, {secret});
            flush(store);
            QTRY_COMPARE(store.state(), ConversationStore::State::Saved);
            store.backUpIfDue();
            const auto isBegun = [folder] {
                return !folder.entryList({u"backup-*"_s}, QDir::Files).isEmpty();
            };
            if (round % 2 == 1)
                QTRY_VERIFY(isBegun());
            store.deleteForGood(gone.id);
            flush(store);
            QTRY_VERIFY(!bytesOf(folder.path()).contains("secret word"));
            for (const QString &name : folder.entryList({u"backup-*"_s}, QDir::Files))
                QVERIFY(QFile::remove(folder.filePath(name)) || !QFile::exists(folder.filePath(name)));
        }
    }

    void readsTheWholeFileOnceAWeek_data()
    {
        QTest::addColumn<int>("daysAgo");
        QTest::addColumn<bool>("finds");
        QTest::newRow("never") << -1 << true;
        QTest::newRow("yesterday") << 1 << false;
        QTest::newRow("eight days ago") << 8 << true;
    }
    void readsTheWholeFileOnceAWeek()
    {
        QFETCH(int, daysAgo);
        QFETCH(bool, finds);
        Conversation one = conversation(u"long"_s);
        const Message asked = question(u"text "_s.repeated(100'000));
        one.leafId = asked.id;
        {
            ConversationStore store(m_path);
            store.save(one, {asked});
            store.save(conversation(u"other"_s));
            flush(store);
        }
        // A page in the middle of the long text, which opening does not read.
        QFile file(m_path);
        QVERIFY(file.open(QFile::ReadWrite));
        QVERIFY(file.seek(file.size() / 2 / 4096 * 4096));
        QCOMPARE(file.write(QByteArray(4096, '\x7f')), 4096);
        file.close();
        const QString mark = m_path + u".checked"_s;
        if (daysAgo >= 0) {
            QFile checked(mark);
            QVERIFY(checked.open(QFile::WriteOnly));
            QVERIFY(checked.setFileTime(QDateTime::currentDateTimeUtc().addDays(-daysAgo),
                                        QFile::FileModificationTime));
        }
        ConversationStore store(m_path);
        flush(store);
        QTRY_COMPARE(store.state(), ConversationStore::State::Saved);
        QVERIFY(!store.error());
        store.checkIfDue();
        flush(store);
        QTRY_COMPARE(store.error().has_value(), finds);
        if (finds)
            QCOMPARE(store.error()->kind, base::Error::Kind::Damaged);
        QVERIFY(QFileInfo(mark).lastModified().daysTo(QDateTime::currentDateTime()) < 7);
        QVERIFY(!listed(store).value().isEmpty());
    }

    void emptiesTheTrashAfterThirtyDays()
    {
        const Conversation old = conversation(u"CanaryOld"_s);
        const Conversation recent = conversation(u"recent"_s);
        {
            ConversationStore store(m_path);
            store.save(old);
            store.save(recent);
            flush(store);
        }
        {
            storage::Database database;
            QVERIFY(database.open(m_path, rows::schema()));
            const QDateTime now = QDateTime::currentDateTimeUtc();
            QVERIFY(rows::setDeleted(database, old.id, now.addDays(-31)));
            QVERIFY(rows::setDeleted(database, recent.id, now.addDays(-29)));
        }
        ConversationStore store(m_path);
        const auto left = trashed(store).value();
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.constFirst().id, recent.id);
        flush(store);
        QVERIFY(!bytesOf(QFileInfo(m_path).path()).contains("CanaryOld"));
    }

    void calledUnfinishedAnswersInterruptedAtTheNextStart()
    {
        Conversation one = conversation(u"a"_s);
        const Message asked = question(u"q"_s);
        Message cut = answer(u"half an ans"_s, asked.id);
        cut.state = MessageState::Streaming;
        one.leafId = cut.id;
        {
            ConversationStore store(m_path);
            store.save(one, {asked, cut});
        }
        ConversationStore store(m_path);
        const Message found = pathOf(store, one.id).value().constLast();
        QCOMPARE(found.state, MessageState::Interrupted);
        QCOMPARE(found.text, u"half an ans"_s);
        QCOMPARE(found.error->kind, base::Error::Kind::ProgramEnded);
    }

    void doesNotCallBackWhenTheContextIsGone()
    {
        ConversationStore store(m_path);
        bool wasCalled = false;
        auto context = std::make_unique<QObject>();
        store.conversations(context.get(), [&](const auto &) { wasCalled = true; });
        context.reset();
        flush(store);
        QVERIFY(!wasCalled);
    }
};

QTEST_GUILESS_MAIN(TestConversationStore)
#include "tst_ConversationStore.moc"
