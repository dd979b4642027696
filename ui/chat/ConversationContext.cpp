#include "chat/ConversationContext.h"

#include <utility>

namespace ui {

namespace {

// Of a pause in the writing, and of several changes at once.
constexpr std::chrono::milliseconds pause{150};

} // namespace

ConversationContext::ConversationContext(Core &core, const TurnChoices &choices, Banner &bar, QObject *parent)
    : QObject(parent)
    , m_core(core)
    , m_choices(choices)
    , m_bar(bar)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &ConversationContext::refresh);
    connect(&bar, &Banner::actionTriggered, this, [this] {
        m_bar.clear();
        if (const auto act = std::exchange(m_barAction, {}))
            act();
    });
    const library::InstalledModels &installed = core.installed();
    connect(&installed, &library::InstalledModels::changed, this, &ConversationContext::refreshSoon);
    connect(&installed, &library::InstalledModels::loadedChanged, this, &ConversationContext::refreshSoon);
    connect(&installed, &library::InstalledModels::detailsChanged, this, &ConversationContext::refreshSoon);
    connect(&core.settings(), &settings::SettingsStore::changed, this, &ConversationContext::refreshSoon);
}

void ConversationContext::setSession(chat::ChatSession *session)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    m_session = session;
    m_count = {};
    if (session) {
        const auto soon = [this] { refreshSoon(); };
        const auto *list = &session->transcript();
        m_connections = {
            connect(session, &chat::ChatSession::runningChanged, this, soon),
            connect(session, &chat::ChatSession::conversationChanged, this, soon),
            connect(session, &chat::ChatSession::loaded, this, &ConversationContext::refresh),
            connect(list, &QAbstractItemModel::rowsInserted, this, soon),
            connect(list, &QAbstractItemModel::rowsRemoved, this, soon),
        };
    }
    m_bar.clear();
    if (session && m_summaries.value(session->conversation().id))
        tellSummary(1, 1);
    refresh();
}

void ConversationContext::setWriting(const chat::Draft &draft, chat::Id edited)
{
    if (draft == m_draft && edited == m_edited)
        return;
    m_draft = draft;
    m_edited = edited;
    m_soon.start(); // again, while it goes on
}

void ConversationContext::refreshSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

// An edit takes the place of a question and of what came after it.
chat::Path ConversationContext::path() const
{
    const QList<chat::Message> &messages = m_session->transcript().messages();
    const int row = m_edited == 0 ? -1 : m_session->transcript().rowOf(m_edited);
    return chat::pathUpTo(messages, row < 0 ? messages.size() : row);
}

// What is known of models is known of the server in use.
chat::ContextWindow ConversationContext::window() const
{
    const chat::Conversation &conversation = m_session->conversation();
    const backend::GenerationOptions options = m_choices.optionsFor(conversation).generation;
    const bool isHere = conversation.server.isEmpty();
    // To a server of the other kind it cannot be said.
    const bool isAsked = !isHere || m_core.connection().info().kind == backend::ServerKind::Ollama;
    library::InstalledModels &installed = m_core.installed();
    const backend::LoadedModel *loaded = isHere ? installed.findLoaded(conversation.model) : nullptr;
    const backend::ModelDetails *details = isHere ? installed.details(conversation.model) : nullptr;
    return chat::windowOf(isAsked ? options.contextLength : std::nullopt, loaded ? loaded->contextLength : 0,
                          details ? details->contextLength : 0);
}

CutMark ConversationContext::cutMark() const
{
    return m_mark;
}

void ConversationContext::refresh()
{
    m_soon.stop();
    ContextState state;
    CutMark mark;
    // Of one that is still being read, nothing can be said.
    if (m_session && m_session->isLoaded() && !m_session->conversation().model.isEmpty()) {
        const chat::Conversation &conversation = m_session->conversation();
        state.isThere = true;
        state.use = m_count.of(conversation, path(), conversation.model, m_draft);
        state.window = window();
        state.reserve = m_choices.optionsFor(conversation).generation.maxTokens.value_or(0);
        const QList<chat::Message> &messages = m_session->transcript().messages();
        state.cutOff = m_count.cutOff(conversation, chat::pathUpTo(messages, messages.size()), state.window);
    }
    const bool isSame = state == std::exchange(m_state, state);
    if (state.use.leftOut > 0) {
        const chat::Cut &cut = m_session->conversation().cut;
        mark = {cut.after, CutMark::State::LeftOut, cut.summary};
    } else if (const chat::Room room = chat::roomOf(state.use, state.window, 0);
               room == chat::Room::Little || room == chat::Room::None) {
        if (const int row = firstKept(0); row > 0)
            mark = {path()[static_cast<size_t>(row) - 1].id, CutMark::State::Next, {}};
    }
    tellCutOff();
    if (mark == std::exchange(m_mark, mark) && isSame)
        return;
    Q_EMIT changed();
}

} // namespace ui
