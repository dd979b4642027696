// The lines of a .env file, as text: NAME=value with quotes, comments and an optional "export". Nothing is
// expanded and nothing is run: a value is what stands there (reliability.md T19). Pure; used by Environment.
#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace settings {

struct EnvironmentLine
{
    enum class Wrong {
        Nothing,
        NoSign,  // no "="
        BadName, // not letters, digits and "_"
        UnclosedQuote,
        AfterQuote, // text after a closing quote
    };

    Wrong wrong = Wrong::Nothing;
    int line = 0;   // 1 = the first
    int column = 0; // of the value, or of what is wrong; 1 = the first
    QString name;
    QString value;

    bool operator==(const EnvironmentLine &) const = default;
};

inline constexpr qsizetype environmentFileLimit = 64 * 1024;

// UTF-8, or UTF-16 with a mark. Fails with TooLarge above the limit, Protocol where this is no text. Lines
// without an entry (blank, comments) are left out.
base::Result<QList<EnvironmentLine>> readEnvironmentLines(const QByteArray &bytes);

// The value as it has to be written so that it is read as `value`, here and by the usual readers.
QString quotedEnvironmentValue(const QString &value);

} // namespace settings
