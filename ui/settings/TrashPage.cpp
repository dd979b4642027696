#include "settings/TrashPage.h"

#include "common/ErrorText.h"
#include "common/Format.h"
#include "common/InkParts.h"
#include "common/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr int rowHeight = 36;
constexpr int padding = 12;

class TrashDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QString displayText(const QVariant &value, const QLocale &locale) const override
    {
        if (value.userType() == QMetaType::QDateTime)
            return dayOf(value.toDateTime().toLocalTime());
        const QString title = QStyledItemDelegate::displayText(value, locale);
        return title.isEmpty() ? TrashPage::tr("Untitled") : title;
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const QFontMetrics metrics(ui::font(Type::Body));
        const QString text = displayText(index.data(), QLocale());
        return {metrics.horizontalAdvance(text) + 2 * padding,
                std::max(rowHeight, metrics.height() + padding)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.widget);
        const bool isDate = index.column() == chat::TrashTable::DeletedColumn;
        painter->save();
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
            painter->fillRect(option.rect,
                              option.state & QStyle::State_Selected ? theme.selected : theme.hover);
        painter->setFont(ui::font(Type::Body));
        painter->setPen(isDate ? theme.text3 : theme.text);
        const QRect space = option.rect.adjusted(padding, 0, -padding, 0);
        const QString text = painter->fontMetrics().elidedText(displayText(index.data(), option.locale),
                                                               Qt::ElideRight, space.width());
        painter->drawText(
            space, Qt::AlignVCenter | Qt::TextSingleLine | (isDate ? Qt::AlignRight : Qt::AlignLeft), text);
        if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
            paintFocus(painter, option, theme);
        painter->restore();
    }

private:
    // One ring around the row: every cell draws its part of it.
    static void paintFocus(QPainter *painter, const QStyleOptionViewItem &option, const Theme &theme)
    {
        painter->setClipRect(option.rect);
        const QRect view = option.widget->rect();
        ink::drawFocusRing(
            *painter, QRect(view.left(), option.rect.top(), view.width(), option.rect.height()), 0, theme);
    }
};

} // namespace

TrashPage::TrashPage(chat::ConversationStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_table(store)
    , m_banner(new Banner(this))
    , m_empty(new EmptyState(QStringLiteral("trash-2"), this))
    , m_view(new QTreeView(this))
    , m_note(new Label(Type::Small, TextRole::Text3, this))
    , m_actions(makeActions())
    , m_question(makeQuestion())
{
    setObjectName(QStringLiteral("trashPage"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget *part : {static_cast<QWidget *>(m_banner), static_cast<QWidget *>(m_note)})
        layout->addWidget(part);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_actions);
    layout->addWidget(m_question);
    m_note->setWordWrap(true);
    m_question->hide();
    setUpView();

    connect(&m_table, &chat::TrashTable::refreshed, this, [this] {
        m_error.reset();
        refresh();
    });
    connect(&m_table, &chat::TrashTable::refreshFailed, this, [this](const base::Error &error) {
        m_error = error;
        refresh();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        dismissQuestion();
        refresh();
    });
    retranslate();
}

void TrashPage::setUpView()
{
    m_view->setObjectName(QStringLiteral("trashList"));
    m_view->setModel(&m_table);
    m_view->setItemDelegate(new TrashDelegate(m_view));
    m_view->setHeaderHidden(true);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setTabKeyNavigation(false);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(chat::TrashTable::TitleColumn, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(chat::TrashTable::DeletedColumn, QHeaderView::ResizeToContents);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->viewport()->setAttribute(Qt::WA_Hover);
    m_view->installEventFilter(this);
}

QWidget *TrashPage::makeActions()
{
    auto *bar = new QWidget(this);
    m_restore = makeButton(ButtonKind::Plain, {}, bar);
    m_restore->setObjectName(QStringLiteral("restoreConversation"));
    m_delete = makeButton(ButtonKind::Danger, {}, bar);
    m_delete->setObjectName(QStringLiteral("deleteForGood"));
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_restore);
    layout->addWidget(m_delete);
    layout->addStretch();
    connect(m_restore, &QAbstractButton::clicked, this, &TrashPage::restore);
    connect(m_delete, &QAbstractButton::clicked, this, &TrashPage::ask);
    return bar;
}

QWidget *TrashPage::makeQuestion()
{
    auto *bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("deleteQuestion"));
    m_questionText = new Label(Type::BodyMedium, TextRole::Text, bar);
    m_questionText->setObjectName(QStringLiteral("deleteQuestionText"));
    m_questionText->setWordWrap(true);
    m_cancel = makeButton(ButtonKind::Plain, {}, bar);
    m_cancel->setObjectName(QStringLiteral("cancelDelete"));
    m_confirm = makeButton(ButtonKind::Danger, {}, bar);
    m_confirm->setObjectName(QStringLiteral("confirmDelete"));
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_questionText, 1);
    layout->addWidget(m_cancel);
    layout->addWidget(m_confirm);
    for (QAbstractButton *button : {m_confirm, m_cancel})
        button->installEventFilter(this);
    connect(m_confirm, &QAbstractButton::clicked, this, &TrashPage::deleteForGood);
    connect(m_cancel, &QAbstractButton::clicked, this, &TrashPage::dismissQuestion);
    return bar;
}

void TrashPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool TrashPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (watched == m_view && key == Qt::Key_Delete && m_delete->isEnabled()) {
            ask();
            return true;
        }
        if (watched != m_view && key == Qt::Key_Escape) {
            dismissQuestion();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TrashPage::retranslate()
{
    m_view->setAccessibleName(tr("Deleted conversations"));
    m_note->setText(tr("Deleted conversations are kept for 30 days and then deleted for good."));
    m_empty->setTexts(tr("The trash is empty"), tr("Conversations you delete are kept here for 30 days."));
    m_restore->setText(tr("Restore"));
    m_delete->setText(tr("Delete for good"));
    m_confirm->setText(tr("Delete for good"));
    m_cancel->setText(tr("Cancel"));
    m_view->viewport()->update();
    refresh();
}

void TrashPage::refresh()
{
    const bool isEmpty = m_table.rowCount() == 0;
    m_empty->setVisible(isEmpty && !m_error);
    m_view->setVisible(!isEmpty);
    m_note->setVisible(!isEmpty);
    m_actions->setVisible(!isEmpty && m_asked.isEmpty());
    showQuestion();
    const bool hasSelection = m_view->selectionModel()->hasSelection();
    m_restore->setEnabled(hasSelection);
    m_delete->setEnabled(hasSelection);
    if (!m_error) {
        m_banner->clear();
        return;
    }
    const ErrorText words = errorText(*m_error, Doing::KeepingHistory, m_store.folder(), {});
    m_banner->show(Banner::Tone::Failure, words.what, {}, words.details);
}

void TrashPage::showQuestion()
{
    m_question->setVisible(!m_asked.isEmpty());
    if (m_asked.isEmpty())
        return;
    QStringList sentences{tr("Delete %n conversation(s) for good? Nothing can bring them back.", nullptr,
                             static_cast<int>(m_asked.size()))};
    const auto isBackup = [](const chat::ConversationStore::Copy &copy) {
        return copy.kind != chat::ConversationStore::Copy::Kind::SetAside;
    };
    if (std::ranges::any_of(m_store.copies(), isBackup))
        sentences.append(
            tr("They also go from the backups kept in %1; a backup that cannot be changed any more is "
               "removed whole.")
                .arg(m_store.folder()));
    if (!m_store.setAsideFiles().isEmpty())
        sentences.append(
            tr("They also go from the damaged files kept in %1; a file that cannot be changed any "
               "more is removed whole.")
                .arg(m_store.folder()));
    m_questionText->setText(sentences.join(u'\n'));
}

QList<chat::Id> TrashPage::selected() const
{
    QList<chat::Id> ids;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        ids.append(m_table.conversation(index.row()).id);
    return ids;
}

void TrashPage::restore()
{
    m_view->setFocus();
    m_store.restore(selected());
}

void TrashPage::ask()
{
    m_asked = selected();
    refresh();
    m_cancel->setFocus(Qt::OtherFocusReason);
}

void TrashPage::deleteForGood()
{
    const QList<chat::Id> asked = m_asked;
    dismissQuestion();
    for (const chat::Id id : asked)
        m_store.deleteForGood(id);
}

void TrashPage::dismissQuestion()
{
    if (m_asked.isEmpty())
        return;
    m_view->setFocus();
    m_asked.clear();
    refresh();
}

} // namespace ui
