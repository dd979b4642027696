#include "logs/ReportJson.h"

#include <QDateTime>
#include <QTimeZone>

#include <nlohmann/json.hpp>

namespace logs {
namespace {

using Json = nlohmann::ordered_json;

Json words(const QString &text)
{
    return text.toStdString();
}

Json moment(qint64 time)
{
    return time < 0 ? Json() : words(wallTimeText(time));
}

double milliseconds(qint64 nanoseconds)
{
    constexpr double million = 1e6;
    return static_cast<double>(nanoseconds) / million;
}

Json toJson(const Problem &problem)
{
    Json samples = Json::array();
    for (const LogSample &sample : problem.samples)
        samples.push_back(
            {{"line", sample.line}, {"time", moment(sample.time)}, {"text", words(sample.text)}});
    Json timeline = Json::array();
    for (const quint32 count : problem.timeline)
        timeline.push_back(count);
    return {{"kind", kindName(problem.kind)},    {"lines", problem.count},
            {"first", moment(problem.first)},    {"last", moment(problem.last)},
            {"timeline", std::move(timeline)},   {"samples", std::move(samples)},
            {"samples_omitted", problem.omitted}};
}

Json toJson(const RequestGroup &group)
{
    return {{"method", words(group.method)},
            {"path", group.path.isEmpty() ? Json() : words(group.path)},
            {"status", group.status},
            {"count", group.count},
            {"p50_ms", milliseconds(group.medianNs)},
            {"p95_ms", milliseconds(group.p95Ns)},
            {"max_ms", milliseconds(group.longestNs)}};
}

} // namespace

QString wallTimeText(qint64 time)
{
    return time < 0 ? QString()
                    : QDateTime::fromMSecsSinceEpoch(time, Qt::UTC)
                          .toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz"));
}

QByteArray toJson(const LogReport &report)
{
    Json problems = Json::array();
    for (const Problem &problem : report.problems)
        problems.push_back(toJson(problem));
    Json requests = Json::array();
    for (const RequestGroup &group : report.requests)
        requests.push_back(toJson(group));
    const LoadTimes &loads = report.loads;
    const Json json{
        {"format", "inkstone-log-report"},
        {"version", 1},
        {"bytes", report.bytes},
        {"lines", report.lines},
        {"recognized_lines", report.recognized},
        {"first", moment(report.first)},
        {"last", moment(report.last)},
        {"engine_version", words(report.version)},
        {"listening", words(report.listening)},
        {"timeline_start", moment(report.timelineStart)},
        {"timeline_slot_ms", report.slotMilliseconds},
        {"problems", std::move(problems)},
        {"requests", std::move(requests)},
        {"loads",
         {{"count", loads.count},
          {"p50_ms", milliseconds(loads.medianNs)},
          {"p95_ms", milliseconds(loads.p95Ns)},
          {"max_ms", milliseconds(loads.longestNs)}}},
    };
    const std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace);
    return QByteArray::fromStdString(text) + '\n';
}

} // namespace logs
