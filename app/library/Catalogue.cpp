#include "library/Catalogue.h"

#include "base/ModelName.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVersionNumber>

#include <algorithm>

namespace library {

using namespace Qt::StringLiterals;

namespace {

// 4 × 512 × (hidden + vocabulary) for an 8B model with a large vocabulary.
constexpr qint64 computeBytes = 500'000'000;
// What a model may take of all memory; the rest is the system's and the programs'.
constexpr double usableShare = 0.7;
// The first model should be there within minutes, and be quick without a graphics card.
constexpr qint64 largestSuggestion = 6'000'000'000;
constexpr qsizetype suggestionCount = 3;

QString text(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toString();
}

qint64 count(const QJsonObject &object, QLatin1StringView key)
{
    return std::max<qint64>(object.value(key).toInteger(), 0);
}

Texts texts(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonObject both = object.value(key).toObject();
    return {text(both, "en"_L1), text(both, "zh"_L1)};
}

backend::Capabilities abilities(const QJsonArray &names)
{
    backend::Capabilities result;
    result.setFlag(backend::Capability::Tools, names.contains("tools"_L1));
    result.setFlag(backend::Capability::Vision, names.contains("vision"_L1));
    result.setFlag(backend::Capability::Thinking, names.contains("thinking"_L1));
    result.setFlag(backend::Capability::Embedding, names.contains("embedding"_L1));
    return result;
}

CatalogueEntry entry(const QJsonObject &object)
{
    const QJsonArray capabilities = object.value("capabilities"_L1).toArray();
    const QJsonObject architecture = object.value("arch"_L1).toObject();
    return {
        .name = text(object, "name"_L1),
        .family = text(object, "family"_L1),
        .parameterLabel = text(object, "parameter_label"_L1),
        .quantization = text(object, "quantization"_L1),
        .licence = text(object, "licence"_L1),
        .engineAtLeast = text(object, "engine_at_least"_L1),
        .goodFor = texts(object, "good_for"_L1),
        .languages = texts(object, "languages_note"_L1),
        .downloadBytes = count(object, "download_bytes"_L1),
        .isSizeApproximate = object.value("size_is_approximate"_L1).toBool(),
        .contextTokens = count(object, "context_tokens"_L1),
        .abilities = abilities(capabilities),
        .isForCode = capabilities.contains("code"_L1),
        .cacheBytesPerToken = count(architecture, "kv_bytes_per_token"_L1),
        .windowBytesPerToken = count(architecture, "window_bytes_per_token"_L1),
        .windowTokens = count(architecture, "window_tokens"_L1),
    };
}

} // namespace

const QString &Texts::in(const QString &language) const
{
    return language.startsWith("zh"_L1) && !zh.isEmpty() ? zh : en;
}

qint64 CatalogueEntry::memoryBytes(qint64 context) const
{
    // The engine keeps a batch of 512 tokens beyond a sliding window.
    const qint64 windowed = std::min(context, windowTokens + 512);
    return downloadBytes + cacheBytesPerToken * context + windowBytesPerToken * windowed + computeBytes;
}

Catalogue Catalogue::builtIn()
{
    QFile file(u":/catalogue.json"_s);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const base::Result<Catalogue> catalogue = parse(isOpen ? file.readAll() : QByteArray());
    Q_ASSERT(catalogue);
    return catalogue.value_or(Catalogue());
}

base::Result<Catalogue> Catalogue::parse(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return base::failure(base::Error::Kind::Protocol, error.errorString());
    Catalogue catalogue;
    catalogue.m_date = QDate::fromString(text(root, "catalogue_date"_L1), Qt::ISODate);
    const QJsonArray models = root.value("models"_L1).toArray();
    for (const QJsonValue &model : models) {
        CatalogueEntry read = entry(model.toObject());
        if (!base::parseModelName(read.name) || read.downloadBytes == 0)
            return base::failure(base::Error::Kind::Protocol, read.name);
        catalogue.m_entries.append(std::move(read));
    }
    if (!catalogue.m_date.isValid() || catalogue.m_entries.isEmpty())
        return base::failure(base::Error::Kind::Protocol);
    return catalogue;
}

const CatalogueEntry *Catalogue::find(const QString &name) const
{
    const auto found = std::ranges::find_if(
        m_entries, [&](const CatalogueEntry &candidate) { return base::sameModel(candidate.name, name); });
    return found == m_entries.end() ? nullptr : &*found;
}

QList<CatalogueEntry> Catalogue::suggestions(qint64 memoryBytes, const QString &engineVersion) const
{
    const auto room = static_cast<qint64>(static_cast<double>(memoryBytes) * usableShare);
    QList<CatalogueEntry> chosen;
    for (const CatalogueEntry &candidate : m_entries) {
        const bool isGeneral = candidate.isForChat() && !candidate.isForCode;
        const bool fits = candidate.memoryBytes() <= room && candidate.downloadBytes <= largestSuggestion;
        const bool isNewFamily =
            std::ranges::find(chosen, candidate.family, &CatalogueEntry::family) == chosen.end();
        if (isGeneral && fits && isNewFamily && isKnownToEngine(candidate, engineVersion))
            chosen.append(candidate);
        if (chosen.size() == suggestionCount)
            break;
    }
    return chosen;
}

bool isKnownToEngine(const CatalogueEntry &entry, const QString &engineVersion)
{
    const QVersionNumber needed = QVersionNumber::fromString(entry.engineAtLeast);
    const QVersionNumber there = QVersionNumber::fromString(engineVersion);
    // A build of one's own calls itself 0.0.0.
    return needed.isNull() || there.normalized().isNull() || there >= needed;
}

} // namespace library
