// The connection doctor against servers that each have one fault: what is found, and that every advice there
// is can be provoked. Those that need another network are in tests/real/tst_Doctor.cpp.
#include "common/AdviceText.h"
#include "common/AdviceWords.h"
#include "privacy/Ledger.h"
#include "support/Checkup.h"
#include "support/FakeOllama.h"
#include "support/ListlessServer.h"
#include "support/TlsServer.h"

#include <QNetworkProxy>
#include <QSet>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Access;
using server::Advice;
using server::Probe;
using server::ProbeFacts;
using server::Rung;
using server::RungState;
using support::Checkup;
using support::FakeModel;
using support::FakeOllama;
using support::FaultServer;
using support::Reply;

namespace {

const FakeModel small{.name = u"small:1b"_s, .sizeBytes = 1'000};
const FakeModel large{.name = u"large:9b"_s, .sizeBytes = 9'000};
const server::System withEngine{.hasEngine = true};
const auto deep = Probe::Depth::Answer;

// A port on which nothing listens.
quint16 closedPort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no port is free");
    return server.serverPort();
}

// A machine that drops what asks for a connection: the queue of those that wait to be accepted is full.
class BlackHole
{
public:
    BlackHole()
    {
        m_server.setListenBacklogSize(0);
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port is free");
        m_server.pauseAccepting();
        for (auto &socket : m_waiting) {
            socket.setProxy(QNetworkProxy::NoProxy);
            socket.connectToHost(QHostAddress::LocalHost, m_server.serverPort());
            socket.waitForConnected(200);
        }
    }
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort())); }

private:
    QTcpServer m_server;
    std::array<QTcpSocket, 3> m_waiting;
};

Access through(const FaultServer &proxy, const QString &url = u"http://engine.example:11434"_s)
{
    Access access{QUrl(url)};
    access.proxy = {.use = base::Proxy::Use::Http,
                    .host = u"127.0.0.1"_s,
                    .port = proxy.port(),
                    .user = {},
                    .password = {}};
    return access;
}

// What asks a proxy for a name on the other side names it whole.
void answersAsProxy(FaultServer &proxy, const QByteArray &path, const Reply &reply)
{
    proxy.on("GET", path, reply);
    proxy.on("GET", "http://engine.example:11434" + path, reply);
}

} // namespace

class TestDoctor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void climbsTheWholeLadder();
    void asksNoModelUnlessItIsToldTo();
    void asksTheDefaultModelElseTheSmallest();
    void stopsAtTheFirstRungThatFails();
    void canBeCancelledAtEveryRung_data();
    void canBeCancelledAtEveryRung();
    void nothingListens();
    void nobodyAnswers();
    void theNameIsUnknown();
    void listensOnLoopbackOnly();
    void anotherServiceAnswers_data();
    void anotherServiceAnswers();
    void theReplyIsWrong_data();
    void theReplyIsWrong();
    void theProxyIsInTheWay();
    void anotherKindIsOpenToEveryone_data();
    void anotherKindIsOpenToEveryone();
    void theCertificateIsNotGood_data();
    void theCertificateIsNotGood();
    void theKeyIsMissingOrRefused();
    void theLockHolds();
    void theVersionIsOld();
    void theVersionNeedsNoHurry();
    void anotherKindHasNoModels();
    void anotherKindHasNoList();
    void modelsAreMissing();
    void theAnswerFails_data();
    void theAnswerFails();
    void theAnswerIsHeldBackOrSlow();
    void theReportHoldsNoSecret();
    void everyAdviceIsProvokedAndWorded();

private:
    // Advice expected and found; noted for the last test.
    void expect(const Checkup &check, Advice advice, Rung rung, const server::System &system = {})
    {
        const auto finding = check.finding(advice, system);
        const auto all = check.findings(system);
        QVERIFY2(finding, all.isEmpty() ? "nothing was found"
                                        : qPrintable(ui::adviceText(all.last(), check.probe.facts()).what));
        QCOMPARE(finding->rung, rung);
        m_provoked.insert(static_cast<int>(advice));
        const ui::AdviceText text = ui::adviceText(*finding, check.probe.facts());
        QVERIFY2(!text.what.contains(u'%') && !text.next.contains(u'%'), qPrintable(text.what + text.next));
        QVERIFY(!text.what.isEmpty() && !text.next.isEmpty());
    }

    QSet<int> m_provoked;
    support::Certificates m_certificates;
};

void TestDoctor::climbsTheWholeLadder()
{
    FakeOllama engine({small});
    Checkup check;
    QList<QList<RungState>> seen;
    connect(&check.probe, &Probe::changed, this, [&] {
        QList<RungState> states;
        for (const server::Step &step : check.probe.facts().steps)
            states.append(step.state);
        if (seen.isEmpty() || seen.last() != states)
            seen.append(states);
    });
    const ProbeFacts &facts = check.run({.access = engine.url(), .depth = deep});
    for (const server::Step &step : facts.steps)
        QVERIFY(step.state == RungState::Passed || step.state == RungState::NotNeeded);
    QVERIFY(!facts.isRunning);
    QVERIFY(!facts.error);
    QCOMPARE(facts.addresses, QStringList{u"127.0.0.1"_s});
    QCOMPARE(facts.status, 200);
    QCOMPARE(facts.info->version, u"0.17.4");
    QCOMPARE(facts.models.size(), 1);
    QCOMPARE(facts.answer.model, small.name);
    QCOMPARE(facts.answer.text, u"Paris is the capital.");
    // Rung by rung: what was reached is never left again.
    QVERIFY(seen.size() > 5);
    for (qsizetype i = 1; i < seen.size(); ++i) {
        for (std::size_t rung = 0; rung < server::rungCount; ++rung)
            QVERIFY(static_cast<int>(seen[i][rung]) >= static_cast<int>(seen[i - 1][rung]));
    }
    QCOMPARE(engine.count("POST", "/api/chat"), 1);
}

void TestDoctor::asksNoModelUnlessItIsToldTo()
{
    FakeOllama engine({small});
    Checkup check;
    const ProbeFacts &facts = check.run({.access = engine.url()});
    QCOMPARE(facts.step(Rung::Models).state, RungState::Passed);
    QCOMPARE(facts.step(Rung::Answer).state, RungState::NotChecked);
    QCOMPARE(engine.count("POST", "/api/chat"), 0);
    QVERIFY(!facts.failedRung());
}

void TestDoctor::asksTheDefaultModelElseTheSmallest()
{
    FakeOllama engine({large, small});
    Checkup check;
    QCOMPARE(check.run({.access = engine.url(), .model = large.name, .depth = deep}).answer.model,
             large.name);
    QCOMPARE(check.run({.access = engine.url(), .model = u"gone:7b"_s, .depth = deep}).answer.model,
             small.name);
    // One that cannot chat is passed over.
    engine.once("POST", "/api/chat",
                Reply::whole(400, FakeOllama::errorLine(u"\"small:1b\" does not support chat"_s)));
    QCOMPARE(check.run({.access = engine.url(), .depth = deep}).answer.model, large.name);
}

void TestDoctor::stopsAtTheFirstRungThatFails()
{
    FakeOllama engine({small});
    engine.on("GET", "/api/tags", Reply::whole(500, "{}"));
    Checkup check;
    const ProbeFacts &facts = check.run({.access = engine.url(), .depth = deep});
    QCOMPARE(facts.failedRung(), Rung::Models);
    QCOMPARE(facts.step(Rung::Version).state, RungState::Passed);
    QCOMPARE(facts.step(Rung::Answer).state, RungState::NotChecked);
    expect(check, Advice::Failed, Rung::Models);
}

void TestDoctor::canBeCancelledAtEveryRung_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Rung>("rung");
    QTest::newRow("name") << QByteArray() << QByteArray() << Rung::Name;
    QTest::newRow("http") << QByteArray("GET") << QByteArray("/api/version") << Rung::Http;
    QTest::newRow("models") << QByteArray("GET") << QByteArray("/api/tags") << Rung::Models;
    QTest::newRow("answer") << QByteArray("POST") << QByteArray("/api/chat") << Rung::Answer;
}

void TestDoctor::canBeCancelledAtEveryRung()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(Rung, rung);
    FakeOllama engine({small});
    if (!path.isEmpty())
        engine.on(method, path, Reply().stall());
    Checkup check;
    const QSignalSpy finished(&check.probe, &Probe::finished);
    check.probe.start({.access = engine.url(), .depth = deep});
    if (!path.isEmpty())
        QTRY_COMPARE(engine.count(method, path), 1);
    QCOMPARE(check.probe.facts().step(rung).state, RungState::Checking);
    check.probe.cancel();
    QVERIFY(!check.probe.facts().isRunning);
    QCOMPARE(check.probe.facts().step(rung).state, RungState::NotChecked);
    QTRY_COMPARE(engine.openConnectionCount(), 0);
    QCOMPARE(finished.count(), 0);
    QVERIFY(!check.probe.facts().failedRung());
    // And begun anew from what it tells.
    engine.on(method, path, path.isEmpty() ? Reply::whole(404, "") : Reply::whole(500, "{}"));
    check.run({.access = engine.url(), .depth = deep});
    QVERIFY(!check.probe.facts().isRunning);
}

void TestDoctor::nothingListens()
{
    Checkup check;
    const Access access{QUrl(u"http://127.0.0.1:%1"_s.arg(closedPort()))};
    QCOMPARE(check.run({.access = access}).port, server::PortState::Refused);
    expect(check, Advice::NotInstalled, Rung::Port);
    expect(check, Advice::NotRunning, Rung::Port, withEngine);
    expect(check, Advice::InsideContainer, Rung::Port, {.isContainer = true});
    const server::System service{.hasService = true, .hasEngine = true};
    QCOMPARE(check.finding(Advice::NotRunning, service)->command, u"sudo systemctl start ollama");
}

void TestDoctor::nobodyAnswers()
{
    const BlackHole hole;
    Checkup check;
    Access access{hole.url()};
    access.connectTimeout = 300ms;
    QCOMPARE(check.run({.access = access}).port, server::PortState::Silent);
    expect(check, Advice::Firewall, Rung::Port);
    using Family = server::System::Family;
    for (const auto &[family, line] :
         {std::pair{Family::Linux, u"ufw allow"_s}, std::pair{Family::Linux, u"firewall-cmd"_s},
          std::pair{Family::MacOs, u"socketfilterfw"_s},
          std::pair{Family::Windows, u"New-NetFirewallRule"_s}}) {
        const QString command = check.finding(Advice::Firewall, {.family = family})->command;
        QVERIFY2(command.contains(line), qPrintable(command));
        QCOMPARE(command.contains("sudo ufw"_L1), family == Family::Linux);
        QVERIFY(server::firewallCommand(1).contains(line)); // of another machine
    }
    // An address that cannot be connected to at all.
    QCOMPARE(check.run({.access = QUrl(u"http://255.255.255.255:1"_s)}).port, server::PortState::Unreachable);
    expect(check, Advice::NoRoute, Rung::Port);
}

void TestDoctor::theNameIsUnknown()
{
    Checkup check;
    check.run({.access = QUrl(u"http://no-such-host.invalid:11434"_s)});
    expect(check, Advice::NameUnknown, Rung::Name);
}

void TestDoctor::listensOnLoopbackOnly()
{
    const QList<QHostAddress> own = net::ownAddresses();
    QVERIFY2(!own.isEmpty(), "this machine is in no network");
    FakeOllama engine({small});
    QUrl url = engine.url();
    url.setHost(own.first().toString());
    Checkup check;
    QVERIFY(check.run({.access = url}).answersOnLoopback);
    expect(check, Advice::LoopbackOnly, Rung::Port);
    QCOMPARE(check.finding(Advice::LoopbackOnly)->ways, {}); // how it is run here is known
    QVERIFY(check.finding(Advice::LoopbackOnly)
                ->command.contains(u"OLLAMA_HOST=0.0.0.0:%1"_s.arg(engine.port())));
}

void TestDoctor::anotherServiceAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("status");
    QTest::addColumn<Advice>("advice");
    const auto row = [](const char *name, int status, const QByteArray &body, Advice advice) {
        QTest::newRow(name) << body << QByteArray("text/html") << status << advice;
    };
    row("a web page", 200, "<!doctype html><title>Router</title>", Advice::WebPage);
    row("a web page that knows no path", 404, "<html>404</html>", Advice::WebPage);
    row("another API", 200, "{\"hello\":1}", Advice::OtherService);
    row("plain text", 404, "404 page not found", Advice::OtherService);
    row("one that wants TLS, in Go", 400, "Client sent an HTTP request to an HTTPS server.\n",
        Advice::WantsTls);
    row("one that wants TLS, nginx", 400,
        "<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head></html>",
        Advice::WantsTls);
}

void TestDoctor::anotherServiceAnswers()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(int, status);
    QFETCH(Advice, advice);
    FaultServer server;
    for (const char *path : {"/api/version", "/v1/models", "/ollama/api/version", "/ollama/v1/models"})
        server.on("GET", path, Reply::whole(status, body, type));
    Checkup check;
    check.run({.access = server.url()});
    expect(check, advice, Rung::Kind);
    if (advice == Advice::WantsTls)
        return;
    QUrl below = server.url();
    below.setPath(u"/ollama"_s);
    check.run({.access = below});
    expect(check, Advice::WrongPath, Rung::Kind);
    QCOMPARE(server::suggestedAddress(Advice::WrongPath, check.probe.facts()), server.url());
}

void TestDoctor::theReplyIsWrong_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<Advice>("advice");
    QTest::newRow("a redirect") << Reply().head(301,
                                                {"Location: https://engine.example/", "Content-Length: 0"})
                                << Advice::Redirected;
    QTest::newRow("nothing behind the proxy")
        << Reply::whole(502, "<html>502 Bad Gateway</html>", "text/html") << Advice::GatewayFailed;
    QTest::newRow("llama-server before its model is there")
        << Reply::whole(503, R"({"error":{"message":"Loading model","type":"unavailable_error","code":503}})")
        << Advice::StillLoading;
    QTest::newRow("refused without a word") << Reply::whole(403, "") << Advice::OriginRefused;
    QTest::newRow("no reply") << Reply().stall() << Advice::NoReply;
    QTest::newRow("a reset") << Reply().reset() << Advice::NotHttp;
}

void TestDoctor::theReplyIsWrong()
{
    QFETCH(Reply, reply);
    QFETCH(Advice, advice);
    FaultServer server;
    server.on("GET", "/api/version", reply);
    Checkup check;
    check.run({.access = server.url(), .replyTimeout = 300ms});
    expect(check, advice, Rung::Http);

    FaultServer banner;
    banner.onConnect(Reply().raw("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"));
    check.run({.access = banner.url()});
    expect(check, Advice::NotHttp, Rung::Http);
}

void TestDoctor::theProxyIsInTheWay()
{
    FaultServer proxy;
    Checkup check;
    answersAsProxy(proxy, "/api/version", Reply::whole(407, "", "text/plain"));
    check.run({.access = through(proxy)});
    expect(check, Advice::ProxyLogin, Rung::Http);

    // What passes through it can be read by it, and is open to everyone.
    answersAsProxy(proxy, "/api/version", Reply::whole(200, R"({"version":"0.21.0"})"));
    answersAsProxy(proxy, "/api/tags", Reply::whole(200, R"({"models":[{"name":"m:1b","size":1}]})"));
    const ProbeFacts &facts = check.run({.access = through(proxy)});
    QCOMPARE(facts.step(Rung::Models).state, RungState::Passed);
    QCOMPARE(facts.proxy, u"127.0.0.1:%1"_s.arg(proxy.port()));
    expect(check, Advice::ProxyReadsAlong, Rung::Proxy);
    expect(check, Advice::Exposed, Rung::Key);
    const server::Finding exposed = *check.finding(Advice::Exposed);
    QCOMPARE(exposed.ways.size(), std::size(server::engineKeepers));
    QCOMPARE(exposed.command, exposed.ways.first().command);
    const QString report = ui::checkReport(facts, {exposed}, QDateTime::currentDateTime());
    for (const QString &line :
         {u"Environment=\"OLLAMA_HOST=127.0.0.1:11434\""_s, u"-p 127.0.0.1:11434:11434"_s,
          u"launchctl setenv OLLAMA_HOST 127.0.0.1:11434"_s,
          u"SetEnvironmentVariable('OLLAMA_HOST', '127.0.0.1:11434', 'User')"_s, u"Docker container:"_s})
        QVERIFY2(report.contains(line), qPrintable(report));

    answersAsProxy(proxy, "/api/version", Reply::whole(403, ""));
    check.run({.access = through(proxy)});
    expect(check, Advice::HostRefused, Rung::Http);

    Access clear = through(proxy);
    clear.key = "sk-secret";
    check.run({.access = clear});
    expect(check, Advice::KeyInClear, Rung::Http);
    for (const auto &request : proxy.requests())
        QVERIFY(!request.hasHeader("Authorization"));

    // It refuses to connect to the other side.
    FaultServer refusing;
    refusing.on("CONNECT", "engine.example:443", Reply::whole(403, "no"));
    check.run({.access = through(refusing, u"https://engine.example"_s)});
    expect(check, Advice::ProxyFailed, Rung::Tls);

    Access gone = through(proxy);
    gone.proxy.port = closedPort();
    check.run({.access = gone});
    expect(check, Advice::ProxyUnreachable, Rung::Port);
}

// What one without the key gets is what counts: some show their models to everyone, and some take any key.
void TestDoctor::anotherKindIsOpenToEveryone_data()
{
    QTest::addColumn<Reply>("toNothing");
    QTest::addColumn<bool>("isOpen");
    const QByteArray words = R"({"error":{"message":"'messages' is required"}})";
    QTest::newRow("vLLM") << Reply::whole(400, words) << true;
    QTest::newRow("FastAPI") << Reply::whole(422, R"({"detail":[{"type":"missing"}]})") << true;
    QTest::newRow("llama-server") << Reply::whole(500, words) << true;
    QTest::newRow("a key is asked for") << Reply::whole(401, words) << false;
    QTest::newRow("a page") << Reply::whole(400, "<html>", "text/html") << false;
    QTest::newRow("no answer") << Reply().stall() << false;
}

void TestDoctor::anotherKindIsOpenToEveryone()
{
    QFETCH(Reply, toNothing);
    QFETCH(bool, isOpen);
    FaultServer proxy;
    answersAsProxy(proxy, "/api/version", Reply::whole(404, "{}"));
    answersAsProxy(proxy, "/v1/models", Reply::whole(200, R"({"object":"list","data":[{"id":"a/b"}]})"));
    proxy.on("POST", "http://engine.example:11434/v1/chat/completions", toNothing);
    Access access = through(proxy);
    access.key = "sk-any";
    access.isClearKeyAllowed = true;
    access.headers = {{"X-Key", "sk-any"}};
    Checkup check;
    const ProbeFacts &facts = check.run({.access = access});
    QCOMPARE(facts.failedRung(), std::nullopt);
    QCOMPARE(check.finding(Advice::NeedsKey).has_value(), isOpen);
    QVERIFY(!check.finding(Advice::Exposed));
    if (isOpen)
        expect(check, Advice::NeedsKey, Rung::Key);
    const support::Request asked = proxy.last("POST", "http://engine.example:11434/v1/chat/completions");
    QCOMPARE(asked.body, QByteArray("{}"));
    QVERIFY(!asked.hasHeader("Authorization") && !asked.hasHeader("X-Key"));
}

void TestDoctor::theCertificateIsNotGood_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<bool>("knowsAuthority");
    QTest::addColumn<QString>("pinned");
    QTest::addColumn<Advice>("advice");
    QTest::newRow("self-signed") << u"self"_s << false << QString() << Advice::SelfSigned;
    QTest::newRow("of an unknown issuer") << u"good"_s << false << QString() << Advice::UnknownIssuer;
    QTest::newRow("expired") << u"expired"_s << true << QString() << Advice::CertificateExpired;
    QTest::newRow("not valid yet") << u"notyet"_s << true << QString() << Advice::CertificateNotYetValid;
    QTest::newRow("for another host") << u"wronghost"_s << true << QString() << Advice::CertificateWrongHost;
    QTest::newRow("another than the trusted one")
        << u"self2"_s << false << u"self"_s << Advice::CertificateChanged;
}

void TestDoctor::theCertificateIsNotGood()
{
    QFETCH(QString, certificate);
    QFETCH(bool, knowsAuthority);
    QFETCH(QString, pinned);
    QFETCH(Advice, advice);
    QVERIFY(m_certificates.isMade());
    const support::TlsServer server(m_certificates.configuration(certificate));
    Access access{server.url()};
    access.key = "sk-secret";
    if (knowsAuthority)
        access.trust.authorities = m_certificates.authority();
    if (!pinned.isEmpty())
        access.trust.fingerprint = m_certificates.fingerprint(pinned);
    Checkup check;
    const ProbeFacts &facts = check.run({.access = access});
    expect(check, advice, Rung::Tls);
    QCOMPARE(facts.tls->certificate.fingerprint, m_certificates.fingerprint(certificate));
    QCOMPARE(server.received(), QByteArray());

    // Trusted by its fingerprint, it is good whatever it says.
    access.trust = {.authorities = {}, .fingerprint = facts.tls->certificate.fingerprint};
    QCOMPARE(check.run({.access = access, .replyTimeout = 100ms}).step(Rung::Tls).state, RungState::Passed);
}

void TestDoctor::theKeyIsMissingOrRefused()
{
    FaultServer server;
    server.on("GET", "/api/version", Reply::whole(401, "{\"error\":\"unauthorized\"}"));
    Checkup check;
    check.run({.access = server.url()});
    expect(check, Advice::KeyMissing, Rung::Key);
    Access access{server.url()};
    access.key = "sk-wrong";
    check.run({.access = access});
    expect(check, Advice::KeyRefused, Rung::Key);
    // The kind that lists its models only.
    FaultServer other;
    other.on("GET", "/v1/models", Reply::whole(401, "{}"));
    check.run({.access = other.url()});
    expect(check, Advice::KeyMissing, Rung::Key);
    QCOMPARE(check.probe.facts().step(Rung::Kind).state, RungState::NotChecked);
    // And one that shows them to everyone.
    other.on("GET", "/v1/models", Reply::whole(200, R"({"object":"list","data":[{"id":"a/b"}]})"));
    other.on("POST", "/v1/chat/completions", Reply::whole(401, R"({"error":{"message":"No key"}})"));
    check.run({.access = other.url(), .depth = deep});
    expect(check, Advice::KeyMissing, Rung::Key);
    QCOMPARE(check.findings().size(), 1);
    QCOMPARE(check.probe.facts().step(Rung::Answer).state, RungState::NotChecked);
    QVERIFY(!check.run({.access = other.url()}).failedRung());
    access.url = other.url();
    check.run({.access = access, .depth = deep});
    expect(check, Advice::KeyRefused, Rung::Key);

    // Plain where TLS is expected, and a handshake that ends in the middle.
    FaultServer http;
    http.onConnect(Reply().raw("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"));
    QUrl plain = http.url();
    plain.setScheme(u"https"_s);
    check.run({.access = plain});
    expect(check, Advice::NotTls, Rung::Tls);
    QCOMPARE(server::suggestedAddress(Advice::NotTls, check.probe.facts()), http.url());
    FaultServer broken;
    broken.onConnect(Reply().waitFor("hello").fin());
    QTimer::singleShot(300ms, &broken, [&broken] { broken.open("hello"); });
    plain.setPort(broken.port());
    check.run({.access = plain});
    expect(check, Advice::TlsFailed, Rung::Tls);
}

void TestDoctor::theLockHolds()
{
    FakeOllama engine({small});
    privacy::Ledger ledger;
    ledger.setLock(QUrl(u"http://127.0.0.1:1"_s));
    Checkup check(&ledger);
    check.run({.access = engine.url()});
    expect(check, Advice::Locked, Rung::Name);
    QCOMPARE(engine.connectionCount(), 0);
    QVERIFY(ledger.contacts().isEmpty());
    // Without it, whom it looks at is noted.
    ledger.removeLock();
    check.run({.access = engine.url()});
    QCOMPARE(ledger.contacts().size(), 1);
    QCOMPARE(ledger.contacts().first().origin, base::origin(engine.url()));
}

void TestDoctor::theVersionIsOld()
{
    FakeOllama engine({small});
    engine.version = u"0.1.28"_s;
    Checkup check;
    QCOMPARE(check.run({.access = engine.url()}).failedRung(), std::nullopt);
    expect(check, Advice::OldVersion, Rung::Version);
    QCOMPARE(check.finding(Advice::OldVersion)->severity, server::Finding::Severity::Warning);
    const auto advisories = check.finding(Advice::OldVersion)->advisories;
    QVERIFY(std::ranges::find(advisories, u"CVE-2024-37032"_s, &server::Advisory::id) != advisories.end());
    for (const QString &version : {u"0.0.0"_s, u"0.99.0"_s, u"nonsense"_s, QString()}) {
        engine.version = version;
        check.run({.access = engine.url()});
        QVERIFY2(!check.finding(Advice::OldVersion), qPrintable(version));
        QVERIFY2(!check.finding(Advice::UpdateAdvised), qPrintable(version));
    }
}

// What needs the person to fetch something bad, at an address that nobody else reaches.
void TestDoctor::theVersionNeedsNoHurry()
{
    FakeOllama engine({small});
    engine.version = u"0.17.4"_s;
    Checkup check;
    server::ProbeFacts facts = check.run({.access = engine.url()});
    expect(check, Advice::UpdateAdvised, Rung::Version);
    QCOMPARE(check.finding(Advice::UpdateAdvised)->severity, server::Finding::Severity::Note);
    QVERIFY(!check.finding(Advice::OldVersion));

    const auto isNoted = [&facts] {
        const auto findings = server::diagnose(facts, {});
        return std::ranges::find(findings, Advice::UpdateAdvised, &server::Finding::advice) != findings.end();
    };
    QVERIFY(isNoted());
    facts.exposedAt = u"192.168.1.20:11434"_s;
    QVERIFY(!isNoted());
    facts.exposedAt.clear();
    facts.proxy = u"proxy.lab:3128"_s;
    QVERIFY(!isNoted());
    facts.proxy.clear();
    facts.info->version = u"0.17.0"_s; // lends its memory to whoever asks
    QVERIFY(!isNoted());
    facts.info->version = u"0.17.4"_s;
    facts.url = QUrl(u"http://gpu.lab:11434"_s);
    QVERIFY(!isNoted());
}

void TestDoctor::anotherKindHasNoModels()
{
    FaultServer server;
    server.on("GET", "/v1/models", Reply::whole(200, R"({"object":"list","data":[]})"));
    Checkup check;
    check.run({.access = server.url()});
    expect(check, Advice::NoModelServed, Rung::Models);
    server.on("GET", "/v1/models", Reply::whole(200, R"({"object":"list","data":[{"id":"a/b"}]})"));
    QCOMPARE(check.run({.access = server.url(), .model = u"qwen3:8b"_s}).failedRung(), std::nullopt);
    expect(check, Advice::ModelNotServed, Rung::Models);
    QVERIFY(check.finding(Advice::ModelNotServed)->command.isEmpty());
}

// It answers all the same, for a model that has to be named.
void TestDoctor::anotherKindHasNoList()
{
    const support::ListlessServer server("Hello.");
    Checkup check;
    const server::ProbeFacts &facts = check.run({.access = server.url(), .depth = deep});
    expect(check, Advice::NoModelNamed, Rung::Models);
    QCOMPARE(facts.info->kind, backend::ServerKind::OpenAi);
    QCOMPARE(server.count("POST", "/v1/chat/completions"), 1);

    check.run({.access = server.url(), .model = u"org/model"_s, .depth = deep});
    QCOMPARE(facts.failedRung(), std::nullopt);
    QVERIFY(check.findings().isEmpty());
    QCOMPARE(facts.step(Rung::Models).state, server::RungState::NotNeeded);
    QCOMPARE(facts.answer.model, u"org/model");
    QCOMPARE(facts.answer.text, u"Hello.");
}

void TestDoctor::modelsAreMissing()
{
    FakeOllama engine;
    Checkup check;
    check.run({.access = engine.url()});
    expect(check, Advice::NoModels, Rung::Models);
    engine.models = {small};
    QCOMPARE(check.run({.access = engine.url(), .model = u"qwen3:8b"_s}).failedRung(), std::nullopt);
    expect(check, Advice::ModelMissing, Rung::Models);
    QCOMPARE(check.finding(Advice::ModelMissing)->command, u"ollama pull qwen3:8b");
}

void TestDoctor::theAnswerFails_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<Advice>("advice");
    const auto row = [](const char *name, const QString &error, Advice advice) {
        QTest::newRow(name) << Reply::whole(500, FakeOllama::errorLine(error)) << advice;
    };
    row("no memory", u"model requires more system memory (5.5 GiB) than is available (3.4 GiB)"_s,
        Advice::NeedsMemory);
    row("it crashed", u"llama runner process has terminated: exit status 2"_s, Advice::ModelCrashed);
    row("anything", u"something"_s, Advice::Failed);
    QTest::newRow("too late") << Reply().stall() << Advice::NoAnswer;
    QTest::newRow("no word") << Reply::lines({FakeOllama::lastChatLine(u"m"_s)}) << Advice::EmptyAnswer;
}

void TestDoctor::theAnswerFails()
{
    QFETCH(Reply, reply);
    QFETCH(Advice, advice);
    FakeOllama engine({small});
    engine.on("POST", "/api/chat", reply);
    Checkup check;
    check.run({.access = engine.url(), .depth = deep, .answerTimeout = 300ms});
    expect(check, advice, Rung::Answer);
    QCOMPARE(engine.count("POST", "/api/chat"), 1);
}

void TestDoctor::theAnswerIsHeldBackOrSlow()
{
    FakeOllama engine({small});
    Checkup check;
    const QByteArray word = FakeOllama::chatLine(u"m"_s, u"word "_s);
    const QByteArray last = FakeOllama::lastChatLine(u"m"_s); // 12 tokens in 3 s
    engine.on("POST", "/api/chat", Reply::lines({word, word, word, word, last}));
    check.run({.access = engine.url(), .depth = deep});
    expect(check, Advice::Buffered, Rung::Answer);
    QVERIFY(!check.finding(Advice::Slow));

    QByteArray slow = last;
    slow.replace("\"eval_count\":12", "\"eval_count\":4");
    engine.on("POST", "/api/chat", Reply::lines({word, slow}));
    check.run({.access = engine.url(), .depth = deep});
    expect(check, Advice::Slow, Rung::Answer);
    QVERIFY(!check.finding(Advice::Buffered));

    // As it was generated.
    QByteArray quick = last;
    quick.replace("\"eval_duration\":3000000000", "\"eval_duration\":200000000");
    engine.on("POST", "/api/chat",
              Reply()
                  .head(200)
                  .chunk(word + '\n')
                  .waitFor("second")
                  .chunk(word + '\n' + word + '\n' + quick + '\n')
                  .endChunks());
    QTimer::singleShot(250ms, &engine, [&engine] { engine.open("second"); });
    check.run({.access = engine.url(), .depth = deep});
    QVERIFY(!check.finding(Advice::Buffered));
    QVERIFY(!check.finding(Advice::Slow));
}

void TestDoctor::theReportHoldsNoSecret()
{
    const QByteArray canary = "sk-CANARY-7f3a";
    for (const bool isRefused : {true, false}) {
        FakeOllama engine({small});
        if (isRefused)
            engine.on("GET", "/api/version", Reply::whole(401, "{}"));
        Access access{engine.url()};
        access.key = canary;
        access.headers = {{"X-Token", canary}};
        access.proxy = {.use = base::Proxy::Use::Http,
                        .host = u"proxy.example"_s,
                        .port = 1,
                        .user = u"u"_s,
                        .password = QString::fromLatin1(canary)};
        Checkup check;
        const ProbeFacts &facts = check.run({.access = access, .depth = deep});
        const QString report = ui::checkReport(facts, check.findings(), QDateTime::currentDateTime());
        QVERIFY2(!report.contains(QLatin1StringView(canary)), qPrintable(report));
        QVERIFY(report.contains(engine.url().toString()));
        // A line a rung at least, and the key did go where it belongs.
        QVERIFY(report.count(u'\n') > static_cast<qsizetype>(server::rungCount));
        QCOMPARE(engine.last("GET", "/api/version").header("Authorization"), "Bearer " + canary);
    }
}

void TestDoctor::everyAdviceIsProvokedAndWorded()
{
    // In tests/real/tst_Doctor.cpp, where there are other machines.
    const QSet<Advice> elsewhere{Advice::NameSilent, Advice::HostOfContainer, Advice::RemoteRefused,
                                 Advice::TlsTooOld};
    for (int i = 0; i < server::adviceCount; ++i) {
        const auto advice = static_cast<Advice>(i);
        const auto words = ui::adviceWords();
        const bool isWorded = std::ranges::find(words, advice, &ui::AdviceWords::advice) != words.end();
        QVERIFY2(isWorded || advice == Advice::Failed, qPrintable(u"advice %1 has no words"_s.arg(i)));
        QVERIFY2(m_provoked.contains(i) || elsewhere.contains(advice),
                 qPrintable(u"advice %1 was not provoked"_s.arg(i)));
    }
    for (const ui::AdviceWords &words : ui::adviceWords()) {
        const QString what = QString::fromUtf8(words.what);
        QVERIFY2(what.endsWith(u'.') || what.endsWith("%3"_L1), words.what);
        QVERIFY2(what.front().isUpper() || what.startsWith(u'%'), words.what);
    }
}

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_Doctor.moc"
