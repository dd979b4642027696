// label: pure
#include "net/Sse.h"
#include "support/Framing.h"

#include <QTest>

using net::Sse;
using support::inPieces;
using support::recordsOf;

class TestSse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutsEvents_data();
    void cutsEvents();
    void givesTheSameForEverySplit_data() { cutsEvents_data(); }
    void givesTheSameForEverySplit();
    void refusesAnEventThatIsTooLongForEverySplit_data();
    void refusesAnEventThatIsTooLongForEverySplit();
};

void TestSse::cutsEvents_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("events");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArrayList &events) {
        QTest::newRow(name) << bytes << events;
    };
    row("nothing", {}, {});
    row("one", "data: {}\n\n", {"{}"});
    row("two", "data: 1\n\ndata: 2\n\n", {"1", "2"});
    row("without a space", "data:{}\n\n", {"{}"});
    row("CRLF", "data: 1\r\n\r\ndata: 2\r\n\r\n", {"1", "2"});
    row("byte order mark",
        "\xef\xbb\xbf"
        "data: 1\n\n",
        {"1"});
    row("comments and keep-alives", ": ping\n\n:\n\ndata: 1\n: between\n\n\n\n", {"1"});
    row("other fields", "event: delta\nid: 7\nretry: 10\ndata: 1\n\nevent: end\n\n", {"1"});
    row("several data lines", "data: {\ndata: }\n\n", {"{\n}"});
    row("empty data", "data\n\ndata:\n\n", {"", ""});
    row("no blank line at the end", "data: 1\n\ndata: [DONE]", {"1", "[DONE]"});
    row("a failure as a field", "data: 1\n\nerror: {\"code\":500}\n\n", {"1", "{\"error\":{\"code\":500}}"});
    row("a page", "<html>\n<body>: x\n", {"<html>", "<body>: x"});
    row("JSON in place of a stream", "{\"error\":\"no\"}", {"{\"error\":\"no\"}"});
    row("a strange line inside an event", "data: 1\nstrange\n\n", {"1"});
    row("Chinese", "data: 砚\n\n", {"砚"});
}

void TestSse::cutsEvents()
{
    QFETCH(QByteArray, bytes);
    Sse framer;
    QTEST(recordsOf(framer, {bytes}), "events");
    QVERIFY(!framer.isTooLong());
}

void TestSse::givesTheSameForEverySplit()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, events);
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        Sse framer;
        QCOMPARE(recordsOf(framer, {bytes.first(cut), bytes.sliced(cut)}), events);
    }
    for (qsizetype size = 1; size <= 7; ++size) {
        Sse framer;
        QCOMPARE(recordsOf(framer, inPieces(bytes, size)), events);
    }
}

void TestSse::refusesAnEventThatIsTooLongForEverySplit_data()
{
    QTest::addColumn<QByteArray>("tooLong");
    QTest::newRow("one line") << QByteArray("data: 0123456789012345\n\n");
    QTest::newRow("many lines") << QByteArray("data: 0123\n").repeated(5) + '\n';
}

void TestSse::refusesAnEventThatIsTooLongForEverySplit()
{
    QFETCH(QByteArray, tooLong);
    const QByteArray bytes = "data: short\n\n" + tooLong + "data: after\n\n";
    for (qsizetype size = 1; size <= bytes.size(); ++size) {
        Sse framer(20);
        QCOMPARE(recordsOf(framer, inPieces(bytes, size)), QByteArrayList{"short"});
        QVERIFY(framer.isTooLong());
    }
}

QTEST_APPLESS_MAIN(TestSse)
#include "tst_Sse.moc"
