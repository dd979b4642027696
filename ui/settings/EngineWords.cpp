#include "settings/EngineWords.h"

#include "common/Format.h"

#include <QCoreApplication>

namespace ui {
namespace {

using server::EngineRule;
using server::EngineVariable;
using server::EngineWarning;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::EngineWords)
};

VariableWords networkWords(EngineVariable variable)
{
    if (variable == EngineVariable::Host)
        return {Words::tr("Listens on"),
                Words::tr("The address others reach it at. 127.0.0.1 is this computer alone, 0.0.0.0 every "
                          "network it is in. An engine that Inkstone starts keeps the port Inkstone asks.")};
    if (variable == EngineVariable::Origins)
        return {Words::tr("Web pages allowed"),
                Words::tr("Origins such as https://chat.example.org, a comma between, that may ask it from a "
                          "browser, besides those of this computer. * is every page.")};
    return {Words::tr("Cloud models"), Words::tr("Off: it answers with models of this computer only.")};
}

VariableWords memoryWords(EngineVariable variable)
{
    switch (variable) {
    case EngineVariable::Models:
        return {Words::tr("Models folder"),
                Words::tr("Where the models lie. A service needs a folder that its "
                          "own user can write to.")};
    case EngineVariable::ContextLength:
        return {
            Words::tr("Context length"),
            Words::tr("Tokens a model sees where a request does not say, 512 to 1,048,576. More takes more "
                      "memory.")};
    case EngineVariable::NumParallel:
        return {
            Words::tr("Parallel requests"),
            Words::tr("Answers a model writes at the same time, 1 to 64. Each takes the memory of a whole "
                      "context.")};
    case EngineVariable::MaxLoadedModels:
        return {Words::tr("Models in memory"),
                Words::tr("How many may be loaded at the same time, 1 to 64.")};
    case EngineVariable::KeepAlive:
        return {
            Words::tr("Keep in memory"),
            Words::tr("How long after its last answer a model stays loaded: 90s, 5m, 1h30m. 0 unloads it at "
                      "once, -1 keeps it until the engine ends.")};
    case EngineVariable::FlashAttention:
        return {Words::tr("Flash attention"), Words::tr("A way to compute that takes less memory for long "
                                                        "contexts.")};
    default:
        return {
            Words::tr("Cache type"),
            Words::tr("How exactly the context is kept. q8_0 takes half the memory of f16, q4_0 a quarter; "
                      "both need flash attention.")};
    }
}

VariableWords gpuWords(EngineVariable variable)
{
    switch (variable) {
    case EngineVariable::CudaDevices:
        return {Words::tr("NVIDIA cards"),
                Words::tr("Numbers as nvidia-smi lists them (0,1) or their GPU-… names; -1 uses none.")};
    case EngineVariable::RocmDevices:
        return {Words::tr("AMD cards"), Words::tr("Numbers as rocminfo lists them (0,1); -1 uses none.")};
    case EngineVariable::VulkanDevices:
        return {Words::tr("Vulkan cards"),
                Words::tr("Numbers as vulkaninfo lists them (0,1); -1 uses none.")};
    case EngineVariable::SchedSpread:
        return {Words::tr("Spread models"), Words::tr("On: a model is divided over all cards, also where one "
                                                      "would hold it.")};
    default:
        return {Words::tr("Memory kept free"), Words::tr("Bytes of each card that stay for other programs.")};
    }
}

VariableWords requestWords(EngineVariable variable)
{
    switch (variable) {
    case EngineVariable::MaxQueue:
        return {Words::tr("Waiting requests"),
                Words::tr("How many may wait for a model, 1 to 100,000; the next one is refused as busy.")};
    case EngineVariable::LoadTimeout:
        return {
            Words::tr("Loading may stall"),
            Words::tr("How long loading may make no progress before it is given up: 90s, 5m. -1 waits for "
                      "ever.")};
    case EngineVariable::NoPrune:
        return {Words::tr("Keep partial downloads"),
                Words::tr("On: a download that was stopped goes on where it was, also after the engine was "
                          "restarted. An engine that Inkstone starts does so unless it is off here.")};
    default:
        return {Words::tr("Detailed log"), Words::tr("On: the log tells more, for finding a fault.")};
    }
}

} // namespace

VariableWords variableWords(EngineVariable variable)
{
    switch (variable) {
    case EngineVariable::Host:
    case EngineVariable::Origins:
    case EngineVariable::NoCloud:
        return networkWords(variable);
    case EngineVariable::Models:
    case EngineVariable::ContextLength:
    case EngineVariable::NumParallel:
    case EngineVariable::MaxLoadedModels:
    case EngineVariable::KeepAlive:
    case EngineVariable::FlashAttention:
    case EngineVariable::KvCacheType:
        return memoryWords(variable);
    case EngineVariable::CudaDevices:
    case EngineVariable::RocmDevices:
    case EngineVariable::VulkanDevices:
    case EngineVariable::SchedSpread:
    case EngineVariable::GpuOverhead:
        return gpuWords(variable);
    case EngineVariable::MaxQueue:
    case EngineVariable::LoadTimeout:
    case EngineVariable::NoPrune:
    case EngineVariable::Debug:
        break;
    }
    return requestWords(variable);
}

QString standardWords(EngineVariable variable)
{
    switch (variable) {
    case EngineVariable::ContextLength:
        return Words::tr("By the memory there is");
    case EngineVariable::MaxLoadedModels:
        return Words::tr("3 for each card");
    case EngineVariable::FlashAttention:
        return Words::tr("By the model");
    case EngineVariable::CudaDevices:
    case EngineVariable::RocmDevices:
    case EngineVariable::VulkanDevices:
        return Words::tr("All of them");
    case EngineVariable::Origins:
        return Words::tr("Pages of this computer");
    default:
        break;
    }
    const EngineRule &rule = server::engineRule(variable);
    return Words::tr("The engine’s own (%1)").arg(valueWords(variable, QString::fromLatin1(rule.standard)));
}

QString valueWords(EngineVariable variable, const QString &value)
{
    if (server::engineRule(variable).kind != EngineRule::Kind::Switch)
        return value;
    // The variable switches the cloud off.
    const bool isOn = (value == QLatin1String("1")) != (variable == EngineVariable::NoCloud);
    return isOn ? Words::tr("On") : Words::tr("Off");
}

QString variableRefusal(EngineVariable variable, const QString &refused)
{
    const EngineRule &rule = server::engineRule(variable);
    switch (rule.kind) {
    case EngineRule::Kind::Address:
        return Words::tr(
                   "“%1” is no address to listen on, such as 127.0.0.1 or 0.0.0.0:11434. It was not saved.")
            .arg(refused);
    case EngineRule::Kind::Folder:
        return Words::tr("“%1” is no whole path, such as /data/models. It was not saved.").arg(refused);
    case EngineRule::Kind::Number:
        return Words::tr("“%1” is no number from %2 to %3. It was not saved.")
            .arg(refused, number(rule.minimum), number(rule.maximum));
    case EngineRule::Kind::Duration:
        return Words::tr("“%1” is no time, such as 90s, 5m or 1h30m. It was not saved.").arg(refused);
    case EngineRule::Kind::Devices:
        return Words::tr("“%1” names no cards, such as 0 or 0,1. It was not saved.").arg(refused);
    case EngineRule::Kind::Origins:
        return Words::tr("“%1” names no origins, such as https://chat.example.org. Each needs its http:// or "
                         "https://; without it the engine would not start. It was not saved.")
            .arg(refused);
    case EngineRule::Kind::Switch:
    case EngineRule::Kind::Choice:
        break;
    }
    return Words::tr("“%1” cannot be chosen. It was not saved.").arg(refused);
}

QString programRefusal(const base::Error &error, const QString &path)
{
    using Kind = base::Error::Kind;
    switch (error.kind) {
    case Kind::Invalid:
        return Words::tr("“%1” is not a full path, such as /opt/ollama/bin/ollama. It was not saved.")
            .arg(path);
    case Kind::NotFound:
        return Words::tr("There is no file %1. It was not saved.").arg(path);
    case Kind::Unsupported:
        return Words::tr("%1 is a folder, not a program. It was not saved.").arg(path);
    case Kind::Forbidden:
        return Words::tr("Your account may not run %1; %2 makes it a program. It was not saved.")
            .arg(path, QStringLiteral("chmod +x"));
    case Kind::TimedOut:
        return Words::tr("%1 did not tell its version within 10 seconds. It was not saved.").arg(path);
    case Kind::Protocol:
        return error.detail.isEmpty()
                   ? Words::tr("%1 is not Ollama: asked for its version, it says nothing. It was not saved.")
                         .arg(path)
                   : Words::tr("%1 is not Ollama: asked for its version, it says “%2”. It was not saved.")
                         .arg(path, error.detail);
    default:
        return Words::tr("%1 cannot be run: %2. It was not saved.").arg(path, error.detail);
    }
}

QString warningWords(EngineWarning warning)
{
    switch (warning) {
    case EngineWarning::OpenToNetwork:
        return Words::tr(
            "The engine asks for no key: whoever reaches this computer over the network can use, pull "
            "and delete its models. 127.0.0.1 closes it; for others put a server with HTTPS and a key "
            "in front, see Deployment.");
    case EngineWarning::AnyOrigin:
        return Words::tr(
            "With * every web page you visit can use, pull and delete your models. Name the pages you "
            "mean.");
    case EngineWarning::CacheNeedsFlashAttention:
        return Words::tr("This cache type needs flash attention, which is off: the engine will use f16.");
    case EngineWarning::OtherPort:
        return Words::tr(
            "An engine that Inkstone starts listens on the port of the server’s address; the port here "
            "is for one that Inkstone does not start.");
    }
    Q_UNREACHABLE();
}

} // namespace ui
