// Settings, Appearance & language.
#pragma once

#include "settings/SettingsForm.h"

namespace ui {

class AppearanceForm : public SettingsForm
{
    Q_OBJECT
public:
    explicit AppearanceForm(settings::SettingsStore &store, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    void rewordFonts();

    Label *m_languageSection;
    ChoiceRow *m_language;
    Label *m_lookSection;
    ChoiceRow *m_theme;
    ChoiceRow *m_interfaceFont;
    ChoiceRow *m_transcriptFont;
    ChoiceRow *m_codeFont;
    Label *m_typingSection;
    ChoiceRow *m_sendKey;
};

} // namespace ui
