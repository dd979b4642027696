#include "support/OwnKeyring.h"

#include <QFile>

namespace support {

using namespace Qt::StringLiterals;

OwnKeyring::OwnKeyring()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const QString &variable : {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_RUNTIME_DIR"_s, u"XDG_CACHE_HOME"_s})
        m_environment.insert(variable, m_home.path());
    m_environment.remove(u"DISPLAY"_s);
    m_environment.remove(u"WAYLAND_DISPLAY"_s);
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path="_s + path(u"no-bus"_s));
}

bool OwnKeyring::startBus()
{
    QFile file(path(u"bus.conf"_s));
    const QByteArray configuration =
        "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context=\"default\">"
        "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/>"
        "</policy></busconfig>";
    if (!file.open(QIODevice::WriteOnly) || file.write(configuration) != configuration.size())
        return false;
    file.close();
    m_bus = std::make_unique<ChildProcess>();
    m_bus->start(u"dbus-daemon"_s, {u"--config-file="_s + file.fileName(), u"--nofork"_s, u"--nopidfile"_s,
                                    u"--print-address"_s});
    if (!QTest::qWaitFor([this] { return m_bus->output().contains('\n'); }, 10'000))
        return false;
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, QString::fromLatin1(m_bus->output().trimmed()));
    return true;
}

bool OwnKeyring::startKeyring(const QStringList &options, const QByteArray &password)
{
    m_keyring = std::make_unique<ChildProcess>();
    m_keyring->setProcessEnvironment(m_environment);
    m_keyring->start(u"gnome-keyring-daemon"_s,
                     QStringList{u"--foreground"_s, u"--components=secrets"_s} + options);
    m_keyring->write(password);
    m_keyring->closeWriteChannel();
    const auto isThere = [this] {
        QProcess ping;
        ping.setProcessEnvironment(m_environment);
        ping.start(u"dbus-send"_s, {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
                                    u"/org/freedesktop/secrets"_s, u"org.freedesktop.DBus.Peer.Ping"_s});
        return ping.waitForFinished() && ping.exitCode() == 0;
    };
    return QTest::qWaitFor(isThere, 20'000);
}

} // namespace support
