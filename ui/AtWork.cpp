#include "AtWork.h"

#include "base/Text.h"

#include <QCoreApplication>

namespace ui {
namespace {

using library::Direction;
using library::Downloads;
using library::FolderMove;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::AtWork)
};

int running(const Downloads &downloads, Direction direction)
{
    int count = 0;
    for (int row = 0; row < downloads.rowCount(); ++row) {
        const QModelIndex index = downloads.index(row);
        const auto state = index.data(Downloads::StateRole).value<Downloads::State>();
        const bool isRunning = state == Downloads::State::Running || state == Downloads::State::Verifying;
        count += isRunning && index.data(Downloads::DirectionRole).value<Direction>() == direction ? 1 : 0;
    }
    return count;
}

} // namespace

AtWork atWork(const Downloads &downloads, const library::Workshop &workshop, const FolderMove &move)
{
    AtWork work;
    if (const int pulls = running(downloads, Direction::Pull); pulls > 0) {
        work.stops.append(Words::tr("%n download(s) will stop.", nullptr, pulls));
        work.next.append(
            Words::tr("They stay in the list of downloads, and Resume goes on from what has arrived."));
    }
    if (const int pushes = running(downloads, Direction::Push); pushes > 0) {
        work.stops.append(Words::tr("%n push(es) will stop.", nullptr, pushes));
        work.next.append(
            Words::tr("They stay in the list of downloads, and Resume sends what the registry lacks."));
    }
    if (workshop.isBusy()) {
        work.stops.append(Words::tr("The work on %1 will stop.").arg(base::displayLine(workshop.name(), 80)));
        work.next.append(Words::tr("It is not done yet, and begins anew when you ask for it again."));
    }
    if (move.stage() == FolderMove::Stage::Removing) {
        work.stops.append(Words::tr("Removing the old files of the models will stop."));
        work.next.append(Words::tr("What is left of them can be removed the next time."));
    } else if (move.isBusy() && move.stage() != FolderMove::Stage::Looking) {
        work.stops.append(Words::tr("Moving the models to another folder will stop."));
        work.next.append(Words::tr("The engine uses the old folder as before. What is copied stays in the "
                                   "new one, and the next try goes on from it."));
    }
    const bool areDownloads = work.stops.size() == 1 && running(downloads, Direction::Pull) > 0;
    work.goOn = areDownloads ? Words::tr("Keep downloading") : Words::tr("Go on");
    return work;
}

} // namespace ui
