#include "chat/FrameClock.h"

#include <algorithm>

namespace ui {

FrameClock::FrameClock(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &FrameClock::run);
}

void FrameClock::setRefreshRate(double framesPerSecond)
{
    m_interval = framesPerSecond > 1 ? std::clamp(static_cast<int>(1000 / framesPerSecond), 4, 100) : 16;
}

void FrameClock::request()
{
    if (m_timer.isActive())
        return;
    const qint64 since = m_sinceLast.isValid() ? m_sinceLast.elapsed() : m_interval;
    if (since >= m_interval)
        run();
    else
        m_timer.start(static_cast<int>(m_interval - since));
}

void FrameClock::requestNext()
{
    if (!m_timer.isActive())
        m_timer.start(m_interval);
}

void FrameClock::run()
{
    m_sinceLast.start();
    Q_EMIT due();
}

} // namespace ui
