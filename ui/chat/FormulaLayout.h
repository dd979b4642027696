// A formula on its own line: in the middle, wider than its place it scrolls sideways. While it is being
// written, what there is of it is shown, as far as that can be typeset. What cannot is shown as it is
// written.
#pragma once

#include "chat/BlockLayout.h"
#include "chat/Formula.h"

namespace ui {

class FormulaLayout : public BlockLayout
{
public:
    FormulaLayout(const chat::Block &block, const TranscriptStyle &style, const TextFace &face);

    static int estimatedHeight(const chat::Block &block, const TranscriptStyle &style, const TextFace &face);

    void setWidth(int width) override;
    int height() const override;
    void draw(QPainter &painter, QPoint at, const QRect &clip, const Highlights &highlights) const override;
    int change(const chat::Block &block) override;
    bool takePictures() override;
    QString text() const override { return m_source; }
    // Before or after it: it is one thing to select.
    qsizetype positionAt(QPoint point) const override;
    QRect caretRect(qsizetype position) const override;
    const chat::Span *spanAt(QPoint) const override { return nullptr; }
    QList<QRect> rectsOf(TextRange range) const override;
    QString toolTipAt(QPoint point) const override;
    QRect end() const override;
    bool scrollSideways(int pixels) override;
    int scrolled() const override { return m_scroll; }

private:
    void look();
    QString tex() const;
    bool isBad() const { return m_isWhole && m_picture && !m_picture->formula().isGood(); }
    bool isTypeset() const { return m_shown != nullptr; }
    bool isWide() const override { return contentWidth() > m_width; }
    int contentWidth() const;
    int left() const;
    QRect box() const; // of the typeset formula

    static constexpr int padding = 4;
    static constexpr int handleRoom = 10;
    static constexpr int signRoom = 24; // that it cannot be typeset

    TranscriptStyle m_style;
    TextFace m_face;
    QString m_source;
    bool m_isWhole = false;                          // its closing mark came
    QString m_asked;                                 // the TeX that was last asked for
    std::shared_ptr<const FormulaPicture> m_picture; // of that; not yet where there is none
    std::shared_ptr<const FormulaPicture> m_shown;   // the last good one of this formula
    std::unique_ptr<TextLayout> m_written;           // where there is none
    qreal m_em = 0;
    int m_width = 0;
    int m_scroll = 0;
};

} // namespace ui
