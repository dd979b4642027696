#include "chat/ChatPage.h"

#include "chat/Continuation.h"
#include "chat/ConversationActions.h"
#include "chat/ExportBar.h"
#include "chat/ExportWords.h"
#include "chat/HistoryBanner.h"
#include "chat/NewChatView.h"
#include "chat/PresetChooser.h"
#include "chat/UndoBar.h"
#include "common/CenteredColumn.h"
#include "common/HairlineSplitter.h"
#include "common/TabOrder.h"
#include "common/Theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QResizeEvent>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

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
    , m_export(new ExportBar(core.store(), m_pictures, this))
    , m_contextBar(new Banner(this))
    , m_context(core, m_choices, *m_contextBar, this)
    , m_body(new QWidget(this))
    , m_transcript(new TranscriptView(m_body))
    , m_newChat(new NewChatView(m_body))
    , m_undo(new UndoBar(this))
    , m_composer(new Composer(this))
    , m_presets(new PresetChooser(core, m_choices, {*m_header, *m_composer, *m_newChat}, this))
    , m_thumbnails(core.store(), m_pictures, this)
    , m_attaching(new Attaching(core.sessions(), m_pictures, this))
{
    buildLayout();
    connectPane();
    connectBanner();
    connectTranscript();
    connectComposer();
    connectContext();
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
    m_transcript->setGliding(true);
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
    column->addWidget(m_presets->note());
    column->addWidget(m_export);
    column->addWidget(m_contextBar);
    column->addWidget(m_body, 1);
    const int scrollBar = m_transcript->verticalScrollBar()->sizeHint().width();
    auto *writing = new QWidget(right);
    auto *rows = new QVBoxLayout(writing);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    rows->addWidget(m_undo);
    rows->addWidget(m_composer);
    column->addWidget(new CenteredColumn(writing, scrollBar, right));
    insertInTabOrder(m_presets->note(), m_export);
    connectAttachments(right);
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
    connect(m_header, &ChatHeader::listRequested, this, [this] {
        m_listOpen = !m_listOpen;
        foldList();
        if (m_listOpen)
            m_pane->focusSearch();
    });
    m_pane->addKeys(this);
    connect(m_header, &ChatHeader::menuOpening, this,
            [this](QMenu *menu) { m_pane->actions().fill(menu, {session()->conversation().id}); });
    connect(&m_pane->actions(), &ConversationActions::exportRequested, m_export, &ExportBar::choose);
    connect(&m_pane->actions(), &ConversationActions::printRequested, m_export, &ExportBar::print);
    connect(&m_pane->actions(), &ConversationActions::groupExportRequested, m_export,
            &ExportBar::chooseForGroup);
    connect(m_header, &ChatHeader::renamed, this, [this](const QString &title) { session()->rename(title); });
    connect(m_presets, &PresetChooser::manageRequested, this, &ChatPage::assistantsRequested);
    connect(m_presets, &PresetChooser::moreModelsRequested, this, &ChatPage::moreModelsRequested);
    connect(&m_header->picker(), &ModelPicker::modelChosen, this, &ChatPage::useModel);
    connect(&m_header->picker(), &ModelPicker::moreModelsRequested, this, &ChatPage::moreModelsRequested);
}

void ChatPage::connectBanner()
{
    connect(m_banner, &HistoryBanner::wayChosen, this, [this](HistoryBanner::Way way) {
        switch (way) {
        case HistoryBanner::Way::FreeSpace:
            return Q_EMIT spaceRequested();
        case HistoryBanner::Way::SaveElsewhere:
            return exportAll(ExportForm::Inkstone);
        case HistoryBanner::Way::Copy:
            return QGuiApplication::clipboard()->setText(
                pageText(session()->conversation(), session()->transcript().messages()));
        case HistoryBanner::Way::Backup:
            return Q_EMIT backupsRequested();
        case HistoryBanner::Way::Quit:
            window()->close();
        }
    });
}

void ChatPage::connectTranscript()
{
    connect(m_transcript, &TranscriptView::regenerateRequested, this, &ChatPage::regenerate);
    connect(m_transcript, &TranscriptView::retryRequested, this, &ChatPage::regenerate);
    connect(m_transcript, &TranscriptView::continueRequested, this, &ChatPage::continueAnswer);
    connect(m_transcript, &TranscriptView::versionRequested, this,
            [this](int row, int offset) { session()->showVersion(row, offset); });
    connect(m_transcript, &TranscriptView::editRequested, this, &ChatPage::editQuestion);
    connect(m_transcript, &TranscriptView::branchRequested, this, &ChatPage::branch);
    connect(m_transcript, &TranscriptView::receiptRequested, this, &ChatPage::showReceipt);
    connect(m_transcript, &TranscriptView::compareRequested, this,
            [this](int row) { compare(session()->transcript().message(row).id, 0); });
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
    connect(m_composer, &Composer::edited, this, &ChatPage::keepWriting);
    connect(m_composer, &Composer::editLastRequested, this, &ChatPage::editLastQuestion);
    connect(m_composer, &Composer::editCancelled, this, &ChatPage::cancelEdit);
    m_undo->setObjectName(QStringLiteral("editUndoBar"));
    connect(m_undo, &UndoBar::undoRequested, this, &ChatPage::takeEditBack);
    // From the trash it may come back.
    connect(&m_core.store(), &chat::ConversationStore::removed, this, [this](chat::Id id) {
        if (!m_core.conversations().conversation(id))
            m_edits.remove(id);
    });
    connect(m_composer, &Composer::thinkToggled, this,
            [this](bool on) { m_choices.setThinks(*session(), on); });
}

void ChatPage::connectContext()
{
    m_contextBar->setObjectName(QStringLiteral("contextBar"));
    connect(&m_context, &ConversationContext::changed, this, [this] {
        m_header->meter().setState(m_context.state());
        m_transcript->setCut(m_context.cutMark());
    });
    connect(&m_header->meter(), &QAbstractButton::clicked, this, [this] {
        auto *popup = new ContextPopup(m_context.state(), m_context.offers(), m_header);
        connect(popup, &ContextPopup::chosen, &m_context, &ConversationContext::take);
        popup->open(&m_header->meter());
    });
    connect(&m_context, &ConversationContext::waysRequested, &m_header->meter(), &QAbstractButton::click);
    connect(m_transcript, &TranscriptView::contextWayRequested, &m_context, &ConversationContext::take);
    connect(&m_context, &ConversationContext::askAgainRequested, this, [this] {
        if (chat::canContinue(session()->transcript().messages().constLast()))
            continueAnswer();
        else
            regenerate();
    });
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
    if (!session() || session()->isRunning() || session()->transcript().rowCount() == 0)
        return;
    leaveComparison();
    session()->regenerate(m_choices.optionsFor(session()->conversation()));
}

// By the model that began it, whichever the next question goes to.
void ChatPage::continueAnswer()
{
    if (!session() || session()->transcript().rowCount() == 0)
        return;
    leaveComparison();
    chat::Conversation asked = session()->conversation();
    const QString model = session()->transcript().messages().constLast().model;
    if (!model.isEmpty())
        asked.model = model;
    session()->continueAnswer(m_choices.optionsFor(asked));
}

void ChatPage::leave()
{
    if (isComparing() && isVisible())
        leaveComparison();
    else if (isEditing() && isVisible())
        cancelEdit();
    else
        stopAnswer();
}

void ChatPage::stopAnswer()
{
    if (session())
        session()->stop();
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
    leaveComparison();
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

void ChatPage::showArchive()
{
    m_listOpen = true;
    foldList();
    m_pane->showArchive();
}

void ChatPage::exportAll(ExportForm form)
{
    m_export->chooseForGroup({tr("Inkstone %1").arg(QDate::currentDate().toString(Qt::ISODate)), {}}, form);
}

ConversationActions &ChatPage::actions()
{
    return m_pane->actions();
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
    m_core.assistants().followLanguage();
    m_transcript->setAccessibleName(tr("Conversation"));
    m_context.setSession(session()); // what its bar says was said, or is said anew
    m_presets->note()->clear();
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
