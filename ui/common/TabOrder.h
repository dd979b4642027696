// Where what was added to a page later stands when one goes through it with the Tab key.
#pragma once

class QWidget;

namespace ui {

// Everything in `added` that takes the focus comes just before `next`, or before the first in it that does.
void insertInTabOrder(QWidget *added, QWidget *next);

} // namespace ui
