// What a message is made of beside its text, for assistive technology: links and buttons that can be pressed,
// blocks of code with their text, tables with rows and columns. Owned by their MessageAccessible.
#pragma once

#include "chat/MessageAccessible.h"

namespace ui {

// What all of them have: a place in a message that may go.
class Part : public QAccessibleInterface
{
public:
    Part(const MessageAccessible &message, const MessageChild &child)
        : m_view(message.transcript())
        , m_message(message.id())
        , m_child(child)
    {
    }

    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return message(); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override {}
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.readOnly = true;
        return state;
    }
    QRect rect() const override { return message() ? rectOfBlock() : QRect(); }

    MessageAccessible *message() const
    {
        const int row = messageRow();
        auto *transcript = row < 0 ? nullptr : QAccessible::queryAccessibleInterface(m_view.data());
        return transcript ? static_cast<MessageAccessible *>(transcript->child(row)) : nullptr;
    }
    int messageRow() const { return TranscriptAccessible::rowOf(m_view, m_message); }
    const chat::Block *block() const
    {
        const int row = messageRow();
        const MessageLayout *layout = row < 0 ? nullptr : &TranscriptAccessible::layoutOf(m_view, row);
        const ActionKey &key = m_child.action;
        const bool isThere = layout && layout->isOpen(key.part) && key.block >= 0 &&
                             key.block < layout->column(key.part).size();
        return isThere ? &layout->column(key.part).block(key.block) : nullptr;
    }
    TranscriptView *view() const { return m_view.data(); }
    const MessageChild &key() const { return m_child; }

private:
    QRect rectOfBlock() const
    {
        const QRect whole = TranscriptAccessible::rectOf(m_view, messageRow());
        const MessageLayout &layout = TranscriptAccessible::layoutOf(m_view, messageRow());
        const chat::MessagePart part = m_child.action.part;
        const BlockColumn &text = layout.column(part);
        const int index = m_child.action.block;
        if (index < 0 || index >= text.size() || !text.layout(index))
            return whole;
        return QRect(whole.topLeft() + layout.originOf(part) + text.originOf(index),
                     QSize(text.width() - text.originOf(index).x(), text.layout(index)->height()));
    }

    QPointer<TranscriptView> m_view;
    chat::Id m_message;
    MessageChild m_child;
};

// The caller registers them.
QAccessibleInterface *makePart(const MessageAccessible &message, const MessageChild &child);
QAccessibleInterface *makeTable(const MessageAccessible &message, const MessageChild &child);

} // namespace ui
