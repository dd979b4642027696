// What an import would do, and what there is to import, in words. Used by ExchangePanel.
#pragma once

#include "chat/ConversationStore.h"
#include "exchange/Look.h"

#include <QStringList>

namespace ui {

QString conversationsText(qsizetype count); // "12 conversations"
QString messagesText(qsizetype count);      // "345 messages"
QString sourceText(exchange::Source source);
QString copyText(const chat::ConversationStore::Copy &copy); // "22 Nov 2026, 10:42 · 3.1 MB"
// A line each: from when to when, what is here already, what is left out and why.
// Of a preview that is not empty.
QString importQuestion(const exchange::Preview &preview);
QStringList previewFacts(const exchange::Preview &preview);
QString importedText(const exchange::Preview &preview);

} // namespace ui
