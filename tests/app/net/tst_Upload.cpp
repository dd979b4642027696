// A file as the body of a request: as it is, once, and without being held in memory.
#include "net/Http.h"
#include "support/FaultServer.h"
#include "support/HttpOutcome.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;
using net::Http;
using net::HttpExchange;
using net::HttpRequest;
using support::FaultServer;
using support::Reply;
using Outcome = support::HttpOutcome;

namespace {

constexpr qint64 mib = 1024 * 1024;

std::shared_ptr<QFile> fileOf(const QByteArray &bytes)
{
    auto file = std::make_shared<QTemporaryFile>();
    if (!file->open() || file->write(bytes) != bytes.size() || !file->flush())
        return nullptr;
    return file;
}

std::shared_ptr<QFile> sparseFile(qint64 size)
{
    auto file = fileOf("GGUF");
    return file && file->resize(size) ? file : nullptr;
}

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator random(1);
    std::ranges::generate(bytes, [&random] { return static_cast<char>(random.generate()); });
    return bytes;
}

HttpRequest upload(const QUrl &url, const std::shared_ptr<QFile> &file)
{
    HttpRequest request{.method = "POST", .url = url};
    request.url.setPath(u"/blob"_s);
    request.file = file;
    return request;
}

qint64 peakMemory() // bytes, of this process
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray all = status.readAll();
    const qsizetype at = all.indexOf("VmHWM:");
    return at < 0 ? -1 : all.sliced(at + 6).simplified().split(' ').first().toLongLong() * 1024;
}

void forgetPeakMemory()
{
    QFile references(u"/proc/self/clear_refs"_s);
    QVERIFY(references.open(QIODevice::WriteOnly));
    QCOMPARE(references.write("5"), 1);
}

// Takes one request in a thread of its own, as fast as it comes, and answers when all of it is there. Once it
// has `pauseAt` bytes it waits for `go`.
class Sink
{
public:
    explicit Sink(qint64 expected, qint64 pauseAt = 0)
        : m_thread(QThread::create([this, expected, pauseAt] { run(expected, pauseAt); }))
    {
        m_thread->start();
        m_url = QUrl(u"http://127.0.0.1:%1"_s.arg(m_port.get_future().get()));
    }
    ~Sink()
    {
        go.release();
        m_thread->wait(30'000);
    }
    QUrl url() const { return m_url; }

    QSemaphore paused;
    QSemaphore go;
    std::atomic<qint64> received = 0;

private:
    void run(qint64 expected, qint64 pauseAt)
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        m_port.set_value(server.serverPort());
        if (!server.waitForNewConnection(30'000))
            return;
        QTcpSocket &socket = *server.nextPendingConnection();
        socket.setReadBufferSize(mib);
        QByteArray head;
        while (received < expected && (socket.bytesAvailable() > 0 || socket.waitForReadyRead(30'000))) {
            const QByteArray bytes = socket.readAll();
            if (received > 0 || head.contains("\r\n\r\n")) {
                received += bytes.size();
            } else {
                head += bytes;
                const qsizetype end = head.indexOf("\r\n\r\n");
                received = end < 0 ? 0 : head.size() - end - 4;
            }
            if (pauseAt > 0 && received >= pauseAt) {
                pauseAt = 0;
                paused.release();
                go.acquire();
            }
        }
        if (received < expected)
            return;
        socket.write("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
        socket.waitForBytesWritten();
        socket.disconnectFromHost();
    }

    std::promise<quint16> m_port;
    std::unique_ptr<QThread> m_thread;
    QUrl m_url;
};

} // namespace

class TestUpload : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sendsAFileAsItIs()
    {
        FaultServer server;
        server.on("POST", "/blob", Reply::whole(201, {}, {}));
        const QByteArray bytes = randomBytes(3 * mib + 7);
        const auto file = fileOf(bytes);
        QVERIFY(file);
        privacy::Ledger ledger;
        Http http(&ledger);
        Outcome outcome(http.send(upload(server.url(), file), this));
        QList<qint64> progress;
        connect(outcome.exchange, &HttpExchange::uploaded, this, [&](qint64 done) { progress.append(done); });
        QVERIFY(outcome.wait());
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.response.status, 201);
        const support::Request request = server.last("POST", "/blob");
        QVERIFY(request.body == bytes);
        QCOMPARE(request.header("Content-Type"), "application/octet-stream");
        QCOMPARE(request.header("Content-Length"), QByteArray::number(bytes.size()));
        QVERIFY(std::ranges::is_sorted(progress));
        QCOMPARE(progress.last(), bytes.size());
        QCOMPARE(ledger.contacts().first().sent, bytes.size());

        // And once more, from its beginning.
        Outcome again(http.send(upload(server.url(), file), this));
        QVERIFY(again.wait());
        QVERIFY(server.last("POST", "/blob").body == bytes);
    }
    void holdsOnlyALittleOfIt()
    {
        constexpr qint64 size = 1024 * mib;
        const auto file = sparseFile(size);
        QVERIFY(file);
        Sink sink(size);
        Http http;
        forgetPeakMemory();
        const qint64 before = peakMemory();
        QVERIFY(before > 0);
        QElapsedTimer time;
        time.start();
        Outcome outcome(http.send(upload(sink.url(), file), this));
        QSignalSpy gone(outcome.exchange, &QObject::destroyed);
        QVERIFY(gone.wait(120'000));
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.response.status, 201);
        QCOMPARE(sink.received.load(), size);
        const qint64 more = peakMemory() - before;
        qInfo("1 GiB in %lld ms, %lld KiB of memory more", time.elapsed(), more / 1024);
#ifndef __SANITIZE_ADDRESS__ // it keeps what was freed
        QVERIFY2(more < 32 * mib, qPrintable(QString::number(more)));
#endif
    }
    void sendsItOnce_data()
    {
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("reset") << Reply().reset() << Error::Kind::Interrupted;
        QTest::newRow("closed") << Reply().fin() << Error::Kind::Interrupted;
        QTest::newRow("moved") << Reply().head(307, {"Location: /elsewhere", "Content-Length: 0"})
                               << Error::Kind::Moved;
    }
    void sendsItOnce()
    {
        QFETCH(Reply, reply);
        FaultServer server;
        server.on("POST", "/blob", reply);
        Http http;
        Outcome outcome(http.send(upload(server.url(), fileOf(randomBytes(mib))), this));
        QVERIFY(outcome.wait());
        QVERIFY(outcome.error);
        QTEST(outcome.error->kind, "kind");
        QCOMPARE(server.requests().size(), 1);
    }
    void endsWhereTheConnectionBreaksInTheMiddle()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        int requests = 0;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [&requests, socket] {
                ++requests;
                socket->abort();
            });
        });
        Http http;
        Outcome outcome(http.send(
            upload(QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort())), sparseFile(64 * mib)), this));
        QVERIFY(outcome.wait());
        QCOMPARE(outcome.error.value_or(Error{}).kind, Error::Kind::Interrupted);
        QCOMPARE(requests, 1);
    }
    void givesUpOnAServerThatTakesNoMore()
    {
        Sink sink(512 * mib, mib);
        Http http;
        HttpRequest request = upload(sink.url(), sparseFile(512 * mib));
        request.firstByteTimeout = 500ms;
        Outcome outcome(http.send(request, this));
        QVERIFY(outcome.wait());
        QCOMPARE(outcome.error.value_or(Error{}).kind, Error::Kind::TimedOut);
        QVERIFY(sink.received < 64 * mib);
    }
    void endsWhereTheFileIsCut()
    {
        constexpr qint64 size = 256 * mib;
        const auto file = sparseFile(size);
        Sink sink(size, mib);
        Http http;
        Outcome outcome(http.send(upload(sink.url(), file), this));
        QVERIFY(QTest::qWaitFor([&] { return sink.paused.tryAcquire(1); }, 30'000));
        QVERIFY(QFile::resize(file->fileName(), 2 * mib));
        sink.go.release();
        QVERIFY(outcome.wait());
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->kind, Error::Kind::Interrupted);
        QVERIFY(sink.received < size);
    }
    void stopsWhenItIsCancelled()
    {
        constexpr qint64 size = 256 * mib;
        Sink sink(size, mib);
        Http http;
        Outcome outcome(http.send(upload(sink.url(), sparseFile(size)), this));
        QVERIFY(QTest::qWaitFor([&] { return sink.paused.tryAcquire(1); }, 30'000));
        outcome.exchange->cancel();
        QVERIFY(outcome.wait());
        QCOMPARE(outcome.error.value_or(Error{}).kind, Error::Kind::Cancelled);
        sink.go.release();
        QVERIFY(sink.received < size);
    }
};

QTEST_GUILESS_MAIN(TestUpload)
#include "tst_Upload.moc"
