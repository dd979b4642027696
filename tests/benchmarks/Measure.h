// What the programs here measure with and how they say it.
#pragma once

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <ctime>

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

inline void print(const QJsonObject &result)
{
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
}

} // namespace bench
