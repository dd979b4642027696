// What is selected in a transcript: from one place in the text of a message to another. Owned by
// TranscriptView.
#pragma once

#include "chat/MessageColumn.h"
#include "chat/SelectedText.h"

namespace ui {

struct TextPlace
{
    int row = 0;
    chat::MessagePart part = chat::MessagePart::Thinking;
    Caret caret;

    auto operator<=>(const TextPlace &) const = default;
    MessageLayout::Spot inMessage() const { return {part, caret}; }
};

// What grows by one step while a selection is drawn.
enum class TextUnit { Character, Word, Paragraph };

class TranscriptSelection
{
public:
    // Around `place`; drawing goes on in whole units.
    void begin(MessageColumn &column, const TextPlace &place, TextUnit unit);
    void extendTo(MessageColumn &column, const TextPlace &place);
    // By keys: in characters from here on.
    void moveHeadTo(const TextPlace &place);
    void select(const TextPlace &anchor, const TextPlace &head);
    void selectAll(const MessageColumn &column);
    void clear() { select(m_head, m_head); }
    void forget();

    // Rows came or went elsewhere; a selection in rows that went is forgotten.
    void insertRows(int first, int count);
    void removeRows(int first, int count);

    bool isEmpty() const { return m_anchor == m_head; }
    // Whether keys have a place to start from.
    bool hasPlace() const { return m_hasPlace; }
    TextPlace head() const { return m_head; }
    TextPlace from() const { return std::min(m_anchor, m_head); }
    TextPlace to() const { return std::max(m_anchor, m_head); }
    // The part of it in this text.
    CaretRange in(int row, chat::MessagePart part, const BlockColumn &text) const;

    QList<SelectedPart> parts(const MessageColumn &column, const chat::TranscriptList &list) const;

private:
    TextPlace m_anchor;
    TextPlace m_head;
    TextUnit m_unit = TextUnit::Character;
    TextPlace m_unitFrom; // what was clicked on stays selected
    TextPlace m_unitTo;
    bool m_hasPlace = false;
};

} // namespace ui
