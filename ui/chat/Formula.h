// A typeset formula, as a value and as what is drawn of it. Made by Typesetter, drawn by the layouts of text.
#pragma once

#include <QByteArray>
#include <QColor>
#include <QFont>
#include <QPointF>
#include <QString>

#include <memory>

class QPainter;
class QSvgRenderer;

namespace ui {

// Within a line formulas are lower: limits stand beside a sum, fractions are small.
enum class FormulaStyle { Inline, Display };

struct Formula
{
    enum class Trouble { None, Tex, TooLong, TooLarge };

    Trouble trouble = Trouble::None;
    QString message;  // MathJax's own words for Trouble::Tex
    QByteArray svg;   // "currentColor" stands for that of the text
    qreal width = 0;  // em
    qreal height = 0; // em above the baseline
    qreal depth = 0;  // em below

    bool isGood() const { return trouble == Trouble::None; }
};

// What is drawn of it, at any size and in any colour; shared by all places that show the same formula.
class FormulaPicture
{
public:
    explicit FormulaPicture(const Formula &formula);
    ~FormulaPicture();

    const Formula &formula() const { return m_formula; }
    // `baseline`: its left end, `em` in pixels.
    void draw(QPainter &painter, QPointF baseline, qreal em, const QColor &color) const;

private:
    Formula m_formula;
    mutable std::unique_ptr<QSvgRenderer> m_renderer;
    mutable QColor m_color; // it was made for
};

// The em of a formula whose small letters are as high as those of the text around it, pixels.
qreal formulaEm(const QFont &around);
// The height of a formula that is not typeset yet, more or less.
int estimatedFormulaHeight(QStringView tex, const QFont &around);

} // namespace ui
