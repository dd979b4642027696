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
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
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

QAbstractButton *chip(const Desk &desk)
{
    return desk.find<QAbstractButton>("presetButton");
}

QWidget *openChip(const Desk &desk)
{
    chip(desk)->setFocus();
    QTest::keyClick(chip(desk), Qt::Key_Space);
    return popup("choicePopup");
}

// As assistive technology hears them; titles in brackets.
QStringList offered(const QWidget *popup)
{
    QStringList rows;
    const auto *list = popup->findChild<QListWidget *>(u"choiceList"_s);
    for (int row = 0; row < list->count(); ++row) {
        const QListWidgetItem *item = list->item(row);
        rows.append(item->flags() == Qt::NoItemFlags ? u'(' + item->text() + u')'
                                                     : item->data(Qt::AccessibleTextRole).toString());
    }
    return rows;
}

// Those in sight: others may wait to be deleted.
QList<QAbstractButton *> shown(const Desk &desk, const char *name)
{
    QList<QAbstractButton *> buttons;
    for (QAbstractButton *button : desk.chats()->findChildren<QAbstractButton *>(QLatin1String(name))) {
        if (!button->isHidden())
            buttons.append(button);
    }
    return buttons;
}

QList<QAbstractButton *> rows(const Desk &desk)
{
    return shown(desk, "assistantRow");
}

QList<QAbstractButton *> suggestions(const Desk &desk)
{
    return shown(desk, "suggestion");
}

QString textOf(const QWidget *widget)
{
    QStringList texts;
    for (const QLabel *label : widget->findChildren<QLabel *>())
        texts.append(label->text());
    return texts.join(u'\n');
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

    // The four to begin with, and what the chosen one suggests.
    void beginsAChatWithAnAssistant()
    {
        FakeOllama server({{.name = model}});
        Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        QTRY_COMPARE(rows(desk).size(), 4);
        QCOMPARE(chip(desk)->accessibleName(), u"Assistant: None"_s);
        QVERIFY(suggestions(desk).isEmpty());
        QAbstractButton *code = rows(desk).last();
        QCOMPARE(code->accessibleName(), u"Code"_s);
        QVERIFY(code->accessibleDescription().startsWith(u"You are a senior software engineer."_s));
        code->setFocus();
        QTest::keyClick(code, Qt::Key_Space);
        QVERIFY(code->isChecked());
        QCOMPARE(chip(desk)->accessibleName(), u"Assistant: Code"_s);
        QVERIFY(desk.composer()->hasFocus());
        QTRY_COMPARE(suggestions(desk).size(), 3);
        // In front of what is written, and in place of another suggestion.
        desk.composer()->setPlainText(u"int x;"_s);
        suggestions(desk).at(1)->click();
        QCOMPARE(desk.composer()->toPlainText(),
                 u"Explain what this code does and where it can fail:\n\nint x;"_s);
        desk.composer()->clear();
        suggestions(desk).at(1)->click();
        suggestions(desk).at(2)->click();
        QCOMPARE(desk.composer()->toPlainText(), u"Write unit tests for this function:"_s);
        QTest::keyClick(desk.composer(), Qt::Key_Return);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        const QByteArray body = server.last("POST", "/api/chat").body;
        QVERIFY2(body.contains("You are a senior software engineer."), body.constData());
        QCOMPARE(asked(server)["temperature"_L1].toDouble(), 0.2);

        // It is the conversation's, also in another run; the next chat has none.
        const chat::Id id = desk.core->sessions().current()->conversation().id;
        desk.restart();
        QTRY_COMPARE(rows(desk).size(), 4);
        QCOMPARE(chip(desk)->accessibleName(), u"Assistant: None"_s);
        QTRY_COMPARE(desk.core->conversations().conversationCount(), 1);
        desk.chats()->openConversation(id);
        QCOMPARE(chip(desk)->accessibleName(), u"Assistant: Code"_s);
    }

    void takesTheChoiceBack()
    {
        FakeOllama server({{.name = model}});
        Desk desk(server.url());
        QTRY_COMPARE(rows(desk).size(), 4);
        rows(desk).first()->click();
        QVERIFY(rows(desk).first()->isChecked());
        rows(desk).first()->click();
        QVERIFY(!rows(desk).first()->isChecked());
        QCOMPARE(desk.core->sessions().current()->conversation().assistant, 0);
        QCOMPARE(desk.core->sessions().current()->conversation().systemPrompt, QString());
    }

    void choosesByTypingInTheHeader()
    {
        FakeOllama server({{.name = model}});
        Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        QTRY_COMPARE(rows(desk).size(), 4);
        chat::ChatSession *session = desk.core->sessions().current();
        session->setSystemPrompt(u"Mine."_s);
        session->setParameters(support::generation(1.0, 20));
        QWidget *choices = openChip(desk);
        QVERIFY(choices);
        QCOMPARE(
            offered(choices),
            (QStringList{u"Quick answers"_s, u"Careful reasoning"_s, u"Chinese writing"_s, u"Code"_s,
                         u"None, In use"_s, u"(This conversation)"_s, u"Edit the system prompt…, Changed"_s,
                         u"(All conversations)"_s, u"Manage assistants…"_s}));
        QTest::keyClicks(QApplication::focusWidget(), u"reas"_s);
        QCOMPARE(offered(choices), QStringList{u"Careful reasoning"_s});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(!popup("choicePopup"));
        QCOMPARE(chip(desk)->accessibleName(), u"Assistant: Careful reasoning"_s);
        QVERIFY(session->conversation().systemPrompt.startsWith(u"Work the problem out"_s));
        // What it sets takes the place of what was set before; the rest stays.
        QCOMPARE(session->conversation().parameters, support::generation({}, 20));

        // Its prompt can be another here, which is told.
        choices = openChip(desk);
        QVERIFY(choices);
        for (int i = 0; i < 4; ++i) // from the one in use on
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        auto *prompt = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
        QVERIFY(prompt && prompt->objectName() == u"systemPrompt"_s);
        QTest::keyClicks(prompt, u"Also: "_s);
        QTest::keyClick(prompt, Qt::Key_Escape);
        QVERIFY(session->conversation().systemPrompt.startsWith(u"Also: Work the problem out"_s));
        QCOMPARE(chip(desk)->accessibleName(), u"Assistant: Careful reasoning, own prompt"_s);

        // Without one, what was written by hand is there again: the last of it.
        choices = openChip(desk);
        QVERIFY(choices);
        QTest::keyClicks(QApplication::focusWidget(), u"none"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(session->conversation().assistant, 0);
        QVERIFY(session->conversation().systemPrompt.startsWith(u"Also: Work the problem out"_s));
        QCOMPARE(chip(desk)->accessibleName(), u"Assistant: Own prompt"_s);
        QVERIFY(desk.composer()->hasFocus());
    }

    void takesTheModelThatItNamesOrSaysThatItIsNotThere()
    {
        FakeOllama server({{.name = model}, {.name = u"other:1b"_s}});
        Desk desk(server.url());
        QTRY_COMPARE(rows(desk).size(), 4);
        QTRY_COMPARE(desk.core->installed().models().size(), 2);
        const QString first = desk.modelName();
        const QString second = first == model ? u"other:1b"_s : model;
        chat::Assistants &assistants = desk.core->assistants();
        QVERIFY(assistants.add(
            {{.name = u"There"_s, .model = second}, {.name = u"Not"_s, .model = u"gone:7b"_s}}));
        QTRY_COMPARE(rows(desk).size(), 6);
        auto *note = desk.find<QWidget>("presetNote");
        rows(desk).at(4)->click();
        QCOMPARE(desk.modelName(), second);
        QVERIFY(note->isHidden());
        rows(desk).at(5)->click();
        QCOMPARE(desk.modelName(), second);
        QVERIFY(note->isVisible());
        QVERIFY2(textOf(note).contains(
                     u"Not asks for the model gone:7b, which is not here. %1 answers instead."_s.arg(second)),
                 qPrintable(textOf(note)));
        desk.chats()->useModel(first); // then it was read
        QVERIFY(note->isHidden());
    }

    void leadsToWhereTheyAreChanged()
    {
        FakeOllama server({{.name = model}});
        Desk desk(server.url());
        QTRY_COMPARE(rows(desk).size(), 4);
        QVERIFY(openChip(desk));
        QTest::keyClicks(QApplication::focusWidget(), u"manage"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        auto *list = desk.window->findChild<QListWidget *>(u"assistants"_s);
        QVERIFY(list && list->isVisible());
        QCOMPARE(list->count(), 4);
        // What is changed there holds here.
        auto *name = desk.window->findChild<QLineEdit *>(u"assistantName"_s);
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"Short"_s);
        QTest::keyClick(name, Qt::Key_Return);
        desk.window->show(ui::Page::Chats);
        QTRY_COMPARE(rows(desk).size(), 4);
        QCOMPARE(rows(desk).first()->accessibleName(), u"Short"_s);
    }

    void startsNewChatsWithTheOneThatIsSetForThem()
    {
        FakeOllama server({{.name = model}});
        Desk desk(server.url());
        QTRY_COMPARE(rows(desk).size(), 4);
        desk.core->assistants().setForNewChats(desk.core->assistants().all().at(1).id);
        QCOMPARE(chip(desk)->accessibleName(), u"Assistant: None"_s); // begun before
        desk.chats()->newChat();
        QCOMPARE(chip(desk)->accessibleName(), u"Assistant: Careful reasoning"_s);
        desk.restart();
        QTRY_COMPARE(chip(desk)->accessibleName(), u"Assistant: Careful reasoning"_s);
    }

    void goesToANewChatWithOneByItsName()
    {
        FakeOllama server({{.name = model}});
        Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        QTRY_COMPARE(rows(desk).size(), 4);
        desk.window->show(ui::Page::Models);
        desk.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        QTest::keyClick(desk.window.get(), Qt::Key_K, Qt::ControlModifier);
        QWidget *choices = popup("choicePopup");
        QVERIFY(choices);
        choices->findChild<QLineEdit *>(u"choiceField"_s)->setText(u"chinese wri"_s);
        QCOMPARE(offered(choices), (QStringList{u"(Assistants)"_s, u"New chat with Chinese writing"_s}));
        QTest::keyClick(choices->findChild<QLineEdit *>(u"choiceField"_s), Qt::Key_Return);
        QVERIFY(desk.chats()->isVisible());
        QCOMPARE(chip(desk)->accessibleName(), u"Assistant: Chinese writing"_s);
    }

    void beginsWithTheOneInUse()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(rows(desk).size(), 4);
        const auto current = [&] {
            const QWidget *choices = openChip(desk);
            const QString text = choices->findChild<QListWidget *>(u"choiceList"_s)->currentItem()->text();
            QTest::keyClick(choices->findChild<QLineEdit *>(u"choiceField"_s), Qt::Key_Escape);
            return text;
        };
        QCOMPARE(current(), u"None"_s);
        desk.chats()->newChatWith(desk.core->assistants().all().at(2).id);
        QCOMPARE(current(), u"Chinese writing"_s);
    }

    void showsTheFirstOfManyAndTheOthersOnRequest()
    {
        FakeOllama server({{.name = model}});
        Desk desk(server.url());
        QTRY_COMPARE(rows(desk).size(), 4);
        auto *all = desk.find<QAbstractButton>("allAssistants");
        QVERIFY(all->isHidden());
        QVERIFY(desk.core->assistants().add(QList<chat::Assistant>(3, {.name = u"Mine"_s})));
        QTRY_COMPARE(rows(desk).size(), 6);
        QVERIFY(all->isVisible());
        all->setFocus();
        QTest::keyClick(all, Qt::Key_Space);
        QWidget *choices = popup("choicePopup");
        QVERIFY(choices);
        QVERIFY(offered(choices).contains(u"Mine 3"_s));
        choices->close();
        // The smallest window has room for them: they scroll.
        desk.window->resize(640, 480);
        QCOMPARE(desk.window->size(), QSize(640, 480));
    }
};

QTEST_MAIN(TestAssistantsInWindow)
#include "tst_Assistants.moc"
