#include "common/Theme.h"

#include <QTest>

using ui::Theme;

namespace {

QPalette foreign(QRgb window, QRgb base, QRgb text, QRgb highlight)
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Highlight, highlight);
    return palette;
}

struct Pair
{
    const char *name;
    QColor Theme::*front;
    QColor Theme::*back;
};

// Every pair of words and ground that look.md puts together.
const Pair textPairs[] = {
    {"text on base", &Theme::text, &Theme::base},
    {"text on window", &Theme::text, &Theme::window},
    {"text on rail", &Theme::text, &Theme::rail},
    {"text on sunken", &Theme::text, &Theme::sunken},
    {"text on button", &Theme::text, &Theme::button},
    {"text on button hover", &Theme::text, &Theme::buttonHover},
    {"text on hover", &Theme::text, &Theme::hover},
    {"text on pressed", &Theme::text, &Theme::pressed},
    {"text on here", &Theme::text, &Theme::here},
    {"text on selected", &Theme::text, &Theme::selected},
    {"text on accent tint", &Theme::text, &Theme::accentTint},
    {"text on warn tint", &Theme::text, &Theme::warnTint},
    {"text on bad tint", &Theme::text, &Theme::badTint},
    {"text on find mark", &Theme::text, &Theme::findMark},
    {"text2 on base", &Theme::text2, &Theme::base},
    {"text2 on window", &Theme::text2, &Theme::window},
    {"text2 on rail", &Theme::text2, &Theme::rail},
    {"text2 on hover", &Theme::text2, &Theme::hover},
    {"text2 on pressed", &Theme::text2, &Theme::pressed},
    {"text2 on selected", &Theme::text2, &Theme::selected},
    {"text2 on bad tint", &Theme::text2, &Theme::badTint},
    {"text3 on base", &Theme::text3, &Theme::base},
    {"text3 on window", &Theme::text3, &Theme::window},
    {"text3 on sunken", &Theme::text3, &Theme::sunken},
    {"text3 on hover", &Theme::text3, &Theme::hover},
    {"text3 on selected", &Theme::text3, &Theme::selected},
    {"label on accent", &Theme::onAccent, &Theme::accent},
    {"label on accent hover", &Theme::onAccent, &Theme::accentHover},
    {"label on accent pressed", &Theme::onAccent, &Theme::accentPressed},
    {"accent text on base", &Theme::accentText, &Theme::base},
    {"accent text on window", &Theme::accentText, &Theme::window},
    {"accent text on accent tint", &Theme::accentText, &Theme::accentTint},
    {"ok on base", &Theme::ok, &Theme::base},
    {"ok on its tint", &Theme::ok, &Theme::okTint},
    {"warn on base", &Theme::warn, &Theme::base},
    {"warn on its tint", &Theme::warn, &Theme::warnTint},
    {"bad on base", &Theme::bad, &Theme::base},
    {"bad on its tint", &Theme::bad, &Theme::badTint},
    {"bad on button", &Theme::bad, &Theme::button},
    {"bad on pressed", &Theme::bad, &Theme::pressed},
    {"keyword", &Theme::codeKeyword, &Theme::sunken},
    {"string", &Theme::codeString, &Theme::sunken},
    {"number", &Theme::codeNumber, &Theme::sunken},
    {"comment", &Theme::codeComment, &Theme::sunken},
    {"function", &Theme::codeFunction, &Theme::sunken},
    {"type", &Theme::codeType, &Theme::sunken},
    {"deleted", &Theme::bad, &Theme::sunken},
    {"keyword, selected", &Theme::codeKeyword, &Theme::selected},
    {"string, selected", &Theme::codeString, &Theme::selected},
    {"number, selected", &Theme::codeNumber, &Theme::selected},
    {"comment, selected", &Theme::codeComment, &Theme::selected},
    {"function, selected", &Theme::codeFunction, &Theme::selected},
    {"type, selected", &Theme::codeType, &Theme::selected},
    {"deleted, selected", &Theme::bad, &Theme::selected},
};

const Pair shapePairs[] = {
    {"outline on base", &Theme::outline, &Theme::base},
    {"disabled on base", &Theme::disabled, &Theme::base},
    {"focus ring on base", &Theme::accentText, &Theme::base},
    {"focus ring on window", &Theme::accentText, &Theme::window},
};

int farthestChannel(const QColor &a, const QColor &b)
{
    return std::max(
        {std::abs(a.red() - b.red()), std::abs(a.green() - b.green()), std::abs(a.blue() - b.blue())});
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPairIsLegible_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << Theme::lightPalette();
        QTest::newRow("dark") << Theme::darkPalette();
        QTest::newRow("high contrast") << foreign(0x000000, 0x000000, 0xffffff, 0x1aebff);
        QTest::newRow("high contrast white") << foreign(0xffffff, 0xffffff, 0x000000, 0x000000);
        QTest::newRow("solarized light") << foreign(0xeee8d5, 0xfdf6e3, 0x657b83, 0x268bd2);
        QTest::newRow("solarized dark") << foreign(0x073642, 0x002b36, 0x839496, 0x268bd2);
        QTest::newRow("pure black") << foreign(0x000000, 0x000000, 0xc0c0c0, 0x3daee9);
        QTest::newRow("yellow accent") << foreign(0xf0f0f0, 0xffffff, 0x202020, 0xffd400);
        QTest::newRow("middling accent") << foreign(0xf0f0f0, 0xffffff, 0x202020, 0x777777);
    }
    void everyPairIsLegible()
    {
        QFETCH(QPalette, palette);
        const Theme theme = Theme::from(palette);
        for (const Pair &pair : textPairs) {
            const double found = ui::contrast(theme.*pair.front, theme.*pair.back);
            QVERIFY2(found >= 4.5,
                     qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(pair.name)).arg(found)));
        }
        for (const Pair &pair : shapePairs) {
            const double found = ui::contrast(theme.*pair.front, theme.*pair.back);
            QVERIFY2(found >= 3.0,
                     qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(pair.name)).arg(found)));
        }
    }

    void keepsWhatTheDesktopChose()
    {
        const Theme theme = Theme::from(foreign(0xeff0f1, 0xffffff, 0x232629, 0x2a5db0));
        QCOMPARE(theme.window, QColor(0xeff0f1));
        QCOMPARE(theme.base, QColor(0xffffff));
        QCOMPARE(theme.text, QColor(0x232629));
        QCOMPARE(theme.accent, QColor(0x2a5db0));
        QCOMPARE(theme.onAccent, QColor(0xffffff));
        QVERIFY(!theme.isDark);
    }

    void putsDarkWordsOnALightAccent()
    {
        const Theme theme = Theme::from(foreign(0xf0f0f0, 0xffffff, 0x202020, 0xffd400));
        QCOMPARE(theme.accent, QColor(0xffd400));
        QVERIFY(ui::contrast(theme.onAccent, Qt::black) < 2.0);
    }

    void ourOwnPalettesGiveTheSheet()
    {
        const Theme light = Theme::from(Theme::lightPalette());
        QCOMPARE(light.outline, QColor(0x8e8b86));
        QCOMPARE(light.selected, QColor(0xdce5f2));
        QVERIFY(!light.isDark);
        const Theme dark = Theme::from(Theme::darkPalette());
        QCOMPARE(dark.accentText, QColor(0x86aeeb));
        QCOMPARE(dark.here, QColor(0x2a2b2f));
        QVERIFY(dark.isDark);
    }

    // The last column of the sheet's table is meant to land near its hex values.
    void derivationLandsNearTheSheet_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << Theme::lightPalette();
        QTest::newRow("dark") << Theme::darkPalette();
    }
    void derivationLandsNearTheSheet()
    {
        QFETCH(QPalette, palette);
        const Theme sheet = Theme::from(palette);
        const Theme derived = Theme::derived(palette);
        const Pair roles[] = {
            {"rail", &Theme::rail, nullptr},
            {"sunken", &Theme::sunken, nullptr},
            {"button", &Theme::button, nullptr},
            {"text2", &Theme::text2, nullptr},
            {"text3", &Theme::text3, nullptr},
            {"line", &Theme::line, nullptr},
            {"lineStrong", &Theme::lineStrong, nullptr},
            {"outline", &Theme::outline, nullptr},
            {"hover", &Theme::hover, nullptr},
            {"pressed", &Theme::pressed, nullptr},
            {"here", &Theme::here, nullptr},
            {"accent", &Theme::accent, nullptr},
            {"accentHover", &Theme::accentHover, nullptr},
            {"selected", &Theme::selected, nullptr},
            {"accentTint", &Theme::accentTint, nullptr},
            {"scrollHandle", &Theme::scrollHandle, nullptr},
        };
        for (const Pair &role : roles) {
            const int apart = farthestChannel(sheet.*role.front, derived.*role.front);
            QVERIFY2(apart <= 10,
                     qPrintable(QStringLiteral("%1 is %2 apart").arg(QLatin1String(role.name)).arg(apart)));
        }
    }

    void contrastIsThatOfWcag()
    {
        QCOMPARE(ui::contrast(Qt::black, Qt::white), 21.0);
        QVERIFY(std::abs(ui::contrast(QColor(0x767676), Qt::white) - 4.54) < 0.01);
    }

    void keptThemesStayValid()
    {
        const Theme &first = Theme::of(Theme::lightPalette());
        for (QRgb shade = 0; shade < 64; ++shade) {
            Theme::of(foreign(0xf0f0f0 + shade % 16, 0xffffff, 0x202020, 0x2a5d00 + shade));
        }
        QCOMPARE(first, Theme::from(Theme::lightPalette()));
        QCOMPARE(&Theme::of(Theme::lightPalette()), &first);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_Theme.moc"
