// Writes to a database file, in order, that outlive a full disk, a lock and a folder that cannot be written:
// a write the file does not take waits here, with all that follow it, and is tried again. Meanwhile a copy in
// memory takes them, and is what is read: without the blobs, which stay where they are and may be far more
// than there is memory. Lives on the storage thread; a store owns it.
#pragma once

#include "storage/Database.h"

#include <deque>
#include <memory>
#include <optional>

namespace storage {

class WriteQueue
{
public:
    using Write = std::function<base::Result<void>(Database &)>;

    // `file` outlives the queue and is not open yet.
    WriteQueue(Database &file, const QString &path, const Schema &schema);

    // Never fails: what is wrong is in waitingFor(), and a damaged file is moved aside for a new one that
    // has what could still be read.
    void open();
    // Runs in a transaction of its own. A waiting write of the same key (0 = none) is superseded.
    void write(Write work, qint64 key = 0);
    // The same, all or nothing at once: what the file does not take is not kept here. Fails while others
    // wait.
    base::Result<void> writeNow(const Write &work);
    // Tries what waits, from the oldest on.
    void retry();

    // Where to read: the file, or the copy in memory.
    Database &current();
    // Reads the whole file, and gets over what is damaged in it as read() does. Nothing while writes wait.
    void check();
    // For reads: gets over a file found damaged while reading it.
    template <typename T>
    base::Result<T> read(const std::function<base::Result<T>(Database &)> &work)
    {
        base::Result<T> value = work(current());
        if (!value && value.error().kind == base::Error::Kind::Damaged && recover())
            value = work(current());
        return value;
    }

    // Why writes wait; absent when everything is in the file.
    const std::optional<base::Error> &waitingFor() const { return m_waitingFor; }
    // Where the damaged file went, if there was one.
    const QString &damagedFile() const { return m_damagedFile; }

private:
    struct Waiting
    {
        Write work;
        qint64 key;
    };

    base::Result<void> writeToFile(const Write &work);
    bool recover();
    base::Result<void> begin();
    void wait(const base::Error &why);
    void fillMemory();
    Schema schemaOf(Database &source) const;
    base::Result<void> fill(Database &target, Database &source, Database::Copying copying);

    Database &m_file;
    QString m_path;
    Schema m_schema;
    std::unique_ptr<Database> m_memory; // exists while something waits
    std::deque<Waiting> m_waiting;
    std::optional<base::Error> m_waitingFor;
    QString m_damagedFile;
    bool m_isSalvageDue = false; // the new file does not have yet what can be read of the damaged one
};

} // namespace storage
