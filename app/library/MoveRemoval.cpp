#include "library/MoveRemoval.h"

#include "library/MoveCopy.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <unistd.h>
#include <utility>

namespace library {

using namespace Qt::StringLiterals;
using base::Error;
using Kind = MoveFile::Kind;

namespace {

// Whether the new folder has this file, by what is known of it; absent = it has to be compared.
std::optional<bool> isMoved(const MoveFile &file, const struct stat &source, const struct stat &copy,
                            const MovedFiles &known)
{
    const FileStamp here = FileStamp::of(source);
    const FileStamp there = FileStamp::of(copy);
    if (here.device == there.device && here.inode == there.inode)
        return source.st_nlink > 1; // else it is one and the same folder
    const auto found = known.constFind(file.path);
    if (found == known.cend() || found->source != here)
        return std::nullopt;
    // The engine has used the new folder since: what it writes anew there is its business, but no blob
    // changes.
    return file.kind != Kind::Blob || found->copy == there;
}

class Removal
{
public:
    Removal(const QString &from, const QString &to, const MovedFiles &known, const MoveWatch &watch)
        : m_from(from)
        , m_to(to)
        , m_known(known)
        , m_watch(watch)
    {
    }

    base::Result<MoveRemovalOutcome> run(QList<MoveFile> files)
    {
        std::ranges::stable_partition(files,
                                      [](const MoveFile &file) { return file.kind == Kind::Manifest; });
        for (const MoveFile &file : std::as_const(files))
            m_progress.totalBytes += file.bytes;
        for (const MoveFile &file : std::as_const(files)) {
            if (const auto done = take(file); !done)
                return std::unexpected(done.error());
            m_progress.doneBytes += file.bytes;
            if (!m_watch(m_progress))
                return base::failure(Error::Kind::Cancelled);
        }
        removeEmptyFolders();
        return m_outcome;
    }

private:
    base::Result<void> take(const MoveFile &file)
    {
        const QString path = m_from + u'/' + file.path;
        const auto source = fileFacts(path, Links::Follow);
        const auto copy = fileFacts(m_to + u'/' + file.path, Links::AsThemselves);
        if (!source)
            return {};
        if (!copy || !S_ISREG(copy->st_mode))
            return keep();
        const auto moved = isMoved(file, *source, *copy, m_known);
        if (moved && !*moved)
            return keep();
        if (!moved) {
            const auto isSame = compare(file);
            if (!isSame)
                return std::unexpected(isSame.error());
            if (!*isSame)
                return keep();
        }
        unlink(path);
        return {};
    }

    base::Result<bool> compare(const MoveFile &file)
    {
        const MoveWatch watch = [this](const MoveProgress &part) {
            return m_watch({m_progress.doneBytes + part.doneBytes, m_progress.totalBytes});
        };
        return MoveCopy(m_from, m_to, watch).isSame(file);
    }

    base::Result<void> keep()
    {
        ++m_outcome.kept;
        return {};
    }

    void unlink(const QString &path)
    {
        constexpr qint64 blockBytes = 512;
        const auto facts = fileFacts(path, Links::AsThemselves); // a link alone goes, not what it leads to
        if (::unlink(QFile::encodeName(path).constData()) == 0) {
            ++m_outcome.removed;
            const bool isLast = facts && facts->st_nlink == 1;
            m_outcome.freedBytes += isLast ? static_cast<qint64>(facts->st_blocks) * blockBytes : 0;
        } else if (errno != ENOENT) {
            m_outcome.error = moveError(errno, path);
            m_outcome.left.append(path);
        }
    }

    // From the deepest up; one that holds anything stays. The old folder itself, too, where it is a disk's
    // top.
    void removeEmptyFolders()
    {
        QStringList folders{m_from};
        QDirIterator each(m_from, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks,
                          QDirIterator::Subdirectories);
        while (each.hasNext())
            folders.append(each.next());
        std::ranges::sort(folders, std::ranges::greater(), &QString::size);
        for (const QString &folder : std::as_const(folders))
            ::rmdir(QFile::encodeName(folder).constData());
        QDirIterator rest(m_from, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        int files = 0;
        for (; rest.hasNext(); rest.next())
            ++files;
        m_outcome.others = std::max(0, files - m_outcome.kept - static_cast<int>(m_outcome.left.size()));
    }

    QString m_from;
    QString m_to;
    const MovedFiles &m_known;
    const MoveWatch &m_watch;
    MoveProgress m_progress;
    MoveRemovalOutcome m_outcome;
};

} // namespace

base::Result<MoveRemovalOutcome> removeMoved(const QString &from, const QString &to, const MovedFiles &known,
                                             const MoveWatch &watch)
{
    const QString here = QFileInfo(from).canonicalFilePath();
    const QString there = QFileInfo(to).canonicalFilePath();
    if (here.isEmpty() || there.isEmpty() || isWithin(here, there) || isWithin(there, here))
        return base::failure(Error::Kind::Invalid, from);
    const auto files = filesToMove(here);
    if (!files)
        return std::unexpected(files.error());
    return Removal(here, there, known, watch).run(*files);
}

} // namespace library
