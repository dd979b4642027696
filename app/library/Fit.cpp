#include "library/Fit.h"

#include <algorithm>

namespace library {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 batch = 512; // tokens computed at once
constexpr qint64 floatBytes = 4;
// For an 8B model with a large vocabulary, where its sizes are not known.
constexpr qint64 usualCompute = 500'000'000;
// A driver's own, and what the screen takes.
constexpr qint64 keptOnCard = 500'000'000;

qint64 cacheBytes(const Architecture &model, const base::RunSettings &settings)
{
    // The engine keeps a batch beyond a sliding window.
    const qint64 windowed = std::min(settings.context, model.windowTokens + batch);
    const qint64 one = model.cacheBytesPerToken * settings.context + model.windowBytesPerToken * windowed;
    return one * settings.parallel;
}

qint64 computeBytes(const Architecture &model, const base::RunSettings &settings)
{
    if (model.hidden <= 0 || model.vocabulary <= 0)
        return usualCompute;
    const qint64 width = model.runner == Architecture::Runner::Own ? 12 * model.hidden + settings.context
                                                                   : model.hidden + model.vocabulary;
    return floatBytes * batch * width;
}

// Bytes of one figure of the embedding, which is quantized less than the rest.
double embeddingStep(const CatalogueEntry &entry)
{
    if (entry.quantization.contains("F16"_L1) || entry.quantization.contains("FP16"_L1))
        return 2;
    // The blocks of 256 figures that Q6_K needs do not divide every width; then it is Q8_0.
    const bool isInBlocks = entry.architecture.hidden % 256 == 0;
    return entry.quantization.startsWith("Q8"_L1) || !isInBlocks ? 34.0 / 32 : 210.0 / 256;
}

qint64 secondEmbedding(const CatalogueEntry &entry)
{
    const Architecture &model = entry.architecture;
    if (!model.isTied || model.runner != Architecture::Runner::Own)
        return 0;
    return qRound64(static_cast<double>(model.hidden * model.vocabulary) * embeddingStep(entry));
}

} // namespace

MemoryNeeds estimatedNeeds(const CatalogueEntry &entry, const base::RunSettings &settings)
{
    return {.context = settings.context,
            .weights = entry.downloadBytes + secondEmbedding(entry),
            .cache = cacheBytes(entry.architecture, settings),
            .compute = computeBytes(entry.architecture, settings)};
}

MemoryNeeds withMeasured(const CatalogueEntry &entry, const base::RunSettings &settings, qint64 measured,
                         qint64 context)
{
    MemoryNeeds needs = estimatedNeeds(entry, settings);
    const qint64 then = cacheBytes(entry.architecture, {context, settings.parallel});
    needs.measured = std::max<qint64>(measured + needs.cache - then, 1);
    needs.measuredContext = context;
    return needs;
}

qint64 keptForSystem(qint64 memoryBytes)
{
    return std::min<qint64>(memoryBytes / 10 * 3, 4'000'000'000);
}

Fit fitOf(const MemoryNeeds &needs, const base::Machine &machine, qint64 downloadBytes, int layers)
{
    using enum Fit::Verdict;
    using Knowledge = base::Machine::Knowledge;
    Fit fit{.verdict = Unknown, .needs = needs, .layersOnCard = 0, .layers = layers};
    if (needs.total() <= 0 || machine.knowledge == Knowledge::None)
        return fit;
    if (downloadBytes > 0 && machine.diskBytes >= 0 && machine.diskBytes < downloadBytes) {
        fit.verdict = NoDiskRoom;
        return fit;
    }
    const bool isWhole = machine.knowledge == Knowledge::Whole;
    const qint64 card = std::max<qint64>(machine.cardBytes - (isWhole ? keptOnCard : 0), 0);
    const qint64 memory = machine.memoryBytes - (isWhole ? keptForSystem(machine.memoryBytes) : 0);
    const qint64 rest = needs.total() - card;
    if (rest <= 0)
        fit.verdict = OnCard;
    else if (rest > memory)
        fit.verdict = isWhole ? TooLarge : Unknown;
    else if (machine.availableBytes > 0 && rest > machine.availableBytes)
        fit.verdict = BarelyNow;
    else
        fit.verdict = card > 0 ? Divided : InMemory;
    if (fit.verdict == Divided && layers > 0)
        fit.layersOnCard = static_cast<int>(card * layers / needs.total());
    return fit;
}

} // namespace library
