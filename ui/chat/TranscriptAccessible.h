// The transcript for assistive technology: a list with one child for each message, named after who speaks,
// whose text can be read. Children are made when somebody asks for them; while nobody does, all of this costs
// one look at a flag.
#pragma once

#include "chat/TranscriptAction.h"

namespace ui {

class TranscriptView;

// Once for the program; called by every TranscriptView.
void installTranscriptAccessibility();

enum class RowsChange { Inserted, Removed, Replaced };
void notifyRows(TranscriptView *view, int first, int last, RowsChange change);
// Blocks of the message became final: their text, and where it stands in that of its part.
void notifyText(TranscriptView *view, int row, chat::MessagePart part, qsizetype position,
                const QString &text);
// What is selected, or where keys go on, is another.
void notifySelection(TranscriptView *view);
// The keys are at another message, or at another of its buttons and links.
void notifyFocus(TranscriptView *view, int row, const std::optional<ActionKey> &key);
// A section was opened or closed, or code wrapped or not.
void notifyToggled(TranscriptView *view, int row, const ActionKey &key);
// The message is not busy any more: all of it is there, or read.
void notifyReady(TranscriptView *view, int row);
// The answer in `row` ended, well or not.
void notifyEnd(TranscriptView *view, int row);

} // namespace ui
