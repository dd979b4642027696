// The form of one assistant. What is entered holds at once, or after a pause in typing; what cannot be kept
// is told beside its field and stays there. Part of AssistantsForm.
#pragma once

#include "chat/Assistant.h"
#include "library/InstalledModels.h"
#include "settings/SettingRow.h"

#include <QTimer>

class QLineEdit;
class QPlainTextEdit;

namespace ui {

class ComboBox;
class ParameterFields;

class AssistantFields : public QWidget
{
    Q_OBJECT
public:
    AssistantFields(settings::SettingsStore &store, library::InstalledModels &models,
                    QWidget *parent = nullptr);

    // What was entered for the one before is told first.
    void set(const chat::Assistant &assistant);
    void retranslate();
    void focusName();
    // What waits for the pause.
    void flush();

Q_SIGNALS:
    void edited(const chat::Assistant &assistant);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    QPlainTextEdit *makeText(const QString &objectName, int height);
    SettingRow *addRow(QWidget *control, SettingRow::Width width);
    void connectAll();
    void commit();
    void wait();
    void show(const chat::Assistant &assistant);
    void offerIcons();
    void offerModels();
    void offerThinking();
    void takeName(chat::Assistant &assistant);
    void takePrompt(chat::Assistant &assistant);
    void takeSuggestions(chat::Assistant &assistant);

    settings::SettingsStore &m_store;
    library::InstalledModels &m_models;
    chat::Assistant m_kept;
    QLineEdit *m_name;
    ComboBox *m_icon;
    QPlainTextEdit *m_prompt;
    ComboBox *m_model;
    ParameterFields *m_parameters;
    ComboBox *m_think;
    QPlainTextEdit *m_suggestions;
    SettingRow *m_nameRow = nullptr;
    SettingRow *m_iconRow = nullptr;
    SettingRow *m_promptRow = nullptr;
    SettingRow *m_modelRow = nullptr;
    SettingRow *m_parametersRow = nullptr;
    SettingRow *m_thinkRow = nullptr;
    SettingRow *m_suggestionsRow = nullptr;
    QTimer m_pause; // in typing
};

} // namespace ui
