// The words and icons of what a model can do, and the lists of them; used by every page of this room.
#pragma once

#include "backend/Types.h"
#include "library/Catalogue.h"

#include <QLocale>
#include <QString>

namespace ui {

struct AbilityWord
{
    QString icon;
    QString word;
};

// In the order they are shown; completion and insertion are taken for granted.
QList<AbilityWord> abilityWords(backend::Capabilities abilities);
QString abilityList(backend::Capabilities abilities); // "Tools, Thinking"

// "1.9 GB, quick: quick questions, conversation": what the deployment guides say of a model.
QString guideWords(const library::GuideNote &note);

// The language the interface is shown in, for texts that are data.
QString shownLanguage();

} // namespace ui
