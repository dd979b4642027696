#include "common/StateDot.h"

#include <QPainter>

namespace ui {

using server::Connection;

void paintStateDot(QPainter &painter, const QRectF &dot, server::Connection::State state, const Theme &theme)
{
    constexpr double stroke = 1.5;
    constexpr int quarter = 90 * 16;
    const QRectF ring = dot.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
    switch (state) {
    case Connection::State::Ready:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.ok);
        painter.drawEllipse(dot);
        break;
    case Connection::State::Connecting:
        painter.setPen(QPen(theme.warn, stroke));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(ring);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.warn);
        painter.drawPie(dot, quarter, 2 * quarter);
        break;
    case Connection::State::Offline:
        painter.setPen(QPen(theme.bad, stroke));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(ring);
        break;
    }
}

} // namespace ui
