// Takes away files of a models folder that no model uses, one after the other. Right before each, the whole
// folder is read again and judged anew, so that what a model has come to use meanwhile stays. Only files of
// the names that StorageMap gives, only ordinary ones, only in the folder of blobs itself: nothing is reached
// through a link. Made by Storage.
#pragma once

#include "library/StorageMap.h"

#include <functional>

namespace library {

struct LeftoverOutcome
{
    qint64 freedBytes = 0;
    int removed = 0;  // leftovers that are gone entirely
    int kept = 0;     // that are in use by now, or may be
    QString folder;   // of blobs
    QString owner;    // of that folder; may be empty
    QStringList left; // names of files that could not be taken away
    // Why: Forbidden (this account may not), ReadOnly (the file system), Storage; detail: the system's words.
    std::optional<base::Error> error;

    bool operator==(const LeftoverOutcome &) const = default;
};

class LeftoverRemoval : public base::Operation
{
    Q_OBJECT
public:
    // `isPulling` is asked before each.
    LeftoverRemoval(const QString &folder, const QList<Leftover> &leftovers, std::function<bool()> isPulling,
                    QObject *parent);

Q_SIGNALS:
    // Also where some, or all, had to stay. failed(): only Cancelled.
    void finished(const library::LeftoverOutcome &outcome);

protected:
    void stop() override { m_next.stop(); }

private:
    void removeNext();
    void remove(const Leftover &leftover);
    void refuse(const QStringList &files, int why);

    QString m_folder;
    QList<Leftover> m_leftovers; // that are still to be looked at
    std::function<bool()> m_isPulling;
    LeftoverOutcome m_outcome;
    QTimer m_next;
};

} // namespace library

Q_DECLARE_METATYPE(library::LeftoverOutcome)
