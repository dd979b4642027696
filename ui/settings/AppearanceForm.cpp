#include "settings/AppearanceForm.h"

#include "common/Format.h"

#include <QComboBox>

namespace ui {
namespace {

using settings::Key;
using settings::Settings;

// An enum's value as the store takes it.
QVariant stored(settings::Theme theme)
{
    Settings settings;
    settings.theme = theme;
    return settings::field(Key::Theme).get(settings);
}

QVariant stored(settings::SendKey key)
{
    Settings settings;
    settings.sendKey = key;
    return settings::field(Key::SendKey).get(settings);
}

} // namespace

AppearanceForm::AppearanceForm(settings::SettingsStore &store, QWidget *parent)
    : SettingsForm(parent)
    , m_languageSection(addSection())
    , m_language(new ChoiceRow(store, Key::Language, column()))
    , m_theme(new ChoiceRow(store, Key::Theme, column()))
    , m_interfaceFont(new ChoiceRow(store, Key::InterfaceFontSize, column()))
    , m_transcriptFont(new ChoiceRow(store, Key::TranscriptFontSize, column()))
    , m_codeFont(new ChoiceRow(store, Key::CodeFontSize, column()))
    , m_sendKey(new ChoiceRow(store, Key::SendKey, column()))
{
    m_language->box()->setObjectName(QStringLiteral("language"));
    m_theme->box()->setObjectName(QStringLiteral("themeChoice"));
    m_interfaceFont->box()->setObjectName(QStringLiteral("interfaceFontSize"));
    m_transcriptFont->box()->setObjectName(QStringLiteral("transcriptFontSize"));
    m_codeFont->box()->setObjectName(QStringLiteral("codeFontSize"));
    m_sendKey->box()->setObjectName(QStringLiteral("sendKey"));
    add(m_language);
    m_lookSection = addSection();
    for (ChoiceRow *row : {m_theme, m_interfaceFont, m_transcriptFont, m_codeFont})
        add(row);
    m_typingSection = addSection();
    add(m_sendKey);
    retranslate();
}

void AppearanceForm::retranslate()
{
    setHeading(tr("Appearance & language"));
    m_languageSection->setText(tr("Language"));
    m_lookSection->setText(tr("Look"));
    m_typingSection->setText(tr("Typing"));
    // The names of languages are written in themselves, so that everyone finds their own.
    m_language->setChoices({{QString(), tr("System")},
                            {QStringLiteral("en"), QStringLiteral("English")},
                            {QStringLiteral("zh_CN"), QStringLiteral("简体中文")}});
    m_language->setWords(tr("Language"));
    m_theme->setChoices({{stored(settings::Theme::System), tr("System")},
                         {stored(settings::Theme::Light), tr("Light")},
                         {stored(settings::Theme::Dark), tr("Dark")}});
    m_theme->setWords(tr("Theme"));
    rewordFonts();
    m_sendKey->setChoices({{stored(settings::SendKey::Enter), tr("Enter")},
                           {stored(settings::SendKey::CtrlEnter), tr("Ctrl+Enter")}});
    m_sendKey->setWords(tr("Send with"), tr("Shift+Enter always starts a new line."));
}

void AppearanceForm::rewordFonts()
{
    const auto sizes = [](Key key, const QString &unset) {
        QList<std::pair<QVariant, QString>> choices{{0, unset}};
        const settings::Range allowed = settings::range(key);
        for (int size = static_cast<int>(allowed.minimum); size <= static_cast<int>(allowed.maximum); ++size)
            choices.append({size, tr("%1 pixels").arg(number(size))});
        return choices;
    };
    m_interfaceFont->setChoices(sizes(Key::InterfaceFontSize, tr("The system’s")));
    m_interfaceFont->setWords(tr("Interface size"));
    m_transcriptFont->setChoices(sizes(Key::TranscriptFontSize, tr("From the interface size")));
    m_transcriptFont->setWords(tr("Conversation size"));
    m_codeFont->setChoices(sizes(Key::CodeFontSize, tr("From the interface size")));
    m_codeFont->setWords(tr("Code size"));
}

} // namespace ui
