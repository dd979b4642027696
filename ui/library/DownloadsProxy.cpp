#include "library/DownloadsProxy.h"

#include "base/ServerUrl.h"
#include "library/DownloadWords.h"

#include <QDateTime>

namespace ui {

using library::Downloads;
using State = Downloads::State;

library::Downloads::State downloadState(const QModelIndex &index)
{
    return index.data(Downloads::StateRole).value<State>();
}

library::Direction directionOf(const QModelIndex &index)
{
    return index.data(Downloads::DirectionRole).value<library::Direction>();
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
    const auto text = [&] {
        const QString origin = index.data(Downloads::ServerRole).toString();
        const QUrl inUse = m_backend.serverUrl();
        return downloadText(index, base::hostAndPort(origin == base::origin(inUse) ? inUse : QUrl(origin)));
    };
    switch (role) {
    case MetaRole:
        return text().what;
    case NextRole:
        return text().next;
    case DetailsRole:
        return text().details;
    case Qt::AccessibleTextRole:
        return spokenDownload(index, text());
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

} // namespace ui
