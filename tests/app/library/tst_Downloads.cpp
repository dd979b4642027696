#include "library/Downloads.h"
#include "net/Http.h"
#include "ollama/OllamaBackend.h"
#include "support/FakeBackend.h"
#include "support/FakeOllama.h"
#include "support/FakeRegistry.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using base::Error;
using library::Downloads;
using State = Downloads::State;
using namespace Qt::StringLiterals;

namespace {

backend::PullStep layer(const char *digest, qint64 total, qint64 completed)
{
    return {u"pulling"_s, QLatin1String(digest), total, completed};
}

State state(const Downloads &downloads, int row)
{
    return downloads.index(row).data(Downloads::StateRole).value<State>();
}

QString printed(const Downloads &downloads)
{
    QStringList lines;
    for (int row = 0; row < downloads.rowCount(); ++row) {
        const QModelIndex index = downloads.index(row);
        lines.append(u"%1 %2 %3/%4 %5"_s.arg(
            index.data().toString(), QVariant::fromValue(state(downloads, row)).toString(),
            index.data(Downloads::CompletedRole).toString(), index.data(Downloads::TotalRole).toString(),
            QString::number(index.data(Downloads::FractionRole).toDouble(), 'f', 2)));
    }
    return lines.join(u'\n');
}

} // namespace

class TestDownloads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pullsSeveralAtOnce()
    {
        support::FakeBackend backend;
        Downloads downloads(backend);
        QAbstractItemModelTester tester(&downloads, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy running(&downloads, &Downloads::runningCountChanged);
        int known = 0; // as it stands whenever a row is said to have changed
        connect(&downloads, &Downloads::dataChanged, &tester, [&] { known = downloads.runningCount(); });
        QVERIFY(downloads.pull(u"qwen3:8b"_s, 1000));
        support::FakePull *first = backend.lastPull();
        QVERIFY(downloads.pull(u"gemma3"_s));
        support::FakePull *second = backend.lastPull();
        QVERIFY(first != second);
        QCOMPARE(downloads.runningCount(), 2);
        first->progress(layer("a", 500, 100));
        second->progress(layer("b", 400, 100));
        QCOMPARE(printed(downloads), u"qwen3:8b Running 100/1000 0.10\ngemma3:latest Running 100/400 0.25"_s);
        second->finish();
        QCOMPARE(printed(downloads), u"qwen3:8b Running 100/1000 0.10\ngemma3:latest Done 400/400 1.00"_s);
        QCOMPARE(downloads.runningCount(), 1);
        QCOMPARE(known, 1);
        QCOMPARE(running.size(), 3);
    }

    void refusesMalformedNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << u""_s;
        QTest::newRow("blank inside") << u"a b"_s;
        QTest::newRow("host without namespace") << u"localhost:5000/foo"_s;
        QTest::newRow("path") << u"../x"_s;
        QTest::newRow("too many parts") << u"a/b/c/d"_s;
    }
    void refusesMalformedNames()
    {
        QFETCH(QString, name);
        support::FakeBackend backend;
        Downloads downloads(backend);
        const base::Result<void> result = downloads.pull(name);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Invalid);
        QCOMPARE(downloads.rowCount(), 0);
        QVERIFY(backend.pulls.isEmpty());
    }

    void joinsTheRowOfTheSameModel()
    {
        support::FakeBackend backend;
        Downloads downloads(backend);
        QVERIFY(downloads.pull(u"gemma3"_s));
        QVERIFY(downloads.pull(u"Gemma3:latest"_s));
        QCOMPARE(downloads.rowCount(), 1);
        QCOMPARE(backend.pulls.size(), 1);
        QCOMPARE(downloads.rowOf(u"GEMMA3"_s), 0);
        QCOMPARE(downloads.rowOf(u"gemma3:1b"_s), -1);
    }

    void tellsWhenAModelIsThere()
    {
        support::FakeBackend backend;
        Downloads downloads(backend);
        QSignalSpy finished(&downloads, &Downloads::finished);
        QVERIFY(downloads.pull(u"gemma3"_s));
        backend.lastPull()->progress(layer("a", 500, 500));
        backend.lastPull()->progress({u"verifying sha256 digest"_s, {}, 0, 0});
        QCOMPARE(state(downloads, 0), State::Verifying);
        QCOMPARE(downloads.index(0).data(Downloads::FractionRole).toDouble(), 0.99);
        QCOMPARE(downloads.runningCount(), 1);
        backend.lastPull()->finish();
        QCOMPARE(state(downloads, 0), State::Done);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().toString(), u"gemma3:latest"_s);
        QVERIFY(downloads.index(0).data(Downloads::FinishedRole).toDateTime().isValid());
        QVERIFY(downloads.index(0).data(Downloads::DurationRole).isValid());
        QVERIFY(!downloads.index(0).data(Downloads::ErrorRole).isValid());
    }

    void cancelsAndGoesOnFromWhereItWas()
    {
        support::FakeBackend backend;
        Downloads downloads(backend);
        QSignalSpy failed(&downloads, &Downloads::failed);
        QVERIFY(downloads.pull(u"gemma3"_s));
        backend.lastPull()->progress(layer("a", 1000, 600));
        downloads.cancel(0);
        QCOMPARE(state(downloads, 0), State::Running); // not from inside the call
        QTRY_COMPARE(state(downloads, 0), State::Cancelled);
        QVERIFY(failed.isEmpty());
        QCOMPARE(printed(downloads), u"gemma3:latest Cancelled 600/1000 0.60"_s);
        downloads.resume(0);
        QCOMPARE(backend.pulls.size(), 2);
        QCOMPARE(printed(downloads), u"gemma3:latest Running 600/1000 0.60"_s);
        backend.lastPull()->progress(layer("a", 1000, 600));
        QCOMPARE(printed(downloads), u"gemma3:latest Running 600/1000 0.60"_s);
        backend.lastPull()->finish();
        QCOMPARE(state(downloads, 0), State::Done);
    }

    void keepsTheReasonOfAFailureAndRetries()
    {
        support::FakeBackend backend;
        Downloads downloads(backend);
        QSignalSpy failed(&downloads, &Downloads::failed);
        QVERIFY(downloads.pull(u"gemma3"_s));
        const Error error{Error::Kind::Server, u"it broke"_s};
        backend.lastPull()->breakOff(error);
        QCOMPARE(state(downloads, 0), State::Failed);
        QCOMPARE(downloads.index(0).data(Downloads::ErrorRole).value<Error>(), error);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(downloads.runningCount(), 0);
        QVERIFY(downloads.pull(u"gemma3"_s)); // by name is as good as resume()
        QCOMPARE(downloads.rowCount(), 1);
        QCOMPARE(state(downloads, 0), State::Running);
        QVERIFY(!downloads.index(0).data(Downloads::ErrorRole).isValid());
    }

    void asksOnceMoreWhereItJoinedADyingPull()
    {
        support::FakeBackend backend;
        Downloads downloads(backend);
        QSignalSpy failed(&downloads, &Downloads::failed);
        QVERIFY(downloads.pull(u"gemma3"_s));
        downloads.cancel(0);
        QTRY_COMPARE(state(downloads, 0), State::Cancelled);
        downloads.resume(0);
        const Error dying{Error::Kind::Server, u"context canceled"_s};
        backend.lastPull()->breakOff(dying);
        QCOMPARE(state(downloads, 0), State::Running);
        QCOMPARE(backend.pulls.size(), 2);
        QTRY_COMPARE(backend.pulls.size(), 3);
        backend.lastPull()->breakOff(dying); // once, not for ever
        QCOMPARE(state(downloads, 0), State::Failed);
        QCOMPARE(failed.size(), 1);
    }
    void cancelsWhileItWaitsToAskOnceMore()
    {
        support::FakeBackend backend;
        Downloads downloads(backend);
        QVERIFY(downloads.pull(u"gemma3"_s));
        downloads.cancel(0);
        QTRY_COMPARE(state(downloads, 0), State::Cancelled);
        downloads.resume(0);
        backend.lastPull()->breakOff({Error::Kind::Server, u"context canceled"_s});
        downloads.cancel(0);
        QTRY_COMPARE(state(downloads, 0), State::Cancelled);
        QCOMPARE(backend.pulls.size(), 2);
        QCOMPARE(downloads.runningCount(), 0);
    }
    void doesNotAskAgainWithoutACancelledOneBefore()
    {
        support::FakeBackend backend;
        Downloads downloads(backend);
        QVERIFY(downloads.pull(u"gemma3"_s));
        backend.lastPull()->breakOff({Error::Kind::Server, u"context canceled"_s});
        QCOMPARE(state(downloads, 0), State::Failed);
    }

    void tellsOfARowAtMostTenTimesASecond()
    {
        support::FakeBackend backend;
        Downloads downloads(backend);
        QVERIFY(downloads.pull(u"gemma3"_s));
        QSignalSpy changed(&downloads, &Downloads::dataChanged);
        QElapsedTimer clock;
        clock.start();
        qint64 sent = 0;
        QTimer frames;
        connect(&frames, &QTimer::timeout, this,
                [&] { backend.lastPull()->progress(layer("a", 1'000'000, ++sent)); });
        frames.start(5);
        QTRY_VERIFY(clock.elapsed() > 700);
        frames.stop();
        QVERIFY(sent > 20);
        QVERIFY(changed.size() >= 3);
        QVERIFY2(changed.size() <= clock.elapsed() / 100 + 1, qPrintable(QString::number(changed.size())));
        QTRY_COMPARE(downloads.index(0).data(Downloads::CompletedRole).toLongLong(), sent);
    }
    void restsWhileNothingIsPulled()
    {
        support::FakeBackend backend;
        Downloads downloads(backend);
        QVERIFY(downloads.pull(u"gemma3"_s));
        backend.lastPull()->finish();
        const auto *timer = downloads.findChild<QTimer *>();
        QVERIFY(!timer || !timer->isActive());
    }

    void removesOnlyWhatHasEnded()
    {
        support::FakeBackend backend;
        Downloads downloads(backend);
        QAbstractItemModelTester tester(&downloads, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const char *name : {"a", "b", "c", "d"}) {
            QVERIFY(downloads.pull(QLatin1String(name)));
            if (*name == 'a' || *name == 'c')
                backend.lastPull()->finish();
            else if (*name == 'd')
                backend.lastPull()->breakOff({Error::Kind::Server, {}});
        }
        downloads.remove(1);
        QCOMPARE(downloads.rowCount(), 4);
        downloads.clearFinished();
        QCOMPARE(printed(downloads), u"b:latest Running 0/0 0.00\nd:latest Failed 0/0 0.00"_s);
        downloads.remove(1);
        QCOMPARE(downloads.rowCount(), 1);
    }
    void survivesAListenerThatRemovesTheRow()
    {
        support::FakeBackend backend;
        Downloads downloads(backend);
        connect(&downloads, &Downloads::dataChanged, this, [&](const QModelIndex &index) {
            if (state(downloads, index.row()) == State::Done)
                downloads.remove(index.row());
        });
        QSignalSpy finished(&downloads, &Downloads::finished);
        QVERIFY(downloads.pull(u"gemma3"_s));
        backend.lastPull()->finish();
        QCOMPARE(downloads.rowCount(), 0);
        QCOMPARE(finished.first().first().toString(), u"gemma3:latest"_s);
    }
    void stopsSilentlyWithItsOwner()
    {
        support::FakeBackend backend;
        auto downloads = std::make_unique<Downloads>(backend);
        QVERIFY(downloads->pull(u"gemma3"_s));
        QPointer<support::FakePull> pull = backend.lastPull();
        downloads.reset();
        QVERIFY(pull.isNull());
    }

    void pullsFromAServer()
    {
        support::FakeOllama server;
        net::Http http;
        ollama::OllamaBackend client(http, server.url());
        Downloads downloads(client);
        QSignalSpy finished(&downloads, &Downloads::finished);
        QVERIFY(downloads.pull(u"gemma3:1b"_s));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(printed(downloads), u"gemma3:1b Done 815000000/815000000 1.00"_s);
        QCOMPARE(server.models.size(), 1);
        QCOMPARE(server.count("POST", "/api/pull"), 1);
    }
    void failsWhereTheServerBreaksOff()
    {
        support::FakeOllama server;
        const QList<QByteArray> lines = server.pullLines();
        QVERIFY(lines.size() > 3);
        server.once("POST", "/api/pull", support::Reply::lines(lines.first(3)));
        net::Http http;
        ollama::OllamaBackend client(http, server.url());
        Downloads downloads(client);
        downloads.setRetryPolicy({.waits = {}});
        QVERIFY(downloads.pull(u"gemma3:1b"_s));
        QTRY_COMPARE(state(downloads, 0), State::Failed); // an end without "success" is none
        QCOMPARE(downloads.index(0).data(Downloads::ErrorRole).value<Error>().kind, Error::Kind::Interrupted);
        downloads.resume(0);
        QTRY_COMPARE(state(downloads, 0), State::Done);
    }
    void saysThatThereIsNoRoomBeforeAByteMoves()
    {
        support::FakeBackend backend;
        support::FakeRegistry registry;
        registry.add(u"gemma3:1b"_s,
                     {{support::FakeRegistry::digest(u'a'), 900}, {support::FakeRegistry::digest(u'b'), 99}});
        registry.room = 998;
        library::Planner planner(backend, registry.fetch(), registry.diskRoom());
        Downloads downloads(backend);
        downloads.setPlanner(&planner);
        QSignalSpy failed(&downloads, &Downloads::failed);
        QVERIFY(downloads.pull(u"gemma3:1b"_s));
        QCOMPARE(state(downloads, 0), State::Running);
        QTRY_COMPARE(state(downloads, 0), State::Failed);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(downloads.index(0).data(Downloads::ErrorRole).value<Error>().kind, Error::Kind::NoSpace);
        const auto plan = downloads.index(0).data(Downloads::PlanRole).value<library::PullPlan>();
        QCOMPARE(plan.netBytes(), 999);
        QCOMPARE(plan.diskBytes, 998);
        QVERIFY(backend.pulls.isEmpty());
        QCOMPARE(downloads.runningCount(), 0);
        // The person knows better: it is the server that has the last word.
        downloads.resume(0);
        QCOMPARE(backend.pulls, QStringList{u"gemma3:1b"_s});
        backend.lastPull()->breakOff({Error::Kind::NoSpace, {}});
        QVERIFY(!downloads.index(0).data(Downloads::PlanRole).isValid());
        // From then on there is a plan before each again.
        registry.room = 999;
        downloads.resume(0);
        QCOMPARE(backend.pulls.size(), 1);
        QTRY_COMPARE(backend.pulls.size(), 2);
    }
    void pullsWhereTheRegistryDoesNotTell_data()
    {
        QTest::addColumn<qint64>("room");
        QTest::addColumn<bool>("isKnown"); // by the registry
        QTest::addColumn<bool>("isAsked");
        QTest::newRow("there is room") << qint64(5) << true << true;
        QTest::newRow("not known there") << qint64(0) << false << true;
        QTest::newRow("the disk is not known") << qint64(-1) << true << false;
    }
    void pullsWhereTheRegistryDoesNotTell()
    {
        QFETCH(qint64, room);
        QFETCH(bool, isKnown);
        support::FakeBackend backend;
        support::FakeRegistry registry;
        if (isKnown)
            registry.add(u"gemma3:1b"_s, {{support::FakeRegistry::digest(u'a'), 5}});
        registry.room = room;
        library::Planner planner(backend, registry.fetch(), registry.diskRoom());
        Downloads downloads(backend);
        downloads.setPlanner(&planner);
        QVERIFY(downloads.pull(u"gemma3:1b"_s));
        QTRY_COMPARE(backend.pulls.size(), 1);
        QTEST(!registry.asked.isEmpty(), "isAsked");
        QCOMPARE(state(downloads, 0), State::Running);
    }
    void isCancelledWhileItIsPlanned()
    {
        support::FakeBackend backend;
        support::FakeRegistry registry;
        registry.add(u"gemma3:1b"_s, {{support::FakeRegistry::digest(u'a'), 5}});
        registry.room = 5;
        library::Planner planner(backend, registry.fetch(), registry.diskRoom());
        Downloads downloads(backend);
        downloads.setPlanner(&planner);
        QVERIFY(downloads.pull(u"gemma3:1b"_s));
        downloads.cancel(0);
        QTRY_COMPARE(state(downloads, 0), State::Cancelled);
        QVERIFY(backend.pulls.isEmpty());
    }
    void remembersTheSpeedByRegistryAndServer()
    {
        support::FakeBackend backend;
        Downloads downloads(backend);
        QVERIFY(downloads.pull(u"gemma3:1b"_s));
        QCOMPARE(downloads.measuredSpeed(u"qwen3:8b"_s), 0.0);
        qint64 done = 0;
        const auto isMeasured = [&] {
            done = std::min<qint64>(done + 1000, 900'000);
            backend.lastPull()->progress(layer("sha256:a", 1'000'000, done));
            return downloads.measuredSpeed(u"qwen3:8b"_s) > 0;
        };
        QVERIFY(QTest::qWaitFor(isMeasured, 20'000));
        QCOMPARE(downloads.measuredSpeed(u"hf.co/owner/model"_s), 0.0);
        backend.setAccess(QUrl(u"http://10.0.0.7:11434"_s));
        QCOMPARE(downloads.measuredSpeed(u"qwen3:8b"_s), 0.0);
    }
    void closesTheConnectionWhenCancelled()
    {
        support::FakeOllama server;
        server.once("POST", "/api/pull",
                    support::Reply().head(200).chunk(server.pullLines().first() + '\n').waitFor("never"));
        net::Http http;
        ollama::OllamaBackend client(http, server.url());
        Downloads downloads(client);
        QVERIFY(downloads.pull(u"gemma3:1b"_s));
        QTRY_VERIFY(server.isWaiting("never"));
        downloads.cancel(0);
        QTRY_COMPARE(state(downloads, 0), State::Cancelled);
        QTRY_COMPARE(server.openConnectionCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestDownloads)
#include "tst_Downloads.moc"
