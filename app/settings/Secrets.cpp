#include "settings/Secrets.h"

#include "base/Access.h"
#include "base/Text.h"

#include <qt6keychain/keychain.h>

namespace settings {
namespace {

using namespace Qt::StringLiterals;
using base::Error;

const QString service = u"Inkstone"_s;

Error::Kind kindOf(int error)
{
    const bool isRefused = error == QKeychain::AccessDenied || error == QKeychain::AccessDeniedByUser;
    return isRefused ? Error::Kind::KeyringLocked : Error::Kind::KeyringMissing;
}

} // namespace

QString SecretName::text() const
{
    return server + u' ' + base::origin(url);
}

SecretOperation::SecretOperation(std::chrono::milliseconds deadline, QObject *parent)
    : Operation(parent)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail({Error::Kind::KeyringLocked, {}}); });
    m_deadline.start(deadline);
}

void SecretOperation::stop()
{
    m_deadline.stop();
}

void SecretOperation::end(const QByteArray &secret)
{
    m_deadline.stop();
    succeed([this, &secret] { Q_EMIT finished(secret); });
}

// Runs QtKeychain's jobs. They are never deleted before their end: the keyring's answer would reach freed
// memory. QtKeychain does them one after another, so that one without an end holds up those that follow until
// the keyring is unlocked; each of those meets its own deadline.
class Secrets::Keyring : public QObject
{
    Q_OBJECT
public:
    void read(quint64 id, const QString &name) { run(id, name, new QKeychain::ReadPasswordJob(service)); }
    void write(quint64 id, const QString &name, const QByteArray &secret)
    {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setTextData(QString::fromUtf8(secret));
        run(id, name, job);
    }
    void remove(quint64 id, const QString &name) { run(id, name, new QKeychain::DeletePasswordJob(service)); }

Q_SIGNALS:
    void ended(quint64 id, int error, const QString &words, const QByteArray &secret);

private:
    void run(quint64 id, const QString &name, QKeychain::Job *job)
    {
        job->setInsecureFallback(false);
        job->setKey(name);
        connect(job, &QKeychain::Job::finished, this, [this, id](QKeychain::Job *done) {
            // What is not there is empty, and already removed.
            const int error = done->error() == QKeychain::EntryNotFound ? QKeychain::NoError : done->error();
            const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(done);
            Q_EMIT ended(id, error, done->errorString(), read ? read->textData().toUtf8() : QByteArray());
        });
        job->start();
    }
};

Secrets::Secrets(QObject *parent)
    : QObject(parent)
    , m_thread(new QThread)
    , m_keyring(new Keyring)
{
    m_thread->setObjectName(u"Keyring"_s);
    m_keyring->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_keyring, &QObject::deleteLater);
    connect(m_keyring, &Keyring::ended, this, &Secrets::end);
}

// A thread that a keyring holds fast is left to end with the program.
Secrets::~Secrets()
{
    constexpr std::chrono::seconds patience{1};
    if (!m_thread->isRunning())
        delete m_keyring;
    m_thread->quit();
    if (m_thread->wait(QDeadlineTimer(patience)))
        delete m_thread;
}

SecretOperation *Secrets::begin(Waiting waiting, QObject *parent)
{
    m_thread->start();
    auto *operation = new SecretOperation(m_deadline, parent);
    waiting.operation = operation;
    m_waiting.insert(++m_lastId, waiting);
    return operation;
}

SecretOperation *Secrets::read(const SecretName &name, QObject *parent, Kept kept)
{
    SecretOperation *operation = begin({.operation = {}, .kept = kept}, parent);
    const auto ask = [keyring = m_keyring, id = m_lastId, entry = name.text()] { keyring->read(id, entry); };
    if (const auto used = m_untilQuit.constFind(name.text()); used != m_untilQuit.cend())
        QMetaObject::invokeMethod(
            this, [this, id = m_lastId, secret = *used] { end(id, QKeychain::NoError, {}, secret); },
            Qt::QueuedConnection);
    else
        QMetaObject::invokeMethod(m_keyring, ask, Qt::QueuedConnection);
    return operation;
}

SecretOperation *Secrets::write(const SecretName &name, const QByteArray &secret, QObject *parent)
{
    SecretOperation *operation = begin({.operation = {}, .written = name.text()}, parent);
    const auto ask = [keyring = m_keyring, id = m_lastId, entry = name.text(), secret] {
        keyring->write(id, entry, secret);
    };
    QMetaObject::invokeMethod(m_keyring, ask, Qt::QueuedConnection);
    return operation;
}

SecretOperation *Secrets::remove(const SecretName &name, QObject *parent)
{
    m_untilQuit.remove(name.text());
    SecretOperation *operation = begin({}, parent);
    const auto ask = [keyring = m_keyring, id = m_lastId, entry = name.text()] {
        keyring->remove(id, entry);
    };
    QMetaObject::invokeMethod(m_keyring, ask, Qt::QueuedConnection);
    return operation;
}

void Secrets::useUntilQuit(const SecretName &name, const QByteArray &secret)
{
    m_untilQuit.insert(name.text(), secret);
}

void Secrets::end(quint64 id, int error, const QString &words, const QByteArray &secret)
{
    const Waiting waiting = m_waiting.take(id);
    if (error == QKeychain::NoError)
        m_untilQuit.remove(waiting.written);
    const QPointer<SecretOperation> operation = waiting.operation;
    if (!operation)
        return;
    if (error == QKeychain::NoError && secret.isEmpty() && waiting.kept == Kept::Yes)
        operation->fail({Error::Kind::KeyringLocked, {}});
    else if (error == QKeychain::NoError)
        operation->end(secret);
    else
        operation->fail({kindOf(error), base::displayLine(words)});
}

} // namespace settings

#include "Secrets.moc"
