// A picture of a window with the popups and questions that are open over it, which are windows of their own.
#pragma once

#include <QApplication>
#include <QPainter>
#include <QPixmap>
#include <QWidget>

#include <cstdio>

namespace pictures {

// What was posted is done, and what that posted: layouts within layouts.
inline void settle()
{
    for (int i = 0; i < 20; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

// False where it could not be written; says so.
inline bool saveWindow(QWidget &window, const QString &file)
{
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    const QWidgetList others = QApplication::topLevelWidgets();
    for (QWidget *other : others) {
        if (other != &window && other->isVisible() && other->windowType() != Qt::ToolTip)
            painter.drawPixmap(other->mapToGlobal(QPoint()) - window.mapToGlobal(QPoint()), other->grab());
    }
    painter.end();
    if (picture.save(file))
        return true;
    std::fprintf(stderr, "could not write %s\n", qPrintable(file));
    return false;
}

} // namespace pictures
