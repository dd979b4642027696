#include "library/MoveWords.h"

#include "base/Text.h"
#include "common/Format.h"
#include "server/EngineInstructions.h"
#include "server/ServiceEnvironment.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

namespace ui {
namespace {

using namespace Qt::StringLiterals;
using base::Error;
using library::DiskKind;
using library::EngineFolder;
using library::FolderMove;
using library::MovePlan;
using Problem = MovePlan::Problem;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::MoveWords)
};

QString shown(const QString &path)
{
    return base::displayLine(path);
}

// The files first, then the engine on the new folder.
QString command(server::EngineKeeper keeper, const QString &from, const QString &to)
{
    const bool isService = keeper == server::EngineKeeper::Systemd;
    server::EngineEnvironment environment =
        isService ? server::serviceEnvironment() : server::EngineEnvironment();
    if (!environment.set(server::EngineVariable::Models, to))
        return {};
    const QString as = isService ? u"sudo "_s : QString();
    const QString stop = isService ? u"sudo systemctl stop ollama\n"_s : QString();
    return stop + as + u"mkdir -p "_s + server::shellWord(to) + u'\n' + as + u"cp -a "_s +
           server::shellWord(from + u"/."_s) + u' ' + server::shellWord(to) + u'\n' +
           server::engineInstructions(keeper, environment);
}

QString diskNote(DiskKind disk)
{
    switch (disk) {
    case DiskKind::Network:
        return Words::tr(
            "It is a network folder: models load as fast as the network is, and not at all without it.");
    case DiskKind::Memory:
        return Words::tr("It is in memory: everything in it is gone when the computer is switched off.");
    default:
        return {};
    }
}

QString missingModelOf(const FolderMove &move)
{
    return shown(move.error().detail);
}

QString copyFailure(const FolderMove &move)
{
    const QString to = shown(move.plan().to);
    switch (move.error().kind) {
    case Error::Kind::NoSpace:
        return Words::tr("There is no room left in %1.").arg(to);
    case Error::Kind::ReadOnly:
        return Words::tr("The disk with %1 can only be read.").arg(to);
    case Error::Kind::TooLarge:
        return Words::tr("The disk with %1 cannot hold a file this big.").arg(to);
    case Error::Kind::Forbidden:
        return Words::tr("This account may not copy one of the files.");
    case Error::Kind::Damaged:
        return Words::tr("%1 in the old folder is damaged: it does not hold what its name says.")
            .arg(shown(move.error().detail));
    default:
        return Words::tr("The models could not be copied to %1.").arg(to);
    }
}

QString copyStep(const FolderMove &move)
{
    switch (move.error().kind) {
    case Error::Kind::NoSpace:
        return Words::tr("Make room there, or choose another folder.");
    case Error::Kind::ReadOnly:
    case Error::Kind::TooLarge:
        return Words::tr("Choose another folder.");
    case Error::Kind::Damaged:
        return move.damagedModels().isEmpty()
                   ? Words::tr("No model uses it: remove it here, where it is listed, then try again.")
                   : Words::tr("Pull again, or remove, what uses it: %1.")
                         .arg(shown(QLocale().createSeparatedList(move.damagedModels())));
    default:
        return Words::tr("Look at the disk, then try again.");
    }
}

} // namespace

MoveAdvice moveAdvice(EngineFolder::Keeper keeper, const QString &from, const QString &chosen)
{
    const QString to =
        chosen.isEmpty() ? QString() : QDir(chosen).filePath(QString::fromLatin1(library::moveFolderName));
    switch (keeper) {
    case EngineFolder::Keeper::Ours:
        return {};
    case EngineFolder::Keeper::Elsewhere:
        return {
            Words::tr("The engine runs on another machine, and Inkstone moves only the models of an engine "
                      "that it has started itself. Move them there, and let OLLAMA_MODELS name the new "
                      "folder."),
            {}};
    case EngineFolder::Keeper::Service:
        return {
            Words::tr("The system runs this engine, and Inkstone changes nothing about it. The commands copy "
                      "the models to %1 and start the service with them there; the old files stay.")
                .arg(shown(to)),
            command(server::EngineKeeper::Systemd, from, to)};
    case EngineFolder::Keeper::Other:
        return {Words::tr("Inkstone did not start this engine and does not stop it. Stop it, then run the "
                          "commands: they copy the models to %1 and start it with them there; the old files "
                          "stay.")
                    .arg(shown(to)),
                command(server::EngineKeeper::Terminal, from, to)};
    }
    return {};
}

QString moveProblem(const MovePlan &plan)
{
    const QString to = shown(plan.to);
    const QString about = shown(plan.about);
    switch (plan.problem) {
    case Problem::None:
        return {};
    case Problem::Unread:
        return Words::tr(
                   "%1 in the folder of the models cannot be looked into, so it cannot be said what has to "
                   "be copied. Make it readable for this account first.")
            .arg(about);
    case Problem::LinkedParts:
        return Words::tr(
                   "%1 in the folder of the models is a link to another place. Let OLLAMA_MODELS name a "
                   "folder that holds everything first.")
            .arg(about);
    case Problem::Same:
        return Words::tr("The models are there already. Choose another folder.");
    case Problem::Inside:
        return Words::tr("One of the folders lies in the other. Choose a folder beside it.");
    case Problem::NotFolder:
        return Words::tr("%1 is no folder. Choose another one.").arg(to);
    case Problem::NotEmpty:
        return Words::tr("%1 holds other things. Choose an empty folder, or a new one.").arg(to);
    case Problem::NotWritable:
        return Words::tr(
                   "This account may not write to %1. Choose another folder, or let its owner allow it.")
            .arg(to);
    case Problem::ReadOnly:
        return Words::tr("The disk with %1 can only be read. Choose another one.").arg(to);
    case Problem::FileTooBig:
        return Words::tr("The disk with %1 is formatted as FAT, which holds no file of 4 GB or more, and the "
                         "models have some. Choose another disk, or format this one in another way.")
            .arg(to);
    case Problem::BadNames:
        return Words::tr(
                   "The disk with %1 does not allow the name %2. Choose another disk, or format this one in "
                   "another way.")
            .arg(to, about);
    case Problem::NoRoom:
        return Words::tr(
                   "%1 are needed and %2 are free. Remove models, make room there, or choose another disk.")
            .arg(bytes(plan.neededBytes), bytes(plan.freeBytes));
    case Problem::Refused:
        return Words::tr("The engine cannot be told a path with such characters. Choose another folder.");
    }
    return {};
}

QString movePlanWords(const MovePlan &plan)
{
    const auto models = static_cast<int>(plan.models.size());
    QStringList lines;
    lines.append(
        Words::tr("%n model(s), %1, from %2", nullptr, models).arg(bytes(plan.bytes), shown(plan.from)));
    if (plan.way == MovePlan::Way::Link) {
        lines.append(Words::tr("Both folders are on the same disk, so nothing has to be copied."));
    } else {
        if (plan.thereBytes > 0)
            lines.append(Words::tr("%1 of it are there from an earlier try and are only checked.")
                             .arg(bytes(plan.thereBytes)));
        lines.append(plan.freeBytes < 0 ? Words::tr("How much room there is is not known.")
                                        : Words::tr("%1 are needed, %2 are free.")
                                              .arg(bytes(plan.neededBytes), bytes(plan.freeBytes)));
        lines.append(Words::tr("Every file is read back and checked before it counts."));
    }
    if (plan.links > 0)
        lines.append(
            Words::tr("%n file(s) lie elsewhere and are only linked; what they hold is copied, and stays "
                      "where it is, too.",
                      nullptr, plan.links));
    if (plan.otherFiles > 0)
        lines.append(Words::tr("%n file(s) in the folder are not the engine’s and stay there.", nullptr,
                               plan.otherFiles));
    if (const QString note = diskNote(plan.disk); !note.isEmpty())
        lines.append(note);
    lines.append(
        Words::tr("The engine stops for a moment at the end. The old files stay until you let them go."));
    return lines.join(u'\n');
}

QString moveWait(EngineFolder::Busy busy)
{
    switch (busy) {
    case EngineFolder::Busy::Nothing:
        return {};
    case EngineFolder::Busy::Downloads:
        return Words::tr("Waiting until no download runs. Pause the downloads to go on now.");
    case EngineFolder::Busy::Making:
        return Words::tr("Waiting until the model that is being made or sent is done.");
    case EngineFolder::Busy::Answering:
        return Words::tr("Waiting until the answer that is being written has ended.");
    case EngineFolder::Busy::OtherServer:
        return Words::tr("Waiting until the server of this engine is chosen again.");
    }
    return {};
}

MoveFailure moveFailure(const FolderMove &move)
{
    const QString from = shown(move.plan().from);
    const QString safe =
        Words::tr("Nothing is lost: the engine uses %1 as before, and a second try goes on from "
                  "what is copied.")
            .arg(from);
    switch (move.step()) {
    case FolderMove::Step::Looking:
        return {Words::tr("%1 could not be looked into.").arg(from),
                Words::tr("Nothing was changed. Look at the disk, then try again.")};
    case FolderMove::Step::Copying:
        return {copyFailure(move), copyStep(move) + u'\n' + safe};
    case FolderMove::Step::Switching:
        return {
            move.error().kind == Error::Kind::ModelNotFound
                ? Words::tr("On the new folder the engine does not list %1, so it was started on the old one "
                            "again.")
                      .arg(missingModelOf(move))
                : Words::tr("The engine does not answer on the new folder, so it was started on the old one "
                            "again."),
            safe};
    case FolderMove::Step::Keeping:
        return {Words::tr(
                    "The new folder could not be kept in the settings, so the engine was started on the old "
                    "one again."),
                safe};
    case FolderMove::Step::Removing:
        break;
    }
    return {Words::tr("The old files could not be removed."),
            Words::tr("The models are in %1 and in use; what is left of the old files only takes room.")
                .arg(shown(move.plan().to))};
}

QString moveRemoved(const library::MoveRemovalOutcome &outcome, const QString &from)
{
    QStringList lines;
    lines.append(Words::tr("%n old file(s) are removed; %1 became free.", nullptr, outcome.removed)
                     .arg(bytes(outcome.freedBytes)));
    if (outcome.kept > 0)
        lines.append(Words::tr("%n file(s) stayed in %1, because the new folder does not hold the same.",
                               nullptr, outcome.kept)
                         .arg(shown(from)));
    if (outcome.others > 0)
        lines.append(Words::tr("%n file(s) in %1 are not the engine’s and stayed.", nullptr, outcome.others)
                         .arg(shown(from)));
    return lines.join(u'\n');
}

} // namespace ui
