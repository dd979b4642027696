#include "library/GuideView.h"

#include "common/Format.h"
#include "common/Widgets.h"
#include "library/Words.h"

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using library::CatalogueEntry;

namespace {

// By which it is sorted.
QVariant valueOf(const CatalogueEntry &entry, int column)
{
    const library::GuideNote guide = entry.guide.value_or(library::GuideNote());
    switch (column) {
    case GuideTable::GuideSize:
        return guide.sizeBytes;
    case GuideTable::Download:
        return entry.downloadBytes;
    case GuideTable::Speed:
        return guide.speed;
    case GuideTable::Use:
        return guide.use.in(shownLanguage());
    default:
        return entry.name;
    }
}

} // namespace

void GuideTable::set(QList<CatalogueEntry> entries)
{
    putInOrder(entries);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (entries.contains(m_entries[row]))
            continue;
        beginRemoveRows({}, row, row);
        m_entries.removeAt(row);
        endRemoveRows();
    }
    // What is left is in the same order.
    for (int row = 0; row < entries.size(); ++row) {
        if (row < rowCount() && m_entries[row] == entries[row])
            continue;
        beginInsertRows({}, row, row);
        m_entries.insert(row, entries[row]);
        endInsertRows();
    }
}

int GuideTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int GuideTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void GuideTable::sort(int column, Qt::SortOrder order)
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QStringList names;
    for (const QModelIndex &index : before)
        names.append(name(index.row()));
    m_column = column;
    m_order = order;
    putInOrder(m_entries);
    for (qsizetype i = 0; i < before.size(); ++i) {
        const auto row = std::ranges::find(m_entries, names[i], &CatalogueEntry::name) - m_entries.begin();
        changePersistentIndex(before[i], index(static_cast<int>(row), before[i].column()));
    }
    Q_EMIT layoutChanged();
}

void GuideTable::putInOrder(QList<CatalogueEntry> &entries) const
{
    std::ranges::sort(entries, [this](const CatalogueEntry &a, const CatalogueEntry &b) {
        const int order = compareCells(valueOf(a, m_column), valueOf(b, m_column));
        return order == 0 ? a.name < b.name : (m_order == Qt::AscendingOrder ? order < 0 : order > 0);
    });
}

TableHead GuideTable::head(int column) const
{
    using enum TableHead::Kind;
    switch (column) {
    case Model:
        return {tr("Model")};
    case GuideSize:
        return {tr("In the guides", "Column: the size printed there"), Number};
    case Download:
        return {tr("Download"), Number};
    case Speed:
        return {tr("Speed")};
    default:
        return {tr("Good for")};
    }
}

QString GuideTable::words(const QModelIndex &index) const
{
    const CatalogueEntry &entry = m_entries[index.row()];
    const QVariant value = valueOf(entry, index.column());
    switch (index.column()) {
    case GuideSize:
        return bytesIfTold(value.toLongLong());
    case Download:
        return bytes(value.toLongLong());
    case Speed:
        switch (value.toInt()) {
        case 3:
            return tr("quick");
        case 2:
            return tr("medium");
        case 1:
            return tr("slow");
        default:
            return {};
        }
    default:
        return value.toString();
    }
}

GuideView::GuideView(QWidget *parent)
    : PlainTable(parent)
{
    setObjectName(u"guideModels"_s);
    setModel(&m_table);
    setSelectionMode(SingleSelection);
    setSortingEnabled(true);
    sortByColumn(GuideTable::Download, Qt::AscendingOrder);
    const auto size = [] { return bytes(88'800'000'000); };
    const auto width = [this](int column) {
        return
            [this, column] { return m_table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); };
    };
    setColumns({{.widest = [] { return u"deepseek-r1:888b"_s; }, .givesWay = 0},
                {.widest = width(GuideTable::GuideSize), .givesWay = 2},
                {.widest = size, .givesWay = 0},
                {.widest = [] { return u"medium 中等"_s; }, .givesWay = 1},
                {.widest = {}, .givesWay = 0, .isQuiet = true}});
    makeSelectedCurrent(this);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    Q_EMIT currentModelChanged(m_table.name(current.row()));
            });
    retranslate();
}

void GuideView::set(const QList<CatalogueEntry> &entries, const QString &current)
{
    m_table.set(entries);
    int row = 0;
    while (row < m_table.rowCount() && m_table.name(row) != current)
        ++row;
    if (m_table.rowCount() > 0)
        selectRow(row < m_table.rowCount() ? row : 0);
}

void GuideView::retranslate()
{
    setAccessibleName(tr("The models of the guides, side by side"));
    m_table.retranslate();
    layoutColumns();
}

} // namespace ui
