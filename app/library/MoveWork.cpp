#include "library/MoveWork.h"

#include <QElapsedTimer>
#include <QThread>

#include <atomic>
#include <utility>

namespace library {

class MoveThread : public QThread
{
    Q_OBJECT
public:
    explicit MoveThread(MoveWork::Job job)
        : m_job(std::move(job))
    {
        connect(this, &QThread::finished, this, &QObject::deleteLater);
    }

    void endSoon() { m_isEnding = true; }

Q_SIGNALS:
    void progressed(const library::MoveProgress &progress);
    void succeeded();
    void failed(const base::Error &error);

protected:
    void run() override
    {
        constexpr qint64 tellEveryMs = 100;
        QElapsedTimer told;
        told.start();
        const auto result = m_job([&](const MoveProgress &progress) {
            if (told.elapsed() >= tellEveryMs) {
                told.start();
                Q_EMIT progressed(progress);
            }
            return !m_isEnding;
        });
        if (result)
            Q_EMIT succeeded();
        else
            Q_EMIT failed(result.error());
    }

private:
    MoveWork::Job m_job;
    std::atomic<bool> m_isEnding = false;
};

MoveWork::MoveWork(Job job, QObject *parent)
    : Operation(parent)
    , m_thread(new MoveThread(std::move(job)))
{
    connect(m_thread, &MoveThread::progressed, this, &MoveWork::progressed, Qt::QueuedConnection);
    connect(
        m_thread, &MoveThread::succeeded, this, [this] { succeed([this] { Q_EMIT finished(); }); },
        Qt::QueuedConnection);
    connect(
        m_thread, &MoveThread::failed, this, [this](const base::Error &error) { fail(error); },
        Qt::QueuedConnection);
    m_thread->start(QThread::LowPriority);
}

MoveWork::~MoveWork()
{
    constexpr unsigned long endWaitMs = 2000;
    if (isDone() || !m_thread)
        return;
    m_thread->endSoon();
    if (m_thread->wait(endWaitMs))
        delete m_thread;
}

void MoveWork::stop()
{
    if (m_thread)
        m_thread->endSoon();
}

} // namespace library

#include "MoveWork.moc"
