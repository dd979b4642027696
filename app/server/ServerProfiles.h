// The servers the person set up, in order of preference, and which of them is in use: a JSON file beside the
// settings (0600), written at each change. A damaged file is kept as "<name>.bad" and the last good copy is
// used. Owned by the composition root; there is always at least one.
#pragma once

#include "server/ServerProfile.h"

#include <QObject>

#include <optional>

namespace server {

class ServerProfiles : public QObject
{
    Q_OBJECT
public:
    // `first`: the one there is where the file has none (its id is made here), from what older versions
    // kept in the settings. `environment`: what OLLAMA_HOST says, absent where it is not set; that server
    // comes first and is the one in use when the program starts.
    ServerProfiles(const QString &filePath, const ServerProfile &first,
                   const std::optional<QUrl> &environment = {}, QObject *parent = nullptr);

    const QList<ServerProfile> &all() const { return m_profiles; }
    const ServerProfile *find(const QString &id) const;
    const ServerProfile &current() const;

    // Each keeps and writes at once. Invalid: nothing changed. Storage/NoSpace/ReadOnly/NewerData: it holds
    // until the program ends, but is not on disk, and the old file is untouched.
    // In place of the one with its id, else at the end.
    base::Result<void> save(const ServerProfile &profile);
    // Where it stood, for undoing remove().
    base::Result<void> insert(qsizetype place, const ServerProfile &profile);
    // Invalid: the last one, or that of the environment. Where it was in use, its neighbour is now.
    base::Result<void> remove(const QString &id);
    // By `steps` towards the end (negative: the beginning), as far as it goes.
    base::Result<void> move(const QString &id, int steps);
    base::Result<void> setCurrent(const QString &id);

    // What went wrong while loading, for a notice; absent where all was well.
    std::optional<base::Error> loadError() const { return m_loadError; }

Q_SIGNALS:
    // A profile came, went, moved, or is another.
    void changed();
    void currentChanged();

private:
    void load(const ServerProfile &first, const std::optional<QUrl> &environment);
    base::Result<void> read(const QString &path);
    base::Result<void> write() const;
    base::Result<void> keep();
    qsizetype indexOf(const QString &id) const;

    QString m_filePath;
    QList<ServerProfile> m_profiles;
    QString m_current;
    QString m_lasting; // the one to start with where OLLAMA_HOST names none
    std::optional<base::Error> m_loadError;
};

} // namespace server
