#include "common/SingleInstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace ui {
namespace {

constexpr QByteArrayView raiseWord = "raise\n";
constexpr std::chrono::milliseconds patience{2000}; // for the first to get ready, for a caller to speak

bool isOurs(const QFileInfo &folder)
{
    constexpr auto others = QFile::WriteGroup | QFile::WriteOther;
    return folder.isDir() && folder.isWritable() && folder.ownerId() == getuid() &&
           !(folder.permissions() & others);
}

// A folder nobody else can put a socket into, with a name for this data folder.
QString socketPathFor(const QString &dataFolder)
{
    const QByteArray hash =
        QCryptographicHash::hash(QDir(dataFolder).absolutePath().toUtf8(), QCryptographicHash::Sha256);
    const QString name = QStringLiteral("inkstone-%1.socket").arg(QLatin1String(hash.toHex().left(16)));
    const QString runtime = QFile::decodeName(qgetenv("XDG_RUNTIME_DIR"));
    if (!runtime.isEmpty() && isOurs(QFileInfo(runtime)))
        return QDir(runtime).filePath(name);
    const QDir folder(dataFolder + QStringLiteral("/run"));
    if (!folder.exists())
        QDir().mkdir(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return folder.filePath(name);
}

bool isSameUser(int socket)
{
    ucred peer{};
    socklen_t size = sizeof(peer);
    return getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == getuid();
}

// Says the word to whoever listens there; false where nobody does.
bool raiseAt(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (static_cast<size_t>(name.size()) >= sizeof(address.sun_path))
        return false;
    std::ranges::copy(name, address.sun_path);
    const int connection = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (connection < 0)
        return false;
    const bool isHeard =
        connect(connection, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0 &&
        isSameUser(connection) &&
        send(connection, raiseWord.data(), static_cast<size_t>(raiseWord.size()), MSG_NOSIGNAL) ==
            raiseWord.size();
    close(connection);
    return isHeard;
}

} // namespace

SingleInstance::SingleInstance(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_lock(dataFolder + QStringLiteral("/inkstone.lock"))
{
    const QDir folder(dataFolder);
    if (!folder.exists() && QDir().mkpath(QFileInfo(dataFolder).absolutePath()))
        QDir().mkdir(dataFolder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_socketPath = socketPathFor(dataFolder);
    m_lock.setStaleLockTime(0); // only death makes it stale, not age

    if (m_lock.tryLock(0)) {
        listen();
        return;
    }
    if (m_lock.error() != QLockFile::LockFailedError) {
        if (raiseAt(m_socketPath))
            m_role = Role::Second;
        else
            listen();
        return;
    }
    m_role = Role::Second;
    // The first may have taken the lock a moment ago and not listen yet.
    constexpr std::chrono::milliseconds step{50};
    for (auto waited = step; !raiseAt(m_socketPath) && waited < patience; waited += step)
        QThread::msleep(step.count());
}

SingleInstance::~SingleInstance() = default;

// A socket that is still there belonged to a program that was killed: we have the lock.
void SingleInstance::listen()
{
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(m_socketPath);
    connect(m_server.get(), &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *connection = m_server->nextPendingConnection())
            welcome(connection);
    });
    // Without it a second start still ends, and only does not raise our window. Qt leaves the socket 0700.
    if (!m_server->listen(m_socketPath) ||
        !QFile::setPermissions(m_socketPath, QFile::ReadOwner | QFile::WriteOwner))
        qWarning("No socket for a second start: %s", qPrintable(m_server->errorString()));
}

void SingleInstance::welcome(QLocalSocket *connection)
{
    connect(connection, &QLocalSocket::disconnected, connection, &QObject::deleteLater);
    if (!isSameUser(static_cast<int>(connection->socketDescriptor()))) {
        connection->abort();
        return;
    }
    connection->setReadBufferSize(raiseWord.size());
    connect(connection, &QLocalSocket::readyRead, this, [this, connection] { hear(connection); });
    QTimer::singleShot(patience, connection, &QLocalSocket::abort);
    hear(connection);
}

void SingleInstance::hear(QLocalSocket *connection)
{
    if (connection->bytesAvailable() < raiseWord.size())
        return;
    const bool isUnderstood = connection->read(raiseWord.size()) == raiseWord;
    connection->abort();
    if (isUnderstood)
        Q_EMIT raiseRequested();
}

} // namespace ui
