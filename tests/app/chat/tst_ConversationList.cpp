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
        const bool isCaption = index.data(ConversationList::KindRole).value<ConversationList::RowKind>() ==
                               ConversationList::RowKind::Caption;
        lines.append(isCaption ? u"[%1]"_s.arg(index.data(ConversationList::GroupRole).toInt())
                               : index.data().toString());
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
            if (random.bounded(2))
                list.setFilter(QString::number(random.bounded(3)));
            ConversationList expected(*m_store);
            expected.setFilter(list.filter());
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
};

QTEST_GUILESS_MAIN(TestConversationList)
#include "tst_ConversationList.moc"
