// Assistants in a file of our own: JSON in UTF-8.
//
//   {"format": "inkstone-assistants", "version": 1, "program": "Inkstone 0.1.0", "assistants": [
//     {"name": …, "icon": …, "systemPrompt": …, "model": …, "parameters": as in chat/Parameters.h,
//      "suggestions": [text, …]}, …]}
//
// Only the name has to be there. Members that are not known are passed over; a version above 1 is not read.
// Pure; the only place that knows these names.
#pragma once

#include "base/Error.h"
#include "chat/Assistant.h"

#include <QByteArray>

namespace exchange {

inline constexpr qint64 largestAssistantFile = 16 * 1024 * 1024; // bytes

QByteArray assistantsJson(const QList<chat::Assistant> &assistants);

// All of them, without ids, or none. TooLarge: more bytes or more assistants than there can be. Protocol: no
// such file. NewerData: this program is too old for it. Invalid: one cannot be an assistant; detail is which,
// counted from 1.
base::Result<QList<chat::Assistant>> assistantsFrom(const QByteArray &json);
// The same of a file; also NotFound, Storage.
base::Result<QList<chat::Assistant>> readAssistants(const QString &path);

} // namespace exchange
