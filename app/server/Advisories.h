// Known weaknesses of Ollama by version (reliability.md 1.1): those of which the version that mends them is
// known. Data; used by diagnose().
#pragma once

#include <QString>
#include <QStringList>

namespace server {

enum class Weakness {
    LeaksMemory,   // a crafted model file reads the server's memory
    WritesFiles,   // a crafted model or registry writes files where it wants
    CrashesRunner, // a damaged image ends the model's process
    OpenToPages,   // a web page can drive the server
};

struct Advisory
{
    QString id; // "CVE-2026-7482"
    Weakness weakness = Weakness::LeaksMemory;
    QString fixedIn; // the first version without it

    bool operator==(const Advisory &) const = default;
};

// Those that hold for a version such as "0.17.4" or "0.18.0-rc1", the latest first. Builds that do not know
// their version say "0.0.0": nothing is known of them.
QList<Advisory> advisoriesFor(const QString &version);

} // namespace server
