// One conversation at work: the only place where the server's stream, the store and the transcript meet.
// Made by Sessions; lives on while it runs even if no page shows it.
#pragma once

#include "backend/Backend.h"
#include "chat/ConversationStore.h"
#include "chat/TranscriptList.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

namespace chat {

// What one turn is asked with.
struct TurnOptions
{
    QString model;
    backend::GenerationOptions generation;
    std::chrono::milliseconds firstByteTimeout{90'000};

    bool operator==(const TurnOptions &) const = default;
};

class ChatSession : public QObject
{
    Q_OBJECT
public:
    // A new conversation (conversation.leafId == 0) is saved with its first question only.
    ChatSession(backend::Backend &backend, ConversationStore &store, const Conversation &conversation,
                QObject *parent = nullptr);

    const Conversation &conversation() const { return m_conversation; }
    TranscriptList &transcript() { return m_transcript; }
    bool isRunning() const { return m_operation != nullptr; }
    // Of the running turn; 0 when none runs.
    std::chrono::milliseconds elapsed() const;

    // Adds the question and starts the answer. Ignored while running or when `question` is blank.
    void send(const QString &question, const TurnOptions &options);
    // Ends the answer as Stopped, keeping its text. Idempotent.
    void stop();
    // Asks for another version of the last answer; the old one is kept. Also the way to retry a failed one:
    // a failed answer without any text is replaced.
    void regenerate(const TurnOptions &options);
    // ‹ 2/3 ›: shows the neighbouring version of the message in `row`. Ignored while running.
    void showVersion(int row, int offset);

    void rename(const QString &title);
    void setSystemPrompt(const QString &prompt);
    void setModel(const QString &model);
    void setDraft(const QString &draft); // saved within a second
    // Stops, without keeping anything: the conversation is being deleted.
    void abandon();

Q_SIGNALS:
    void runningChanged();
    void conversationChanged(); // title, model, prompt, leaf
    void loaded();              // the stored messages are in the transcript
    // The turn ended: state and error are in the last message.
    void answered(const chat::Message &message);

private:
    void load();
    void ask(const TurnOptions &options, Id parentId);
    void receive(const backend::ChatDelta &delta);
    void end(MessageState state, std::optional<base::Error> error, const backend::ChatSummary &summary);
    void flushText();
    void saveConversation();

    backend::Backend &m_backend;
    ConversationStore &m_store;
    Conversation m_conversation;
    TranscriptList m_transcript;
    backend::ChatOperation *m_operation = nullptr;
    QElapsedTimer m_elapsed;
    QTimer m_flushTimer;
    QTimer m_draftTimer;
    qsizetype m_unflushed = 0; // characters shown but not handed to the store
};

} // namespace chat
