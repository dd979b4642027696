// A quiet line above the text of a message about how it is shown, and a button that changes that. Part of a
// message; coordinates are relative to its own top left corner.
#pragma once

#include "chat/TextLayout.h"
#include "chat/TranscriptAction.h"

namespace ui {

class MessageNotice
{
public:
    // Without a button where it has no words.
    MessageNotice(const QString &words, const QString &button, ActionKey::Kind kind, int width,
                  const TranscriptStyle &style);

    int height() const { return m_height; }
    void draw(QPainter &painter, QPoint at, const QRect &clip, const TranscriptStyle &style) const;
    const std::optional<Action> &action() const { return m_action; }
    QString text() const { return m_text.text().text; } // for assistive technology

private:
    TextLayout m_text;
    std::optional<Action> m_action;
    int m_height = 0;
};

} // namespace ui
