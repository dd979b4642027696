#include "library/SpeedChart.h"

#include "base/Text.h"
#include "common/Appearance.h"
#include "common/Format.h"
#include "common/InkParts.h"
#include "common/Theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace ui {

namespace {

constexpr int rowHeight = 28;
constexpr int barHeight = 12;
constexpr int inset = 24;
constexpr int gap = 12;
constexpr int widestName = 240;
constexpr int radius = 3;

class BarDelegate : public QStyledItemDelegate
{
public:
    explicit BarDelegate(SpeedChart *chart)
        : QStyledItemDelegate(chart)
        , m_chart(chart)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {200, rowHeight};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    SpeedChart *m_chart;
};

void BarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(m_chart);
    const SpeedChart::Widths &widths = m_chart->widths();
    const QRect line = option.rect.adjusted(inset, 0, -inset, 0);
    const int names = std::min({widths.names, widestName, line.width() / 3});
    const double speed = index.data(SpeedChart::SpeedRole).toDouble();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(ui::font(Type::Body));
    painter->setPen(theme.text);
    painter->drawText(line.adjusted(0, 0, names - line.width(), 0), Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data(SpeedChart::NameRole).toString(),
                                                        Qt::ElideMiddle, names));
    const QRectF whole(line.left() + names + gap, line.center().y() - barHeight / 2 + 1,
                       std::max(line.width() - names - widths.speeds - 2 * gap, 1), barHeight);
    QRectF part = whole;
    part.setWidth(std::max(whole.width() * speed / widths.fastest, 2.0));
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.line);
    painter->drawRoundedRect(whole, radius, radius);
    painter->setBrush(theme.accentText);
    painter->drawRoundedRect(part, radius, radius);
    painter->setPen(theme.text2);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignRight, tokensPerSecond(speed));
    if (index == m_chart->currentIndex() && m_chart->hasFocus() &&
        m_chart->window()->testAttribute(Qt::WA_KeyboardFocusChange))
        ink::drawFocusRing(*painter, option.rect, 0, theme);
    painter->restore();
}

} // namespace

SpeedChart::SpeedChart(QWidget *parent)
    : QListView(parent)
{
    setModel(&m_bars);
    setItemDelegate(new BarDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(NoSelection); // there is nothing to do with one
    setEditTriggers(NoEditTriggers);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void SpeedChart::set(const QList<library::SpeedSummary> &speeds)
{
    int row = 0;
    for (const library::SpeedSummary &speed : speeds) {
        if (speed.writing <= 0)
            continue;
        if (row == m_bars.rowCount())
            m_bars.appendRow(new QStandardItem);
        QStandardItem *bar = m_bars.item(row++);
        bar->setData(base::displayLine(speed.model), NameRole);
        bar->setData(speed.writing, SpeedRole);
    }
    m_bars.setRowCount(row);
    retranslate();
}

int SpeedChart::heightFor(int rows)
{
    return rows * rowHeight;
}

void SpeedChart::retranslate()
{
    setAccessibleName(tr("Writing speed by model"));
    const QFontMetrics metrics(ui::font(Type::Body));
    m_widths = {};
    for (int row = 0; row < barCount(); ++row) {
        QStandardItem *bar = m_bars.item(row);
        const QString name = bar->data(NameRole).toString();
        const double speed = bar->data(SpeedRole).toDouble();
        const QString words = tokensPerSecond(speed);
        bar->setText(tr("%1: %2", "model: speed").arg(name, words));
        m_widths.names = std::max(m_widths.names, metrics.horizontalAdvance(name) + 1); // it is rounded
        m_widths.speeds = std::max(m_widths.speeds, metrics.horizontalAdvance(words));
        m_widths.fastest = std::max(m_widths.fastest, speed);
    }
    viewport()->update();
}

void SpeedChart::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

} // namespace ui
