// A portal of our own on a bus of our own: nothing of the person's desktop is asked.
#include "common/Appearance.h"
#include "common/DesktopTheme.h"
#include "common/Theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    uint scheme = 0;
    int asked = 0;

    void announce(const QDBusConnection &bus, const QString &key, uint value)
    {
        QDBusMessage news = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/portal/desktop"),
                                                       QStringLiteral("org.freedesktop.portal.Settings"),
                                                       QStringLiteral("SettingChanged"));
        news.setArguments(
            {QStringLiteral("org.freedesktop.appearance"), key, QVariant::fromValue(QDBusVariant(value))});
        QVERIFY(bus.send(news));
    }

public Q_SLOTS:
    Q_SCRIPTABLE QDBusVariant Read(const QString &group, const QString &key)
    {
        ++asked;
        const bool known =
            group == QLatin1String("org.freedesktop.appearance") && key == QLatin1String("color-scheme");
        return QDBusVariant(QVariant::fromValue(QDBusVariant(known ? QVariant(scheme) : QVariant(-1))));
    }
};

class TestDesktopTheme : public QObject
{
    Q_OBJECT

    QProcess m_daemon;
    Portal m_portal;
    std::unique_ptr<QDBusConnection> m_bus;

private Q_SLOTS:
    void initTestCase()
    {
        m_daemon.start(
            QStringLiteral("dbus-daemon"),
            {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QVERIFY2(m_daemon.waitForReadyRead(10000), "dbus-daemon is needed for this test");
        const QByteArray address = m_daemon.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        m_bus = std::make_unique<QDBusConnection>(
            QDBusConnection::connectToBus(QString::fromUtf8(address), QStringLiteral("portal")));
        QVERIFY(m_bus->isConnected());
        QVERIFY(m_bus->registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &m_portal,
                                      QDBusConnection::ExportScriptableSlots));
        QVERIFY(m_bus->registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    }
    void cleanupTestCase()
    {
        m_bus.reset();
        QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
        QDBusConnection::disconnectFromBus(QDBusConnection::sessionBus().name());
        m_daemon.terminate();
        QVERIFY(m_daemon.waitForFinished());
    }

    void tellsWhatTheDesktopPrefers_data()
    {
        QTest::addColumn<uint>("scheme");
        QTest::addColumn<bool>("isDark");
        QTest::newRow("no preference") << 0U << false;
        QTest::newRow("dark") << 1U << true;
        QTest::newRow("light") << 2U << false;
    }
    void tellsWhatTheDesktopPrefers()
    {
        QFETCH(uint, scheme);
        m_portal.scheme = scheme;
        ui::DesktopTheme desktop;
        QSignalSpy changed(&desktop, &ui::DesktopTheme::changed);
        QCOMPARE(changed.size(), 0); // asked without waiting
        QVERIFY(changed.wait());
        QTEST(changed.first().first().toBool(), "isDark");
    }

    void followsTheDesktopWhileItRuns()
    {
        m_portal.scheme = 0;
        ui::DesktopTheme desktop;
        QSignalSpy changed(&desktop, &ui::DesktopTheme::changed);
        QVERIFY(changed.wait());
        m_portal.announce(*m_bus, QStringLiteral("contrast"), 1); // another setting
        m_portal.announce(*m_bus, QStringLiteral("color-scheme"), 1);
        QVERIFY(changed.wait());
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed.last().first().toBool(), true);
    }

    void colorsTheProgramUnlessThePersonChose()
    {
        const auto isDark = [] { return ui::Theme::of(QApplication::palette()).isDark; };
        m_portal.scheme = 1;
        ui::Appearance appearance;
        settings::Settings settings;
        appearance.apply(settings);
        QVERIFY(!isDark()); // light until it is known
        QTRY_VERIFY(isDark());
        settings.theme = settings::Theme::Light;
        appearance.apply(settings);
        QVERIFY(!isDark());
        m_portal.announce(*m_bus, QStringLiteral("color-scheme"), 2);
        m_portal.announce(*m_bus, QStringLiteral("color-scheme"), 1);
        ui::DesktopTheme other;
        QSignalSpy heard(&other, &ui::DesktopTheme::changed);
        QVERIFY(heard.wait());
        QVERIFY(!isDark()); // the person's choice comes first
        settings.theme = settings::Theme::System;
        appearance.apply(settings);
        QTRY_VERIFY(isDark()); // whichever of the two heard the last word first
    }
};

QTEST_MAIN(TestDesktopTheme)
#include "tst_DesktopTheme.moc"
