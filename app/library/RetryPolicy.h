// Which failures of a pull pass by themselves, and when it is tried again. Pure; used by Downloads.
#pragma once

#include "base/Error.h"

#include <QList>

#include <chrono>
#include <optional>

namespace library {

enum class Fault {
    Network, // on the way to the server, or from there to the registry
    Damaged, // what came is not what its digest says; the server has thrown it away
    Final,   // trying again changes nothing
};

Fault faultOf(const base::Error &error);

// What Error::Kind::Registry is about, by the server's own words (ollama-api.md section 3).
enum class RegistryFault {
    Unreached,   // the way there, or it did not answer as it should just then
    Damaged,     // a layer is not what its digest says
    Refused,     // it does not let this server have it, or write there
    Certificate, // the server does not trust what answers
    Stranger,    // what answers is no registry
    Unusable,    // for another reason; trying again changes nothing
};
RegistryFault registryFaultOf(const base::Error &error);

struct RetryPolicy
{
    // After so many faults of the network without a byte between them.
    QList<std::chrono::milliseconds> waits{std::chrono::seconds(5), std::chrono::seconds(15),
                                           std::chrono::seconds(45), std::chrono::minutes(2),
                                           std::chrono::minutes(5)};
    int mostDamaged = 2; // a third time would be damaged on the same way

    int mostTries(Fault fault) const;
    // `tries`: how often it was tried again after that fault. Absent: it has failed.
    std::optional<std::chrono::milliseconds> waitAfter(Fault fault, int tries) const;
};

} // namespace library
