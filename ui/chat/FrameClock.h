// Paces work to the display: the first request after a quiet time is due at once, further ones once a frame
// on average. Costs nothing while nothing is requested. Owned by TranscriptView.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace ui {

class FrameClock : public QObject
{
    Q_OBJECT
public:
    explicit FrameClock(QObject *parent = nullptr);

    void setRefreshRate(double framesPerSecond);
    // Emits due(), now or at the next frame.
    void request();
    // At the next frame in any case: for work that is carried over.
    void requestNext();
    void cancel() { m_timer.stop(); }
    bool isPending() const { return m_timer.isActive(); }

Q_SIGNALS:
    void due();

private:
    void run();
    int sinceLast() const;

    QTimer m_timer;
    QElapsedTimer m_sinceLast;
    int m_interval = 16; // milliseconds
    int m_wait = 0;      // after the last frame
};

} // namespace ui
