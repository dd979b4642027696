#include "library/MoveFiles.h"

#include "base/AtomicFile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>

namespace library {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr qint64 nsPerSecond = 1'000'000'000;

std::optional<Error> unreadable(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.exists())
        return Error{Error::Kind::NotFound, folder};
    if (!info.isReadable() || !info.isExecutable())
        return Error{Error::Kind::Forbidden, folder};
    return std::nullopt;
}

void takeBlobs(const QDir &root, QList<MoveFile> &files)
{
    static const QRegularExpression name(u"^sha256-[0-9a-f]{64}(-partial(-[0-9]+)?)?\\z"_s);
    QDirIterator each(root.filePath(u"blobs"_s), QDir::Files | QDir::Hidden);
    while (each.hasNext()) {
        const QFileInfo info = each.nextFileInfo();
        const auto match = name.match(info.fileName());
        if (!match.hasMatch() || !info.isFile())
            continue;
        files.append({.kind = match.hasCaptured(1) ? MoveFile::Kind::Part : MoveFile::Kind::Blob,
                      .path = u"blobs/"_s + info.fileName(),
                      .bytes = info.size(),
                      .isLink = info.isSymLink()});
    }
}

void takeManifests(const QDir &root, QList<MoveFile> &files)
{
    QDirIterator each(root.filePath(u"manifests"_s), QDir::Files | QDir::Hidden,
                      QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QFileInfo info = each.nextFileInfo();
        if (info.isFile() && !info.isSymLink())
            files.append({.kind = MoveFile::Kind::Manifest,
                          .path = root.relativeFilePath(info.filePath()),
                          .bytes = info.size()});
    }
}

quint64 deviceOf(const QString &folder)
{
    const auto facts = fileFacts(folder, Links::Follow);
    return facts ? facts->st_dev : 0;
}

} // namespace

base::Result<QList<MoveFile>> filesToMove(const QString &folder)
{
    const QDir root(folder);
    QList<MoveFile> files;
    if (const auto error = unreadable(folder))
        return std::unexpected(*error);
    for (const QString &below : {u"blobs"_s, u"manifests"_s}) {
        const auto error = unreadable(root.filePath(below));
        if (error && error->kind != Error::Kind::NotFound) // an engine that has nothing yet made neither
            return std::unexpected(*error);
    }
    takeBlobs(root, files);
    takeManifests(root, files);
    std::ranges::sort(files, [](const MoveFile &a, const MoveFile &b) {
        return a.kind != b.kind ? a.kind < b.kind : a.path < b.path;
    });
    return files;
}

FileStamp FileStamp::of(const struct stat &facts)
{
    return {.device = facts.st_dev,
            .inode = facts.st_ino,
            .bytes = facts.st_size,
            .changedNs = static_cast<qint64>(facts.st_mtim.tv_sec) * nsPerSecond + facts.st_mtim.tv_nsec};
}

// A line is a path and the inode, length and time of both files. The number of a disk is another after each
// start of the system, so it is that of the folder.
std::optional<MoveNote> readMoveNote(const QString &folder)
{
    static const QRegularExpression line(u"^(blobs/\\S+) (\\d+) (\\d+) (-?\\d+) (\\d+) (\\d+) (-?\\d+)$"_s);
    constexpr qint64 most = 16 * 1024 * 1024;
    const QString path = QDir(folder).filePath(QString::fromLatin1(moveNoteName));
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QStringList lines = QString::fromUtf8(file.read(most)).split(u'\n');
    const QString state = lines.value(0);
    MoveNote note{lines.value(1), state == "switched"_L1};
    if ((state != "begun"_L1 && !note.isSwitched) || !note.from.startsWith(u'/'))
        return std::nullopt;
    const quint64 here = deviceOf(folder);
    const quint64 there = deviceOf(note.from);
    for (const QString &known : lines.mid(2)) {
        const auto match = line.match(known);
        const auto stamp = [&match](quint64 device, int first) {
            return FileStamp{device, match.captured(first).toULongLong(),
                             match.captured(first + 1).toLongLong(), match.captured(first + 2).toLongLong()};
        };
        if (match.hasMatch())
            note.known.insert(match.captured(1), {stamp(there, 2), stamp(here, 5)});
    }
    return note;
}

base::Result<void> writeMoveNote(const QString &folder, const MoveNote &note)
{
    const auto printed = [](const FileStamp &stamp) -> QString {
        return u' ' + QString::number(stamp.inode) + u' ' + QString::number(stamp.bytes) + u' ' +
               QString::number(stamp.changedNs);
    };
    QString text = (note.isSwitched ? u"switched\n"_s : u"begun\n"_s) + note.from + u'\n';
    for (auto known = note.known.cbegin(); known != note.known.cend(); ++known)
        text += known.key() + printed(known->source) + printed(known->copy) + u'\n';
    return base::writeAllAtomic(QDir(folder).filePath(QString::fromLatin1(moveNoteName)), text.toUtf8());
}

void removeMoveNote(const QString &folder)
{
    QFile::remove(QDir(folder).filePath(QString::fromLatin1(moveNoteName)));
}

base::Result<struct stat> fileFacts(const QString &path, Links links)
{
    struct stat facts{};
    const int flags = links == Links::Follow ? 0 : AT_SYMLINK_NOFOLLOW;
    if (::fstatat(AT_FDCWD, QFile::encodeName(path).constData(), &facts, flags) != 0)
        return std::unexpected(moveError(errno, path));
    return facts;
}

bool isWithin(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder.endsWith(u'/') ? folder : folder + u'/');
}

Error moveError(int why, const QString &path)
{
    const QString words = path + u": "_s + QString::fromLocal8Bit(std::strerror(why));
    switch (why) {
    case ENOSPC:
    case EDQUOT:
        return {Error::Kind::NoSpace, words};
    case EROFS:
        return {Error::Kind::ReadOnly, words};
    case EACCES:
    case EPERM:
        return {Error::Kind::Forbidden, words};
    case EFBIG:
        return {Error::Kind::TooLarge, words};
    case ENOENT:
        return {Error::Kind::NotFound, words};
    default:
        return {Error::Kind::Storage, words};
    }
}

} // namespace library
