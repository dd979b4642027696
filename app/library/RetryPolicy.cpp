#include "library/RetryPolicy.h"

#include <QRegularExpression>

#include <algorithm>

namespace library {

using Kind = base::Error::Kind;

namespace {

constexpr Kind passing[] = {Kind::Unreachable, Kind::HostNotFound, Kind::TimedOut, Kind::Interrupted,
                            Kind::Busy};

struct Words
{
    const char *pattern;
    RegistryFault fault;
};

// The first that matches counts; 408 and 429 pass by themselves.
constexpr Words aboutRegistry[] = {
    {"digest mismatch", RegistryFault::Damaged},
    {"HTTP response to HTTPS client|invalid character", RegistryFault::Stranger},
    {"x509:|tls: ", RegistryFault::Certificate},
    {"access denied|unauthorized|realm host|manifest: 40[13]\\b", RegistryFault::Refused},
    {"no Location header|manifest: 4(?!08|29)\\d\\d\\b", RegistryFault::Unusable},
    {"", RegistryFault::Unreached},
};

} // namespace

RegistryFault registryFaultOf(const base::Error &error)
{
    const auto row = std::ranges::find_if(aboutRegistry, [&](const Words &words) {
        const QRegularExpression pattern(QLatin1StringView(words.pattern),
                                         QRegularExpression::CaseInsensitiveOption);
        return pattern.match(error.detail).hasMatch();
    });
    return row->fault;
}

Fault faultOf(const base::Error &error)
{
    if (error.kind == Kind::Registry) {
        const RegistryFault fault = registryFaultOf(error);
        return fault == RegistryFault::Unreached ? Fault::Network
               : fault == RegistryFault::Damaged ? Fault::Damaged
                                                 : Fault::Final;
    }
    return std::ranges::find(passing, error.kind) == std::end(passing) ? Fault::Final : Fault::Network;
}

int RetryPolicy::mostTries(Fault fault) const
{
    switch (fault) {
    case Fault::Network:
        return static_cast<int>(waits.size());
    case Fault::Damaged:
        return std::min(mostDamaged, static_cast<int>(waits.size()));
    case Fault::Final:
        break;
    }
    return 0;
}

std::optional<std::chrono::milliseconds> RetryPolicy::waitAfter(Fault fault, int tries) const
{
    return tries < mostTries(fault) ? std::optional(waits.at(tries)) : std::nullopt;
}

} // namespace library
