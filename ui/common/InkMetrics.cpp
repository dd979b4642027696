// How large InkStyle's parts are, and its hints.
#include "common/InkParts.h"
#include "common/InkStyle.h"

#include <QAbstractItemView>
#include <QFrame>
#include <QLineEdit>
#include <QListView>
#include <QStyleOption>
#include <QToolButton>

#include <optional>

namespace ui {

using namespace ink;

namespace {

// A leading icon brings air of its own, so that it and the text stand where look.md has them. Until Qt has
// placed it, it lies at the left.
bool hasLeadingIcon(const QWidget *field)
{
    const auto buttons = field->findChildren<QToolButton *>(Qt::FindDirectChildrenOnly);
    return std::ranges::any_of(
        buttons, [field](const QToolButton *button) { return button->x() < field->width() / 2; });
}

QSize atLeast(int height, const QSize &size)
{
    return {size.width(), std::max(height, size.height())};
}

std::optional<int> ownMetric(QStyle::PixelMetric metric)
{
    switch (metric) {
    case QStyle::PM_IndicatorWidth:
    case QStyle::PM_IndicatorHeight:
    case QStyle::PM_ExclusiveIndicatorWidth:
    case QStyle::PM_ExclusiveIndicatorHeight:
    case QStyle::PM_SmallIconSize:
    case QStyle::PM_ButtonIconSize:
    case QStyle::PM_LineEditIconSize:
        return 16;
    case QStyle::PM_LineEditIconMargin:
    case QStyle::PM_CheckBoxLabelSpacing:
    case QStyle::PM_RadioButtonLabelSpacing:
    case QStyle::PM_ScrollBarExtent:
        return 8;
    case QStyle::PM_MessageBoxIconSize:
        return 24;
    case QStyle::PM_ScrollBarSliderMin:
        return 32;
    case QStyle::PM_ScrollView_ScrollBarSpacing:
    case QStyle::PM_ButtonShiftHorizontal:
    case QStyle::PM_ButtonShiftVertical:
    case QStyle::PM_ButtonDefaultIndicator:
    case QStyle::PM_MenuDesktopFrameWidth:
        return 0;
    case QStyle::PM_SplitterWidth:
    case QStyle::PM_MenuPanelWidth:
        return 1;
    case QStyle::PM_MenuHMargin:
    case QStyle::PM_MenuVMargin:
        return 5;
    case QStyle::PM_HeaderMargin:
    case QStyle::PM_HeaderMarkSize:
        return tablePadding;
    case QStyle::PM_FocusFrameHMargin:
    case QStyle::PM_FocusFrameVMargin:
        return ringOutset;
    default:
        return {};
    }
}

} // namespace

QRect InkStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame != nullptr && frame->lineWidth > 0 && !isInside(widget)) {
            const int left = hasLeadingIcon(widget) ? 3 : fieldPadding - 1;
            return option->rect.adjusted(left, 1, -(fieldPadding - 1), -1);
        }
        break;
    // The corners of the viewport must not cover those of the border, and the text keeps its distance.
    case SE_ShapedFrameContents:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame != nullptr && frame->frameShape == QFrame::StyledPanel && isTextEdit(widget)) {
            return option->rect.adjusted(fieldPadding - 3, 4, -3, -4);
        }
        if (isComboPopup(widget)) {
            return option->rect.adjusted(6, 6, -6, -6);
        }
        break;
    case SE_ItemViewItemFocusRect:
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents:
        return option->rect;
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize InkStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                 const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            return pushButtonSize(*button);
        }
        break;
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            return toolButtonSize(*button, widget);
        }
        break;
    case CT_LineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame != nullptr && frame->lineWidth > 0) {
            return {size.width() + 2 * fieldPadding, std::max(fieldHeight, size.height() + 10)};
        }
        return size;
    case CT_ComboBox: // what is measured is the ink of the longest text, less than it takes
        return {size.width() + 4 + fieldPadding + chevronWidth, std::max(fieldHeight, size.height() + 10)};
    case CT_SpinBox:
        return {size.width() + 2 * fieldPadding + stepperWidth, std::max(fieldHeight, size.height() + 10)};
    case CT_ProgressBar:
        return {std::max(size.width(), 80), 6};
    case CT_CheckBox:
    case CT_RadioButton:
        return atLeast(24, QProxyStyle::sizeFromContents(type, option, size, widget));
    case CT_ItemViewItem:
        return atLeast(qobject_cast<const QListView *>(widget) != nullptr ? fieldHeight : tableRowHeight,
                       QProxyStyle::sizeFromContents(type, option, size, widget));
    case CT_HeaderSection:
        return atLeast(controlHeight, QProxyStyle::sizeFromContents(type, option, size, widget));
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            return menuItemSize(*item);
        }
        break;
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

int InkStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    // Item views take the inset of their text from this, and add a pixel.
    if (metric == PM_FocusFrameHMargin && qobject_cast<const QAbstractItemView *>(widget) != nullptr) {
        const bool isList = qobject_cast<const QListView *>(widget) != nullptr;
        return (isList ? fieldPadding : tablePadding) - 1;
    }
    const auto own = ownMetric(metric);
    return own ? *own : QProxyStyle::pixelMetric(metric, option, widget);
}

int InkStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                        QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_FocusFrame_Mask: // the ring around a mark lies within its widget
    case SH_ScrollBar_Transient:
    case SH_ScrollView_FrameOnlyAroundContents:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1; // the whole row
    case SH_FormLayoutLabelAlignment:
        return static_cast<int>(Qt::AlignLeft);
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace ui
