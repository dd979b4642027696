#include "core/AnswerSpeeds.h"

namespace ui {

AnswerSpeeds::AnswerSpeeds(chat::Sessions &sessions, server::Servers &servers,
                           library::InstalledModels &installed, library::SpeedMeasure &measure,
                           QObject *parent)
    : QObject(parent)
    , m_servers(servers)
    , m_installed(installed)
    , m_measure(measure)
{
    measure.setBusy([&sessions] { return sessions.runningCount() > 0; });
    connect(&sessions, &chat::Sessions::runningChanged, this, [this, &sessions](chat::Id id, bool isRunning) {
        chat::ChatSession *session = sessions.find(id);
        if (isRunning && session)
            return begin(*session);
        const auto asked = m_running.constFind(id);
        if (asked == m_running.cend())
            return;
        const Asked known = *asked;
        m_running.erase(asked);
        if (session)
            end(*session, known);
    });
}

void AnswerSpeeds::begin(const chat::ChatSession &session)
{
    const chat::Conversation &conversation = session.conversation();
    Asked asked{.wasInMemory = m_installed.findLoaded(conversation.model) != nullptr,
                .isAlone = m_running.isEmpty()};
    for (Asked &other : m_running)
        other.isAlone = false;
    if (m_measure.progress()) {
        asked.isAlone = false; // the engine needs a moment to stop
        m_measure.giveWay();
    }
    m_running.insert(conversation.id, asked);
}

void AnswerSpeeds::end(chat::ChatSession &session, const Asked &asked)
{
    const bool isHere =
        m_servers.profileFor(session.conversation().server).id == m_servers.profiles().current().id;
    if (!asked.isAlone || !isHere || m_measure.progress() || session.transcript().rowCount() == 0)
        return;
    const chat::Message answer = session.transcript().messages().last();
    const backend::ModelInfo *model = m_installed.find(answer.model);
    if (answer.state != chat::MessageState::Complete || !answer.server.isEmpty() || !model)
        return;
    const auto read = asked.wasInMemory ? library::PromptRead::Unknown : library::PromptRead::AfterLoading;
    library::SpeedMeasurement measurement = library::measurementOf(answer.summary, answer.firstToken, read);
    measurement.model = model->name;
    measurement.digest = model->digest;
    measurement.gpuShare = library::gpuShareOf(m_installed.findLoaded(model->name));
    m_measure.record().add(measurement);
}

} // namespace ui
