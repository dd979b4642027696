// How fast models ran, as values: one measurement, many of them summed up, and whether a model became slower.
// Pure; SpeedRecord keeps measurements, which come from answers (ui::AnswerSpeeds) and from SpeedMeasure.
//
// What an answer tells is taken as far as it can be trusted, else left out as 0:
// - Writing: from 16 tokens on. A shorter answer's time is mostly its first steps', and scatters.
// - Loading, reading and the first token: only where the whole prompt was read. The server counts the tokens
//   of a prompt also where it still has them in its cache, and not their time (ollama-api.md 2.1), so that a
//   second turn seems to be read a hundred times too fast. After loading the cache is empty, and the prompts
//   of SpeedMeasure begin differently each time.
// - Reading: from 32 tokens on, for the same reason as writing.
// Whoever measures leaves out what ran beside another answer.
#pragma once

#include "backend/Types.h"

namespace library {

struct SpeedMeasurement
{
    enum class Source { Use, Measured };

    QString server; // base::origin()
    QString digest; // of the model; 64 hex
    QString model;  // its name then
    QString engine; // the server's version; may be empty
    qint64 promptTokens = 0;
    std::chrono::milliseconds load{0};
    std::chrono::milliseconds firstToken{0}; // from the question on, loading left out
    double reading = 0;                      // tokens a second
    double writing = 0;                      // tokens a second
    double gpuShare = -1;                    // of the memory it took, 0..1; -1 = not known
    QDateTime when;                          // UTC
    Source source = Source::Use;

    bool tellsAnything() const { return load.count() > 0 || reading > 0 || writing > 0; }
    bool operator==(const SpeedMeasurement &) const = default;
};

// How much of an answer's prompt the server had to read.
enum class PromptRead {
    Unknown,      // it may have had the beginning in its cache
    AfterLoading, // the model was not in its memory before, as far as known; else as Unknown
    Whole,        // of one that is loaded
};

// `firstToken`: from the question to the first piece of the answer.
SpeedMeasurement measurementOf(const backend::ChatSummary &summary, std::chrono::milliseconds firstToken,
                               PromptRead read);

// -1 where it is not known.
double gpuShareOf(const backend::LoadedModel *loaded);

// Prompts are compared with those of about the same length: up to 512, 2,048, 8,192, 32,768, 131,072 tokens,
// or more (1,048,576).
qint64 promptClass(qint64 tokens);

// Medians; what is not known is as in SpeedMeasurement.
struct SpeedSummary
{
    QString digest;
    QString model;
    QString engine;
    qint64 prompts = 0; // promptClass(); 0 = of all lengths
    std::chrono::milliseconds load{0};
    std::chrono::milliseconds firstToken{0};
    double reading = 0;
    double writing = 0;
    double fastest = 0; // writing, not a median
    double gpuShare = -1;
    int answers = 0;  // so many measurements
    int measured = 0; // of them by SpeedMeasure
    QDateTime last;

    bool operator==(const SpeedSummary &) const = default;
};

// Everywhere below: measurements with the oldest first.
//
// Of each digest with each version of the engine and each length of prompts at the server, in the order they
// were measured last, the newest first.
QList<SpeedSummary> summarize(const QList<SpeedMeasurement> &measurements, const QString &server);

// The models as they are now: of each digest the version of the engine that was measured last, without
// digests whose name another one has got since. By name, then by length.
QList<SpeedSummary> speedsByLength(const QList<SpeedMeasurement> &measurements, const QString &server);
// The same over all lengths, one a model, the fastest writer first.
QList<SpeedSummary> speedsByModel(const QList<SpeedMeasurement> &measurements, const QString &server);

// Of one model over all lengths, as the engine was when it was measured last. Absent where it was not
// measured.
std::optional<SpeedSummary> speedOf(const QList<SpeedMeasurement> &measurements, const QString &server,
                                    const QString &digest);

// It writes slower than before an update of the model or of the engine.
struct SpeedDrop
{
    SpeedSummary before; // of the same length of prompts
    SpeedSummary now;

    bool isOtherModel() const { return before.digest != now.digest; }
    bool operator==(const SpeedDrop &) const = default;
};

// The fastest of at least five answers is below 85 % of the median of the last digest or version before it of
// which there are as many, for prompts of the same length. Why so: what else the machine does only slows an
// answer down. On two cores that four compilers kept busy, an unchanged model wrote short prompts' answers at
// 82 to 110 % of their median, and those of 4,000 tokens at 20 to 120 %; values drawn evenly from these
// ranges, five before and five after, are flagged in 3 of 100 cases at most, where medians of five would be
// in 35. What is lost in an update is mostly a part of the GPU, a factor of two and more. Of several lengths
// the worst. Absent where it is as fast, or too few were measured.
std::optional<SpeedDrop> slowedDown(const QList<SpeedMeasurement> &measurements, const QString &server,
                                    const QString &digest);

} // namespace library
