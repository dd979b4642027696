// Names and values beside each other, in whatever writing.
#include "common/Facts.h"
#include "common/Widgets.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// Where the letter H, the label's first, stands: the lowest row of its pixels, in the facts' coordinates.
int footOfH(const QLabel &label)
{
    const QImage picture = const_cast<QLabel &>(label).grab().toImage();
    const int width = QFontMetrics(label.font()).horizontalAdvance(u'H');
    const QRgb ground = picture.pixel(0, 0);
    for (int y = picture.height() - 1; y >= 0; --y) {
        for (int x = 0; x < width; ++x) {
            if (qAbs(qGray(picture.pixel(x, y)) - qGray(ground)) > 60)
                return label.y() + y;
        }
    }
    return -1;
}

} // namespace

class TestFacts : public QObject
{
    Q_OBJECT

    ui::Appearance m_appearance;

private Q_SLOTS:
    void standOnOneLine_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("Latin") << u"H"_s << u"Hg"_s;
        QTest::newRow("Chinese name") << u"H量化"_s << u"H"_s;
        QTest::newRow("Chinese value") << u"H"_s << u"H量化"_s;
        QTest::newRow("Chinese") << u"H量化"_s << u"H量化"_s;
    }
    void standOnOneLine()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        ui::Facts facts;
        facts.set({{u"Hx"_s, u"Hy"_s}, {name, value}});
        facts.resize(300, 100);
        facts.show();
        QVERIFY(QTest::qWaitForWindowExposed(&facts));
        const QList<QLabel *> labels = facts.findChildren<QLabel *>();
        QCOMPARE(labels.size(), 4);
        QVERIFY(footOfH(*labels[2]) > 0);
        QCOMPARE(footOfH(*labels[2]), footOfH(*labels[3]));
        settings::Settings large;
        large.interfaceFontSize = 21;
        m_appearance.apply(large);
        QTRY_COMPARE(labels[2]->font().pixelSize(), 21);
        QTRY_COMPARE(footOfH(*labels[2]), footOfH(*labels[3]));
        m_appearance.apply({});
    }
};

QTEST_MAIN(TestFacts)
#include "tst_Facts.moc"
