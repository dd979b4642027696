// label: pure
#include "library/Treemap.h"

#include <QTest>

#include <numeric>

using library::treemap;

namespace {

QList<double> many(int count)
{
    QList<double> amounts;
    for (int i = 0; i < count; ++i)
        amounts.append(1 + (i * 7919) % 1000);
    return amounts;
}

double areaOf(const QRectF &rect)
{
    return rect.width() * rect.height();
}

} // namespace

class TestTreemap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areasAreAsTheAmounts_data()
    {
        QTest::addColumn<QList<double>>("amounts");
        QTest::addColumn<QRectF>("bounds");
        const QRectF wide(10, 20, 900, 200);
        QTest::newRow("one") << QList<double>{5} << wide;
        QTest::newRow("two") << QList<double>{1, 3} << wide;
        QTest::newRow("of the paper") << QList<double>{6, 6, 4, 3, 2, 2, 1} << QRectF(0, 0, 6, 4);
        QTest::newRow("smallest first") << QList<double>{1, 2, 3, 400} << wide;
        QTest::newRow("equal") << QList<double>(50, 7.0) << wide;
        QTest::newRow("high") << many(20) << QRectF(0, 0, 100, 900);
        QTest::newRow("a thousand") << many(1000) << wide;
        QTest::newRow("a giant and dwarfs") << QList<double>{1e15, 4096, 4096, 1} << wide;
        QTest::newRow("with nothing between") << QList<double>{3, 0, 1, -2} << wide;
    }
    void areasAreAsTheAmounts()
    {
        QFETCH(QList<double>, amounts);
        QFETCH(QRectF, bounds);
        const QList<QRectF> rects = treemap(amounts, bounds);
        QCOMPARE(rects.size(), amounts.size());
        double sum = 0;
        for (const double amount : amounts)
            sum += std::max(amount, 0.0);
        double area = 0;
        for (qsizetype i = 0; i < rects.size(); ++i) {
            const double wanted = areaOf(bounds) * std::max(amounts[i], 0.0) / sum;
            QVERIFY2(qAbs(areaOf(rects[i]) - wanted) <= areaOf(bounds) * 1e-9,
                     qPrintable(QString::number(i)));
            area += areaOf(rects[i]);
        }
        QVERIFY(qAbs(area - areaOf(bounds)) <= areaOf(bounds) * 1e-9);
    }

    void staysWithinBoundsAndApart_data() { areasAreAsTheAmounts_data(); }
    void staysWithinBoundsAndApart()
    {
        QFETCH(QList<double>, amounts);
        QFETCH(QRectF, bounds);
        const QList<QRectF> rects = treemap(amounts, bounds);
        const QRectF around = bounds.adjusted(-1e-6, -1e-6, 1e-6, 1e-6);
        for (qsizetype i = 0; i < rects.size(); ++i) {
            if (rects[i].isEmpty())
                continue;
            QVERIFY2(around.contains(rects[i]), qPrintable(QString::number(i)));
            for (qsizetype j = i + 1; j < std::min(rects.size(), i + 200); ++j) {
                const QRectF shared = rects[i] & rects[j];
                QVERIFY2(shared.width() < 1e-6 || shared.height() < 1e-6,
                         qPrintable(QStringLiteral("%1 and %2").arg(i).arg(j)));
            }
        }
    }

    // What slicing would make: 50 slips of 18 by 200.
    void isNearToSquares()
    {
        for (const QRectF &rect : treemap(QList<double>(50, 7.0), QRectF(0, 0, 900, 200)))
            QVERIFY(std::max(rect.width() / rect.height(), rect.height() / rect.width()) < 2);
    }
    void beginsWithTheLargest()
    {
        const QList<QRectF> rects = treemap({1, 9, 5}, QRectF(3, 4, 90, 60));
        QCOMPARE(rects[1].topLeft(), QPointF(3, 4));
    }
    void hasNothingToDrawInNoRoom()
    {
        const QList<QRectF> rects = treemap({1, 2}, QRectF());
        QCOMPARE(rects, (QList<QRectF>{QRectF(), QRectF()}));
        QVERIFY(treemap({}, QRectF(0, 0, 9, 9)).isEmpty());
        QCOMPARE(treemap({1, 2}, QRectF(0, 0, -5, 10)).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestTreemap)
#include "tst_Treemap.moc"
