#include "chat/ChatPage.h"

#include "chat/HistoryBanner.h"
#include "chat/NewChatTexts.h"
#include "chat/NewChatView.h"
#include "common/CenteredColumn.h"
#include "common/HairlineSplitter.h"
#include "common/Theme.h"

#include <QResizeEvent>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

constexpr int foldBelow = 920; // px of window width (look.md "Conversation list")
constexpr int listWidth = 272;

} // namespace

ChatPage::ChatPage(Core &core, QWidget *parent)
    : QWidget(parent)
    , m_core(core)
    , m_choices(core)
    , m_splitter(new HairlineSplitter(this))
    , m_pane(new ConversationPane(core.conversations(), core.store(), this))
    , m_header(new ChatHeader(core.installed(), this))
    , m_banner(new HistoryBanner(core, this))
    , m_body(new QWidget(this))
    , m_transcript(new TranscriptView(m_body))
    , m_newChat(new NewChatView(m_body))
    , m_composer(new Composer(this))
{
    buildLayout();
    connectPane();
    connectTranscript();
    connectComposer();
    connect(&core.sessions(), &chat::Sessions::currentChanged, this, &ChatPage::showSession);
    connect(&core.installed(), &library::InstalledModels::changed, this, &ChatPage::refreshHeader);
    connect(&core.installed(), &library::InstalledModels::detailsChanged, this, &ChatPage::refreshThink);
    connect(&core.connection(), &server::Connection::stateChanged, this, &ChatPage::refreshComposer);
    connect(&core.settings(), &settings::SettingsStore::changed, this, [this](settings::Key key) {
        if (key == settings::Key::SendKey)
            m_composer->setSendKey(m_core.settings().values().sendKey);
        if (key == settings::Key::DefaultModel)
            refreshHeader();
        if (key == settings::Key::TranscriptZoom)
            m_transcript->setZoom(m_core.settings().values().transcriptZoom);
    });
    connect(&core.profiles(), &server::ServerProfiles::changed, this, &ChatPage::refreshHeader);
    connect(&core.servers(), &server::Servers::targetChanged, this, [this] { m_isElsewhere = true; });
    connect(&core.installed(), &library::InstalledModels::changed, this, &ChatPage::chooseAgainElsewhere);
    m_header->picker().setServers(core.servers());
    m_transcript->setCrashRecord(&core.crashRecord());
    m_transcript->setZoom(core.settings().values().transcriptZoom);
    m_composer->setSendKey(core.settings().values().sendKey);
    retranslate();
    newChat();
    restoreUnsent();
}

void ChatPage::buildLayout()
{
    auto *right = new SurfaceWidget(Surface::Base, this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(m_body, 1);
    const int scrollBar = m_transcript->verticalScrollBar()->sizeHint().width();
    column->addWidget(new CenteredColumn(m_composer, scrollBar, right));
    auto *stack = new QStackedLayout(m_body);
    stack->addWidget(m_newChat);
    stack->addWidget(m_transcript);

    m_splitter->addWidget(m_pane);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setObjectName(QStringLiteral("chatSplitter"));
    m_pane->setMinimumWidth(216);
    m_pane->setMaximumWidth(400);
    m_splitter->setSizes({listWidth, 900});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    m_transcript->setObjectName(QStringLiteral("transcript"));
}

void ChatPage::connectPane()
{
    connect(m_pane, &ConversationPane::chosen, this, &ChatPage::openConversation);
    connect(m_pane, &ConversationPane::hitChosen, this, &ChatPage::openHit);
    connect(m_pane, &ConversationPane::newChatRequested, this, &ChatPage::newChat);
    connect(m_pane, &ConversationPane::renameRequested, this, [this](chat::Id id) {
        openConversation(id);
        m_header->editTitle();
    });
    connect(m_pane, &ConversationPane::trashRequested, this, &ChatPage::trash);
    connect(m_header, &ChatHeader::listRequested, this, [this] {
        m_listOpen = !m_listOpen;
        foldList();
        if (m_listOpen)
            m_pane->focusSearch();
    });
    connect(m_header, &ChatHeader::trashRequested, this, [this] { trash(session()->conversation().id); });
    connect(m_header, &ChatHeader::renamed, this, [this](const QString &title) { session()->rename(title); });
    connect(m_header, &ChatHeader::systemPromptChanged, this,
            [this](const QString &prompt) { session()->setSystemPrompt(prompt); });
    connect(&m_header->picker(), &ModelPicker::modelChosen, this, &ChatPage::useModel);
    connect(&m_header->picker(), &ModelPicker::moreModelsRequested, this, &ChatPage::moreModelsRequested);
}

void ChatPage::connectTranscript()
{
    connect(m_transcript, &TranscriptView::regenerateRequested, this, &ChatPage::regenerate);
    connect(m_transcript, &TranscriptView::retryRequested, this, &ChatPage::regenerate);
    connect(m_transcript, &TranscriptView::versionRequested, this,
            [this](int row, int offset) { session()->showVersion(row, offset); });
    connect(m_transcript, &TranscriptView::editRequested, this, [this](int row) {
        m_composer->setText(session()->transcript().message(row).text);
        m_composer->focusText();
    });
    connect(m_transcript, &TranscriptView::checkConnectionRequested, this,
            &ChatPage::connectionDetailsRequested);
    connect(m_transcript, &TranscriptView::modelChoiceRequested, this, &ChatPage::openModelPicker);
    connect(m_transcript, &TranscriptView::linkActivated, this,
            [this](const QUrl &url, const QString &text) { m_links.open(url, text); });
    connect(m_transcript, &TranscriptView::zoomChanged, this, [this](int percent) {
        // Where it cannot be kept, it holds until the program ends.
        static_cast<void>(m_core.settings().set(settings::Key::TranscriptZoom, percent));
    });
    connect(m_header, &ChatHeader::findRequested, this, &ChatPage::find);
    connect(m_newChat, &NewChatView::actionTriggered, this, &ChatPage::connectionDetailsRequested);
}

void ChatPage::connectComposer()
{
    connect(m_composer, &Composer::sendRequested, this, &ChatPage::send);
    connect(m_composer, &Composer::stopRequested, this, &ChatPage::stopAnswer);
    connect(m_composer, &Composer::pageRequested, m_transcript, &TranscriptView::turnPage);
    connect(m_composer, &Composer::edited, this, [this] {
        if (session())
            session()->setDraft(m_composer->text());
    });
    connect(m_composer, &Composer::editLastRequested, this, [this] {
        const QList<chat::Message> &messages = session()->transcript().messages();
        const auto last = std::find_if(messages.rbegin(), messages.rend(), [](const chat::Message &message) {
            return message.role == backend::Role::User;
        });
        if (last != messages.rend())
            m_composer->setText(last->text);
    });
    connect(m_composer, &Composer::thinkToggled, this,
            [this](bool on) { m_choices.setThinks(m_header->picker().model(), on); });
}

void ChatPage::newChat()
{
    m_core.sessions().startNew(m_choices.modelForNewChat(), m_core.settings().values().systemPrompt);
    focusComposer();
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
    if (session() && session()->conversation().id == id)
        return;
    const auto conversation = m_core.conversations().conversation(id);
    if (!conversation)
        return;
    m_core.sessions().open(*conversation);
    m_listOpen = false;
    foldList();
}

void ChatPage::openHit(const chat::SearchHit &hit)
{
    openConversation(hit.conversation);
    if (!session() || session()->conversation().id != hit.conversation)
        return; // it was deleted meanwhile
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
    chat::ChatSession *shown = session();
    if (!shown) {
        m_transcript->setTranscript(nullptr);
        newChat(); // comes back here
        return;
    }
    m_transcript->setTranscript(&shown->transcript());
    m_composer->setText(shown->conversation().draft);
    const auto follow = [this](QMetaObject::Connection connection) {
        m_sessionConnections.append(connection);
    };
    follow(connect(shown, &chat::ChatSession::runningChanged, this, &ChatPage::refreshComposer));
    follow(connect(shown, &chat::ChatSession::conversationChanged, this, &ChatPage::refreshHeader));
    follow(connect(shown, &chat::ChatSession::loadFailed, m_banner, &HistoryBanner::setReadError));
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
    m_header->setSystemPrompt(conversation.systemPrompt);
    m_header->setMenuEnabled(conversation.leafId != 0);
    m_header->picker().setModel(conversation.model);
    m_header->picker().setServer(conversation.server);
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
    const QString server = session() ? session()->conversation().server : QString();
    m_composer->setThink(m_choices.thinkOf(m_header->picker().model(), server));
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
    m_transcript->setServerName(m_core.serverName());
    const bool isNew = shown->transcript().rowCount() == 0 && shown->conversation().leafId == 0;
    static_cast<QStackedLayout *>(m_body->layout())
        ->setCurrentWidget(isNew ? static_cast<QWidget *>(m_newChat) : m_transcript);
    const NewChatTexts texts = newChatTexts(m_core, shown->conversation(), m_header->picker().model());
    m_newChat->setTexts(texts.heading, texts.explanation, texts.action);
}

void ChatPage::send(const QString &text)
{
    session()->send(text, m_choices.optionsFor(session()->conversation()));
    m_composer->setText(QString());
    m_transcript->scrollToEnd();
}

void ChatPage::ask(const QString &text, const QString &model)
{
    newChat();
    useModel(model);
    send(text);
}

void ChatPage::useModel(const QString &model, const QString &server)
{
    if (session()) {
        session()->setServer(server);
        session()->setModel(model);
    }
    refreshHeader();
    focusComposer();
}

void ChatPage::regenerate()
{
    if (session() && !session()->isRunning() && session()->transcript().rowCount() > 0)
        session()->regenerate(m_choices.optionsFor(session()->conversation()));
}

void ChatPage::stopAnswer()
{
    if (session())
        session()->stop();
}

// Whoever writes to it stops by itself; where it was the shown one, showSession() begins a new chat.
void ChatPage::trash(chat::Id id)
{
    m_core.store().moveToTrash(id);
}

void ChatPage::foldList()
{
    const bool isFolded = window()->width() < foldBelow;
    m_header->setListButtonVisible(isFolded);
    if (!isFolded) {
        if (m_pane->parent() != m_splitter)
            m_splitter->insertWidget(0, m_pane);
        m_pane->show();
        m_listOpen = false;
        return;
    }
    if (m_pane->parent() == m_splitter)
        m_pane->setParent(this);
    m_pane->setGeometry(0, 0, listWidth, height());
    m_pane->setVisible(m_listOpen);
    m_pane->raise();
}

void ChatPage::zoom(int steps)
{
    m_transcript->setZoom(steps == 0 ? 100 : m_transcript->zoom() + 10 * steps);
}

void ChatPage::find()
{
    if (m_transcript->isVisible())
        m_transcript->openFind();
}

void ChatPage::findNext()
{
    if (m_transcript->isVisible())
        m_transcript->findNext();
}

void ChatPage::findPrevious()
{
    if (m_transcript->isVisible())
        m_transcript->findPrevious();
}

void ChatPage::searchEverything()
{
    m_listOpen = true; // where it is folded
    foldList();
    m_pane->focusSearch();
}

void ChatPage::focusComposer()
{
    m_composer->focusText();
}

void ChatPage::openModelPicker()
{
    m_header->picker().showPopup();
}

void ChatPage::retranslate()
{
    m_transcript->setAccessibleName(tr("Conversation"));
    refreshHeader();
    m_banner->refresh();
}

void ChatPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ChatPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    foldList();
}

void ChatPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    foldList();
    m_banner->refresh();
}

} // namespace ui
