// The examples of the CommonMark specification (0.30) and of GitHub's extensions, with what they mean as
// HTML. Read from Debian's golang-github-yuin-goldmark-dev; the specification is CC-BY-SA 4.0.
#pragma once

#include <QList>
#include <QString>

namespace support {

struct SpecExample
{
    QByteArray name; // "Lists 301", "table 4"
    QString source;
    QString html;
};

// Empty where the package is not installed.
QList<SpecExample> specExamples();

} // namespace support
