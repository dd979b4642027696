#include "settings/SystemWords.h"

#include "common/Format.h"

#include <QCoreApplication>
#include <QDir>

namespace ui {
namespace {

using server::GraphicsCard;
using server::SystemFacts;
using server::SystemFinding;
using Verdict = SystemFinding::Verdict;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::SystemWords)
};

QString memoryWords(Verdict verdict, const SystemFacts &facts)
{
    if (verdict == Verdict::Unknown)
        return Words::tr("Memory: this system does not tell how much there is.");
    const QString have = bytes(facts.memoryBytes);
    if (verdict == Verdict::Good)
        return Words::tr("Memory: %1, %2 of it free.").arg(have, bytes(facts.availableBytes));
    if (verdict == Verdict::Enough)
        return Words::tr("Memory: %1, %2 of it free. Enough for models up to about 7B; %3 are recommended.")
            .arg(have, bytes(facts.availableBytes), bytes(server::goodMemory));
    return Words::tr("Memory: %1. At least %2 are asked for; small models up to about 3B may work.")
        .arg(have, bytes(server::leastMemory));
}

QString diskWords(Verdict verdict, const SystemFacts &facts)
{
    const QString folder = QDir::toNativeSeparators(facts.modelsFolder);
    if (verdict == Verdict::Unknown)
        return Words::tr("Disk: it could not be found out how much is free for %1.").arg(folder);
    const QString have = bytes(facts.diskBytes);
    if (verdict == Verdict::Good)
        return Words::tr("Disk: %1 free for %2.").arg(have, folder);
    if (verdict == Verdict::Enough)
        return Words::tr("Disk: %1 free for %2. Enough to begin; %3 are recommended.")
            .arg(have, folder, bytes(server::goodDisk));
    return Words::tr("Disk: %1 free for %2. At least %3 are asked for; choose another models folder below.")
        .arg(have, folder, bytes(server::leastDisk));
}

QString processorWords(Verdict verdict, const SystemFacts &facts)
{
    if (verdict == Verdict::Unknown)
        return Words::tr("Processor: %n core(s).", nullptr, facts.processors);
    if (verdict == Verdict::Good)
        return Words::tr("Processor: %n core(s) with AVX2, FMA and F16C.", nullptr, facts.processors);
    return Words::tr("Processor: without %1. Models without a graphics card will be very slow.")
        .arg(facts.missingInstructions->join(u", "));
}

QString graphicsWords(Verdict verdict, const SystemFacts &facts)
{
    if (facts.cards.isEmpty())
        return Words::tr(
            "Graphics card: none that the engine can use. The processor does the work, more slowly.");
    QStringList names;
    for (const GraphicsCard &card : facts.cards) {
        if (card.use == GraphicsCard::Use::NoDriver)
            names.append(Words::tr("%1 (driver missing)").arg(card.name));
        else if (card.memoryBytes == 0)
            names.append(card.name);
        else
            names.append(Words::tr("%1 (%2)").arg(card.name, bytes(card.memoryBytes)));
    }
    if (verdict == Verdict::TooLittle)
        return Words::tr("Graphics card: %1. Install its maker’s driver for the engine to use it.")
            .arg(names.join(u", "));
    return Words::tr("Graphics card: %1.").arg(names.join(u", "));
}

} // namespace

QString findingWords(const SystemFinding &finding, const SystemFacts &facts)
{
    switch (finding.subject) {
    case SystemFinding::Subject::Memory:
        return memoryWords(finding.verdict, facts);
    case SystemFinding::Subject::Disk:
        return diskWords(finding.verdict, facts);
    case SystemFinding::Subject::Processor:
        return processorWords(finding.verdict, facts);
    case SystemFinding::Subject::Graphics:
        return graphicsWords(finding.verdict, facts);
    }
    Q_UNREACHABLE();
}

std::pair<QString, IconColor> verdictIcon(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Good:
        return {QStringLiteral("circle-check"), IconColor::Ok};
    case Verdict::Enough:
        return {QStringLiteral("circle-check"), IconColor::Text3};
    case Verdict::TooLittle:
        return {QStringLiteral("circle-alert"), IconColor::Warn};
    case Verdict::Unknown:
        break;
    }
    return {QStringLiteral("circle-dashed"), IconColor::Text3};
}

} // namespace ui
