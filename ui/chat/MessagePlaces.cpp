// Where things are in a message and what is at a place: the part of MessageLayout that knows carets and
// anchors.
#include "chat/AttachmentLayout.h"
#include "chat/MessageLayout.h"

#include <algorithm>

namespace ui {

QString MessageLayout::toolTipAt(QPoint point) const
{
    const auto part = partAt(point);
    if (!part)
        return {};
    const BlockColumn &text = column(*part);
    const QPoint in = point - originOf(*part);
    const int block = text.blockAt(in.y());
    return block >= 0 && text.layout(block) ? text.layout(block)->toolTipAt(in - text.originOf(block))
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
    BlockColumn &column = columnOf(part);
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
    layOutAt(part, range.from.block);
    if (!columnOf(part).reveal(range))
        return false;
    markBlockDirty(part, range.from.block);
    return true;
}

bool MessageLayout::reveal(const Spot &spot)
{
    const QRect caret = caretRect(spot);
    BlockColumn &column = columnOf(spot.part);
    if (spot.caret.block < 0 || spot.caret.block >= column.size())
        return false;
    const QPoint origin = originOf(spot.part) + column.originOf(spot.caret.block);
    if (!column.reveal(spot.caret.block, caret.translated(-origin)))
        return revealInPeek(spot.part, caret);
    markBlockDirty(spot.part, spot.caret.block);
    return true;
}

bool MessageLayout::reveal(const Action &action)
{
    const chat::MessagePart part = action.key.part;
    const int block = action.key.block;
    if (part == chat::MessagePart::Thinking && action.look != Action::Look::Link)
        return revealInPeek(part, action.rect);
    if (action.look != Action::Look::Link || block < 0 || block >= column(part).size())
        return false;
    const QPoint origin = originOf(part) + column(part).originOf(block);
    if (!columnOf(part).reveal(block, action.rect.translated(-origin)))
        return revealInPeek(part, action.rect);
    markBlockDirty(part, block);
    return true;
}

// Up or down, where only the end of a thought is shown.
bool MessageLayout::revealInPeek(chat::MessagePart part, const QRect &rect)
{
    if (!isPeeking(part))
        return false;
    const QRect body = bodyOf(part);
    const int down = std::max(0, rect.bottom() - body.bottom());
    const int up = std::max(0, body.top() - rect.top());
    return scrollThinking(body.center(), up > 0 ? up : -down);
}

QList<QRect> MessageLayout::wideBlocks() const
{
    QList<QRect> rects;
    for (const auto part : {chat::MessagePart::Thinking, chat::MessagePart::Text}) {
        const BlockColumn &text = column(part);
        for (int i = 0; isOpen(part) && i < text.size(); ++i) {
            const QRect rect = text.wideBlock(i).translated(originOf(part)).intersected(bodyOf(part));
            if (!rect.isEmpty())
                rects.append(rect);
        }
    }
    return rects;
}

chat::MessagePart MessageLayout::partNear(int y) const
{
    const bool isThinking =
        isThinkingOpen() && m_thinking.size() > 0 && (m_text.size() == 0 || y < m_textTop - thinkingGap / 2);
    return isThinking ? chat::MessagePart::Thinking : chat::MessagePart::Text;
}

MessageLayout::Spot MessageLayout::placeAt(QPoint point) const
{
    using chat::MessagePart;
    if (partNear(point.y()) == MessagePart::Text)
        return {MessagePart::Text, m_text.caretAt(point - textOrigin())};
    const int top = thinkingHeader + 4;
    point.setY(std::clamp(point.y(), top, top + std::max(1, thinkingHeight()) - 1));
    return {MessagePart::Thinking, m_thinking.caretAt(point - thinkingOrigin())};
}

QRect MessageLayout::bodyOf(chat::MessagePart part) const
{
    if (part == chat::MessagePart::Text)
        return {textOrigin(), QSize(m_text.width(), m_text.height())};
    return {thinkingOrigin().x(), thinkingHeader + 4, m_thinking.width(), thinkingHeight()};
}

std::optional<chat::MessagePart> MessageLayout::partAt(QPoint point) const
{
    const chat::MessagePart part = partNear(point.y());
    return bodyOf(part).contains(point) ? std::optional(part) : std::nullopt;
}

void MessageLayout::markBlockDirty(chat::MessagePart part, int block)
{
    markDirty(std::max(originOf(part).y() + column(part).originOf(block).y(), bodyOf(part).top()));
}

} // namespace ui
