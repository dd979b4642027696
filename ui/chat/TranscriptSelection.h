// What is selected in a transcript: from one place in the text of a message to another. Owned by
// TranscriptView.
#pragma once

#include "chat/MessageColumn.h"

namespace ui {

struct TextPlace
{
    int row = 0;
    Caret caret;

    auto operator<=>(const TextPlace &) const = default;
};

class TranscriptSelection
{
public:
    void clear() { m_head = m_anchor; }
    void begin(const TextPlace &place) { m_anchor = m_head = place; }
    void extendTo(const TextPlace &place) { m_head = place; }
    void select(const TextPlace &from, const TextPlace &to);
    void selectAll(MessageColumn &column);
    // Word or paragraph around a place.
    void selectWord(const MessageColumn &column, const TextPlace &place);
    void selectBlock(const MessageColumn &column, const TextPlace &place);
    // Rows came or went: the selection has no meaning any more.
    void forget() { m_head = m_anchor = {}; }

    bool isEmpty() const { return m_anchor == m_head; }
    TextPlace from() const { return std::min(m_anchor, m_head); }
    TextPlace to() const { return std::max(m_anchor, m_head); }
    // The part of it in this row.
    CaretRange in(int row, const BlockColumn &text) const;
    // Messages that are selected as a whole come as their Markdown.
    QString text(MessageColumn &column, const chat::TranscriptList &list) const;

private:
    TextPlace m_anchor;
    TextPlace m_head;
};

} // namespace ui
