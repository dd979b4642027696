#include "common/DesktopNotice.h"

#include "common/SessionBus.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QWidget>

namespace ui {

namespace {

constexpr int patience = 5000; // ms; who shows it may have to be started first
constexpr int asLongAsUsual = -1;

// Desktop Notifications Specification 1.2, "org.freedesktop.Notifications.Notify".
QDBusMessage notification(const QString &title, const QString &text)
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    const QString program = QGuiApplication::desktopFileName();
    message.setArguments({QGuiApplication::applicationDisplayName(), 0u, program, title, text.toHtmlEscaped(),
                          QStringList(), QVariantMap{{QStringLiteral("desktop-entry"), program}},
                          asLongAsUsual});
    return message;
}

} // namespace

void notify(QWidget *window, const QString &title, const QString &text)
{
    if (window->isActiveWindow())
        return;
    if (!hasSessionBus())
        return QApplication::alert(window);
    auto *watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(notification(title, text), patience), window);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, window, [watcher, window] {
        if (watcher->isError())
            QApplication::alert(window);
        watcher->deleteLater();
    });
}

} // namespace ui
