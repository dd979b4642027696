// One bar of the many frames a pull sends: never backwards, never over 100 %, 99 % until the server says
// "success". Recipe: ollama-api.md section 5. Pure: the caller gives the time. Used by Downloads.
#pragma once

#include "backend/Types.h"

#include <QHash>
#include <QList>

#include <chrono>
#include <deque>

namespace library {

// A layer as its frames tell of it.
struct LayerProgress
{
    QString digest;
    qint64 totalBytes = 0;
    qint64 completedBytes = 0; // all of them: it is there

    bool operator==(const LayerProgress &) const = default;
};

class PullProgress
{
public:
    using Time = std::chrono::milliseconds; // of any clock that only goes forward

    // `expectedBytes`: what the catalogue says, so that the total is known before the later layers are;
    // 0 = unknown.
    explicit PullProgress(qint64 expectedBytes = 0);

    void apply(const backend::PullStep &step, Time now);
    // The same model is pulled again. What was shown stays until the server says how much it still has; where
    // it has lost most of it, the bar says so and starts again.
    void restart();
    // What an earlier run of the program saw of it; of one that nothing was applied to.
    void restore(qint64 completedBytes, qint64 totalBytes);

    // Bytes shown: never less than before, never more than totalBytes() where that is known.
    qint64 completedBytes() const;
    qint64 totalBytes() const; // 0 = not known yet
    double fraction() const;   // 0..0.99, never less than before
    // All bytes are there; the server checks and stores them.
    bool isVerifying() const { return m_verifying; }
    double bytesPerSecond(Time now) const; // over the last 8 s; 0 = not known
    // Since a byte came, or since the server began to count; 0 while it checks.
    Time silence(Time now) const;
    // In the order in which the server took them up.
    QList<LayerProgress> layers() const;
    qint64 secondsLeft(Time now) const; // -1 = not known

private:
    struct Layer
    {
        qint64 total = 0;
        qint64 completed = 0;
        bool seen = false; // in this attempt
        int place = -1;    // in the order in which they were first seen
    };
    struct Gain
    {
        Time at;
        qint64 bytes = 0;
    };

    void applyLayer(const backend::PullStep &step, Time now);
    void completeLayersBefore(const QString &digest);
    void raise();
    qint64 knownBytes() const;
    qint64 knownTotal() const;

    QHash<QString, Layer> m_layers;
    std::deque<Gain> m_gains;
    Time m_started{0}; // of the first frame that can be measured against
    Time m_gained{0};  // the last byte
    int m_places = 0;
    bool m_measuring = false;
    bool m_verifying = false;
    qint64 m_expected = 0;
    qint64 m_shown = 0;
    qint64 m_restored = 0; // until the server has said how much of it is still there
    double m_fraction = 0;
};

} // namespace library
