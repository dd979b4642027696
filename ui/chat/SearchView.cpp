#include "chat/SearchView.h"

#include "chat/SearchDelegate.h"
#include "common/ErrorText.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QIdentityProxyModel>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using State = chat::SearchList::State;

// The list with the words that only the delegate knows.
class SpokenHits : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::AccessibleTextRole ? QVariant(SearchDelegate::spoken(index))
                                              : QIdentityProxyModel::data(index, role);
    }
};

// One of a group in a menu.
QAction *addChoice(QMenu *menu, QActionGroup *group, const QString &text, bool isChosen,
                   const std::function<void()> &choose)
{
    QAction *action = menu->addAction(QString(text).replace(u'&', QStringLiteral("&&")));
    action->setCheckable(true);
    action->setChecked(isChosen);
    group->addAction(action);
    QObject::connect(action, &QAction::triggered, menu, choose);
    return action;
}

} // namespace

SearchView::SearchView(chat::ConversationStore &store, QWidget *parent)
    : SurfaceWidget(Surface::Window, parent)
    , m_store(store)
    , m_list(store)
    , m_caption(new Label(Type::CaptionBold, TextRole::Text3, this))
    , m_filter(makeButton(ButtonKind::Toggle, QStringLiteral("sliders-horizontal"), this))
    , m_view(new QListView(this))
    , m_sentence(new Label(Type::Body, TextRole::Text2, this))
    , m_next(new Label(Type::Small, TextRole::Text3, this))
    , m_action(makeButton(ButtonKind::Plain, {}, this))
{
    setObjectName(QStringLiteral("searchView"));
    m_filter->setObjectName(QStringLiteral("searchFilter"));
    m_sentence->setObjectName(QStringLiteral("searchSentence"));
    m_action->setObjectName(QStringLiteral("searchAction"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(10, 0, 0, 0);
    head->addWidget(m_caption, 1);
    head->addWidget(m_filter);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(10, 4, 10, 8);
    below->setSpacing(8);
    for (Label *label : {m_sentence, m_next}) {
        label->setWordWrap(true);
        below->addWidget(label);
    }
    below->addWidget(m_action, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addLayout(below);
    layout->addWidget(m_view, 1);
    layout->addStretch(); // under what is said where there is nothing to list
    setUpView();

    connect(&m_list, &chat::SearchList::stateChanged, this, &SearchView::refresh);
    connect(m_action, &QAbstractButton::clicked, this, &SearchView::act);
    // Checked says that a filter is on, which the menu decides.
    connect(m_filter, &QAbstractButton::clicked, this, [this] {
        m_filter->setChecked(isFiltered());
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setObjectName(QStringLiteral("searchFilters"));
        fillFilters(menu);
        menu->popup(m_filter->mapToGlobal(QPoint(0, m_filter->height())));
    });
    retranslate();
}

void SearchView::setUpView()
{
    m_view->setObjectName(QStringLiteral("searchResults"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setItemDelegate(new SearchDelegate(this));
    auto *spoken = new SpokenHits(this);
    spoken->setSourceModel(&m_list);
    m_view->setModel(spoken);
    m_view->setMouseTracking(true);
    m_view->viewport()->setAttribute(Qt::WA_Hover);
    m_view->viewport()->setBackgroundRole(QPalette::Window);
    m_view->viewport()->setAutoFillBackground(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->installEventFilter(this);
    makeSelectedCurrent(m_view);
    connect(m_view, &QAbstractItemView::clicked, this, &SearchView::choose);
}

void SearchView::setText(const QString &text)
{
    m_isFirstWanted = false;
    if (text == m_query.text)
        return;
    m_query.text = text;
    search();
}

void SearchView::setModels(const QStringList &models)
{
    m_models = models;
}

void SearchView::setFolders(const QList<chat::Folder> &folders)
{
    m_folders = folders;
    // One that is gone would hide everything.
    if (!m_query.folders.isEmpty())
        m_query.folders = within(m_query.folders.constFirst());
}

// The folder first; empty where there is none such.
QList<chat::Id> SearchView::within(chat::Id folder) const
{
    QList<chat::Id> ids;
    for (const chat::Folder &one : m_folders) {
        if (one.id == folder || (!ids.isEmpty() && one.parent == folder))
            ids.append(one.id);
    }
    return ids;
}

void SearchView::search()
{
    const QDateTime today = QDate::currentDate().startOfDay();
    switch (m_since) {
    case Since::Ever:
        m_query.since = {};
        break;
    case Since::Today:
        m_query.since = today;
        break;
    case Since::Week:
        m_query.since = today.addDays(-7);
        break;
    case Since::Month:
        m_query.since = today.addMonths(-1);
        break;
    case Since::Year:
        m_query.since = today.addYears(-1);
        break;
    }
    m_list.search(m_query);
}

bool SearchView::isFiltered() const
{
    return m_query.role || !m_query.model.isEmpty() || !m_query.folders.isEmpty() || m_since != Since::Ever;
}

void SearchView::fillFilters(QMenu *menu)
{
    const auto byRole = [this](std::optional<backend::Role> role) {
        return [this, role] {
            m_query.role = role;
            search();
        };
    };
    auto *roles = new QActionGroup(menu);
    addChoice(menu, roles, tr("Questions and answers"), !m_query.role, byRole({}));
    addChoice(menu, roles, tr("Questions only"), m_query.role == backend::Role::User,
              byRole(backend::Role::User));
    addChoice(menu, roles, tr("Answers only"), m_query.role == backend::Role::Assistant,
              byRole(backend::Role::Assistant));
    menu->addSeparator();
    auto *times = new QActionGroup(menu);
    const std::pair<Since, QString> spans[] = {
        {Since::Ever, tr("Any time")},           {Since::Today, tr("Today")},
        {Since::Week, tr("The last 7 days")},    {Since::Month, tr("The last month")},
        {Since::Year, tr("The last 12 months")},
    };
    for (const auto &[span, text] : spans) {
        addChoice(menu, times, text, m_since == span, [this, chosen = span] {
            m_since = chosen;
            search();
        });
    }
    menu->addSeparator();
    auto *models = new QActionGroup(menu);
    const auto byModel = [this](const QString &model) {
        return [this, model] {
            m_query.model = model;
            search();
        };
    };
    addChoice(menu, models, tr("Any model"), m_query.model.isEmpty(), byModel({}));
    for (const QString &model : std::as_const(m_models))
        addChoice(menu, models, model, m_query.model == model, byModel(model));
    if (!m_folders.isEmpty())
        addFolders(menu);
}

void SearchView::addFolders(QMenu *menu)
{
    menu->addSeparator();
    auto *group = new QActionGroup(menu);
    const auto byFolder = [this](const QList<chat::Id> &folders) {
        return [this, folders] {
            m_query.folders = folders;
            search();
        };
    };
    addChoice(menu, group, tr("Any folder"), m_query.folders.isEmpty(), byFolder({}));
    for (const chat::Folder &folder : std::as_const(m_folders)) {
        const auto outer = std::ranges::find(m_folders, folder.parent, &chat::Folder::id);
        const QString name = outer == m_folders.cend()
                                 ? folder.name
                                 : tr("%1: %2", "A folder inside another").arg(outer->name, folder.name);
        addChoice(menu, group, name, m_query.folders.value(0) == folder.id, byFolder(within(folder.id)));
    }
}

void SearchView::refresh()
{
    const State state = m_list.state();
    m_filter->setChecked(isFiltered());
    m_view->setVisible(m_list.rowCount() > 0);
    QString sentence;
    QString next;
    QString action;
    if (state == State::NothingFound) {
        sentence = isFiltered() ? tr("No message that the filters let through has these words.")
                                : tr("No message has these words.");
        next = isFiltered() ? QString()
                            : tr("All words have to be in one message, and are found from their beginning. "
                                 "Quotation marks keep words together.");
        action = isFiltered() ? tr("Search without filters") : tr("Rebuild the search index");
    } else if (state == State::Failed) {
        const ErrorText text = errorText(*m_list.error(), Doing::KeepingHistory, m_store.folder(), QString());
        sentence = text.what;
        next = text.next;
        action = tr("Search again");
    }
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_next->setText(next);
    m_next->setVisible(!next.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    if (state == State::Found && std::exchange(m_isFirstWanted, false))
        choose(m_view->model()->index(0, 0));
}

void SearchView::act()
{
    if (m_list.state() == State::NothingFound && isFiltered()) {
        m_query.role.reset();
        m_query.model.clear();
        m_query.folders.clear();
        m_since = Since::Ever;
    } else if (m_list.state() == State::NothingFound) {
        m_store.rebuildIndex();
    }
    search();
}

bool SearchView::focusHits()
{
    if (m_list.rowCount() == 0)
        return false;
    m_view->setFocus(Qt::TabFocusReason);
    m_view->setCurrentIndex(m_view->model()->index(0, 0));
    return true;
}

void SearchView::chooseFirst()
{
    if (m_list.state() == State::Found)
        choose(m_view->model()->index(0, 0));
    else
        m_isFirstWanted = m_list.state() == State::Searching;
}

void SearchView::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_view->setCurrentIndex(index);
    const chat::SearchHit hit = m_list.hit(index.row());
    Q_EMIT chosen(hit);
}

bool SearchView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_view || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return SurfaceWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isUp = key == Qt::Key_Escape || (key == Qt::Key_Up && m_view->currentIndex().row() <= 0);
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!isUp && !isEnter)
        return SurfaceWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true; // Esc is not to stop an answer here
    if (isUp)
        Q_EMIT leftUpwards();
    else
        choose(m_view->currentIndex());
    return true;
}

void SearchView::retranslate()
{
    m_caption->setText(tr("In messages"));
    m_filter->setText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the messages"));
    m_filter->setToolTip(tr("Filter the messages"));
    m_view->setAccessibleName(tr("Messages found"));
    refresh();
}

void SearchView::changeEvent(QEvent *event)
{
    SurfaceWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ui
