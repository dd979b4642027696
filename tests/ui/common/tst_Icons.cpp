#include "common/Icons.h"
#include "common/Theme.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QTest>

using ui::IconColor;
using ui::Theme;

namespace {

QImage imageOf(const QIcon &icon, int side, qreal scale, QIcon::Mode mode = QIcon::Normal,
               QIcon::State state = QIcon::Off)
{
    return icon.pixmap(QSize(side, side), scale, mode, state)
        .toImage()
        .convertToFormat(QImage::Format_ARGB32);
}

// The colour of what is fully covered; invalid where nothing is, or where there are two.
QColor inkOf(const QImage &image)
{
    QColor ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            if (color.alpha() == 255 && ink.isValid() && color != ink) {
                return {};
            }
            if (color.alpha() == 255) {
                ink = color;
            }
        }
    }
    return ink;
}

int halfCovered(const QImage &image, int row)
{
    int found = 0;
    for (int x = 0; x < image.width(); ++x) {
        const int alpha = image.pixelColor(x, row).alpha();
        found += alpha > 12 && alpha < 243 ? 1 : 0;
    }
    return found;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QApplication::setPalette(Theme::lightPalette()); }

    void everyIconDraws()
    {
        const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
        QVERIFY(files.size() > 50);
        for (const QString &file : files) {
            const QImage image = imageOf(ui::icon(file.chopped(4)), 20, 2);
            QVERIFY2(inkOf(image) == Theme::of(QApplication::palette()).text2, qPrintable(file));
        }
    }

    void takesTheColourOfItsRole_data()
    {
        QTest::addColumn<IconColor>("color");
        QTest::addColumn<QIcon::Mode>("mode");
        QTest::addColumn<QIcon::State>("state");
        QTest::addColumn<QColor Theme::*>("role");
        QTest::newRow("text") << IconColor::Text << QIcon::Normal << QIcon::Off << &Theme::text;
        QTest::newRow("text3") << IconColor::Text3 << QIcon::Normal << QIcon::Off << &Theme::text3;
        QTest::newRow("on accent") << IconColor::OnAccent << QIcon::Active << QIcon::Off << &Theme::onAccent;
        QTest::newRow("ok") << IconColor::Ok << QIcon::Normal << QIcon::Off << &Theme::ok;
        QTest::newRow("warn") << IconColor::Warn << QIcon::Selected << QIcon::Off << &Theme::warn;
        QTest::newRow("bad") << IconColor::Bad << QIcon::Normal << QIcon::Off << &Theme::bad;
        QTest::newRow("checked") << IconColor::Text2 << QIcon::Normal << QIcon::On << &Theme::accentText;
        QTest::newRow("disabled") << IconColor::Bad << QIcon::Disabled << QIcon::Off << &Theme::disabled;
    }
    void takesTheColourOfItsRole()
    {
        QFETCH(IconColor, color);
        QFETCH(QIcon::Mode, mode);
        QFETCH(QIcon::State, state);
        QFETCH(QColor Theme::*, role);
        const QIcon icon = ui::icon(QStringLiteral("plus"), color);
        for (const QPalette &palette : {Theme::lightPalette(), Theme::darkPalette()}) {
            QApplication::setPalette(palette); // the same icon follows
            QCOMPARE(inkOf(imageOf(icon, 24, 1, mode, state)), Theme::of(palette).*role);
        }
    }

    void isDrawnAtTheResolutionOfTheScreen()
    {
        const QIcon icon = ui::icon(QStringLiteral("plus"));
        const QPixmap twice = icon.pixmap(QSize(24, 24), 2.0);
        QCOMPARE(twice.size(), QSize(48, 48));
        QCOMPARE(twice.devicePixelRatio(), 2.0);
        // A stroke two units wide ends on whole pixels; a stretched small picture would blur its edges.
        QVERIFY(halfCovered(twice.toImage(), 12) == 0);
        QCOMPARE(
            halfCovered(imageOf(icon, 24, 1).scaled(48, 48, Qt::IgnoreAspectRatio, Qt::SmoothTransformation),
                        12) > 0,
            true);
    }

    void delegatesDrawTheSamePicture_data()
    {
        QTest::addColumn<qreal>("scale");
        QTest::newRow("100") << 1.0;
        QTest::newRow("125") << 1.25;
        QTest::newRow("200") << 2.0;
        QTest::newRow("300") << 3.0;
    }
    void delegatesDrawTheSamePicture()
    {
        QFETCH(qreal, scale);
        const Theme &theme = Theme::of(QApplication::palette());
        QImage drawn(QSize(24, 24) * scale, QImage::Format_ARGB32_Premultiplied);
        drawn.setDevicePixelRatio(scale);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        ui::drawIcon(painter, QRectF(0, 0, 24, 24), QStringLiteral("copy"), theme.bad);
        painter.end();
        const QImage expected = ui::icon(QStringLiteral("copy"), IconColor::Bad)
                                    .pixmap(QSize(24, 24), scale)
                                    .toImage()
                                    .convertToFormat(drawn.format());
        QCOMPARE(drawn.size(), expected.size());
        drawn.setDevicePixelRatio(1);
        QImage plain = expected;
        plain.setDevicePixelRatio(1);
        QCOMPARE(drawn, plain);
    }

    void staysInItsRectangle()
    {
        QImage drawn(60, 40, QImage::Format_ARGB32_Premultiplied);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        ui::drawIcon(painter, QRectF(10, 10, 40, 20), QStringLiteral("square"), Qt::red);
        painter.end();
        QCOMPARE(drawn.pixelColor(30, 20), QColor(Qt::red)); // Stop is filled
        for (int x = 0; x < 60; ++x) {
            QCOMPARE(drawn.pixelColor(x, 9).alpha(), 0);
            QCOMPARE(drawn.pixelColor(x, 30).alpha(), 0);
        }
        QCOMPARE(drawn.pixelColor(19, 20).alpha(), 0);
        QCOMPARE(drawn.pixelColor(41, 20).alpha(), 0);
    }
};

QTEST_MAIN(TestIcons)
#include "tst_Icons.moc"
