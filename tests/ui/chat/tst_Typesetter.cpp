// Formulas through MathJax: what they become, that bad and hostile ones end and leave no trace, and that
// nothing of it runs before the first one.
#include "chat/FormulaEngine.h"
#include "chat/Typesetter.h"
#include "support/CpuTime.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

namespace {

std::shared_ptr<const FormulaPicture> typesetNow(Typesetter &typesetter, const QString &tex,
                                                 FormulaStyle style = FormulaStyle::Display)
{
    typesetter.formula(tex, style);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(typesetter.known(tex, style), 30'000); }();
    return typesetter.known(tex, style);
}

QFont textFont()
{
    QFont font;
    font.setPixelSize(20);
    return font;
}

// Where there is ink, in pixels from the baseline's left end.
QRect inkOf(const std::shared_ptr<const FormulaPicture> &formula, const QColor &color = Qt::black)
{
    const QPoint origin(50, 200);
    QImage image(900, 400, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    formula->draw(painter, origin, formulaEm(textFont()), color);
    painter.end();
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 64)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink.translated(-origin);
}

QStringList threads()
{
    QStringList names;
    for (const QFileInfo &task :
         QDir(QStringLiteral("/proc/self/task")).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile name(task.filePath() + QStringLiteral("/comm"));
        if (name.open(QIODevice::ReadOnly))
            names.append(QString::fromUtf8(name.readAll()).trimmed());
    }
    return names;
}

QSet<QString> openFiles()
{
    QSet<QString> files;
    for (const QFileInfo &file : QDir(QStringLiteral("/proc/self/fd"))
                                     .entryInfoList(QDir::Files | QDir::System | QDir::NoDotAndDotDot))
        files.insert(file.symLinkTarget());
    return files;
}

} // namespace

class TestTypesetter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasMathJax();
    void startsNothingBeforeTheFirstFormula();
    void typesets_data();
    void typesets();
    void standsOnTheBaselineAtTheSizeOfTheText();
    void drawsChineseWhereItStands();
    void drawsWhatIsStretched();
    void takesTheColorOfTheTextWithoutAnotherRun();
    void remembersWhatItTypeset();
    void says_data();
    void says();
    void endsWhatTakesTooLong();
    void endsWithWorkLeft();
    void forgetsWhatAFormulaDefined();
    void loadsNothingForHostileTex_data();
    void loadsNothingForHostileTex();
    void letsNothingButShapesThrough_data();
    void letsNothingButShapesThrough();

private:
    Typesetter m_typesetter;
};

// tests/run puts it there; without it there is nothing to test.
void TestTypesetter::hasMathJax()
{
    QVERIFY(FormulaEngine::isBuiltIn());
}

void TestTypesetter::startsNothingBeforeTheFirstFormula()
{
    Typesetter typesetter;
    QVERIFY(!typesetter.known(QStringLiteral("x"), FormulaStyle::Inline));
    QVERIFY(!typesetter.isStarted());
    QVERIFY(!threads().contains(QStringLiteral("formulas")));
    QVERIFY(typesetNow(typesetter, QStringLiteral("x"))->formula().isGood());
    QVERIFY(threads().contains(QStringLiteral("formulas")));
}

void TestTypesetter::typesets_data()
{
    QTest::addColumn<QString>("tex");
    const auto row = [](const char *name, const char16_t *tex) {
        QTest::newRow(name) << QString::fromUtf16(tex);
    };
    row("roots", u"x = \\frac{-b \\pm \\sqrt{b^2-4ac}}{2a}");
    row("integral", u"\\int_{-\\infty}^{\\infty} e^{-x^2}\\,dx = \\sqrt{\\pi}");
    row("matrix", u"\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}^{-1}");
    row("aligned", u"\\begin{aligned} a &= b \\\\ &= c \\end{aligned}");
    row("align with numbers", u"\\begin{align} a &= b \\tag{1} \\\\ c &= d \\notag \\end{align}");
    row("cases", u"f(x) = \\begin{cases} 1 & x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}");
    row("chemistry", u"\\ce{2H2 + O2 -> 2H2O} \\quad \\ce{SO4^2- + Ba^2+ -> BaSO4 v}");
    row("chinese", u"v = \\frac{\\text{距离}}{\\text{时间}}");
    row("frame", u"\\begin{array}{|c|c|} \\hline a & b \\\\ \\hline \\end{array} \\boxed{x} \\cancel{y}");
    row("stretched", u"\\overbrace{a+b+c+d+e}^{n} \\xrightarrow{long words} \\widehat{abc}");
    row("tall brackets", u"\\left( \\begin{matrix} a\\\\b\\\\c\\\\d\\\\e\\\\f \\end{matrix} \\right\\}");
    row("letters", u"\\mathbb{R} \\mathcal{L} \\mathfrak{g} \\mathbf{v} \\bm{\\alpha} \\boldsymbol{\\beta}");
    row("color", u"\\color{red}{x} \\textcolor{#0a0}{y} \\colorbox{yellow}{z}");
    row("unknown command", u"\\unknowncommand{x}");
}

void TestTypesetter::typesets()
{
    QFETCH(QString, tex);
    const auto formula = typesetNow(m_typesetter, tex);
    QVERIFY2(formula->formula().isGood(), qPrintable(formula->formula().message));
    const Formula &facts = formula->formula();
    QVERIFY(facts.width > 0 && facts.height > 0 && facts.depth >= 0);
    const QRect ink = inkOf(formula);
    const qreal em = formulaEm(textFont());
    QVERIFY(!ink.isEmpty());
    // As wide and high as it says, so that nothing is cut off and nothing stands apart.
    QVERIFY(std::abs(ink.width() - facts.width * em) < em);
    QVERIFY(ink.top() >= -facts.height * em - 2 && ink.bottom() <= facts.depth * em + 2);
}

void TestTypesetter::standsOnTheBaselineAtTheSizeOfTheText()
{
    const QRect x = inkOf(typesetNow(m_typesetter, QStringLiteral("x"), FormulaStyle::Inline));
    QVERIFY(std::abs(x.bottom()) <= 1);
    QVERIFY(std::abs(x.height() - QFontMetricsF(textFont()).xHeight()) <= 2);
    const QRect y = inkOf(typesetNow(m_typesetter, QStringLiteral("y"), FormulaStyle::Inline));
    QVERIFY(y.bottom() > 2);
    // In a line a sum keeps its limits beside it.
    const QString sum = QStringLiteral("\\sum_{i=1}^n");
    QVERIFY(inkOf(typesetNow(m_typesetter, sum, FormulaStyle::Inline)).height() <
            inkOf(typesetNow(m_typesetter, sum, FormulaStyle::Display)).height() / 1.5);
}

void TestTypesetter::drawsChineseWhereItStands()
{
    const auto formula = typesetNow(m_typesetter, QStringLiteral("\\text{速度}"));
    const QRect ink = inkOf(formula);
    const qreal em = formulaEm(textFont());
    QVERIFY(ink.width() > 1.2 * em && ink.width() < 2.2 * em);
    QVERIFY(ink.bottom() < 0.4 * em && ink.height() < 1.2 * em);
}

// A brace over a word is as wide as the word, without holes.
void TestTypesetter::drawsWhatIsStretched()
{
    const auto formula = typesetNow(
        m_typesetter, QStringLiteral("\\overline{\\phantom{abcdefgh}}\\xrightarrow{\\phantom{abcdefgh}}"));
    QImage image(600, 200, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const qreal em = formulaEm(textFont());
    formula->draw(painter, QPointF(10, 100), em, Qt::black);
    painter.end();
    int empty = 0;
    for (int x = 16; x < 10 + formula->formula().width * em - 6; ++x) {
        bool hasInk = false;
        for (int y = 0; y < image.height(); ++y)
            hasInk = hasInk || qAlpha(image.pixel(x, y)) > 64;
        empty += hasInk ? 0 : 1;
    }
    QVERIFY2(empty <= 8, qPrintable(QString::number(empty))); // between the two
}

void TestTypesetter::takesTheColorOfTheTextWithoutAnotherRun()
{
    const auto formula = typesetNow(m_typesetter, QStringLiteral("\\frac{a}{\\color{red}b}"));
    const int runs = m_typesetter.runs();
    const qreal em = formulaEm(textFont());
    for (const QColor &color : {QColor(Qt::black), QColor(Qt::white), QColor(10, 200, 30)}) {
        QImage image(100, 100, QImage::Format_ARGB32_Premultiplied);
        image.fill(color == QColor(Qt::white) ? Qt::black : Qt::white);
        QPainter painter(&image);
        formula->draw(painter, QPointF(10, 50), em, color);
        painter.end();
        bool hasColor = false;
        bool hasRed = false;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                hasColor = hasColor || image.pixelColor(x, y) == color;
                hasRed = hasRed || image.pixelColor(x, y).red() - image.pixelColor(x, y).green() > 150;
            }
        }
        QVERIFY(hasColor);
        QVERIFY(hasRed); // its own colours stay
    }
    QCOMPARE(m_typesetter.runs(), runs);
}

void TestTypesetter::remembersWhatItTypeset()
{
    const QString tex = QStringLiteral("a+b");
    const auto formula = typesetNow(m_typesetter, tex);
    const int runs = m_typesetter.runs();
    QCOMPARE(m_typesetter.formula(tex, FormulaStyle::Display), formula);
    QCOMPARE(m_typesetter.runs(), runs);
    // Asked for many times at once it is typeset once.
    for (int i = 0; i < 5; ++i)
        m_typesetter.formula(QStringLiteral("c+d"), FormulaStyle::Inline);
    QTRY_VERIFY(m_typesetter.known(QStringLiteral("c+d"), FormulaStyle::Inline));
    QCOMPARE(m_typesetter.runs(), runs + 1);
}

void TestTypesetter::says_data()
{
    QTest::addColumn<QString>("tex");
    QTest::addColumn<int>("trouble");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QString &tex, Formula::Trouble trouble,
                        const char16_t *words) {
        QTest::newRow(name) << tex << static_cast<int>(trouble) << QString::fromUtf16(words);
    };
    using Trouble = Formula::Trouble;
    row("open brace", QStringLiteral("\\frac{a"), Trouble::Tex, u"Missing close brace");
    row("no argument", QStringLiteral("\\sqrt"), Trouble::Tex, u"Missing argument for \\sqrt");
    row("unknown environment", QStringLiteral("\\begin{foo}x\\end{foo}"), Trouble::Tex,
        u"Unknown environment 'foo'");
    row("endless macro", QStringLiteral("\\def\\a{\\a\\a}\\a"), Trouble::Tex, u"maximum macro substitution");
    row("growing macro", QStringLiteral("\\def\\a#1{\\a{#1#1}}\\a{xxxxxxxx}"), Trouble::Tex, u"buffer");
    row("deep", QStringLiteral("{").repeated(400) + QStringLiteral("}").repeated(400), Trouble::Tex,
        u"call stack");
    row("long", QStringLiteral("x+").repeated(10'001), Trouble::TooLong, u"");
    row("wide", QStringLiteral("\\hspace{100000em}x"), Trouble::TooLarge, u"");
}

void TestTypesetter::says()
{
    QFETCH(QString, tex);
    QFETCH(int, trouble);
    QFETCH(QString, words);
    const auto formula = typesetNow(m_typesetter, tex);
    QCOMPARE(static_cast<int>(formula->formula().trouble), trouble);
    QVERIFY2(formulaTrouble(formula->formula()).contains(words),
             qPrintable(formulaTrouble(formula->formula())));
    QVERIFY(!formulaTrouble(formula->formula()).isEmpty());
    QVERIFY(typesetNow(m_typesetter, QStringLiteral("y_{%1}").arg(m_typesetter.runs()))->formula().isGood());
}

// However long a formula is at it, the window goes on and the next formula is typeset.
void TestTypesetter::endsWhatTakesTooLong()
{
    Typesetter typesetter;
    const QString slow = QStringLiteral("\\begin{matrix}") +
                         QStringLiteral("\\frac{a}{\\sqrt{b}}&").repeated(900) +
                         QStringLiteral("\\end{matrix}");
    QElapsedTimer timer;
    timer.start();
    double longestTurn = 0;
    typesetter.formula(slow, FormulaStyle::Display);
    typesetter.formula(QStringLiteral("x"), FormulaStyle::Display);
    while (!typesetter.known(QStringLiteral("x"), FormulaStyle::Display) && timer.elapsed() < 60'000) {
        // What this thread itself does: the machine may be busy with other tests.
        const double before = support::cpuMilliseconds();
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        longestTurn = std::max(longestTurn, support::cpuMilliseconds() - before);
    }
    QVERIFY(typesetter.known(QStringLiteral("x"), FormulaStyle::Display)->formula().isGood());
    QCOMPARE(typesetter.known(slow, FormulaStyle::Display)->formula().trouble, Formula::Trouble::TooLong);
    QVERIFY2(longestTurn < 20, qPrintable(QString::number(longestTurn)));
}

void TestTypesetter::endsWithWorkLeft()
{
    QElapsedTimer timer;
    {
        Typesetter typesetter;
        for (int i = 0; i < 1000; ++i)
            typesetter.formula(QStringLiteral("x_{%1}").arg(i), FormulaStyle::Inline);
        QTRY_VERIFY(typesetter.known(QStringLiteral("x_{0}"), FormulaStyle::Inline));
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

void TestTypesetter::forgetsWhatAFormulaDefined()
{
    const auto before = typesetNow(m_typesetter, QStringLiteral("\\frac{1}{2}\\mine"));
    for (const QString &tex :
         {QStringLiteral("\\def\\mine{b}\\def\\frac#1#2{c}"), QStringLiteral("\\newcommand{\\mine}{b}"),
          QStringLiteral("\\let\\frac\\sqrt x"), QStringLiteral("\\DeclareMathOperator{\\mine}{op}"),
          QStringLiteral("\\renewcommand{\\frac}[2]{d}")})
        typesetNow(m_typesetter, tex + QStringLiteral(" z"));
    // The same again, written so that it is not found among those known.
    const auto after = typesetNow(m_typesetter, QStringLiteral("\\frac{1}{2} \\mine"));
    QCOMPARE(after->formula().svg, before->formula().svg);
}

void TestTypesetter::loadsNothingForHostileTex_data()
{
    QTest::addColumn<QString>("tex");
    const QStringList all{QStringLiteral("\\href{http://evil.example/}{x}"),
                          QStringLiteral("\\href{javascript:alert(1)}{x}"),
                          QStringLiteral("\\includegraphics{/etc/passwd}"),
                          QStringLiteral("\\includegraphics{http://evil.example/a.png}"),
                          QStringLiteral("\\require{html}\\style{background:url(http://evil.example/)}{x}"),
                          QStringLiteral("\\class{a}{x}\\cssId{b}{y}"),
                          QStringLiteral("\\input{/etc/passwd}"),
                          QStringLiteral("\\color{url(http://evil.example/)}x"),
                          QStringLiteral("\\text{<image href=\"file:///etc/passwd\"/>}"),
                          QStringLiteral("\\text{<script>x</script> &amp; ]]>}"),
                          QStringLiteral("\\mmlToken{mi}[mathcolor=\"url(file:///dev/zero)\"]{x}"),
                          QStringLiteral("\\mmlToken{mglyph}[src=\"http://evil.example/\"]{x}"),
                          QStringLiteral("\\unicode{x41}\\bbox[url(x)]{y}"),
                          QStringLiteral("\\colorbox{red\" onload=\"x}{y}")};
    for (const QString &tex : all)
        QTest::newRow(qPrintable(tex)) << tex;
}

void TestTypesetter::loadsNothingForHostileTex()
{
    QFETCH(QString, tex);
    typesetNow(m_typesetter, QStringLiteral("\\text{warm 速}"));
    const QSet<QString> before = openFiles();
    const auto formula = typesetNow(m_typesetter, tex);
    if (formula->formula().isGood()) {
        QVERIFY(isHarmless(formula->formula().svg));
        inkOf(formula);
    }
    QCOMPARE(openFiles() - before, QSet<QString>());
}

void TestTypesetter::letsNothingButShapesThrough_data()
{
    QTest::addColumn<QByteArray>("inner");
    QTest::addColumn<bool>("isHarmless");
    QTest::newRow("path") << QByteArray("<g transform=\"scale(1,-1)\"><path d=\"M1 2Q3 4 5 6Z\"/></g>")
                          << true;
    QTest::newRow("text") << QByteArray("<text font-size=\"884px\" fill=\"red\">速 &lt;</text>") << true;
    QTest::newRow("image") << QByteArray("<image href=\"a.png\"/>") << false;
    QTest::newRow("use") << QByteArray("<use xlink:href=\"#a\" xmlns:xlink=\"x\"/>") << false;
    QTest::newRow("link") << QByteArray("<a href=\"http://a\"><path d=\"M1 2\"/></a>") << false;
    QTest::newRow("style") << QByteArray("<style>a{}</style>") << false;
    QTest::newRow("attribute") << QByteArray("<path style=\"fill:url(a)\" d=\"M1 2\"/>") << false;
    QTest::newRow("paint") << QByteArray("<path fill=\"url(http://a)\" d=\"M1 2\"/>") << false;
    QTest::newRow("address") << QByteArray("<text font-family=\"http://a\">a</text>") << false;
    QTest::newRow("entity") << QByteArray("<text>&a;</text>") << false;
    QTest::newRow("comment") << QByteArray("<!-- a -->") << false;
    QTest::newRow("other order") << QByteArray("<g><text>a</g></text>") << false;
    QTest::newRow("single quotes") << QByteArray("<path d='M1 2'/>") << false;
    QTest::newRow("broken") << QByteArray("<g>") << false;
}

void TestTypesetter::letsNothingButShapesThrough()
{
    QFETCH(QByteArray, inner);
    QFETCH(bool, isHarmless);
    QCOMPARE(
        ui::isHarmless("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 -1 2 3\">" + inner + "</svg>"),
        isHarmless);
}

QTEST_MAIN(TestTypesetter)
#include "tst_Typesetter.moc"
