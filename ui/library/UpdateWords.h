// What was found out about updates, and what one changes, in words. Used by UpdateView and UpdatesBar.
#pragma once

#include "common/Facts.h"
#include "library/Updater.h"
#include "library/Updates.h"

namespace ui {

// "weights, template"
QString partList(const QList<library::LayerKind> &parts);

// One or two sentences; empty where the model differs. `server`: host:port of the server in use.
QString findingWords(const library::UpdateFinding &finding, const QString &model, const QString &server);

// What is now and what will be, and how much is downloaded.
QList<Fact> updateFacts(const library::UpdateDiff &diff);
// The same between two that are installed.
QList<Fact> stateFacts(const library::UpdateDiff &diff);

// Why the texts that change are not shown; empty where they are.
QString missingTextsWords(const library::UpdateFinding &finding);

QString stepWords(library::Updater::Step step);
// What did not come about, why and what next.
QString failureWords(const library::Updater::Failure &failure, const QString &model, const QString &server);

} // namespace ui
