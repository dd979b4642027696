// A question that goes to the first of several servers that can be reached. Another one is asked only where
// the one before did not even take the connection, so that no question is ever worked on twice; and only one
// that has the model. Made by Servers.
#pragma once

#include "backend/Backend.h"

#include <QPointer>

namespace server {

class RoutedChat : public backend::ChatOperation
{
public:
    struct Route
    {
        QPointer<backend::Backend> backend;
        QString name;        // for rerouted()
        bool isKnown = true; // the first one is then asked without being looked at before
    };

    // At least one route.
    RoutedChat(const backend::ChatRequest &request, const QList<Route> &routes, QObject *parent);

protected:
    void stop() override;

private:
    void ask(const Route &route);
    // Asks who is there before the question goes anywhere.
    void meet(const Route &route);
    void refused(const base::Error &error);
    void tryNext();
    void askIfItHasTheModel(const Route &route);

    backend::ChatRequest m_request;
    QList<Route> m_routes; // not asked yet
    std::optional<base::Error> m_first;
    QPointer<base::Operation> m_asked; // a child
};

// No byte of a question reached the server.
bool wasNotReached(const base::Error &error);

} // namespace server
