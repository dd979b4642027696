// What the settings and the environment say about servers: where older versions kept the only one, and what
// counts before all that is kept. Used by the composition roots.
#pragma once

#include "server/ServerProfiles.h"
#include "settings/SettingsStore.h"

namespace ui {

// The one to begin with where none was set up.
server::ServerProfile firstServer(const settings::SettingsStore &store);
server::ServerEnvironment serverEnvironment(const settings::Environment &environment);

} // namespace ui
