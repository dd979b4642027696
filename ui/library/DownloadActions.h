// What a person can do with a download, by its state: the buttons of its row, its menu and its keys say the
// same. Used by the downloads page.
#pragma once

#include "library/DownloadsFile.h"

#include <QList>
#include <QModelIndex>
#include <QString>

#include <optional>

namespace ui {

enum class DownloadAction { Pause, Resume, Retry, Next, StartNow, Chat, Details, Cancel, Remove };

// What its button and Return do; absent while there is nothing to do but wait. `index`: of DownloadsProxy.
std::optional<DownloadAction> mainActionOf(const QModelIndex &index);
// What takes it away: out of the queue, or, once it is, out of the list.
DownloadAction endingOf(const QModelIndex &index);
// All there are, in the order of the menu.
QList<DownloadAction> actionsOf(const QModelIndex &index);

struct ActionWords
{
    QString icon;
    QString text;
    QString help; // may be empty
};
ActionWords wordsOf(DownloadAction action, library::Direction direction);

} // namespace ui
