// Files as they lie on a disk: found out by what is in them, and what is hostile in one.
#include "exchange/ImportFile.h"
#include "support/OllamaAppFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace exchange;
using base::Error;
using chat::Message;

namespace {

struct Read
{
    QList<Taken> all;
    std::optional<Source> source = {};
    std::optional<Error::Kind> error = {};
};

Read readAll(const QString &path)
{
    Read read;
    const auto file = ImportFile::open(path);
    if (!file) {
        read.error = file.error().kind;
        return read;
    }
    for (;;) {
        const auto next = (*file)->next();
        if (!next)
            read.error = next.error().kind;
        if (!next || !*next)
            break;
        read.all.append(**next);
        auto &tree = read.all.last().tree;
        for (const Message &message : tree ? tree->messages : QList<Message>()) {
            for (const chat::Attachment &attachment : message.attachments)
                tree->contents.insert(attachment.id, (*file)->content(attachment.id).value());
        }
    }
    read.source = (*file)->source();
    return read;
}

} // namespace

class TestImportFile : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString file(const QByteArray &content)
    {
        const QString path = m_folder->filePath(u"file"_s);
        QFile made(path);
        return made.open(QFile::WriteOnly) && made.write(content) == content.size() ? path : QString();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void takesOnlyAttachmentsAsThisProgramKeepsThem()
    {
        const auto attachment = [](const QByteArray &kind, const QByteArray &content, int side = 3) {
            return "{\"kind\":\"" + kind +
                   "\",\"name\":\"a\u202eb\\nc\",\"width\":" + QByteArray::number(side) +
                   ",\"height\":2,\"content\":\"" + content + "\"}";
        };
        const QByteArray png = QByteArray("\x89PNG\r\n\x1a\n").toBase64();
        const QByteArrayList list{
            attachment("text", QByteArray("砚").toBase64()),
            attachment("image", png),
            attachment("image", QByteArray("<svg/>").toBase64()),
            attachment("image", png, 60'000),
            attachment("text", QByteArray("a\0b", 3).toBase64()),
            attachment("text", QByteArray(chat::largestText + 1, 'x').toBase64()),
            attachment("text", "***"),
            "7",
        };
        const QByteArray sent = "\"attachments\":[" + list.join(',') + "]";
        const Read read = readAll(file(
            R"({"format":"inkstone-conversations","version":1,"conversations":[{"id":"1","title":"T","messages":[)"
            R"({"id":"2","role":"user","text":"q",)" +
            sent + R"(},{"id":"3","parent":"2","role":"assistant","text":"a",)" + sent + "}]}]}"));
        QCOMPARE(read.all.size(), 1);
        const chat::ConversationTree tree = read.all.first().tree.value();
        const QList<chat::Attachment> taken = tree.messages.first().attachments;
        QCOMPARE(taken.size(), 2);
        QCOMPARE(taken.first().name, u"ab c"_s);
        QCOMPARE(tree.contents.value(taken.first().id), "砚");
        QCOMPARE(taken.last().pixels, QSize(3, 2));
        QVERIFY(tree.messages.last().attachments.isEmpty()); // an answer has none
        QCOMPARE(tree.contents.size(), 2);
        QCOMPARE(read.all.first().leftOut, (LeftOuts{{LeftOut::Attachments, 6 + 8}}));
    }

    void findsOutWhatAFileIs_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("source");
        QTest::addColumn<int>("entries");
        const auto row = [](const char *name, const QByteArray &content, Source source, int entries) {
            QTest::newRow(name) << content << static_cast<int>(source) << entries;
        };
        row("ours", R"({"format":"inkstone-conversations","version":1,"conversations":[]})", Source::Inkstone,
            0);
        row("ours, with more",
            R"({"format":"inkstone-conversations","version":1,"more":[1],"conversations":[{}]})",
            Source::Inkstone, 1);
        row("ChatGPT", R"([{"mapping":{}}])", Source::ChatGpt, 1);
        row("ChatGPT, one of them", R"({"title":"x","mapping":{}})", Source::ChatGpt, 1);
        row("ChatGPT, behind something else", R"([{"x":1},{"mapping":{}}])", Source::ChatGpt, 2);
        row("Open WebUI", "\xef\xbb\xbf\n[{\"chat\":{\"history\":{\"messages\":{}}}}]", Source::OpenWebUi, 1);
    }
    void findsOutWhatAFileIs()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, source);
        QFETCH(int, entries);
        const Read read = readAll(file(content));
        QVERIFY(!read.error);
        QCOMPARE(static_cast<int>(*read.source), source);
        QCOMPARE(read.all.size(), entries);
    }

    void refusesWhatItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<Error::Kind>("kind");
        const auto row = [](const char *name, const QByteArray &content, Error::Kind kind) {
            QTest::newRow(name) << content << kind;
        };
        row("empty", "", Error::Kind::Damaged);
        row("a text", "Dear diary", Error::Kind::Protocol);
        row("a picture", "\x89PNG\r\n", Error::Kind::Protocol);
        row("an archive", "PK\x03\x04rest", Error::Kind::Unsupported);
        row("another list", R"([{"a":1},{"b":2}])", Error::Kind::Protocol);
        row("a long other list", '[' + QByteArray("{},").repeated(5000) + "{}]", Error::Kind::Protocol);
        row("another object", R"({"a":1})", Error::Kind::Protocol);
        row("newer", R"({"format":"inkstone-conversations","version":2,"conversations":[]})",
            Error::Kind::NewerData);
        row("broken off", R"([{"mapping":{}},{"mapping")", Error::Kind::Damaged);
        row("nested", "[{\"mapping\":" + QByteArray("[").repeated(5000), Error::Kind::TooLarge);
        row("no database", "SQLite format 3 and nothing", Error::Kind::Damaged);
    }
    void refusesWhatItCannotRead()
    {
        QFETCH(QByteArray, content);
        QFETCH(Error::Kind, kind);
        QCOMPARE(readAll(file(content)).error, std::optional(kind));
    }

    void refusesWhatIsNoFile()
    {
        QCOMPARE(readAll(m_folder->filePath(u"none"_s)).error, std::optional(Error::Kind::NotFound));
        QCOMPARE(readAll(m_folder->path()).error, std::optional(Error::Kind::Protocol));
        const QString pipe = m_folder->filePath(u"pipe"_s);
        QCOMPARE(mkfifo(qPrintable(pipe), 0600), 0);
        QCOMPARE(readAll(pipe).error, std::optional(Error::Kind::Protocol));
    }

    void countsAnEntryThatIsDamaged()
    {
        const Read read = readAll(file(R"([{"mapping":{}},{"mapping":{"a" 1}},7])"));
        QVERIFY(!read.error);
        QCOMPARE(read.all.at(1).leftOut, (LeftOuts{{LeftOut::Damaged, 1}}));
        QCOMPARE(read.all.at(2).leftOut, (LeftOuts{{LeftOut::Damaged, 1}}));
    }

    void readsTheDatabaseOfOllamasApp()
    {
        const QString path = m_folder->filePath(u"db.sqlite"_s);
        QVERIFY(support::makeOllamaAppFile(path));
        const Read read = readAll(path);
        QVERIFY(!read.error);
        QCOMPARE(*read.source, Source::OllamaApp);
        QCOMPARE(read.all.size(), 2);
        const chat::ConversationTree later = read.all.at(0).tree.value();
        QCOMPARE(later.conversation.title, u"Ink"_s);
        QCOMPARE(later.conversation.model, u"qwen3:8b"_s);
        QCOMPARE(later.conversation.created,
                 QDateTime::fromString(u"2025-08-02T10:00:00.123Z"_s, Qt::ISODateWithMs));
        QCOMPARE(later.messages.size(), 3);
        const Message &answer = later.messages.at(2);
        QCOMPARE(answer.text, u"Soot 墨."_s);
        QCOMPARE(answer.thinking, u"Soot?"_s);
        QCOMPARE(answer.model, u"qwen3:8b"_s);
        QCOMPARE(answer.thinkingTime, std::chrono::milliseconds(2500));
        QCOMPARE(answer.created, QDateTime::fromString(u"2025-08-02T10:00:09Z"_s, Qt::ISODate));
        QCOMPARE(answer.parentId, later.messages.at(1).id);
        QCOMPARE(later.conversation.leafId, answer.id);
        QCOMPARE(read.all.at(0).leftOut, (LeftOuts{{LeftOut::Attachments, 1}, {LeftOut::Tools, 2}}));
        const chat::ConversationTree earlier = read.all.at(1).tree.value();
        QCOMPARE(earlier.conversation.title, u"First question"_s);
        QCOMPARE(earlier.messages.size(), 2);
        QCOMPARE(earlier.messages.at(0).created,
                 QDateTime::fromString(u"2025-08-01T10:00:01Z"_s, Qt::ISODate));
        QVERIFY(read.all.at(1).leftOut.isEmpty());
    }

    // What a file could hide behind the names of tables is not asked.
    void asksNothingOfAHostileDatabase_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::newRow("a view for a table") << QStringList{
            u"DROP TABLE chats"_s,
            u"CREATE VIEW chats AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
            "SELECT i AS id, '' AS title, '' AS created_at FROM n"_s};
        QTest::newRow("a virtual table") << QStringList{
            u"DROP TABLE messages"_s, u"CREATE VIRTUAL TABLE messages USING fts5(chat_id, role)"_s};
        QTest::newRow("no messages") << QStringList{u"DROP TABLE messages"_s};
    }
    void asksNothingOfAHostileDatabase()
    {
        QFETCH(QStringList, statements);
        const QString path = m_folder->filePath(u"db.sqlite"_s);
        QVERIFY(support::makeOllamaAppFile(path, statements));
        QCOMPARE(readAll(path).error, std::optional(Error::Kind::Protocol));
    }

    void leavesTheDatabaseItReadsAsItIs()
    {
        const QString path = m_folder->filePath(u"db.sqlite"_s);
        QVERIFY(support::makeOllamaAppFile(path, {u"CREATE TRIGGER t AFTER UPDATE ON chats BEGIN "
                                                  "DELETE FROM messages; END"_s}));
        QFile before(path);
        QVERIFY(before.open(QFile::ReadOnly));
        const QByteArray bytes = before.readAll();
        QCOMPARE(readAll(path).all.size(), 2);
        before.seek(0);
        QCOMPARE(before.readAll(), bytes);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"db.sqlite"_s});
    }

    void readsADatabaseWithDamagedPages()
    {
        const QString path = m_folder->filePath(u"db.sqlite"_s);
        QVERIFY(support::makeOllamaAppFile(path));
        QFile damaged(path);
        QVERIFY(damaged.open(QFile::ReadWrite));
        for (qint64 at = 4096; at < damaged.size(); at += 4096) {
            damaged.seek(at);
            damaged.write(QByteArray(200, '\xff'));
        }
        damaged.close();
        QCOMPARE(readAll(path).error, std::optional(Error::Kind::Damaged));
    }
};

QTEST_GUILESS_MAIN(TestImportFile)
#include "tst_ImportFile.moc"
