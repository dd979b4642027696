#include "library/CatalogueStore.h"

#include "base/AtomicFile.h"

#include <QFile>
#include <QFileInfo>
#include <QIODevice>

#include <algorithm>

namespace library {

using base::Error;

namespace {

// The bytes of a regular file, bounded: a pipe or a device would hold the window up.
base::Result<QByteArray> contents(const QString &path, qint64 most)
{
    const QFileInfo info(path);
    if (!info.isFile())
        return base::failure(Error::Kind::Storage, path);
    if (info.size() > most)
        return base::failure(Error::Kind::TooLarge, path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::failure(Error::Kind::Storage, file.errorString());
    const QByteArray bytes = file.read(most + 1);
    if (file.error() != QFileDevice::NoError)
        return base::failure(Error::Kind::Storage, file.errorString());
    return bytes;
}

} // namespace

CatalogueStore::CatalogueStore(const QString &path, Fetch fetch, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_fetch(std::move(fetch))
    , m_catalogue(Catalogue::builtIn())
{
    load();
}

base::Result<void> CatalogueStore::readFile(const QString &path)
{
    const base::Result<QByteArray> json = contents(path, Catalogue::maximumBytes);
    return json ? replace(*json, path) : base::Result<void>(std::unexpected(json.error()));
}

void CatalogueStore::fetch(const QUrl &url)
{
    delete m_fetching;
    const QString shown = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery).toDisplayString();
    m_fetching = m_fetch(url, this);
    connect(m_fetching, &FetchOperation::finished, this, [this, shown](const QByteArray &json) {
        m_fetching = nullptr;
        if (const base::Result<void> replaced = replace(json, shown); !replaced)
            Q_EMIT fetchFailed(replaced.error());
    });
    connect(m_fetching, &FetchOperation::failed, this, [this](const Error &error) {
        m_fetching = nullptr;
        Q_EMIT fetchFailed(error);
    });
}

void CatalogueStore::cancelFetch()
{
    if (m_fetching)
        m_fetching->cancel();
}

base::Result<void> CatalogueStore::useBuiltIn()
{
    if (QFile file(m_path); !m_path.isEmpty() && file.exists() && !file.remove())
        return base::failure(Error::Kind::Storage, file.errorString());
    m_catalogue = Catalogue::builtIn();
    m_source.clear();
    m_loadError.reset();
    Q_EMIT changed();
    return {};
}

base::Result<void> CatalogueStore::replace(const QByteArray &json, const QString &source)
{
    base::Result<Catalogue> catalogue = Catalogue::parse(json);
    if (!catalogue)
        return std::unexpected(catalogue.error());
    if (!m_path.isEmpty()) {
        // Where it came from on the first line, then the file as it was.
        const QByteArray kept = QUrl::toPercentEncoding(source, "/:") + '\n' + json;
        if (const base::Result<void> written = base::writeAllAtomic(m_path, kept); !written)
            return written;
    }
    m_catalogue = *std::move(catalogue);
    m_source = source;
    m_loadError.reset();
    Q_EMIT changed();
    return {};
}

void CatalogueStore::load()
{
    if (m_path.isEmpty() || !QFileInfo::exists(m_path))
        return;
    constexpr qint64 longestSource = 64 * 1024;
    const base::Result<QByteArray> kept = contents(m_path, Catalogue::maximumBytes + longestSource);
    if (!kept) {
        m_loadError = kept.error();
        return;
    }
    const qsizetype end = kept->indexOf('\n');
    base::Result<Catalogue> catalogue = Catalogue::parse(kept->sliced(end + 1));
    if (!catalogue) {
        m_loadError = catalogue.error();
        return;
    }
    m_catalogue = *std::move(catalogue);
    m_source = QUrl::fromPercentEncoding(kept->first(std::max<qsizetype>(end, 0)));
}

} // namespace library
