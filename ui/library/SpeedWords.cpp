#include "library/SpeedWords.h"

#include "base/Text.h"
#include "common/Format.h"

#include <QCoreApplication>

namespace ui {

using library::SpeedMeasure;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::SpeedWords)
};

QString progressWords(const SpeedMeasure::Progress &progress)
{
    const QString model = base::displayLine(progress.model);
    switch (progress.step) {
    case SpeedMeasure::Step::Unload:
        return Words::tr("%1 is being unloaded, so that loading can be timed…").arg(model);
    case SpeedMeasure::Step::Load:
        return Words::tr("%1 is being loaded. A big model takes minutes.").arg(model);
    case SpeedMeasure::Step::Ask:
        return Words::tr("%1 reads a prompt of about %2 and answers…").arg(model, tokens(progress.prompt));
    }
    return {};
}

} // namespace

QString promptWords(qint64 promptClass)
{
    return Words::tr("up to %1", "tokens of a prompt").arg(number(promptClass));
}

QString dropWords(const std::optional<library::SpeedDrop> &drop)
{
    if (!drop)
        return {};
    const QString name = base::displayLine(drop->now.model);
    const QString now = tokensPerSecond(drop->now.writing);
    const QString before = tokensPerSecond(drop->before.writing);
    if (drop->isOtherModel())
        return Words::tr("%1 writes slower since it was updated: %2, before %3. It may be larger, or fit the "
                         "GPU no more: compare its size and the GPU share.")
            .arg(name, now, before);
    return Words::tr("%1 writes slower since the engine was updated from %2 to %3: %4, before %5. Where the "
                     "GPU share is lower too, see whether the engine still finds the graphics card.")
        .arg(name, base::displayLine(drop->before.engine), base::displayLine(drop->now.engine), now, before);
}

QString measureWords(const SpeedMeasure &measure)
{
    if (measure.progress())
        return progressWords(*measure.progress());
    if (!measure.outcome())
        return {};
    const QString model = base::displayLine(measure.outcome()->model);
    switch (measure.outcome()->kind) {
    case SpeedMeasure::Outcome::Kind::Done:
        return Words::tr("%1 was measured.").arg(model);
    case SpeedMeasure::Outcome::Kind::Stopped:
        return Words::tr("Stopped. What was measured of %1 until then is kept.").arg(model);
    case SpeedMeasure::Outcome::Kind::GaveWay:
        return Words::tr(
                   "A question came between, and goes before. What was measured of %1 until then is kept.")
            .arg(model);
    case SpeedMeasure::Outcome::Kind::Failed:
        break; // ErrorText words it
    }
    return {};
}

} // namespace ui
