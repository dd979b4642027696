// One message as a row of the database, and what its values are made of. Used by ConversationRows and
// TreeRows.
#pragma once

#include "chat/Conversation.h"

#include <QSqlQuery>
#include <QVariantList>

namespace chat::rows {

// Milliseconds since 1970; null = invalid.
QVariant milliseconds(const QDateTime &time);
QDateTime timeOf(const QVariant &milliseconds);
// SQLite tells NULL from an empty text, Qt a null from an empty string; the columns allow no NULL.
QString text(const QString &value);

// Parted by ", "; `id` is the first.
const QString &messageColumns();
// Of a row that begins with these columns.
Message messageOf(const QSqlQuery &row);
// In their order.
QVariantList valuesOf(const Message &message);

} // namespace chat::rows
