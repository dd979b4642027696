// What the chat page has to offer before the first question can be asked (experience.md, "First run").
// A pure decision from facts; the composition root gathers them and acts.
#pragma once

#include "server/Connection.h"

#include <optional>

namespace server {

enum class FirstRun {
    Waiting,     // not known yet: a check, the list of models or a starting engine is still to answer
    Ready,       // a server with a model
    NoModel,     // a server without one, that can pull: suggest some
    StartEngine, // no server, but its program is on this machine: start it
    NoEngine,    // nothing that could answer: tell how to get an engine, or another machine's address
};

struct FirstRunFacts
{
    Connection::State connection = Connection::State::Connecting;
    std::optional<qsizetype> modelCount = std::nullopt; // absent = the server has not told yet
    bool canPull = true;                                // Backend::abilities()
    bool isLoopback = true;                             // the chosen address is on this machine
    bool isProgramFound = false;                        // LocalEngine::findProgram()
    bool isStartTried = false;                          // the app has started it before, in this session
    bool isEngineRunning = false;                       // and its process still runs
    bool isStopWanted = false;                          // the person stopped it in the settings

    bool operator==(const FirstRunFacts &) const = default;
};

FirstRun firstRun(const FirstRunFacts &facts);

} // namespace server
