#include "common/Popup.h"

#include "common/Theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLibrary>
#include <QPainter>
#include <QScreen>
#include <QtGui/qguiapplication_platform.h>

namespace ui {
namespace {

constexpr int gap = 4;
constexpr int padding = 6;
constexpr qreal radius = 6;

// Qt keeps this to itself; by the manual of the window system a compositor owns _NET_WM_CM_S<screen>. Asked
// through the copy of libX11 the platform plugin has loaded already.
bool hasX11Compositor(QNativeInterface::QX11Application *x11)
{
    using InternAtom = unsigned long (*)(Display *, const char *, int);
    using GetSelectionOwner = unsigned long (*)(Display *, unsigned long);
    using DefaultScreen = int (*)(Display *);
    QLibrary library(QStringLiteral("X11"), 6);
    const auto internAtom = reinterpret_cast<InternAtom>(library.resolve("XInternAtom"));
    const auto selectionOwner = reinterpret_cast<GetSelectionOwner>(library.resolve("XGetSelectionOwner"));
    const auto defaultScreen = reinterpret_cast<DefaultScreen>(library.resolve("XDefaultScreen"));
    if (internAtom == nullptr || selectionOwner == nullptr || defaultScreen == nullptr ||
        x11->display() == nullptr) {
        return false;
    }
    const QByteArray name = "_NET_WM_CM_S" + QByteArray::number(defaultScreen(x11->display()));
    return selectionOwner(x11->display(), internAtom(x11->display(), name.constData(), 0)) != 0;
}

} // namespace

bool windowsCanBeTranslucent()
{
    if (QGuiApplication::platformName() != QLatin1String("xcb")) {
        return true; // Wayland composites always, and so does the offscreen platform
    }
    auto *x11 = qApp->nativeInterface<QNativeInterface::QX11Application>();
    return x11 != nullptr && hasX11Compositor(x11);
}

Popup::Popup(QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint)
{
    setContentsMargins(padding, padding, padding, padding);
    setAttribute(Qt::WA_NoMouseReplay); // a click on the anchor closes, and does not open anew
    setAttribute(Qt::WA_TranslucentBackground, windowsCanBeTranslucent());
}

void Popup::openAt(QWidget *anchor, Qt::Edge flush, QWidget *first)
{
    m_anchor = anchor;
    adjustSize();
    const QRect from(anchor->mapToGlobal(QPoint(0, 0)), anchor->size());
    const QRect screen = anchor->screen()->availableGeometry();
    QRect place(from.left(), from.bottom() + 1 + gap, width(), height());
    if (flush == Qt::RightEdge) {
        place.moveRight(from.right());
    }
    if (place.bottom() > screen.bottom() && from.top() - gap - place.height() >= screen.top()) {
        place.moveBottom(from.top() - 1 - gap);
    }
    place.moveLeft(
        std::clamp(place.left(), screen.left(), std::max(screen.left(), screen.right() - place.width() + 1)));
    place.moveTop(
        std::clamp(place.top(), screen.top(), std::max(screen.top(), screen.bottom() - place.height() + 1)));
    move(place.topLeft());
    show();
    if (first != nullptr) {
        first->setFocus(Qt::PopupFocusReason);
    }
}

void Popup::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.lineStrong);
    painter.setBrush(theme.base);
    const qreal corner = testAttribute(Qt::WA_TranslucentBackground) ? radius : 0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), corner, corner);
}

void Popup::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel)) {
        event->accept();
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

void Popup::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    if (event->spontaneous()) {
        return; // minimised with its window, not closed
    }
    if (m_anchor) {
        m_anchor->setFocus(Qt::PopupFocusReason);
    }
    Q_EMIT closed();
}

} // namespace ui
