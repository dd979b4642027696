// label: models
#include "chat/ConversationList.h"
#include "chat/TranscriptList.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace chat;

namespace {

const QDateTime now(QDate(2026, 3, 4), QTime(12, 0));

Conversation conversation(const QString &title, const QDateTime &updated)
{
    Conversation one;
    one.id = newId();
    one.title = title;
    one.updated = updated.toUTC();
    return one;
}

QString printed(const ConversationList &list)
{
    QStringList lines;
    for (int row = 0; row < list.rowCount(); ++row) {
        const QModelIndex index = list.index(row);
        const QString indent = u"."_s.repeated(index.data(ConversationList::DepthRole).toInt());
        switch (index.data(ConversationList::KindRole).value<ConversationList::RowKind>()) {
        case ConversationList::RowKind::Caption:
            lines.append(u"[%1]"_s.arg(index.data(ConversationList::GroupRole).toInt()));
            break;
        case ConversationList::RowKind::Folder:
            lines.append(indent + (index.data(ConversationList::FoldedRole).toBool() ? u'>' : u'/') +
                         index.data().toString() + index.data(ConversationList::CountRole).toString());
            break;
        case ConversationList::RowKind::Conversation:
            lines.append(indent + index.data().toString());
            break;
        }
    }
    return lines.join(u' ');
}

} // namespace

class TestConversationList : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ConversationStore> m_store;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<ConversationStore>(m_folder->filePath(u"chats.db"_s));
    }
    void cleanup() { m_store.reset(); }

    void groupsByTheReadersDay_data()
    {
        QTest::addColumn<QDateTime>("updated");
        QTest::addColumn<ConversationGroup>("group");
        QTest::newRow("now") << now << ConversationGroup::Today;
        QTest::newRow("ahead of the clock") << now.addDays(2) << ConversationGroup::Today;
        QTest::newRow("midnight") << QDateTime(now.date(), QTime(0, 0)) << ConversationGroup::Today;
        QTest::newRow("just before") << QDateTime(now.date(), QTime(0, 0)).addMSecs(-1)
                                     << ConversationGroup::Yesterday;
        QTest::newRow("two days") << now.addDays(-2) << ConversationGroup::PreviousWeek;
        QTest::newRow("seven days") << now.addDays(-7) << ConversationGroup::PreviousWeek;
        QTest::newRow("eight days") << now.addDays(-8) << ConversationGroup::Older;
    }
    void groupsByTheReadersDay()
    {
        QFETCH(QDateTime, updated);
        QTEST(groupOf(updated, now), "group");
    }

    void listsLatestFirstUnderCaptions()
    {
        ConversationList list(*m_store);
        QAbstractItemModelTester tester(&list);
        list.regroup(now);
        QSignalSpy loaded(&list, &ConversationList::loaded);
        for (const auto &[title, days] : {std::pair(u"old"_s, -30), {u"yesterday"_s, -1}, {u"today"_s, 0}})
            m_store->save(conversation(title, now.addDays(days)));
        QTRY_COMPARE(printed(list), u"[0] today [1] yesterday [3] old"_s);
        QCOMPARE(loaded.size(), 1);
        QCOMPARE(list.conversationCount(), 3);
        QCOMPARE(list.flags(list.index(0)), Qt::NoItemFlags);
        QVERIFY(list.flags(list.index(1)) & Qt::ItemIsSelectable);
        list.regroup(now.addDays(1));
        QCOMPARE(printed(list), u"[1] today [2] yesterday [3] old"_s);
    }

    void filtersByTitleWhateverTheCase()
    {
        ConversationList list(*m_store);
        QAbstractItemModelTester tester(&list);
        list.regroup(now);
        for (const QString &title : {u"Ink"_s, u"砚台"_s, u"think"_s})
            m_store->save(conversation(title, now));
        QTRY_COMPARE(list.rowCount(), 4);
        list.setFilter(u"INK"_s);
        QCOMPARE(list.rowCount(), 3);
        QCOMPARE(list.conversationCount(), 3);
        list.setFilter(u"砚"_s);
        QCOMPARE(printed(list), u"[0] 砚台"_s);
        list.setFilter(u"nothing"_s);
        QCOMPARE(list.rowCount(), 0);
        list.setFilter({});
        QCOMPARE(list.rowCount(), 4);
    }

    void movesTheAnsweredConversationUpWithoutAReset()
    {
        ConversationList list(*m_store);
        QAbstractItemModelTester tester(&list);
        list.regroup(now);
        Conversation older = conversation(u"older"_s, now.addSecs(-60));
        m_store->save(older);
        m_store->save(conversation(u"newer"_s, now));
        QTRY_COMPARE(printed(list), u"[0] newer older"_s);
        const QPersistentModelIndex followed(list.index(2));
        QSignalSpy reset(&list, &ConversationList::modelReset);
        QSignalSpy removed(&list, &ConversationList::rowsRemoved);
        older.updated = now.addSecs(60).toUTC();
        older.title = u"older, answered"_s;
        m_store->save(older);
        QTRY_COMPARE(printed(list), u"[0] older, answered newer"_s);
        QCOMPARE(followed.row(), 1);
        QCOMPARE(list.rowOf(older.id), 1);
        QCOMPARE(list.conversation(older.id), older);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(removed.size(), 0);
        m_store->moveToTrash(older.id);
        QTRY_COMPARE(printed(list), u"[0] newer"_s);
        QVERIFY(!list.conversation(older.id));
        QCOMPARE(list.rowOf(older.id), -1);
    }

    void putsPinnedFirstAndTheArchiveElsewhere()
    {
        ConversationList list(*m_store);
        QAbstractItemModelTester tester(&list);
        list.regroup(now);
        const Conversation one = conversation(u"one"_s, now.addDays(-30));
        const Conversation two = conversation(u"two"_s, now);
        for (const Conversation &each : {one, two})
            m_store->save(each);
        QTRY_COMPARE(printed(list), u"[0] two [3] one"_s);
        QSignalSpy removed(&list, &ConversationList::rowsRemoved);
        m_store->file({{one.id, {.isPinned = true}}});
        QTRY_COMPARE(printed(list), u"[4] one [0] two"_s);
        QCOMPARE(removed.size(), 1); // the caption Older, and no conversation
        m_store->save(one);          // its session knows nothing of it
        QTRY_COMPARE(list.conversation(one.id)->filing.isPinned, true);
        m_store->file({{one.id, {}}, {two.id, {.isArchived = true}}});
        QTRY_COMPARE(printed(list), u"[3] one"_s);
        QCOMPARE(list.archivedCount(), 1);
        QCOMPARE(list.conversationCount(), 2);
        QCOMPARE(list.conversation(two.id)->title, u"two"_s);
        list.setPlace(ConversationList::Place::Archive);
        QCOMPARE(printed(list), u"[0] two"_s);
        list.setFilter(u"o"_s);
        QCOMPARE(printed(list), u"[3] one [6] two"_s);
        list.setFilter({});
        m_store->moveToTrash(QList<Id>{one.id, two.id});
        QTRY_COMPARE(printed(list), QString());
        QCOMPARE(list.place(), ConversationList::Place::List); // the archive has nothing left
        m_store->restore(QList<Id>{one.id, two.id});
        QTRY_COMPARE(printed(list), u"[3] one"_s);
        list.setPlace(ConversationList::Place::Archive);
        QCOMPARE(printed(list), u"[0] two"_s);
    }

    void keepsFoldersWithWhatIsInThem()
    {
        ConversationList list(*m_store);
        QAbstractItemModelTester tester(&list);
        list.regroup(now);
        const Conversation one = conversation(u"one"_s, now);
        const Conversation two = conversation(u"two"_s, now.addSecs(-1));
        const Conversation three = conversation(u"three"_s, now.addSecs(-2));
        for (const Conversation &each : {one, two, three})
            m_store->save(each);
        const Folder work{newId(), u"Work"_s};
        const Folder home{newId(), u"home"_s};
        const Folder inner{newId(), u"Inner"_s, work.id};
        for (const Folder &folder : {work, home, inner})
            m_store->save(folder);
        m_store->file({{one.id, {.folder = work.id}}, {two.id, {.folder = inner.id}}});
        QTRY_COMPARE(printed(list), u"/home0 /Work2 ./Inner1 ..two .one [0] three"_s);
        QCOMPARE(list.rowOf(inner.id), 2);
        QCOMPARE(list.flags(list.index(2)), Qt::ItemIsEnabled | Qt::ItemNeverHasChildren);

        list.setFolded(inner.id, true);
        QCOMPARE(printed(list), u"/home0 /Work2 .>Inner1 .one [0] three"_s);
        list.setUnread(two.id, true);
        const auto activity = [&](int row) {
            return list.index(row).data(ConversationList::ActivityRole).value<ConversationList::Activity>();
        };
        QCOMPARE(activity(2), ConversationList::Activity::Unread);
        QCOMPARE(activity(1), ConversationList::Activity::None);
        list.setFolded(work.id, true);
        QCOMPARE(printed(list), u"/home0 >Work2 [0] three"_s);
        QCOMPARE(activity(1), ConversationList::Activity::Unread);
        list.setFilter(u"o"_s);
        QCOMPARE(printed(list), u"[0] one two"_s);
        list.setFilter({});
        QSignalSpy refreshed(&list, &ConversationList::refreshed);
        QVERIFY(refreshed.wait());
        {
            ConversationList other(*m_store);
            other.regroup(now);
            QTRY_COMPARE(printed(other), u"/home0 >Work2 [0] three"_s); // it is kept
        }
        // Nothing is lost with a folder, and all is back with it.
        m_store->removeFolder(work.id);
        QTRY_COMPARE(printed(list), u"/home0 >Inner1 [0] one three"_s);
        QCOMPARE(list.conversation(one.id)->filing.folder, 0);
        m_store->save(work);
        QTRY_COMPARE(printed(list), u"/home0 /Work2 .>Inner1 .one [0] three"_s);
        m_store->moveToTrash(one.id);
        QTRY_COMPARE(printed(list), u"/home0 /Work1 .>Inner1 [0] three"_s);
        m_store->restore(one.id);
        QTRY_COMPARE(printed(list), u"/home0 /Work2 .>Inner1 .one [0] three"_s);
    }

    void movesOneRowWhenOneGoesFarDown()
    {
        ConversationList list(*m_store);
        list.regroup(now);
        const Conversation old = conversation(u"old"_s, now.addDays(-30));
        m_store->save(old);
        for (int i = 0; i < 100; ++i)
            m_store->save(conversation(QString::number(i), now.addSecs(-i)));
        m_store->file({{old.id, {.isPinned = true}}});
        QTRY_COMPARE(list.rowOf(old.id), 1);
        QSignalSpy moved(&list, &ConversationList::rowsMoved);
        m_store->file({{old.id, {}}});
        QTRY_COMPARE(list.rowOf(old.id), 102);
        QCOMPARE(moved.size(), 1);
    }

    void takesNoNameThatDisguises_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept");
        QTest::newRow("plain") << u" Work  and 生活\n"_s << u"Work and 生活"_s;
        QTest::newRow("nothing") << u" \t"_s << QString();
        QTest::newRow("controls") << u"a\u0000\u0007b\u200e"_s << u"ab\u200e"_s;
        QTest::newRow("only controls") << u"\u0001\u202e"_s << QString();
        QTest::newRow("only what has no width") << u"\u200b\u2060 \ufeff"_s << QString();
        QTest::newRow("turned round") << u"gpj\u202etxt.exe"_s << u"gpjtxt.exe"_s;
        QTest::newRow("long") << u"砚"_s.repeated(5000) << u"砚"_s.repeated(longestFolderName - 1) + u'…';
    }
    void takesNoNameThatDisguises()
    {
        QFETCH(QString, typed);
        QTEST(folderName(typed), "kept");
    }

    void doesNotNestDeeperThanOneLevel()
    {
        const Folder a{1, u"a"_s};
        const Folder b{2, u"b"_s, 1};
        const Folder c{3, u"c"_s, 2};
        const Folder ring{4, u"ring"_s, 4};
        const Folder lost{5, u"lost"_s, 77};
        Folder c0 = c;
        Folder ring0 = ring;
        Folder lost0 = lost;
        c0.parent = ring0.parent = lost0.parent = 0;
        QCOMPARE(inOrder({ring, c, lost, b, a}), (QList<Folder>{a, b, c0, lost0, ring0}));
    }

    void tellsWhatIsGoingOn()
    {
        ConversationList list(*m_store);
        list.regroup(now);
        Conversation one = conversation(u"one"_s, now);
        one.draft = u"typed"_s;
        m_store->save(one);
        QTRY_COMPARE(list.rowCount(), 2);
        QSignalSpy changed(&list, &ConversationList::dataChanged);
        const auto activity = [&] {
            return list.index(1).data(ConversationList::ActivityRole).value<ConversationList::Activity>();
        };
        QCOMPARE(activity(), ConversationList::Activity::Draft);
        list.setUnread(one.id, true);
        QCOMPARE(activity(), ConversationList::Activity::Unread);
        list.setAnswering(one.id, true);
        QCOMPARE(activity(), ConversationList::Activity::Answering);
        list.setAnswering(one.id, true);
        list.setAnswering(one.id, false);
        list.setUnread(one.id, false);
        QCOMPARE(activity(), ConversationList::Activity::Draft);
        QCOMPARE(changed.size(), 4);
    }

    void endsWithTheRightRowsAfterAnyChange()
    {
        QRandomGenerator random(4711);
        ConversationList list(*m_store);
        QAbstractItemModelTester tester(&list);
        list.regroup(now);
        const Folder folders[] = {{newId(), u"a"_s}, {newId(), u"b"_s}, {newId(), u"c"_s}, {newId(), u"d"_s}};
        QList<Conversation> all;
        for (int i = 0; i < 40; ++i)
            all.append(conversation(QString::number(i), now.addDays(-random.bounded(10))));
        for (int round = 0; round < 30; ++round) {
            for (int n = 0; n < 8; ++n) {
                Conversation &one = all[random.bounded(40)];
                one.updated = now.addSecs(-random.bounded(900'000)).toUTC();
                if (random.bounded(3) == 0) {
                    m_store->moveToTrash(one.id);
                } else {
                    m_store->save(one);
                    m_store->restore(one.id);
                }
            }
            for (int n = 0; n < 5; ++n) {
                const Folder &folder = folders[random.bounded(4)];
                m_store->file({{all[random.bounded(40)].id,
                                {.isPinned = random.bounded(3) == 0,
                                 .isArchived = random.bounded(4) == 0,
                                 .folder = random.bounded(2) == 0 ? folder.id : 0}}});
            }
            Folder changed = folders[random.bounded(4)];
            if (random.bounded(4) == 0) {
                m_store->removeFolder(changed.id);
            } else {
                changed.parent = random.bounded(2) == 0 ? folders[0].id : 0;
                changed.isFolded = random.bounded(2) == 0;
                m_store->save(changed);
            }
            list.setPlace(random.bounded(4) == 0 ? ConversationList::Place::Archive
                                                 : ConversationList::Place::List);
            if (random.bounded(2))
                list.setFilter(random.bounded(2) ? QString::number(random.bounded(3)) : QString());
            ConversationList expected(*m_store);
            expected.setFilter(list.filter());
            expected.setPlace(list.place());
            expected.regroup(now);
            QSignalSpy loaded(&expected, &ConversationList::loaded);
            QVERIFY(loaded.wait());
            QTRY_COMPARE(printed(list), printed(expected));
        }
    }

    void titlesAConversation_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("title");
        QTest::newRow("one line") << u"What is ink?"_s << u"What is ink?"_s;
        QTest::newRow("first line") << u"\n  What is ink?  \nTell me."_s << u"What is ink?"_s;
        QTest::newRow("heading") << u"## What is *ink*?"_s << u"What is ink?"_s;
        QTest::newRow("list") << u"- [ ] **buy** `ink`"_s << u"buy ink"_s;
        QTest::newRow("link") << u"See [the page](https://a.example/b)"_s << u"See the page"_s;
        QTest::newRow("product stays")
            << u"what is 2 * 3 * 4 and a*b*c"_s << u"what is 2 * 3 * 4 and a*b*c"_s;
        QTest::newRow("names stay") << u"rename my_long_name"_s << u"rename my_long_name"_s;
        QTest::newRow("fence") << u"```cpp\nint main()\n```"_s << u"int main()"_s;
        QTest::newRow("nothing but marks") << u"***"_s << u"***"_s;
        QTest::newRow("cut at a word")
            << u"one two three four five six seven eight nine ten eleven twelve thirteen"_s
            << u"one two three four five six seven eight nine ten eleven…"_s;
        QTest::newRow("cut without words") << u"砚"_s.repeated(100) << u"砚"_s.repeated(59) + u'…';
    }
    void titlesAConversation()
    {
        QFETCH(QString, question);
        QTEST(titleFrom(question), "title");
        QVERIFY(titleFrom(question).size() <= 60);
    }

    void keepsEqualRowsOfATranscript()
    {
        TranscriptList list;
        QAbstractItemModelTester tester(&list);
        const auto message = [](Id id, const QString &text) {
            Message one;
            one.id = id;
            one.text = text;
            return one;
        };
        list.setMessages({message(1, u"q"_s), message(2, u"a"_s), message(3, u"q2"_s)});
        QSignalSpy removed(&list, &TranscriptList::rowsRemoved);
        QSignalSpy inserted(&list, &TranscriptList::rowsInserted);
        QSignalSpy changed(&list, &TranscriptList::dataChanged);
        QSignalSpy grown(&list, &TranscriptList::grown);
        const QPersistentModelIndex first(list.index(0));

        list.setMessages({message(1, u"q"_s), message(2, u"edited"_s), message(3, u"q2"_s)});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(removed.size() + inserted.size(), 0);

        list.setMessages({message(1, u"q"_s), message(4, u"b"_s)});
        QCOMPARE(first.row(), 0);
        QCOMPARE(list.rowCount(), 2);
        QCOMPARE(list.message(1).text, u"b"_s);
        QCOMPARE(changed.size(), 1);

        list.grow(1, {u"!"_s, u"hm"_s});
        QCOMPARE(list.index(1).data().toString(), u"b!"_s);
        QCOMPARE(list.index(1).data(TranscriptList::ThinkingRole).toString(), u"hm"_s);
        QCOMPARE(grown.size(), 1);
        QCOMPARE(changed.size(), 1);
    }

    void filesAtOnceAndUnfolds()
    {
        ConversationList list(*m_store);
        QAbstractItemModelTester tester(&list);
        list.regroup(now);
        const Conversation one = conversation(u"one"_s, now);
        const Conversation two = conversation(u"two"_s, now.addSecs(-1));
        const Folder work{newId(), u"Work"_s, 0, true};
        const Folder inner{newId(), u"Inner"_s, work.id, true};
        for (const Conversation &each : {one, two})
            m_store->save(each);
        for (const Folder &folder : {work, inner})
            m_store->save(folder);
        QTRY_COMPARE(printed(list), u">Work0 [0] one two"_s);
        list.file({{one.id, {.folder = inner.id}}, {two.id, {.isArchived = true}}});
        QCOMPARE(printed(list), u">Work1"_s);
        QCOMPARE(list.archivedCount(), 1);
        list.unfold(inner.id);
        QCOMPARE(printed(list), u"/Work1 ./Inner1 ..one"_s);
        list.unfold(0);
        QSignalSpy refreshed(&list, &ConversationList::refreshed);
        QVERIFY(refreshed.wait());
        QCOMPARE(printed(list), u"/Work1 ./Inner1 ..one"_s);
        QCOMPARE(list.conversation(two.id)->filing.isArchived, true);
    }
};

QTEST_GUILESS_MAIN(TestConversationList)
#include "tst_ConversationList.moc"
