// Formulas in Markdown: $x$, $$x$$, \(x\) and \[x\]. Taken out of a text before md4c sees it, because its
// emphasis, escapes, lists and tables would tear them apart, and put back where it gives the text out. (Its
// own MD_FLAG_LATEXMATHSPANS knows dollars only, within one block, and takes "$5 and $10" for one.) Pure;
// used by MarkdownParser and MarkdownStream.
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace chat {

// Whether more may follow a text: what is open at its end is then shown as what it will become.
enum class Ending { Final, Open };

class Formulas
{
public:
    struct Part
    {
        enum class Kind { Text, Inline, Display };
        Kind kind = Kind::Text;
        QString text; // of a formula: its source, with its marks
    };

    // The text with a few noncharacters, which md4c takes for a word, in the place of each formula.
    QString takeFrom(QStringView text, Ending ending);
    // What they stand for: apart where formulas are drawn, as written in code and addresses.
    QList<Part> parts(const QString &text) const;
    QString asWritten(const QString &text) const;

private:
    QList<Part> m_formulas;
};

// What a line leaves open for the next, from what the line before it left.
enum class OpenFormula { None, Dollars, Bracket, Parenthesis };
OpenFormula openAfter(QStringView line, OpenFormula before);

// Without a last character that may be the first half of a formula's mark.
QStringView withoutHalfFormulaMark(QStringView text);

} // namespace chat
