#include "common/Signals.h"

#include <QSocketNotifier>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace ui {
namespace {

constexpr std::array handled{SIGTERM, SIGINT, SIGHUP};
constexpr unsigned budgetSeconds = 2;

std::atomic<int> pipeEnd{-1};
static_assert(std::atomic<int>::is_always_lock_free, "used in a signal handler");

// Only what is safe in a signal handler: the rest happens in the event loop.
void note(int)
{
    const int before = errno;
    alarm(budgetSeconds); // also where the event loop does not turn any more
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = write(pipeEnd.load(), &byte, 1);
    errno = before;
}

void handle(void (*handler)(int), int flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    for (const int signal : handled)
        sigaction(signal, &action, nullptr);
}

} // namespace

Signals::Signals(QObject *parent)
    : QObject(parent)
{
    if (pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        // Without a pipe the system's own way of ending stays.
        qWarning("No pipe for signals: %s", qPrintable(qt_error_string(errno)));
        return;
    }
    m_notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &Signals::receive);
    pipeEnd = m_pipe[1];
    handle(note, SA_RESTART | SA_RESETHAND);
}

Signals::~Signals()
{
    if (m_pipe[0] < 0)
        return;
    handle(SIG_DFL, 0);
    pipeEnd = -1;
    delete m_notifier;
    for (const int end : m_pipe)
        close(end);
}

void Signals::receive()
{
    char byte = 0;
    if (read(m_pipe[0], &byte, 1) == 1) {
        m_notifier->setEnabled(false); // once
        Q_EMIT endRequested();
    }
}

} // namespace ui
