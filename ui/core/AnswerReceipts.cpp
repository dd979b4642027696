#include "core/AnswerReceipts.h"

#include "base/Access.h"
#include "base/ModelName.h"

#include <algorithm>

namespace ui {

AnswerReceipts::AnswerReceipts(chat::Sessions &sessions, chat::ConversationStore &store,
                               server::Servers &servers, const server::Connection &connection,
                               const library::InstalledModels &installed, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_servers(servers)
    , m_connection(connection)
    , m_installed(installed)
{
    connect(&sessions, &chat::Sessions::asked, this, &AnswerReceipts::note);
    connect(&sessions, &chat::Sessions::runningChanged, this, [this, &sessions](chat::Id id, bool isRunning) {
        chat::ChatSession *session = isRunning ? nullptr : sessions.find(id);
        if (session && session->transcript().rowCount() > 0)
            noteEnd(session->transcript().messages().last().id);
    });
}

void AnswerReceipts::note(chat::Id answer, const chat::Receipt &receipt, const QByteArray &body)
{
    const chat::Receipt known = withFacts(receipt);
    m_running.insert(answer, {known, body});
    m_store.save(answer, known, body);
}

void AnswerReceipts::noteEnd(chat::Id answer)
{
    const Asked asked = m_running.take(answer);
    const chat::Receipt known = withFacts(asked.receipt);
    if (!asked.body.isEmpty() && known != asked.receipt)
        m_store.save(answer, known, asked.body);
}

// Another one may have stepped in for the one that was asked.
const server::ServerProfile &AnswerReceipts::answering(const chat::Receipt &receipt) const
{
    const server::ServerProfile &asked = m_servers.profileFor(receipt.serverId);
    const QUrl url = receipt.continued.isEmpty() ? receipt.sent.url : receipt.continued.constLast().sent.url;
    const auto isAt = [&url](const server::ServerProfile &profile) {
        return base::origin(profile.url) == base::origin(url);
    };
    const auto &all = m_servers.profiles().all();
    const auto found = isAt(asked) ? all.cend() : std::ranges::find_if(all, isAt);
    return found == all.cend() ? asked : *found;
}

chat::Receipt AnswerReceipts::withFacts(chat::Receipt receipt) const
{
    receipt.serverId = m_servers.profileFor(receipt.serverId).id;
    const server::ServerProfile &profile = answering(receipt);
    receipt.serverName = profile.name;
    const backend::ModelInfo *model = nullptr;
    if (profile.id == m_servers.profiles().current().id) {
        receipt.version = m_connection.info().version;
        model = m_installed.find(receipt.model);
    } else if (const server::ServerWatch *watch = m_servers.watch(profile.id)) {
        receipt.version = watch->info().version;
        if (watch->models()) {
            const auto found = std::ranges::find_if(*watch->models(), [&](const backend::ModelInfo &one) {
                return base::sameModel(one.name, receipt.model);
            });
            model = found == watch->models()->cend() ? nullptr : &*found;
        }
    }
    receipt.digest = model ? model->digest : QString();
    return receipt;
}

} // namespace ui
