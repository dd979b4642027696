// label: pure
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
    void cutsALongLineWithAnEllipsis()
    {
        QCOMPARE(base::displayLine(u"abc\n def", 6), QStringLiteral("abc d…"));
        QCOMPARE(base::displayLine(u"👩👩👩", 4), QStringLiteral("👩…"));
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "tst_Text.moc"
