// What ChatPage shows of the conversation that is open.
#include "chat/ChatPage.h"
#include "chat/CompareView.h"
#include "chat/HistoryBanner.h"
#include "chat/NewChatTexts.h"
#include "chat/NewChatView.h"
#include "chat/PresetChooser.h"

#include <QStackedLayout>

#include <utility>

namespace ui {

void ChatPage::newChat()
{
    startNew();
    focusComposer();
}

void ChatPage::newChatWith(chat::Id assistant)
{
    startNew();
    m_presets->choose(assistant);
}

void ChatPage::startNew()
{
    m_core.sessions().startNew(m_choices.modelForNewChat(), m_core.settings().values().systemPrompt);
    m_presets->chooseForNewChat();
}

// What was typed for a new chat before the program ended, unless something else has begun meanwhile.
void ChatPage::restoreUnsent()
{
    m_core.store().unsent(this, [this](const base::Result<QList<chat::Conversation>> &drafts) {
        const bool isUntouched = session()->conversation().leafId == 0 && m_composer->text().isEmpty();
        if (drafts && !drafts->isEmpty() && isUntouched)
            m_core.sessions().open(drafts->constFirst());
    });
}

void ChatPage::openConversation(chat::Id id)
{
    const auto conversation = m_core.conversations().conversation(id);
    if (conversation && !conversation->filing.isPinned && !conversation->filing.isArchived)
        m_core.conversations().unfold(conversation->filing.folder);
    if (!conversation || (session() && session()->conversation().id == id))
        return;
    m_core.sessions().open(*conversation);
    m_listOpen = false;
    foldList();
}

// The copies are in it, and it is the one that is shown.
void ChatPage::branch(int row)
{
    const QString from = session()->conversation().title;
    const bool isBranch = from.startsWith(tr("Branch: %1").arg(QString()));
    const auto listed = m_core.conversations().conversation(session()->conversation().id);
    const auto branch =
        session()->branch(session()->transcript().message(row).id,
                          isBranch ? from : tr("Branch: %1").arg(from), listed ? listed->filing.folder : 0);
    if (!branch)
        return;
    m_core.conversations().unfold(branch->filing.folder);
    m_core.sessions().open(*branch);
    m_listOpen = false;
    foldList();
    focusComposer();
}

void ChatPage::branchFromEnd()
{
    if (session() && session()->transcript().rowCount() > 0)
        branch(session()->transcript().rowCount() - 1);
}

void ChatPage::openHit(const chat::SearchHit &hit)
{
    openConversation(hit.conversation);
    if (!session() || session()->conversation().id != hit.conversation)
        return; // it was deleted meanwhile
    leaveComparison();
    m_wordsToShow.clear();
    if (!hit.snippet.marks.isEmpty()) {
        const chat::Snippet::Mark mark = hit.snippet.marks.constFirst();
        m_wordsToShow = hit.snippet.text.sliced(mark.start, mark.length);
    }
    session()->showMessage(hit.message);
}

void ChatPage::showSession()
{
    for (const QMetaObject::Connection &connection : std::as_const(m_sessionConnections))
        disconnect(connection);
    m_sessionConnections.clear();
    leaveComparison();
    chat::ChatSession *shown = session();
    if (!shown) {
        const bool isInList = m_pane->isAncestorOf(window()->focusWidget());
        m_transcript->setTranscript(nullptr);
        startNew(); // comes back here
        if (!isInList)
            focusComposer();
        return;
    }
    m_transcript->setTranscript(&shown->transcript());
    m_composer->attachments().setRefusal({}); // it was said of the one before
    m_context.setSession(shown);
    showWriting();
    const auto follow = [this](QMetaObject::Connection connection) {
        m_sessionConnections.append(connection);
    };
    follow(connect(shown, &chat::ChatSession::runningChanged, this, &ChatPage::refreshComposer));
    follow(connect(shown, &chat::ChatSession::postponed, this, &ChatPage::refreshComposer));
    follow(connect(shown, &chat::ChatSession::conversationChanged, this, &ChatPage::refreshHeader));
    follow(connect(shown, &chat::ChatSession::attachmentsChanged, this, &ChatPage::showAttachments));
    follow(connect(shown, &chat::ChatSession::loadFailed, m_banner, &HistoryBanner::setReadError));
    // What waited to be asked is the draft again.
    follow(connect(shown, &chat::ChatSession::loadFailed, this, &ChatPage::showWriting));
    follow(connect(shown, &chat::ChatSession::loaded, m_banner,
                   [this] { m_banner->setReadError(std::nullopt); }));
    m_banner->setReadError(std::nullopt);
    follow(connect(shown, &chat::ChatSession::messageShown, m_transcript,
                   [this](int row) { m_transcript->showFound(row, m_wordsToShow); }));
    follow(
        connect(&shown->transcript(), &QAbstractItemModel::rowsInserted, this, &ChatPage::refreshComposer));
    follow(connect(&shown->transcript(), &QAbstractItemModel::rowsRemoved, this, &ChatPage::refreshComposer));
    refreshHeader();
}

void ChatPage::refreshHeader()
{
    chat::ChatSession *shown = session();
    if (!shown)
        return;
    // A model chosen for a chat that has none yet: the installed models came in after it was opened.
    if (shown->conversation().model.isEmpty()) {
        const QString model = m_choices.modelForNewChat();
        if (!model.isEmpty()) {
            shown->setModel(model); // comes back here
            return;
        }
    }
    const chat::Conversation &conversation = shown->conversation();
    m_pane->setCurrent(conversation.leafId == 0 ? 0 : conversation.id);
    m_header->setTitle(conversation.title);
    m_header->setMenuEnabled(conversation.leafId != 0);
    m_header->picker().setModel(conversation.model);
    m_header->picker().setServer(conversation.server);
    m_presets->refresh();
    refreshThink();
    refreshComposer();
}

// A chat that was not begun takes a model of the server that is in use now.
void ChatPage::chooseAgainElsewhere()
{
    if (!m_core.installed().isKnown() || !std::exchange(m_isElsewhere, false) || !session())
        return;
    const chat::Conversation &conversation = session()->conversation();
    if (conversation.leafId == 0 && conversation.server.isEmpty() &&
        !m_core.installed().contains(conversation.model))
        session()->setModel(m_choices.modelForNewChat());
}

void ChatPage::refreshThink()
{
    if (session())
        m_composer->setThink(m_choices.thinkOf(session()->conversation()));
}

void ChatPage::refreshComposer()
{
    chat::ChatSession *shown = session();
    if (!shown)
        return;
    const QString model = shown->conversation().model;
    m_composer->setMode(shown->isRunning() ? Composer::Mode::Running
                        : model.isEmpty()  ? Composer::Mode::Blocked
                                           : Composer::Mode::Ready);
    m_composer->setPlaceholder(shown->isRunning() ? tr("You can write the next message already")
                               : model.isEmpty()  ? tr("Message")
                                                  : tr("Message %1").arg(model));
    showAttachments();
    m_transcript->setServerName(m_core.serverName());
    m_transcript->setAskedAgain(shown->askedAgain());
    const bool isNew = shown->transcript().rowCount() == 0 && shown->conversation().leafId == 0;
    if (isComparing())
        m_compare->setBusy(shown->isRunning());
    else
        static_cast<QStackedLayout *>(m_body->layout())
            ->setCurrentWidget(isNew ? static_cast<QWidget *>(m_newChat) : m_transcript);
    const NewChatTexts texts = newChatTexts(m_core, shown->conversation(), m_header->picker().model());
    m_newChat->setTexts(texts.heading, texts.explanation, texts.action);
}

} // namespace ui
