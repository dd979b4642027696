// How far a motion of 120 ms is that begins fast and ends slowly. A value; whoever moves asks for each frame.
#pragma once

#include <QElapsedTimer>

class QWidget;

namespace ui {

class Motion
{
public:
    // Whether the desktop wants any.
    static bool isWanted(const QWidget *widget);

    void start() { m_since.start(); }
    void stop() { m_since.invalidate(); }
    bool isRunning() const { return m_since.isValid() && !m_since.hasExpired(duration); }
    // Of `whole` pixels, those that are still to go; 0 where it does not run.
    int rest(int whole) const;

private:
    static constexpr int duration = 120; // milliseconds

    QElapsedTimer m_since;
};

} // namespace ui
