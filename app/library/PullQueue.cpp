#include "library/PullQueue.h"

#include <algorithm>
#include <optional>

namespace library {

using What = PullVerdict::What;
using State = PullTurn::State;

namespace {

// Besides its turn.
std::optional<PullHold> holdOf(const PullTurn &turn, const PullRules &rules)
{
    if (!turn.isHere)
        return PullHold::OtherServer;
    if (turn.hasBroken && !rules.isServerThere)
        return PullHold::Server;
    if (!rules.isOpen && !turn.isHurried)
        return PullHold::Hours;
    if (turn.hasBroken && turn.notBefore > rules.now)
        return PullHold::Retry;
    return std::nullopt;
}

} // namespace

std::vector<PullVerdict> judged(const std::vector<PullTurn> &turns, const PullRules &rules)
{
    auto running = static_cast<int>(std::ranges::count(turns, State::Running, &PullTurn::state));
    int inLine = 0;
    std::vector<PullVerdict> verdicts;
    verdicts.reserve(turns.size());
    for (const PullTurn &turn : turns) {
        PullVerdict verdict;
        if (turn.state == State::Running && !rules.isOpen && !turn.isHurried) {
            verdict.what = What::Stop;
        } else if (turn.state == State::Waiting) {
            const std::optional<PullHold> hold = holdOf(turn, rules);
            if (hold) {
                verdict = {What::Wait, *hold, 0, false};
            } else if (running < rules.atOnce) {
                verdict.what = What::Start;
                ++running;
            } else {
                verdict = {What::Wait, PullHold::Turn, running + inLine, inLine == 0};
                ++inLine;
            }
        }
        verdicts.push_back(verdict);
    }
    return verdicts;
}

} // namespace library
