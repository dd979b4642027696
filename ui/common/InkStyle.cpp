#include "common/InkStyle.h"

#include "common/Icons.h"
#include "common/InkParts.h"
#include "common/Popup.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>

namespace ui {
namespace {

using namespace ink;

// Text in a selected row or a marked menu item stays as it is: its ground is a tint, not the accent.
QPalette onTint(const QPalette &palette)
{
    QPalette own = palette;
    const Theme &theme = Theme::of(palette);
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        own.setColor(group, QPalette::HighlightedText, theme.text);
    }
    return own;
}

QString chevronFor(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowUp:
        return QStringLiteral("chevron-up");
    case QStyle::PE_IndicatorArrowLeft:
        return QStringLiteral("chevron-left");
    case QStyle::PE_IndicatorArrowRight:
        return QStringLiteral("chevron-right");
    default:
        return QStringLiteral("chevron-down");
    }
}

void drawChevron(QPainter &painter, const QStyleOption &option, const QString &name)
{
    const Theme &theme = Theme::of(option.palette);
    const qreal side = std::min({16, option.rect.width(), option.rect.height()});
    const QPointF center = QRectF(option.rect).center();
    drawIcon(painter, QRectF(center.x() - side / 2, center.y() - side / 2, side, side), name,
             option.state.testFlag(QStyle::State_Enabled) ? theme.text2 : theme.disabled);
}

void drawFrame(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Theme &theme = Theme::of(option.palette);
    if (isComboPopup(widget)) {
        drawMenuPanel(painter, option);
    } else if (isTextEdit(widget)) {
        drawField(painter, option, widget, theme.base, Ring::Always);
    } else {
        drawBox(painter, option.rect, 0, {}, theme.lineStrong);
    }
}

// Grounds and frames. False: not one of ours.
bool drawPanel(QStyle::PrimitiveElement element, const QStyleOption &option, QPainter &painter,
               const QWidget *widget)
{
    switch (element) {
    case QStyle::PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option)) {
            drawPushButton(painter, *button);
        }
        return true;
    case QStyle::PE_PanelButtonTool:
        drawToolButtonPanel(painter, option, widget);
        return true;
    case QStyle::PE_FrameDefaultButton:
    case QStyle::PE_FrameMenu:
    case QStyle::PE_PanelScrollAreaCorner:
        return true;
    case QStyle::PE_PanelLineEdit:
    case QStyle::PE_FrameLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&option);
            frame != nullptr && frame->lineWidth > 0 && !isInside(widget)) {
            drawField(painter, option, widget, Theme::of(option.palette).base, Ring::Always);
        }
        return true;
    case QStyle::PE_Frame:
        drawFrame(painter, option, widget);
        return true;
    case QStyle::PE_PanelMenu:
        drawMenuPanel(painter, option);
        return true;
    case QStyle::PE_PanelTipLabel:
        drawBox(painter, option.rect, 0, Theme::of(option.palette).window,
                Theme::of(option.palette).lineStrong);
        return true;
    default:
        return false;
    }
}

// Marks, arrows, rows and their ring. False: not one of ours.
bool drawSign(QStyle::PrimitiveElement element, const QStyleOption &option, QPainter &painter,
              const QWidget *widget)
{
    switch (element) {
    case QStyle::PE_FrameFocusRect:
        if (qobject_cast<const QAbstractButton *>(widget) == nullptr) {
            drawRowFocus(painter, option, widget);
        }
        return true;
    case QStyle::PE_IndicatorCheckBox:
        drawCheckBox(painter, option);
        return true;
    case QStyle::PE_IndicatorRadioButton:
        drawRadioButton(painter, option);
        return true;
    case QStyle::PE_IndicatorArrowDown:
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorArrowLeft:
    case QStyle::PE_IndicatorArrowRight:
        drawChevron(painter, option, chevronFor(element));
        return true;
    case QStyle::PE_IndicatorBranch:
        drawBranch(painter, option);
        return true;
    case QStyle::PE_PanelItemViewRow:
    case QStyle::PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(&option)) {
            drawRow(painter, *item, widget);
        }
        return true;
    default:
        return false;
    }
}

} // namespace

InkStyle::InkStyle()
    : QProxyStyle(QStringLiteral("fusion"))
{
}

void InkStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (!drawPanel(element, *option, *painter, widget) && !drawSign(element, *option, *painter, widget)) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void InkStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawPushButtonLabel(*painter, *button, widget);
        }
        return;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            drawProgress(*painter, *bar, widget);
        }
        return;
    case CE_FocusFrame:
        drawFocusFrame(*painter, *option, widget);
        return;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem own = *item;
            own.palette = onTint(own.palette);
            QProxyStyle::drawControl(element, &own, painter, widget);
        }
        return;
    case CE_Header:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            drawHeader(*painter, *header);
        }
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeaderSection(*painter, *option);
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, Theme::of(option->palette).line);
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            drawMenuItem(*painter, *item);
        }
        return;
    case CE_MenuEmptyArea:
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void InkStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                  QPainter *painter, const QWidget *widget) const
{
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
        drawToolButton(*painter, *button, widget);
    } else if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
        drawComboBox(*painter, *combo, widget);
    } else if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
        drawSpinBox(*painter, *spin, widget);
    } else if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
               bar != nullptr && control == CC_ScrollBar) {
        drawScrollBar(*painter, *bar, widget);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect InkStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                               const QWidget *widget) const
{
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
        return comboBoxPart(*combo, part);
    }
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
        return spinBoxPart(*spin, part);
    }
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        bar != nullptr && control == CC_ScrollBar) {
        return scrollBarPart(*bar, part);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QIcon InkStyle::standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    switch (standard) {
    case SP_MessageBoxQuestion:
    case SP_MessageBoxInformation:
        return icon(QStringLiteral("info"), IconColor::AccentText);
    case SP_MessageBoxWarning:
        return icon(QStringLiteral("triangle-alert"), IconColor::Warn);
    case SP_MessageBoxCritical:
        return icon(QStringLiteral("circle-alert"), IconColor::Bad);
    case SP_LineEditClearButton:
        return icon(QStringLiteral("x"), IconColor::Text3);
    default:
        return QProxyStyle::standardIcon(standard, option, widget);
    }
}

void InkStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QMenu *>(widget) != nullptr || isComboPopup(widget)) {
        widget->setAttribute(Qt::WA_TranslucentBackground);
        widget->installEventFilter(this);
    } else if (qobject_cast<QScrollBar *>(widget) != nullptr) {
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false);
    }
}

// A menu, or the list of a combo box, opens or grows.
bool InkStyle::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (widget != nullptr && (event->type() == QEvent::Show || event->type() == QEvent::Resize)) {
        widget->setMask(roundedRegion(widget->size()));
    }
    return QProxyStyle::eventFilter(watched, event);
}

bool InkStyle::event(QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        auto *button = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        const bool byKeyboard =
            reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
            reason == Qt::ShortcutFocusReason ||
            (button != nullptr && button->window()->testAttribute(Qt::WA_KeyboardFocusChange));
        if (button != nullptr && byKeyboard) {
            if (!m_focusFrame) {
                m_focusFrame = new QFocusFrame(button);
            }
            m_focusFrame->setWidget(button);
        }
    } else if (event->type() == QEvent::FocusOut && m_focusFrame) {
        m_focusFrame->setWidget(nullptr);
    }
    return QProxyStyle::event(event);
}

} // namespace ui
