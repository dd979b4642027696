#include "openai/Introduction.h"

namespace openai {
namespace {

using base::Error;

// Somebody answered, but keeps no list, or not for us.
bool mayLackTheList(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Forbidden ||
           error.kind == Error::Kind::Protocol || error.kind == Error::Kind::Unsupported;
}

} // namespace

Introduction::Introduction(net::Http &http, const base::Access &access, const std::optional<Known> &known,
                           QObject *parent)
    : Steps(http, access, privacy::Purpose::Check, parent)
    , m_before(known)
{
    ask(modelsPath, {}, [this](const net::HttpResponse &list) { judgeList(list); });
}

void Introduction::judgeList(const net::HttpResponse &list)
{
    const auto models = parseModels(list.body);
    if (list.isSuccess() && models) {
        m_known.software = softwareOf(list.body);
        return askVersion();
    }
    m_refusal = list.isSuccess() ? models.error() : parseFailure(list.status, list.body);
    m_known.refusal = m_refusal.kind;
    if (!mayLackTheList(m_refusal))
        fail(m_refusal);
    else if (m_before && m_before->refusal == m_refusal.kind)
        introduce();
    else
        askNothing();
}

void Introduction::askVersion()
{
    const QStringView path = versionPath(m_known.software);
    const bool isKnown = m_before && !m_before->refusal && m_before->software == m_known.software;
    if (isKnown)
        m_known.version = m_before->version;
    if (isKnown || path.isEmpty())
        return introduce();
    askAside(path, {}, [this](const net::HttpResponse &reply) {
        if (reply.isSuccess())
            m_known.version = parseVersion(m_known.software, reply.body);
        introduce();
    });
}

void Introduction::askNothing()
{
    ask(chatPath, "{}", [this](const net::HttpResponse &reply) {
        const Error error = parseFailure(reply.status, reply.body);
        if (refusesNothing(reply.status, reply.body))
            introduce();
        else
            fail(error.kind == Error::Kind::Unauthorized ? error : m_refusal);
    });
}

void Introduction::introduce()
{
    const backend::ServerInfo info{
        .version = m_known.version, .kind = backend::ServerKind::OpenAi, .tellsModels = !m_known.refusal};
    succeed([this, &info] { Q_EMIT finished(info); });
}

} // namespace openai
