#include "library/DownloadActions.h"

#include "library/DownloadsProxy.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;
using library::Downloads;
using library::PullHold;
using library::PullWait;
using State = Downloads::State;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::DownloadActions)
};

DownloadAction actionOfQueued(const QModelIndex &index)
{
    const auto wait = index.data(Downloads::WaitRole).value<PullWait>();
    switch (wait.hold) {
    case PullHold::Turn:
        return wait.isNext ? DownloadAction::Pause : DownloadAction::Next;
    case PullHold::Hours:
        return DownloadAction::StartNow;
    case PullHold::Retry:
    case PullHold::Server:
        return DownloadAction::Retry;
    case PullHold::OtherServer:
        break;
    }
    return DownloadAction::Pause;
}

} // namespace

std::optional<DownloadAction> mainActionOf(const QModelIndex &index)
{
    switch (downloadState(index)) {
    case State::Queued:
        return actionOfQueued(index);
    case State::Running:
        return DownloadAction::Pause;
    case State::Verifying:
        break;
    case State::Failed:
        return DownloadAction::Retry;
    case State::Paused:
    case State::Cancelled:
        return DownloadAction::Resume;
    case State::Done:
        if (directionOf(index) == library::Direction::Pull)
            return DownloadAction::Chat;
        break;
    }
    return std::nullopt;
}

DownloadAction endingOf(const QModelIndex &index)
{
    const State state = downloadState(index);
    return state == State::Done || state == State::Cancelled ? DownloadAction::Remove
                                                             : DownloadAction::Cancel;
}

QList<DownloadAction> actionsOf(const QModelIndex &index)
{
    QList<DownloadAction> actions;
    const State state = downloadState(index);
    if (const auto main = mainActionOf(index))
        actions.append(*main);
    if (state == State::Queued && !actions.contains(DownloadAction::Pause))
        actions.append(DownloadAction::Pause);
    if (state != State::Done)
        actions.append(DownloadAction::Details);
    actions.append(endingOf(index));
    return actions;
}

ActionWords wordsOf(DownloadAction action, library::Direction direction)
{
    const bool isPush = direction == library::Direction::Push;
    switch (action) {
    case DownloadAction::Pause:
        return {u"pause"_s, Words::tr("Pause"),
                isPush
                    ? Words::tr("The registry keeps the layers that arrived whole; Resume sends the others.")
                    : Words::tr("What is here is kept; Resume goes on from it.")};
    case DownloadAction::Resume:
        return {u"play"_s, Words::tr("Resume"), {}};
    case DownloadAction::Retry:
        return {u"refresh-cw"_s, Words::tr("Retry"), {}};
    case DownloadAction::Next:
        return {u"arrow-up"_s, Words::tr("Up next"), Words::tr("Before the others that wait.")};
    case DownloadAction::StartNow:
        return {u"play"_s, Words::tr("Start now"), Words::tr("It does not wait for the download hours.")};
    case DownloadAction::Chat:
        return {u"message-square"_s, Words::tr("Chat"), {}};
    case DownloadAction::Details:
        return {u"info"_s, Words::tr("Details"), Words::tr("Its layers, and how far each is.")};
    case DownloadAction::Cancel:
        return {u"x"_s, Words::tr("Cancel"),
                isPush
                    ? Words::tr("Takes it out of the queue. Layers that arrived whole stay in the registry.")
                    : Words::tr("Takes it out of the queue. What is here stays on the server.")};
    case DownloadAction::Remove:
        return {u"x"_s, Words::tr("Take it off this list"), {}};
    }
    return {};
}

} // namespace ui
