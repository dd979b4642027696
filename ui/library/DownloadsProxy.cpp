#include "library/DownloadsProxy.h"

#include "base/ServerUrl.h"
#include "common/Format.h"

#include <QDateTime>

namespace ui {

using library::Downloads;
using State = Downloads::State;

library::Downloads::State downloadState(const QModelIndex &index)
{
    return index.data(Downloads::StateRole).value<State>();
}

DownloadsProxy::DownloadsProxy(Downloads &downloads, backend::Backend &backend, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_backend(backend)
{
    setSourceModel(&downloads);
    setSortRole(Downloads::StateRole);
    sort(0);
}

QVariant DownloadsProxy::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case MetaRole:
        return meta(index);
    case NextRole:
        return failure(index).next;
    case DetailsRole:
        return failure(index).details;
    case Qt::AccessibleTextRole:
        return spoken(index);
    default:
        return QSortFilterProxyModel::data(index, role);
    }
}

void DownloadsProxy::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

bool DownloadsProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool isLeftDone = downloadState(left) == State::Done;
    const bool isRightDone = downloadState(right) == State::Done;
    if (isLeftDone != isRightDone)
        return isRightDone;
    if (isLeftDone)
        return left.data(Downloads::FinishedRole).toDateTime() >
               right.data(Downloads::FinishedRole).toDateTime();
    return left.row() < right.row();
}

QString DownloadsProxy::meta(const QModelIndex &index) const
{
    const QString completed = bytes(index.data(Downloads::CompletedRole).toLongLong());
    const qint64 totalBytes = index.data(Downloads::TotalRole).toLongLong();
    const QString total = bytes(totalBytes);
    switch (downloadState(index)) {
    case State::Running:
        return runningMeta(index);
    case State::Verifying:
        return tr("%1 · checking and storing it").arg(total);
    case State::Done: {
        const std::chrono::seconds took(index.data(Downloads::DurationRole).toLongLong());
        return tr("%1 · %2 · took %3")
            .arg(total, timeOf(index.data(Downloads::FinishedRole).toDateTime()), duration(took));
    }
    case State::Failed:
        return failure(index).what;
    case State::Cancelled:
        return totalBytes > 0 ? tr("%1 of %2 · stopped, what is here is kept").arg(completed, total)
                              : tr("Stopped before it began");
    }
    return {};
}

QString DownloadsProxy::runningMeta(const QModelIndex &index) const
{
    const QString completed = bytes(index.data(Downloads::CompletedRole).toLongLong());
    const qint64 total = index.data(Downloads::TotalRole).toLongLong();
    const double speed = index.data(Downloads::SpeedRole).toDouble();
    const qint64 left = index.data(Downloads::SecondsLeftRole).toLongLong();
    if (total <= 0)
        return tr("Asking the registry");
    if (speed <= 0)
        return tr("%1 of %2").arg(completed, bytes(total));
    if (left < 0)
        return tr("%1 of %2 · %3").arg(completed, bytes(total), bytesPerSecond(speed));
    return tr("%1 of %2 · %3 · %4 left")
        .arg(completed, bytes(total), bytesPerSecond(speed), duration(std::chrono::seconds(left)));
}

QString DownloadsProxy::spoken(const QModelIndex &index) const
{
    const QString name = index.data(Downloads::NameRole).toString();
    const QString done = percent(index.data(Downloads::FractionRole).toDouble());
    switch (downloadState(index)) {
    case State::Done:
        return tr("%1, done, %2").arg(name, meta(index));
    case State::Failed: {
        const ErrorText words = failure(index);
        return tr("%1, failed. %2 %3").arg(name, words.what, words.next);
    }
    default:
        return tr("%1, %2, %3").arg(name, done, meta(index));
    }
}

ErrorText DownloadsProxy::failure(const QModelIndex &index) const
{
    const QVariant error = index.data(Downloads::ErrorRole);
    if (!error.isValid())
        return {};
    if (const QVariant refused = index.data(Downloads::PlanRole); refused.isValid()) {
        const auto plan = refused.value<library::PullPlan>();
        return {.what = tr("%1 is a download of %2, and %3 are free on the disk.")
                            .arg(index.data(Downloads::NameRole).toString(), bytes(plan.netBytes()),
                                 bytes(plan.diskBytes)),
                .next =
                    tr("Nothing was downloaded. Free some space or choose a smaller model; Retry downloads "
                       "it all the same."),
                .details = {}};
    }
    return errorText(error.value<base::Error>(), Doing::Pulling, index.data(Downloads::NameRole).toString(),
                     base::hostAndPort(m_backend.serverUrl()));
}

} // namespace ui
