#include "server/RoutedChat.h"

#include "base/ModelName.h"

#include <algorithm>

namespace server {

using base::Error;

// Not TimedOut: that may be a server that works on the question already. Not Tls: whoever listens there is
// not to be trusted, and the person should hear of it.
bool wasNotReached(const Error &error)
{
    return error.kind == Error::Kind::Unreachable || error.kind == Error::Kind::HostNotFound;
}

RoutedChat::RoutedChat(const backend::ChatRequest &request, const QList<Route> &routes, QObject *parent)
    : ChatOperation(parent)
    , m_request(request)
    , m_routes(routes)
{
    m_request.server.clear(); // it is decided now
    const Route first = m_routes.takeFirst();
    if (first.isKnown)
        ask(first);
    else
        meet(first);
}

void RoutedChat::meet(const Route &route)
{
    auto *info = route.backend->serverInfo(this);
    m_asked = info;
    connect(info, &base::Operation::failed, this, [this](const Error &error) {
        // The question has not been sent yet.
        refused(error.kind == Error::Kind::TimedOut ? Error{Error::Kind::Unreachable, error.detail} : error);
    });
    connect(info, &backend::ServerInfoOperation::finished, this, [this, route] {
        if (route.backend)
            ask(route);
        else
            tryNext(); // removed meanwhile
    });
}

void RoutedChat::ask(const Route &route)
{
    auto *chat = route.backend->chat(m_request, this);
    m_asked = chat;
    connect(chat, &backend::ChatOperation::sent, this, &backend::ChatOperation::sent);
    connect(chat, &backend::ChatOperation::received, this, [this](const backend::ChatDelta &delta) {
        m_routes.clear();
        Q_EMIT received(delta);
    });
    connect(chat, &backend::ChatOperation::finished, this, [this](const backend::ChatSummary &summary) {
        succeed([this, &summary] { Q_EMIT finished(summary); });
    });
    connect(chat, &base::Operation::failed, this, &RoutedChat::refused);
}

void RoutedChat::refused(const Error &error)
{
    if (!m_first)
        m_first = error;
    if (!wasNotReached(error)) {
        fail(error);
        return;
    }
    tryNext();
}

// What the one that was meant says is what the person hears where no other can take the question.
void RoutedChat::tryNext()
{
    m_routes.removeIf([](const Route &route) { return !route.backend; });
    if (m_routes.isEmpty()) {
        fail(m_first.value_or(Error{Error::Kind::Unreachable, {}}));
        return;
    }
    const Route route = m_routes.takeFirst();
    auto *info = route.backend->serverInfo(this);
    m_asked = info;
    connect(info, &base::Operation::failed, this, &RoutedChat::tryNext);
    connect(info, &backend::ServerInfoOperation::finished, this, [this, route] {
        if (route.backend)
            askIfItHasTheModel(route);
        else
            tryNext();
    });
}

void RoutedChat::askIfItHasTheModel(const Route &route)
{
    auto *models = route.backend->installedModels(this);
    m_asked = models;
    connect(models, &base::Operation::failed, this, &RoutedChat::tryNext);
    connect(models, &backend::ModelsOperation::finished, this,
            [this, route](const QList<backend::ModelInfo> &list) {
                const bool hasIt = std::ranges::any_of(list, [this](const backend::ModelInfo &model) {
                    return base::sameModel(model.name, m_request.model);
                });
                if (!hasIt || !route.backend)
                    return tryNext();
                const QPointer<RoutedChat> self(this);
                Q_EMIT rerouted(route.name);
                if (self && !isDone())
                    ask(route);
            });
}

void RoutedChat::stop()
{
    if (m_asked) {
        m_asked->disconnect(this);
        m_asked->cancel();
    }
}

} // namespace server
