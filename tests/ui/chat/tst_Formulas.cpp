// Formulas in the transcript: where they stand, that text moves only for those that are higher than a line,
// that one is one thing to select, and what is copied of it.
#include "chat/TranscriptView.h"
#include "common/Theme.h"
#include "support/Transcripts.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace {

const QString tall = QStringLiteral("$$\n\\begin{pmatrix} a \\\\ b \\\\ c \\\\ d \\\\ e \\end{pmatrix}\n$$");

struct Fixture
{
    chat::TranscriptList list;
    ui::TranscriptView view;

    explicit Fixture(const QString &text, QSize size = QSize(800, 600))
    {
        list.setMessages({support::question(1, QStringLiteral("Question")), support::answer(2, text)});
        view.resize(size);
        view.setTranscript(&list);
        view.show();
    }

    // The picture when every formula is typeset.
    QImage settled()
    {
        view.viewport()->grab();
        [this] { QTRY_VERIFY_WITH_TIMEOUT(view.isUpToDate(), 30'000); }();
        return view.viewport()->grab().toImage();
    }
};

bool isThreadRunning()
{
    const QDir tasks(QStringLiteral("/proc/self/task"));
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile name(tasks.filePath(task) + QStringLiteral("/comm"));
        if (name.open(QIODevice::ReadOnly) && name.readAll().trimmed() == "formulas")
            return true;
    }
    return false;
}

// What differs from the colour in the corner.
QRect inkIn(const QImage &image, const QRect &part)
{
    const QRgb paper = image.pixel(part.topLeft());
    QRect ink;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            if (std::abs(qGray(image.pixel(x, y)) - qGray(paper)) > 60)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

// Rows of ink from the top of the answer on: top and bottom of each.
QList<QPair<int, int>> rowsOf(const QImage &image, const QRect &part)
{
    QList<QPair<int, int>> rows;
    bool wasInk = false;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        const bool isInk = !inkIn(image, QRect(part.left(), y, part.width(), 1)).isEmpty();
        if (isInk && !wasInk)
            rows.append({y, y});
        if (isInk)
            rows.last().second = y;
        wasInk = isInk;
    }
    return rows;
}

QRect answer(const Fixture &fixture)
{
    return QRect(20, 75, fixture.view.viewport()->width() - 40, fixture.view.viewport()->height() - 80);
}

} // namespace

class TestFormulas : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsNothingForATextWithoutFormulas();
    void keepsLinesWhereTheyAre();
    void pushesLinesAwayForWhatIsTaller();
    void lowersTheMarkerWithTheLine();
    void standsInTheMiddleAndScrollsWhereItIsWide();
    void showsTheSourceOfABadOne();
    void selectsAsOneAndCopiesTheSource();
    void readsAsItsSource();
    void followsTheEndWhileFormulasGetTaller();
    void keepsThePlaceWhileFormulasAboveGetTaller();
    void isDrawnInTheColorsOfTheTheme();
    void streamsWithoutLosingAnything();
    void drawsAnUnfinishedOneAsWhatItBecomes();
};

void TestFormulas::startsNothingForATextWithoutFormulas()
{
    Fixture fixture(QStringLiteral("It costs $5 and $10. `$x$`\n\n```\n$$x$$\n```\n"));
    fixture.settled();
    QVERIFY(!isThreadRunning());
}

void TestFormulas::drawsAnUnfinishedOneAsWhatItBecomes()
{
    Fixture fixture(QString{});
    fixture.list.setMessages({support::question(1, QStringLiteral("Question")), support::streamingAnswer(2)});
    fixture.list.grow(1, {QStringLiteral("$$\n\\frac{a}{b + c"), {}});
    QRect part = answer(fixture);
    part.setHeight(50); // without what stands under the answer at the end
    const QRect open = inkIn(fixture.settled(), part);
    QVERIFY(open.left() > 250); // in the middle; its source would begin at the left
    // What cannot be typeset leaves the last state that could.
    fixture.list.grow(1, {QStringLiteral("} } "), {}});
    QCOMPARE(inkIn(fixture.settled(), part).topLeft(), open.topLeft());
}

void TestFormulas::keepsLinesWhereTheyAre()
{
    Fixture with(QStringLiteral("One\n$x$ two\nthree $n$ $a+b$\nfour"));
    Fixture without(QStringLiteral("One\nx two\nthree n a+b\nfour"));
    const QImage a = with.settled();
    const QImage b = without.settled();
    QVERIFY(isThreadRunning());
    // The last line stands at the same height in both.
    const QList<QPair<int, int>> formulas = rowsOf(a, answer(with));
    const QList<QPair<int, int>> words = rowsOf(b, answer(without));
    QCOMPARE(formulas.size(), words.size());
    QCOMPARE(formulas.value(3).second, words.value(3).second);
    QCOMPARE(formulas.value(0), words.value(0));
    // A small letter stands on the line as the words after it do.
    QVERIFY(std::abs(formulas.value(1).second - words.value(1).second) <= 1);
}

void TestFormulas::pushesLinesAwayForWhatIsTaller()
{
    Fixture with(QStringLiteral("One\ntwo $\\dfrac{\\dfrac{a}{b}}{\\dfrac{c}{d}}$ two\nthree"));
    Fixture without(QStringLiteral("One\ntwo a two\nthree"));
    const QList<QPair<int, int>> formulas = rowsOf(with.settled(), answer(with));
    const QList<QPair<int, int>> words = rowsOf(without.settled(), answer(without));
    QCOMPARE(formulas.first(), words.first());
    // Two lines more, and no part of it on the line above or below.
    QVERIFY(formulas.last().first - words.last().first > 40);
    QVERIFY(formulas[1].first > formulas[0].second + 1);
}

void TestFormulas::lowersTheMarkerWithTheLine()
{
    Fixture f(QStringLiteral("1. H and $\\dfrac{\\dfrac{1}{2}}{\\dfrac{3}{4}}$"));
    const QImage image = f.settled();
    QAccessibleTextInterface *text =
        QAccessible::queryAccessibleInterface(&f.view)->child(1)->textInterface();
    QRect letter = text->characterRect(static_cast<int>(text->text(0, -1).indexOf(u'H')));
    letter.moveTopLeft(f.view.viewport()->mapFromGlobal(letter.topLeft()));
    letter.adjust(0, -20, 0, 20); // the line is a high one
    const QRect marker(letter.left() - 22, letter.top(), 20, letter.height());
    QVERIFY(!inkIn(image, marker).isEmpty());
    QCOMPARE(inkIn(image, marker).bottom(), inkIn(image, letter).bottom());
}

void TestFormulas::standsInTheMiddleAndScrollsWhereItIsWide()
{
    Fixture small(QStringLiteral("$$\nx+y\n$$"));
    const QRect ink = inkIn(small.settled(), QRect(20, 75, small.view.viewport()->width() - 40, 40));
    QVERIFY(std::abs(ink.center().x() - small.view.viewport()->width() / 2) <= 3);

    Fixture wide(QStringLiteral("$$\n") + QStringLiteral("a+b+c+d+").repeated(30) + QStringLiteral("z\n$$"));
    const QImage before = wide.settled();
    const QPoint point(300, 90);
    QWheelEvent wheel(point, wide.view.viewport()->mapToGlobal(point), {}, QPoint(-400, 0), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(wide.view.viewport(), &wheel);
    QVERIFY(wide.settled() != before);
}

void TestFormulas::showsTheSourceOfABadOne()
{
    Fixture fixture(QStringLiteral("$$\n\\frac{a}{b\n$$\n\nline $\\sqrt$ line"));
    const QImage image = fixture.settled();
    QCOMPARE(rowsOf(image, answer(fixture)).value(2).first > 0, true); // three lines of source
    // A sign at the right.
    QVERIFY(!inkIn(image, QRect(image.width() - 80, 75, 60, 24)).isEmpty());
}

void TestFormulas::selectsAsOneAndCopiesTheSource()
{
    Fixture fixture(QStringLiteral("$$\nx+y\n$$\n\nand $\\frac{a}{b}$ end"));
    const QImage image = fixture.settled();
    const QRect ink = inkIn(image, QRect(20, 75, image.width() - 40, 40));
    // From before the block to its end.
    QTest::mousePress(fixture.view.viewport(), Qt::LeftButton, {}, QPoint(40, ink.center().y()));
    QTest::mouseMove(fixture.view.viewport(), QPoint(ink.right() + 20, ink.center().y()));
    QTest::mouseRelease(fixture.view.viewport(), Qt::LeftButton, {},
                        QPoint(ink.right() + 20, ink.center().y()));
    QCOMPARE(fixture.view.selectedText(), QStringLiteral("$$\nx+y\n$$"));
    // From the left end of the line to the middle of the word after the formula in it.
    const QList<QPair<int, int>> rows = rowsOf(image, answer(fixture));
    const int y = (rows[1].first + rows[1].second) / 2;
    const QRect line =
        inkIn(image, QRect(20, rows[1].first - 2, image.width() - 40, rows[1].second - rows[1].first + 4));
    QTest::mousePress(fixture.view.viewport(), Qt::LeftButton, {}, QPoint(line.left(), y));
    QTest::mouseMove(fixture.view.viewport(), QPoint(line.right() - 14, y));
    QTest::mouseRelease(fixture.view.viewport(), Qt::LeftButton, {}, QPoint(line.right() - 14, y));
    QVERIFY2(fixture.view.selectedText().startsWith(QStringLiteral("and $\\frac{a}{b}$ ")),
             qPrintable(fixture.view.selectedText()));
    fixture.view.selectAll();
    QVERIFY(fixture.view.selectedText().contains(QStringLiteral("and $\\frac{a}{b}$ end")));
}

void TestFormulas::readsAsItsSource()
{
    Fixture fixture(QStringLiteral("Let $x_1$ be\n\n\\[\ny = x^2\n\\]\n"));
    fixture.settled();
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&fixture.view);
    QVERIFY(list && list->childCount() == 2);
    QAccessibleInterface *message = list->child(1);
    QVERIFY(message->textInterface());
    const QString text = message->textInterface()->text(0, message->textInterface()->characterCount());
    QVERIFY2(text.contains(QStringLiteral("Let $x_1$ be")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("y = x^2")), qPrintable(text));
}

void TestFormulas::followsTheEndWhileFormulasGetTaller()
{
    Fixture fixture(tall + QStringLiteral("\n\nword\n\n").repeated(20) + tall, QSize(800, 300));
    QVERIFY(fixture.view.isAtEnd());
    fixture.settled();
    QVERIFY(fixture.view.isAtEnd());
    QCOMPARE(fixture.view.verticalScrollBar()->value(), fixture.view.verticalScrollBar()->maximum());
}

// Whoever reads does not see the text move because a formula above got its height.
void TestFormulas::keepsThePlaceWhileFormulasAboveGetTaller()
{
    QString text;
    for (int i = 0; i < 12; ++i)
        text += QStringLiteral("Paragraph %1\n\n").arg(i) + QString(tall).replace(u'a', QString::number(i)) +
                QStringLiteral("\n\n");
    Fixture fixture(text + QStringLiteral("word\n\n").repeated(60), QSize(800, 300));
    QScrollBar *bar = fixture.view.verticalScrollBar();
    bar->setValue(bar->maximum() - 700);
    const QImage image = fixture.view.viewport()->grab().toImage();
    QCOMPARE(fixture.settled(), image);
}

void TestFormulas::isDrawnInTheColorsOfTheTheme()
{
    const QPalette before = QApplication::palette();
    QApplication::setPalette(ui::Theme::lightPalette());
    Fixture fixture(QStringLiteral("$$\n\\rule{2em}{2em}\n$$"));
    const QImage light = fixture.settled();
    const QPoint inside = inkIn(light, QRect(20, 75, light.width() - 40, 60)).center();
    QVERIFY(qGray(light.pixel(inside)) < 60);
    QApplication::setPalette(ui::Theme::darkPalette());
    const auto brightness = [&] { return qGray(fixture.view.viewport()->grab().toImage().pixel(inside)); };
    [&] { QTRY_VERIFY(brightness() > 200); }();
    QApplication::setPalette(before);
}

void TestFormulas::streamsWithoutLosingAnything()
{
    const QString text = QStringLiteral("Let $x^2$ be:\n\n$$\n\\frac{a}{b}\n$$\n\nand \\(c\\) done.");
    chat::TranscriptList list;
    list.setMessages({support::question(1, QStringLiteral("Q")), support::streamingAnswer(2)});
    ui::TranscriptView view;
    view.resize(800, 600);
    view.setTranscript(&list);
    view.show();
    for (qsizetype i = 0; i < text.size(); i += 3) {
        list.grow(1, {text.mid(i, 3), {}});
        QTRY_VERIFY_WITH_TIMEOUT(view.isUpToDate(), 30'000);
    }
    support::finish(list);
    QTRY_VERIFY(view.isUpToDate());
    Fixture whole(text);
    const QImage expected = whole.settled();
    QTRY_VERIFY_WITH_TIMEOUT(
        view.viewport()->grab().toImage().copy(0, 75, 780, 120) == expected.copy(0, 75, 780, 120), 10'000);
}

QTEST_MAIN(TestFormulas)
#include "tst_Formulas.moc"
