#include "library/InstalledView.h"

#include "common/Appearance.h"
#include "common/Format.h"
#include "common/Icons.h"
#include "common/Theme.h"
#include "library/Badges.h"
#include "library/InstalledProxy.h"
#include "library/InstalledTable.h"
#include "library/Words.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using library::InstalledTable;

namespace {

constexpr int iconSize = 16;
constexpr int abilityStep = 24;
constexpr int dotStep = 16;
constexpr int badgeGap = 8;

QList<PlainColumn> installedColumns()
{
    QList<PlainColumn> columns(InstalledTable::ColumnCount);
    for (PlainColumn &column : columns)
        column.cut = Qt::ElideMiddle;
    const auto set = [&columns](InstalledTable::Column column, std::function<QString()> widest, int givesWay,
                                int extra = 0) {
        columns[column].widest = std::move(widest);
        columns[column].givesWay = givesWay;
        columns[column].extra = extra;
    };
    set(InstalledTable::Size, [] { return bytes(888'800'000'000); }, 0);
    set(InstalledTable::Parameters, [] { return u"888.88M"_s; }, 3);
    set(InstalledTable::Quantization, [] { return u"Q4_K_M"_s; }, 6);
    set(InstalledTable::Context, [] { return number(1'888'888); }, 5);
    set(InstalledTable::Abilities, [] { return QString(); }, 2, 3 * abilityStep);
    set(InstalledTable::Modified, [] { return dayOf(QDateTime(QDate(2020, 11, 28), QTime())); }, 4);
    set(InstalledTable::Memory, [] { return bytes(88'800'000'000); }, 1, dotStep);
    columns[InstalledTable::Modified].isQuiet = true;
    return columns;
}

} // namespace

void InstalledDelegate::paintInner(QPainter &painter, const QRect &inner, const QModelIndex &index) const
{
    QRect text = inner;
    switch (index.column()) {
    case InstalledTable::Abilities:
        return paintAbilities(painter, inner, index);
    case InstalledTable::Memory:
        if (!index.data().toString().isEmpty()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(Theme::of(&table()).ok);
            painter.drawEllipse(QRectF(text.left(), text.center().y() - 3.5, 8, 8));
            text.setLeft(text.left() + dotStep);
        }
        break;
    case InstalledTable::Name:
        text = withoutBadge(painter, text, index);
        break;
    default:
        break;
    }
    PlainDelegate::paintInner(painter, text, index);
}

// The badge behind the name, which gives way to it; what is left for the name.
QRect InstalledDelegate::withoutBadge(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    const QString word = index.data(InstalledProxy::BadgeRole).toString();
    if (word.isEmpty())
        return cell;
    const Badge badge{.icon = {}, .word = word, .tone = Badge::Tone::Recommended};
    painter.setFont(ui::font(Type::Small));
    const int wide = badgeWidth(badge, painter.fontMetrics());
    const int name = QFontMetrics(ui::font(Type::BodyMedium)).horizontalAdvance(index.data().toString());
    const int left = cell.left() + std::min(name + badgeGap, std::max(cell.width() - wide, 0));
    paintBadge(painter, Theme::of(&table()),
               QRect(left, cell.center().y() - badgeHeight / 2 + 1, wide, badgeHeight), badge);
    return cell.adjusted(0, 0, -wide - badgeGap, 0);
}

void InstalledDelegate::paintAbilities(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    const auto abilities = backend::Capabilities::fromInt(index.data(InstalledTable::SortRole).toInt());
    const Theme &theme = Theme::of(&table());
    int x = cell.left();
    const QList<AbilityWord> words = abilityWords(abilities);
    for (const AbilityWord &ability : words) {
        drawIcon(painter, QRectF(x, cell.center().y() - iconSize / 2 + 1, iconSize, iconSize), ability.icon,
                 theme.text2);
        x += abilityStep;
    }
}

InstalledView::InstalledView(QWidget *parent)
    : PlainTable(parent)
{
    setItemDelegate(new InstalledDelegate(this));
    setSelectionMode(SingleSelection);
    setSortingEnabled(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setColumns(installedColumns());
}

void InstalledView::keyPressEvent(QKeyEvent *event)
{
    if (!currentIndex().isValid()) // nothing to remove, to rename or to chat with
        return QTableView::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_F2:
        Q_EMIT renameRequested();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT activated(currentIndex());
        break;
    default:
        PlainTable::keyPressEvent(event);
    }
}

} // namespace ui
