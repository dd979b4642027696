// What an import would do, in words. Used by ExchangePanel.
#pragma once

#include "exchange/Look.h"

#include <QStringList>

namespace ui {

QString conversationsText(qsizetype count); // "12 conversations"
QString messagesText(qsizetype count);      // "345 messages"
QString sourceText(exchange::Source source);
// A line each: from when to when, what is here already, what is left out and why.
QStringList previewFacts(const exchange::Preview &preview);

} // namespace ui
