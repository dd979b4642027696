#include "library/MovePlan.h"

#include "library/ModelsFolder.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <linux/magic.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace library {

using namespace Qt::StringLiterals;
using Problem = MovePlan::Problem;
using Target = MoveFacts::Target;

namespace {

constexpr qint64 largestOnFat = (1LL << 32) - 1;
constexpr qint64 spare = 64'000'000; // for folders, notes and what else the system needs

// Of linux/magic.h, and those that it does not have.
DiskKind diskKindOf(const QString &path)
{
    constexpr quint32 exfat = 0x2011bab0;
    constexpr quint32 ntfs = 0x5346544e;
    constexpr quint32 ntfs3 = 0x7366746e;
    constexpr quint32 ramfs = 0x858458f6;
    struct statfs facts{};
    if (::statfs(QFile::encodeName(path).constData(), &facts) != 0)
        return DiskKind::Usual;
    switch (static_cast<quint32>(facts.f_type)) {
    case MSDOS_SUPER_MAGIC:
        return DiskKind::Fat;
    case exfat:
    case ntfs:
    case ntfs3:
        return DiskKind::Foreign;
    case NFS_SUPER_MAGIC:
    case CIFS_SUPER_MAGIC:
    case SMB2_SUPER_MAGIC:
        return DiskKind::Network;
    case TMPFS_MAGIC:
    case ramfs:
        return DiskKind::Memory;
    default:
        return DiskKind::Usual;
    }
}

// The folder itself, or the nearest above it that is there.
QString nearest(const QString &path)
{
    QString there = path;
    while (!QFileInfo::exists(there) && there != "/"_L1)
        there = QFileInfo(there).path();
    return there;
}

// As whole as it can be said of what is not there yet.
QString withoutLinks(const QString &path)
{
    const QString clean = QDir::cleanPath(QDir(path).absolutePath());
    const QString there = nearest(clean);
    return QDir::cleanPath(QFileInfo(there).canonicalFilePath() + u'/' + clean.mid(there.size()));
}

bool isEmptyButForNotes(const QString &path)
{
    QStringList names =
        QDir(path).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    names.removeAll(QString::fromLatin1(moveNoteName));
    names.removeAll(QString::fromLatin1(movePartName));
    return names.isEmpty();
}

Target lookAtTarget(const QString &path)
{
    Target target;
    target.path = withoutLinks(path);
    const QFileInfo info(target.path);
    target.isThere = info.exists();
    target.isFolder = !target.isThere || info.isDir();
    const QByteArray there = QFile::encodeName(nearest(target.path));
    target.isWritable = ::access(there.constData(), W_OK | X_OK) == 0;
    target.disk = diskKindOf(QFile::decodeName(there));
    struct statvfs disk{};
    if (::statvfs(there.constData(), &disk) == 0) {
        target.freeBytes = static_cast<qint64>(disk.f_bavail) * static_cast<qint64>(disk.f_frsize);
        target.isReadOnly = (disk.f_flag & ST_RDONLY) != 0;
    }
    if (target.isThere && target.isFolder) {
        target.isEmpty = isEmptyButForNotes(target.path);
        target.note = readMoveNote(target.path);
    }
    return target;
}

bool isOurs(const Target &target, const QString &from)
{
    return target.note && target.note->from == from && !target.note->isSwitched;
}

bool isFree(const Target &target, const QString &from)
{
    return target.isFolder && (target.isEmpty || isOurs(target, from));
}

// A disk that has other things on it gets a folder of its own for the models.
const Target &targetOf(const MoveFacts &facts)
{
    const bool isBelow = facts.chosen.isFolder && !isFree(facts.chosen, facts.from) && !facts.isSameFolder;
    return isBelow ? facts.below : facts.chosen;
}

bool isBig(const MoveFile &file)
{
    return file.bytes > largestOnFat;
}

bool hasBadName(const MoveFile &file)
{
    return file.path.contains(u':');
}

// The gravest; `about`: the path it is about, where it is not the target's.
Problem problemOf(const MoveFacts &facts, const Target &target, const MovePlan &plan, QString &about)
{
    const auto any = [&](bool (*is)(const MoveFile &)) {
        const auto found = std::ranges::find_if(facts.files, is);
        if (found != facts.files.end())
            about = found->path;
        return found != facts.files.end();
    };
    const bool hasFewNames = target.disk == DiskKind::Fat || target.disk == DiskKind::Foreign;
    if (!facts.unread.isEmpty()) {
        about = facts.unread.first();
        return Problem::Unread;
    }
    if (!facts.linkedParts.isEmpty()) {
        about = facts.linkedParts.first();
        return Problem::LinkedParts;
    }
    if (facts.isSameFolder)
        return Problem::Same;
    if (isWithin(target.path, facts.from) || isWithin(facts.from, target.path))
        return Problem::Inside;
    if (!target.isFolder)
        return Problem::NotFolder;
    if (!isFree(target, facts.from))
        return Problem::NotEmpty;
    if (target.isReadOnly)
        return Problem::ReadOnly;
    if (!target.isWritable)
        return Problem::NotWritable;
    if (target.disk == DiskKind::Fat && any(isBig))
        return Problem::FileTooBig;
    if (hasFewNames && any(hasBadName))
        return Problem::BadNames;
    if (plan.freeBytes >= 0 && plan.neededBytes > plan.freeBytes)
        return Problem::NoRoom;
    return Problem::None;
}

} // namespace

base::Result<MoveFacts> lookAtMove(const QString &from, const QString &chosen)
{
    MoveFacts facts;
    const auto contents = readModelsFolder(from);
    if (!contents)
        return std::unexpected(contents.error());
    facts.from = contents->path;
    const auto files = filesToMove(facts.from);
    if (!files)
        return std::unexpected(files.error());
    facts.files = *files;
    facts.unread = contents->unread;
    facts.linkedParts = contents->links;
    facts.diskBytes = contents->diskBytes() - contents->otherBytes;
    facts.otherFiles = contents->otherFiles;
    for (const StoredModel &model : contents->models)
        facts.models.append(model.name);
    facts.models.sort();

    facts.chosen = lookAtTarget(chosen);
    facts.below = lookAtTarget(QDir(facts.chosen.path).filePath(QString::fromLatin1(moveFolderName)));
    const auto here = fileFacts(facts.from, Links::Follow);
    const auto there = fileFacts(nearest(facts.chosen.path), Links::Follow);
    facts.isSameFileSystem = here && there && here->st_dev == there->st_dev;
    facts.isSameFolder = facts.isSameFileSystem && here->st_ino == there->st_ino && facts.chosen.isThere;
    const QDir target(targetOf(facts).path);
    for (const MoveFile &file : std::as_const(facts.files)) {
        if (const QFileInfo info(target.filePath(file.path)); info.isFile())
            facts.there.insert(file.path, info.size());
    }
    return facts;
}

MovePlan planMove(const MoveFacts &facts)
{
    const Target &target = targetOf(facts);
    MovePlan plan;
    plan.from = facts.from;
    plan.to = target.path;
    plan.disk = target.disk;
    plan.models = facts.models;
    plan.freeBytes = target.freeBytes;
    plan.files = static_cast<int>(facts.files.size());
    plan.otherFiles = facts.otherFiles;
    const bool hasLinks = target.disk != DiskKind::Fat && target.disk != DiskKind::Foreign;
    plan.way = facts.isSameFileSystem && hasLinks ? MovePlan::Way::Link : MovePlan::Way::Copy;
    // A download that has begun takes its whole length where files have no holes.
    const bool hasHoles = target.disk == DiskKind::Usual || target.disk == DiskKind::Memory;
    qint64 linked = 0;
    for (const MoveFile &file : facts.files) {
        plan.bytes += file.bytes;
        plan.links += file.isLink ? 1 : 0;
        linked += file.isLink ? file.bytes : 0;
        if (facts.there.value(file.path, -1) == file.bytes)
            plan.thereBytes += file.bytes;
    }
    const qint64 whole = hasHoles ? std::min(plan.bytes, facts.diskBytes + linked) : plan.bytes;
    plan.neededBytes =
        spare + (plan.way == MovePlan::Way::Link ? linked : std::max<qint64>(0, whole - plan.thereBytes));
    plan.problem = problemOf(facts, target, plan, plan.about);
    return plan;
}

} // namespace library
