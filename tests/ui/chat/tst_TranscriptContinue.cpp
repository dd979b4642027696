// An answer that ended too early: what is offered for it, and how it grows on.
#include "chat/TranscriptView.h"
#include "support/Transcripts.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using base::Error;
using chat::MessageState;

namespace {

chat::Message ended(MessageState state, std::optional<Error::Kind> kind = {})
{
    chat::Message message = support::answer(2, u"Some code:\n\n```\na = 1"_s);
    message.state = state;
    if (kind)
        message.error = Error{*kind, {}};
    return message;
}

} // namespace

class TestTranscriptContinue : public QObject
{
    Q_OBJECT

    chat::TranscriptList m_list;
    std::unique_ptr<ui::TranscriptView> m_view;

    void show(const QList<chat::Message> &messages)
    {
        m_view = std::make_unique<ui::TranscriptView>();
        m_list.setMessages(messages);
        m_view->resize(800, 600);
        m_view->setTranscript(&m_list);
        m_view->show();
        m_view->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }
    QAccessibleInterface *answer() { return QAccessible::queryAccessibleInterface(m_view.get())->child(1); }
    QStringList buttons()
    {
        QStringList names;
        for (int i = 0; i < answer()->childCount(); ++i) {
            if (answer()->child(i)->role() == QAccessible::Button)
                names.append(answer()->child(i)->text(QAccessible::Name));
        }
        return names;
    }

private Q_SLOTS:
    void offersToGoOn_data()
    {
        QTest::addColumn<chat::Message>("message");
        QTest::addColumn<bool>("offered");
        chat::Message limited = ended(MessageState::Complete);
        limited.summary.reason = backend::StopReason::Length;
        chat::Message silent = ended(MessageState::Interrupted, Error::Kind::Interrupted);
        silent.text.clear();
        QTest::newRow("complete") << ended(MessageState::Complete) << false;
        QTest::newRow("stopped") << ended(MessageState::Stopped) << true;
        QTest::newRow("at its limit") << limited << true;
        QTest::newRow("broke off") << ended(MessageState::Interrupted, Error::Kind::Interrupted) << true;
        QTest::newRow("broke off before the first word") << silent << false;
        QTest::newRow("the server cannot") << ended(MessageState::Failed, Error::Kind::Unsupported) << false;
    }
    void offersToGoOn()
    {
        QFETCH(chat::Message, message);
        QFETCH(bool, offered);
        show({support::question(1, u"Q"_s), message});
        QCOMPARE(buttons().count(u"Continue"_s), offered ? 1 : 0);
        QSignalSpy asked(m_view.get(), &ui::TranscriptView::continueRequested);
        QSignalSpy again(m_view.get(), &ui::TranscriptView::retryRequested);
        for (int i = 0; i < 10 && asked.isEmpty(); ++i) {
            QTest::keyClick(m_view.get(), Qt::Key_Tab);
            QTest::keyClick(m_view.get(), Qt::Key_Return);
        }
        QCOMPARE(asked.size(), offered ? 1 : 0);
        if (offered)
            QCOMPARE(again.size(), 0); // it comes before Retry

        m_list.append(support::question(3, u"Another"_s));
        QVERIFY(!buttons().contains(u"Continue"_s));
    }

    void saysWhatContinueDoes()
    {
        show({support::question(1, u"Q"_s), ended(MessageState::Interrupted, Error::Kind::Interrupted)});
        const auto words = [this] { return answer()->text(QAccessible::Description); };
        QVERIFY2(words().contains(u"Retry asks again. Continue goes on"_s), qPrintable(words()));
        m_list.append(support::question(3, u"Another"_s));
        QVERIFY2(!words().contains(u"Continue"_s), qPrintable(words()));
    }

    void saysWhyAThoughtCannotGoOn_data()
    {
        QTest::addColumn<MessageState>("state");
        QTest::addColumn<QString>("said");
        QTest::newRow("stopped") << MessageState::Stopped << u"Stopped while it was thinking"_s;
        QTest::newRow("at its limit") << MessageState::Complete << u"Raise Max tokens"_s;
    }
    void saysWhyAThoughtCannotGoOn()
    {
        QFETCH(MessageState, state);
        QFETCH(QString, said);
        chat::Message thought = ended(state);
        thought.summary.reason = backend::StopReason::Length;
        thought.thinking = u"Hm, let me see"_s;
        show({support::question(1, u"Q"_s), thought});
        const QImage before = m_view->grab().toImage();
        QVERIFY(!answer()->text(QAccessible::Description).contains(said));
        thought.text.clear();
        show({support::question(1, u"Q"_s), thought});
        QTRY_VERIFY(m_view->isUpToDate());
        QVERIFY2(answer()->text(QAccessible::Description).contains(said),
                 qPrintable(answer()->text(QAccessible::Description)));
        QVERIFY(!buttons().contains(u"Continue"_s));
        QVERIFY(buttons().contains(u"Regenerate"_s));
        QVERIFY(m_view->grab().toImage() != before);
    }

    // What was open when it ended was closed for the reader.
    void readsOnWhereItWasClosed()
    {
        show({support::question(1, u"Q"_s), ended(MessageState::Stopped)});
        QTRY_VERIFY(m_view->isUpToDate());
        chat::Message going = m_list.message(1);
        going.state = MessageState::Streaming;
        m_list.replace(1, going);
        QVERIFY(answer()->state().busy);
        m_list.grow(1, {u"0\nb = 2\n```\n\nThat"_s, {}});
        m_list.grow(1, {u" is all."_s, {}});
        support::finish(m_list);
        QTRY_VERIFY(m_view->isUpToDate());
        const QString grown = answer()->text(QAccessible::Value);
        const QImage picture = m_view->grab(QRect(0, 0, 800, 250)).toImage();

        chat::Message whole = m_list.message(1);
        whole.id = 7;
        show({support::question(1, u"Q"_s), whole});
        QTRY_VERIFY(m_view->isUpToDate());
        QCOMPARE(grown, u"Some code:\na = 10\nb = 2\nThat is all."_s);
        QCOMPARE(answer()->text(QAccessible::Value), grown);
        QCOMPARE(m_view->grab(QRect(0, 0, 800, 250)).toImage(), picture);
    }
};

QTEST_MAIN(TestTranscriptContinue)
#include "tst_TranscriptContinue.moc"
