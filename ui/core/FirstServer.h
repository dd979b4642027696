// What the settings say about servers: where older versions kept the only one, and OLLAMA_HOST. Used by the
// composition roots.
#pragma once

#include "server/ServerProfile.h"
#include "settings/SettingsStore.h"

#include <optional>

namespace ui {

// The one to begin with where none was set up.
server::ServerProfile firstServer(const settings::Settings &values);
// Absent where the environment names none.
std::optional<QUrl> environmentServer(const settings::SettingsStore &store);

} // namespace ui
