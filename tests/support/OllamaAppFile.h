// A database as Ollama's own desktop app makes it: the tables are those of ollama/ollama's app/store, schema
// version 18; the chats are made up.
#pragma once

#include <QString>
#include <QStringList>

namespace support {

// Two chats, the later with thinking, a tool, an attachment and times as the app's driver writes them; then
// `statements`. False where that fails.
bool makeOllamaAppFile(const QString &path, const QStringList &statements = {});

} // namespace support
