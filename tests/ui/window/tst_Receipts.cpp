// How an answer came about, asking for it again and its versions side by side, in the real window.
#include "chat/CompareView.h"
#include "chat/ModelPickerPopup.h"
#include "chat/ReceiptPopup.h"
#include "support/ChatDesk.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QSplitter>

using namespace Qt::StringLiterals;
using support::FakeOllama;
using support::Reply;

namespace {

const QString model = u"gemma3:270m"_s;
const QString other = u"qwen3:4b"_s;

} // namespace

class TestReceipts : public QObject, support::ChatDesk
{
    Q_OBJECT

    ui::CompareView *comparison() { return m_desk->find<ui::CompareView>("compareView"); }
    bool isComparing() { return comparison() && comparison()->isVisible(); }
    QPointer<ui::ReceiptPopup> popup() { return m_desk->chats()->findChild<ui::ReceiptPopup *>(); }
    // Of the last answer, by keyboard.
    void openReceipt()
    {
        transcript()->setFocus();
        QTest::keyClick(transcript(), Qt::Key_I, Qt::ControlModifier);
        (void)QTest::qWaitFor([&] { return popup() && popup()->isVisible(); });
    }
    template <typename T>
    T *in(QWidget *parent, const char *name)
    {
        return parent->findChild<T *>(QLatin1String(name));
    }
    void press(QWidget *parent, const char *name)
    {
        auto *button = in<QAbstractButton>(parent, name);
        QVERIFY2(button && button->isEnabled(), name);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    void chooseModel(const QString &name)
    {
        auto *picker = m_desk->chats()->findChild<ui::ModelPickerPopup *>();
        QVERIFY(picker && picker->isVisible());
        QTest::keyClicks(picker->focusWidget(), name);
        QTest::keyClick(picker->focusWidget(), Qt::Key_Return);
    }
    QByteArray lastBody() { return m_server->last("POST", "/api/chat").body; }

private Q_SLOTS:
    void init()
    {
        open({{.name = model}, {.name = other}});
        ask(u"q1"_s, u"a1"_s);
        ask(u"q2"_s, u"a2"_s);
    }
    void cleanup() { close(); }

    void showsHowAnAnswerCameAbout()
    {
        openReceipt();
        QVERIFY(popup() && popup()->isVisible());
        QCOMPARE(QAccessible::queryAccessibleInterface(popup())->text(QAccessible::Name), u"Receipt"_s);
        // A digest is one long word; none of it is cut off.
        const auto *facts = in<QWidget>(popup(), "receiptFacts");
        QVERIFY(facts->width() <= facts->parentWidget()->width());
        QCOMPARE(popup()->focusWidget()->objectName(), u"receiptCopy"_s);
        QTest::keyClick(popup()->focusWidget(), Qt::Key_Tab);
        QCOMPARE(popup()->focusWidget()->objectName(), u"receiptAgain"_s);
        press(popup(), "receiptCopy");
        const QString text = QGuiApplication::clipboard()->text();
        for (const QString &line :
             {u"Model: "_s + model, u"Digest: "_s + u"a"_s.repeated(64), u"Version: Ollama 0.17.4"_s,
              u"Temperature: 0.7"_s, u"Seed: the server’s own"_s, u"Messages sent: 3"_s, u"Ended: complete"_s,
              u"System prompt: none"_s})
            QVERIFY2(text.contains(line), qPrintable(text));

        press(popup(), "receiptRequestToggle");
        QCOMPARE(in<QPlainTextEdit>(popup(), "receiptRequest")->toPlainText().toUtf8(), lastBody());
        QVERIFY(in<QLabel>(popup(), "receiptRequestNote")->text().contains(u"/api/chat"_s));
        press(popup(), "receiptCopyRequest");
        QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), lastBody());
        QTest::keyClick(popup(), Qt::Key_Escape);
        QTRY_VERIFY(!popup());
    }

    void saysWhereTheRequestIsNotTheSameAnyMore()
    {
        const chat::Id answer = m_desk->last().id;
        chat::Receipt changed;
        changed.sent.url = m_server->url();
        changed.model = model;
        changed.messages = 3;
        m_desk->core->store().save(answer, changed, "what was sent then");
        openReceipt();
        QVERIFY(popup() && popup()->isVisible());
        press(popup(), "receiptRequestToggle");
        QVERIFY(in<QLabel>(popup(), "receiptRequestNote")->text().contains(u"not the same"_s));
        popup()->close();
    }

    void showsWhatAnAnswerWithoutReceiptKnows()
    {
        chat::Message told = m_desk->last();
        told.id = chat::newId();
        chat::Conversation old;
        old.id = chat::newId();
        old.title = u"Old"_s;
        chat::Message question = m_desk->transcript().message(0);
        question.id = chat::newId();
        question.parentId = 0;
        told.parentId = question.id;
        old.leafId = told.id;
        m_desk->core->store().save(old, {question, told});
        QTRY_VERIFY(m_desk->core->conversations().conversation(old.id));
        m_desk->chats()->openConversation(old.id);
        QTRY_COMPARE(m_desk->transcript().rowCount(), 2);
        openReceipt();
        QVERIFY(popup() && popup()->isVisible());
        QVERIFY(in<QLabel>(popup(), "receiptNote"));
        QVERIFY(!in<QAbstractButton>(popup(), "receiptAgain"));
        QVERIFY(in<QAbstractButton>(popup(), "receiptOther"));
        press(popup(), "receiptCopy");
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"Model: "_s + model));
        popup()->close();
    }

    void asksAgainExactly()
    {
        const chat::Message first = m_desk->transcript().message(1); // in the middle of the path
        QVERIFY(m_desk->core->settings().set(settings::Key::Temperature, 1.5));
        m_desk->core->sessions().current()->setSystemPrompt(u"Other."_s);
        m_desk->core->sessions().current()->setModel(other);
        const QByteArray before = m_server->requests().isEmpty() ? QByteArray() : [&] {
            for (const support::Request &request : m_server->requests()) {
                if (request.target == "/api/chat")
                    return request.body; // the first one
            }
            return QByteArray();
        }();
        transcript()->setFocus();
        QTest::keyClick(transcript(), Qt::Key_Up, Qt::ControlModifier);
        QTest::keyClick(transcript(), Qt::Key_Up, Qt::ControlModifier);
        QTest::keyClick(transcript(), Qt::Key_Up, Qt::ControlModifier);
        QTest::keyClick(transcript(), Qt::Key_I, Qt::ControlModifier);
        QTRY_VERIFY(popup() && popup()->isVisible());
        m_server->answer = {u"again"_s};
        press(popup(), "receiptAgain");
        QTRY_COMPARE(m_desk->last().text, u"again"_s);
        QCOMPARE(lastBody(), before);
        QCOMPARE(m_desk->transcript().rowCount(), 2);
        QCOMPARE(m_desk->last().parentId, first.parentId);
        QCOMPARE(m_desk->last().version, 2);
        QCOMPARE(m_desk->last().model, model);
        QCOMPARE(m_desk->modelName(), other); // of what is asked next
        // What came after the old one is there with it.
        m_desk->core->sessions().current()->showVersion(1, -1);
        QTRY_COMPARE(m_desk->last().text, u"a2"_s);
    }

    void asksAnotherModelAndComparesBoth()
    {
        openReceipt();
        QVERIFY(popup() && popup()->isVisible());
        m_server->on("POST", "/api/chat",
                     Reply()
                         .head(200)
                         .chunk(FakeOllama::chatLine(other, u"half"_s) + '\n')
                         .waitFor("end")
                         .chunk(FakeOllama::chatLine(other, u" whole"_s) + '\n')
                         .chunk(R"({"message":{"content":""},"done":true,"done_reason":"stop"})"
                                "\n")
                         .endChunks());
        press(popup(), "receiptOther");
        chooseModel(other);
        QTRY_VERIFY(isComparing());
        QTRY_VERIFY(lastBody().contains(other.toUtf8())); // the comparison does not wait for the server
        QVERIFY(lastBody().contains("0.7"));
        auto *first = in<ui::TranscriptView>(comparison(), "compareFirstText");
        auto *second = in<ui::TranscriptView>(comparison(), "compareSecondText");
        QCOMPARE(first->transcript()->message(0).text, u"a2"_s);
        QTRY_COMPARE(second->transcript()->message(0).text, u"half"_s);
        QCOMPARE(first->accessibleName(), u"1 of 2: gemma3:270m"_s);
        QCOMPARE(second->accessibleName(), u"2 of 2: qwen3:4b"_s);
        QVERIFY(!in<QAbstractButton>(comparison(), "compareFirstShow")->isEnabled());
        m_server->open("end");
        QTRY_COMPARE(second->transcript()->message(0).text, u"half whole"_s);
        QTRY_COMPARE(second->transcript()->message(0).state, chat::MessageState::Complete);

        press(comparison(), "compareFirstShow");
        QTRY_COMPARE(m_desk->last().text, u"a2"_s);
        QVERIFY(!isComparing());
        QVERIFY(transcript()->isVisible());
        QCOMPARE(m_desk->modelName(), model);
    }

    void comparesFromTheMenuAndByKey()
    {
        m_server->answer = {u"b2"_s};
        m_desk->chats()->regenerate();
        QTRY_COMPARE(m_desk->last().text, u"b2"_s);
        QTRY_COMPARE(m_desk->last().state, chat::MessageState::Complete);
        transcript()->setFocus();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), transcript()->mapToGlobal(QPoint()));
        QApplication::sendEvent(transcript(), &event);
        auto *menu = transcript()->findChild<QMenu *>(u"messageMenu"_s);
        QVERIFY(menu);
        QStringList names;
        for (QAction *action : menu->actions())
            names.append(action->text());
        QVERIFY(names.contains(u"Compare versions"_s));
        QVERIFY(names.contains(u"Receipt"_s));
        menu->actions().at(names.indexOf(u"Compare versions"_s))->trigger();
        menu->close();
        QTRY_VERIFY(isComparing());
        QCOMPARE(in<ui::TranscriptView>(comparison(), "compareFirstText")->transcript()->message(0).text,
                 u"a2"_s);
        auto *box = in<QComboBox>(comparison(), "compareFirstVersion");
        QCOMPARE(box->accessibleName(), u"First version"_s);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(in<ui::TranscriptView>(comparison(), "compareFirstText")->transcript()->message(0).text,
                 u"b2"_s);
        // It stands before the composer for the Tab key, too.
        m_desk->composer()->setFocus();
        QTest::keyClick(m_desk->composer(), Qt::Key_Tab, Qt::ShiftModifier);
        QCOMPARE(m_desk->window->focusWidget()->objectName(), u"compareSecondText"_s);
        // Beside each other, and below each other where there is no room.
        auto *second = in<ui::TranscriptView>(comparison(), "compareSecondText");
        m_desk->window->resize(1280, 840);
        QTRY_VERIFY(second->mapTo(comparison(), QPoint()).x() > 0);
        m_desk->window->resize(640, 700);
        QTRY_COMPARE(second->mapTo(comparison(), QPoint()).x(), 0);
        QTRY_VERIFY(second->mapTo(comparison(), QPoint()).y() > comparison()->height() / 2);

        m_desk->chats()->leave(); // Esc
        QVERIFY(!isComparing());
        QTest::keyClick(transcript(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(isComparing());
        // Esc on another page is not meant for it; what looks into the conversation shows that.
        m_desk->window->show(ui::Page::Settings);
        m_desk->chats()->leave();
        m_desk->window->show(ui::Page::Chats);
        QVERIFY(isComparing());
        m_desk->chats()->find();
        QVERIFY(!isComparing());
        QTest::keyClick(transcript(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(isComparing());
        ask(u"q3"_s, u"a3"_s);
        QVERIFY(!isComparing());
    }
};

QTEST_MAIN(TestReceipts)
#include "tst_Receipts.moc"
