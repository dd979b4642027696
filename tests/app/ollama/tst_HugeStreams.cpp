// Answers larger than any memory (reliability.md N9): bounded, and what came is kept.
#include "ollama/OllamaBackend.h"
#include "support/ChatOutcome.h"
#include "support/FakeOllama.h"
#include "wire/ChatStream.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;
using ollama::OllamaBackend;
using support::FakeOllama;
using support::Reply;

namespace {

backend::ChatRequest question()
{
    return {.model = u"m"_s, .messages = {{backend::Role::User, u"?"_s}}, .options = {}};
}

qint64 peakMemory() // bytes, of this process
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray all = status.readAll();
    const qsizetype at = all.indexOf("VmHWM:");
    return at < 0 ? -1 : all.sliced(at + 6).simplified().split(' ').first().toLongLong() * 1024;
}

void forgetPeakMemory()
{
    QFile references(u"/proc/self/clear_refs"_s);
    QVERIFY(references.open(QIODevice::WriteOnly));
    QCOMPARE(references.write("5"), 1);
}

} // namespace

class TestHugeStreams : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesAGigabyteInOneLineWithinItsMemory();
    void keepsTheTextOfAnAnswerThatIsTooLarge();
};

void TestHugeStreams::refusesAGigabyteInOneLineWithinItsMemory()
{
    FakeOllama engine({{.name = u"m:latest"_s}});
    net::Http http;
    OllamaBackend backend(http, engine.url());
    constexpr qint64 block = 64 * 1024;
    engine.on("POST", "/api/chat",
              Reply()
                  .head(200, {"Content-Type: application/x-ndjson"})
                  .raw("{\"message\":{\"content\":\"")
                  .repeat(QByteArray(block, 'x'), 1'000'000'000 / block)
                  .raw("\"}}\n")
                  .fin());
    forgetPeakMemory();
    const qint64 before = peakMemory();
    QVERIFY(before > 0);
    const support::ChatOutcome chat(backend.chat(question(), this));
    QTRY_VERIFY_WITH_TIMEOUT(chat.hasEnded(), 30'000);
    QCOMPARE(chat.error->kind, Kind::TooLarge);
    QTRY_COMPARE(engine.openConnectionCount(), 0);
#ifndef __SANITIZE_ADDRESS__ // it keeps what was freed
    QVERIFY2(peakMemory() - before < 64'000'000, QByteArray::number(peakMemory() - before).constData());
#endif
}

void TestHugeStreams::keepsTheTextOfAnAnswerThatIsTooLarge()
{
    FakeOllama engine({{.name = u"m:latest"_s}});
    net::Http http;
    OllamaBackend backend(http, engine.url());
    const QByteArray line = FakeOllama::chatLine(u"m"_s, QString(1'000'000, u'x')) + '\n';
    engine.on("POST", "/api/chat", Reply().head(200, {"Content-Type: application/x-ndjson"}).endless(line));
    const support::ChatOutcome chat(backend.chat(question(), this));
    QTRY_VERIFY_WITH_TIMEOUT(chat.hasEnded(), 30'000);
    QCOMPARE(chat.error->kind, Kind::TooLarge);
    QCOMPARE(chat.text.size(), wire::maximumAnswer + 1'000'000);
}

QTEST_GUILESS_MAIN(TestHugeStreams)
#include "tst_HugeStreams.moc"
