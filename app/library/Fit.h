// Whether a model will run, told before it is downloaded: weights, cache of the context and buffer for
// computing, against a machine. Pure values; the catalogue, the suggestions and the system check ask it.
// The formula and what it was checked against: `estimatedNeeds`.
#pragma once

#include "base/Machine.h"
#include "base/RunSettings.h"
#include "library/Catalogue.h"

namespace library {

// What a model takes when it runs, in bytes where nothing else is said.
struct MemoryNeeds
{
    qint64 context = 0; // tokens of a request
    qint64 weights = 0;
    qint64 cache = 0;   // of the context, for all requests
    qint64 compute = 0; // buffer for computing
    // What the server itself counted takes the estimate's place; its parts are not told then.
    qint64 measured = 0;        // 0 = not measured
    qint64 measuredContext = 0; // with this many tokens; the cache of any more is added

    qint64 total() const { return measured > 0 ? measured : weights + cache + compute; }
    bool operator==(const MemoryNeeds &) const = default;
};

// Weights as downloaded; the cache by the figures of the architecture; the buffer, where the sizes of the
// embedding are known, 4 × 512 × (hidden + vocabulary), or for the engine's own runner, which takes the
// last token alone through the vocabulary, 4 × 512 × (12 × hidden + context). That runner holds an embedding
// that is also the output twice. Within 15 % of what engine 0.17.4 wrote in its log for the models of
// tst_Fit; an upper bound where a figure is not known.
MemoryNeeds estimatedNeeds(const CatalogueEntry &entry, const base::RunSettings &settings = {});
// `measured` bytes with a context of `context` tokens, at a server with the same `settings.parallel`, take
// the place of what was estimated.
MemoryNeeds withMeasured(const CatalogueEntry &entry, const base::RunSettings &settings, qint64 measured,
                         qint64 context);

struct Fit
{
    enum class Verdict {
        OnCard,     // all of it fits the graphics card
        Divided,    // a part of it, and the rest fits the memory
        InMemory,   // the processor does the work
        BarelyNow,  // would fit, but the memory is in use
        TooLarge,   // more than there is
        NoDiskRoom, // cannot be downloaded
        Unknown,
    };
    Verdict verdict = Verdict::Unknown;
    MemoryNeeds needs = {};
    int layersOnCard = 0; // of a divided one, about; 0 = not known
    int layers = 0;       // 0 = not known

    // Whether it is known not to run.
    bool isHopeless() const { return verdict == Verdict::TooLarge || verdict == Verdict::NoDiskRoom; }
    bool operator==(const Fit &) const = default;
};

// `downloadBytes`: still to be downloaded; 0 = installed. `layers` of the model; 0 = not known.
Fit fitOf(const MemoryNeeds &needs, const base::Machine &machine, qint64 downloadBytes, int layers);

// What of so much memory stays for the rest of the computer: 30 %, at most 4 GB.
qint64 keptForSystem(qint64 memoryBytes);

} // namespace library
