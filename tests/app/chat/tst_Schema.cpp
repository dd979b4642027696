// Every version of the file that was shipped, as it was: each opens, keeps what is in it and leaves a backup.
#include "chat/AssistantRows.h"
#include "chat/ConversationRows.h"
#include "chat/ConversationStore.h"
#include "chat/OrderRows.h"
#include "chat/SearchIndex.h"
#include "support/Options.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chat;
using storage::Database;

namespace {

constexpr auto oldest = R"(
CREATE TABLE conversation (id INTEGER PRIMARY KEY, title TEXT NOT NULL, model TEXT NOT NULL,
    system_prompt TEXT NOT NULL, draft TEXT NOT NULL, leaf INTEGER NOT NULL, created INTEGER, updated INTEGER,
    deleted INTEGER);
CREATE TABLE message (sequence INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE, id INTEGER NOT NULL UNIQUE,
    parent INTEGER NOT NULL, role TEXT NOT NULL, text TEXT NOT NULL, thinking TEXT NOT NULL,
    state TEXT NOT NULL, model TEXT NOT NULL, created INTEGER, reason TEXT NOT NULL,
    prompt_tokens INTEGER NOT NULL, answer_tokens INTEGER NOT NULL, total_ns INTEGER NOT NULL,
    load_ns INTEGER NOT NULL, prompt_ns INTEGER NOT NULL, generation_ns INTEGER NOT NULL,
    first_token_ms INTEGER NOT NULL, thinking_ms INTEGER NOT NULL, error_kind TEXT, error_detail TEXT NOT NULL);
CREATE INDEX message_siblings ON message(conversation, parent);
CREATE INDEX message_unfinished ON message(state) WHERE state = 'streaming';
INSERT INTO conversation VALUES (7, 'Paris', 'm', 'Be brief.', 'and', 9, 1, 2, NULL);
INSERT INTO conversation VALUES (8, 'Gone', 'm', '', '', 0, 1, 2, 4000000000000);
INSERT INTO message VALUES (1, 7, 5, 0, 'user', 'Is it large?', '', 'complete', '', 3, 'stop', 0, 0, 0, 0, 0, 0,
    0, 0, NULL, '');
INSERT INTO message VALUES (2, 7, 9, 5, 'assistant', 'Yes. 用Ollama模型。', 'Hm.', 'failed', 'm', 4, 'stop',
    1, 2, 3, 4, 5, 6, 7, 8, 'unauthorized', 'words');
PRAGMA application_id = 1231973235;
PRAGMA user_version = 1)";

constexpr auto withServers = R"(
ALTER TABLE conversation ADD COLUMN server TEXT NOT NULL DEFAULT '';
ALTER TABLE message ADD COLUMN server TEXT NOT NULL DEFAULT '';
UPDATE conversation SET server = '0f';
UPDATE message SET server = 'GPU box';
PRAGMA user_version = 2)";

constexpr auto withSearch = R"(
CREATE VIRTUAL TABLE search USING fts5(tokens, starts, content = '', tokenize = 'ascii', prefix = '3');
PRAGMA user_version = 3)";

constexpr auto withOrder = R"(
ALTER TABLE conversation ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN folder INTEGER NOT NULL DEFAULT 0;
CREATE TABLE folder (id INTEGER PRIMARY KEY, name TEXT NOT NULL, parent INTEGER NOT NULL, folded INTEGER NOT NULL);
INSERT INTO folder VALUES (11, '工作', 0, 1);
UPDATE conversation SET pinned = 1, folder = 11;
PRAGMA user_version = 4)";

constexpr auto withAssistants = R"(
ALTER TABLE conversation ADD COLUMN parameters TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN assistant INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN cut_after INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN cut_summary TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN counted_since INTEGER;
CREATE TABLE assistant (id INTEGER PRIMARY KEY, place INTEGER NOT NULL, name TEXT NOT NULL, icon TEXT NOT NULL,
    system_prompt TEXT NOT NULL, model TEXT NOT NULL, parameters TEXT NOT NULL, suggestions TEXT NOT NULL);
CREATE TABLE assistant_set (id INTEGER PRIMARY KEY, for_new_chats INTEGER NOT NULL);
CREATE TABLE attachment (id INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE, message INTEGER NOT NULL,
    kind TEXT NOT NULL, name TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
    content BLOB NOT NULL);
CREATE INDEX attachment_message ON attachment(conversation, message);
CREATE TABLE receipt (message INTEGER PRIMARY KEY REFERENCES message(id) ON DELETE CASCADE, text TEXT NOT NULL);
INSERT INTO assistant VALUES (21, 1, '写作', 'pencil', '写得清楚。', 'm', '{"temperature":0.2}', '["写一封信"]');
INSERT INTO assistant_set VALUES (1, 21);
INSERT INTO attachment VALUES (31, 7, 5, 'text', 'paris.txt', 0, 0, 'Population: 2 million');
INSERT INTO receipt VALUES (9, '{}');
UPDATE conversation SET assistant = 21, parameters = '{"temperature":0.9}', cut_after = 5, cut_summary = '巴黎。',
    counted_since = 3 WHERE id = 7;
PRAGMA user_version = 5)";

const char *const versions[] = {oldest, withServers, withSearch, withOrder, withAssistants};

// A file as that version left it.
void write(const QString &path, int version)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    Database database;
    database.openCopy(path).value();
    for (int step = 0; step < version; ++step) {
        for (const QString &statement : QString::fromUtf8(versions[step]).split(u';'))
            database.run(statement.trimmed()).value();
    }
}

// Tables and their columns as SQLite understands them, whatever the blanks.
QStringList described(Database &database)
{
    QStringList lines;
    database
        .forEach(u"SELECT m.name, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk FROM sqlite_master m "
                 "LEFT JOIN pragma_table_info(m.name) c ORDER BY m.name, c.cid"_s,
                 {},
                 [&](const QSqlQuery &row) {
                     QStringList cells;
                     for (int column = 0; column < 6; ++column)
                         cells.append(row.value(column).toString());
                     lines.append(cells.join(u' '));
                 })
        .value();
    return lines;
}

} // namespace

class TestSchema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"data/chats.db"_s);
    }

    void everyVersionIsHere() { QCOMPARE(rows::schema().version(), int(std::size(versions))); }

    void changesNothingThatWasShipped_data() { eachVersion(); }
    void changesNothingThatWasShipped()
    {
        QFETCH(int, version);
        write(m_path, version);
        Database shipped;
        shipped.openReadOnly(m_path).value();
        storage::Schema schema = rows::schema();
        schema.migrations.resize(version);
        Database made;
        made.openInMemory().value();
        made.migrate(schema).value();
        QCOMPARE(described(made), described(shipped));
    }

    void opensWhatEveryVersionWrote_data() { eachVersion(); }
    void opensWhatEveryVersionWrote()
    {
        QFETCH(int, version);
        write(m_path, version);
        {
            ConversationStore store(m_path);
            bool isDone = false;
            store.flush(this, [&isDone] { isDone = true; });
            QTRY_VERIFY(isDone);
            QTRY_COMPARE(store.state(), ConversationStore::State::Saved);
            QVERIFY(!store.error());
        }
        Database database;
        database.openReadOnly(m_path).value();
        QCOMPARE(database.version().value(), rows::schema().version());
        Conversation paris;
        paris.id = 7;
        paris.title = u"Paris"_s;
        paris.model = u"m"_s;
        paris.server = version < 2 ? QString(u""_s) : u"0f"_s;
        paris.systemPrompt = u"Be brief."_s;
        paris.draft = u"and"_s;
        paris.leafId = 9;
        paris.created = QDateTime::fromMSecsSinceEpoch(1, Qt::UTC);
        paris.updated = QDateTime::fromMSecsSinceEpoch(2, Qt::UTC);
        QList<Folder> folders;
        if (version >= 4) {
            paris.filing = {.isPinned = true, .folder = 11};
            folders = {{11, u"工作"_s, 0, true}};
        }
        AssistantSet assistants;
        if (version >= 5) {
            paris.assistant = 21;
            paris.parameters = support::generation(0.9);
            assistants = {{{.id = 21,
                            .name = u"写作"_s,
                            .icon = u"pencil"_s,
                            .systemPrompt = u"写得清楚。"_s,
                            .model = u"m"_s,
                            .parameters = support::generation(0.2),
                            .suggestions = {u"写一封信"_s}}},
                          21,
                          true};
            paris.cut = {5, u"巴黎。"_s};
            paris.countedSince = QDateTime::fromMSecsSinceEpoch(3, Qt::UTC);
        }
        QCOMPARE(rows::conversations(database, rows::Place::List).value(), QList{paris});
        QCOMPARE(rows::assistants(database).value(), assistants);
        QCOMPARE(rows::conversations(database, rows::Place::Trash).value().size(), 1);
        QCOMPARE(rows::folders(database).value(), folders);
        const QList<Message> path = rows::path(database, 7).value();
        QCOMPARE(path.size(), 2);
        QCOMPARE(path.last().text, u"Yes. 用Ollama模型。"_s);
        QCOMPARE(path.last().thinkingTime.count(), 8);
        QCOMPARE(path.last().error, (base::Error{base::Error::Kind::Unauthorized, u"words"_s}));
        QCOMPARE(path.last().server, version < 2 ? QString() : u"GPU box"_s);
        const auto hits = rows::search(database, SearchQuery{u"模型"_s}, [] { return true; }).value().hits;
        QCOMPARE(hits.size(), 1);

        const QString backup = QFileInfo(m_path).dir().filePath(u"backup-v%1.db"_s.arg(version));
        QCOMPARE(QFile::exists(backup), version < rows::schema().version());
        if (version < rows::schema().version()) {
            Database old;
            old.openReadOnly(backup).value();
            QCOMPARE(old.version().value(), version);
        }
    }

private:
    void eachVersion()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version <= int(std::size(versions)); ++version)
            QTest::addRow("%d", version) << version;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_Schema.moc"
