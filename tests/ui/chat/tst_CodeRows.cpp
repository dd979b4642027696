// Code in rows: however it arrives, the rows are those of the whole; a row is bounded whatever is in it.
#include "chat/CodeRows.h"

#include <QRandomGenerator>
#include <QTest>

#include <climits>

using namespace Qt::StringLiterals;
using ui::CodeRows;

class TestCodeRows : public QObject
{
    Q_OBJECT

    static QStringList rowsOf(const CodeRows &rows)
    {
        QStringList list;
        for (int i = 0; i < rows.size(); ++i)
            list.append(u"%1:%2:%3:%4"_s.arg(rows[i].line)
                            .arg(rows[i].start)
                            .arg(rows[i].length)
                            .arg(rows[i].indent));
        return list;
    }

private Q_SLOTS:
    void breaksBetweenTwoEmoji_data()
    {
        QTest::addColumn<QString>("emoji");
        QTest::newRow("joined") << u"👩‍💻"_s;
        QTest::newRow("family") << u"👨‍👩‍👧‍👦"_s;
        QTest::newRow("heart") << u"👩‍❤️‍👨"_s;
        QTest::newRow("skin") << u"👍🏽"_s;
        QTest::newRow("flag") << u"🇩🇪"_s;
        QTest::newRow("flag of a region") << u"🏴󠁧󠁢󠁳󠁣󠁴󠁿"_s;
    }
    void breaksBetweenTwoEmoji()
    {
        QFETCH(QString, emoji);
        for (const int columns : {3, 5, 8, INT_MAX}) {
            CodeRows rows;
            rows.setCode(emoji.repeated(2000), columns);
            QVERIFY(rows.size() > 1);
            for (int i = 0; i < rows.size(); ++i)
                QCOMPARE(rows[i].start % emoji.size(), 0);
        }
    }

    void growsAsItIsWhole_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("step");
        const QString mixed = u"int a;\n\tb = \"字字字\"; // é\u0301\u0302 👩‍💻\n\nlast"_s;
        QTest::newRow("lines") << mixed << INT_MAX << 1;
        QTest::newRow("wrapped") << mixed << 8 << 1;
        QTest::newRow("wrapped marks") << u"ab\u0301\u0301\u0301cd\u0301\n"_s.repeated(4) << 2 << 1;
        QTest::newRow("wrapped pairs") << u"👩‍💻"_s.repeated(20) << 3 << 1;
        QTest::newRow("wrapped flags") << u"a🇩🇪🇨🇳b🇨🇳"_s.repeated(20) << 5 << 1;
        QTest::newRow("wrapped and indented") << u"  \tif (x) {\n                    y\n"_s << 9 << 1;
        QTest::newRow("words")
            << u"one = two(three, four5678901234) + 字五字ab字;  // six\n  eight, nine\tten"_s << 11 << 1;
        QTest::newRow("a moved word") << u"    if (abcdefgh12345678 == b)"_s << 12 << 1;
        const QStringList pieces{u" "_s,  u"  "_s,      u"\t"_s,          u"a"_s,  u"word"_s, u"12345678"_s,
                                 u"字"_s, u"e\u0301"_s, u"👩‍💻"_s, u"🇩🇪"_s, u"\n"_s};
        for (quint32 seed = 1; seed <= 20; ++seed) {
            QRandomGenerator random(seed);
            QString code;
            for (int i = 0; i < 60; ++i)
                code += pieces[random.bounded(pieces.size())];
            QTest::addRow("seed %u", seed) << code << 8 + static_cast<int>(seed % 7) << 1;
        }
        QTest::newRow("a long line") << u"x = x + 1; "_s.repeated(2000) << INT_MAX << 97;
        QTest::newRow("many marks") << u"a"_s + u"\u0301"_s.repeated(12'000) + u"b"_s << INT_MAX << 83;
        QTest::newRow("long among short")
            << u"a\n"_s + u"字\t"_s.repeated(6000) + u"\nb\n"_s << INT_MAX << 61;
    }
    void growsAsItIsWhole()
    {
        QFETCH(QString, code);
        QFETCH(int, columns);
        QFETCH(int, step);
        CodeRows growing;
        growing.setCode(QString(), columns);
        for (qsizetype length = 0; length <= code.size() + step; length += step) {
            const QStringList before = rowsOf(growing);
            const int first = growing.change(code.left(length));
            CodeRows whole;
            whole.setCode(code.left(length), columns);
            QCOMPARE(rowsOf(growing), rowsOf(whole));
            QCOMPARE(growing.lineCount(), whole.lineCount());
            QCOMPARE(rowsOf(growing).first(first), before.first(first)); // what it says is as before
        }
        growing.change(code.left(code.size() / 2)); // and back
        CodeRows half;
        half.setCode(code.left(code.size() / 2), columns);
        QCOMPARE(rowsOf(growing), rowsOf(half));
    }

    void breaksBetweenWords_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QStringList>("rows");
        QTest::newRow("between") << u"int answer = compute(x);"_s
                                 << QStringList{u"int answer "_s, u"= "_s, u"compute(x)"_s, u";"_s};
        QTest::newRow("a space behind a full row")
            << u"0123456789 x"_s << QStringList{u"0123456789 "_s, u"x"_s};
        QTest::newRow("a word without room")
            << u"a 0123456789abc d"_s << QStringList{u"a "_s, u"0123456789"_s, u"abc d"_s};
        QTest::newRow("indented") << u"  0123456789 x"_s << QStringList{u"  01234567"_s, u"89 x"_s};
        QTest::newRow("Chinese") << u"// 字字字字字字"_s << QStringList{u"// 字字字"_s, u"字字字"_s};
        QTest::newRow("tab") << u"ab\tcdefgh"_s << QStringList{u"ab\tcdefgh"_s};
    }
    void breaksBetweenWords()
    {
        QFETCH(QString, code);
        CodeRows rows;
        rows.setCode(code, 10);
        QStringList found;
        for (int i = 0; i < rows.size(); ++i)
            found.append(code.mid(rows[i].start, rows[i].length));
        QTEST(found, "rows");
        QVERIFY(rows.widest() <= 10);
        rows.setCode(code, INT_MAX); // not wrapped
        QCOMPARE(rows.size(), 1);
    }

    void theRestOfALineStandsUnderItsBeginning_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<int>("indent");
        QTest::newRow("none") << QString() << 0;
        QTest::newRow("spaces") << u"    "_s << 4;
        QTest::newRow("tabs") << u"\t\t"_s << 8;
        QTest::newRow("both") << u"  \t"_s << 4;
        QTest::newRow("very deep") << u" "_s.repeated(30) << 10;
    }
    void theRestOfALineStandsUnderItsBeginning()
    {
        QFETCH(QString, before);
        QFETCH(int, indent);
        CodeRows rows;
        rows.setCode(u"first\n"_s + before + u"x"_s.repeated(50) + u"\nlast"_s, 20);
        for (int i = 0; i < rows.size(); ++i) {
            QCOMPARE(rows[i].indent, rows.beginsLine(i) ? 0 : indent);
            QVERIFY(rows[i].length + rows[i].indent <= 20);
        }
        QVERIFY(rows.size() > 4);
        rows.setCode(before + u"x"_s.repeated(10'000), INT_MAX); // not wrapped
        QCOMPARE(rows[rows.size() - 1].indent, 0);
    }

    void boundsARow_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("letters") << u"x"_s.repeated(100'000);
        QTest::newRow("marks") << u"\u0301"_s.repeated(100'000);
        QTest::newRow("pairs") << u"👩"_s.repeated(50'000);
    }
    void boundsARow()
    {
        QFETCH(QString, code);
        CodeRows rows;
        rows.setCode(code, INT_MAX);
        qsizetype all = 0;
        for (int i = 0; i < rows.size(); ++i) {
            QVERIFY(rows[i].length <= 1102);
            QVERIFY(!code.at(rows[i].start).isLowSurrogate());
            all += rows[i].length;
        }
        QCOMPARE(all, code.size());
    }
};

QTEST_GUILESS_MAIN(TestCodeRows)
#include "tst_CodeRows.moc"
