// The backend for an address whose kind of server is found out by asking. Made by the composition root, which
// says how to make the backend of each kind; everyone else sees a Backend.
//
// serverInfo() is what finds out: a server that does not speak the kind it spoke last, or Ollama's at first,
// is asked as the other kind before it counts as none. Every other call goes to the kind found last; but a
// server that does not tell its models has the one that the person named.
#pragma once

#include "backend/Backend.h"

#include <array>
#include <functional>
#include <memory>
#include <optional>

namespace server {

class ServerBackend : public backend::Backend
{
    Q_OBJECT
public:
    using Factory = std::function<std::unique_ptr<backend::Backend>(backend::ServerKind kind,
                                                                    const base::Access &access)>;

    ServerBackend(const Factory &make, const base::Access &access, QObject *parent = nullptr);

    const base::Access &access() const override { return current().access(); }
    void setAccess(const base::Access &access) override;
    // Whether serverInfo() has been answered at this address; before that a question may go to the wrong
    // kind.
    bool isKindKnown() const { return m_isKindKnown; }
    // Empty = none. Returns whether what the server is said to have is something else now.
    bool setNamedModel(const QString &name);

    backend::Abilities abilities() const override { return current().abilities(); }
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

private:
    class Detection;

    backend::Backend &of(backend::ServerKind kind) const;
    backend::Backend &current() const { return of(m_kind); }

    std::array<std::unique_ptr<backend::Backend>, 2> m_kinds; // by ServerKind
    backend::ServerKind m_kind = backend::ServerKind::Ollama;
    bool m_isKindKnown = false;
    bool m_tellsModels = true;
    QString m_namedModel;
    std::optional<base::Error> m_refusal; // of a server that was neither kind when last asked
    backend::ServerKind m_askNext = backend::ServerKind::Ollama;
};

} // namespace server
