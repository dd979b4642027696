#include "library/CatalogueFilter.h"

#include <algorithm>
#include <limits>

namespace library {
namespace {

constexpr qint64 gigabyte = 1'000'000'000;

bool isOfKind(const CatalogueEntry &entry, CatalogueFilter::Kind kind)
{
    using enum CatalogueFilter::Kind;
    switch (kind) {
    case All:
        return true;
    case Featured:
        return entry.isFeatured;
    case Guides:
        return entry.guide.has_value();
    case Chat:
        return entry.isForChat() && !entry.isForCode;
    case Code:
        return entry.isForCode;
    case Vision:
        return entry.abilities.testFlag(backend::Capability::Vision);
    case Tools:
        return entry.abilities.testFlag(backend::Capability::Tools);
    case Thinking:
        return entry.abilities.testFlag(backend::Capability::Thinking);
    case Embedding:
        return entry.abilities.testFlag(backend::Capability::Embedding);
    }
    Q_UNREACHABLE();
}

} // namespace

std::pair<qint64, qint64> CatalogueFilter::bounds(Size size)
{
    using enum Size;
    constexpr qint64 endless = std::numeric_limits<qint64>::max();
    switch (size) {
    case Any:
        return {0, endless};
    case UpTo2:
        return {0, 2 * gigabyte};
    case UpTo5:
        return {2 * gigabyte, 5 * gigabyte};
    case UpTo10:
        return {5 * gigabyte, 10 * gigabyte};
    case UpTo20:
        return {10 * gigabyte, 20 * gigabyte};
    case Larger:
        return {20 * gigabyte, endless};
    }
    Q_UNREACHABLE();
}

bool CatalogueFilter::accepts(const CatalogueEntry &entry, const Fit &fit, const QString &interfaceLanguage,
                              const QString &extra) const
{
    const auto [above, upTo] = bounds(size);
    if (!isOfKind(entry, kind) || entry.downloadBytes <= above || entry.downloadBytes > upTo ||
        (language == Language::Chinese && !entry.speaksChinese) || (room == Room::Fits && fit.isHopeless()))
        return false;
    const QStringList haystack{entry.name, entry.goodFor.in(interfaceLanguage),
                               entry.languages.in(interfaceLanguage), entry.licence, extra};
    return std::ranges::all_of(words, [&](const QString &word) {
        return std::ranges::any_of(
            haystack, [&](const QString &text) { return text.contains(word, Qt::CaseInsensitive); });
    });
}

} // namespace library
