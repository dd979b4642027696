// ‹ 2/3 ›: the way between the versions of a message, beside a question and in the footer of an answer.
#pragma once

#include "chat/Conversation.h"
#include "chat/TranscriptAction.h"

namespace ui {

// Its two buttons, the latter ending at `right`; none where there is one version. Their tops are 0.
QList<Action> pagerActions(const chat::Message &message, int right, const TranscriptStyle &style);
bool isPager(const ActionKey &key);
// "2/3" between its arrows, which draw themselves; `at` is where the rectangles of `actions` begin.
void drawPager(QPainter &painter, const chat::Message &message, const QList<Action> &actions, QPoint at,
               const TranscriptStyle &style);
// For assistive technology: "Version 2 of 3"; empty where there is one.
QString versionWords(const chat::Message &message);

} // namespace ui
