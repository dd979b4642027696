// The look of the whole program: palette (system, light or dark), style, fonts; applied to the QApplication
// and applied anew when settings or the desktop change. Made by the composition root.
#pragma once

#include "settings/Settings.h"

#include <QFont>
#include <QObject>

#include <memory>

namespace ui {

// Fonts of look.md "Type", hung on the system's size. `small`, `caption` and so on are derived from
// QApplication::font() at the moment of the call, so nothing keeps them.
enum class Type {
    Heading,
    Title,
    Body,
    BodyMedium,
    BodyBold,
    Small,
    SmallMedium,
    Caption,
    CaptionBold,
    Transcript,
    Thinking,
    Code
};
QFont font(Type type);

class DesktopTheme;

class Appearance : public QObject
{
    Q_OBJECT
public:
    explicit Appearance(QObject *parent = nullptr);
    ~Appearance() override;

    void apply(const settings::Settings &settings);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyFonts(const settings::Settings &settings);
    void applyPalette();
    void followDesktop();

    QFont m_systemFont;
    bool m_platformHasPalette;
    bool m_desktopIsDark;                    // what the desktop prefers, as far as known
    std::unique_ptr<DesktopTheme> m_desktop; // asked only where the platform brings no palette
    settings::Theme m_theme = settings::Theme::System;
};

} // namespace ui
