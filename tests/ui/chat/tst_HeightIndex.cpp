// label: pure
// Heights of many things: the same answers as counting one by one.
#include "chat/HeightIndex.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

class TestHeightIndex : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatLiesAtAPlace();
    void agreesWithCounting();
    void isEmptyAtFirst();
};

void TestHeightIndex::findsWhatLiesAtAPlace()
{
    ui::HeightIndex index;
    for (const int height : {10, 20, 30})
        index.append(height);
    QCOMPARE(index.total(), 60);
    QCOMPARE(index.top(2), 30);
    QCOMPARE(index.indexAt(-5), 0);
    QCOMPARE(index.indexAt(0), 0);
    QCOMPARE(index.indexAt(9), 0);
    QCOMPARE(index.indexAt(10), 1);
    QCOMPARE(index.indexAt(59), 2);
    QCOMPARE(index.indexAt(600), 2);
}

void TestHeightIndex::agreesWithCounting()
{
    QRandomGenerator random(7);
    ui::HeightIndex index;
    std::vector<int> heights;
    for (int step = 0; step < 2000; ++step) {
        const int at = heights.empty() ? 0 : random.bounded(static_cast<int>(heights.size()));
        const int height = 1 + random.bounded(50);
        switch (random.bounded(5)) {
        case 0:
        case 1:
            index.append(height);
            heights.push_back(height);
            break;
        case 2:
            if (!heights.empty()) {
                index.setHeight(at, height);
                heights[static_cast<size_t>(at)] = height;
            }
            break;
        case 3:
            index.insert(at, 2, height);
            heights.insert(heights.begin() + at, 2, height);
            break;
        default:
            if (!heights.empty()) {
                index.remove(at, 1);
                heights.erase(heights.begin() + at);
            }
            break;
        }
        QCOMPARE(index.size(), static_cast<int>(heights.size()));
        QCOMPARE(index.total(), std::accumulate(heights.begin(), heights.end(), 0));
        QCOMPARE(index.top(at), std::accumulate(heights.begin(), heights.begin() + at, 0));
        if (!heights.empty() && at < index.size()) {
            QCOMPARE(index.indexAt(index.top(at)), at);
            QCOMPARE(index.indexAt(index.top(at) + index.height(at) - 1), at);
        }
    }
}

void TestHeightIndex::isEmptyAtFirst()
{
    ui::HeightIndex index;
    QCOMPARE(index.total(), 0);
    QCOMPARE(index.indexAt(5), -1);
    QCOMPARE(index.top(0), 0);
}

QTEST_APPLESS_MAIN(TestHeightIndex)
#include "tst_HeightIndex.moc"
