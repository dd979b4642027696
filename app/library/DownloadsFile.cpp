#include "library/DownloadsFile.h"

#include "base/AtomicFile.h"
#include "base/ModelName.h"
#include "base/StoredWords.h"
#include "base/Text.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <array>

namespace library {

using namespace Qt::StringLiterals;
using base::Error;
using State = KeptDownload::State;

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;
constexpr qsizetype mostDownloads = 500;
constexpr qsizetype longestDetail = 500;
constexpr std::array directions{"pull"_L1, "push"_L1};              // by Direction
constexpr std::array words{"waiting"_L1, "paused"_L1, "failed"_L1}; // by State

// A size; below zero where it is none.
qint64 countOf(const QString &word)
{
    bool isNumber = false;
    const qint64 count = word.toLongLong(&isNumber);
    return isNumber ? count : -1;
}

// " KIND:DETAIL", the detail percent-encoded, so that it is one word.
QString printed(const Error &error)
{
    return u" %1:%2"_s.arg(base::word(base::errorKinds, error.kind),
                           QString::fromLatin1(QUrl::toPercentEncoding(error.detail.left(longestDetail))));
}

Error errorOf(const QString &word)
{
    return {base::meaning(base::errorKinds, word.section(u':', 0, 0), Error::Kind::Protocol),
            base::displayText(QUrl::fromPercentEncoding(word.section(u':', 1).toLatin1()))};
}

} // namespace

DownloadsFile::DownloadsFile(const QString &path)
    : m_path(path)
{
}

QList<KeptDownload> DownloadsFile::load()
{
    QList<KeptDownload> downloads;
    const QFileInfo info(m_path);
    if (m_path.isEmpty() || !info.exists())
        return downloads;
    QFile file(m_path);
    if (!info.isFile() || info.size() > largestFile || !file.open(QIODevice::ReadOnly)) {
        m_loadError = Error{Error::Kind::Storage, m_path};
        return downloads;
    }
    m_written = file.read(largestFile);
    const QStringList lines = QString::fromUtf8(m_written).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const std::optional<KeptDownload> download = parsed(line);
        const bool isTwice = download && std::ranges::any_of(downloads, [&](const KeptDownload &one) {
                                 return one.direction == download->direction &&
                                        one.server == download->server &&
                                        base::sameModel(one.name, download->name);
                             });
        if (download && !isTwice && downloads.size() < mostDownloads)
            downloads.append(*download);
        else if (!m_loadError)
            m_loadError = Error{Error::Kind::Protocol, base::displayLine(line)};
    }
    return downloads;
}

void DownloadsFile::save(const QList<KeptDownload> &downloads)
{
    if (m_path.isEmpty())
        return;
    const QByteArray bytes = printed(downloads);
    if (bytes == m_written && !m_saveError)
        return;
    const base::Result<void> written = base::writeAllAtomic(m_path, bytes);
    m_saveError = written ? std::nullopt : std::optional(written.error());
    if (written)
        m_written = bytes;
}

// "pull|push STATE ORIGIN BYTES OF-BYTES new|update NAME", then why it failed.
QByteArray DownloadsFile::printed(const QList<KeptDownload> &downloads)
{
    QString text;
    for (const KeptDownload &one : downloads) {
        text += u"%1 %2 %3 %4 %5 %6 %7"_s.arg(
            directions.at(static_cast<size_t>(one.direction)), words.at(static_cast<size_t>(one.state)),
            one.server, QString::number(one.completedBytes), QString::number(one.totalBytes),
            one.isUpdate ? "update"_L1 : "new"_L1, one.name);
        text += (one.error ? library::printed(*one.error) : QString()) + u'\n';
    }
    return text.toUtf8();
}

std::optional<KeptDownload> DownloadsFile::parsed(const QString &line)
{
    const QStringList parts = line.split(u' ');
    constexpr qsizetype least = 7;
    const bool hasReason = parts.size() == least + 1;
    if ((parts.size() != least && !hasReason) || parts.at(2).isEmpty())
        return std::nullopt;
    const auto way =
        std::ranges::find_if(directions, [&](QLatin1StringView one) { return parts.first() == one; });
    const auto word = std::ranges::find_if(words, [&](QLatin1StringView one) { return parts.at(1) == one; });
    const bool isUpdate = parts.at(5) == "update"_L1;
    const auto name = base::parseModelName(parts.at(6));
    const qint64 completed = countOf(parts.at(3));
    const qint64 total = countOf(parts.at(4));
    if (way == directions.end() || word == words.end() || (!isUpdate && parts.at(5) != "new"_L1) || !name ||
        completed < 0 || total < 0)
        return std::nullopt;
    const auto state = static_cast<State>(word - words.begin());
    if (hasReason && state != State::Failed)
        return std::nullopt;
    return KeptDownload{.name = name->display(),
                        .server = parts.at(2),
                        .state = state,
                        .completedBytes = completed,
                        .totalBytes = total,
                        .isUpdate = isUpdate,
                        .error = hasReason ? std::optional(errorOf(parts.at(7))) : std::nullopt,
                        .direction = static_cast<Direction>(way - directions.begin())};
}

} // namespace library
