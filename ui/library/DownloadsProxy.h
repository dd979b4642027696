// The order of downloads (ended well ones last, latest first) and the words of their rows.
#pragma once

#include "library/Downloads.h"

#include <QSortFilterProxyModel>

namespace ui {

class DownloadsProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum Roles {
        MetaRole = library::Downloads::RoleEnd, // one line: bytes, speed, time left, or what happened
        NextRole,                               // of what went wrong: why and the next step
        DetailsRole,                            // of a failure: the server's own words
    };

    DownloadsProxy(library::Downloads &downloads, backend::Backend &backend, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;
    void retranslate();

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    backend::Backend &m_backend;
};

library::Downloads::State downloadState(const QModelIndex &index);
library::Direction directionOf(const QModelIndex &index);

} // namespace ui
