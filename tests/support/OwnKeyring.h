// A D-Bus session and a real keyring of a test's own, in a home of their own; both end with the test. A
// program can have one D-Bus session in its life: the test starts another with environment().
#pragma once

#include "support/RealParts.h"

#include <QProcessEnvironment>

#include <memory>

namespace support {

class OwnKeyring
{
public:
    OwnKeyring();

    // Without it, nothing is at the address of the bus. It starts nothing by itself.
    bool startBus();
    // `password` comes over standard input; `options`: of gnome-keyring-daemon.
    bool startKeyring(const QStringList &options, const QByteArray &password);
    bool startUnlocked() { return startBus() && startKeyring({QStringLiteral("--unlock")}, "tests"); }
    void stopKeyring() { m_keyring.reset(); }
    qint64 keyringProcess() const { return m_keyring->processId(); }

    // Names the home, the bus, and no display: nobody is asked for a password.
    const QProcessEnvironment &environment() const { return m_environment; }
    QString path(const QString &name = {}) const { return m_home.filePath(name); }

private:
    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
    std::unique_ptr<ChildProcess> m_bus;
    std::unique_ptr<ChildProcess> m_keyring;
};

} // namespace support
