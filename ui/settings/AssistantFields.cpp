#include "settings/AssistantFields.h"

#include "chat/Folder.h"
#include "common/AssistantIcons.h"
#include "common/ComboBox.h"
#include "common/Format.h"
#include "common/Generation.h"
#include "common/ParameterFields.h"

#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr std::chrono::milliseconds pause{500};

enum Thinking { AsUsual, First, Never };

Thinking thinkingOf(const std::optional<bool> &think)
{
    if (!think)
        return AsUsual;
    return *think ? First : Never;
}

} // namespace

AssistantFields::AssistantFields(settings::SettingsStore &store, library::InstalledModels &models,
                                 QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_models(models)
    , m_name(new QLineEdit)
    , m_icon(new ComboBox)
    , m_prompt(makeText(QStringLiteral("assistantPrompt"), 144))
    , m_model(new ComboBox)
    , m_parameters(new ParameterFields(QStringLiteral("assistant")))
    , m_think(new ComboBox)
    , m_suggestions(makeText(QStringLiteral("assistantSuggestions"), 88))
{
    m_name->setObjectName(QStringLiteral("assistantName"));
    m_name->setMaxLength(static_cast<int>(chat::longestFolderName));
    m_icon->setObjectName(QStringLiteral("assistantIcon"));
    m_model->setObjectName(QStringLiteral("assistantModel"));
    m_think->setObjectName(QStringLiteral("assistantThink"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    layOut();
    connectAll();
}

QPlainTextEdit *AssistantFields::makeText(const QString &objectName, int height)
{
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(objectName);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(height);
    edit->installEventFilter(this);
    return edit;
}

void AssistantFields::layOut()
{
    using Width = SettingRow::Width;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    m_nameRow = addRow(m_name, Width::Choice);
    m_iconRow = addRow(m_icon, Width::Choice);
    m_promptRow = addRow(m_prompt, Width::Text);
    m_modelRow = addRow(m_model, Width::Choice);
    m_parametersRow = addRow(m_parameters, Width::Text);
    m_thinkRow = addRow(m_think, Width::Choice);
    m_suggestionsRow = addRow(m_suggestions, Width::Text);
}

SettingRow *AssistantFields::addRow(QWidget *control, SettingRow::Width width)
{
    auto *row = new SettingRow(control, width, this);
    layout()->addWidget(row);
    return row;
}

void AssistantFields::connectAll()
{
    m_name->installEventFilter(this);
    connect(&m_pause, &QTimer::timeout, this, &AssistantFields::commit);
    connect(m_name, &QLineEdit::textEdited, this, &AssistantFields::wait);
    connect(m_name, &QLineEdit::returnPressed, this, &AssistantFields::commit);
    connect(m_prompt, &QPlainTextEdit::textChanged, this, &AssistantFields::wait);
    connect(m_suggestions, &QPlainTextEdit::textChanged, this, &AssistantFields::wait);
    connect(m_parameters, &ParameterFields::edited, this, &AssistantFields::wait);
    for (ComboBox *box : {m_icon, m_model, m_think})
        connect(box, &QComboBox::activated, this, &AssistantFields::commit);
    connect(m_nameRow, &SettingRow::backRequested, this, [this] {
        m_name->setText(m_kept.name);
        commit();
        m_name->setFocus();
    });
    connect(&m_models, &library::InstalledModels::changed, this, &AssistantFields::offerModels);
    connect(&m_store, &settings::SettingsStore::changed, this,
            [this] { m_parameters->setBehind(generationOptions(m_store.values())); });
}

void AssistantFields::wait()
{
    m_pause.start();
}

void AssistantFields::flush()
{
    if (m_pause.isActive())
        commit();
}

void AssistantFields::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void AssistantFields::set(const chat::Assistant &assistant)
{
    if (assistant == m_kept)
        return;
    if (assistant.id != m_kept.id)
        flush();
    show(assistant);
}

void AssistantFields::show(const chat::Assistant &assistant)
{
    const QSignalBlocker prompt(m_prompt);
    const QSignalBlocker suggestions(m_suggestions);
    m_pause.stop();
    m_kept = assistant;
    m_name->setText(assistant.name);
    m_name->setCursorPosition(0); // a long one from its beginning
    m_prompt->setPlainText(assistant.systemPrompt);
    m_suggestions->setPlainText(assistant.suggestions.join(u'\n'));
    m_parameters->set(assistant.parameters);
    for (SettingRow *row : {m_nameRow, m_promptRow, m_suggestionsRow})
        row->setRefusal({});
    offerIcons();
    offerModels();
    offerThinking();
}

void AssistantFields::takeName(chat::Assistant &assistant)
{
    const QString name = chat::folderName(m_name->text());
    m_nameRow->setRefusal(
        name.isEmpty() ? tr("An assistant needs a name. “%1” is still in use.").arg(m_kept.name) : QString(),
        tr("Back to %1").arg(m_kept.name));
    if (!name.isEmpty())
        assistant.name = name;
}

void AssistantFields::takePrompt(chat::Assistant &assistant)
{
    const QString prompt = m_prompt->toPlainText();
    const bool isShort = prompt.size() <= chat::longestPrompt;
    m_promptRow->setRefusal(
        isShort ? QString()
                : tr("A system prompt holds up to %1 characters. These %2 were not saved; the text before is "
                     "still in use.")
                      .arg(number(chat::longestPrompt), number(prompt.size())));
    if (isShort)
        assistant.systemPrompt = prompt;
}

void AssistantFields::takeSuggestions(chat::Assistant &assistant)
{
    QStringList texts;
    for (const QString &line : m_suggestions->toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            texts.append(line.trimmed());
    }
    const bool isAllowed =
        texts.size() <= chat::mostSuggestions && std::ranges::all_of(texts, [](const QString &text) {
            return text.size() <= chat::longestSuggestion;
        });
    m_suggestionsRow->setRefusal(
        isAllowed
            ? QString()
            : tr("Up to %1 lines of %2 characters. These were not saved; those before are still in use.")
                  .arg(number(chat::mostSuggestions), number(chat::longestSuggestion)));
    if (isAllowed)
        assistant.suggestions = texts;
}

void AssistantFields::commit()
{
    m_pause.stop();
    chat::Assistant assistant = m_kept;
    takeName(assistant);
    takePrompt(assistant);
    takeSuggestions(assistant);
    assistant.icon = m_icon->currentData().toString();
    assistant.model = m_model->currentData().toString();
    assistant.parameters = m_parameters->options();
    const int thinking = m_think->currentIndex();
    assistant.parameters.think = thinking == AsUsual ? std::nullopt : std::optional(thinking == First);
    if (assistant == m_kept)
        return;
    m_kept = assistant;
    Q_EMIT edited(assistant);
}

void AssistantFields::offerIcons()
{
    m_icon->clear();
    for (const AssistantIcon &one : assistantIcons())
        m_icon->addItem(icon(one.icon), one.name, one.icon);
    m_icon->setCurrentIndex(m_icon->findData(assistantIcon(m_kept.icon)));
}

void AssistantFields::offerModels()
{
    m_model->clear();
    m_model->addItem(tr("Whichever is chosen"), QString());
    for (const backend::ModelInfo &model : m_models.models())
        m_model->addItem(model.name, model.name);
    if (!m_kept.model.isEmpty() && m_model->findData(m_kept.model) < 0)
        m_model->addItem(m_models.isKnown() ? tr("%1 (not installed)").arg(m_kept.model) : m_kept.model,
                         m_kept.model);
    m_model->setCurrentIndex(m_model->findData(m_kept.model));
}

void AssistantFields::offerThinking()
{
    m_think->clear();
    m_think->addItems({tr("As usual"), tr("Think first"), tr("Answer at once")});
    m_think->setCurrentIndex(thinkingOf(m_kept.parameters.think));
}

void AssistantFields::retranslate()
{
    m_nameRow->setWords(tr("Name"));
    m_iconRow->setWords(tr("Icon"));
    m_promptRow->setWords(tr("System prompt"),
                          tr("What the model is told before the first question. Empty: the "
                             "one under Settings, Generation."));
    m_modelRow->setWords(tr("Model"), tr("Taken where the server has it."));
    m_parametersRow->setWords(tr("Parameters"));
    m_thinkRow->setWords(tr("Thinking"), tr("Of models that can think before they answer."));
    m_suggestionsRow->setWords(tr("Suggestions"), tr("Questions to begin with, one a line."));
    m_parameters->setBehind(generationOptions(m_store.values()));
    offerIcons();
    offerModels();
    offerThinking();
}

bool AssistantFields::eventFilter(QObject *watched, QEvent *event)
{
    // Left before the pause was over.
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)
        flush();
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
