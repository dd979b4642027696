#include "library/DownloadsDelegate.h"

#include "common/Appearance.h"
#include "common/Format.h"
#include "common/Icons.h"
#include "common/Theme.h"
#include "library/DownloadWords.h"
#include "library/DownloadsProxy.h"

#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;
using library::Downloads;
using State = Downloads::State;

namespace {

constexpr int inset = 24;
constexpr int progressHeight = 85;
constexpr int secondLine = 18; // why, and the next step
constexpr int doneHeight = 36;
constexpr int captionHeight = 40;
constexpr int buttonGap = 44;

bool opensDoneSection(const QModelIndex &index)
{
    return downloadState(index) == State::Done &&
           (index.row() == 0 || downloadState(index.siblingAtRow(index.row() - 1)) != State::Done);
}

// Without the caption of the section above it.
QRect rowBelowCaption(const QRect &row, const QModelIndex &index)
{
    return opensDoneSection(index) ? row.adjusted(0, captionHeight, 0, 0) : row;
}

// The percentage and the buttons stay where they are while the numbers change.
int buttonsWidth(const QFontMetrics &metrics)
{
    int widest = 0;
    for (const DownloadAction action : {DownloadAction::Pause, DownloadAction::Resume, DownloadAction::Retry,
                                        DownloadAction::Next, DownloadAction::StartNow})
        widest = std::max(widest, metrics.horizontalAdvance(wordsOf(action, library::Direction::Pull).text));
    return widest + 42 + 2 * (8 + 28);
}

enum class Shape { Plain, Flat, Icon };

RowButton buttonFor(DownloadAction action, const QModelIndex &index, Shape shape)
{
    const ActionWords words = wordsOf(action, directionOf(index));
    const bool isIcon = shape == Shape::Icon;
    return {static_cast<int>(action), words.icon, isIcon ? QString() : words.text,
            words.help.isEmpty() && isIcon ? words.text : words.help, shape != Shape::Plain};
}

} // namespace

RowButtons DownloadsDelegate::buttons(const QRect &row, const QModelIndex &index) const
{
    const bool isDone = downloadState(index) == State::Done;
    QList<RowButton> list;
    if (const auto main = mainActionOf(index))
        list.append(buttonFor(*main, index, isDone ? Shape::Flat : Shape::Plain));
    if (!isDone)
        list.append(buttonFor(DownloadAction::Details, index, Shape::Icon));
    list.append(buttonFor(endingOf(index), index, Shape::Icon));
    return RowButtons(list, rowBelowCaption(row, index).adjusted(0, 0, -inset, 0), view());
}

QSize DownloadsDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (downloadState(index) == State::Done)
        return {200, doneHeight + (opensDoneSection(index) ? captionHeight : 0)};
    return {200, progressHeight + (hasTwoLines(index) ? secondLine : 0)};
}

void DownloadsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QStyleOptionViewItem row = option;
    row.rect = rowBelowCaption(option.rect, index);
    if (opensDoneSection(index)) {
        painter->setFont(ui::font(Type::CaptionBold));
        painter->setPen(Theme::of(view()).text3);
        const QRect caption(option.rect.left() + inset, option.rect.top(), option.rect.width(),
                            captionHeight - 8);
        painter->drawText(caption, Qt::AlignBottom | Qt::AlignLeft, tr("Finished"));
    }
    // There is always a current row here, but it matters only to the keys.
    row.state.setFlag(QStyle::State_Selected,
                      row.state.testFlag(QStyle::State_Selected) && view()->hasFocus());
    paintRow(*painter, row);
    paintButtons(*painter, option.rect, index);
    if (downloadState(index) == State::Done)
        paintDone(*painter, row.rect, index);
    else
        paintProgress(*painter, row.rect, index);
    painter->restore();
}

void DownloadsDelegate::paintDone(QPainter &painter, const QRect &row, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(view());
    const int right = buttons(row, index).left() - 16;
    drawIcon(painter, QRectF(row.left() + inset, row.center().y() - 7, 16, 16), u"circle-check"_s, theme.ok);
    QRect name(row.left() + inset + 24, row.top(), 0, row.height());
    name.setRight(name.left() + std::min(220, (right - name.left()) / 2));
    painter.setFont(ui::font(Type::BodyMedium));
    painter.setPen(theme.text);
    painter.drawText(
        name, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, name.width()));
    const QRect meta(name.right() + 16, row.top(), right - name.right() - 16, row.height());
    painter.setFont(ui::font(Type::Small));
    painter.setPen(theme.text3);
    painter.drawText(meta, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(index.data(DownloadsProxy::MetaRole).toString(),
                                                      Qt::ElideRight, meta.width()));
}

void DownloadsDelegate::paintProgress(QPainter &painter, const QRect &row, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(view());
    const int slot = buttonsWidth(QFontMetrics(ui::font(Type::BodyMedium)));
    const int width = row.width() - 2 * inset - buttonGap - slot;
    const QRect head(row.left() + inset, row.top() + 14, width, 20);
    const QString done = percent(index.data(Downloads::FractionRole).toDouble());
    painter.setFont(ui::font(Type::Body));
    const int percentWidth = painter.fontMetrics().horizontalAdvance(percent(1));
    if (index.data(Downloads::TotalRole).toLongLong() > 0) {
        painter.setPen(theme.text2);
        painter.drawText(head, Qt::AlignVCenter | Qt::AlignRight, done);
    }
    painter.setFont(ui::font(Type::BodyMedium));
    painter.setPen(theme.text);
    const int nameWidth = width - percentWidth - 8;
    painter.drawText(head, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, nameWidth));
    paintBar(painter, QRect(head.left(), head.bottom() + 8, width, 6), index);
    paintMeta(painter, QRect(head.left(), head.bottom() + 22, width, 16), index);
}

void DownloadsDelegate::paintBar(QPainter &painter, const QRect &place, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(view());
    const State state = downloadState(index);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.lineStrong);
    painter.drawRoundedRect(place, 3, 3);
    const double fraction = index.data(Downloads::FractionRole).toDouble();
    if (fraction <= 0)
        return;
    painter.save();
    painter.setClipRect(QRectF(place.left(), place.top(), place.width() * fraction, place.height()));
    const bool isRunning = state == State::Running || state == State::Verifying;
    painter.setBrush(isRunning ? theme.accentText : state == State::Failed ? theme.bad : theme.text3);
    painter.drawRoundedRect(place, 3, 3);
    painter.restore();
}

void DownloadsDelegate::paintMeta(QPainter &painter, const QRect &place, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(view());
    const bool isFailed = downloadState(index) == State::Failed;
    QRect line = place;
    painter.setFont(ui::font(Type::Small));
    const auto draw = [&](const QString &text, const QColor &color) {
        painter.setPen(color);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
    };
    if (hasTwoLines(index)) {
        const bool isCancelled = downloadState(index) == State::Cancelled;
        const QString name = isCancelled ? u"info"_s : isFailed ? u"circle-alert"_s : u"refresh-cw"_s;
        const QColor ink = isCancelled ? theme.text3 : isFailed ? theme.bad : theme.warn;
        drawIcon(painter, QRectF(line.left(), line.top() + 1, 14, 14), name, ink);
        line.setLeft(line.left() + 20);
    }
    draw(index.data(DownloadsProxy::MetaRole).toString(), isFailed ? theme.bad : theme.text3);
    if (!hasTwoLines(index))
        return;
    line.translate(0, secondLine);
    draw(index.data(DownloadsProxy::NextRole).toString(), theme.text2);
}

} // namespace ui
