// A turn of ChatSession: what is asked, what comes, and how it ends.
#include "chat/ChatSession.h"
#include "chat/Continuation.h"
#include "chat/PatientChat.h"
#include "chat/SentPath.h"

#include <algorithm>
#include <utility>

namespace chat {

using base::Error;

namespace {

constexpr qsizetype flushBytes = 2048;

// Interrupted = the answer was coming and the connection did not hold; Failed = there never was one, or the
// server says what went wrong.
MessageState stateAfter(Error::Kind kind, const Message &answer)
{
    switch (kind) {
    case Error::Kind::Cancelled:
        return MessageState::Stopped;
    case Error::Kind::Interrupted:
        return MessageState::Interrupted;
    case Error::Kind::Unreachable:
    case Error::Kind::HostNotFound:
    case Error::Kind::TimedOut:
    case Error::Kind::Tls:
    case Error::Kind::ModelCrashed:
    case Error::Kind::Protocol:
    case Error::Kind::TooLarge:
        return answer.isEmpty() ? MessageState::Failed : MessageState::Interrupted;
    default:
        return MessageState::Failed;
    }
}

} // namespace

bool ChatSession::send(const QString &question, const TurnOptions &options)
{
    if (m_operation || m_waitingQuestion || m_isAbandoned ||
        (question.trimmed().isEmpty() && m_draftAttachments.isEmpty()))
        return false;
    if (!m_isLoaded) {
        m_waitingQuestion = {question, options};
        load();
        return true;
    }
    Message asked = newMessage(backend::Role::User, m_conversation.leafId);
    asked.text = question;
    asked.attachments = std::exchange(m_draftAttachments, {});
    if (m_conversation.title.isEmpty())
        m_conversation.title = titleOf(asked);
    m_conversation.draft.clear();
    m_draftTimer.stop();
    ask(asked, m_transcript.rowCount(), options);
    if (!asked.attachments.isEmpty())
        Q_EMIT attachmentsChanged();
    return true;
}

bool ChatSession::edit(Id question, const QString &text, const TurnOptions &options,
                       const std::optional<QList<Attachment>> &attachments)
{
    const int row = m_transcript.rowOf(question);
    if (m_operation || m_isAbandoned || !m_isLoaded || row < 0)
        return false;
    const Message old = m_transcript.message(row);
    const QList<Attachment> sent = attachments.value_or(old.attachments);
    if (old.role != backend::Role::User || (text.trimmed().isEmpty() && sent.isEmpty()))
        return false;
    Message asked = newMessage(backend::Role::User, old.parentId);
    asked.text = text;
    asked.version = asked.versions = old.versions + 1;
    asked.attachments = sent;
    ask(asked, row, options, copyAttachments(asked.attachments));
    // What was attached for it is with the draft no more.
    for (const Attachment &attachment : sent)
        detach(attachment.id);
    return true;
}

void ChatSession::ask(const Message &question, int row, const TurnOptions &options,
                      const QHash<Id, Id> &copies)
{
    const Message answer = newAnswer(question.id, options.model);
    History history = historyBefore(row);
    history.add(question);
    request(options, history);
    noteEnds(row);
    m_transcript.removeFrom(row);
    m_transcript.append(question);
    m_transcript.append(answer);
    begin(options.model, {question, answer}, copies);
}

void ChatSession::continueAnswer(const TurnOptions &options)
{
    const int row = answerRow();
    if (m_operation || m_isAbandoned || !m_isLoaded || row < 0 || !canContinue(m_transcript.message(row)))
        return;
    const Message before = m_transcript.message(row);
    Message answer = before;
    answer.state = MessageState::Streaming;
    answer.error.reset();
    request(options, historyBefore(row + 1));
    m_continued = before;
    m_refused.reset();
    m_transcript.replace(row, answer);
    begin(m_conversation.model, {answer});
}

void ChatSession::forgetRefusal()
{
    const auto before = std::exchange(m_refused, {});
    const int row = before ? m_transcript.rowOf(before->id) : -1;
    if (row < 0)
        return;
    Message answer = m_transcript.message(row);
    answer.state = before->state;
    answer.error = before->error;
    m_transcript.replace(row, answer);
}

void ChatSession::regenerate(const TurnOptions &options)
{
    if (m_operation || m_isAbandoned || !m_isLoaded || m_transcript.rowCount() == 0)
        return;
    const int row = answerRow();
    const Message last = m_transcript.message(row);
    if (last.role != backend::Role::Assistant) {
        const Message answer = newAnswer(last.id, options.model);
        request(options, historyBefore(row + 1));
        m_transcript.append(answer);
        begin(options.model, {answer});
        return;
    }
    Message answer = newAnswer(last.parentId, options.model);
    if (last.state != MessageState::Complete && last.isEmpty()) {
        answer.id = last.id;
        answer.version = last.version;
        answer.versions = last.versions;
    } else {
        answer.version = answer.versions = last.versions + 1;
    }
    request(options, historyBefore(row));
    m_transcript.replace(row, answer);
    begin(options.model, {answer});
}

bool ChatSession::askAgain(Id answer, const TurnOptions &options, const std::optional<Receipt> &receipt)
{
    const int row = m_transcript.rowOf(answer);
    if (m_operation || m_isAbandoned || !m_isLoaded || row < 0)
        return false;
    const Message old = m_transcript.message(row);
    if (old.role != backend::Role::Assistant)
        return false;
    Message fresh = newAnswer(old.parentId, options.model);
    fresh.version = fresh.versions = old.versions + 1;
    request(options, receipt ? history(receipt->systemPrompt,
                                       firstSentRow(*receipt, m_transcript.messages().first(row)), row)
                             : historyBefore(row));
    noteEnds(row);
    m_transcript.removeFrom(row);
    m_transcript.append(fresh);
    begin(m_conversation.model, {fresh});
    return true;
}

// Before anything is shown: while that is painted, the question is on its way.
// Where something was attached, that is read first.
void ChatSession::request(const TurnOptions &options, const History &history)
{
    m_continued.reset();
    m_firstDelta = {};
    m_elapsed.start();
    const backend::ChatRequest asked{options.model, history.messages, options.generation,
                                     options.firstByteTimeout,
                                     options.server.isEmpty() ? m_conversation.server : options.server};
    const auto ask = [this, asked, attachments = history.attachments,
                      images = options.images](QObject *parent) -> backend::ChatOperation * {
        if (attachments.isEmpty())
            return m_backend.chat(asked, parent);
        return new AttachedChat(m_backend, m_store, asked, attachments, images, parent);
    };
    m_askedAgain = {};
    auto *patient = new PatientChat(ask, this);
    m_operation = patient;
    connect(patient, &PatientChat::postponed, this, [this](std::chrono::milliseconds pause) {
        m_askedAgain = QDeadlineTimer(pause);
        Q_EMIT postponed();
    });
    connect(m_operation, &backend::ChatOperation::sent, this,
            [this, asked, now = QDateTime::currentDateTimeUtc()](const backend::SentRequest &sent) {
                tellAsked(receiptOf(asked, sent, now), sent.body);
            });
    connect(m_operation, &backend::ChatOperation::rerouted, this, &ChatSession::noteStandIn);
    connect(m_operation, &backend::ChatOperation::received, this, &ChatSession::receive);
    connect(m_operation, &backend::ChatOperation::failed, this, &ChatSession::fail);
    connect(m_operation, &backend::ChatOperation::finished, this,
            [this](const backend::ChatSummary &summary) { end(MessageState::Complete, {}, summary); });
}

void ChatSession::begin(const QString &model, const QList<Message> &fresh, const QHash<Id, Id> &copies)
{
    m_conversation.model = model;
    m_conversation.leafId = fresh.constLast().id;
    m_conversation.updated = QDateTime::currentDateTimeUtc();
    m_store.save(m_conversation, fresh, copies);
    m_isStored = true;
    Q_EMIT runningChanged();
    Q_EMIT conversationChanged();
}

void ChatSession::tellAsked(Receipt receipt, const QByteArray &body)
{
    if (m_continued) {
        receipt.continued = {{std::exchange(receipt.sent, {}), m_continued->text.size()}};
        --receipt.messages; // the answer itself
    }
    Q_EMIT asked(m_transcript.message(answerRow()).id, receipt, body);
}

History ChatSession::historyBefore(int end) const
{
    const int first = firstSentRow(m_conversation.cut, pathUpTo(m_transcript.messages(), end));
    return history(instructionsOf(m_conversation, first), first, end);
}

History ChatSession::history(const QString &prompt, int first, int end) const
{
    History history;
    if (!prompt.isEmpty())
        history.messages.append({backend::Role::System, prompt});
    for (int row = first; row < end; ++row) {
        const Message &message = m_transcript.message(row);
        if (isSent(message))
            history.add(message);
    }
    return history;
}

void ChatSession::receive(const backend::ChatDelta &delta)
{
    if (delta.text.isEmpty() && delta.thinking.isEmpty())
        return;
    const int row = answerRow();
    const Message &answer = m_transcript.message(row);
    const bool isFirst = answer.isEmpty();
    const bool endsThinking = answer.text.isEmpty() && !answer.thinking.isEmpty() && !delta.text.isEmpty();
    const bool thinksAgain = m_continued && !answer.thinking.isEmpty() && !delta.thinking.isEmpty() &&
                             answer.thinking.size() == m_continued->thinking.size();
    if (m_firstDelta.count() == 0)
        m_firstDelta = std::max(elapsed(), std::chrono::milliseconds(1));
    if (isFirst || endsThinking) {
        Message timed = answer;
        if (isFirst)
            timed.firstToken = m_firstDelta;
        else
            timed.thinkingTime = elapsed() - timed.firstToken;
        m_transcript.replace(row, timed);
    }
    if (thinksAgain)
        m_transcript.grow(row, {{}, QStringLiteral("\n\n")});
    m_transcript.grow(row, delta);
    m_unflushed += delta.text.toUtf8().size() + delta.thinking.toUtf8().size();
    if (m_unflushed >= flushBytes)
        flushText();
    else if (!m_flushTimer.isActive())
        m_flushTimer.start();
}

void ChatSession::noteStandIn(const QString &serverName)
{
    Message answer = m_transcript.message(answerRow());
    answer.server = serverName;
    m_transcript.replace(answerRow(), answer);
}

void ChatSession::flushText()
{
    m_flushTimer.stop();
    m_unflushed = 0;
    if (m_operation)
        m_store.save(m_conversation.id, m_transcript.message(answerRow()));
}

void ChatSession::fail(const Error &error)
{
    const MessageState state = stateAfter(error.kind, m_transcript.message(answerRow()));
    end(state, state == MessageState::Stopped ? std::nullopt : std::optional(error), {});
}

void ChatSession::stop()
{
    if (m_operation)
        end(MessageState::Stopped, {}, {});
}

void ChatSession::end(MessageState state, const std::optional<Error> &error,
                      const backend::ChatSummary &summary)
{
    Message answer = m_transcript.message(answerRow());
    const bool hasMore = !m_continued || m_firstDelta.count() > 0;
    const bool isRefused = !hasMore && error && error->kind == Error::Kind::Unsupported;
    answer.state = state;
    answer.error = error;
    answer.summary = summary;
    // A server that counts tokens and not time: what was seen from here.
    if (summary.answerTokens > 0 && summary.generation.count() == 0)
        answer.summary.generation = elapsed() - m_firstDelta;
    if (answer.text.isEmpty() && !answer.thinking.isEmpty())
        answer.thinkingTime = elapsed() - answer.firstToken;
    if (m_continued && state == MessageState::Complete)
        answer.summary = joined(m_continued->summary, answer.summary);
    else if (!hasMore && state == MessageState::Stopped)
        answer = *m_continued;
    else if (!hasMore)
        answer.summary = m_continued->summary;
    if (isRefused)
        m_refused = m_continued;
    detachOperation();
    m_transcript.replace(answerRow(), answer);
    m_conversation.updated = QDateTime::currentDateTimeUtc();
    m_store.save(m_conversation, {isRefused ? *m_continued : answer});
    Q_EMIT runningChanged();
    Q_EMIT conversationChanged();
    Q_EMIT answered(answer);
}

// Whatever the operation still says is not for us; one that has ended ignores the cancel.
void ChatSession::detachOperation()
{
    m_flushTimer.stop();
    m_unflushed = 0;
    backend::ChatOperation *operation = std::exchange(m_operation, nullptr);
    operation->disconnect(this);
    operation->cancel();
}

} // namespace chat
