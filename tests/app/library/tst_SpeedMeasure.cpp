#include "library/SpeedMeasure.h"
#include "support/FakeBackend.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using base::Error;
using library::SpeedMeasure;
using library::SpeedMeasurement;
using Kind = SpeedMeasure::Outcome::Kind;
using Step = SpeedMeasure::Step;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// 1.3 tokens a word and 100 a second; 16 a second written.
backend::ChatSummary summaryOf(const backend::ChatRequest &request)
{
    const qint64 tokens = 13 * request.messages.last().text.count(u' ') / 10;
    return {.reason = backend::StopReason::Length,
            .promptTokens = tokens,
            .answerTokens = 64,
            .total = {},
            .load = 20ms,
            .promptEvaluation = tokens * 10ms,
            .generation = 4s};
}

struct Fixture
{
    // Loads with the context that is set here.
    class Backend : public support::FakeBackend
    {
    public:
        backend::DoneOperation *load(const backend::LoadRequest &request, QObject *parent) override
        {
            auto *operation = FakeBackend::load(request, parent);
            if (loaded && !loaded->isEmpty())
                loaded->last() = {request.model, 1000, 250, context, {}};
            return operation;
        }
        qint64 context = 8192;
    };
    Backend backend;
    library::InstalledModels installed{backend};
    library::SpeedRecord record;
    SpeedMeasure measure{backend, installed, record};

    Fixture()
    {
        backend::ModelInfo model;
        model.name = u"a:1b"_s;
        model.digest = u"a"_s.repeated(64);
        backend.installed = QList{model};
        backend.loaded = QList<backend::LoadedModel>();
        installed.refresh();
        (void)QTest::qWaitFor([this] { return installed.isKnown(); });
        record.setServer(u"http://127.0.0.1:11434"_s, u"0.17.4"_s);
    }
    bool isAsking(qsizetype nth)
    {
        return QTest::qWaitFor([&] { return backend.requests.size() == nth && backend.lastChat(); });
    }
    void answer()
    {
        backend.lastChat()->deliver(u"one"_s);
        backend.lastChat()->finish(summaryOf(backend.requests.last()));
    }
    QList<qint64> tokens() const
    {
        QList<qint64> result;
        for (const SpeedMeasurement &one : record.measurements())
            result.append(one.promptTokens);
        return result;
    }
};

bool isAbout(qint64 value, qint64 wanted)
{
    return value > wanted * 3 / 4 && value < wanted * 5 / 3;
}

} // namespace

class TestSpeedMeasure : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void measuresThreeLengthsAndLoading()
    {
        Fixture f;
        f.measure.setDefaults(16'384, 600s);
        QSignalSpy changed(&f.measure, &SpeedMeasure::changed);
        f.measure.start(u"a:1b"_s);
        f.measure.start(u"b:1b"_s); // one at a time
        QCOMPARE(*f.measure.progress(), (SpeedMeasure::Progress{u"a:1b"_s, Step::Unload, 0, 0, 5}));
        QVERIFY(f.isAsking(1));
        QCOMPARE(f.backend.unloaded, QStringList{u"a:1b"_s});
        QCOMPARE(f.backend.loads.size(), 1);
        // As questions are asked, or each would load it again.
        QCOMPARE(f.backend.loads[0].contextLength, 16'384);
        QCOMPARE(f.backend.loads[0].keepAlive, 600s);
        for (qsizetype nth = 1; nth <= 3; ++nth) {
            QVERIFY(f.isAsking(nth));
            QCOMPARE(f.measure.progress()->step, Step::Ask);
            QCOMPARE(f.measure.progress()->done, int(nth) + 1);
            const backend::GenerationOptions &options = f.backend.requests.last().options;
            QCOMPARE(options.temperature, 0);
            QCOMPARE(options.maxTokens, 64);
            QCOMPARE(options.contextLength, 16'384);
            QCOMPARE(options.keepAlive, 600s);
            f.answer();
        }
        QVERIFY(!f.measure.progress());
        QCOMPARE(f.measure.outcome()->kind, Kind::Done);
        QCOMPARE(changed.size(), 6);
        const QList<SpeedMeasurement> &all = f.record.measurements();
        QCOMPARE(all.size(), 3);
        QVERIFY(isAbout(all[0].promptTokens, 128));
        QVERIFY(isAbout(all[1].promptTokens, 1024));
        QVERIFY(isAbout(all[2].promptTokens, 4096));
        for (const SpeedMeasurement &one : all) {
            QCOMPARE(one.model, u"a:1b"_s);
            QCOMPARE(one.digest, u"a"_s.repeated(64));
            QCOMPARE(one.engine, u"0.17.4"_s);
            QCOMPARE(one.source, SpeedMeasurement::Source::Measured);
            QCOMPARE(one.reading, 100.0);
            QCOMPARE(one.writing, 16.0);
            QCOMPARE(one.gpuShare, 0.25);
            QVERIFY(one.firstToken > 0ms);
        }
        QCOMPARE(all[1].load, 0ms); // it was loaded once
    }

    void beginsEveryPromptInAnotherWay()
    {
        QSet<QString> beginnings;
        for (int i = 0; i < 100; ++i)
            beginnings.insert(library::speedPrompt(500).left(8));
        QVERIFY(beginnings.size() > 95);
        QVERIFY(qAbs(library::speedPrompt(500).count(u' ') - 500) <= 1);
    }

    void asksOnlyWhatHasRoom_data()
    {
        QTest::addColumn<qint64>("context");
        QTest::addColumn<QList<qint64>>("lengths");
        using Lengths = QList<qint64>;
        QTest::newRow("usual") << qint64(4096) << Lengths{128, 1024, 3904};
        QTest::newRow("not told") << qint64(0) << Lengths{128, 1024, 3904};
        QTest::newRow("half") << qint64(2048) << Lengths{128, 1024, 1856};
        QTest::newRow("a little more than the second") << qint64(1400) << Lengths{128, 1024};
        QTest::newRow("small") << qint64(512) << Lengths{128, 320};
        QTest::newRow("tiny") << qint64(256) << Lengths{64};
        QTest::newRow("none") << qint64(100) << Lengths{};
    }
    void asksOnlyWhatHasRoom()
    {
        QFETCH(const qint64, context);
        QFETCH(const QList<qint64>, lengths);
        Fixture f;
        f.backend.context = context;
        f.measure.start(u"a:1b"_s);
        QList<qint64> asked;
        for (qsizetype nth = 1; nth <= lengths.size(); ++nth) {
            QVERIFY(f.isAsking(nth));
            asked.append(f.measure.progress()->prompt);
            QCOMPARE(f.measure.progress()->total, 2 + int(lengths.size()));
            f.answer();
        }
        QTRY_VERIFY(!f.measure.progress());
        QCOMPARE(asked, lengths);
        for (const qint64 tokens : f.tokens())
            QVERIFY(context == 0 || tokens + 64 < context);
    }

    void leavesOutWhatWouldTakeTooLong()
    {
        Fixture f;
        f.measure.start(u"a:1b"_s);
        QVERIFY(f.isAsking(1));
        backend::ChatSummary slow = summaryOf(f.backend.requests.last());
        slow.promptEvaluation = std::chrono::seconds(slow.promptTokens / 10); // 10 tokens a second
        f.backend.lastChat()->finish(slow);
        QVERIFY(f.isAsking(2));
        f.answer();
        QVERIFY(!f.measure.progress()); // 4,096 would take seven minutes
        QCOMPARE(f.measure.outcome()->kind, Kind::Done);
        QCOMPARE(f.backend.requests.size(), 2);
    }

    void asksOnceMoreWhereLittleIsSaid()
    {
        Fixture f;
        f.measure.start(u"a:1b"_s);
        QVERIFY(f.isAsking(1));
        backend::ChatSummary brief = summaryOf(f.backend.requests.last());
        brief.answerTokens = 8;
        f.backend.lastChat()->finish(brief);
        QVERIFY(f.isAsking(2));
        QVERIFY(f.record.measurements().isEmpty());
        QCOMPARE(f.measure.progress()->prompt, 128);
        QVERIFY(f.backend.requests[0].messages.last().text != f.backend.requests[1].messages.last().text);
        f.backend.lastChat()->finish(brief); // it has no more to say
        QVERIFY(f.isAsking(3));
        QCOMPARE(f.measure.progress()->prompt, 1024);
        QCOMPARE(f.measure.progress()->total, 6);
        QCOMPARE(f.record.measurements().size(), 1);
        QVERIFY(f.record.measurements()[0].reading > 0);
        QCOMPARE(f.record.measurements()[0].writing, 0.0);
        f.answer();
        QVERIFY(f.isAsking(4));
        QCOMPARE(f.measure.progress()->prompt, 4096);
    }

    void stopsAtOnce_data()
    {
        QTest::addColumn<int>("signals");
        QTest::newRow("unloading") << 0;
        QTest::newRow("loading") << 1;
        QTest::newRow("asking") << 2;
    }
    void stopsAtOnce()
    {
        QFETCH(const int, signals);
        Fixture f;
        QSignalSpy changed(&f.measure, &SpeedMeasure::changed);
        f.measure.start(u"a:1b"_s);
        while (changed.size() < signals + 1)
            QVERIFY(changed.wait());
        QCOMPARE(int(f.measure.progress()->step), signals);
        QPointer<support::FakeChat> chat = f.backend.lastChat();
        f.measure.stop();
        QVERIFY(!f.measure.progress());
        QCOMPARE(f.measure.outcome()->kind, Kind::Stopped);
        const auto count = changed.size();
        QTRY_VERIFY(!chat); // the server is told
        QCoreApplication::processEvents();
        QCOMPARE(changed.size(), count);
        QVERIFY(f.record.measurements().isEmpty());
        f.measure.start(u"a:1b"_s); // and may be tried again
        QVERIFY(f.measure.progress());
    }

    void keepsWhatWasMeasuredBeforeAQuestionCame()
    {
        Fixture f;
        f.measure.start(u"a:1b"_s);
        QVERIFY(f.isAsking(1));
        f.answer();
        QVERIFY(f.isAsking(2));
        f.measure.giveWay();
        QCOMPARE(f.measure.outcome()->kind, Kind::GaveWay);
        QCOMPARE(f.record.measurements().size(), 1);
        f.measure.giveWay(); // nothing is under way
        QCOMPARE(f.measure.outcome()->kind, Kind::GaveWay);
    }

    void saysWhatFailed_data()
    {
        QTest::addColumn<Step>("step");
        QTest::newRow("unloading") << Step::Unload;
        QTest::newRow("loading") << Step::Load;
        QTest::newRow("asking") << Step::Ask;
    }
    void saysWhatFailed()
    {
        QFETCH(const Step, step);
        const Error error{Error::Kind::OutOfMemory, u"no"_s};
        Fixture f;
        if (step == Step::Unload)
            f.backend.unloading = std::unexpected(error);
        if (step == Step::Load)
            f.backend.loading = std::unexpected(error);
        f.measure.start(u"a:1b"_s);
        if (step == Step::Ask) {
            QVERIFY(f.isAsking(1));
            f.backend.lastChat()->breakOff(error);
        }
        QTRY_VERIFY(!f.measure.progress());
        QCOMPARE(*f.measure.outcome(), (SpeedMeasure::Outcome{u"a:1b"_s, Kind::Failed, step, error}));
    }

    void takesNothingOfAServerThatStepsIn()
    {
        Fixture f;
        f.measure.start(u"a:1b"_s);
        QVERIFY(f.isAsking(1));
        const QPointer<support::FakeChat> chat = f.backend.lastChat();
        Q_EMIT chat->rerouted(u"GPU box"_s);
        QVERIFY(!f.measure.progress());
        QCOMPARE(f.measure.outcome()->error->kind, Error::Kind::Unreachable);
        QTRY_VERIFY(!chat);
        QVERIFY(f.record.measurements().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSpeedMeasure)
#include "tst_SpeedMeasure.moc"
