// A desktop of our own that shows notifications, on a bus of our own.
#include "common/DesktopNotice.h"

#include <QApplication>
#include <QDBusConnection>
#include <QProcess>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;

class Notifications : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    QStringList shown; // title and text of each

public Q_SLOTS:
    Q_SCRIPTABLE uint Notify(const QString &program, uint replaces, const QString &icon, const QString &title,
                             const QString &text, const QStringList &actions, const QVariantMap &hints,
                             int time)
    {
        Q_UNUSED(program);
        Q_UNUSED(replaces);
        Q_UNUSED(icon);
        Q_UNUSED(actions);
        Q_UNUSED(hints);
        Q_UNUSED(time);
        shown.append(title + u": "_s + text);
        return 1;
    }
};

class TestDesktopNotice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void tellsWhoLooksAtAnotherWindow();
    void isSilentWhereTheWindowIsInUse();

private:
    QProcess m_daemon;
    Notifications m_desktop;
    std::unique_ptr<QDBusConnection> m_bus;
};

void TestDesktopNotice::initTestCase()
{
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY2(m_daemon.waitForReadyRead(10'000), "dbus-daemon is needed for this test");
    const QByteArray address = m_daemon.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    m_bus = std::make_unique<QDBusConnection>(
        QDBusConnection::connectToBus(QString::fromUtf8(address), u"desktop"_s));
    QVERIFY(m_bus->isConnected());
    QVERIFY(m_bus->registerObject(u"/org/freedesktop/Notifications"_s, &m_desktop,
                                  QDBusConnection::ExportScriptableSlots));
    QVERIFY(m_bus->registerService(u"org.freedesktop.Notifications"_s));
}

void TestDesktopNotice::cleanupTestCase()
{
    m_bus.reset();
    QDBusConnection::disconnectFromBus(u"desktop"_s);
    QDBusConnection::disconnectFromBus(QDBusConnection::sessionBus().name());
    m_daemon.terminate();
    QVERIFY(m_daemon.waitForFinished());
}

void TestDesktopNotice::tellsWhoLooksAtAnotherWindow()
{
    QWidget window; // not shown, so not the one in use
    ui::notify(&window, u"qwen3:8b is there"_s, u"5.2 GB <b>were</b> downloaded."_s);
    QTRY_COMPARE(m_desktop.shown,
                 QStringList{u"qwen3:8b is there: 5.2 GB &lt;b&gt;were&lt;/b&gt; downloaded."_s});
    m_desktop.shown.clear();
}

void TestDesktopNotice::isSilentWhereTheWindowIsInUse()
{
    QWidget window;
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QWidget other; // whose notice comes after the one that must not
    ui::notify(&window, u"no"_s, {});
    ui::notify(&other, u"yes"_s, {});
    QTRY_COMPARE(m_desktop.shown, QStringList{u"yes: "_s});
}

QTEST_MAIN(TestDesktopNotice)
#include "tst_DesktopNotice.moc"
