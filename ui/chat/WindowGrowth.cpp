#include "chat/WindowGrowth.h"

#include "common/FitWords.h"
#include "common/Format.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::ContextWay)
};

constexpr qint64 roomForAnswer = 1024; // tokens, where no limit is set
// What a token takes in memory in proportion to the weights, where the model's figures are not known: an
// upper bound for models of today (8 B at four bits: 4.9 GB, 128 kB a token).
constexpr qint64 weightsPerToken = 37'000;

// Of the catalogue where it has the model, else what can be told of one that is installed.
library::CatalogueEntry entryFor(Core &core, const backend::ModelInfo &model, qint64 limit)
{
    library::CatalogueEntry entry;
    if (const library::CatalogueEntry *known = core.catalogue().find(model.name))
        entry = *known;
    else
        entry.architecture.cacheBytesPerToken = model.sizeBytes / weightsPerToken;
    entry.name = model.name;
    entry.downloadBytes = model.sizeBytes;
    entry.contextTokens = limit;
    return entry;
}

} // namespace

WindowGrowth windowGrowth(Core &core, const chat::Conversation &conversation, const ContextState &state)
{
    WindowGrowth growth;
    if (!conversation.server.isEmpty() || core.connection().info().kind != backend::ServerKind::Ollama) {
        growth.obstacle = WindowGrowth::Obstacle::ServersOwn;
        return growth;
    }
    const backend::ModelDetails *details = core.installed().details(conversation.model);
    growth.limit = details ? details->contextLength : 0;
    const qint64 needed = state.use.total() + std::max(state.reserve, roomForAnswer);
    const qint64 current = state.window.isLimit ? 0 : state.window.tokens;
    growth.tokens = chat::largerWindow(needed, current, growth.limit);
    if (growth.tokens == 0) {
        growth.obstacle = WindowGrowth::Obstacle::Limit;
        return growth;
    }
    const backend::ModelInfo *installed = core.installed().find(conversation.model);
    if (!installed)
        return growth;
    const library::CatalogueEntry entry = entryFor(core, *installed, growth.limit);
    const auto fitsWith = [&](qint64 tokens) {
        growth.tokens = tokens;
        growth.fit = core.fitter().of(entry, tokens, installed);
        return !growth.fit.isHopeless();
    };
    // Doubled is more than it has to be.
    if (!fitsWith(growth.tokens) && !fitsWith((needed + 1023) / 1024 * 1024))
        growth.obstacle = WindowGrowth::Obstacle::Memory;
    return growth;
}

QString growthWords(const WindowGrowth &growth, const QString &model)
{
    switch (growth.obstacle) {
    case WindowGrowth::Obstacle::None:
        break;
    case WindowGrowth::Obstacle::ServersOwn:
        return Words::tr("Its size is set where the server is started; a request cannot ask for another.");
    case WindowGrowth::Obstacle::Limit:
        return growth.limit > 0 ? Words::tr("%1 can take %2 at most, which is not enough.")
                                      .arg(model, tokens(growth.limit))
                                : Words::tr("No window is large enough for it.");
    case WindowGrowth::Obstacle::Memory:
        return Words::tr("With %1 there is not enough memory. %2")
            .arg(tokens(growth.tokens), fitWords(growth.fit, model, 0));
    }
    const QString size = Words::tr("%1, for this conversation alone. The model is loaded anew for it.")
                             .arg(tokens(growth.tokens));
    if (growth.fit.verdict == library::Fit::Verdict::Unknown)
        return Words::tr("%1 Whether memory allows it is not known.").arg(size);
    return Words::tr("%1 %2").arg(size, fitWords(growth.fit, model, 0));
}

} // namespace ui
