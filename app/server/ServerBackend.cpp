#include "server/ServerBackend.h"

#include <QPointer>

#include <utility>

namespace server {

using backend::ServerKind;
using base::Error;

namespace {

ServerKind otherThan(ServerKind kind)
{
    return kind == ServerKind::Ollama ? ServerKind::OpenAi : ServerKind::Ollama;
}

// Somebody answered, but not in this language.
bool mayBeOther(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Protocol;
}

} // namespace

class ServerBackend::Detection : public backend::ServerInfoOperation
{
public:
    Detection(ServerBackend &server, QObject *parent)
        : ServerInfoOperation(parent)
        , m_server(&server)
        , m_access(server.access())
    {
        // One that was neither kind is asked as one of them at a time, in turn.
        if (server.m_refusal) {
            server.m_askNext = otherThan(server.m_askNext);
            ask(server.m_askNext, [this, told = *server.m_refusal](const Error &error) {
                fail(mayBeOther(error) ? told : error);
            });
            return;
        }
        ask(server.m_kind, [this, first = server.m_kind](const Error &error) {
            if (!isSameServer() || !mayBeOther(error))
                return fail(error);
            // Where it is neither, the first refusal is the one to tell: most servers are of the kind they
            // were. A key that is asked for is news.
            ask(otherThan(first), [this, error, first](const Error &second) {
                if (isSameServer() && mayBeOther(second)) {
                    m_server->m_refusal = error;
                    m_server->m_askNext = otherThan(first);
                }
                fail(mayBeOther(second) ? error : second);
            });
        });
    }

protected:
    void stop() override
    {
        if (m_asked)
            m_asked->deleteLater();
    }

private:
    // Asked in the same way, too: what one key was told is no news of another.
    bool isSameServer() const { return m_server && m_server->access() == m_access; }

    template <typename Refused>
    void ask(ServerKind kind, Refused refused)
    {
        m_asked = m_server->of(kind).serverInfo(this);
        connect(m_asked, &base::Operation::failed, this, refused);
        connect(m_asked, &backend::ServerInfoOperation::finished, this,
                [this, kind](const backend::ServerInfo &info) {
                    if (isSameServer()) {
                        m_server->m_kind = kind;
                        m_server->m_isKindKnown = true;
                        m_server->m_tellsModels = info.tellsModels;
                        m_server->m_refusal.reset();
                    }
                    succeed([this, &info] { Q_EMIT finished(info); });
                });
    }

    QPointer<ServerBackend> m_server;
    base::Access m_access;
    QPointer<backend::ServerInfoOperation> m_asked;
};

ServerBackend::ServerBackend(const Factory &make, const base::Access &access, QObject *parent)
    : Backend(parent)
    , m_kinds{make(ServerKind::Ollama, access), make(ServerKind::OpenAi, access)}
{
}

void ServerBackend::setAccess(const base::Access &access)
{
    // Also for another key at the same address: llama-server shows its models to everyone, and tells only one
    // who asks for something else, as the other kind does, that the key is not good.
    if (access != this->access()) {
        m_kind = ServerKind::Ollama;
        m_isKindKnown = false;
        m_tellsModels = true;
    }
    m_refusal.reset();
    for (const auto &backend : m_kinds)
        backend->setAccess(access);
}

bool ServerBackend::setNamedModel(const QString &name)
{
    return std::exchange(m_namedModel, name) != name && !m_tellsModels;
}

backend::Backend &ServerBackend::of(ServerKind kind) const
{
    return *m_kinds[static_cast<std::size_t>(kind)];
}

backend::ServerInfoOperation *ServerBackend::serverInfo(QObject *parent)
{
    return new Detection(*this, parent);
}

backend::ModelsOperation *ServerBackend::installedModels(QObject *parent)
{
    if (m_tellsModels)
        return current().installedModels(parent);
    backend::ModelInfo named;
    named.name = m_namedModel;
    const QList<backend::ModelInfo> models(m_namedModel.isEmpty() ? 0 : 1, named);
    return new backend::Known<backend::ModelsOperation, QList<backend::ModelInfo>>(models, parent);
}

backend::LoadedModelsOperation *ServerBackend::loadedModels(QObject *parent)
{
    return current().loadedModels(parent);
}

backend::DetailsOperation *ServerBackend::details(const QString &model, QObject *parent)
{
    if (m_tellsModels)
        return current().details(model, parent);
    return new backend::Known<backend::DetailsOperation, backend::ModelDetails>({}, parent);
}

backend::ChatOperation *ServerBackend::chat(const backend::ChatRequest &request, QObject *parent)
{
    return current().chat(request, parent);
}

backend::PullOperation *ServerBackend::pull(const QString &model, QObject *parent)
{
    return current().pull(model, parent);
}

backend::DoneOperation *ServerBackend::findBlob(const QString &digest, QObject *parent)
{
    return current().findBlob(digest, parent);
}

backend::DoneOperation *ServerBackend::remove(const QString &model, QObject *parent)
{
    return current().remove(model, parent);
}

backend::DoneOperation *ServerBackend::copy(const QString &model, const QString &name, QObject *parent)
{
    return current().copy(model, name, parent);
}

backend::DoneOperation *ServerBackend::load(const backend::LoadRequest &request, QObject *parent)
{
    return current().load(request, parent);
}

backend::DoneOperation *ServerBackend::unload(const QString &model, QObject *parent)
{
    return current().unload(model, parent);
}

} // namespace server
