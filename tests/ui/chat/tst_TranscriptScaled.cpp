// The transcript on a screen of 150 %: no edge of a partial paint, a scroll or a zoom stays to be seen, and
// lines are as sharp as the screen can show them.
#include "chat/TranscriptView.h"
#include "common/Theme.h"
#include "support/Painted.h"
#include "support/ReferenceText.h"
#include "support/Transcripts.h"

#include <QAccessible>
#include <QApplication>
#include <QScrollBar>
#include <QTest>

using support::settle;
using support::unpainted;

namespace {

struct Fixture
{
    chat::TranscriptList list;
    ui::TranscriptView view;

    explicit Fixture(QSize size = QSize(800, 600))
    {
        view.resize(size);
        view.setTranscript(&list);
        view.show();
    }
    QScrollBar *bar() { return view.verticalScrollBar(); }
};

} // namespace

class TestTranscriptScaled : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isPaintedAtTheScaleOfTheScreen()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QCOMPARE(f.view.devicePixelRatioF(), 1.5);
        QCOMPARE(support::shown(f.view).width(), qRound(f.view.viewport()->width() * 1.5));
    }

    // From the first line to the last without a stripe between two of them.
    void aSelectionHasNoSeams_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("paragraph") << QStringLiteral("m  m  m  m ").repeated(60);
        QTest::newRow("code") << QStringLiteral("```\n") + QStringLiteral("m  m  m  m  \n").repeated(8) +
                                     QStringLiteral("```");
        QTest::newRow("emoji") << QStringLiteral("😀😀 mmmmm ").repeated(60);
    }
    void aSelectionHasNoSeams()
    {
        QFETCH(QString, text);
        Fixture f;
        f.list.setMessages({support::question(1, QStringLiteral("Question")), support::answer(2, text)});
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        settle(f.view);
        f.view.selectAll();
        const QImage image = support::shown(f.view);
        const QRgb selected = ui::Theme::of(&f.view).selected.rgb();
        const QRect letter =
            QAccessible::queryAccessibleInterface(&f.view)->child(1)->textInterface()->characterRect(
                text.startsWith(u'`') ? 30 : 120);
        const int x = qRound((f.view.viewport()->mapFromGlobal(letter.topLeft()).x() - 0.5) * 1.5);
        int first = -1;
        int last = -1;
        int rows = 0;
        for (int y = image.height() / 5; y < image.height(); ++y) {
            bool isSelected = false; // between two letters, at least
            for (int near = x - 4; near <= x + 20; ++near)
                isSelected = isSelected || image.pixel(near, y) == selected;
            if (!isSelected)
                continue;
            first = first < 0 ? y : first;
            last = y;
            ++rows;
        }
        QVERIFY(rows > 100);
        QCOMPARE(last - first + 1, rows);
    }

    void leavesNothingBehindWhenScrolled_data()
    {
        QTest::addColumn<int>("step");
        for (const int step : {1, 2, 3, 7, 20, 53, -1, -2, -5, -53})
            QTest::addRow("%d", step) << step;
    }
    void leavesNothingBehindWhenScrolled()
    {
        QFETCH(int, step);
        Fixture f;
        f.list.setMessages({support::question(1, support::englishReference().question),
                            support::answer(2, support::englishReference().answer)});
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        settle(f.view);
        f.bar()->setValue(f.bar()->maximum() / 2);
        settle(f.view);
        for (int i = 0; i < 12; ++i) {
            f.bar()->setValue(f.bar()->value() + step);
            QCOMPARE(unpainted(f.view), QString());
        }
        for (int i = 0; i < 12; ++i) // several in one frame
            f.bar()->setValue(f.bar()->value() + step);
        QCOMPARE(unpainted(f.view), QString());
    }

    void leavesNothingBehindWhileAnAnswerComes()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        f.list.append(support::question(1, support::englishReference().question));
        f.list.append(support::streamingAnswer(2));
        const QString source = support::englishReference().answer;
        for (qsizetype i = 0; i < source.size(); i += 5) {
            f.list.grow(1, {source.mid(i, 5), {}});
            if (i % 15 == 0)
                settle(f.view);
            if (i % 60 == 0)
                QCOMPARE(unpainted(f.view), QString());
        }
        support::finish(f.list);
        settle(f.view);
        QCOMPARE(unpainted(f.view), QString());
    }

    void leavesNothingBehindWhenZoomedOrResized()
    {
        Fixture f;
        f.list.setMessages({support::question(1, support::englishReference().question),
                            support::answer(2, support::englishReference().answer)});
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        for (const int zoom : {110, 90, 300, 50, 100}) {
            f.view.setZoom(zoom);
            f.bar()->setValue(f.bar()->maximum() / 3);
            QCOMPARE(unpainted(f.view), QString());
            f.bar()->setValue(f.bar()->value() + 31);
            QCOMPARE(unpainted(f.view), QString());
        }
        for (const int width : {776, 640, 800}) {
            f.view.resize(width, 600);
            QCOMPARE(unpainted(f.view), QString());
        }
    }
};

int main(int argc, char **argv)
{
    qputenv("QT_SCALE_FACTOR", "1.5");
    QApplication application(argc, argv);
    TestTranscriptScaled test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_TranscriptScaled.moc"
