// What is measured of a model's speed, against what the real engine says of it: its log and its own
// durations.
#include "base/GoDuration.h"
#include "library/SpeedMeasure.h"
#include "ollama/OllamaBackend.h"
#include "support/ChatOutcome.h"
#include "support/RealParts.h"

#include <QRegularExpression>

#include <algorithm>

using library::SpeedMeasurement;
using library::SpeedSummary;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::outcome;

class TestSpeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void readsACachedPromptAbsurdlyFast();
    void measuresWhatTheEngineSays();
    void addsUp();
    void flagsNoDropWhereThereIsNone();

private:
    bool measure();
    std::optional<backend::ChatSummary> answer(const QString &text, int most);
    double readingSpeed(const QString &text);
    // Milliseconds.
    double loggedLoading();
    QList<double> loggedAnswers();

    support::RealParts m_parts;
    QTemporaryDir m_models;
    std::unique_ptr<support::ChildProcess> m_engine;
    net::Http m_http;
    std::unique_ptr<ollama::OllamaBackend> m_backend;
    std::unique_ptr<library::InstalledModels> m_installed;
    library::SpeedRecord m_record;
    std::unique_ptr<library::SpeedMeasure> m_measure;
};

void TestSpeed::initTestCase()
{
    const auto parts = support::RealParts::fromEnvironment();
    QVERIFY2(parts, support::withoutRealParts);
    m_parts = *parts;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"OLLAMA_HOST"_s, u"127.0.0.1:0"_s);
    environment.insert(u"OLLAMA_MODELS"_s, m_models.path());
    m_engine = std::make_unique<support::ChildProcess>();
    m_engine->setProcessEnvironment(environment);
    m_engine->start(m_parts.engineProgram, {u"serve"_s});
    static const QRegularExpression listening(u"msg=\"Listening on ([0-9.:]+) "_s);
    const auto address = [&] { return listening.match(QString::fromUtf8(m_engine->errors())).captured(1); };
    QTRY_VERIFY_WITH_TIMEOUT(!address().isEmpty(), 60'000);
    m_backend = std::make_unique<ollama::OllamaBackend>(m_http, QUrl(u"http://"_s + address()));
    QVERIFY(outcome<void>(m_backend->pull(m_parts.registryModel(), this)).isFinished);
    m_installed = std::make_unique<library::InstalledModels>(*m_backend);
    m_installed->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(m_installed->contains(m_parts.registryModel()), 30'000);
    m_record.setServer(base::origin(m_backend->serverUrl()), u"real"_s);
    m_measure = std::make_unique<library::SpeedMeasure>(*m_backend, *m_installed, m_record);
}

void TestSpeed::cleanupTestCase()
{
    m_measure.reset();
    m_installed.reset();
    m_backend.reset();
    m_engine.reset();
}

bool TestSpeed::measure()
{
    m_measure->start(m_parts.registryModel());
    return QTest::qWaitFor([this] { return !m_measure->progress(); }, 300'000) &&
           m_measure->outcome()->kind == library::SpeedMeasure::Outcome::Kind::Done;
}

std::optional<backend::ChatSummary> TestSpeed::answer(const QString &text, int most)
{
    support::ChatOutcome asked(m_backend->chat({.model = m_parts.registryModel(),
                                                .messages = {{backend::Role::User, text}},
                                                .options = {.temperature = 0,
                                                            .maxTokens = most,
                                                            .contextLength = {},
                                                            .seed = {},
                                                            .keepAlive = {},
                                                            .think = {}}},
                                               this));
    if (!QTest::qWaitFor([&] { return asked.hasEnded(); }, 120'000))
        return {};
    return asked.summary;
}

double TestSpeed::readingSpeed(const QString &text)
{
    const auto summary = answer(text, 1);
    return summary ? static_cast<double>(summary->promptTokens) /
                         std::chrono::duration<double>(summary->promptEvaluation).count()
                   : 0;
}

double TestSpeed::loggedLoading()
{
    static const QRegularExpression line(u"runner started in ([0-9.]+) seconds"_s);
    double latest = 0;
    auto found = line.globalMatch(QString::fromUtf8(m_engine->errors()));
    while (found.hasNext())
        latest = found.next().captured(1).toDouble() * 1000;
    return latest;
}

QList<double> TestSpeed::loggedAnswers()
{
    static const QRegularExpression line(u"\\| 200 \\| +([^ |]+) \\|[^|]+\\| POST +\"/api/chat\""_s);
    QList<double> all;
    auto found = line.globalMatch(QString::fromUtf8(m_engine->output()));
    while (found.hasNext())
        all.append(static_cast<double>(base::goDuration(found.next().captured(1).toStdString())) / 1e6);
    return all;
}

// Why an ordinary answer's reading is believed only after loading, and why a measured prompt begins anew.
void TestSpeed::readsACachedPromptAbsurdlyFast()
{
    QVERIFY(readingSpeed(library::speedPrompt(50)) > 0); // loads it
    const QString text = library::speedPrompt(800);
    const double first = readingSpeed(text);
    const double again = readingSpeed(text);
    const double other = readingSpeed(library::speedPrompt(800));
    qInfo("read at %.0f tokens/s, again at %.0f, another at %.0f", first, again, other);
    QVERIFY(first > 0);
    QVERIFY(again > 5 * first);
    QVERIFY(other < 2 * first);
}

void TestSpeed::measuresWhatTheEngineSays()
{
    const qsizetype before = loggedAnswers().size();
    QVERIFY(measure());
    const QList<SpeedMeasurement> &all = m_record.measurements();
    QCOMPARE(all.size(), 3); // as far as a context of 4,096 has room
    qInfo("loading: %lld ms, the log says %.0f ms", static_cast<long long>(all[0].load.count()),
          loggedLoading());
    const auto loading = static_cast<double>(all[0].load.count());
    QVERIFY(loggedLoading() > 0);
    QVERIFY(loading > loggedLoading() - 10); // the log rounds
    QVERIFY(loading < loggedLoading() + 1500);
    for (qsizetype i = 0; i < 3; ++i) {
        const SpeedMeasurement &one = all[i];
        const double read = static_cast<double>(one.promptTokens) / one.reading * 1000;
        const auto first = static_cast<double>(one.firstToken.count());
        qInfo("%lld tokens: read at %.1f/s, written at %.1f/s, first after %.0f ms",
              static_cast<long long>(one.promptTokens), one.reading, one.writing, first);
        QVERIFY(one.reading > 0);
        QVERIFY(first > read * 0.9);
        QVERIFY(first < read * 1.25 + 300);
        // The log has the whole request, soon: what came before the first token, and 64 tokens at most. How
        // many requests there were depends on what the model had to say.
        const double written = one.writing > 0 ? 64 / one.writing * 1000 : 1000;
        const auto fits = [&](double time) { return time > first && time < first + written * 1.25 + 300; };
        QTRY_VERIFY(std::ranges::any_of(loggedAnswers().mid(before), fits));
        QCOMPARE(one.gpuShare, 0.0);
    }
    const qint64 lengths[] = {128, 1024, 3904};
    for (qsizetype i = 0; i < 3; ++i) {
        QVERIFY(all[i].promptTokens > lengths[i] * 3 / 5);
        QVERIFY(all[i].promptTokens < lengths[i] * 5 / 4 + 50);
    }
}

void TestSpeed::addsUp()
{
    QVERIFY(measure());
    const QString server = m_record.server();
    const QList<SpeedSummary> rows = library::speedsByLength(m_record.measurements(), server);
    QCOMPARE(rows.size(), 3);
    for (const SpeedSummary &row : rows) {
        QCOMPARE(row.measured, 2);
        double least = 1e9;
        double most = 0;
        for (const SpeedMeasurement &one : m_record.measurements()) {
            if (library::promptClass(one.promptTokens) != row.prompts || one.writing <= 0)
                continue; // of another length, or too short an answer
            least = std::min(least, one.writing);
            most = std::max(most, one.writing);
        }
        qInfo("up to %lld: written at %.1f/s, between %.0f %% and %.0f %% of it",
              static_cast<long long>(row.prompts), row.writing, 100 * least / row.writing,
              100 * most / row.writing);
        QVERIFY(row.writing <= most && (row.writing >= least || most == 0));
        QVERIFY(row.reading > 0);
    }
}

// Nothing has changed but the name of the version: whatever else this machine does meanwhile (beside ten
// compilers, the same model wrote 2.5 to 82 tokens a second) is no update. In turns, as that comes and goes.
void TestSpeed::flagsNoDropWhereThereIsNone()
{
    const backend::ModelInfo *model = m_installed->find(m_parts.registryModel());
    const QString server = m_record.server();
    const QStringList engines{u"before"_s, u"after"_s};
    int told = 0;
    for (int tries = 0; told < 10 && tries < 40; ++tries) { // some answers are too short
        const QString engine = engines[told % 2];
        const auto summary = answer(library::speedPrompt(5) + u"\n\nTell me a very long story."_s, 24);
        QVERIFY(summary);
        SpeedMeasurement one = library::measurementOf(*summary, 0ms, library::PromptRead::Whole);
        if (one.writing <= 0)
            continue;
        one.model = model->name;
        one.digest = model->digest;
        m_record.setServer(server, engine);
        m_record.add(one);
        ++told;
        qInfo("%s: written at %.1f/s", qPrintable(engine), one.writing);
    }
    QCOMPARE(told, 10);
    QVERIFY(!library::slowedDown(m_record.measurements(), server, model->digest));
}

QTEST_GUILESS_MAIN(TestSpeed)
#include "tst_Speed.moc"
