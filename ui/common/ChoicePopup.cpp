#include "common/ChoicePopup.h"

#include "common/Appearance.h"
#include "common/Icons.h"
#include "common/SearchField.h"
#include "common/Theme.h"
#include "common/Widgets.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr int rowHeight = 32;
constexpr int fewestRows = 5;
constexpr int shownRows = 12;
constexpr int popupWidth = 480;
constexpr int indentWidth = 16;

enum Roles { IconRole = Qt::UserRole, NoteRole, IndentRole };

class ChoiceDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, rowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        QRect row = option.rect.adjusted(10, 0, -10, 0);
        if (index.flags() == Qt::NoItemFlags) {
            painter->setFont(ui::font(Type::Small));
            painter->setPen(theme.text3);
            drawLine(*painter, row.adjusted(0, 6, 0, 0), index.data().toString());
            painter->restore();
            return;
        }
        const bool isCurrent = option.state & QStyle::State_Selected;
        if (isCurrent || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(isCurrent ? theme.selected : theme.hover);
            painter->drawRoundedRect(option.rect, 4, 4);
        }
        row.setLeft(row.left() + indentWidth * index.data(IndentRole).toInt());
        drawIcon(*painter, QRectF(row.left(), row.center().y() - 7.5, 16, 16),
                 index.data(IconRole).toString(), theme.text2);
        row.setLeft(row.left() + 24);
        painter->setFont(ui::font(Type::Small));
        painter->setPen(theme.text3);
        const QString note = painter->fontMetrics().elidedText(index.data(NoteRole).toString(),
                                                               Qt::ElideRight, row.width() / 3);
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, note);
        if (!note.isEmpty())
            row.setRight(row.right() - painter->fontMetrics().horizontalAdvance(note) - 12);
        painter->setFont(ui::font(Type::Body));
        painter->setPen(theme.text);
        drawLine(*painter, row, index.data().toString());
        painter->restore();
    }

private:
    static void drawLine(QPainter &painter, const QRect &rect, const QString &text)
    {
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    }
};

bool isTitle(const Choice &choice)
{
    return !choice.choose;
}

} // namespace

bool hasWords(const QString &text, const QStringList &words)
{
    return std::ranges::all_of(words,
                               [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool hasBeginnings(const QString &text, const QStringList &words)
{
    return std::ranges::all_of(words, [&](const QString &word) {
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
            // Between Chinese characters every place is a beginning.
            const QChar before = at == 0 ? QChar(u' ') : text.at(at - 1);
            if (!before.isLetterOrNumber() || before.unicode() >= 0x2e80)
                return true;
        }
        return false;
    });
}

ChoicePopup::ChoicePopup(const Texts &texts, Offer offer, QWidget *parent)
    : Popup(parent)
    , m_texts(texts)
    , m_offer(std::move(offer))
    , m_field(new SearchField(this))
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("choicePopup"));
    setAccessibleName(texts.name);
    m_field->setObjectName(QStringLiteral("choiceField"));
    m_field->setAccessibleName(texts.name);
    m_field->setPlaceholderText(texts.placeholder);
    m_field->setMinimumHeight(32);
    m_field->setMaxLength(300);
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("choiceList"));
    m_list->setAccessibleName(texts.name);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the keys stay with the field
    m_list->setMouseTracking(true);
    m_list->setItemDelegate(new ChoiceDelegate(m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    connect(m_field, &QLineEdit::textChanged, this, &ChoicePopup::offer);
    connect(m_list, &QListWidget::itemClicked, this, &ChoicePopup::accept);
    this->offer();
}

void ChoicePopup::open()
{
    fitList();
    openIn(parentWidget()->window(), m_field);
}

void ChoicePopup::open(QWidget *anchor)
{
    fitList();
    openAt(anchor, Qt::RightEdge, m_field);
}

// As high as what is offered first, and so while one types.
void ChoicePopup::fitList()
{
    m_list->setFixedSize(popupWidth, std::clamp(m_list->count(), fewestRows, shownRows) * rowHeight);
}

void ChoicePopup::offer()
{
    m_choices = m_offer(m_field->text().trimmed());
    if (m_choices.isEmpty())
        m_choices.append({.icon = {}, .text = m_texts.nothing});
    m_list->clear();
    for (const Choice &choice : std::as_const(m_choices))
        addRow(choice);
    auto first = std::ranges::find_if(std::as_const(m_choices), &Choice::isCurrent);
    if (first == m_choices.cend())
        first = std::ranges::find_if_not(std::as_const(m_choices), isTitle);
    m_list->scrollToTop();
    m_list->setCurrentRow(first == m_choices.cend() ? -1 : static_cast<int>(first - m_choices.cbegin()));
    // Where there is none, what is said instead.
    if (isVisible())
        tellRow(m_list, std::max(0, m_list->currentRow()));
}

void ChoicePopup::addRow(const Choice &choice)
{
    auto *item = new QListWidgetItem(choice.text, m_list);
    if (isTitle(choice)) {
        item->setFlags(Qt::NoItemFlags);
        return;
    }
    item->setData(IconRole, choice.icon);
    item->setData(NoteRole, choice.note);
    item->setData(IndentRole, choice.indent);
    item->setData(Qt::AccessibleTextRole,
                  choice.note.isEmpty() ? choice.text : tr("%1, %2").arg(choice.text, choice.note));
}

void ChoicePopup::accept(const QListWidgetItem *item)
{
    if (item == nullptr || isTitle(m_choices.at(m_list->row(item))))
        return;
    const auto choose = m_choices.at(m_list->row(item)).choose;
    close(); // first: it may open something else
    choose();
}

bool ChoicePopup::moveCurrent(int key)
{
    constexpr int page = shownRows - 2;
    const int last = m_list->count() - 1;
    int wanted = m_list->currentRow();
    int step = 1;
    switch (key) {
    case Qt::Key_Down:
        ++wanted;
        break;
    case Qt::Key_Up:
        --wanted;
        step = -1;
        break;
    case Qt::Key_PageDown:
        wanted = std::min(wanted + page, last);
        step = -1;
        break;
    case Qt::Key_PageUp:
        wanted = std::max(wanted - page, 0);
        break;
    default:
        return false;
    }
    while (wanted >= 0 && wanted <= last && isTitle(m_choices.at(wanted)))
        wanted += step;
    if (wanted >= 0 && wanted <= last) {
        m_list->setCurrentRow(wanted);
        tellRow(m_list, wanted);
    }
    return true;
}

bool ChoicePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            accept(m_list->currentItem());
            return true;
        }
        if (moveCurrent(key))
            return true;
    }
    return Popup::eventFilter(watched, event);
}

} // namespace ui
