#include "chat/Parameters.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace Qt::StringLiterals;

namespace chat {

namespace {

using Options = backend::GenerationOptions;

constexpr double hottest = 2;
constexpr qint64 leastContext = 4;
constexpr qint64 mostTokens = std::numeric_limits<int>::max();
constexpr qint64 longestKept = 10LL * 365 * 24 * 3600; // s

std::optional<qint64> wholeNumber(const QJsonValue &value, qint64 least, qint64 most)
{
    // 2^63 as a double is no qint64; toInteger() would give the other one twice.
    const qint64 number = value.toInteger(std::numeric_limits<qint64>::min());
    const bool isThere = value.isDouble() && number >= least && number <= most;
    return isThere ? std::optional(number) : std::nullopt;
}

std::optional<int> count(const QJsonValue &value, qint64 least)
{
    const auto number = wholeNumber(value, least, mostTokens);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

// Calls `work` with each member of one and of the other.
template <typename Work>
void eachOf(Options &target, const Options &other, Work work)
{
    work(target.temperature, other.temperature);
    work(target.maxTokens, other.maxTokens);
    work(target.contextLength, other.contextLength);
    work(target.seed, other.seed);
    work(target.keepAlive, other.keepAlive);
    work(target.think, other.think);
}

} // namespace

QByteArray parametersJson(const Options &options)
{
    QJsonObject object;
    const auto put = [&object](const QString &name, const auto &value) {
        if (value)
            object.insert(name, QJsonValue(*value));
    };
    put(u"temperature"_s, options.temperature);
    put(u"maxTokens"_s, options.maxTokens);
    put(u"contextLength"_s, options.contextLength);
    put(u"seed"_s, options.seed);
    put(u"think"_s, options.think);
    if (options.keepAlive)
        object.insert(u"keepAliveSeconds"_s, qint64(options.keepAlive->count()));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Options parametersFrom(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Options options;
    const QJsonValue temperature = object.value("temperature"_L1);
    if (temperature.isDouble() && temperature.toDouble() >= 0 && temperature.toDouble() <= hottest)
        options.temperature = temperature.toDouble();
    options.maxTokens = count(object.value("maxTokens"_L1), 1);
    options.contextLength = count(object.value("contextLength"_L1), leastContext);
    options.seed = wholeNumber(object.value("seed"_L1), 0, std::numeric_limits<qint64>::max());
    if (const auto seconds = wholeNumber(object.value("keepAliveSeconds"_L1), -1, longestKept))
        options.keepAlive = std::chrono::seconds(*seconds);
    if (const QJsonValue think = object.value("think"_L1); think.isBool())
        options.think = think.toBool();
    return options;
}

Options over(const Options &behind, const Options &first)
{
    Options all = first;
    eachOf(all, behind, [](auto &value, const auto &otherwise) {
        if (!value)
            value = otherwise;
    });
    return all;
}

Options without(const Options &options, const Options &taken)
{
    Options left = options;
    eachOf(left, taken, [](auto &value, const auto &other) {
        if (other)
            value.reset();
    });
    return left;
}

} // namespace chat
