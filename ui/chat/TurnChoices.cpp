#include "chat/TurnChoices.h"

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
bool TurnChoices::canThink(const QString &model, const QString &server) const
{
    const backend::ModelDetails *details = server.isEmpty() ? m_core.installed().details(model) : nullptr;
    return details && details->capabilities && details->capabilities->testFlag(backend::Capability::Thinking);
}

Composer::Think TurnChoices::thinkOf(const QString &model, const QString &server) const
{
    if (!canThink(model, server))
        return Composer::Think::NotOffered;
    return m_think.value(model, true) ? Composer::Think::On : Composer::Think::Off;
}

chat::TurnOptions TurnChoices::optionsFor(const chat::Conversation &conversation) const
{
    chat::TurnOptions options;
    options.model = conversation.model;
    const server::Servers &servers = m_core.servers();
    options.firstByteTimeout = servers.profiles().firstByteTimeout(servers.profileFor(conversation.server));
    options.generation = generationOptions(m_core.settings().values());
    if (canThink(options.model, conversation.server))
        options.generation.think = m_think.value(options.model, true);
    return options;
}

} // namespace ui
