// The table of installed models: ability icons, the dot of a loaded model and the badge of an update are
// drawn by its delegate. F2 renames, Return chats. Part of InstalledPage.
#pragma once

#include "library/PlainTable.h"

namespace ui {

class InstalledView : public PlainTable
{
    Q_OBJECT
public:
    explicit InstalledView(QWidget *parent = nullptr);

Q_SIGNALS:
    void renameRequested(); // by F2

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

class InstalledDelegate : public PlainDelegate
{
    Q_OBJECT
public:
    using PlainDelegate::PlainDelegate;

protected:
    void paintInner(QPainter &painter, const QRect &inner, const QModelIndex &index) const override;

private:
    QRect withoutBadge(QPainter &painter, const QRect &cell, const QModelIndex &index) const;
    void paintAbilities(QPainter &painter, const QRect &cell, const QModelIndex &index) const;
};

} // namespace ui
