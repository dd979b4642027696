#include "library/WordLines.h"

#include "base/Text.h"

#include <QFile>
#include <QFileInfo>

namespace library {

std::optional<base::Error> readWordLines(const QString &path, qint64 largest,
                                         const std::function<bool(const QStringList &words)> &take)
{
    const QFileInfo info(path);
    if (path.isEmpty() || !info.exists())
        return {};
    QFile file(path);
    // Plain files alone: another kind may never end, or keep its reader waiting.
    if (!info.isFile() || info.size() > largest || !file.open(QIODevice::ReadOnly))
        return base::Error{base::Error::Kind::Storage, path};
    std::optional<base::Error> error;
    const QStringList lines = QString::fromUtf8(file.read(largest)).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (!take(line.split(u' ')))
            error = base::Error{base::Error::Kind::Storage, base::displayLine(line)};
    }
    return error;
}

} // namespace library
