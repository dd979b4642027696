// What the engine's error texts mean (ollama-api.md section 3). It has no machine-readable kinds, so the
// status and parts of the text decide. Pure; used by Parse.
#pragma once

#include "base/Error.h"

#include <QStringView>

namespace wire {

// `status`: 200 for an error inside a stream. `text`: the server's words, or a page of something in between.
base::Error failureOf(int status, QStringView text);

} // namespace wire
