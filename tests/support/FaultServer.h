// A scripted HTTP server inside the test, on a free port of 127.0.0.1, that can do everything a real server,
// a broken one or a hostile one does: answer, chunk, drip, stall, end a stream early, reset, send garbage.
// It records what it was asked. Nothing here sleeps: a script waits at a named gate until the test opens it.
//
//     support::FaultServer server;
//     server.on("POST", "/api/chat",
//               Reply().head(200).chunk("{\"half\":").waitFor("middle").chunk("1}\n").reset());
//     … ask server.url() …
//     QTRY_VERIFY(server.isWaiting("middle"));
//     server.open("middle");
//     QCOMPARE(server.count("POST", "/api/chat"), 1);
//
// FakeOllama.h builds an engine out of it.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QTcpServer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>

namespace support {

// What the server was asked.
struct Request
{
    QByteArray method;
    QByteArray target; // as sent, with query
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    int connection = 0; // 1 for the first one accepted

    QByteArray header(const QByteArray &name) const; // ignores case; null where absent
    bool hasHeader(const QByteArray &name) const { return !header(name).isNull(); }
};

// The script of one answer: steps played one after another.
class Reply
{
public:
    // Whole answers, well formed.
    static Reply whole(int status, const QByteArray &body, const QByteArray &type = "application/json");
    // 200, chunked NDJSON, one chunk a line; a line feed is added to each.
    static Reply lines(const QList<QByteArray> &lines);

    // Steps. head() opens a chunked reply; give header lines of your own to open another kind.
    Reply &head(int status, const QList<QByteArray> &headerLines = {"Content-Type: application/x-ndjson",
                                                                    "Transfer-Encoding: chunked"});
    Reply &chunk(const QByteArray &bytes);
    Reply &endChunks();
    Reply &raw(const QByteArray &bytes);                  // as they are
    Reply &repeat(const QByteArray &bytes, qint64 times); // raw; only as fast as the reader takes it
    Reply &endless(const QByteArray &bytes) { return repeat(bytes, -1); }
    // Raw, `step` bytes at a time with `pause` between them.
    Reply &drip(const QByteArray &bytes, qsizetype step, std::chrono::milliseconds pause);
    Reply &waitFor(const QByteArray &gate);
    Reply &stall(); // nothing more; the connection stays open
    Reply &fin();   // orderly end of the connection
    Reply &reset(); // RST

private:
    friend class Connection;
    struct Step
    {
        enum class Kind { Send, Drip, Wait, Stall, Fin, Reset };
        Kind kind = Kind::Send;
        QByteArray bytes = {};
        qint64 times = 1;
        qsizetype size = 0;
        std::chrono::milliseconds pause{0};
    };
    QList<Step> m_steps;
};

class FaultServer : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<Reply(const Request &)>;

    explicit FaultServer(QObject *parent = nullptr);
    ~FaultServer() override;

    QUrl url() const; // "http://127.0.0.1:PORT"
    quint16 port() const { return m_server.serverPort(); }

    // How to answer. `path` is compared without the query. once() replies are used up first, in order.
    // What nothing is said about gets a plain 404, as the engine gives it.
    void on(const QByteArray &method, const QByteArray &path, const Reply &reply);
    void on(const QByteArray &method, const QByteArray &path, Handler handler);
    void once(const QByteArray &method, const QByteArray &path, const Reply &reply);
    // Plays as soon as a connection is made, whatever is asked (another service on the port).
    void onConnect(const Reply &reply);

    void open(const QByteArray &gate); // for good
    bool isWaiting(const QByteArray &gate) const { return m_waiting.contains(gate); }

    const QList<Request> &requests() const { return m_requests; }
    qsizetype count(const QByteArray &method, const QByteArray &path) const;
    // The last one of this kind; an empty one where there was none.
    Request last(const QByteArray &method, const QByteArray &path) const;
    void forgetRequests() { m_requests.clear(); }
    int connectionCount() const { return m_connections; } // accepted so far
    int openConnectionCount() const { return m_open; }

    // Refuses connections from now on (and drops those that are open), and listens again on the same port.
    void goAway();
    void comeBack();

Q_SIGNALS:
    void asked(const support::Request &request);
    void gateOpened(const QByteArray &gate);
    void wentAway();

private:
    friend class Connection;
    void accept();
    Reply replyTo(const Request &request);

    QTcpServer m_server;
    quint16 m_port = 0;
    QHash<QByteArray, Handler> m_handlers; // key: "METHOD path"
    QHash<QByteArray, QList<Reply>> m_once;
    std::optional<Reply> m_greeting;
    QSet<QByteArray> m_opened;
    QSet<QByteArray> m_waiting;
    QList<Request> m_requests;
    int m_connections = 0;
    int m_open = 0;
};

} // namespace support
