// Ctrl+C, and the other ways a system asks a program to end (SIGINT, SIGTERM, SIGHUP), as a Qt signal in the
// thread that made the object. The second one ends the program at once, as if nobody had listened. One object
// a program.
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>

namespace ui {

class StopSignals : public QObject
{
    Q_OBJECT
public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void stopRequested();

private:
    std::array<int, 2> m_pipe{-1, -1};
    QSocketNotifier m_notifier{QSocketNotifier::Read};
};

} // namespace ui
