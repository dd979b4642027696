// Characters of Markdown that are written otherwise: as HTML entities, by name and by number, and after a
// backslash. Used by MarkdownParser.
#pragma once

#include <QString>

namespace chat {

// "&amp;" -> "&", "&#65;" -> "A"; what is unknown or would hide text comes back as it is.
QString fromEntity(const QString &entity);
// "\(" -> "(": without backslashes before ASCII punctuation.
QString withoutEscapes(QString text);

} // namespace chat
