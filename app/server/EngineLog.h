// What our own engine writes: the last lines in memory for the page, everything in a file (0600) that is set
// aside once at its limit, so that at most two limits are on disk. Owned by LocalEngine.
#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QFile>

#include <optional>

namespace server {

class EngineLog
{
public:
    static constexpr qint64 fileLimit = 8 * 1024 * 1024;
    static constexpr qsizetype memoryLimit = 64 * 1024;

    // Empty = no file. The folder is made when the first line comes.
    void setFile(const QString &path, qint64 limit = fileLimit);
    QString path() const { return m_file.fileName(); }

    void append(const QByteArray &bytes);
    // Begins anew in memory; the file goes on. A file that could not be written is tried again.
    void clear();

    const QByteArray &lastLines() const { return m_lastLines; }
    // Why the file is not written; absent = it is, or there is none.
    const std::optional<base::Error> &error() const { return m_error; }

private:
    bool open();
    void write(const QByteArray &bytes);
    void refuse();

    QFile m_file;
    qint64 m_limit = fileLimit;
    QByteArray m_lastLines;
    std::optional<base::Error> m_error;
};

} // namespace server
