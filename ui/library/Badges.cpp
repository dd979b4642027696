#include "library/Badges.h"

#include "common/Appearance.h"
#include "common/Icons.h"
#include "common/Theme.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int padding = 6;
constexpr int iconSize = 12;
constexpr int iconGap = 4;
constexpr int spacing = 6;

} // namespace

int badgeWidth(const Badge &badge, const QFontMetrics &metrics)
{
    const int iconWidth = badge.icon.isEmpty() ? 0 : iconSize + iconGap;
    return 2 * padding + iconWidth + metrics.horizontalAdvance(badge.word);
}

void paintBadge(QPainter &painter, const Theme &theme, const QRect &place, const Badge &badge)
{
    const bool isPlain = badge.tone == Badge::Tone::Plain;
    painter.setPen(isPlain ? QPen(theme.lineStrong, 1) : QPen(Qt::NoPen));
    painter.setBrush(isPlain ? QBrush(Qt::NoBrush) : QBrush(theme.accentTint));
    painter.drawRoundedRect(QRectF(place).adjusted(.5, .5, -.5, -.5), 4, 4);
    const QColor ink = isPlain ? theme.text2 : theme.accentText;
    QRect text = place.adjusted(padding, 0, -padding, 0);
    if (!badge.icon.isEmpty()) {
        drawIcon(painter, QRectF(text.left(), text.center().y() - iconSize / 2 + 0.0, iconSize, iconSize),
                 badge.icon, ink);
        text.setLeft(text.left() + iconSize + iconGap);
    }
    painter.setPen(ink);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, badge.word);
}

Badges::Badges(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Badges::set(const QList<Badge> &badges, const QString &name)
{
    m_badges = badges;
    QStringList words;
    for (const Badge &badge : badges)
        words.append(badge.word);
    setAccessibleName(name);
    setAccessibleDescription(words.join(u'\n'));
    setVisible(!badges.isEmpty());
    updateGeometry();
    update();
}

QSize Badges::sizeHint() const
{
    const QList<QRect> all = places(QWIDGETSIZE_MAX);
    return all.isEmpty() ? QSize(0, 0) : QSize(all.last().right() + 1, badgeHeight);
}

QSize Badges::minimumSizeHint() const
{
    return {0, m_badges.isEmpty() ? 0 : badgeHeight};
}

int Badges::heightForWidth(int width) const
{
    const QList<QRect> all = places(width);
    return all.isEmpty() ? 0 : all.last().bottom() + 1;
}

void Badges::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(ui::font(Type::Small));
    const Theme &theme = Theme::of(this);
    const QList<QRect> all = places(width());
    for (qsizetype i = 0; i < all.size(); ++i)
        paintBadge(painter, theme, all[i], m_badges[i]);
}

QList<QRect> Badges::places(int width) const
{
    const QFontMetrics metrics(ui::font(Type::Small));
    QList<QRect> result;
    QPoint at;
    for (const Badge &badge : m_badges) {
        const int wide = badgeWidth(badge, metrics);
        if (at.x() > 0 && at.x() + wide > width)
            at = {0, at.y() + badgeHeight + spacing};
        result.append(QRect(at, QSize(wide, badgeHeight)));
        at.rx() += wide + spacing;
    }
    return result;
}

} // namespace ui
