#include "library/StorageTreemap.h"

#include "common/Appearance.h"
#include "common/Format.h"
#include "common/InkParts.h"
#include "common/Theme.h"
#include "common/ToolTip.h"
#include "library/StorageWords.h"
#include "library/Treemap.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui {

using library::StorageTile;

namespace {

constexpr int inset = 24;
constexpr int above = 12;
constexpr int leastHeight = 96;
constexpr int usualHeight = 220;
constexpr qreal gap = 1;
constexpr qreal padding = 8;
constexpr int leastCharacters = 7; // of a name worth writing
constexpr qreal leastSide = 4;     // of a part the arrow keys stop at

bool isUnused(const StorageTile &tile)
{
    return tile.kind == StorageTile::Kind::Unused || tile.kind == StorageTile::Kind::Unfinished;
}

} // namespace

StorageTreemap::StorageTreemap(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    retranslate();
}

QSize StorageTreemap::sizeHint() const
{
    return {400, usualHeight};
}

QSize StorageTreemap::minimumSizeHint() const
{
    return {200, leastHeight};
}

void StorageTreemap::setMap(const library::StorageMap &map)
{
    m_map = map;
    m_tiles = map.tiles();
    m_current = std::min(m_current, static_cast<int>(m_tiles.size()) - 1);
    m_chosen.clear();
    layoutTiles();
    retranslate();
}

void StorageTreemap::setChosen(const QSet<int> &models)
{
    if (m_chosen == models)
        return;
    m_chosen = models;
    update();
}

void StorageTreemap::layoutTiles()
{
    QList<double> amounts;
    for (const StorageTile &tile : std::as_const(m_tiles))
        amounts.append(static_cast<double>(tile.bytes));
    m_rects = library::treemap(amounts, QRectF(rect()).adjusted(inset, above, -inset, -above));
    update();
}

void StorageTreemap::retranslate()
{
    // The name carries what is current: that is what is read out when it changes.
    const QString name = tr("Storage map");
    setAccessibleName(m_current < 0 ? name : tr("%1: %2").arg(name, tileWords(m_map, m_tiles[m_current])));
    setAccessibleDescription(tr("%n part(s), %1 together. The table below says the same.", nullptr,
                                static_cast<int>(m_tiles.size()))
                                 .arg(bytes(m_map.totalBytes)));
}

void StorageTreemap::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StorageTreemap::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layoutTiles();
}

bool StorageTreemap::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int tile = tileAt(help->pos());
        if (tile >= 0)
            QToolTip::showText(help->globalPos(), plainToolTip(tileWords(m_map, m_tiles[tile])), this);
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

void StorageTreemap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (int tile = 0; tile < m_tiles.size(); ++tile)
        paintTile(painter, tile);
    const bool isRingShown = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    if (!isRingShown)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF whole = QRectF(rect()).adjusted(inset, above, -inset, -above);
    const QRectF ring = m_current < 0 ? whole : m_rects[m_current];
    ink::drawFocusRing(painter, ring.adjusted(-2, -2, 2, 2), 0, Theme::of(this));
}

void StorageTreemap::paintTile(QPainter &painter, int at) const
{
    const Theme &theme = Theme::of(this);
    const StorageTile &tile = m_tiles[at];
    const QRectF rect = m_rects[at].adjusted(0, 0, -gap, -gap);
    if (rect.width() <= 0 || rect.height() <= 0)
        return;
    const bool isOwn = tile.kind == StorageTile::Kind::Own;
    painter.fillRect(rect, isGoing(tile) ? theme.selected : isOwn ? theme.hover : theme.here);
    if (isUnused(tile))
        painter.fillRect(rect, QBrush(theme.lineStrong, Qt::BDiagPattern));
    paintWords(painter, rect, tile);
}

void StorageTreemap::paintWords(QPainter &painter, const QRectF &rect, const StorageTile &tile) const
{
    const Theme &theme = Theme::of(this);
    const QRectF text = rect.adjusted(padding, padding / 2, -padding, -padding / 2);
    const QFontMetricsF name(ui::font(Type::BodyMedium));
    const QFontMetricsF size(ui::font(Type::Small));
    if (text.width() < name.averageCharWidth() * leastCharacters || text.height() < name.height())
        return;
    // A model's tag is at its end.
    const auto cut = tile.kind == StorageTile::Kind::Own ? Qt::ElideMiddle : Qt::ElideRight;
    const QString words = name.elidedText(tileName(m_map, tile), cut, text.width());
    const QString amount = bytes(tile.bytes);
    const bool hasRoom =
        text.height() >= name.height() + size.height() && text.width() >= size.horizontalAdvance(amount);
    if (isUnused(tile)) {
        // Words are not read through a hatching.
        const qreal width =
            std::max(name.horizontalAdvance(words), hasRoom ? size.horizontalAdvance(amount) : 0);
        const qreal height = name.height() + (hasRoom ? size.height() : 0);
        painter.fillRect(QRectF(rect.topLeft(), QSizeF(width + 2 * padding, height + padding)) & rect,
                         theme.here);
    }
    painter.setFont(ui::font(Type::BodyMedium));
    painter.setPen(theme.text);
    // By the base line: fonts that Chinese needs would put a line aligned by its top lower, onto the next.
    painter.drawText(QPointF(text.left(), text.top() + name.ascent()), words);
    if (!hasRoom)
        return;
    painter.setFont(ui::font(Type::Small));
    painter.setPen(theme.text2);
    painter.drawText(QPointF(text.left(), text.top() + name.height() + size.ascent()), amount);
}

// Goes where the chosen models go: all who use it are among them.
bool StorageTreemap::isGoing(const StorageTile &tile) const
{
    return !tile.models.isEmpty() &&
           std::ranges::all_of(tile.models, [this](int model) { return m_chosen.contains(model); });
}

int StorageTreemap::tileAt(const QPointF &position) const
{
    const auto found =
        std::ranges::find_if(m_rects, [&](const QRectF &rect) { return rect.contains(position); });
    return found == m_rects.end() ? -1 : static_cast<int>(found - m_rects.begin());
}

void StorageTreemap::mousePressEvent(QMouseEvent *event)
{
    const int tile = tileAt(event->position());
    if (event->button() != Qt::LeftButton || tile < 0)
        return QWidget::mousePressEvent(event);
    setCurrent(tile);
    Q_EMIT chosen(m_tiles[tile].models, event->modifiers());
}

void StorageTreemap::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_tiles.size()) - 1;
    if (last < 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return setCurrent(m_current < 0 ? 0 : neighbour(m_current, event->key()));
    case Qt::Key_Home:
        return setCurrent(0);
    case Qt::Key_End:
        return setCurrent(last);
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT chosen(m_tiles[m_current].models, event->modifiers());
        return;
    case Qt::Key_Delete:
        Q_EMIT removeRequested();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

// The nearest on that side: what lies straight ahead counts before what lies across.
int StorageTreemap::neighbour(int tile, int key) const
{
    const QPointF from = m_rects[tile].center();
    int nearest = tile;
    qreal least = std::numeric_limits<qreal>::max();
    for (int other = 0; other < m_rects.size(); ++other) {
        const QPointF way = m_rects[other].center() - from;
        const bool isAcross = key == Qt::Key_Left || key == Qt::Key_Right;
        const qreal ahead =
            (isAcross ? way.x() : way.y()) * (key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1);
        const qreal aside = std::abs(isAcross ? way.y() : way.x());
        const bool isSeen = std::min(m_rects[other].width(), m_rects[other].height()) >= leastSide;
        if (other == tile || ahead <= 0 || !isSeen || ahead + 2 * aside >= least)
            continue;
        least = ahead + 2 * aside;
        nearest = other;
    }
    return nearest;
}

void StorageTreemap::setCurrent(int tile)
{
    if (m_current == tile)
        return;
    m_current = tile;
    retranslate();
    update();
}

} // namespace ui
