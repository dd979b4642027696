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
    const int wait = m_wait - sinceLast();
    if (wait <= 0)
        run();
    else
        m_timer.start(wait);
}

void FrameClock::requestNext()
{
    if (!m_timer.isActive())
        m_timer.start(m_interval);
}

void FrameClock::run()
{
    // A frame that came late lets the next one come sooner: what comes at about the pace of the display is
    // due when it comes, without a timer, though it never comes evenly.
    m_wait = m_interval - std::clamp(sinceLast() - m_wait, 0, m_interval / 2);
    m_sinceLast.start();
    Q_EMIT due();
}

int FrameClock::sinceLast() const
{
    constexpr qint64 ever = 1000;
    return static_cast<int>(m_sinceLast.isValid() ? std::min(m_sinceLast.elapsed(), ever) : ever);
}

} // namespace ui
