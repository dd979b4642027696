#include "support/FaultServer.h"

#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <sys/socket.h>

namespace support {
namespace {

constexpr qint64 writeAhead = 256 * 1024;

QByteArray routeOf(const QByteArray &method, const QByteArray &target)
{
    const qsizetype query = target.indexOf('?');
    return method + ' ' + (query < 0 ? target : target.first(query));
}

} // namespace

QByteArray Request::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Reply Reply::whole(int status, const QByteArray &body, const QByteArray &type)
{
    Reply reply;
    QList<QByteArray> headerLines{"Content-Length: " + QByteArray::number(body.size())};
    if (!type.isEmpty())
        headerLines.append("Content-Type: " + type);
    return reply.head(status, headerLines).raw(body);
}

Reply Reply::lines(const QList<QByteArray> &lines)
{
    Reply reply;
    reply.head(200);
    for (const QByteArray &line : lines)
        reply.chunk(line + '\n');
    return reply.endChunks();
}

Reply &Reply::head(int status, const QList<QByteArray> &headerLines)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    for (const QByteArray &line : headerLines)
        bytes += line + "\r\n";
    return raw(bytes + "\r\n");
}

Reply &Reply::chunk(const QByteArray &bytes)
{
    return raw(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

Reply &Reply::endChunks()
{
    return raw("0\r\n\r\n");
}

Reply &Reply::raw(const QByteArray &bytes)
{
    return repeat(bytes, 1);
}

Reply &Reply::repeat(const QByteArray &bytes, qint64 times)
{
    m_steps.append({.kind = Step::Kind::Send, .bytes = bytes, .times = times});
    return *this;
}

Reply &Reply::drip(const QByteArray &bytes, qsizetype step, std::chrono::milliseconds pause)
{
    m_steps.append({.kind = Step::Kind::Drip, .bytes = bytes, .size = step, .pause = pause});
    return *this;
}

Reply &Reply::waitFor(const QByteArray &gate)
{
    m_steps.append({.kind = Step::Kind::Wait, .bytes = gate});
    return *this;
}

Reply &Reply::stall()
{
    m_steps.append({.kind = Step::Kind::Stall});
    return *this;
}

Reply &Reply::fin()
{
    m_steps.append({.kind = Step::Kind::Fin});
    return *this;
}

Reply &Reply::reset()
{
    m_steps.append({.kind = Step::Kind::Reset});
    return *this;
}

// One accepted connection: reads requests, plays replies, one after another.
class Connection : public QObject
{
public:
    Connection(FaultServer &server, QTcpSocket *socket, int number)
        : QObject(&server)
        , m_server(server)
        , m_socket(socket)
        , m_number(number)
    {
        socket->setParent(this);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1); // as real servers do
        m_drip.setSingleShot(true);
        connect(socket, &QTcpSocket::readyRead, this, &Connection::read);
        connect(socket, &QTcpSocket::bytesWritten, this, &Connection::play);
        connect(&m_drip, &QTimer::timeout, this, &Connection::play);
        connect(socket, &QTcpSocket::disconnected, this, &Connection::end);
        connect(&server, &FaultServer::gateOpened, this, &Connection::play);
        connect(&server, &FaultServer::wentAway, this, &Connection::reset);
        ++m_server.m_open;
    }

    void greet(const Reply &reply)
    {
        m_steps = reply.m_steps;
        play();
    }

private:
    void read()
    {
        m_buffer += m_socket->readAll();
        while (m_steps.isEmpty() && takeRequest())
            play();
    }

    bool takeRequest()
    {
        const qsizetype headEnd = m_buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return false;
        Request request;
        const QList<QByteArray> headLines = m_buffer.first(headEnd).replace("\r\n", "\n").split('\n');
        const QList<QByteArray> words = headLines.first().split(' ');
        request.method = words.value(0);
        request.target = words.value(1);
        for (const QByteArray &line : headLines.sliced(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
        }
        const qsizetype bodySize = request.header("Content-Length").toLongLong();
        if (m_buffer.size() < headEnd + 4 + bodySize)
            return false;
        request.body = m_buffer.sliced(headEnd + 4, bodySize);
        request.connection = m_number;
        m_buffer = m_buffer.sliced(headEnd + 4 + bodySize);
        m_server.m_requests.append(request);
        Q_EMIT m_server.asked(request);
        m_steps = m_server.replyTo(request).m_steps;
        return true;
    }

    void play()
    {
        if (m_playing)
            return;
        m_playing = true;
        while (!m_steps.isEmpty() && m_socket->state() == QAbstractSocket::ConnectedState && playStep()) {
        }
        m_playing = false;
        if (m_steps.isEmpty() && !m_buffer.isEmpty())
            QMetaObject::invokeMethod(this, &Connection::read, Qt::QueuedConnection);
    }

    // Whether the next step may follow now.
    bool playStep()
    {
        Reply::Step &step = m_steps.first();
        switch (step.kind) {
        case Reply::Step::Kind::Send:
            return send(step);
        case Reply::Step::Kind::Drip:
            return drip(step);
        case Reply::Step::Kind::Wait:
            if (!m_server.m_opened.contains(step.bytes)) {
                m_server.m_waiting.insert(step.bytes);
                return false;
            }
            break;
        case Reply::Step::Kind::Stall:
            return false;
        case Reply::Step::Kind::Fin:
            m_steps.clear(); // disconnected() may come from within
            m_socket->disconnectFromHost();
            return false;
        case Reply::Step::Kind::Reset:
            if (m_socket->bytesToWrite() > 0)
                m_socket->flush();
            reset();
            return false;
        }
        m_steps.removeFirst();
        return true;
    }

    bool send(Reply::Step &step)
    {
        while (step.times != 0 && m_socket->bytesToWrite() < writeAhead) {
            m_socket->write(step.bytes);
            if (step.times > 0)
                --step.times;
        }
        if (step.times != 0)
            return false;
        m_steps.removeFirst();
        return true;
    }

    bool drip(Reply::Step &step)
    {
        if (m_drip.isActive())
            return false;
        m_socket->write(step.bytes.first(qMin(step.size, step.bytes.size())));
        step.bytes = step.bytes.sliced(qMin(step.size, step.bytes.size()));
        if (step.bytes.isEmpty()) {
            m_steps.removeFirst();
            return true;
        }
        m_drip.start(step.pause);
        return false;
    }

    void reset()
    {
        const linger now{.l_onoff = 1, .l_linger = 0};
        setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
        m_socket->abort();
    }

    void end()
    {
        --m_server.m_open;
        m_steps.clear();
        deleteLater();
    }

    FaultServer &m_server;
    QTcpSocket *m_socket;
    QTimer m_drip;
    QByteArray m_buffer;
    QList<Reply::Step> m_steps;
    int m_number = 0;
    bool m_playing = false;
};

FaultServer::FaultServer(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &FaultServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("FaultServer cannot listen: %s", qPrintable(m_server.errorString()));
    m_port = m_server.serverPort();
}

FaultServer::~FaultServer()
{
    // Before the members the connections use.
    while (!children().isEmpty())
        delete children().first();
}

QUrl FaultServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

void FaultServer::on(const QByteArray &method, const QByteArray &path, const Reply &reply)
{
    on(method, path, [reply](const Request &) { return reply; });
}

void FaultServer::on(const QByteArray &method, const QByteArray &path, Handler handler)
{
    m_handlers.insert(method + ' ' + path, std::move(handler));
}

void FaultServer::once(const QByteArray &method, const QByteArray &path, const Reply &reply)
{
    m_once[method + ' ' + path].append(reply);
}

void FaultServer::onConnect(const Reply &reply)
{
    m_greeting = reply;
}

void FaultServer::open(const QByteArray &gate)
{
    m_opened.insert(gate);
    m_waiting.remove(gate);
    Q_EMIT gateOpened(gate);
}

qsizetype FaultServer::count(const QByteArray &method, const QByteArray &path) const
{
    return std::ranges::count_if(m_requests, [route = method + ' ' + path](const Request &request) {
        return routeOf(request.method, request.target) == route;
    });
}

Request FaultServer::last(const QByteArray &method, const QByteArray &path) const
{
    for (qsizetype i = m_requests.size(); i-- > 0;) {
        if (routeOf(m_requests[i].method, m_requests[i].target) == method + ' ' + path)
            return m_requests[i];
    }
    return {};
}

void FaultServer::goAway()
{
    m_server.close();
    Q_EMIT wentAway();
}

void FaultServer::comeBack()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("FaultServer cannot listen again: %s", qPrintable(m_server.errorString()));
}

void FaultServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        auto *connection = new Connection(*this, socket, ++m_connections);
        if (m_greeting)
            connection->greet(*m_greeting);
    }
}

Reply FaultServer::replyTo(const Request &request)
{
    const QByteArray route = routeOf(request.method, request.target);
    if (auto replies = m_once.find(route); replies != m_once.end() && !replies->isEmpty())
        return replies->takeFirst();
    if (const auto handler = m_handlers.constFind(route); handler != m_handlers.cend())
        return (*handler)(request);
    return Reply::whole(404, "404 page not found", "text/plain");
}

} // namespace support
