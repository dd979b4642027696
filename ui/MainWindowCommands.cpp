// MainWindow: what can be gone to by its name.
#include "GoTo.h"
#include "MainWindow.h"
#include "chat/ChatPage.h"
#include "chat/ConversationActions.h"
#include "common/AssistantIcons.h"
#include "common/ServerWords.h"
#include "library/ModelsPage.h"
#include "settings/SettingsPage.h"

#include <QKeyEvent>

namespace ui {

// In a line of text Ctrl+K deletes what is behind the cursor, on some desktops.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget =
        event->type() == QEvent::ShortcutOverride ? qobject_cast<QWidget *>(watched) : nullptr;
    if (widget == nullptr || widget->window() != this)
        return QMainWindow::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_K || key->modifiers() != Qt::ControlModifier)
        return QMainWindow::eventFilter(watched, event);
    event->ignore();
    return true;
}

void MainWindow::goToAnything()
{
    const auto open = [this](chat::Id id) {
        show(Page::Chats);
        m_chats->openConversation(id);
    };
    const auto use = [this](const QString &model) { startChat(model); };
    openGoTo({m_core.conversations(), m_core.installed(),
              chatCommands() + modelCommands() + settingsCommands(), assistantCommands(), open, use},
             this);
}

QList<Command> MainWindow::chatCommands()
{
    const auto onChats = [this](void (ChatPage::*what)()) {
        return [this, what] {
            show(Page::Chats);
            (m_chats->*what)();
        };
    };
    // With the one that is shown.
    const auto order = [this](void (ConversationActions::*what)(const QList<chat::Id> &)) {
        return [this, what] {
            show(Page::Chats);
            if (chat::ChatSession *shown = m_core.sessions().current())
                (m_chats->actions().*what)({shown->conversation().id});
        };
    };
    return {
        {QStringLiteral("square-pen"), tr("New chat"), onChats(&ChatPage::newChat), Qt::CTRL | Qt::Key_N},
        {QStringLiteral("search"), tr("Search all conversations"), onChats(&ChatPage::searchEverything),
         Qt::CTRL | Qt::SHIFT | Qt::Key_F},
        {QStringLiteral("search"), tr("Find in this conversation"), onChats(&ChatPage::find),
         Qt::CTRL | Qt::Key_F},
        {QStringLiteral("box"), tr("Choose a model"), onChats(&ChatPage::openModelPicker),
         Qt::CTRL | Qt::Key_L},
        {QStringLiteral("paperclip"), tr("Attach images and files"), onChats(&ChatPage::attachFiles),
         Qt::CTRL | Qt::Key_O},
        {QStringLiteral("pencil"), tr("Edit the last question"), onChats(&ChatPage::editLastQuestion)},
        {QStringLiteral("play"), tr("Continue the last answer"), onChats(&ChatPage::continueAnswer),
         Qt::CTRL | Qt::SHIFT | Qt::Key_R},
        {QStringLiteral("receipt-text"), tr("Receipt of the last answer"),
         onChats(&ChatPage::showLastReceipt)},
        {QStringLiteral("message-square"), tr("Branch this conversation"), onChats(&ChatPage::branchFromEnd)},
        {QStringLiteral("pin"), tr("Pin or unpin this conversation"),
         order(&ConversationActions::switchPinned), Qt::CTRL | Qt::SHIFT | Qt::Key_P},
        {QStringLiteral("folder-input"), tr("Move this conversation to a folder"),
         order(&ConversationActions::askWhere), Qt::CTRL | Qt::SHIFT | Qt::Key_M},
        {QStringLiteral("archive"), tr("Archive this conversation, or bring it back"),
         order(&ConversationActions::switchArchived), Qt::CTRL | Qt::SHIFT | Qt::Key_A},
        {QStringLiteral("file-text"), tr("Export this conversation"),
         order(&ConversationActions::askForExport)},
        {QStringLiteral("printer"), tr("Print this conversation"), order(&ConversationActions::askForPrinter),
         Qt::CTRL | Qt::Key_P},
        {QStringLiteral("folder-plus"), tr("New folder"),
         [this] {
             show(Page::Chats);
             m_chats->actions().askForFolder({});
         }},
        {QStringLiteral("archive"), tr("Archived conversations"), onChats(&ChatPage::showArchive)},
        {QStringLiteral("trash-2"), tr("Trash"), [this] { showSettings(SettingsPage::Page::Data); }},
    };
}

QList<Command> MainWindow::assistantCommands()
{
    QList<Command> commands;
    for (const chat::Assistant &one : m_core.assistants().all())
        commands.append({assistantIcon(one.icon), tr("New chat with %1").arg(one.name), [this, id = one.id] {
                             show(Page::Chats);
                             m_chats->newChatWith(id);
                         }});
    return commands;
}

QList<Command> MainWindow::modelCommands()
{
    QList<Command> commands;
    const QList<ModelsPage::Tab> tabs = m_models->tabs();
    for (const ModelsPage::Tab tab : tabs) {
        commands.append({QStringLiteral("library"), tr("Models: %1").arg(ModelsPage::name(tab)), [this, tab] {
                             m_modelsPlace->setCurrentWidget(m_models);
                             m_models->showTab(tab);
                             show(Page::Models);
                         }});
    }
    const QList<server::ServerProfile> servers = m_core.profiles().all();
    for (const server::ServerProfile &server : servers) {
        if (server.id != m_core.profiles().current().id)
            commands.append({QStringLiteral("server"),
                             tr("Use the server %1").arg(serverTitle(server.name, server.url)),
                             [this, id = server.id] {
                                 // Where it cannot be kept, it is used all the same.
                                 static_cast<void>(m_core.profiles().setCurrent(id));
                             }});
    }
    return commands;
}

QList<Command> MainWindow::settingsCommands()
{
    QList<Command> commands;
    const QStringList pages = SettingsPage::pageNames();
    for (qsizetype i = 0; i < pages.size(); ++i)
        commands.append({QStringLiteral("settings"), tr("Settings: %1").arg(pages.at(i)),
                         [this, i] { showSettings(static_cast<SettingsPage::Page>(i)); }});
    return commands;
}

void MainWindow::showSettings(SettingsPage::Page page)
{
    settingsPage()->showPage(page);
    show(Page::Settings);
}

} // namespace ui
