// A dated list of models worth pulling, as a value: built into the program (resources/catalogue.json) or read
// from a file of the same shape. Its texts are data in both languages; its figures give way to the server's
// own after a pull. Kept by CatalogueStore.
#pragma once

#include "backend/Types.h"

#include <QDate>
#include <QHash>

#include <functional>

namespace library {

// The same text in the languages of the interface.
struct Texts
{
    QString en;
    QString zh;

    const QString &in(const QString &language) const; // "en", "zh_CN"
    bool operator==(const Texts &) const = default;
};

// What the deployment guides say about one of the models they compare.
struct GuideNote
{
    qint64 sizeBytes = 0; // as printed there
    int speed = 0;        // 1..3, three is quickest; 0 = not told
    Texts use;

    bool operator==(const GuideNote &) const = default;
};

// What the memory a model takes is reckoned from (Fit). 0 = not known.
struct Architecture
{
    // What in the engine runs it: llama.cpp's code, or the engine's own.
    enum class Runner { LlamaCpp, Own };

    int layers = 0;
    qint64 hidden = 0;             // width of the embedding
    qint64 vocabulary = 0;         // tokens it has rows for
    bool isTied = false;           // the embedding is the output's matrix too
    qint64 cacheBytesPerToken = 0; // of the layers whose cache grows with the context
    qint64 windowBytesPerToken = 0;
    qint64 windowTokens = 0; // after which the cache of the other layers grows no more
    Runner runner = Runner::LlamaCpp;

    bool operator==(const Architecture &) const = default;
};

struct CatalogueEntry
{
    QString name;           // what to pull
    QString family;         // groups entries
    QString parameterLabel; // "8B"
    QString quantization;   // may be empty
    QString licence;        // a name; may be empty
    QString engineAtLeast;  // first release of the engine that knows it; empty = old or unknown
    Texts goodFor;
    Texts languages;
    qint64 downloadBytes = 0;
    bool isSizeApproximate = false;
    qint64 contextTokens = 0; // 0 = unknown
    backend::Capabilities abilities;
    bool isForCode = false;
    bool speaksChinese = false;
    bool isFeatured = false;
    std::optional<GuideNote> guide;
    QStringList sources; // keys of Catalogue::sources()
    Architecture architecture;
    QString libraryId; // beginning of the digest of what was listed; may be empty

    bool isForChat() const { return !abilities.testFlag(backend::Capability::Embedding); }
    bool operator==(const CatalogueEntry &) const = default;
};

class Catalogue
{
public:
    static Catalogue builtIn();
    // Larger ones are refused: ours has 200 kB.
    static constexpr qint64 maximumBytes = 4 * 1024 * 1024;
    // The whole or nothing. TooLarge; Protocol: not such a file, detail: the entry that is wrong, if one is.
    static base::Result<Catalogue> parse(const QByteArray &json);

    QDate date() const { return m_date; }
    const QList<CatalogueEntry> &entries() const { return m_entries; }
    // Where figures come from, by key.
    const QHash<QString, Texts> &sources() const { return m_sources; }
    const CatalogueEntry *find(const QString &name) const; // nullptr = not in it

    // At most three general models of different families that `fits` and this engine knows (empty = any), the
    // recommended one first. The file says which to choose from.
    QList<CatalogueEntry> suggestions(const std::function<bool(const CatalogueEntry &)> &fits,
                                      const QString &engineVersion) const;

private:
    QDate m_date;
    QList<CatalogueEntry> m_entries;
    QHash<QString, qsizetype> m_places; // in m_entries, by modelKey
    QHash<QString, Texts> m_sources;
    QStringList m_suggestions; // names of entries
};

// Whether an engine of this version knows the model; true where either is not told.
bool isKnownToEngine(const CatalogueEntry &entry, const QString &engineVersion);

} // namespace library
