#include "library/ModelDigest.h"

#include <algorithm>

namespace library {

bool isModelDigest(const QString &text)
{
    const auto isHex = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    return text.size() == 64 && std::ranges::all_of(text, isHex);
}

} // namespace library
