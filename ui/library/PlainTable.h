// A table of words as look.md has it: head of 28, rows of 36, hairlines, no grid, the first and the last
// column in line with the page's inset. What the cells say and how they are aligned is the model's; columns
// that do not fit give way. Used by the pages of the models; InstalledView is one with more in its cells.
#pragma once

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>

#include <functional>

class QMenu;

namespace ui {

struct PlainColumn
{
    std::function<QString()> widest = {}; // in the language and the font of the moment; none = takes the rest
    int givesWay = 0;                     // the greater, the sooner it is hidden; 0 = never
    bool isQuiet = false;
    int extra = 0;                          // pixels beside the words, for what the delegate draws
    Qt::TextElideMode cut = Qt::ElideRight; // the first column is cut in the middle
};

class PlainTable : public QTableView
{
    Q_OBJECT
public:
    explicit PlainTable(QWidget *parent = nullptr);

    // As many as the model has, exactly one of them without a width.
    void setColumns(const QList<PlainColumn> &columns);
    const QList<PlainColumn> &columns() const { return m_columns; }
    // Of no use at the moment, whether or not there is room.
    void setColumnWanted(int column, bool isWanted);
    void layoutColumns();
    // Actions that sort by one column each, and by the sorted one in the other direction.
    void addSorting(QMenu &menu);
    // So high that `rows` rows are seen at once.
    int heightFor(int rows) const;
    // Inside a cell of this column.
    QRect inner(const QRect &cell, int column) const;

Q_SIGNALS:
    void removeRequested(); // by Del

protected:
    // Where its head sorts, the order: by keys there is no other way. A page with a menu of its own sets
    // Qt::CustomContextMenu and adds it there.
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int widthFor(int column) const;
    int lastColumn() const;

    QList<PlainColumn> m_columns;
    QList<int> m_unwanted;
};

class PlainDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit PlainDelegate(PlainTable *table);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    // What is between the edges of a cell: its words.
    virtual void paintInner(QPainter &painter, const QRect &inner, const QModelIndex &index) const;
    PlainTable &table() const { return *m_table; }

private:
    PlainTable *m_table;
};

class PlainHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit PlainHeader(PlainTable *table);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sizeHint() const override;

private:
    PlainTable *m_table;
};

} // namespace ui
