// What a process takes from itself before it reads what a stranger made.
#pragma once

namespace ui {

// Memory, time and files have limits from now on.
void limitResources();
// No file can be opened, no connection made and no program run from now on, by whatever takes the process
// over. Where the kernel does not offer this, the limits are what is left.
void confine();

} // namespace ui
