// A server of models: the interface chats, the library and the connection are written against.
// Made by the composition root, one per server address; implemented in ollama/ and openai/. All calls return
// at once; the operation belongs to `parent`.
#pragma once

#include "backend/Operations.h"
#include "base/Access.h"

namespace backend {

class Backend : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // Where requests go from now on; requests under way stay where they are.
    virtual const base::Access &access() const = 0;
    virtual void setAccess(const base::Access &access) = 0;
    QUrl serverUrl() const { return access().url; }

    // What the calls below can do at this server; one that it cannot do fails with Unsupported. True once
    // serverInfo() has been answered, and until another answer.
    virtual Abilities abilities() const { return Abilities(Ability::Pull) | Ability::Remove | Ability::Load; }
    bool can(Ability ability) const { return abilities().testFlag(ability); }

    // Cheap; answers at once even while the server generates.
    virtual ServerInfoOperation *serverInfo(QObject *parent) = 0;
    virtual ModelsOperation *installedModels(QObject *parent) = 0;
    virtual LoadedModelsOperation *loadedModels(QObject *parent) = 0;
    virtual DetailsOperation *details(const QString &model, QObject *parent) = 0;
    virtual ChatOperation *chat(const ChatRequest &request, QObject *parent) = 0;
    // A registry on this very machine (loopback host in the name) is pulled from over plain HTTP.
    virtual PullOperation *pull(const QString &model, QObject *parent) = 0;
    // Succeeds where the server has this layer ("sha256:" and 64 hex); NotFound where it has not.
    virtual DoneOperation *findBlob(const QString &digest, QObject *parent) = 0;
    virtual DoneOperation *remove(const QString &model, QObject *parent) = 0;
    // The same model under a second name, without taking more room; replaces what had that name before.
    // ModelNotFound where `model` is not installed.
    virtual DoneOperation *copy(const QString &model, const QString &name, QObject *parent) = 0;
    // Takes minutes for a big model, and ends when it is loaded. One that is loaded is kept for another time.
    virtual DoneOperation *load(const LoadRequest &request, QObject *parent) = 0;
    // Frees the memory the model holds; succeeds also where it was not loaded.
    virtual DoneOperation *unload(const QString &model, QObject *parent) = 0;
};

} // namespace backend
