// Keys and passwords, in the desktop's keyring (through QtKeychain) and nowhere else: never in a file of
// ours, and nothing is kept in its place where there is no keyring. Made by the composition root, used by
// whoever makes a base::Access. A keyring may ask the person something, or never answer. It is spoken to in a
// thread of its own, and an operation gives up after ten seconds (KeyringLocked); then the person unlocks it
// and tries again, or the secret is used until the program ends.
#pragma once

#include "base/Operation.h"

#include <QHash>
#include <QPointer>
#include <QThread>
#include <QTimer>
#include <QUrl>

#include <chrono>

namespace settings {

// failed(): KeyringMissing, KeyringLocked (also without an answer in time), Cancelled.
class SecretOperation : public base::Operation
{
    Q_OBJECT
Q_SIGNALS:
    // Of read(): empty where none is kept. Of write() and remove(): empty.
    void finished(const QByteArray &secret);

protected:
    void stop() override;

private:
    friend class Secrets;
    SecretOperation(std::chrono::milliseconds deadline, QObject *parent);
    void end(const QByteArray &secret);

    QTimer m_deadline;
};

// What an entry is for. Its name in the keyring holds both, so that a changed address finds no key.
struct SecretName
{
    QString server; // the server's id; with a suffix where it has more secrets than one
    QUrl url;       // its origin counts

    QString text() const;
};

class Secrets : public QObject
{
    Q_OBJECT
public:
    explicit Secrets(QObject *parent = nullptr);
    ~Secrets() override;

    // A keyring that the person does not unlock says that it has no such entry. Whoever knows better gets
    // KeyringLocked in place of an empty secret.
    enum class Kept { Unknown, Yes };

    // What is used until the program ends goes before what the keyring has.
    SecretOperation *read(const SecretName &name, QObject *parent, Kept kept = Kept::Unknown);
    // Also ends the use until the program ends.
    SecretOperation *write(const SecretName &name, const QByteArray &secret, QObject *parent);
    SecretOperation *remove(const SecretName &name, QObject *parent);

    // In memory only.
    void useUntilQuit(const SecretName &name, const QByteArray &secret);
    bool isUsedUntilQuit(const SecretName &name) const { return m_untilQuit.contains(name.text()); }

    // 10 s; shorter in tests.
    void setDeadline(std::chrono::milliseconds deadline) { m_deadline = deadline; }

private:
    class Keyring;
    struct Waiting
    {
        QPointer<SecretOperation> operation;
        QString written = {}; // the entry's name; empty where nothing is written
        Kept kept = Kept::Unknown;
    };
    SecretOperation *begin(Waiting waiting, QObject *parent);
    void end(quint64 id, int error, const QString &words, const QByteArray &secret);

    std::chrono::milliseconds m_deadline{10'000};
    QHash<QString, QByteArray> m_untilQuit;
    QHash<quint64, Waiting> m_waiting;
    quint64 m_lastId = 0;
    QThread *m_thread;
    Keyring *m_keyring; // lives in m_thread
};

} // namespace settings
