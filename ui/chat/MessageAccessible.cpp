#include "chat/MessageAccessible.h"

#include "base/Text.h"
#include "chat/Continuation.h"
#include "chat/PartAccessible.h"
#include "chat/VersionPager.h"

#include <QCoreApplication>

#include <algorithm>
#include <climits>

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
    using chat::MessagePart;
    using Kind = MessageChild::Kind;
    QList<MessageChild> children;
    const int index = row();
    if (index < 0)
        return children;
    const MessageLayout &layout = TranscriptAccessible::layoutOf(m_view, index);
    MessagePart part = layout.isOpen(MessagePart::Thinking) ? MessagePart::Thinking : MessagePart::Text;
    int next = 0;
    const auto addBlocksBefore = [&](int end) {
        for (; next < std::min(end, layout.column(part).size()); ++next) {
            const chat::Block::Kind kind = layout.column(part).block(next).kind;
            if (kind == chat::Block::Kind::Code || kind == chat::Block::Kind::Table)
                children.append({kind == chat::Block::Kind::Code ? Kind::Code : Kind::Table,
                                 {ActionKey::Kind::CopyCode, next, -1, part}});
        }
    };
    const auto goTo = [&](MessagePart wanted) {
        if (part == wanted)
            return;
        addBlocksBefore(INT_MAX);
        part = wanted;
        next = 0;
    };
    for (const Action &action : layout.actions()) {
        const ActionKey &key = action.key;
        if (key.kind == ActionKey::Kind::ToggleThinking) {
            children.append({Kind::Action, key});
            if (part == MessagePart::Thinking)
                children.append({Kind::Thought, {ActionKey::Kind::ToggleThinking, -1, -1, part}});
            continue;
        }
        goTo(key.part);
        addBlocksBefore(key.block < 0 ? INT_MAX : key.block + 1);
        children.append({Kind::Action, key});
    }
    goTo(MessagePart::Text);
    addBlocksBefore(INT_MAX);
    if (!layout.noticeText().isEmpty())
        children.append({Kind::Notice, {}});
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

QAccessibleInterface *MessageAccessible::textOf(chat::MessagePart part)
{
    if (part == chat::MessagePart::Text)
        return this;
    return child(static_cast<int>(
        children().indexOf({MessageChild::Kind::Thought, {ActionKey::Kind::ToggleThinking, -1, -1, part}})));
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
    state.busy = index >= 0 && isBusy(index);
    state.offscreen =
        index >= 0 &&
        !QRect(m_view->viewport()->mapToGlobal(QPoint()), m_view->viewport()->size()).intersects(rect());
    return state;
}

bool MessageAccessible::isBusy(int row) const
{
    const MessageLayout *layout = TranscriptAccessible::insides(m_view).column.layout(row);
    return m_view->transcript()->message(row).state == chat::MessageState::Streaming ||
           (layout && !layout->isComplete());
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
    const bool isPlain = chat::readingOf(TranscriptAccessible::insides(m_view).column.crashRecord(), m_id) ==
                         chat::Reading::Plain;
    const MessageLayout *layout = TranscriptAccessible::insides(m_view).column.layout(row);
    QStringList texts{versionWords(message)};
    if (message.error || state().busy || chat::onlyThought(message) || isPlain ||
        (layout && layout->hasNotice()) || message.id == m_view->cut().after)
        texts.append(TranscriptAccessible::layoutOf(m_view, row).noticeText());
    texts.removeAll(QString());
    return texts.join(u'\n');
}

} // namespace ui
