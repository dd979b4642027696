#include "library/PlainTable.h"

#include "common/Appearance.h"
#include "common/Icons.h"
#include "common/InkParts.h"
#include "common/Theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr int headHeight = 28;
constexpr int padding = 12;
constexpr int inset = 24;
constexpr int chevronSize = 12;
constexpr int leastRest = 168;

} // namespace

PlainDelegate::PlainDelegate(PlainTable *table)
    : QStyledItemDelegate(table)
    , m_table(table)
{
}

void PlainDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Theme &theme = Theme::of(m_table);
    const QRect cell = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(cell, theme.selected);
    painter->fillRect(cell.adjusted(0, cell.height() - 1, 0, 0), theme.line);
    paintInner(*painter, m_table->inner(cell, index.column()), index);
    // One ring around the whole row, drawn in the pieces of its cells.
    if (index.row() == m_table->currentIndex().row() && m_table->hasFocus() &&
        m_table->window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        const QHeaderView *head = m_table->horizontalHeader();
        painter->setClipRect(cell);
        ink::drawFocusRing(*painter, QRect(-head->offset(), cell.top(), head->length(), cell.height() - 1), 0,
                           theme);
    }
    painter->restore();
}

void PlainDelegate::paintInner(QPainter &painter, const QRect &inner, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(m_table);
    const PlainColumn column = m_table->columns().value(index.column());
    const bool isFirst = index.column() == 0;
    painter.setFont(ui::font(isFirst ? Type::BodyMedium : Type::Body));
    painter.setPen(column.isQuiet ? theme.text2 : theme.text);
    painter.drawText(inner, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(index.data().toString(),
                                                      isFirst ? Qt::ElideMiddle : column.cut, inner.width()));
}

PlainHeader::PlainHeader(PlainTable *table)
    : QHeaderView(Qt::Horizontal, table)
    , m_table(table)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(32);
}

QSize PlainHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), headHeight};
}

void PlainHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &theme = Theme::of(this);
    const bool isSorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    painter->save();
    painter->fillRect(rect, theme.base);
    painter->fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), theme.line);
    painter->setFont(ui::font(isSorted ? Type::SmallMedium : Type::Small));
    painter->setPen(isSorted ? theme.text : theme.text3);
    const QRect text = m_table->inner(rect, section);
    const QString words = model()->headerData(section, Qt::Horizontal).toString();
    const Qt::Alignment alignment(
        model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    if (isSorted) {
        const int width = painter->fontMetrics().horizontalAdvance(words);
        const int x = alignment & Qt::AlignRight ? text.right() - width - 16 : text.left() + width + 4;
        const QString chevron = sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral("chevron-up")
                                                                           : QStringLiteral("chevron-down");
        drawIcon(*painter, QRectF(x, rect.center().y() - chevronSize / 2, chevronSize, chevronSize), chevron,
                 theme.text);
    }
    painter->drawText(text, static_cast<int>(alignment), words);
    painter->restore();
}

PlainTable::PlainTable(QWidget *parent)
    : QTableView(parent)
{
    setHorizontalHeader(new PlainHeader(this));
    setItemDelegate(new PlainDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(ink::tableRowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

void PlainTable::setColumns(const QList<PlainColumn> &columns)
{
    m_columns = columns;
    layoutColumns();
}

void PlainTable::setColumnWanted(int column, bool isWanted)
{
    m_unwanted.removeAll(column);
    if (!isWanted)
        m_unwanted.append(column);
    layoutColumns();
}

void PlainTable::layoutColumns()
{
    const int count = static_cast<int>(m_columns.size());
    QList<int> shown;
    int needed = leastRest;
    for (int column = 0; column < count; ++column) {
        if (m_unwanted.contains(column))
            continue;
        shown.append(column);
        needed += m_columns[column].widest ? widthFor(column) : 0;
    }
    while (needed > viewport()->width()) {
        const auto first =
            std::ranges::max_element(shown, {}, [this](int column) { return m_columns[column].givesWay; });
        if (first == shown.end() || m_columns[*first].givesWay == 0)
            break;
        needed -= widthFor(*first);
        shown.erase(first);
    }
    const int rest = std::max(viewport()->width() - (needed - leastRest), leastRest);
    for (int column = 0; column < count; ++column) {
        setColumnHidden(column, !shown.contains(column));
        if (shown.contains(column))
            setColumnWidth(column, m_columns[column].widest ? widthFor(column) : rest);
    }
}

void PlainTable::addSorting(QMenu &menu)
{
    for (int column = 0; column < model()->columnCount(); ++column) {
        QAction *action = menu.addAction(model()->headerData(column, Qt::Horizontal).toString());
        const bool isSorted = horizontalHeader()->sortIndicatorSection() == column;
        const bool isTurned = isSorted && horizontalHeader()->sortIndicatorOrder() == Qt::AscendingOrder;
        action->setCheckable(true);
        action->setChecked(isSorted);
        connect(action, &QAction::triggered, this, [this, column, isTurned] {
            sortByColumn(column, isTurned ? Qt::DescendingOrder : Qt::AscendingOrder);
        });
    }
}

void PlainTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (!isSortingEnabled())
        return QTableView::contextMenuEvent(event);
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("tableOrder"));
    menu->setAccessibleName(accessibleName());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addSorting(*menu->addMenu(tr("Sort by")));
    menu->popup(event->globalPos());
}

int PlainTable::heightFor(int rows) const
{
    return headHeight + rows * ink::tableRowHeight;
}

QRect PlainTable::inner(const QRect &cell, int column) const
{
    return cell.adjusted(column == 0 ? inset : padding, 0, column == lastColumn() ? -inset : -padding, 0);
}

int PlainTable::lastColumn() const
{
    int column = static_cast<int>(m_columns.size()) - 1;
    while (column > 0 && isColumnHidden(column))
        --column;
    return column;
}

int PlainTable::widthFor(int column) const
{
    const QString head = model() ? model()->headerData(column, Qt::Horizontal).toString() : QString();
    const QFontMetrics metrics(ui::font(column == 0 ? Type::BodyMedium : Type::Body));
    // Two pixels for what hinting adds, or the widest text is cut.
    const int content = metrics.horizontalAdvance(m_columns[column].widest()) + 2 + m_columns[column].extra;
    const int title = QFontMetrics(ui::font(Type::SmallMedium)).horizontalAdvance(head) + chevronSize + 8;
    const bool isAtEdge = column == 0 || column + 1 == m_columns.size();
    return std::max(content, title) + 2 * padding + (isAtEdge ? inset - padding : 0);
}

void PlainTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete) {
        Q_EMIT removeRequested();
        return;
    }
    QTableView::keyPressEvent(event);
}

void PlainTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layoutColumns();
}

void PlainTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        layoutColumns();
}

} // namespace ui
