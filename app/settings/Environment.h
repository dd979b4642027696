// What a .env file says about servers and models, checked: the guides' names and the engine's own. Every
// other name is left alone and listed, nothing is expanded, and nothing reaches the environment of this
// program or another (reliability.md T19). Pure; the Data page reads and writes the files.
#pragma once

#include "settings/EnvironmentText.h"
#include "settings/Settings.h"

#include <QProcessEnvironment>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

namespace settings {

struct EnvironmentComplaint
{
    enum class Kind {
        Line,        // see lineWrong
        Empty,       // needs a value
        NoWhole,     // not a whole number
        NoNumber,    // not a number
        OutOfRange,  // see range
        NoYesOrNo,   // not true/false, 1/0, yes/no, on/off
        NoHost,      // no host name or address
        NoPort,      // of OLLAMA_HOST of this process; the usual one is used
        NoUrl,       // no http or https address
        NoModelName, // `value` breaks the grammar of model names
        NoDuration,  // neither seconds nor "5m"
        NotAmong,    // see choices
        NoDevices,   // names no graphics cards
        Twice,       // set again further down, which counts
        KeyAlone,    // of this process: a key, and no address it is for
    };

    Kind kind = Kind::Line;
    EnvironmentLine::Wrong lineWrong = EnvironmentLine::Wrong::Nothing;
    int line = 0;
    int column = 0;
    QString name;
    QString value; // what is wrong, made safe to show; never of a key, nor a login in an address
    Range range;
    QString choices; // "f16, q8_0, q4_0"

    bool operator==(const EnvironmentComplaint &) const = default;
};

// One value that is as it should be.
struct EnvironmentValue
{
    QString name;
    QString value; // as it stands in the file
    int line = 0;

    bool operator==(const EnvironmentValue &) const = default;
};

struct EnvironmentSetting
{
    Key key;
    QVariant value; // as SettingsStore takes it
    QString name;   // what it came from
    int line = 0;

    bool operator==(const EnvironmentSetting &) const = default;
};

struct Environment
{
    std::optional<EnvironmentValue> address; // of a server, as base::serverUrl() makes it
    std::optional<EnvironmentValue> timeout; // of requests to it, whole seconds
    QList<EnvironmentSetting> settings;      // what this program takes over
    QList<EnvironmentValue> engine;          // for the engine, or known and of no use here
    QStringList models;                      // named in lists
    QList<EnvironmentValue> secrets;         // keys; to be handed to the keyring, never shown
    QList<EnvironmentValue> ignored;         // names that are not known; without their values
    QList<EnvironmentComplaint> complaints;  // by line

    bool operator==(const Environment &) const = default;
};

// The key of the server at the address. Null where there is no address: it could go to any server then, so it
// goes to none.
const EnvironmentValue *serverKey(const Environment &environment);

// Fails as readEnvironmentLines().
base::Result<Environment> readEnvironment(const QByteArray &bytes);

// What the environment of this program says about the server and about questions: names and values as the
// files have them; there are no lines. OLLAMA_HOST is what the engine's own program makes of it, and
// OPENAI_API_KEY, which a shell has for another address than ours, does not count.
Environment processEnvironment(const QProcessEnvironment &environment);

// A file that readEnvironment() and the guides' loader read. Has no keys. `engine`: names and values for the
// engine, of which those that stand there already are left out.
QByteArray writeEnvironment(const Settings &settings, const QUrl &server, std::chrono::seconds timeout,
                            const QStringList &models, const QList<std::pair<QString, QString>> &engine = {});

} // namespace settings
