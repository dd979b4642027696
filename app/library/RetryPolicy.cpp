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
    Fault fault;
};

// What the server says of a registry, in its own words (ollama-api.md section 3); the first that matches
// counts. A refusal, a certificate and another service stay what they are; 408 and 429 do not.
constexpr Words aboutRegistry[] = {
    {"digest mismatch", Fault::Damaged},
    {"x509:|tls: |HTTP response to HTTPS client|access denied|unauthorized|realm host|no Location header"
     "|manifest: 4(?!08|29)\\d\\d\\b|invalid character",
     Fault::Final},
    {"", Fault::Network},
};

} // namespace

Fault faultOf(const base::Error &error)
{
    if (error.kind == Kind::Registry) {
        const auto row = std::ranges::find_if(aboutRegistry, [&](const Words &words) {
            const QRegularExpression pattern(QLatin1StringView(words.pattern),
                                             QRegularExpression::CaseInsensitiveOption);
            return pattern.match(error.detail).hasMatch();
        });
        return row->fault;
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
