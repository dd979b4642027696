#include "common/Appearance.h"
#include "common/Theme.h"
#include "common/Widgets.h"

#include <QApplication>
#include <QFontInfo>
#include <QStyle>
#include <QTest>

using ui::Type;

namespace {

int pixels(Type type)
{
    return QFontInfo(ui::font(type)).pixelSize();
}

// A widget that counts how often it is told that the fonts changed.
struct Listener : QWidget
{
    int told = 0;

protected:
    void changeEvent(QEvent *event) override
    {
        told += event->type() == QEvent::FontChange ? 1 : 0;
        QWidget::changeEvent(event);
    }
};

} // namespace

class TestAppearance : public QObject
{
    Q_OBJECT

    const QFont m_systemFont = QApplication::font();
    ui::Appearance m_appearance; // one a process, as in the program

private Q_SLOTS:
    void sizesHangOnTheSystems()
    {
        settings::Settings settings;
        settings.interfaceFontSize = 13;
        m_appearance.apply(settings);
        QCOMPARE(pixels(Type::Body), 13);
        QCOMPARE(pixels(Type::Heading), 20);
        QCOMPARE(pixels(Type::Title), 15);
        QCOMPARE(pixels(Type::Transcript), 15);
        QCOMPARE(pixels(Type::Thinking), 14);
        QCOMPARE(pixels(Type::Code), 13);
        QCOMPARE(pixels(Type::Small), 12);
        QCOMPARE(pixels(Type::Caption), 11);
        QCOMPARE(ui::font(Type::BodyBold).weight(), QFont::DemiBold);
        QCOMPARE(QApplication::font("QPushButton").weight(), QFont::Medium);

        settings.interfaceFontSize = 10;
        m_appearance.apply(settings);
        QCOMPARE(pixels(Type::Caption), 11); // never under 11
        settings.interfaceFontSize = 20;
        m_appearance.apply(settings);
        QCOMPARE(pixels(Type::Transcript), 23);
        QCOMPARE(pixels(Type::Small), 18);
    }

    void ownSizesOfTranscriptAndCodeStand()
    {
        settings::Settings settings;
        settings.interfaceFontSize = 13;
        m_appearance.apply(settings);
        const Listener listener;
        settings.transcriptFontSize = 30;
        settings.codeFontSize = 18;
        m_appearance.apply(settings);
        QCOMPARE(pixels(Type::Transcript), 30);
        QCOMPARE(pixels(Type::Thinking), 28);
        QCOMPARE(pixels(Type::Code), 18);
        QCOMPARE(pixels(Type::Body), 13);
        QCOMPARE(listener.told, 1);
        m_appearance.apply(settings);
        QCOMPARE(listener.told, 1);
    }

    void returnsToTheSystemsFont()
    {
        settings::Settings settings;
        settings.interfaceFontSize = 24;
        m_appearance.apply(settings);
        const Listener listener;
        settings.interfaceFontSize = 0;
        m_appearance.apply(settings);
        QCOMPARE(QFontInfo(QApplication::font()).pixelSize(), QFontInfo(m_systemFont).pixelSize());
        QTRY_VERIFY(listener.told >= 1);
    }

    void labelsFollowFontAndPalette()
    {
        settings::Settings settings;
        settings.theme = settings::Theme::Light;
        settings.interfaceFontSize = 13;
        m_appearance.apply(settings);
        QWidget window;
        auto *label = new ui::Label(Type::Small, ui::TextRole::Text3, &window);
        window.show();
        QCOMPARE(label->font().pixelSize(), 12);
        QCOMPARE(label->textFormat(), Qt::PlainText);
        const auto color = [label] { return label->palette().color(QPalette::Active, QPalette::WindowText); };
        QCOMPARE(color(), ui::Theme::from(ui::Theme::lightPalette()).text3);

        settings.theme = settings::Theme::Dark;
        m_appearance.apply(settings);
        QTRY_COMPARE(color(), ui::Theme::from(ui::Theme::darkPalette()).text3);
        settings.interfaceFontSize = 20;
        m_appearance.apply(settings);
        QTRY_COMPARE(label->font().pixelSize(), 18);
        settings.transcriptFontSize = 30;
        ui::Label transcript(Type::Transcript);
        m_appearance.apply(settings);
        QCOMPARE(transcript.font().pixelSize(), 30);
        label->setRole(ui::TextRole::Bad);
        QCOMPARE(color(), ui::Theme::from(ui::Theme::darkPalette()).bad);
    }

    void drawsOverBareFusionOnly() { QVERIFY(QApplication::style()->inherits("ui::InkStyle")); }
};

QTEST_MAIN(TestAppearance)
#include "tst_Appearance.moc"
