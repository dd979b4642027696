#include "library/SpeedRecord.h"

#include "base/AtomicFile.h"
#include "base/ModelName.h"
#include "library/ModelDigest.h"
#include "library/WordLines.h"

#include <QSet>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace library {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Source = SpeedMeasurement::Source;

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;
constexpr qsizetype mostOfAll = 5000;
constexpr qint64 longestName = 300;
constexpr qint64 mostTokens = 1'000'000'000;
constexpr milliseconds longest{24h};
constexpr double fastest = 1e6;
constexpr auto writingDelay = 1s;
constexpr qsizetype wordCount = 13;

// What a server says may be anything.
void bound(SpeedMeasurement &measurement)
{
    const auto speed = [](double value) { return value > 0 && value <= fastest ? value : 0; };
    const auto time = [](milliseconds value) { return value > 0ms && value <= longest ? value : 0ms; };
    measurement.model.truncate(longestName);
    measurement.engine.truncate(longestName);
    measurement.promptTokens = std::clamp<qint64>(measurement.promptTokens, 0, mostTokens);
    measurement.load = time(measurement.load);
    measurement.firstToken = time(measurement.firstToken);
    measurement.reading = speed(measurement.reading);
    measurement.writing = speed(measurement.writing);
    if (!(measurement.gpuShare >= 0 && measurement.gpuShare <= 1))
        measurement.gpuShare = -1;
}

// Without a blank.
QString word(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString textOf(const QString &word)
{
    return QUrl::fromPercentEncoding(word.toLatin1());
}

QString word(double value)
{
    return QString::number(value, 'g', 6);
}

QString lineOf(const SpeedMeasurement &one)
{
    return QStringList{u"speed"_s,
                       word(one.server),
                       one.digest,
                       word(one.model),
                       word(one.engine),
                       QString::number(one.promptTokens),
                       QString::number(one.load.count()),
                       QString::number(one.firstToken.count()),
                       word(one.reading),
                       word(one.writing),
                       word(one.gpuShare),
                       QString::number(one.when.toSecsSinceEpoch()),
                       one.source == Source::Measured ? u"measured"_s : u"use"_s}
               .join(u' ') +
           u'\n';
}

} // namespace

SpeedRecord::SpeedRecord(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(writingDelay);
    connect(&m_soon, &QTimer::timeout, this, &SpeedRecord::save);
    m_error = readWordLines(path, largestFile, [this](const QStringList &words) { return take(words); });
}

SpeedRecord::~SpeedRecord()
{
    disconnect(); // nobody listens to the end of one that goes
    if (m_soon.isActive())
        save();
}

void SpeedRecord::setServer(const QString &server, const QString &engine)
{
    m_engine = engine;
    if (m_server == server)
        return;
    m_server = server;
    Q_EMIT changed();
}

void SpeedRecord::add(SpeedMeasurement measurement)
{
    measurement.server = m_server;
    measurement.engine = m_engine;
    measurement.when = QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch(), Qt::UTC);
    bound(measurement);
    if (m_server.isEmpty() || !isModelDigest(measurement.digest) || !measurement.tellsAnything())
        return;
    m_measurements.append(measurement);
    forgetOldest(measurement);
    m_soon.start();
    Q_EMIT changed();
}

void SpeedRecord::forgetOldest(const SpeedMeasurement &added)
{
    const auto isSame = [&](const SpeedMeasurement &one) {
        return one.server == added.server && one.digest == added.digest;
    };
    if (std::ranges::count_if(m_measurements, isSame) > mostOfOne)
        m_measurements.erase(std::ranges::find_if(m_measurements, isSame));
    if (m_measurements.size() > mostOfAll)
        m_measurements.removeFirst();
}

void SpeedRecord::forget(const QString &digest)
{
    QSet<QString> names;
    for (const SpeedMeasurement &one : std::as_const(m_measurements)) {
        if (one.server == m_server && one.digest == digest)
            names.insert(base::modelKey(one.model));
    }
    forgetIf([&](const SpeedMeasurement &one) {
        return one.server == m_server && (one.digest == digest || names.contains(base::modelKey(one.model)));
    });
}

void SpeedRecord::forgetAll()
{
    forgetIf([](const SpeedMeasurement &) { return true; });
}

void SpeedRecord::forgetIf(const std::function<bool(const SpeedMeasurement &)> &isForgotten)
{
    if (m_measurements.removeIf(isForgotten) == 0)
        return;
    save();
    Q_EMIT changed();
}

bool SpeedRecord::take(const QStringList &words)
{
    if (words.size() != wordCount || words.first() != "speed"_L1)
        return false;
    SpeedMeasurement one{.server = textOf(words[1]),
                         .digest = words[2],
                         .model = textOf(words[3]),
                         .engine = textOf(words[4]),
                         .promptTokens = words[5].toLongLong(),
                         .load = milliseconds(words[6].toLongLong()),
                         .firstToken = milliseconds(words[7].toLongLong()),
                         .reading = words[8].toDouble(),
                         .writing = words[9].toDouble(),
                         .gpuShare = words[10].toDouble(),
                         .when = QDateTime::fromSecsSinceEpoch(words[11].toLongLong(), Qt::UTC),
                         .source = words[12] == "measured"_L1 ? Source::Measured : Source::Use};
    bound(one);
    if (!isModelDigest(one.digest) || !one.tellsAnything())
        return false;
    if (m_measurements.size() < mostOfAll)
        m_measurements.append(one);
    return true;
}

void SpeedRecord::save()
{
    m_soon.stop();
    if (m_path.isEmpty())
        return;
    QString text;
    for (const SpeedMeasurement &one : m_measurements)
        text += lineOf(one);
    const base::Result<void> written = base::writeAllAtomic(m_path, text.toUtf8());
    const auto error = written ? std::nullopt : std::optional(written.error());
    if (std::exchange(m_error, error) != error)
        Q_EMIT changed();
}

} // namespace library
