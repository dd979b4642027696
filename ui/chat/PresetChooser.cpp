#include "chat/PresetChooser.h"

#include "chat/ChatHeader.h"
#include "chat/NewChatView.h"
#include "chat/Parameters.h"
#include "chat/ParametersButton.h"
#include "chat/ParametersPopup.h"
#include "chat/SystemPromptPopup.h"
#include "common/AssistantIcons.h"
#include "common/ChoicePopup.h"
#include "common/Generation.h"

#include <algorithm>

namespace ui {

using chat::Assistant;
using chat::Assistants;

PresetChooser::PresetChooser(Core &core, const TurnChoices &choices, const Places &places, QWidget *parent)
    : QObject(parent)
    , m_core(core)
    , m_choices(choices)
    , m_header(places.header)
    , m_composer(places.composer)
    , m_newChat(places.newChat)
    , m_note(new Banner(parent))
{
    m_note->setObjectName(QStringLiteral("presetNote"));
    m_composer.parameters()->show();
    connect(m_note, &Banner::actionTriggered, this, &PresetChooser::moreModelsRequested);
    connect(m_composer.parameters(), &QToolButton::clicked, this, &PresetChooser::openParameters);
    connect(&m_header, &ChatHeader::presetRequested, this, &PresetChooser::openPreset);
    connect(&m_newChat, &NewChatView::assistantChosen, this, &PresetChooser::choose);
    connect(&m_newChat, &NewChatView::allAssistantsRequested, this, &PresetChooser::openPreset);
    connect(&m_newChat, &NewChatView::suggestionChosen, this, &PresetChooser::suggest);
    connect(&core.installed(), &library::InstalledModels::changed, this, &PresetChooser::checkModel);
    connect(&core.assistants(), &Assistants::changed, this, &PresetChooser::refresh);
    connect(&core.assistants(), &Assistants::loaded, this, [this] {
        if (!session())
            return;
        const chat::Conversation &shown = session()->conversation();
        const bool isUntouched = shown.leafId == 0 && shown.assistant == 0 && shown.draft.isEmpty() &&
                                 shown.parameters == backend::GenerationOptions();
        if (isUntouched)
            chooseForNewChat();
    });
}

const Assistant *PresetChooser::assistant() const
{
    return m_core.assistants().find(session()->conversation().assistant);
}

QString PresetChooser::promptOf(const Assistant *assistant) const
{
    const bool saysNothing = assistant == nullptr || assistant->systemPrompt.isEmpty();
    return saysNothing ? m_core.settings().values().systemPrompt : assistant->systemPrompt;
}

bool PresetChooser::hasOwnPrompt() const
{
    const QString &prompt = session()->conversation().systemPrompt;
    return !prompt.isEmpty() && prompt != promptOf(assistant());
}

void PresetChooser::refresh()
{
    if (!session())
        return;
    const chat::Conversation &shown = session()->conversation();
    const Assistant *chosen = assistant();
    const bool isOwn = chosen ? hasOwnPrompt() : !shown.systemPrompt.isEmpty();
    m_composer.parameters()->setOverrides(parameterWords(shown.parameters));
    m_header.setPreset(assistantIcon(chosen ? chosen->icon : QString()), chosen ? chosen->name : QString(),
                       isOwn ? ChatHeader::Prompt::Own : ChatHeader::Prompt::AsGiven);
    QList<NewChatView::Entry> entries;
    for (const Assistant &one : m_core.assistants().all())
        entries.append({one.id, assistantIcon(one.icon), one.name, one.systemPrompt.section(u'\n', 0, 0)});
    m_newChat.setAssistants(entries, chosen ? chosen->id : 0, chosen ? chosen->suggestions : QStringList());
    if (m_noted != std::pair(shown.id, shown.model))
        m_note->clear();
}

void PresetChooser::choose(chat::Id id)
{
    if (!session())
        return;
    const chat::Conversation before = session()->conversation();
    const Assistant *chosen = m_core.assistants().find(id);
    if (hasOwnPrompt())
        m_ownPrompts.insert(before.id, before.systemPrompt);
    m_note->clear();
    session()->setSystemPrompt(chosen ? promptOf(chosen) : m_ownPrompts.value(before.id, promptOf(nullptr)));
    session()->setAssistant(chosen ? id : 0);
    if (chosen) {
        session()->setParameters(chat::without(before.parameters, chosen->parameters));
        takeModel(*chosen);
    }
    m_composer.focusText();
}

void PresetChooser::chooseForNewChat()
{
    const chat::Id id = m_core.assistants().forNewChats();
    if (id != 0 && session()->conversation().draft.isEmpty())
        choose(id);
}

bool PresetChooser::mayHave(const QString &model, const QString &server) const
{
    if (server.isEmpty())
        return !m_core.installed().isKnown() || !m_core.connection().info().tellsModels ||
               m_core.installed().contains(model);
    const server::ServerWatch *watch = m_core.servers().watch(server);
    return !watch || !watch->models() || !watch->info().tellsModels ||
           std::ranges::find(*watch->models(), model, &backend::ModelInfo::name) != watch->models()->cend();
}

void PresetChooser::takeModel(const Assistant &assistant)
{
    const chat::Conversation &shown = session()->conversation();
    if (assistant.model.isEmpty())
        return;
    if (mayHave(assistant.model, shown.server))
        return session()->setModel(assistant.model);
    if (shown.model == assistant.model)
        session()->setModel(m_choices.modelForNewChat());
    m_noted = {shown.id, shown.model};
    m_note->show(Banner::Tone::Note,
                 shown.model.isEmpty()
                     ? tr("%1 asks for the model %2, which is not here.").arg(assistant.name, assistant.model)
                     : tr("%1 asks for the model %2, which is not here. %3 answers instead.")
                           .arg(assistant.name, assistant.model, shown.model),
                 tr("Get models"));
}

void PresetChooser::checkModel()
{
    if (!session() || !assistant())
        return;
    const chat::Conversation &shown = session()->conversation();
    const bool isTaken = shown.leafId == 0 && !shown.model.isEmpty() && shown.model == assistant()->model;
    if (isTaken && !mayHave(shown.model, shown.server))
        takeModel(Assistant(*assistant()));
}

// In front of what is written already; in place of another suggestion.
void PresetChooser::suggest(const QString &question)
{
    const QString written = m_composer.text();
    const bool isOther = assistant() && assistant()->suggestions.contains(written.trimmed());
    m_composer.setText(written.trimmed().isEmpty() || isOther ? question
                                                              : question + QStringLiteral("\n\n") + written);
    m_composer.focusText();
}

void PresetChooser::openPreset()
{
    if (!session())
        return;
    auto *popup = new ChoicePopup(
        {tr("Assistant"), tr("Choose an assistant for this conversation"),
         tr("No assistant has these words in its name")},
        [this](const QString &typed) { return offer(typed); }, &m_header);
    popup->open(m_header.presetButton());
}

QList<Choice> PresetChooser::offer(const QString &typed)
{
    const QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    QList<Choice> choices;
    const auto add = [&](const QString &icon, const QString &text, const QString &about,
                         std::function<void()> choose, bool isCurrent = false) {
        if (hasWords(text, words))
            choices.append({.icon = icon,
                            .text = text,
                            .note = about,
                            .isCurrent = isCurrent && words.isEmpty(),
                            .choose = std::move(choose)});
    };
    const chat::Id used = assistant() ? assistant()->id : 0;
    for (const Assistant &one : m_core.assistants().all())
        add(
            assistantIcon(one.icon), one.name, one.id == used ? tr("In use") : one.model,
            [this, id = one.id] { choose(id); }, one.id == used);
    add(
        QStringLiteral("x"), tr("None"), used != 0 ? QString() : tr("In use"), [this] { choose(0); },
        used == 0);
    if (words.isEmpty())
        choices.append({.icon = {}, .text = tr("This conversation")});
    add(QStringLiteral("pencil"), tr("Edit the system prompt…"), hasOwnPrompt() ? tr("Changed") : QString(),
        [this] { openPrompt(); });
    if (words.isEmpty())
        choices.append({.icon = {}, .text = tr("All conversations")});
    add(QStringLiteral("settings"), tr("Manage assistants…"), {}, [this] { Q_EMIT manageRequested(); });
    return choices;
}

void PresetChooser::openPrompt()
{
    auto *popup = new SystemPromptPopup(session()->conversation().systemPrompt, &m_header);
    connect(popup, &SystemPromptPopup::changed, session(), &chat::ChatSession::setSystemPrompt);
    popup->open(m_header.presetButton());
}

void PresetChooser::openParameters()
{
    if (!session())
        return;
    auto *popup = new ParametersPopup(session()->conversation().parameters, &m_composer);
    const Assistant *chosen = assistant();
    popup->fields().setBehind(generationOptions(m_core.settings().values()),
                              chosen ? chosen->parameters : backend::GenerationOptions(),
                              chosen ? chosen->name : QString());
    connect(popup, &ParametersPopup::changed, session(), &chat::ChatSession::setParameters);
    popup->open(m_composer.parameters());
}

} // namespace ui
