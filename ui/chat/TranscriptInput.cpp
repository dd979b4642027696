// Mouse, selection and actions of TranscriptView.
#include "base/Text.h"
#include "chat/TranscriptAccessible.h"
#include "chat/TranscriptPrivate.h"
#include "common/ToolTip.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QStyleHints>
#include <QToolTip>
#include <QUrl>
#include <QWheelEvent>

#include <algorithm>

namespace ui {

namespace {

constexpr int copiedTime = 1500;
constexpr int dragInterval = 30;
constexpr qsizetype longestHint = 500;

bool isSection(ActionKey::Kind kind)
{
    return kind == ActionKey::Kind::ToggleThinking || kind == ActionKey::Kind::ToggleDetails;
}

} // namespace

TranscriptView::Private::Target TranscriptView::Private::targetAt(QPoint point) const
{
    Target target;
    const int y = point.y() + top();
    if (y >= column.height())
        return target;
    target.row = column.rowAt(y);
    if (target.row < 0 || !column.layout(target.row))
        return target;
    const QPoint inMessage(point.x() - columnLeft(), y - column.top(target.row));
    target.action = column.layout(target.row)->actionAt(inMessage);
    return target;
}

TextPlace TranscriptView::Private::placeAt(QPoint point)
{
    return ui::placeAt(column, QPoint(point.x() - columnLeft(), point.y() + top()));
}

void TranscriptView::Private::setHovered(const Target &target)
{
    const auto keyOf = [](const Target &one) {
        return one.action ? std::optional(one.action->key) : std::nullopt;
    };
    if (target.row == hovered.row && keyOf(target) == keyOf(hovered))
        return;
    const int before = std::exchange(hovered, target).row;
    updateRow(before);
    if (target.row != before)
        updateRow(target.row);
}

void TranscriptView::Private::updateCursor(QPoint point)
{
    const Target target = targetAt(point);
    setHovered(target);
    const MessageLayout *layout = target.row >= 0 ? column.layout(target.row) : nullptr;
    const QPoint inMessage(point.x() - columnLeft(),
                           point.y() + top() - (layout ? column.top(target.row) : 0));
    if (target.action)
        q->viewport()->setCursor(target.action->look == Action::Look::Link ? Qt::PointingHandCursor
                                                                           : Qt::ArrowCursor);
    else
        q->viewport()->setCursor(layout && layout->partAt(inMessage) ? Qt::IBeamCursor : Qt::ArrowCursor);
}

void TranscriptView::Private::setFocused(int row, const std::optional<ActionKey> &key)
{
    if (row == focusRow && key == focused)
        return;
    updateRow(std::exchange(focusRow, row));
    focused = key;
    updateRow(row);
    if (row >= 0 && q->hasFocus())
        notifyFocus(q, row, key);
}

void TranscriptView::Private::activate(int row, const Action &action)
{
    if (!action.isEnabled || row < 0 || row >= column.rowCount())
        return;
    using Kind = ActionKey::Kind;
    MessageLayout &layout = column.loaded(row, QDeadlineTimer(0));
    const int heightBefore = layout.height();
    switch (action.key.kind) {
    case Kind::ToggleThinking:
    case Kind::ToggleDetails:
    case Kind::ToggleUnseen:
    case Kind::WrapCode:
        // What is clicked on stays where it is, also at the end.
        setFollowing(false);
        if (action.key.kind == Kind::ToggleThinking)
            layout.toggleThinking();
        else if (action.key.kind == Kind::ToggleDetails)
            layout.toggleDetails();
        else if (action.key.kind == Kind::ToggleUnseen)
            layout.toggleUnseen();
        else
            layout.toggleWrap(action.key);
        if (isSection(action.key.kind) && !action.isOn && isMotionWanted())
            beginOpening(row, action.key, heightBefore);
        column.updateHeight(row);
        settle();
        if (!isOpening)
            setFollowing(top() >= q->verticalScrollBar()->maximum());
        updateRow(row);
        notifyToggled(q, row, action.key);
        break;
    case Kind::ShowFormatted:
        showFormatted(row, action.key);
        break;
    case Kind::CopyCode:
        copyText(layout.textOf(action.key), row, action.key);
        break;
    case Kind::CopyMessage:
        copyText(base::displayText(list->message(row).text), row, action.key);
        break;
    case Kind::Link:
        openLink(action);
        break;
    case Kind::Retry:
        Q_EMIT q->retryRequested();
        break;
    case Kind::CheckConnection:
        Q_EMIT q->checkConnectionRequested();
        break;
    case Kind::ChooseModel:
        Q_EMIT q->modelChoiceRequested();
        break;
    case Kind::Regenerate:
        Q_EMIT q->regenerateRequested();
        break;
    case Kind::Continue:
        Q_EMIT q->continueRequested();
        break;
    case Kind::PreviousVersion:
        requestVersion(row, -1);
        break;
    case Kind::NextVersion:
        requestVersion(row, 1);
        break;
    case Kind::ShowReceipt:
        Q_EMIT q->receiptRequested(row);
        break;
    case Kind::EditQuestion:
        Q_EMIT q->editRequested(row);
        break;
    case Kind::ContextWay:
        Q_EMIT q->contextWayRequested(static_cast<ContextWay>(action.key.block));
        break;
    case Kind::OpenAttachment:
        Q_EMIT q->attachmentActivated(list->message(row).attachments.value(action.key.block));
        break;
    }
}

// The whole message, or one block of it.
void TranscriptView::Private::showFormatted(int row, const ActionKey &key)
{
    setFollowing(false);
    setFocused(-1, {});
    if (key.block >= 0) {
        const chat::CrashRecord::Work work(column.crashRecord(), list->message(row).id);
        column.layout(row)->showFormatted(key);
        column.updateHeight(row);
    } else {
        column.crashRecord()->showFormatted(list->message(row).id);
        selection.forget();
        column.readAnew(row, QDeadlineTimer(workPerFrame));
        find.readAnew(row);
    }
    settle();
    setFollowing(top() >= q->verticalScrollBar()->maximum());
    q->viewport()->update();
    notifyRows(q, row, row, RowsChange::Replaced);
}

void TranscriptView::Private::copyText(const QString &text, int row, const ActionKey &key)
{
    QGuiApplication::clipboard()->setText(text);
    updateRow(copiedRow);
    copiedRow = row;
    copiedKey = key;
    copied.start(copiedTime, q);
    updateRow(row);
}

// The only schemes that leave the program; a model may write any other.
void TranscriptView::Private::openLink(const Action &link)
{
    const QString &address = link.address;
    const QUrl url(address.startsWith(u"www.") ? QStringLiteral("https://") + address : address,
                   QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    const bool isWeb = (scheme == u"http" || scheme == u"https") && !url.host().isEmpty();
    if (url.isValid() && (isWeb || scheme == u"mailto"))
        Q_EMIT q->linkActivated(url, link.text);
}

void TranscriptView::Private::dragTo(QPoint point)
{
    dragPoint = point;
    selection.extendTo(column, placeAt(point));
    q->viewport()->update();
    const bool isBeyond = !beyondEdge(point).isNull();
    if (isBeyond && !drag.isActive())
        drag.start(dragInterval, q);
    else if (!isBeyond)
        drag.stop();
    // What is being selected stays where it is, also at the end of an answer that comes.
    if (!selection.isEmpty() && clock.isActive())
        setFollowing(false);
}

// How far a drag is beyond the page, or beyond the sides of the wide block that it began in.
QPoint TranscriptView::Private::beyondEdge(QPoint point) const
{
    QPoint beyond(0, point.y() < 0 ? point.y() : std::max(0, point.y() + 1 - pageHeight()));
    const TextPlace from = selection.from();
    const TextPlace to = selection.to();
    const bool isInOne = from.row == to.row && from.part == to.part && from.caret.block == to.caret.block;
    const auto wide = isInOne ? wideNear(point.y()) : std::nullopt;
    if (wide && wide->row == from.row && wide->rect.top() <= point.y() && wide->rect.bottom() >= point.y())
        beyond.setX(point.x() < wide->rect.left() ? point.x() - wide->rect.left()
                                                  : std::max(0, point.x() - wide->rect.right()));
    return beyond;
}

// A step further to where the pointer is beyond the edge.
void TranscriptView::Private::dragOn()
{
    const QPoint beyond = beyondEdge(dragPoint);
    const auto wide = beyond.x() != 0 ? wideNear(dragPoint.y()) : std::nullopt;
    const QPoint inMessage = dragPoint - QPoint(columnLeft(), wide ? column.top(wide->row) - top() : 0);
    if (wide && column.layout(wide->row)->scrollSideways(inMessage, beyond.x() / 2))
        settle();
    q->verticalScrollBar()->setValue(top() + beyond.y() / 2);
    dragTo(dragPoint);
}

void TranscriptView::Private::publishSelection() const
{
    if (!selection.isEmpty() && QGuiApplication::clipboard()->supportsSelection())
        copy(TextForm::Markdown, QClipboard::Selection);
    notifySelection(q);
}

QList<SelectedPart> TranscriptView::Private::selectedParts() const
{
    return list ? selection.parts(column, *list) : QList<SelectedPart>();
}

void TranscriptView::Private::copy(TextForm form, QClipboard::Mode mode) const
{
    QGuiApplication::clipboard()->setMimeData(new SelectedText(selectedParts(), form), mode);
}

void TranscriptView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        d->wheelRest += event->angleDelta().y();
        setZoom(d->zoom + 10 * (d->wheelRest / 120));
        d->wheelRest %= 120;
        event->accept();
        return;
    }
    const QPoint point = event->position().toPoint();
    const Private::Target target = d->targetAt(point);
    MessageLayout *layout = target.row >= 0 ? d->column.layout(target.row) : nullptr;
    if (layout) {
        const QPoint inMessage = point - QPoint(d->columnLeft(), d->column.top(target.row) - d->top());
        const QPoint delta = event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
        const int sideways =
            event->modifiers().testFlag(Qt::ShiftModifier) && delta.x() == 0 ? delta.y() : delta.x();
        const bool isSideways =
            std::abs(delta.x()) > std::abs(delta.y()) || event->modifiers().testFlag(Qt::ShiftModifier);
        if (isSideways ? layout->scrollSideways(inMessage, -sideways)
                       : layout->scrollThinking(inMessage, delta.y())) {
            d->settle();
            event->accept();
            return;
        }
    }
    QAbstractScrollArea::wheelEvent(event);
    if (d->isSelecting)
        d->dragTo(point);
    else
        d->updateCursor(point);
}

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (event->button() != Qt::LeftButton)
        return;
    const Private::Target target = d->targetAt(point);
    const bool isNearLast =
        (point - d->pressPoint).manhattanLength() < QGuiApplication::styleHints()->startDragDistance();
    d->pressPoint = point;
    d->pressed = target.action ? std::optional(target.action->key) : std::nullopt;
    d->setFocused(-1, {});
    if (d->pressed && target.action->look != Action::Look::Link) {
        d->updateRow(target.row);
        return;
    }
    d->isSelecting = true;
    d->goalX.reset();
    const TextPlace place = d->placeAt(point);
    const bool isThird =
        isNearLast && d->sinceDoubleClick.isValid() &&
        d->sinceDoubleClick.elapsed() < QGuiApplication::styleHints()->mouseDoubleClickInterval();
    d->sinceDoubleClick.invalidate();
    if (isThird)
        d->selection.begin(d->column, place, TextUnit::Paragraph);
    else if (event->modifiers().testFlag(Qt::ShiftModifier) && d->selection.hasPlace())
        d->selection.extendTo(d->column, place);
    else
        d->selection.begin(d->column, place, TextUnit::Character);
    viewport()->update();
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (d->isSelecting && event->buttons().testFlag(Qt::LeftButton)) {
        if ((point - d->pressPoint).manhattanLength() >= 3)
            d->pressed.reset(); // a link is not followed by a drag that begins on it
        d->dragTo(point);
        return;
    }
    d->updateCursor(point);
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    d->drag.stop();
    const auto key = std::exchange(d->pressed, std::nullopt);
    const bool wasSelecting = std::exchange(d->isSelecting, false);
    const Private::Target target = d->targetAt(point);
    d->updateRow(target.row);
    if (key && target.action && target.action->key == *key && event->button() == Qt::LeftButton) {
        d->activate(target.row, *target.action);
        d->updateCursor(point);
    } else if (wasSelecting) {
        d->setFollowing(d->top() >= verticalScrollBar()->maximum());
        d->publishSelection();
    }
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (event->button() != Qt::LeftButton)
        return;
    const auto action = d->targetAt(point).action;
    if (action && action->look != Action::Look::Link) {
        mousePressEvent(event); // the second of two quick clicks on a button
        return;
    }
    d->selection.begin(d->column, d->placeAt(point), TextUnit::Word);
    d->isSelecting = true; // a drag goes on word by word
    d->pressPoint = point;
    d->sinceDoubleClick.start();
    viewport()->update();
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        d->setHovered({});
    } else if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Private::Target target = d->targetAt(help->pos());
        const bool isTold =
            target.action && !target.action->name.isEmpty() && target.action->name != target.action->text;
        QString words = isTold ? target.action->name : QString();
        if (const MessageLayout *layout = target.row >= 0 ? d->column.layout(target.row) : nullptr;
            layout && words.isEmpty())
            words = layout->toolTipAt(help->pos() -
                                      QPoint(d->columnLeft(), d->column.top(target.row) - d->top()));
        if (words.size() > longestHint)
            words = words.left(longestHint) + QChar(0x2026); // …
        QToolTip::showText(help->globalPos(), plainToolTip(words), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace ui
