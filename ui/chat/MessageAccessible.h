// The transcript and its messages as assistive technology sees them: a list of messages, each with its text
// and, as children, its links, buttons, blocks of code and tables; after them the find bar and the jump
// button while they show. Made by the factory in TranscriptAccessible.cpp, only when somebody asks.
#pragma once

#include "chat/AccessibleText.h"
#include "chat/TranscriptAccessible.h"
#include "chat/TranscriptPrivate.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace ui {

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
    // Children of messages that are not in the list any more.
    void forgetGone();

    static auto &insides(TranscriptView *view) { return *view->d; }
    // -1 where there is no such message, or no view.
    static int rowOf(const TranscriptView *view, chat::Id message);
    static QRect rectOf(TranscriptView *view, int row);
    // The message's layout, also where it is far from the screen. Whoever asks waits and holds the event
    // loop: what of a long text is not read in that time is read after it, the message being busy meanwhile.
    static MessageLayout &layoutOf(TranscriptView *view, int row);

private:
    const chat::TranscriptList *list() const { return isValid() ? view()->transcript() : nullptr; }
    int messageCount() const { return list() ? list()->rowCount() : 0; }
    // What is shown above the messages; children after them.
    QList<QWidget *> overlays() const;

    mutable QHash<chat::Id, QAccessible::Id> m_children;
};

// One child of a message.
struct MessageChild
{
    enum class Kind { Action, Thought, Notice, Code, Table };
    Kind kind = Kind::Action;
    ActionKey action; // its part and block are those of Thought, Code and Table

    bool operator==(const MessageChild &) const = default;
};

// Found again by its id, because rows come and go.
class MessageAccessible : public QAccessibleInterface, public AccessibleText
{
public:
    MessageAccessible(TranscriptView *view, chat::Id message);
    ~MessageAccessible() override;

    bool isValid() const override { return row() >= 0; }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    int childCount() const override { return static_cast<int>(children().size()); }
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QRect rect() const override;
    QAccessible::State state() const override;
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override {}
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this) : nullptr;
    }
    using AccessibleText::text;

    int row() const override;
    chat::Id id() const { return m_id; }
    chat::MessagePart part() const override { return chat::MessagePart::Text; }
    QAccessibleInterface *childOf(const ActionKey &action) const; // null where it has no such button or link
    // What has the text of that part; null where it is closed.
    QAccessibleInterface *textOf(chat::MessagePart part);
    TranscriptView *transcript() const override { return m_view.data(); }

private:
    QList<MessageChild> children() const;
    QString description(int row) const;
    bool isBusy(int row) const; // it is being written, or read

    QPointer<TranscriptView> m_view;
    chat::Id m_id;
    mutable QList<std::pair<MessageChild, QAccessible::Id>> m_children; // made so far
};

} // namespace ui
