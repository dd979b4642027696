#include "core/ServerKeys.h"

namespace ui {

using KeyPlace = server::Servers::KeyPlace;

ServerKeys::ServerKeys(server::Servers &servers, settings::Secrets &secrets, QObject *parent)
    : QObject(parent)
    , m_servers(servers)
    , m_secrets(secrets)
{
    connect(&servers, &server::Servers::keyWanted, this, &ServerKeys::read);
    connect(&servers, &server::Servers::keyGiven, this, &ServerKeys::keep);
}

void ServerKeys::read(const QString &id, const QUrl &url)
{
    const settings::SecretName name{id, url};
    auto *operation = m_secrets.read(name, this, settings::Secrets::Kept::Yes);
    connect(operation, &settings::SecretOperation::finished, this,
            [this, id, url, name](const QByteArray &key) {
                m_servers.takeKey(id, url, key);
                if (m_secrets.isUsedUntilQuit(name) && m_servers.keyPlace(id) == KeyPlace::Keyring)
                    m_servers.setKeyPlace(id, KeyPlace::ThisRun);
            });
    connect(operation, &base::Operation::failed, this, [this, id](const base::Error &error) {
        if (m_servers.keyPlace(id) == KeyPlace::Reading)
            m_servers.setKeyPlace(id, KeyPlace::None, error);
    });
}

// One that the keyring does not take is used until the program ends.
void ServerKeys::keep(const QString &id, const QUrl &url, const QByteArray &key)
{
    const settings::SecretName name{id, url};
    auto *operation = key.isEmpty() ? m_secrets.remove(name, this) : m_secrets.write(name, key, this);
    const auto isStillIt = [this, id, key] { return m_servers.key(id) == key; };
    connect(operation, &settings::SecretOperation::finished, this, [this, id, key, isStillIt] {
        if (!key.isEmpty() && isStillIt())
            m_servers.setKeyPlace(id, KeyPlace::Keyring);
    });
    connect(operation, &base::Operation::failed, this,
            [this, id, name, key, isStillIt](const base::Error &error) {
                if (!isStillIt())
                    return;
                if (!key.isEmpty()) {
                    m_secrets.useUntilQuit(name, key);
                    forget(id);
                }
                m_servers.setKeyPlace(id, key.isEmpty() ? KeyPlace::None : KeyPlace::ThisRun, error);
            });
}

// The next start would look for it in vain. Where even that cannot be written, it does.
void ServerKeys::forget(const QString &id)
{
    server::ServerProfile profile = m_servers.profileFor(id);
    profile.hasKey = false;
    static_cast<void>(m_servers.profiles().save(profile));
}

} // namespace ui
