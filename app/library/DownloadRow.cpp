#include "library/DownloadRow.h"

#include <algorithm>

namespace library {

using namespace std::chrono;

namespace {

qint64 secondsOf(milliseconds span)
{
    return ceil<seconds>(span).count();
}

} // namespace

QVariant DownloadRow::data(int role, Time now) const
{
    const bool isDone = state == State::Done;
    switch (role) {
    case Qt::DisplayRole:
    case Downloads::NameRole:
        return name;
    case Downloads::DirectionRole:
        return QVariant::fromValue(direction);
    case Downloads::StateRole:
        return QVariant::fromValue(state);
    case Downloads::ServerRole:
        return server;
    case Downloads::CompletedRole:
        return isDone ? data(Downloads::TotalRole, now).toLongLong() : progress.completedBytes();
    case Downloads::TotalRole:
        return isDone && installedBytes > 0 ? installedBytes : progress.totalBytes();
    case Downloads::FractionRole:
        return isDone ? 1.0 : progress.fraction();
    case Downloads::SpeedRole:
        return isRunning() ? progress.bytesPerSecond(now) : 0.0;
    case Downloads::SecondsLeftRole:
        return isRunning() ? progress.secondsLeft(now) : qint64(-1);
    case Downloads::SilenceRole:
        return isRunning() ? qint64(floor<seconds>(progress.silence(now)).count()) : qint64(0);
    case Downloads::LayersRole:
        return QVariant::fromValue(progress.layers());
    case Downloads::WaitRole:
        return state == State::Queued ? QVariant::fromValue(wait(now)) : QVariant();
    case Downloads::InterruptedRole:
        return state == State::Paused && isInterrupted;
    case Downloads::ErrorRole:
        return error && (state == State::Failed || hasBroken) ? QVariant::fromValue(*error) : QVariant();
    case Downloads::TriesRole:
        return state == State::Failed ? tries : 0;
    case Downloads::PlanRole:
        return state == State::Failed && refused ? QVariant::fromValue(*refused) : QVariant();
    case Downloads::FinishedRole:
        return finished;
    case Downloads::DurationRole:
        return isDone && took ? QVariant::fromValue<qint64>(floor<seconds>(*took).count()) : QVariant();
    default:
        return {};
    }
}

PullTurn DownloadRow::turn(const QString &serverInUse) const
{
    return {.state = isRunning()              ? PullTurn::State::Running
                     : state == State::Queued ? PullTurn::State::Waiting
                                              : PullTurn::State::Resting,
            .isHere = server == serverInUse,
            .isHurried = isHurried,
            .hasBroken = hasBroken,
            .notBefore = notBefore};
}

PullWait DownloadRow::wait(Time now) const
{
    return {.hold = verdict.hold,
            .before = verdict.before,
            .isNext = verdict.isNext,
            .opens = {},
            .seconds = std::max<qint64>(secondsOf(notBefore - now), 0),
            .tries = tries,
            .mostTries = mostTries};
}

std::optional<KeptDownload> DownloadRow::kept() const
{
    if (state == State::Done || state == State::Cancelled || after == After::Cancel)
        return std::nullopt;
    const bool isPaused = (state == State::Paused && !isInterrupted) || after == After::Pause;
    return KeptDownload{.name = name,
                        .server = server,
                        .state = state == State::Failed ? KeptDownload::State::Failed
                                 : isPaused             ? KeptDownload::State::Paused
                                                        : KeptDownload::State::Waiting,
                        .completedBytes = progress.completedBytes(),
                        .totalBytes = progress.totalBytes(),
                        .isUpdate = isUpdate,
                        .error = state == State::Failed ? error : std::nullopt,
                        .direction = direction};
}

// Nothing is pulled that nobody asked for in this run of the program.
void DownloadRow::restore(const KeptDownload &kept)
{
    direction = kept.direction;
    name = kept.name;
    server = kept.server;
    state = kept.state == KeptDownload::State::Failed ? State::Failed : State::Paused;
    isInterrupted = kept.state == KeptDownload::State::Waiting;
    isUpdate = kept.isUpdate;
    error = kept.error;
    progress.restore(kept.completedBytes, kept.totalBytes);
}

} // namespace library
