// The names a .env file may have: the guides' and the engine's own (ollama-api.md section 8), each with its
// type. Used by Environment.
#pragma once

#include "settings/Environment.h"

#include <optional>

namespace settings {

enum class EnvironmentType {
    Host,
    Port,
    Url,
    Timeout, // of requests, seconds within range
    Whole,   // within range
    Number,
    YesOrNo,
    Choice, // one of choices
    Duration,
    Model,
    Models,         // a list with commas, not empty
    ModelsOrFolder, // the engine's OLLAMA_MODELS is a folder, the guides' is a list
    Devices,        // graphics cards
    Text,
    Secret,
};

struct EnvironmentName
{
    QLatin1StringView name;
    EnvironmentType type = EnvironmentType::Text;
    std::optional<Key> key = {}; // what it sets here; absent: nothing
    Range range = {};
    QLatin1StringView choices = {}; // separated by commas
};

// Null where the name is not known. Of two names for the same key the one with the lower address counts.
const EnvironmentName *environmentName(const QString &name);

// Absent where the value is as it should be.
std::optional<EnvironmentComplaint> checkEnvironmentValue(const EnvironmentName &name,
                                                          const EnvironmentLine &line);

// As a complaint may hold it: short, and without the login that an address may have.
QString shownEnvironmentValue(const QString &value);

// Of a checked value; absent where it sets nothing here.
std::optional<QVariant> settingValue(const EnvironmentName &name, const QString &value);

QStringList environmentList(const QString &value);
bool isFolder(const QString &value);

} // namespace settings
