#include "chat/AssistantRows.h"

#include "chat/MessageRow.h"
#include "chat/Parameters.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using base::Result;
using storage::Database;

namespace chat::rows {

namespace {

QStringList listFrom(const QByteArray &json)
{
    QStringList texts;
    for (const QJsonValue &value : QJsonDocument::fromJson(json).array()) {
        if (value.isString() && texts.size() < mostSuggestions)
            texts.append(value.toString());
    }
    return texts;
}

Assistant assistantOf(const QSqlQuery &row)
{
    return {.id = row.value(0).toLongLong(),
            .name = row.value(1).toString(),
            .icon = row.value(2).toString(),
            .systemPrompt = row.value(3).toString(),
            .model = row.value(4).toString(),
            .parameters = parametersFrom(row.value(5).toByteArray()),
            .suggestions = listFrom(row.value(6).toByteArray())};
}

} // namespace

Result<AssistantSet> assistants(Database &database)
{
    AssistantSet found;
    auto read = database.forEach(
        u"SELECT id, name, icon, system_prompt, model, parameters, suggestions FROM assistant "
        "ORDER BY place, id"_s,
        {}, [&](const QSqlQuery &row) { found.all.append(assistantOf(row)); });
    if (read)
        read = database.forEach(u"SELECT for_new_chats FROM assistant_set"_s, {}, [&](const QSqlQuery &row) {
            found.isMade = true;
            found.forNewChats = row.value(0).toLongLong();
        });
    if (!read)
        return std::unexpected(read.error());
    return found;
}

Result<void> save(Database &database, const AssistantSet &assistants)
{
    QList<QVariantList> rows;
    for (const Assistant &one : assistants.all)
        rows.append(
            {one.id, qint64(rows.size() + 1), text(one.name), text(one.icon), text(one.systemPrompt),
             text(one.model), QString::fromUtf8(parametersJson(one.parameters)),
             QString::fromUtf8(
                 QJsonDocument(QJsonArray::fromStringList(one.suggestions)).toJson(QJsonDocument::Compact))});
    Result<void> saved = database.execute(u"DELETE FROM assistant"_s);
    if (saved)
        saved = database.execute(u"DELETE FROM assistant_set"_s);
    if (saved && assistants.isMade)
        saved = database.execute(u"INSERT INTO assistant_set (for_new_chats) VALUES (?)"_s,
                                 {assistants.forNewChats});
    if (!saved)
        return saved;
    return database.runEach(
        u"INSERT INTO assistant (id, place, name, icon, system_prompt, model, parameters, "
        "suggestions) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        rows);
}

} // namespace chat::rows
