// Downloads: what begins, stops and waits, and how an attempt ends.
#include "library/DownloadRow.h"
#include "library/Downloads.h"

#include <algorithm>

namespace library {

using namespace std::chrono_literals;
using base::Error;
using After = DownloadRow::After;

namespace {

constexpr auto refreshSpeedEvery = 1000ms;
constexpr auto keepEvery = 10s;        // the bytes; all else is kept at once
constexpr auto lookAtClockEvery = 60s; // it may be put forward, and the computer may sleep
// How long a cancelled pull may be dying at the server.
constexpr auto dyingTime = 3000ms;

} // namespace

std::vector<PullVerdict> Downloads::verdicts() const
{
    const QString here = server();
    std::vector<PullTurn> turns;
    for (const auto &row : m_rows)
        turns.push_back(row->turn(here));
    return judged(turns, {.atOnce = m_atOnce,
                          .isOpen = isOpen(m_hours, m_clockOnWall()),
                          .isServerThere = m_isServerThere,
                          .now = now()});
}

// Whoever hears of a row may change the list, so one is started at a time and the rest judged anew.
void Downloads::schedule()
{
    using What = PullVerdict::What;
    const std::vector<PullVerdict> verdicts = this->verdicts();
    std::vector<Row *> told;
    Row *next = nullptr;
    for (size_t i = 0; i < verdicts.size(); ++i) {
        Row &row = *m_rows[i];
        if (verdicts[i].what == What::Stop && row.after == After::Nothing) {
            row.after = After::Queue;
            row.attempt->cancel();
        } else if (verdicts[i].what == What::Start && !next) {
            next = &row;
        } else if (verdicts[i].what == What::Wait && row.verdict != verdicts[i]) {
            row.verdict = verdicts[i];
            told.push_back(&row);
        }
    }
    for (Row *row : told) {
        if (has(row))
            changed(*row);
    }
    if (next && has(next) && next->state == State::Queued) {
        start(*next);
        return schedule();
    }
    if (!told.empty())
        Q_EMIT statesChanged();
    wakeLater();
}

void Downloads::wakeLater()
{
    std::optional<std::chrono::milliseconds> wait;
    const auto within = [&](std::chrono::milliseconds time) {
        wait = std::max(std::min(wait.value_or(time), time), 1ms);
    };
    bool isRetrying = false;
    for (const auto &row : m_rows) {
        if (m_hours.isLimited() && isUnderWay(row->state)) {
            const QDateTime wall = m_clockOnWall();
            within(std::min<std::chrono::milliseconds>(
                lookAtClockEvery, std::chrono::milliseconds(wall.msecsTo(nextChange(m_hours, wall)))));
        }
        if (row->state == State::Queued && row->verdict.hold == PullHold::Retry && row->hasBroken) {
            within(row->notBefore - now());
            isRetrying = true;
        }
    }
    if (wait)
        m_wake.start(*wait);
    else
        m_wake.stop();
    if (m_running == 0 && !isRetrying)
        m_tick.stop();
    else if (!m_tick.isActive())
        m_tick.start();
}

void Downloads::start(Row &row)
{
    row.progress.restart();
    row.started = now();
    row.bytesBefore = row.progress.completedBytes();
    row.error.reset();
    row.hasBroken = false;
    row.after = After::Nothing;
    row.state = State::Running;
    row.way = wayOf(row.name);
    const bool mayBeDying = row.cancelledAt && row.started - *row.cancelledAt < dyingTime;
    const bool isPush = row.direction == Direction::Push;
    const bool isToBePlanned = !isPush && m_planner && m_planner->isRoomKnown() && !row.refused;
    row.refused.reset();
    const auto request = [this, isPush](const QString &model, QObject *parent) -> backend::PullOperation * {
        if (isPush)
            return m_maker ? m_maker->push(model, parent) : nullptr;
        return m_backend.pull(model, parent);
    };
    auto *attempt = new PullAttempt(m_backend, request, isToBePlanned ? m_planner.data() : nullptr, row.name,
                                    mayBeDying ? PullAttempt::Dying::MayBe : PullAttempt::Dying::None, this);
    row.attempt = attempt;
    // A row outlives its attempt: it cannot be removed while it runs.
    connect(attempt, &PullAttempt::progressed, this,
            [this, &row](const backend::PullStep &frame) { step(row, frame); });
    connect(attempt, &PullAttempt::begunAnew, this, [&row] { row.progress.restart(); });
    connect(attempt, &PullAttempt::refused, this, [&row](const PullPlan &plan) { row.refused = plan; });
    connect(attempt, &PullAttempt::finished, this, [this, &row] { succeed(row); });
    connect(attempt, &PullAttempt::failed, this, [this, &row](const Error &error) { end(row, error); });
    stateChanged(row);
}

void Downloads::step(Row &row, const backend::PullStep &frame)
{
    row.progress.apply(frame, now());
    const State state = row.progress.isVerifying() ? State::Verifying : State::Running;
    if (state == row.state) {
        row.isDirty = true;
        return;
    }
    row.state = state;
    stateChanged(row);
}

void Downloads::succeed(Row &row)
{
    row.attempt = nullptr;
    row.after = After::Nothing;
    row.finished = QDateTime::currentDateTime();
    row.took = row.spent + now() - row.started;
    row.cancelledAt.reset();
    row.installedBytes = 0;
    const QString name = row.name; // whoever hears of it may remove the row
    const bool isPush = row.direction == Direction::Push;
    rest(row, State::Done);
    if (isPush)
        Q_EMIT pushed(name);
    else
        Q_EMIT finished(name);
}

void Downloads::end(Row &row, const Error &error)
{
    row.attempt = nullptr;
    row.spent += now() - row.started;
    if (error.kind == Error::Kind::Cancelled)
        return endCancelled(row);
    const After after = std::exchange(row.after, After::Nothing);
    row.error = error;
    if (after == After::Cancel || after == After::Pause)
        return rest(row, after == After::Cancel ? State::Cancelled : State::Paused);
    if (tryAgain(row, error))
        return;
    const QString name = row.name; // whoever hears of it may remove the row
    const bool isPush = row.direction == Direction::Push;
    rest(row, State::Failed);
    if (isPush)
        Q_EMIT pushFailed(name, error);
    else
        Q_EMIT failed(name, error);
}

void Downloads::endCancelled(Row &row)
{
    row.cancelledAt = now();
    switch (std::exchange(row.after, After::Nothing)) {
    case After::Pause:
        return rest(row, State::Paused);
    case After::Cancel:
        return rest(row, State::Cancelled);
    case After::Nothing: // another server is in use
    case After::Queue:
        return enqueue(row);
    }
}

bool Downloads::tryAgain(Row &row, const Error &error)
{
    const Fault fault = faultOf(error);
    // A way on which bytes came is worth as many tries as a new one.
    const bool hasGained = fault == Fault::Network && row.progress.completedBytes() > row.bytesBefore;
    if (row.fault != fault || hasGained)
        row.tries = 0;
    row.fault = fault;
    const auto wait = m_policy.waitAfter(fault, row.tries);
    if (!wait)
        return false;
    ++row.tries;
    row.mostTries = m_policy.mostTries(fault);
    row.notBefore = now() + *wait;
    row.hasBroken = true;
    row.verdict = {};
    row.state = State::Queued;
    stateChanged(row);
    schedule();
    Q_EMIT brokeOff();
    return true;
}

void Downloads::tick()
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        Row &row = *m_rows[i];
        measure(row);
        const bool isCounting = row.isRunning() || row.hasBroken;
        // Without frames the speed still falls.
        if (isCounting && (row.isDirty || now() - row.shown >= refreshSpeedEvery))
            changed(row);
    }
    if (m_running > 0 && now() - m_kept >= keepEvery)
        keep();
}

// The last layers are small, and the server takes a second for each.
void Downloads::measure(const Row &row)
{
    constexpr double nearTheEnd = 0.98;
    const bool isPull = row.direction == Direction::Pull;
    const double speed = isPull && row.isRunning() ? row.progress.bytesPerSecond(now()) : 0;
    if (speed > 0 && row.progress.fraction() < nearTheEnd)
        m_speeds.insert(row.way, speed);
}

} // namespace library
