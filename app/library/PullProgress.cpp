#include "library/PullProgress.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace library {

namespace {

constexpr PullProgress::Time window{8000};
constexpr PullProgress::Time shortestMeasure{1000};
constexpr PullProgress::Time grain{100}; // gains nearer than this are one
constexpr double mostBeforeSuccess = 0.99;

// Sizes come from a server; a sum of absurd ones must not overflow.
qint64 sum(qint64 a, qint64 b)
{
    qint64 result = 0;
    return __builtin_add_overflow(a, b, &result) ? std::numeric_limits<qint64>::max() : result;
}

} // namespace

PullProgress::PullProgress(qint64 expectedBytes)
    : m_expected(std::max<qint64>(expectedBytes, 0))
{
}

void PullProgress::apply(const backend::PullStep &step, Time now)
{
    if (!step.digest.isEmpty()) {
        m_verifying = false;
        applyLayer(step, now);
    } else if (std::ranges::any_of(m_layers, &Layer::seen)) {
        // A layer of an earlier attempt that did not come again is no longer part of the model.
        m_layers.removeIf([](const auto &layer) { return !layer->seen; });
        completeLayersBefore({});
        m_verifying = true;
    }
    raise();
}

void PullProgress::restart()
{
    for (Layer &layer : m_layers)
        layer.seen = false;
    m_gains.clear();
    m_measuring = false;
    m_verifying = false;
}

void PullProgress::restore(qint64 completedBytes, qint64 totalBytes)
{
    m_expected = std::max({m_expected, totalBytes, qint64(0)});
    m_restored = std::clamp<qint64>(completedBytes, 0, m_expected);
    m_shown = m_restored;
    if (m_expected > 0)
        m_fraction =
            std::min(static_cast<double>(m_shown) / static_cast<double>(m_expected), mostBeforeSuccess);
}

void PullProgress::applyLayer(const backend::PullStep &step, Time now)
{
    Layer &layer = m_layers[step.digest];
    const qint64 total = std::max({step.totalBytes, layer.total, qint64(0)});
    const qint64 completed = std::clamp<qint64>(step.completedBytes, 0, total);
    if (!layer.seen) {
        // What the first frame reports was there before: no speed. The server may have lost it since.
        bool lost = completed < layer.completed / 2;
        layer = {total, completed, true, layer.place < 0 ? m_places++ : layer.place};
        completeLayersBefore(step.digest);
        // Layers are fetched one after the other: what comes after an unfinished one is not there.
        if (completed < total && knownBytes() < std::exchange(m_restored, 0) / 2)
            lost = true;
        if (lost) {
            m_shown = 0;
            m_fraction = 0;
        }
        if (!m_measuring) {
            m_measuring = true;
            m_started = now;
            m_gained = now;
        }
        return;
    }
    const qint64 gained = std::max<qint64>(completed - layer.completed, 0);
    layer.total = total;
    layer.completed = completed;
    if (gained > 0)
        m_gained = now;
    if (!m_gains.empty() && now - m_gains.back().at < grain)
        m_gains.back().bytes = sum(m_gains.back().bytes, gained);
    else
        m_gains.push_back({now, gained});
    while (m_gains.front().at + window <= now)
        m_gains.pop_front();
}

void PullProgress::completeLayersBefore(const QString &digest)
{
    for (auto layer = m_layers.begin(); layer != m_layers.end(); ++layer) {
        if (layer->seen && layer.key() != digest)
            layer->completed = layer->total;
    }
}

void PullProgress::raise()
{
    m_shown = std::max(m_shown, knownBytes());
    const qint64 total = totalBytes();
    if (total > 0) {
        const double share =
            m_verifying ? 1.0 : static_cast<double>(knownBytes()) / static_cast<double>(total);
        m_fraction = std::max(m_fraction, std::min(share, mostBeforeSuccess));
    }
}

qint64 PullProgress::knownBytes() const
{
    qint64 bytes = 0;
    for (const Layer &layer : m_layers)
        bytes = sum(bytes, layer.completed);
    return bytes;
}

qint64 PullProgress::knownTotal() const
{
    qint64 bytes = 0;
    for (const Layer &layer : m_layers)
        bytes = sum(bytes, layer.total);
    return bytes;
}

qint64 PullProgress::completedBytes() const
{
    const qint64 total = totalBytes();
    return total > 0 ? std::min(m_shown, total) : m_shown;
}

qint64 PullProgress::totalBytes() const
{
    // Once every layer has been seen, their sum is the truth and the catalogue's figure is not.
    return m_verifying ? knownTotal() : std::max(knownTotal(), m_expected);
}

double PullProgress::fraction() const
{
    return m_fraction;
}

double PullProgress::bytesPerSecond(Time now) const
{
    if (!m_measuring || m_verifying)
        return 0;
    const Time span = std::min(now - m_started, window);
    if (span < shortestMeasure)
        return 0;
    qint64 bytes = 0;
    for (const Gain &gain : m_gains) {
        if (gain.at + window > now)
            bytes = sum(bytes, gain.bytes);
    }
    return static_cast<double>(bytes) * 1000.0 / static_cast<double>(span.count());
}

PullProgress::Time PullProgress::silence(Time now) const
{
    return m_measuring && !m_verifying ? now - m_gained : Time(0);
}

QList<LayerProgress> PullProgress::layers() const
{
    QList<std::pair<int, LayerProgress>> placed;
    for (auto layer = m_layers.cbegin(); layer != m_layers.cend(); ++layer)
        placed.append({layer->place, {layer.key(), layer->total, layer->completed}});
    std::ranges::sort(placed, {}, &std::pair<int, LayerProgress>::first);
    QList<LayerProgress> layers;
    for (const auto &[place, layer] : std::as_const(placed))
        layers.append(layer);
    return layers;
}

qint64 PullProgress::secondsLeft(Time now) const
{
    const double speed = bytesPerSecond(now);
    const qint64 total = totalBytes();
    if (speed < 1 || total <= 0)
        return -1;
    const double seconds = std::ceil(static_cast<double>(std::max<qint64>(total - knownBytes(), 0)) / speed);
    // Beyond a year a number helps nobody.
    return seconds > 365.0 * 86400 ? -1 : static_cast<qint64>(seconds);
}

} // namespace library
