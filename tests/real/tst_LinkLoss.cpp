// A network that goes away in the middle of an answer and comes back, or comes back as another
// (reliability.md NET-11, NET-32, NET-34): a server in a network of its own, joined to this program's by a
// cable that can be cut. Both are namespaces, for which the test has to be root.
#include "ollama/OllamaBackend.h"
#include "server/Connection.h"
#include "support/ChatOutcome.h"
#include "support/FakeOllama.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <ctime>
#include <fcntl.h>
#include <sched.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = base::Error::Kind;
using State = server::Connection::State;
using support::FakeOllama;

namespace {

constexpr auto here = "10.77.0.1"_L1;
constexpr auto hereLater = "10.77.0.3"_L1;
constexpr auto there = "10.77.0.2"_L1;

bool run(const QString &line)
{
    QStringList words = line.split(u' ');
    const QString program = words.takeFirst();
    return QProcess::execute(program, words) == 0;
}

bool write(const QString &path, const QByteArray &value)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(value) == value.size();
}

QByteArray chunk(const QByteArray &line)
{
    return QByteArray::number(line.size() + 1, 16) + "\r\n" + line + "\n\r\n";
}

} // namespace

class TestLinkLoss : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(unshare(CLONE_NEWNET) == 0, "a network of its own needs root");
        m_there = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
        QVERIFY(run(u"ip link set lo up"_s));
        m_server.reset(new QTcpServer); // it stays in the network it was made in
        QVERIFY(m_server->listen(QHostAddress::AnyIPv4));
        QVERIFY(unshare(CLONE_NEWNET) == 0);
        const QString other = u"/proc/%1/fd/%2"_s.arg(getpid()).arg(m_there);
        m_inside = u"nsenter --net="_s + other + u" ip "_s;
        QVERIFY(run(u"ip link set lo up"_s));
        QVERIFY(run(u"ip link add near type veth peer name far netns "_s + other));
        QVERIFY(run(u"ip addr add %1/24 dev near"_s.arg(here)));
        QVERIFY(run(m_inside + u"addr add %1/24 dev far"_s.arg(there)));
        QVERIFY(run(u"ip link set near up"_s) && run(m_inside + u"link set far up"_s));
        // How long a silent connection is believed in: the system says two hours.
        for (const char *setting : {"time", "intvl", "probes"})
            QVERIFY(write(u"/proc/sys/net/ipv4/tcp_keepalive_%1"_s.arg(QLatin1String(setting)), "1"));
        connect(m_server.get(), &QTcpServer::newConnection, this, [this] { m_peer = serve(); });
        m_backend = std::make_unique<ollama::OllamaBackend>(
            m_http, QUrl(u"http://%1:%2"_s.arg(there).arg(m_server->serverPort())));
    }
    void cleanup() { mend(); }
    void cleanupTestCase()
    {
        m_backend.reset();
        m_server.reset();
        close(m_there);
    }

    // The cable is cut and stays so: nobody says that the connection is gone.
    void endsWhereTheOtherSideIsGoneWithoutAWord()
    {
        const auto chat = beginAnswer();
        const std::clock_t before = std::clock();
        QElapsedTimer clock;
        clock.start();
        QVERIFY(run(m_inside + u"link set far down"_s));
        QVERIFY(QTest::qWaitFor([&chat] { return chat->hasEnded(); }, 20'000));
        QCOMPARE(chat->error.value().kind, Kind::Interrupted);
        QCOMPARE(chat->text, u"Half"); // what had come is kept
        const auto busy = (std::clock() - before) * 1000 / CLOCKS_PER_SEC;
        QVERIFY2(busy < clock.elapsed() / 4, qPrintable(QString::number(busy))); // it waited
    }

    void canBeStoppedWhileTheCableIsCut()
    {
        const auto chat = beginAnswer();
        QVERIFY(run(m_inside + u"link set far down"_s));
        QElapsedTimer clock;
        clock.start();
        qobject_cast<base::Operation *>(chat->watched)->cancel();
        QVERIFY(chat->wait());
        QVERIFY(clock.elapsed() < 200);
        QCOMPARE(chat->error.value().kind, Kind::Cancelled);
        QCOMPARE(chat->text, u"Half");
    }

    // As after a lid that was closed for a moment: what was on its way comes after all.
    void goesOnWhereTheNetworkIsBackInTime()
    {
        QVERIFY(write(u"/proc/sys/net/ipv4/tcp_keepalive_probes"_s, "9"));
        const auto chat = beginAnswer();
        QVERIFY(run(m_inside + u"link set far down"_s));
        m_peer->write(chunk(FakeOllama::chatLine(u"m"_s, u" way"_s)) +
                      chunk(FakeOllama::lastChatLine(u"m"_s)) + "0\r\n\r\n");
        QElapsedTimer cut;
        cut.start();
        QTRY_VERIFY(cut.elapsed() > 300);
        QVERIFY(!chat->hasEnded());
        mend();
        QVERIFY(QTest::qWaitFor([&chat] { return chat->hasEnded(); }, 20'000));
        QVERIFY(chat->summary);
        QCOMPARE(chat->text, u"Half way");
        QVERIFY(write(u"/proc/sys/net/ipv4/tcp_keepalive_probes"_s, "1"));
    }

    // Another network, or a VPN: this machine has another address from now on.
    void goesOnUnderAnotherAddress()
    {
        const auto before = beginAnswer();
        QVERIFY(run(u"ip addr del %1/24 dev near"_s.arg(here)));
        QVERIFY(run(u"ip addr add %1/24 dev near"_s.arg(hereLater)));
        QVERIFY(QTest::qWaitFor([&before] { return before->hasEnded(); }, 20'000));
        QCOMPARE(before->error.value().kind, Kind::Interrupted);
        QCOMPARE(before->text, u"Half");
        // The same server, the same program, without a word from the person.
        const auto after = beginAnswer();
        m_peer->write(chunk(FakeOllama::lastChatLine(u"m"_s)) + "0\r\n\r\n");
        QVERIFY(after->wait());
        QVERIFY(after->summary);
        QCOMPARE(m_peer->peerAddress().toString(), hereLater);
    }

    void findsTheServerAgainByItself()
    {
        server::Connection connection(*m_backend);
        connection.start();
        QTRY_COMPARE(connection.state(), State::Ready);
        QVERIFY(run(u"ip link set near down"_s));
        connection.check();
        QElapsedTimer clock;
        clock.start();
        QTRY_COMPARE(connection.state(), State::Offline);
        QVERIFY(clock.elapsed() < 1000);
        QCOMPARE(connection.error().value().kind, Kind::Unreachable);
        QVERIFY(run(u"ip link set near up"_s));
        QTRY_COMPARE_WITH_TIMEOUT(connection.state(), State::Ready, 20'000);
    }

private:
    // Tells its version, and begins an answer that it never ends.
    QTcpSocket *serve()
    {
        QTcpSocket *peer = m_server->nextPendingConnection();
        connect(peer, &QTcpSocket::readyRead, peer, [peer] {
            const QByteArray request = peer->readAll();
            if (request.startsWith("GET "))
                peer->write("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"version\":\"0.17.4\"}");
            else if (request.startsWith("POST "))
                peer->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" +
                            chunk(FakeOllama::chatLine(u"m"_s, u"Half"_s)));
        });
        connect(peer, &QTcpSocket::disconnected, peer, &QObject::deleteLater);
        return peer;
    }

    // When the first of it is there.
    std::unique_ptr<support::ChatOutcome> beginAnswer()
    {
        auto chat = std::make_unique<support::ChatOutcome>(m_backend->chat(
            {.model = u"m"_s, .messages = {{backend::Role::User, u"?"_s}}, .options = {}}, this));
        if (!QTest::qWaitFor([&chat] { return !chat->text.isEmpty(); }))
            qFatal("the server cannot be reached");
        return chat;
    }

    void mend() { QVERIFY(run(m_inside + u"link set far up"_s)); }

    int m_there = -1;
    QString m_inside; // before an "ip" for the server's side
    net::Http m_http;
    std::unique_ptr<QTcpServer> m_server;
    QPointer<QTcpSocket> m_peer;
    std::unique_ptr<ollama::OllamaBackend> m_backend;
};

QTEST_GUILESS_MAIN(TestLinkLoss)
#include "tst_LinkLoss.moc"
