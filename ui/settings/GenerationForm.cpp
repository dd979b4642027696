#include "settings/GenerationForm.h"

#include "common/Format.h"
#include "settings/NumberField.h"

#include <QComboBox>
#include <QPlainTextEdit>

#include <algorithm>
#include <array>

namespace ui {

using settings::Key;

GenerationForm::GenerationForm(settings::SettingsStore &store, library::InstalledModels &models,
                               QWidget *parent)
    : SettingsForm(parent)
    , m_store(store)
    , m_models(models)
    , m_modelSection(addSection())
    , m_model(new ChoiceRow(store, Key::DefaultModel, column()))
    , m_prompt(new PromptRow(store, Key::SystemPrompt, column()))
    , m_titles(new ChoiceRow(store, Key::ModelTitles, column()))
    , m_temperature(new NumberRow(store, Key::Temperature, 2, column()))
    , m_maxTokens(new NumberRow(store, Key::MaxTokens, 0, column()))
    , m_context(new ChoiceRow(store, Key::ContextLength, column()))
    , m_keepAlive(new ChoiceRow(store, Key::KeepAlive, column()))
{
    m_model->box()->setObjectName(QStringLiteral("defaultModel"));
    m_prompt->field()->setObjectName(QStringLiteral("systemPrompt"));
    m_titles->box()->setObjectName(QStringLiteral("modelTitles"));
    m_temperature->field()->setObjectName(QStringLiteral("temperature"));
    m_temperature->allowAbsent(*settings::Settings().temperature);
    m_maxTokens->field()->setObjectName(QStringLiteral("maxTokens"));
    m_context->box()->setObjectName(QStringLiteral("contextLength"));
    m_keepAlive->box()->setObjectName(QStringLiteral("keepAlive"));
    add(m_model);
    add(m_prompt);
    add(m_titles);
    m_samplingSection = addSection();
    add(m_temperature);
    add(m_maxTokens);
    m_memorySection = addSection();
    add(m_context);
    add(m_keepAlive);
    connect(&models, &library::InstalledModels::changed, this, &GenerationForm::rewordModel);
    retranslate();
}

void GenerationForm::retranslate()
{
    setHeading(tr("Generation"),
               tr("For every conversation that sets nothing of its own. Changes apply at once."));
    m_modelSection->setText(tr("Model"));
    m_samplingSection->setText(tr("Sampling"));
    m_memorySection->setText(tr("Memory"));
    rewordModel();
    m_prompt->setWords(tr("System prompt"), tr("Sent before the first question of a conversation."));
    m_titles->setChoices({{false, tr("From the first question")}, {true, tr("Improved by the model")}});
    m_titles->setWords(tr("Titles"), tr("The model is asked for one after the first answer, unless you named "
                                        "the conversation. It takes a moment of the server, and gives way "
                                        "to your questions."));
    m_temperature->setWords(tr("Temperature"), tr("Low keeps to the likeliest words, high is more varied."),
                            tr("the model’s own value"), tr("Model’s own"));
    m_maxTokens->setWords(tr("Max tokens"), tr("The longest an answer may grow. 0 leaves it to the model."),
                          tr("the model’s own value"));
    rewordMemory();
}

void GenerationForm::rewordModel()
{
    QList<std::pair<QVariant, QString>> choices{{QString(), tr("The one used last")}};
    for (const backend::ModelInfo &model : m_models.models())
        choices.append({model.name, model.name});
    const QString chosen = m_store.values().defaultModel;
    if (m_models.isKnown() && !chosen.isEmpty() && !m_models.contains(chosen))
        choices.append({chosen, tr("%1 (not installed)").arg(chosen)});
    m_model->setChoices(choices);
    m_model->setWords(tr("Default model"), tr("A new conversation starts with it."));
}

void GenerationForm::rewordMemory()
{
    constexpr std::array lengths{2048, 4096, 8192, 16'384, 32'768, 65'536, 131'072};
    QList<std::pair<QVariant, QString>> contexts{{QVariant(), tr("The server’s own")}};
    for (const int length : lengths)
        contexts.append({length, tokens(length)});
    if (const auto chosen = m_store.values().contextLength;
        chosen && std::ranges::find(lengths, *chosen) == lengths.end())
        contexts.append({*chosen, tokens(*chosen)});
    m_context->setChoices(contexts);
    m_context->setWords(tr("Context length"),
                        tr("How much of a conversation the model sees. More takes more memory."));

    constexpr int hour = 3600;
    QList<std::pair<QVariant, QString>> times{{QVariant(), tr("The server’s own")},
                                              {0, tr("Until the answer is done")},
                                              {300, tr("5 minutes after the last answer")},
                                              {1800, tr("30 minutes after the last answer")},
                                              {hour, tr("1 hour after the last answer")},
                                              {24 * hour, tr("24 hours after the last answer")},
                                              {-1, tr("Until the server ends")}};
    const auto chosen = m_store.values().keepAliveSeconds;
    if (chosen &&
        std::ranges::none_of(times, [&](const auto &time) { return time.first == QVariant(*chosen); }))
        times.append({*chosen, tr("%1 after the last answer").arg(duration(std::chrono::seconds(*chosen)))});
    m_keepAlive->setChoices(times);
    m_keepAlive->setWords(tr("Keep in memory"));
}

} // namespace ui
