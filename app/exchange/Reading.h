// A job in a thread of its own, for files that are large or on a slow disk. Used by Look and Import.
#pragma once

#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace exchange {

class Reading
{
public:
    // Looks now and then whether it is cancelled.
    using Job = std::function<void(const std::atomic<bool> &isCancelled)>;

    explicit Reading(Job job)
        : m_thread(QThread::create([this, job = std::move(job)] { job(m_isCancelled); }))
    {
        m_thread->setObjectName(QStringLiteral("import"));
        m_thread->start();
    }
    // Cancels the job, and waits for it.
    ~Reading()
    {
        cancel();
        m_thread->wait();
    }
    Q_DISABLE_COPY_MOVE(Reading)

    void cancel() { m_isCancelled = true; }

private:
    std::atomic<bool> m_isCancelled = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace exchange
