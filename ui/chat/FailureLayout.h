// A failure where it happened: what went wrong, what to do next, and the buttons for it. Part of a message.
#pragma once

#include "base/Error.h"
#include "chat/TextLayout.h"
#include "chat/TranscriptAction.h"

#include <memory>

namespace ui {

class FailureLayout
{
public:
    enum class Retry { Possible, NotPossible }; // only the last answer can be asked again

    FailureLayout(const base::Error &error, const QString &model, const QString &server, Retry retry,
                  GoingOn goingOn, int width, const TranscriptStyle &style, bool detailsAreOpen);

    int height() const { return m_height; }
    void draw(QPainter &painter, QPoint at, const QRect &clip, const TranscriptStyle &style) const;
    // Their rectangles relative to the failure's top left corner.
    const QList<Action> &actions() const { return m_actions; }
    // For assistive technology.
    QString text() const;

private:
    void addActions(base::Error::Kind kind, Retry retry, GoingOn goingOn, bool hasDetails,
                    bool detailsAreOpen, const TranscriptStyle &style);

    std::unique_ptr<TextLayout> m_what;
    std::unique_ptr<TextLayout> m_next;
    std::unique_ptr<TextLayout> m_details;
    QList<Action> m_actions;
    int m_width = 0;
    int m_buttonsTop = 0;
    int m_detailsTop = 0;
    int m_height = 0;
};

} // namespace ui
