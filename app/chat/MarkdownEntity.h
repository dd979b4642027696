// HTML entities in Markdown, by name and by number. Used by MarkdownParser.
#pragma once

#include <QString>

namespace chat {

// "&amp;" -> "&", "&#65;" -> "A"; what is unknown or would hide text comes back as it is.
QString fromEntity(const QString &entity);

} // namespace chat
