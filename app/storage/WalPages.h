// The pages that stand in a WAL: of each the latest that a transaction wrote which came to its end. As
// SQLite's "WAL-mode File Format" describes it; anything may stand in the file. Used by PageRows.
#pragma once

#include <QFile>
#include <QHash>

namespace storage {

class WalPages
{
public:
    // A file that is not there, or is none, has no pages.
    explicit WalPages(const QString &path);

    qint64 bytes() const { return m_file.size(); }
    qint64 pageSize() const { return m_pageSize; } // 0 = it has none
    // Of the database, pages; 0 = it has none.
    qint64 count() const { return m_count; }
    // From 1; empty where it does not have that one.
    QByteArray page(qint64 number);

private:
    void readFrames(const QByteArray &header);

    QFile m_file;
    qint64 m_pageSize = 0;
    qint64 m_count = 0;
    QHash<qint64, qint64> m_places; // of pages, in the file
};

} // namespace storage
