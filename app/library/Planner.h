// Plans pulls: asks the registry what a model consists of, and then the server which of it is there already.
// Owned by the composition root; asked by Downloads when a pull begins, and by ui/library when a person wants
// to know before. Nobody else asks, so that looking at models contacts no registry.
#pragma once

#include "backend/Backend.h"
#include "library/Fetch.h"
#include "library/PullPlan.h"

namespace library {

// failed(): Invalid (no name of a model), Unsupported (a registry on the server's own machine, and that is
// another one), NotFound (the registry does not know the model), else why the registry could not be asked.
class PlanOperation : public base::Operation
{
    Q_OBJECT
public:
    using Operation::Operation;

Q_SIGNALS:
    void finished(const library::PullPlan &plan);
};

class Planner : public QObject
{
    Q_OBJECT
public:
    // Free where the server in use keeps models; -1 = not known, as on another machine.
    using DiskRoom = std::function<qint64()>;

    Planner(backend::Backend &backend, Fetch manifests, DiskRoom room, QObject *parent = nullptr);

    PlanOperation *plan(const QString &model, QObject *parent);
    // Free where the server keeps models; -1 = not known.
    qint64 roomBytes() const { return m_room(); }
    // Only then can a plan tell that there is no room.
    bool isRoomKnown() const { return roomBytes() >= 0; }

Q_SIGNALS:
    void outdated(); // what was planned may hold no more: another server is in use, or a model was pulled

private:
    class Planning;

    backend::Backend &m_backend;
    Fetch m_manifests;
    DiskRoom m_room;
};

} // namespace library
