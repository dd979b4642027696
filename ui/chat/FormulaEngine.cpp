#include "chat/FormulaEngine.h"

#include <QFile>
#include <QJSEngine>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace ui {

namespace {

const QString library = QStringLiteral(":/formulas/mathjax.js");
const QString ours = QStringLiteral(":/formulas/typeset.js");

constexpr qreal widest = 2000; // em
constexpr qsizetype longest = 2'000'000;

QString contentsOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool isColor(QStringView value)
{
    return value == u"none" || value == u"currentColor" || QColor::isValidColor(value.toString());
}

// Numbers, the letters of paths and transforms.
bool isGeometry(QStringView value)
{
    return std::all_of(value.begin(), value.end(), [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || QStringView(u"-+., ()").contains(c));
    });
}

bool isHarmless(QStringView name, QStringView value)
{
    static constexpr QStringView geometry[] = {
        u"viewBox",   u"transform",    u"d",           u"x",
        u"y",         u"width",        u"height",      u"rx",
        u"ry",        u"cx",           u"cy",          u"x1",
        u"y1",        u"x2",           u"y2",          u"points",
        u"font-size", u"stroke-width", u"font-family", u"stroke-dasharray"};
    if (name == u"fill" || name == u"stroke")
        return isColor(value);
    if (name == u"xmlns")
        return value == u"http://www.w3.org/2000/svg";
    return std::find(std::begin(geometry), std::end(geometry), name) != std::end(geometry) &&
           isGeometry(value);
}

} // namespace

FormulaEngine::FormulaEngine() = default;

FormulaEngine::~FormulaEngine()
{
    stop();
}

bool FormulaEngine::isBuiltIn()
{
    return QFile::exists(library);
}

bool FormulaEngine::start()
{
    if (m_engine)
        return true;
    // MathJax is written for other engines; this one has remarks about every other line.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qml.compiler.warning=false"));
    auto engine = std::make_unique<QJSEngine>();
    engine->globalObject().setProperty(QStringLiteral("global"), engine->globalObject());
    {
        const QMutexLocker lock(&m_mutex);
        m_engine = std::move(engine);
    }
    for (const QString &name : {library, ours}) {
        const QJSValue result = m_engine->evaluate(contentsOf(name), name);
        if (result.isError() || m_engine->isInterrupted()) {
            stop();
            return false;
        }
    }
    m_typeset = m_engine->globalObject().property(QStringLiteral("typeset"));
    return true;
}

void FormulaEngine::stop()
{
    m_typeset = QJSValue();
    const QMutexLocker lock(&m_mutex);
    m_engine.reset();
}

void FormulaEngine::interrupt()
{
    const QMutexLocker lock(&m_mutex);
    if (m_engine)
        m_engine->setInterrupted(true);
}

Formula FormulaEngine::typeset(const QString &tex, FormulaStyle style)
{
    Formula formula;
    formula.trouble = Formula::Trouble::TooLong;
    if (tex.size() > maximumLength || !start())
        return formula;
    const QJSValue result = m_typeset.call({tex, style == FormulaStyle::Display});
    if (m_engine->isInterrupted() || result.isError()) {
        stop(); // in the midst of something: the next formula gets a new one
        return formula;
    }
    const QJSValue error = result.property(QStringLiteral("error"));
    formula.svg = result.property(QStringLiteral("svg")).toString().toUtf8();
    formula.width = result.property(QStringLiteral("width")).toNumber();
    formula.height = result.property(QStringLiteral("height")).toNumber();
    formula.depth = result.property(QStringLiteral("depth")).toNumber();
    const bool fits =
        formula.width < widest && formula.height + formula.depth < widest && formula.svg.size() < longest;
    if (!error.isUndefined())
        formula = Formula{Formula::Trouble::Tex, error.toString(), {}, 0, 0, 0};
    else if (!fits || !isHarmless(formula.svg))
        formula = Formula{Formula::Trouble::TooLarge, {}, {}, 0, 0, 0};
    else
        formula.trouble = Formula::Trouble::None;
    return formula;
}

// Not for any SVG: for what typeset.js writes, which has one way to write everything.
bool isHarmless(const QByteArray &svg)
{
    static const QRegularExpression tag(
        QStringLiteral("<(/?)(svg|g|path|rect|line|ellipse|polygon|polyline|text)"
                       "((?: [a-zA-Z0-9-]+=\"[^\"<>&]*+\")*+)(/?)>"));
    static const QRegularExpression attribute(QStringLiteral(" ([a-zA-Z0-9-]+)=\"([^\"]*+)\""));
    static const QRegularExpression words(QStringLiteral("^(?:[^<>&]|&amp;|&lt;|&gt;)*+$"));
    const QString text = QString::fromUtf8(svg);
    QStringList open;
    qsizetype at = 0;
    for (auto tags = tag.globalMatch(text); tags.hasNext();) {
        const QRegularExpressionMatch match = tags.next();
        if (!words.match(text.mid(at, match.capturedStart() - at)).hasMatch())
            return false;
        at = match.capturedEnd();
        if (!match.capturedView(1).isEmpty()) {
            if (open.isEmpty() || open.takeLast() != match.capturedView(2))
                return false;
            continue;
        }
        for (auto all = attribute.globalMatch(match.captured(3)); all.hasNext();) {
            const QRegularExpressionMatch one = all.next();
            if (!isHarmless(one.capturedView(1), one.capturedView(2)))
                return false;
        }
        if (match.capturedView(4).isEmpty())
            open.append(match.captured(2));
    }
    return at > 0 && at == text.size() && open.isEmpty();
}

} // namespace ui
