// Carries keys between the servers and the keyring: asks it for those it has, gives it those the person
// types, and tells where each one is kept. Owned by Core.
#pragma once

#include "server/Servers.h"
#include "settings/Secrets.h"

namespace ui {

class ServerKeys : public QObject
{
    Q_OBJECT
public:
    ServerKeys(server::Servers &servers, settings::Secrets &secrets, QObject *parent = nullptr);

private:
    void read(const QString &id, const QUrl &url);
    void forget(const QString &id);
    void keep(const QString &id, const QUrl &url, const QByteArray &key);

    server::Servers &m_servers;
    settings::Secrets &m_secrets;
};

} // namespace ui
