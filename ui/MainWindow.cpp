#include "MainWindow.h"

#include "AtWork.h"
#include "FirstModelPage.h"
#include "JoinDoctor.h"
#include "JoinNotices.h"
#include "base/AtomicFile.h"
#include "base/ServerUrl.h"
#include "chat/ChatPage.h"
#include "common/ServerWords.h"
#include "library/ModelsPage.h"
#include "server/EngineMissingPage.h"
#include "server/FirstRun.h"
#include "server/ServerPill.h"
#include "settings/ExchangePanel.h"
#include "settings/TrashPage.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>

namespace ui {
namespace {

constexpr QSize firstSize(1280, 840);
constexpr QSize smallestSize(640, 480);

} // namespace

MainWindow::MainWindow(Core &core, QWidget *parent)
    : QMainWindow(parent)
    , m_core(core)
{
    setWindowTitle(tr("Inkstone"));
    setMinimumSize(smallestSize);
    buildPages();
    connectPages();
    joinNotices(m_core, this);
    addKeys();
    restoreGeometry();
    show(Page::Chats);

    connect(&core.connection(), &server::Connection::stateChanged, this, &MainWindow::guideFirstRun);
    connect(&core.connection(), &server::Connection::serverChanged, this, &MainWindow::guideFirstRun);
    connect(&core.installed(), &library::InstalledModels::changed, this, &MainWindow::guideFirstRun);
    connect(&core.conversations(), &chat::ConversationList::loaded, this, &MainWindow::guideFirstRun);
    connect(&core.engine(), &server::LocalEngine::started, this,
            [this] { m_engineMissing->setEngineError(std::nullopt, {}); });
    connect(&core.engine(), &server::LocalEngine::failed, this, [this](const base::Error &error) {
        m_engineMissing->setEngineError(error, m_core.engine().program());
        guideFirstRun();
    });
    connect(&core.engine(), &server::LocalEngine::stopped, this, &MainWindow::guideFirstRun);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages()
{
    auto *pill = new ServerPill(m_core.connection());
    const auto name = [this, pill] { pill->setServerName(m_core.profiles().current().name); };
    name();
    connect(&m_core.profiles(), &server::ServerProfiles::changed, pill, name);
    connect(&m_core.profiles(), &server::ServerProfiles::currentChanged, pill, name);
    m_rail = new NavigationRail(pill, this);
    m_pages = new QStackedWidget(this);
    m_chatsPlace = new QStackedWidget(this);
    m_modelsPlace = new QStackedWidget(this);
    m_chats = new ChatPage(m_core, this);
    m_engineMissing = new EngineMissingPage(
        m_core.connection(), [this](const base::Access &access) { return m_core.makeBackend(access); }, this);
    m_engineMissing->setObjectName(QStringLiteral("engineMissing"));
    m_models = new ModelsPage(m_core.installed(), m_core.downloads(), m_core.catalogues(), m_core.fitter(),
                              m_core.loader(), m_core.backend(), this);
    m_models->setWorkshop(m_core.workshop());
    m_models->setStorage(m_core.storage(), &m_core.folderMove());
    m_models->setUpdates(m_core.updates(), m_core.updater());
    m_models->setSettings(m_core.settings());
    m_models->setSpeeds(m_core.speeds());
    m_firstModel = new FirstModelPage(m_core, this);
    m_firstModel->setObjectName(QStringLiteral("firstModel"));
    m_settingsPlace = new QStackedWidget(this);
    m_chatsPlace->addWidget(m_chats);
    m_chatsPlace->addWidget(m_engineMissing);
    m_modelsPlace->addWidget(m_models);
    m_modelsPlace->addWidget(m_firstModel);
    for (QStackedWidget *place : {m_chatsPlace, m_modelsPlace, m_settingsPlace})
        m_pages->addWidget(place);

    auto *central = new SurfaceWidget(Surface::Base, this);
    auto *across = new QHBoxLayout(central);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(m_rail);
    across->addWidget(m_pages, 1);
    setCentralWidget(central);
    connect(pill, &QAbstractButton::clicked, this, &MainWindow::showServers);
    pill->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(pill, &QWidget::customContextMenuRequested, this,
            [this, pill] { showServerMenu(pill->mapToGlobal(QPoint(0, 0))); });
}

// Its forms would hold up the first picture of the window, and many a run shows none of them.
SettingsPage *MainWindow::settingsPage()
{
    if (m_settings)
        return m_settings;
    m_settings = new SettingsPage(m_core.settings(), m_core.servers(), m_core.connection(),
                                  {m_core.engine(), m_core.engineSettings(), m_core.catalogue()},
                                  m_core.ledger(), m_core.installed(), m_core.assistants(),
                                  {m_core.places().databaseFile, m_core.places().settingsFile}, this);
    auto *exchange = new ExchangePanel(m_core.store(), this);
    connect(exchange, &ExchangePanel::documentsRequested, this, [this](ExportForm form) {
        show(Page::Chats);
        m_chats->exportAll(form);
    });
    m_settings->setExchange(exchange);
    m_settings->setTrash(new TrashPage(m_core.store(), this));
    joinDoctor(m_core, m_settings->servers(), [this] {
        m_models->showTab(ModelsPage::Tab::GetModels);
        show(Page::Models);
    });
    m_settingsPlace->addWidget(m_settings);
    return m_settings;
}

void MainWindow::connectPages()
{
    connect(m_rail, &NavigationRail::chosen, this, &MainWindow::show);
    connect(m_chats, &ChatPage::moreModelsRequested, this, [this] {
        m_models->showTab(ModelsPage::Tab::GetModels);
        show(Page::Models);
    });
    connect(m_chats, &ChatPage::connectionDetailsRequested, this, &MainWindow::showServers);
    connect(m_chats, &ChatPage::spaceRequested, this, [this] {
        m_modelsPlace->setCurrentWidget(m_models);
        m_models->showTab(ModelsPage::Tab::Storage);
        show(Page::Models);
    });
    connect(m_chats, &ChatPage::backupsRequested, this, [this] { showSettings(SettingsPage::Page::Data); });
    connect(m_chats, &ChatPage::assistantsRequested, this,
            [this] { showSettings(SettingsPage::Page::Assistants); });
    connect(m_models, &ModelsPage::chatRequested, this, &MainWindow::startChat);
    connect(m_firstModel, &FirstModelPage::ready, this,
            [this](const QString &question, const QString &model) {
                show(Page::Chats);
                if (question.trimmed().isEmpty())
                    m_chats->useModel(model);
                else
                    m_chats->ask(question, model);
            });
    connect(m_firstModel, &FirstModelPage::allModelsRequested, this, [this] {
        m_modelsPlace->setCurrentWidget(m_models);
        m_models->showTab(ModelsPage::Tab::GetModels);
    });
    connect(m_engineMissing, &EngineMissingPage::serverChosen, this, [this](const QUrl &url) {
        // The one on this computer stays in the list. Where that cannot be kept, it is used all the same.
        const QList<server::ServerProfile> &known = m_core.profiles().all();
        const auto same = std::ranges::find(known, url, &server::ServerProfile::url);
        const server::ServerProfile chosen = same == known.cend() ? server::ServerProfile::make(url) : *same;
        static_cast<void>(m_core.profiles().save(chosen));
        static_cast<void>(m_core.profiles().setCurrent(chosen.id));
    });
    connect(m_engineMissing, &EngineMissingPage::detailsRequested, this, &MainWindow::showServers);
    connect(m_engineMissing, &EngineMissingPage::startEngineRequested, this, [this] {
        m_engineTried = false;
        guideFirstRun();
    });
}

void MainWindow::addKey(const QKeySequence &key, std::function<void()> action)
{
    auto *shortcut = new QShortcut(key, this);
    connect(shortcut, &QShortcut::activated, this, std::move(action));
}

void MainWindow::addKeys()
{
    addKey(Qt::CTRL | Qt::Key_N, [this] {
        show(Page::Chats);
        m_chats->newChat();
    });
    addKey(Qt::Key_Escape, [this] { m_chats->leave(); });
    addKey(Qt::CTRL | Qt::Key_K, [this] { goToAnything(); });
    qApp->installEventFilter(this);
    addKey(Qt::CTRL | Qt::Key_O, [this] {
        show(Page::Chats);
        m_chats->attachFiles();
    });
    addKey(Qt::CTRL | Qt::Key_R, [this] { m_chats->regenerate(); });
    addKey(Qt::CTRL | Qt::SHIFT | Qt::Key_R, [this] { m_chats->continueAnswer(); });
    addKey(Qt::CTRL | Qt::Key_F, [this] {
        show(Page::Chats);
        m_chats->find();
    });
    addKey(Qt::CTRL | Qt::SHIFT | Qt::Key_F, [this] {
        show(Page::Chats);
        m_chats->searchEverything();
    });
    addKey(Qt::Key_F3, [this] { m_chats->findNext(); });
    addKey(Qt::SHIFT | Qt::Key_F3, [this] { m_chats->findPrevious(); });
    addKey(Qt::CTRL | Qt::Key_L, [this] {
        show(Page::Chats);
        m_chats->openModelPicker();
    });
    addKey(Qt::CTRL | Qt::Key_1, [this] { show(Page::Chats); });
    addKey(Qt::CTRL | Qt::Key_2, [this] { show(Page::Models); });
    addKey(Qt::CTRL | Qt::Key_Comma, [this] { show(Page::Settings); });
    addKey(Qt::Key_F1, [this] { showSettings(SettingsPage::Page::Shortcuts); });
    addKey(Qt::CTRL | Qt::Key_Q, [this] { close(); });
    addKey(Qt::CTRL | Qt::Key_Plus, [this] { m_chats->zoom(1); });
    addKey(Qt::CTRL | Qt::Key_Equal, [this] { m_chats->zoom(1); });
    addKey(Qt::CTRL | Qt::Key_Minus, [this] { m_chats->zoom(-1); });
    addKey(Qt::CTRL | Qt::Key_0, [this] { m_chats->zoom(0); });
}

void MainWindow::startChat(const QString &model)
{
    m_chats->newChat();
    m_chats->useModel(model);
    show(Page::Chats);
}

void MainWindow::show(Page page)
{
    if (page == Page::Settings)
        settingsPage();
    m_rail->setCurrent(page);
    m_pages->setCurrentIndex(static_cast<int>(page));
    if (page == Page::Chats && m_chatsPlace->currentWidget() == m_chats)
        m_chats->focusComposer();
}

void MainWindow::showServerMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("serverMenu"));
    for (const server::ServerProfile &profile : m_core.profiles().all()) {
        // A "&" in a name is no mnemonic.
        QString title = serverTitle(profile.name, profile.url);
        QAction *use = menu->addAction(title.replace(u'&', QStringLiteral("&&")));
        use->setCheckable(true);
        use->setChecked(profile.id == m_core.profiles().current().id);
        connect(use, &QAction::triggered, this, [this, id = profile.id] {
            // Where it cannot be kept, it is used all the same.
            static_cast<void>(m_core.profiles().setCurrent(id));
        });
    }
    menu->addSeparator();
    menu->addAction(tr("Servers…"), this, &MainWindow::showServers);
    menu->popup(at - QPoint(0, menu->sizeHint().height()));
}

// Where a key is what is missing, its field is the place to go to.
void MainWindow::showServers()
{
    const auto isAboutKey = [](const std::optional<base::Error> &error) {
        return error && (error->kind == base::Error::Kind::Unauthorized ||
                         error->kind == base::Error::Kind::KeyInClear);
    };
    show(Page::Settings);
    m_settings->showPage(SettingsPage::Page::Servers);
    chat::ChatSession *session = m_core.sessions().current();
    if (session && session->transcript().rowCount() > 0 &&
        isAboutKey(session->transcript().messages().constLast().error))
        m_settings->showKey(m_core.servers().profileFor(session->conversation().server).id);
    else if (isAboutKey(m_core.connection().error()))
        m_settings->showKey(m_core.profiles().current().id);
}

void MainWindow::guideFirstRun()
{
    server::FirstRunFacts facts;
    const QUrl url = m_core.connection().serverUrl();
    const QString program = m_core.engine().program();
    facts.connection = m_core.connection().state();
    if (m_core.installed().isKnown())
        facts.modelCount = m_core.installed().models().size();
    facts.canPull = m_core.backend().can(backend::Ability::Pull);
    facts.isLoopback = base::isLoopback(url);
    facts.isProgramFound = !program.isEmpty();
    facts.isStartTried = m_engineTried;
    facts.isEngineRunning = m_core.engine().isRunning();
    facts.isStopWanted = m_core.engine().isStopWanted();
    switch (server::firstRun(facts)) {
    case server::FirstRun::Waiting:
        break;
    case server::FirstRun::StartEngine:
        m_engineTried = true;
        m_core.engine().start(program, url);
        break;
    case server::FirstRun::NoEngine:
        m_chatsPlace->setCurrentWidget(hasConversation() ? static_cast<QWidget *>(m_chats) : m_engineMissing);
        break;
    case server::FirstRun::NoModel:
        m_chatsPlace->setCurrentWidget(m_chats);
        if (!std::exchange(m_modelsSuggested, true)) {
            m_modelsPlace->setCurrentWidget(m_firstModel);
            show(Page::Models);
        }
        break;
    case server::FirstRun::Ready:
        m_engineTried = false; // a server that ran may be started again when it goes
        m_chatsPlace->setCurrentWidget(m_chats);
        m_modelsPlace->setCurrentWidget(m_models);
        break;
    }
}

// It can be read without an engine. The list learns of one a moment after its first question.
bool MainWindow::hasConversation() const
{
    chat::ChatSession *shown = m_core.sessions().current();
    return m_core.conversations().conversationCount() > 0 || (shown && shown->transcript().rowCount() > 0);
}

void MainWindow::raiseToFront()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    QWidget::show();
    raise();
    activateWindow();
}

void MainWindow::restoreGeometry()
{
    QFile file(m_core.places().windowFile);
    if (!file.open(QIODevice::ReadOnly) || !QMainWindow::restoreGeometry(file.read(1024)))
        resize(firstSize);
}

void MainWindow::saveGeometry()
{
    // Where the window stood is not worth a message when it cannot be kept.
    static_cast<void>(base::writeAllAtomic(m_core.places().windowFile, QMainWindow::saveGeometry()));
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setWindowTitle(tr("Inkstone"));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const AtWork work = atWork(m_core.downloads(), m_core.workshop(), m_core.folderMove());
    if (!work.stops.isEmpty() && !m_closeAnyway) {
        event->ignore();
        askBeforeClosing(work);
        return;
    }
    saveGeometry();
    m_core.sessions().stopAll();
    event->accept();
}

void MainWindow::closeAtOnce()
{
    m_closeAnyway = true;
    close();
    QCoreApplication::quit(); // also where a dialog is open
}

void MainWindow::askBeforeClosing(const AtWork &work)
{
    auto *question = new QMessageBox(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setText(work.stops.join(u'\n'));
    question->setInformativeText(work.next.join(u'\n'));
    QPushButton *quit = question->addButton(tr("Stop and quit"), QMessageBox::AcceptRole);
    question->addButton(work.goOn, QMessageBox::RejectRole);
    connect(quit, &QPushButton::clicked, this, [this] {
        m_closeAnyway = true;
        close();
    });
    question->open();
}

} // namespace ui
