#include "chat/SearchDelegate.h"

#include "chat/SearchList.h"
#include "common/Appearance.h"
#include "common/Format.h"
#include "common/InkParts.h"
#include "common/Theme.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace ui {
namespace {

using chat::SearchList;

// One line with marks, cut off with an ellipsis.
void drawSnippet(QPainter &painter, const QRect &rect, const QModelIndex &index, const Theme &theme)
{
    const QFontMetrics metrics(painter.font());
    const QString text =
        metrics.elidedText(index.data(SearchList::SnippetRole).toString(), Qt::ElideRight, rect.width());
    QTextLayout layout(text, painter.font());
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    QList<QTextLayout::FormatRange> marks;
    const auto found = index.data(SearchList::MarksRole).value<QList<chat::Snippet::Mark>>();
    for (const chat::Snippet::Mark &mark : found) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(mark.start);
        range.length = static_cast<int>(std::min(mark.length, text.size() - mark.start));
        range.format.setBackground(theme.findMark);
        range.format.setForeground(theme.text);
        if (range.length > 0)
            marks.append(range);
    }
    painter.setClipRect(rect);
    layout.draw(&painter, QPointF(rect.left(), rect.top() + (rect.height() - metrics.height()) / 2.0), marks);
}

} // namespace

QString SearchDelegate::spoken(const QModelIndex &index)
{
    const QDateTime created = index.data(SearchList::CreatedRole).toDateTime();
    return tr("%1, %2: %3", "A search result: title of the conversation, day, the line that matched")
        .arg(index.data(SearchList::TitleRole).toString(), dayOf(created),
             index.data(SearchList::SnippetRole).toString());
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {100, 52};
}

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(isSelected ? theme.selected : theme.hover);
        painter->drawRoundedRect(option.rect, 6, 6);
    }
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        ink::drawFocusRing(*painter, option.rect, ink::radius, theme);
    const QRect inside = option.rect.adjusted(10, 6, -10, -6);
    QRect upper(inside.left(), inside.top(), inside.width(), inside.height() / 2);
    const QRect lower = upper.translated(0, upper.height());

    const QString day = dayOf(index.data(SearchList::CreatedRole).toDateTime());
    painter->setFont(ui::font(Type::Caption));
    painter->setPen(theme.text3);
    painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, day);
    upper.setRight(upper.right() - painter->fontMetrics().horizontalAdvance(day) - 8);
    painter->setFont(ui::font(Type::Body));
    painter->setPen(theme.text);
    const QString title = index.data(SearchList::TitleRole).toString();
    painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(title, Qt::ElideRight, upper.width()));
    painter->setFont(ui::font(Type::Small));
    painter->setPen(theme.text2);
    drawSnippet(*painter, lower, index, theme);
    painter->restore();
}

} // namespace ui
