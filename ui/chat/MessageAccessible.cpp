#include "chat/MessageAccessible.h"

#include "base/Text.h"
#include "chat/Continuation.h"
#include "chat/MarkdownWriter.h"
#include "chat/PartAccessible.h"
#include "chat/VersionPager.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Transcript)
};

} // namespace

MessageAccessible::MessageAccessible(TranscriptView *view, chat::Id message)
    : m_view(view)
    , m_id(message)
{
}

MessageAccessible::~MessageAccessible()
{
    for (const auto &[child, id] : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

QAccessibleInterface *MessageAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view.data());
}

// In reading order.
QList<MessageChild> MessageAccessible::children() const
{
    QList<MessageChild> children;
    const int index = row();
    if (index < 0)
        return children;
    const MessageLayout &layout = TranscriptAccessible::layoutOf(m_view, index);
    int next = 0;
    const auto addBlocksBefore = [&](int block) {
        for (; next < std::min(block, layout.text().size()); ++next) {
            const chat::Block::Kind kind = layout.stream().blocks().at(next).kind;
            if (kind == chat::Block::Kind::Code)
                children.append({MessageChild::Kind::Code, {ActionKey::Kind::CopyCode, next, -1}});
            else if (kind == chat::Block::Kind::Table)
                children.append({MessageChild::Kind::Table, {ActionKey::Kind::CopyCode, next, -1}});
        }
    };
    for (const Action &action : layout.actions()) {
        if (action.key.kind != ActionKey::Kind::ToggleThinking)
            addBlocksBefore(action.key.block < 0 ? layout.text().size() : action.key.block + 1);
        children.append({MessageChild::Kind::Action, action.key});
    }
    addBlocksBefore(layout.text().size());
    return children;
}

QAccessibleInterface *MessageAccessible::child(int index) const
{
    const QList<MessageChild> all = children();
    if (index < 0 || index >= all.size())
        return nullptr;
    const MessageChild &wanted = all[index];
    for (const auto &[child, id] : std::as_const(m_children)) {
        if (child == wanted)
            return QAccessible::accessibleInterface(id);
    }
    QAccessibleInterface *made = makePart(*this, wanted);
    m_children.append({wanted, QAccessible::registerAccessibleInterface(made)});
    return made;
}

QAccessibleInterface *MessageAccessible::childOf(const ActionKey &action) const
{
    return child(static_cast<int>(children().indexOf({MessageChild::Kind::Action, action})));
}

int MessageAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto known = std::find_if(m_children.begin(), m_children.end(), [child](const auto &one) {
        return QAccessible::accessibleInterface(one.second) == child;
    });
    return known == m_children.end() ? -1 : static_cast<int>(children().indexOf(known->first));
}

QAccessibleInterface *MessageAccessible::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        QAccessibleInterface *one = child(i);
        if (one->rect().contains(x, y))
            return one;
    }
    return nullptr;
}

int MessageAccessible::row() const
{
    return TranscriptAccessible::rowOf(m_view, m_id);
}

QRect MessageAccessible::rect() const
{
    const int index = row();
    return index < 0 ? QRect() : TranscriptAccessible::rectOf(m_view, index);
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
        return description(index);
    default:
        return {};
    }
}

QString MessageAccessible::description(int row) const
{
    const chat::Message &message = m_view->transcript()->message(row);
    QStringList texts{versionWords(message)};
    if (message.error || state().busy || chat::onlyThought(message) || reading() == chat::Reading::Plain ||
        message.id == m_view->cut().after)
        texts.append(TranscriptAccessible::layoutOf(m_view, row).noticeText());
    texts.removeAll(QString());
    return texts.join(u'\n');
}

chat::CrashRecord *MessageAccessible::crashRecord() const
{
    return TranscriptAccessible::insides(m_view).column.crashRecord();
}

chat::Reading MessageAccessible::reading() const
{
    return chat::readingOf(crashRecord(), m_id);
}

void MessageAccessible::refresh() const
{
    const int index = row();
    if (index < 0)
        return;
    const chat::Message &message = m_view->transcript()->message(index);
    const MessageLayout *layout = TranscriptAccessible::insides(m_view).column.layout(index);
    const bool isLaidOut = layout && layout->isComplete();
    if (m_plainOf == message.text.size() && m_plainState == message.state && m_plainReading == reading())
        return;
    const chat::CrashRecord::Work work(crashRecord(), m_id);
    m_blocks = isLaidOut ? layout->stream().blocks() : chat::parseMarkdown(message.text, reading());
    m_plain = chat::plainTextWithStarts(m_blocks);
    // What is shown may be a frame behind.
    m_plainOf = isLaidOut && layout->takenOf(chat::MessagePart::Text) < message.text.size()
                    ? -1
                    : message.text.size();
    m_plainState = message.state;
    m_plainReading = reading();
}

const QList<chat::Block> &MessageAccessible::blocks() const
{
    refresh();
    return m_blocks;
}

QString MessageAccessible::plain() const
{
    if (row() < 0)
        return {};
    refresh();
    return m_plain.text;
}

int MessageAccessible::offsetOf(const Caret &caret) const
{
    refresh();
    if (caret.block >= m_plain.starts.size())
        return static_cast<int>(m_plain.text.size());
    const qsizetype size = chat::ownText(m_blocks[caret.block]).size();
    return static_cast<int>(m_plain.starts[caret.block] + std::min(caret.offset, size));
}

Caret MessageAccessible::caretOf(int offset) const
{
    refresh();
    const auto after = std::upper_bound(m_plain.starts.begin(), m_plain.starts.end(), offset);
    if (after == m_plain.starts.begin())
        return {};
    // In what stands before the text of a block: its marker, or the line feed before that.
    const auto block = static_cast<int>(after - m_plain.starts.begin()) - 1;
    const qsizetype in = offset - m_plain.starts[block];
    const qsizetype size = chat::ownText(m_blocks[block]).size();
    if (in > size && block + 1 < m_plain.starts.size())
        return {block + 1, 0};
    return {block, std::min(in, size)};
}

} // namespace ui
