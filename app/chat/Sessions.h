// The open conversations: one ChatSession each. Keeps those that run, the current one and the one before it;
// others are closed and read again from the store when they are opened. The chat page shows the current one.
#pragma once

#include "chat/ChatSession.h"

#include <QObject>

#include <memory>
#include <vector>

namespace chat {

class Sessions : public QObject
{
    Q_OBJECT
public:
    Sessions(backend::Backend &backend, ConversationStore &store, QObject *parent = nullptr);
    ~Sessions() override;

    // Makes it the current one; a session that is open already goes on as it is. A new conversation has a
    // new id, no leaf and is not in the store yet.
    ChatSession &open(const Conversation &conversation);
    ChatSession *current() const { return m_current; }
    ChatSession *find(Id conversation) const; // nullptr = not open
    bool anyRunning() const;
    // Stops a running answer without keeping it and closes the session; for a conversation that is deleted.
    void close(Id conversation);
    // Stops every running answer, keeping its text; for the end of the program.
    void stopAll();

Q_SIGNALS:
    void currentChanged();
    // A turn began (true) or ended.
    void runningChanged(chat::Id conversation, bool running);
    // A turn ended; the message carries state and error.
    void answered(chat::Id conversation, const chat::Message &message);

private:
    void trim();

    backend::Backend &m_backend;
    ConversationStore &m_store;
    std::vector<std::unique_ptr<ChatSession>> m_sessions; // most recently opened last
    ChatSession *m_current = nullptr;
};

} // namespace chat
