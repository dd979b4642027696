#include "net/Http.h"
#include "support/FaultServer.h"
#include "support/HttpOutcome.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using base::Access;
using base::Error;
using base::Proxy;
using support::FaultServer;
using support::Reply;
using Kind = Error::Kind;
using Outcome = support::HttpOutcome;

namespace {

const QUrl behind(u"http://inkstone.example/api/chat"_s); // exists for the proxy alone
const QUrl behindTls(u"https://inkstone.example/api/chat"_s);
const QByteArray key = "sk-CANARY-proxy";

QString nameOf(const FaultServer &proxy)
{
    return u"127.0.0.1:%1"_s.arg(proxy.port());
}

net::HttpRequest requestTo(const QUrl &url, const FaultServer &proxy, Proxy::Use use = Proxy::Use::Http)
{
    net::HttpRequest request = support::post(url);
    request.access = Access(url);
    request.access.key = key;
    request.access.isClearKeyAllowed = true;
    request.access.proxy = {use, u"127.0.0.1"_s, proxy.port(), {}, {}};
    return request;
}

} // namespace

class TestProxies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_http = std::make_unique<net::Http>(); }
    void cleanup() { m_http.reset(); }

    void goesThroughTheServersOwnProxy();
    void givesItsNameAndPasswordToTheProxyAlone();
    void refusesAKeyInTheClearOnTheWayToIt();
    void saysThatTheProxyWantsALogin_data();
    void saysThatTheProxyWantsALogin();
    void saysThatTheProxyIsNotThere_data();
    void saysThatTheProxyIsNotThere();
    void showsNoKeyToAProxyThatRefusesATunnel();
    void keepsWhatCameWhenTheProxyDies();
    void neverTakesAProxyToThisMachine_data();
    void neverTakesAProxyToThisMachine();
    void asksNobodyWhereNoneIsWanted();

private:
    std::unique_ptr<net::Http> m_http;
};

void TestProxies::goesThroughTheServersOwnProxy()
{
    FaultServer proxy;
    proxy.on("POST", behind.toEncoded(), Reply().head(200).chunk("abc").endChunks());
    Outcome outcome(m_http->send(requestTo(behind, proxy), this));
    QVERIFY(outcome.wait());
    QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->detail) : "");
    QCOMPARE(outcome.received, "abc");
    const support::Request seen = proxy.last("POST", behind.toEncoded());
    QCOMPARE(seen.header("Authorization"), "Bearer " + key);
    QCOMPARE(seen.body, "{\"q\":1}");
    QVERIFY(!seen.hasHeader("Proxy-Authorization"));
}

// From the start: the body cannot be sent a second time.
void TestProxies::givesItsNameAndPasswordToTheProxyAlone()
{
    FaultServer proxy;
    proxy.on("POST", behind.toEncoded(), Reply::whole(200, "{}"));
    net::HttpRequest request = requestTo(behind, proxy);
    request.access.proxy.user = u"ada"_s;
    request.access.proxy.password = u"pä"_s;
    Outcome outcome(m_http->send(request, this));
    QVERIFY(outcome.wait());
    QVERIFY(!outcome.error);
    QCOMPARE(proxy.requests().size(), 1);
    QCOMPARE(proxy.requests().first().header("Proxy-Authorization"),
             "Basic " + u"ada:pä"_s.toUtf8().toBase64());

    FaultServer server; // on this machine: no proxy, and its login stays here
    server.on("POST", "/", Reply::whole(200, "{}"));
    request.url = server.url().resolved(QUrl(u"/"_s));
    request.access.url = request.url;
    Outcome direct(m_http->send(request, this));
    QVERIFY(direct.wait());
    QVERIFY(!direct.error);
    QVERIFY(!server.last("POST", "/").hasHeader("Proxy-Authorization"));
}

void TestProxies::refusesAKeyInTheClearOnTheWayToIt()
{
    FaultServer proxy;
    net::HttpRequest request = requestTo(behind, proxy);
    request.access.isClearKeyAllowed = false;
    Outcome outcome(m_http->send(request, this));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.error->kind, Kind::KeyInClear);
    QCOMPARE(proxy.connectionCount(), 0);
}

void TestProxies::saysThatTheProxyWantsALogin_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("plain") << behind;
    QTest::newRow("tunnel") << behindTls;
}

void TestProxies::saysThatTheProxyWantsALogin()
{
    QFETCH(QUrl, url);
    FaultServer proxy;
    const Reply login = Reply().head(407, {"Proxy-Authenticate: Basic realm=\"x\"", "Content-Length: 0"});
    proxy.on("POST", behind.toEncoded(), login);
    proxy.on("CONNECT", "inkstone.example:443", login);
    Outcome outcome(m_http->send(requestTo(url, proxy), this));
    QVERIFY(outcome.wait());
    QVERIFY2(outcome.error->kind == Kind::ProxyLogin, qPrintable(outcome.error->detail));
    QCOMPARE(outcome.error->detail.section(u'\n', 0, 0), nameOf(proxy));
    QCOMPARE(outcome.ends, 1);
    QVERIFY(proxy.count("POST", behind.toEncoded()) <= 1);
}

void TestProxies::saysThatTheProxyIsNotThere_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<Proxy::Use>("use");
    QTest::newRow("plain") << behind << Proxy::Use::Http;
    QTest::newRow("tunnel") << behindTls << Proxy::Use::Http;
    QTest::newRow("SOCKS") << behind << Proxy::Use::Socks5;
    QTest::newRow("SOCKS, encrypted") << behindTls << Proxy::Use::Socks5;
}

void TestProxies::saysThatTheProxyIsNotThere()
{
    QFETCH(QUrl, url);
    QFETCH(Proxy::Use, use);
    FaultServer proxy;
    const net::HttpRequest request = requestTo(url, proxy, use);
    const QString name = nameOf(proxy);
    proxy.goAway();
    Outcome outcome(m_http->send(request, this));
    QVERIFY(outcome.wait());
    QVERIFY2(outcome.error->kind == Kind::Proxy, qPrintable(outcome.error->detail));
    QCOMPARE(outcome.error->detail.section(u'\n', 0, 0), name);
}

void TestProxies::showsNoKeyToAProxyThatRefusesATunnel()
{
    FaultServer proxy;
    proxy.on("CONNECT", "inkstone.example:443", Reply::whole(403, "no"));
    net::HttpRequest request = requestTo(behindTls, proxy);
    request.access.isClearKeyAllowed = false; // encrypted: nobody reads it
    Outcome outcome(m_http->send(request, this));
    QVERIFY(outcome.wait());
    QVERIFY2(outcome.error->kind == Kind::Proxy, qPrintable(outcome.error->detail));
    QVERIFY(proxy.requests().size() > 0);
    for (const support::Request &seen : proxy.requests()) {
        QCOMPARE(seen.method, "CONNECT");
        QVERIFY(!seen.hasHeader("Authorization"));
        QVERIFY(seen.body.isEmpty());
    }
}

void TestProxies::keepsWhatCameWhenTheProxyDies()
{
    FaultServer proxy;
    proxy.on("POST", behind.toEncoded(), Reply().head(200).chunk("abc").waitFor("seen").reset());
    Outcome outcome(m_http->send(requestTo(behind, proxy), this));
    QTRY_COMPARE(outcome.received, "abc");
    proxy.open("seen");
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.error->kind, Kind::Interrupted);
    QCOMPARE(outcome.error->detail.section(u'\n', 0, 0), nameOf(proxy));
    QCOMPARE(proxy.count("POST", behind.toEncoded()), 1);
}

void TestProxies::neverTakesAProxyToThisMachine_data()
{
    QTest::addColumn<Proxy::Use>("use");
    QTest::newRow("HTTP") << Proxy::Use::Http;
    QTest::newRow("SOCKS") << Proxy::Use::Socks5;
}

void TestProxies::neverTakesAProxyToThisMachine()
{
    QFETCH(Proxy::Use, use);
    FaultServer proxy;
    FaultServer server;
    server.on("POST", "/", Reply::whole(200, "{}"));
    for (const QString &host : {u"127.0.0.1"_s, u"localhost"_s}) {
        QUrl url = server.url().resolved(QUrl(u"/"_s));
        url.setHost(host);
        Outcome outcome(m_http->send(requestTo(url, proxy, use), this));
        QVERIFY(outcome.wait());
        QVERIFY2(!outcome.error, qPrintable(host));
    }
    QCOMPARE(proxy.connectionCount(), 0);
}

void TestProxies::asksNobodyWhereNoneIsWanted()
{
    FaultServer proxy;
    qputenv("http_proxy", proxy.url().toEncoded());
    net::HttpRequest request = support::get(QUrl(u"http://inkstone.invalid/"_s));
    request.access.proxy.use = Proxy::Use::None;
    Outcome outcome(m_http->send(request, this));
    QTRY_VERIFY_WITH_TIMEOUT(outcome.hasEnded(), 15'000);
    qunsetenv("http_proxy");
    QCOMPARE(outcome.error->kind, Kind::HostNotFound);
    QCOMPARE(proxy.connectionCount(), 0);
}

QTEST_GUILESS_MAIN(TestProxies)
#include "tst_Proxies.moc"
