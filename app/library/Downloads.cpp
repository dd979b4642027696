#include "library/Downloads.h"

#include "base/Access.h"
#include "base/ModelName.h"
#include "library/DownloadRow.h"
#include "library/InstalledModels.h"

#include <algorithm>

namespace library {

using namespace std::chrono_literals;
using base::Error;
using After = DownloadRow::After;

namespace {

constexpr auto repaintEvery = 100ms;

} // namespace

Downloads::Downloads(backend::Backend &backend, const QString &path, QObject *parent)
    : QAbstractListModel(parent)
    , m_backend(backend)
    , m_file(path)
{
    m_clock.start();
    m_tick.setInterval(repaintEvery);
    m_wake.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &Downloads::tick);
    connect(&m_wake, &QTimer::timeout, this, &Downloads::schedule);
    restore();
}

Downloads::~Downloads()
{
    keep();
    for (const auto &row : m_rows)
        delete row->attempt;
}

void Downloads::restore()
{
    const QList<KeptDownload> kept = m_file.load();
    for (const KeptDownload &one : kept) {
        auto row = std::make_unique<Row>();
        row->restore(one);
        m_rows.push_back(std::move(row));
    }
}

void Downloads::setInstalled(InstalledModels *installed)
{
    m_installed = installed;
    connect(installed, &InstalledModels::changed, this, &Downloads::takeInstalled);
}

void Downloads::setAtOnce(int count)
{
    m_atOnce = count;
    schedule();
}

void Downloads::setHours(const PullHours &hours)
{
    m_hours = hours;
    schedule();
}

void Downloads::setClock(std::function<QDateTime()> clock)
{
    m_clockOnWall = std::move(clock);
    schedule();
}

void Downloads::setServerThere(bool isThere)
{
    if (std::exchange(m_isServerThere, isThere) == isThere)
        return;
    for (const auto &row : m_rows) {
        if (isThere && row->hasBroken && row->verdict.hold == PullHold::Server)
            row->notBefore = now();
    }
    schedule();
}

QString Downloads::server() const
{
    return base::origin(m_backend.serverUrl());
}

int Downloads::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant Downloads::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = at(index.row());
    if (role != WaitRole || row.state != State::Queued)
        return row.data(role, now());
    PullWait wait = row.wait(now());
    if (wait.hold == PullHold::Hours)
        wait.opens = nextChange(m_hours, m_clockOnWall());
    return QVariant::fromValue(wait);
}

base::Result<void> Downloads::pull(const QString &name, qint64 expectedBytes)
{
    return add(name, Direction::Pull, expectedBytes);
}

base::Result<void> Downloads::push(const QString &name)
{
    const backend::ModelInfo *model = m_installed ? m_installed->find(name) : nullptr;
    return add(name, Direction::Push, model ? model->sizeBytes : 0);
}

base::Result<void> Downloads::add(const QString &name, Direction direction, qint64 expectedBytes)
{
    const base::Result<base::ModelName> parsed = base::parseModelName(name);
    if (!parsed)
        return std::unexpected(parsed.error());
    if (const int row = rowOf(name, direction); row >= 0) {
        ask(at(row));
        return {};
    }
    auto row = std::make_unique<Row>();
    row->direction = direction;
    row->name = parsed->display();
    row->server = server();
    row->progress = PullProgress(expectedBytes);
    // Where that is not known, nothing is taken for done that is not.
    row->isUpdate = m_installed && (!m_installed->isKnown() || m_installed->contains(name));
    const int end = rowCount();
    beginInsertRows({}, end, end);
    m_rows.push_back(std::move(row));
    endInsertRows();
    enqueue(*m_rows.back());
    return {};
}

void Downloads::resume(int row)
{
    ask(at(row));
}

// The person wants it.
void Downloads::ask(Row &row)
{
    if (row.attempt) {
        if (row.after != After::Nothing)
            row.after = After::Queue;
        return;
    }
    // A model pulled a second time may have grown or shrunk: what the first one counted says nothing.
    if (row.state == State::Done) {
        row.progress = PullProgress();
        row.spent = {};
        row.isUpdate = true;
        move(indexOf(row).row(), rowCount() - 1);
    }
    row.tries = 0;
    enqueue(row);
}

void Downloads::enqueue(Row &row)
{
    row.state = State::Queued;
    row.verdict = {};
    row.error.reset();
    row.hasBroken = false;
    row.isInterrupted = false;
    row.finished = {};
    stateChanged(row);
    schedule();
}

void Downloads::rest(Row &row, State state)
{
    row.state = state;
    row.hasBroken = false;
    row.isHurried = false;
    stateChanged(row);
    schedule();
}

void Downloads::pause(int row)
{
    Row &target = at(row);
    if (target.attempt) {
        target.after = After::Pause;
        target.attempt->cancel();
    } else if (target.state == State::Queued) {
        rest(target, State::Paused);
    }
}

void Downloads::cancel(int row)
{
    Row &target = at(row);
    if (target.attempt) {
        target.after = After::Cancel;
        target.attempt->cancel();
    } else if (target.state != State::Done && target.state != State::Cancelled) {
        rest(target, State::Cancelled);
    }
}

void Downloads::remove(int row)
{
    if (isUnderWay(at(row).state))
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    keep();
}

void Downloads::startNow(int row)
{
    Row &target = at(row);
    target.isHurried = true;
    putNext(row);
    ask(target);
}

void Downloads::putNext(int row)
{
    for (int first = 0; first < row; ++first) {
        if (at(first).state == State::Queued)
            return move(row, first);
    }
}

void Downloads::move(int row, int to)
{
    if (row == to || to < 0 || to >= rowCount())
        return;
    beginMoveRows({}, row, row, {}, to > row ? to + 1 : to);
    const auto from = m_rows.begin() + row;
    const auto place = m_rows.begin() + to;
    if (to > row)
        std::rotate(from, from + 1, place + 1);
    else
        std::rotate(place, from, from + 1);
    endMoveRows();
    keep();
    schedule();
}

void Downloads::pauseAll()
{
    // From the end, or the place of one that is paused would be taken by the next.
    for (int row = rowCount() - 1; row >= 0; --row)
        pause(row);
}

void Downloads::resumeAll()
{
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).state == State::Paused || at(row).after == After::Pause)
            resume(row);
    }
}

void Downloads::clearFinished()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (at(row).state == State::Done)
            remove(row);
    }
}

int Downloads::rowOf(const QString &name, Direction direction) const
{
    const QString here = server();
    const QString key = base::modelKey(name);
    const auto row = std::ranges::find_if(m_rows, [&](const auto &candidate) {
        return candidate->direction == direction && candidate->server == here &&
               candidate->name.compare(key, Qt::CaseInsensitive) == 0; // as it is displayed
    });
    return row == m_rows.end() ? -1 : static_cast<int>(row - m_rows.begin());
}

bool Downloads::isUnderWay(State state)
{
    return state == State::Queued || state == State::Running || state == State::Verifying;
}

bool Downloads::has(const Row *row) const
{
    return std::ranges::find(m_rows, row, &std::unique_ptr<Row>::get) != m_rows.end();
}

QModelIndex Downloads::indexOf(const Row &row) const
{
    const auto place = std::ranges::find(m_rows, &row, &std::unique_ptr<Row>::get);
    return index(static_cast<int>(place - m_rows.begin()));
}

void Downloads::takeInstalled()
{
    if (!m_installed || !m_installed->isKnown())
        return;
    const QString here = server();
    for (int place = 0; place < rowCount(); ++place) {
        Row &row = at(place);
        const backend::ModelInfo *model = row.server == here ? m_installed->find(row.name) : nullptr;
        if (!model || row.direction == Direction::Push)
            continue;
        const bool isDone = row.state == State::Done;
        const bool isDoneElsewhere =
            (row.state == State::Paused || row.state == State::Failed) && !row.isUpdate;
        if (isDone ? row.installedBytes == model->sizeBytes : !isDoneElsewhere)
            continue;
        row.installedBytes = model->sizeBytes;
        if (!isDone)
            row.finished = m_clockOnWall();
        rest(row, State::Done);
    }
}

void Downloads::stateChanged(Row &row)
{
    const auto running = static_cast<int>(
        std::ranges::count_if(m_rows, [](const auto &candidate) { return candidate->isRunning(); }));
    // Whoever hears of the row asks how many run now.
    const int before = std::exchange(m_running, running);
    keep();
    changed(row);
    if (before != running)
        Q_EMIT runningCountChanged();
    Q_EMIT statesChanged();
}

void Downloads::changed(Row &row)
{
    row.isDirty = false;
    row.shown = now();
    const QModelIndex place = indexOf(row);
    Q_EMIT dataChanged(place, place);
}

void Downloads::keep()
{
    const std::optional<Error> before = m_file.error();
    QList<KeptDownload> downloads;
    for (const auto &row : m_rows) {
        if (const auto kept = row->kept())
            downloads.append(*kept);
    }
    m_file.save(downloads);
    m_kept = now();
    if (m_file.error() != before)
        Q_EMIT errorChanged();
}

// From which registry to which server.
QString Downloads::wayOf(const QString &name) const
{
    const auto parsed = base::parseModelName(name);
    return parsed ? parsed->host.toLower() + u' ' + server() : QString();
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
