// The servers at work, seen as one backend: every call goes to the one in use, and a question to the one it
// names. Switching is another target for the next call; what is under way stays where it is. Owned by the
// composition root; Connection asks it whether the one in use answers, the board what the others do.
//
// Keys are handed in by whoever reads them from the keyring; one that is given for an address is gone when
// the address changes.
#pragma once

#include "server/ServerBackend.h"
#include "server/ServerProfiles.h"
#include "server/ServerWatch.h"

#include <memory>
#include <vector>

namespace server {

class Servers : public backend::Backend
{
    Q_OBJECT
public:
    Servers(ServerProfiles &profiles, const ServerBackend::Factory &make, QObject *parent = nullptr);
    ~Servers() override;

    ServerProfiles &profiles() { return m_profiles; }
    const ServerProfiles &profiles() const { return m_profiles; }
    // Empty = the one in use; so is a server that is not there any more.
    const ServerProfile &profileFor(const QString &id) const;
    // Null for an unknown id.
    ServerWatch *watch(const QString &id) const;
    // Looks at all of them, as long as as many stop looking as began to.
    void beginWatching();
    void endWatching();

    enum class KeyPlace { None, Reading, ThisRun, Keyring, Environment };

    // By the person; empty = there is none any more. It goes along from now on, for as long as the program
    // runs; keyGiven() is for whoever keeps it longer.
    // The profile remembers that there is one; fails as saving it does. Where the environment has one for
    // this address, that one goes along all the same.
    base::Result<void> giveKey(const QString &id, const QByteArray &key);
    // Asks for those the keyring has; at the start, when somebody listens to keyWanted().
    void wantKeys();
    void wantKey(const QString &id);
    // The keyring's, for the address that it was wanted for; empty = it has none. Of no effect where the
    // address has changed, or the person gave one, meanwhile.
    void takeKey(const QString &id, const QUrl &url, const QByteArray &key);
    // `error`: why it is not in the keyring.
    void setKeyPlace(const QString &id, KeyPlace place, const std::optional<base::Error> &error = {});
    std::optional<base::Error> keyError(const QString &id) const;
    QByteArray key(const QString &id) const;
    KeyPlace keyPlace(const QString &id) const;
    // For an address that is tried out before it is kept.
    std::unique_ptr<backend::Backend> make(const base::Access &access) const;
    // Whether a question for this server may go elsewhere in its place.
    bool hasStandIn(const QString &id) const;

    // Of the one in use.
    const base::Access &access() const override;
    void setAccess(const base::Access &access) override; // until its profile changes
    backend::Abilities abilities() const override;
    backend::ServerInfoOperation *serverInfo(QObject *parent) override;
    backend::ModelsOperation *installedModels(QObject *parent) override;
    backend::LoadedModelsOperation *loadedModels(QObject *parent) override;
    backend::DetailsOperation *details(const QString &model, QObject *parent) override;
    backend::ChatOperation *chat(const backend::ChatRequest &request, QObject *parent) override;
    backend::PullOperation *pull(const QString &model, QObject *parent) override;
    backend::DoneOperation *findBlob(const QString &digest, QObject *parent) override;
    backend::DoneOperation *remove(const QString &model, QObject *parent) override;
    backend::DoneOperation *copy(const QString &model, const QString &name, QObject *parent) override;
    backend::DoneOperation *load(const backend::LoadRequest &request, QObject *parent) override;
    backend::DoneOperation *unload(const QString &model, QObject *parent) override;

Q_SIGNALS:
    // Another one is in use, or that one is reached in another way.
    void targetChanged();
    void keyGiven(const QString &id, const QUrl &url, const QByteArray &key);
    void keyWanted(const QString &id, const QUrl &url);
    // Of this server: the key, or where it is kept.
    void keyChanged(const QString &id);
    // What is known of one on the board.
    void boardChanged(const QString &id);
    // Its address is another now, and the key that was given is not for it.
    void keyDetached(const QString &id);

private:
    struct Member;

    void follow();
    void update(Member &member, const ServerProfile &profile);
    bool takeFromEnvironment(Member &member);
    void setKey(Member &member, const QByteArray &key, KeyPlace place);
    Member *find(const QString &id) const;
    Member &current() const;

    ServerProfiles &m_profiles;
    ServerBackend::Factory m_make;
    std::vector<std::unique_ptr<Member>> m_members;
    QString m_target; // id of the one in use
    int m_watching = 0;
};

} // namespace server
