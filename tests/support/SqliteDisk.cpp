#include "support/SqliteDisk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <new>
#include <sqlite3.h>

namespace support {

namespace {

using Call = SqliteDisk::Call;

constexpr qsizetype sectorSize = 512;

// The file of the usual VFS lies behind it in the same memory.
struct File
{
    sqlite3_file base;
    sqlite3_file *usual;
    QString *name; // null of a temporary one, which is nothing after a power cut
};

File *own(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file);
}

sqlite3_vfs *usualVfs()
{
    static sqlite3_vfs *const vfs = sqlite3_vfs_find(nullptr);
    return vfs;
}

SqliteDisk &disk()
{
    return SqliteDisk::instance();
}

int closeFile(sqlite3_file *file)
{
    const int result = own(file)->usual->pMethods->xClose(own(file)->usual);
    delete own(file)->name;
    return result;
}

int readFile(sqlite3_file *file, void *to, int count, sqlite3_int64 offset)
{
    if (const auto refused = disk().refusal(Call::Read))
        return *refused;
    return own(file)->usual->pMethods->xRead(own(file)->usual, to, count, offset);
}

int writeFile(sqlite3_file *file, const void *from, int count, sqlite3_int64 offset)
{
    if (const auto refused = disk().refusal(Call::Write))
        return *refused;
    if (own(file)->name)
        disk().wrote(*own(file)->name, offset, QByteArray(static_cast<const char *>(from), count));
    return own(file)->usual->pMethods->xWrite(own(file)->usual, from, count, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (const auto refused = disk().refusal(Call::Truncate))
        return *refused;
    if (own(file)->name)
        disk().truncated(*own(file)->name, size);
    return own(file)->usual->pMethods->xTruncate(own(file)->usual, size);
}

int syncFile(sqlite3_file *file, int)
{
    if (const auto refused = disk().refusal(Call::Sync))
        return *refused;
    if (own(file)->name)
        disk().synced(*own(file)->name);
    return SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return own(file)->usual->pMethods->xFileSize(own(file)->usual, size);
}

int lockFile(sqlite3_file *file, int kind)
{
    return own(file)->usual->pMethods->xLock(own(file)->usual, kind);
}

int unlockFile(sqlite3_file *file, int kind)
{
    return own(file)->usual->pMethods->xUnlock(own(file)->usual, kind);
}

int checkReservedLock(sqlite3_file *file, int *result)
{
    return own(file)->usual->pMethods->xCheckReservedLock(own(file)->usual, result);
}

int controlFile(sqlite3_file *file, int what, void *value)
{
    return own(file)->usual->pMethods->xFileControl(own(file)->usual, what, value);
}

int sectorOfFile(sqlite3_file *)
{
    return sectorSize;
}

// Nothing is promised: no write is whole, none is in order.
int characteristics(sqlite3_file *)
{
    return 0;
}

int mapShared(sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
    return own(file)->usual->pMethods->xShmMap(own(file)->usual, region, size, extend, memory);
}

int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    return own(file)->usual->pMethods->xShmLock(own(file)->usual, offset, count, flags);
}

void barrier(sqlite3_file *file)
{
    own(file)->usual->pMethods->xShmBarrier(own(file)->usual);
}

int unmapShared(sqlite3_file *file, int isToBeRemoved)
{
    return own(file)->usual->pMethods->xShmUnmap(own(file)->usual, isToBeRemoved);
}

constexpr sqlite3_io_methods methods{.iVersion = 2,
                                     .xClose = closeFile,
                                     .xRead = readFile,
                                     .xWrite = writeFile,
                                     .xTruncate = truncateFile,
                                     .xSync = syncFile,
                                     .xFileSize = fileSize,
                                     .xLock = lockFile,
                                     .xUnlock = unlockFile,
                                     .xCheckReservedLock = checkReservedLock,
                                     .xFileControl = controlFile,
                                     .xSectorSize = sectorOfFile,
                                     .xDeviceCharacteristics = characteristics,
                                     .xShmMap = mapShared,
                                     .xShmLock = lockShared,
                                     .xShmBarrier = barrier,
                                     .xShmUnmap = unmapShared,
                                     .xFetch = nullptr,
                                     .xUnfetch = nullptr};

int openFile(sqlite3_vfs *, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    file->pMethods = nullptr;
    if (const auto refused = disk().refusal(Call::Open))
        return *refused == SQLITE_FULL ? SQLITE_FULL : SQLITE_CANTOPEN;
    File *opened = own(file);
    opened->usual = reinterpret_cast<sqlite3_file *>(opened + 1);
    const int result = usualVfs()->xOpen(usualVfs(), path, opened->usual, flags, outFlags);
    if (!opened->usual->pMethods)
        return result;
    constexpr int passing = SQLITE_OPEN_TEMP_DB | SQLITE_OPEN_TRANSIENT_DB | SQLITE_OPEN_TEMP_JOURNAL |
                            SQLITE_OPEN_SUBJOURNAL | SQLITE_OPEN_DELETEONCLOSE;
    const bool isKept = path && !(flags & passing);
    opened->name = isKept ? new QString(QFileInfo(QFile::decodeName(path)).fileName()) : nullptr;
    file->pMethods = &methods;
    return result;
}

int removeFile(sqlite3_vfs *, const char *path, int isToBeSynced)
{
    if (const auto refused = disk().refusal(Call::Remove))
        return *refused;
    disk().removed(QFileInfo(QFile::decodeName(path)).fileName(), isToBeSynced != 0);
    return usualVfs()->xDelete(usualVfs(), path, 0);
}

} // namespace

SqliteDisk &SqliteDisk::instance()
{
    static SqliteDisk one;
    static sqlite3_vfs vfs = [] {
        sqlite3_initialize();
        sqlite3_vfs copy = *usualVfs();
        copy.szOsFile += int(sizeof(File));
        copy.pNext = nullptr;
        copy.zName = "disk";
        copy.xOpen = openFile;
        copy.xDelete = removeFile;
        return copy;
    }();
    static const int registered = sqlite3_vfs_register(&vfs, 1);
    Q_ASSERT(registered == SQLITE_OK);
    return one;
}

void SqliteDisk::failAt(int n, Fault fault, bool lasts)
{
    m_failAt = n;
    m_fault = fault;
    m_lasts = lasts;
    m_calls = 0;
}

void SqliteDisk::work()
{
    m_failAt = 0;
}

std::optional<int> SqliteDisk::refusal(Call call)
{
    ++m_calls;
    const bool isDue = m_failAt != 0 && (m_lasts ? m_calls >= m_failAt : m_calls == m_failAt);
    if (!isDue)
        return std::nullopt;
    if (m_fault == Fault::NoSpace)
        return call == Call::Write || call == Call::Open ? std::optional(SQLITE_FULL) : std::nullopt;
    switch (call) {
    case Call::Open:
        return SQLITE_CANTOPEN;
    case Call::Read:
        return SQLITE_IOERR_READ;
    case Call::Write:
        return SQLITE_IOERR_WRITE;
    case Call::Sync:
        return SQLITE_IOERR_FSYNC;
    case Call::Truncate:
        return SQLITE_IOERR_TRUNCATE;
    case Call::Remove:
        return SQLITE_IOERR_DELETE;
    }
    return std::nullopt;
}

void SqliteDisk::record(const QString &folder)
{
    m_isRecording = true;
    m_steps.clear();
    m_before.clear();
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (file.open(QFile::ReadOnly))
            m_before.insert(info.fileName(), file.readAll());
    }
}

void SqliteDisk::note(const Step &step)
{
    if (m_isRecording)
        m_steps.append(step);
}

void SqliteDisk::wrote(const QString &file, qint64 offset, const QByteArray &bytes)
{
    note({.call = Call::Write, .file = file, .at = offset, .bytes = bytes});
}

void SqliteDisk::synced(const QString &file)
{
    note({.call = Call::Sync, .file = file, .bytes = {}});
}

void SqliteDisk::truncated(const QString &file, qint64 size)
{
    note({.call = Call::Truncate, .file = file, .at = size, .bytes = {}});
}

void SqliteDisk::removed(const QString &file, bool isSynced)
{
    note({.call = Call::Remove, .file = file, .bytes = {}, .isSynced = isSynced});
}

void SqliteDisk::apply(std::optional<QByteArray> &content, const Step &step)
{
    if (step.call == Call::Remove) {
        content.reset();
        return;
    }
    if (!content)
        content.emplace();
    if (step.call == Call::Truncate) {
        content->resize(step.at, '\0');
        return;
    }
    if (content->size() < step.at + step.bytes.size())
        content->resize(step.at + step.bytes.size(), '\0');
    content->replace(step.at, step.bytes.size(), step.bytes);
}

void SqliteDisk::applyTorn(std::optional<QByteArray> &content, const Step &step, QRandomGenerator &random)
{
    if (step.call != Call::Write) {
        if (random.bounded(2) == 0)
            apply(content, step);
        return;
    }
    for (qsizetype from = 0; from < step.bytes.size(); from += sectorSize) {
        const bool isThere = random.bounded(2) == 0;
        QByteArray sector = step.bytes.sliced(from, std::min(sectorSize, step.bytes.size() - from));
        const bool isBehindTheEnd = !content || step.at + from + sector.size() > content->size();
        if (!isThere && isBehindTheEnd && random.bounded(2) == 0) {
            for (char &byte : sector)
                byte = char(random.bounded(256));
        } else if (!isThere) {
            continue;
        }
        apply(content, {.call = Call::Write, .file = step.file, .at = step.at + from, .bytes = sector});
    }
}

void SqliteDisk::leave(qsizetype position, const QString &folder, QRandomGenerator &random) const
{
    QHash<QString, Left> files;
    for (const auto &[name, content] : m_before.asKeyValueRange())
        files[name].durable = content;
    for (const Step &step : m_steps.first(position)) {
        Left &file = files[step.file];
        const bool isOver = step.call == Call::Sync || (step.call == Call::Remove && step.isSynced);
        if (step.call != Call::Sync)
            file.loose.append(step);
        if (!isOver)
            continue;
        if (!file.durable && step.call == Call::Sync)
            file.durable.emplace();
        for (const Step &loose : std::as_const(file.loose))
            apply(file.durable, loose);
        file.loose.clear();
    }
    // Nothing of what was not synced, all of it, or any part.
    const int kept = random.bounded(4);
    for (auto &&[name, file] : files.asKeyValueRange()) {
        for (const Step &loose : std::as_const(file.loose)) {
            if (kept == 0)
                break;
            if (kept == 1)
                apply(file.durable, loose);
            else
                applyTorn(file.durable, loose, random);
        }
        if (!file.durable)
            continue;
        QFile out(QDir(folder).filePath(name));
        if (!out.open(QFile::WriteOnly | QFile::Truncate) || out.write(*file.durable) != file.durable->size())
            qFatal("%s: %s", qPrintable(out.fileName()), qPrintable(out.errorString()));
    }
}

} // namespace support
