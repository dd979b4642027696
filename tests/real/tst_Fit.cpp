// Whether a model fits, as told beforehand, against what the real engine writes in its log and counts.
#include "library/Fitter.h"
#include "ollama/OllamaBackend.h"
#include "support/RealParts.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;
using support::outcome;

class TestFit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void comesNearTheEnginesLog_data();
    void comesNearTheEnginesLog();

private:
    double logged(const char *what); // MiB; the latest

    support::RealParts m_parts;
    QTemporaryDir m_models;
    std::unique_ptr<support::ChildProcess> m_engine;
    net::Http m_http;
    std::unique_ptr<ollama::OllamaBackend> m_backend;
};

void TestFit::initTestCase()
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
}

void TestFit::cleanupTestCase()
{
    m_backend.reset();
    m_engine.reset();
}

double TestFit::logged(const char *what)
{
    const QRegularExpression line(QString::fromLatin1(what) + u"[^\\n]*?size *= *\"?([0-9.]+) MiB"_s);
    double latest = 0;
    auto found = line.globalMatch(QString::fromUtf8(m_engine->errors()));
    while (found.hasNext())
        latest = found.next().captured(1).toDouble();
    return latest;
}

void TestFit::comesNearTheEnginesLog_data()
{
    QTest::addColumn<int>("context");
    for (const int context : {2048, 4096, 8192})
        QTest::addRow("%d tokens", context) << context;
}

void TestFit::comesNearTheEnginesLog()
{
    QFETCH(int, context);
    const backend::LoadRequest request{.model = m_parts.registryModel(), .contextLength = context};
    QVERIFY(outcome<void>(m_backend->load(request, this)).isFinished);
    library::InstalledModels models(*m_backend);
    models.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(models.isKnown() && models.loaded().size() == 1, 30'000);
    QCOMPARE(models.loaded().first().contextLength, context);
    QTRY_VERIFY_WITH_TIMEOUT(logged("compute buffer") > 0, 30'000);

    // The catalogue's, with the size of the file that is here: it lists another quantization.
    const library::Catalogue catalogue = library::Catalogue::builtIn();
    library::CatalogueEntry entry = *catalogue.find(QString::fromLatin1(support::smallModel));
    const backend::ModelInfo installed = models.models().first();
    entry.downloadBytes = installed.sizeBytes;
    const library::MemoryNeeds estimated = library::estimatedNeeds(entry, {.context = context});
    const double all =
        logged("msg=\"model weights\"") + logged("msg=\"kv cache\"") + logged("compute buffer");
    const double told = static_cast<double>(estimated.total()) / (1024 * 1024);
    qInfo("%d tokens: told %.1f MiB, logged %.1f MiB", context, told, all);
    QVERIFY(std::abs(told - all) <= all * 0.15);

    // From now on it is what the server counted.
    library::Fitter fitter;
    fitter.setServer(u"here"_s, {});
    fitter.learn(models);
    const library::Fit fit = fitter.of(entry, context, &installed);
    QCOMPARE(fit.needs.measured, models.loaded().first().memoryBytes);
    QCOMPARE(fit.verdict, library::Fit::Verdict::InMemory);
}

QTEST_GUILESS_MAIN(TestFit)
#include "tst_Fit.moc"
