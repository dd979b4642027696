#include "core/FirstServer.h"

namespace ui {

server::ServerProfile firstServer(const settings::SettingsStore &store)
{
    server::ServerProfile profile;
    if (const QVariant url = store.retired(QStringLiteral("server/baseUrl")); url.isValid())
        profile.url = QUrl(url.toString());
    if (const QVariant timeout = store.retired(QStringLiteral("server/requestTimeoutSeconds"));
        timeout.isValid())
        profile.firstByteTimeout = std::chrono::seconds(timeout.toInt());
    return profile;
}

server::ServerEnvironment serverEnvironment(const settings::Environment &environment)
{
    server::ServerEnvironment result;
    if (environment.address) {
        result.url = QUrl(environment.address->value);
        result.urlName = environment.address->name;
    }
    if (environment.timeout) {
        result.timeout = std::chrono::seconds(environment.timeout->value.toInt());
        result.timeoutName = environment.timeout->name;
    }
    if (const settings::EnvironmentValue *key = settings::serverKey(environment)) {
        result.key = key->value.toUtf8();
        result.keyName = key->name;
    }
    return result;
}

} // namespace ui
