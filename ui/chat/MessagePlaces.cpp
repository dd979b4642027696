// Where things are in a message and what is at a place: the part of MessageLayout that knows carets and
// anchors.
#include "chat/AttachmentLayout.h"
#include "chat/MessageLayout.h"

#include <algorithm>

namespace ui {

QString MessageLayout::toolTipAt(QPoint point) const
{
    const QPoint in = point - textOrigin();
    if (!isTextAt(point))
        return {};
    const int block = m_text.blockAt(in.y());
    return block >= 0 && m_text.layout(block) ? m_text.layout(block)->toolTipAt(in - m_text.originOf(block))
                                              : QString();
}

int MessageLayout::attachmentsHeight() const
{
    const int height = ui::attachmentsHeight(m_message.attachments, m_text.width(), m_style);
    return height > 0 && m_textTaken > 0 ? height + attachmentsGap : height;
}

QList<Action> MessageLayout::attachmentActions() const
{
    QList<Action> actions = ui::attachmentActions(m_message.attachments, m_text.width(), m_style);
    for (Action &action : actions)
        action.rect.translate(questionPaddingX, questionPaddingY);
    return actions;
}

MessageLayout::Anchor MessageLayout::anchorAt(int top) const
{
    using chat::MessagePart;
    const bool isInThinking = isThinkingOpen() && !isPeek() && top >= thinkingOrigin().y() && top < m_textTop;
    const MessagePart part = isInThinking ? MessagePart::Thinking : MessagePart::Text;
    const BlockColumn &column = this->column(part);
    const int y = top - originOf(part).y();
    if (y < 0 || column.size() == 0)
        return {part, -1, 0, top};
    int block = column.blockAt(y);
    for (int i = std::max(0, block); i < column.size(); ++i) {
        if (column.isExact(i)) {
            block = i;
            break;
        }
    }
    if (block < 0)
        return {part, -1, 0, top};
    // Where the line it is in begins, so that the place holds when lines break elsewhere.
    const int inBlock = y - column.originOf(block).y();
    const BlockLayout *layout = column.layout(block);
    const qsizetype position = layout && inBlock > 0 ? layout->positionAt(QPoint(0, inBlock)) : 0;
    const int line = layout ? layout->caretRect(position).top() : 0;
    return {part, block, position, inBlock - line};
}

int MessageLayout::topOf(const Anchor &anchor) const
{
    const BlockColumn &column = this->column(anchor.part);
    if (anchor.block < 0 || anchor.block >= column.size() || !isOpen(anchor.part))
        return anchor.block < 0 ? anchor.offset : m_textTop;
    const BlockLayout *layout = column.layout(anchor.block);
    const int line = layout ? layout->caretRect(anchor.position).top() : 0;
    return originOf(anchor.part).y() + column.originOf(anchor.block).y() + line + anchor.offset;
}

bool MessageLayout::layOutAt(chat::MessagePart part, int block)
{
    BlockColumn &column = part == chat::MessagePart::Text ? m_text : m_thinking;
    if (block < 0 || block >= column.size() || column.layout(block))
        return false;
    const int before = m_height;
    column.layOutBlock(block, m_style);
    place();
    return m_height != before;
}

bool MessageLayout::isOpen(chat::MessagePart part) const
{
    return part == chat::MessagePart::Text || isThinkingOpen();
}

bool MessageLayout::isPeeking(chat::MessagePart part) const
{
    return part == chat::MessagePart::Thinking && isPeek();
}

const BlockColumn &MessageLayout::column(chat::MessagePart part) const
{
    return part == chat::MessagePart::Text ? m_text : m_thinking;
}

QPoint MessageLayout::originOf(chat::MessagePart part) const
{
    return part == chat::MessagePart::Text ? textOrigin() : thinkingOrigin();
}

QRect MessageLayout::caretRect(const Spot &spot)
{
    layOutAt(spot.part, spot.caret.block);
    return column(spot.part).caretRect(spot.caret).translated(originOf(spot.part));
}

bool MessageLayout::reveal(chat::MessagePart part, const CaretRange &range)
{
    BlockColumn &column = part == chat::MessagePart::Text ? m_text : m_thinking;
    layOutAt(part, range.from.block);
    if (!column.reveal(range))
        return false;
    markDirty(originOf(part).y() + column.originOf(range.from.block).y());
    return true;
}

bool MessageLayout::reveal(const Spot &spot)
{
    const QRect caret = caretRect(spot);
    BlockColumn &column = spot.part == chat::MessagePart::Text ? m_text : m_thinking;
    if (spot.caret.block < 0 || spot.caret.block >= column.size())
        return false;
    const QPoint origin = originOf(spot.part) + column.originOf(spot.caret.block);
    if (!column.reveal(spot.caret.block, caret.translated(-origin)))
        return false;
    markDirty(origin.y());
    return true;
}

bool MessageLayout::reveal(const Action &action)
{
    const int block = action.key.block;
    if (action.look != Action::Look::Link || block < 0 || block >= m_text.size())
        return false;
    const QPoint origin = textOrigin() + m_text.originOf(block);
    if (!m_text.reveal(block, action.rect.translated(-origin)))
        return false;
    markDirty(origin.y());
    return true;
}

QList<QRect> MessageLayout::wideBlocks() const
{
    QList<QRect> rects;
    for (int i = 0; i < m_text.size(); ++i) {
        if (const QRect rect = m_text.wideBlock(i); !rect.isEmpty())
            rects.append(rect.translated(textOrigin()));
    }
    return rects;
}

MessageLayout::Spot MessageLayout::placeAt(QPoint point) const
{
    using chat::MessagePart;
    const bool isThinking = isThinkingOpen() && m_thinking.size() > 0 &&
                            (m_text.size() == 0 || point.y() < m_textTop - thinkingGap / 2);
    if (!isThinking)
        return {MessagePart::Text, m_text.caretAt(point - textOrigin())};
    const int top = thinkingHeader + 4;
    point.setY(std::clamp(point.y(), top, top + std::max(1, thinkingHeight()) - 1));
    return {MessagePart::Thinking, m_thinking.caretAt(point - thinkingOrigin())};
}

bool MessageLayout::isTextAt(QPoint point) const
{
    const QPoint in = point - textOrigin();
    return in.y() >= 0 && in.y() < m_text.height() && in.x() >= 0 && in.x() < m_text.width();
}

} // namespace ui
