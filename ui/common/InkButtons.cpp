// Buttons, check and radio marks, and the ring around them.
#include "common/Appearance.h"
#include "common/Icons.h"
#include "common/InkParts.h"

#include <QApplication>
#include <QCheckBox>
#include <QFocusFrame>
#include <QPainter>
#include <QRadioButton>
#include <QStyleOption>

namespace ui::ink {
namespace {

bool isEnabled(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_Enabled);
}
bool isHovered(const QStyleOption &option)
{
    return isEnabled(option) && option.state.testFlag(QStyle::State_MouseOver);
}
bool isPressed(const QStyleOption &option)
{
    return isEnabled(option) && option.state.testFlag(QStyle::State_Sunken);
}
bool isOn(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_On);
}

bool isRailItem(const QStyleOptionToolButton &option)
{
    return option.toolButtonStyle == Qt::ToolButtonTextUnderIcon;
}

bool showsText(const QStyleOptionToolButton &option)
{
    return option.toolButtonStyle != Qt::ToolButtonIconOnly && !option.text.isEmpty();
}

bool showsIcon(const QStyleOptionToolButton &option)
{
    return option.toolButtonStyle != Qt::ToolButtonTextOnly && !option.icon.isNull();
}

bool showsChevron(const QStyleOptionToolButton &option)
{
    return showsText(option) && option.features.testFlag(QStyleOptionToolButton::HasMenu);
}

void drawPlainPanel(QPainter &painter, const QStyleOption &option)
{
    const Theme &theme = Theme::of(option.palette);
    if (!isEnabled(option)) {
        drawBox(painter, option.rect, radius, {}, theme.line);
        return;
    }
    const QColor fill = isPressed(option)   ? theme.pressed
                        : isOn(option)      ? theme.accentTint
                        : isHovered(option) ? theme.buttonHover
                                            : theme.button;
    drawBox(painter, option.rect, radius, fill, theme.lineStrong);
}

// The one that says where one is keeps its neutral fill; the one that is switched on is tinted.
QColor flatFill(const QStyleOption &option, bool isPlace)
{
    const Theme &theme = Theme::of(option.palette);
    if (isOn(option) && isPlace) {
        return theme.here;
    }
    if (!isEnabled(option)) {
        return {};
    }
    if (isOn(option)) {
        return theme.accentTint;
    }
    return isPressed(option) ? theme.pressed : isHovered(option) ? theme.hover : QColor();
}

QColor toolButtonText(const QStyleOptionToolButton &option, const QWidget *widget)
{
    const Theme &theme = Theme::of(option.palette);
    if (!isEnabled(option)) {
        return theme.disabled;
    }
    if (has(widget, "danger")) {
        return theme.bad;
    }
    if (has(widget, "link")) {
        return theme.accentText;
    }
    if (isRailItem(option) || has(widget, "tab")) {
        return isOn(option) ? theme.text : theme.text2;
    }
    if (isOn(option)) {
        return theme.accentText;
    }
    return option.state.testFlag(QStyle::State_AutoRaise) ? theme.text2 : theme.text;
}

void drawToolButtonText(QPainter &painter, const QStyleOptionToolButton &option, const QWidget *widget,
                        const QRect &rect, int alignment)
{
    QFont font = option.font;
    if (isOn(option) && (isRailItem(option) || has(widget, "tab"))) {
        font.setWeight(QFont::DemiBold);
    }
    painter.setFont(font);
    painter.setPen(toolButtonText(option, widget));
    const bool underlines = QApplication::style()->styleHint(QStyle::SH_UnderlineShortcut, &option, widget);
    painter.drawText(
        rect, alignment | Qt::TextSingleLine | (underlines ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
        QFontMetrics(font).elidedText(option.text, Qt::ElideRight, rect.width(), Qt::TextShowMnemonic));
}

void drawToolButtonIcon(QPainter &painter, const QStyleOptionToolButton &option, const QRect &rect)
{
    const QIcon::Mode mode = isEnabled(option) ? QIcon::Normal : QIcon::Disabled;
    // Our icons fill what they are given.
    const QRect place =
        QStyle::alignedRect(option.direction, Qt::AlignCenter, option.iconSize.boundedTo(rect.size()), rect);
    option.icon.paint(&painter, place, Qt::AlignCenter, mode, isOn(option) ? QIcon::On : QIcon::Off);
}

void drawRailItem(QPainter &painter, const QStyleOptionToolButton &option, const QWidget *widget)
{
    constexpr int gap = 4;
    const int words = option.fontMetrics.height();
    const int top = option.rect.top() + (option.rect.height() - option.iconSize.height() - gap - words) / 2;
    const QRect iconRect(option.rect.left(), top, option.rect.width(), option.iconSize.height());
    drawToolButtonIcon(painter, option, iconRect);
    drawToolButtonText(painter, option, widget,
                       {option.rect.left(), iconRect.bottom() + 1 + gap, option.rect.width(), words},
                       Qt::AlignCenter);
}

// Bolder than the icon of that name, which is too thin at this size.
void drawTick(QPainter &painter, const QRectF &rect, const QColor &color)
{
    const auto at = [&rect](qreal x, qreal y) {
        return QPointF(rect.left() + x * rect.width() / 16, rect.top() + y * rect.height() / 16);
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, rect.width() * 0.11, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{at(4.2, 8.2), at(7, 11), at(12, 5.2)});
    painter.restore();
}

int markSide(const QStyleOption &option)
{
    return std::min(option.rect.width(), option.rect.height());
}

QColor pushButtonText(const QStyleOptionButton &option, const QWidget *widget)
{
    const Theme &theme = Theme::of(option.palette);
    if (!isEnabled(option)) {
        return theme.disabled;
    }
    if (option.features.testFlag(QStyleOptionButton::DefaultButton)) {
        return theme.onAccent;
    }
    return has(widget, "danger") ? theme.bad : theme.text;
}

// As in a menu, what follows a tab is the key that does the same.
struct PushButtonWords
{
    QString label;
    QString key;
    QFont keyFont;
    int labelWidth = 0;
    int width = 0;
};

PushButtonWords pushButtonWords(const QStyleOptionButton &option)
{
    PushButtonWords words;
    words.label = option.text.section(u'\t', 0, 0);
    words.key = option.text.section(u'\t', 1);
    words.keyFont = font(Type::Caption);
    words.labelWidth = option.fontMetrics.size(Qt::TextShowMnemonic, words.label).width();
    words.width = words.labelWidth;
    if (!words.key.isEmpty()) {
        words.width += 2 * iconGap + QFontMetrics(words.keyFont).horizontalAdvance(words.key);
    }
    return words;
}

} // namespace

void drawPushButton(QPainter &painter, const QStyleOptionButton &option)
{
    if (option.features.testFlag(QStyleOptionButton::Flat)) {
        drawBox(painter, option.rect, radius, flatFill(option, false), {});
        return;
    }
    if (!isEnabled(option) || !option.features.testFlag(QStyleOptionButton::DefaultButton)) {
        drawPlainPanel(painter, option);
        return;
    }
    const Theme &theme = Theme::of(option.palette);
    const QColor fill = isPressed(option)   ? theme.accentPressed
                        : isHovered(option) ? theme.accentHover
                                            : theme.accent;
    drawBox(painter, option.rect, radius, fill, {});
}

void drawPushButtonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const PushButtonWords words = pushButtonWords(option);
    const int icon =
        option.icon.isNull() ? 0 : option.iconSize.width() + (words.label.isEmpty() ? 0 : iconGap);
    const int room = option.rect.width() - icon;
    const QSize size(std::min(icon + words.width, option.rect.width()), option.rect.height());
    const QRect all = QStyle::alignedRect(option.direction, Qt::AlignCenter, size, option.rect);
    const auto place = [&](int from, int width) {
        return QStyle::visualRect(option.direction, all, {all.left() + from, all.top(), width, all.height()});
    };
    if (!option.icon.isNull()) {
        option.icon.paint(&painter, place(0, option.iconSize.width()), Qt::AlignCenter,
                          isEnabled(option) ? QIcon::Normal : QIcon::Disabled);
    }
    const bool underlines = QApplication::style()->styleHint(QStyle::SH_UnderlineShortcut, &option, widget);
    painter.setPen(pushButtonText(option, widget));
    painter.drawText(place(icon, std::min(words.labelWidth, room)),
                     Qt::AlignVCenter | Qt::TextSingleLine |
                         (underlines ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                     option.fontMetrics.elidedText(words.label, Qt::ElideRight, room, Qt::TextShowMnemonic));
    if (!words.key.isEmpty()) {
        painter.setFont(words.keyFont);
        painter.setPen(Theme::of(option.palette).text3);
        const int from = icon + words.labelWidth + 2 * iconGap;
        painter.drawText(place(from, all.width() - from), Qt::AlignVCenter | Qt::TextSingleLine, words.key);
    }
}

QSize pushButtonSize(const QStyleOptionButton &option)
{
    const int words = pushButtonWords(option).width;
    const int icon = option.icon.isNull() ? 0 : option.iconSize.width() + (words == 0 ? 0 : iconGap);
    return {icon + words + 2 * buttonPadding, std::max(controlHeight, option.fontMetrics.height() + 10)};
}

void drawToolButtonPanel(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    if (!option.state.testFlag(QStyle::State_AutoRaise)) {
        drawPlainPanel(painter, option);
        return;
    }
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(&option);
    const bool onRail = button != nullptr && isRailItem(*button);
    drawBox(painter, option.rect, onRail ? railRadius : radius,
            flatFill(option, onRail || has(widget, "tab")), {});
}

void drawToolButton(QPainter &painter, const QStyleOptionToolButton &option, const QWidget *widget)
{
    drawToolButtonPanel(painter, option, widget);
    if (isRailItem(option)) {
        drawRailItem(painter, option, widget);
        return;
    }
    QRect rest = option.rect;
    if (!showsText(option)) {
        drawToolButtonIcon(painter, option, rest);
        return;
    }
    rest.adjust(flatPadding, 0, -flatPadding, 0);
    if (showsChevron(option)) {
        constexpr int side = 14;
        drawIcon(painter, QRect(rest.right() - side + 1, rest.top(), side, rest.height()),
                 QStringLiteral("chevron-down"), toolButtonText(option, widget));
        rest.setRight(rest.right() - side - iconGap);
    }
    if (showsIcon(option)) {
        drawToolButtonIcon(painter, option,
                           {rest.left(), rest.top(), option.iconSize.width(), rest.height()});
        rest.setLeft(rest.left() + option.iconSize.width() + iconGap);
        drawToolButtonText(painter, option, widget, rest, Qt::AlignLeft | Qt::AlignVCenter);
    } else {
        drawToolButtonText(painter, option, widget, rest,
                           Qt::AlignVCenter | (showsChevron(option) ? Qt::AlignLeft : Qt::AlignHCenter));
    }
}

QSize toolButtonSize(const QStyleOptionToolButton &option, const QWidget *widget)
{
    // The weight a place gets while it is current must not push its neighbours.
    QFont widest = option.font;
    if (isRailItem(option) || has(widget, "tab")) {
        widest.setWeight(QFont::DemiBold);
    }
    const int words = QFontMetrics(widest).size(Qt::TextShowMnemonic, option.text).width();
    const int icon = option.iconSize.width();
    if (isRailItem(option)) {
        return {std::max(64, words + 12),
                std::max(52, option.iconSize.height() + option.fontMetrics.height() + 18)};
    }
    if (!showsText(option)) {
        const int side = icon <= 14 ? icon + 10 : icon + 12;
        return {side, side};
    }
    int width = words + 2 * flatPadding;
    width += showsIcon(option) ? icon + iconGap : 0;
    width += showsChevron(option) ? 14 + iconGap : 0;
    const int small = icon <= 14 ? controlHeight - 4 : controlHeight;
    return {width, std::max(small, option.fontMetrics.height() + 8)};
}

void drawCheckBox(QPainter &painter, const QStyleOption &option)
{
    const Theme &theme = Theme::of(option.palette);
    const bool partly = option.state.testFlag(QStyle::State_NoChange);
    if (!isOn(option) && !partly) {
        const QColor fill = isPressed(option) ? theme.pressed : isHovered(option) ? theme.hover : theme.base;
        drawBox(painter, option.rect, smallRadius, isEnabled(option) ? fill : QColor(),
                isEnabled(option) ? theme.outline : theme.line);
        return;
    }
    const QColor fill = isPressed(option)   ? theme.accentPressed
                        : isHovered(option) ? theme.accentHover
                                            : theme.accent;
    drawBox(painter, option.rect, smallRadius, isEnabled(option) ? fill : QColor(),
            isEnabled(option) ? QColor() : theme.line);
    const QColor mark = isEnabled(option) ? theme.onAccent : theme.disabled;
    if (partly) {
        painter.fillRect(QRectF(option.rect).adjusted(4, 7, -4, -7), mark);
    } else {
        drawTick(painter, option.rect, mark);
    }
}

void drawRadioButton(QPainter &painter, const QStyleOption &option)
{
    const Theme &theme = Theme::of(option.palette);
    const qreal round = markSide(option) / 2.0;
    if (!isEnabled(option)) {
        drawBox(painter, option.rect, round, {}, theme.line);
    } else if (!isOn(option)) {
        const QColor fill = isPressed(option) ? theme.pressed : isHovered(option) ? theme.hover : theme.base;
        drawBox(painter, option.rect, round, fill, theme.outline);
    } else {
        const QColor fill = isPressed(option)   ? theme.accentPressed
                            : isHovered(option) ? theme.accentHover
                                                : theme.accent;
        drawBox(painter, option.rect, round, fill, {});
    }
    if (isOn(option)) {
        const qreal inset = round - 3;
        drawBox(painter, QRectF(option.rect).adjusted(inset, inset, -inset, -inset), 3,
                isEnabled(option) ? theme.onAccent : theme.disabled, {});
    }
}

void drawFocusFrame(QPainter &painter, const QStyleOption &option, const QWidget *frame)
{
    const auto *focusFrame = qobject_cast<const QFocusFrame *>(frame);
    const QWidget *target = focusFrame != nullptr ? focusFrame->widget() : nullptr;
    QRectF ring = option.rect;
    qreal corner = radius + ringOutset;
    const auto *check = qobject_cast<const QCheckBox *>(target);
    const auto *radio = qobject_cast<const QRadioButton *>(target);
    if (check != nullptr || radio != nullptr) {
        QStyleOptionButton button;
        button.initFrom(target);
        const auto part = check != nullptr ? QStyle::SE_CheckBoxIndicator : QStyle::SE_RadioButtonIndicator;
        const QRect mark = target->style()->subElementRect(part, &button, target);
        ring = QRectF(mark)
                   .translated(ringOutset, ringOutset)
                   .adjusted(-ringOutset, -ringOutset, ringOutset, ringOutset);
        corner = check != nullptr ? smallRadius + ringOutset : ring.height() / 2;
    }
    drawFocusRing(painter, ring, corner, Theme::of(target));
}

} // namespace ui::ink
