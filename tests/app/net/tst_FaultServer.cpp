// The scripted server is what every other test of the network believes in; here a bare socket checks it.
#include "support/FakeOllama.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using support::FakeOllama;
using support::FaultServer;
using support::Reply;

class TestFaultServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersAndRecords();
    void answersTwiceOnOneConnection();
    void waitsAtAGate();
    void usesUpOnceReplies();
    void resetsTheConnection();
    void sendsMuchOnlyAsFastAsItIsRead();
    void greetsBeforeItIsAsked();
    void goesAwayAndComesBack();
    void actsLikeAnEngine();
};

namespace {

void ask(QTcpSocket &socket, const FaultServer &server, const QByteArray &request)
{
    if (socket.state() == QAbstractSocket::UnconnectedState)
        socket.connectToHost(QHostAddress::LocalHost, server.port());
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    socket.write(request);
}

QByteArray post(const QByteArray &path, const QByteArray &body)
{
    return "POST " + path + " HTTP/1.1\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
           body;
}

} // namespace

void TestFaultServer::answersAndRecords()
{
    FaultServer server;
    server.on("POST", "/x", Reply::lines({"1", "2"}));
    QTcpSocket socket;
    ask(socket, server, post("/x?q=1", "body"));
    QByteArray answer;
    QTRY_VERIFY((answer += socket.readAll()).endsWith("0\r\n\r\n"));
    QVERIFY(answer.startsWith("HTTP/1.1 200 "));
    QVERIFY(answer.endsWith("\r\n\r\n2\r\n1\n\r\n2\r\n2\n\r\n0\r\n\r\n"));
    QCOMPARE(server.count("POST", "/x"), 1);
    QCOMPARE(server.count("GET", "/x"), 0);
    QCOMPARE(server.last("POST", "/x").body, "body");
    QCOMPARE(server.last("POST", "/x").header("content-length"), "4");
    QCOMPARE(server.last("POST", "/x").target, "/x?q=1");
}

void TestFaultServer::answersTwiceOnOneConnection()
{
    FaultServer server;
    QTcpSocket socket;
    ask(socket, server, "GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(server.requests().size(), 2);
    QByteArray answer;
    QTRY_COMPARE((answer += socket.readAll()).count("404 page not found"), 2);
    QCOMPARE(server.connectionCount(), 1);
}

void TestFaultServer::waitsAtAGate()
{
    FaultServer server;
    server.on("GET", "/", Reply().raw("a").waitFor("g").raw("b").fin());
    QTcpSocket socket;
    ask(socket, server, "GET / HTTP/1.1\r\n\r\n");
    QTRY_VERIFY(server.isWaiting("g"));
    QTRY_COMPARE(socket.bytesAvailable(), 1);
    server.open("g");
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(socket.readAll(), "ab");
    QCOMPARE(server.openConnectionCount(), 0);
}

void TestFaultServer::usesUpOnceReplies()
{
    FaultServer server;
    server.on("GET", "/", Reply().raw("always."));
    server.once("GET", "/", Reply().raw("one."));
    server.once("GET", "/", Reply().raw("two."));
    QTcpSocket socket;
    ask(socket, server, "GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n");
    QByteArray answer;
    QTRY_COMPARE(answer += socket.readAll(), "one.two.always.");
}

void TestFaultServer::resetsTheConnection()
{
    FaultServer server;
    server.on("GET", "/", Reply().raw("x").waitFor("read").reset());
    QTcpSocket socket;
    QSignalSpy errors(&socket, &QTcpSocket::errorOccurred);
    ask(socket, server, "GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(socket.bytesAvailable(), 1);
    server.open("read");
    QTRY_COMPARE(errors.count(), 1);
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
}

void TestFaultServer::sendsMuchOnlyAsFastAsItIsRead()
{
    FaultServer server;
    server.on("GET", "/", Reply().repeat(QByteArray(65536, 'x'), 1600).fin());
    QTcpSocket socket;
    socket.setReadBufferSize(65536);
    qint64 total = 0;
    connect(&socket, &QTcpSocket::readyRead, &socket, [&] { total += socket.readAll().size(); });
    ask(socket, server, "GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(total, 65536LL * 1600);
}

void TestFaultServer::greetsBeforeItIsAsked()
{
    FaultServer server;
    server.onConnect(Reply().raw("SSH-2.0-OpenSSH_9.2\r\n"));
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, server.port());
    QTRY_COMPARE(socket.bytesAvailable(), 21);
}

void TestFaultServer::goesAwayAndComesBack()
{
    FaultServer server;
    QTcpSocket socket;
    ask(socket, server, "GET / HTTP/1.1\r\n\r\n");
    server.goAway();
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    socket.connectToHost(QHostAddress::LocalHost, server.port());
    QTRY_COMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
    server.comeBack();
    ask(socket, server, "GET / HTTP/1.1\r\n\r\n");
    QTRY_VERIFY(socket.bytesAvailable() > 0);
}

void TestFaultServer::actsLikeAnEngine()
{
    FakeOllama engine({{.name = u"a:latest"_s}});
    QTcpSocket socket;
    ask(socket, engine, post("/api/chat", R"({"model":"a","messages":[{"role":"user","content":"?"}]})"));
    QByteArray answer;
    QTRY_VERIFY((answer += socket.readAll()).endsWith("0\r\n\r\n"));
    QVERIFY(answer.contains("\"Paris\""));
    QVERIFY(engine.models.first().isLoaded);
    ask(socket, engine, post("/api/pull", R"({"model":"b:1"})"));
    QTRY_VERIFY((answer += socket.readAll()).contains("\"success\""));
    QCOMPARE(engine.models.first().name, u"b:1");
    ask(socket, engine, "DELETE /api/delete HTTP/1.1\r\nContent-Length: 13\r\n\r\n{\"model\":\"a\"}");
    QTRY_COMPARE(engine.models.size(), 1);
    ask(socket, engine, post("/api/show", R"({"model":"a"})"));
    QTRY_VERIFY((answer += socket.readAll()).contains("model 'a' not found"));
}

QTEST_GUILESS_MAIN(TestFaultServer)
#include "tst_FaultServer.moc"
