// One attempt at a pull or a push: the plan, where the room on the disk is known; then the request; and that
// once more where it joined a dying one. Goes to the server it was begun at and to no other. Made by
// Downloads.
#pragma once

#include "backend/Backend.h"
#include "library/Planner.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace library {

// failed(): what the request fails with; Unsupported where there is none; NoSpace after refused(); Cancelled
// also where another server is in use before the request is made.
class PullAttempt : public base::Operation
{
    Q_OBJECT
public:
    enum class Dying {
        None,
        MayBe, // one of the same model was cancelled a moment ago, and this may join it
    };

    // Of the model, by the server in use, for this parent; null where nothing can do that.
    using Request = std::function<backend::PullOperation *(const QString &model, QObject *parent)>;

    // `planner`: null = without a plan.
    PullAttempt(backend::Backend &backend, Request ask, Planner *planner, const QString &model, Dying dying,
                QObject *parent);

Q_SIGNALS:
    void refused(const library::PullPlan &plan); // there is no room for it
    void progressed(const backend::PullStep &step);
    void begunAnew(); // the frames of the request before count no more
    void finished();

protected:
    void stop() override;

private:
    void plan(Planner &planner);
    void request();
    void end(const base::Error &error);
    bool isOfTheDyingOne(const base::Error &error) const;

    backend::Backend &m_backend;
    const Request m_ask;
    const QString m_model;
    const QString m_server;
    QPointer<base::Operation> m_step; // the plan, then the pull
    QElapsedTimer m_clock;
    QTimer m_again;
    Dying m_dying;
};

} // namespace library
