// Conversations, folders and assistants for pictures of them, written through the window on a scripted
// engine: in both languages, long and short, and one of each thing that can become of them. And files to take
// in.
#pragma once

#include "support/Desk.h"
#include "support/FakeOllama.h"

class WrittenConversations
{
public:
    WrittenConversations(support::FakeOllama &server, support::Desk &desk);

    static const QString thinking; // a model that does
    static const QString seeing;
    static QList<support::FakeModel> models();

    void write();
    bool hasFailed() const { return m_failed; } // and said where

    chat::Id versions = 0;   // of its first question two, of its last answer three
    chat::Id attached = 0;   // with a file and an image in its question
    chat::Id longTitle = 0;  // with an own prompt, parameters and an assistant, all long and Chinese
    chat::Id bare = 0;       // its answer has no receipt
    chat::Id nearlyFull = 0; // the model's window
    chat::Id summarised = 0; // its beginning
    chat::Id refused = 0;    // for want of room
    chat::Id folder = 0;

    QStringList files() const; // for a question
    QString program() const;   // which is for none
    QString backup() const;
    QString foreign() const; // another program's export

private:
    template <typename Condition>
    void waitFor(const char *what, Condition condition);
    void begin(const QString &model);
    chat::Id here() const;
    // `tokens`: of the request, as the engine counts them.
    void answerWith(const QString &text, int tokens = 480, const QString &thought = {});
    void ask(const QString &question);
    void again();
    chat::Id keep(const QString &title, int daysAgo, const chat::Filing &filing = {});
    void writeFiles();
    void writeList();
    void writeVersions();
    void writeAttached();
    void writeLong();
    void writeFull();
    QString write(const QString &name, const QByteArray &content);

    support::FakeOllama &m_server;
    support::Desk &m_desk;
    support::TempHome m_files;
    bool m_failed = false;
};
