// Above a message that is shown as plain text because the program ended twice while showing it: why it looks
// so, and the way back. Part of a message; coordinates are relative to its own top left corner.
#pragma once

#include "chat/TextLayout.h"
#include "chat/TranscriptAction.h"

namespace ui {

class PlainNotice
{
public:
    PlainNotice(int width, const TranscriptStyle &style);

    int height() const { return m_height; }
    void draw(QPainter &painter, QPoint at, const QRect &clip, const TranscriptStyle &style) const;
    const Action &action() const { return m_action; }
    QString text() const { return m_text.text().text; } // for assistive technology

private:
    TextLayout m_text;
    Action m_action;
    int m_height = 0;
};

} // namespace ui
