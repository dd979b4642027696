// A block of code: a header for its language and buttons (drawn by the message), then rows of one height.
// Rows are found by counting columns, so a row is laid out only when it is drawn and one more line costs
// one line.
#pragma once

#include "chat/BlockLayout.h"

#include <map>

namespace ui {

class CodeLayout : public BlockLayout
{
public:
    CodeLayout(const chat::Block &block, const TranscriptStyle &style);
    ~CodeLayout() override;

    static constexpr int headerHeight = 33; // with its border
    static int heightFor(int rows, const TranscriptStyle &style);

    bool isWrapped() const { return m_isWrapped; }
    void setWrapped(bool wrapped);

    void setWidth(int width) override;
    int height() const override;
    void draw(QPainter &painter, QPoint at, const QRect &clip, TextRange selection) const override;
    int change(const chat::Block &block) override;
    QString text() const override { return m_code; }
    qsizetype positionAt(QPoint point) const override;
    const chat::Span *spanAt(QPoint) const override { return nullptr; }
    QList<QRect> rectsOf(const chat::Span &) const override { return {}; }
    QRect end() const override;
    bool scrollSideways(int pixels) override;

private:
    struct Row
    {
        qsizetype start = 0;
        qsizetype length = 0;
    };

    void breakRows(size_t from);
    void breakLine(qsizetype start, qsizetype end);
    QTextLayout &rowLayout(size_t row) const;
    void drawFrame(QPainter &painter, QPoint at) const;
    void drawHandle(QPainter &painter, QPoint at) const;
    int rowTop(size_t row) const;
    int innerWidth() const { return m_width - 2 * padding - 2; }
    int widest() const;

    static constexpr int padding = 16;
    static constexpr int paddingY = 12;

    TranscriptStyle m_style;
    QString m_code;
    QString m_language;
    qreal m_column = 1; // width of one
    int m_width = 0;
    int m_widestColumns = 0;
    int m_scroll = 0;
    bool m_isWrapped = false;
    std::vector<Row> m_rows;
    mutable std::map<size_t, std::unique_ptr<QTextLayout>> m_rowLayouts;
};

// "python" -> "Python"; what is not known is shown as it is written.
QString languageLabel(const QString &language);

} // namespace ui
