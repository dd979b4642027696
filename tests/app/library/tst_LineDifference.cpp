// label: pure
#include "library/LineDifference.h"

#include <QElapsedTimer>
#include <QStringList>
#include <QTest>

using library::lineDifference;
using namespace Qt::StringLiterals;

class TestLineDifference : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsWhatGoesAndComes_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("shown");
        QTest::newRow("same") << u"a\nb"_s << u"a\nb"_s << u""_s;
        QTest::newRow("other") << u"a\nb\nc"_s << u"a\nx\nc"_s << u"  a\n- b\n+ x\n  c"_s;
        QTest::newRow("more") << u"a"_s << u"a\nb"_s << u"  a\n+ b"_s;
        QTest::newRow("less") << u"a\nb"_s << u"b"_s << u"- a\n  b"_s;
        QTest::newRow("from nothing") << u""_s << u"a"_s << u"+ a"_s;
        QTest::newRow("to nothing") << u"a\nb"_s << u""_s << u"- a\n- b"_s;
        QTest::newRow("moved") << u"a\nb\nc"_s << u"b\nc\na"_s << u"- a\n  b\n  c\n+ a"_s;
        QTest::newRow("only the end of a line") << u"a"_s << u"a\n"_s << u"  a\n+ "_s;
        QTest::newRow("far from the change") << u"1\n2\n3\n4\n5\n6\n7"_s << u"1\n2\n3\nX\n5\n6\n7"_s
                                             << u"…\n  2\n  3\n- 4\n+ X\n  5\n  6\n…"_s;
        QTest::newRow("two changes") << u"a\n1\n2\n3\n4\n5\nb"_s << u"A\n1\n2\n3\n4\n5\nB"_s
                                     << u"- a\n+ A\n  1\n  2\n…\n  4\n  5\n- b\n+ B"_s;
        QTest::newRow("中文") << u"你好\n再见"_s << u"你好\n明天见"_s << u"  你好\n- 再见\n+ 明天见"_s;
    }
    void showsWhatGoesAndComes()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(lineDifference(before, after), "shown");
    }
    // What goes and what stays is the old text, what stays and what comes the new one.
    void tellsBothTexts()
    {
        QStringList before;
        QStringList after;
        for (int i = 0; i < 200; ++i) {
            before.append(QString::number(i * i % 17));
            after.append(QString::number(i * i * i % 17));
        }
        QStringList was;
        QStringList is;
        const QStringList lines = lineDifference(before.join(u'\n'), after.join(u'\n'), 1000).split(u'\n');
        for (const QString &line : lines) {
            if (!line.startsWith(u'+'))
                was.append(line.sliced(2));
            if (!line.startsWith(u'-'))
                is.append(line.sliced(2));
        }
        QCOMPARE(was, before);
        QCOMPARE(is, after);
    }
    void doesNotTakeForEverOverLongTexts()
    {
        QString before;
        QString after;
        for (int i = 0; i < 20'000; ++i) {
            before += u"a\n"_s;
            after += u"b\n"_s;
        }
        QElapsedTimer timer;
        timer.start();
        const QString shown = lineDifference(before, after);
        QVERIFY(shown.startsWith(u"- a"_s));
        QVERIFY(timer.elapsed() < 5000);
    }
};

QTEST_APPLESS_MAIN(TestLineDifference)
#include "tst_LineDifference.moc"
