// The list of downloads on disk, so that it outlives the program: what is to be pulled or pushed, in its
// order, by which server, how far it came and why it failed. A small file beside the database, written whole
// or not at all; lines that cannot be read are left out, and that is told. Owned by Downloads.
#pragma once

#include "base/Error.h"

#include <QList>

#include <optional>

namespace library {

// Which way a model goes between its registry and the server.
enum class Direction { Pull, Push };

struct KeptDownload
{
    enum class State { Waiting, Paused, Failed };

    QString name;   // as base::ModelName::display() has it
    QString server; // base::origin() of the one it was asked of
    State state = State::Waiting;
    qint64 completedBytes = 0;
    qint64 totalBytes = 0;                 // 0 = not known
    bool isUpdate = false;                 // it was installed when it was asked for
    std::optional<base::Error> error = {}; // of Failed
    Direction direction = Direction::Pull;

    bool operator==(const KeptDownload &) const = default;
};

class DownloadsFile
{
public:
    // `path`: empty = not on disk.
    explicit DownloadsFile(const QString &path);

    QList<KeptDownload> load();
    // Nothing is written where nothing has changed.
    void save(const QList<KeptDownload> &downloads);

    // Why it could not be written the last time (as base::writeAllAtomic()), else why it could not be read:
    // Protocol (detail: the first line that makes no sense), Storage.
    std::optional<base::Error> error() const { return m_saveError ? m_saveError : m_loadError; }

    static QByteArray printed(const QList<KeptDownload> &downloads);
    // Absent where the line makes no sense.
    static std::optional<KeptDownload> parsed(const QString &line);

private:
    QString m_path;
    QByteArray m_written;
    std::optional<base::Error> m_loadError;
    std::optional<base::Error> m_saveError;
};

} // namespace library
