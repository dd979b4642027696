// A model sums up the oldest part of a conversation, in as many parts as its window asks for.
#include "chat/Summariser.h"
#include "support/FakeBackend.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chat;
using base::Error;

namespace {

Message said(backend::Role role, const QString &text)
{
    Message one = newMessage(role, 0);
    one.text = text;
    return one;
}

SummaryTask taskOf(const QString &text, qint64 window = 0)
{
    SummaryTask task;
    task.request.model = u"m"_s;
    task.request.server = u"box"_s;
    task.request.options.think = true;
    task.request.options.contextLength = 2048;
    task.text = text;
    task.window = window;
    return task;
}

} // namespace

class TestSummariser : public QObject
{
    Q_OBJECT

    support::FakeBackend m_backend;

    // The next request, once it is made.
    support::FakeChat *next(qsizetype requests)
    {
        return QTest::qWaitFor([&] { return m_backend.requests.size() == requests; }) ? m_backend.lastChat()
                                                                                      : nullptr;
    }
    QString question() { return m_backend.requests.constLast().messages.constLast().text; }

private Q_SLOTS:
    void init() { m_backend.requests.clear(); }

    void tellsWhoSaidWhat()
    {
        Message failed = said(backend::Role::Assistant, {});
        failed.state = MessageState::Failed;
        const QList<Message> path{said(backend::Role::User, u"Where is Paris?\n"_s), failed,
                                  said(backend::Role::User, u"Well?"_s),
                                  said(backend::Role::Assistant, u"In France."_s)};
        QCOMPARE(spokenText(path), u"User: Where is Paris?\n\nUser: Well?\n\nAssistant: In France.\n\n"_s);
    }

    void asksTheSameModelWithoutThinking()
    {
        auto *summary = new Summariser(m_backend, taskOf(u"User: Where is Paris?"_s), this);
        QSignalSpy finished(summary, &Summariser::finished);
        support::FakeChat *chat = next(1);
        QVERIFY(chat);
        QCOMPARE(chat->request.model, u"m"_s);
        QCOMPARE(chat->request.server, u"box"_s);
        QCOMPARE(chat->request.options.think, false);
        QCOMPARE(chat->request.options.contextLength, 2048); // else the server would load it anew
        QVERIFY(chat->request.options.maxTokens.value_or(0) >= 128);
        QVERIFY(question().endsWith(u"Where is Paris?"_s));
        chat->deliver({}, u"Hm."_s);
        chat->deliver(u"They asked "_s);
        chat->deliver(u"for Paris.\n"_s);
        chat->finish();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(finished.first().first().toString(), u"They asked for Paris."_s);
    }

    void takesALongTextInParts()
    {
        QString text;
        for (int i = 0; i < 200; ++i)
            text += u"User: line number %1 of many lines\n"_s.arg(i);
        auto *summary = new Summariser(m_backend, taskOf(text, 2048), this);
        QSignalSpy finished(summary, &Summariser::finished);
        QSignalSpy progressed(summary, &Summariser::progressed);
        QString seen;
        int part = 0;
        while (finished.isEmpty()) {
            support::FakeChat *chat = next(++part);
            QVERIFY(chat);
            QVERIFY(part < 20);
            seen += question().section(u"The conversation:\n"_s, 1);
            QCOMPARE(question().contains(u"summary %1"_s.arg(part - 1)), part > 1);
            chat->deliver(u"summary %1"_s.arg(part));
            chat->finish();
        }
        QVERIFY(part > 1);
        QCOMPARE(seen, text); // each line once, none cut
        QCOMPARE(progressed.count(), part);
        QCOMPARE(progressed.constLast(), (QVariantList{part, part}));
        QCOMPARE(finished.first().first().toString(), u"summary %1"_s.arg(part));
    }

    void takesSmallerPartsWhereTheyDoNotFit()
    {
        const QString text = u"word "_s.repeated(800);
        auto *summary = new Summariser(m_backend, taskOf(text), this);
        QSignalSpy finished(summary, &Summariser::finished);
        QSignalSpy failed(summary, &base::Operation::failed);
        next(1)->breakOff({Error::Kind::ContextFull, {}});
        support::FakeChat *half = next(2);
        QVERIFY(half);
        QVERIFY(question().size() <
                m_backend.requests.constFirst().messages.constFirst().text.size() * 3 / 4);
        int requests = 2;
        while (finished.isEmpty() && failed.isEmpty() && requests < 20) {
            m_backend.lastChat()->breakOff({Error::Kind::ContextFull, {}});
            if (failed.isEmpty())
                QVERIFY(next(++requests));
        }
        QCOMPARE(failed.count(), 1); // in the end
        QCOMPARE(finished.count(), 0);
    }

    void tellsFailuresAndEmptySummaries()
    {
        auto *broken = new Summariser(m_backend, taskOf(u"x"_s), this);
        QSignalSpy failed(broken, &base::Operation::failed);
        next(1)->breakOff({Error::Kind::Unreachable, u"gone"_s});
        QCOMPARE(failed.first().first().value<Error>(), (Error{Error::Kind::Unreachable, u"gone"_s}));

        auto *empty = new Summariser(m_backend, taskOf(u"x"_s), this);
        QSignalSpy nothing(empty, &base::Operation::failed);
        next(2)->finish();
        QCOMPARE(nothing.first().first().value<Error>().kind, Error::Kind::Protocol);
    }

    void canBeStopped()
    {
        auto *summary = new Summariser(m_backend, taskOf(u"x"_s), this);
        QSignalSpy failed(summary, &base::Operation::failed);
        QPointer<support::FakeChat> chat = next(1);
        QVERIFY(chat);
        summary->cancel();
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<Error>().kind, Error::Kind::Cancelled);
        QTRY_VERIFY(!chat);
    }
};

QTEST_GUILESS_MAIN(TestSummariser)
#include "tst_Summariser.moc"
