#include "support/OllamaAppFile.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace support {

namespace {

const QStringList made{
    uR"(CREATE TABLE settings (id INTEGER PRIMARY KEY CHECK (id = 1), device_id TEXT NOT NULL DEFAULT '',
        schema_version INTEGER NOT NULL DEFAULT 18))"_s,
    u"INSERT INTO settings (id) VALUES (1)"_s,
    uR"(CREATE TABLE chats (id TEXT PRIMARY KEY, title TEXT NOT NULL DEFAULT '',
        created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, browser_state TEXT))"_s,
    uR"(CREATE TABLE messages (id INTEGER PRIMARY KEY AUTOINCREMENT, chat_id TEXT NOT NULL, role TEXT NOT NULL,
        content TEXT NOT NULL DEFAULT '', thinking TEXT NOT NULL DEFAULT '', stream BOOLEAN NOT NULL DEFAULT 0,
        model_name TEXT, model_cloud BOOLEAN, model_ollama_host BOOLEAN,
        created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
        updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
        thinking_time_start TIMESTAMP, thinking_time_end TIMESTAMP, tool_result TEXT,
        FOREIGN KEY (chat_id) REFERENCES chats(id) ON DELETE CASCADE))"_s,
    u"CREATE INDEX idx_messages_chat_id ON messages(chat_id)"_s,
    uR"(CREATE TABLE tool_calls (id INTEGER PRIMARY KEY AUTOINCREMENT, message_id INTEGER NOT NULL,
        type TEXT NOT NULL, function_name TEXT NOT NULL, function_arguments TEXT NOT NULL, function_result TEXT))"_s,
    uR"(CREATE TABLE attachments (id INTEGER PRIMARY KEY AUTOINCREMENT, message_id INTEGER NOT NULL,
        filename TEXT NOT NULL, data BLOB NOT NULL))"_s,
    uR"(INSERT INTO chats (id, title, created_at) VALUES
        ('0199-a', '', '2025-08-01 10:00:00'), ('0199-b', 'Ink', '2025-08-02 12:00:00.123456789+02:00'))"_s,
    uR"(INSERT INTO messages (chat_id, role, content, thinking, model_name, created_at, thinking_time_start,
            thinking_time_end) VALUES
        ('0199-a', 'user', 'First question', '', NULL, '2025-08-01 10:00:01', NULL, NULL),
        ('0199-b', 'user', 'What is ink?', '', NULL, '2025-08-02 12:00:01.5+02:00', NULL, NULL),
        ('0199-a', 'assistant', 'First answer', '', 'gemma3:4b', '2025-08-01 10:00:02', NULL, NULL),
        ('0199-b', 'assistant', '', 'Let me search.', 'qwen3:8b', '2025-08-02 12:00:02+02:00', NULL, NULL),
        ('0199-b', 'tool', 'found', '', NULL, '2025-08-02 12:00:03+02:00', NULL, NULL),
        ('0199-b', 'assistant', 'Soot 墨.', 'Soot?', 'qwen3:8b', '2025-08-02 12:00:09+02:00',
         '2025-08-02 12:00:04.25+02:00', '2025-08-02 12:00:06.75+02:00'))"_s,
    u"INSERT INTO attachments (message_id, filename, data) VALUES (2, 'x.png', x'00')"_s,
    u"INSERT INTO tool_calls (message_id, type, function_name, function_arguments) VALUES (4, 'f', 'g', '{}')"_s,
};

} // namespace

bool makeOllamaAppFile(const QString &path, const QStringList &statements)
{
    bool isMade = true;
    const QString name = u"made"_s;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        isMade = database.open();
        for (const QString &statement : made + statements) {
            QSqlQuery query(database);
            isMade = isMade && query.exec(statement);
            if (query.lastError().isValid())
                qWarning("%s", qPrintable(query.lastError().text()));
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(name);
    return isMade;
}

} // namespace support
