// One row of Downloads: what is known of a download, and how it answers for its roles. Nobody else uses it.
#pragma once

#include "library/Downloads.h"
#include "library/PullAttempt.h"
#include "library/PullProgress.h"

namespace library {

struct DownloadRow
{
    using State = Downloads::State;
    using Time = std::chrono::milliseconds;
    // What becomes of it when the attempt that is being stopped has ended.
    enum class After { Nothing, Pause, Cancel, Queue };

    Direction direction = Direction::Pull;
    QString name;
    QString server; // base::origin() of the one it was asked of
    QString way;    // registry and server, when it began
    State state = State::Queued;
    PullProgress progress;
    QPointer<PullAttempt> attempt;
    After after = After::Nothing;
    PullVerdict verdict;             // queued: what it waits for
    std::optional<PullPlan> refused; // the plan that there is no room for
    std::optional<base::Error> error;
    Fault fault = Fault::Final; // of the error
    int tries = 0;              // again, after this fault
    int mostTries = 0;
    Time notBefore{0};      // of a try
    qint64 bytesBefore = 0; // when the attempt began
    bool hasBroken = false; // queued: to be tried again
    bool isHurried = false;
    bool isInterrupted = false;
    bool isUpdate = false; // it was installed when it was asked for
    bool isDirty = false;
    qint64 installedBytes = 0; // done: as the server tells
    QDateTime finished;
    Time started{0};
    Time spent{0}; // on attempts before
    Time shown{0};
    std::optional<Time> took;
    std::optional<Time> cancelledAt;

    bool isRunning() const { return state == State::Running || state == State::Verifying; }
    QVariant data(int role, Time now) const;
    PullTurn turn(const QString &serverInUse) const;
    PullWait wait(Time now) const; // without the hours

    // To the disk and back.
    std::optional<KeptDownload> kept() const; // absent where it has ended
    void restore(const KeptDownload &kept);
};

} // namespace library
