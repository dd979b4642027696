// What a log says, as values: made by LogAnalyser, shown by ui, written as JSON by ReportJson. Holds no
// secret and no control character.
#pragma once

#include "logs/LogPatterns.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace logs {

struct LogSample
{
    qint64 line = 0;  // 1 = the first
    qint64 time = -1; // WallTime; -1 where the line has none and none came before
    QString text;

    bool operator==(const LogSample &) const = default;
};

struct Problem
{
    Kind kind = Kind::Memory;
    qint64 count = 0;  // lines
    qint64 first = -1; // WallTime
    qint64 last = -1;
    QList<quint32> timeline;  // a count for each slot of the report's timeline
    QList<LogSample> samples; // the first ones and the last ones
    qint64 omitted = 0;       // between them

    bool operator==(const Problem &) const = default;
};

struct RequestGroup
{
    QString method; // "POST"
    QString path;   // "/api/chat"; empty = all others
    int status = 0;
    qint64 count = 0;
    qint64 medianNs = 0;
    qint64 p95Ns = 0;
    qint64 longestNs = 0;

    bool operator==(const RequestGroup &) const = default;
};

struct LoadTimes
{
    qint64 count = 0;
    qint64 medianNs = 0;
    qint64 p95Ns = 0;
    qint64 longestNs = 0;

    bool operator==(const LoadTimes &) const = default;
};

struct LogReport
{
    qint64 bytes = 0;
    qint64 lines = 0;
    qint64 recognized = 0; // lines in a form the engine writes; 0 = this is no log of it
    qint64 first = -1;     // WallTime
    qint64 last = -1;
    qint64 timelineStart = -1;
    qint64 slotMilliseconds = 0;
    QString version;              // of the engine, as told last
    QString listening;            // its address, as told last
    QList<Problem> problems;      // in the order of Kind
    QList<RequestGroup> requests; // most first
    LoadTimes loads;

    bool operator==(const LogReport &) const = default;
};

} // namespace logs

Q_DECLARE_METATYPE(logs::LogReport)
