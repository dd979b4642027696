#include "library/StorageWords.h"

#include "base/Text.h"
#include "common/Format.h"
#include "server/EngineInstructions.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::StringLiterals;
using library::Leftover;
using library::Storage;
using library::StorageMap;
using library::StorageTile;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::StorageWords)
};

// Those who own it may do it; nobody else needs to become root.
QString as(const QString &owner)
{
    return owner.isEmpty() || owner == "root"_L1 ? u"sudo "_s
                                                 : u"sudo -u "_s + server::shellWord(owner) + u' ';
}

QString removalCommand(const library::LeftoverOutcome &outcome)
{
    QString command = as(outcome.owner) + u"rm --"_s;
    for (const QString &file : outcome.left)
        command += u' ' + server::shellWord(outcome.folder + u'/' + file);
    return command;
}

QString places(const QStringList &paths)
{
    constexpr qsizetype most = 20;
    QStringList lines;
    for (const QString &path : paths.first(std::min(most, paths.size())))
        lines.append(base::displayLine(path));
    if (paths.size() > most)
        lines.append(u"…"_s);
    return lines.join(u'\n');
}

StorageNote noteOfFolder(const library::FolderContents &contents)
{
    const auto count = [](const QStringList &list) { return static_cast<int>(list.size()); };
    if (!contents.badManifests.isEmpty())
        return {StorageNote::Tone::Warning,
                Words::tr(
                    "%n file(s) that should say what a model consists of cannot be understood. So it is not "
                    "known which files are unused, and none is offered for removal. Pull those models "
                    "again, or remove them.",
                    nullptr, count(contents.badManifests)),
                {},
                places(contents.badManifests)};
    if (!contents.unread.isEmpty())
        return {
            StorageNote::Tone::Warning,
            Words::tr("%n place(s) in the folder could not be looked into. So it is not known which files "
                      "are unused, and none is offered for removal.",
                      nullptr, count(contents.unread)),
            {},
            places(contents.unread)};
    if (!contents.links.isEmpty())
        return {
            StorageNote::Tone::Note,
            Words::tr("A part of the folder is a link to another place. Nothing is removed through a link; "
                      "let OLLAMA_MODELS name the place itself."),
            {},
            places(contents.links)};
    return {};
}

} // namespace

QString nameList(const QStringList &names)
{
    QStringList shown;
    for (const QString &name : names.first(std::min<qsizetype>(names.size(), 2)))
        shown.append(base::displayLine(name));
    const auto more = static_cast<int>(names.size()) - 2;
    if (shown.isEmpty())
        return {};
    if (shown.size() == 1)
        return shown.first();
    return more > 0 ? Words::tr("%1, %2 and %n more", nullptr, more).arg(shown[0], shown[1])
                    : Words::tr("%1 and %2").arg(shown[0], shown[1]);
}

QString tileName(const StorageMap &map, const StorageTile &tile)
{
    QStringList names;
    for (const int model : tile.models)
        names.append(map.models[model].name);
    switch (tile.kind) {
    case StorageTile::Kind::Own:
        return nameList(names);
    case StorageTile::Kind::Shared:
        return Words::tr("Shared by %1").arg(nameList(names));
    case StorageTile::Kind::Unused:
        return Words::tr("Not used by any model");
    case StorageTile::Kind::Unfinished:
        return Words::tr("Unfinished downloads");
    case StorageTile::Kind::Other:
        return Words::tr("Other files");
    }
    return {};
}

QString tileWords(const StorageMap &map, const StorageTile &tile)
{
    return Words::tr("%1, %2").arg(tileName(map, tile), bytes(tile.bytes));
}

QString freedWords(const library::Freed &freed, int models)
{
    const QString size = bytes(freed.bytes);
    return freed.isExact ? Words::tr("Removing %n model(s) frees %1", nullptr, models).arg(size)
                         : Words::tr("Removing %n model(s) frees about %1", nullptr, models).arg(size);
}

QString freedQuestion(const library::Freed &freed)
{
    const QString size = bytes(freed.bytes);
    return freed.isExact
               ? Words::tr("%1 on the server’s disk become free. What is removed can be pulled again.")
                     .arg(size)
               : Words::tr("About %1 on the server’s disk become free; other models may use parts of "
                           "it. What is removed can be pulled again.")
                     .arg(size);
}

QString leftoverState(Leftover::State state)
{
    switch (state) {
    case Leftover::State::Removable:
        return {};
    case Leftover::State::Recent:
        return Words::tr("changed in the last hour: stays for now");
    case Leftover::State::Pulling:
        return Words::tr("a model is being fetched or made: stays for now");
    }
    return {};
}

StorageNote storageNote(const Storage &storage)
{
    switch (storage.place()) {
    case Storage::Place::Found:
        return noteOfFolder(storage.contents());
    case Storage::Place::Elsewhere:
        return {
            StorageNote::Tone::Note,
            Words::tr("The server runs on another machine and tells only how big whole models are. What they "
                      "share is guessed from their weights; files that no model uses are not seen."),
            {},
            {}};
    case Storage::Place::Refused: {
        const QString folder = storage.folder();
        return {StorageNote::Tone::Warning,
                Words::tr("This account may not look into %1, so only what the server tells is shown. The "
                          "command lists what is there.")
                    .arg(base::displayLine(folder)),
                u"sudo du -ah -- "_s + server::shellWord(folder),
                {}};
    }
    case Storage::Place::Unknown:
        break;
    }
    if (storage.map().source == StorageMap::Source::Nothing)
        return {};
    return {
        StorageNote::Tone::Note,
        Words::tr("No folder on this machine holds the models of this server; it may run in a container or "
                  "behind a tunnel. Only what it tells is shown, and what models share is guessed from "
                  "their weights."),
        {},
        {}};
}

StorageNote removalNote(const library::LeftoverOutcome &outcome)
{
    const auto left = static_cast<int>(outcome.left.size());
    if (!outcome.error)
        return outcome.kept == 0
                   ? StorageNote()
                   : StorageNote{StorageNote::Tone::Note,
                                 Words::tr("%n stayed, because something uses it by now, or may.", nullptr,
                                           outcome.kept),
                                 {},
                                 {}};
    const QString details = base::displayText(outcome.error->detail);
    switch (outcome.error->kind) {
    case base::Error::Kind::Forbidden:
        return {
            StorageNote::Tone::Warning,
            outcome.owner.isEmpty()
                ? Words::tr("%n file(s) in %1 may not be removed by this account. The command does it.",
                            nullptr, left)
                      .arg(base::displayLine(outcome.folder))
                : Words::tr("%n file(s) in %1 belong to %2, so this account may not remove them. The command "
                            "does it.",
                            nullptr, left)
                      .arg(base::displayLine(outcome.folder), base::displayLine(outcome.owner)),
            removalCommand(outcome), details};
    case base::Error::Kind::ReadOnly:
        return {
            StorageNote::Tone::Warning,
            Words::tr("The disk with %1 can only be read, so %n file(s) stayed. Make it writable, then try "
                      "again.",
                      nullptr, left)
                .arg(base::displayLine(outcome.folder)),
            {},
            details};
    default:
        return {
            StorageNote::Tone::Warning,
            Words::tr("%n file(s) in %1 could not be removed. Check the disk, then try again.", nullptr, left)
                .arg(base::displayLine(outcome.folder)),
            {},
            details};
    }
}

} // namespace ui
