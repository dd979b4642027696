#include "base/Operation.h"

namespace base {

Operation::Operation(QObject *parent)
    : QObject(parent)
{
}

void Operation::cancel()
{
    if (m_done || std::exchange(m_cancelled, true))
        return;
    // QNetworkReply::abort() emits finished() synchronously; queueing keeps the promise of the header.
    QMetaObject::invokeMethod(this, [this] { fail({Error::Kind::Cancelled, {}}); }, Qt::QueuedConnection);
}

void Operation::fail(const Error &error)
{
    if (std::exchange(m_done, true))
        return;
    stop();
    deleteLater(); // first: whoever listens may delete us
    Q_EMIT failed(error);
}

} // namespace base
