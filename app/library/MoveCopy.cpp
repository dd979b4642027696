#include "library/MoveCopy.h"

#include "library/OpenFile.h"
#include "library/Sha256.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace library {

using namespace Qt::StringLiterals;
using base::Error;
using Kind = MoveFile::Kind;

namespace {

constexpr qint64 partSize = 1024 * 1024;
// Written to the disk this often: the bar tells what is there, not what waits in memory, and an end is not
// waited for long.
constexpr qint64 flushEvery = 32 * partSize;

QByteArray systemPath(const QString &path)
{
    return QFile::encodeName(path);
}

base::Result<QByteArray> readPart(int file, QByteArray &buffer, qint64 at, qint64 most, const QString &path)
{
    const auto size = static_cast<size_t>(std::min<qint64>(most, buffer.size()));
    ssize_t taken = 0;
    do
        taken = ::pread(file, buffer.data(), size, at);
    while (taken < 0 && errno == EINTR);
    if (taken < 0)
        return std::unexpected(moveError(errno, path));
    return QByteArray::fromRawData(buffer.constData(), taken);
}

base::Result<void> writeAll(int file, const QByteArray &bytes, qint64 at, const QString &path)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t size = ::pwrite(file, bytes.constData() + written,
                                      static_cast<size_t>(bytes.size() - written), at + written);
        if (size < 0 && errno != EINTR)
            return std::unexpected(moveError(errno, path));
        written += std::max<ssize_t>(size, 0);
    }
    return {};
}

} // namespace

MoveCopy::MoveCopy(const QString &from, const QString &to, const MoveWatch &watch)
    : m_from(from)
    , m_to(to)
    , m_watch(watch)
{
}

base::Result<void> MoveCopy::run(const QList<MoveFile> &files, MovedFiles &known)
{
    m_halves = 0;
    m_progress = {};
    for (const MoveFile &file : files)
        m_progress.totalBytes += file.bytes;
    qint64 before = 0;
    for (const MoveFile &file : files) {
        m_most = before + 2 * file.bytes;
        if (const auto brought = bring(file, known); !brought)
            return brought;
        before = m_most;
        m_halves = before;
        if (const auto counted = count(0, 0); !counted)
            return counted;
    }
    // Names, too, are on the disk when it returns.
    const OpenFile folder(::open(systemPath(m_to).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder < 0 || ::syncfs(folder) != 0)
        return std::unexpected(moveError(errno, m_to));
    return {};
}

base::Result<void> MoveCopy::bring(const MoveFile &file, MovedFiles &known)
{
    const auto facts = fileFacts(source(file), Links::Follow);
    if (!facts && facts.error().kind == Error::Kind::NotFound) {
        ++m_gone;
        return {};
    }
    if (!facts)
        return std::unexpected(facts.error());
    const auto isDone = isThere(file, *facts, known);
    if (!isDone)
        return std::unexpected(isDone.error());
    if (!*isDone) {
        if (const auto copied = copy(file, *facts); !copied)
            return copied;
    }
    const auto copied = fileFacts(target(file), Links::AsThemselves);
    if (!copied)
        return std::unexpected(copied.error());
    known.insert(file.path, {FileStamp::of(*facts), FileStamp::of(*copied)});
    return {};
}

// What is there and is not the same is taken away.
base::Result<bool> MoveCopy::isThere(const MoveFile &file, const struct stat &source, const MovedFiles &known)
{
    const QString path = target(file);
    const auto facts = fileFacts(path, Links::AsThemselves);
    if (!facts && facts.error().kind == Error::Kind::NotFound)
        return false;
    if (!facts)
        return std::unexpected(facts.error());
    if (!S_ISREG(facts->st_mode))
        return std::unexpected(moveError(EEXIST, path));
    const FileStamp there = FileStamp::of(*facts);
    const FileStamp here = FileStamp::of(source);
    if (there.device == here.device && there.inode == here.inode) {
        // One name only: both folders are the same one.
        return facts->st_nlink > 1 ? base::Result<bool>(true) : std::unexpected(moveError(EEXIST, path));
    }
    if (known.value(file.path) == MovedFile{here, there})
        return true;
    const auto isSame = there.bytes == here.bytes ? this->isSame(file) : base::Result<bool>(false);
    if (isSame && !*isSame && ::unlink(systemPath(path).constData()) != 0)
        return std::unexpected(moveError(errno, path));
    return isSame;
}

base::Result<bool> MoveCopy::isSame(const MoveFile &file)
{
    m_most = std::max(m_most, 2 * file.bytes);
    const bool isBlob = file.kind == Kind::Blob;
    const auto found = digestOf(target(file), isBlob ? 2 : 1);
    const auto wanted = isBlob || !found ? base::Result<QByteArray>(file.path.right(64).toLatin1())
                                         : digestOf(source(file), 1);
    if (!found || !wanted)
        return std::unexpected(found ? wanted.error() : found.error());
    return *found == *wanted;
}

base::Result<void> MoveCopy::copy(const MoveFile &file, const struct stat &source)
{
    const QString path = target(file);
    if (const QString folder = QFileInfo(path).path(); !QDir().mkpath(folder))
        return std::unexpected(moveError(errno, folder));
    // A manifest is written anew in place by the engine, so the old folder keeps one of its own.
    const bool mayLink = file.kind != Kind::Manifest && !file.isLink;
    if (mayLink && ::link(systemPath(this->source(file)).constData(), systemPath(path).constData()) == 0) {
        m_linked += source.st_size;
        return {};
    }
    const QString part = m_to + u'/' + QString::fromLatin1(movePartName);
    {
        const OpenFile in(::open(systemPath(this->source(file)).constData(), O_RDONLY | O_CLOEXEC));
        if (in < 0)
            return std::unexpected(moveError(errno, this->source(file)));
        (void)::unlink(systemPath(part).constData()); // of a try that was killed
        const OpenFile out(::open(systemPath(part).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                                  source.st_mode & 0777));
        if (out < 0)
            return std::unexpected(moveError(errno, part));
        auto filled = fill(file, in, out);
        const std::array times{source.st_atim, source.st_mtim};
        // How old a download is decides whether it may go.
        if (filled && (::futimens(out, times.data()) != 0 || ::fsync(out) != 0))
            filled = std::unexpected(moveError(errno, part));
        if (!filled) {
            ::unlink(systemPath(part).constData());
            return filled;
        }
    }
    if (const auto checked = check(file, part); !checked) {
        ::unlink(systemPath(part).constData());
        return checked;
    }
    if (::rename(systemPath(part).constData(), systemPath(path).constData()) != 0)
        return std::unexpected(moveError(errno, path));
    m_copied += source.st_size;
    return {};
}

// Holes stay holes: a download that has just begun is as long as its model.
base::Result<void> MoveCopy::fill(const MoveFile &file, int in, int out)
{
    QByteArray buffer(partSize, Qt::Uninitialized);
    qint64 unflushed = 0;
    qint64 at = 0;
    qint64 end = 0; // of the data at hand
    while (at < file.bytes) {
        if (at >= end) {
            const qint64 data = file.kind == Kind::Part ? ::lseek(in, at, SEEK_DATA) : at;
            const qint64 hole = data < 0 || file.kind != Kind::Part ? -1 : ::lseek(in, data, SEEK_HOLE);
            if (data < 0 && errno == ENXIO)
                break; // nothing more than a hole
            end = hole < 0 ? file.bytes : std::min(hole, file.bytes);
            if (const auto counted = count(std::max(data, at) - at, 1); !counted)
                return counted;
            at = std::max(data, at);
        }
        const auto bytes = readPart(in, buffer, at, end - at, source(file));
        if (!bytes)
            return std::unexpected(bytes.error());
        if (bytes->isEmpty()) // it became shorter
            return std::unexpected(moveError(EIO, source(file)));
        if (const auto written = writeAll(out, *bytes, at, target(file)); !written)
            return written;
        at += bytes->size();
        unflushed += bytes->size();
        if (unflushed >= flushEvery && ::fdatasync(out) != 0)
            return std::unexpected(moveError(errno, target(file)));
        unflushed %= flushEvery;
        if (const auto counted = count(bytes->size(), 1); !counted)
            return counted;
    }
    if (::ftruncate(out, file.bytes) != 0)
        return std::unexpected(moveError(errno, target(file)));
    return {};
}

// Whether what was written is what was to be written. Of a blob its name tells.
base::Result<void> MoveCopy::check(const MoveFile &file, const QString &copy)
{
    const QByteArray wanted = file.path.right(64).toLatin1();
    const auto found = digestOf(copy, 1);
    if (!found)
        return std::unexpected(found.error());
    if (file.kind == Kind::Blob && *found == wanted)
        return {};
    const auto original = digestOf(source(file), 0);
    if (!original)
        return std::unexpected(original.error());
    if (file.kind == Kind::Blob && *original != wanted)
        return base::failure(Error::Kind::Damaged, file.path);
    if (*original != *found)
        return std::unexpected(moveError(EIO, target(file)));
    return {};
}

base::Result<QByteArray> MoveCopy::digestOf(const QString &path, qint64 weight)
{
    const OpenFile file(::open(systemPath(path).constData(), O_RDONLY | O_CLOEXEC));
    if (file < 0)
        return std::unexpected(moveError(errno, path));
    // From the disk, not from memory.
    (void)::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    Sha256 hash;
    QByteArray buffer(partSize, Qt::Uninitialized);
    for (qint64 at = 0;;) {
        const auto bytes = readPart(file, buffer, at, partSize, path);
        if (!bytes)
            return bytes;
        if (bytes->isEmpty())
            break;
        hash.add(*bytes);
        at += bytes->size();
        if (const auto counted = count(bytes->size(), weight); !counted)
            return std::unexpected(counted.error());
    }
    return hash.hex();
}

// `weight`: how many halves of a byte's way this was.
base::Result<void> MoveCopy::count(qint64 bytes, qint64 weight)
{
    m_halves = std::min(m_most, m_halves + bytes * weight);
    m_progress.doneBytes = std::max(m_progress.doneBytes, m_halves / 2);
    if (m_watch(m_progress))
        return {};
    return base::failure(Error::Kind::Cancelled);
}

} // namespace library
