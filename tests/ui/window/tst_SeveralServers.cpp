// The real window with several scripted servers: switching, a server for one conversation, one that steps in
// for another, and one that asks for a key.
#include "chat/MessageFooter.h"
#include "chat/ModelPickerPopup.h"
#include "support/Desk.h"
#include "support/FakeOllama.h"
#include "support/ListlessServer.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using server::ServerProfile;
using support::Desk;
using support::FakeOllama;
using support::Reply;

namespace {

const QString model = u"gemma3:270m"_s;
const QString large = u"qwen3:8b"_s;

enum class Role { Aside, StepsIn };

QString add(const Desk &desk, const FakeOllama &server, Role role = Role::Aside)
{
    ServerProfile profile = ServerProfile::make(server.url());
    profile.name = u"GPU box"_s;
    profile.stepsIn = role == Role::StepsIn;
    if (!desk.core->profiles().save(profile))
        qFatal("the server was not saved");
    return profile.id;
}

// Its rows as they are read out, titles of groups in brackets.
QStringList rows(const ui::ModelPickerPopup &popup)
{
    QStringList texts;
    const auto *list = popup.findChild<QListWidget *>();
    for (int row = 0; row < list->count(); ++row) {
        const QListWidgetItem *item = list->item(row);
        texts.append(item->flags() == Qt::NoItemFlags ? u'[' + item->text() + u']'
                                                      : item->data(Qt::UserRole).toString());
    }
    return texts;
}

} // namespace

class TestSeveralServers : public QObject
{
    Q_OBJECT
private:
    support::TempHome m_home;

private Q_SLOTS:
    void initTestCase() { support::hideEngines(m_home); }

    void switchesWithOneClickAndLeavesTheAnswerWhereItIs()
    {
        FakeOllama here({{.name = model}});
        here.once("POST", "/api/chat",
                  Reply()
                      .head(200)
                      .chunk(FakeOllama::chatLine(model, u"One"_s) + '\n')
                      .waitFor("more")
                      .chunk(FakeOllama::chatLine(model, u" two"_s) + '\n')
                      .chunk(FakeOllama::lastChatLine(model) + '\n')
                      .endChunks());
        FakeOllama gpu({{.name = large}});
        const Desk desk(here.url());
        const QString id = add(desk, gpu);
        QTRY_COMPARE(desk.modelName(), model);
        desk.ask(u"Slow"_s);
        QTRY_COMPARE(desk.last().text, u"One"_s);

        desk.window->show(ui::Page::Settings);
        auto *list = desk.window->findChild<QListWidget *>(u"servers"_s);
        list->setCurrentRow(1);
        QTest::mouseClick(desk.window->findChild<QAbstractButton *>(u"useThisServer"_s), Qt::LeftButton);
        QCOMPARE(desk.core->profiles().current().id, id);
        QTRY_VERIFY(desk.core->installed().contains(large));
        QVERIFY(!desk.core->installed().contains(model));
        here.open("more");
        QTRY_COMPARE(desk.last().text, u"One two"_s);
        QCOMPARE(desk.last().state, chat::MessageState::Complete);
        QCOMPARE(gpu.count("POST", "/api/chat"), 0);
        QTRY_COMPARE(desk.window->findChild<QAbstractButton *>(u"serverPill"_s)->accessibleName(),
                     u"Server: GPU box, ready"_s);
    }

    // The server answers for models it does not list: one names the model, and then all is as ever.
    void chatsWithAModelThatIsNamedByHand()
    {
        const support::ListlessServer gateway("Paris");
        const Desk desk(gateway.url());
        desk.window->show(ui::Page::Settings);
        auto *status = desk.window->findChild<QLabel *>(u"connectionStatus"_s);
        QTRY_VERIFY2(status->text().contains(u"OpenAI-compatible"_s), qPrintable(status->text()));
        auto *name = desk.window->findChild<QLineEdit *>(u"serverModelName"_s);
        QTRY_VERIFY(desk.window->findChild<QAbstractButton *>(u"doctorAction"_s));
        desk.window->findChild<QAbstractButton *>(u"doctorAction"_s)->click(); // Set default model
        QTRY_VERIFY(name->isVisible());
        QTest::keyClicks(name, u"org/model"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(desk.core->profiles().current().defaultModel, u"org/model"_s);
        QTRY_VERIFY(desk.core->installed().contains(u"org/model"_s));
        desk.window->show(ui::Page::Chats);
        QTRY_COMPARE(desk.modelName(), u"org/model"_s);
        desk.ask(u"What is the capital of France?"_s);
        QTRY_COMPARE(desk.last().text, u"Paris"_s);
        QCOMPARE(desk.last().state, chat::MessageState::Complete);
        QVERIFY(std::ranges::any_of(gateway.requests(), [](const support::Request &request) {
            return request.body.contains("org/model") && request.body.contains("capital");
        }));
    }

    // A tool tip that takes it for markup would read the file.
    void showsForeignNamesInToolTipsAsTheyAre()
    {
        const QString hostile = u"x<img src='file:///dev/zero'>"_s;
        FakeOllama here({{.name = model}, {.name = hostile, .isLoaded = true}});
        here.version = u"0.17.4<b>"_s;
        const Desk desk(here.url());
        desk.window->show(ui::Page::Settings);
        const auto *list = desk.window->findChild<QListWidget *>(u"servers"_s);
        QTRY_VERIFY2(list->item(0)->toolTip().contains(u"0.17.4&lt;b&gt;"_s),
                     qPrintable(list->item(0)->toolTip()));
        QTRY_COMPARE(desk.core->installed().models().size(), 2);
        QStringList tips{list->item(0)->toolTip()};
        const QAbstractItemModel *models =
            desk.window->findChild<QTableView *>(u"installedModels"_s)->model();
        for (int row = 0; row < models->rowCount(); ++row)
            tips.append(models->index(row, 0).data(Qt::ToolTipRole).toString());
        QVERIFY(tips.join(u' ').contains(u"x&lt;img"_s));
        for (const QString &tip : std::as_const(tips))
            QVERIFY2(!tip.contains(u"<img"_s) && !tip.contains(u"<b>"_s), qPrintable(tip));
        QVERIFY(tips.constFirst().contains(here.url().toString()));
    }

    void switchesFromTheMenuOfThePill()
    {
        FakeOllama here({{.name = model}});
        FakeOllama gpu({{.name = large}});
        const Desk desk(here.url());
        const QString id = add(desk, gpu);
        auto *pill = desk.window->findChild<QAbstractButton *>(u"serverPill"_s);
        Q_EMIT pill->customContextMenuRequested({});
        auto *menu = desk.window->findChild<QMenu *>(u"serverMenu"_s);
        QVERIFY(menu);
        const QList<QAction *> actions = menu->actions();
        QCOMPARE(actions.at(0)->text(), u"This PC"_s);
        QVERIFY(actions.at(0)->isChecked());
        QCOMPARE(actions.at(1)->text(), u"GPU box"_s);
        actions.at(1)->trigger();
        QCOMPARE(desk.core->profiles().current().id, id);
        QTRY_COMPARE(desk.modelName(), large);
    }

    void asksTheServerChosenForTheConversation()
    {
        FakeOllama here({{.name = model}});
        FakeOllama gpu({{.name = large}});
        Desk desk(here.url());
        const QString id = add(desk, gpu);
        QTRY_COMPARE(desk.modelName(), model);
        desk.chats()->openModelPicker();
        const QPointer<ui::ModelPickerPopup> popup = desk.window->findChild<ui::ModelPickerPopup *>();
        QVERIFY(popup);
        QTRY_COMPARE(rows(*popup), (QStringList{u"[This PC]"_s, model, u"[GPU box]"_s, large}));
        QTest::keyClick(popup->findChild<QLineEdit *>(), Qt::Key_Down); // over the title
        QTest::keyClick(popup->findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(desk.modelName(), large);
        QCOMPARE(desk.find<ui::ModelPicker>("modelPicker")->currentText(), large + u" on GPU box"_s);
        desk.ask(u"Where am I?"_s);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QCOMPARE(gpu.count("POST", "/api/chat"), 1);
        QCOMPARE(here.count("POST", "/api/chat"), 0);

        desk.restart();
        QTRY_COMPARE(desk.core->conversations().conversationCount(), 1);
        desk.chats()->openConversation(
            desk.core->conversations().index(1).data(chat::ConversationList::IdRole).toLongLong());
        QTRY_COMPARE(desk.transcript().rowCount(), 2);
        QCOMPARE(desk.core->sessions().current()->conversation().server, id);
        desk.chats()->regenerate();
        QTRY_COMPARE(gpu.count("POST", "/api/chat"), 2);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QCOMPARE(here.count("POST", "/api/chat"), 0);
    }

    void tellsWhoAnsweredInPlaceOfTheServer()
    {
        FakeOllama here({{.name = model}});
        FakeOllama gpu({{.name = model}});
        const Desk desk(here.url());
        add(desk, gpu, Role::StepsIn);
        QTRY_COMPARE(desk.modelName(), model);
        here.goAway();
        desk.ask(u"Anyone?"_s);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QCOMPARE(desk.last().text, u"Paris is the capital."_s);
        QCOMPARE(desk.last().server, u"GPU box"_s);
        QCOMPARE(ui::footerFacts(desk.last()).constFirst(), u"answered by GPU box"_s);
        QCOMPARE(gpu.count("POST", "/api/chat"), 1);
    }

    void asksNobodyElseOnceTheQuestionWasSent()
    {
        FakeOllama here({{.name = model}});
        here.on("POST", "/api/chat", Reply().reset());
        FakeOllama gpu({{.name = model}});
        const Desk desk(here.url());
        add(desk, gpu, Role::StepsIn);
        QTRY_COMPARE(desk.modelName(), model);
        desk.ask(u"Once?"_s);
        QTRY_VERIFY(desk.last().error);
        QCOMPARE(here.count("POST", "/api/chat"), 1);
        QCOMPARE(gpu.count("POST", "/api/chat"), 0);
    }

    void leadsToTheKeyThatIsMissing()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        const Reply refusal = Reply::whole(401, "{\"error\":\"unauthorized\"}");
        server.on("POST", "/api/chat", refusal);
        desk.ask(u"May I?"_s);
        QTRY_VERIFY(desk.last().error);
        QCOMPARE(desk.last().error->kind, base::Error::Kind::Unauthorized);
        Q_EMIT desk.chats()->connectionDetailsRequested();
        auto *key = desk.window->findChild<QLineEdit *>(u"apiKey"_s);
        QVERIFY(key->isVisible());
        QCOMPARE(desk.window->focusWidget(), key);
        QTest::keyClicks(key, u"secret"_s);
        QTest::keyClick(key, Qt::Key_Return);
        QCOMPARE(desk.core->servers().access().key, QByteArray("secret"));
    }
};

QTEST_MAIN(TestSeveralServers)
#include "tst_SeveralServers.moc"
