// Settings, Generation: what every conversation that sets nothing of its own asks of a model.
#pragma once

#include "library/InstalledModels.h"
#include "settings/SettingsForm.h"

namespace ui {

class GenerationForm : public SettingsForm
{
    Q_OBJECT
public:
    GenerationForm(settings::SettingsStore &store, library::InstalledModels &models,
                   QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    void rewordModel();
    void rewordMemory();

    settings::SettingsStore &m_store;
    library::InstalledModels &m_models;
    Label *m_modelSection;
    ChoiceRow *m_model;
    PromptRow *m_prompt;
    ChoiceRow *m_titles;
    Label *m_samplingSection;
    NumberRow *m_temperature;
    NumberRow *m_maxTokens;
    Label *m_memorySection;
    ChoiceRow *m_context;
    ChoiceRow *m_keepAlive;
};

} // namespace ui
