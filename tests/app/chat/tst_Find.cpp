// Find in a conversation: every hit in what is shown, in order, from where the reader is, also while an
// answer grows, and never for long at a time.
#include "chat/Find.h"
#include "support/CpuTime.h"
#include "support/Transcripts.h"

#include <QSignalSpy>
#include <QTest>

using chat::Find;
using chat::HitPlace;
using chat::MessagePart;

namespace {

struct Fixture
{
    chat::TranscriptList list;
    Find find;

    explicit Fixture(const QList<chat::Message> &messages)
    {
        list.setMessages(messages);
        find.setList(&list);
        QObject::connect(&list, &chat::TranscriptList::grown, &find, &Find::keepUp);
    }
    bool search(const QString &query, const HitPlace &from = {})
    {
        find.search(query, from);
        return QTest::qWaitFor([this] { return find.isComplete(); });
    }
};

QList<chat::Message> three()
{
    return {support::question(1, QStringLiteral("Where is Paris?")),
            support::answer(2, QStringLiteral("**Par**is is in France. PARIS!\n\n- paris\n- 巴黎在法国\n")),
            support::question(3, QStringLiteral("And paris, Texas?"))};
}

} // namespace

class TestFind : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatIsSeenWhateverItsCase()
    {
        Fixture f(three());
        QVERIFY(f.search(QStringLiteral("paris")));
        QCOMPARE(f.find.count(), 5);
        QCOMPARE(f.find.hits(1).size(), 3);
        QCOMPARE(f.find.hits(1)[0], (chat::Hit{MessagePart::Text, 0, 0})); // across the end of a mark
        QCOMPARE(f.find.hits(1)[2].block, 1);
        QVERIFY(f.search(QStringLiteral("巴黎")));
        QCOMPARE(f.find.count(), 1);
        QVERIFY(f.search(QStringLiteral("**")));
        QCOMPARE(f.find.count(), 0);
        QCOMPARE(f.find.number(), 0);
        QVERIFY(!f.find.current());
    }

    void startsWhereTheReaderIsAndGoesAround()
    {
        Fixture f(three());
        QVERIFY(f.search(QStringLiteral("paris"), HitPlace{1, {MessagePart::Text, 0, 5}}));
        QCOMPARE(f.find.number(), 3);
        f.find.next();
        QCOMPARE(f.find.number(), 4);
        f.find.next();
        f.find.next();
        QCOMPARE(f.find.number(), 1);
        QCOMPARE(f.find.current()->row, 0);
        f.find.previous();
        QCOMPARE(f.find.number(), 5);
        QCOMPARE(f.find.current()->row, 2);
        QVERIFY(f.search(QStringLiteral("where"), HitPlace{2, {}}));
        QCOMPARE(f.find.number(), 1); // it is all before the place
    }

    void findsInThinkingAndTablesAndCode()
    {
        QList<chat::Message> messages = three();
        messages[1].thinking = QStringLiteral("Is it needle?");
        messages[1].text =
            QStringLiteral("| a | needle |\n|---|---|\n| needle | b |\n\n```\nx needle\n```\n");
        Fixture f(messages);
        QVERIFY(f.search(QStringLiteral("needle")));
        QCOMPARE(f.find.hits(1), (QList<chat::Hit>{{MessagePart::Thinking, 0, 6},
                                                   {MessagePart::Text, 0, 2},
                                                   {MessagePart::Text, 0, 9},
                                                   {MessagePart::Text, 1, 2}}));
    }

    void takesALineEndForASpace()
    {
        Fixture f({support::question(1, QStringLiteral("one\ntwo"))});
        QVERIFY(f.search(QStringLiteral("one two")));
        QCOMPARE(f.find.count(), 1);
    }

    void leavesCharactersWhole()
    {
        Fixture f({support::question(1, QStringLiteral("cafe\u0301 cafe"))});
        QVERIFY(f.search(QStringLiteral("cafe")));
        QCOMPARE(f.find.count(), 1);
        QCOMPARE(f.find.hits(0).first().start, 6);
    }

    void keepsUpWithAnAnswerThatGrows()
    {
        Fixture f({support::question(1, QStringLiteral("Go")), support::streamingAnswer(2)});
        QVERIFY(f.search(QStringLiteral("word")));
        QCOMPARE(f.find.count(), 0);
        f.list.grow(1, {QStringLiteral("A **wo"), {}});
        f.list.grow(1, {QStringLiteral("rd** and"), {}});
        QTRY_COMPARE(f.find.count(), 1);
        const HitPlace first = *f.find.current();
        f.list.grow(1, {QStringLiteral(" another word\n\nword"), {}});
        QTRY_COMPARE(f.find.count(), 3);
        QCOMPARE(*f.find.current(), first);
        f.find.next();
        support::finish(f.list);
        QTRY_VERIFY(f.find.isComplete());
        QCOMPARE(f.find.count(), 3);
        QCOMPARE(f.find.number(), 2);
        f.list.append(support::question(3, QStringLiteral("One more word")));
        QTRY_COMPARE(f.find.count(), 4);
        QCOMPARE(f.find.number(), 2);
        f.list.setMessages({f.list.message(0)});
        QCOMPARE(f.find.count(), 0);
        QVERIFY(!f.find.current());
    }

    void findsTheSameStreamedAsWhole()
    {
        const QString text =
            QStringLiteral("# One *two*\n\n- two\n- `two` [two](https://two.example/)\n\n> two\n\n"
                           "```\ntwo\n```\n\n| two |\n|---|\n| two |\n");
        Fixture whole({support::question(1, QStringLiteral("Go")), support::answer(2, text)});
        QVERIFY(whole.search(QStringLiteral("two")));
        Fixture streamed({support::question(1, QStringLiteral("Go")), support::streamingAnswer(2)});
        streamed.find.search(QStringLiteral("two"), {});
        for (const QChar c : text) {
            streamed.list.grow(1, {QString(c), {}});
            QCoreApplication::processEvents();
        }
        support::finish(streamed.list);
        QTRY_VERIFY(streamed.find.isComplete());
        QCOMPARE(streamed.find.hits(1), whole.find.hits(1));
        QCOMPARE(whole.find.count(), 8);
    }

    void searchesTenThousandMessagesInShortTurns()
    {
        Fixture f(support::conversation(10'000));
        f.find.search(QStringLiteral("end"), HitPlace{9'990, {}});
        double longest = 0;
        // The ones after the place are there at once, long before all are.
        bool wasEarly = false;
        while (!f.find.isComplete()) {
            const double start = support::cpuMilliseconds();
            QCoreApplication::processEvents();
            longest = std::max(longest, support::cpuMilliseconds() - start);
            wasEarly = wasEarly || (f.find.current() && f.find.count() < 5'000);
        }
        QVERIFY(wasEarly);
        QCOMPARE(f.find.count(), 5'000);
        QCOMPARE(f.find.current()->row, 9'991);
        QCOMPARE(f.find.number(), 4'996);
        QVERIFY2(longest < 100, qPrintable(QString::number(longest)));
    }

    void endsWithTheList()
    {
        Find find;
        {
            chat::TranscriptList list;
            list.setMessages(three());
            find.setList(&list);
            find.search(QStringLiteral("paris"), {});
        }
        QCOMPARE(find.count(), 0);
        QVERIFY(!find.isActive());
        find.next();
        QVERIFY(find.isComplete());
    }
};

QTEST_GUILESS_MAIN(TestFind)
#include "tst_Find.moc"
