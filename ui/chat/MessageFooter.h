// The line under an answer: what made it, how fast, and what can be done with it.
#pragma once

#include "chat/Conversation.h"
#include "chat/TranscriptAction.h"

namespace ui {

// Of an answer in its conversation; Beside: another version of it, to be compared.
enum class Place { Last, Earlier, Beside };

constexpr int footerHeight = 24;

// Facts after the model's name: "answered by GPU box" where another server stood in, "386 tokens", "46.3
// tokens/s", "first token 0.9 s", "10:42".
QStringList footerFacts(const chat::Message &answer);
// For a line `width` wide; rectangles relative to its top left corner.
QList<Action> footerActions(const chat::Message &answer, Place place, GoingOn goingOn, int width,
                            const TranscriptStyle &style);
// Its words; the actions, as footerActions() gave them, draw themselves.
void drawFooter(QPainter &painter, const chat::Message &answer, const QRect &rect,
                const QList<Action> &actions, const TranscriptStyle &style);

} // namespace ui
