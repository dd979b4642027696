// Reads a log as the Logs page does and says how long it took, how much memory the process had at most, and
// what it found. Usage: read_log FILE
#include "logs/LogReading.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QElapsedTimer clock;
    clock.start();
    QObject owner;
    auto *reading = new logs::LogReading(
        {logs::LogSource::Kind::File, QCoreApplication::arguments().value(1), {}}, &owner);
    QObject::connect(reading, &base::Operation::failed, &owner, [] { QCoreApplication::exit(EXIT_FAILURE); });
    QObject::connect(reading, &logs::LogReading::finished, &owner, [&](const logs::LogReport &report) {
        const double seconds = static_cast<double>(clock.elapsed()) / 1000;
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        const auto memory = std::ranges::find(report.problems, logs::Kind::Memory, &logs::Problem::kind);
        std::printf("{\"seconds\": %.3f, \"peak\": %.1f, \"lines\": %lld, \"memory_lines\": %lld}\n", seconds,
                    static_cast<double>(usage.ru_maxrss) / 1024, static_cast<long long>(report.lines),
                    memory == report.problems.end() ? 0LL : static_cast<long long>(memory->count));
        QCoreApplication::exit(EXIT_SUCCESS);
    });
    return QCoreApplication::exec();
}
