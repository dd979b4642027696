// A delegate whose rows have painted buttons: follows the mouse over the view's viewport and says which
// button of which row was pressed. Subclasses say which buttons there are and paint the rest.
#pragma once

#include "library/RowButtons.h"

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace ui {

struct Theme;

class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit RowDelegate(QAbstractItemView *view);

    // Where the buttons of this row are; `row` as QAbstractItemView::visualRect() gives it.
    virtual RowButtons buttons(const QRect &row, const QModelIndex &index) const = 0;

Q_SIGNALS:
    void triggered(const QModelIndex &index, int action);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    const QAbstractItemView *view() const { return m_view; }
    // Selection or hover fill, the hairline below, and the focus ring.
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option) const;
    void paintButtons(QPainter &painter, const QRect &row, const QModelIndex &index) const;

private:
    struct Target
    {
        QPersistentModelIndex index;
        RowButton button;

        bool operator==(const Target &) const = default;
    };
    std::optional<Target> targetAt(const QPoint &position) const;
    bool press(const QPoint &position);
    bool release(const QPoint &position);
    void hover(const QPoint &position);

    QAbstractItemView *m_view;
    QWidget *m_viewport; // its own: while the view is taken down, it no longer tells
    std::optional<Target> m_hovered;
    std::optional<Target> m_pressed;
};

} // namespace ui
