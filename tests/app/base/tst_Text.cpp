// label: pure
#include "base/Escaped.h"
#include "base/Text.h"

#include <QTest>

class TestText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dropsWhatHides_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QStringLiteral("Grüße, 你好") << QStringLiteral("Grüße, 你好");
        QTest::newRow("tab and line") << QStringLiteral("a\tb\nc") << QStringLiteral("a\tb\nc");
        QTest::newRow("escape") << QStringLiteral("a\u001b[31mb") << QStringLiteral("a[31mb");
        QTest::newRow("nul") << QString(QChar(0)) << QString();
        QTest::newRow("override") << QStringLiteral("a\u202Ecba") << QStringLiteral("acba");
        QTest::newRow("lone surrogate") << QString(QChar(0xd83d)) << QString();
        QTest::newRow("emoji") << QStringLiteral("👩‍💻") << QStringLiteral("👩‍💻");
        const char32_t tag[] = {U'a', 0xe0041, 0};
        QTest::newRow("tag block") << QString::fromUcs4(tag) << QStringLiteral("a");
    }
    void dropsWhatHides()
    {
        QFETCH(QString, given);
        QTEST(base::displayText(given), "shown");
    }
    // What a terminal or a log is written.
    void escapesEveryControl()
    {
        for (ushort code = 0; code < 160; ++code) {
            const QString text = u'a' + QString(QChar(code)) + u'b';
            const bool isControl = (code < 32 && code != '\t' && code != '\n') || code >= 127;
            const QString hex = QString::number(code, 16).rightJustified(2, u'0');
            QCOMPARE(base::escapedControls(text), isControl ? QStringLiteral("a\\x%1b").arg(hex) : text);
        }
        QCOMPARE(base::escapedControls(QStringLiteral("\u202Ex")), QStringLiteral("\\u202ex"));
    }
    // Of every code point that is shown: what has no width of its own, or turns the text after it, is marked.
    void marksWhatCannotBeSeenInCode()
    {
        const QList<char32_t> kept{0x200c, 0x200d}; // of emoji, Persian and Indian scripts
        for (char32_t code = 0x20; code < 0x10000; ++code) {
            const QString text = base::displayText(QString::fromUcs4(&code, 1));
            if (text.isEmpty())
                continue;
            const QChar c = text.front();
            const bool isSign = (code >= 0x600 && code <= 0x605) || code == 0x6dd || code == 0x70f ||
                                code == 0x890 || code == 0x891 ||
                                code == 0x8e2; // Arabic and Syriac ones that are seen
            const bool isUnseen =
                code == 0x2065 || (c.category() == QChar::Other_Format && !isSign && !kept.contains(code)) ||
                c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
            const QString marked = base::withVisibleMarks(text);
            QVERIFY2((marked == QChar(QChar::ReplacementCharacter)) ==
                         (isUnseen || c == QChar::ReplacementCharacter),
                     qPrintable(QString::number(code, 16)));
            QVERIFY2(isUnseen || marked == text, qPrintable(QString::number(code, 16)));
        }
        QCOMPARE(base::withVisibleMarks(QStringLiteral("a\u2028b\u2067c👩‍💻")),
                 QStringLiteral("a\uFFFDb\uFFFDc👩‍💻"));
    }
    // Each character is counted where it is one that does not show, or one that is left out; not as both.
    void countsWhatIsNotSeen()
    {
        for (char32_t code = 1; code < 0xe1000; ++code) {
            if (code >= 0xd800 && code < 0xe000)
                continue;
            const QString text = u'a' + QString::fromUcs4(&code, 1) + u'b';
            const bool isDropped = base::displayText(text) != text && code != U'\r';
            const bool isLineEnd = code == 0x2028 || code == 0x2029;
            const bool isUnseen = base::withVisibleMarks(text) != text && !isLineEnd && code != 0xfffd;
            QVERIFY2(base::droppedFrom(text) == (isDropped ? 1 : 0), qPrintable(QString::number(code, 16)));
            QVERIFY2(base::unseenIn(text) == (isUnseen ? 1 : 0), qPrintable(QString::number(code, 16)));
        }
        QCOMPARE(base::withVisibleMarks(QStringLiteral("a\u2028b\u2029"), QChar::LineSeparator),
                 QStringLiteral("a\u2028b\uFFFD"));
    }
    void cutsALongLineWithAnEllipsis()
    {
        QCOMPARE(base::displayLine(u"abc\n def", 6), QStringLiteral("abc d…"));
        QCOMPARE(base::displayLine(u"👩👩👩", 4), QStringLiteral("👩…"));
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "tst_Text.moc"
