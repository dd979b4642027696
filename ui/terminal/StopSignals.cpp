#include "terminal/StopSignals.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace ui {
namespace {

constexpr std::array stopSignals = {SIGINT, SIGTERM, SIGHUP};
volatile std::sig_atomic_t writeEnd = -1;

// Only what may be done inside a signal handler: Qt hears of it through the pipe.
extern "C" void noteStop(int)
{
    const int saved = errno;
    const char byte = 1;
    if (write(writeEnd, &byte, 1) != 1)
        _exit(130);
    errno = saved;
}

void install(void (*handler)(int), int flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    for (const int number : stopSignals)
        sigaction(number, &action, nullptr);
}

} // namespace

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    if (pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        qWarning("Ctrl+C ends the program without tidying up: no pipe can be made");
        return;
    }
    writeEnd = m_pipe[1];
    m_notifier.setSocket(m_pipe[0]);
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        char bytes[16];
        while (read(m_pipe[0], bytes, sizeof bytes) > 0) {
        }
        Q_EMIT stopRequested();
    });
    m_notifier.setEnabled(true);
    // SA_RESETHAND: the next one of the same kind does what it does by default.
    install(noteStop, SA_RESTART | static_cast<int>(SA_RESETHAND));
}

StopSignals::~StopSignals()
{
    if (m_pipe[0] < 0)
        return;
    install(SIG_DFL, 0);
    m_notifier.setEnabled(false);
    close(m_pipe[0]);
    close(m_pipe[1]);
}

} // namespace ui
