// Any database that says it is one of Ollama's app: it is read or refused, and stays as it is.
#include "exchange/ImportFile.h"
#include "fuzz/Driver.h"
#include "support/OllamaAppFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

namespace {

const QTemporaryDir &folder()
{
    static const QTemporaryDir made;
    return made;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QList<QByteArray> corpus()
{
    const QString path = folder().filePath(QStringLiteral("seed.db"));
    // Small pages, so that what Driver leaves of it has them all.
    return {
        support::makeOllamaAppFile(path, {QStringLiteral("PRAGMA page_size=512"), QStringLiteral("VACUUM")})
            ? contentOf(path)
            : QByteArray("SQLite format 3")};
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    // SQL drivers are plug-ins. Never deleted: at the end of the program Qt is not there any more to do it.
    static const auto *app = new QCoreApplication(*argc, *argv);
    return app ? 0 : 1;
}

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString path = folder().filePath(QStringLiteral("db.sqlite"));
    const char *broken = nullptr;
    {
        QFile file(path);
        if (!file.open(QFile::WriteOnly | QFile::Truncate) || file.write(bytes) != bytes.size())
            broken = "the input cannot be written";
    }
    if (const auto opened = exchange::ImportFile::open(path)) {
        for (;;) {
            const auto next = (*opened)->next();
            if (!next || !*next)
                break;
            if (const auto &tree = (*next)->tree; tree && tree->messages.isEmpty())
                broken = "a conversation without messages";
        }
    }
    if (contentOf(path) != bytes)
        broken = "the file is not what it was";
    if (broken) {
        std::fprintf(stderr, "%s\n", broken);
        std::abort();
    }
    return 0;
}
