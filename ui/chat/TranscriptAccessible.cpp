#include "chat/TranscriptAccessible.h"

#include "chat/MessageAccessible.h"

#include <QTimer>

#include <utility>

namespace ui {

TranscriptAccessible::~TranscriptAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

QList<QWidget *> TranscriptAccessible::overlays() const
{
    if (!isValid())
        return {};
    const auto &own = insides(view());
    QList<QWidget *> shown = {own.findBar, own.jumpButton};
    shown.removeIf([](const QWidget *overlay) { return overlay->isHidden(); });
    return shown;
}

int TranscriptAccessible::childCount() const
{
    return messageCount() + static_cast<int>(overlays().size());
}

QAccessibleInterface *TranscriptAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    if (index >= messageCount())
        return QAccessible::queryAccessibleInterface(overlays().at(index - messageCount()));
    const chat::Id message = list()->message(index).id;
    if (const auto known = m_children.constFind(message); known != m_children.constEnd())
        return QAccessible::accessibleInterface(*known);
    auto *child = new MessageAccessible(view(), message);
    m_children.insert(message, QAccessible::registerAccessibleInterface(child));
    return child;
}

int TranscriptAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    if (const auto *message = dynamic_cast<const MessageAccessible *>(child))
        return message->row();
    const auto overlay = child ? overlays().indexOf(qobject_cast<QWidget *>(child->object())) : -1;
    return overlay < 0 ? -1 : messageCount() + static_cast<int>(overlay);
}

QAccessibleInterface *TranscriptAccessible::childAt(int x, int y) const
{
    if (!isValid())
        return nullptr;
    const QPoint point = view()->viewport()->mapFromGlobal(QPoint(x, y));
    if (!view()->viewport()->rect().contains(point))
        return nullptr;
    for (QWidget *overlay : overlays())
        if (overlay->geometry().contains(view()->mapFromGlobal(QPoint(x, y))))
            return QAccessible::queryAccessibleInterface(overlay);
    return child(insides(view()).column.rowAt(point.y() + insides(view()).top()));
}

int TranscriptAccessible::rowOf(const TranscriptView *view, chat::Id message)
{
    const chat::TranscriptList *list = view ? view->transcript() : nullptr;
    for (int row = list ? list->rowCount() - 1 : -1; row >= 0; --row) {
        if (list->message(row).id == message)
            return row;
    }
    return -1;
}

QRect TranscriptAccessible::rectOf(TranscriptView *view, int row)
{
    const auto &own = insides(view);
    const QRect rect(own.columnLeft(), own.column.top(row) - own.top(), own.column.width(),
                     own.column.bottom(row) - own.column.top(row));
    return {view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
}

MessageLayout &TranscriptAccessible::layoutOf(TranscriptView *view, int row)
{
    auto &own = insides(view);
    MessageLayout *known = own.column.layout(row);
    if (known && known->isComplete())
        return *known;
    const QDeadlineTimer deadline = own.answerDeadline();
    const chat::Id message = view->transcript()->message(row).id;
    own.halfRead.insert(message); // so it is kept while the page settles
    if (!known || !deadline.hasExpired()) {
        own.column.loaded(row, deadline);
        own.column.growRow(row, deadline);
        own.settle(); // its height is another than was thought
    }
    MessageLayout &layout = own.column.loaded(row, deadline);
    if (layout.isComplete())
        own.halfRead.remove(message);
    return layout;
}

QDeadlineTimer TranscriptView::Private::answerDeadline()
{
    if (!std::exchange(isAnswering, true)) {
        answering.setRemainingTime(workPerAnswer);
        QTimer::singleShot(0, q, [this] { isAnswering = false; });
    }
    return answering;
}

void TranscriptView::Private::tellRead()
{
    const QSet<chat::Id> messages = halfRead;
    for (const chat::Id message : messages) {
        const int row = TranscriptAccessible::rowOf(q, message);
        const MessageLayout *layout = column.layout(row);
        if (layout && !layout->isComplete())
            continue;
        halfRead.remove(message);
        // What is still being written stays busy; its end is told when it comes.
        if (layout && list->message(row).state != chat::MessageState::Streaming)
            notifyReady(q, row);
    }
}

void TranscriptAccessible::forgetGone()
{
    erase_if(m_children, [](const auto &child) {
        const QAccessibleInterface *message = QAccessible::accessibleInterface(child.value());
        const bool isGone = !message || !message->isValid();
        if (isGone)
            QAccessible::deleteAccessibleInterface(child.value());
        return isGone;
    });
}

void installTranscriptAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory([](const QString &, QObject *object) -> QAccessibleInterface * {
            auto *view = qobject_cast<TranscriptView *>(object);
            return view ? new TranscriptAccessible(view) : nullptr;
        });
        return true;
    }();
    Q_UNUSED(installed)
}

namespace {

QAccessibleInterface *messageOf(TranscriptView *view, int row)
{
    QAccessibleInterface *transcript =
        QAccessible::isActive() ? QAccessible::queryAccessibleInterface(view) : nullptr;
    return transcript ? transcript->child(row) : nullptr;
}

} // namespace

void notifyRows(TranscriptView *view, int first, int last, RowsChange change)
{
    if (!QAccessible::isActive())
        return;
    auto *transcript = dynamic_cast<TranscriptAccessible *>(QAccessible::queryAccessibleInterface(view));
    if (transcript && change != RowsChange::Inserted)
        transcript->forgetGone();
    for (int row = first; row <= last && change == RowsChange::Inserted; ++row) {
        QAccessibleEvent event(view, QAccessible::ObjectCreated);
        event.setChild(row);
        QAccessible::updateAccessibility(&event);
    }
    if (change != RowsChange::Inserted) {
        QAccessibleEvent event(view, QAccessible::ObjectReorder);
        QAccessible::updateAccessibility(&event);
    }
}

void notifyText(TranscriptView *view, int row, chat::MessagePart part, qsizetype position,
                const QString &text)
{
    auto *message = static_cast<MessageAccessible *>(messageOf(view, row));
    if (QAccessibleInterface *place = message ? message->textOf(part) : nullptr) {
        QAccessibleTextInsertEvent event(place, static_cast<int>(position), text);
        QAccessible::updateAccessibility(&event);
    }
}

void notifySelection(TranscriptView *view)
{
    if (!QAccessible::isActive() || !view->transcript())
        return;
    const TextPlace head = TranscriptAccessible::insides(view).selection.head();
    auto *message = static_cast<MessageAccessible *>(messageOf(view, head.row));
    QAccessibleInterface *place = message ? message->textOf(head.part) : nullptr;
    if (!place)
        return;
    const QAccessibleTextInterface *text = place->textInterface();
    int start = 0;
    int end = 0;
    text->selection(0, &start, &end);
    QAccessibleTextSelectionEvent event(place, start, end);
    event.setCursorPosition(text->cursorPosition());
    QAccessible::updateAccessibility(&event);
    QAccessibleTextCursorEvent moved(place, text->cursorPosition());
    QAccessible::updateAccessibility(&moved);
}

void notifyFocus(TranscriptView *view, int row, const std::optional<ActionKey> &key)
{
    auto *message = static_cast<MessageAccessible *>(messageOf(view, row));
    QAccessibleInterface *focused = message && key ? message->childOf(*key) : message;
    if (!focused)
        return;
    QAccessibleEvent event(focused, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void notifyToggled(TranscriptView *view, int row, const ActionKey &key)
{
    auto *message = static_cast<MessageAccessible *>(messageOf(view, row));
    QAccessibleInterface *button = message ? message->childOf(key) : nullptr;
    if (!button)
        return;
    if (key.kind == ActionKey::Kind::ToggleUnseen) {
        QAccessibleEvent renamed(button, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&renamed);
        return;
    }
    QAccessible::State changed;
    changed.checked = key.kind == ActionKey::Kind::WrapCode;
    changed.expanded = !changed.checked;
    changed.collapsed = !changed.checked;
    QAccessibleStateChangeEvent toggled(button, changed);
    QAccessible::updateAccessibility(&toggled);
}

void notifyReady(TranscriptView *view, int row)
{
    QAccessibleInterface *message = messageOf(view, row);
    if (!message)
        return;
    QAccessible::State changed;
    changed.busy = true;
    QAccessibleStateChangeEvent ready(message, changed);
    QAccessible::updateAccessibility(&ready);
}

void notifyEnd(TranscriptView *view, int row)
{
    notifyReady(view, row);
    QAccessibleInterface *message = messageOf(view, row);
    if (message && !TranscriptAccessible::layoutOf(view, row).noticeText().isEmpty()) {
        QAccessibleEvent failed(message, QAccessible::Alert);
        QAccessible::updateAccessibility(&failed);
    }
}

} // namespace ui
