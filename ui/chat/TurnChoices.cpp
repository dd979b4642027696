#include "chat/TurnChoices.h"

#include "chat/Parameters.h"
#include "common/Generation.h"

namespace ui {

QString TurnChoices::modelForNewChat() const
{
    const library::InstalledModels &installed = m_core.installed();
    const QString own = m_core.profiles().current().defaultModel;
    const QString chosen = own.isEmpty() ? m_core.settings().values().defaultModel : own;
    if (!chosen.isEmpty() && (!installed.isKnown() || installed.contains(chosen)))
        return chosen;
    chat::ChatSession *shown = m_core.sessions().current();
    if (shown && shown->conversation().server.isEmpty() && installed.contains(shown->conversation().model))
        return shown->conversation().model;
    const chat::ConversationList &list = m_core.conversations();
    for (int row = 0; row < list.rowCount(); ++row) {
        const auto known =
            list.conversation(list.index(row).data(chat::ConversationList::IdRole).toLongLong());
        if (known && installed.contains(known->model))
            return known->model;
    }
    // The server lists the most recently pulled first; models that cannot answer are passed over.
    for (const backend::ModelInfo &model : installed.models()) {
        const backend::ModelDetails *details = m_core.installed().details(model.name);
        if (!details || !details->capabilities ||
            details->capabilities->testFlag(backend::Capability::Completion))
            return model.name;
    }
    return {};
}

// What is known of the models is known of the server in use.
std::optional<backend::Capabilities> TurnChoices::capabilitiesOf(const chat::Conversation &conversation) const
{
    const backend::ModelDetails *details =
        conversation.server.isEmpty() ? m_core.installed().details(conversation.model) : nullptr;
    return details ? details->capabilities : std::nullopt;
}

bool TurnChoices::canThink(const chat::Conversation &conversation) const
{
    const auto capabilities = capabilitiesOf(conversation);
    return capabilities && capabilities->testFlag(backend::Capability::Thinking);
}

bool TurnChoices::canSee(const chat::Conversation &conversation) const
{
    const auto capabilities = capabilitiesOf(conversation);
    return !capabilities || capabilities->testFlag(backend::Capability::Vision);
}

Composer::Think TurnChoices::thinkOf(const chat::Conversation &conversation) const
{
    const std::optional<bool> think = generationFor(conversation).think;
    if (!think)
        return Composer::Think::NotOffered;
    return *think ? Composer::Think::On : Composer::Think::Off;
}

void TurnChoices::setThinks(chat::ChatSession &session, bool on)
{
    m_think[session.conversation().model] = on;
    backend::GenerationOptions own = session.conversation().parameters;
    own.think = on;
    session.setParameters(own);
}

backend::GenerationOptions TurnChoices::generationFor(const chat::Conversation &conversation) const
{
    backend::GenerationOptions options = generationOptions(m_core.settings().values());
    if (const chat::Assistant *assistant = m_core.assistants().find(conversation.assistant))
        options = chat::over(options, assistant->parameters);
    options = chat::over(options, conversation.parameters);
    if (!canThink(conversation))
        options.think.reset();
    else if (!options.think)
        options.think = m_think.value(conversation.model, true);
    return options;
}

chat::TurnOptions TurnChoices::optionsFor(const chat::Conversation &conversation) const
{
    chat::TurnOptions options;
    options.model = conversation.model;
    const server::Servers &servers = m_core.servers();
    options.firstByteTimeout = servers.profiles().firstByteTimeout(servers.profileFor(conversation.server));
    options.generation = generationFor(conversation);
    if (!canSee(conversation))
        options.images = chat::Images::LeftOut;
    return options;
}

} // namespace ui
