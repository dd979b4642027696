#include "server/Diagnosis.h"

#include "base/ServerUrl.h"

#include <QHostAddress>

#include <algorithm>

namespace server {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = base::Error::Kind;

// Slower than people read.
constexpr double slowTokensPerSecond = 3;
// Generation that took this long and arrived in a tenth of it was held back.
constexpr auto leastGeneration = 100ms;
constexpr int heldBackShare = 10;
constexpr qint64 leastPieces = 3;

const QString usualModel = u"qwen2.5:3b"_s;

bool isHere(const ProbeFacts &facts)
{
    return base::isLoopback(facts.url) || facts.isOwnAddress;
}

int portOf(const ProbeFacts &facts)
{
    return facts.url.port(facts.url.scheme() == "https"_L1 ? 443 : 80);
}

Finding failure(Rung rung, Advice advice, const QString &command = {})
{
    return {.rung = rung, .advice = advice, .severity = Finding::Severity::Failure, .command = command};
}

Finding warning(Rung rung, Advice advice, const QString &command = {})
{
    return {.rung = rung, .advice = advice, .severity = Finding::Severity::Warning, .command = command};
}

// The engine with one variable: as it is run here, or in each way it may be run on another machine.
Finding engineWith(Finding finding, const ProbeFacts &facts, const System &system, EngineVariable variable,
                   const QString &value)
{
    EngineEnvironment environment;
    if (!environment.set(variable, value))
        return finding;
    const auto command = [&environment](EngineKeeper keeper) {
        return engineInstructions(keeper, environment).trimmed();
    };
    if (isHere(facts)) {
        finding.command = command(keeperOf(system));
        return finding;
    }
    for (const EngineKeeper keeper : engineKeepers)
        finding.ways.append({keeper, command(keeper)});
    finding.command = finding.ways.constFirst().command;
    return finding;
}

Finding listenTo(const Finding &finding, const ProbeFacts &facts, const System &system, QStringView host)
{
    const QString value = host.toString() + u':' + QString::number(portOf(facts));
    return engineWith(finding, facts, system, EngineVariable::Host, value);
}

Finding portRefused(const ProbeFacts &facts, const System &system)
{
    const auto found = [](Advice advice, const QString &command) {
        return failure(Rung::Port, advice, command);
    };
    if (isHere(facts)) {
        if (facts.answersOnLoopback)
            return listenTo(found(Advice::LoopbackOnly, {}), facts, system, u"0.0.0.0");
        if (system.isContainer && !system.hasEngine)
            return found(Advice::InsideContainer, {});
        return system.hasEngine || system.hasService ? found(Advice::NotRunning, startCommand(system))
                                                     : found(Advice::NotInstalled, installCommand(system));
    }
    const Advice advice = system.isContainer ? Advice::HostOfContainer : Advice::RemoteRefused;
    return listenTo(found(advice, {}), facts, system, u"0.0.0.0");
}

Finding portFailure(const ProbeFacts &facts, const System &system)
{
    if (!facts.proxy.isEmpty())
        return failure(Rung::Port, Advice::ProxyUnreachable);
    switch (facts.port) {
    case PortState::Refused:
        return portRefused(facts, system);
    case PortState::Silent:
        return failure(Rung::Port, Advice::Firewall,
                       isHere(facts) ? firewallCommand(system, portOf(facts))
                                     : firewallCommand(portOf(facts)));
    case PortState::Unreachable:
    case PortState::Open:
        break;
    }
    return failure(Rung::Port, Advice::NoRoute);
}

// On the way to any answer, with or without encryption.
std::optional<Advice> wayAdvice(Kind kind)
{
    switch (kind) {
    case Kind::Proxy:
        return Advice::ProxyFailed;
    case Kind::ProxyLogin:
        return Advice::ProxyLogin;
    case Kind::Locked:
        return Advice::Locked;
    case Kind::KeyInClear:
        return Advice::KeyInClear;
    default:
        return std::nullopt;
    }
}

Finding tlsFailure(const ProbeFacts &facts, const System &system)
{
    const QString show = u"openssl x509 -in /etc/nginx/cert.pem -noout "_s;
    const auto found = [](Advice advice, const QString &command = {}) {
        return failure(Rung::Tls, advice, command);
    };
    const Kind kind = facts.error->kind;
    switch (kind) {
    case Kind::NotTls:
        return found(Advice::NotTls);
    case Kind::TlsTooOld:
        return found(Advice::TlsTooOld);
    case Kind::CertificateUntrusted:
        return found(facts.tls->certificate.isSelfSigned ? Advice::SelfSigned : Advice::UnknownIssuer,
                     show + u"-fingerprint -sha256"_s);
    case Kind::CertificateChanged:
        return found(Advice::CertificateChanged, show + u"-fingerprint -sha256"_s);
    case Kind::CertificateExpired:
        return found(Advice::CertificateExpired, show + u"-dates"_s);
    case Kind::CertificateNotYetValid:
        return found(Advice::CertificateNotYetValid, clockCommand(system));
    case Kind::CertificateWrongHost:
        return found(Advice::CertificateWrongHost, show + u"-ext subjectAltName"_s);
    default:
        // The connection was made to the proxy, which did not make one further.
        if (!facts.tls && !facts.proxy.isEmpty() && !wayAdvice(kind))
            return found(Advice::ProxyFailed);
        return found(wayAdvice(kind).value_or(Advice::TlsFailed));
    }
}

// Which of the engine's two silent refusals: it knows addresses, localhost and the names of its own network.
Finding refusedWithoutWords(const ProbeFacts &facts, const System &system)
{
    const QString host = facts.url.host();
    const bool isKnown = !QHostAddress(host).isNull() || host == "localhost"_L1 ||
                         host.endsWith(".localhost"_L1) || host.endsWith(".local"_L1) ||
                         host.endsWith(".internal"_L1);
    if (!isKnown)
        return listenTo(failure(Rung::Http, Advice::HostRefused), facts, system, u"0.0.0.0");
    return engineWith(failure(Rung::Http, Advice::OriginRefused), facts, system, EngineVariable::Origins,
                      facts.url.scheme() + "://"_L1 + host);
}

Finding httpFailure(const ProbeFacts &facts, const System &system)
{
    const Kind kind = facts.error->kind;
    switch (kind) {
    case Kind::Moved:
        return failure(Rung::Http, Advice::Redirected);
    case Kind::Busy:
        return failure(Rung::Http,
                       facts.body == BodyShape::StillLoading ? Advice::StillLoading : Advice::GatewayFailed);
    case Kind::Forbidden:
        return refusedWithoutWords(facts, system);
    case Kind::TimedOut:
        return failure(Rung::Http, Advice::NoReply);
    case Kind::Protocol:
    case Kind::Interrupted:
        return failure(Rung::Http, Advice::NotHttp);
    default:
        return failure(Rung::Http, wayAdvice(kind).value_or(Advice::Failed));
    }
}

Advice kindAdvice(const ProbeFacts &facts)
{
    const Kind kind = facts.error->kind;
    if (facts.body == BodyShape::WantsTls)
        return Advice::WantsTls;
    if (kind != Kind::NotFound && kind != Kind::Protocol)
        return Advice::Failed;
    if (facts.url.path().size() > 1)
        return Advice::WrongPath;
    return facts.body == BodyShape::Html ? Advice::WebPage : Advice::OtherService;
}

Advice answerAdvice(Kind kind)
{
    switch (kind) {
    case Kind::OutOfMemory:
        return Advice::NeedsMemory;
    case Kind::ModelCrashed:
        return Advice::ModelCrashed;
    case Kind::TimedOut:
        return Advice::NoAnswer;
    case Kind::Protocol:
        return Advice::EmptyAnswer;
    default:
        return Advice::Failed;
    }
}

bool isOllama(const ProbeFacts &facts)
{
    return facts.info && facts.info->kind == backend::ServerKind::Ollama;
}

QString pull(const QString &model)
{
    return u"ollama pull "_s + shellWord(model);
}

Finding modelsFailure(const ProbeFacts &facts)
{
    if (!facts.info->tellsModels)
        return failure(Rung::Models, Advice::NoModelNamed);
    if (facts.error->kind != Kind::ModelNotFound)
        return failure(Rung::Models, Advice::Failed);
    return isOllama(facts) ? failure(Rung::Models, Advice::NoModels, pull(usualModel))
                           : failure(Rung::Models, Advice::NoModelServed);
}

Finding failedFinding(Rung rung, const ProbeFacts &facts, const System &system)
{
    const Kind kind = facts.error->kind;
    switch (rung) {
    case Rung::Name:
        return failure(rung, wayAdvice(kind).value_or(kind == Kind::TimedOut ? Advice::NameSilent
                                                                             : Advice::NameUnknown));
    case Rung::Port:
        return portFailure(facts, system);
    case Rung::Tls:
        return tlsFailure(facts, system);
    case Rung::Http:
        return httpFailure(facts, system);
    case Rung::Key:
        return failure(rung, facts.hasKey ? Advice::KeyRefused : Advice::KeyMissing);
    case Rung::Kind:
        return failure(rung, kindAdvice(facts));
    case Rung::Models:
        return modelsFailure(facts);
    case Rung::Answer:
        return failure(rung, answerAdvice(kind));
    case Rung::Proxy:
    case Rung::Version:
        break;
    }
    return failure(rung, Advice::Failed);
}

bool isModelThere(const ProbeFacts &facts)
{
    return std::ranges::any_of(facts.models, [&](const backend::ModelInfo &model) {
        return model.name == facts.wantedModel || model.name == facts.wantedModel + ":latest"_L1;
    });
}

void addAnswerWarnings(QList<Finding> &findings, const AnswerFacts &answer)
{
    const double seconds = std::chrono::duration<double>(answer.generation).count();
    if (seconds > 0 && answer.tokens > 0 &&
        static_cast<double>(answer.tokens) / seconds < slowTokensPerSecond)
        findings.append(warning(Rung::Answer, Advice::Slow));
    if (answer.generation >= leastGeneration && answer.pieces >= leastPieces &&
        answer.span < answer.generation / heldBackShare)
        findings.append(warning(Rung::Answer, Advice::Buffered, u"proxy_buffering off;"_s));
}

// What a model, an image or a registry can do that the person fetches is no hurry where nobody else can have
// the engine fetch one.
bool isCalm(const QList<Advisory> &advisories)
{
    return std::ranges::all_of(advisories, [](const Advisory &advisory) {
        return advisory.weakness == Weakness::WritesFiles || advisory.weakness == Weakness::CrashesRunner;
    });
}

void addVersionFinding(QList<Finding> &findings, const ProbeFacts &facts, const System &system)
{
    const QList<Advisory> advisories = advisoriesFor(facts.info->version);
    if (advisories.isEmpty())
        return;
    const bool isOnlyHere = base::isLoopback(facts.url) && facts.proxy.isEmpty() && facts.exposedAt.isEmpty();
    const QString command = installCommand(isHere(facts) ? system : System());
    Finding finding = warning(Rung::Version, Advice::OldVersion, command);
    if (isOnlyHere && isCalm(advisories)) {
        finding.advice = Advice::UpdateAdvised;
        finding.severity = Finding::Severity::Note;
    }
    finding.advisories = advisories;
    findings.append(finding);
}

// Of rungs that passed.
QList<Finding> warnings(const ProbeFacts &facts, const System &system)
{
    QList<Finding> result;
    const auto passed = [&](Rung rung) { return facts.step(rung).state == RungState::Passed; };
    if (passed(Rung::Proxy) && facts.url.scheme() == "http"_L1)
        result.append(warning(Rung::Proxy, Advice::ProxyReadsAlong));
    const bool isKnownOllama = passed(Rung::Kind) && isOllama(facts);
    const bool isOpen = !facts.exposedAt.isEmpty() || (!base::isLoopback(facts.url) && !facts.hasKey);
    if (isKnownOllama && isOpen)
        result.append(listenTo(warning(Rung::Key, Advice::Exposed), facts, system, u"127.0.0.1"));
    else if (!facts.exposedAt.isEmpty())
        result.append(warning(Rung::Key, Advice::NeedsKey, u"openssl rand -hex 24"_s));
    if (isKnownOllama)
        addVersionFinding(result, facts, system);
    if (passed(Rung::Models) && !facts.wantedModel.isEmpty() && !isModelThere(facts))
        result.append(isKnownOllama ? warning(Rung::Models, Advice::ModelMissing, pull(facts.wantedModel))
                                    : warning(Rung::Models, Advice::ModelNotServed));
    if (passed(Rung::Answer))
        addAnswerWarnings(result, facts.answer);
    return result;
}

} // namespace

QList<Finding> diagnose(const ProbeFacts &facts, const System &system)
{
    QList<Finding> result = warnings(facts, system);
    if (const std::optional<Rung> failed = facts.failedRung())
        result.append(failedFinding(*failed, facts, system)); // the rungs above it were not checked
    return result;
}

QUrl suggestedAddress(Advice advice, const ProbeFacts &facts)
{
    QUrl url = facts.url;
    switch (advice) {
    case Advice::Redirected:
        return facts.error ? base::serverUrl(facts.error->detail).value_or(QUrl()) : QUrl();
    case Advice::NotTls:
        url.setScheme(u"http"_s);
        return url;
    case Advice::WantsTls:
        url.setScheme(u"https"_s);
        return url;
    case Advice::WrongPath:
        url.setPath({});
        return url;
    case Advice::InsideContainer:
        url.setHost(u"host.docker.internal"_s);
        return url;
    case Advice::LoopbackOnly:
        url.setHost(u"127.0.0.1"_s);
        return url;
    default:
        return {};
    }
}

} // namespace server
