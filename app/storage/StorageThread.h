// The one thread that touches SQLite. Takes functions, runs them in order with the one open database, and
// hands their value back to the thread of `context`. Nothing about chats here.
#pragma once

#include "base/Error.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>

namespace storage {

class Database;

class StorageThread : public QObject
{
    Q_OBJECT
public:
    explicit StorageThread(QObject *parent = nullptr);
    ~StorageThread() override; // runs what was posted, then ends the thread

    // Runs `work` on the storage thread.
    void post(std::function<void(Database &)> work);

    // Runs `work` there and `done` with its value on this object's thread; not called if `context` is gone.
    template <typename Work, typename Done>
    void ask(QObject *context, Work work, Done done)
    {
        post([this, guard = QPointer<QObject>(context), work = std::move(work),
              done = std::move(done)](Database &database) mutable {
            auto value = work(database);
            // The context may die on its own thread at any time: it is only looked at over there.
            QMetaObject::invokeMethod(
                this,
                [guard, done = std::move(done), value = std::move(value)]() mutable {
                    if (guard)
                        done(std::move(value));
                },
                Qt::QueuedConnection);
        });
    }

private:
    QThread m_thread;
    QObject *m_worker = nullptr; // lives on m_thread
    std::unique_ptr<Database> m_database;
};

} // namespace storage
