// How large InkStyle's parts are, and its hints.
#include "common/InkParts.h"
#include "common/InkStyle.h"

#include <QAbstractItemView>
#include <QFrame>
#include <QLineEdit>
#include <QListView>
#include <QStyleOption>
#include <QToolButton>

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
        break;
    case SE_HeaderLabel:
    case SE_HeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            return headerPart(*header, element);
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
        return {size.width() + 2 * buttonPadding, std::max(controlHeight, size.height() + 10)};
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
    case CT_ComboBox:
        return {size.width() + fieldPadding + chevronWidth, std::max(fieldHeight, size.height() + 10)};
    case CT_SpinBox:
        return {size.width() + 2 * fieldPadding + stepperWidth, std::max(fieldHeight, size.height() + 10)};
    case CT_CheckBox:
    case CT_RadioButton: {
        const QSize own = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {own.width(), std::max(24, own.height())};
    }
    case CT_ProgressBar:
        return {std::max(size.width(), 80), 6};
    case CT_ItemViewItem: {
        const QSize own = QProxyStyle::sizeFromContents(type, option, size, widget);
        const bool isList = qobject_cast<const QListView *>(widget) != nullptr;
        return {own.width(), std::max(isList ? fieldHeight : tableRowHeight, own.height())};
    }
    case CT_HeaderSection: {
        const QSize own = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {own.width() + iconGap, std::max(controlHeight, own.height())};
    }
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
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_LineEditIconSize:
        return 16;
    case PM_LineEditIconMargin:
        return 8;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_ScrollBarExtent:
        return 8;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ButtonDefaultIndicator:
    case PM_MenuDesktopFrameWidth:
        return 0;
    case PM_SplitterWidth:
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 5;
    case PM_HeaderMargin:
    case PM_HeaderMarkSize:
        return tablePadding;
    // Item views take the inset of their text from this, and add a pixel.
    case PM_FocusFrameHMargin:
        if (qobject_cast<const QListView *>(widget) != nullptr) {
            return fieldPadding - 1;
        }
        return qobject_cast<const QAbstractItemView *>(widget) != nullptr ? tablePadding - 1 : ringOutset;
    case PM_FocusFrameVMargin:
        return ringOutset;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
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
