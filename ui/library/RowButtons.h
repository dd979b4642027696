// Buttons that a delegate paints at the right end of a row and that the mouse can press there. The same
// actions are in the row's context menu and on keys, because painted buttons cannot take the focus.
#pragma once

#include <QAbstractItemView>
#include <QModelIndex>
#include <QObject>

#include <optional>

class QPainter;

namespace ui {

struct RowButton
{
    int action = 0; // what it stands for, the delegate's own
    QString icon;
    QString text; // empty = icon only
    QString toolTip;
    bool isFlat = false;

    bool operator==(const RowButton &) const = default;
};

// Places and draws them, right-aligned, 8 px apart, around the vertical middle of `row`.
class RowButtons
{
public:
    RowButtons(const QList<RowButton> &buttons, const QRect &row, const QAbstractItemView *view);

    QRect rect(qsizetype button) const { return m_rects[button]; }
    int left() const; // of the first one; right end of the row where there is none
    std::optional<RowButton> at(const QPoint &position) const;
    void paint(QPainter &painter, const std::optional<int> &hovered, const std::optional<int> &pressed) const;

private:
    QList<RowButton> m_buttons;
    QList<QRect> m_rects;
    const QAbstractItemView *m_view;
    int m_right;
};

} // namespace ui
