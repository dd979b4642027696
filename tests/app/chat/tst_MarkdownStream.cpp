// label: pure
// A stream of Markdown gives the blocks of the whole text for every way of cutting it, closed blocks stay,
// and the work for one more word does not grow with the text before it.
#include "chat/Markdown.h"
#include "chat/MarkdownParser.h"
#include "chat/MarkdownStream.h"
#include "support/MarkdownCorpus.h"

#include <QTest>

using namespace chat;

namespace {

void addSamples()
{
    QTest::addColumn<QString>("source");
    for (const support::MarkdownSample &sample : support::ordinaryMarkdown())
        QTest::newRow(sample.name) << sample.source;
}

} // namespace

class TestMarkdownStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endsWithTheSameBlocksForEverySplit_data() { addSamples(); }
    void endsWithTheSameBlocksForEverySplit();
    void endsWithTheSameBlocksLetterByLetter_data() { addSamples(); }
    void endsWithTheSameBlocksLetterByLetter();
    void agreesWithOneParseOfTheWhole_data();
    void agreesWithOneParseOfTheWhole();
    void neverChangesWhatItCallsTheSame_data() { addSamples(); }
    void neverChangesWhatItCallsTheSame();
    void parsesOnlyTheOpenBlockAgain();
    void drawsAnUnfinishedBlockAsWhatItWillBecome_data();
    void drawsAnUnfinishedBlockAsWhatItWillBecome();
    void showsADisplayFormulaAsOneFromItsFirstMark();
};

void TestMarkdownStream::endsWithTheSameBlocksForEverySplit()
{
    QFETCH(QString, source);
    const QList<Block> whole = parseMarkdown(source);
    for (qsizetype cut = 0; cut <= source.size(); ++cut) {
        MarkdownStream stream;
        stream.append(QStringView(source).first(cut));
        stream.append(QStringView(source).mid(cut));
        stream.finish();
        QVERIFY2(stream.blocks() == whole, qPrintable(QString::number(cut)));
    }
}

void TestMarkdownStream::endsWithTheSameBlocksLetterByLetter()
{
    QFETCH(QString, source);
    MarkdownStream stream;
    for (qsizetype i = 0; i < source.size(); ++i)
        stream.append(QStringView(source).mid(i, 1));
    stream.finish();
    QVERIFY(stream.blocks() == parseMarkdown(source));
}

// Definitions are known only at the end; the parse of one piece shows them as text.
void TestMarkdownStream::agreesWithOneParseOfTheWhole_data()
{
    QTest::addColumn<QString>("source");
    for (const support::MarkdownSample &sample : support::ordinaryMarkdown()) {
        if (!sample.source.contains(QStringLiteral("]:")))
            QTest::newRow(sample.name) << QString(sample.source).remove(u'\r');
    }
}

// Cutting into pieces must not change what md4c would make of the text as a whole.
void TestMarkdownStream::agreesWithOneParseOfTheWhole()
{
    QFETCH(QString, source);
    const QList<Block> whole = parsePiece(source);
    const QList<Block> streamed = parseMarkdown(source);
    QCOMPARE(plainText(streamed), plainText(whole));
    QVERIFY(streamed == whole);
}

void TestMarkdownStream::neverChangesWhatItCallsTheSame()
{
    QFETCH(QString, source);
    MarkdownStream stream;
    QList<Block> before;
    for (qsizetype i = 0; i < source.size(); ++i) {
        const qsizetype same = stream.append(QStringView(source).mid(i, 1));
        QVERIFY(same <= before.size() && same <= stream.blocks().size());
        QVERIFY(stream.blocks().first(same) == before.first(same));
        before = stream.blocks();
    }
    const qsizetype same = stream.finish();
    QVERIFY(same <= before.size());
    QVERIFY(stream.blocks().first(same) == before.first(same));
}

void TestMarkdownStream::parsesOnlyTheOpenBlockAgain()
{
    const QString source = support::longAnswer(20'000);
    MarkdownStream stream;
    qsizetype most = 0;
    for (qsizetype i = 0; i < source.size(); i += 4) {
        stream.append(QStringView(source).mid(i, 4));
        most = std::max(most, stream.blocks().size() - stream.closedCount());
    }
    QVERIFY2(most <= 4, qPrintable(QString::number(most)));
    QVERIFY(stream.blocks().size() > 200);
}

void TestMarkdownStream::drawsAnUnfinishedBlockAsWhatItWillBecome_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<int>("marks");
    const auto row = [](const char *name, const char16_t *source, const char16_t *shown, Marks marks) {
        QTest::newRow(name) << QString::fromUtf16(source) << QString::fromUtf16(shown) << marks.toInt();
    };
    row("bold", u"a **bo", u"a bo", Mark::Bold);
    row("bold with a space", u"a **bo ", u"a bo", Mark::Bold);
    row("bold half closed", u"a **bo*", u"a bo", Mark::Bold);
    row("bold just begun", u"a **", u"a ", {});
    row("code", u"a `co", u"a co", Mark::Code);
    row("code just begun", u"a `", u"a ", {});
    row("link", u"a [b](htt", u"a b", Mark::Link);
    row("dash is no heading yet", u"a\n-", u"a", {});
    row("hashes", u"a\n\n##", u"a", {});
    row("fence half open", u"a\n\n``", u"a", {});
    row("number of an item", u"a\n\n1.", u"a", {});
    row("formula", u"a $\\frac", u"a $\\frac", Mark::Formula);
    row("formula with a power", u"a $x^2 *b", u"a $x^2 *b", Mark::Formula);
    row("formula that a digit may turn into a price", u"a $x$", u"a $x", {});
    row("formula just begun", u"a $", u"a", {});
    row("price", u"a $5 ", u"a $5", {});
    row("formula in parentheses", u"a \\(x_1 **", u"a \\(x_1 **", Mark::Formula);
    row("half a mark", u"a \\", u"a", {});
}

void TestMarkdownStream::drawsAnUnfinishedBlockAsWhatItWillBecome()
{
    QFETCH(QString, source);
    QFETCH(QString, shown);
    QFETCH(int, marks);
    MarkdownStream stream;
    stream.append(source);
    QCOMPARE(stream.blocks().size(), 1);
    const Block block = stream.blocks().first();
    QCOMPARE(block.kind, Block::Kind::Paragraph);
    QCOMPARE(block.content.text.trimmed(), shown.trimmed());
    QCOMPARE(block.content.spans.isEmpty() ? 0 : block.content.spans.last().marks.toInt(), marks);
}

// Once it is known for one it stays one, and stays where it is.
void TestMarkdownStream::showsADisplayFormulaAsOneFromItsFirstMark()
{
    for (const QString &formula : {QStringLiteral("$$\na &= b \\\\\n- c &= d^{2}\n* e `f` **g\n$$\n"),
                                   QStringLiteral("\\[\n\\left[ x \\right] \\\\[2pt]\n# y\n1. z\n\\]\n")}) {
        for (const QString &before : {QString(), QStringLiteral("Text:\n"), QStringLiteral("- an item\n")}) {
            MarkdownStream stream;
            stream.append(before + formula.first(3));
            const qsizetype count = stream.blocks().size();
            QCOMPARE(stream.blocks().last().kind, Block::Kind::Formula);
            for (qsizetype i = 3; i < formula.size(); ++i) {
                stream.append(formula.mid(i, 1));
                QCOMPARE(stream.blocks().size(), count);
                QCOMPARE(stream.blocks().last().kind, Block::Kind::Formula);
            }
            stream.append(QStringLiteral("\nend"));
            QVERIFY(!texOf(stream.blocks().at(count - 1).content.text).isEmpty());
            QCOMPARE(stream.blocks().last().content.text, QStringLiteral("end"));
        }
    }
}

QTEST_APPLESS_MAIN(TestMarkdownStream)
#include "tst_MarkdownStream.moc"
