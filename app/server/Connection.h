// Whether the chosen server answers, asked again and again: every 5 s while it does, after 1, 2, 4 … 30 s
// while it does not. One per program; the server pill, the first-run pages and the installed models follow
// it.
#pragma once

#include "backend/Backend.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace server {

class Connection : public QObject
{
    Q_OBJECT
public:
    enum class State { Connecting, Ready, Offline };
    Q_ENUM(State)

    // How long to wait after so many failures in a row (1 or more): 1, 2, 4, 8, 16, 30, 30 …
    static std::chrono::seconds retryInterval(int failures);

    explicit Connection(backend::Backend &backend, QObject *parent = nullptr);

    State state() const { return m_state; }
    QUrl serverUrl() const { return m_backend.serverUrl(); }
    // Of the server that answers; empty otherwise.
    backend::ServerInfo info() const { return m_info; }
    // Why it is Offline.
    std::optional<base::Error> error() const { return m_error; }
    // From the last check that was answered to its answer; 0 = none was.
    std::chrono::milliseconds roundTrip() const { return m_roundTrip; }

    void start();
    // Asks no more until start() or check().
    void stop();
    // Another address, or another way to it: Connecting at once, stateChanged, and a check.
    void setAccess(const base::Access &access);
    // The same where the backend has been given it already.
    enum class Restart { AndCheck, Only };
    void restart(Restart how = Restart::AndCheck);
    // Asks now (after a failed request, or when the person wants to know). Several calls make one request.
    // Whoever calls has a reason to expect a change, so the waits between retries begin anew.
    void check();
    // The app is starting a server at the address: for up to 30 s no answer means Connecting, not Offline,
    // and it is asked again every 200 ms.
    void expectServer();
    // It is not coming: as it was before, and a check.
    void expectNoServer();

Q_SIGNALS:
    void stateChanged();
    // The server is there again, or another one took its place (version or address changed): lists are stale.
    void serverChanged();
    // Each answer to a check, also where nothing changed.
    void answeredAgain();

private:
    void ask();
    void answered(const backend::ServerInfo &info);
    void failed(const base::Error &error);

    backend::Backend &m_backend;
    State m_state = State::Connecting;
    backend::ServerInfo m_info;
    std::optional<base::Error> m_error;
    QPointer<backend::ServerInfoOperation> m_operation;
    QTimer m_timer;
    QElapsedTimer m_asked;
    std::chrono::milliseconds m_roundTrip{0};
    int m_failures = 0;
    QDeadlineTimer m_expected; // until when a server may still be starting
};

} // namespace server
