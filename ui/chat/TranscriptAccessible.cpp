#include "chat/TranscriptAccessible.h"

#include "base/Text.h"
#include "chat/Markdown.h"
#include "chat/TranscriptPrivate.h"

#include <QAccessibleWidget>
#include <QCoreApplication>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Transcript)
};

} // namespace

class MessageAccessible;

class TranscriptAccessible : public QAccessibleWidget
{
public:
    explicit TranscriptAccessible(TranscriptView *view)
        : QAccessibleWidget(view, QAccessible::List)
    {
    }
    ~TranscriptAccessible() override;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;

    TranscriptView *view() const { return static_cast<TranscriptView *>(widget()); }
    const chat::TranscriptList *list() const { return isValid() ? view()->d->list : nullptr; }
    QRect rectOf(int row) const;
    QString noticeOf(int row) const;
    // Children of messages that are not in the list any more.
    void forgetGone();

private:
    mutable QHash<chat::Id, QAccessible::Id> m_children;
};

// One message. Found again by its id, because rows come and go.
class MessageAccessible : public QAccessibleInterface, public QAccessibleTextInterface
{
public:
    MessageAccessible(TranscriptView *view, chat::Id message)
        : m_view(view)
        , m_id(message)
    {
    }

    bool isValid() const override { return row() >= 0; }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QRect rect() const override;
    QAccessible::State state() const override;
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override {}
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this) : nullptr;
    }

    // The text as it reads; there is no caret in it and nothing selected through here.
    QString text(int startOffset, int endOffset) const override;
    int characterCount() const override { return static_cast<int>(plain().size()); }
    int cursorPosition() const override { return 0; }
    void setCursorPosition(int) override {}
    void selection(int, int *startOffset, int *endOffset) const override { *startOffset = *endOffset = 0; }
    int selectionCount() const override { return 0; }
    void addSelection(int, int) override {}
    void removeSelection(int) override {}
    void setSelection(int, int, int) override {}
    QRect characterRect(int) const override { return rect(); }
    int offsetAtPoint(const QPoint &) const override { return 0; }
    void scrollToSubstring(int, int) override {}
    QString attributes(int, int *startOffset, int *endOffset) const override
    {
        *startOffset = 0;
        *endOffset = characterCount();
        return {};
    }

    int row() const;
    chat::Id id() const { return m_id; }
    QString plain() const;

private:
    TranscriptAccessible *list() const
    {
        return m_view ? static_cast<TranscriptAccessible *>(parent()) : nullptr;
    }

    QPointer<TranscriptView> m_view;
    chat::Id m_id;
    mutable QString m_plain; // of so many characters of source and in that state
    mutable qsizetype m_plainOf = -1;
    mutable chat::MessageState m_plainState = chat::MessageState::Streaming;
};

TranscriptAccessible::~TranscriptAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

int TranscriptAccessible::childCount() const
{
    return list() ? list()->rowCount() : 0;
}

QAccessibleInterface *TranscriptAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const chat::Id message = list()->message(index).id;
    if (const auto known = m_children.constFind(message); known != m_children.constEnd())
        return QAccessible::accessibleInterface(*known);
    auto *child = new MessageAccessible(view(), message);
    m_children.insert(message, QAccessible::registerAccessibleInterface(child));
    return child;
}

int TranscriptAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *message = dynamic_cast<const MessageAccessible *>(child);
    return message ? message->row() : -1;
}

QAccessibleInterface *TranscriptAccessible::childAt(int x, int y) const
{
    if (!isValid())
        return nullptr;
    const QPoint point = view()->viewport()->mapFromGlobal(QPoint(x, y));
    if (!view()->viewport()->rect().contains(point))
        return nullptr;
    return child(view()->d->column.rowAt(point.y() + view()->d->top()));
}

QRect TranscriptAccessible::rectOf(int row) const
{
    const TranscriptView::Private &insides = *view()->d;
    const MessageColumn &column = insides.column;
    const QRect rect(insides.columnLeft(), column.top(row) - insides.top(), column.width(),
                     column.bottom(row) - column.top(row));
    return {view()->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
}

QString TranscriptAccessible::noticeOf(int row) const
{
    MessageLayout &layout = view()->d->column.loaded(row, QDeadlineTimer(0));
    return layout.noticeText();
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

int MessageAccessible::row() const
{
    const chat::TranscriptList *messages = m_view ? m_view->transcript() : nullptr;
    for (int i = messages ? messages->rowCount() - 1 : -1; i >= 0; --i) {
        if (messages->message(i).id == m_id)
            return i;
    }
    return -1;
}

QRect MessageAccessible::rect() const
{
    const int index = row();
    return index < 0 ? QRect() : list()->rectOf(index);
}

QAccessible::State MessageAccessible::state() const
{
    QAccessible::State state;
    const int index = row();
    state.invalid = index < 0;
    state.readOnly = true;
    state.selectableText = true;
    state.multiLine = true;
    state.busy = index >= 0 && m_view->transcript()->message(index).state == chat::MessageState::Streaming;
    state.offscreen =
        index >= 0 &&
        !QRect(m_view->viewport()->mapToGlobal(QPoint()), m_view->viewport()->size()).intersects(rect());
    return state;
}

QString MessageAccessible::text(QAccessible::Text kind) const
{
    const int index = row();
    if (index < 0)
        return {};
    const chat::Message &message = m_view->transcript()->message(index);
    switch (kind) {
    case QAccessible::Name:
        if (message.role == backend::Role::User)
            return Words::tr("You", "Who wrote the question");
        return message.model.isEmpty() ? Words::tr("Answer") : base::displayLine(message.model);
    case QAccessible::Value:
        return plain();
    case QAccessible::Description:
        return message.error || state().busy ? list()->noticeOf(index) : QString();
    default:
        return {};
    }
}

QString MessageAccessible::plain() const
{
    const int index = row();
    if (index < 0)
        return {};
    const chat::Message &message = m_view->transcript()->message(index);
    if (m_plainOf != message.text.size() || m_plainState != message.state) {
        m_plain = chat::plainText(chat::parseMarkdown(message.text));
        m_plainOf = message.text.size();
        m_plainState = message.state;
    }
    return m_plain;
}

QString MessageAccessible::text(int startOffset, int endOffset) const
{
    const QString all = plain();
    const int end = endOffset < 0 ? static_cast<int>(all.size()) : endOffset;
    return all.mid(startOffset, end - startOffset);
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

void notifyText(TranscriptView *view, int row, qsizetype position, const QString &text)
{
    if (QAccessibleInterface *message = messageOf(view, row)) {
        QAccessibleTextInsertEvent event(message, static_cast<int>(position), text);
        QAccessible::updateAccessibility(&event);
    }
}

void notifyEnd(TranscriptView *view, int row)
{
    QAccessibleInterface *message = messageOf(view, row);
    if (!message)
        return;
    QAccessible::State changed;
    changed.busy = true;
    QAccessibleStateChangeEvent ended(message, changed);
    QAccessible::updateAccessibility(&ended);
    if (!message->text(QAccessible::Description).isEmpty()) {
        QAccessibleEvent failed(message, QAccessible::Alert);
        QAccessible::updateAccessibility(&failed);
    }
}

} // namespace ui
