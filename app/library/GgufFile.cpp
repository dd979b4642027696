#include "library/GgufFile.h"

#include "base/ModelName.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace library {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 shortestHeader = 24; // magic, version, and how much of what follows
constexpr qint64 blockSize = 512;     // of st_blocks, whatever the disk's own is

// A pipe nobody writes to would keep an open() waiting.
int openAtOnce(const QString &path)
{
    return open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

QByteArray identityOf(const struct stat &facts)
{
    const auto number = [](auto value) { return QByteArray::number(static_cast<qint64>(value)); };
    return QByteArrayList{number(facts.st_dev), number(facts.st_ino), number(facts.st_size),
                          number(facts.st_mtim.tv_sec), number(facts.st_mtim.tv_nsec)}
        .join(' ');
}

} // namespace

std::expected<GgufFile, GgufFault> openGguf(const QString &path)
{
    static const QRegularExpression part(u"-\\d{5}-of-(?!00001)\\d{5}\\.gguf$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const int descriptor = openAtOnce(path);
    if (descriptor < 0)
        return std::unexpected(errno == ENOENT || errno == ENOTDIR || errno == ELOOP ? GgufFault::NotThere
                               : errno == EACCES || errno == EPERM                   ? GgufFault::NotAllowed
                                                                                     : GgufFault::NotAFile);
    auto file = std::make_shared<QFile>();
    if (!file->open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        close(descriptor);
        return std::unexpected(GgufFault::NotAFile); // a folder
    }
    struct stat facts = {};
    if (fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode))
        return std::unexpected(GgufFault::NotAFile);
    if (facts.st_size == 0)
        return std::unexpected(GgufFault::Empty);
    if (facts.st_size < shortestHeader || file->read(4) != "GGUF")
        return std::unexpected(GgufFault::NotGguf);
    if (part.match(path).hasMatch())
        return std::unexpected(GgufFault::Part);
    const QString target = QFileInfo(path).canonicalFilePath();
    return GgufFile{.path = path,
                    .target = target.isEmpty() ? path : target,
                    .sizeBytes = facts.st_size,
                    .storedBytes = facts.st_blocks * blockSize,
                    .identity = identityOf(facts),
                    .file = file};
}

QString modelNameFor(const QString &path)
{
    static const QRegularExpression quantization(u"^(.+)[-._]((?:i?q\\d|f16|f32|bf16|mxfp4)\\w*)$"_s);
    static const QRegularExpression others(u"[^a-z0-9_.-]+"_s);
    static const QRegularExpression ends(u"^[-.]+|[-.]+$"_s);
    const auto part = [](QString text) { return text.replace(others, u"-"_s).remove(ends).left(80); };
    const QString stem = QFileInfo(path).completeBaseName().toLower();
    const auto found = quantization.match(stem);
    const QString model = part(found.hasMatch() ? found.captured(1) : stem);
    const QString tag = found.hasMatch() ? part(found.captured(2)) : u"latest"_s;
    const auto name = base::parseModelName(QString(model + u':' + tag));
    return name ? name->display() : u"model:latest"_s;
}

} // namespace library
