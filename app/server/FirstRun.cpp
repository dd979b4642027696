#include "server/FirstRun.h"

namespace server {

FirstRun firstRun(const FirstRunFacts &facts)
{
    switch (facts.connection) {
    case Connection::State::Connecting:
        return FirstRun::Waiting;
    case Connection::State::Ready:
        if (!facts.modelCount)
            return FirstRun::Waiting;
        return *facts.modelCount > 0 || !facts.canPull ? FirstRun::Ready : FirstRun::NoModel;
    case Connection::State::Offline:
        break;
    }
    if (facts.isEngineRunning && facts.isLoopback)
        return FirstRun::Waiting;
    // Tried once a session: an engine that ends at once would else be started for ever.
    if (facts.isLoopback && facts.isProgramFound && !facts.isStartTried && !facts.isStopWanted)
        return FirstRun::StartEngine;
    return FirstRun::NoEngine;
}

} // namespace server
