// The table of installed models: rows of 36, hairlines, no grid; ability icons and the dot of a loaded model
// are drawn by its delegate. Columns that do not fit give way, the least needed first.
#pragma once

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>

namespace ui {

class InstalledDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit InstalledDelegate(QTableView *view);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    QRect withoutBadge(QPainter &painter, const QRect &cell, const QModelIndex &index) const;
    void paintAbilities(QPainter &painter, const QRect &cell, const QModelIndex &index) const;
    QTableView *m_view;
};

// Small words, the sorted column in text with a chevron, a rule below.
class InstalledHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit InstalledHeader(QWidget *parent);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sizeHint() const override;
};

class InstalledView : public QTableView
{
    Q_OBJECT
public:
    explicit InstalledView(QWidget *parent = nullptr);
    void layoutColumns();

Q_SIGNALS:
    void removeRequested();
    void renameRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int widthFor(int column) const;
};

} // namespace ui
