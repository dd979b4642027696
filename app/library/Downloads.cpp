#include "library/Downloads.h"

#include "base/Access.h"
#include "base/ModelName.h"
#include "library/PullProgress.h"

#include <QDateTime>

#include <algorithm>

namespace library {

using namespace std::chrono_literals;
using base::Error;

namespace {

constexpr auto repaintEvery = 100ms;
constexpr auto refreshSpeedEvery = 1000ms;
// A pull started this soon after a cancelled one of the same model may join the dying download and be told
// "context canceled" (ollama-api.md section 4).
constexpr auto dyingTime = 3000ms;
constexpr auto askAgainAfter = 1000ms;

} // namespace

struct Downloads::Row
{
    QString name;
    State state = State::Running;
    PullProgress progress;
    QString way;                         // wayOf() its name when it began
    QPointer<base::Operation> operation; // the plan, then the pull
    std::optional<PullPlan> refused;     // the plan that there is no room for
    Error error;
    QDateTime finished;
    std::chrono::milliseconds started{0};
    std::chrono::milliseconds duration{0};
    std::chrono::milliseconds shown{0};
    std::optional<std::chrono::milliseconds> cancelledAt;
    QTimer again; // running: waits to ask once more
    bool joinedDying = false;
    bool isDirty = false;
};

Downloads::Downloads(backend::Backend &backend, QObject *parent)
    : QAbstractListModel(parent)
    , m_backend(backend)
{
    m_clock.start();
    m_tick.setInterval(repaintEvery);
    connect(&m_tick, &QTimer::timeout, this, &Downloads::tick);
}

Downloads::~Downloads()
{
    for (const auto &row : m_rows)
        delete row->operation;
}

int Downloads::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant Downloads::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = *m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case StateRole:
        return QVariant::fromValue(row.state);
    case CompletedRole:
        return row.state == State::Done ? row.progress.totalBytes() : row.progress.completedBytes();
    case TotalRole:
        return row.progress.totalBytes();
    case FractionRole:
        return row.state == State::Done ? 1.0 : row.progress.fraction();
    case SpeedRole:
        return isRunning(row) ? row.progress.bytesPerSecond(now()) : 0.0;
    case SecondsLeftRole:
        return isRunning(row) ? row.progress.secondsLeft(now()) : qint64(-1);
    case ErrorRole:
        return row.state == State::Failed ? QVariant::fromValue(row.error) : QVariant();
    case PlanRole:
        return row.state == State::Failed && row.refused ? QVariant::fromValue(*row.refused) : QVariant();
    case FinishedRole:
        return row.finished;
    case DurationRole:
        return row.state == State::Done
                   ? QVariant::fromValue<qint64>(
                         std::chrono::duration_cast<std::chrono::seconds>(row.duration).count())
                   : QVariant();
    default:
        return {};
    }
}

base::Result<void> Downloads::pull(const QString &name, qint64 expectedBytes)
{
    const base::Result<base::ModelName> parsed = base::parseModelName(name);
    if (!parsed)
        return std::unexpected(parsed.error());
    if (Row *row = find(name)) {
        if (!isRunning(*row))
            start(*row);
        return {};
    }
    const int end = rowCount();
    beginInsertRows({}, end, end);
    auto row = std::make_unique<Row>();
    row->name = parsed->display();
    row->progress = PullProgress(expectedBytes);
    row->again.setSingleShot(true);
    row->again.setInterval(askAgainAfter);
    connect(&row->again, &QTimer::timeout, this, [this, target = row.get()] { request(*target); });
    m_rows.push_back(std::move(row));
    endInsertRows();
    start(*m_rows.back());
    return {};
}

void Downloads::cancel(int row)
{
    Row &target = *m_rows[static_cast<size_t>(row)];
    if (target.operation)
        target.operation->cancel();
    else if (target.again.isActive())
        end(target, {Error::Kind::Cancelled, {}});
}

void Downloads::retry(int row)
{
    Row &target = *m_rows[static_cast<size_t>(row)];
    if (!isRunning(target))
        start(target);
}

void Downloads::remove(int row)
{
    if (isRunning(*m_rows[static_cast<size_t>(row)]))
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

void Downloads::clearFinished()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (m_rows[static_cast<size_t>(row)]->state == State::Done)
            remove(row);
    }
}

int Downloads::rowOf(const QString &name) const
{
    const auto row = std::ranges::find_if(
        m_rows, [&](const auto &candidate) { return base::sameModel(candidate->name, name); });
    return row == m_rows.end() ? -1 : static_cast<int>(row - m_rows.begin());
}

int Downloads::runningCount() const
{
    return m_running;
}

Downloads::Row *Downloads::find(const QString &name) const
{
    const int row = rowOf(name);
    return row < 0 ? nullptr : m_rows[static_cast<size_t>(row)].get();
}

bool Downloads::isRunning(const Row &row)
{
    return row.state == State::Running || row.state == State::Verifying;
}

void Downloads::start(Row &row)
{
    // A model pulled a second time may have grown or shrunk: what the first one counted says nothing.
    row.progress = row.state == State::Done ? PullProgress() : std::move(row.progress);
    row.progress.restart();
    row.started = now();
    row.joinedDying = row.cancelledAt && row.started - *row.cancelledAt < dyingTime;
    row.error = {};
    row.finished = {};
    row.state = State::Running;
    row.way = wayOf(row.name);
    const bool isToBePlanned = m_planner && m_planner->isRoomKnown() && !row.refused;
    row.refused.reset();
    if (isToBePlanned)
        plan(row);
    else
        request(row);
    stateChanged(row);
}

// Whatever keeps the registry from being asked from here, the server may reach it.
void Downloads::plan(Row &row)
{
    auto *operation = m_planner->plan(row.name, this);
    row.operation = operation;
    connect(operation, &PlanOperation::finished, this,
            [this, &row](const PullPlan &plan) { take(row, plan); });
    connect(operation, &PlanOperation::failed, this, [this, &row](const Error &error) {
        if (error.kind == Error::Kind::Cancelled)
            end(row, error);
        else
            request(row);
    });
}

void Downloads::take(Row &row, const PullPlan &plan)
{
    if (plan.hasRoom())
        return request(row);
    row.refused = plan;
    end(row, {Error::Kind::NoSpace, {}});
}

void Downloads::request(Row &row)
{
    auto *operation = m_backend.pull(row.name, this);
    row.operation = operation;
    // A row outlives its operation: it cannot be removed while it runs.
    connect(operation, &backend::PullOperation::progressed, this,
            [this, &row](const backend::PullStep &frame) { step(row, frame); });
    connect(operation, &backend::PullOperation::finished, this, [this, &row] { succeed(row); });
    connect(operation, &backend::PullOperation::failed, this,
            [this, &row](const Error &error) { end(row, error); });
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
    row.operation = nullptr;
    row.state = State::Done;
    row.finished = QDateTime::currentDateTime();
    row.duration = now() - row.started;
    row.cancelledAt.reset();
    const QString name = row.name; // whoever hears of it may remove the row
    stateChanged(row);
    Q_EMIT finished(name);
}

void Downloads::end(Row &row, const Error &error)
{
    row.operation = nullptr;
    row.again.stop();
    if (askAgain(row, error))
        return;
    const bool cancelled = error.kind == Error::Kind::Cancelled;
    if (cancelled)
        row.cancelledAt = now();
    row.state = cancelled ? State::Cancelled : State::Failed;
    row.error = error;
    const QString name = row.name; // whoever hears of it may remove the row
    stateChanged(row);
    if (!cancelled)
        Q_EMIT failed(name, error);
}

bool Downloads::askAgain(Row &row, const Error &error)
{
    const bool mayBeTheDyingOne = error.kind == Error::Kind::Server ||
                                  error.kind == Error::Kind::Interrupted ||
                                  error.kind == Error::Kind::Registry || error.kind == Error::Kind::Protocol;
    if (!mayBeTheDyingOne || !row.joinedDying || now() - row.started > dyingTime)
        return false;
    row.joinedDying = false;
    row.progress.restart();
    row.again.start();
    return true;
}

void Downloads::stateChanged(Row &row)
{
    const auto running = static_cast<int>(
        std::ranges::count_if(m_rows, [](const auto &candidate) { return isRunning(*candidate); }));
    if (running > 0 && !m_tick.isActive())
        m_tick.start();
    else if (running == 0)
        m_tick.stop();
    // Whoever hears of the row asks how many run now.
    const int before = std::exchange(m_running, running);
    changed(row);
    if (before != running)
        Q_EMIT runningCountChanged();
}

void Downloads::changed(Row &row)
{
    row.isDirty = false;
    row.shown = now();
    const auto place = std::ranges::find(m_rows, &row, &std::unique_ptr<Row>::get);
    const QModelIndex at = index(static_cast<int>(place - m_rows.begin()));
    Q_EMIT dataChanged(at, at);
}

void Downloads::tick()
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        Row &row = *m_rows[i];
        measure(row);
        // Without frames the speed still falls.
        if (isRunning(row) && (row.isDirty || now() - row.shown >= refreshSpeedEvery))
            changed(row);
    }
}

// The last layers are small, and the server takes a second for each.
void Downloads::measure(const Row &row)
{
    constexpr double nearTheEnd = 0.98;
    const double speed = isRunning(row) ? row.progress.bytesPerSecond(now()) : 0;
    if (speed > 0 && row.progress.fraction() < nearTheEnd)
        m_speeds.insert(row.way, speed);
}

// From which registry to which server.
QString Downloads::wayOf(const QString &name) const
{
    const auto parsed = base::parseModelName(name);
    return parsed ? parsed->host.toLower() + u' ' + base::origin(m_backend.serverUrl()) : QString();
}

double Downloads::measuredSpeed(const QString &name) const
{
    return m_speeds.value(wayOf(name));
}

std::chrono::milliseconds Downloads::now() const
{
    return std::chrono::milliseconds(m_clock.elapsed());
}

} // namespace library
