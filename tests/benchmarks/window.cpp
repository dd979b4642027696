// Our own window, measured from inside. Usage: window URL MODE [ARGUMENT …]; the modes are the functions
// below. Each prints one JSON object. window URL keys [MODEL] lets key_latency write, while the model
// answers.
#include "benchmarks/Desk.h"
#include "common/Heap.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QWindow>

#include <array>
#include <functional>

// Last: it has macros for everything.
#include <X11/Xlib.h>
#include <X11/Xutil.h>

namespace {

// One answer: its CPU from send to the last token's pixels, of the whole process and for each update.
QJsonObject stream(bench::Desk &desk, const QStringList &arguments)
{
    const bench::Updates updates(*desk.transcript.viewport(), [&desk] { return desk.answerSize(); });
    const double before = bench::cpuSeconds();
    desk.ask(arguments.at(0));
    desk.waitForAnswer();
    QGuiApplication::sync();
    const double cpu = bench::cpuSeconds() - before;
    return {{QStringLiteral("cpu"), cpu},
            {QStringLiteral("updates"), updates.costs()},
            {QStringLiteral("places"), updates.places()},
            {QStringLiteral("text"), desk.text()}};
}

// What a window manager does, and there is none here.
void minimize(const QWidget &window)
{
    Display *display = XOpenDisplay(nullptr);
    const Atom state = XInternAtom(display, "WM_STATE", False);
    const std::array<unsigned long, 2> iconic{IconicState, 0};
    XChangeProperty(display, window.winId(), state, state, 32, PropModeReplace,
                    reinterpret_cast<const unsigned char *>(iconic.data()), iconic.size());
    XUnmapWindow(display, window.winId());
    XCloseDisplay(display);
}

// The same while nobody can see it.
QJsonObject minimized(bench::Desk &desk, const QStringList &arguments)
{
    minimize(desk.window);
    bench::until([&desk] { return desk.window.isMinimized() && !desk.window.windowHandle()->isExposed(); });
    const double before = bench::cpuSeconds();
    desk.ask(arguments.at(0));
    bench::until([&desk] { return !desk.session().isRunning(); });
    const double cpu = bench::cpuSeconds() - before;
    if (desk.transcript.counters().paints > 0)
        qFatal("painted what nobody sees");
    return {{QStringLiteral("cpu"), cpu}, {QStringLiteral("text"), desk.answer().text}};
}

// Seconds of the clock from the question to the last pixel of its answer.
QJsonObject burst(bench::Desk &desk, const QStringList &arguments)
{
    QElapsedTimer time;
    time.start();
    desk.ask(arguments.at(0));
    desk.waitForAnswer();
    QCoreApplication::processEvents(); // the paint
    QGuiApplication::sync();
    const double seconds = static_cast<double>(time.nsecsElapsed()) / 1e9;
    desk.checkScreen();
    return {{QStringLiteral("seconds"), seconds}, {QStringLiteral("text"), desk.text()}};
}

// N answers in one conversation: memory after each.
QJsonObject answers(bench::Desk &desk, const QStringList &arguments)
{
    QJsonArray memory;
    desk.page.useModel(arguments.at(0));
    for (int left = arguments.at(1).toInt(); left > 0; --left) {
        desk.pressEnter(QStringLiteral("Go on."));
        desk.waitForAnswer();
        memory.append(bench::megabytes());
    }
    return {{QStringLiteral("memory"), memory}};
}

// N answers in one conversation: milliseconds from the key to the pixels of the first token.
QJsonObject first(bench::Desk &desk, const QStringList &arguments)
{
    QJsonArray times;
    desk.page.useModel(arguments.at(0));
    for (int left = arguments.at(1).toInt(); left > 0; --left) {
        bench::rest();
        QElapsedTimer time;
        time.start();
        desk.pressEnter(QStringLiteral("Go on."));
        bench::until([&] { return !desk.answer().text.isEmpty() && desk.transcript.isUpToDate(); });
        QCoreApplication::processEvents(); // the paint
        QGuiApplication::sync();
        times.append(static_cast<double>(time.nsecsElapsed()) / 1e6);
        desk.checkScreen();
        desk.waitForAnswer();
    }
    return {{QStringLiteral("milliseconds"), times}};
}

// Whether anybody here, and nobody else asks that server, has a connection to that port (proc(5), net/tcp).
bool isConnected(int port)
{
    QFile file(QStringLiteral("/proc/self/net/tcp"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no net/tcp");
    const QByteArray remote = "0100007F:" + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    return file.readAll().contains(remote + " 01 ");
}

// N answers, each stopped in the middle: milliseconds from there until no connection is left.
QJsonObject stop(bench::Desk &desk, const QStringList &arguments)
{
    const int port = desk.core.servers().access().url.port();
    QJsonArray times;
    desk.page.useModel(arguments.at(0));
    QTimer look; // until() looks whenever a turn of the event loop is over
    look.start(std::chrono::milliseconds(1));
    for (int left = arguments.at(1).toInt(); left > 0; --left) {
        desk.pressEnter(QStringLiteral("Go on."));
        bench::until([&desk] { return desk.answerSize() > 100 && desk.session().isRunning(); });
        if (!isConnected(port))
            qFatal("the answer has no connection");
        QElapsedTimer time;
        time.start();
        desk.page.stopAnswer();
        bench::until([port] { return !isConnected(port); });
        times.append(static_cast<double>(time.nsecsElapsed()) / 1e6);
        bench::until([&desk] { return !desk.session().isRunning(); });
    }
    return {{QStringLiteral("milliseconds"), times}};
}

using Mode = std::function<QJsonObject(bench::Desk &, const QStringList &)>;
const QHash<QString, Mode> modes{{QStringLiteral("stream"), stream}, {QStringLiteral("minimized"), minimized},
                                 {QStringLiteral("burst"), burst},   {QStringLiteral("answers"), answers},
                                 {QStringLiteral("first"), first},   {QStringLiteral("stop"), stop}};

} // namespace

int main(int argc, char **argv)
{
    ui::giveBackLargeBlocks();
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QTemporaryDir home;
    bench::Desk desk(arguments.at(1), QDir(home.path()));
    if (arguments.at(2) != QLatin1String("keys")) {
        bench::print(modes.value(arguments.at(2))(desk, arguments.sliced(3)));
        return 0;
    }
    if (arguments.size() > 3)
        desk.ask(arguments.at(3));
    return desk.takeKeys();
}
