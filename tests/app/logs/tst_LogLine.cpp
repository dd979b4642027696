// label: pure
#include "base/GoDuration.h"
#include "logs/LogLine.h"

#include <QDateTime>
#include <QTest>

using logs::LineForm;
using logs::LogLine;

class TestLogLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsTheFormAndTheTime_data();
    void knowsTheFormAndTheTime();
    void readsWhatWasAsked_data();
    void readsWhatWasAsked();
    void readsGoDurations_data();
    void readsGoDurations();
    void leavesDebugLinesMarked();
};

namespace {

qint64 wall(const char *text)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs);
    time.setTimeSpec(Qt::UTC);
    return time.toMSecsSinceEpoch();
}

} // namespace

void TestLogLine::knowsTheFormAndTheTime_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("form");
    QTest::addColumn<qint64>("time");
    QTest::addColumn<QByteArray>("text");

    const auto row = [](const char *name, const QByteArray &line, LineForm form, const char *time,
                        const QByteArray &text) {
        QTest::newRow(name) << line << static_cast<int>(form) << (time ? wall(time) : qint64{logs::noTime})
                            << text;
    };
    const QByteArray message =
        "time=2026-11-21T21:52:46.420Z level=INFO source=routes.go:1718 msg=\"Listening on 127.0.0.1:11434\"";
    const QByteArray access =
        "[GIN] 2026/01/21 - 01:46:34 | 404 |    2.961231ms |       127.0.0.1 | POST     \"/api/show\"";
    row("message", message, LineForm::Message, "2026-11-21T21:52:46.420", message);
    const QByteArray offset = "time=2025-10-19T15:17:57.097+08:00 level=WARN msg=x";
    row("message with an offset keeps the wall's time", offset, LineForm::Message, "2025-10-19T15:17:57.097",
        offset);
    row("access", access, LineForm::Access, "2026-01-21T01:46:34", access);
    row("message in the journal", "2026-11-21T21:53:00+0000 host ollama[123]: " + message, LineForm::Message,
        "2026-11-21T21:52:46.420", message);
    row("access in the journal, offset with a colon",
        "2026-11-21T21:53:00+00:00 my-host ollama[1]: " + access, LineForm::Access, "2026-01-21T01:46:34",
        access);
    row("message in a journal with months of another language",
        "10月 19 15:17:57 host ollama[77]: " + message, LineForm::Message, "2026-11-21T21:52:46.420",
        message);
    row("raw line in the journal has the journal's time",
        "2026-11-21T21:53:00+0000 host ollama[123]: CUDA error: x", LineForm::Engine, "2026-11-21T21:53:00",
        "CUDA error: x");
    row("container with times", "2026-11-21T21:53:00.123456789Z " + message, LineForm::Message,
        "2026-11-21T21:52:46.420", message);
    row("raw line of a container", "2026-11-21T21:53:00.123456789Z ggml_cuda_init: found", LineForm::Engine,
        "2026-11-21T21:53:00.123", "ggml_cuda_init: found");
    row("compose", "ollama-1  | " + access, LineForm::Access, "2026-01-21T01:46:34", access);
    row("compose with colours", "\x1b[36mollama  |\x1b[0m " + message, LineForm::Message,
        "2026-11-21T21:52:46.420", message);
    row("access with colours",
        "[GIN] 2026/01/21 - 01:46:34 |\x1b[97;43m 404 \x1b[0m|    2.961231ms |       127.0.0.1 |\x1b[97;46m "
        "POST "
        "   \x1b[0m \"/api/show\"",
        LineForm::Access, "2026-01-21T01:46:34",
        "[GIN] 2026/01/21 - 01:46:34 | 404 |    2.961231ms |       127.0.0.1 | POST     \"/api/show\"");
    const QByteArray old = "2024/12/15 01:34:55 routes.go:1196: INFO server config";
    row("before 2025", old, LineForm::Message, "2024-12-15T01:34:55", old);
    row("routes", "[GIN-debug] GET    /   --> x", LineForm::Routes, nullptr, "[GIN-debug] GET    /   --> x");
    row("raw line", "llama_model_loader: loaded", LineForm::Engine, nullptr, "llama_model_loader: loaded");
    row("empty", "", LineForm::Engine, nullptr, "");
    row("a day that is none", "time=2026-02-30T21:52:46.420Z level=INFO msg=x", LineForm::Engine, nullptr,
        "time=2026-02-30T21:52:46.420Z level=INFO msg=x");
    row("access cut short", "[GIN] 2026/01/21 - 01:46:34 | 404 | 2.9", LineForm::Engine, nullptr,
        "[GIN] 2026/01/21 - 01:46:34 | 404 | 2.9");
    // 2^32 + 200
    const QByteArray largeStatus = "[GIN] 2026/01/21 - 01:46:34 | 4294967496 | 2.9ms | 127.0.0.1 | GET \"/\"";
    row("access with a status beyond numbers", largeStatus, LineForm::Engine, nullptr, largeStatus);
    row("colour cut short", "abc\x1b[3", LineForm::Engine, nullptr, "abc");
    row("brackets of no journal", "kv [12]: 5", LineForm::Engine, nullptr, "kv [12]: 5");
}

void TestLogLine::knowsTheFormAndTheTime()
{
    QFETCH(const QByteArray, line);
    QFETCH(const int, form);
    QFETCH(const qint64, time);
    QFETCH(const QByteArray, text);
    logs::LogLineParser parser;
    const LogLine parsed = parser.parse({line.constData(), static_cast<std::size_t>(line.size())});
    QCOMPARE(static_cast<int>(parsed.form), form);
    QCOMPARE(qint64{parsed.time}, time);
    QCOMPARE(QByteArray(parsed.text.data(), static_cast<qsizetype>(parsed.text.size())), text);
}

void TestLogLine::readsWhatWasAsked_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    const char *begin = "[GIN] 2025/02/28 - 01:25:01 | ";
    QTest::newRow("seconds") << QByteArray(begin) +
                                    "499 |  6.999396951s |       127.0.0.1 | POST     \"/api/generate\""
                             << 499 << qint64{6'999'396'951} << QByteArray("POST")
                             << QByteArray("/api/generate");
    QTest::newRow("microseconds") << QByteArray(begin) + "200 |  86.268µs |  ::1 | GET      \"/api/version\""
                                  << 200 << qint64{86'268} << QByteArray("GET") << QByteArray("/api/version");
    QTest::newRow("query") << QByteArray(begin) + "200 | 1m17s | 10.0.0.2 | GET \"/v1/models?key=secret\""
                           << 200 << qint64{77'000'000'000} << QByteArray("GET") << QByteArray("/v1/models");
    QTest::newRow("bar in the path") << QByteArray(begin) + "200 | 0s | 10.0.0.2 | GET \"/a|b\"" << 200
                                     << qint64{0} << QByteArray("GET") << QByteArray("/a|b");
}

void TestLogLine::readsWhatWasAsked()
{
    QFETCH(const QByteArray, line);
    logs::LogLineParser parser;
    const LogLine parsed = parser.parse({line.constData(), static_cast<std::size_t>(line.size())});
    QCOMPARE(parsed.form, LineForm::Access);
    QTEST(parsed.status, "status");
    QTEST(qint64{parsed.nanoseconds}, "nanoseconds");
    QTEST(QByteArray(parsed.method.data(), static_cast<qsizetype>(parsed.method.size())), "method");
    QTEST(QByteArray(parsed.path.data(), static_cast<qsizetype>(parsed.path.size())), "path");
}

void TestLogLine::readsGoDurations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("nanoseconds");
    QTest::newRow("micro sign") << QByteArray("97.7\xc2\xb5s") << qint64{97'700};
    QTest::newRow("mu") << QByteArray("97.7\xce\xbcs") << qint64{97'700};
    QTest::newRow("us") << QByteArray("5us") << qint64{5'000};
    QTest::newRow("ns") << QByteArray("12ns") << qint64{12};
    QTest::newRow("ms") << QByteArray("3.4ms") << qint64{3'400'000};
    QTest::newRow("minutes") << QByteArray("1m17s") << qint64{77'000'000'000};
    QTest::newRow("hours") << QByteArray("1h2m3.5s") << qint64{3'723'500'000'000};
    QTest::newRow("no unit") << QByteArray("12") << qint64{-1};
    QTest::newRow("no number") << QByteArray("ms") << qint64{-1};
    QTest::newRow("nothing") << QByteArray() << qint64{-1};
    QTest::newRow("longer than a life") << QByteArray(400, '9') + "s" << qint64{-1};
    QTest::newRow("below nothing") << QByteArray("-1s") << qint64{-1};
}

void TestLogLine::readsGoDurations()
{
    QFETCH(const QByteArray, text);
    QTEST(qint64{base::goDuration({text.constData(), static_cast<std::size_t>(text.size())})}, "nanoseconds");
}

void TestLogLine::leavesDebugLinesMarked()
{
    logs::LogLineParser parser;
    QVERIFY(parser.parse("time=2026-11-21T21:52:46.420Z level=DEBUG source=a.go:1 msg=x").isDebug);
    QVERIFY(parser.parse("time=2026-11-21T21:52:46.420Z level=TRACE source=a.go:1 msg=x").isDebug);
    QVERIFY(
        !parser.parse("time=2026-11-21T21:52:46.420Z level=INFO source=a.go:1 msg=\"level=DEBUG\"").isDebug);
    QVERIFY(parser.parse("2024/12/15 01:34:55 routes.go:1196: DEBUG x").isDebug);
}

QTEST_GUILESS_MAIN(TestLogLine)
#include "tst_LogLine.moc"
