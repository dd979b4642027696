#include "library/CatalogueDelegate.h"

#include "common/Appearance.h"
#include "common/FitWords.h"
#include "common/Format.h"
#include "common/Icons.h"
#include "common/Theme.h"
#include "library/CatalogueList.h"
#include "library/CataloguePage.h"
#include "library/Words.h"

#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;
using library::CatalogueEntry;
using library::CatalogueList;

namespace {

constexpr int rowHeight = 52;
constexpr int inset = 24;
constexpr int iconSize = 16;
constexpr int abilityStep = 24;
constexpr int columnGap = 16;
constexpr int fitGap = 8;

CatalogueList::State stateOf(const QModelIndex &index)
{
    return index.data(CatalogueList::StateRole).value<CatalogueList::State>();
}

// As wide as the widest thing it can hold, so that the columns before it stand still.
int stateWidth()
{
    const QFontMetrics metrics(ui::font(Type::BodyMedium));
    const int pull = metrics.horizontalAdvance(CatalogueDelegate::tr("Pull")) + 42;
    const int installed = metrics.horizontalAdvance(CatalogueDelegate::tr("Installed")) + 22;
    return std::max(pull, installed);
}

} // namespace

RowButtons CatalogueDelegate::buttons(const QRect &row, const QModelIndex &index) const
{
    QList<RowButton> buttons;
    if (stateOf(index) == CatalogueList::State::Available)
        buttons.append({0, u"download"_s, tr("Pull"), {}, false});
    return RowButtons(buttons, row.adjusted(0, 0, -inset, 0), view());
}

QSize CatalogueDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, rowHeight};
}

void CatalogueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Theme &theme = Theme::of(view());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRow(*painter, option);
    paintButtons(*painter, option.rect, index);
    const QRect slot(option.rect.right() + 1 - inset - stateWidth(), option.rect.top(), stateWidth(),
                     rowHeight);
    paintState(*painter, slot, index);
    const int right = paintFigures(*painter, slot.left() - columnGap, option.rect, index);

    const auto entry = index.data(CatalogueList::EntryRole).value<CatalogueEntry>();
    const int left = option.rect.left() + inset;
    const QRect name(left, option.rect.top() + 8, right - left - columnGap, 18);
    painter->setFont(ui::font(Type::BodyMedium));
    painter->setPen(theme.text);
    painter->drawText(name, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(entry.name, Qt::ElideMiddle, name.width()));
    const QRect line = name.translated(0, 19);
    painter->setFont(ui::font(Type::Small));
    painter->setPen(theme.text3);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data(CatalogueProxy::LineRole).toString(),
                                                        Qt::ElideRight, line.width()));
    painter->restore();
}

void CatalogueDelegate::paintState(QPainter &painter, const QRect &slot, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(view());
    painter.setFont(ui::font(Type::Body));
    painter.setPen(theme.text2);
    switch (stateOf(index)) {
    case CatalogueList::State::Available:
        break;
    case CatalogueList::State::Pulling:
        painter.drawText(slot, Qt::AlignVCenter | Qt::AlignRight,
                         percent(index.data(CatalogueList::FractionRole).toDouble()));
        break;
    case CatalogueList::State::Installed: {
        const QString word = tr("Installed");
        painter.drawText(slot, Qt::AlignVCenter | Qt::AlignRight, word);
        const int left = slot.right() - painter.fontMetrics().horizontalAdvance(word) - 22;
        drawIcon(painter, QRectF(left, slot.center().y() - iconSize / 2 + 1, iconSize, iconSize), u"check"_s,
                 theme.text2);
        break;
    }
    }
}

void CatalogueDelegate::paintFit(QPainter &painter, const QRect &slot, const QModelIndex &index) const
{
    const auto verdict = index.data(CatalogueList::FitRole).value<library::Fit>().verdict;
    if (verdict == library::Fit::Verdict::Unknown)
        return;
    const auto [name, color] = fitIcon(verdict);
    icon(name, color)
        .paint(&painter, {slot.left(), slot.center().y() - iconSize / 2 + 1, iconSize, iconSize});
}

// Abilities, size label and download size in columns that stand still; returns where the text may end.
int CatalogueDelegate::paintFigures(QPainter &painter, int right, const QRect &row,
                                    const QModelIndex &index) const
{
    const Theme &theme = Theme::of(view());
    const auto entry = index.data(CatalogueList::EntryRole).value<CatalogueEntry>();
    painter.setFont(ui::font(Type::Body));
    painter.setPen(theme.text);
    const int sizeWidth = painter.fontMetrics().horizontalAdvance(bytes(88'800'000'000));
    const QRect size(right - sizeWidth, row.top(), sizeWidth, rowHeight);
    painter.drawText(size, Qt::AlignVCenter | Qt::AlignRight, bytes(entry.downloadBytes));
    paintFit(painter, QRect(size.left() - iconSize - fitGap, row.top(), iconSize, rowHeight), index);
    int left = size.left() - iconSize - fitGap - columnGap;
    // In a narrow window the text needs the room more.
    if (row.width() < 480)
        return left;
    painter.setPen(theme.text2);
    const int labelWidth = painter.fontMetrics().horizontalAdvance(u"35B-A3B"_s);
    painter.drawText(QRect(left - labelWidth, row.top(), labelWidth, rowHeight),
                     Qt::AlignVCenter | Qt::AlignLeft, entry.parameterLabel);
    left -= labelWidth + columnGap;
    const QList<AbilityWord> words = abilityWords(entry.abilities);
    left -= 3 * abilityStep;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto x = left + static_cast<int>(i) * abilityStep;
        drawIcon(painter, QRectF(x, row.center().y() - iconSize / 2 + 1, iconSize, iconSize), words[i].icon,
                 theme.text2);
    }
    return left;
}

} // namespace ui
