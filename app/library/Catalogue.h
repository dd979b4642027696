// A small, dated list of models worth pulling, built into the program (resources/catalogue.json). Its texts
// are data in both languages; its figures give way to the server's own after a pull.
// Made by the composition root; used by ui/library.
#pragma once

#include "backend/Types.h"

#include <QDate>

namespace library {

// The same text in the languages of the interface.
struct Texts
{
    QString en;
    QString zh;

    const QString &in(const QString &language) const; // "en", "zh_CN"
    bool operator==(const Texts &) const = default;
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
    qint64 cacheBytesPerToken = 0;
    qint64 windowBytesPerToken = 0;
    qint64 windowTokens = 0;

    bool isForChat() const { return !abilities.testFlag(backend::Capability::Embedding); }
    // Weights, cache and compute buffer with one context of `context` tokens; an upper bound.
    qint64 memoryBytes(qint64 context = 4096) const;
    bool operator==(const CatalogueEntry &) const = default;
};

class Catalogue
{
public:
    static Catalogue builtIn();
    // Protocol: not such a file. The first entries are the ones to suggest.
    static base::Result<Catalogue> parse(const QByteArray &json);

    QDate date() const { return m_date; }
    const QList<CatalogueEntry> &entries() const { return m_entries; }
    const CatalogueEntry *find(const QString &name) const; // nullptr = not in it

    // At most three general models of different families that this much memory runs beside the rest of the
    // system and this engine knows (empty = any), the recommended one first.
    QList<CatalogueEntry> suggestions(qint64 memoryBytes, const QString &engineVersion) const;

private:
    QDate m_date;
    QList<CatalogueEntry> m_entries;
};

// Whether an engine of this version knows the model; true where either is not told.
bool isKnownToEngine(const CatalogueEntry &entry, const QString &engineVersion);

} // namespace library
