#include "library/PullAttempt.h"

#include "base/Access.h"

namespace library {

using namespace std::chrono_literals;
using base::Error;

namespace {

// A pull started this soon after a cancelled one of the same model may join the dying download and be told
// "context canceled" (ollama-api.md section 4).
constexpr auto dyingTime = 3000ms;
constexpr auto askAgainAfter = 1000ms;

} // namespace

PullAttempt::PullAttempt(backend::Backend &backend, Request ask, Planner *planner, const QString &model,
                         Dying dying, QObject *parent)
    : Operation(parent)
    , m_backend(backend)
    , m_ask(std::move(ask))
    , m_model(model)
    , m_server(base::origin(backend.serverUrl()))
    , m_dying(dying)
{
    m_clock.start();
    m_again.setSingleShot(true);
    m_again.setInterval(askAgainAfter);
    connect(&m_again, &QTimer::timeout, this, &PullAttempt::request);
    if (planner)
        plan(*planner);
    else
        request();
}

void PullAttempt::stop()
{
    m_again.stop();
    delete m_step;
}

// Whatever keeps the registry from being asked from here, the server may reach it.
void PullAttempt::plan(Planner &planner)
{
    auto *operation = planner.plan(m_model, this);
    m_step = operation;
    connect(operation, &PlanOperation::finished, this, [this](const PullPlan &plan) {
        m_step = nullptr;
        if (plan.hasRoom())
            return request();
        Q_EMIT refused(plan);
        fail({Error::Kind::NoSpace, {}});
    });
    connect(operation, &PlanOperation::failed, this, [this](const Error &error) {
        m_step = nullptr;
        if (error.kind == Error::Kind::Cancelled)
            fail(error);
        else
            request();
    });
}

void PullAttempt::request()
{
    if (base::origin(m_backend.serverUrl()) != m_server)
        return fail({Error::Kind::Cancelled, {}});
    backend::PullOperation *operation = m_ask(m_model, this);
    if (!operation) { // told as late as any other answer
        QMetaObject::invokeMethod(
            this, [this] { fail({Error::Kind::Unsupported, {}}); }, Qt::QueuedConnection);
        return;
    }
    m_step = operation;
    connect(operation, &backend::PullOperation::progressed, this, &PullAttempt::progressed);
    connect(operation, &backend::PullOperation::finished, this, [this] {
        m_step = nullptr;
        succeed([this] { Q_EMIT finished(); });
    });
    connect(operation, &backend::PullOperation::failed, this, &PullAttempt::end);
}

void PullAttempt::end(const Error &error)
{
    m_step = nullptr;
    if (!isOfTheDyingOne(error))
        return fail(error);
    m_dying = Dying::None;
    m_again.start();
    Q_EMIT begunAnew();
}

bool PullAttempt::isOfTheDyingOne(const Error &error) const
{
    const bool mayBe = error.kind == Error::Kind::Server || error.kind == Error::Kind::Interrupted ||
                       error.kind == Error::Kind::Registry || error.kind == Error::Kind::Protocol;
    return mayBe && m_dying == Dying::MayBe && !m_clock.hasExpired(dyingTime.count());
}

} // namespace library
