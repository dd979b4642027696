#include "chat/ConversationPane.h"

#include "chat/ConversationActions.h"
#include "chat/ConversationView.h"
#include "chat/NewChatButton.h"
#include "chat/SearchView.h"
#include "chat/UndoBar.h"
#include "common/SearchField.h"

#include <QKeyEvent>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using chat::ConversationList;

ConversationPane::ConversationPane(chat::ConversationList &list, chat::ConversationStore &store,
                                   QWidget *parent)
    : SurfaceWidget(Surface::Window, parent)
    , m_list(list)
    , m_search(new SearchField(this))
    , m_newChat(new NewChatButton(this))
    , m_actions(new ConversationActions(list, store, this))
    , m_view(new ConversationView(list, *m_actions, this))
    , m_found(new SearchView(store, this))
    , m_undo(new UndoBar(this))
    , m_archive(makeButton(ButtonKind::Toggle, QStringLiteral("archive"), this))
{
    layOut();
    retranslate();
    refreshSearch();

    connect(m_newChat, &QAbstractButton::clicked, this, &ConversationPane::newChatRequested);
    connect(m_search, &QLineEdit::textChanged, this, &ConversationPane::search);
    connect(m_view, &ConversationView::chosen, this, &ConversationPane::chosen);
    connect(m_view, &ConversationView::renameRequested, this, &ConversationPane::renameRequested);
    connect(m_view, &ConversationView::leftDownwards, this, [this] {
        if (m_found->isVisible()) // from the last title to the first message
            m_found->focusHits();
    });
    connect(m_found, &SearchView::chosen, this, &ConversationPane::hitChosen);
    connect(m_found, &SearchView::leftUpwards, this, &ConversationPane::focusSearch);
    connect(&m_list, &QAbstractItemModel::rowsInserted, this, &ConversationPane::refreshSearch);
    connect(&m_list, &QAbstractItemModel::rowsRemoved, this, &ConversationPane::refreshSearch);
    connect(&m_list, &ConversationList::refreshed, this, &ConversationPane::refreshArchive);
    connect(m_archive, &QAbstractButton::clicked, this, [this](bool on) {
        if (on)
            return showArchive();
        m_list.setPlace(ConversationList::Place::List);
        refreshArchive();
    });
    connect(m_actions, &ConversationActions::done, m_undo, &UndoBar::show);
    connect(m_actions, &ConversationActions::undone, this, [this] {
        const bool hadFocus = m_undo->isAncestorOf(window()->focusWidget());
        m_undo->hide();
        if (hadFocus)
            m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_undo, &UndoBar::undoRequested, m_actions, &ConversationActions::undo);
}

void ConversationPane::layOut()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(4);
    for (QWidget *part : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_newChat)})
        layout->addWidget(part);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_found, 1);
    layout->addWidget(m_undo);
    layout->addWidget(m_archive, 0, Qt::AlignLeft);

    m_search->setObjectName(QStringLiteral("conversationSearch"));
    m_search->setMinimumHeight(32);
    m_search->setMaxLength(1000);
    m_search->installEventFilter(this);
    m_newChat->setObjectName(QStringLiteral("newChat"));
    m_newChat->setFocusPolicy(Qt::StrongFocus);
    m_archive->setObjectName(QStringLiteral("archive"));
}

void ConversationPane::setCurrent(chat::Id conversation)
{
    m_current = conversation;
    m_view->setShown(conversation);
}

QList<chat::Id> ConversationPane::meant() const
{
    const QList<chat::Id> selected = m_view->selected();
    if (m_view->hasFocus() && !selected.isEmpty())
        return selected;
    return {m_current};
}

void ConversationPane::addKeys(QWidget *page)
{
    const auto add = [this, page](QKeyCombination keys, auto action) {
        auto *shortcut = new QShortcut(keys, page);
        connect(shortcut, &QShortcut::activated, this, [this, action] { (m_actions->*action)(meant()); });
    };
    add(Qt::CTRL | Qt::SHIFT | Qt::Key_P, &ConversationActions::switchPinned);
    add(Qt::CTRL | Qt::SHIFT | Qt::Key_A, &ConversationActions::switchArchived);
    add(Qt::CTRL | Qt::SHIFT | Qt::Key_M, &ConversationActions::askWhere);
    add(Qt::CTRL | Qt::Key_P, &ConversationActions::askForPrinter);
}

void ConversationPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ConversationPane::showArchive()
{
    m_search->clear();
    if (m_list.archivedCount() > 0)
        m_list.setPlace(ConversationList::Place::Archive);
    refreshArchive();
    m_view->setFocus(Qt::OtherFocusReason);
}

void ConversationPane::search(const QString &text)
{
    m_list.setFilter(text);
    m_view->setShown(m_current);
    if (!text.isEmpty()) {
        m_found->setModels(m_list.models());
        m_found->setFolders(m_list.folders());
    }
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
    refreshArchive();
}

// A search finds what is there as well.
void ConversationPane::refreshArchive()
{
    const bool isSearching = !m_search->text().trimmed().isEmpty();
    const int count = m_list.archivedCount();
    const bool isArchive = m_list.place() == ConversationList::Place::Archive;
    m_archive->setVisible(count > 0 && !isSearching);
    m_archive->setChecked(isArchive);
    const QString text = tr("Archive (%L1)").arg(count);
    m_archive->setText(text);
    m_archive->setAccessibleName(text);
    m_archive->setToolTip(isArchive ? tr("Back to the list") : tr("Show the archived conversations"));
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

bool ConversationPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        if (searchKey(static_cast<QKeyEvent *>(event)->key()))
            return true;
    } else if (watched == m_search && event->type() == QEvent::ShortcutOverride) {
        // Esc ends the search before it ends an answer.
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
            event->accept();
            return true;
        }
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
    refreshArchive();
}

void ConversationPane::changeEvent(QEvent *event)
{
    SurfaceWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ui
