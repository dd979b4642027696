// Under a message of the transcript: what is above is not in the next request, or would be the first to be
// left out; with the summary that is sent in its place, and the way back. Part of a message; coordinates are
// relative to its own top left corner.
#pragma once

#include "chat/Conversation.h"
#include "chat/TextLayout.h"
#include "chat/TranscriptAction.h"

#include <memory>

namespace ui {

// Where the line is, and what it says.
struct CutMark
{
    enum class State {
        LeftOut, // everything above is left out
        Next,    // nothing is yet; it would be the first
    };
    chat::Id after = 0; // the message it is under; 0 = there is no line
    State state = State::LeftOut;
    QString summary = {};

    bool operator==(const CutMark &) const = default;
};

class CutLine
{
public:
    CutLine(const CutMark &mark, int width, const TranscriptStyle &style);

    int height() const { return m_height; }
    void draw(QPainter &painter, QPoint at, const QRect &clip, const TranscriptStyle &style) const;
    const Action &action() const { return m_action; }
    QString text() const; // for assistive technology

private:
    int m_width;
    TextLayout m_words;
    std::unique_ptr<TextLayout> m_summary;
    Action m_action;
    int m_summaryTop = 0;
    int m_height = 0;
};

} // namespace ui
