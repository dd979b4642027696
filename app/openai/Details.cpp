#include "openai/Details.h"

#include "openai/Parse.h"

namespace openai {

using backend::Capability;

namespace {

const backend::ChatMessage question{backend::Role::User, QStringLiteral("?")};

// A white pixel.
QByteArray smallestImage()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==");
}

} // namespace

Details::Details(net::Http &http, const base::Access &access, const QString &model, QObject *parent)
    : Steps(http, access, privacy::Purpose::Models, parent)
    , m_model(model)
{
    ask(modelsPath, {}, [this](const net::HttpResponse &list) { takeList(list); });
}

void Details::takeList(const net::HttpResponse &list)
{
    if (!list.isSuccess())
        return fail(parseFailure(list.status, list.body));
    const auto details = parseDetails(list.body, m_model);
    if (!details)
        return fail(details.error());
    m_details = *details;
    m_trialPath = trialPath(list.body, m_model);
    if (m_trialPath.isEmpty())
        return tell();
    askAside(m_trialPath, trialBody(m_model, question, true), [this](const net::HttpResponse &reply) {
        if (reply.isSuccess())
            askWithout(reply.body);
        else
            tell();
    });
}

void Details::askWithout(const QByteArray &with)
{
    askAside(m_trialPath, trialBody(m_model, question, false), [this, with](const net::HttpResponse &reply) {
        if (!reply.isSuccess() || reply.body == with)
            return tell();
        const bool isTold = m_details.capabilities.has_value();
        m_details.capabilities =
            m_details.capabilities.value_or(Capability::Completion) | Capability::Thinking;
        if (isTold)
            tell();
        else
            askWithImage();
    });
}

void Details::askWithImage()
{
    backend::ChatMessage seen = question;
    seen.images = {smallestImage()};
    askAside(m_trialPath, trialBody(m_model, seen, false), [this](const net::HttpResponse &reply) {
        // Another refusal may be about this image; where no answer came nothing is known.
        if (reply.status == 0)
            m_details.capabilities.reset();
        else
            m_details.capabilities->setFlag(Capability::Vision, !refusesImages(reply.status, reply.body));
        tell();
    });
}

void Details::tell()
{
    succeed([this] { Q_EMIT finished(m_details); });
}

} // namespace openai
