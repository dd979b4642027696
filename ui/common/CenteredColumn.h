// Keeps one child in a column at most 760 wide, in the middle, at least 32 (24 where it is narrow) from the
// edges: the composer's place under the transcript's text column.
#pragma once

#include <QWidget>

namespace ui {

class CenteredColumn : public QWidget
{
    Q_OBJECT
public:
    // `inset`: pixels at the right that do not count, where a scroll bar stands above.
    CenteredColumn(QWidget *child, int inset, QWidget *parent);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int m_inset;
};

} // namespace ui
