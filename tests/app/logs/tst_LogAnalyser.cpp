// label: pure
#include "logs/LogAnalyser.h"
#include "logs/ReportJson.h"

#include <QTest>

#include <nlohmann/json.hpp>
#include <sys/resource.h>

using logs::Kind;
using logs::LogReport;
using logs::Problem;

class TestLogAnalyser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheProblem_data();
    void findsTheProblem();
    void findsNoProblemWhereThereIsNone_data();
    void findsNoProblemWhereThereIsNone();
    void readsTheSameWhereverTheStreamIsCut();
    void seesThatTheSameModelIsLoadedAgainAndAgain();
    void countsALoadThatIsToldTwiceOnce();
    void countsRequestsWithTheirLatencies();
    void keepsTheNumberOfEndpointsBounded();
    void keepsTheFirstAndTheLastLines();
    void drawsTheTimelineOverTheWholeLog();
    void keepsLittleOfALongLine();
    void isQuickOnHostileText_data();
    void isQuickOnHostileText();
    void tellsThatItIsNoLogOfTheEngine();
    void writesJson();
};

namespace {

LogReport analysed(const QByteArray &log)
{
    logs::LogAnalyser analyser;
    analyser.add({log.constData(), static_cast<std::size_t>(log.size())});
    return analyser.finish();
}

QByteArray message(const QByteArray &rest)
{
    return "time=2026-11-21T21:52:46.420Z level=INFO source=x.go:1 " + rest + '\n';
}

QByteArray access(const char *status, const char *latency, const char *request)
{
    return QByteArray("[GIN] 2026/01/21 - 01:46:34 | ") + status + " | " + latency + " |  127.0.0.1 | " +
           request + '\n';
}

double cpuMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// The sheet's samples (ollama-api.md 9.2).
const QByteArray sheet =
    R"log(time=2026-11-21T21:52:46.420Z level=INFO source=routes.go:1718 msg="Listening on 127.0.0.1:11434 (version 0.17.4)"
time=2026-11-21T21:52:46.464Z level=INFO source=types.go:60 msg="inference compute" id=cpu library=cpu compute="" name=cpu total="23.5 GiB" available="22.3 GiB"
time=2025-10-19T15:17:57.097+08:00 level=WARN source=server.go:540 msg="model request too large for system" requested="5.5 GiB" available="3.4 GiB" total="6.0 GiB" free="3.4 GiB" swap="0 B"
time=2025-10-19T15:17:57.097+08:00 level=INFO source=sched.go:450 msg="Load failed" model=/usr/share/ollama/.ollama/models/blobs/sha256-2e81 error="model requires more system memory (5.5 GiB) than is available (3.4 GiB)"
time=2025-11-26T08:00:04.512Z level=INFO source=sched.go:470 msg="Load failed" model=/var/lib/ollama/models/blobs/sha256-0650 error="do load request: Post \"http://127.0.0.1:34863/load\": EOF"
time=2025-11-26T08:00:04.513Z level=ERROR source=server.go:265 msg="llama runner terminated" error="exit status 2"
time=2024-11-21T14:45:50.689-08:00 level=INFO source=images.go:1020 msg="request failed: Get \"https://registry.ollama.ai/v2/library/llama3.1/manifests/8b\": dial tcp 104.21.75.227:443: connect: bad file descriptor"
time=2025-01-25T13:23:25.210+01:00 level=INFO source=download.go:370 msg="6340dc3229b0 part 9 stalled; retrying. If this persists, press ctrl-c to exit, then 'ollama pull' to find a faster connection."
time=2025-02-28T01:25:01.793+01:00 level=WARN source=server.go:562 msg="client connection closed before server finished loading, aborting load"
time=2024-08-08T22:19:19.371+02:00 level=ERROR source=sched.go:451 msg="error loading llama server" error="timed out waiting for llama runner to start - progress 1.00 - "
time=2026-02-02T12:29:02.735Z level=INFO source=server.go:1339 msg="llama runner started in 29.96 seconds"
time=2025-02-07T09:17:16.251+08:00 level=WARN source=runner.go:129 msg="truncating input prompt" limit=2048 prompt=14570 keep=5 new=2048
time=2025-02-28T01:25:06.440+01:00 level=WARN source=types.go:512 msg="invalid option provided" option=tfs_z
[GIN] 2026/01/21 - 01:46:34 | 404 |    2.961231ms |       127.0.0.1 | POST     "/api/show"
[GIN] 2025/02/28 - 01:25:01 | 499 |  6.999396951s |       127.0.0.1 | POST     "/api/generate"
[GIN] 2024/11/08 - 09:00:15 | 503 |   17.155908ms |     192.169.0.5 | POST     "/api/generate"
ggml_backend_cuda_buffer_type_alloc_buffer: allocating 4096.00 MiB on device 0: cudaMalloc failed: out of memory
)log";

} // namespace

void TestLogAnalyser::findsTheProblem_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("kind");
    const QList<QByteArray> lines = sheet.split('\n');
    const char *kinds[] = {nullptr,   "gpu",           "memory",    "memory",    "crash",     "crash",
                           "network", "network",       "slow-load", "slow-load", "slow-load", "context",
                           nullptr,   "missing-model", nullptr,     "busy",      "memory"};
    for (qsizetype i = 0; i < std::ssize(kinds); ++i)
        if (kinds[i])
            QTest::addRow("line %lld of the sheet", static_cast<long long>(i + 1))
                << lines[i] << QByteArray(kinds[i]);
    const auto row = [](const char *name, const QByteArray &line, const char *kind) {
        QTest::newRow(name) << line << QByteArray(kind);
    };
    row("port", "Error: listen tcp 127.0.0.1:11434: bind: address already in use", "port");
    row("port on Windows",
        "Error: listen tcp 127.0.0.1:11434: bind: Only one usage of each socket address (protocol/network "
        "address/port) is normally permitted.",
        "port");
    row("origin", access("403", "31.787µs", "GET \"/api/tags\""), "origin");
    row("error of the server", access("500", "2.1s", "POST \"/api/chat\""), "server-error");
    row("missing model", access("404", "526.703µs", "POST \"/api/chat\""), "missing-model");
    row("panic", "goroutine 1 [running]:", "crash");
    row("assertion", "/build/ggml.c:123: GGML_ASSERT(x) failed", "crash");
    row("killed", message(R"(msg="llama runner terminated" error="signal: killed")"), "memory");
    row("proxy on this machine",
        message(
            R"(msg="pull failed" error="proxyconnect tcp: dial tcp 127.0.0.1:7890: connect: connection refused")"),
        "network");
    row("certificate",
        message(R"(msg="x" error="tls: failed to verify certificate: x509: unknown authority")"), "network");
    row("name", message(R"(msg="x" error="dial tcp: lookup registry.ollama.ai: no such host")"), "network");
    row("disk", message(R"(msg="x" error="write /m/blobs/sha256-1: no space left on device")"), "disk");
    row("folder", "Error: mkdir /usr/share/ollama: permission denied", "disk");
    row("architecture", "error loading model: unknown model architecture: 'qwen9'", "load-failed");
    row("graphics processor", "CUDA error: the launch timed out", "gpu");
    row("nothing on the graphics processor", "load_tensors: offloaded 0/33 layers to GPU", "gpu");
}

void TestLogAnalyser::findsTheProblem()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, kind);
    const LogReport report = analysed(line);
    QCOMPARE(report.problems.size(), 1);
    const Problem &problem = report.problems.constFirst();
    QCOMPARE(QByteArray(logs::kindName(problem.kind)), kind);
    QCOMPARE(problem.count, 1);
    QCOMPARE(problem.samples.size(), 1);
    QCOMPARE(problem.samples.constFirst().text, QString::fromUtf8(line.trimmed()));
}

void TestLogAnalyser::findsNoProblemWhereThereIsNone_data()
{
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *name, const QByteArray &line) { QTest::newRow(name) << line; };
    row("what people wrote, in a debug line",
        "time=2026-11-21T21:52:46.420Z level=DEBUG source=x.go:1 msg=x prompt=\"I am out of memory\"");
    row("the server polls its own runner",
        message(
            R"(msg="waiting" error="health resp: Get \"http://127.0.0.1:45067/health\": dial tcp 127.0.0.1:45067: connect: connection refused")"));
    row("a model's own text", "llama_model_loader: - kv  31: tokenizer.chat_template str = out of memory");
    row("a route", "[GIN-debug] GET /out of memory --> x");
    row("a graphics processor", message("msg=\"inference compute\" id=0 library=CUDA"));
    row("404 of a page", access("404", "5.1µs", "GET \"/favicon.ico\""));
    row("403 after work", access("403", "5.1s", "POST \"/api/push\""));
    row("left by the client", access("499", "5.1s", "POST \"/api/chat\""));
    row("quick load", message("msg=\"llama runner started in 0.53 seconds\""));
    row("another goroutine", "goroutine 20 [select]:");
    row("a sleeping dog", "print_info: [running]: x");
    row("half a word", "out of mem");
    row("two halves", "out of\nmemory");
}

void TestLogAnalyser::findsNoProblemWhereThereIsNone()
{
    QFETCH(const QByteArray, line);
    QVERIFY(analysed(line).problems.isEmpty());
}

void TestLogAnalyser::readsTheSameWhereverTheStreamIsCut()
{
    const LogReport whole = analysed(sheet);
    QCOMPARE(whole.lines, 17);
    QCOMPARE(whole.recognized, 17);
    QCOMPARE(whole.version, QStringLiteral("0.17.4"));
    QCOMPARE(whole.listening, QStringLiteral("127.0.0.1:11434"));
    const std::string_view bytes(sheet.constData(), static_cast<std::size_t>(sheet.size()));
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        logs::LogAnalyser analyser;
        analyser.add(bytes.substr(0, cut));
        analyser.add(bytes.substr(cut));
        QVERIFY2(analyser.finish() == whole, qPrintable(QString::number(cut)));
    }
    logs::LogAnalyser analyser;
    for (std::size_t at = 0; at < bytes.size(); ++at)
        analyser.add(bytes.substr(at, 1));
    QVERIFY(analyser.finish() == whole);
    // The last line needs no line feed; carriage returns do not count.
    QCOMPARE(analysed(sheet.chopped(1)).problems, whole.problems);
    QCOMPARE(analysed(QByteArray(sheet).replace("\n", "\r\n")).problems, whole.problems);
}

void TestLogAnalyser::seesThatTheSameModelIsLoadedAgainAndAgain()
{
    const auto start = [](int second, const QByteArray &model) {
        return "time=2026-11-22T08:04:" + QByteArray::number(second).rightJustified(2, '0') +
               ".236Z level=INFO source=server.go:431 msg=\"starting runner\" cmd=\"/usr/bin/ollama runner "
               "--model "
               "/m/blobs/sha256-" +
               model + " --port 36199\"\n";
    };
    const LogReport report =
        analysed(start(1, "a") + start(5, "b") + start(9, "a") + start(12, "b") + start(59, "a"));
    QCOMPARE(report.problems.size(), 1);
    QCOMPARE(report.problems.constFirst().kind, Kind::Thrash);
    QCOMPARE(report.problems.constFirst().count, 2);
    // The look for graphics processors at the start loads no model.
    const QByteArray discovery = message("msg=\"starting runner\" cmd=\"/usr/bin/ollama runner --port 1\"");
    QVERIFY(analysed(discovery + discovery).problems.isEmpty());
}

void TestLogAnalyser::countsALoadThatIsToldTwiceOnce()
{
    const QByteArray line = message("msg=\"llama runner started in 29.96 seconds\"");
    const LogReport report = analysed(line + line);
    QCOMPARE(report.loads.count, 1);
    QCOMPARE(report.loads.longestNs, 29'960'000'000);
    QCOMPARE(report.problems.constFirst().count, 1);
}

void TestLogAnalyser::countsRequestsWithTheirLatencies()
{
    QByteArray log;
    for (int i = 1; i <= 100; ++i)
        log += access("200", QByteArray(QByteArray::number(i) + "ms").constData(), "POST \"/api/chat\"");
    log += access("200", "5ms", "HEAD \"/api/blobs/sha256:123\"") +
           access("404", "2.961231ms", "POST \"/api/show\"");
    const LogReport report = analysed(log);
    QCOMPARE(report.requests.size(), 3);
    const logs::RequestGroup chat = report.requests.constFirst();
    QCOMPARE(chat.method, QStringLiteral("POST"));
    QCOMPARE(chat.path, QStringLiteral("/api/chat"));
    QCOMPARE(chat.status, 200);
    QCOMPARE(chat.count, 100);
    const auto isAbout = [](qint64 value, double expected) {
        return std::abs(static_cast<double>(value) - expected) <= expected * 0.01;
    };
    QVERIFY(isAbout(chat.medianNs, 50e6));
    QVERIFY(isAbout(chat.p95Ns, 95e6));
    QCOMPARE(chat.longestNs, 100'000'000);
    const auto show =
        std::ranges::find(report.requests, QStringLiteral("/api/show"), &logs::RequestGroup::path);
    QCOMPARE(show->medianNs, 2'961'231); // one alone is exact
    QVERIFY(std::ranges::any_of(report.requests, [](const auto &group) {
        return group.path == QStringLiteral("/api/blobs/") && group.method == QStringLiteral("HEAD");
    }));
}

void TestLogAnalyser::keepsTheNumberOfEndpointsBounded()
{
    QByteArray log;
    for (int i = 0; i < 1000; ++i)
        log += access("404", "1ms", QByteArray("GET \"/" + QByteArray::number(i) + '"').constData());
    const LogReport report = analysed(log);
    QCOMPARE(report.requests.size(), 201);
    QVERIFY(report.requests.constFirst().path.isEmpty()); // the rest
    QCOMPARE(report.requests.constFirst().count, 800);
}

void TestLogAnalyser::keepsTheFirstAndTheLastLines()
{
    QByteArray log;
    for (int i = 1; i <= 1000; ++i)
        log += "out of memory " + QByteArray::number(i) + '\n';
    const LogReport report = analysed(log);
    const Problem &problem = report.problems.constFirst();
    QCOMPARE(problem.count, 1000);
    QCOMPARE(problem.samples.size(), 100);
    QCOMPARE(problem.omitted, 900);
    QCOMPARE(problem.samples[0].line, 1);
    QCOMPARE(problem.samples[49].line, 50);
    QCOMPARE(problem.samples[50].line, 951);
    QCOMPARE(problem.samples[99].text, QStringLiteral("out of memory 1000"));
}

void TestLogAnalyser::drawsTheTimelineOverTheWholeLog()
{
    // Also where a later part of the log is older.
    const QByteArray log = "time=2026-11-21T12:00:00.000Z level=INFO msg=\"out of memory\"\n"
                           "cudaMalloc failed\n"
                           "time=2026-11-21T18:00:00.000Z level=INFO msg=end\n"
                           "time=2026-11-20T12:00:00.000Z level=INFO msg=\"out of memory\"\n";
    const LogReport report = analysed(log);
    const Problem &problem = report.problems.constFirst();
    QCOMPARE(problem.count, 3);
    QCOMPARE(logs::wallTimeText(problem.first), QStringLiteral("2026-11-20T12:00:00.000"));
    QCOMPARE(logs::wallTimeText(problem.last), QStringLiteral("2026-11-21T12:00:00.000"));
    QCOMPARE(logs::wallTimeText(report.last), QStringLiteral("2026-11-21T18:00:00.000"));
    const auto slot = [&](qint64 time) { return (time - report.timelineStart) / report.slotMilliseconds; };
    QCOMPARE(problem.timeline.size(), 96);
    QCOMPARE(problem.timeline[slot(problem.first)], 1U);
    QCOMPARE(problem.timeline[slot(problem.last)], 2U); // a line without a time has that of the line before
    QVERIFY(slot(report.last) < 96);
    QVERIFY2(slot(report.last) - slot(report.first) >= 24, "the timeline is much longer than the log");
}

void TestLogAnalyser::keepsLittleOfALongLine()
{
    rusage before{};
    rusage after{};
    const std::string part(1 << 20, 'x');
    getrusage(RUSAGE_SELF, &before);
    logs::LogAnalyser analyser;
    analyser.add("out of memory ");
    for (int i = 0; i < 50; ++i)
        analyser.add(part);
    analyser.add("\nCUDA error: x\n");
    const LogReport report = analyser.finish();
    getrusage(RUSAGE_SELF, &after);
    QCOMPARE(report.lines, 2);
    QCOMPARE(report.problems.size(), 2);
    QVERIFY(report.problems.constFirst().samples.constFirst().text.size() <= 1000);
    QVERIFY2(after.ru_maxrss - before.ru_maxrss < 8 * 1024, "kB");
}

void TestLogAnalyser::isQuickOnHostileText_data()
{
    QTest::addColumn<QByteArray>("log");
    const auto row = [](const char *name, const QByteArray &piece) {
        QTest::newRow(name) << piece.repeated(5'000'000 / piece.size());
    };
    row("nothing but line feeds", "\n");
    row("one line", "a");
    row("beginnings of patterns", "out of memorout of memor");
    row("what breaks regular expressions", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\n");
    row("brackets", "[1]: ");
    row("ESC", "\x1b[");
    row("colours on lines", "\x1b[1;1;1;1;1;1;1\n");
    row("bars", "a | a | \n");
    row("NUL", QByteArray(1, '\0'));
    row("invalid UTF-8", "\xff\xfe\xc3\n");
    row("access lines cut short", "[GIN] 2026/01/21 - 01:46:34 | 200 |\n");
    row("days that are none", "time=2026-99-99T99:99:99.999Z level=\n");
    row("each line a problem", "Bearer out of memory sk-\n");
}

// 5 MB: at 200 MB/s 25 ms; here with room for a build without optimisation and for sanitizers.
void TestLogAnalyser::isQuickOnHostileText()
{
    QFETCH(const QByteArray, log);
    const double before = cpuMilliseconds();
    static_cast<void>(analysed(log));
    const double spent = cpuMilliseconds() - before;
    QVERIFY2(spent < 5'000, qPrintable(QString::number(spent)));
}

void TestLogAnalyser::tellsThatItIsNoLogOfTheEngine()
{
    QCOMPARE(analysed("Nov 26 08:00:04 host cron[12]: (root) CMD\nhello\n").recognized, 0);
    QCOMPARE(analysed({}).lines, 0);
}

void TestLogAnalyser::writesJson()
{
    const QByteArray json =
        logs::toJson(analysed(sheet + "CUDA error: Bearer CANARY \x1b]52;c;x\x07 \xff\n"));
    QVERIFY(!json.contains("CANARY"));
    QVERIFY(!json.contains('\x1b') && !json.contains("\\u001b"));
    const auto read = nlohmann::json::parse(json.constData());
    QCOMPARE(read["lines"].get<int>(), 18);
    QCOMPARE(read["engine_version"].get<std::string>(), std::string("0.17.4"));
    QCOMPARE(read["first"].get<std::string>(), std::string("2024-08-08T22:19:19.371"));
    QCOMPARE(read["problems"][0]["kind"].get<std::string>(), std::string("memory"));
    QCOMPARE(read["problems"][0]["lines"].get<int>(), 3);
    QCOMPARE(read["requests"].size(), 3U);
    QCOMPARE(read["loads"]["count"].get<int>(), 1);
}

QTEST_GUILESS_MAIN(TestLogAnalyser)
#include "tst_LogAnalyser.moc"
