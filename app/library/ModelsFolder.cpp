#include "library/ModelsFolder.h"

#include "base/ModelName.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace library {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr int deepest = 32;                // below other folders, of which only the size is of interest
constexpr qsizetype mostNamed = 1000;      // of each list of what is wrong
constexpr int blockBytes = 512;            // of st_blocks, whatever the file system's own
constexpr int manifestDepth = 4;           // host, namespace, model, tag
constexpr qint64 latestSecond = 1LL << 40; // files say anything

struct CloseFolder
{
    void operator()(DIR *folder) const { ::closedir(folder); }
};

struct Folder
{
    enum class Kind { Root, Manifests, Blobs, Other };
    std::unique_ptr<DIR, CloseFolder> handle;
    Kind kind = Kind::Root;
    QStringList path; // below the root
};

QString systemWords()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

qint64 onDisk(const struct stat &facts)
{
    return static_cast<qint64>(facts.st_blocks) * blockBytes;
}

QDateTime changedAt(const struct stat &facts)
{
    const auto second =
        std::clamp<qint64>(static_cast<qint64>(facts.st_mtim.tv_sec), -latestSecond, latestSecond);
    return QDateTime::fromMSecsSinceEpoch(second * 1000 + facts.st_mtim.tv_nsec / 1'000'000);
}

// How a file may be opened that somebody else put there: a FIFO does not make it wait.
constexpr int carefully = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;

std::optional<QByteArray> readSmallFile(int folder, const char *name)
{
    const int file = ::openat(folder, name, carefully);
    if (file < 0)
        return std::nullopt;
    QByteArray bytes(maximumManifest + 1, Qt::Uninitialized);
    qsizetype filled = 0;
    ssize_t taken = 0;
    while (filled < bytes.size() &&
           (taken = ::read(file, bytes.data() + filled, static_cast<size_t>(bytes.size() - filled))) > 0)
        filled += taken;
    ::close(file);
    if (taken < 0)
        return std::nullopt;
    bytes.truncate(filled);
    return bytes;
}

} // namespace

struct FolderReader::Walk
{
    FolderContents contents;
    std::optional<Error> error;
    std::vector<Folder> folders;            // from the root down to where it is
    QSet<std::pair<quint64, quint64>> seen; // files that have several names

    void begin(const QString &path);
    void look(const char *name);
    void lookInRoot(const char *name, const struct stat &facts);
    void lookInManifests(const char *name, const struct stat &facts);
    void lookInBlobs(const char *name, const struct stat &facts);
    void enter(const char *name, Folder::Kind kind, bool isLink = false);
    void takeManifest(const char *name, const struct stat &facts);
    void takePartial(const QString &digest, const QString &name, const struct stat &facts);
    void takeOther(const struct stat &facts);
    bool isCounted(const struct stat &facts);
    QString place(const char *name) const;
    static void note(QStringList &list, const QString &path);
};

void FolderReader::Walk::begin(const QString &path)
{
    // That the whole folder lies elsewhere is common, and is what the engine follows, too.
    contents.path = QFileInfo(path).canonicalFilePath();
    const QString wanted = contents.path.isEmpty() ? path : contents.path;
    DIR *handle = ::opendir(QFile::encodeName(wanted).constData());
    if (handle) {
        folders.push_back({std::unique_ptr<DIR, CloseFolder>(handle), Folder::Kind::Root, {}});
        contents.owner = QFileInfo(wanted + u"/blobs"_s).owner();
    } else if (errno == EACCES || errno == EPERM) {
        error = Error{Error::Kind::Forbidden, wanted};
    } else if (errno == ENOENT || errno == ENOTDIR) {
        error = Error{Error::Kind::NotFound, wanted};
    } else {
        error = Error{Error::Kind::Storage, systemWords()};
    }
}

void FolderReader::Walk::look(const char *name)
{
    const Folder &folder = folders.back();
    struct stat facts{};
    if (::fstatat(::dirfd(folder.handle.get()), name, &facts, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno != ENOENT) // else it went meanwhile
            note(contents.unread, place(name));
        return;
    }
    switch (folder.kind) {
    case Folder::Kind::Root:
        return lookInRoot(name, facts);
    case Folder::Kind::Manifests:
        return lookInManifests(name, facts);
    case Folder::Kind::Blobs:
        return lookInBlobs(name, facts);
    case Folder::Kind::Other:
        return S_ISDIR(facts.st_mode) ? enter(name, Folder::Kind::Other) : takeOther(facts);
    }
}

void FolderReader::Walk::lookInRoot(const char *name, const struct stat &facts)
{
    const QByteArray word(name);
    const bool isOurs = word == "manifests" || word == "blobs";
    const auto kind = word == "manifests" ? Folder::Kind::Manifests : Folder::Kind::Blobs;
    if (isOurs && S_ISDIR(facts.st_mode))
        return enter(name, kind);
    if (isOurs && S_ISLNK(facts.st_mode)) {
        takeOther(facts);
        note(contents.links, place(name));
        return enter(name, kind, true);
    }
    if (!S_ISDIR(facts.st_mode))
        return takeOther(facts);
    // Of a later engine that keeps them in another way.
    if (word.toLower().contains("manifest"))
        note(contents.unread, place(name));
    enter(name, Folder::Kind::Other);
}

void FolderReader::Walk::lookInManifests(const char *name, const struct stat &facts)
{
    const bool isTag = folders.back().path.size() == manifestDepth; // "manifests" is the first
    if (S_ISDIR(facts.st_mode))
        return enter(name, isTag ? Folder::Kind::Other : Folder::Kind::Manifests);
    // The engine follows them; whatever they lead to may name blobs.
    if (S_ISLNK(facts.st_mode)) {
        note(contents.unread, place(name));
        return takeOther(facts);
    }
    if (!isTag)
        return takeOther(facts);
    if (S_ISREG(facts.st_mode))
        return takeManifest(name, facts);
    note(contents.badManifests, place(name));
}

void FolderReader::Walk::takeManifest(const char *name, const struct stat &facts)
{
    const std::optional<QByteArray> json = facts.st_size <= maximumManifest
                                               ? readSmallFile(::dirfd(folders.back().handle.get()), name)
                                               : QByteArray();
    if (!json) {
        note(contents.unread, place(name));
        return takeOther(facts);
    }
    const QStringList &path = folders.back().path;
    const base::ModelName model{path[1], path[2], path[3], QFile::decodeName(name)};
    auto layers = parseManifest(*json);
    if (!layers) {
        // What a file manager or an editor leaves is no manifest for the engine either.
        if (base::parseModelName(model.display()))
            note(contents.badManifests, place(name));
        return takeOther(facts);
    }
    const QByteArray digest = QCryptographicHash::hash(*json, QCryptographicHash::Sha256).toHex();
    contents.models.append({.name = model.display(),
                            .digest = QString::fromLatin1(digest),
                            .layers = std::move(*layers),
                            .manifestBytes = isCounted(facts) ? onDisk(facts) : 0,
                            .changed = changedAt(facts)});
}

void FolderReader::Walk::lookInBlobs(const char *name, const struct stat &facts)
{
    static const QRegularExpression blob(u"^sha256-([0-9a-f]{64})(-partial(?:-[0-9]+)?)?\\z"_s);
    if (S_ISDIR(facts.st_mode))
        return enter(name, Folder::Kind::Other);
    const QString file = QFile::decodeName(name);
    const auto match = blob.match(file);
    const bool isLink = S_ISLNK(facts.st_mode);
    if (!match.hasMatch() || !(S_ISREG(facts.st_mode) || isLink))
        return takeOther(facts);
    const QString digest = u"sha256:"_s + match.captured(1);
    if (match.hasCaptured(2))
        return isLink ? takeOther(facts) : takePartial(digest, file, facts);
    contents.blobs.insert(digest, {.bytes = isLink ? 0 : facts.st_size,
                                   .diskBytes = isCounted(facts) ? onDisk(facts) : 0,
                                   .changed = changedAt(facts),
                                   .isLink = isLink});
}

void FolderReader::Walk::takePartial(const QString &digest, const QString &name, const struct stat &facts)
{
    PartialFiles &files = contents.partials[digest];
    const bool isFile = name.endsWith("-partial"_L1);
    // Without its notes the file is fetched anew; without the file its notes would say that what is missing
    // is there. So notes go first.
    if (isFile) {
        files.names.append(name);
        files.bytes = facts.st_size;
    } else {
        files.names.prepend(name);
    }
    files.diskBytes += isCounted(facts) ? onDisk(facts) : 0;
    files.changed = files.changed.isValid() ? std::max(files.changed, changedAt(facts)) : changedAt(facts);
}

void FolderReader::Walk::takeOther(const struct stat &facts)
{
    ++contents.otherFiles;
    contents.otherBytes += isCounted(facts) ? onDisk(facts) : 0;
}

// A file with several names is on the disk once.
bool FolderReader::Walk::isCounted(const struct stat &facts)
{
    if (facts.st_nlink < 2)
        return true;
    const std::pair<quint64, quint64> file{facts.st_dev, facts.st_ino};
    const bool isNew = !seen.contains(file);
    seen.insert(file);
    return isNew;
}

void FolderReader::Walk::enter(const char *name, Folder::Kind kind, bool isLink)
{
    const QStringList path = folders.back().path + QStringList(QFile::decodeName(name));
    const int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (isLink ? 0 : O_NOFOLLOW);
    const int file =
        folders.size() < deepest ? ::openat(::dirfd(folders.back().handle.get()), name, flags) : -1;
    DIR *handle = file < 0 ? nullptr : ::fdopendir(file);
    if (handle) {
        folders.push_back({std::unique_ptr<DIR, CloseFolder>(handle), kind, path});
        return;
    }
    if (file >= 0)
        ::close(file);
    // Of others only the size is missing then.
    if (kind != Folder::Kind::Other)
        note(contents.unread, path.join(u'/'));
}

QString FolderReader::Walk::place(const char *name) const
{
    return (folders.back().path + QStringList(QFile::decodeName(name))).join(u'/');
}

void FolderReader::Walk::note(QStringList &list, const QString &path)
{
    if (list.size() < mostNamed)
        list.append(path);
}

FolderReader::FolderReader(const QString &path)
    : m_walk(std::make_unique<Walk>())
{
    m_walk->begin(path);
}

FolderReader::~FolderReader() = default;

bool FolderReader::step()
{
    std::vector<Folder> &folders = m_walk->folders;
    if (folders.empty())
        return false;
    errno = 0;
    if (const dirent *entry = ::readdir(folders.back().handle.get())) {
        const QByteArray name(entry->d_name); // stays while what is in it is read
        if (name != "." && name != "..")
            m_walk->look(name.constData());
        return true;
    }
    if (errno != 0 && folders.back().kind != Folder::Kind::Other)
        Walk::note(m_walk->contents.unread, folders.back().path.join(u'/'));
    folders.pop_back();
    return !folders.empty();
}

base::Result<FolderContents> FolderReader::result() const
{
    if (m_walk->error)
        return std::unexpected(*m_walk->error);
    return m_walk->contents;
}

base::Result<FolderContents> readModelsFolder(const QString &path)
{
    FolderReader reader(path);
    while (reader.step()) {
    }
    return reader.result();
}

FolderReading::FolderReading(const QString &path, QObject *parent)
    : Operation(parent)
    , m_reader(path)
{
    // A timer, because events that post themselves anew let no other through.
    connect(&m_slice, &QTimer::timeout, this, &FolderReading::readSlice);
    m_slice.start(0);
}

std::optional<base::Error> FolderReading::error() const
{
    const auto contents = m_reader.result();
    return contents ? std::nullopt : std::optional(contents.error());
}

void FolderReading::readSlice()
{
    constexpr qint64 sliceNs = 4'000'000;
    QElapsedTimer clock;
    clock.start();
    while (clock.nsecsElapsed() < sliceNs) {
        if (m_reader.step())
            continue;
        m_slice.stop();
        const auto contents = m_reader.result();
        if (!contents)
            return fail(contents.error());
        return succeed([&] { Q_EMIT finished(*contents); });
    }
}

qint64 FolderContents::diskBytes() const
{
    qint64 sum = otherBytes;
    for (const StoredModel &model : models)
        sum += model.manifestBytes;
    for (const BlobFile &blob : blobs)
        sum += blob.diskBytes;
    for (const PartialFiles &partial : partials)
        sum += partial.diskBytes;
    return sum;
}

bool isFolderOf(const FolderContents &contents, const QList<backend::ModelInfo> &models)
{
    if (models.isEmpty())
        return contents.models.isEmpty();
    QHash<QString, QString> digests; // by what the name stands for
    for (const StoredModel &model : contents.models)
        digests.insert(base::modelKey(model.name), model.digest);
    return std::ranges::all_of(models, [&digests](const backend::ModelInfo &model) {
        const auto found = digests.constFind(base::modelKey(model.name));
        return found != digests.cend() && (model.digest.isEmpty() || model.digest == *found);
    });
}

} // namespace library
