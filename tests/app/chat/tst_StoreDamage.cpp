// Files of conversations damaged in every way a disk damages one: the store opens, keeps the damaged file as
// it was found, and saves what can be read of it.
#include "chat/ConversationRows.h"
#include "chat/SearchIndex.h"
#include "storage/WriteQueue.h"
#include "support/SqliteDisk.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace chat;
using base::Result;
using storage::Database;

namespace {

constexpr qsizetype pageSize = 4096;
constexpr int conversations = 150;
constexpr int messagesInEach = 6;
constexpr int messages = conversations * messagesInEach;
constexpr int files = 500;

enum class Damage { RandomPage, ZeroPage, FlippedBytes, Truncated, TruncatedAndFlipped };
constexpr Damage kinds[] = {Damage::RandomPage, Damage::ZeroPage, Damage::FlippedBytes, Damage::Truncated,
                            Damage::TruncatedAndFlipped};

void flip(QByteArray &bytes, int count, QRandomGenerator &random)
{
    for (int n = 0; n < count; ++n)
        bytes[random.bounded(qint64(bytes.size()))] ^= char(random.bounded(1, 256));
}

// The `n`-th of its kind: the first pages lead to all the others.
QByteArray damaged(QByteArray bytes, Damage kind, int n, QRandomGenerator &random)
{
    constexpr int leading = 10;
    const qint64 pages = bytes.size() / pageSize;
    const qsizetype page = pageSize * (n < leading ? n : random.bounded(pages));
    switch (kind) {
    case Damage::RandomPage:
        for (qsizetype at = page; at < page + pageSize; ++at)
            bytes[at] = char(random.bounded(256));
        break;
    case Damage::ZeroPage:
        bytes.replace(page, pageSize, QByteArray(pageSize, '\0'));
        break;
    case Damage::FlippedBytes:
        flip(bytes, random.bounded(1, 50), random);
        break;
    case Damage::Truncated:
        bytes.truncate(random.bounded(qint64(bytes.size())));
        break;
    case Damage::TruncatedAndFlipped:
        bytes.truncate(random.bounded(qint64(bytes.size())));
        if (!bytes.isEmpty())
            flip(bytes, random.bounded(1, 50), random);
        break;
    }
    return bytes;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QFile::WriteOnly | QFile::Truncate) && file.write(bytes) == bytes.size();
}

QString textOf(Id id)
{
    return u"%1 第几个词 word "_s.arg(id).repeated(int(id % 97) + 1);
}

void fill(Database &database)
{
    QVERIFY(database.transaction([&] {
        Result<void> saved;
        for (Id id = 1; id <= conversations; ++id) {
            Conversation one;
            one.id = id;
            one.title = u"conversation %1"_s.arg(id);
            one.model = u"qwen3:8b-instruct-q4_K_M"_s;
            one.systemPrompt = u"你是一位严谨的助手，回答时先给出结论，再说明理由。"_s;
            one.created = QDateTime::fromSecsSinceEpoch(1'790'000'000 + id);
            one.updated = one.created;
            one.leafId = 1000 * id + messagesInEach;
            if (saved)
                saved = rows::save(database, one);
            for (int n = 1; n <= messagesInEach; ++n) {
                Message message;
                message.id = 1000 * id + n;
                message.parentId = n == 1 ? 0 : message.id - 1;
                message.role = n % 2 == 1 ? backend::Role::User : backend::Role::Assistant;
                message.text = textOf(message.id);
                if (saved)
                    saved = rows::save(database, id, message);
            }
        }
        return saved;
    }));
    QVERIFY(rows::extendIndex(database));
}

// Of a hundred rows, how many are there as they were; of a hundred messages, how many a person can get to.
struct Saved
{
    int rows = 0;
    int shown = 0;
};

std::optional<Saved> savedIn(Database &database)
{
    const auto listed = rows::conversations(database, rows::Place::List);
    if (!listed)
        return std::nullopt;
    int same = 0;
    int shown = 0;
    for (const Conversation &one : *listed) {
        same += one.title == u"conversation %1"_s.arg(one.id);
        const auto path = rows::path(database, one.id);
        if (!path)
            return std::nullopt;
        shown += int(std::ranges::count_if(
            *path, [](const Message &message) { return message.text == textOf(message.id); }));
    }
    const auto read = database.forEach(u"SELECT id, text FROM message"_s, {}, [&](const QSqlQuery &row) {
        same += row.value(1) == textOf(row.value(0).toLongLong());
    });
    if (!read)
        return std::nullopt;
    return Saved{same * 100 / (messages + conversations), shown * 100 / messages};
}

} // namespace

class TestStoreDamage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsAndSavesWhatCanBeRead();
    void savesWhatHasAColumnOfAnotherName();
};

void TestStoreDamage::startsAndSavesWhatCanBeRead()
{
    support::SqliteDisk::instance(); // spares the syncs
    const QTemporaryDir folder;
    const QString whole = folder.filePath(u"whole.db"_s);
    {
        Database database;
        QVERIFY(database.open(whole, rows::schema()));
        fill(database);
    }
    const QByteArray content = contentOf(whole);
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    Saved worst{100, 100};
    for (int n = 0; n < files; ++n) {
        const Damage kind = kinds[n % std::size(kinds)];
        const QByteArray bytes = damaged(content, kind, n / int(std::size(kinds)), random);
        const QByteArray where =
            "seed " + QByteArray::number(seed) + ", file " + QByteArray::number(n) + ": ";
        const QTemporaryDir place;
        const QString path = place.filePath(u"chats.db"_s);
        QVERIFY(write(path, bytes));
        // A program that was killed leaves one; the other half is found damaged while it is used.
        if (n % 2 == 0)
            QVERIFY(write(path + u"-wal"_s, "x"));
        Database file;
        storage::WriteQueue queue(file, path, rows::schema());
        queue.open();
        QVERIFY2(!queue.waitingFor(), where.constData());
        queue.check();
        QVERIFY2(!queue.waitingFor(), where.constData());
        const auto saved = savedIn(queue.current());
        QVERIFY2(saved, where.constData());
        if (!queue.damagedFile().isEmpty())
            QVERIFY2(contentOf(queue.damagedFile()) == bytes, where.constData());
        if (kind == Damage::RandomPage || kind == Damage::ZeroPage) {
            worst = {std::min(worst.rows, saved->rows), std::min(worst.shown, saved->shown)};
            QVERIFY2(saved->rows >= 95, (where + QByteArray::number(saved->rows)).constData());
            QVERIFY2(saved->shown >= 95, (where + QByteArray::number(saved->shown)).constData());
        }
        // It takes what comes next.
        Conversation next;
        next.id = 77'777;
        queue.write([&](Database &database) { return rows::save(database, next); });
        QVERIFY2(!queue.waitingFor(), where.constData());
    }
    qInfo(
        "where one page was hit, at least %d %% of the rows were saved, and %d %% of the messages are shown",
        worst.rows, worst.shown);
}

// SQLite finds such a file sound.
void TestStoreDamage::savesWhatHasAColumnOfAnotherName()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"chats.db"_s);
    {
        Database database;
        QVERIFY(database.open(path, rows::schema()));
        fill(database);
    }
    QByteArray content = contentOf(path);
    const qsizetype place = content.indexOf("thinking TEXT");
    QVERIFY(place > 0);
    content[place] = 'T' + 1;
    QVERIFY(write(path, content));
    Database file;
    storage::WriteQueue queue(file, path, rows::schema());
    queue.open();
    QVERIFY(!queue.waitingFor());
    QVERIFY(!queue.damagedFile().isEmpty());
    const auto saved = savedIn(queue.current());
    QVERIFY(saved);
    QVERIFY2(saved->rows >= 95, QByteArray::number(saved->rows).constData());
}

QTEST_GUILESS_MAIN(TestStoreDamage)

#include "tst_StoreDamage.moc"
