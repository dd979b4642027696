// What shows and scrolls: progress, scroll bars, rows, table heads.
#include "common/Icons.h"
#include "common/InkParts.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QListView>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace ui::ink {
namespace {

constexpr int barHeight = 6;
constexpr int handleWidth = 4;
constexpr int handleWidthHovered = 6;
constexpr int shortestHandle = 32;

QPainterPath track(const QRectF &rect)
{
    QPainterPath path;
    path.addRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    return path;
}

// A scroll bar lies on what it scrolls; where that paints no ground of its own, on what is behind.
QColor groundOf(const QWidget *bar)
{
    for (const QWidget *widget = bar; widget != nullptr; widget = widget->parentWidget()) {
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(widget)) {
            const QWidget *viewport = area->viewport();
            return viewport->autoFillBackground() && viewport->backgroundRole() != QPalette::NoRole
                       ? viewport->palette().color(viewport->backgroundRole())
                       : QColor();
        }
    }
    return {};
}

// Lists have rounded rows with an inset; rows of tables and trees go from edge to edge.
qreal rowRadius(const QWidget *widget)
{
    return qobject_cast<const QListView *>(widget) != nullptr ? radius : 0;
}

} // namespace

void drawProgress(QPainter &painter, const QStyleOptionProgressBar &option, const QWidget *widget)
{
    const Theme &theme = Theme::of(option.palette);
    QRectF bar = option.rect;
    bar.setTop(bar.top() + (bar.height() - barHeight) / 2);
    bar.setHeight(barHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(track(bar), theme.lineStrong);
    const int span = option.maximum - option.minimum;
    if (span > 0 && option.progress > option.minimum) {
        const double share =
            std::clamp(static_cast<double>(option.progress - option.minimum) / span, 0.0, 1.0);
        QRectF done = bar;
        const double width = bar.width() * share;
        if (option.direction == Qt::RightToLeft) {
            done.setLeft(bar.right() - width);
        } else {
            done.setWidth(width);
        }
        QPainterPath end;
        end.addRect(done);
        const QColor color = has(widget, "failed")   ? theme.bad
                             : has(widget, "paused") ? theme.text3
                                                     : theme.accentText;
        painter.fillPath(track(bar).intersected(end), color);
    }
    painter.restore();
}

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const bool upright = option.orientation == Qt::Vertical;
    const int length = upright ? option.rect.height() : option.rect.width();
    const int range = option.maximum - option.minimum;
    int handle = length;
    int start = 0;
    if (range > 0) {
        handle = static_cast<int>(qint64(option.pageStep) * length / (qint64(range) + option.pageStep));
        handle = std::clamp(handle, std::min(shortestHandle, length), length);
        start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                length - handle, option.upsideDown);
    }
    const auto stretch = [&](int from, int size) {
        const QRect &all = option.rect;
        return upright ? QRect(all.left(), all.top() + from, all.width(), size)
                       : QStyle::visualRect(option.direction, all,
                                            QRect(all.left() + from, all.top(), size, all.height()));
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return option.rect;
    case QStyle::SC_ScrollBarSlider:
        return stretch(start, handle);
    case QStyle::SC_ScrollBarSubPage:
        return stretch(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return stretch(start + handle, length - start - handle);
    default:
        return {};
    }
}

void drawScrollBar(QPainter &painter, const QStyleOptionSlider &option, const QWidget *widget)
{
    const Theme &theme = Theme::of(option.palette);
    if (const QColor ground = groundOf(widget); ground.isValid()) {
        painter.fillRect(option.rect, ground);
    }
    if (option.maximum <= option.minimum) {
        return;
    }
    const bool wide = option.state.testFlag(QStyle::State_MouseOver) ||
                      (option.state.testFlag(QStyle::State_Sunken) &&
                       option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider));
    const int width = wide ? handleWidthHovered : handleWidth;
    QRectF handle = scrollBarPart(option, QStyle::SC_ScrollBarSlider);
    if (option.orientation == Qt::Vertical) {
        handle.adjust((handle.width() - width) / 2, 1, -(handle.width() - width) / 2, -1);
    } else {
        handle.adjust(1, (handle.height() - width) / 2, -1, -(handle.height() - width) / 2);
    }
    drawBox(painter, handle, width / 2.0, theme.scrollHandle, {});
}

void drawRow(QPainter &painter, const QStyleOptionViewItem &option, const QWidget *widget)
{
    const Theme &theme = Theme::of(option.palette);
    if (option.backgroundBrush.style() != Qt::NoBrush) {
        painter.fillRect(option.rect, option.backgroundBrush);
    }
    if (option.state.testFlag(QStyle::State_Selected)) {
        drawBox(painter, option.rect, rowRadius(widget), theme.selected, {});
    } else if (option.state.testFlag(QStyle::State_MouseOver) &&
               option.state.testFlag(QStyle::State_Enabled)) {
        drawBox(painter, option.rect, rowRadius(widget), theme.hover, {});
    }
}

void drawRowFocus(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    if (widget == nullptr || widget->window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        const bool inView = qobject_cast<const QAbstractItemView *>(widget) != nullptr;
        drawFocusRing(painter, option.rect, inView ? rowRadius(widget) : smallRadius,
                      Theme::of(option.palette));
    }
}

void drawBranch(QPainter &painter, const QStyleOption &option)
{
    if (!option.state.testFlag(QStyle::State_Children)) {
        return;
    }
    const bool open = option.state.testFlag(QStyle::State_Open);
    const QPointF center = QRectF(option.rect).center();
    drawIcon(painter, QRectF(center.x() - 7, center.y() - 7, 14, 14),
             open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
             Theme::of(option.palette).text3);
}

void drawHeaderSection(QPainter &painter, const QStyleOption &option)
{
    const Theme &theme = Theme::of(option.palette);
    painter.fillRect(option.rect, theme.base);
    QRect rule = option.rect;
    rule.setTop(rule.bottom());
    painter.fillRect(rule, theme.outline);
}

void drawHeader(QPainter &painter, const QStyleOptionHeader &option)
{
    constexpr int sign = 12;
    constexpr int gap = 4;
    const Theme &theme = Theme::of(option.palette);
    drawHeaderSection(painter, option);
    const bool isSorted = option.sortIndicator != QStyleOptionHeader::None;
    const bool endsRight = option.textAlignment.testFlag(Qt::AlignRight);
    QRect rect = option.rect.adjusted(tablePadding, 0, -tablePadding, -1);
    const int room = rect.width() - (isSorted ? sign + gap : 0);
    const QString words = option.fontMetrics.elidedText(option.text, Qt::ElideRight, room);
    if (isSorted) {
        // After the words, or before them where they end at the right.
        const int width = option.fontMetrics.horizontalAdvance(words);
        const int left = endsRight ? rect.right() + 1 - width - gap - sign : rect.left() + width + gap;
        drawIcon(painter, QRect(left, rect.top(), sign, rect.height()),
                 option.sortIndicator == QStyleOptionHeader::SortUp ? QStringLiteral("chevron-down")
                                                                    : QStringLiteral("chevron-up"),
                 theme.text);
    }
    painter.setPen(isSorted ? theme.text : theme.text3);
    painter.drawText(rect, static_cast<int>(option.textAlignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                     words);
}

} // namespace ui::ink
