// One Inkstone for each data folder: a second start raises the window of the first and ends. There must never
// be two, because only one connection may write to the database.
// A lock in the data folder decides who is first; the lock of a killed program does not count. The first
// listens on a socket that nobody but its owner can use, and understands one word. Made in main().
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <memory>

namespace ui {

class SingleInstance : public QObject
{
    Q_OBJECT
public:
    enum class Role {
        First,
        Second, // the first has been asked to raise its window; nothing is left to do but to end
    };

    // Creates the folder where it is missing. Where it cannot be written, there is nothing to protect either,
    // and the socket alone decides.
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);
    ~SingleInstance() override;

    Role role() const { return m_role; }

Q_SIGNALS:
    // Another start: show the window.
    void raiseRequested();

private:
    void listen();
    void welcome(QLocalSocket *connection);
    void hear(QLocalSocket *connection);

    QString m_socketPath;
    QLockFile m_lock;
    std::unique_ptr<QLocalServer> m_server;
    Role m_role = Role::First;
};

} // namespace ui
