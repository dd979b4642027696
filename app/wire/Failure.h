// What a server's error texts mean (ollama-api.md sections 3 and 12). No kind of server has machine-readable
// ones, so the status and parts of the text decide. Pure; used by the Parse of each kind.
#pragma once

#include "base/Error.h"

#include <QStringView>

namespace wire {

// `status`: 200 for an error inside a stream. `text`: the server's words, or a page of something in between.
base::Error failureOf(int status, QStringView text);

} // namespace wire
