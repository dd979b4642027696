#include "net/Http.h"
#include "support/FaultServer.h"
#include "support/HttpOutcome.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <future>
#include <memory>
#include <optional>
#include <sched.h>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;
using net::Http;
using net::HttpExchange;
using net::HttpRequest;
using net::HttpResponse;
using support::FaultServer;
using support::Reply;
using Outcome = support::HttpOutcome;
using support::get;
using support::post;

class TestHttp : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_http = std::make_unique<Http>(); }
    void cleanup() { m_http.reset(); }

    void sendsHonestPlainRequests();
    void readsAWholeBody();
    void streamsWhatArrives();
    void givesErrorBodiesWholeAlsoForStreams_data();
    void givesErrorBodiesWholeAlsoForStreams();
    void endsAHeadWithItsHeaders_data();
    void endsAHeadWithItsHeaders();
    void sendsABodyWithDelete();
    void sendsABodyWhileItsSenderIsBusy_data();
    void sendsABodyWhileItsSenderIsBusy();
    void neverFollowsARedirect_data();
    void neverFollowsARedirect();
    void cancellingClosesTheConnection();
    void destroyingTheParentIsSilent();
    void survivesBeingDeletedWhileReceiving();
    void manyStreamsDoNotStarveEachOther();
    void endsAfterSendReturned();
    void asksNobodyForThisMachinesProxy();
    void keepsNoCookies();

private:
    std::unique_ptr<Http> m_http;
};

void TestHttp::sendsHonestPlainRequests()
{
    FaultServer server;
    server.on("POST", "/x", Reply::whole(200, "{}"));
    Outcome outcome(m_http->send(post(server.url().resolved(QUrl(u"/x"_s))), this));
    QVERIFY(outcome.wait());
    const support::Request request = server.last("POST", "/x");
    QCOMPARE(request.body, "{\"q\":1}");
    QCOMPARE(request.header("User-Agent"), "Inkstone/" INKSTONE_VERSION);
    QCOMPARE(request.header("Accept-Encoding"), "identity");
    QCOMPARE(request.header("Content-Type"), "application/json");
    QCOMPARE(request.header("Accept"), "application/json");
    for (const char *name : {"Origin", "Cookie", "Authorization", "Upgrade", "HTTP2-Settings", "Referer"})
        QVERIFY2(!request.hasHeader(name), name);
}

void TestHttp::readsAWholeBody()
{
    FaultServer server;
    server.on("GET", "/x", Reply().head(200).chunk("{\"a\"").chunk(":1}").endChunks());
    Outcome outcome(m_http->send(get(server.url().resolved(QUrl(u"/x"_s))), this));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.response, (HttpResponse{200, "{\"a\":1}"}));
    QVERIFY(outcome.received.isEmpty());
    QCOMPARE(outcome.ends, 1);
}

void TestHttp::streamsWhatArrives()
{
    FaultServer server;
    server.on("POST", "/", Reply().head(200).chunk("one").waitFor("seen").chunk("two").endChunks());
    Outcome outcome(m_http->send(post(server.url().resolved(QUrl(u"/"_s))), this));
    QSignalSpy started(outcome.exchange, &HttpExchange::responseStarted);
    QTRY_COMPARE(outcome.received, "one");
    QCOMPARE(started.count(), 1);
    QCOMPARE(started.first().first().toInt(), 200);
    QCOMPARE(outcome.ends, 0);
    server.open("seen");
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.received, "onetwo");
    QCOMPARE(outcome.response, (HttpResponse{200, {}}));
}

void TestHttp::givesErrorBodiesWholeAlsoForStreams_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 403, 404, 405, 407, 413, 418, 429, 500, 501, 502, 503, 504})
        QTest::addRow("%d", status) << status;
}

void TestHttp::givesErrorBodiesWholeAlsoForStreams()
{
    QFETCH(int, status);
    FaultServer server;
    for (const QByteArray &body :
         {QByteArray("{\"error\":\"no\"}"), QByteArray("<html>no</html>"), QByteArray()}) {
        server.on("POST", "/", Reply::whole(status, body));
        server.forgetRequests();
        Outcome outcome(m_http->send(post(server.url().resolved(QUrl(u"/"_s))), this));
        QVERIFY(outcome.wait());
        QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->detail) : "");
        QCOMPARE(outcome.response, (HttpResponse{status, body}));
        QVERIFY(outcome.received.isEmpty());
        QCOMPARE(server.count("POST", "/"), 1);
    }
}

void TestHttp::endsAHeadWithItsHeaders_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArrayList>("headers");
    QTest::newRow("a length") << 200 << QByteArrayList{"Content-Length: 98"};
    QTest::newRow("chunks") << 200 << QByteArrayList{"Transfer-Encoding: chunked"};
    QTest::newRow("neither") << 200 << QByteArrayList{};
    QTest::newRow("not there") << 404 << QByteArrayList{"Content-Length: 18"};
}

// The body that the reply announces never comes.
void TestHttp::endsAHeadWithItsHeaders()
{
    QFETCH(int, status);
    QFETCH(QByteArrayList, headers);
    FaultServer server;
    server.on("HEAD", "/x", Reply().head(status, headers).stall());
    Outcome outcome(m_http->send({.method = "HEAD", .url = server.url().resolved(QUrl(u"/x"_s))}, this));
    QVERIFY(outcome.wait());
    QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->detail) : "");
    QCOMPARE(outcome.response, (HttpResponse{status, {}}));
    QCOMPARE(server.count("HEAD", "/x"), 1);
}

void TestHttp::sendsABodyWithDelete()
{
    FaultServer server;
    server.on("DELETE", "/api/delete", Reply::whole(200, {}, {}));
    Outcome outcome(m_http->send({.method = "DELETE",
                                  .url = server.url().resolved(QUrl(u"/api/delete"_s)),
                                  .body = "{\"model\":\"m\"}"},
                                 this));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.response, (HttpResponse{200, {}}));
    QCOMPARE(server.last("DELETE", "/api/delete").body, "{\"model\":\"m\"}");
}

void TestHttp::sendsABodyWhileItsSenderIsBusy_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("a question") << qsizetype{300};
    QTest::newRow("a conversation") << qsizetype{300'000}; // its beginning is sent then
}

// Whoever sends a question shows it next, and the server should be at work by then.
void TestHttp::sendsABodyWhileItsSenderIsBusy()
{
    QFETCH(qsizetype, size);
    const QByteArray body = "\"" + QByteArray(size - 2, 'q') + "\"";
    const QByteArray expected = body.first(std::min<qsizetype>(size, 16 * 1024));
    std::promise<quint16> port;
    QByteArray asked;
    QSemaphore arrived;
    const std::unique_ptr<QThread> listener(QThread::create([&] {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        port.set_value(server.serverPort());
        if (!server.waitForNewConnection(30'000))
            return;
        QTcpSocket &socket = *server.nextPendingConnection();
        while (!asked.contains("\r\n\r\n" + expected) && socket.waitForReadyRead(30'000))
            asked += socket.readAll();
        arrived.release();
        while (asked.count('q') < body.count('q') && socket.waitForReadyRead(30'000))
            asked += socket.readAll();
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        socket.waitForBytesWritten();
    }));
    listener->start();
    HttpRequest request = post(QUrl(u"http://127.0.0.1:%1/"_s.arg(port.get_future().get())));
    request.body = body;
    Outcome outcome(m_http->send(request, this));
    const bool hasArrived = arrived.tryAcquire(1, 5000); // the event loop stands still meanwhile
    QVERIFY(outcome.wait());
    QVERIFY(listener->wait(30'000));
    QVERIFY(hasArrived);
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.response.status, 200);
    QCOMPARE(outcome.received, "{}");
    QCOMPARE(asked.sliced(asked.indexOf("\r\n\r\n") + 4), body);
}

void TestHttp::neverFollowsARedirect_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("location"); // OTHER = the second server, SAME = the first
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const char *method : {"GET", "POST"}) {
            for (const char *location :
                 {"SAME/elsewhere", "/elsewhere", "OTHER/x", "//localhost:PORT/x", "https://localhost:PORT/x",
                  "file:///etc/passwd", "javascript:alert(1)", "data:text/plain,x"})
                QTest::addRow("%d %s %s", status, method, location)
                    << status << QByteArray(method) << QByteArray(location);
        }
    }
}

void TestHttp::neverFollowsARedirect()
{
    QFETCH(int, status);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, location);
    FaultServer first;
    FaultServer second;
    location.replace("SAME", first.url().toEncoded()).replace("OTHER", second.url().toEncoded());
    location.replace("PORT", QByteArray::number(second.port()));
    const Reply reply = Reply().head(status, {"Location: " + location, "Content-Length: 0"});
    first.on(method, "/", reply);
    HttpRequest request = method == "GET" ? get(first.url()) : post(first.url());
    request.url.setPath(u"/"_s);
    request.access = base::Access(first.url());
    request.access.key = "sk-CANARY-redirect";
    Outcome outcome(m_http->send(request, this));
    QVERIFY(outcome.wait());
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind, Error::Kind::Moved);
    QCOMPARE(first.last(method, "/").header("Authorization"), "Bearer sk-CANARY-redirect");
    QCOMPARE(outcome.error->detail, request.url.resolved(QUrl::fromEncoded(location)).toString());
    QCOMPARE(first.requests().size(), 1);
    QCOMPARE(second.connectionCount(), 0);
}

void TestHttp::cancellingClosesTheConnection()
{
    FaultServer server;
    server.on("POST", "/", Reply().head(200).chunk("abc").stall());
    Outcome outcome(m_http->send(post(server.url().resolved(QUrl(u"/"_s))), this));
    QTRY_COMPARE(outcome.received, "abc");
    outcome.exchange->cancel();
    QCOMPARE(outcome.ends, 0); // never from inside the call
    outcome.exchange->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(server.openConnectionCount() == 0, 200);
    QVERIFY(outcome.hasEnded());
    QCOMPARE(outcome.ends, 1);
    QCOMPARE(outcome.error->kind, Error::Kind::Cancelled);
}

void TestHttp::destroyingTheParentIsSilent()
{
    FaultServer server;
    server.on("POST", "/", Reply().head(200).chunk("abc").stall());
    auto parent = std::make_unique<QObject>();
    Outcome outcome(m_http->send(post(server.url().resolved(QUrl(u"/"_s))), parent.get()));
    QTRY_COMPARE(outcome.received, "abc");
    parent.reset();
    QTRY_COMPARE(server.openConnectionCount(), 0);
    QCOMPARE(outcome.ends, 0);
}

void TestHttp::survivesBeingDeletedWhileReceiving()
{
    FaultServer server;
    server.on("POST", "/", Reply().head(200).chunk("abc").stall());
    auto parent = std::make_unique<QObject>();
    HttpExchange *exchange = m_http->send(post(server.url().resolved(QUrl(u"/"_s))), parent.get());
    connect(exchange, &HttpExchange::received, this, [&parent] { parent.reset(); });
    QTRY_VERIFY(!parent);
    QTRY_COMPARE(server.openConnectionCount(), 0);
}

void TestHttp::manyStreamsDoNotStarveEachOther()
{
    FaultServer server;
    server.on("POST", "/", Reply().head(200).chunk("abc").stall());
    server.on("GET", "/", Reply::whole(200, "{}"));
    QObject parent;
    std::vector<std::unique_ptr<Outcome>> streams;
    for (int i = 0; i < 20; ++i)
        streams.push_back(
            std::make_unique<Outcome>(m_http->send(post(server.url().resolved(QUrl(u"/"_s))), &parent)));
    Outcome small(m_http->send(get(server.url().resolved(QUrl(u"/"_s))), this));
    QTRY_VERIFY(small.hasEnded());
    QTRY_VERIFY(std::ranges::all_of(streams, [](const auto &stream) { return stream->received == "abc"; }));
}

// An end that comes before that reaches nobody: whoever sends has not connected yet. Sent from a thread that
// gives way to Qt's wherever that has something to do.
void TestHttp::endsAfterSendReturned()
{
    constexpr int count = 4000;
    bool isEarly = false;
    int refused = 0;
    const std::unique_ptr<QThread> sender(QThread::create([&] {
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(sched_getcpu(), &one);
        sched_setaffinity(0, sizeof one, &one);
        const sched_param lowest{};
        sched_setscheduler(0, SCHED_IDLE | SCHED_RESET_ON_FORK, &lowest);
        Http http;
        QObject owner;
        for (int i = 0; i < count && !isEarly; ++i) {
            HttpExchange *exchange = http.send(get(QUrl(u"http://127.0.0.1:1/"_s)), &owner);
            isEarly = exchange->isDone();
            Outcome outcome(exchange);
            refused += outcome.wait() && outcome.error->kind == Error::Kind::Unreachable;
        }
    }));
    sender->start();
    QVERIFY(sender->wait(60'000));
    QVERIFY(!isEarly);
    QCOMPARE(refused, count);
}

void TestHttp::asksNobodyForThisMachinesProxy()
{
    FaultServer proxy;
    FaultServer server;
    server.on("GET", "/", Reply::whole(200, "{}"));
    qputenv("http_proxy", proxy.url().toEncoded());
    const QStringList hosts{u"127.0.0.1"_s, u"localhost"_s};
    for (const QString &host : hosts) {
        QUrl url = server.url();
        url.setHost(host);
        url.setPath(u"/"_s);
        Outcome outcome(m_http->send(get(url), this));
        QVERIFY(outcome.wait());
        QVERIFY2(!outcome.error, qPrintable(host));
    }
    QCOMPARE(proxy.connectionCount(), 0);
    // The same factory does use it for others, so the above proves something.
    proxy.on("GET", "http://inkstone.example/", Reply::whole(200, "{}"));
    Outcome other(m_http->send(get(QUrl(u"http://inkstone.example/"_s)), this));
    QTRY_VERIFY(other.hasEnded());
    qunsetenv("http_proxy");
    QCOMPARE(proxy.connectionCount(), 1);
}

void TestHttp::keepsNoCookies()
{
    FaultServer server;
    server.on("GET", "/", Reply().head(200, {"Set-Cookie: a=b; Path=/", "Content-Length: 2"}).raw("{}"));
    for (int i = 0; i < 2; ++i) {
        Outcome outcome(m_http->send(get(server.url().resolved(QUrl(u"/"_s))), this));
        QVERIFY(outcome.wait());
    }
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(!server.requests().last().hasHeader("Cookie"));
}

QTEST_GUILESS_MAIN(TestHttp)
#include "tst_Http.moc"
