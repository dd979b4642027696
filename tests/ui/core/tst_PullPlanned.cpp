// A pull as the program makes it: the registry is asked first, where the server is on this computer.
#include "core/Core.h"
#include "support/FakeOllama.h"
#include "support/FakeRegistry.h"
#include "support/TempHome.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using library::Downloads;
using support::FakeRegistry;
using support::Reply;

namespace {

const QByteArray manifestPath = "/v2/library/far/manifests/1b";
const QByteArray blobPath = "/api/blobs/" + FakeRegistry::digest(u'a').toUtf8();

struct Fixture
{
    support::TempHome home;
    support::FaultServer registry;
    support::FakeOllama server;
    ui::Core core{
        {home.path(u"settings.ini"_s), home.path(u"conversations.db"_s), home.path(u"window.ini"_s)}};
    const QString name = u"127.0.0.1:%1/library/far:1b"_s.arg(registry.port());

    Fixture()
    {
        server::ServerProfile profile = core.profiles().current();
        profile.url = server.url();
        static_cast<void>(core.profiles().save(profile));
    }
    void offer(qint64 bytes)
    {
        registry.on("GET", manifestPath,
                    Reply::whole(200, FakeRegistry::manifest({{FakeRegistry::digest(u'a'), bytes}})));
    }
    Downloads::State state()
    {
        return core.downloads().index(0).data(Downloads::StateRole).value<Downloads::State>();
    }
};

} // namespace

class TestPullPlanned : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksTheRegistryThenTheServerThenPulls()
    {
        Fixture f;
        f.offer(1000);
        QVERIFY(f.core.downloads().pull(f.name));
        QTRY_COMPARE(f.server.count("POST", "/api/pull"), 1);
        QCOMPARE(f.registry.count("GET", manifestPath), 1);
        QCOMPARE(f.server.count("HEAD", blobPath), 1);
        const QList<privacy::Contact> contacts = f.core.ledger().contacts();
        const auto registry = std::ranges::find(contacts, u"http://127.0.0.1:%1"_s.arg(f.registry.port()),
                                                &privacy::Contact::origin);
        QVERIFY(registry != contacts.end());
        QCOMPARE(registry->purposes, privacy::Purposes(privacy::Purpose::Registry));
    }
    void saysThatThereIsNoRoomBeforeItPulls()
    {
        Fixture f;
        f.offer(1'000'000'000'000'000); // no disk here has it
        QVERIFY(f.core.downloads().pull(f.name));
        QTRY_COMPARE(f.state(), Downloads::State::Failed);
        QCOMPARE(f.server.count("POST", "/api/pull"), 0);
    }
    void pullsWithoutARegistryThatIsLockedOut()
    {
        Fixture f;
        f.offer(1'000'000'000'000'000);
        f.core.ledger().setLock(f.server.url());
        QVERIFY(f.core.downloads().pull(f.name));
        QTRY_COMPARE(f.server.count("POST", "/api/pull"), 1);
        QCOMPARE(f.registry.count("GET", manifestPath), 0);
    }
};

QTEST_MAIN(TestPullPlanned)
#include "tst_PullPlanned.moc"
