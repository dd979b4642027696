// Better titles of conversations, by their models: where that is wanted, the first answer of a conversation
// is followed by a small request for one, once nothing else is being answered. The request begins as the
// conversation does, so that what the server keeps of it stays of use for the next question; it is given up
// as soon as one is asked. Nobody waits for it, and nobody is told where it fails: that is in the log. Owned
// by the composition root.
#pragma once

#include "chat/Sessions.h"

#include <QPointer>

#include <functional>

namespace chat {

class Titles : public QObject
{
    Q_OBJECT
public:
    Titles(backend::Backend &backend, Sessions &sessions, QObject *parent = nullptr);

    void setWanted(bool isWanted);
    // Whether the server has something else to do.
    void setBusy(std::function<bool()> isBusy) { m_isBusy = std::move(isBusy); }

private:
    void follow(Id conversation, bool isRunning);
    void ask(ChatSession &session, const Receipt &receipt);
    void take(Id conversation, const QString &said);
    void giveUp();
    void end();

    backend::Backend &m_backend;
    Sessions &m_sessions;
    std::function<bool()> m_isBusy;
    QHash<Id, Receipt> m_receipts;                // of answers that are being written
    QPointer<backend::ChatOperation> m_operation; // a child
    Id m_titled = 0;                              // the conversation it is for
    QString m_said;
    bool m_isWanted = false;
};

// What is asked: the conversation as it is, and for a title.
backend::ChatRequest titleRequest(const Receipt &receipt, const QList<Message> &messages);
// A title from what a model said: its first line without marks and quotation marks; empty where there is
// none.
QString titleSaid(const QString &text);

} // namespace chat
