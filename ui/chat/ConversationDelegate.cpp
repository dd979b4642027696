#include "chat/ConversationDelegate.h"

#include "chat/ConversationList.h"
#include "common/Appearance.h"
#include "common/Icons.h"
#include "common/InkParts.h"
#include "common/Theme.h"

#include <QAbstractItemView>
#include <QPaintEngine>
#include <QPainter>

namespace ui {
namespace {

using chat::ConversationList;

constexpr int indentWidth = 16;
constexpr int foldSide = 14;

bool isOf(ConversationList::RowKind kind, const QModelIndex &index)
{
    return index.data(ConversationList::KindRole).value<ConversationList::RowKind>() == kind;
}

bool isCaption(const QModelIndex &index)
{
    return isOf(ConversationList::RowKind::Caption, index);
}

bool isFolder(const QModelIndex &index)
{
    return isOf(ConversationList::RowKind::Folder, index);
}

int indent(const QModelIndex &index)
{
    return 10 + indentWidth * index.data(ConversationList::DepthRole).toInt();
}

QString spokenFolder(const QModelIndex &index)
{
    const int count = index.data(ConversationList::CountRole).toInt();
    const QString name = index.data(Qt::DisplayRole).toString();
    return index.data(ConversationList::FoldedRole).toBool()
               ? ConversationDelegate::tr("Folder %1, folded, %n conversation(s)", nullptr, count).arg(name)
               : ConversationDelegate::tr("Folder %1, open, %n conversation(s)", nullptr, count).arg(name);
}

QString caption(chat::ConversationGroup group)
{
    switch (group) {
    case chat::ConversationGroup::Today:
        return ConversationDelegate::tr("Today");
    case chat::ConversationGroup::Yesterday:
        return ConversationDelegate::tr("Yesterday");
    case chat::ConversationGroup::PreviousWeek:
        return ConversationDelegate::tr("Previous 7 days");
    case chat::ConversationGroup::Older:
        return ConversationDelegate::tr("Older");
    case chat::ConversationGroup::Pinned:
        return ConversationDelegate::tr("Pinned");
    case chat::ConversationGroup::Archived:
        return ConversationDelegate::tr("Archived");
    case chat::ConversationGroup::Folder:
        break; // has a row of its own
    }
    return {};
}

// While only the spinner turns, the title beside it is not read, cut and drawn again.
bool isExposed(const QPainter &painter, const QRect &rect)
{
    const QRegion exposed = painter.paintEngine()->systemClip();
    return exposed.isEmpty() || exposed.intersects(painter.deviceTransform().mapRect(rect));
}

} // namespace

QString ConversationDelegate::displayText(const QVariant &value, const QLocale &) const
{
    const QString title = value.toString();
    return title.isEmpty() ? tr("New chat") : title;
}

QString ConversationDelegate::spoken(const QModelIndex &index)
{
    if (isCaption(index))
        return caption(index.data(ConversationList::GroupRole).value<chat::ConversationGroup>());
    if (isFolder(index))
        return spokenFolder(index);
    const QString title = ConversationDelegate().displayText(index.data(Qt::DisplayRole), {});
    switch (index.data(ConversationList::ActivityRole).value<ConversationList::Activity>()) {
    case ConversationList::Activity::Answering:
        return tr("%1, is being answered").arg(title);
    case ConversationList::Activity::Unread:
        return tr("%1, has a new answer").arg(title);
    case ConversationList::Activity::Draft:
        return tr("%1, has a draft").arg(title);
    case ConversationList::Activity::None:
        break;
    }
    return index.data(ConversationList::PinnedRole).toBool() ? tr("%1, pinned").arg(title) : title;
}

QRect ConversationDelegate::menuButton(const QRect &row)
{
    return {row.right() - 31, row.top() + (row.height() - 24) / 2, 28, 24};
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {100, isCaption(index) ? (index.row() == 0 ? 28 : 32) : 32};
}

void ConversationDelegate::paintCaption(QPainter *painter, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    painter->setPen(Theme::of(option.widget).text3);
    painter->setFont(ui::font(Type::CaptionBold));
    painter->drawText(option.rect.adjusted(10, 0, -10, -5), Qt::AlignLeft | Qt::AlignBottom,
                      caption(index.data(ConversationList::GroupRole).value<chat::ConversationGroup>()));
}

int ConversationDelegate::paintSlot(QPainter *painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const QRect row = option.rect;
    if (option.state & QStyle::State_MouseOver) {
        drawIcon(*painter, QRectF(row.right() - 25, row.center().y() - 7.5, 16, 16),
                 QStringLiteral("ellipsis"), theme.text2);
        return 28;
    }
    switch (index.data(ConversationList::ActivityRole).value<ConversationList::Activity>()) {
    case ConversationList::Activity::Answering: {
        const QRectF spinner(row.right() - 25, row.center().y() - 7.5, 16, 16);
        painter->save();
        painter->translate(spinner.center());
        painter->rotate(m_spinnerAngle);
        drawIcon(*painter, QRectF(-8, -8, 16, 16), QStringLiteral("loader-circle"), theme.text2);
        painter->restore();
        return 28;
    }
    case ConversationList::Activity::Unread:
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.accentText);
        painter->drawEllipse(QRectF(row.right() - 17, row.center().y() - 3.5, 8, 8));
        return 22;
    case ConversationList::Activity::Draft:
        return paintWord(painter, row, tr("Draft"), theme);
    case ConversationList::Activity::None:
        break;
    }
    if (const int count = index.data(ConversationList::CountRole).toInt(); count > 0)
        return paintWord(painter, row, option.locale.toString(count), theme);
    if (!index.data(ConversationList::PinnedRole).toBool())
        return 0;
    drawIcon(*painter, QRectF(row.right() - 23, row.center().y() - 6.5, 14, 14), QStringLiteral("pin"),
             theme.text3);
    return 28;
}

int ConversationDelegate::paintWord(QPainter *painter, const QRect &row, const QString &word,
                                    const Theme &theme) const
{
    painter->setFont(ui::font(Type::Caption));
    painter->setPen(theme.text3);
    painter->drawText(row.adjusted(10, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter, word);
    return painter->fontMetrics().horizontalAdvance(word) + 12;
}

void ConversationDelegate::paintFold(QPainter *painter, const QRect &row, const QModelIndex &index,
                                     const Theme &theme) const
{
    const bool isFolded = index.data(ConversationList::FoldedRole).toBool();
    drawIcon(
        *painter,
        QRectF(row.left() + indent(index) - 4, row.center().y() - foldSide / 2.0 + .5, foldSide, foldSide),
        isFolded ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down"), theme.text3);
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isCaption(index)) {
        paintCaption(painter, option, index);
        painter->restore();
        return;
    }
    const Theme &theme = Theme::of(option.widget);
    // A folder is never selected; where the keys are is to be seen all the same.
    const bool isSelected =
        option.state & (isFolder(index) ? QStyle::State_HasFocus : QStyle::State_Selected);
    if (isSelected || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(isSelected ? theme.selected : theme.hover);
        painter->drawRoundedRect(option.rect, 6, 6);
    }
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        ink::drawFocusRing(*painter, option.rect, ink::radius, theme);
    const int taken = paintSlot(painter, option, index);
    const int before = indent(index) + (isFolder(index) ? foldSide + 2 : 0);
    const QRect text = option.rect.adjusted(before, 0, -10 - taken, 0);
    if (!isExposed(*painter, text)) {
        painter->restore();
        return;
    }
    if (isFolder(index))
        paintFold(painter, option.rect, index, theme);
    painter->setFont(ui::font(isFolder(index) ? Type::BodyMedium : Type::Body));
    painter->setPen(theme.text);
    const QString title = displayText(index.data(Qt::DisplayRole), option.locale);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(title, Qt::ElideRight, text.width()));
    painter->restore();
}

} // namespace ui
