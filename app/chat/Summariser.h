// Has a model sum up the oldest part of a conversation, so that the summary can be sent in its place. What is
// too long for one request is taken in parts, each with the summary of those before. Nothing is saved;
// whoever made it does that.
#pragma once

#include "backend/Backend.h"
#include "chat/SentPath.h"

#include <QPointer>

namespace chat {

struct SummaryTask
{
    backend::ChatRequest request; // model, options and server, as for a question; its messages are made here
    QString before;               // summary of what stands before the messages, if there is one
    QString text;                 // who said what: see spokenText()
    qint64 window = 0;            // tokens of a request; 0 = not known
};

// The messages as a text to be summed up.
QString spokenText(Path messages);

class Summariser : public base::Operation
{
    Q_OBJECT
public:
    Summariser(backend::Backend &backend, const SummaryTask &task, QObject *parent);

Q_SIGNALS:
    void progressed(int part, int parts); // the part that is read now, from 1
    void finished(const QString &summary);

protected:
    void stop() override;

private:
    void askNext();
    void take(const backend::ChatSummary &summary);
    void takeFailure(const base::Error &error);
    QString nextPart() const;

    backend::Backend &m_backend;
    SummaryTask m_task;
    qsizetype m_done = 0;  // characters of the text that are in the summary
    qsizetype m_asked = 0; // and that are being summed up now
    qsizetype m_atOnce = 0;
    QString m_answer;
    QPointer<backend::ChatOperation> m_chat; // a child
};

} // namespace chat
