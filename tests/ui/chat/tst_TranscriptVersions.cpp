// ‹ 2/3 ›: paging between the versions of questions and answers, by pointer and by keyboard, and what
// assistive technology hears of it.
#include "chat/TranscriptView.h"
#include "support/Transcripts.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

chat::Message version(chat::Message message, int number, int count)
{
    message.version = number;
    message.versions = count;
    return message;
}

// Its question in row 20 has versions.
QList<chat::Message> longConversation(chat::Id branch, int number)
{
    QList<chat::Message> messages = support::conversation(40).first(20);
    messages.append(version(support::question(branch, u"Version %1"_s.arg(number)), number, 3));
    for (int i = 1; i < 20; ++i) {
        const QString text = u"Branch %1, line %2\n\n"_s.arg(number).arg(i).repeated(number);
        messages.append(i % 2 == 1 ? support::answer(branch + i, text) : support::question(branch + i, text));
    }
    return messages;
}

} // namespace

class TestTranscriptVersions : public QObject
{
    Q_OBJECT

    chat::TranscriptList m_list;
    ui::TranscriptView m_view;

    void show(const QList<chat::Message> &messages)
    {
        m_view.setTranscript(nullptr);
        m_list.setMessages(messages);
        m_view.resize(800, 600);
        m_view.setTranscript(&m_list);
        m_view.show();
        m_view.setFocus();
        m_view.scrollToEnd();
        QVERIFY(QTest::qWaitForWindowActive(&m_view));
    }
    QScrollBar *bar() { return m_view.verticalScrollBar(); }
    QAccessibleInterface *message(int row)
    {
        return QAccessible::queryAccessibleInterface(&m_view)->child(row);
    }
    // Where the button of that name of a message is, in the viewport.
    QRect placeOf(int row, const QString &name)
    {
        for (int i = 0; i < message(row)->childCount(); ++i) {
            QAccessibleInterface *child = message(row)->child(i);
            if (child->text(QAccessible::Name) == name)
                return {m_view.viewport()->mapFromGlobal(child->rect().topLeft()), child->rect().size()};
        }
        return {};
    }

    // The button of the first message that the keys are at.
    QString focused()
    {
        for (int i = 0; i < message(0)->childCount(); ++i) {
            const QAccessibleInterface *child = message(0)->child(i);
            if (child->state().focused)
                return child->text(QAccessible::Name) + u": "_s + child->text(QAccessible::Description);
        }
        return {};
    }

private Q_SLOTS:
    void showsThePagerOfAQuestionWithoutThePointer()
    {
        show({support::question(1, u"Q"_s), support::answer(2, u"A"_s)});
        const QRect strip(0, 0, 760, 22); // above the question
        const QImage without = m_view.grab(strip).toImage();
        show({version(support::question(3, u"Q"_s), 2, 3), support::answer(2, u"A"_s)});
        QTRY_VERIFY(m_view.grab(strip).toImage() != without);
        const QRect next = placeOf(0, u"Next version"_s);
        QVERIFY(next.isValid() && placeOf(0, u"Previous version"_s).right() < next.left());
        QVERIFY(placeOf(0, u"Edit question"_s).right() < placeOf(0, u"Previous version"_s).left());
        QSignalSpy spy(&m_view, &ui::TranscriptView::versionRequested);
        QTest::mouseClick(m_view.viewport(), Qt::LeftButton, {}, next.center());
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy[0], (QVariantList{0, 1}));
    }

    void keepsThePagerUnderThePointer_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QString>("name");
        QTest::newRow("next") << 1 << 2 << u"Next version"_s;
        QTest::newRow("previous") << 3 << 2 << u"Previous version"_s;
    }
    void keepsThePagerUnderThePointer()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QString, name);
        show(longConversation(1000 * from, from));
        bar()->setValue(bar()->maximum() / 2);
        while (placeOf(20, name).top() < 100)
            bar()->setValue(bar()->value() - 20);
        while (placeOf(20, name).top() > 300)
            bar()->setValue(bar()->value() + 20);
        QTRY_VERIFY(m_view.isUpToDate());
        const QRect before = placeOf(20, name);
        QSignalSpy spy(&m_view, &ui::TranscriptView::versionRequested);
        QTest::mouseClick(m_view.viewport(), Qt::LeftButton, {}, before.center());
        QCOMPARE(spy.size(), 1);
        m_list.setMessages(longConversation(1000 * to, to));
        QCOMPARE(placeOf(20, name), before);
        QVERIFY(!m_view.isAtEnd());
        QTRY_VERIFY(m_view.isUpToDate());
        QCOMPARE(placeOf(20, name), before);
    }

    void pagesWithTheKeyboardAlone()
    {
        show(longConversation(1000, 1));
        QSignalSpy spy(&m_view, &ui::TranscriptView::versionRequested);
        QTest::keyClick(&m_view, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(spy.size(), 0); // none of those on the screen has another version
        QTest::keyClick(&m_view, Qt::Key_Up, Qt::ControlModifier);
        for (int row = 39; row > 20; --row)
            QTest::keyClick(&m_view, Qt::Key_Up, Qt::ControlModifier);
        QTest::keyClick(&m_view, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(spy.size(), 0); // it is the first
        QTest::keyClick(&m_view, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy[0], (QVariantList{20, 1}));
        m_list.setMessages(longConversation(2000, 2));
        QTest::keyClick(&m_view, Qt::Key_Right, Qt::AltModifier); // the message is still the chosen one
        QCOMPARE(spy.size(), 2);
        QCOMPARE(spy[1], (QVariantList{20, 1}));
        m_list.setMessages(longConversation(3000, 3));
        QTest::keyClick(&m_view, Qt::Key_Return); // there is no fourth
        QCOMPARE(spy.size(), 2);
        QTest::keyClick(&m_view, Qt::Key_Tab, Qt::ShiftModifier); // to the other arrow
        QTest::keyClick(&m_view, Qt::Key_Return);
        QCOMPARE(spy.size(), 3);
        QCOMPARE(spy[2], (QVariantList{20, -1}));
        m_list.setMessages(longConversation(2000, 2));
        const QRect place = placeOf(20, u"Previous version"_s);
        QVERIFY(m_view.viewport()->rect().contains(place));
    }

    void tellsAssistiveTechnologyWhichVersionItIs()
    {
        show({version(support::question(1, u"Q"_s), 2, 3), support::answer(2, u"A"_s)});
        QCOMPARE(message(0)->text(QAccessible::Description), u"Version 2 of 3"_s);
        QCOMPARE(message(1)->text(QAccessible::Description), QString());
        QCOMPARE(focused(), QString());
        QTest::keyClick(&m_view, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(focused(), u"Next version: Version 2 of 3"_s);
        m_list.setMessages({version(support::question(5, u"Q3"_s), 3, 3), support::answer(6, u"A3"_s)});
        QCOMPARE(focused(), u"Next version: Version 3 of 3"_s);
        QCOMPARE(message(0)->text(QAccessible::Description), u"Version 3 of 3"_s);
    }

    void staysWhileAnAnswerIsWritten()
    {
        show({version(support::question(1, u"Q"_s), 2, 3), version(support::answer(2, u"A"_s), 2, 2)});
        const auto isOffered = [this](int row) {
            for (int i = 0; i < message(row)->childCount(); ++i) {
                if (message(row)->child(i)->text(QAccessible::Name) == u"Previous version"_s)
                    return !message(row)->child(i)->state().disabled;
            }
            return false;
        };
        QVERIFY(isOffered(0) && isOffered(1));
        m_list.append(support::question(3, u"Q2"_s));
        QVERIFY(isOffered(0) && isOffered(1));
        m_list.append(support::streamingAnswer(4));
        QVERIFY(!isOffered(0) && !isOffered(1));
        QSignalSpy spy(&m_view, &ui::TranscriptView::versionRequested);
        QTest::mouseClick(m_view.viewport(), Qt::LeftButton, {}, placeOf(0, u"Previous version"_s).center());
        QTest::keyClick(&m_view, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(spy.size(), 0);
        m_list.grow(3, {u"Done"_s, {}});
        support::finish(m_list);
        QVERIFY(isOffered(0) && isOffered(1));
        QTest::mouseClick(m_view.viewport(), Qt::LeftButton, {}, placeOf(0, u"Previous version"_s).center());
        QCOMPARE(spy.size(), 1);
    }

    void editsTheQuestionTheKeysAreAt()
    {
        show(support::conversation(6));
        QSignalSpy spy(&m_view, &ui::TranscriptView::editRequested);
        QTest::keyClick(&m_view, Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(spy.takeFirst()[0].toInt(), 4); // of the last answer
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(&m_view, Qt::Key_Up, Qt::ControlModifier);
        QTest::keyClick(&m_view, Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(spy.takeFirst()[0].toInt(), 2);
    }

    void hasAMenuForTheMessageTheKeysAreAt()
    {
        show({version(support::question(1, u"Q"_s), 2, 3), support::answer(2, u"A"_s)});
        QTest::keyClick(&m_view, Qt::Key_Up, Qt::ControlModifier);
        QTest::keyClick(&m_view, Qt::Key_Up, Qt::ControlModifier);
        // The pointer is at the answer.
        const QPoint at = m_view.viewport()->rect().center();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, at, m_view.viewport()->mapToGlobal(at));
        QApplication::sendEvent(m_view.viewport(), &event);
        auto *menu = m_view.findChild<QMenu *>(u"messageMenu"_s);
        QVERIFY(menu);
        const auto choose = [menu](const QString &name) {
            for (QAction *action : menu->actions()) {
                if (action->text() == name)
                    return action->trigger();
            }
            QFAIL(qPrintable(name));
        };
        QSignalSpy edited(&m_view, &ui::TranscriptView::editRequested);
        QSignalSpy paged(&m_view, &ui::TranscriptView::versionRequested);
        choose(u"Edit question"_s);
        choose(u"Previous version"_s);
        choose(u"Next version"_s);
        QCOMPARE(edited.size(), 1);
        QCOMPARE(paged.size(), 2);
        QCOMPARE(paged[0], (QVariantList{0, -1}));
        menu->close();
    }
};

QTEST_MAIN(TestTranscriptVersions)
#include "tst_TranscriptVersions.moc"
