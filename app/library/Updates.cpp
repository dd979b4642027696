#include "library/Updates.h"

#include "library/KeptName.h"

#include <algorithm>
#include <utility>

namespace library {

using namespace Qt::StringLiterals;

namespace {

// A long list must storm neither the registry nor the server.
constexpr qsizetype atOnce = 2;

// Answers from the makers' machines; all that is installed is a note where to ask (ollama-api.md
// section 2.9).
bool isCloud(const base::ModelName &name)
{
    return name.tag.compare("cloud"_L1, Qt::CaseInsensitive) == 0 ||
           name.tag.endsWith("-cloud"_L1, Qt::CaseInsensitive);
}

// Where no digest is told, whatever is told has to be the same.
bool isSame(const backend::ModelInfo &a, const backend::ModelInfo &b)
{
    return a.digest.isEmpty() || b.digest.isEmpty() ? a == b : a.digest == b.digest;
}

} // namespace

Updates::Updates(backend::Backend &backend, InstalledModels &installed, Fetch manifests, Fetch layers,
                 QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_installed(installed)
    , m_manifests(std::move(manifests))
    , m_layers(std::move(layers))
{
    connect(&installed, &InstalledModels::changed, this, &Updates::forgetChanged);
}

// Before what they read with.
Updates::~Updates()
{
    qDeleteAll(m_running);
}

bool Updates::isAskedWithAll(const QString &model)
{
    const auto name = base::parseModelName(model);
    return name && !name->isForeign() && !isCloud(*name) && !keptModel(model);
}

void Updates::checkAll()
{
    QStringList models;
    for (const backend::ModelInfo &model : m_installed.models()) {
        if (isAskedWithAll(model.name))
            models.append(model.name);
    }
    ask(models);
}

void Updates::check(const QString &model)
{
    if (m_installed.contains(model))
        ask({model});
}

void Updates::ask(const QStringList &models)
{
    if (!isChecking())
        m_asked = m_answered = 0;
    for (const QString &model : models) {
        if (isChecking(model))
            continue;
        ++m_asked;
        m_waiting.append(model);
        Q_EMIT changed(model);
    }
    startNext();
    Q_EMIT progressed();
}

void Updates::cancel()
{
    QStringList models = std::exchange(m_waiting, {});
    models += m_running.keys();
    qDeleteAll(std::exchange(m_running, {}));
    for (const QString &model : std::as_const(models))
        Q_EMIT changed(model);
    Q_EMIT progressed();
}

void Updates::clear()
{
    QStringList models = m_waiting + m_running.keys() + m_found.keys();
    models.removeDuplicates();
    m_waiting.clear();
    qDeleteAll(std::exchange(m_running, {}));
    m_found.clear();
    m_lastChecked = {};
    m_asked = m_answered = 0;
    for (const QString &model : std::as_const(models))
        Q_EMIT changed(model);
    Q_EMIT progressed();
}

bool Updates::isChecking(const QString &model) const
{
    return m_waiting.contains(model) || m_running.contains(model);
}

const UpdateFinding *Updates::finding(const QString &model) const
{
    const auto found = m_found.constFind(model);
    return found == m_found.cend() ? nullptr : &found->finding;
}

bool Updates::differs(const QString &model) const
{
    const UpdateFinding *found = finding(model);
    return found && found->kind == UpdateFinding::Kind::Differs;
}

QStringList Updates::outdated() const
{
    QStringList models;
    for (const backend::ModelInfo &model : m_installed.models()) {
        if (differs(model.name))
            models.append(model.name);
    }
    return models;
}

qint64 Updates::netBytes() const
{
    QHash<QString, qint64> missing;
    for (const Found &found : m_found) {
        for (const Layer &layer : found.finding.diff.missing)
            missing.insert(layer.digest, layer.bytes);
    }
    qint64 bytes = 0;
    for (const qint64 one : std::as_const(missing))
        bytes += one;
    return bytes;
}

int Updates::count(UpdateFinding::Kind kind) const
{
    return static_cast<int>(
        std::ranges::count_if(m_found, [kind](const Found &found) { return found.finding.kind == kind; }));
}

void Updates::startNext()
{
    while (m_running.size() < atOnce && !m_waiting.isEmpty())
        start(m_waiting.takeFirst());
}

void Updates::start(const QString &model)
{
    const backend::ModelInfo *info = m_installed.find(model);
    if (!info) { // gone since it was wanted
        ++m_answered;
        Q_EMIT changed(model);
        return;
    }
    auto *check = new UpdateCheck(m_backend, m_manifests, m_layers, *info, this);
    m_running.insert(model, check);
    connect(check, &UpdateCheck::finished, this, [this, asked = *info](const UpdateFinding &finding) {
        m_found.insert(asked.name, {asked, finding});
        m_lastChecked = finding.time;
        end(asked.name);
    });
    connect(check, &base::Operation::failed, this, [this, model] { end(model); });
}

void Updates::end(const QString &model)
{
    m_running.remove(model);
    ++m_answered;
    forgetChanged(); // it may have changed meanwhile
    startNext();
    Q_EMIT changed(model);
    Q_EMIT progressed();
}

void Updates::forgetChanged()
{
    if (!m_installed.isKnown()) // the connection is being made anew
        return;
    QStringList forgotten;
    for (auto found = m_found.begin(); found != m_found.end();) {
        const backend::ModelInfo *model = m_installed.find(found.key());
        if (model && isSame(*model, found->model)) {
            ++found;
            continue;
        }
        forgotten.append(found.key());
        found = m_found.erase(found);
    }
    for (const QString &model : std::as_const(forgotten))
        Q_EMIT changed(model);
}

} // namespace library
