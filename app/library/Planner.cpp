#include "library/Planner.h"

#include "base/ServerUrl.h"

#include <QPointer>

namespace library {

using base::Error;

class Planner::Planning : public PlanOperation
{
public:
    Planning(Planner &planner, const QString &model, QObject *parent)
        : PlanOperation(parent)
        , m_planner(&planner)
        , m_server(planner.m_backend.serverUrl())
    {
        // Nothing ends from within the call that began it.
        QMetaObject::invokeMethod(this, [this, model] { askRegistry(model); }, Qt::QueuedConnection);
    }

protected:
    void stop() override { delete m_step; }

private:
    void askRegistry(const QString &model)
    {
        const auto name = base::parseModelName(model);
        if (!name)
            return fail(name.error());
        if (!isServerSame())
            return;
        if (name->isOnLoopback() && !base::isLoopback(m_server))
            return fail({Error::Kind::Unsupported, {}});
        auto *fetch = m_planner->m_manifests(manifestUrl(*name), this);
        m_step = fetch;
        connect(fetch, &Operation::failed, this, [this](const Error &error) { fail(error); });
        connect(fetch, &FetchOperation::finished, this, &Planning::takeManifest);
    }

    void takeManifest(const QByteArray &json)
    {
        auto layers = parseManifest(json);
        if (!layers)
            return fail(layers.error());
        m_plan.layers = std::move(*layers);
        askServer(0);
    }

    // One layer after the other: they are few, and the server looks only whether a file is there.
    void askServer(qsizetype at)
    {
        if (!isServerSame())
            return;
        if (at == m_plan.layers.size())
            return end();
        const QString digest = m_plan.layers.at(at).digest;
        auto *found = m_planner->m_backend.findBlob(digest, this);
        m_step = found;
        connect(found, &backend::DoneOperation::finished, this, [this, digest, at] {
            m_plan.there.insert(digest);
            askServer(at + 1);
        });
        connect(found, &Operation::failed, this, [this, at](const Error &error) {
            if (error.kind == Error::Kind::NotFound)
                return askServer(at + 1);
            m_plan.serverError = error;
            m_plan.there.clear();
            end();
        });
    }

    void end()
    {
        m_plan.diskBytes = m_planner->m_room();
        succeed([this] { Q_EMIT finished(m_plan); });
    }

    // What is planned for one server says nothing about another.
    bool isServerSame()
    {
        const bool isSame = m_planner && m_planner->m_backend.serverUrl() == m_server;
        if (!isSame)
            fail({Error::Kind::Cancelled, {}});
        return isSame;
    }

    QPointer<Planner> m_planner;
    const QUrl m_server;
    QPointer<base::Operation> m_step;
    PullPlan m_plan;
};

Planner::Planner(backend::Backend &backend, Fetch manifests, DiskRoom room, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_manifests(std::move(manifests))
    , m_room(std::move(room))
{
}

PlanOperation *Planner::plan(const QString &model, QObject *parent)
{
    return new Planning(*this, model, parent);
}

} // namespace library
