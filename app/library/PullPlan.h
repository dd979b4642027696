// What a pull would fetch, known before a byte of it moves. Pure; made by Planner, shown by
// ui/library/PlanView.
#pragma once

#include "library/Manifest.h"

#include <QSet>

#include <optional>

namespace library {

struct PullPlan
{
    QList<Layer> layers;
    QSet<QString> there; // digests of those the server has
    std::optional<base::Error>
        serverError;       // why it could not be asked which it has; then none counts as there
    qint64 diskBytes = -1; // free where the server keeps models; -1 = not known

    qint64 totalBytes() const;
    qint64 thereBytes() const;
    qint64 netBytes() const { return totalBytes() - thereBytes(); } // to be downloaded
    // false: it is known that what is to be downloaded does not fit the disk.
    bool hasRoom() const { return diskBytes < 0 || netBytes() <= diskBytes; }

    bool operator==(const PullPlan &) const = default;
};

} // namespace library

Q_DECLARE_METATYPE(library::PullPlan)
