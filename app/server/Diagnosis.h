// The connection doctor's head: what the facts of a probe mean on this system, and the command that helps. A
// pure function; ui/common/AdviceText has the words.
#pragma once

#include "server/Advisories.h"
#include "server/ProbeFacts.h"
#include "server/System.h"

namespace server {

enum class Advice {
    // Name, proxy, port
    NameUnknown,
    NameSilent,      // the name service does not answer
    NotInstalled,    // this machine has no engine
    NotRunning,      // it has one
    InsideContainer, // loopback in a container is the container itself
    HostOfContainer, // the machine around this container refuses: it listens on its own loopback only
    LoopbackOnly,    // proven: it answers at this machine's loopback, not at its address
    RemoteRefused,   // another machine refuses: not running, or loopback only
    Firewall,        // nobody answers
    NoRoute,
    ProxyUnreachable, // nothing listens where the proxy is said to be
    ProxyFailed,
    ProxyLogin,
    ProxyReadsAlong, // not encrypted, through a proxy
    // TLS
    NotTls,
    WantsTls,
    TlsTooOld,
    TlsFailed,
    SelfSigned,
    UnknownIssuer,
    CertificateExpired,
    CertificateNotYetValid,
    CertificateWrongHost,
    CertificateChanged,
    // HTTP
    NotHttp,
    NoReply,
    Redirected,
    StillLoading,  // a server that answers once its model is loaded
    GatewayFailed, // what stands in front answers, what is behind it does not
    HostRefused,   // the engine does not answer for this Host
    OriginRefused, // something in between adds an Origin that the engine does not know
    Locked,
    // Key
    KeyMissing,
    KeyRefused,
    KeyInClear,
    Exposed,  // anybody in the network can use this server
    NeedsKey, // the same, of one that can ask for a key itself
    // Kind, version
    WrongPath,
    WebPage,
    OtherService,
    OldVersion,
    UpdateAdvised, // its weaknesses need no hurry: nobody else reaches it
    // Models, answer
    NoModels,
    ModelMissing,
    NoModelServed,  // by a server that models cannot be pulled to
    ModelNotServed, // by such a one
    NoModelNamed,   // to one that does not tell its models
    NeedsMemory,
    ModelCrashed,
    NoAnswer, // not in time
    EmptyAnswer,
    Slow,
    Buffered, // something in between holds the answer back until it is whole
    // What has no better advice than the error itself.
    Failed,
};
inline constexpr int adviceCount = static_cast<int>(Advice::Failed) + 1;

// What does the same where the engine is run in another way.
struct OtherWay
{
    EngineKeeper keeper = EngineKeeper::Terminal;
    QString command;
    bool operator==(const OtherWay &) const = default;
};

struct Finding
{
    enum class Severity { Note, Warning, Failure }; // a note leaves the rung green
    Rung rung = Rung::Name;
    Advice advice = Advice::Failed;
    Severity severity = Severity::Failure;
    QString command = {};            // to paste into a terminal; may be several lines; may be empty
    QList<OtherWay> ways = {};       // of a machine that is not known: `command` is the first of them
    QList<Advisory> advisories = {}; // of OldVersion and UpdateAdvised
    bool operator==(const Finding &) const = default;
};

// In the order of the rungs; at most one of them is a Failure, and that is there where a rung failed.
QList<Finding> diagnose(const ProbeFacts &facts, const System &system);

// The address that is probably meant where one of these stands in the way; empty where nobody can know.
QUrl suggestedAddress(Advice advice, const ProbeFacts &facts);

} // namespace server
