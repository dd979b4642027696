// Fills the real window with real content from the real engine and writes a picture of every page and state
// in both languages and both themes. The scale is the process's (QT_SCALE_FACTOR); tests/shots runs it for
// 100 % and 200 %. Usage: shots FOLDER SCALE; the parts' addresses come from the environment as for the real
// tests.
#include "FirstModelPage.h"
#include "MainWindow.h"
#include "chat/ChatPage.h"
#include "chat/ModelPicker.h"
#include "common/Appearance.h"
#include "common/Icons.h"
#include "common/Language.h"
#include "library/ModelsPage.h"
#include "pictures/WindowPicture.h"
#include "settings/SettingsPage.h"
#include "support/ServerInEnvironment.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <functional>

namespace {

const QString chatModel = QStringLiteral("smollm2:135m");
const QString thinkingModel = QStringLiteral("smollm2-think:135m");

struct Look
{
    QString language;
    settings::Theme theme;
    QString name; // "en-light"
};

class Shots
{
public:
    Shots(const QString &folder, const QString &scale)
        : m_folder(folder)
        , m_scale(scale)
    {
        QDir().mkpath(folder);
    }

    int run()
    {
        noEngine();
        noModel();
        open(qEnvironmentVariable("INKSTONE_TEST_ENGINE"));
        waitFor("the models", [this] { return m_core->installed().models().size() >= 2; });
        fill();
        for (const Look &look : looks()) {
            apply(look);
            chats();
            models();
            loaded();
            storage();
            settingsPages();
            compact();
        }
        streaming();
        failure();
        return m_failed ? 1 : 0;
    }

private:
    static QList<Look> looks()
    {
        using settings::Theme;
        return {{QStringLiteral("en"), Theme::Light, QStringLiteral("en-light")},
                {QStringLiteral("en"), Theme::Dark, QStringLiteral("en-dark")},
                {QStringLiteral("zh_CN"), Theme::Light, QStringLiteral("zh-light")},
                {QStringLiteral("zh_CN"), Theme::Dark, QStringLiteral("zh-dark")}};
    }

    // A fresh home and window on this server.
    void open(const QString &server)
    {
        m_window.reset();
        m_core.reset();
        m_home = std::make_unique<QTemporaryDir>();
        const auto file = [this](const char *name) { return m_home->filePath(QLatin1String(name)); };
        m_core = std::make_unique<ui::Core>(
            ui::Places{file("settings.ini"), file("conversations.db"), file("window.ini")},
            support::serverInEnvironment(server));
        QObject::connect(&m_core->settings(), &settings::SettingsStore::changed, m_core.get(),
                         [this] { m_appearance.apply(m_core->settings().values()); });
        m_language.apply(QStringLiteral("en"));
        m_appearance.apply(m_core->settings().values());
        m_window = std::make_unique<ui::MainWindow>(*m_core);
        m_window->resize(1280, 840);
        m_window->QWidget::show();
        m_core->start();
    }

    template <typename Condition>
    void waitFor(const char *what, Condition condition, int milliseconds = 120'000)
    {
        if (QTest::qWaitFor(condition, milliseconds))
            return;
        std::fprintf(stderr, "shots: waited in vain for %s\n", what);
        m_failed = true;
    }

    // Everything posted is done and painted.
    static void settle() { QTest::qWait(150); }

    void apply(const Look &look)
    {
        m_look = look;
        m_language.apply(look.language);
        settings::Settings values = m_core->settings().values();
        values.theme = look.theme;
        m_appearance.apply(values);
        settle();
    }

    void save(const QString &name)
    {
        settle();
        const QString file = QStringLiteral("%1/%2-%3-%4.png").arg(m_folder, name, m_look.name, m_scale);
        m_failed = !pictures::saveWindow(*m_window, file) || m_failed;
    }

    ui::ChatPage &chatPage() const { return *m_window->findChild<ui::ChatPage *>(); }
    ui::ModelsPage &modelsPage() const { return *m_window->findChild<ui::ModelsPage *>(); }

    void ask(const QString &question, const QString &model)
    {
        m_window->show(ui::Page::Chats);
        chatPage().ask(question, model);
        chat::ChatSession *session = m_core->sessions().current();
        waitFor("an answer", [session] { return !session->isRunning(); });
    }

    // Conversations with real answers.
    void fill()
    {
        const auto set = [this](settings::Key key, const QVariant &value) {
            if (!m_core->settings().set(key, value))
                m_failed = true;
        };
        set(settings::Key::Temperature, 0);
        set(settings::Key::MaxTokens, 220);
        ask(QStringLiteral("周末去杭州，怎么安排三天的行程？"), chatModel);
        ask(QStringLiteral(
                "Write a Python function that reverses a string, in a code block, and explain it."),
            chatModel);
        ask(QStringLiteral("Why is the sky blue? Think first."), thinkingModel);
        ask(QStringLiteral("What is the capital of France?"), chatModel);
        m_answered = m_core->sessions().current()->conversation().id;
    }

    void chats()
    {
        m_window->show(ui::Page::Chats);
        const chat::ConversationList &list = m_core->conversations();
        int number = 0;
        for (int row = 0; row < list.rowCount(); ++row) {
            const chat::Id id = list.index(row, 0).data(chat::ConversationList::IdRole).toLongLong();
            if (id == 0)
                continue;
            chatPage().openConversation(id);
            waitFor("the conversation", [this] { return m_core->sessions().current()->isLoaded(); });
            save(QStringLiteral("chats-%1").arg(++number));
        }
        chatPage().newChat();
        save(QStringLiteral("chats-new"));
        chatPage().openModelPicker();
        save(QStringLiteral("chats-picker"));
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
    }

    void models()
    {
        m_window->show(ui::Page::Models);
        modelsPage().showTab(ui::ModelsPage::Tab::Installed);
        auto *table = m_window->findChild<QTableView *>(QStringLiteral("installedModels"));
        table->selectRow(0);
        settle();
        save(QStringLiteral("models-installed"));
        modelsPage().showTab(ui::ModelsPage::Tab::GetModels);
        save(QStringLiteral("models-get"));
        modelsPage().showTab(ui::ModelsPage::Tab::Speed);
        save(QStringLiteral("models-speed"));
        modelsPage().showTab(ui::ModelsPage::Tab::Installed);
        auto *remove = m_window->findChild<QAbstractButton *>(QStringLiteral("removeModel"));
        if (remove && remove->isVisible())
            remove->click();
        save(QStringLiteral("models-remove"));
        if (auto *question = m_window->findChild<QMessageBox *>())
            question->reject();
    }

    void loaded()
    {
        auto *button = m_window->findChild<QAbstractButton *>(QStringLiteral("showLoaded"));
        if (!button->isVisible())
            return;
        button->click();
        save(QStringLiteral("models-loaded"));
        m_window->findChild<QAbstractButton *>(QStringLiteral("closeLoaded"))->click();
    }

    // Both models have the same weights; with the larger one chosen.
    void storage()
    {
        m_window->show(ui::Page::Models);
        modelsPage().showTab(ui::ModelsPage::Tab::Storage);
        auto *table = m_window->findChild<QTableView *>(QStringLiteral("storageTable"));
        waitFor("the models folder", [&] {
            return m_core->storage().place() == library::Storage::Place::Found &&
                   !m_core->storage().isLooking();
        });
        table->selectRow(0);
        save(QStringLiteral("models-storage"));
        library::FolderMove &move = m_core->folderMove();
        const QTemporaryDir elsewhere;
        move.look(m_core->storage().folder(), elsewhere.path());
        waitFor("the plan", [&move] { return move.stage() == library::FolderMove::Stage::Planned; });
        save(QStringLiteral("models-storage-move"));
        move.dismiss();
        modelsPage().showTab(ui::ModelsPage::Tab::Installed);
    }

    // On the engine that has nothing: one under way from the slow registry, one that does not exist.
    void downloads()
    {
        const QString registry =
            qEnvironmentVariable("INKSTONE_TEST_SLOW_REGISTRY") + QStringLiteral("/library/");
        library::Downloads &list = m_core->downloads();
        const auto pull = [&](const QString &name) {
            if (!list.pull(registry + name))
                m_failed = true;
        };
        const auto at = [&](const QString &name, int role) {
            return list.index(list.rowOf(registry + name), 0).data(role);
        };
        m_window->show(ui::Page::Models);
        modelsPage().showTab(ui::ModelsPage::Tab::Downloads);
        save(QStringLiteral("models-downloads-empty"));
        const QString missing = QStringLiteral("nothing:1b");
        pull(missing);
        pull(chatModel);
        waitFor("a pull to fail and one to go on", [&] {
            return at(missing, library::Downloads::ErrorRole).isValid() &&
                   at(chatModel, library::Downloads::CompletedRole).toLongLong() > 10'000'000;
        });
        save(QStringLiteral("models-downloads"));
        for (int row = list.rowCount() - 1; row >= 0; --row)
            list.cancel(row);
        waitFor("the pulls to end", [&] { return list.runningCount() == 0; });
        while (list.rowCount() > 0)
            list.remove(0);
    }

    void settingsPages()
    {
        using Page = ui::SettingsPage::Page;
        m_window->show(ui::Page::Settings);
        auto *page = m_window->findChild<ui::SettingsPage *>();
        const std::pair<Page, QString> pages[] = {{Page::Servers, QStringLiteral("servers")},
                                                  {Page::Engine, QStringLiteral("engine")},
                                                  {Page::Logs, QStringLiteral("logs")},
                                                  {Page::Deployment, QStringLiteral("deployment")},
                                                  {Page::Generation, QStringLiteral("generation")},
                                                  {Page::Assistants, QStringLiteral("assistants")},
                                                  {Page::Downloads, QStringLiteral("downloads")},
                                                  {Page::Appearance, QStringLiteral("appearance")},
                                                  {Page::Shortcuts, QStringLiteral("shortcuts")},
                                                  {Page::Privacy, QStringLiteral("privacy")},
                                                  {Page::Data, QStringLiteral("data")},
                                                  {Page::About, QStringLiteral("about")}};
        for (const auto &[which, name] : pages) {
            page->showPage(which);
            save(QStringLiteral("settings-") + name);
        }
        page->showPage(Page::Generation);
        auto *temperature = m_window->findChild<QWidget *>(QStringLiteral("temperature"));
        temperature->setFocus();
        QTest::keyClick(temperature, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(temperature, QStringLiteral("25"));
        QTest::keyClick(temperature, Qt::Key_Return);
        save(QStringLiteral("settings-wrong-value"));
        QTest::keyClick(temperature, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(temperature, QStringLiteral("0"));
        QTest::keyClick(temperature, Qt::Key_Return);
    }

    void compact()
    {
        m_window->show(ui::Page::Chats);
        m_window->resize(800, 600);
        chatPage().openConversation(m_answered);
        save(QStringLiteral("compact-chats"));
        m_window->show(ui::Page::Models);
        save(QStringLiteral("compact-models"));
        m_window->show(ui::Page::Settings);
        save(QStringLiteral("compact-settings"));
        m_window->resize(1280, 840);
        settle();
    }

    void streaming()
    {
        for (const Look &look : looks()) {
            apply(look);
            m_window->show(ui::Page::Chats);
            chatPage().ask(QStringLiteral("Tell me a long story about a stone and a brush. Think first."),
                           thinkingModel);
            chat::ChatSession *session = m_core->sessions().current();
            waitFor("the first words", [session] {
                return session->transcript().rowCount() == 2 &&
                       session->transcript().message(1).thinking.size() +
                               session->transcript().message(1).text.size() >
                           200;
            });
            save(QStringLiteral("chats-streaming"));
            session->stop();
            waitFor("the end", [session] { return !session->isRunning(); });
            save(QStringLiteral("chats-stopped"));
            auto *composer = chatPage().findChild<QPlainTextEdit *>(QStringLiteral("composer"));
            QTest::keyClick(composer, Qt::Key_Up);
            save(QStringLiteral("chats-editing"));
            composer->setPlainText(QStringLiteral("Tell me a story about a brush, in one sentence."));
            QTest::keyClick(composer, Qt::Key_Return);
            waitFor("the answer to the edited question", [session] { return !session->isRunning(); });
            save(QStringLiteral("chats-versions"));
        }
    }

    // The server goes away while it answers: an engine of our own for this picture, killed by its id.
    void failure()
    {
        for (const Look &look : looks()) {
            apply(look);
            m_window->show(ui::Page::Chats);
            chatPage().ask(QStringLiteral("Hello"), QStringLiteral("not-installed:7b"));
            chat::ChatSession *session = m_core->sessions().current();
            waitFor("the failure", [session] { return !session->isRunning(); });
            save(QStringLiteral("chats-failure"));
        }
    }

    void noEngine()
    {
        open(QStringLiteral("http://127.0.0.1:1"));
        waitFor("the page without an engine", [this] {
            return m_window->findChild<QWidget *>(QStringLiteral("engineMissing"))->isVisible();
        });
        for (const Look &look : looks()) {
            apply(look);
            save(QStringLiteral("first-run-engine"));
        }
    }

    void noModel()
    {
        open(qEnvironmentVariable("INKSTONE_TEST_EMPTY_ENGINE"));
        waitFor("the page without a model",
                [this] { return m_window->findChild<QWidget *>(QStringLiteral("firstModel"))->isVisible(); });
        for (const Look &look : looks()) {
            apply(look);
            save(QStringLiteral("first-run-model"));
        }
        Q_EMIT m_window->findChild<ui::FirstModelPage *>()->allModelsRequested();
        for (const Look &look : looks()) {
            apply(look);
            downloads();
        }
    }

    QString m_folder;
    QString m_scale;
    Look m_look;
    std::unique_ptr<QTemporaryDir> m_home;
    ui::Language m_language;
    ui::Appearance m_appearance;
    std::unique_ptr<ui::Core> m_core;
    std::unique_ptr<ui::MainWindow> m_window;
    chat::Id m_answered = 0;
    bool m_failed = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QGuiApplication::setWindowIcon(ui::appIcon());
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 3) {
        std::fprintf(stderr, "Usage: shots FOLDER SCALE, through ./tests/shots\n");
        return 2;
    }
    return Shots(arguments.at(1), arguments.at(2)).run();
}
