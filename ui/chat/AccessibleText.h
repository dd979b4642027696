// A text of the transcript for assistive technology: characters, caret, selection, places on the screen and
// marks, all counted in what is read out. What a message, its thought and a block of code have in common.
#pragma once

#include "chat/TextMoves.h"
#include "chat/TranscriptView.h"

#include <QAccessible>

namespace ui {

class AccessibleText : public QAccessibleTextInterface
{
public:
    QString text(int startOffset, int endOffset) const override;
    int characterCount() const override;
    int cursorPosition() const override;
    void setCursorPosition(int position) override;
    int selectionCount() const override;
    void selection(int selectionIndex, int *startOffset, int *endOffset) const override;
    void addSelection(int startOffset, int endOffset) override;
    void removeSelection(int selectionIndex) override;
    void setSelection(int selectionIndex, int startOffset, int endOffset) override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int startIndex, int endIndex) override;
    QString attributes(int offset, int *startOffset, int *endOffset) const override;

    virtual int row() const = 0; // -1: it is gone
    virtual chat::MessagePart part() const = 0;
    virtual TranscriptView *transcript() const = 0;
    // Here of the whole part; what of it is not read yet, as it is written.
    virtual QString plain() const;
    virtual int offsetOf(const Caret &caret) const;

protected:
    virtual Caret caretOf(int offset) const;
    // nullptr where it is gone or closed.
    const BlockColumn *column() const;

private:
    QString unread() const; // the end of it that is not read yet; mostly empty
    TextPlace placeOf(int offset) const;
    std::pair<int, int> selected() const;
};

} // namespace ui
