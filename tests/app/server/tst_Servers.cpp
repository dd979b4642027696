#include "server/Servers.h"
#include "support/FakeBackend.h"
#include "support/TempHome.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using backend::ServerKind;
using base::Error;
using server::Connection;
using server::ServerProfile;
using server::ServerProfiles;
using server::Servers;
using KeyPlace = server::Servers::KeyPlace;

namespace {

const Error refusedConnection{Error::Kind::Unreachable, u"Connection refused"_s};

QList<backend::ModelInfo> models(const QStringList &names)
{
    QList<backend::ModelInfo> list;
    for (const QString &name : names) {
        backend::ModelInfo info;
        info.name = name;
        list.append(info);
    }
    return list;
}

// Counts who was asked at all.
class Fake : public support::FakeBackend
{
public:
    using FakeBackend::FakeBackend;
    backend::ServerInfoOperation *serverInfo(QObject *parent) override
    {
        ++asked;
        return FakeBackend::serverInfo(parent);
    }
    int asked = 0;
};

// Three servers on paper: the Ollama of each is in the test's hand.
struct Fixture
{
    explicit Fixture(const QString &path, const server::ServerEnvironment &environment = {})
        : profiles(path, {}, environment)
    {
        for (const char *host : {"gpu.lab", "attic.lab"}) {
            ServerProfile profile = ServerProfile::make(QUrl(u"https://%1"_s.arg(QLatin1String(host))));
            profile.name = QLatin1String(host);
            profile.stepsIn = true;
            if (!profiles.save(profile))
                qFatal("a profile was refused");
        }
        servers = std::make_unique<Servers>(profiles, [this](ServerKind kind, const base::Access &access) {
            auto backend = std::make_unique<Fake>();
            backend->setAccess(access);
            if (kind == ServerKind::Ollama)
                made.append(backend.get());
            return backend;
        });
    }

    Fake &here() const { return *made.at(0); }
    Fake &gpu() const { return *made.at(1); }
    Fake &attic() const { return *made.at(2); }
    QString id(qsizetype index) const { return profiles.all().at(index).id; }

    ServerProfiles profiles;
    QList<Fake *> made;
    std::unique_ptr<Servers> servers;
    QObject owner;
};

// What became of a question.
struct Heard
{
    explicit Heard(backend::ChatOperation *chat)
        : operation(chat)
    {
        QObject::connect(chat, &backend::ChatOperation::rerouted, chat,
                         [this](const QString &name) { standIns.append(name); });
        QObject::connect(chat, &backend::ChatOperation::received, chat,
                         [this](const backend::ChatDelta &delta) { text += delta.text; });
        QObject::connect(chat, &backend::ChatOperation::finished, chat, [this] { ++ends; });
        QObject::connect(chat, &base::Operation::failed, chat, [this](const Error &e) {
            error = e;
            ++ends;
        });
    }

    QPointer<backend::ChatOperation> operation;
    QStringList standIns;
    QString text;
    std::optional<Error> error;
    int ends = 0;
};

backend::ChatRequest question(const QString &server = {})
{
    return {.model = u"qwen3:8b"_s, .messages = {}, .options = {}, .server = server};
}

} // namespace

class TestServers : public QObject
{
    Q_OBJECT
private:
    support::TempHome m_home;
    int m_count = 0;
    QString m_path;

private Q_SLOTS:
    void init() { m_path = m_home.path(u"%1/servers.json"_s.arg(m_count++)); }

    void asksTheOneInUse()
    {
        Fixture f(m_path);
        QSignalSpy targetChanged(f.servers.get(), &Servers::targetChanged);
        QCOMPARE(f.servers->serverUrl(), QUrl(u"http://127.0.0.1:11434"_s));
        f.servers->installedModels(&f.owner);
        QCOMPARE(f.here().listings, 1);
        QVERIFY(f.profiles.setCurrent(f.id(1)));
        QCOMPARE(targetChanged.count(), 1);
        QCOMPARE(f.servers->serverUrl(), QUrl(u"https://gpu.lab"_s));
        f.servers->installedModels(&f.owner);
        QCOMPARE(f.here().listings, 1);
        QCOMPARE(f.gpu().listings, 1);
    }

    void leavesAnAnswerWhereItIs()
    {
        Fixture f(m_path);
        Heard heard(f.servers->chat(question(), &f.owner));
        QVERIFY(f.profiles.setCurrent(f.id(1)));
        QVERIFY(f.profiles.remove(f.id(0)));
        QVERIFY(heard.operation);
        support::FakeChat *chat = heard.operation->findChild<support::FakeChat *>();
        QVERIFY(chat);
        chat->deliver(u"still here"_s);
        chat->finish();
        QCOMPARE(heard.text, u"still here"_s);
        QCOMPARE(heard.ends, 1);
        QVERIFY(!heard.error);
    }

    void asksTheServerOfTheConversation()
    {
        Fixture f(m_path);
        Heard heard(f.servers->chat(question(f.id(2)), &f.owner));
        QTRY_COMPARE(f.attic().requests.size(), 1); // once it is known what it speaks
        QCOMPARE(f.attic().asked, 1);
        QVERIFY(f.here().requests.isEmpty());
        f.attic().lastChat()->finish();
        QCOMPARE(heard.ends, 1);
        QVERIFY(heard.standIns.isEmpty());
    }

    void asksTheNextThatHasTheModel()
    {
        Fixture f(m_path);
        f.gpu().installed = models({u"other:1b"_s});
        f.attic().installed = models({u"Qwen3:8B"_s});
        Heard heard(f.servers->chat(question(), &f.owner));
        f.here().lastChat()->breakOff(refusedConnection);
        QTRY_COMPARE(f.attic().requests.size(), 1);
        QCOMPARE(heard.standIns, QStringList{u"attic.lab"_s});
        QVERIFY(f.gpu().requests.isEmpty());
        f.attic().lastChat()->deliver(u"hello"_s);
        f.attic().lastChat()->finish();
        QCOMPARE(heard.text, u"hello"_s);
        QCOMPARE(heard.ends, 1);
        QCOMPARE(f.here().requests.size(), 1);
    }

    void asksNobodyElse_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("text");
        QTest::newRow("no answer in time") << Error{Error::Kind::TimedOut, {}} << QString();
        QTest::newRow("broken off") << Error{Error::Kind::Interrupted, {}} << QString();
        QTest::newRow("no such model") << Error{Error::Kind::ModelNotFound, {}} << QString();
        QTest::newRow("key refused") << Error{Error::Kind::Unauthorized, {}} << QString();
        QTest::newRow("bad certificate") << Error{Error::Kind::Tls, {}} << QString();
        QTest::newRow("out of memory") << Error{Error::Kind::OutOfMemory, {}} << QString();
        QTest::newRow("gone within the answer") << refusedConnection << u"some words"_s;
    }
    void asksNobodyElse()
    {
        QFETCH(Error, error);
        QFETCH(QString, text);
        Fixture f(m_path);
        f.gpu().installed = models({u"qwen3:8b"_s});
        Heard heard(f.servers->chat(question(), &f.owner));
        if (!text.isEmpty())
            f.here().lastChat()->deliver(text);
        f.here().lastChat()->breakOff(error);
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(*heard.error, error);
        QCOMPARE(heard.text, text);
        QVERIFY(heard.standIns.isEmpty());
        QVERIFY(f.gpu().requests.isEmpty());
        QCOMPARE(f.gpu().asked, 0);
    }

    void asksOnlyThoseThatMayStepIn()
    {
        Fixture f(m_path);
        for (qsizetype i : {1, 2}) {
            ServerProfile profile = f.profiles.all().at(i);
            profile.stepsIn = false;
            QVERIFY(f.profiles.save(profile));
        }
        QVERIFY(!f.servers->hasStandIn({}));
        f.gpu().installed = models({u"qwen3:8b"_s});
        Heard heard(f.servers->chat(question(), &f.owner));
        f.here().lastChat()->breakOff(refusedConnection);
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(*heard.error, refusedConnection);
        QCOMPARE(f.gpu().asked, 0);
    }

    void tellsWhatTheFirstSaidWhereNobodyCan()
    {
        Fixture f(m_path);
        f.gpu().info = base::failure(Error::Kind::Unauthorized);
        f.attic().installed = base::failure(Error::Kind::Server);
        Heard heard(f.servers->chat(question(), &f.owner));
        f.here().lastChat()->breakOff(refusedConnection);
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(*heard.error, refusedConnection);
    }

    void canBeStoppedWhileItLooksAround()
    {
        Fixture f(m_path);
        f.gpu().installed = models({u"qwen3:8b"_s});
        Heard heard(f.servers->chat(question(), &f.owner));
        f.here().lastChat()->breakOff(refusedConnection);
        heard.operation->cancel();
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(heard.error->kind, Error::Kind::Cancelled);
        QTRY_VERIFY(!heard.operation);
        QVERIFY(f.gpu().requests.isEmpty());
    }

    void looksAtAllOnlyWhileSomebodyDoes()
    {
        Fixture f(m_path);
        f.gpu().installed = models({u"a:1b"_s, u"b:1b"_s});
        backend::LoadedModel inMemory;
        inMemory.name = u"a:1b"_s;
        f.gpu().loaded = QList<backend::LoadedModel>{inMemory};
        f.attic().info = std::unexpected(refusedConnection);
        QCOMPARE(f.gpu().asked, 0);
        f.servers->beginWatching();
        server::ServerWatch *gpu = f.servers->watch(f.id(1));
        QTRY_VERIFY(gpu->models() && !gpu->loaded().isEmpty());
        QCOMPARE(gpu->models()->size(), 2);
        QCOMPARE(gpu->loaded().constFirst().name, u"a:1b"_s);
        QCOMPARE(gpu->state(), Connection::State::Ready);
        QVERIFY(gpu->roundTrip().count() > 0);
        QTRY_COMPARE(f.servers->watch(f.id(2))->state(), Connection::State::Offline);
        QCOMPARE(*f.servers->watch(f.id(2))->error(), refusedConnection);
        f.servers->endWatching();
        QVERIFY(!gpu->isWatching());
        QVERIFY(gpu->models()); // what is known stays
    }

    void sendsAKeyAlongAndForgetsItWithTheAddress()
    {
        Fixture f(m_path);
        QSignalSpy given(f.servers.get(), &Servers::keyGiven);
        QSignalSpy detached(f.servers.get(), &Servers::keyDetached);
        QVERIFY(f.servers->giveKey(f.id(1), "secret"));
        QCOMPARE(given.count(), 1);
        QCOMPARE(f.gpu().access().key, QByteArray("secret"));
        QCOMPARE(f.servers->keyPlace(f.id(1)), KeyPlace::ThisRun);
        QVERIFY(f.profiles.find(f.id(1))->hasKey);
        QVERIFY(f.here().access().key.isEmpty());

        ServerProfile same = *f.profiles.find(f.id(1));
        same.url = QUrl(u"https://gpu.lab/base"_s); // another path is the same server
        QVERIFY(f.profiles.save(same));
        QCOMPARE(f.gpu().access().key, QByteArray("secret"));
        for (const QString &elsewhere :
             {u"https://gpu.lab:444"_s, u"http://gpu.lab"_s, u"https://evil.lab"_s}) {
            QVERIFY(f.servers->giveKey(f.id(1), "secret"));
            detached.clear();
            ServerProfile moved = *f.profiles.find(f.id(1));
            moved.url = QUrl(elsewhere);
            QVERIFY(f.profiles.save(moved));
            QVERIFY2(f.gpu().access().key.isEmpty(), qPrintable(elsewhere));
            QCOMPARE(detached.count(), 1);
            QCOMPARE(f.servers->keyPlace(f.id(1)), KeyPlace::None);
        }
    }

    void takesAKeyOnlyForTheAddressItWasWantedFor()
    {
        Fixture f(m_path);
        QVERIFY(f.servers->giveKey(f.id(1), "old"));
        QSignalSpy wanted(f.servers.get(), &Servers::keyWanted);
        ServerProfile moved = *f.profiles.find(f.id(1));
        moved.url = QUrl(u"https://new.lab"_s);
        QVERIFY(f.profiles.save(moved));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(f.servers->keyPlace(f.id(1)), KeyPlace::Reading);
        f.servers->takeKey(f.id(1), QUrl(u"https://gpu.lab"_s), "late");
        QVERIFY(f.gpu().access().key.isEmpty());
        f.servers->takeKey(f.id(1), QUrl(u"https://new.lab"_s), "right");
        QCOMPARE(f.gpu().access().key, QByteArray("right"));
        QCOMPARE(f.servers->keyPlace(f.id(1)), KeyPlace::Keyring);
    }

    void doesNotTakeAKeyOverTheOneThatWasTyped()
    {
        Fixture f(m_path);
        QVERIFY(f.servers->giveKey(f.id(1), "old"));
        QSignalSpy wanted(f.servers.get(), &Servers::keyWanted);
        f.servers->wantKeys();
        QCOMPARE(wanted.count(), 1); // the others have none
        QVERIFY(f.servers->giveKey(f.id(1), "typed"));
        f.servers->takeKey(f.id(1), QUrl(u"https://gpu.lab"_s), "late");
        QCOMPARE(f.gpu().access().key, QByteArray("typed"));
    }

    // Bound to its address as every key is; the keyring is neither asked nor told by it.
    void sendsTheKeyOfTheEnvironmentToItsAddressAlone()
    {
        Fixture f(m_path, {.url = QUrl(u"https://gpu.lab/base"_s),
                           .urlName = u"OLLAMA_HOST"_s,
                           .key = "CANARY",
                           .keyName = u"OLLAMA_API_KEY"_s});
        QSignalSpy wanted(f.servers.get(), &Servers::keyWanted);
        QSignalSpy given(f.servers.get(), &Servers::keyGiven);
        const QString gpu = f.id(2); // after that of the environment and the first one
        f.servers->wantKeys();
        QVERIFY(f.profiles.current().isFromEnvironment());
        QCOMPARE(f.servers->access().key, QByteArray("CANARY"));
        QCOMPARE(f.servers->keyPlace(f.id(0)), KeyPlace::Environment);
        QCOMPARE(f.servers->key(gpu), QByteArray("CANARY")); // the same address
        QVERIFY(f.servers->key(f.id(1)).isEmpty() && f.servers->key(f.id(3)).isEmpty());
        QCOMPARE(wanted.count() + given.count(), 0);
        // One that is typed waits until the environment is silent.
        QVERIFY(f.servers->giveKey(gpu, "typed"));
        QCOMPARE(given.count(), 1);
        QCOMPARE(f.servers->key(gpu), QByteArray("CANARY"));
        f.servers->setKeyPlace(gpu, KeyPlace::Keyring);
        QCOMPARE(f.servers->keyPlace(gpu), KeyPlace::Environment);
        ServerProfile moved = *f.profiles.find(gpu);
        moved.url = QUrl(u"https://elsewhere.lab"_s);
        QVERIFY(f.profiles.save(moved));
        QVERIFY(f.servers->key(gpu).isEmpty());
        moved.url = QUrl(u"https://gpu.lab"_s);
        QVERIFY(f.profiles.save(moved));
        QCOMPARE(f.servers->key(gpu), QByteArray("CANARY"));
    }

    void usesTheNeighbourOfOneThatIsRemoved()
    {
        Fixture f(m_path);
        QVERIFY(f.profiles.setCurrent(f.id(1)));
        QSignalSpy targetChanged(f.servers.get(), &Servers::targetChanged);
        QVERIFY(f.profiles.remove(f.id(1)));
        QCOMPARE(targetChanged.count(), 1);
        QCOMPARE(f.servers->serverUrl(), QUrl(u"https://attic.lab"_s));
        QCOMPARE(f.servers->profileFor(u"gone"_s).id, f.profiles.current().id);
        QVERIFY(!f.servers->watch(u"gone"_s));
    }
};

QTEST_GUILESS_MAIN(TestServers)
#include "tst_Servers.moc"
