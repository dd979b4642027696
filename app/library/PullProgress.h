// One bar of the many frames a pull sends: never backwards, never over 100 %, 99 % until the server says
// "success". Recipe: ollama-api.md section 5. Pure: the caller gives the time. Used by Downloads.
#pragma once

#include "backend/Types.h"

#include <QHash>

#include <chrono>
#include <deque>

namespace library {

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

    // Bytes shown: never less than before, never more than totalBytes() where that is known.
    qint64 completedBytes() const;
    qint64 totalBytes() const; // 0 = not known yet
    double fraction() const;   // 0..0.99, never less than before
    // All bytes are there; the server checks and stores them.
    bool isVerifying() const { return m_verifying; }
    double bytesPerSecond(Time now) const; // over the last 8 s; 0 = not known
    qint64 secondsLeft(Time now) const;    // -1 = not known

private:
    struct Layer
    {
        qint64 total = 0;
        qint64 completed = 0;
        bool seen = false; // in this attempt
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
    bool m_measuring = false;
    bool m_verifying = false;
    qint64 m_expected = 0;
    qint64 m_shown = 0;
    double m_fraction = 0;
};

} // namespace library
