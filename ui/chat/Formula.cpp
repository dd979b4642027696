#include "chat/Formula.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr qreal lowercase = 0.442; // of an em, in the letters of MathJax

} // namespace

FormulaPicture::FormulaPicture(const Formula &formula)
    : m_formula(formula)
{
}

FormulaPicture::~FormulaPicture() = default;

void FormulaPicture::draw(QPainter &painter, QPointF baseline, qreal em, const QColor &color) const
{
    if (!m_renderer || color != m_color) {
        QByteArray svg = m_formula.svg;
        svg.replace("currentColor", color.name().toUtf8());
        m_renderer = std::make_unique<QSvgRenderer>(svg);
        m_color = color;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    m_renderer->render(&painter, QRectF(baseline.x(), baseline.y() - m_formula.height * em,
                                        m_formula.width * em, (m_formula.height + m_formula.depth) * em));
    painter.restore();
}

qreal formulaEm(const QFont &around)
{
    const qreal size = around.pixelSize();
    return std::clamp(QFontMetricsF(around).xHeight() / lowercase, size, 1.3 * size);
}

int estimatedFormulaHeight(QStringView tex, const QFont &around)
{
    const qsizetype rows = 1 + tex.count(QStringView(u"\\\\"));
    static constexpr QStringView tall[] = {u"\\frac", u"\\dfrac", u"\\sum", u"\\int", u"\\prod", u"\\lim"};
    const bool isTall =
        std::any_of(std::begin(tall), std::end(tall), [tex](QStringView word) { return tex.contains(word); });
    return static_cast<int>(std::ceil(static_cast<qreal>(rows) * (isTall ? 2.4 : 1.3) * formulaEm(around)));
}

} // namespace ui
