#include "core/FirstServer.h"

namespace ui {

server::ServerProfile firstServer(const settings::Settings &values)
{
    server::ServerProfile profile;
    profile.url = QUrl(values.baseUrl);
    profile.firstByteTimeout = std::chrono::seconds(values.requestTimeoutSeconds);
    return profile;
}

std::optional<QUrl> environmentServer(const settings::SettingsStore &store)
{
    return store.isServerUrlFromEnvironment() ? std::optional(store.serverUrl()) : std::nullopt;
}

} // namespace ui
