#include "library/RowDelegate.h"

#include "common/InkParts.h"
#include "common/Theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace ui {

RowDelegate::RowDelegate(QAbstractItemView *view)
    : QStyledItemDelegate(view)
    , m_view(view)
    , m_viewport(view->viewport())
{
    m_viewport->setMouseTracking(true);
    m_viewport->installEventFilter(this);
}

bool RowDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_viewport)
        return QStyledItemDelegate::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::MouseMove:
        hover(static_cast<QMouseEvent *>(event)->position().toPoint());
        return false;
    case QEvent::Leave:
        hover({-1, -1});
        return false;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        return mouse->button() == Qt::LeftButton && press(mouse->position().toPoint());
    }
    case QEvent::MouseButtonRelease:
        return release(static_cast<QMouseEvent *>(event)->position().toPoint());
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        const std::optional<Target> target = targetAt(help->pos());
        if (!target || target->button.toolTip.isEmpty())
            return false;
        QToolTip::showText(help->globalPos(), target->button.toolTip, m_view);
        return true;
    }
    default:
        return false;
    }
}

void RowDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const Theme &theme = Theme::of(m_view);
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, theme.selected);
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, theme.hover);
    painter.fillRect(option.rect.adjusted(0, option.rect.height() - 1, 0, 0), theme.line);
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        ink::drawFocusRing(painter, option.rect.adjusted(0, 0, 0, -1), 0, theme);
}

void RowDelegate::paintButtons(QPainter &painter, const QRect &row, const QModelIndex &index) const
{
    const auto actionOn = [&](const std::optional<Target> &target) {
        return target && target->index == index ? std::optional(target->button.action) : std::nullopt;
    };
    const std::optional<int> hovered = actionOn(m_hovered);
    const std::optional<int> pressed = m_pressed == m_hovered ? actionOn(m_pressed) : std::nullopt;
    buttons(row, index).paint(painter, hovered, pressed);
}

std::optional<RowDelegate::Target> RowDelegate::targetAt(const QPoint &position) const
{
    const QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        return std::nullopt;
    const std::optional<RowButton> button = buttons(m_view->visualRect(index), index).at(position);
    return button ? std::optional(Target{index, *button}) : std::nullopt;
}

bool RowDelegate::press(const QPoint &position)
{
    m_pressed = targetAt(position);
    if (!m_pressed)
        return false;
    m_view->setCurrentIndex(m_pressed->index);
    m_view->setFocus(Qt::MouseFocusReason);
    hover(position);
    m_view->viewport()->update();
    return true;
}

bool RowDelegate::release(const QPoint &position)
{
    const std::optional<Target> pressed = std::exchange(m_pressed, std::nullopt);
    if (!pressed)
        return false;
    m_view->viewport()->update();
    const std::optional<Target> target = targetAt(position);
    if (target && target->index == pressed->index && target->button.action == pressed->button.action)
        Q_EMIT triggered(pressed->index, pressed->button.action);
    return true;
}

void RowDelegate::hover(const QPoint &position)
{
    std::optional<Target> target = targetAt(position);
    if (target == m_hovered)
        return;
    m_hovered = std::move(target);
    m_view->viewport()->update();
}

} // namespace ui
