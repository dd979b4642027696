#include "common/Appearance.h"

#include "common/DesktopTheme.h"
#include "common/InkStyle.h"
#include "common/Theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QStyle>
#include <QWidget>

#include <cmath>

namespace ui {
namespace {

// The person's own sizes in pixels; 0 = from the interface's size. Set by Appearance alone.
struct Sizes
{
    int transcript = 0;
    int code = 0;
};
Sizes &sizes()
{
    static Sizes current;
    return current;
}

int scaled(double factor)
{
    return static_cast<int>(std::lround(QFontInfo(QApplication::font()).pixelSize() * factor));
}

int transcriptSize()
{
    return sizes().transcript > 0 ? sizes().transcript : scaled(1.15);
}

QFont sized(QFont font, int pixels, QFont::Weight weight = QFont::Normal)
{
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

// Every widget of a class hears of its font, so it is told only what is new.
void setFontOf(const char *className, const QFont &font)
{
    if (QApplication::font(className) != font) {
        QApplication::setFont(font, className);
    }
}

bool sameLook(const QPalette &a, const QPalette &b)
{
    return std::ranges::all_of(
        std::initializer_list{QPalette::Window, QPalette::Base, QPalette::Text, QPalette::Highlight},
        [&](QPalette::ColorRole role) {
            return a.color(QPalette::Active, role) == b.color(QPalette::Active, role);
        });
}

// font() answers differently from now on. Qt gives a widget no changeEvent() for the application's font, and
// a FontChange only where its own font followed from it.
void tellWidgets()
{
    QEvent event(QEvent::FontChange);
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        QCoreApplication::sendEvent(widget, &event);
    }
}

} // namespace

QFont font(Type type)
{
    const QFont body = QApplication::font();
    switch (type) {
    case Type::Heading:
        return sized(body, scaled(1.54), QFont::DemiBold);
    case Type::Title:
        return sized(body, scaled(1.15), QFont::DemiBold);
    case Type::Body:
        return sized(body, scaled(1));
    case Type::BodyMedium:
        return sized(body, scaled(1), QFont::Medium);
    case Type::BodyBold:
        return sized(body, scaled(1), QFont::DemiBold);
    case Type::Small:
        return sized(body, scaled(0.92));
    case Type::SmallMedium:
        return sized(body, scaled(0.92), QFont::Medium);
    case Type::Caption:
        return sized(body, std::max(11, scaled(0.85)));
    case Type::CaptionBold:
        return sized(body, std::max(11, scaled(0.85)), QFont::DemiBold);
    case Type::Transcript:
        return sized(body, transcriptSize());
    case Type::Thinking:
        return sized(body, static_cast<int>(std::lround(transcriptSize() * 14.0 / 15.0)));
    case Type::Code:
        return sized(QFontDatabase::systemFont(QFontDatabase::FixedFont),
                     sizes().code > 0 ? sizes().code : scaled(1));
    }
    return body;
}

Appearance::Appearance(QObject *parent)
    : QObject(parent)
    , m_systemFont(QApplication::font())
    // Where no platform theme sets one, the palette is the one Qt's style comes with.
    , m_platformHasPalette(!sameLook(QApplication::palette(), QApplication::style()->standardPalette()))
    , m_desktopIsDark(Theme::of(QApplication::palette()).isDark)
{
    // A style the platform brings stays; bare Fusion gets its gradients taken away.
    if (QApplication::style()->name() == QLatin1String("fusion")) {
        QApplication::setStyle(new InkStyle);
    }
    qApp->installEventFilter(this);
    if (!m_platformHasPalette) {
        followDesktop();
    }
}

Appearance::~Appearance() = default;

void Appearance::apply(const settings::Settings &settings)
{
    m_theme = settings.theme;
    applyPalette();
    applyFonts(settings);
}

bool Appearance::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ApplicationFontChange) {
        tellWidgets();
    }
    return QObject::eventFilter(watched, event);
}

void Appearance::followDesktop()
{
    m_desktop = std::make_unique<DesktopTheme>();
    connect(m_desktop.get(), &DesktopTheme::changed, this, [this](bool isDark) {
        m_desktopIsDark = isDark;
        applyPalette();
    });
}

void Appearance::applyPalette()
{
    const bool dark = m_theme == settings::Theme::System ? m_desktopIsDark : m_theme == settings::Theme::Dark;
    if (m_platformHasPalette && dark == m_desktopIsDark) {
        QApplication::setPalette(QPalette()); // the platform's, as it is and as it changes
    } else {
        QApplication::setPalette(dark ? Theme::darkPalette() : Theme::lightPalette());
    }
}

void Appearance::applyFonts(const settings::Settings &settings)
{
    const Sizes wanted{settings.transcriptFontSize, settings.codeFontSize};
    const bool sizesChanged = wanted.transcript != sizes().transcript || wanted.code != sizes().code;
    sizes() = wanted;
    QFont interface = m_systemFont;
    if (settings.interfaceFontSize > 0) {
        interface.setPixelSize(settings.interfaceFontSize);
    }
    if (interface != QApplication::font()) {
        QApplication::setFont(interface); // its event tells every widget
    } else if (sizesChanged) {
        tellWidgets();
    }
    setFontOf("QPushButton", ui::font(Type::BodyMedium));
    setFontOf("QHeaderView", ui::font(Type::Small));
    setFontOf("QToolTip", ui::font(Type::Small));
}

} // namespace ui
