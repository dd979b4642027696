#include "common/FitWords.h"

#include "common/Format.h"

#include <QCoreApplication>

namespace ui {
namespace {

using library::Fit;
using Verdict = library::Fit::Verdict;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::FitWords)
};

QString dividedWords(const Fit &fit, const QString &model, const QString &needs)
{
    if (fit.layersOnCard > 0)
        return Words::tr("%1 takes %2: about %3 of its %n layer(s) fit the graphics card, the processor does "
                         "the rest, more slowly.",
                         nullptr, fit.layers)
            .arg(model, needs, number(fit.layersOnCard));
    return Words::tr("%1 takes %2: a part of it fits the graphics card, the processor does the rest, more "
                     "slowly.")
        .arg(model, needs);
}

} // namespace

QString fitWords(const Fit &fit, const QString &model, qint64 downloadBytes)
{
    const QString needs = bytes(fit.needs.total());
    switch (fit.verdict) {
    case Verdict::OnCard:
        return Words::tr("%1 takes %2 and fits the graphics card.").arg(model, needs);
    case Verdict::Divided:
        return dividedWords(fit, model, needs);
    case Verdict::InMemory:
        return Words::tr("%1 takes %2 and fits the memory.").arg(model, needs);
    case Verdict::BarelyNow:
        return Words::tr("%1 takes %2, more than is free right now. End other programs first.")
            .arg(model, needs);
    case Verdict::TooLarge:
        return Words::tr("%1 takes %2, more than this computer has. Choose a smaller one.").arg(model, needs);
    case Verdict::NoDiskRoom:
        return Words::tr("%1 is a download of %2, more than is free on the disk.")
            .arg(model, bytes(downloadBytes));
    case Verdict::Unknown:
        break;
    }
    return Words::tr("It cannot be told whether %1 fits.").arg(model);
}

QString fitWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::OnCard:
        return Words::tr("Fits the graphics card");
    case Verdict::Divided:
        return Words::tr("Partly on the graphics card");
    case Verdict::InMemory:
        return Words::tr("Fits the memory");
    case Verdict::BarelyNow:
        return Words::tr("More than is free now");
    case Verdict::TooLarge:
        return Words::tr("Does not fit");
    case Verdict::NoDiskRoom:
        return Words::tr("No room on the disk");
    case Verdict::Unknown:
        break;
    }
    return {};
}

QString needsWords(const library::MemoryNeeds &needs)
{
    if (needs.measured > 0)
        return Words::tr("%1 with %2; the server counted it with %3")
            .arg(bytes(needs.measured), tokens(needs.context), tokens(needs.measuredContext));
    return Words::tr("about %1 with %2: weights %3, context %4, computing %5")
        .arg(bytes(needs.total()), tokens(needs.context), bytes(needs.weights), bytes(needs.cache),
             bytes(needs.compute));
}

std::pair<QString, IconColor> fitIcon(Verdict verdict)
{
    switch (verdict) {
    case Verdict::OnCard:
    case Verdict::InMemory:
        return {QStringLiteral("circle-check"), IconColor::Ok};
    case Verdict::Divided:
        return {QStringLiteral("circle-check"), IconColor::Text3};
    case Verdict::BarelyNow:
        return {QStringLiteral("circle-alert"), IconColor::Warn};
    case Verdict::TooLarge:
    case Verdict::NoDiskRoom:
        return {QStringLiteral("circle-x"), IconColor::Bad};
    case Verdict::Unknown:
        break;
    }
    return {QStringLiteral("circle-dashed"), IconColor::Text3};
}

} // namespace ui
