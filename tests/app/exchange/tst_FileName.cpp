// label: pure
#include "exchange/FileName.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestFileName : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void makesANameOfATitle_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"Ink and stone"_s << u"Ink and stone"_s;
        QTest::newRow("Chinese") << u"砚台：墨与水？"_s << u"砚台：墨与水？"_s;
        QTest::newRow("a path") << u"../../etc/passwd"_s << u"etc passwd"_s;
        QTest::newRow("Windows' signs") << u"C:\\a<b>|\"c\"*?"_s << u"C a b c"_s;
        QTest::newRow("controls") << u"a\u0000b\u0007\nc\u001b[0m"_s << u"ab c[0m"_s;
        QTest::newRow("directions") << u"a\u202egpj.exe\u2066b\u200f"_s << u"agpj.exeb"_s;
        QTest::newRow("dots") << u"...hidden. . ."_s << u"hidden"_s;
        QTest::newRow("a device") << u"Con.txt"_s << u"_Con.txt"_s;
        QTest::newRow("nothing") << u" \u202e//"_s << u"Conversation"_s;
        QTest::newRow("empty") << QString() << u"Conversation"_s;
    }
    void makesANameOfATitle()
    {
        QFETCH(QString, title);
        QFETCH(QString, name);
        QCOMPARE(exchange::fileNameFrom(title, u"Conversation"_s), name);
    }

    void cutsBetweenCharacters()
    {
        const QString name = exchange::fileNameFrom(u"👩墨"_s.repeated(100), u"x"_s);
        QVERIFY(name.toUtf8().size() <= 100);
        QVERIFY(name.toUtf8().size() > 90);
        QCOMPARE(QString::fromUtf8(name.toUtf8()), name);
    }
};

QTEST_APPLESS_MAIN(TestFileName)
#include "tst_FileName.moc"
