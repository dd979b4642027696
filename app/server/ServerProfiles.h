// The servers the person set up, in order of preference, and which of them is in use: a JSON file beside the
// settings (0600), written at each change. A damaged file is kept as "<name>.bad" and the last good copy is
// used. Owned by the composition root; there is always at least one.
#pragma once

#include "server/ServerProfile.h"

#include <QObject>

#include <optional>

namespace server {

// What the environment of this program says about servers. It counts before what is kept, and is not kept.
struct ServerEnvironment
{
    std::optional<QUrl> url = {};                     // of a server that comes first
    QString urlName = {};                             // the variable that says so
    std::optional<std::chrono::seconds> timeout = {}; // firstByteTimeout, of every server
    QString timeoutName = {};
    QByteArray key = {}; // for the origin of url alone
    QString keyName = {};

    // Empty where it has none for that address.
    QByteArray keyFor(const QUrl &address) const;
};

class ServerProfiles : public QObject
{
    Q_OBJECT
public:
    // `first`: the one there is where the file has none (its id is made here), from what older versions
    // kept in the settings. The server of the environment comes first and is the one in use when the program
    // starts; it is reached as the kept one with its address is.
    ServerProfiles(const QString &filePath, const ServerProfile &first,
                   const ServerEnvironment &environment = {}, QObject *parent = nullptr);

    const QList<ServerProfile> &all() const { return m_profiles; }
    const ServerProfile *find(const QString &id) const;
    const ServerProfile &current() const;
    const ServerEnvironment &environment() const { return m_environment; }
    // Silence before the first byte of an answer, as it counts.
    std::chrono::seconds firstByteTimeout(const ServerProfile &profile) const;
    // Where what is decided about this one is kept: itself; of the environment's, the kept one with its
    // address, which may have to be made.
    ServerProfile keeperOf(const ServerProfile &profile) const;

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
    void load(const ServerProfile &first);
    void followKept();
    base::Result<void> read(const QString &path);
    base::Result<void> write() const;
    base::Result<void> keep();
    qsizetype indexOf(const QString &id) const;

    QString m_filePath;
    ServerEnvironment m_environment;
    QList<ServerProfile> m_profiles;
    QString m_current;
    QString m_lasting; // the one to start with where the environment names none
    std::optional<base::Error> m_loadError;
};

} // namespace server
