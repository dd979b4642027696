// The database of Ollama's own desktop app: tables "chats" and "messages", as ollama/ollama makes them in
// app/store (schema versions 2 to 18). Someone else's SQLite file: it is copied, and the copy alone is
// opened, to read and after a check of all its pages; what it calls tables must be tables. For one thread.
#pragma once

#include "exchange/ImportFile.h"

namespace exchange {

// Fails with Protocol where it is another database, with Damaged where its pages are.
base::Result<std::unique_ptr<ImportFile>> openOllamaApp(const QString &path, const IsWanted &isWanted,
                                                        const QString &workFolder);

} // namespace exchange
