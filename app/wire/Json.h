// JSON as a server or another program writes it, read tolerantly: what is missing, null or of another type
// reads as empty, and nothing throws. Pure; used by the Parse of each kind of server and by the importers,
// which alone know the field names.
#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QDateTime>

#include <nlohmann/json.hpp>

namespace wire {

using Json = nlohmann::json;

// Discarded (is_discarded()) where it is no JSON, or nested so deep that it can only be hostile.
Json parseJson(QByteArrayView bytes);
QByteArray toBytes(const Json &value);

// The member of an object; null where there is none, or where it is no object.
const Json &member(const Json &object, const char *key);
// A text as it was sent; empty where it is none.
QString rawText(const Json &value);
// A name or a fact, safe to show.
QString text(const Json &object, const char *key);
// Part of an answer: every character but NUL, which would end it early elsewhere.
QString answerText(const Json &object, const char *key);
// A size, a count or a duration, which is never negative; 0 where there is none.
qint64 count(const Json &object, const char *key);
// Any other number; 0 where there is none.
double number(const Json &object, const char *key);
// RFC 3339 with up to nine digits of a second; invalid where there is none, or where it is Go's zero time.
QDateTime time(const Json &object, const char *key);

// Protocol, with the beginning of what made no sense.
base::Error notUnderstood(QByteArrayView bytes);

} // namespace wire
