// The grammar of model names: [host/][namespace/]model[:tag]. Source: ollama-api.md section 6.1.
#pragma once

#include "base/Error.h"

#include <QString>
#include <QStringView>

namespace base {

struct ModelName
{
    QString host;  // "registry.ollama.ai" where none was given
    QString space; // namespace; "library" where none was given
    QString model;
    QString tag; // "latest" where none was given

    bool operator==(const ModelName &) const = default;

    // The shortest form people use, always with tag: "qwen3:8b", "user/m:tag", "host:5000/ns/m:tag".
    QString display() const;
    // The one that is asked where a name says none.
    bool isFromUsualRegistry() const;
    // The registry is on this very machine.
    bool isOnLoopback() const;
    // Anyone may have put it there: the registry is neither the usual one nor on the server's own machine,
    // where whoever runs the server runs it.
    bool isForeign() const { return !isFromUsualRegistry() && !isOnLoopback(); }
};

// Fails with Invalid; detail is the typed text made safe to show.
Result<ModelName> parseModelName(QStringView typed);

// Equal for all names of one model: defaults added, case ignored. What is no name stays as it is.
QString modelKey(QStringView name);
// Whether both mean the same model.
bool sameModel(QStringView a, QStringView b);

} // namespace base
