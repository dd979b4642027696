// Menus and what else opens over the window.
#include "common/Icons.h"
#include "common/InkParts.h"

#include <QPainter>
#include <QStyleOption>

namespace ui::ink {
namespace {

constexpr int itemHeight = 28;
constexpr int itemPadding = 10;
constexpr int iconSide = 16;
constexpr int textGap = 10;
constexpr int shortcutGap = 24;
constexpr int separatorHeight = 13; // a hairline with 6 around it

// The words and, after a tab, the keys.
std::pair<QString, QString> wordsAndKeys(const QStyleOptionMenuItem &option)
{
    const qsizetype tab = option.text.indexOf(u'\t');
    return tab < 0 ? std::pair(option.text, QString())
                   : std::pair(option.text.left(tab), option.text.mid(tab + 1));
}

bool isChecked(const QStyleOptionMenuItem &option)
{
    return option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked;
}

int textStart(const QStyleOptionMenuItem &option)
{
    const bool column = option.maxIconWidth > 0 || option.menuHasCheckableItems;
    return itemPadding + (column ? iconSide + textGap : 0);
}

void drawSign(QPainter &painter, const QStyleOptionMenuItem &option, const QRect &rect)
{
    const Theme &theme = Theme::of(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    if (isChecked(option)) {
        drawIcon(painter, rect, QStringLiteral("check"), enabled ? theme.accentText : theme.disabled);
    } else if (!option.icon.isNull()) {
        option.icon.paint(&painter, rect, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
}

void drawSeparator(QPainter &painter, const QStyleOptionMenuItem &option)
{
    const Theme &theme = Theme::of(option.palette);
    if (option.text.isEmpty()) {
        painter.fillRect(QRect(option.rect.left(), option.rect.center().y(), option.rect.width(), 1),
                         theme.line);
        return;
    }
    painter.setPen(theme.text3);
    painter.drawText(option.rect.adjusted(itemPadding, 0, -itemPadding, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     option.text);
}

} // namespace

void drawMenuPanel(QPainter &painter, const QStyleOption &option)
{
    const Theme &theme = Theme::of(option.palette);
    drawBox(painter, option.rect, radius, theme.base, theme.lineStrong);
}

void drawMenuItem(QPainter &painter, const QStyleOptionMenuItem &option)
{
    const Theme &theme = Theme::of(option.palette);
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        drawSeparator(painter, option);
        return;
    }
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    if (enabled && option.state.testFlag(QStyle::State_Selected)) {
        drawBox(painter, option.rect, smallRadius, theme.selected, {});
    }
    const auto place = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const QRect &all = option.rect;
    drawSign(painter, option, place({all.left() + itemPadding, all.top(), iconSide, all.height()}));
    QRect rest = all.adjusted(textStart(option), 0, -itemPadding, 0);
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextShowMnemonic;
    const auto [words, keys] = wordsAndKeys(option);
    painter.setFont(option.font);
    painter.setPen(enabled ? theme.text : theme.disabled);
    painter.drawText(place(rest), QStyle::visualAlignment(option.direction, Qt::AlignLeft) | flags, words);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        drawIcon(painter, place({rest.right() - 13, all.top(), 14, all.height()}),
                 QStringLiteral("chevron-right"), enabled ? theme.text2 : theme.disabled);
    } else if (!keys.isEmpty()) {
        QFont small = option.font;
        small.setPixelSize(std::max(11, QFontInfo(option.font).pixelSize() * 85 / 100));
        painter.setFont(small);
        painter.setPen(enabled ? theme.text3 : theme.disabled);
        painter.drawText(place(rest), QStyle::visualAlignment(option.direction, Qt::AlignRight) | flags,
                         keys);
    }
}

QSize menuItemSize(const QStyleOptionMenuItem &option)
{
    const QFontMetrics metrics(option.font);
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        return {2 * itemPadding,
                option.text.isEmpty() ? separatorHeight : std::max(itemHeight, metrics.height() + 10)};
    }
    const auto [words, keys] = wordsAndKeys(option);
    int width = textStart(option) + metrics.size(Qt::TextShowMnemonic, words).width() + itemPadding;
    if (!keys.isEmpty()) {
        width += shortcutGap + metrics.horizontalAdvance(keys);
    } else if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        width += shortcutGap + 14;
    }
    return {width, std::max(itemHeight, metrics.height() + 10)};
}

} // namespace ui::ink
