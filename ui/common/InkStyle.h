// look.md in widgets: a thin style over Fusion that draws its parts flat, from the colours of Theme and none
// of its own. Appearance sets it where the platform brings no style. What it draws is in InkButtons,
// InkFields and InkItems; sizes and hints are here.
//
// Dynamic properties it knows: "invalid" (field: 2 px `bad` border), "quiet" (field: softer border, for
// search fields), "danger" (button: label in `bad`), "link" (flat button: label in accentText), "tab"
// (checkable flat button: where one is, not what is on), "paused" and "failed" (progress bar).
#pragma once

#include <QPointer>
#include <QProxyStyle>

class QFocusFrame;

namespace ui {

class InkStyle : public QProxyStyle
{
    Q_OBJECT
public:
    InkStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    bool eventFilter(QObject *watched, QEvent *event) override;
    // Qt tells the style when the focus moves; the ring of a button is drawn around it by a QFocusFrame.
    bool event(QEvent *event) override;

private:
    QPointer<QFocusFrame> m_focusFrame;
};

} // namespace ui
