#include "chat/ConversationPane.h"

#include "chat/ConversationDelegate.h"
#include "chat/SearchView.h"
#include "common/Icons.h"
#include "common/InkParts.h"
#include "common/SearchField.h"
#include "common/Theme.h"

#include <QAction>
#include <QHelpEvent>
#include <QIdentityProxyModel>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOptionButton>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using chat::ConversationList;

// 800 ms a turn (look.md "Motion") in eight steps: each is a paint.
constexpr int spinnerInterval = 100;
constexpr int spinnerStep = 45;

// The row "New chat  Ctrl+N": a flat button with its key at the right.
class NewChatButton : public QAbstractButton
{
public:
    using QAbstractButton::QAbstractButton;

    QSize sizeHint() const override { return {100, 32}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isDown() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isDown() ? theme.pressed : theme.hover);
            painter.drawRoundedRect(rect(), 6, 6);
        }
        drawIcon(painter, QRectF(10, 8, 16, 16), QStringLiteral("square-pen"), theme.text);
        painter.setPen(theme.text);
        painter.setFont(ui::font(Type::BodyMedium));
        painter.drawText(rect().adjusted(34, 0, -10, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
        painter.setPen(theme.text3);
        painter.setFont(ui::font(Type::Caption));
        painter.drawText(rect().adjusted(10, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter,
                         QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText));
        if (hasFocus() && m_keyboard)
            ink::drawFocusRing(painter, rect(), ink::radius, theme);
    }
    void focusInEvent(QFocusEvent *event) override
    {
        m_keyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
        QAbstractButton::focusInEvent(event);
    }
    void enterEvent(QEnterEvent *event) override
    {
        QAbstractButton::enterEvent(event);
        update();
    }
    void leaveEvent(QEvent *event) override
    {
        QAbstractButton::leaveEvent(event);
        update();
    }

private:
    bool m_keyboard = false;
};

// The list with the words that only the delegate knows.
class SpokenList : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::AccessibleTextRole ? QVariant(ConversationDelegate::spoken(index))
                                              : QIdentityProxyModel::data(index, role);
    }
};

} // namespace

ConversationPane::ConversationPane(chat::ConversationList &list, chat::ConversationStore &store,
                                   QWidget *parent)
    : SurfaceWidget(Surface::Window, parent)
    , m_list(list)
    , m_search(new SearchField(this))
    , m_newChat(new NewChatButton(this))
    , m_view(new QListView(this))
    , m_found(new SearchView(store, this))
    , m_delegate(new ConversationDelegate(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(m_search);
    layout->addWidget(m_newChat);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_found, 1);

    m_search->setObjectName(QStringLiteral("conversationSearch"));
    m_search->setMinimumHeight(32);
    m_search->installEventFilter(this);
    m_newChat->setObjectName(QStringLiteral("newChat"));
    m_newChat->setFocusPolicy(Qt::StrongFocus);
    m_search->setMaxLength(1000);
    setUpView();
    retranslate();
    refreshSearch();

    connect(m_newChat, &QAbstractButton::clicked, this, &ConversationPane::newChatRequested);
    connect(m_search, &QLineEdit::textChanged, this, &ConversationPane::search);
    connect(m_found, &SearchView::chosen, this, &ConversationPane::hitChosen);
    connect(m_found, &SearchView::leftUpwards, this, &ConversationPane::focusSearch);
    connect(&m_list, &QAbstractItemModel::rowsInserted, this, [this] { setCurrent(m_current); });
    connect(&m_list, &QAbstractItemModel::rowsInserted, this, &ConversationPane::refreshSearch);
    connect(&m_list, &QAbstractItemModel::rowsRemoved, this, &ConversationPane::refreshSearch);
    connect(&m_list, &QAbstractItemModel::dataChanged, this, &ConversationPane::findAnswering);
    connect(&m_list, &QAbstractItemModel::rowsInserted, this, &ConversationPane::findAnswering);
    m_spinner.setInterval(spinnerInterval);
    connect(&m_spinner, &QTimer::timeout, this, &ConversationPane::turnSpinner);
}

void ConversationPane::setUpView()
{
    m_view->setObjectName(QStringLiteral("conversationList"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setItemDelegate(m_delegate);
    auto *spoken = new SpokenList(this);
    spoken->setSourceModel(&m_list);
    m_view->setModel(spoken);
    m_view->setMouseTracking(true);
    m_view->viewport()->setAttribute(Qt::WA_Hover);
    // The colour of what it stands on, but its own: nothing under it is painted when a spinner turns.
    m_view->viewport()->setBackgroundRole(QPalette::Window);
    m_view->viewport()->setAutoFillBackground(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->viewport()->installEventFilter(this);
    m_view->installEventFilter(this);
    makeSelectedCurrent(m_view);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                const chat::Id id = idAt(index);
                // The model moves the current row when rows go; only a person's choice opens something, with
                // assistive technology also while the window is not the active one.
                if (id != 0 && id != m_current && m_view->window()->focusWidget() == m_view)
                    Q_EMIT chosen(id);
            });
    connect(m_view, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (const chat::Id id = idAt(index); id != 0 && id != m_current)
            Q_EMIT chosen(id);
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        showMenu(m_view->indexAt(position), m_view->viewport()->mapToGlobal(position));
    });
}

chat::Id ConversationPane::idAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.data(ConversationList::KindRole).value<ConversationList::RowKind>() !=
                                ConversationList::RowKind::Conversation)
        return 0;
    return index.data(ConversationList::IdRole).toLongLong();
}

void ConversationPane::setCurrent(chat::Id conversation)
{
    m_current = conversation;
    const int row = conversation == 0 ? -1 : m_list.rowOf(conversation);
    QItemSelectionModel *selection = m_view->selectionModel();
    if (row < 0)
        selection->clear();
    else if (selection->currentIndex().row() != row || !selection->hasSelection())
        selection->setCurrentIndex(m_view->model()->index(row, 0), QItemSelectionModel::ClearAndSelect);
}

void ConversationPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ConversationPane::search(const QString &text)
{
    m_list.setFilter(text);
    setCurrent(m_current);
    if (!text.isEmpty())
        m_found->setModels(m_list.models());
    m_found->setText(text);
    refreshSearch();
}

// Titles are few or many; what was found in messages has room below them in any case.
void ConversationPane::refreshSearch()
{
    constexpr int mostForTitles = 220;
    const bool isSearching = !m_search->text().trimmed().isEmpty();
    int height = 0;
    for (int row = 0; isSearching && row < m_list.rowCount() && height < mostForTitles; ++row)
        height += m_view->sizeHintForRow(row);
    m_view->setMaximumHeight(isSearching ? std::min(height, mostForTitles) : QWIDGETSIZE_MAX);
    m_view->setMinimumHeight(isSearching ? std::min(height, mostForTitles) : 0);
    m_view->setVisible(!isSearching || height > 0);
    m_found->setVisible(isSearching);
}

// In the search field.
bool ConversationPane::searchKey(int key)
{
    const bool isSearching = m_found->isVisible();
    if (key == Qt::Key_Escape && !m_search->text().isEmpty())
        m_search->clear();
    else if (key == Qt::Key_Down)
        focusList();
    else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && isSearching)
        m_found->chooseFirst();
    else
        return false;
    return true;
}

void ConversationPane::focusList()
{
    if (m_view->isVisible())
        m_view->setFocus(Qt::TabFocusReason);
    else
        m_found->focusHits();
}

void ConversationPane::showMenu(const QModelIndex &index, const QPoint &globalPosition)
{
    const chat::Id id = idAt(index);
    if (id == 0)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *rename = menu->addAction(icon(QStringLiteral("pencil")), tr("Rename"));
    rename->setShortcut(Qt::Key_F2);
    auto *trash = menu->addAction(icon(QStringLiteral("trash-2")), tr("Move to trash"));
    trash->setShortcut(Qt::Key_Delete);
    connect(rename, &QAction::triggered, this, [this, id] { Q_EMIT renameRequested(id); });
    connect(trash, &QAction::triggered, this, [this, id] { Q_EMIT trashRequested(id); });
    menu->popup(globalPosition);
}

void ConversationPane::findAnswering()
{
    m_answering.clear();
    for (int row = 0; row < m_list.rowCount(); ++row) {
        const QModelIndex index = m_list.index(row);
        if (index.data(ConversationList::ActivityRole).value<ConversationList::Activity>() ==
            ConversationList::Activity::Answering)
            m_answering.append(m_view->model()->index(row, 0));
    }
    startSpinner();
}

void ConversationPane::startSpinner()
{
    if (m_answering.isEmpty() || style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0)
        m_spinner.stop();
    else if (!m_spinner.isActive())
        m_spinner.start();
}

// Runs as long as an answer does and somebody sees it: paints the spinners and nothing else.
void ConversationPane::turnSpinner()
{
    if (!isVisible() || window()->isMinimized()) {
        m_spinner.stop(); // until this is painted
        return;
    }
    m_angle = (m_angle + spinnerStep) % 360;
    m_delegate->setSpinnerAngle(m_angle);
    for (const QPersistentModelIndex &index : std::as_const(m_answering))
        m_view->viewport()->update(ConversationDelegate::menuButton(m_view->visualRect(index)));
}

void ConversationPane::paintEvent(QPaintEvent *event)
{
    SurfaceWidget::paintEvent(event);
    startSpinner();
}

bool ConversationPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const chat::Id id = idAt(m_view->currentIndex());
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            // From the last title to the first message.
            if (m_found->isVisible() && m_view->currentIndex().row() == m_list.rowCount() - 1)
                return m_found->focusHits();
            break;
        case Qt::Key_F2:
            if (id != 0)
                Q_EMIT renameRequested(id);
            return true;
        case Qt::Key_Delete:
            if (id != 0)
                Q_EMIT trashRequested(id);
            return true;
        default:
            break;
        }
    } else if (watched == m_search && event->type() == QEvent::KeyPress) {
        if (searchKey(static_cast<QKeyEvent *>(event)->key()))
            return true;
    } else if (watched == m_search && event->type() == QEvent::ShortcutOverride) {
        // Esc ends the search before it ends an answer.
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
            event->accept();
            return true;
        }
    } else if (watched == m_view->viewport() && event->type() == QEvent::MouseButtonRelease) {
        auto *mouse = static_cast<QMouseEvent *>(event);
        const QModelIndex index = m_view->indexAt(mouse->position().toPoint());
        if (mouse->button() == Qt::LeftButton && idAt(index) != 0 &&
            ConversationDelegate::menuButton(m_view->visualRect(index)).contains(mouse->position().toPoint()))
            showMenu(index, mouse->globalPosition().toPoint());
    }
    return SurfaceWidget::eventFilter(watched, event);
}

void ConversationPane::retranslate()
{
    m_search->setPlaceholderText(tr("Search conversations"));
    m_search->setAccessibleName(tr("Search conversations"));
    m_newChat->setText(tr("New chat"));
    m_newChat->setAccessibleName(tr("New chat"));
    m_view->setAccessibleName(tr("Conversations"));
    m_view->viewport()->update();
}

void ConversationPane::changeEvent(QEvent *event)
{
    SurfaceWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ui
