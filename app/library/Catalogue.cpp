#include "library/Catalogue.h"

#include "base/ModelName.h"
#include "base/Text.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVersionNumber>

#include <algorithm>

namespace library {

using namespace Qt::StringLiterals;

namespace {

// The first model should be there within minutes, and be quick without a graphics card.
constexpr qint64 largestSuggestion = 6'000'000'000;
constexpr qsizetype suggestionCount = 3;

// Beyond these a figure is a slip or a trap: a petabyte, a megabyte a token, a billion tokens.
constexpr qint64 largestDownload = 1'000'000'000'000'000;
constexpr qint64 largestCacheStep = 1'000'000'000;
constexpr qint64 longestContext = 1'000'000'000;
constexpr qint64 mostLayers = 10'000;
constexpr qint64 widest = 100'000'000;
constexpr qsizetype mostEntries = 10'000;
constexpr qsizetype longestText = 400;

QString text(const QJsonObject &object, QLatin1StringView key)
{
    return base::displayLine(object.value(key).toString(), longestText);
}

qint64 count(const QJsonObject &object, QLatin1StringView key, qint64 largest)
{
    const qint64 value = object.value(key).toInteger();
    return value < 0 || value > largest ? 0 : value;
}

Texts texts(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonObject both = object.value(key).toObject();
    return {text(both, "en"_L1), text(both, "zh"_L1)};
}

QStringList strings(const QJsonObject &object, QLatin1StringView key)
{
    QStringList result;
    for (const QJsonValue &value : object.value(key).toArray())
        result.append(base::displayLine(value.toString(), longestText));
    return result;
}

backend::Capabilities abilities(const QStringList &names)
{
    backend::Capabilities result;
    result.setFlag(backend::Capability::Tools, names.contains("tools"_L1));
    result.setFlag(backend::Capability::Vision, names.contains("vision"_L1));
    result.setFlag(backend::Capability::Thinking, names.contains("thinking"_L1));
    result.setFlag(backend::Capability::Embedding, names.contains("embedding"_L1));
    return result;
}

std::optional<GuideNote> guideNote(const QJsonValue &value)
{
    if (!value.isObject())
        return {};
    const QJsonObject object = value.toObject();
    const double gigabytes = std::clamp(object.value("size_gb"_L1).toDouble(), 0.0, 1e6);
    return GuideNote{.sizeBytes = qRound64(gigabytes * 1e9),
                     .speed = static_cast<int>(count(object, "speed"_L1, 3)),
                     .use = texts(object, "use"_L1)};
}

Architecture architecture(const QJsonObject &object)
{
    const bool isOwn = object.value("own_runner"_L1).toBool();
    return {.layers = static_cast<int>(count(object, "layers"_L1, mostLayers)),
            .hidden = count(object, "hidden"_L1, widest),
            .vocabulary = count(object, "vocabulary"_L1, widest),
            .isTied = object.value("tied"_L1).toBool(),
            .cacheBytesPerToken = count(object, "kv_bytes_per_token"_L1, largestCacheStep),
            .windowBytesPerToken = count(object, "window_bytes_per_token"_L1, largestCacheStep),
            .windowTokens = count(object, "window_tokens"_L1, longestContext),
            .runner = isOwn ? Architecture::Runner::Own : Architecture::Runner::LlamaCpp};
}

CatalogueEntry entry(const QJsonObject &object)
{
    const QStringList capabilities = strings(object, "capabilities"_L1);
    return {
        .name = object.value("name"_L1).toString(),
        .family = text(object, "family"_L1),
        .parameterLabel = text(object, "parameter_label"_L1),
        .quantization = text(object, "quantization"_L1),
        .licence = text(object, "licence"_L1),
        .engineAtLeast = text(object, "engine_at_least"_L1),
        .goodFor = texts(object, "good_for"_L1),
        .languages = texts(object, "languages_note"_L1),
        .downloadBytes = count(object, "download_bytes"_L1, largestDownload),
        .isSizeApproximate = object.value("size_is_approximate"_L1).toBool(),
        .contextTokens = count(object, "context_tokens"_L1, longestContext),
        .abilities = abilities(capabilities),
        .isForCode = capabilities.contains("code"_L1),
        .speaksChinese = object.value("chinese"_L1).toBool(),
        .isFeatured = object.value("featured"_L1).toBool(),
        .guide = guideNote(object.value("guide"_L1)),
        .sources = strings(object, "sources"_L1),
        .architecture = architecture(object.value("arch"_L1).toObject()),
        .libraryId = text(object, "library_id"_L1),
    };
}

} // namespace

const QString &Texts::in(const QString &language) const
{
    return language.startsWith("zh"_L1) && !zh.isEmpty() ? zh : en;
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
    if (json.size() > maximumBytes)
        return base::failure(base::Error::Kind::TooLarge);
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return base::failure(base::Error::Kind::Protocol, error.errorString());
    Catalogue catalogue;
    catalogue.m_date = QDate::fromString(text(root, "catalogue_date"_L1), Qt::ISODate);
    const QJsonArray models = root.value("models"_L1).toArray();
    if (!catalogue.m_date.isValid() || models.isEmpty() || models.size() > mostEntries)
        return base::failure(base::Error::Kind::Protocol);
    for (const QJsonValue &model : models) {
        CatalogueEntry read = entry(model.toObject());
        const bool isGood = base::parseModelName(read.name) && read.downloadBytes > 0;
        const QString key = base::modelKey(read.name);
        if (!isGood || catalogue.m_places.contains(key))
            return base::failure(base::Error::Kind::Protocol, base::displayLine(read.name));
        catalogue.m_places.insert(key, catalogue.m_entries.size());
        catalogue.m_entries.append(std::move(read));
    }
    const QJsonObject sources = root.value("sources"_L1).toObject();
    for (auto source = sources.begin(); source != sources.end(); ++source)
        catalogue.m_sources.insert(source.key(), texts(sources, QLatin1StringView(source.key().toLatin1())));
    catalogue.m_suggestions = strings(root, "suggestions"_L1);
    return catalogue;
}

const CatalogueEntry *Catalogue::find(const QString &name) const
{
    const auto place = m_places.constFind(base::modelKey(name));
    return place == m_places.constEnd() ? nullptr : &m_entries[*place];
}

QList<CatalogueEntry> Catalogue::suggestions(const std::function<bool(const CatalogueEntry &)> &fits,
                                             const QString &engineVersion) const
{
    QList<CatalogueEntry> chosen;
    for (const QString &name : m_suggestions) {
        const CatalogueEntry *found = find(name);
        if (!found)
            continue;
        const CatalogueEntry &candidate = *found;
        const bool isGeneral = candidate.isForChat() && !candidate.isForCode;
        const bool isQuick = candidate.downloadBytes <= largestSuggestion;
        const bool isNewFamily =
            std::ranges::find(chosen, candidate.family, &CatalogueEntry::family) == chosen.end();
        if (isGeneral && isQuick && isNewFamily && isKnownToEngine(candidate, engineVersion) &&
            fits(candidate))
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
