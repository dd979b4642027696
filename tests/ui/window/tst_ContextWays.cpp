// A conversation that does not fit the model's window, in the real window: what the meter says, and each way
// out of a refusal, by keyboard.
#include "chat/ContextMeter.h"
#include "support/ChatDesk.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using support::Reply;

namespace {

const QString model = u"gemma3:270m"_s;

} // namespace

class TestContextWays : public QObject, support::ChatDesk
{
    Q_OBJECT

    // As the engine does where nothing may be cut off.
    void refuseNext()
    {
        m_server->once("POST", "/api/chat",
                       Reply::whole(400, R"({"error":"the input length exceeds the context length"})"));
    }
    void askInVain(const QString &question)
    {
        refuseNext();
        m_desk->ask(question);
        QTRY_COMPARE(m_desk->last().state, chat::MessageState::Failed);
        QCOMPARE(m_desk->last().error->kind, base::Error::Kind::ContextFull);
    }
    QJsonObject lastAsked() const
    {
        return QJsonDocument::fromJson(m_server->last("POST", "/api/chat").body).object();
    }
    QStringList sent() const
    {
        QStringList texts;
        const QJsonArray messages = lastAsked().value("messages"_L1).toArray();
        for (const auto &message : messages)
            texts.append(message.toObject().value("content"_L1).toString());
        return texts;
    }
    ui::ContextMeter *meter() const { return m_desk->find<ui::ContextMeter>("contextMeter"); }
    // Up to the message with this button, and there with Tab.
    bool press(const QString &name) const
    {
        m_desk->composer()->setFocus(); // the keys begin at the end again
        transcript()->setFocus();
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(transcript());
        for (int row = list->childCount() - 1; row >= 0; --row) {
            QTest::keyClick(transcript(), Qt::Key_Up, Qt::ControlModifier);
            QAccessibleInterface *message = list->child(row);
            for (int i = 0; i < message->childCount(); ++i) {
                QAccessibleInterface *wanted = message->child(i);
                if (wanted->text(QAccessible::Name) != name)
                    continue;
                for (int step = 0; step < 20 && !wanted->state().focused; ++step)
                    QTest::keyClick(transcript(), Qt::Key_Tab);
                const bool isThere = wanted->state().focused;
                QTest::keyClick(transcript(), Qt::Key_Return);
                return isThere;
            }
        }
        return false;
    }
    QString barText() const
    {
        const auto *bar = m_desk->find<QWidget>("contextBar");
        if (!bar->isVisible())
            return {};
        QStringList texts;
        for (const auto *label : bar->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u'\n');
    }

private Q_SLOTS:
    void init()
    {
        open({{.name = model, .contextLength = 32768, .isLoaded = true}});
        ask(u"q1"_s, u"a1"_s);
        ask(u"q2"_s, u"a2"_s);
    }
    void cleanup() { close(); }

    void asksTheServerNotToCutUnseen()
    {
        QCOMPARE(lastAsked().value("truncate"_L1), QJsonValue(false));
        QCOMPARE(lastAsked().value("shift"_L1), QJsonValue(false));
    }

    void metersTheNextRequest()
    {
        QTRY_VERIFY(meter()->isVisible());
        const qint64 before = meter()->state().use.total();
        QVERIFY(before > 0);
        QTest::keyClicks(m_desk->composer(), u"a question that is not asked yet"_s);
        QTRY_VERIFY(meter()->state().use.draft > 5);
        QVERIFY(meter()->accessibleName().contains(u"about"_s));
        meter()->setFocus();
        QTest::keyClick(meter(), Qt::Key_Space);
        auto *popup = m_desk->chats()->findChild<QWidget *>(u"contextPopup"_s);
        QVERIFY(popup && popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Escape);
        QTRY_VERIFY(!m_desk->chats()->findChild<QWidget *>(u"contextPopup"_s));
    }

    void showsWhatFallsOutFirstBeforeItDoes()
    {
        QTRY_COMPARE(meter()->state().window.tokens, 4096);
        QCOMPARE(transcript()->cut().after, 0);
        m_desk->composer()->setPlainText(u"word "_s.repeated(3300)); // 3,500 tokens
        QTRY_VERIFY(transcript()->cut().after != 0);
        QCOMPARE(transcript()->cut().state, ui::CutMark::State::Next);
        QVERIFY(meter()->state().left() > 0);
        m_desk->composer()->clear();
        QTRY_COMPARE(transcript()->cut().after, 0);
    }

    void saysThatAServerCutOffTheBeginning()
    {
        QTRY_COMPARE(meter()->state().window.tokens, 4096);
        QCOMPARE(barText(), QString());
        ask(u"word "_s.repeated(6000), u"a3"_s); // the server says that it read 31 tokens
        QTRY_VERIFY2(barText().contains(u"the server read 31 tokens of about"_s), qPrintable(barText()));
        const auto buttons = m_desk->find<QWidget>("contextBar")->findChildren<QAbstractButton *>();
        const auto ways = std::ranges::find(buttons, u"What can be done"_s, &QAbstractButton::text);
        QVERIFY(ways != buttons.cend());
        (*ways)->setFocus();
        QTest::keyClick(*ways, Qt::Key_Space);
        const auto *popup = m_desk->chats()->findChild<QWidget *>(u"contextPopup"_s);
        QVERIFY(popup && popup->isVisible());
        QVERIFY(popup->findChild<QLabel *>(u"contextSentences"_s)->text().contains(u"31"_s));
        QVERIFY(popup->findChild<QAbstractButton *>(u"leaveOutOldest"_s)->isEnabled());
    }

    void leavesOutTheOldest()
    {
        askInVain(u"q3"_s);
        m_server->answer = {u"a3"_s};
        QVERIFY(press(u"Leave out the oldest messages"_s));
        QTRY_COMPARE(m_desk->last().text, u"a3"_s); // asked again by itself
        QTRY_COMPARE(m_desk->last().state, chat::MessageState::Complete);
        QVERIFY(!sent().contains(u"q1"_s));
        QCOMPARE(sent().last(), u"q3"_s);
        QCOMPARE(m_desk->transcript().rowCount(), 6);
        QVERIFY(transcript()->cut().after != 0);
        QVERIFY2(barText().contains(u"left out from now on"_s), qPrintable(barText()));
        // And back.
        QVERIFY(press(u"Send everything again"_s));
        ask(u"q4"_s, u"a4"_s);
        QCOMPARE(sent().first(), u"q1"_s);
        QCOMPARE(transcript()->cut().after, 0);
    }

    void usesALargerWindow()
    {
        askInVain(u"q3"_s);
        m_server->answer = {u"a3"_s};
        QVERIFY(press(u"Use a larger window"_s));
        QTRY_COMPARE(m_desk->last().text, u"a3"_s);
        const int asked = lastAsked().value("options"_L1).toObject().value("num_ctx"_L1).toInt();
        QVERIFY2(asked > 4096 && asked <= 32768, qPrintable(QString::number(asked)));
        QCOMPARE(sent().first(), u"q1"_s); // all of it
        QTRY_COMPARE(meter()->state().window.tokens, asked);
    }

    void summarisesTheOldest()
    {
        askInVain(u"q3"_s);
        m_server->answer = {u"They counted to two."_s};
        QVERIFY(press(u"Summarise the oldest part"_s));
        QTRY_VERIFY(sent().join(u' ').contains(u"not repeated here"_s)); // the question, after the summary
        QTRY_COMPARE(m_desk->last().state, chat::MessageState::Complete);
        QVERIFY(!sent().contains(u"q1"_s));
        QVERIFY(sent().first().endsWith(u"They counted to two."_s));
        QCOMPARE(sent().last(), u"q3"_s);
        QCOMPARE(m_desk->transcript().rowCount(), 6);
        QCOMPARE(transcript()->cut().summary, u"They counted to two."_s);
        // It is there again in the next run.
        const chat::Id id = m_desk->core->sessions().current()->conversation().id;
        m_desk->restart();
        QTRY_VERIFY(m_desk->core->conversations().conversation(id));
        m_desk->chats()->openConversation(id);
        QTRY_COMPARE(transcript()->cut().summary, u"They counted to two."_s);
    }

    void stopsASummary()
    {
        askInVain(u"q3"_s);
        m_server->once("POST", "/api/chat", Reply().head(200).chunk("\n").stall());
        QVERIFY(press(u"Summarise the oldest part"_s));
        QTRY_VERIFY(barText().contains(u"is being summarised"_s));
        QTRY_COMPARE(m_server->openConnectionCount() > 0, true);
        const auto buttons = m_desk->find<QWidget>("contextBar")->findChildren<QAbstractButton *>();
        QAbstractButton *stop = nullptr;
        for (QAbstractButton *button : buttons) {
            if (button->text() == u"Stop"_s)
                stop = button;
        }
        QVERIFY(stop);
        stop->setFocus();
        QTest::keyClick(stop, Qt::Key_Space);
        QTRY_COMPARE(barText(), QString());
        QCOMPARE(m_desk->last().state, chat::MessageState::Failed); // as it was
        QCOMPARE(transcript()->cut().after, 0);
    }

    void saysWhyThereIsNoWay()
    {
        m_desk->chats()->newChat();
        askInVain(u"only question"_s);
        QVERIFY(press(u"Leave out the oldest messages"_s));
        QVERIFY2(barText().contains(u"nothing before the last question"_s), qPrintable(barText()));
        QCOMPARE(m_desk->last().state, chat::MessageState::Failed);
    }
};

QTEST_MAIN(TestContextWays)
#include "tst_ContextWays.moc"
