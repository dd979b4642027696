#include "storage/StorageThread.h"

#include "storage/Database.h"

namespace storage {

StorageThread::StorageThread(QObject *parent)
    : QObject(parent)
    , m_worker(new QObject)
    , m_database(std::make_unique<Database>())
{
    m_thread.setObjectName(QStringLiteral("storage"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

StorageThread::~StorageThread()
{
    // A connection has to be closed where it was opened.
    post([](Database &database) { database.close(); });
    QMetaObject::invokeMethod(m_worker, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
    delete m_worker;
}

void StorageThread::post(std::function<void(Database &)> work)
{
    QMetaObject::invokeMethod(
        m_worker, [this, work = std::move(work)] { work(*m_database); }, Qt::QueuedConnection);
}

} // namespace storage
