// What the programs here measure with and how they say it.
#pragma once

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSocketNotifier>
#include <QWidget>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <malloc.h>
#include <unistd.h>

namespace bench {

inline double seconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

// User and system time: of all threads of this process, of this thread.
inline double cpuSeconds()
{
    return seconds(CLOCK_PROCESS_CPUTIME_ID);
}
inline double threadMilliseconds()
{
    return seconds(CLOCK_THREAD_CPUTIME_ID) * 1000;
}

// Of memory: the proportional set size of this process.
inline double megabytes()
{
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no smaps_rollup");
    static const QRegularExpression pss(QStringLiteral("Pss: +([0-9]+)"));
    return pss.match(QString::fromLatin1(file.readAll())).captured(1).toDouble() / 1024;
}

// Of the heap: what the program holds of it. Unlike the above it does not change with who else shares a page.
inline double heldMegabytes()
{
    const auto heap = mallinfo2();
    return static_cast<double>(heap.uordblks + heap.hblkhd) / 1024 / 1024;
}

inline void print(const QJsonObject &result)
{
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

// For key_latency: says where on the screen the first line of the text field is that has the keyboard (as
// much of it for everyone, because looking takes time), and lets the program run until its input ends.
// Returns the program's exit code.
inline int takeKeys(const QWidget &field)
{
    const QPoint corner = field.mapToGlobal(QPoint());
    print({{QStringLiteral("x"), corner.x()},
           {QStringLiteral("y"), corner.y()},
           {QStringLiteral("width"), std::min(field.width(), 700)},
           {QStringLiteral("height"), std::min(field.height(), 18)}});
    const QSocketNotifier end(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&end, &QSocketNotifier::activated, &QCoreApplication::quit);
    return QCoreApplication::exec();
}

} // namespace bench
