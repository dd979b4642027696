#include "chat/FormulaLayout.h"

#include "chat/OpenTex.h"
#include "chat/Typesetter.h"
#include "common/Icons.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {

FormulaLayout::FormulaLayout(const chat::Block &block, const TranscriptStyle &style, const TextFace &face)
    : m_style(style)
    , m_face(face)
    , m_source(block.content.text)
    , m_em(formulaEm(face.font))
{
    look();
}

QString FormulaLayout::tex() const
{
    return m_isWhole ? chat::texOf(m_source).toString() : chat::texSoFar(m_source);
}

// Asks for the formula, for one state of it after the other while it grows. Until it is there the last state
// that could be typeset takes its place, or its source.
void FormulaLayout::look()
{
    m_isWhole = !chat::texOf(m_source).isEmpty();
    const bool isWaiting = !m_asked.isEmpty() && !m_face.formulas->known(m_asked, FormulaStyle::Display);
    const bool isTooMuch = m_picture && m_picture->formula().trouble == Formula::Trouble::TooLong;
    if (m_face.formulas && (m_isWhole || (!isWaiting && !isTooMuch))) {
        m_asked = tex();
        m_picture = m_asked.isEmpty() ? nullptr : m_face.formulas->formula(m_asked, FormulaStyle::Display);
    }
    if (m_picture && m_picture->formula().isGood())
        m_shown = m_picture;
    else if (isBad())
        m_shown = nullptr;
    m_written.reset();
    if (isTypeset())
        return;
    TextFace face = m_style.code;
    face.color = m_face.color;
    const chat::MarkedText written{QString(m_source).replace(u'\n', QChar(QChar::LineSeparator)), {}};
    m_written = std::make_unique<TextLayout>(written, face, m_style.theme);
}

int FormulaLayout::estimatedHeight(const chat::Block &block, const TranscriptStyle &style,
                                   const TextFace &face)
{
    const QString tex = chat::texOf(block.content.text).toString();
    if (face.formulas && !tex.isEmpty()) {
        const auto known = face.formulas->known(tex, FormulaStyle::Display);
        const qreal em = formulaEm(face.font);
        if (known && known->formula().isGood())
            return static_cast<int>(std::ceil((known->formula().height + known->formula().depth) * em)) +
                   2 * padding;
        if (!known)
            return estimatedFormulaHeight(tex, face.font) + 2 * padding;
    }
    return static_cast<int>(block.content.text.count(u'\n') + 1) * style.code.line;
}

void FormulaLayout::setWidth(int width)
{
    m_width = width;
    if (m_written)
        m_written->layOut(width - (isBad() ? signRoom : 0));
    scrollSideways(0);
}

int FormulaLayout::contentWidth() const
{
    return isTypeset() ? static_cast<int>(std::ceil(m_shown->formula().width * m_em)) : 0;
}

int FormulaLayout::left() const
{
    return isWide() ? -m_scroll : (m_width - contentWidth()) / 2;
}

int FormulaLayout::height() const
{
    if (!isTypeset())
        return m_written->height();
    const Formula &formula = m_shown->formula();
    return static_cast<int>(std::ceil((formula.height + formula.depth) * m_em)) + 2 * padding +
           (isWide() ? handleRoom : 0);
}

QRect FormulaLayout::box() const
{
    return QRect(left() - padding, 0, contentWidth() + 2 * padding, height());
}

void FormulaLayout::draw(QPainter &painter, QPoint at, const QRect &clip, const Highlights &highlights) const
{
    if (!isTypeset()) {
        m_written->draw(painter, at, clip, highlights, m_style.theme);
        if (isBad())
            drawIcon(painter, QRectF(at.x() + m_width - 16, at.y() + (m_style.code.line - 16) / 2, 16, 16),
                     QStringLiteral("circle-alert"), m_style.theme.text3);
        return;
    }
    painter.save();
    painter.setClipRect(QRect(at, QSize(m_width, height())), Qt::IntersectClip);
    if (!highlights.selection.isEmpty())
        painter.fillRect(box().translated(at), m_style.theme.selected);
    else if (!highlights.found.isEmpty())
        painter.fillRect(box().translated(at), m_style.theme.findMark);
    const qreal baseline = padding + std::ceil(m_shown->formula().height * m_em);
    m_shown->draw(painter, QPointF(at.x() + left(), at.y() + baseline), m_em, m_face.color);
    if (isWide())
        drawScrollHandle(painter, QRect(at.x(), at.y() + height() - 6, m_width, 4), m_scroll, contentWidth(),
                         m_style.theme);
    if (!highlights.current.isEmpty())
        drawCurrent(painter, {box().adjusted(1, 1, -1, -1)}, at, m_style.theme);
    painter.restore();
}

int FormulaLayout::change(const chat::Block &block)
{
    const bool wasTypeset = isTypeset();
    const QString before = std::exchange(m_source, block.content.text);
    look();
    setWidth(m_width);
    if (wasTypeset || isTypeset())
        return 0;
    // From the line of the first character that is new.
    const auto same = std::mismatch(before.begin(), before.end(), m_source.begin(), m_source.end()).second -
                      m_source.begin();
    return m_written->lineTop(std::max<qsizetype>(same - 1, 0));
}

bool FormulaLayout::takePictures()
{
    if (!m_face.formulas || (m_isWhole && m_picture))
        return false;
    const auto before = m_shown;
    look();
    setWidth(m_width);
    return m_shown != before || isBad();
}

qsizetype FormulaLayout::positionAt(QPoint point) const
{
    if (!isTypeset())
        return m_written->positionAt(point);
    return point.x() < left() + contentWidth() / 2 ? 0 : m_source.size();
}

QRect FormulaLayout::caretRect(qsizetype position) const
{
    if (!isTypeset())
        return m_written->caretRect(position).toAlignedRect();
    return QRect(position > 0 ? left() + contentWidth() : left(), (height() - m_face.line) / 2, 0,
                 m_face.line);
}

QList<QRect> FormulaLayout::rectsOf(TextRange range) const
{
    if (range.isEmpty())
        return {};
    if (isTypeset())
        return {box()};
    QList<QRect> rects;
    for (const QRectF &rect : m_written->rectsOf(range))
        rects.append(rect.toAlignedRect());
    return rects;
}

QString FormulaLayout::toolTipAt(QPoint) const
{
    return isBad() ? formulaTrouble(m_picture->formula()) : QString();
}

QRect FormulaLayout::end() const
{
    if (!isTypeset())
        return m_written->end().toAlignedRect();
    return QRect(std::min(left() + contentWidth() + 2, m_width), height() - m_face.line, 0, m_face.line);
}

bool FormulaLayout::scrollSideways(int pixels)
{
    const int before = m_scroll;
    m_scroll = std::clamp(m_scroll + pixels, 0, std::max(0, contentWidth() - m_width));
    return m_scroll != before;
}

} // namespace ui
