// One conversation at work: the only place where the server's stream, the store and the transcript meet.
// Made by Sessions; lives on while it runs even if no page shows it.
#pragma once

#include "backend/Backend.h"
#include "chat/AttachedChat.h"
#include "chat/ConversationStore.h"
#include "chat/Receipt.h"
#include "chat/TranscriptList.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

namespace chat {

// What one turn is asked with.
struct TurnOptions
{
    QString model;
    backend::GenerationOptions generation;
    std::chrono::milliseconds firstByteTimeout = backend::usualFirstByteTimeout;
    QString server = {}; // of this turn alone; empty = that of the conversation
    // The model may be blind: what was shown to another is left out then.
    Images images = Images::Sent;

    bool operator==(const TurnOptions &) const = default;
};

class ChatSession : public QObject
{
    Q_OBJECT
public:
    // A new conversation (conversation.leafId == 0) is saved with its first question, or its draft.
    ChatSession(backend::Backend &backend, ConversationStore &store, const Conversation &conversation,
                QObject *parent = nullptr);
    // While running: keeps the text so far, as Interrupted.
    ~ChatSession() override;

    const Conversation &conversation() const { return m_conversation; }
    TranscriptList &transcript() { return m_transcript; }
    bool isRunning() const { return m_operation != nullptr; }
    // Whether all stored messages are in the transcript; at once for a new conversation. The last ones of a
    // long conversation come before the others.
    bool isLoaded() const { return m_isLoaded; }
    // Of the running turn; 0 when none runs.
    std::chrono::milliseconds elapsed() const;
    // When a busy server is asked again; over = that is not waited for.
    QDeadlineTimer askedAgain() const { return m_askedAgain; }

    // What will be sent with the next question, in the order it came; kept as the draft is.
    const QList<Attachment> &draftAttachments() const { return m_draftAttachments; }
    // False where there are so many already. The conversation is saved with it.
    bool attach(const Attachment &attachment, const QByteArray &content);
    void detach(Id attachment);

    // Adds the question, with what is attached, and starts the answer, as soon as the conversation is loaded.
    // False, and nothing is asked, while running or while another question waits for that, and when
    // `question` is blank and nothing attached.
    bool send(const QString &question, const TurnOptions &options);
    // Asks `question` again as `text`, as another version of it: the old one is kept, and so are what came
    // after it and the draft. False where that cannot begin: while running, before the conversation is
    // loaded, where it is blank or the question is not on the shown path. `attachments`: of what it was sent
    // with and what is attached now, that which it is sent with; absent = as before.
    bool edit(Id question, const QString &text, const TurnOptions &options,
              const std::optional<QList<Attachment>> &attachments = {});
    // Ends the answer as Stopped, keeping its text. Idempotent.
    void stop();
    // Asks for another version of the last answer; the old one is kept. Also the way to retry a failed one:
    // a failed answer without any text is replaced.
    // Ignored while running and before the conversation is loaded.
    void regenerate(const TurnOptions &options);
    // Asks for another version of any answer of the shown path; what came after the old one stays with it.
    // The model is told what it was told for the receipt, or without one what it would be told now. The
    // conversation keeps its model. False where that cannot begin: see edit().
    bool askAgain(Id answer, const TurnOptions &options, const std::optional<Receipt> &receipt);
    // The last answer goes on where it ended (see canContinue()) and stays the same message. Where nothing
    // more comes, it is what it was; where that is because of an error, that is told in it. That the server
    // cannot do it is told, but not saved. Ignored while running and before the conversation is loaded.
    void continueAnswer(const TurnOptions &options);
    // From now on another server may be asked: what one could not go on with is as before.
    void forgetRefusal();
    // A conversation of its own with copies of what is shown up to this message, saved in this folder (0 = in
    // none); of an answer that is being written, what is there. Absent where it is not on the shown path.
    std::optional<Conversation> branch(Id message, const QString &title, Id folder) const;
    // ‹ 2/3 ›: shows the neighbouring version of the message in `row`, with what this session showed below
    // it the last time. Ignored while running.
    void showVersion(int row, int offset);
    // Shows a branch that has the message, the one shown last or the latest, once it is loaded, and tells its
    // row. On another branch than the shown one ignored while running.
    void showMessage(Id message);

    void rename(const QString &title);
    void setSystemPrompt(const QString &prompt);
    // Its prompt, model and what of its parameters is to count are set apart from it; 0 = none.
    void setAssistant(Id assistant);
    // What this conversation overrides; saved within a second.
    void setParameters(const backend::GenerationOptions &parameters);
    // Requests leave out what it says; the messages stay where they are.
    void setCut(const Cut &cut);
    void setModel(const QString &model);
    void setServer(const QString &id);   // empty = the one in use
    void setDraft(const QString &draft); // saved within a second
    // The conversation is being deleted: stops, and saves nothing but the draft and that the answer was
    // stopped (it may come back from the trash). Nothing is done any more afterwards.
    void abandon();

Q_SIGNALS:
    void runningChanged();
    void postponed();           // see askedAgain()
    void conversationChanged(); // title, model, server, prompt, assistant, parameters, cut, leaf
    void attachmentsChanged();  // of the draft
    void loaded();              // all stored messages are in the transcript
    void messageShown(int row); // as showMessage() asked
    // They, or another version, could not be read. A question that waited for them is the draft again.
    void loadFailed(const base::Error &error);
    // The request for it is on its way, or another one in its place. See ConversationStore::save().
    void asked(chat::Id answer, const chat::Receipt &receipt, const QByteArray &body);
    // The turn ended: state and error are in the last message.
    void answered(const chat::Message &message);

private:
    void load();
    void takeEnd(const base::Result<QList<Message>> &end);
    void take(const base::Result<QList<Message>> &path);
    void takeVersion(const base::Result<QList<Message>> &path);
    bool tellShown(Id message);
    // What is shown below the version in `row`, and below the others, before something else is.
    void noteEnds(int row);
    void loadDraftAttachments();
    bool hasDraft() const { return !m_conversation.draft.isEmpty() || !m_draftAttachments.isEmpty(); }
    // In place of what the transcript has from `row` on. `copies`: see ConversationStore::save().
    void ask(const Message &question, int row, const TurnOptions &options, const QHash<Id, Id> &copies = {});
    void request(const TurnOptions &options, const History &history);
    // The answer asked for is the last row of the transcript; `fresh` are the messages not saved yet.
    void begin(const QString &model, const QList<Message> &fresh, const QHash<Id, Id> &copies = {});
    void tellAsked(Receipt receipt, const QByteArray &body);
    History historyBefore(int end) const; // of the messages before row `end`
    History history(const QString &prompt, int first, int end) const;
    int answerRow() const { return m_transcript.rowCount() - 1; }
    void receive(const backend::ChatDelta &delta);
    void noteStandIn(const QString &serverName);
    void fail(const base::Error &error);
    void end(MessageState state, const std::optional<base::Error> &error,
             const backend::ChatSummary &summary);
    void detachOperation();
    void flushText();
    void saveConversation();
    void noteOtherCounts();

    backend::Backend &m_backend;
    ConversationStore &m_store;
    Conversation m_conversation;
    TranscriptList m_transcript;
    QList<Attachment> m_draftAttachments;
    backend::ChatOperation *m_operation = nullptr; // a child
    std::optional<Message> m_continued;            // what the answer was before it went on
    std::optional<Message> m_refused;              // and before the server could not do that
    QHash<Id, Id> m_ends;                          // what was shown last below versions
    std::chrono::milliseconds m_firstDelta{0};     // of the running turn; 0 = none yet
    QDeadlineTimer m_askedAgain;
    QElapsedTimer m_elapsed;
    QTimer m_flushTimer;
    QTimer m_draftTimer;
    qsizetype m_unflushed = 0; // bytes shown but not handed to the store
    // Asked before the conversation was loaded.
    std::optional<std::pair<QString, TurnOptions>> m_waitingQuestion;
    Id m_waitingMessage = 0; // to be shown when the conversation is loaded
    bool m_isStored;         // there is a row of it
    bool m_isLoaded = false;
    bool m_isAbandoned = false;
};

} // namespace chat
