// The folders of this computer where an engine on it may keep its models: ours, one that was started by hand,
// the service (ollama-api.md section 9). Which of them it is, only what lies in them can tell. Used by the
// composition root.
#pragma once

#include <QStringList>

namespace server {

// The likeliest first, each once, whether they are there or not. `first`: what the engine we start has, or
// would have; `root` is "/" but in tests.
QStringList modelsPlaces(const QStringList &first, const QString &root = QStringLiteral("/"));

} // namespace server
