// label: pure
#include "chat/QuotedFile.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chat;

class TestQuotedFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatIsText_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QByteArray() << u""_s;
        QTest::newRow("UTF-8") << QByteArray("砚 ink\n") << u"砚 ink\n"_s;
        QTest::newRow("UTF-8 with its mark") << QByteArray("\xef\xbb\xbf砚") << u"砚"_s;
        QTest::newRow("UTF-16 LE") << QByteArray("\xff\xfe\x5a\x78\x0a\x00", 6) << u"\u785a\n"_s;
        QTest::newRow("UTF-16 BE") << QByteArray("\xfe\xff\x78\x5a\x00\x0a", 6) << u"\u785a\n"_s;
        QTest::newRow("GB2312") << QByteArray("\xc4\xe3\xba\xc3\xa3\xac\xca\xc0\xbd\xe7") << u"你好，世界"_s;
        QTest::newRow("GB18030 of four bytes") << QByteArray("\xc4\xe3\x81\x39\xee\x39") << u"你㐀"_s;
        QTest::newRow("a log with colours")
            << QByteArray("\x1b[31merror\x1b[0m: the engine did not answer; ").repeated(3) +
                   QByteArray(600, 'x')
            << QString(u"\x1b[31merror\x1b[0m: the engine did not answer; "_s.repeated(3) +
                       QString(600, u'x'));
    }
    void readsWhatIsText()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, text);
        const auto read = textOfFile(file);
        QVERIFY(read);
        QCOMPARE(QString::fromUtf8(*read), text);
    }

    void refusesWhatIsNot_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("a zero") << QByteArray("ink\0stone", 9);
        QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
        QTest::newRow("PDF") << QByteArray("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x01\x02\x03\x04\x05\x06");
        QTest::newRow("Latin-1") << QByteArray("caf\xe9 cr\xe8me");
        QTest::newRow("control characters") << QByteArray("\x01\x02\x03 text");
        QTest::newRow("half of UTF-16") << QByteArray("\xff\xfe\x00\xd8", 4);
    }
    void refusesWhatIsNot()
    {
        QFETCH(QByteArray, file);
        QVERIFY(!textOfFile(file));
    }

    void refusesNoise()
    {
        QRandomGenerator random(3);
        for (int i = 0; i < 200; ++i) {
            QByteArray noise(4096, '\0');
            for (char &byte : noise)
                byte = static_cast<char>(random.bounded(1, 256)); // even without a zero
            QVERIFY(!textOfFile(noise));
        }
    }

    void quotesWhatCannotEndTheBlock()
    {
        QCOMPARE(quotedFile(u"a.md"_s, "x\n"), u"a.md (2 bytes):\n```\nx\n```"_s);
        QCOMPARE(quotedFile({}, "`````"), u"Text (5 bytes):\n``````\n`````\n``````"_s);
        QCOMPARE(fenced(u""_s), u"```\n\n```"_s);
    }
};

QTEST_APPLESS_MAIN(TestQuotedFile)
#include "tst_QuotedFile.moc"
