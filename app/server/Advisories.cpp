#include "server/Advisories.h"

#include <QVersionNumber>

namespace server {
namespace {

struct Row
{
    const char *id;
    Weakness weakness;
    const char *from;    // the first version with it; nullptr = all
    const char *fixedIn; // the first without it
};

constexpr Row rows[] = {
    {"CVE-2026-7020", Weakness::WritesFiles, nullptr, "0.20.3"},
    {"CVE-2026-7482", Weakness::LeaksMemory, nullptr, "0.17.1"},
    {"CVE-2025-15514", Weakness::CrashesRunner, "0.11.5", "0.13.6"},
    {"CVE-2024-45436", Weakness::WritesFiles, nullptr, "0.1.47"},
    {"CVE-2024-37032", Weakness::WritesFiles, nullptr, "0.1.34"},
    {"CVE-2024-28224", Weakness::OpenToPages, nullptr, "0.1.29"},
};

} // namespace

QList<Advisory> advisoriesFor(const QString &version)
{
    const QVersionNumber here = QVersionNumber::fromString(version);
    QList<Advisory> result;
    if (here.segmentCount() < 2 || here.normalized().isNull())
        return result;
    const auto number = [](const char *text) { return QVersionNumber::fromString(QLatin1StringView(text)); };
    for (const Row &row : rows) {
        const bool isIn = row.from == nullptr || here >= number(row.from);
        if (isIn && here < number(row.fixedIn))
            result.append({QString::fromLatin1(row.id), row.weakness, QString::fromLatin1(row.fixedIn)});
    }
    return result;
}

} // namespace server
