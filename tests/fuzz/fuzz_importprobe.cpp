// Any file under any name, of any kind: looking at it does not wait and does not fail in another way than it
// says, what passes is a regular file that begins as a model does, and its name makes a name for the model.
#include "base/ModelName.h"
#include "fuzz/Driver.h"
#include "library/GgufFile.h"

#include <QDir>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <sys/stat.h>
#include <unistd.h>

namespace {

enum Kind : unsigned char { File, Hole, Link, Folder, Pipe, LinkToPipe, KindEnd };
constexpr qsizetype longestName = 200;
constexpr int mostPower = 40; // of two: the longest hole

[[noreturn]] void fail(const char *what)
{
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

// Kind, name, contents.
QByteArray input(Kind kind, const QByteArray &name, const QByteArray &contents)
{
    return char(kind) + name + '\n' + contents;
}

bool isWritten(const QByteArray &path, const QByteArray &contents)
{
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size();
}

// False where the system does not take such a name.
bool make(Kind kind, const QByteArray &path, const QByteArray &contents)
{
    const QByteArray targetPath = path.left(path.lastIndexOf('/')) + "/target";
    const char *name = path.constData();
    const char *target = targetPath.constData();
    switch (kind) {
    case File:
        return isWritten(path, contents);
    case Hole: { // as long as its last byte says
        const int power = contents.isEmpty() ? mostPower : static_cast<uchar>(contents.back()) % mostPower;
        return isWritten(path, contents) && truncate(name, off_t(1) << power) == 0;
    }
    case Link:
        return isWritten(targetPath, contents) && symlink(target, name) == 0;
    case Folder:
        return mkdir(name, 0700) == 0;
    case Pipe:
        return mkfifo(name, 0600) == 0;
    case LinkToPipe:
        return mkfifo(target, 0600) == 0 && symlink(target, name) == 0;
    case KindEnd:
        break;
    }
    return false;
}

} // namespace

QList<QByteArray> corpus()
{
    const QByteArray model = "GGUF\x03" + QByteArray(40, '\0');
    return {input(File, "Qwen2.5-7B-Instruct-Q4_K_M.gguf", model),
            input(File, "sha256-aa", model.left(23)),
            input(Hole, "a-00002-of-00003.gguf", model),
            input(Link, "\xe5\x8d\x83\xe9\x97\xae.IQ2_XXS.GGUF", model),
            input(Link, "a.gguf", "gguf"),
            input(Folder, "b.gguf", {}),
            input(Pipe, "c.gguf", {}),
            input(LinkToPipe, "d:e\\f..gguf", {})};
}

int LLVMFuzzerInitialize(int *, char ***)
{
    return 0;
}

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto kind = static_cast<Kind>(static_cast<unsigned char>(bytes.front()) % KindEnd);
    const qsizetype end = bytes.indexOf('\n') < 0 ? bytes.size() : bytes.indexOf('\n');
    const QByteArray name = bytes.mid(1, end - 1).replace('/', '_').replace('\0', '_').left(longestName);
    const QByteArray contents = bytes.mid(end + 1);
    static const QTemporaryDir folder;
    if (!QDir(folder.path()).removeRecursively() || !QDir().mkpath(folder.path()))
        fail("the folder cannot be emptied");
    const QByteArray path = QFile::encodeName(folder.path()) + '/' + name;
    if (!base::parseModelName(library::modelNameFor(QFile::decodeName(path))))
        fail("a name that no model can have");
    // What is not UTF-8 is not found again, neither here nor in a dialog.
    const bool canBeNamed = QFile::encodeName(QFile::decodeName(name)) == name && name != "target";
    if (!canBeNamed || !make(kind, path, contents))
        return 0;
    const auto file = library::openGguf(QFile::decodeName(path));
    if (!file)
        return 0;
    if (kind == Folder || kind == Pipe || kind == LinkToPipe)
        fail("that is no file");
    if (!contents.startsWith("GGUF"))
        fail("that is no model");
    if (kind != Hole && file->sizeBytes != contents.size())
        fail("another size");
    if (file->isLink() != (kind == Link) && QFileInfo(folder.path()).canonicalFilePath() == folder.path())
        fail("a link is not told, or one that is none");
    return 0;
}
