// Any file that is taken for a damaged database: what is read from its pages are rows, and it comes to an
// end.
#include "chat/Schema.h"
#include "fuzz/Driver.h"
#include "storage/PageRows.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

namespace {

QString path()
{
    static const QTemporaryDir folder;
    return folder.filePath(QStringLiteral("any.db"));
}

QByteArray database(qsizetype textLength)
{
    QFile::remove(path());
    storage::Database database;
    if (!database.open(path(), chat::rows::schema()))
        std::abort();
    for (int n = 1; n <= 3; ++n) {
        if (!database.run(QStringLiteral("INSERT INTO conversation (id, title, model, system_prompt, draft, "
                                         "leaf) VALUES (?, ?, '', '', '', 0)"),
                          {n, QString(textLength, u'字')}))
            std::abort();
    }
    database.close();
    QFile file(path());
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QList<QByteArray> corpus()
{
    return {database(10), database(5000), "SQLite format 3", QByteArray(8192, '\x0d')};
}

int LLVMFuzzerInitialize(int *, char ***)
{
    return 0;
}

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QFile file(path());
    if (!file.open(QFile::WriteOnly | QFile::Truncate) ||
        file.write(reinterpret_cast<const char *>(data), static_cast<qint64>(size)) != qint64(size))
        std::abort();
    file.close();
    qsizetype rows = 0;
    storage::readPageRows(path(), [&](const storage::PageRow &) { return ++rows <= qsizetype(size); });
    if (rows > qsizetype(size)) {
        std::fprintf(stderr, "more rows than bytes\n");
        std::abort();
    }
    return 0;
}
