// The line under which the next request begins, and the ways out of a window that is full.
#include "chat/TranscriptView.h"
#include "support/Transcripts.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using ui::ContextWay;
using ui::CutMark;

class TestTranscriptCut : public QObject
{
    Q_OBJECT

    chat::TranscriptList m_list;
    std::unique_ptr<ui::TranscriptView> m_view;

    void show(const QList<chat::Message> &messages, int width = 800)
    {
        m_view = std::make_unique<ui::TranscriptView>();
        m_list.setMessages(messages);
        m_view->resize(width, 600);
        m_view->setTranscript(&m_list);
        m_view->show();
        m_view->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }
    QAccessibleInterface *message(int row)
    {
        return QAccessible::queryAccessibleInterface(m_view.get())->child(row);
    }
    QAccessibleInterface *button(int row, const QString &name)
    {
        for (int i = 0; i < message(row)->childCount(); ++i) {
            QAccessibleInterface *child = message(row)->child(i);
            if (child->role() == QAccessible::Button && child->text(QAccessible::Name) == name)
                return child;
        }
        return nullptr;
    }
    static chat::Message refused()
    {
        chat::Message failed = support::answer(4, {});
        failed.state = chat::MessageState::Failed;
        failed.error =
            base::Error{base::Error::Kind::ContextFull, u"the input length exceeds the context length"_s};
        return failed;
    }
    // Up to the message, and to its button with Tab.
    bool pressByKeys(int inRow, const QString &name)
    {
        for (int row = m_list.rowCount(); row > inRow; --row)
            QTest::keyClick(m_view.get(), Qt::Key_Up, Qt::ControlModifier);
        for (int i = 0; i < 20; ++i) {
            QTest::keyClick(m_view.get(), Qt::Key_Tab);
            QAccessibleInterface *wanted = button(inRow, name);
            if (wanted && wanted->state().focused) {
                QTest::keyClick(m_view.get(), Qt::Key_Return);
                return true;
            }
        }
        return false;
    }

private Q_SLOTS:
    void drawsTheLineWhereTheRequestBegins()
    {
        show(support::conversation(4));
        const QImage before = m_view->grab().toImage();
        QVERIFY(!message(1)->text(QAccessible::Description).contains(u"above this line"_s));
        m_view->setCut({2, CutMark::State::LeftOut, {}});
        QVERIFY(m_view->grab().toImage() != before);
        const QString said = message(1)->text(QAccessible::Description);
        QVERIFY2(said.contains(u"Everything above this line will be left out of the next request."_s),
                 qPrintable(said));
        QVERIFY(button(1, u"Send everything again"_s));
        m_view->setCut({});
        QCOMPARE(m_view->grab().toImage(), before);
        QVERIFY(!button(1, u"Send everything again"_s));
    }

    void showsTheSummary()
    {
        show(support::conversation(4));
        m_view->setCut({2, CutMark::State::LeftOut, {}});
        const int height = m_view->counters().messagesLoaded > 0 ? message(2)->rect().top() : 0;
        m_view->setCut({2, CutMark::State::LeftOut, u"They greeted each other, and 问了天气。"_s});
        QVERIFY(message(2)->rect().top() > height); // room for it
        const QString said = message(1)->text(QAccessible::Description);
        QVERIFY(said.contains(u"This summary is sent in its place"_s));
        QVERIFY(said.contains(u"问了天气。"_s));
    }

    void saysWhatWouldFallOutFirst()
    {
        show(support::conversation(4));
        m_view->setCut({2, CutMark::State::Next, {}});
        QVERIFY(message(1)->text(QAccessible::Description).contains(u"would be left out first"_s));
        QVERIFY(button(1, u"Leave out the oldest messages"_s));
    }

    void goesBackByKeyboard()
    {
        show(support::conversation(4));
        m_view->setCut({2, CutMark::State::LeftOut, {}});
        QSignalSpy asked(m_view.get(), &ui::TranscriptView::contextWayRequested);
        QVERIFY(pressByKeys(1, u"Send everything again"_s));
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<ContextWay>(), ContextWay::SendAll);
    }

    void offersThreeWaysOutOfARefusal_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("way");
        QTest::newRow("leave out") << u"Leave out the oldest messages"_s << int(ContextWay::LeaveOut);
        QTest::newRow("enlarge") << u"Use a larger window"_s << int(ContextWay::Enlarge);
        QTest::newRow("summarise") << u"Summarise the oldest part"_s << int(ContextWay::Summarise);
    }
    void offersThreeWaysOutOfARefusal()
    {
        QFETCH(QString, name);
        show(support::conversation(2) + QList{support::question(3, u"And?"_s), refused()});
        QVERIFY(message(3)->text(QAccessible::Description).contains(u"longer than the window"_s));
        QVERIFY(!button(3, u"Retry"_s)); // it would be refused again
        QVERIFY(!button(3, u"Check the connection"_s));
        QSignalSpy asked(m_view.get(), &ui::TranscriptView::contextWayRequested);
        QVERIFY(pressByKeys(3, name));
        QCOMPARE(asked.count(), 1);
        QTEST(int(asked.first().first().value<ContextWay>()), "way");
    }

    void breaksTheWaysOutWhereThePageIsNarrow()
    {
        show(support::conversation(2) + QList{support::question(3, u"And?"_s), refused()}, 420);
        const QRect page = QAccessible::queryAccessibleInterface(m_view.get())->rect();
        int top = 0;
        for (const QString &name :
             {u"Leave out the oldest messages"_s, u"Use a larger window"_s, u"Summarise the oldest part"_s}) {
            QAccessibleInterface *way = button(3, name);
            QVERIFY(way);
            QVERIFY(way->rect().right() <= page.right());
            QVERIFY(way->rect().top() > top);
            top = way->rect().top();
        }
    }

    void offersNothingForAnEarlierRefusal()
    {
        show(QList{support::question(3, u"And?"_s), refused()} + QList{support::question(5, u"So?"_s)});
        QVERIFY(!button(1, u"Use a larger window"_s));
    }
};

QTEST_MAIN(TestTranscriptCut)
#include "tst_TranscriptCut.moc"
