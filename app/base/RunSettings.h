// How models are run, as a value: said by server::EngineEnvironment, or by the person for every question;
// library::Fit judges by it.
#pragma once

#include <QtGlobal>

namespace base {

struct RunSettings
{
    qint64 context = 4096; // tokens of one request
    int parallel = 1;      // requests at the same time

    bool operator==(const RunSettings &) const = default;
};

} // namespace base
