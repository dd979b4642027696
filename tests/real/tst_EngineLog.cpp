// What the real engine writes when things go wrong is found in its log.
#include "logs/LogReading.h"
#include "support/RealParts.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using logs::Kind;
using logs::LogReport;

class TestEngineLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatWentWrong();
};

namespace {

qint64 linesOf(const LogReport &report, Kind kind)
{
    const auto found = std::ranges::find(report.problems, kind, &logs::Problem::kind);
    return found == report.problems.end() ? 0 : found->count;
}

QByteArray answer(const QUrl &engine, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(engine.host(), static_cast<quint16>(engine.port()));
    if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }, 10'000))
        return {};
    socket.write(request);
    (void)QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 30'000);
    return socket.readAll();
}

} // namespace

void TestEngineLog::findsWhatWentWrong()
{
    const auto parts = support::RealParts::fromEnvironment();
    QVERIFY2(parts, support::withoutRealParts);
    const QTemporaryDir models;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"OLLAMA_HOST"_s, u"127.0.0.1:0"_s);
    environment.insert(u"OLLAMA_MODELS"_s, models.path());
    support::ChildProcess engine;
    engine.setProcessEnvironment(environment);
    engine.start(parts->engineProgram, {u"serve"_s});
    static const QRegularExpression listening(u"msg=\"Listening on ([0-9.:]+) "_s);
    const auto address = [&] { return listening.match(QString::fromUtf8(engine.errors())).captured(1); };
    QTRY_VERIFY_WITH_TIMEOUT(!address().isEmpty(), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(engine.errors().contains("inference compute"), 60'000);
    const QUrl url(u"http://"_s + address());

    const QByteArray rest = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    const QByteArray body = R"({"model":"nothing:here","messages":[]})";
    QVERIFY(answer(url, "POST /api/chat" + rest + "Content-Length: " + QByteArray::number(body.size()) +
                            "\r\n\r\n" + body)
                .contains(" 404 "));
    QVERIFY(answer(url, "GET /api/tags" + rest + "Origin: http://page.example\r\n\r\n").contains(" 403 "));
    QVERIFY(answer(url, "GET /api/version" + rest + "\r\n").contains(" 200 "));
    const QByteArray pull = R"({"model":"127.0.0.1:9/library/x","insecure":true})";
    QVERIFY(answer(url, "POST /api/pull" + rest + "Content-Length: " + QByteArray::number(pull.size()) +
                            "\r\n\r\n" + pull)
                .contains("error"));
    environment.insert(u"OLLAMA_HOST"_s, url.authority());
    support::ChildProcess second;
    second.setProcessEnvironment(environment);
    second.start(parts->engineProgram, {u"serve"_s});
    QTRY_VERIFY_WITH_TIMEOUT(second.state() == QProcess::NotRunning, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(engine.output().count("[GIN] "), 4, 10'000);

    QObject owner;
    const QByteArray log = engine.errors() + engine.output() + second.errors();
    const auto outcome =
        support::outcome<LogReport>(new logs::LogReading({logs::LogSource::Kind::Text, {}, log}, &owner));
    QVERIFY(outcome.value);
    const LogReport &report = *outcome.value;
    QCOMPARE(linesOf(report, Kind::MissingModel), 1);
    QCOMPARE(linesOf(report, Kind::Origin), 1);
    QCOMPARE(linesOf(report, Kind::Network), 1);
    QCOMPARE(linesOf(report, Kind::Port), 1);
    QCOMPARE(report.requests.size(), 4);
    QCOMPARE(report.listening, url.authority());
    QVERIFY(!report.version.isEmpty());
    QVERIFY(report.first > 0 && report.last >= report.first);
    QCOMPARE(linesOf(report, Kind::Crash), 0);
    QCOMPARE(linesOf(report, Kind::Memory), 0);
}

QTEST_GUILESS_MAIN(TestEngineLog)
#include "tst_EngineLog.moc"
