#include "exchange/OwnDatabase.h"

#include "base/AtomicFile.h"
#include "chat/ConversationRows.h"
#include "chat/Schema.h"
#include "chat/TreeRows.h"
#include "storage/WriteQueue.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

using namespace Qt::StringLiterals;
using base::Result;

namespace exchange {

namespace {

class OneTree : public chat::TreeReader
{
public:
    Result<void> begin(const chat::Conversation &conversation, qsizetype, qsizetype) override
    {
        m_tree.conversation = conversation;
        return {};
    }
    Result<void> take(const chat::Message &message) override
    {
        m_tree.messages.append(message);
        return {};
    }
    Result<void> end() override { return {}; }

    const chat::ConversationTree &tree() const { return m_tree; }

private:
    chat::ConversationTree m_tree;
};

class OwnDatabase : public ImportFile
{
public:
    Result<void> open(const QString &path)
    {
        if (!m_folder.isValid())
            return std::unexpected(base::fileError(m_folder.path(), m_folder.errorString()));
        const QString copy = m_folder.filePath(u"copy.db"_s);
        for (const QString &suffix : {u""_s, u"-wal"_s}) {
            QFile source(path + suffix);
            if ((suffix.isEmpty() || source.exists()) && !source.copy(copy + suffix))
                return std::unexpected(base::fileError(copy, source.errorString()));
        }
        storage::WriteQueue queue(m_database, copy, chat::rows::schema());
        queue.open();
        queue.write(chat::rows::interruptUnfinished);
        queue.check(); // saves what can be read of a damaged one
        if (queue.waitingFor())
            return std::unexpected(*queue.waitingFor());
        const auto listed = chat::rows::conversations(m_database, chat::rows::Place::List);
        if (!listed)
            return std::unexpected(listed.error());
        for (const chat::Conversation &conversation : *listed)
            m_conversations.append(conversation.id);
        return {};
    }
    Source source() const override { return Source::Inkstone; }
    double fraction() const override
    {
        return m_conversations.isEmpty()
                   ? 1
                   : static_cast<double>(m_next) / static_cast<double>(m_conversations.size());
    }
    Result<std::optional<Taken>> next() override
    {
        if (m_next >= m_conversations.size())
            return std::nullopt;
        OneTree reader;
        if (auto read = chat::rows::readTrees(m_database, m_conversations.at(m_next++), reader); !read)
            return std::unexpected(read.error());
        if (reader.tree().messages.isEmpty())
            return Taken{std::nullopt, {{LeftOut::Empty, 1}}};
        return Taken{reader.tree(), {}};
    }

private:
    QTemporaryDir m_folder; // outlives the connection
    storage::Database m_database;
    QList<chat::Id> m_conversations;
    qsizetype m_next = 0;
};

} // namespace

bool isOwnDatabase(const QString &path)
{
    constexpr qint64 placeOfId = 68; // in the header of every SQLite file
    QFile file(path);
    const bool isOpen = file.open(QFile::ReadOnly) && file.seek(placeOfId);
    const QByteArray id = isOpen ? file.read(4) : QByteArray();
    return id.size() == 4 && qFromBigEndian<qint32>(id.constData()) == chat::rows::schema().applicationId;
}

Result<std::unique_ptr<ImportFile>> openOwnDatabase(const QString &path)
{
    auto file = std::make_unique<OwnDatabase>();
    if (auto opened = file->open(path); !opened)
        return std::unexpected(opened.error());
    return file;
}

} // namespace exchange
