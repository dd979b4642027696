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
        const MessageAccessible *owner = message();
        const int index = m_child.action.block;
        return owner && index >= 0 && index < owner->blocks().size() ? &owner->blocks()[index] : nullptr;
    }
    TranscriptView *view() const { return m_view.data(); }
    const MessageChild &key() const { return m_child; }

private:
    QRect rectOfBlock() const
    {
        const QRect whole = TranscriptAccessible::rectOf(m_view, messageRow());
        const MessageLayout &layout = TranscriptAccessible::layoutOf(m_view, messageRow());
        const int index = m_child.action.block;
        if (index < 0 || index >= layout.text().size() || !layout.text().layout(index))
            return whole;
        const QPoint origin = layout.originOf(chat::MessagePart::Text) + layout.text().originOf(index);
        return QRect(whole.topLeft() + origin,
                     QSize(layout.text().width() - layout.text().originOf(index).x(),
                           layout.text().layout(index)->height()));
    }

    QPointer<TranscriptView> m_view;
    chat::Id m_message;
    MessageChild m_child;
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

class CodeAccessible : public Part, public AccessibleText
{
public:
    using AccessibleText::text;
    using Part::Part;

    bool isValid() const override { return block() && block()->kind == chat::Block::Kind::Code; }
    QAccessible::Role role() const override { return QAccessible::Section; }
    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name)
            return block()->language.isEmpty()
                       ? Words::tr("Code")
                       : Words::tr("Code, %1").arg(base::displayLine(chat::codeLabel(block()->language)));
        return kind == QAccessible::Value ? plain() : QString();
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

    QString plain() const override { return isValid() ? block()->content.text : QString(); }
    int row() const override { return messageRow(); }
    int offsetOf(const Caret &caret) const override
    {
        const int own = key().action.block;
        if (caret.block != own)
            return caret.block < own ? 0 : characterCount();
        return std::min(static_cast<int>(caret.offset), characterCount());
    }

protected:
    TranscriptView *transcript() const override { return view(); }
    Caret caretOf(int offset) const override { return {key().action.block, offset}; }
    const QList<chat::Block> &blocks() const override { return message()->blocks(); }
};

class TableAccessible;

class CellAccessible : public Part, public QAccessibleTableCellInterface
{
public:
    CellAccessible(const MessageAccessible &message, const MessageChild &child, TableAccessible *table,
                   int row, int column)
        : Part(message, child)
        , m_table(table)
        , m_row(row)
        , m_column(column)
    {
    }

    bool isValid() const override { return cell() != nullptr; }
    QAccessible::Role role() const override
    {
        return m_row == 0 ? QAccessible::ColumnHeader : QAccessible::Cell;
    }
    QAccessibleInterface *parent() const override;
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && cell() ? cell()->text : QString();
    }
    QRect rect() const override;
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this)
                                                       : nullptr;
    }

    bool isSelected() const override { return false; }
    QList<QAccessibleInterface *> columnHeaderCells() const override;
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return parent(); }

private:
    const chat::MarkedText *cell() const
    {
        const chat::Block *table = block();
        const bool isThere = table && m_row < table->rows.size() && m_column < table->rows[m_row].size();
        return isThere ? &table->rows[m_row][m_column] : nullptr;
    }

    TableAccessible *m_table;
    int m_row;
    int m_column;
};

class TableAccessible : public Part, public QAccessibleTableInterface
{
public:
    using Part::Part;
    ~TableAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_cells))
            QAccessible::deleteAccessibleInterface(id);
    }

    bool isValid() const override { return block() && block()->kind == chat::Block::Kind::Table; }
    QAccessible::Role role() const override { return QAccessible::Table; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? Words::tr("Table, %n row(s)", nullptr, std::max(0, rowCount() - 1))
                                         : QString();
    }
    int childCount() const override { return rowCount() * columnCount(); }
    QAccessibleInterface *child(int index) const override
    {
        const int columns = columnCount();
        return columns == 0 || index < 0 ? nullptr : cellAt(index / columns, index % columns);
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *cell = dynamic_cast<const CellAccessible *>(child);
        return cell ? cell->rowIndex() * columnCount() + cell->columnIndex() : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (QAccessibleInterface *cell = child(i); cell && cell->rect().contains(x, y))
                return cell;
        }
        return nullptr;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this) : nullptr;
    }

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override
    {
        if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount() || !message())
            return nullptr;
        const int index = row * columnCount() + column;
        if (const auto known = m_cells.constFind(index); known != m_cells.constEnd())
            return QAccessible::accessibleInterface(*known);
        auto *self = const_cast<TableAccessible *>(this);
        auto *cell = new CellAccessible(*message(), key(), self, row, column);
        m_cells.insert(index, QAccessible::registerAccessibleInterface(cell));
        return cell;
    }
    int selectedCellCount() const override { return 0; }
    QList<QAccessibleInterface *> selectedCells() const override { return {}; }
    QString columnDescription(int column) const override
    {
        const QAccessibleInterface *head = cellAt(0, column);
        return head ? head->text(QAccessible::Name) : QString();
    }
    QString rowDescription(int) const override { return {}; }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    int columnCount() const override { return isValid() ? static_cast<int>(block()->columns.size()) : 0; }
    int rowCount() const override { return isValid() ? static_cast<int>(block()->rows.size()) : 0; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override {}

private:
    mutable QHash<int, QAccessible::Id> m_cells;
};

QAccessibleInterface *CellAccessible::parent() const
{
    return m_table;
}

QList<QAccessibleInterface *> CellAccessible::columnHeaderCells() const
{
    return {m_table->cellAt(0, m_column)};
}

QRect CellAccessible::rect() const
{
    const chat::MarkedText *own = cell();
    if (!own)
        return {};
    qsizetype start = 0;
    for (int row = 0; row <= m_row; ++row) {
        const auto &cells = block()->rows[row];
        for (int column = 0; column < (row == m_row ? m_column : cells.size()); ++column)
            start += cells[column].text.size() + 1;
    }
    const MessageLayout &layout = TranscriptAccessible::layoutOf(view(), messageRow());
    const int index = key().action.block;
    QRect rect;
    for (const QRect &line : layout.text().rectsOf({{index, start}, {index, start + own->text.size()}}))
        rect = rect.united(line);
    const QRect whole = TranscriptAccessible::rectOf(view(), messageRow());
    return rect.translated(whole.topLeft() + layout.originOf(chat::MessagePart::Text));
}

} // namespace

QAccessibleInterface *makePart(const MessageAccessible &message, const MessageChild &child)
{
    switch (child.kind) {
    case MessageChild::Kind::Action:
        return new ActionAccessible(message, child);
    case MessageChild::Kind::Code:
        return new CodeAccessible(message, child);
    case MessageChild::Kind::Table:
        return new TableAccessible(message, child);
    }
    return nullptr;
}

} // namespace ui
