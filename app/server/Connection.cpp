#include "server/Connection.h"

#include <algorithm>

namespace server {
namespace {

using namespace std::chrono_literals;

constexpr auto readyInterval = 5s;
constexpr auto startingInterval = 200ms;
constexpr auto startingTime = 30s;

} // namespace

std::chrono::seconds Connection::retryInterval(int failures)
{
    constexpr auto longest = 30s;
    constexpr int doublings = 5;
    return std::min<std::chrono::seconds>(1s * (1 << std::min(failures - 1, doublings)), longest);
}

Connection::Connection(backend::Backend &backend, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Connection::ask);
}

void Connection::start()
{
    check();
}

void Connection::setAccess(const base::Access &access)
{
    if (access == m_backend.access()) {
        check();
        return;
    }
    m_backend.setAccess(access);
    restart();
}

void Connection::stop()
{
    delete m_operation;
    m_timer.stop();
}

void Connection::restart(Restart how)
{
    stop(); // what runs asks the address that no longer matters
    m_state = State::Connecting;
    m_info = {};
    m_error.reset();
    m_roundTrip = {};
    m_failures = 0;
    m_expected = {};
    Q_EMIT stateChanged();
    if (how == Restart::AndCheck)
        check();
}

void Connection::expectServer()
{
    m_expected.setRemainingTime(startingTime);
    if (m_state == State::Offline) {
        m_state = State::Connecting;
        m_error.reset();
        Q_EMIT stateChanged();
    }
    check();
}

void Connection::expectNoServer()
{
    m_expected = {};
    check();
}

void Connection::check()
{
    m_failures = 0;
    ask();
}

void Connection::ask()
{
    if (m_operation)
        return;
    m_timer.stop();
    m_asked.start();
    m_operation = m_backend.serverInfo(this);
    connect(m_operation, &backend::ServerInfoOperation::finished, this, &Connection::answered);
    connect(m_operation, &base::Operation::failed, this, &Connection::failed);
}

void Connection::answered(const backend::ServerInfo &info)
{
    m_operation = nullptr; // it deletes itself; a check from a slot below is a new one
    m_failures = 0;
    m_expected = {};
    m_timer.start(readyInterval);
    m_roundTrip = std::chrono::milliseconds(std::max<qint64>(m_asked.elapsed(), 1));
    const bool isOther = m_state != State::Ready || info != m_info;
    Q_EMIT answeredAgain();
    if (!isOther)
        return;
    m_state = State::Ready;
    m_info = info;
    m_error.reset();
    Q_EMIT stateChanged();
    Q_EMIT serverChanged();
}

void Connection::failed(const base::Error &error)
{
    m_operation = nullptr;
    if (m_state == State::Connecting && !m_expected.hasExpired()) {
        m_timer.start(startingInterval);
        return;
    }
    ++m_failures;
    m_timer.start(retryInterval(m_failures));
    const bool isNew = m_state != State::Offline || m_error != error;
    m_state = State::Offline;
    m_info = {};
    m_error = error;
    if (isNew)
        Q_EMIT stateChanged();
}

} // namespace server
