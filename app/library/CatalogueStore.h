// The catalogue in use: the built-in one, or one the person read from a file or an address of their choice.
// A chosen one is checked whole before it replaces anything, and kept on disk with where it came from.
// Owned by the composition root, which says how an address is read; used by ui/library.
#pragma once

#include "library/Catalogue.h"
#include "library/Fetch.h"

#include <QPointer>
#include <QUrl>

namespace library {

class CatalogueStore : public QObject
{
    Q_OBJECT
public:
    // `path`: where a chosen one is kept; empty = not on disk. It is read at once; what is there and cannot
    // be read leaves the built-in one and loadError().
    explicit CatalogueStore(const QString &path = {}, Fetch fetch = {}, QObject *parent = nullptr);

    const Catalogue &catalogue() const { return m_catalogue; } // this object, whatever changes
    // Where it was read from: a path or an address; empty = built in.
    QString source() const { return m_source; }
    std::optional<base::Error> loadError() const { return m_loadError; }

    // After a failure the old one is in use. Storage: the file cannot be read, or the new one not be kept.
    base::Result<void> readFile(const QString &path);
    // Ends in changed() or fetchFailed(). One at a time: a second takes the
    // place of the first.
    void fetch(const QUrl &url);
    bool isFetching() const { return m_fetching; }
    void cancelFetch(); // ends in fetchFailed(Cancelled)
    base::Result<void> useBuiltIn();

Q_SIGNALS:
    void changed();
    void fetchFailed(const base::Error &error);

private:
    base::Result<void> replace(const QByteArray &json, const QString &source);
    void load();

    QString m_path;
    Fetch m_fetch;
    Catalogue m_catalogue;
    QString m_source;
    std::optional<base::Error> m_loadError;
    QPointer<FetchOperation> m_fetching;
};

} // namespace library
