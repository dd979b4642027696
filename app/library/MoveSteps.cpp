#include "library/MoveSteps.h"

#include "library/ModelsFolder.h"
#include "library/MoveCopy.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>

namespace library {

using base::Error;

namespace {

// Those that are whole: an engine does not list every model whose files are missing.
QList<backend::ModelInfo> wholeModels(const FolderContents &contents)
{
    QList<backend::ModelInfo> models;
    for (const StoredModel &stored : contents.models) {
        const bool isWhole = std::ranges::all_of(
            stored.layers, [&](const Layer &layer) { return contents.blobs.contains(layer.digest); });
        if (!isWhole)
            continue;
        backend::ModelInfo model;
        model.name = stored.name;
        model.digest = stored.digest;
        models.append(model);
    }
    return models;
}

// By an earlier run of the program, of the same move.
MovedFiles knownFrom(const MovePlan &plan)
{
    const auto note = readMoveNote(plan.to);
    return note && note->from == plan.from && !note->isSwitched ? note->known : MovedFiles();
}

// That use a blob, by its path below the folder.
QStringList modelsWith(const QString &blob, const QString &folder)
{
    QStringList models;
    const auto contents = readModelsFolder(folder);
    for (const StoredModel &model : contents ? contents->models : QList<StoredModel>()) {
        if (std::ranges::any_of(model.layers, [&](const Layer &layer) {
                return blob.endsWith(layer.digest.section(u':', -1));
            }))
            models.append(model.name);
    }
    return models;
}

} // namespace

base::Result<void> MoveSteps::look(const QString &from, const QString &to)
{
    const QMutexLocker lock(&m_mutex);
    auto found = lookAtMove(from, to);
    if (!found)
        return std::unexpected(found.error());
    facts = std::move(*found);
    return {};
}

base::Result<void> MoveSteps::copyBlobs(const MovePlan &plan, const MoveWatch &watch)
{
    const QMutexLocker lock(&m_mutex);
    // Not what is above it: where a disk was unplugged meanwhile, that is gone.
    if (::mkdir(QFile::encodeName(plan.to).constData(), 0755) != 0 && errno != EEXIST)
        return std::unexpected(moveError(errno, plan.to));
    if (m_known.isEmpty())
        m_known = knownFrom(plan);
    if (const auto noted = writeMoveNote(plan.to, {plan.from, false, m_known}); !noted)
        return noted;
    auto files = filesToMove(plan.from);
    if (!files)
        return std::unexpected(files.error());
    // The rest changes while the engine runs, and is small.
    files->removeIf([](const MoveFile &file) { return file.kind != MoveFile::Kind::Blob; });
    auto copied = MoveCopy(plan.from, plan.to, watch).run(*files, m_known);
    if (!copied && copied.error().kind == Error::Kind::Damaged)
        damagedModels = modelsWith(copied.error().detail, plan.from);
    // Where it cannot be noted, the next run of the program reads the copies again.
    (void)writeMoveNote(plan.to, {plan.from, false, m_known});
    return copied;
}

base::Result<void> MoveSteps::copyRest(const MovePlan &plan, const MoveWatch &watch)
{
    const QMutexLocker lock(&m_mutex);
    const auto contents = readModelsFolder(plan.from);
    if (!contents)
        return std::unexpected(contents.error());
    const QStringList unread = contents->unread + contents->links;
    if (!unread.isEmpty())
        return base::failure(Error::Kind::Forbidden, unread.first());
    const auto files = filesToMove(plan.from);
    if (!files)
        return std::unexpected(files.error());
    models = wholeModels(*contents);
    MoveCopy copy(plan.from, plan.to, watch);
    const auto copied = copy.run(*files, m_known);
    // Nobody is there now who would remove one: the old disk itself goes.
    if (copied && copy.gone() > 0)
        return base::failure(Error::Kind::NotFound, plan.from);
    return copied;
}

base::Result<void> MoveSteps::removeOld(const MovePlan &plan, const MoveWatch &watch)
{
    const QMutexLocker lock(&m_mutex);
    const auto outcome = removeMoved(plan.from, plan.to, m_known, watch);
    if (!outcome)
        return std::unexpected(outcome.error());
    removal = *outcome;
    if (!outcome->error)
        removeMoveNote(plan.to);
    return {};
}

} // namespace library
