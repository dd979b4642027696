// label: pure
// Which answers can go on, and the numbers of both parts.
#include "chat/Continuation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace chat;
using namespace std::chrono_literals;
using backend::ChatSummary;
using backend::StopReason;

class TestContinuation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesOnWhereItEndedTooEarly_data()
    {
        QTest::addColumn<MessageState>("state");
        QTest::addColumn<StopReason>("reason");
        QTest::addColumn<bool>("can");
        using enum MessageState;
        QTest::newRow("stopped") << Stopped << StopReason::Stop << true;
        QTest::newRow("interrupted") << Interrupted << StopReason::Stop << true;
        QTest::newRow("failed") << Failed << StopReason::Stop << true;
        QTest::newRow("at its limit") << Complete << StopReason::Length << true;
        QTest::newRow("said all it had to say") << Complete << StopReason::Stop << false;
        QTest::newRow("being written") << Streaming << StopReason::Stop << false;
    }
    void goesOnWhereItEndedTooEarly()
    {
        QFETCH(MessageState, state);
        QFETCH(StopReason, reason);
        QFETCH(bool, can);
        Message answer = newAnswer(1, u"m"_s);
        answer.state = state;
        answer.summary.reason = reason;
        answer.text = u"Half"_s;
        QCOMPARE(canContinue(answer), can);
        answer.text.clear();
        answer.thinking = u"Hm"_s;
        QVERIFY(!canContinue(answer)); // nothing to go on from
        answer.text = u"Half"_s;
        answer.role = backend::Role::User;
        QVERIFY(!canContinue(answer));
    }

    void addsUpWhatWasWritten()
    {
        const ChatSummary first{StopReason::Length, 20, 100, 9s, 2s, 1s, 5s};
        const ChatSummary second{StopReason::Stop, 120, 30, 3s, 0s, 1s, 2s};
        QCOMPARE(joined(first, second), (ChatSummary{StopReason::Stop, 20, 130, 12s, 2s, 1s, 7s}));
    }

    void tellsNoNumbersOfWhatWasNotCounted()
    {
        const ChatSummary second{StopReason::Length, 120, 30, 3s, 0s, 1s, 2s};
        QCOMPARE(joined({}, second), ChatSummary{StopReason::Length});
        QCOMPARE(joined(second, ChatSummary{StopReason::Stop}), ChatSummary{StopReason::Stop});
    }

    void tellsWhatOnlyThought()
    {
        Message answer = newAnswer(1, u"m"_s);
        answer.thinking = u"Hm"_s;
        QVERIFY(!onlyThought(answer)); // it may still say something
        answer.state = MessageState::Stopped;
        QVERIFY(onlyThought(answer));
        answer.state = MessageState::Complete;
        QVERIFY(!onlyThought(answer)); // that was all
        answer.summary.reason = StopReason::Length;
        QVERIFY(onlyThought(answer));
        answer.text = u"So"_s;
        QVERIFY(!onlyThought(answer));
    }
};

QTEST_APPLESS_MAIN(TestContinuation)
#include "tst_Continuation.moc"
