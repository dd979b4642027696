// Qt leaves menus and other popups out of what assistive technology finds when it looks through the program:
// it is only told when one of their items gets the keyboard. Called once, by main.cpp.
#pragma once

namespace ui {

// From now on they are there beside the windows while they are open.
void exposePopups();

} // namespace ui
