#include "server/Probe.h"

#include "base/ServerUrl.h"
#include "base/Text.h"
#include "net/ProxyChoice.h"

#include <algorithm>
#include <utility>

namespace server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;

namespace {

constexpr auto outsideTimeout = 1s;
constexpr QStringView question = u"Say hello in one short sentence.";
constexpr int answerTokens = 32;
constexpr qsizetype shownAnswer = 80;
constexpr qsizetype shapeLength = 512;

quint16 portOf(const QUrl &url)
{
    return static_cast<quint16>(url.port(url.scheme() == "https"_L1 ? 443 : 80));
}

PortState portState(net::PortReport::State state)
{
    switch (state) {
    case net::PortReport::State::Open:
        return PortState::Open;
    case net::PortReport::State::Refused:
        return PortState::Refused;
    case net::PortReport::State::Silent:
        return PortState::Silent;
    case net::PortReport::State::Unreachable:
        return PortState::Unreachable;
    }
    Q_UNREACHABLE();
}

BodyShape shapeOf(const QByteArray &body)
{
    const QByteArray start = body.first(std::min(body.size(), shapeLength)).trimmed();
    if (start.isEmpty())
        return BodyShape::Empty;
    // llama-server, which answers nothing else before its model is there.
    if (start.contains("Loading model"))
        return BodyShape::StillLoading;
    if (start.startsWith('{') || start.startsWith('['))
        return BodyShape::Json;
    // nginx, and servers written in Go.
    if (start.contains("sent to HTTPS port") || start.contains("to an HTTPS server"))
        return BodyShape::WantsTls;
    if (start.startsWith('<'))
        return BodyShape::Html;
    return start == "404 page not found" ? BodyShape::GoNotFound : BodyShape::Text;
}

net::HttpRequest versionRequest(const base::Access &access, std::chrono::milliseconds timeout)
{
    return {.url = base::endpoint(access.url, u"/api/version"),
            .access = access,
            .firstByteTimeout = timeout,
            .totalTimeout = timeout};
}

// Some show their models to everyone, and only a question needs the key. This one no server begins to work
// on.
net::HttpRequest emptyQuestion(const base::Access &access, std::chrono::milliseconds timeout)
{
    return {.method = "POST",
            .url = base::endpoint(access.url, u"/v1/chat/completions"),
            .access = access,
            .body = "{}",
            .firstByteTimeout = timeout,
            .totalTimeout = timeout};
}

// llama-server calls it a failure of its own.
bool missesAQuestion(int status)
{
    return status == 400 || status == 422 || status == 500;
}

// The one to ask first, then those that may do where it cannot chat.
QStringList candidatesFor(const QString &wanted, QList<backend::ModelInfo> models)
{
    std::ranges::stable_sort(models, {}, &backend::ModelInfo::sizeBytes);
    const auto isWanted = [&](const backend::ModelInfo &model) {
        return model.name == wanted || model.name == wanted + ":latest"_L1;
    };
    std::ranges::stable_partition(models, isWanted);
    QStringList names;
    for (const backend::ModelInfo &model : models)
        names.append(model.name);
    return names;
}

} // namespace

Probe::Probe(net::Http &http, BackendFactory makeBackend, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_makeBackend(std::move(makeBackend))
{
    m_news.setSingleShot(true);
    connect(&m_news, &QTimer::timeout, this, &Probe::tell);
}

Probe::~Probe() = default;

void Probe::start(const Request &request)
{
    m_work = std::make_unique<QObject>();
    m_request = request;
    m_facts = {};
    m_facts.url = request.access.url;
    m_facts.hasKey = !request.access.key.isEmpty();
    m_facts.wantedModel = request.model;
    m_facts.trustedFingerprint = request.access.trust.fingerprint;
    m_facts.isRunning = true;
    m_isOver = false;
    lookAtName();
}

void Probe::cancel()
{
    if (!m_facts.isRunning)
        return;
    m_work.reset();
    m_news.stop();
    m_isOver = false;
    for (Step &step : m_facts.steps) {
        if (step.state == RungState::Checking)
            step = {};
    }
    m_facts.isRunning = false;
    Q_EMIT changed();
}

// From the event loop, so that whoever listens may begin anew or cancel.
void Probe::tell()
{
    if (std::exchange(m_isOver, false)) {
        m_facts.isRunning = false;
        const QPointer<Probe> self(this);
        Q_EMIT changed();
        if (self && !m_facts.isRunning)
            Q_EMIT finished();
        return;
    }
    Q_EMIT changed();
}

void Probe::begin(Rung rung)
{
    m_clock.start();
    m_facts.step(rung) = {.state = RungState::Checking, .time = {}};
    m_news.start(0);
}

void Probe::pass(Rung rung, RungState state)
{
    m_facts.step(rung) = {.state = state, .time = std::chrono::milliseconds(m_clock.elapsed())};
    m_news.start(0);
}

void Probe::fail(Rung rung, const Error &error)
{
    m_facts.error = error;
    m_facts.step(rung) = {.state = RungState::Failed, .time = std::chrono::milliseconds(m_clock.elapsed())};
    end();
}

void Probe::end()
{
    m_isOver = true;
    m_news.start(0);
}

// Of the machine the connection is made to: the proxy's, where there is one on the way.
void Probe::lookAtName()
{
    const QNetworkProxy proxy = net::proxyFor(m_request.access, m_facts.url);
    m_facts.proxy = net::nameOf(proxy);
    begin(Rung::Name);
    if (const auto locked = m_http.noteLook(m_request.access))
        return fail(Rung::Name, *locked);
    const QString host = m_facts.proxy.isEmpty() ? m_facts.url.host() : proxy.hostName();
    auto *look = new net::NameLook(host, m_work.get());
    connect(look, &base::Operation::failed, this, [this](const Error &error) { fail(Rung::Name, error); });
    connect(look, &net::NameLook::finished, this, [this](const QList<QHostAddress> &addresses) {
        for (const QHostAddress &address : addresses)
            m_facts.addresses.append(address.toString());
        const bool isHere = std::ranges::any_of(
            addresses, [](const QHostAddress &address) { return net::ownAddresses().contains(address); });
        m_facts.isOwnAddress = isHere && m_facts.proxy.isEmpty();
        pass(Rung::Name);
        m_clock.start();
        pass(Rung::Proxy, m_facts.proxy.isEmpty() ? RungState::NotNeeded : RungState::Passed);
        lookAtPort(addresses);
    });
}

void Probe::lookAtPort(const QList<QHostAddress> &addresses)
{
    begin(Rung::Port);
    const QNetworkProxy proxy = net::proxyFor(m_request.access, m_facts.url);
    const quint16 port = m_facts.proxy.isEmpty() ? portOf(m_facts.url) : proxy.port();
    auto *look = new net::PortLook(addresses, port, m_work.get(), m_request.access.connectTimeout);
    connect(look, &net::PortLook::finished, this, [this](const net::PortReport &report) {
        m_facts.port = portState(report.state);
        if (report.state == net::PortReport::State::Open) {
            pass(Rung::Port);
            return lookAtTls();
        }
        if (m_facts.isOwnAddress)
            return lookOnLoopback();
        fail(Rung::Port, portError());
    });
}

base::Error Probe::portError() const
{
    if (!m_facts.proxy.isEmpty())
        return {Error::Kind::Proxy, m_facts.proxy};
    return {m_facts.port == PortState::Silent ? Error::Kind::TimedOut : Error::Kind::Unreachable, {}};
}

// A server that listens on loopback only is there, but not at this machine's address in its network.
void Probe::lookOnLoopback()
{
    auto *look = new net::PortLook({QHostAddress(QHostAddress::LocalHost)}, portOf(m_facts.url), m_work.get(),
                                   outsideTimeout);
    connect(look, &net::PortLook::finished, this, [this](const net::PortReport &report) {
        m_facts.answersOnLoopback = report.state == net::PortReport::State::Open;
        fail(Rung::Port, portError());
    });
}

void Probe::lookAtTls()
{
    begin(Rung::Tls);
    if (m_facts.url.scheme() != "https"_L1) {
        pass(Rung::Tls, RungState::NotNeeded);
        return askHttp();
    }
    auto *look = m_http.checkTls(m_request.access, m_work.get());
    connect(look, &base::Operation::failed, this, [this](const Error &error) { fail(Rung::Tls, error); });
    connect(look, &net::TlsCheck::finished, this, [this](const base::TlsReport &report) {
        m_facts.tls = report;
        if (report.problem)
            return fail(Rung::Tls, *report.problem);
        pass(Rung::Tls);
        askHttp();
    });
}

void Probe::askHttp()
{
    begin(Rung::Http);
    auto *exchange = m_http.send(versionRequest(m_request.access, m_request.replyTimeout), m_work.get());
    connect(exchange, &base::Operation::failed, this,
            [this](const Error &error) { fail(Rung::Http, error); });
    connect(exchange, &net::HttpExchange::finished, this, &Probe::judgeReply);
}

void Probe::judgeReply(const net::HttpResponse &response)
{
    m_facts.status = response.status;
    m_facts.body = shapeOf(response.body);
    // Somebody in front answers, the server behind does not.
    if (response.status == 502 || response.status == 503 || response.status == 504)
        return fail(Rung::Http, {Error::Kind::Busy, QString::number(response.status)});
    // The engine's own way to refuse an Origin or a Host.
    if (response.status == 403 && m_facts.body == BodyShape::Empty)
        return fail(Rung::Http, {Error::Kind::Forbidden, {}});
    pass(Rung::Http);
    begin(Rung::Key);
    if (response.status == 401)
        return fail(Rung::Key, {Error::Kind::Unauthorized, {}});
    if (response.status == 403)
        return fail(Rung::Key, {Error::Kind::Forbidden, {}});
    pass(Rung::Key, m_facts.hasKey ? RungState::Passed : RungState::NotNeeded);
    askKind();
}

void Probe::askKind()
{
    begin(Rung::Kind);
    m_backend = m_makeBackend(m_request.access);
    auto *info = m_backend->serverInfo(m_work.get());
    connect(info, &base::Operation::failed, this, [this](const Error &error) {
        const bool isKey = error.kind == Error::Kind::Unauthorized || error.kind == Error::Kind::Forbidden;
        if (!isKey)
            return fail(Rung::Kind, error);
        m_facts.step(Rung::Kind) = {};
        fail(Rung::Key, error);
    });
    connect(info, &backend::ServerInfoOperation::finished, this, [this](const backend::ServerInfo &found) {
        m_facts.info = found;
        pass(Rung::Kind);
        begin(Rung::Version);
        if (base::isLoopback(m_facts.url))
            return lookFromOutside();
        if (found.kind == backend::ServerKind::OpenAi)
            return askAsAnyone(m_request.access);
        passVersion();
    });
}

void Probe::passVersion()
{
    pass(Rung::Version, m_facts.info->version.isEmpty() ? RungState::NotNeeded : RungState::Passed);
    askModels();
}

// Does the server on loopback answer in the network, too?
void Probe::lookFromOutside()
{
    const QList<QHostAddress> addresses = net::ownAddresses();
    if (addresses.isEmpty())
        return passVersion();
    auto *look = new net::PortLook(addresses, portOf(m_facts.url), m_work.get(), outsideTimeout);
    connect(look, &net::PortLook::finished, this, [this](const net::PortReport &report) {
        if (report.state != net::PortReport::State::Open)
            return passVersion();
        base::Access outside(m_facts.url);
        outside.url.setHost(report.address.toString());
        askAsAnyone(outside);
    });
}

// Without the key: that is what everyone else would ask with.
void Probe::askAsAnyone(base::Access access)
{
    access.key.clear();
    access.headers.clear();
    const bool isOllama = m_facts.info->kind == backend::ServerKind::Ollama;
    auto *exchange =
        m_http.send(isOllama ? versionRequest(access, outsideTimeout) : emptyQuestion(access, outsideTimeout),
                    m_work.get());
    connect(exchange, &base::Operation::failed, this, &Probe::passVersion);
    connect(exchange, &net::HttpExchange::finished, this,
            [this, access, isOllama](const net::HttpResponse &response) {
                const bool isJson = shapeOf(response.body) == BodyShape::Json;
                if (isJson && (isOllama ? response.isSuccess() : missesAQuestion(response.status)))
                    m_facts.exposedAt = base::hostAndPort(access.url);
                passVersion();
            });
}

void Probe::askModels()
{
    begin(Rung::Models);
    if (!m_facts.info->tellsModels)
        return askNamedModel();
    auto *list = m_backend->installedModels(m_work.get());
    connect(list, &base::Operation::failed, this, [this](const Error &error) { fail(Rung::Models, error); });
    connect(list, &backend::ModelsOperation::finished, this, [this](const QList<backend::ModelInfo> &models) {
        m_facts.models = models;
        if (models.isEmpty())
            return fail(Rung::Models, {Error::Kind::ModelNotFound, {}});
        pass(Rung::Models);
        if (m_request.depth == Depth::Connection)
            return end();
        begin(Rung::Answer);
        if (m_request.choice == Choice::Required)
            return askModel({m_request.model});
        askModel(candidatesFor(m_request.model, models));
    });
}

void Probe::askNamedModel()
{
    if (m_request.model.isEmpty())
        return fail(Rung::Models, {Error::Kind::Unsupported, {}});
    pass(Rung::Models, RungState::NotNeeded);
    if (m_request.depth == Depth::Connection)
        return end();
    begin(Rung::Answer);
    askModel({m_request.model});
}

void Probe::askModel(QStringList candidates)
{
    backend::ChatRequest request{.model = candidates.takeFirst(),
                                 .messages = {{backend::Role::User, question.toString()}},
                                 .options = {},
                                 .firstByteTimeout = m_request.answerTimeout};
    request.options.temperature = 0;
    request.options.maxTokens = answerTokens;
    m_facts.answer = {};
    m_facts.answer.model = request.model;
    m_news.start(0);
    m_clock.start();
    auto *chat = m_backend->chat(request, m_work.get());
    connect(chat, &base::Operation::failed, this, [this, candidates](const Error &error) {
        // An embedding model cannot chat; the next one may.
        if (error.kind == Error::Kind::Unsupported && !candidates.isEmpty())
            return askModel(candidates);
        // Some show their models to everyone. (Ollama asks for no key; what it refuses is a model elsewhere.)
        const bool isKey =
            error.kind == Error::Kind::Unauthorized && m_facts.info->kind == backend::ServerKind::OpenAi;
        if (isKey)
            m_facts.step(Rung::Answer) = {};
        fail(isKey ? Rung::Key : Rung::Answer, error);
    });
    connect(chat, &backend::ChatOperation::received, this, [this](const backend::ChatDelta &delta) {
        AnswerFacts &answer = m_facts.answer;
        const auto now = std::chrono::milliseconds(m_clock.elapsed());
        if (answer.pieces++ == 0)
            answer.firstPiece = now;
        answer.span = now - answer.firstPiece;
        answer.text += delta.text + delta.thinking; // a thinking model may not get further
    });
    connect(chat, &backend::ChatOperation::finished, this, [this](const backend::ChatSummary &summary) {
        AnswerFacts &answer = m_facts.answer;
        answer.text = base::displayLine(answer.text, shownAnswer).trimmed();
        answer.tokens = summary.answerTokens;
        answer.generation = std::chrono::duration_cast<std::chrono::milliseconds>(summary.generation);
        if (answer.text.isEmpty())
            return fail(Rung::Answer, {Error::Kind::Protocol, {}});
        pass(Rung::Answer);
        end();
    });
}

} // namespace server
