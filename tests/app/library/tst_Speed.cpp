// label: pure
#include "library/Speed.h"

#include <QTest>

using library::measurementOf;
using library::PromptRead;
using library::SpeedMeasurement;
using library::SpeedSummary;
using Source = SpeedMeasurement::Source;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString here = u"http://127.0.0.1:11434"_s;
const QString digestA = u"a"_s.repeated(64);
const QString digestB = u"b"_s.repeated(64);

backend::ChatSummary answer(qint64 promptTokens, qint64 answerTokens, std::chrono::nanoseconds load = {})
{
    return {.reason = backend::StopReason::Stop,
            .promptTokens = promptTokens,
            .answerTokens = answerTokens,
            .total = {},
            .load = load,
            .promptEvaluation = 2s,
            .generation = 4s};
}

// The n-th of a row of measurements.
SpeedMeasurement one(const QString &digest, const QString &engine, double writing, int n = 0,
                     qint64 prompt = 100)
{
    SpeedMeasurement result;
    result.server = here;
    result.digest = digest;
    result.model = u"m:1b"_s;
    result.engine = engine;
    result.promptTokens = prompt;
    result.writing = writing;
    result.when = QDateTime::fromSecsSinceEpoch(1'800'000'000 + n, Qt::UTC);
    return result;
}

QList<SpeedMeasurement> several(const QString &digest, const QString &engine, const QList<double> &writing,
                                int first, qint64 prompt = 100)
{
    QList<SpeedMeasurement> result;
    for (const double speed : writing)
        result.append(one(digest, engine, speed, first++, prompt));
    return result;
}

} // namespace

class TestSpeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesWhatCanBeTrusted_data()
    {
        QTest::addColumn<backend::ChatSummary>("summary");
        QTest::addColumn<PromptRead>("read");
        QTest::addColumn<int>("load");
        QTest::addColumn<int>("firstToken");
        QTest::addColumn<double>("reading");
        QTest::addColumn<double>("writing");
        const auto row = [](const char *name, const backend::ChatSummary &summary, PromptRead read, int load,
                            int firstToken, double reading, double writing) {
            QTest::newRow(name) << summary << read << load << firstToken << reading << writing;
        };
        row("in memory before", answer(100, 40, 20ms), PromptRead::Unknown, 0, 0, 0, 10);
        row("in memory, and slow to be found", answer(100, 40, 500ms), PromptRead::Unknown, 0, 0, 0, 10);
        row("loaded for it", answer(100, 40, 700ms), PromptRead::AfterLoading, 700, 2300, 50, 10);
        row("somebody else loaded it", answer(100, 40, 30ms), PromptRead::AfterLoading, 0, 0, 0, 10);
        row("read whole", answer(100, 40, 30ms), PromptRead::Whole, 0, 3000, 50, 10);
        row("a short answer", answer(100, 15, 700ms), PromptRead::AfterLoading, 700, 2300, 50, 0);
        row("long enough", answer(100, 16, 30ms), PromptRead::Unknown, 0, 0, 0, 4);
        row("a short prompt", answer(31, 40, 700ms), PromptRead::AfterLoading, 700, 2300, 0, 10);
        row("nothing is told", {}, PromptRead::Whole, 0, 3000, 0, 0);
    }
    void takesWhatCanBeTrusted()
    {
        QFETCH(const backend::ChatSummary, summary);
        QFETCH(const PromptRead, read);
        const SpeedMeasurement result = measurementOf(summary, 3000ms, read);
        QTEST(int(result.load.count()), "load");
        QTEST(int(result.firstToken.count()), "firstToken");
        QTEST(result.reading, "reading");
        QTEST(result.writing, "writing");
        QCOMPARE(result.promptTokens, summary.promptTokens);
    }

    void neverDividesByATimeThatIsNotTold()
    {
        backend::ChatSummary summary = answer(100, 40);
        summary.generation = summary.promptEvaluation = 0ns;
        const SpeedMeasurement result = measurementOf(summary, 0ms, PromptRead::Whole);
        QVERIFY(!result.tellsAnything());
        QCOMPARE(result.reading, 0);
        QCOMPARE(result.writing, 0);
    }

    void comparesPromptsOfAboutTheSameLength_data()
    {
        QTest::addColumn<qint64>("length");
        for (const auto &[tokens, length] : std::initializer_list<std::pair<qint64, qint64>>{
                 {0, 512}, {512, 512}, {513, 2048}, {8192, 8192}, {8193, 32'768}, {5'000'000, 1'048'576}})
            QTest::newRow(QByteArray::number(tokens).constData()) << length;
    }
    void comparesPromptsOfAboutTheSameLength()
    {
        QTEST(library::promptClass(QByteArray(QTest::currentDataTag()).toLongLong()), "length");
    }

    void tellsTheShareOnTheGraphicsCard()
    {
        const auto share = [](qint64 memory, qint64 card) {
            const backend::LoadedModel loaded{u"m"_s, memory, card, 0, {}};
            return library::gpuShareOf(&loaded);
        };
        QCOMPARE(share(100, 25), 0.25);
        QCOMPARE(share(100, 0), 0.0);
        QCOMPARE(share(100, 300), 1.0); // a server may say anything
        QCOMPARE(share(0, 0), -1.0);
        QCOMPARE(library::gpuShareOf(nullptr), -1.0);
    }

    void takesMediansOfWhatIsKnown()
    {
        QList<SpeedMeasurement> all = several(digestA, u"1"_s, {10, 50, 12, 0}, 0);
        all[0].reading = 100;
        all[1].reading = 200;
        all[2].load = 900ms;
        all[3].gpuShare = 0.5;
        all[1].source = Source::Measured;
        all.append(one(digestA, u"1"_s, 5, 10, 3000));
        SpeedMeasurement elsewhere = one(digestA, u"1"_s, 1000, 11);
        elsewhere.server = u"http://box:11434"_s;
        all.append(elsewhere);

        const QList<SpeedSummary> summaries = library::summarize(all, here);
        QCOMPARE(summaries.size(), 2);
        QCOMPARE(summaries[0].prompts, 8192); // measured last
        const SpeedSummary &shorter = summaries[1];
        QCOMPARE(shorter.prompts, 512);
        QCOMPARE(shorter.writing, 12);
        QCOMPARE(shorter.fastest, 50);
        QCOMPARE(shorter.reading, 150);
        QCOMPARE(shorter.load, 900ms);
        QCOMPARE(shorter.firstToken, 0ms);
        QCOMPARE(shorter.gpuShare, 0.5);
        QCOMPARE(shorter.answers, 4);
        QCOMPARE(shorter.measured, 1);
        QCOMPARE(shorter.last, all[3].when);
    }

    void showsModelsAsTheyAreNow()
    {
        // The name had another digest before.
        QList<SpeedMeasurement> all = several(digestB, u"1"_s, {99}, 0) +
                                      several(digestA, u"1"_s, {50, 50}, 0) +  // an older engine
                                      several(digestA, u"2"_s, {20, 30}, 10) + // the same model
                                      several(digestA, u"2"_s, {8}, 12, 4000);
        SpeedMeasurement other = one(u"c"_s.repeated(64), u"2"_s, 70, 1);
        other.model = u"a:7b"_s;
        all.append(other);

        const QList<SpeedSummary> models = library::speedsByModel(all, here);
        QCOMPARE(models.size(), 2);
        QCOMPARE(models[0].model, u"a:7b"_s); // the fastest first
        QCOMPARE(models[1].digest, digestA);
        QCOMPARE(models[1].writing, 20);
        QCOMPARE(models[1].prompts, 0);
        QCOMPARE(models[1].answers, 3);
        const QList<SpeedSummary> rows = library::speedsByLength(all, here);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0].model, u"a:7b"_s);
        QCOMPARE(rows[1].writing, 25);
        QCOMPARE(rows[2].writing, 8);
        QCOMPARE(library::speedOf(all, here, digestA)->writing, 20);
        QVERIFY(!library::speedOf(all, here, u"d"_s.repeated(64)));
        QVERIFY(!library::speedOf(all, u"http://box:1"_s, digestA));
    }

    void flagsADropAfterAnUpdate_data()
    {
        QTest::addColumn<QList<SpeedMeasurement>>("all");
        QTest::addColumn<double>("before"); // 0 = none is flagged
        QTest::addColumn<double>("now");
        const auto row = [](const char *name, const QList<SpeedMeasurement> &all, double before = 0,
                            double now = 0) { QTest::newRow(name) << all << before << now; };
        const auto five = [](double writing) { return QList<double>(5, writing); };
        const QList<SpeedMeasurement> good = several(digestA, u"1"_s, {100, 101, 99, 100, 82}, 0);
        row("nothing measured", {});
        row("one version", good);
        row("engine", good + several(digestA, u"2"_s, {60, 62, 61, 61, 20}, 10), 100, 61);
        row("just as fast", good + several(digestA, u"2"_s, {90, 92, 91, 91, 91}, 10));
        row("at the limit", good + several(digestA, u"2"_s, five(85), 10));
        row("below the limit", good + several(digestA, u"2"_s, five(84), 10), 100, 84);
        row("faster", good + several(digestA, u"2"_s, five(190), 10));
        row("all but one disturbed", good + several(digestA, u"2"_s, {20, 21, 95, 19, 40}, 10));
        // As measured with nothing changed, while compilers ran.
        row("a busy machine", several(digestA, u"1"_s, {100, 120, 98, 110, 102}, 0, 4000) +
                                  several(digestA, u"2"_s, {20, 50, 95, 70, 61}, 10, 4000));
        row("too few after", good + several(digestA, u"2"_s, five(60).first(4), 10));
        row("too few before", good.first(4) + several(digestA, u"2"_s, five(60), 10));
        row("the one between says too little",
            good + several(digestA, u"1.5"_s, {61}, 5) + several(digestA, u"2"_s, five(61), 10), 100, 61);
        row("other lengths are none of it", good + several(digestA, u"2"_s, five(60), 10, 4000));
        row("the worst length",
            good + several(digestA, u"1"_s, five(50), 5, 4000) + several(digestA, u"2"_s, five(80), 10) +
                several(digestA, u"2"_s, five(20), 20, 4000),
            50, 20);
        row("back to the older engine",
            several(digestA, u"2"_s, five(100), 0) + several(digestA, u"1"_s, five(50), 10), 100, 50);
        QList<SpeedMeasurement> old = several(digestB, u"1"_s, five(100), 0);
        row("the model", old + several(digestA, u"1"_s, five(50), 10), 100, 50);
        for (SpeedMeasurement &measurement : old)
            measurement.model = u"another:1b"_s;
        row("another model", old + several(digestA, u"1"_s, five(50), 10));
        QList<SpeedMeasurement> elsewhere = good;
        for (SpeedMeasurement &measurement : elsewhere)
            measurement.server = u"http://box:11434"_s;
        row("another machine", elsewhere + several(digestA, u"2"_s, five(50), 10));
        row("only loading was told", good + several(digestA, u"2"_s, five(0), 10));
    }
    void flagsADropAfterAnUpdate()
    {
        QFETCH(const QList<SpeedMeasurement>, all);
        const auto drop = library::slowedDown(all, here, digestA);
        QTEST(drop ? drop->before.writing : 0, "before");
        QTEST(drop ? drop->now.writing : 0, "now");
        QCOMPARE(drop && drop->isOtherModel(), QByteArray(QTest::currentDataTag()) == "the model");
    }
};

QTEST_APPLESS_MAIN(TestSpeed)
#include "tst_Speed.moc"
