// Assistants and parameters in the real window, by the keys alone: what a conversation is asked with, and
// where that comes from.
#include "chat/ParametersButton.h"
#include "chat/ParametersPopup.h"
#include "support/Desk.h"
#include "support/FakeOllama.h"
#include "support/Options.h"

#include <QAbstractButton>
#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Desk;
using support::FakeOllama;

namespace {

const QString model = u"gemma3:270m"_s;

QWidget *popup(const char *name)
{
    QWidget *popup = QApplication::activePopupWidget();
    return popup && popup->objectName() == QLatin1String(name) ? popup : nullptr;
}

QWidget *openParameters(const Desk &desk)
{
    auto *button = desk.find<ui::ParametersButton>("parametersButton");
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    return popup("parametersPopup");
}

QLineEdit *field(QWidget *popup, const char *name)
{
    return popup->findChild<QLineEdit *>(QLatin1String(name));
}

// The options of the last request.
QJsonObject asked(FakeOllama &server)
{
    return QJsonDocument::fromJson(server.last("POST", "/api/chat").body).object()["options"_L1].toObject();
}

} // namespace

class TestAssistantsInWindow : public QObject
{
    Q_OBJECT
private:
    support::TempHome m_home;

private Q_SLOTS:
    void initTestCase() { support::hideEngines(m_home); }

    void asksWithWhatTheConversationSets()
    {
        FakeOllama server({{.name = model}});
        Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        auto *button = desk.find<ui::ParametersButton>("parametersButton");
        QCOMPARE(button->accessibleName(), u"Parameters"_s);
        QWidget *parameters = openParameters(desk);
        QVERIFY(parameters);
        QCOMPARE(QApplication::focusWidget(), field(parameters, "ownTemperature"));
        QCOMPARE(field(parameters, "ownTemperature")->placeholderText(), u"0.7 (settings)"_s);
        QCOMPARE(field(parameters, "ownMaxTokens")->placeholderText(), u"the model’s own"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"0.25"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), u"33"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), u"7"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!popup("parametersPopup"));
        QCOMPARE(QApplication::focusWidget(), button);
        QCOMPARE(button->accessibleName(),
                 u"Parameters, set here: Temperature 0.25, Max tokens 33, Seed 7"_s);
        desk.ask(u"Hello"_s);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QJsonObject options = asked(server);
        QCOMPARE(options["temperature"_L1].toDouble(), 0.25);
        QCOMPARE(options["num_predict"_L1].toInt(), 33);
        QCOMPARE(options["seed"_L1].toInt(), 7);
        QVERIFY(!options.contains("num_ctx"_L1));

        // Kept with the conversation, and with no other.
        const chat::Id id = desk.core->sessions().current()->conversation().id;
        desk.restart();
        button = desk.find<ui::ParametersButton>("parametersButton");
        QTRY_COMPARE(desk.core->conversations().conversationCount(), 1);
        QCOMPARE(button->accessibleName(), u"Parameters"_s);
        desk.chats()->openConversation(id);
        QCOMPARE(button->accessibleName(),
                 u"Parameters, set here: Temperature 0.25, Max tokens 33, Seed 7"_s);

        parameters = openParameters(desk);
        QVERIFY(parameters);
        auto *reset = parameters->findChild<QAbstractButton *>(u"resetParameters"_s);
        QVERIFY(reset->isEnabled());
        reset->setFocus();
        QTest::keyClick(reset, Qt::Key_Space);
        QVERIFY(!reset->isEnabled());
        QCOMPARE(field(parameters, "ownTemperature")->text(), QString());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(button->accessibleName(), u"Parameters"_s);
        QTRY_COMPARE(desk.modelName(), model);
        desk.ask(u"Again"_s);
        QTRY_COMPARE(desk.transcript().rowCount(), 4);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        options = asked(server);
        QCOMPARE(options["temperature"_L1].toDouble(), 0.7);
        QVERIFY(!options.contains("seed"_L1));
    }

    void refusesWhatIsNotAllowed_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("words");
        QTest::newRow("too hot") << QByteArray("ownTemperature") << u"2.5"_s
                                 << u"A number from 0 to 2, or nothing."_s;
        QTest::newRow("a word") << QByteArray("ownTemperature") << u"hot"_s
                                << u"A number from 0 to 2, or nothing."_s;
        QTest::newRow("infinity") << QByteArray("ownTemperature") << u"inf"_s
                                  << u"A number from 0 to 2, or nothing."_s;
        QTest::newRow("no tokens") << QByteArray("ownMaxTokens") << u"0"_s
                                   << u"A whole number from 1 to 1,000,000, or nothing."_s;
        QTest::newRow("half a token")
            << QByteArray("ownMaxTokens") << u"1.5"_s << u"A whole number from 1 to 1,000,000, or nothing."_s;
        QTest::newRow("narrow") << QByteArray("ownContextLength") << u"100"_s
                                << u"A whole number from 512 to 1,048,576, or nothing."_s;
        QTest::newRow("below zero") << QByteArray("ownSeed") << u"-1"_s
                                    << u"A whole number from 0 to 2,147,483,647, or nothing."_s;
    }
    void refusesWhatIsNotAllowed()
    {
        QFETCH(QByteArray, name);
        QFETCH(QString, typed);
        QFETCH(QString, words);
        ui::ParametersPopup parameters({}, nullptr);
        parameters.setAttribute(Qt::WA_DeleteOnClose, false);
        const QSignalSpy changed(&parameters, &ui::ParametersPopup::changed);
        QLineEdit *typedInto = field(&parameters, name.constData());
        QTest::keyClicks(typedInto, typed);
        QCOMPARE(typedInto->accessibleDescription(), words);
        for (const QVariantList &one : changed) // on the way, "1" of "1.5" for example
            QVERIFY(one[0].value<backend::GenerationOptions>() != backend::GenerationOptions());
        typedInto->selectAll();
        QTest::keyClick(typedInto, Qt::Key_Delete);
        QCOMPARE(typedInto->accessibleDescription(), QString());
        QCOMPARE(parameters.fields().options(), backend::GenerationOptions());
    }

    void asksTheAssistantBetweenTheConversationAndTheSettings()
    {
        FakeOllama server({{.name = model}});
        Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        QTRY_VERIFY(desk.core->assistants().isLoaded());
        QVERIFY(desk.core->assistants().add(
            {{.name = u"Mine & <b>yours</b>"_s, .parameters = support::generation(0.2, 50)}}));
        chat::ChatSession *session = desk.core->sessions().current();
        session->setAssistant(desk.core->assistants().all().last().id);
        QWidget *parameters = openParameters(desk);
        QVERIFY(parameters);
        QCOMPARE(field(parameters, "ownTemperature")->placeholderText(), u"0.2 (Mine & <b>yours</b>)"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"1"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        desk.ask(u"Hello"_s);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QJsonObject options = asked(server);
        QCOMPARE(options["temperature"_L1].toDouble(), 1.0);
        QCOMPARE(options["num_predict"_L1].toInt(), 50);
        session->setParameters({});
        desk.ask(u"Again"_s);
        QTRY_COMPARE(desk.transcript().rowCount(), 4);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QCOMPARE(asked(server)["temperature"_L1].toDouble(), 0.2);
        // Of one that is gone, the settings' are left.
        desk.core->assistants().remove(session->conversation().assistant);
        desk.ask(u"And again"_s);
        QTRY_COMPARE(desk.transcript().rowCount(), 6);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QCOMPARE(asked(server)["temperature"_L1].toDouble(), 0.7);
        QVERIFY(!asked(server).contains("num_predict"_L1));
    }
};

QTEST_MAIN(TestAssistantsInWindow)
#include "tst_Assistants.moc"
