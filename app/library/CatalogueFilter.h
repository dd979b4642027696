// Which entries of the catalogue a person wants to see. A value and a pure test; used by ui/library.
#pragma once

#include "library/Fit.h"

#include <utility>

namespace library {

struct CatalogueFilter
{
    enum class Kind { All, Featured, Guides, Chat, Code, Vision, Tools, Thinking, Embedding };
    enum class Size { Any, UpTo2, UpTo5, UpTo10, UpTo20, Larger }; // of the download, decimal GB
    enum class Language { Any, Chinese };
    enum class Room { Any, Fits }; // Fits: not known not to

    // More bytes than the first, at most the second.
    static std::pair<qint64, qint64> bounds(Size size);

    QStringList words = {}; // each must be found in the name, in the texts, or in `extra`
    Kind kind = Kind::All;
    Size size = Size::Any;
    Language language = Language::Any;
    Room room = Room::Any;

    // `interfaceLanguage`: whose texts are searched; `extra`: other words shown for it.
    bool accepts(const CatalogueEntry &entry, const Fit &fit, const QString &interfaceLanguage,
                 const QString &extra) const;
    bool operator==(const CatalogueFilter &) const = default;
};

} // namespace library
