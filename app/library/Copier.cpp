#include "library/Copier.h"

#include "base/ModelName.h"

#include <algorithm>

namespace library {

using namespace Qt::StringLiterals;
using backend::DoneOperation;
using backend::ModelsOperation;

Copier::Copier(backend::Backend &backend, InstalledModels &installed, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_installed(installed)
{
}

std::optional<Copier::Fault> Copier::faultOf(const QString &model, const QString &name)
{
    if (!base::parseModelName(name))
        return Fault::NoName;
    return base::sameModel(model, name) ? std::optional(Fault::SameName) : std::nullopt;
}

void Copier::copy(const QString &model, const QString &name)
{
    start(model, name, Step::Copy);
}

void Copier::rename(const QString &model, const QString &name)
{
    start(model, name, Step::Rename);
}

std::optional<Copier::Step> Copier::underWay(const QString &model) const
{
    const auto step = m_work.constFind(model);
    return step == m_work.cend() ? std::nullopt : std::optional(*step);
}

std::optional<Copier::Failure> Copier::failure(const QString &model) const
{
    const auto found = m_failures.constFind(model);
    return found == m_failures.cend() ? std::nullopt : std::optional(*found);
}

void Copier::start(const QString &model, const QString &name, Step step)
{
    if (underWay(model) || faultOf(model, name))
        return;
    m_failures.remove(model);
    m_work.insert(model, step);
    Q_EMIT changed(model);
    const backend::ModelInfo *info = m_installed.find(model);
    const QString digest = info ? info->digest : QString();
    // The server lists it in full.
    const QString full = base::parseModelName(name)->display();
    auto *operation = m_backend.copy(model, full, this);
    connect(operation, &base::Operation::failed, this,
            [this, model](const base::Error &error) { end(model, error); });
    connect(operation, &DoneOperation::finished, this, [this, model, full, digest, step] {
        if (step == Step::Rename)
            return checkCopy(model, full, digest);
        end(model, std::nullopt);
        Q_EMIT copied(model, full);
    });
}

void Copier::checkCopy(const QString &model, const QString &name, const QString &digest)
{
    auto *operation = m_backend.installedModels(this);
    connect(operation, &base::Operation::failed, this,
            [this, model](const base::Error &error) { end(model, error); });
    connect(operation, &ModelsOperation::finished, this,
            [this, model, name, digest](const QList<backend::ModelInfo> &models) {
                const bool isThere = std::ranges::any_of(models, [&](const backend::ModelInfo &info) {
                    return base::sameModel(info.name, name) && info.digest == digest;
                });
                if (isThere)
                    removeOld(model, name);
                else
                    end(model, base::Error{base::Error::Kind::Protocol, name});
            });
}

void Copier::removeOld(const QString &model, const QString &name)
{
    auto *operation = m_backend.remove(model, this);
    connect(operation, &base::Operation::failed, this,
            [this, model](const base::Error &error) { end(model, error); });
    connect(operation, &DoneOperation::finished, this, [this, model, name] {
        end(model, std::nullopt);
        Q_EMIT renamed(model, name);
    });
}

void Copier::end(const QString &model, const std::optional<base::Error> &error)
{
    const Step step = m_work.take(model);
    if (error)
        m_failures.insert(model, {step, *error});
    m_installed.refresh();
    Q_EMIT changed(model);
}

QString nameForCopy(const QString &model, const InstalledModels &models)
{
    const auto parsed = base::parseModelName(model);
    if (!parsed)
        return {};
    base::ModelName copy = *parsed;
    for (int count = 1; count < 100; ++count) {
        copy.model = parsed->model + u"-copy"_s + (count == 1 ? QString() : u'-' + QString::number(count));
        if (!models.contains(copy.display()))
            break;
    }
    return copy.display();
}

} // namespace library
