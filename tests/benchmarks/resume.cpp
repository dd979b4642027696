// A pull that is paused and resumed again and again: how many of its bytes came more than once, and what is
// left of it in the end. A real engine that has nothing and a real registry, with a way between them as slow
// as a line and, as that of public registries, sending whoever asks for a whole layer elsewhere. Usage:
// resume ENGINE-PROGRAM REGISTRY MODEL CYCLES. Prints bytes and counts.
#include "benchmarks/Measure.h"
#include "library/Downloads.h"
#include "ollama/OllamaBackend.h"
#include "support/RealParts.h"

#include <QDir>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace {

using library::Downloads;
using State = Downloads::State;

constexpr int stepsASecond = 500;
constexpr qint64 bytesASecond = 4'000'000;
constexpr int patience = 60'000; // ms

class SlowWay : public QObject
{
public:
    explicit SlowWay(const QString &registry)
        : m_registry(QStringLiteral("http://") + registry)
    {
        connect(&m_server, &QTcpServer::newConnection, this, &SlowWay::accept);
    }
    bool listen() { return m_server.listen(QHostAddress::LocalHost); }
    QString address(const QString &host) const
    {
        return QStringLiteral("%1:%2").arg(host).arg(m_server.serverPort());
    }

    qint64 passedOn = 0;

private:
    void accept()
    {
        while (QTcpSocket *client = m_server.nextPendingConnection()) {
            auto *registry = new QTcpSocket(client);
            registry->setReadBufferSize(2 * bytesASecond / stepsASecond);
            registry->connectToHost(m_registry.host(), static_cast<quint16>(m_registry.port()));
            connect(client, &QTcpSocket::readyRead, registry, [=, this] { ask(*client, *registry); });
            auto *step = new QTimer(client);
            step->setTimerType(Qt::PreciseTimer);
            connect(step, &QTimer::timeout, client, [=, this] {
                // What the engine has not taken yet would be lost when it goes away.
                if (client->bytesToWrite() == 0)
                    passedOn +=
                        std::max<qint64>(client->write(registry->read(bytesASecond / stepsASecond)), 0);
                if (registry->state() == QAbstractSocket::UnconnectedState && registry->bytesAvailable() == 0)
                    client->disconnectFromHost();
            });
            step->start(1000 / stepsASecond);
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        }
    }

    // Requests have no body here.
    void ask(QTcpSocket &client, QTcpSocket &registry) const
    {
        while (client.canReadLine()) {
            const QByteArray waiting = client.peek(client.bytesAvailable());
            const qsizetype end = waiting.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            const QByteArray request = client.read(end + 4);
            const QByteArray path = request.mid(4, request.indexOf(' ', 4) - 4);
            const bool isWhole = request.startsWith("GET ") && path.contains("/blobs/") &&
                                 !request.toLower().contains("\r\nrange:");
            if (isWhole)
                client.write("HTTP/1.1 307 Temporary Redirect\r\nContent-Length: 0\r\nLocation: http://" +
                             address(QStringLiteral("localhost")).toLatin1() + path + "\r\n\r\n");
            else
                registry.write(request);
        }
    }

    QUrl m_registry;
    QTcpServer m_server;
};

State stateOf(const Downloads &downloads)
{
    return downloads.index(0).data(Downloads::StateRole).value<State>();
}

qint64 completed(const Downloads &downloads)
{
    return downloads.index(0).data(Downloads::CompletedRole).toLongLong();
}

void await(const Downloads &downloads, const char *what, const std::function<bool()> &isSo)
{
    if (!QTest::qWaitFor([&] { return isSo() || stateOf(downloads) == State::Failed; }, patience) || !isSo())
        qFatal("not within a minute: %s", what);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        qFatal("resume ENGINE-PROGRAM REGISTRY MODEL CYCLES");
    const int wanted = arguments.at(4).toInt();
    const QTemporaryDir models;
    support::RealParts parts;
    parts.engineProgram = arguments.at(1);
    support::OwnEngine engine(parts, models.path());
    SlowWay way(arguments.at(2));
    if (!engine.start() || !way.listen())
        qFatal("the engine or the way to the registry did not start");
    net::Http http;
    ollama::OllamaBackend backend(http, engine.address());
    const QString list = models.filePath(QStringLiteral("list"));
    Downloads downloads(backend, list);
    if (!downloads.pull(way.address(QStringLiteral("127.0.0.1")) + u'/' + arguments.at(3)))
        qFatal("a name was refused");
    const auto isDone = [&] { return stateOf(downloads) == State::Done; };
    int cycles = 0;
    for (; cycles < wanted && !isDone(); ++cycles) {
        await(downloads, "some more bytes", [&] {
            const qint64 total = downloads.index(0).data(Downloads::TotalRole).toLongLong();
            return isDone() || (total > 0 && completed(downloads) >= total / (wanted + 1) * (cycles + 1));
        });
        downloads.pause(0);
        await(downloads, "the pause", [&] { return isDone() || stateOf(downloads) == State::Paused; });
        downloads.resume(0);
    }
    await(downloads, "the end", isDone);
    const auto there = support::outcome<QList<backend::ModelInfo>>(backend.installedModels(&backend)).value;
    if (!there || there->size() != 1)
        qFatal("the model is not there");
    const auto size = static_cast<double>(there->first().sizeBytes);
    const QDir blobs(models.filePath(QStringLiteral("blobs")));
    const auto unfinished = blobs.entryList({QStringLiteral("*-partial*")}).size();
    const auto kept = library::DownloadsFile(list).load().size();
    bench::print({{QStringLiteral("cycles"), cycles},
                  {QStringLiteral("size"), size},
                  {QStringLiteral("came"), static_cast<double>(way.passedOn)},
                  {QStringLiteral("twice"), (static_cast<double>(way.passedOn) / size - 1) * 100},
                  {QStringLiteral("left"), static_cast<int>(unfinished + kept)}});
    return 0;
}
