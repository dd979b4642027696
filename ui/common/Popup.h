// A small surface over the window (model picker, system prompt): padding 6, a 1 px border, no shadow of ours.
// Put children into it like into any widget. Opens under its anchor with the first field focused; Esc or a
// click outside closes it and gives the focus back to the anchor.
#pragma once

#include <QFrame>
#include <QPointer>

class QAbstractItemView;

namespace ui {

class Popup : public QFrame
{
    Q_OBJECT
public:
    explicit Popup(QWidget *parent);

    // Shows it 4 px under `anchor` (over it where there is no room below), its left or right edge flush with
    // the anchor's, and inside the screen. Focus goes to `first`.
    void openAt(QWidget *anchor, Qt::Edge flush, QWidget *first);
    // In the middle of the window's upper part, for what belongs to no one place in it. The focus comes back
    // to what has it now.
    void openIn(QWidget *window, QWidget *first);

Q_SIGNALS:
    void closed();

protected:
    // To assistive technology: the keys are at this row of a list, while what is typed goes to a field.
    static void tellRow(QAbstractItemView *list, int row);
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showAt(QRect place, QWidget *anchor, QWidget *first);

    QPointer<QWidget> m_anchor; // gets the focus back
};

// The shape of what opens over the window. See-through corners need something that composites; where nothing
// does, cutting them off keeps them from being black.
QRegion roundedRegion(const QSize &size);

} // namespace ui
