// What was sent with a question, over its text in the transcript: images as small pictures, files by name and
// size; pressed they are opened. Used by MessageLayout. Coordinates are relative to the top left corner of
// the first.
#pragma once

#include "chat/Attachment.h"
#include "chat/TranscriptAction.h"

namespace ui {

// In their order, in rows that are at most `width` wide.
QList<Action> attachmentActions(const QList<chat::Attachment> &attachments, int width,
                                const TranscriptStyle &style);
int attachmentsHeight(const QList<chat::Attachment> &attachments, int width, const TranscriptStyle &style);
// The image an action is about, where it is known by now; else a frame is in its place.
void drawPicture(QPainter &painter, const chat::Attachment &image, const QRect &rect,
                 const TranscriptStyle &style);

} // namespace ui
