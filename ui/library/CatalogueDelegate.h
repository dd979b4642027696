// A row of the catalogue: name over one line, abilities, size, and Pull, a percentage or Installed.
#pragma once

#include "library/RowDelegate.h"

namespace ui {

class CatalogueDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

    RowButtons buttons(const QRect &row, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintState(QPainter &painter, const QRect &slot, const QModelIndex &index) const;
    void paintFit(QPainter &painter, const QRect &slot, const QModelIndex &index) const;
    int paintFigures(QPainter &painter, int right, const QRect &row, const QModelIndex &index) const;
};

} // namespace ui
