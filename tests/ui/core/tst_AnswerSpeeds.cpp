// What the program learns of a model's speed from ordinary answers, in the whole core on a scripted server.
#include "support/Desk.h"
#include "support/FakeOllama.h"

#include <QSignalSpy>

using library::SpeedMeasurement;
using support::Desk;
using support::FakeOllama;
using support::Reply;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString model = u"gemma3:270m"_s;

QByteArray ended(const QByteArray &durations)
{
    return R"({"model":"m","message":{"role":"assistant","content":""},"done":true,"done_reason":"stop",)" +
           durations + "}";
}

// 40 tokens in 2 s after a prompt of 64 in 500 ms; it took 300 ms to load.
const QByteArray loadedForIt =
    ended(R"("load_duration":300000000,"prompt_eval_count":64,"prompt_eval_duration":500000000,)"
          R"("eval_count":40,"eval_duration":2000000000)");

struct Fixture
{
    FakeOllama server{{support::FakeModel{.name = model}}};
    std::unique_ptr<Desk> desk;

    explicit Fixture(bool isLoaded = false)
    {
        server.models[0].isLoaded = isLoaded;
        server.on("POST", "/api/chat", Reply::lines({FakeOllama::chatLine(model, u"Paris"_s), loadedForIt}));
        desk = std::make_unique<Desk>(server.url());
        (void)QTest::qWaitFor([this] {
            return desk->modelName() == model &&
                   desk->core->installed().loaded().size() == (server.models[0].isLoaded ? 1 : 0);
        });
    }
    const QList<SpeedMeasurement> &measured() const { return desk->core->speeds().record().measurements(); }
    bool ask() const
    {
        const int before = desk->core->sessions().current() ? desk->transcript().rowCount() : 0;
        desk->ask(u"What is the capital of France?"_s);
        return QTest::qWaitFor([&] {
            return desk->transcript().rowCount() == before + 2 &&
                   desk->last().state != chat::MessageState::Streaming;
        });
    }
};

} // namespace

class TestAnswerSpeeds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { support::hideEngines(m_home); }

    void learnsFromAnAnswer()
    {
        const Fixture f;
        QVERIFY(f.ask());
        QCOMPARE(f.measured().size(), 1);
        const SpeedMeasurement one = f.measured().first();
        QCOMPARE(one.model, model);
        QCOMPARE(one.digest, u"a"_s.repeated(64));
        QCOMPARE(one.engine, u"0.17.4"_s);
        QCOMPARE(one.server, base::origin(f.server.url()));
        QCOMPARE(one.source, SpeedMeasurement::Source::Use);
        QCOMPARE(one.writing, 20);
        QCOMPARE(one.reading, 128);
        QCOMPARE(one.load, 300ms);
        QCOMPARE(one.promptTokens, 64);
    }

    void believesNoReadingOfAModelInMemory()
    {
        const Fixture f(true);
        QVERIFY(f.desk->core->installed().findLoaded(model));
        QVERIFY(f.ask());
        QCOMPARE(f.measured().size(), 1);
        QCOMPARE(f.measured().first().writing, 20);
        QCOMPARE(f.measured().first().reading, 0);
        QCOMPARE(f.measured().first().load, 0ms);
    }

    void learnsNothingFromWhatDidNotEnd()
    {
        Fixture f;
        f.server.on("POST", "/api/chat",
                    Reply().head(200).chunk(FakeOllama::chatLine(model, u"Par"_s) + '\n').reset());
        QVERIFY(f.ask());
        QVERIFY(f.measured().isEmpty());
    }

    void learnsNothingFromTwoAtATime()
    {
        Fixture f;
        f.server.on("POST", "/api/chat",
                    Reply()
                        .head(200)
                        .chunk(FakeOllama::chatLine(model, u"Paris"_s) + '\n')
                        .waitFor("end")
                        .chunk(loadedForIt + '\n')
                        .endChunks());
        f.desk->ask(u"One?"_s);
        QTRY_COMPARE(f.desk->core->sessions().runningCount(), 1);
        f.desk->core->sessions().startNew(model, {});
        f.desk->ask(u"Two?"_s);
        QTRY_COMPARE(f.desk->core->sessions().runningCount(), 2);
        f.server.open("end");
        QTRY_COMPARE(f.desk->core->sessions().runningCount(), 0);
        QVERIFY(f.measured().isEmpty());
        QVERIFY(f.ask()); // alone
        QCOMPARE(f.measured().size(), 1);
    }

    // A question goes before a measurement.
    void endsAMeasurementForAQuestion()
    {
        Fixture f;
        QVERIFY(!f.desk->core->speeds().isBusy());
        f.server.on("POST", "/api/chat", [](const support::Request &request) {
            if (request.body.contains("\"num_predict\":64"))
                return Reply().head(200).stall();
            if (request.body.contains("\"messages\":[]")) // load, unload
                return Reply::whole(200, FakeOllama::lastChatLine(model, u"load"_s));
            return Reply::lines({FakeOllama::chatLine(model, u"Paris"_s), loadedForIt});
        });
        library::SpeedMeasure &measure = f.desk->core->speeds();
        measure.start(model);
        QTRY_VERIFY(measure.progress() && measure.progress()->step == library::SpeedMeasure::Step::Ask);
        QVERIFY(f.ask());
        QVERIFY(!measure.progress());
        QCOMPARE(measure.outcome()->kind, library::SpeedMeasure::Outcome::Kind::GaveWay);
        QVERIFY(f.measured().isEmpty()); // the engine may still have been at the other
    }

private:
    support::TempHome m_home;
};

QTEST_MAIN(TestAnswerSpeeds)
#include "tst_AnswerSpeeds.moc"
