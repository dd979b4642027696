#include "common/DesktopTheme.h"

#include "common/SessionBus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace ui {
namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colorScheme = QStringLiteral("color-scheme");

constexpr uint preferDark = 1; // of the portal's documentation; 0 = no preference, 2 = light
constexpr int patience = 5000; // ms; the portal may have to be started first

} // namespace

DesktopTheme::DesktopTheme(QObject *parent)
    : QObject(parent)
{
    if (hasSessionBus()) {
        ask();
    }
}

void DesktopTheme::ask()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    // Of any sender: to name one would make Qt wait for the bus to tell who it is.
    bus.connect({}, path, interface, QStringLiteral("SettingChanged"), this,
                SLOT(readChange(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    question.setArguments({appearance, colorScheme});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, patience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid()) {
            read(reply.value().variant());
        }
        watcher->deleteLater();
    });
}

void DesktopTheme::readChange(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearance && key == colorScheme) {
        read(value.variant());
    }
}

void DesktopTheme::read(const QVariant &value)
{
    // Read() wraps its answer once more than the signal does.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    bool isNumber = false;
    const uint scheme = inner.toUInt(&isNumber);
    if (isNumber) {
        Q_EMIT changed(scheme == preferDark);
    }
}

} // namespace ui
