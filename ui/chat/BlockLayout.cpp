#include "chat/BlockLayout.h"

#include "chat/CodeLayout.h"
#include "chat/FormulaLayout.h"
#include "chat/TableLayout.h"

#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

// A paragraph or a heading.
class ParagraphLayout : public BlockLayout
{
public:
    ParagraphLayout(const chat::Block &block, const TextFace &face, const Theme &theme)
        : m_face(face)
        , m_theme(theme)
        , m_text(std::make_unique<TextLayout>(block.content, face, theme))
    {
    }

    void setWidth(int width) override
    {
        m_width = width;
        m_text->layOut(width);
    }
    int height() const override { return m_text->height(); }
    void draw(QPainter &painter, QPoint at, const QRect &clip, const Highlights &highlights) const override
    {
        m_text->draw(painter, at, clip, highlights, m_theme);
    }

    int change(const chat::Block &block) override
    {
        const chat::MarkedText before = m_text->text();
        // Chips begin before their text and a word at the end may move to the next line: from the line of the
        // character before the first that differs.
        qsizetype same = std::mismatch(before.text.begin(), before.text.end(), block.content.text.begin(),
                                       block.content.text.end())
                             .first -
                         before.text.begin();
        for (qsizetype i = 0; i < before.spans.size(); ++i) {
            if (i >= block.content.spans.size() || before.spans[i] != block.content.spans[i]) {
                same = std::min(same, before.spans[i].start);
                break;
            }
        }
        if (before.spans.size() < block.content.spans.size())
            same = std::min(same, block.content.spans[before.spans.size()].start);
        const int from = m_text->lineTop(std::max<qsizetype>(same - 1, 0));
        m_text = std::make_unique<TextLayout>(block.content, m_face, m_theme);
        setWidth(m_width);
        return from;
    }

    QString text() const override { return m_text->text().text; }
    qsizetype positionAt(QPoint point) const override { return m_text->positionAt(point); }
    QRect caretRect(qsizetype position) const override { return m_text->caretRect(position).toAlignedRect(); }
    const chat::Span *spanAt(QPoint point) const override
    {
        return m_text->spanAt(point, chat::Mark::Link | chat::Mark::Image);
    }
    QList<QRect> rectsOf(TextRange range) const override
    {
        QList<QRect> rects;
        for (const QRectF &rect : m_text->rectsOf(range))
            rects.append(rect.toAlignedRect());
        return rects;
    }
    int loweredFirstLine() const override { return m_text->loweredFirstLine(); }
    QRect end() const override { return m_text->end().toAlignedRect(); }
    bool takePictures() override
    {
        const bool isNew = m_text->takePictures(m_theme);
        if (isNew)
            setWidth(m_width);
        return isNew;
    }
    QString toolTipAt(QPoint point) const override { return m_text->toolTipAt(point); }
    bool scrollSideways(int) override { return false; }

private:
    TextFace m_face;
    Theme m_theme;
    std::unique_ptr<TextLayout> m_text;
    int m_width = 0;
};

class RuleLayout : public BlockLayout
{
public:
    explicit RuleLayout(const Theme &theme)
        : m_color(theme.line)
    {
    }

    void setWidth(int width) override { m_width = width; }
    int height() const override { return 9; }
    void draw(QPainter &painter, QPoint at, const QRect &, const Highlights &) const override
    {
        painter.fillRect(QRect(at.x(), at.y() + 4, m_width, 1), m_color);
    }
    int change(const chat::Block &) override { return 0; }
    QString text() const override { return {}; }
    qsizetype positionAt(QPoint) const override { return 0; }
    QRect caretRect(qsizetype) const override { return QRect(0, 0, 0, height()); }
    const chat::Span *spanAt(QPoint) const override { return nullptr; }
    QList<QRect> rectsOf(TextRange) const override { return {}; }
    QRect end() const override { return {}; }
    bool scrollSideways(int) override { return false; }

private:
    QColor m_color;
    int m_width = 0;
};

} // namespace

TextFace faceOf(const chat::Block &block, const TranscriptStyle &style, const TextFace &face)
{
    TextFace result = face;
    if (block.kind == chat::Block::Kind::Heading)
        result = style.headings[static_cast<size_t>(std::clamp(block.level, 1, 6)) - 1];
    result.showsUnseen = face.showsUnseen;
    if (block.containers.contains(chat::Container::Quote))
        result.color = style.theme.text2;
    return result;
}

std::unique_ptr<BlockLayout> makeBlockLayout(const chat::Block &block, const TranscriptStyle &style,
                                             const TextFace &face, int width)
{
    std::unique_ptr<BlockLayout> layout;
    switch (block.kind) {
    case chat::Block::Kind::Paragraph:
    case chat::Block::Kind::Heading:
        layout = std::make_unique<ParagraphLayout>(block, faceOf(block, style, face), style.theme);
        break;
    case chat::Block::Kind::Code:
        layout = std::make_unique<CodeLayout>(block, style);
        break;
    case chat::Block::Kind::Formula:
        layout = std::make_unique<FormulaLayout>(block, style, faceOf(block, style, face));
        break;
    case chat::Block::Kind::Table: {
        TranscriptStyle own = style;
        own.table.showsUnseen = face.showsUnseen;
        layout = std::make_unique<TableLayout>(block, own);
        break;
    }
    case chat::Block::Kind::Rule:
        layout = std::make_unique<RuleLayout>(style.theme);
        break;
    }
    layout->setWidth(width);
    return layout;
}

int estimatedHeight(const chat::Block &block, const TranscriptStyle &style, const TextFace &face, int width)
{
    switch (block.kind) {
    case chat::Block::Kind::Rule:
        return 9;
    case chat::Block::Kind::Code:
        return CodeLayout::heightFor(static_cast<int>(block.content.text.count(u'\n')) + 1, style);
    case chat::Block::Kind::Formula:
        return FormulaLayout::estimatedHeight(block, style, faceOf(block, style, face));
    case chat::Block::Kind::Table:
        return static_cast<int>(block.rows.size()) * (style.table.line + 11);
    default:
        break;
    }
    const TextFace own = faceOf(block, style, face);
    const int perLine = std::max(1, width / own.letter);
    const qsizetype breaks = block.content.text.count(QChar(QChar::LineSeparator));
    return static_cast<int>(block.content.text.size() / perLine + 1 + breaks) * own.line;
}

bool isRightToLeft(const chat::Block &block)
{
    using Kind = chat::Block::Kind;
    if (block.kind == Kind::Paragraph || block.kind == Kind::Heading)
        return block.content.text.isRightToLeft();
    if (block.kind != Kind::Table)
        return false;
    // As its first letter is.
    for (const QList<chat::MarkedText> &row : block.rows) {
        for (const chat::MarkedText &cell : row) {
            if (cell.text.isRightToLeft())
                return true;
            if (std::ranges::any_of(cell.text, [](QChar c) { return c.direction() == QChar::DirL; }))
                return false;
        }
    }
    return false;
}

} // namespace ui
