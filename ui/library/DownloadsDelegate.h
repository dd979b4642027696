// A row of the downloads: name, percentage and bar over one line of facts; a done one takes a single line,
// and the first of those carries the caption of its section.
#pragma once

#include "library/DownloadActions.h"
#include "library/RowDelegate.h"

namespace ui {

class DownloadsDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate; // triggered() names a DownloadAction

    RowButtons buttons(const QRect &row, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintDone(QPainter &painter, const QRect &row, const QModelIndex &index) const;
    void paintProgress(QPainter &painter, const QRect &row, const QModelIndex &index) const;
    void paintBar(QPainter &painter, const QRect &place, const QModelIndex &index) const;
    void paintMeta(QPainter &painter, const QRect &place, const QModelIndex &index) const;
};

} // namespace ui
