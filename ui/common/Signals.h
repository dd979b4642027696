// TERM, INT and HUP as a Qt signal, so that they end the program the way closing its window does: Qt alone
// ends at once, without a word to anybody. Made in main(), one at a time.
#pragma once

#include <QObject>

#include <array>

class QSocketNotifier;

namespace ui {

class Signals : public QObject
{
    Q_OBJECT
public:
    explicit Signals(QObject *parent = nullptr);
    ~Signals() override;

Q_SIGNALS:
    // The first of them came: end within two seconds; then, or at the next of them, the system does it.
    void endRequested();

private:
    void receive();

    std::array<int, 2> m_pipe{-1, -1};
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace ui
