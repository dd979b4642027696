// Measures a model when asked: lets it go, loads it as questions load it (so it takes no more memory than
// they do), and has it answer prompts of about 128, 1,024 and 4,096 tokens, as far as they have room in the
// context it was loaded with and would be read within five minutes. 64 tokens at temperature 0 each; every
// prompt begins with other characters, so that the server has nothing of it in its cache. A model that
// says too little to be timed is asked once more, for something else. One at a time. Owned by the composition
// root, which says when a question comes between; used by the models page.
#pragma once

#include "library/InstalledModels.h"
#include "library/SpeedRecord.h"

#include <QElapsedTimer>

#include <functional>

namespace library {

class SpeedMeasure : public QObject
{
    Q_OBJECT
public:
    enum class Step { Unload, Load, Ask };
    struct Progress
    {
        QString model;
        Step step = Step::Unload;
        qint64 prompt = 0; // of Ask: tokens, about
        int done = 0;      // steps
        int total = 0;

        bool operator==(const Progress &) const = default;
    };
    struct Outcome
    {
        enum class Kind { Done, Stopped, GaveWay, Failed };
        QString model;
        Kind kind = Kind::Done;
        Step step = Step::Unload;              // of Failed
        std::optional<base::Error> error = {}; // of Failed

        bool operator==(const Outcome &) const = default;
    };

    SpeedMeasure(backend::Backend &backend, InstalledModels &installed, SpeedRecord &record,
                 QObject *parent = nullptr);

    SpeedRecord &record() { return m_record; }

    // With what the person's questions load a model; absent = the server's own.
    void setDefaults(std::optional<int> contextLength, std::optional<std::chrono::seconds> keepAlive);
    // Whether an answer is being written, beside which nothing is measured without asking.
    void setBusy(std::function<bool()> isBusy) { m_isBusy = std::move(isBusy); }
    bool isBusy() const { return m_isBusy && m_isBusy(); }

    // Nothing happens while one is under way. What was measured goes to the record as it comes.
    void start(const QString &model);
    // Gives up at once; what was measured stays.
    void stop();
    // The same, for a question that was asked: it goes before.
    void giveWay();

    const std::optional<Progress> &progress() const { return m_progress; } // absent: nothing is under way
    const std::optional<Outcome> &outcome() const { return m_outcome; }    // of the last, until the next

Q_SIGNALS:
    void changed(); // progress() or outcome()

private:
    void unload();
    void load();
    void lookAtLoaded();
    void plan(const backend::LoadedModel *loaded);
    void askNext();
    void ask(qint64 prompt);
    void take(const backend::ChatSummary &summary);
    void begin(Step step, qint64 prompt = 0);
    void end(Outcome::Kind kind, const std::optional<base::Error> &error = {});
    void failWith(const base::Error &error) { end(Outcome::Kind::Failed, error); }

    backend::Backend &m_backend;
    InstalledModels &m_installed;
    SpeedRecord &m_record;
    std::optional<int> m_contextLength;
    std::optional<std::chrono::seconds> m_keepAlive;
    std::function<bool()> m_isBusy;
    QPointer<base::Operation> m_operation;
    std::optional<Progress> m_progress;
    std::optional<Outcome> m_outcome;
    QElapsedTimer m_clock;
    std::chrono::milliseconds m_loadTime{0}; // for the first measurement after it
    std::chrono::milliseconds m_firstToken{0};
    double m_gpuShare = -1;
    size_t m_task = 0;          // of those there are for a prompt
    QList<qint64> m_prompts;    // still to be asked, tokens
    double m_tokensPerWord = 0; // as the last prompt was counted
    qsizetype m_words = 0;      // of the last prompt
};

// A text of so many words that begins in another way than any before.
QString speedPrompt(qsizetype words);

} // namespace library
