// What the person set for generating, as a server takes it. The one place where settings become options; the
// chat page and the terminal ask with them.
#pragma once

#include "backend/Types.h"
#include "settings/Settings.h"

namespace ui {

backend::GenerationOptions generationOptions(const settings::Settings &values);

} // namespace ui
