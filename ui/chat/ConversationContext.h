// The context window of the open conversation: keeps what is known of its next request up to date for the
// header, the transcript and whoever asks, and takes the ways out where it does not fit. Nothing is done for
// a token that comes: it looks again when an answer begins or ends, the writing rests, or something it counts
// by is another. Nothing is ever deleted. Owned by ChatPage.
#pragma once

#include "chat/ContextPopup.h"
#include "chat/CutLine.h"
#include "chat/Summariser.h"
#include "chat/TurnChoices.h"
#include "common/Widgets.h"

namespace ui {

class ConversationContext : public QObject
{
    Q_OBJECT
public:
    // `bar`: says what is being done, and what came of it.
    ConversationContext(Core &core, const TurnChoices &choices, Banner &bar, QObject *parent);

    void setSession(chat::ChatSession *session); // null = none
    // What is written for the next request; `edited`: it takes the place of this question, 0 = of none.
    void setWriting(const chat::Draft &draft, chat::Id edited);

    const ContextState &state() const { return m_state; }
    CutMark cutMark() const;
    QList<ContextOffer> offers();
    // Where it is not possible, the bar says why. What was refused for want of room is to be asked again
    // then.
    void take(ContextWay way);

Q_SIGNALS:
    void changed(); // state() or cutMark()
    void askAgainRequested();
    void waysRequested(); // to see offers()

private:
    struct Notice
    {
        Banner::Tone tone = Banner::Tone::Note;
        QString text;
        QString action;
        std::function<void()> act;
    };

    void refreshSoon();
    void refresh();
    chat::Path path() const;
    chat::ContextWindow window() const;
    // Tells it once of each answer.
    void tellCutOff();
    bool isRefused() const; // the last answer, for want of room
    // The first row to be sent where the oldest messages are left out; 0 = there is nothing to leave out.
    // `reserve`: tokens for what is sent in their place.
    int firstKept(qint64 reserve);
    QString nothingToLeaveOut() const;
    void leaveOut();
    void enlarge();
    void summarise();
    void sendAll();
    void takeSummary(chat::Id conversation, const chat::Cut &cut);
    // Of that conversation, whether it is at work or not; and a notice with the way back.
    void cut(const chat::Cut &cut, const QString &done);
    void askAgain();
    void tell(const Notice &notice);
    void tellSummary(int part, int parts);

    Core &m_core;
    const TurnChoices &m_choices;
    Banner &m_bar;
    QPointer<chat::ChatSession> m_session;
    QList<QMetaObject::Connection> m_connections;
    QHash<chat::Id, QPointer<chat::Summariser>> m_summaries; // by conversation
    std::function<void()> m_barAction;
    chat::ContextCount m_count;
    chat::Draft m_draft;
    chat::Id m_edited = 0;
    ContextState m_state;
    chat::Id m_cutOffTold = 0; // the answer
    CutMark m_mark;
    QTimer m_soon;
};

} // namespace ui
