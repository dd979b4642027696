#include "chat/PartAccessible.h"

#include "base/Text.h"
#include "chat/CodeColors.h"
#include "chat/MarkdownWriter.h"
#include "chat/VersionPager.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Transcript)
};

class ActionAccessible : public Part, public QAccessibleActionInterface
{
public:
    using Part::Part;

    bool isValid() const override { return action().has_value(); }
    QAccessible::Role role() const override
    {
        return key().action.kind == ActionKey::Kind::Link ? QAccessible::Link : QAccessible::Button;
    }
    QString text(QAccessible::Text kind) const override
    {
        const auto known = action();
        if (!known)
            return {};
        const bool isLink = key().action.kind == ActionKey::Kind::Link;
        if (kind == QAccessible::Name)
            return base::displayLine(isLink || known->name.isEmpty() ? known->text : known->name);
        if (kind == QAccessible::Description && isLink)
            return base::displayLine(known->address);
        if (kind == QAccessible::Description && isPager(known->key))
            return versionWords(view()->transcript()->message(messageRow()));
        return {};
    }
    QRect rect() const override
    {
        const auto known = action();
        if (!known)
            return {};
        const QRect whole = TranscriptAccessible::rectOf(view(), messageRow());
        return known->rect.translated(whole.topLeft());
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = Part::state();
        const auto known = action();
        if (!known)
            return state;
        const ActionKey::Kind kind = key().action.kind;
        const bool unfolds =
            kind == ActionKey::Kind::ToggleThinking || kind == ActionKey::Kind::ToggleDetails;
        state.disabled = !known->isEnabled;
        state.focusable = true;
        const auto &own = TranscriptAccessible::insides(view());
        state.focused = view()->hasFocus() && own.focusRow == messageRow() && own.focused == key().action;
        state.linked = kind == ActionKey::Kind::Link;
        state.expandable = unfolds;
        state.expanded = unfolds && known->isOn;
        state.collapsed = unfolds && !known->isOn;
        state.checkable = kind == ActionKey::Kind::WrapCode;
        state.checked = state.checkable && known->isOn;
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }

    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        const auto known = action();
        if (known && name == pressAction())
            TranscriptAccessible::insides(view()).activate(messageRow(), *known);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    std::optional<Action> action() const
    {
        const int row = messageRow();
        return row < 0 ? std::nullopt : TranscriptAccessible::layoutOf(view(), row).action(key().action);
    }
};

// A stretch of text with a name of its own.
class TextPart : public Part, public AccessibleText
{
public:
    using AccessibleText::text;
    using Part::Part;

    QAccessible::Role role() const override { return QAccessible::Section; }
    QString text(QAccessible::Text kind) const override
    {
        if (!isValid() || (kind != QAccessible::Name && kind != QAccessible::Value))
            return {};
        return kind == QAccessible::Name ? name() : plain();
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = Part::state();
        state.selectableText = true;
        state.multiLine = true;
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this) : nullptr;
    }

    int row() const override { return messageRow(); }
    chat::MessagePart part() const override { return key().action.part; }
    TranscriptView *transcript() const override { return view(); }

protected:
    virtual QString name() const = 0;
};

class CodeAccessible : public TextPart
{
public:
    using TextPart::TextPart;

    bool isValid() const override { return block() && block()->kind == chat::Block::Kind::Code; }
    QString plain() const override { return isValid() ? block()->content.text : QString(); }
    int offsetOf(const Caret &caret) const override
    {
        const int own = key().action.block;
        if (caret.block != own)
            return caret.block < own ? 0 : characterCount();
        return std::min(static_cast<int>(caret.offset), characterCount());
    }

private:
    QString name() const override
    {
        return block()->language.isEmpty()
                   ? Words::tr("Code")
                   : Words::tr("Code, %1").arg(base::displayLine(chat::codeLabel(block()->language)));
    }
    Caret caretOf(int offset) const override { return {key().action.block, offset}; }
};

// What the model thought, while it shows.
class ThoughtAccessible : public TextPart
{
public:
    using TextPart::TextPart;

    bool isValid() const override { return column() != nullptr; }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        return layout().bodyOf(part()).translated(
            TranscriptAccessible::rectOf(view(), messageRow()).topLeft());
    }

private:
    QString name() const override { return layout().action({ActionKey::Kind::ToggleThinking})->name; }
    const MessageLayout &layout() const { return TranscriptAccessible::layoutOf(view(), messageRow()); }
};

// That it failed, or waits, or is not sent any more.
class NoticeAccessible : public Part
{
public:
    using Part::Part;

    bool isValid() const override { return !notice().isEmpty(); }
    QAccessible::Role role() const override { return QAccessible::AlertMessage; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? notice() : QString();
    }

private:
    QString notice() const
    {
        const int row = messageRow();
        return row < 0 ? QString() : TranscriptAccessible::layoutOf(view(), row).noticeText();
    }
};

} // namespace

QAccessibleInterface *makePart(const MessageAccessible &message, const MessageChild &child)
{
    switch (child.kind) {
    case MessageChild::Kind::Action:
        return new ActionAccessible(message, child);
    case MessageChild::Kind::Thought:
        return new ThoughtAccessible(message, child);
    case MessageChild::Kind::Notice:
        return new NoticeAccessible(message, child);
    case MessageChild::Kind::Code:
        return new CodeAccessible(message, child);
    case MessageChild::Kind::Table:
        return makeTable(message, child);
    }
    return nullptr;
}

} // namespace ui
