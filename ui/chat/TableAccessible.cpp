// Tables of a message for assistive technology, by row and column.
#include "chat/PartAccessible.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Transcript)
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
    const chat::MessagePart part = key().action.part;
    for (const QRect &line : layout.column(part).rectsOf({{index, start}, {index, start + own->text.size()}}))
        rect = rect.united(line);
    const QRect whole = TranscriptAccessible::rectOf(view(), messageRow());
    return rect.translated(whole.topLeft() + layout.originOf(part));
}

} // namespace

QAccessibleInterface *makeTable(const MessageAccessible &message, const MessageChild &child)
{
    return new TableAccessible(message, child);
}

} // namespace ui
