// Any file of settings: the program starts with values that are allowed, what is set then is there at the
// next start, and a file that makes no sense is kept as it was.
#include "fuzz/Driver.h"
#include "settings/SettingsStore.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

namespace {

using settings::SettingsStore;

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

bool isAllowed(const settings::Settings &values)
{
    settings::Settings again;
    for (const settings::Field &field : settings::fields()) {
        if (!field.set(again, field.get(values)))
            return false;
    }
    return again == values;
}

const char *broken(const QString &path, const QByteArray &bytes)
{
    {
        SettingsStore store(path);
        if (!isAllowed(store.values()))
            return "a value that is not allowed";
        const auto error = store.loadError();
        if (error && error->kind == base::Error::Kind::Damaged &&
            read(path + QStringLiteral(".bad")) != bytes)
            return "a damaged file that is gone";
        if (!store.set(settings::Key::MaxTokens, 77))
            return "a value that is not kept";
    }
    const SettingsStore store(path);
    if (store.values().maxTokens != 77)
        return "a value that is forgotten";
    return isAllowed(store.values()) ? nullptr : "a value that is not allowed at the next start";
}

} // namespace

QList<QByteArray> corpus()
{
    return {"[generation]\nmaxTokens=77\n[appearance]\ntheme=dark\n",
            "[window]\ngeometry=@ByteArray(\\0\\x1)\n",
            "a=@Variant(\\0\\0\\0\\x7f)\nb=@Rect(1 2 3 4)\n",
            "[%General]\nx=\"a\\\"b\",c\n;\n[",
            "=\n[]\n%=\\",
            QByteArray("[server\0\0]", 10)};
}

int LLVMFuzzerInitialize(int *, char ***)
{
    return 0;
}

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QTemporaryDir folder;
    static int count = 0;
    // QSettings remembers files by their names.
    const QString path = folder.filePath(QStringLiteral("%1.ini").arg(++count));
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const char *what = write(path, bytes) ? broken(path, bytes) : "no file";
    for (const char *ending : {"", ".good", ".bad"})
        QFile::remove(path + QLatin1String(ending));
    if (what) {
        std::fprintf(stderr, "%s\n", what);
        std::abort();
    }
    return 0;
}
