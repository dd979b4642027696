#include "settings/LogTable.h"

#include "common/Appearance.h"
#include "common/Theme.h"
#include "common/Widgets.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTreeWidget>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr int rowHeight = 36;
constexpr int mostRows = 8; // seen at once
constexpr int timelineWidth = 120;

class LogRows : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), rowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const Theme &theme = Theme::of(option.widget);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          theme.line);
        const QVariantList counts = index.data(timelineRole).toList();
        if (!counts.isEmpty())
            paintTimeline(*painter, option.rect.adjusted(8, 9, -12, -9), counts, theme);
    }

private:
    // What came once is seen beside what came a thousand times: heights grow with the logarithm.
    static void paintTimeline(QPainter &painter, const QRect &place, const QVariantList &counts,
                              const Theme &theme)
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), theme.lineStrong);
        double highest = 1;
        for (const QVariant &count : counts)
            highest = std::max(highest, std::log2(1.0 + count.toDouble()));
        const double step = static_cast<double>(place.width()) / static_cast<double>(counts.size());
        for (qsizetype slot = 0; slot < counts.size(); ++slot) {
            if (counts[slot].toUInt() == 0)
                continue;
            const double share = std::log2(1.0 + counts[slot].toDouble()) / highest;
            const int height = std::max(3, static_cast<int>(std::lround(share * place.height())));
            const int left = place.left() + static_cast<int>(step * static_cast<double>(slot));
            painter.fillRect(
                QRect(left, place.bottom() - height, std::max(2, static_cast<int>(step)), height),
                theme.accentText);
        }
        painter.restore();
    }
};

} // namespace

QTreeWidget *makeLogTable(LogTable kind, QWidget *parent)
{
    const bool isProblems = kind == LogTable::Problems;
    auto *table = new QTreeWidget(parent);
    table->setObjectName(isProblems ? QStringLiteral("logProblems") : QStringLiteral("logRequests"));
    table->setColumnCount(isProblems ? timelineColumn + 1 : 6);
    table->setItemDelegate(new LogRows(table));
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setFrameShape(QFrame::NoFrame);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setAllColumnsShowFocus(true);
    table->setTabKeyNavigation(false);
    table->header()->setStretchLastSection(false);
    table->header()->setSectionsMovable(false);
    table->header()->setSectionsClickable(false);
    table->headerItem()->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    if (!isProblems)
        for (int column = 2; column < table->columnCount(); ++column)
            table->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    makeSelectedCurrent(table);
    return table;
}

void fitHeight(QTreeWidget *table)
{
    const int rows = std::clamp(table->topLevelItemCount(), 1, mostRows);
    table->setFixedHeight(table->header()->sizeHint().height() + rows * rowHeight + 2 * table->frameWidth());
}

void fitLogColumns(QTreeWidget *table)
{
    QHeaderView *header = table->header();
    for (int column = 0; column < table->columnCount(); ++column)
        header->setSectionResizeMode(column,
                                     column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    if (table->columnCount() == timelineColumn + 1) {
        // Where there is no room, the timeline says when.
        constexpr int roomForBoth = 700;
        constexpr int roomForOne = 540;
        const int width = table->parentWidget()->width();
        table->setColumnHidden(2, width < roomForBoth);
        table->setColumnHidden(3, width < roomForOne);
        header->setSectionResizeMode(timelineColumn, QHeaderView::Fixed);
        header->resizeSection(timelineColumn, timelineWidth);
    }
}

} // namespace ui
