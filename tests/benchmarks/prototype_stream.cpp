// Baseline of streaming: the least that draws an answer as it comes. md4c on the text after the last blank
// line, a QTextLayout for each block, repaint of what changed, scroll by copying pixels; no selection, no
// tables, no code colours. Usage: prototype_stream URL MODEL.
#include "benchmarks/Answer.h"

#include <QApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QTextLayout>
#include <QWidget>

#include <cmath>
#include <md4c.h>
#include <memory>

namespace {

constexpr int margin = 20;
constexpr int gap = 8;

struct Block
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
    int level = 0; // of a heading
    int indent = 0;
    bool isCode = false;

    bool operator==(const Block &) const = default;
};

class Parser
{
public:
    QList<Block> parse(const QString &markdown)
    {
        const QByteArray bytes = markdown.toUtf8();
        MD_PARSER parser{};
        parser.flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML;
        parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *self) {
            return static_cast<Parser *>(self)->enter(type, detail);
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void *, void *self) {
            static_cast<Parser *>(self)->m_depth -= type == MD_BLOCK_UL || type == MD_BLOCK_OL ? 1 : 0;
            return 0;
        };
        parser.enter_span = [](MD_SPANTYPE type, void *, void *self) {
            static_cast<Parser *>(self)->m_spans.append({type, static_cast<Parser *>(self)->length()});
            return 0;
        };
        parser.leave_span = [](MD_SPANTYPE, void *, void *self) {
            static_cast<Parser *>(self)->leaveSpan();
            return 0;
        };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *self) {
            static_cast<Parser *>(self)->add(type, QString::fromUtf8(text, static_cast<qsizetype>(size)));
            return 0;
        };
        md_parse(bytes.constData(), static_cast<MD_SIZE>(bytes.size()), &parser, this);
        return m_blocks;
    }

private:
    int enter(MD_BLOCKTYPE type, void *detail)
    {
        m_depth += type == MD_BLOCK_UL || type == MD_BLOCK_OL ? 1 : 0;
        if (type == MD_BLOCK_H)
            m_blocks.append(
                {{}, {}, static_cast<int>(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level), 0, false});
        else if (type == MD_BLOCK_P || type == MD_BLOCK_LI || type == MD_BLOCK_CODE || type == MD_BLOCK_TR)
            m_blocks.append({{}, {}, 0, m_depth * 24, type == MD_BLOCK_CODE});
        else if ((type == MD_BLOCK_TD || type == MD_BLOCK_TH) && length() > 0)
            m_blocks.last().text += u'\t';
        return 0;
    }
    void add(MD_TEXTTYPE type, const QString &text)
    {
        if (m_blocks.isEmpty())
            return;
        if (type == MD_TEXT_CODE && m_blocks.last().isCode && text == QLatin1String("\n"))
            m_blocks.append({{}, {}, 0, 0, true}); // a layout for each line
        else
            m_blocks.last().text += type == MD_TEXT_SOFTBR ? QStringLiteral(" ") : text;
    }
    void leaveSpan()
    {
        const auto [type, start] = m_spans.takeLast();
        QTextLayout::FormatRange range{start, length() - start, {}};
        if (type == MD_SPAN_STRONG)
            range.format.setFontWeight(QFont::DemiBold);
        else if (type == MD_SPAN_EM)
            range.format.setFontItalic(true);
        else if (type == MD_SPAN_CODE)
            range.format.setFontFamilies({QStringLiteral("monospace")});
        else
            range.format.setFontUnderline(true);
        m_blocks.last().formats.append(range);
    }
    int length() const { return m_blocks.isEmpty() ? 0 : static_cast<int>(m_blocks.last().text.size()); }

    QList<Block> m_blocks;
    QList<std::pair<MD_SPANTYPE, int>> m_spans;
    int m_depth = 0;
};

class View : public QWidget
{
public:
    View() { setAttribute(Qt::WA_OpaquePaintEvent); }

    void add(const QString &token)
    {
        m_open += token;
        const QList<Block> tail = Parser().parse(m_open);
        const int before = m_height;
        qsizetype same = m_closed;
        while (same < m_blocks.size() && same - m_closed < tail.size() &&
               m_blocks[same] == tail[same - m_closed])
            ++same;
        m_blocks.resize(same);
        m_rows.resize(static_cast<size_t>(same));
        m_height = m_rows.empty() ? margin : m_rows.back().top + m_rows.back().height + gap;
        const int from = m_height;
        for (qsizetype i = same - m_closed; i < tail.size(); ++i)
            append(tail[i]);
        // Nothing of a closed block is read again.
        if (m_open.endsWith(QLatin1String("\n\n")) && m_open.count(QLatin1String("```")) % 2 == 0) {
            m_closed = m_blocks.size();
            m_open.clear();
        }
        const int offset = std::max(0, m_height + margin - height());
        if (const int moved = offset - std::exchange(m_offset, offset); moved != 0)
            scroll(0, -moved);
        update(QRect(0, from - m_offset, width(), std::max(before, m_height) - from));
    }

    QString text() const
    {
        QString result;
        for (const Block &block : m_blocks)
            result += block.text + u'\n';
        return result;
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.fillRect(event->rect(), palette().base());
        const QRect clip = event->rect().translated(0, m_offset);
        for (auto row = m_rows.rbegin(); row != m_rows.rend() && row->top + row->height >= clip.top();
             ++row) {
            if (row->top <= clip.bottom())
                row->layout->draw(&painter, QPointF(0, -m_offset), {}, event->rect());
        }
    }

private:
    struct Row
    {
        std::unique_ptr<QTextLayout> layout;
        int top = 0;
        int height = 0;
    };

    void append(const Block &block)
    {
        QFont font = this->font();
        font.setPointSize(block.level > 0 ? 16 : 11);
        if (block.isCode)
            font.setFamilies({QStringLiteral("monospace")});
        Row row{std::make_unique<QTextLayout>(block.text, font), m_height, 0};
        row.layout->setFormats(block.formats);
        row.layout->setCacheEnabled(true);
        row.layout->beginLayout();
        qreal y = row.top;
        for (QTextLine line = row.layout->createLine(); line.isValid(); line = row.layout->createLine()) {
            line.setLineWidth(width() - 2 * margin - block.indent);
            line.setPosition(QPointF(margin + block.indent, y));
            y += line.height();
        }
        row.layout->endLayout();
        row.height = static_cast<int>(std::ceil(y)) - row.top;
        m_height = row.top + row.height + (block.isCode ? 0 : gap);
        m_blocks.append(block);
        m_rows.push_back(std::move(row));
    }

    QList<Block> m_blocks;
    std::vector<Row> m_rows;
    QString m_open; // the text of the blocks that may still change
    qsizetype m_closed = 0;
    int m_height = margin;
    int m_offset = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    View view;
    view.resize(800, 700);
    view.show();
    return bench::showAnswer([&](const QString &token) { view.add(token); }, [&] { return view.text(); });
}
