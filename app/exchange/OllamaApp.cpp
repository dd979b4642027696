#include "exchange/OllamaApp.h"

#include "base/Text.h"
#include "exchange/TreeBuilder.h"
#include "exchange/WorkingCopy.h"
#include "storage/Database.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;
using base::Error;
using base::failure;
using base::Result;

namespace exchange {

namespace {

// "2025-07-30 12:34:56.789012345-07:00" as its driver writes times, or SQLite's own without a zone, in UTC.
QDateTime timeFrom(const QString &written)
{
    constexpr qsizetype dayAndTime = 19;
    constexpr qsizetype offset = 6;
    QString text = written.left(dayAndTime);
    if (text.size() > 10 && text.at(10) == u' ')
        text[10] = u'T';
    const QString end = written.size() > dayAndTime ? written.right(offset) : QString();
    const bool hasOffset = end.startsWith(u'+') || end.startsWith(u'-');
    const QDateTime time = QDateTime::fromString(text + (hasOffset ? end : u"Z"_s), Qt::ISODate).toUTC();
    if (!time.isValid())
        return {};
    // A fraction of milliseconds, where there is one.
    int milliseconds = 0;
    if (written.size() > dayAndTime && written.at(dayAndTime) == u'.') {
        int digits = 0;
        for (qsizetype i = dayAndTime + 1; digits < 3; ++i, ++digits)
            milliseconds = milliseconds * 10 + (i < written.size() ? written.at(i).digitValue() : 0);
    }
    return milliseconds < 0 ? time : time.addMSecs(milliseconds);
}

class AppDatabase : public ImportFile
{
public:
    explicit AppDatabase(const QString &workFolder)
        : m_copy(workFolder)
    {
    }
    Result<void> open(const QString &path, const IsWanted &isWanted)
    {
        Result<void> opened = m_copy.make(path, isWanted);
        if (opened)
            opened = m_database.openReadOnly(m_copy.path());
        if (opened)
            opened = check();
        if (opened)
            opened = readChats();
        if (opened)
            opened = readPlaces();
        return opened;
    }
    Source source() const override { return Source::OllamaApp; }
    double fraction() const override
    {
        return m_chats.isEmpty() ? 1 : static_cast<double>(m_next) / static_cast<double>(m_chats.size());
    }
    Result<std::optional<Taken>> next() override
    {
        if (m_next >= m_chats.size())
            return std::nullopt;
        const Chat chat = m_chats.at(m_next++);
        LeftOuts leftOut = std::exchange(m_leftOut, {});
        QList<Node> nodes;
        for (const qint64 row : m_places.value(chat.id)) {
            if (auto read = readMessage(row, nodes, leftOut); !read)
                return std::unexpected(read.error());
        }
        chat::Conversation conversation;
        conversation.title = chat.title;
        conversation.created = timeFrom(chat.created);
        return treeOf(Source::OllamaApp, chat.id, conversation, nodes,
                      nodes.isEmpty() ? QString() : nodes.constLast().id, leftOut);
    }

private:
    struct Chat
    {
        QString id;
        QString title;
        QString created;
    };

    Result<void> forEach(const QString &sql, const std::function<void(const QSqlQuery &)> &read,
                         const QVariantList &values = {})
    {
        return m_database.forEach(sql, values, read);
    }
    Result<bool> hasTable(const QString &name)
    {
        // A view, or a table that a program of the file's making pretends to be, could be anything.
        bool isThere = false;
        const auto read = forEach(
            u"SELECT 1 FROM pragma_table_list WHERE schema = 'main' AND name = ? AND type = 'table'"_s,
            [&](const QSqlQuery &) { isThere = true; }, {name});
        return read ? Result<bool>(isThere) : std::unexpected(read.error());
    }
    Result<void> check()
    {
        for (const QString &pragma : {u"PRAGMA trusted_schema=OFF"_s, u"PRAGMA cell_size_check=ON"_s}) {
            if (auto set = m_database.execute(pragma); !set)
                return set;
        }
        QString verdict;
        const auto checked = forEach(u"PRAGMA quick_check(1)"_s,
                                     [&](const QSqlQuery &row) { verdict = row.value(0).toString(); });
        if (!checked)
            return checked;
        if (verdict != "ok"_L1)
            return failure(Error::Kind::Damaged, base::displayLine(verdict, 200));
        for (const QString &table : {u"chats"_s, u"messages"_s}) {
            const auto there = hasTable(table);
            if (!there)
                return std::unexpected(there.error());
            if (!*there)
                return failure(Error::Kind::Protocol, table);
        }
        return {};
    }
    // The latest first, as every importer gives them.
    Result<void> readChats()
    {
        auto read = forEach(
            u"SELECT id, substr(title, 1, 1000), created_at FROM chats"_s, [this](const QSqlQuery &row) {
                m_chats.append({row.value(0).toString(), row.value(1).toString(), row.value(2).toString()});
            });
        std::ranges::stable_sort(m_chats, std::ranges::greater(), &Chat::created);
        for (const auto &[table, what] : {std::pair(u"attachments"_s, LeftOut::Attachments),
                                          std::pair(u"tool_calls"_s, LeftOut::Tools)}) {
            const auto there = hasTable(table);
            if (!there)
                return std::unexpected(there.error());
            if (read && *there)
                read = forEach(u"SELECT count(*) FROM "_s + table, [&](const QSqlQuery &row) {
                    if (row.value(0).toInt() > 0)
                        m_leftOut[what] += row.value(0).toInt();
                });
        }
        return read;
    }
    // Where each chat's messages are: found once, whatever index the file has or lacks.
    Result<void> readPlaces()
    {
        return forEach(u"SELECT rowid, chat_id FROM messages ORDER BY rowid"_s, [this](const QSqlQuery &row) {
            m_places[row.value(1).toString()].append(row.value(0).toLongLong());
        });
    }
    Result<void> readMessage(qint64 row, QList<Node> &nodes, LeftOuts &leftOut)
    {
        // One character more tells what is too long.
        return forEach(
            u"SELECT role, substr(content, 1, %1), substr(thinking, 1, %1), model_name, created_at, "
            "thinking_time_start, thinking_time_end FROM messages WHERE rowid = ?"_s.arg(longestText + 1),
            [&](const QSqlQuery &values) {
                Node node{.id = QString::number(row)};
                node.parent = nodes.isEmpty() ? QString() : nodes.constLast().id;
                take(values, node, leftOut);
                nodes.append(node);
            },
            {row});
    }
    static void take(const QSqlQuery &values, Node &node, LeftOuts &leftOut)
    {
        const QString role = values.value(0).toString();
        node.message.text = values.value(1).toString().remove(QChar(0));
        node.message.created = timeFrom(values.value(4).toString());
        if (role == "user"_L1) {
            node.kind = Node::Kind::Question;
        } else if (role == "system"_L1) {
            node.kind = Node::Kind::SystemPrompt;
        } else if (role == "assistant"_L1) {
            node.kind = Node::Kind::Answer;
            node.message.thinking = values.value(2).toString().remove(QChar(0));
            node.message.model = base::displayLine(values.value(3).toString(), longestTitle);
            const QDateTime start = timeFrom(values.value(5).toString());
            const QDateTime end = timeFrom(values.value(6).toString());
            if (start.isValid() && end > start)
                node.message.thinkingTime = std::chrono::milliseconds(start.msecsTo(end));
        } else {
            ++leftOut[role == "tool"_L1 ? LeftOut::Tools : LeftOut::Unreadable];
        }
    }

    WorkingCopy m_copy; // outlives the connection
    storage::Database m_database;
    QList<Chat> m_chats;
    QHash<QString, QList<qint64>> m_places;
    LeftOuts m_leftOut; // of the whole file, told with the first chat
    qsizetype m_next = 0;
};

} // namespace

Result<std::unique_ptr<ImportFile>> openOllamaApp(const QString &path, const IsWanted &isWanted,
                                                  const QString &workFolder)
{
    auto file = std::make_unique<AppDatabase>(workFolder);
    if (auto opened = file->open(path, isWanted); !opened)
        return std::unexpected(opened.error());
    return file;
}

} // namespace exchange
