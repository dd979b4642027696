// The links of a message: the part of MessageLayout that knows where they lead and where they are.
#include "chat/MessageLayout.h"

#include <algorithm>

namespace ui {

QList<MessageLayout::Link> MessageLayout::linksIn(chat::MessagePart part, int block) const
{
    QList<Link> links;
    const BlockLayout *layout = column(part).layout(block);
    const QPoint origin = originOf(part) + column(part).originOf(block);
    QList<chat::MarkedText> texts;
    for (const QList<chat::MarkedText> &row : column(part).block(block).rows)
        texts.append(row);
    if (texts.isEmpty())
        texts.append(column(part).block(block).content);
    qsizetype position = 0; // of the text in the block's: cells are parted by a tab or a line feed
    for (const chat::MarkedText &text : std::as_const(texts)) {
        qsizetype end = -1; // of the span before
        for (const chat::Span &span : text.spans) {
            const bool isPicture = span.marks.testFlag(chat::Mark::Image);
            // One whose address is still to come leads nowhere.
            if (!isPicture && (!span.marks.testFlag(chat::Mark::Link) || span.target.isEmpty()))
                continue;
            const TextRange range{position + span.start, position + span.start + span.length};
            // Words with other marks are other spans of the same link. Its place tells which one it is, also
            // when one before it gets its address.
            if (end != span.start || links.last().action.address != span.target) {
                Action action;
                action.key = {ActionKey::Kind::Link, block, static_cast<int>(range.start), part};
                action.look = Action::Look::Link;
                action.name = action.address = span.target;
                links.append({action, {}});
            }
            links.last().action.text += text.text.mid(span.start, span.length);
            for (const QRect &rect : layout ? layout->rectsOf(range) : QList<QRect>())
                links.last().rects.append(rect.translated(origin));
            end = span.start + span.length;
        }
        position += text.text.size() + 1;
    }
    return links;
}

QList<Action> MessageLayout::linkActions(chat::MessagePart part, int block) const
{
    const QPoint origin = originOf(part) + column(part).originOf(block);
    QList<Action> actions;
    for (const Link &link : linksIn(part, block)) {
        actions.append(link.action);
        actions.last().rect = link.rects.value(0, QRect(origin, QSize(1, 1)));
    }
    return actions;
}

std::optional<Action> MessageLayout::linkAt(chat::MessagePart part, int block, QPoint point) const
{
    for (const Link &link : linksIn(part, block)) {
        if (std::ranges::none_of(link.rects, [point](const QRect &rect) { return rect.contains(point); }))
            continue;
        Action action = link.action;
        action.rect = QRect(point, QSize(1, 1));
        return action;
    }
    return {};
}

} // namespace ui
