// label: pure
#include "net/Ndjson.h"
#include "support/Framing.h"

#include <QTest>

using net::Ndjson;
using support::inPieces;
using support::recordsOf;

class TestNdjson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutsLines_data();
    void cutsLines();
    void givesTheSameForEverySplit_data() { cutsLines_data(); }
    void givesTheSameForEverySplit();
    void refusesALineThatIsTooLongForEverySplit();
    void acceptsALineOfExactlyTheMaximum();
    void keepsNothingOfATooLongLine();
    void takesLinearTimeForALongLineInSmallPieces();
};

void TestNdjson::cutsLines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("lines");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArrayList &lines) {
        QTest::newRow(name) << bytes << lines;
    };
    row("nothing", {}, {});
    row("one", "{\"a\":1}\n", {"{\"a\":1}"});
    row("two", "{}\n[]\n", {"{}", "[]"});
    row("no line feed at the end", "{}\n{\"b\":2}", {"{}", "{\"b\":2}"});
    row("CRLF", "{}\r\n{}\r\n", {"{}", "{}"});
    row("blank lines", "\n\n{}\n \n\r\n{}\n\n", {"{}", "{}"});
    row("byte order mark", "\xef\xbb\xbf{}\n{}\n", {"{}", "{}"});
    row("byte order mark later", "{}\n\xef\xbb\xbf{}\n", {"{}", "\xef\xbb\xbf{}"});
    row("only a byte order mark", "\xef\xbb\xbf", {});
    row("Chinese", "{\"c\":\"你好，世界\"}\n{\"c\":\"砚\"}\n", {"{\"c\":\"你好，世界\"}", "{\"c\":\"砚\"}"});
    row("escapes",
        R"({"c":"\u4f60\n\"x\""})"
        "\n",
        {R"({"c":"\u4f60\n\"x\""})"});
    row("NUL", QByteArray("{\0}\n{}\n", 7), {QByteArray("{\0}", 3), "{}"});
    row("invalid UTF-8", "\xff\xfe\n{}\n", {"\xff\xfe", "{}"});
}

void TestNdjson::cutsLines()
{
    QFETCH(QByteArray, bytes);
    Ndjson framer;
    QTEST(recordsOf(framer, {bytes}), "lines");
    QVERIFY(!framer.isTooLong());
}

void TestNdjson::givesTheSameForEverySplit()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, lines);
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        Ndjson framer;
        QCOMPARE(recordsOf(framer, {bytes.first(cut), bytes.sliced(cut)}), lines);
    }
    for (qsizetype size = 1; size <= 7; ++size) {
        Ndjson framer;
        QCOMPARE(recordsOf(framer, inPieces(bytes, size)), lines);
    }
}

void TestNdjson::refusesALineThatIsTooLongForEverySplit()
{
    const QByteArray bytes = "short\n0123456789X\nafter\n";
    for (qsizetype size = 1; size <= bytes.size(); ++size) {
        Ndjson framer(10);
        QCOMPARE(recordsOf(framer, inPieces(bytes, size)), QByteArrayList{"short"});
        QVERIFY(framer.isTooLong());
    }
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        Ndjson framer(10);
        QCOMPARE(recordsOf(framer, {bytes.first(cut), bytes.sliced(cut)}), QByteArrayList{"short"});
        QVERIFY(framer.isTooLong());
    }
}

void TestNdjson::acceptsALineOfExactlyTheMaximum()
{
    Ndjson framer(10);
    QCOMPARE(recordsOf(framer, {"0123456789\n"}), QByteArrayList{"0123456789"});
    QVERIFY(!framer.isTooLong());
}

void TestNdjson::keepsNothingOfATooLongLine()
{
    Ndjson framer(10);
    framer.add("0123456789X");
    QVERIFY(!framer.next());
    QVERIFY(framer.isTooLong());
    framer.add("more\n");
    QVERIFY(!framer.next());
    QVERIFY(!framer.rest());
}

void TestNdjson::takesLinearTimeForALongLineInSmallPieces()
{
    // Rescanning from the start for each of 8,192 pieces would look at 32 GB and run into the time limit.
    Ndjson framer;
    const QByteArray piece(1024, 'x');
    for (int i = 0; i < 8 * 1024; ++i) {
        framer.add(piece);
        QVERIFY(!framer.next());
    }
    framer.add("\n");
    QCOMPARE(framer.next()->size(), Ndjson::maximumRecord);
}

QTEST_APPLESS_MAIN(TestNdjson)
#include "tst_Ndjson.moc"
