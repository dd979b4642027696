#include "library/SpeedMeasure.h"

#include "base/ModelName.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <utility>

namespace library {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using backend::ChatOperation;
using backend::DoneOperation;
using std::chrono::milliseconds;

namespace {

constexpr std::array<qint64, 3> prompts{128, 1024, 4096};
constexpr int answerTokens = 64;
// Beside prompt and answer: what the template adds, and what a guess of tokens may be wrong by.
constexpr qint64 reserve = 128;
constexpr qint64 usualContext = 4096; // where the server does not tell
constexpr double usualTokensPerWord = 1;
constexpr double fewestTokensPerWord = 0.5;
// Tokens around the words: the template's, the task's and what each prompt begins with.
constexpr qint64 frame = 24;
// The second for those that have little to say to the first.
constexpr std::array tasks{"Write a very long story about a river and a mountain.",
                           "Count from one to one hundred in words."};
constexpr auto longestReading = 5min;
// A long prompt on a slow machine takes its time to the first byte; the person can stop.
constexpr auto patience = 1h;
// Unload, load.
constexpr int firstSteps = 2;

constexpr std::array words{"river", "stone", "the",   "light", "over",  "paper", "a",     "green",
                           "hill",  "and",   "water", "down",  "house", "of",    "small", "winter",
                           "they",  "walk",  "to",    "town",  "bread", "in",    "blue",  "morning",
                           "with",  "old",   "tree",  "bird",  "near",  "open",  "door",  "salt"};

QList<qint64> promptsFor(qint64 context)
{
    const qint64 room = context - answerTokens - reserve;
    QList<qint64> result;
    for (const qint64 prompt : prompts) {
        if (prompt <= room) {
            result.append(prompt);
            continue;
        }
        // A little longer than the last says nothing new.
        if (result.isEmpty() ? room > 0 : 2 * room >= 3 * result.last())
            result.append(room);
        break;
    }
    return result;
}

} // namespace

QString speedPrompt(qsizetype count)
{
    const quint64 nonce = QRandomGenerator::system()->generate64();
    QStringList text{QString::number(nonce, 36)};
    for (qsizetype i = 0; i < count; ++i)
        text.append(QLatin1StringView(words[static_cast<size_t>(i) % words.size()]));
    return text.join(u' ');
}

SpeedMeasure::SpeedMeasure(backend::Backend &backend, InstalledModels &installed, SpeedRecord &record,
                           QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_installed(installed)
    , m_record(record)
{
}

void SpeedMeasure::setDefaults(std::optional<int> contextLength,
                               std::optional<std::chrono::seconds> keepAlive)
{
    m_contextLength = contextLength;
    m_keepAlive = keepAlive;
    if (m_keepAlive && m_keepAlive->count() == 0) // each prompt would load it again
        m_keepAlive.reset();
}

void SpeedMeasure::start(const QString &model)
{
    if (m_progress)
        return;
    m_outcome.reset();
    m_prompts = QList<qint64>(prompts.begin(), prompts.end());
    m_progress = Progress{.model = model, .total = firstSteps + static_cast<int>(m_prompts.size())};
    m_loadTime = 0ms;
    m_tokensPerWord = usualTokensPerWord;
    unload();
}

void SpeedMeasure::stop()
{
    if (m_progress)
        end(Outcome::Kind::Stopped);
}

void SpeedMeasure::giveWay()
{
    if (m_progress)
        end(Outcome::Kind::GaveWay);
}

void SpeedMeasure::unload()
{
    begin(Step::Unload);
    auto *operation = m_backend.unload(m_progress->model, this);
    m_operation = operation;
    connect(operation, &DoneOperation::finished, this, &SpeedMeasure::load);
    connect(operation, &DoneOperation::failed, this, &SpeedMeasure::failWith);
}

void SpeedMeasure::load()
{
    begin(Step::Load);
    m_clock.start();
    auto *operation = m_backend.load(
        {.model = m_progress->model, .contextLength = m_contextLength, .keepAlive = m_keepAlive}, this);
    m_operation = operation;
    connect(operation, &DoneOperation::finished, this, [this] {
        m_loadTime = milliseconds(m_clock.elapsed());
        lookAtLoaded();
    });
    connect(operation, &DoneOperation::failed, this, &SpeedMeasure::failWith);
}

// How much of it is on the graphics card, and with which context.
void SpeedMeasure::lookAtLoaded()
{
    auto *operation = m_backend.loadedModels(this);
    m_operation = operation;
    connect(operation, &backend::LoadedModelsOperation::finished, this,
            [this](const QList<backend::LoadedModel> &loaded) {
                const auto found = std::ranges::find_if(loaded, [this](const backend::LoadedModel &one) {
                    return base::sameModel(one.name, m_progress->model);
                });
                plan(found == loaded.cend() ? nullptr : &*found);
            });
    connect(operation, &backend::LoadedModelsOperation::failed, this, &SpeedMeasure::failWith);
    m_installed.refreshLoaded();
}

void SpeedMeasure::plan(const backend::LoadedModel *loaded)
{
    m_gpuShare = gpuShareOf(loaded);
    const qint64 context = loaded && loaded->contextLength > 0 ? loaded->contextLength : usualContext;
    m_prompts = promptsFor(context);
    m_progress->total = firstSteps + static_cast<int>(m_prompts.size());
    askNext();
}

void SpeedMeasure::askNext()
{
    if (m_prompts.isEmpty())
        return end(Outcome::Kind::Done);
    m_task = 0;
    ask(m_prompts.takeFirst());
}

void SpeedMeasure::ask(qint64 prompt)
{
    begin(Step::Ask, prompt);
    m_words = std::max<qsizetype>(qRound64(static_cast<double>(prompt - frame) / m_tokensPerWord), 1);
    // In place of the model's own system prompt, which would come first and be the same each time.
    const backend::ChatMessage first{backend::Role::System, speedPrompt(0)};
    const backend::ChatMessage question{backend::Role::User,
                                        speedPrompt(m_words) + u"\n\n"_s + QLatin1StringView(tasks[m_task])};
    auto *answer = m_backend.chat({.model = m_progress->model,
                                   .messages = {first, question},
                                   .options = {.temperature = 0,
                                               .maxTokens = answerTokens,
                                               .contextLength = m_contextLength,
                                               .seed = {},
                                               .keepAlive = m_keepAlive,
                                               .think = {}},
                                   .firstByteTimeout = patience},
                                  this);
    m_operation = answer;
    m_firstToken = 0ms;
    m_clock.start();
    connect(answer, &ChatOperation::received, this, [this] {
        if (m_firstToken == 0ms)
            m_firstToken = std::max(milliseconds(m_clock.elapsed()), 1ms);
    });
    // Another server's speed is none of this one's.
    connect(answer, &ChatOperation::rerouted, this,
            [this] { failWith({base::Error::Kind::Unreachable, {}}); });
    connect(answer, &ChatOperation::finished, this, &SpeedMeasure::take);
    connect(answer, &ChatOperation::failed, this, &SpeedMeasure::failWith);
}

void SpeedMeasure::take(const backend::ChatSummary &summary)
{
    SpeedMeasurement measurement = measurementOf(summary, m_firstToken, PromptRead::Whole);
    if (measurement.writing <= 0 && m_task + 1 < tasks.size()) {
        ++m_task;
        ++m_progress->total;
        return ask(m_progress->prompt);
    }
    const backend::ModelInfo *model = m_installed.find(m_progress->model);
    measurement.model = m_progress->model;
    measurement.digest = model ? model->digest : QString();
    measurement.load = std::exchange(m_loadTime, 0ms);
    measurement.gpuShare = m_gpuShare;
    measurement.source = SpeedMeasurement::Source::Measured;
    m_record.add(measurement);

    if (summary.promptTokens > 0)
        m_tokensPerWord =
            std::max(static_cast<double>(summary.promptTokens - frame) / static_cast<double>(m_words),
                     fewestTokensPerWord);
    if (measurement.reading > 0) {
        const double seconds = std::chrono::duration<double>(longestReading).count();
        m_prompts.removeIf(
            [&](qint64 prompt) { return static_cast<double>(prompt) / measurement.reading > seconds; });
    }
    askNext();
}

void SpeedMeasure::begin(Step step, qint64 prompt)
{
    m_progress->step = step;
    m_progress->prompt = prompt;
    m_progress->done = step == Step::Unload ? 0 : m_progress->done + 1;
    Q_EMIT changed();
}

void SpeedMeasure::end(Outcome::Kind kind, const std::optional<base::Error> &error)
{
    if (base::Operation *operation = std::exchange(m_operation, nullptr)) {
        operation->disconnect(this); // whatever it still says is not for us
        operation->cancel();
    }
    m_outcome = Outcome{.model = m_progress->model, .kind = kind, .step = m_progress->step, .error = error};
    m_progress.reset();
    m_installed.refreshLoaded();
    Q_EMIT changed();
}

} // namespace library
