// The window: rail, pages, keys, geometry. Which page a person starts on is decided by server::firstRun.
#pragma once

#include "NavigationRail.h"
#include "core/Core.h"
#include "settings/SettingsPage.h"

#include <QMainWindow>

#include <functional>

class QStackedWidget;

namespace ui {

class ChatPage;
class EngineMissingPage;
class FirstModelPage;
class ModelsPage;
struct AtWork;
struct Command;

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Core &core, QWidget *parent = nullptr);
    ~MainWindow() override;

    void show(Page page);
    // Un-minimised and in front: another start of the program asks for it.
    void raiseToFront();
    // Without a question: the session ends, or a signal asks for it. What is being answered is kept.
    void closeAtOnce();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override; // of the application

private:
    void buildPages();
    void connectPages();
    SettingsPage *settingsPage();
    void showSettings(SettingsPage::Page page);
    void startChat(const QString &model);
    void goToAnything();
    QList<Command> chatCommands();
    QList<Command> assistantCommands();
    QList<Command> modelCommands();
    QList<Command> settingsCommands();
    void addKeys();
    void addKey(const QKeySequence &key, std::function<void()> action);
    // Shows the page that fits the server's state, as long as the person has not gone elsewhere.
    void guideFirstRun();
    bool hasConversation() const;
    void showServers();
    void showServerMenu(const QPoint &at); // which one to use; its lower left corner
    void askBeforeClosing(const AtWork &work);
    void restoreGeometry();
    void saveGeometry();

    Core &m_core;
    NavigationRail *m_rail = nullptr;
    QStackedWidget *m_pages = nullptr;
    QStackedWidget *m_chatsPlace = nullptr;  // the chat page, or why there is no engine
    QStackedWidget *m_modelsPlace = nullptr; // the models page, or three suggestions while there is no model
    ChatPage *m_chats = nullptr;
    ModelsPage *m_models = nullptr;
    QStackedWidget *m_settingsPlace = nullptr;
    SettingsPage *m_settings = nullptr; // made when it is first wanted
    EngineMissingPage *m_engineMissing = nullptr;
    FirstModelPage *m_firstModel = nullptr;
    bool m_engineTried = false;
    bool m_modelsSuggested = false;
    bool m_closeAnyway = false;
};

} // namespace ui
