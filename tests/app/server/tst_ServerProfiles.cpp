#include "server/ServerProfiles.h"
#include "support/TempHome.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;
using server::ServerProfile;
using server::ServerProfiles;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

ServerProfile profile(const QString &address, const QString &name = {})
{
    ServerProfile result = ServerProfile::make(QUrl(address));
    result.name = name;
    return result;
}

// Everything there is, and none of it the default.
ServerProfile full()
{
    ServerProfile result = profile(u"https://gpu.lab:8443/base"_s, u"机房 GPU"_s);
    result.headers = {{"X-Team", "blue 1"}, {"X-Empty", ""}};
    result.proxy = {base::Proxy::Use::Socks5, u"proxy.lab"_s, 1080, u"me"_s, {}};
    result.trust = {"-----BEGIN CERTIFICATE-----\n", QByteArray(32, '\x7f')};
    result.isClearKeyAllowed = true;
    result.stepsIn = true;
    result.hasKey = true;
    result.connectTimeout = 3s;
    result.firstByteTimeout = 600s;
    result.idleTimeout = 45s;
    result.defaultModel = u"qwen3:8b"_s;
    return result;
}

} // namespace

class TestServerProfiles : public QObject
{
    Q_OBJECT
private:
    support::TempHome m_home;
    int m_count = 0;
    QString m_path;

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<ServerProfile>(); }
    void init() { m_path = m_home.path(u"%1/config/servers.json"_s.arg(m_count++)); }

    void beginsWithWhatTheSettingsHadAndWritesNothing()
    {
        ServerProfile first;
        first.url = QUrl(u"http://gpu.lab:11434"_s);
        first.firstByteTimeout = 300s;
        first.defaultModel = u"phi3:mini"_s;
        const ServerProfiles profiles(m_path, first);
        QCOMPARE(profiles.all().size(), 1);
        QVERIFY(!profiles.current().id.isEmpty());
        QCOMPARE(profiles.current().url, first.url);
        QCOMPARE(profiles.current().firstByteTimeout, 300s);
        QCOMPARE(profiles.current().defaultModel, u"phi3:mini"_s);
        QVERIFY(!QFileInfo::exists(m_path));
    }

    void asksTheSettingsOnlyWhileThereIsNoFile()
    {
        {
            ServerProfiles profiles(m_path, profile(u"http://old:1"_s));
            ServerProfile changed = profiles.current();
            changed.url = QUrl(u"http://new:2"_s);
            QVERIFY(profiles.save(changed));
        }
        const ServerProfiles profiles(m_path, profile(u"http://old:1"_s));
        QCOMPARE(profiles.all().size(), 1);
        QCOMPARE(profiles.current().url, QUrl(u"http://new:2"_s));
    }

    // installer/run looks for an engine where the app does.
    void isReadByTheInstaller()
    {
        const QString run = QFINDTESTDATA("../../../installer/run");
        const QString folder = m_home.path(u"installer"_s);
        const auto configured = [&](const QStringList &variables) {
            QProcess shell;
            shell.start(u"env"_s,
                        QStringList{u"-u"_s, u"OLLAMA_HOST"_s, u"-u"_s, u"OLLAMA_BASE_URL"_s} + variables +
                            QStringList{u"XDG_CONFIG_HOME="_s + folder, u"bash"_s, u"-c"_s,
                                        u"eval \"$(sed -n '/^[a-z_]*_address() {/,/^}/p' \"$0\")\"; "
                                        "configured_address"_s,
                                        run});
            shell.waitForFinished();
            return QString::fromUtf8(shell.readAllStandardOutput()).trimmed();
        };
        QCOMPARE(configured({}), u"http://127.0.0.1:11434");
        writeFile(folder + u"/inkstone/inkstone.ini"_s, "[server]\nbaseUrl=http://old.lab:1\n");
        QCOMPARE(configured({}), u"http://old.lab:1");
        ServerProfiles profiles(folder + u"/inkstone/servers.json"_s, profile(u"http://first:1"_s));
        const ServerProfile second = full();
        QVERIFY(profiles.save(second));
        QVERIFY(profiles.save(profile(u"http://third:3"_s)));
        QCOMPARE(configured({}), u"http://first:1");
        QVERIFY(profiles.setCurrent(second.id));
        QCOMPARE(configured({}), second.url.toString());
        QCOMPARE(configured({u"OLLAMA_HOST=gpu.lab"_s}), u"http://gpu.lab:11434");
        QCOMPARE(configured({u"OLLAMA_HOST=gpu.lab"_s, u"OLLAMA_BASE_URL=https://web.lab"_s}),
                 u"https://web.lab:443");
    }

    void keepsEverythingForTheNextStart()
    {
        const ServerProfile second = full();
        QList<ServerProfile> expected;
        {
            ServerProfiles profiles(m_path, {});
            QVERIFY(profiles.save(second));
            QVERIFY(profiles.save(profile(u"http://127.0.0.1:8080"_s, u"llama-server"_s)));
            QVERIFY(profiles.setCurrent(second.id));
            expected = profiles.all();
        }
        const ServerProfiles profiles(m_path, {});
        QVERIFY(!profiles.loadError());
        QCOMPARE(profiles.all(), expected);
        QCOMPARE(profiles.current(), second);
    }

    void isForTheOwnerOnlyAndHoldsNoPassword()
    {
        ServerProfiles profiles(m_path, {});
        ServerProfile secret = full();
        secret.proxy.password = u"canary-password"_s;
        QVERIFY(profiles.save(secret));
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther;
        for (const QString &path : {m_path, QString(m_path + u".good"_s)}) {
            QCOMPARE(QFile::permissions(path) & others, QFileDevice::Permissions());
            QVERIFY(contents(path).contains("gpu.lab"));
            QVERIFY(!contents(path).contains("canary"));
        }
        QCOMPARE(QFile::permissions(QFileInfo(m_path).absolutePath()) & others, QFileDevice::Permissions());
    }

    void takesTheLastGoodCopyOfADamagedFile_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::newRow("no JSON") << QByteArray("{\"version\":1,");
        QTest::newRow("zeros") << QByteArray(100, '\0');
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("no servers") << QByteArray("{\"version\":1}");
        QTest::newRow("an empty list") << QByteArray("{\"version\":1,\"servers\":[]}");
        QTest::newRow("only nonsense")
            << QByteArray("{\"version\":1,\"servers\":[{\"id\":\"a\",\"url\":\"x y\"}]}");
        QTest::newRow("far too large") << QByteArray(5 * 1024 * 1024, ' ');
    }
    void takesTheLastGoodCopyOfADamagedFile()
    {
        QFETCH(QByteArray, damage);
        {
            ServerProfiles profiles(m_path, {});
            QVERIFY(profiles.save(full()));
        }
        writeFile(m_path, damage);
        ServerProfiles profiles(m_path, {});
        QVERIFY(profiles.loadError());
        QCOMPARE(profiles.loadError()->kind, Error::Kind::Damaged);
        QCOMPARE(profiles.all().size(), 2);
        QCOMPARE(contents(m_path + u".bad"_s), damage);
        QVERIFY(profiles.setCurrent(profiles.all().last().id));
        QCOMPARE(ServerProfiles(m_path, {}).all(), profiles.all());
    }

    void takesTheLastGoodCopyOfAnEmptiedFile()
    {
        {
            ServerProfiles profiles(m_path, {});
            QVERIFY(profiles.save(full()));
        }
        writeFile(m_path, {});
        QCOMPARE(ServerProfiles(m_path, {}).all().size(), 2);
    }

    void leavesOutWhatIsWrongAndSaysSo()
    {
        writeFile(m_path, "{\"version\":1,\"current\":\"b\",\"servers\":["
                          "{\"id\":\"a\",\"url\":\"http://a:1\"},"
                          "{\"id\":\"a\",\"url\":\"http://twice:1\"},"
                          "{\"id\":\"c\",\"url\":\"ftp://c\"},"
                          "{\"id\":\"environment\",\"url\":\"http://not-from-there:1\"},"
                          "{\"id\":\"b\",\"url\":\"http://b:1\"}]}");
        const ServerProfiles profiles(m_path, {});
        QCOMPARE(profiles.all().size(), 2);
        QCOMPARE(profiles.current().url, QUrl(u"http://b:1"_s));
        QCOMPARE(profiles.loadError()->kind, Error::Kind::Invalid);
        QVERIFY(profiles.loadError()->detail.contains(u"ftp://c"_s));
    }

    void leavesTheFileOfALaterVersionAlone()
    {
        const QByteArray later("{\"version\":2,\"fleet\":[]}");
        writeFile(m_path, later);
        ServerProfiles profiles(m_path, {});
        QCOMPARE(profiles.loadError()->kind, Error::Kind::NewerData);
        const auto saved = profiles.save(full());
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Error::Kind::NewerData);
        QCOMPARE(profiles.all().size(), 2); // holds until the end
        QCOMPARE(contents(m_path), later);
    }

    // The environment counts before what is kept: its time-out for every server, what is decided about its
    // server with the kept one of that address.
    void reachesTheServerOfTheEnvironmentAsTheKeptOne()
    {
        const server::ServerEnvironment environment{.url = QUrl(u"https://box.lab"_s),
                                                    .urlName = u"OLLAMA_HOST"_s,
                                                    .timeout = 240s,
                                                    .timeoutName = u"OLLAMA_TIMEOUT"_s,
                                                    .key = "CANARY",
                                                    .keyName = u"OLLAMA_API_KEY"_s};
        {
            ServerProfiles profiles(m_path, {}, environment);
            QCOMPARE(profiles.firstByteTimeout(profiles.current()), 240s);
            QCOMPARE(profiles.firstByteTimeout(profiles.all().constLast()), 240s);
            ServerProfile keeper = profiles.keeperOf(profiles.current());
            QVERIFY(!keeper.isFromEnvironment() && !profiles.find(keeper.id));
            keeper.trust.fingerprint = QByteArray(32, 'f');
            keeper.connectTimeout = 3s;
            QVERIFY(profiles.save(keeper));
            QCOMPARE(profiles.keeperOf(profiles.current()), keeper);
            QVERIFY(profiles.current().isFromEnvironment());
            QCOMPARE(profiles.current().trust, keeper.trust);
            QCOMPARE(environment.keyFor(QUrl(u"https://box.lab:443/x"_s)), QByteArray("CANARY"));
            for (const char *other :
                 {"http://box.lab", "https://box.lab:8443", "https://lab", "https://box.lab.x"})
                QVERIFY2(environment.keyFor(QUrl(QLatin1String(other))).isEmpty(), other);
        }
        {
            ServerProfiles profiles(m_path, {}, environment);
            QCOMPARE(profiles.current().connectTimeout, 3s);
            QVERIFY(profiles.remove(profiles.keeperOf(profiles.current()).id));
            QVERIFY(profiles.current().trust.fingerprint.isEmpty());
        }
        const ServerProfiles without(m_path, {});
        QCOMPARE(without.firstByteTimeout(without.current()), 90s);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("CANARY"));
    }

    void putsTheServerOfTheEnvironmentFirst()
    {
        QString chosen;
        {
            ServerProfiles profiles(m_path, {});
            QVERIFY(profiles.save(full()));
            chosen = profiles.all().last().id;
            QVERIFY(profiles.setCurrent(chosen));
        }
        {
            ServerProfiles profiles(m_path, {},
                                    {.url = QUrl(u"http://10.0.0.5:9"_s), .urlName = u"OLLAMA_HOST"_s});
            QCOMPARE(profiles.all().size(), 3);
            QVERIFY(profiles.current().isFromEnvironment());
            QCOMPARE(profiles.current().url, QUrl(u"http://10.0.0.5:9"_s));
            ServerProfile other = profiles.current();
            other.url = QUrl(u"http://h:1"_s);
            QVERIFY(!profiles.save(other)); // it is as the environment says
            QVERIFY(!profiles.remove(other.id));
            QVERIFY(!profiles.move(other.id, 1));
            QVERIFY(profiles.move(profiles.all().at(1).id, -5));
            QVERIFY(profiles.all().constFirst().isFromEnvironment());
            QVERIFY(profiles.save(profile(u"http://third:1"_s))); // writes
        }
        const ServerProfiles profiles(m_path, {});
        QCOMPARE(profiles.all().size(), 3);
        QCOMPARE(profiles.current().id, chosen); // the environment is not what was chosen
        QVERIFY(!contents(m_path).contains("10.0.0.5"));
    }

    void movesAndRemovesAndBringsBack()
    {
        ServerProfiles profiles(m_path, {});
        const ServerProfile b = profile(u"http://b:1"_s);
        const ServerProfile c = profile(u"http://c:1"_s);
        QVERIFY(profiles.save(b));
        QVERIFY(profiles.save(c));
        const ServerProfile a = profiles.current();
        QSignalSpy changed(&profiles, &ServerProfiles::changed);
        QSignalSpy currentChanged(&profiles, &ServerProfiles::currentChanged);
        QVERIFY(profiles.move(c.id, -1));
        QCOMPARE(profiles.all(), (QList{a, c, b}));
        QVERIFY(profiles.move(a.id, 9));
        QCOMPARE(profiles.all(), (QList{c, b, a}));
        QVERIFY(profiles.move(a.id, 1));
        QCOMPARE(changed.count(), 2);
        QCOMPARE(currentChanged.count(), 0);

        QVERIFY(profiles.remove(a.id));
        QCOMPARE(profiles.current().id, b.id);
        QCOMPARE(currentChanged.count(), 1);
        QVERIFY(profiles.insert(2, a));
        QCOMPARE(profiles.all(), (QList{c, b, a}));
        QVERIFY(!profiles.insert(0, a)); // is there
        QCOMPARE(ServerProfiles(m_path, {}).all(), profiles.all());

        QVERIFY(profiles.remove(a.id));
        QVERIFY(profiles.remove(b.id));
        QVERIFY(!profiles.remove(c.id)); // the last
        QCOMPARE(profiles.all(), QList{c});
    }

    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<ServerProfile>("wrong");
        const auto row = [](const char *name, auto change) {
            ServerProfile wrong = full();
            change(wrong);
            QTest::newRow(name) << wrong;
        };
        row("address", [](ServerProfile &p) { p.url = QUrl(u"ftp://gpu"_s); });
        row("no address", [](ServerProfile &p) { p.url = QUrl(); });
        row("header", [](ServerProfile &p) { p.headers = {{"X Y", "1"}}; });
        row("smuggled header", [](ServerProfile &p) { p.headers = {{"X-A", "1\r\nX-B: 2"}}; });
        row("key as header", [](ServerProfile &p) { p.headers = {{"authorization", "Bearer x"}}; });
        row("proxy without host", [](ServerProfile &p) { p.proxy.host.clear(); });
        row("proxy without port", [](ServerProfile &p) { p.proxy.port = 0; });
        row("half a fingerprint", [](ServerProfile &p) { p.trust.fingerprint = "abc"; });
        row("no time to connect", [](ServerProfile &p) { p.connectTimeout = 0s; });
        row("over an hour", [](ServerProfile &p) { p.firstByteTimeout = 3601s; });
        row("negative", [](ServerProfile &p) { p.idleTimeout = -1s; });
        row("model", [](ServerProfile &p) { p.defaultModel = u"a\nb"_s; });
        row("no id", [](ServerProfile &p) { p.id.clear(); });
    }
    void refusesWhatCannotBe()
    {
        QFETCH(ServerProfile, wrong);
        ServerProfiles profiles(m_path, {});
        const auto before = profiles.all();
        const auto saved = profiles.save(wrong);
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Error::Kind::Invalid);
        QCOMPARE(profiles.all(), before);
        QVERIFY(!QFileInfo::exists(m_path));
    }

    void readsHeadersAsTheyArePasted()
    {
        const auto headers = server::headersFrom(u" X-Team : blue \n\nX-Empty:\n"_s);
        QVERIFY(headers);
        QCOMPARE(*headers, (QList<base::Header>{{"X-Team", "blue"}, {"X-Empty", ""}}));
        QCOMPARE(server::linesOf(*headers), u"X-Team: blue\nX-Empty: "_s);
        QCOMPARE(server::headersFrom(u"good: 1\nno colon"_s).error().detail, u"no colon"_s);
        QVERIFY(!server::headersFrom(u"Host: elsewhere"_s));
    }

    void makesTheAccessOfAServer()
    {
        const ServerProfile p = full();
        const base::Access access = p.access("secret");
        QCOMPARE(access.url, p.url);
        QCOMPARE(access.key, QByteArray("secret"));
        QCOMPARE(access.headers, p.headers);
        QCOMPARE(access.proxy, p.proxy);
        QCOMPARE(access.trust, p.trust);
        QCOMPARE(access.connectTimeout, 3s);
        QCOMPARE(access.idleTimeout, 45s);
        QVERIFY(access.isClearKeyAllowed);
    }

    void holdsWhatTheDiskDoesNotTake()
    {
        writeFile(m_home.path(u"blocked%1"_s.arg(m_count)), "a file where the folder should be");
        ServerProfiles blocked(m_home.path(u"blocked%1/servers.json"_s.arg(m_count)), {});
        const auto saved = blocked.save(full());
        QVERIFY(!saved);
        QVERIFY(saved.error().kind != Error::Kind::Invalid);
        QCOMPARE(blocked.all().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestServerProfiles)
#include "tst_ServerProfiles.moc"
