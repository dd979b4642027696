#include "library/UpdateWords.h"

#include "base/Text.h"
#include "common/ErrorText.h"
#include "common/Format.h"

#include <QCoreApplication>

namespace ui {

using library::LayerKind;
using library::UpdateDiff;
using library::UpdateFinding;
using library::Updater;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::UpdateWords)
};

QString both(const ErrorText &words)
{
    return Words::tr("%1 %2", "One sentence after the other").arg(words.what, words.next);
}

QString partWord(LayerKind part)
{
    switch (part) {
    case LayerKind::Model:
        return Words::tr("weights");
    case LayerKind::Projector:
        return Words::tr("the part that sees");
    case LayerKind::Adapter:
        return Words::tr("adapter", "A small file of weights that changes a model");
    case LayerKind::Template:
        return Words::tr("template");
    case LayerKind::System:
        return Words::tr("system prompt");
    case LayerKind::Parameters:
        return Words::tr("parameters", "Of generation: temperature and so on");
    case LayerKind::Messages:
        return Words::tr("message examples");
    case LayerKind::Licence:
        return Words::tr("licence");
    case LayerKind::Configuration:
        return Words::tr("description", "Family, quantization and size of a model, as a file");
    case LayerKind::Other:
        return Words::tr("other files");
    }
    return {};
}

QString fromTo(const QString &before, const QString &after)
{
    return before.isEmpty() ? after : Words::tr("%1 → %2", "Before and after").arg(before, after);
}

QString changed(const library::FactChange &fact)
{
    return fact.after.isEmpty() ? QString()
                                : fromTo(base::displayLine(fact.before), base::displayLine(fact.after));
}

} // namespace

QString partList(const QList<LayerKind> &parts)
{
    QStringList words;
    for (const LayerKind part : parts)
        words.append(partWord(part));
    return words.join(Words::tr(", ", "Between items of a list"));
}

QString findingWords(const UpdateFinding &finding, const QString &model, const QString &server)
{
    using Kind = UpdateFinding::Kind;
    const QString host = base::displayLine(finding.host, 40);
    switch (finding.kind) {
    case Kind::UpToDate:
        return Words::tr("It is as %1 has it. Checked at %2.", "%1: the registry")
            .arg(host, timeOf(finding.time));
    case Kind::NotInRegistry:
        return Words::tr(
                   "%1 has no model of this name, so there are no updates: it was made here, or is gone "
                   "there.",
                   "%1: the registry")
            .arg(host);
    case Kind::NoRegistry:
        return both(errorText(finding.error, Doing::Planning, host, server));
    case Kind::NoServer:
        return both(errorText(finding.error, Doing::ReadingDetails, model, server));
    case Kind::Differs:
        break;
    }
    return {};
}

QList<Fact> stateFacts(const UpdateDiff &diff)
{
    QList<LayerKind> parts;
    for (const library::PartChange &change : diff.changes)
        parts.append(change.part);
    const QString before = bytesIfTold(diff.bytesBefore);
    const QString after = bytesIfTold(diff.bytesAfter);
    return {{Words::tr("Changes"), partList(parts)},
            {Words::tr("Quantization"), changed(diff.quantization)},
            {Words::tr("Parameters"), changed(diff.parameterSize)},
            {Words::tr("Family"), changed(diff.family)},
            {Words::tr("Size"), before == after ? QString() : fromTo(before, after)}};
}

QList<Fact> updateFacts(const UpdateDiff &diff)
{
    QList<Fact> facts = stateFacts(diff);
    if (diff.changes.isEmpty())
        facts.prepend({Words::tr("May change"), partList(diff.undecided)});
    const qint64 net = diff.netBytes();
    facts.append({Words::tr("To download"),
                  net > 0 ? bytes(net) : Words::tr("nothing, the server has all of it already")});
    return facts;
}

QString missingTextsWords(const UpdateFinding &finding)
{
    if (!finding.textsError)
        return {};
    if (finding.textsError->kind == base::Error::Kind::Moved)
        return Words::tr(
                   "The new texts lie at another host than %1, which was not asked. After the update the "
                   "old state shows what changed.",
                   "%1: the registry")
            .arg(base::displayLine(finding.host, 40));
    return Words::tr("The new texts could not be read. After the update the old state shows what changed.");
}

QString stepWords(Updater::Step step)
{
    switch (step) {
    case Updater::Step::Keep:
        return Words::tr("The present state is being kept…");
    case Updater::Step::Pull:
        return Words::tr("It is being downloaded, see Downloads. Until then it stays as it is.");
    case Updater::Step::Tidy:
        return Words::tr("The server tidies up…");
    case Updater::Step::GoBack:
        return Words::tr("It is being brought back…");
    }
    return {};
}

QString failureWords(const Updater::Failure &failure, const QString &model, const QString &server)
{
    switch (failure.step) {
    case Updater::Step::Keep:
        return both(errorText(failure.error, Doing::Updating, model, server));
    case Updater::Step::Pull:
        return both(errorText(failure.error, Doing::Pulling, model, server));
    case Updater::Step::Tidy:
        return both(errorText(failure.error, Doing::Removing, failure.name, server));
    case Updater::Step::GoBack:
        return both(errorText(failure.error, Doing::GoingBack, model, server));
    }
    return {};
}

} // namespace ui
