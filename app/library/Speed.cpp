#include "library/Speed.h"

#include "base/ModelName.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace library {

namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;
using Source = SpeedMeasurement::Source;

constexpr qint64 leastAnswer = 16;
constexpr qint64 leastPrompt = 32;
// A model that is in memory is found there within some hundredths of a second, which counts as loading too.
constexpr milliseconds leastLoad{100};
constexpr std::array<qint64, 6> promptClasses{512, 2048, 8192, 32'768, 131'072, 1'048'576};
constexpr double drop = 0.85;
constexpr int leastForDrop = 5;

double perSecond(qint64 tokens, std::chrono::nanoseconds time)
{
    return time.count() > 0 ? static_cast<double>(tokens) / std::chrono::duration<double>(time).count() : 0;
}

// Of those that are known; `unknown` where none is.
template <typename T>
T median(QList<T> values, T unknown)
{
    values.removeIf([unknown](T value) { return value <= unknown; });
    if (values.isEmpty())
        return unknown;
    std::ranges::sort(values);
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

using Group = QList<const SpeedMeasurement *>;

SpeedSummary summaryOf(const Group &group, qint64 prompts)
{
    const auto all = [&group](auto member) {
        QList<std::decay_t<decltype(group.first()->*member)>> values;
        for (const SpeedMeasurement *one : group)
            values.append(one->*member);
        return values;
    };
    const SpeedMeasurement &newest = *group.last();
    SpeedSummary summary{.digest = newest.digest,
                         .model = newest.model,
                         .engine = newest.engine,
                         .prompts = prompts,
                         .load = median(all(&SpeedMeasurement::load), milliseconds(0)),
                         .firstToken = median(all(&SpeedMeasurement::firstToken), milliseconds(0)),
                         .reading = median(all(&SpeedMeasurement::reading), 0.0),
                         .writing = median(all(&SpeedMeasurement::writing), 0.0),
                         .fastest = std::ranges::max(all(&SpeedMeasurement::writing)),
                         .gpuShare = median(all(&SpeedMeasurement::gpuShare), -1.0),
                         .answers = static_cast<int>(group.size()),
                         .measured = 0,
                         .last = newest.when};
    summary.measured = static_cast<int>(
        std::ranges::count(group, Source::Measured, [](const SpeedMeasurement *one) { return one->source; }));
    return summary;
}

// One for each value of `key`; it gets measurements of the server alone.
template <typename Key, typename Prompts>
QList<SpeedSummary> grouped(const QList<SpeedMeasurement> &measurements, const QString &server, Key key,
                            Prompts prompts)
{
    std::map<decltype(key(measurements.first())), Group> byKey;
    for (const SpeedMeasurement &one : measurements) {
        if (one.server == server)
            byKey[key(one)].append(&one);
    }
    QList<Group> groups;
    for (const auto &[_, group] : byKey)
        groups.append(group);
    // By their places in the list: a clock may be set back.
    std::ranges::sort(groups, std::greater(), [](const Group &group) { return group.last(); });
    QList<SpeedSummary> result;
    for (const Group &group : std::as_const(groups))
        result.append(summaryOf(group, prompts(*group.first())));
    return result;
}

bool isSameRun(const SpeedSummary &a, const SpeedSummary &b)
{
    return a.digest == b.digest && a.engine == b.engine;
}

// Of summaries with the newest first: whether this one is of how its model runs now.
class Newest
{
public:
    bool isOld(const SpeedSummary &summary)
    {
        const QString name = base::modelKey(summary.model);
        if (!m_byName.contains(name))
            m_byName.insert(name, summary.digest);
        if (!m_byDigest.contains(summary.digest))
            m_byDigest.insert(summary.digest, summary);
        return m_byName.value(name) != summary.digest ||
               !isSameRun(m_byDigest.value(summary.digest), summary);
    }

private:
    QHash<QString, QString> m_byName;
    QHash<QString, SpeedSummary> m_byDigest;
};

QList<SpeedSummary> withoutOld(QList<SpeedSummary> newestFirst)
{
    Newest newest;
    newestFirst.removeIf([&](const SpeedSummary &summary) { return newest.isOld(summary); });
    return newestFirst;
}

} // namespace

SpeedMeasurement measurementOf(const backend::ChatSummary &summary, milliseconds firstToken, PromptRead read)
{
    SpeedMeasurement result;
    result.promptTokens = summary.promptTokens;
    if (summary.answerTokens >= leastAnswer)
        result.writing = perSecond(summary.answerTokens, summary.generation);
    const bool isLoaded = read == PromptRead::AfterLoading && summary.load >= leastLoad;
    if (read != PromptRead::Whole && !isLoaded)
        return result;
    if (isLoaded)
        result.load = duration_cast<milliseconds>(summary.load);
    result.firstToken = std::max(firstToken - result.load, milliseconds(0));
    if (summary.promptTokens >= leastPrompt)
        result.reading = perSecond(summary.promptTokens, summary.promptEvaluation);
    return result;
}

double gpuShareOf(const backend::LoadedModel *loaded)
{
    if (!loaded || loaded->memoryBytes <= 0)
        return -1;
    return std::clamp(static_cast<double>(loaded->gpuMemoryBytes) / static_cast<double>(loaded->memoryBytes),
                      0.0, 1.0);
}

qint64 promptClass(qint64 tokens)
{
    const auto *found = std::ranges::lower_bound(promptClasses, tokens);
    return found == promptClasses.end() ? promptClasses.back() : *found;
}

QList<SpeedSummary> summarize(const QList<SpeedMeasurement> &measurements, const QString &server)
{
    const auto prompts = [](const SpeedMeasurement &one) { return promptClass(one.promptTokens); };
    return grouped(
        measurements, server,
        [&](const SpeedMeasurement &one) { return std::tuple(one.digest, one.engine, prompts(one)); },
        prompts);
}

QList<SpeedSummary> speedsByLength(const QList<SpeedMeasurement> &measurements, const QString &server)
{
    QList<SpeedSummary> result = withoutOld(summarize(measurements, server));
    std::ranges::stable_sort(result, {}, [](const SpeedSummary &summary) {
        return std::tuple(summary.model, summary.digest, summary.prompts);
    });
    return result;
}

QList<SpeedSummary> speedsByModel(const QList<SpeedMeasurement> &measurements, const QString &server)
{
    QList<SpeedSummary> result = withoutOld(grouped(
        measurements, server, [](const SpeedMeasurement &one) { return std::pair(one.digest, one.engine); },
        [](const SpeedMeasurement &) { return qint64(0); }));
    std::ranges::stable_sort(result, std::greater(), &SpeedSummary::writing);
    return result;
}

std::optional<SpeedSummary> speedOf(const QList<SpeedMeasurement> &measurements, const QString &server,
                                    const QString &digest)
{
    QList<SpeedMeasurement> own;
    for (const SpeedMeasurement &one : measurements) {
        if (one.digest == digest)
            own.append(one);
    }
    const QList<SpeedSummary> found = speedsByModel(own, server);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

std::optional<SpeedDrop> slowedDown(const QList<SpeedMeasurement> &measurements, const QString &server,
                                    const QString &digest)
{
    const auto newest =
        std::ranges::find_if(measurements.crbegin(), measurements.crend(), [&](const SpeedMeasurement &one) {
            return one.server == server && one.digest == digest;
        });
    if (newest == measurements.crend())
        return std::nullopt;
    const QString name = base::modelKey(newest->model);
    QHash<QString, bool> isModel; // by name as written
    QList<SpeedMeasurement> ofModel;
    for (const SpeedMeasurement &one : measurements) {
        if (one.writing <= 0 || one.server != server)
            continue;
        if (!isModel.contains(one.model))
            isModel.insert(one.model, base::modelKey(one.model) == name);
        if (one.digest == digest || isModel.value(one.model))
            ofModel.append(one);
    }

    std::optional<SpeedDrop> worst;
    const auto share = [](const SpeedDrop &one) { return one.now.writing / one.before.writing; };
    const QList<SpeedSummary> all = summarize(ofModel, server);
    for (const qint64 prompts : promptClasses) {
        QList<SpeedSummary> runs = all;
        runs.removeIf([&](const SpeedSummary &run) { return run.prompts != prompts; });
        if (runs.isEmpty() || runs.first().digest != digest || runs.first().answers < leastForDrop)
            continue;
        const auto before = std::find_if(runs.cbegin() + 1, runs.cend(),
                                         [](const SpeedSummary &run) { return run.answers >= leastForDrop; });
        if (before == runs.cend())
            continue;
        const SpeedDrop found{*before, runs.first()};
        const bool isSlower = found.now.fastest < drop * found.before.writing;
        if (isSlower && (!worst || share(found) < share(*worst)))
            worst = found;
    }
    return worst;
}

} // namespace library
