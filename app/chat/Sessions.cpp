#include "chat/Sessions.h"

#include <algorithm>
#include <utility>

namespace chat {

namespace {

bool isUnasked(const ChatSession *session)
{
    return session->conversation().leafId == 0 && session->conversation().title.isEmpty();
}

// What was typed for a conversation that has no question yet: it is in no list, so its session keeps it.
bool hasUnsent(const ChatSession *session)
{
    return isUnasked(session) &&
           (!session->conversation().draft.isEmpty() || !session->draftAttachments().isEmpty());
}

} // namespace

Sessions::Sessions(backend::Backend &backend, ConversationStore &store, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_store(store)
{
    connect(&m_store, &ConversationStore::removed, this, &Sessions::remove);
}

Sessions::~Sessions()
{
    qDeleteAll(m_sessions);
}

int Sessions::runningCount() const
{
    return static_cast<int>(std::ranges::count_if(m_sessions, &ChatSession::isRunning));
}

ChatSession *Sessions::open(const Conversation &conversation)
{
    ChatSession *session = find(conversation.id);
    makeCurrent(session ? session : add(conversation));
    if (m_unread.remove(conversation.id))
        Q_EMIT unreadChanged(conversation.id, false);
    return m_current;
}

ChatSession *Sessions::startNew(const QString &model, const QString &systemPrompt)
{
    if (ChatSession *session = unasked()) {
        session->setModel(model);
        // What was chosen for a question that is half written is for that question.
        if (session->conversation().draft.isEmpty() && session->draftAttachments().isEmpty()) {
            session->setSystemPrompt(systemPrompt);
            session->setAssistant(0);
            session->setParameters({});
        }
        makeCurrent(session);
        return m_current;
    }
    Conversation fresh;
    fresh.id = newId();
    fresh.model = model;
    fresh.systemPrompt = systemPrompt;
    makeCurrent(add(fresh));
    return m_current;
}

void Sessions::keep(Id conversation)
{
    if (find(conversation))
        ++m_kept[conversation];
}

void Sessions::release(Id conversation)
{
    const auto kept = m_kept.find(conversation);
    if (kept == m_kept.end() || --*kept > 0)
        return;
    m_kept.erase(kept);
    prune();
}

void Sessions::stopAll()
{
    const QList<ChatSession *> sessions = m_sessions.values();
    for (ChatSession *session : sessions)
        session->stop();
}

void Sessions::forgetRefusals()
{
    for (ChatSession *session : std::as_const(m_sessions))
        session->forgetRefusal();
}

ChatSession *Sessions::add(const Conversation &conversation)
{
    auto *session = new ChatSession(m_backend, m_store, conversation, this);
    const Id id = session->conversation().id;
    m_sessions.insert(id, session);
    connect(session, &ChatSession::runningChanged, this, [this, session, id] {
        Q_EMIT runningChanged(id, session->isRunning());
        prune();
    });
    connect(session, &ChatSession::asked, this, &Sessions::asked);
    connect(session, &ChatSession::answered, this, [this, session, id] {
        if (session == m_current || m_unread.contains(id))
            return;
        m_unread.insert(id);
        Q_EMIT unreadChanged(id, true);
    });
    return session;
}

// Without a question: the current one, else the one with a draft, or for which something is to come. Null
// where there is none.
ChatSession *Sessions::unasked() const
{
    if (m_current && m_current->conversation().leafId == 0)
        return m_current;
    const auto found = std::ranges::find_if(m_sessions, [this](const ChatSession *session) {
        return hasUnsent(session) || (isUnasked(session) && m_kept.contains(session->conversation().id));
    });
    return found == m_sessions.cend() ? nullptr : *found;
}

void Sessions::makeCurrent(ChatSession *session)
{
    if (session == m_current)
        return;
    m_warm = std::exchange(m_current, session);
    Q_EMIT currentChanged();
    prune();
}

// A session that just said it stopped running may still have something to say: discard() leaves it that turn.
void Sessions::prune()
{
    const QList<ChatSession *> sessions = m_sessions.values();
    for (ChatSession *session : sessions) {
        if (session != m_current && session != m_warm && !session->isRunning() && !hasUnsent(session) &&
            !m_kept.contains(session->conversation().id))
            discard(session);
    }
}

void Sessions::discard(ChatSession *session)
{
    m_sessions.remove(session->conversation().id);
    session->deleteLater();
}

void Sessions::remove(Id conversation)
{
    ChatSession *session = find(conversation);
    m_kept.remove(conversation);
    if (m_unread.remove(conversation))
        Q_EMIT unreadChanged(conversation, false);
    if (!session)
        return;
    if (session == m_warm)
        m_warm = nullptr;
    const bool wasCurrent = session == m_current;
    session->abandon(); // emits runningChanged(), after which a background session is discarded
    if (wasCurrent) {
        m_current = nullptr;
        Q_EMIT currentChanged();
    }
    prune();
}

} // namespace chat
