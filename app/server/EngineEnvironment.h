// What an engine is told when it starts: its environment variables as checked values (ollama-api.md section
// 8). One table names each variable once, with what is allowed. Pure; kept by EngineSettings, given to
// LocalEngine, printed for other people's services by EngineInstructions.
#pragma once

#include "base/Error.h"
#include "base/RunSettings.h"

#include <QMap>
#include <QString>

#include <optional>
#include <span>
#include <utility>

namespace server {

enum class EngineVariable {
    Host,
    Models,
    ContextLength,
    NumParallel,
    MaxLoadedModels,
    MaxQueue,
    KeepAlive,
    LoadTimeout,
    FlashAttention,
    KvCacheType,
    CudaDevices,
    RocmDevices,
    VulkanDevices,
    SchedSpread,
    GpuOverhead,
    Origins,
    NoCloud,
    NoPrune,
    Debug,
};

struct EngineRule
{
    enum class Kind {
        Address,  // host, host:port, [v6]:port, :port
        Folder,   // an absolute path
        Number,   // minimum..maximum
        Duration, // of Go ("90s", "1h30m") or whole seconds; below 0 = without end
        Switch,   // "1" or "0"
        Choice,   // one of `choices`
        Devices,  // "0,2", "GPU-…"; "-1" = none
        Origins,  // "*" or scheme://host[:port], comma between
    };
    EngineVariable variable;
    Kind kind;
    const char *name;         // "OLLAMA_HOST"
    const char *standard;     // what holds where it is not set; empty = the engine decides by the machine
    qint64 minimum = 0;       // of a Number
    qint64 maximum = 0;       // of a Number
    const char *choices = ""; // of a Choice, a blank between
};

std::span<const EngineRule> engineRules();
const EngineRule &engineRule(EngineVariable variable);

// What was typed, in the one form that is kept and printed; empty stays empty. Invalid: not allowed.
// The engine itself takes nearly anything and then uses its default without a word, or ends (an origin
// without a scheme), so this is stricter than it.
base::Result<QString> engineValue(EngineVariable variable, QStringView typed);

// Where an engine listens. Port 0 = not said.
struct ListenAddress
{
    QString host; // without brackets
    int port = 0;

    bool isOpen() const; // other machines reach it
    QString text() const;
    bool operator==(const ListenAddress &) const = default;
};
std::optional<ListenAddress> listenAddress(QStringView typed);

class EngineEnvironment
{
public:
    QString value(EngineVariable variable) const { return m_values.value(variable); } // empty = not set
    // What is not set is as it usually is.
    base::RunSettings runSettings() const;
    // Nothing changes where it is refused.
    base::Result<void> set(EngineVariable variable, QStringView typed);

    // Name and value of what is set, in the table's order.
    QList<std::pair<QString, QString>> assignments() const;
    bool operator==(const EngineEnvironment &) const = default;

private:
    // Of a Number; `usual` where it is not set.
    qint64 number(EngineVariable variable, qint64 usual) const;

    QMap<EngineVariable, QString> m_values;
};

// What is allowed but seldom meant (reliability.md T15).
enum class EngineWarning {
    OpenToNetwork,            // whoever reaches this machine may use and change its models: there is no key
    AnyOrigin,                // every web page one visits may
    CacheNeedsFlashAttention, // a quantized cache is refused without it
    OtherPort,                // the engine that the app starts listens on the port the app asks
};
// `appPort`: where the app looks for its server.
QList<EngineWarning> engineWarnings(const EngineEnvironment &environment, int appPort);

} // namespace server
