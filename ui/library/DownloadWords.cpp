#include "library/DownloadWords.h"

#include "base/ModelName.h"
#include "base/ServerUrl.h"
#include "base/Text.h"
#include "common/Format.h"
#include "library/DownloadsProxy.h"

#include <QCoreApplication>
#include <QUrl>

namespace ui {

using namespace Qt::StringLiterals;
using library::Downloads;
using library::PullHold;
using library::PullWait;
using State = Downloads::State;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::DownloadWords)
};

constexpr qint64 longSilence = 60; // seconds

QString nameOf(const QModelIndex &index)
{
    return index.data(Downloads::NameRole).toString();
}

QString sizeOf(const QModelIndex &index)
{
    const qint64 completed = index.data(Downloads::CompletedRole).toLongLong();
    const qint64 total = index.data(Downloads::TotalRole).toLongLong();
    if (total > 0 && completed > 0)
        return Words::tr("%1 of %2").arg(bytes(completed), bytes(total));
    return total > 0 || completed > 0 ? bytes(std::max(total, completed)) : QString();
}

bool isPush(const QModelIndex &index)
{
    return directionOf(index) == library::Direction::Push;
}

// "push to host:port" of one that goes there.
QString wayOf(const QModelIndex &index)
{
    const auto name = base::parseModelName(nameOf(index));
    return isPush(index) && name ? Words::tr("push to %1").arg(base::displayLine(name->host, 60)) : QString();
}

// "3.5 GB of 9.3 GB · paused"; what is not known is left out.
QString listed(const QModelIndex &index, QStringList facts)
{
    facts.prepend(wayOf(index));
    facts.removeAll(QString());
    return facts.join(u" · "_s);
}

QString running(const QModelIndex &index)
{
    if (index.data(Downloads::TotalRole).toLongLong() <= 0)
        return listed(index, {Words::tr("Asking the registry")});
    const qint64 silence = index.data(Downloads::SilenceRole).toLongLong();
    if (silence >= longSilence)
        return listed(index, {sizeOf(index), Words::tr("no data for %1; pausing and resuming asks anew")
                                                 .arg(duration(std::chrono::seconds(silence)))});
    const double speed = index.data(Downloads::SpeedRole).toDouble();
    const qint64 left = index.data(Downloads::SecondsLeftRole).toLongLong();
    return listed(index,
                  {sizeOf(index), speed > 0 ? bytesPerSecond(speed) : QString(),
                   speed > 0 && left >= 0 ? Words::tr("%1 left").arg(duration(std::chrono::seconds(left)))
                                          : QString()});
}

QString done(const QModelIndex &index)
{
    const QVariant took = index.data(Downloads::DurationRole);
    return listed(
        index, {sizeOf(index).isEmpty() ? QString() : bytes(index.data(Downloads::TotalRole).toLongLong()),
                timeOf(index.data(Downloads::FinishedRole).toDateTime()),
                took.isValid() ? Words::tr("took %1").arg(duration(std::chrono::seconds(took.toLongLong())))
                               : Words::tr("was installed meanwhile")});
}

QString paused(const QModelIndex &index)
{
    if (index.data(Downloads::InterruptedRole).toBool())
        return isPush(index) ? Words::tr("was interrupted, layers that arrived whole are kept")
                             : Words::tr("was interrupted, what is here is kept");
    return isPush(index) ? Words::tr("paused, layers that arrived whole are kept")
                         : Words::tr("paused, what is here is kept");
}

// There was no room for it, as was known before.
ErrorText refused(const QModelIndex &index)
{
    const auto plan = index.data(Downloads::PlanRole).value<library::PullPlan>();
    return {.what = Words::tr("%1 is a download of %2, and %3 are free on the disk.")
                        .arg(nameOf(index), bytes(plan.netBytes()), bytes(plan.diskBytes)),
            .next = Words::tr(
                "Nothing was downloaded. Free some space or choose a smaller model; Retry downloads "
                "it all the same."),
            .details = {}};
}

ErrorText failure(const QModelIndex &index, const QString &server)
{
    const bool isLast = downloadState(index) == State::Failed;
    if (isLast && index.data(Downloads::PlanRole).isValid())
        return refused(index);
    const QVariant kept = index.data(Downloads::ErrorRole);
    if (!kept.isValid())
        return {.what = Words::tr("It had failed before Inkstone was closed."),
                .next = Words::tr("Retry goes on from what has arrived."),
                .details = {}};
    const auto error = kept.value<base::Error>();
    ErrorText text = errorText(error, isPush(index) ? Doing::Pushing : Doing::Pulling, nameOf(index), server);
    if (library::faultOf(error) == library::Fault::Damaged && !isPush(index)) {
        text.what = Words::tr("A part of %1 arrived damaged.").arg(nameOf(index));
        text.next = isLast ? Words::tr("It was removed each time. A proxy, an antivirus program or the disk "
                                       "of the server may be the reason: check them, then retry.")
                           : Words::tr("It was removed and is fetched again.");
    }
    const int tries = index.data(Downloads::TriesRole).toInt();
    if (isLast && tries > 0)
        text.what = Words::tr("%1 It was tried again %n time(s).", nullptr, tries).arg(text.what);
    return text;
}

ErrorText cancelled(const QModelIndex &index)
{
    const qint64 completed = index.data(Downloads::CompletedRole).toLongLong();
    if (completed <= 0)
        return {.what = Words::tr("Cancelled before anything arrived."),
                .next = isPush(index) ? Words::tr("Resume pushes it after all.")
                                      : Words::tr("Resume pulls it after all."),
                .details = {}};
    if (isPush(index))
        return {.what = Words::tr("Cancelled. Layers that arrived whole stay in the registry."),
                .next = Words::tr("Resume sends the others."),
                .details = {}};
    return {.what = Words::tr("Cancelled. %1 of it stay on the server.").arg(bytes(completed)),
            .next =
                Words::tr("Resume goes on from there. Ollama clears what is unfinished when it is started "
                          "anew, unless OLLAMA_NOPRUNE is set."),
            .details = {}};
}

ErrorText queued(const QModelIndex &index, const QString &server)
{
    const auto wait = index.data(Downloads::WaitRole).value<PullWait>();
    switch (wait.hold) {
    case PullHold::Turn:
        return {.what =
                    listed(index, {sizeOf(index), Words::tr("queued, %n before it", nullptr, wait.before)}),
                .next = {},
                .details = {}};
    case PullHold::Hours:
        return {.what = listed(index, {sizeOf(index), Words::tr("waits until %1").arg(timeOf(wait.opens))}),
                .next = {},
                .details = {}};
    case PullHold::OtherServer: {
        const QString other = base::hostAndPort(QUrl(index.data(Downloads::ServerRole).toString()));
        return {
            .what = listed(
                index, {sizeOf(index),
                        Words::tr("waits until %1, which it was asked of, is the server in use").arg(other)}),
            .next = {},
            .details = {}};
    }
    case PullHold::Server:
        if (isPush(index))
            return {.what = Words::tr("%1 is gone. The push goes on when it answers again.").arg(server),
                    .next = {},
                    .details = failure(index, server).details};
        return {.what = Words::tr("%1 is gone. The download goes on when it answers again.").arg(server),
                .next = Words::tr("From the beginning, where the server clears what is unfinished when it is "
                                  "started."),
                .details = failure(index, server).details};
    case PullHold::Retry:
        break;
    }
    ErrorText text = failure(index, server);
    text.what = Words::tr("%1 Trying again in %2 (%3 of %4).")
                    .arg(text.what, duration(std::chrono::seconds(wait.seconds)), number(wait.tries),
                         number(wait.mostTries));
    return text;
}

} // namespace

bool hasTwoLines(const QModelIndex &index)
{
    const State state = downloadState(index);
    const PullHold hold = index.data(Downloads::WaitRole).value<PullWait>().hold;
    return state == State::Failed || state == State::Cancelled ||
           (state == State::Queued && (hold == PullHold::Retry || hold == PullHold::Server));
}

ErrorText downloadText(const QModelIndex &index, const QString &server)
{
    const auto line = [](const QString &words) { return ErrorText{words, {}, {}}; };
    switch (downloadState(index)) {
    case State::Queued:
        return queued(index, server);
    case State::Running:
        return line(running(index));
    case State::Verifying:
        return line(listed(index, {bytes(index.data(Downloads::TotalRole).toLongLong()),
                                   isPush(index) ? Words::tr("the registry is storing it")
                                                 : Words::tr("checking and storing it")}));
    case State::Paused:
        return line(listed(index, {sizeOf(index), paused(index)}));
    case State::Failed:
        return failure(index, server);
    case State::Cancelled:
        return cancelled(index);
    case State::Done:
        return line(done(index));
    }
    return {};
}

QString spokenDownload(const QModelIndex &index, const ErrorText &text)
{
    const QString name = nameOf(index);
    const QString share = percent(index.data(Downloads::FractionRole).toDouble());
    if (downloadState(index) == State::Done)
        return Words::tr("%1, done, %2").arg(name, text.what);
    if (downloadState(index) == State::Failed)
        return Words::tr("%1, failed. %2 %3").arg(name, text.what, text.next);
    return text.next.isEmpty() ? Words::tr("%1, %2, %3").arg(name, share, text.what)
                               : Words::tr("%1, %2. %3 %4").arg(name, share, text.what, text.next);
}

} // namespace ui
