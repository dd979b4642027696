#include "library/Words.h"

#include "common/Format.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui {

using namespace Qt::StringLiterals;
using backend::Capability;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Words)
};

} // namespace

QList<AbilityWord> abilityWords(backend::Capabilities abilities)
{
    QList<AbilityWord> words;
    if (abilities.testFlag(Capability::Tools))
        words.append({u"wrench"_s, Words::tr("Tools")});
    if (abilities.testFlag(Capability::Vision))
        words.append({u"eye"_s, Words::tr("Vision")});
    if (abilities.testFlag(Capability::Thinking))
        words.append({u"lightbulb"_s, Words::tr("Thinking")});
    if (abilities.testFlag(Capability::Embedding))
        words.append({u"binary"_s, Words::tr("Embedding")});
    return words;
}

QString abilityList(backend::Capabilities abilities)
{
    QStringList words;
    const QList<AbilityWord> all = abilityWords(abilities);
    for (const AbilityWord &ability : all)
        words.append(ability.word);
    return words.join(Words::tr(", ", "Between items of a list"));
}

QString guideWords(const library::GuideNote &note)
{
    const QString size = bytes(note.sizeBytes);
    const QString use = note.use.in(shownLanguage());
    switch (note.speed) {
    case 3:
        return Words::tr("%1, quick; for: %2").arg(size, use);
    case 2:
        return Words::tr("%1, of medium speed; for: %2").arg(size, use);
    case 1:
        return Words::tr("%1, slow; for: %2").arg(size, use);
    default:
        return Words::tr("%1; for: %2").arg(size, use);
    }
}

QString shownLanguage()
{
    return QLocale().name();
}

} // namespace ui
