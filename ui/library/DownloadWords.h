// The words of a download: how far it is, what it waits for, what went wrong and what to do. Used by
// DownloadsProxy.
#pragma once

#include "common/ErrorText.h"

#include <QModelIndex>

namespace ui {

// Of two lines: what went wrong, or was stopped, and the next step.
bool hasTwoLines(const QModelIndex &index);

// `server`: host:port of the server in use.
ErrorText downloadText(const QModelIndex &index, const QString &server);
// What assistive technology reads.
QString spokenDownload(const QModelIndex &index, const ErrorText &text);

} // namespace ui
