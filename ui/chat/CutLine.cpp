#include "chat/CutLine.h"

#include "chat/ContextWay.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace ui {
namespace {

constexpr int top = 24;       // above the line, as between turns
constexpr int underLine = 8;  // from the line to the words
constexpr int summaryGap = 8; // from the words to the summary
constexpr int summaryInset = 16;
constexpr int buttonHeight = 24;
constexpr int buttonGap = 12;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Transcript)
};

QString wordsOf(const CutMark &mark)
{
    if (mark.state == CutMark::State::Next)
        return Words::tr("The model’s window has little or no room left. Everything above this line would be "
                         "left out first.");
    if (!mark.summary.isEmpty())
        return Words::tr(
            "Everything above this line will be left out of the next request. This summary is sent "
            "in its place:");
    return Words::tr("Everything above this line will be left out of the next request.");
}

TextFace faceOf(const TranscriptStyle &style, const QColor &color)
{
    return {style.body, style.body, style.bodyLine, color};
}

} // namespace

CutLine::CutLine(const CutMark &mark, int width, const TranscriptStyle &style)
    : m_width(width)
    , m_words({wordsOf(mark), {}}, faceOf(style, style.theme.text2), style.theme)
{
    const ContextWay way = mark.state == CutMark::State::LeftOut ? ContextWay::SendAll : ContextWay::LeaveOut;
    m_action.key = {ActionKey::Kind::ContextWay, static_cast<int>(way), -1};
    m_action.look = Action::Look::Plain;
    m_action.text = m_action.name = contextWayName(way);
    const int button = actionWidth(m_action.text, style, m_action.look) - 20; // it has no icon
    m_words.layOut(width);
    int y = top + underLine + m_words.height();
    if (!mark.summary.isEmpty()) {
        m_summary = std::make_unique<TextLayout>(chat::MarkedText{mark.summary, {}},
                                                 faceOf(style, style.theme.text2), style.theme);
        m_summary->layOut(width - summaryInset);
        m_summaryTop = y + summaryGap;
        y = m_summaryTop + m_summary->height();
    }
    // Beside the words where they leave room on one line, else under everything.
    const int words = static_cast<int>(m_words.naturalWidth()) + buttonGap;
    const bool isBeside = !m_summary && m_words.height() <= style.bodyLine && words + button <= width;
    m_action.rect =
        isBeside ? QRect(words, top + underLine + (style.bodyLine - buttonHeight) / 2, button, buttonHeight)
                 : QRect(0, y + underLine, button, buttonHeight);
    m_height = std::max(y, m_action.rect.bottom() + 1);
}

void CutLine::draw(QPainter &painter, QPoint at, const QRect &clip, const TranscriptStyle &style) const
{
    painter.fillRect(QRect(at.x(), at.y() + top, m_width, 1), style.theme.outline);
    m_words.draw(painter, at + QPoint(0, top + underLine), clip, {}, style.theme);
    if (!m_summary)
        return;
    painter.fillRect(QRect(at.x(), at.y() + m_summaryTop, 2, m_summary->height()), style.theme.lineStrong);
    m_summary->draw(painter, at + QPoint(summaryInset, m_summaryTop), clip, {}, style.theme);
}

QString CutLine::text() const
{
    const QString words = m_words.text().text;
    return m_summary ? words + u'\n' + m_summary->text().text : words;
}

} // namespace ui
