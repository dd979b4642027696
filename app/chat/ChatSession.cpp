#include "chat/ChatSession.h"

#include <utility>

namespace chat {

using base::Error;

namespace {

constexpr std::chrono::milliseconds flushInterval{500};
constexpr std::chrono::seconds draftInterval{1};

} // namespace

ChatSession::ChatSession(backend::Backend &backend, ConversationStore &store,
                         const Conversation &conversation, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_store(store)
    , m_conversation(conversation)
    , m_isStored(conversation.leafId != 0 || !conversation.draft.isEmpty())
{
    if (m_isStored || m_conversation.created.isValid()) // else there is no row of it
        loadDraftAttachments();
    if (m_conversation.id == 0)
        m_conversation.id = newId();
    if (!m_conversation.created.isValid())
        m_conversation.created = QDateTime::currentDateTimeUtc();
    m_flushTimer.setSingleShot(true);
    m_flushTimer.setInterval(flushInterval);
    connect(&m_flushTimer, &QTimer::timeout, this, &ChatSession::flushText);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftInterval);
    connect(&m_draftTimer, &QTimer::timeout, this, &ChatSession::saveConversation);
    if (m_conversation.leafId == 0) {
        m_isLoaded = true;
        QMetaObject::invokeMethod(this, &ChatSession::loaded, Qt::QueuedConnection);
    } else {
        load();
    }
}

ChatSession::~ChatSession()
{
    if (m_draftTimer.isActive())
        saveConversation();
    if (!m_operation)
        return;
    detachOperation();
    Message answer = m_transcript.message(answerRow());
    answer.state = MessageState::Interrupted;
    answer.error = Error{Error::Kind::ProgramEnded, {}};
    m_store.save(m_conversation, {answer});
}

std::chrono::milliseconds ChatSession::elapsed() const
{
    return std::chrono::milliseconds(m_operation ? m_elapsed.elapsed() : 0);
}

void ChatSession::load()
{
    m_store.pathEnd(this, m_conversation.id,
                    [this](const base::Result<QList<Message>> &end) { takeEnd(end); });
}

// The reader sees the end of a conversation at once, while what is above it is still read.
void ChatSession::takeEnd(const base::Result<QList<Message>> &end)
{
    if (m_isLoaded || m_isAbandoned)
        return;
    if (!end || end->size() < ConversationStore::endSize)
        return take(end);
    m_store.path(this, m_conversation.id, [this](const base::Result<QList<Message>> &path) { take(path); });
    m_transcript.setMessages(*end);
}

void ChatSession::take(const base::Result<QList<Message>> &path)
{
    if (m_isLoaded || m_isAbandoned)
        return;
    if (!path) {
        if (m_waitingQuestion) {
            QString draft = std::exchange(m_waitingQuestion, {})->first;
            if (!m_conversation.draft.isEmpty()) // written since
                draft += QStringLiteral("\n\n") + m_conversation.draft;
            setDraft(draft);
            Q_EMIT conversationChanged();
        }
        Q_EMIT loadFailed(path.error());
        return;
    }
    m_isLoaded = true;
    m_transcript.setMessages(*path);
    Q_EMIT loaded();
    if (const Id message = std::exchange(m_waitingMessage, 0))
        showMessage(message);
    if (const auto waiting = std::exchange(m_waitingQuestion, {}))
        send(waiting->first, waiting->second);
}

void ChatSession::abandon()
{
    if (m_isAbandoned)
        return;
    if (m_draftTimer.isActive())
        saveConversation();
    m_isAbandoned = true;
    m_waitingQuestion.reset();
    if (!m_operation)
        return;
    detachOperation();
    Message answer = m_transcript.message(answerRow());
    answer.state = MessageState::Stopped;
    m_transcript.replace(answerRow(), answer);
    m_store.save(m_conversation.id, answer);
    Q_EMIT runningChanged();
}

void ChatSession::showVersion(int row, int offset)
{
    if (m_operation || m_isAbandoned || row < 0 || row >= m_transcript.rowCount())
        return;
    noteEnds(row);
    m_store.showVersion(
        this, m_conversation.id, m_transcript.message(row).id, offset,
        [this](const base::Result<QList<Message>> &path) { takeVersion(path); }, m_ends);
}

void ChatSession::noteEnds(int row)
{
    for (int each = 0; each < m_transcript.rowCount(); ++each) {
        const Message &message = m_transcript.message(each);
        if (each == row || message.versions > 1)
            m_ends.insert(message.id, m_conversation.leafId);
    }
}

void ChatSession::takeVersion(const base::Result<QList<Message>> &path)
{
    // A turn begun meanwhile has made its own leaf the shown one.
    if (m_operation || m_isAbandoned)
        return;
    if (!path) {
        Q_EMIT loadFailed(path.error());
        return;
    }
    m_transcript.setMessages(*path);
    if (!path->isEmpty())
        m_conversation.leafId = path->constLast().id;
    Q_EMIT conversationChanged();
}

void ChatSession::showMessage(Id message)
{
    if (m_isAbandoned || tellShown(message))
        return;
    if (!m_isLoaded) {
        m_waitingMessage = message;
        return;
    }
    if (m_operation)
        return;
    noteEnds(-1);
    m_store.showVersion(
        this, m_conversation.id, message, 0,
        [this, message](const base::Result<QList<Message>> &path) {
            takeVersion(path);
            tellShown(message);
        },
        m_ends);
}

bool ChatSession::tellShown(Id message)
{
    const int row = m_transcript.rowOf(message);
    if (row < 0)
        return false;
    Q_EMIT messageShown(row);
    return true;
}

std::optional<Conversation> ChatSession::branch(Id message, const QString &title, Id folder) const
{
    const int row = m_transcript.rowOf(message);
    if (!m_isLoaded || row < 0)
        return {};
    QList<Message> copies = m_transcript.messages().first(row + 1);
    QHash<Id, Id> attachments;
    Id parent = 0;
    Conversation branch = m_conversation;
    QHash<Id, Id> ids;
    for (Message &copy : copies) {
        copy.id = *ids.insert(copy.id, newId());
        if (copy.state == MessageState::Streaming)
            copy.state = MessageState::Stopped;
        copy.parentId = std::exchange(parent, copy.id);
        attachments.insert(copyAttachments(copy.attachments));
    }
    branch.id = newId();
    branch.title = title;
    branch.draft.clear();
    branch.leafId = parent;
    branch.cut.after = ids.value(m_conversation.cut.after);
    branch.filing = {.folder = folder};
    branch.created = branch.updated = QDateTime::currentDateTimeUtc();
    m_store.save(branch, copies, attachments);
    m_store.copyReceipts(ids);
    return branch;
}

void ChatSession::rename(const QString &title)
{
    if (title == m_conversation.title)
        return;
    m_conversation.title = title;
    saveConversation();
    Q_EMIT conversationChanged();
}

void ChatSession::setSystemPrompt(const QString &prompt)
{
    if (prompt == m_conversation.systemPrompt)
        return;
    m_conversation.systemPrompt = prompt;
    noteOtherCounts();
    saveConversation();
    Q_EMIT conversationChanged();
}

void ChatSession::setAssistant(Id assistant)
{
    if (assistant == m_conversation.assistant)
        return;
    m_conversation.assistant = assistant;
    saveConversation();
    Q_EMIT conversationChanged();
}

void ChatSession::setParameters(const backend::GenerationOptions &parameters)
{
    if (parameters == m_conversation.parameters)
        return;
    m_conversation.parameters = parameters;
    if (!m_draftTimer.isActive())
        m_draftTimer.start();
    Q_EMIT conversationChanged();
}

void ChatSession::setCut(const Cut &cut)
{
    if (cut == m_conversation.cut)
        return;
    m_conversation.cut = cut;
    noteOtherCounts();
    saveConversation();
    Q_EMIT conversationChanged();
}

// What was counted so far is not of what is asked from now on.
void ChatSession::noteOtherCounts()
{
    if (m_conversation.leafId != 0)
        m_conversation.countedSince = QDateTime::currentDateTimeUtc();
}

void ChatSession::setModel(const QString &model)
{
    if (model == m_conversation.model)
        return;
    m_conversation.model = model;
    saveConversation();
    Q_EMIT conversationChanged();
}

void ChatSession::setServer(const QString &id)
{
    if (id == m_conversation.server)
        return;
    m_conversation.server = id;
    forgetRefusal();
    saveConversation();
    Q_EMIT conversationChanged();
}

void ChatSession::setDraft(const QString &draft)
{
    if (draft == m_conversation.draft)
        return;
    m_conversation.draft = draft;
    if (!m_draftTimer.isActive())
        m_draftTimer.start();
}

// A conversation without a question or something typed for one is not worth a row yet.
void ChatSession::saveConversation()
{
    m_draftTimer.stop();
    if (m_isAbandoned || (!m_isStored && !hasDraft()))
        return;
    m_store.save(m_conversation);
    m_isStored = true;
}

} // namespace chat
