// Draws a hit of chat::SearchList: the conversation's title and the day, then the line with its marks.
#pragma once

#include <QStyledItemDelegate>

namespace ui {

class SearchDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // All a row shows, for assistive technology.
    static QString spoken(const QModelIndex &index);
};

} // namespace ui
