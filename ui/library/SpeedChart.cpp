#include "library/SpeedChart.h"

#include "base/Text.h"
#include "common/Appearance.h"
#include "common/Format.h"
#include "common/Theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr int rowHeight = 28;
constexpr int barHeight = 12;
constexpr int gap = 12;
constexpr int widestName = 240;
constexpr int radius = 3;

} // namespace

SpeedChart::SpeedChart(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SpeedChart::set(const QList<library::SpeedSummary> &speeds)
{
    m_bars.clear();
    for (const library::SpeedSummary &speed : speeds) {
        if (speed.writing > 0)
            m_bars.append({base::displayLine(speed.model), speed.writing});
    }
    retranslate();
    updateGeometry();
    update();
}

void SpeedChart::retranslate()
{
    QStringList words;
    for (const Bar &bar : m_bars)
        words.append(tr("%1: %2", "model: speed").arg(bar.name, tokensPerSecond(bar.speed)));
    setAccessibleName(tr("Writing speed by model"));
    setAccessibleDescription(words.join(tr("; ", "between the members of a list")));
}

QSize SpeedChart::sizeHint() const
{
    return {widestName * 2, barCount() * rowHeight};
}

void SpeedChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        update();
    }
}

void SpeedChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(ui::font(Type::Body));
    const Theme &theme = Theme::of(this);
    const QFontMetrics metrics = painter.fontMetrics();
    int names = 0;
    int values = 0;
    double fastest = 0;
    for (const Bar &bar : m_bars) {
        names = std::max(names, metrics.horizontalAdvance(bar.name));
        values = std::max(values, metrics.horizontalAdvance(tokensPerSecond(bar.speed)));
        fastest = std::max(fastest, bar.speed);
    }
    names = std::min({names, widestName, width() / 3});
    const int room = std::max(width() - names - values - 2 * gap, 1);
    for (int row = 0; row < barCount(); ++row) {
        const Bar &bar = m_bars[row];
        const QRect line(0, row * rowHeight, width(), rowHeight);
        painter.setPen(theme.text);
        painter.drawText(line.adjusted(0, 0, names - width(), 0), Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(bar.name, Qt::ElideMiddle, names));
        const QRectF whole(names + gap, line.center().y() - barHeight / 2 + 1, room, barHeight);
        QRectF part = whole;
        part.setWidth(std::max(whole.width() * bar.speed / fastest, 2.0));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.line);
        painter.drawRoundedRect(whole, radius, radius);
        painter.setBrush(theme.accentText);
        painter.drawRoundedRect(part, radius, radius);
        painter.setPen(theme.text2);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, tokensPerSecond(bar.speed));
    }
}

} // namespace ui
