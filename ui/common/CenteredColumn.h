// Keeps one child in a column at most 760 wide, in the middle, at least 32 (24 where it is narrow) from the
// edges: the composer's place under the transcript's text column.
#pragma once

#include <QWidget>

namespace ui {

class CenteredColumn : public QWidget
{
    Q_OBJECT
public:
    CenteredColumn(QWidget *child, QWidget *parent);

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace ui
