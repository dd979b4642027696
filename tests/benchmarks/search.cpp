// A store of many messages, half of them Chinese: searches as the app makes them beside LIKE, and whether
// both find the same; and how long it takes until a conversation that is deleted for good is in no file any
// more. Usage: search FILE COUNT; FILE is made.
#include "benchmarks/Measure.h"
#include "chat/ConversationRows.h"
#include "chat/Schema.h"
#include "chat/SearchIndex.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QRandomGenerator>

#include <cmath>

namespace {

using namespace Qt::StringLiterals;
using chat::Id;
using storage::Database;

// Common ones often, rare ones seldom, as in real texts.
int zipf(QRandomGenerator &random, int count)
{
    return static_cast<int>(std::pow(count, random.generateDouble())) - 1;
}

QString character(int rank)
{
    return QString(QChar(0x4e00 + rank));
}

QString word(int rank)
{
    static const QString consonants = u"bcdfghjklmnprstvw"_s;
    static const QString vowels = u"aeiou"_s;
    QString text;
    for (int rest = rank + 20; rest > 0; rest /= 85)
        text += QString(consonants[rest % 17]) + vowels[rest / 17 % 5];
    return text;
}

constexpr int characters = 3000;
constexpr int words = 20'000;

QString chinese(QRandomGenerator &random)
{
    QString text;
    for (int count = 0; count < 60; ++count)
        text += count % 13 == 12 ? u"，"_s : character(zipf(random, characters));
    // What people ask about.
    if (random.bounded(200) == 0)
        text += u"用Ollama模型回答。"_s;
    return text;
}

QString english(QRandomGenerator &random)
{
    QStringList text;
    for (int count = 0; count < 30; ++count)
        text.append(word(zipf(random, words)));
    if (random.bounded(200) == 0)
        text.append(u"std::vector<Model> in get_model_name"_s);
    return text.join(u' ') + u'.';
}

double fill(Database &database, int count)
{
    constexpr int perConversation = 100;
    QRandomGenerator random(1);
    for (int first = 0; first < count; first += perConversation) {
        database
            .transaction([&]() -> base::Result<void> {
                const Id conversation = first + 1;
                database
                    .run(u"INSERT INTO conversation (id, title, model, system_prompt, draft, leaf, created, "
                         "updated) VALUES (?, 'c', 'm', '', '', 1, 0, 0)"_s,
                         {conversation})
                    .value();
                for (int i = 0; i < perConversation; ++i) {
                    database
                        .run(u"INSERT INTO message VALUES (NULL, ?, ?, 0, 'assistant', ?, '', 'complete', "
                             "'m', 0, 'stop', 0, 0, 0, 0, 0, 0, 0, 0, NULL, '', '')"_s,
                             {conversation, first + i + 1, i % 2 ? chinese(random) : english(random)})
                        .value();
                }
                return {};
            })
            .value();
    }
    QElapsedTimer clock;
    clock.start();
    bool hasMore = true;
    while (hasMore) {
        database
            .transaction([&]() -> base::Result<void> {
                hasMore = chat::rows::extendIndex(database).value();
                return {};
            })
            .value();
    }
    return static_cast<double>(clock.elapsed()) / 1000;
}

struct Query
{
    QString text;
    bool isChinese;
};

QList<Query> queries()
{
    QRandomGenerator random(2);
    const auto some = [&](int length) {
        QString text;
        for (int count = 0; count < length; ++count)
            text += character(zipf(random, characters));
        return text;
    };
    QList<Query> all;
    for (int round = 0; round < 8; ++round) {
        for (const int length : {1, 2, 3})
            all.append({some(length), true});
        all.append({word(zipf(random, words)), false});
        all.append({word(zipf(random, words)).left(3), false});
    }
    for (const QString &text :
         {u"用Ollama模型"_s, u"模型"_s, u"Ollama模"_s, u"一"_s, u"一丁"_s, u"龘"_s, u"龘龘"_s, u"不存在的"_s})
        all.append({text, true});
    for (const QString &text : {u"std::vector"_s, u"get_model"_s, u"absentword"_s, word(0)})
        all.append({text, false});
    return all;
}

QList<Id> like(Database &database, const QString &text, int most)
{
    QList<Id> found;
    database
        .forEach(u"SELECT id, text FROM message WHERE text LIKE ? ORDER BY sequence DESC LIMIT ?"_s,
                 {u'%' + text + u'%', most},
                 [&](const QSqlQuery &row) { found.append(row.value(0).toLongLong()); })
        .value();
    return found;
}

// As ConversationStore does it.
chat::SearchPage search(const QString &file, const chat::SearchQuery &query)
{
    Database database;
    database.openReadOnly(file).value();
    return chat::rows::search(database, query, [] { return true; }).value();
}

QJsonObject measure(const QString &file)
{
    constexpr int mostCompared = 2000;
    Database database;
    database.openReadOnly(file).value();
    QJsonArray ours;
    QJsonArray likes;
    QJsonObject slowest;
    int wanted = 0;
    int wrong = 0;
    double longest = 0;
    for (const Query &query : queries()) {
        QElapsedTimer clock;
        clock.start();
        like(database, query.text, chat::SearchPage::size);
        likes.append(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        for (int round = 0; round < 5; ++round) {
            clock.start();
            search(file, {query.text});
            const double milliseconds = static_cast<double>(clock.nsecsElapsed()) / 1e6;
            ours.append(milliseconds);
            if (milliseconds > longest) {
                longest = milliseconds;
                slowest = {{u"text"_s, query.text}, {u"milliseconds"_s, milliseconds}};
            }
        }
        if (!query.isChinese)
            continue;
        const QList<Id> truth = like(database, query.text, mostCompared);
        QList<Id> found;
        chat::SearchQuery page{query.text};
        do {
            const chat::SearchPage hits = search(file, page);
            for (const chat::SearchHit &hit : hits.hits)
                found.append(hit.message);
            page.before = hits.next;
        } while (page.before > 0 && found.size() < mostCompared);
        wanted += static_cast<int>(truth.size());
        // In the same order, none more and none less.
        for (qsizetype i = 0; i < std::max(found.size(), truth.size()); ++i)
            wrong += i < found.size() && i < truth.size() && found[i] == truth[i] ? 0 : 1;
    }
    return {{u"ours"_s, ours},
            {u"like"_s, likes},
            {u"wanted"_s, wanted},
            {u"wrong"_s, wrong},
            {u"slowest"_s, slowest}};
}

// As the store does it, in seconds; the second of two, for the first has the index put in order as well.
double erase(const QString &file)
{
    Database database;
    database.open(file, chat::rows::schema()).value();
    QElapsedTimer clock;
    for (const Id conversation : {101, 201}) {
        clock.start();
        database.transaction([&] { return chat::rows::remove(database, conversation); }).value();
        database.transaction([&] { return chat::rows::compactIndex(database); }).value();
        database.truncateWal().value();
    }
    return static_cast<double>(clock.elapsed()) / 1000;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    double indexed = 0;
    {
        Database database;
        database.open(arguments.at(1), chat::rows::schema()).value();
        indexed = fill(database, arguments.at(2).toInt());
    }
    QJsonObject result = measure(arguments.at(1));
    result[u"indexSeconds"_s] = indexed;
    result[u"eraseSeconds"_s] = erase(arguments.at(1));
    result[u"megabytes"_s] = static_cast<double>(QFile(arguments.at(1)).size()) / 1e6;
    bench::print(result);
    return 0;
}
