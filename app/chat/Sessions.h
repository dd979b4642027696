// The conversations at work, by id: the current one, the ones that answer in the background, and the one left
// last, so that going back is instant. One per program, made by the composition root; the pages follow it,
// and it feeds ConversationList with what answers and what is unread.
#pragma once

#include "chat/ChatSession.h"

#include <QHash>
#include <QSet>

namespace chat {

class Sessions : public QObject
{
    Q_OBJECT
public:
    Sessions(backend::Backend &backend, ConversationStore &store, QObject *parent = nullptr);
    // Running answers are kept as Interrupted.
    ~Sessions() override;

    // Null before the first open() and after the current conversation was deleted. A session lives at least
    // until currentChanged() after it stopped being the current one.
    ChatSession *current() const { return m_current; }
    ChatSession *find(Id conversation) const { return m_sessions.value(conversation); }
    int runningCount() const;

    // Makes it the current one, loading it where it is not at work.
    ChatSession *open(const Conversation &conversation);
    // A conversation without a question as the current one, with this model and prompt: the one there is, for
    // it may have a draft, else a fresh one. It is saved with its first question, or its draft.
    ChatSession *startNew(const QString &model, const QString &systemPrompt);
    // Something is to come for it: it stays at work although nobody shows it, until release() was called as
    // often. One that was deleted is not kept.
    void keep(Id conversation);
    void release(Id conversation);
    void stopAll();
    // Other servers may be asked from now on. See ChatSession::forgetRefusal().
    void forgetRefusals();

Q_SIGNALS:
    void currentChanged();
    void runningChanged(chat::Id conversation, bool isRunning);
    // As ChatSession::asked().
    void asked(chat::Id answer, const chat::Receipt &receipt, const QByteArray &body);
    // An answer ended while another conversation was current; or it is now read.
    void unreadChanged(chat::Id conversation, bool isUnread);

private:
    ChatSession *add(const Conversation &conversation);
    void makeCurrent(ChatSession *session);
    ChatSession *unasked() const;
    void prune();
    void discard(ChatSession *session);
    void remove(Id conversation);

    backend::Backend &m_backend;
    ConversationStore &m_store;
    QHash<Id, ChatSession *> m_sessions;
    QHash<Id, int> m_kept; // how often
    QSet<Id> m_unread;
    ChatSession *m_current = nullptr;
    ChatSession *m_warm = nullptr; // left last
};

} // namespace chat
