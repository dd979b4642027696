#include "library/InstalledView.h"

#include "common/Appearance.h"
#include "common/Format.h"
#include "common/Icons.h"
#include "common/InkParts.h"
#include "common/Theme.h"
#include "library/Badges.h"
#include "library/InstalledProxy.h"
#include "library/InstalledTable.h"
#include "library/Words.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <array>

namespace ui {

using library::InstalledTable;

namespace {

constexpr int tableRowHeight = 36;
constexpr int headHeight = 28;
constexpr int padding = 12;
constexpr int inset = 24;
constexpr int iconSize = 16;
constexpr int abilityStep = 24;
constexpr int leastNameWidth = 168;
constexpr int badgeGap = 8;

// First and last column keep the page's inset.
QRect inner(const QRect &cell, int column)
{
    return cell.adjusted(column == InstalledTable::Name ? inset : padding, 0,
                         column == InstalledTable::Memory ? -inset : -padding, 0);
}

} // namespace

InstalledDelegate::InstalledDelegate(QTableView *view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
}

void InstalledDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Theme &theme = Theme::of(m_view);
    const QRect cell = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(cell, theme.selected);
    painter->fillRect(cell.adjusted(0, cell.height() - 1, 0, 0), theme.line);

    QRect text = inner(cell, index.column());
    if (index.column() == InstalledTable::Abilities) {
        paintAbilities(*painter, text, index);
    } else {
        const bool isLoaded = index.column() == InstalledTable::Memory && !index.data().toString().isEmpty();
        if (isLoaded) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.ok);
            painter->drawEllipse(QRectF(text.left(), cell.center().y() - 3.5, 8, 8));
            text.setLeft(text.left() + 16);
        }
        const bool isName = index.column() == InstalledTable::Name;
        if (isName)
            text = withoutBadge(*painter, text, index);
        painter->setFont(ui::font(isName ? Type::BodyMedium : Type::Body));
        painter->setPen(index.column() == InstalledTable::Modified ? theme.text2 : theme.text);
        const QString shown =
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, text.width());
        painter->drawText(text, index.data(Qt::TextAlignmentRole).toInt(), shown);
    }
    // One ring around the whole row, drawn in the pieces of its cells.
    if (index.row() == m_view->currentIndex().row() && m_view->hasFocus() &&
        m_view->window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        const QRect row(m_view->columnViewportPosition(InstalledTable::Name), cell.top(),
                        m_view->horizontalHeader()->length(), cell.height());
        painter->setClipRect(cell);
        ink::drawFocusRing(*painter, row.adjusted(0, 0, 0, -1), 0, theme);
    }
    painter->restore();
}

// The badge behind the name, which gives way to it; what is left for the name.
QRect InstalledDelegate::withoutBadge(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    const QString word = index.data(InstalledProxy::BadgeRole).toString();
    if (word.isEmpty())
        return cell;
    const Badge badge{.icon = {}, .word = word, .tone = Badge::Tone::Recommended};
    painter.setFont(ui::font(Type::Small));
    const int wide = badgeWidth(badge, painter.fontMetrics());
    const int name = QFontMetrics(ui::font(Type::BodyMedium)).horizontalAdvance(index.data().toString());
    const int left = cell.left() + std::min(name + badgeGap, std::max(cell.width() - wide, 0));
    paintBadge(painter, Theme::of(m_view),
               QRect(left, cell.center().y() - badgeHeight / 2 + 1, wide, badgeHeight), badge);
    return cell.adjusted(0, 0, -wide - badgeGap, 0);
}

void InstalledDelegate::paintAbilities(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    const auto abilities = backend::Capabilities::fromInt(index.data(InstalledTable::SortRole).toInt());
    const Theme &theme = Theme::of(m_view);
    int x = cell.left();
    const QList<AbilityWord> words = abilityWords(abilities);
    for (const AbilityWord &ability : words) {
        drawIcon(painter, QRectF(x, cell.center().y() - iconSize / 2 + 1, iconSize, iconSize), ability.icon,
                 theme.text2);
        x += abilityStep;
    }
}

InstalledHeader::InstalledHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSortIndicatorShown(true);
    setHighlightSections(false);
    setMinimumSectionSize(32);
}

QSize InstalledHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), headHeight};
}

void InstalledHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &theme = Theme::of(this);
    const bool isSorted = sortIndicatorSection() == section;
    painter->save();
    painter->fillRect(rect, theme.base);
    painter->fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), theme.line);
    painter->setFont(ui::font(isSorted ? Type::SmallMedium : Type::Small));
    painter->setPen(isSorted ? theme.text : theme.text3);
    QRect text = inner(rect, section);
    const QString words = model()->headerData(section, Qt::Horizontal).toString();
    const Qt::Alignment alignment(
        model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    if (isSorted) {
        const int width = painter->fontMetrics().horizontalAdvance(words);
        const int x = alignment & Qt::AlignRight ? text.right() - width - 16 : text.left() + width + 4;
        const QString chevron = sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral("chevron-up")
                                                                           : QStringLiteral("chevron-down");
        drawIcon(*painter, QRectF(x, rect.center().y() - 6, 12, 12), chevron, theme.text);
    }
    painter->drawText(text, static_cast<int>(alignment), words);
    painter->restore();
}

InstalledView::InstalledView(QWidget *parent)
    : QTableView(parent)
{
    setHorizontalHeader(new InstalledHeader(this));
    setItemDelegate(new InstalledDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setSortingEnabled(true);
    setWordWrap(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(tableRowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

void InstalledView::layoutColumns()
{
    // The least needed first.
    constexpr std::array giveWay{InstalledTable::Quantization, InstalledTable::Context,
                                 InstalledTable::Modified,     InstalledTable::Parameters,
                                 InstalledTable::Abilities,    InstalledTable::Memory};
    int needed = leastNameWidth;
    for (int column = InstalledTable::Size; column < InstalledTable::ColumnCount; ++column)
        needed += widthFor(column);
    for (const int column : giveWay) {
        const bool isHidden = needed > viewport()->width();
        setColumnHidden(column, isHidden);
        if (isHidden)
            needed -= widthFor(column);
    }
    int rest = viewport()->width();
    for (int column = InstalledTable::Size; column < InstalledTable::ColumnCount; ++column) {
        if (isColumnHidden(column))
            continue;
        setColumnWidth(column, widthFor(column));
        rest -= widthFor(column);
    }
    setColumnWidth(InstalledTable::Name, std::max(rest, leastNameWidth));
}

int InstalledView::widthFor(int column) const
{
    const QFontMetrics metrics(ui::font(Type::Body));
    // Two pixels for what hinting adds, or the widest text is cut.
    const auto wide = [&](const QString &widest) { return metrics.horizontalAdvance(widest) + 2; };
    int content = 0;
    switch (column) {
    case InstalledTable::Size:
        content = wide(bytes(888'800'000'000));
        break;
    case InstalledTable::Parameters:
        content = wide(QStringLiteral("888.88M"));
        break;
    case InstalledTable::Quantization:
        content = wide(QStringLiteral("Q4_K_M"));
        break;
    case InstalledTable::Context:
        content = wide(number(1'888'888));
        break;
    case InstalledTable::Abilities:
        content = 3 * abilityStep;
        break;
    case InstalledTable::Modified:
        content = wide(dayOf(QDateTime(QDate(2020, 11, 28), QTime())));
        break;
    case InstalledTable::Memory:
        content = wide(bytes(88'800'000'000)) + 16 + inset - padding;
        break;
    default:
        break;
    }
    const QString head = model() ? model()->headerData(column, Qt::Horizontal).toString() : QString();
    const int chevron = 20;
    return std::max(content, QFontMetrics(ui::font(Type::SmallMedium)).horizontalAdvance(head) + chevron) +
           2 * padding;
}

void InstalledView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && currentIndex().isValid()) {
        Q_EMIT removeRequested();
        return;
    }
    if (event->key() == Qt::Key_F2 && currentIndex().isValid()) {
        Q_EMIT renameRequested();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT activated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void InstalledView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layoutColumns();
}

void InstalledView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        layoutColumns();
}

} // namespace ui
