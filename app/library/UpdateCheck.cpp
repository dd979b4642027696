#include "library/UpdateCheck.h"

#include "base/ServerUrl.h"

namespace library {

using base::Error;
using Kind = UpdateFinding::Kind;

UpdateCheck::UpdateCheck(backend::Backend &backend, const Fetch &manifests, const Fetch &layers,
                         const backend::ModelInfo &model, QObject *parent)
    : Operation(parent)
    , m_backend(backend)
    , m_manifests(manifests)
    , m_layers(layers)
    , m_server(backend.serverUrl())
    , m_installed{.info = model, .details = {}}
{
    // Nothing ends from within the call that began it.
    QMetaObject::invokeMethod(this, &UpdateCheck::askRegistry, Qt::QueuedConnection);
}

void UpdateCheck::askRegistry()
{
    const auto name = base::parseModelName(m_installed.info.name);
    if (!name)
        return fail(name.error());
    m_name = *name;
    m_finding.host = name->host;
    if (!isServerSame())
        return;
    // Its name means the machine of the server.
    if (name->isOnLoopback() && !base::isLoopback(m_server))
        return end(Kind::NoRegistry, {Error::Kind::Unsupported, {}});
    auto *fetch = m_manifests(manifestUrl(m_name), this);
    m_step = fetch;
    connect(fetch, &FetchOperation::finished, this, &UpdateCheck::takeManifest);
    connect(fetch, &Operation::failed, this, [this](const Error &error) {
        if (error.kind == Error::Kind::NotFound)
            end(Kind::NotInRegistry);
        else
            end(Kind::NoRegistry, error);
    });
}

void UpdateCheck::takeManifest(const QByteArray &json)
{
    auto layers = parseManifest(json);
    if (!layers)
        return end(Kind::NoRegistry, layers.error());
    m_registry.layers = std::move(*layers);
    const QString &digest = m_installed.info.digest;
    if (!digest.isEmpty() && listedDigests(json).contains(digest, Qt::CaseInsensitive))
        return end(Kind::UpToDate);
    askDetails();
}

void UpdateCheck::askDetails()
{
    if (!isServerSame())
        return;
    auto *details = m_backend.details(m_installed.info.name, this);
    m_step = details;
    connect(details, &backend::DetailsOperation::finished, this, [this](const backend::ModelDetails &told) {
        m_installed.details = told;
        askServer(0);
    });
    connect(details, &Operation::failed, this, [this](const Error &error) { end(Kind::NoServer, error); });
}

// One layer after the other, as for a plan: they are few, and the server looks only whether a file is there.
void UpdateCheck::askServer(qsizetype at)
{
    if (!isServerSame())
        return;
    if (at == m_registry.layers.size())
        return readTexts();
    const QString digest = m_registry.layers.at(at).digest;
    auto *found = m_backend.findBlob(digest, this);
    m_step = found;
    connect(found, &backend::DoneOperation::finished, this, [this, digest, at] {
        m_installed.there.insert(digest);
        askServer(at + 1);
    });
    connect(found, &Operation::failed, this, [this, at](const Error &error) {
        if (error.kind == Error::Kind::NotFound)
            askServer(at + 1);
        else
            end(Kind::NoServer, error);
    });
}

void UpdateCheck::readTexts()
{
    m_wanted = textsToRead(m_installed, m_registry.layers);
    readText(0);
}

void UpdateCheck::readText(qsizetype at)
{
    if (!isServerSame())
        return;
    if (at == m_wanted.size())
        return conclude();
    const Layer layer = m_wanted.at(at);
    auto *fetch = m_layers(layerUrl(m_name, layer.digest), this);
    m_step = fetch;
    connect(fetch, &FetchOperation::finished, this, [this, layer, at](const QByteArray &bytes) {
        takeText(layer, bytes);
        readText(at + 1);
    });
    // The others would fail alike, and the check does not depend on them.
    connect(fetch, &Operation::failed, this, [this](const Error &error) {
        m_finding.textsError = error;
        conclude();
    });
}

void UpdateCheck::takeText(const Layer &layer, const QByteArray &bytes)
{
    if (bytes.size() == layer.bytes && layerDigest(bytes) == layer.digest)
        m_registry.texts.insert(layer.digest, bytes);
    else
        m_finding.textsError = Error{Error::Kind::Protocol, {}};
}

void UpdateCheck::conclude()
{
    m_finding.diff = updateDiff(m_installed, m_registry);
    const bool mayDiffer = !m_finding.diff.undecided.isEmpty() && !m_installed.info.digest.isEmpty();
    const bool isSame = m_finding.diff.changes.isEmpty() && !mayDiffer;
    end(isSame ? Kind::UpToDate : Kind::Differs);
}

void UpdateCheck::end(Kind kind, const Error &error)
{
    m_finding.kind = kind;
    m_finding.error = error;
    m_finding.time = QDateTime::currentDateTime();
    if (kind != Kind::Differs)
        m_finding.diff = {};
    succeed([this] { Q_EMIT finished(m_finding); });
}

// What is asked of one server says nothing about another.
bool UpdateCheck::isServerSame()
{
    const bool isSame = m_backend.serverUrl() == m_server;
    if (!isSame)
        fail({Error::Kind::Cancelled, {}});
    return isSame;
}

} // namespace library
