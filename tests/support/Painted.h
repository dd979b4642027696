// What is on the screen against what would be painted anew: for tests of the transcript's partial paints.
#pragma once

#include "chat/TranscriptView.h"

#include <QBackingStore>
#include <QImage>
#include <QPixmap>
#include <QTest>

namespace support {

// What waits for the next frame comes, and the paint it asks for.
inline void settle(ui::TranscriptView &view)
{
    if (!QTest::qWaitFor([&view] { return view.isUpToDate(); }))
        qFatal("the transcript does not come to rest");
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
}

// What is on the screen now, made by however many partial paints.
inline QImage shown(ui::TranscriptView &view)
{
    settle(view);
    const QPaintDevice *window = view.backingStore()->paintDevice();
    if (window->devType() != QInternal::Image)
        qFatal("the window is not painted into memory");
    const QRect text = view.viewport()->geometry();
    const qreal scale = view.devicePixelRatioF();
    const QRect pixels((QPointF(text.topLeft()) * scale).toPoint(), (QSizeF(text.size()) * scale).toSize());
    return static_cast<const QImage *>(window)->copy(pixels).convertToFormat(QImage::Format_RGB32);
}

inline QImage paintedAnew(ui::TranscriptView &view)
{
    return view.grab(view.viewport()->geometry()).toImage().convertToFormat(QImage::Format_RGB32);
}

// Empty where the pictures are equal, else the rectangle in which they are not.
inline QString difference(const QImage &a, const QImage &b)
{
    if (a.size() != b.size())
        return QStringLiteral("sizes");
    QRect rect;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            if (a.pixel(x, y) != b.pixel(x, y))
                rect = rect.united(QRect(x, y, 1, 1));
        }
    }
    return rect.isNull() ? QString()
                         : QStringLiteral("%1,%2 to %3,%4")
                               .arg(rect.left())
                               .arg(rect.top())
                               .arg(rect.right())
                               .arg(rect.bottom());
}

// Where the screen does not show what it would if it were painted anew.
inline QString unpainted(ui::TranscriptView &view)
{
    const QImage now = shown(view);
    return difference(now, paintedAnew(view));
}

} // namespace support
