// Puts the connection doctor on the servers page: it looks at the server that is selected there, and what its
// buttons ask for is done. Called by MainWindow.
#pragma once

#include "core/Core.h"

#include <functional>

namespace ui {

class ServersForm;

// `showModels`: opens the page where models are had.
void joinDoctor(Core &core, ServersForm &form, const std::function<void()> &showModels);

} // namespace ui
