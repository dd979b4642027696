// Keys of servers where there is no keyring; with one, see tests/real.
#include "core/ServerKeys.h"
#include "support/FakeBackend.h"
#include "support/TempHome.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using KeyPlace = server::Servers::KeyPlace;
using Kind = base::Error::Kind;

namespace {

struct Fixture
{
    explicit Fixture(const QString &path)
        : profiles(path, {})
        , servers(profiles,
                  [](backend::ServerKind, const base::Access &access) {
                      auto backend = std::make_unique<support::FakeBackend>();
                      backend->setAccess(access);
                      return backend;
                  })
        , keys(servers, secrets)
    {
        secrets.setDeadline(std::chrono::seconds(2));
    }

    bool isToldWhy(const QString &id) const
    {
        const auto error = servers.keyError(id);
        return error && (error->kind == Kind::KeyringMissing || error->kind == Kind::KeyringLocked);
    }

    server::ServerProfiles profiles;
    server::Servers servers;
    settings::Secrets secrets;
    ui::ServerKeys keys;
};

} // namespace

class TestServerKeys : public QObject
{
    Q_OBJECT
private:
    support::TempHome m_home;

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); }

    void usesAKeyUntilTheProgramEndsWhereThereIsNoKeyring()
    {
        const QString path = m_home.path(u"servers.json"_s);
        Fixture f(path);
        const QString id = f.profiles.current().id;
        QVERIFY(f.servers.giveKey(id, "canary-4711"));
        QCOMPARE(f.servers.access().key, QByteArray("canary-4711")); // at once
        QTRY_VERIFY(f.isToldWhy(id));
        QCOMPARE(f.servers.keyPlace(id), KeyPlace::ThisRun);
        QCOMPARE(f.servers.access().key, QByteArray("canary-4711"));
        QVERIFY(!f.profiles.current().hasKey); // the next start need not look
        for (const QString &name : {path, QString(path + u".good"_s)}) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains("canary"));
        }
    }

    void tellsThatTheKeyringDoesNotGiveAKey()
    {
        Fixture f(m_home.path(u"other.json"_s));
        server::ServerProfile profile = f.profiles.current();
        profile.hasKey = true;
        QVERIFY(f.profiles.save(profile));
        f.servers.wantKeys();
        QCOMPARE(f.servers.keyPlace(profile.id), KeyPlace::Reading);
        QTRY_VERIFY(f.isToldWhy(profile.id));
        QCOMPARE(f.servers.keyPlace(profile.id), KeyPlace::None);
        QVERIFY(f.servers.access().key.isEmpty());
        QVERIFY(f.profiles.current().hasKey); // it may be unlocked later
        f.servers.wantKey(profile.id);
        QCOMPARE(f.servers.keyPlace(profile.id), KeyPlace::Reading);
        QTRY_COMPARE(f.servers.keyPlace(profile.id), KeyPlace::None);
    }

    void isSilentAboutAServerWithoutAKey()
    {
        Fixture f(m_home.path(u"third.json"_s));
        f.servers.wantKeys();
        QCOMPARE(f.servers.keyPlace(f.profiles.current().id), KeyPlace::None);
        QVERIFY(!f.servers.keyError(f.profiles.current().id));
    }
};

QTEST_GUILESS_MAIN(TestServerKeys)
#include "tst_ServerKeys.moc"
