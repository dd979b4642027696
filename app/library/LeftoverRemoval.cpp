#include "library/LeftoverRemoval.h"

#include "library/OpenFile.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <utility>

namespace library {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr int aFolder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

Error::Kind kindOf(int why)
{
    switch (why) {
    case EACCES:
    case EPERM:
        return Error::Kind::Forbidden;
    case EROFS:
        return Error::Kind::ReadOnly;
    default:
        return Error::Kind::Storage;
    }
}

} // namespace

LeftoverRemoval::LeftoverRemoval(const QString &folder, const QList<Leftover> &leftovers,
                                 std::function<bool()> isPulling, QObject *parent)
    : Operation(parent)
    , m_folder(folder)
    , m_leftovers(leftovers)
    , m_isPulling(std::move(isPulling))
{
    m_outcome.folder = folder + u"/blobs"_s;
    connect(&m_next, &QTimer::timeout, this, &LeftoverRemoval::removeNext);
    m_next.start(0);
}

void LeftoverRemoval::removeNext()
{
    if (m_leftovers.isEmpty()) {
        m_next.stop();
        return succeed([this] { Q_EMIT finished(m_outcome); });
    }
    const Leftover wanted = m_leftovers.takeFirst();
    const auto contents = readModelsFolder(m_folder);
    QList<Leftover> now;
    if (contents && contents->path == m_folder) {
        m_outcome.owner = contents->owner;
        now = leftoversOf(*contents, QDateTime::currentDateTime(), m_isPulling());
    }
    const auto same = std::ranges::find_if(now, [&wanted](const Leftover &leftover) {
        return leftover.kind == wanted.kind && leftover.digest == wanted.digest;
    });
    if (same != now.end() && same->state == Leftover::State::Removable)
        remove(*same);
    else
        ++m_outcome.kept;
}

void LeftoverRemoval::remove(const Leftover &leftover)
{
    const OpenFile models(::open(QFile::encodeName(m_folder).constData(), aFolder));
    const OpenFile blobs(models < 0 ? -1 : ::openat(models, "blobs", aFolder));
    if (blobs < 0)
        return refuse(leftover.files, errno);
    qint64 freed = 0;
    for (qsizetype at = 0; at < leftover.files.size(); ++at) {
        const QByteArray name = QFile::encodeName(leftover.files[at]);
        struct stat facts{};
        const bool isThere = ::fstatat(blobs, name.constData(), &facts, AT_SYMLINK_NOFOLLOW) == 0;
        if (isThere && !S_ISREG(facts.st_mode)) {
            ++m_outcome.kept;
            return;
        }
        if ((!isThere || ::unlinkat(blobs, name.constData(), 0) != 0) && errno != ENOENT) {
            const int why = errno;
            m_outcome.freedBytes += freed;
            return refuse(leftover.files.sliced(at), why);
        }
        constexpr qint64 blockBytes = 512;
        freed += isThere && facts.st_nlink == 1 ? static_cast<qint64>(facts.st_blocks) * blockBytes : 0;
    }
    m_outcome.freedBytes += freed;
    ++m_outcome.removed;
}

void LeftoverRemoval::refuse(const QStringList &files, int why)
{
    m_outcome.left += files;
    m_outcome.error = Error{kindOf(why), QString::fromLocal8Bit(std::strerror(why))};
}

} // namespace library
