#include "exchange/OwnDatabase.h"

#include "base/Text.h"
#include "chat/AttachmentRows.h"
#include "chat/ConversationRows.h"
#include "chat/OrderRows.h"
#include "chat/ReceiptRows.h"
#include "chat/Schema.h"
#include "chat/TreeRows.h"
#include "exchange/OwnFormat.h"
#include "exchange/WorkingCopy.h"
#include "storage/WriteQueue.h"

#include <QFile>
#include <QtEndian>

#include <utility>

using base::Result;

namespace exchange {

namespace {

class OwnDatabase : public ImportFile
{
public:
    explicit OwnDatabase(const QString &workFolder)
        : m_copy(workFolder)
    {
    }
    Result<void> open(const QString &path, const IsWanted &isWanted)
    {
        if (auto copied = m_copy.make(path, isWanted); !copied)
            return copied;
        storage::WriteQueue queue(m_database, m_copy.path(), chat::rows::schema());
        queue.open();
        queue.write(chat::rows::interruptUnfinished);
        queue.check(); // saves what can be read of a damaged one
        if (queue.waitingFor())
            return std::unexpected(*queue.waitingFor());
        const auto listed = chat::rows::conversations(m_database, chat::rows::Place::List);
        if (!listed)
            return std::unexpected(listed.error());
        m_conversations = *listed;
        const auto folders = chat::rows::folders(m_database);
        if (!folders)
            return std::unexpected(folders.error());
        m_folders = *folders;
        const bool isLost = m_conversations.isEmpty() && !queue.damagedFile().isEmpty();
        return isLost ? base::failure(base::Error::Kind::Damaged) : Result<void>();
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
        const auto head = chat::rows::readHead(m_database, m_conversations.at(m_next++), m_folders);
        if (!head)
            return std::unexpected(head.error());
        chat::ConversationTree tree = *head;
        LeftOuts leftOut;
        m_rows.clear();
        if (auto taken = takeFit(tree.draft, leftOut); !taken)
            return std::unexpected(taken.error());
        const auto take = [&](chat::Message message, const chat::ContentOf &) -> Result<void> {
            auto taken = takeFit(message.attachments, leftOut);
            tree.messages.append(message);
            return taken;
        };
        const auto read = chat::rows::readMessages(m_database, tree.conversation.id, take);
        const auto asked = chat::rows::receipts(m_database, tree.conversation.id);
        if (!read || !asked)
            return std::unexpected(read ? asked.error() : read.error());
        tree.receipts = *asked;
        if (tree.messages.isEmpty())
            return Taken{std::nullopt, {{LeftOut::Empty, 1}}};
        return Taken{std::move(tree), leftOut};
    }
    Result<QByteArray> content(chat::Id attachment) override { return rowContent(m_rows.value(attachment)); }

private:
    Result<QByteArray> rowContent(chat::Id row)
    {
        const auto found = chat::rows::contents(m_database, {row});
        return found ? Result<QByteArray>(found->value(row)) : std::unexpected(found.error());
    }
    // Leaves those that this program would have kept, with ids of their own.
    Result<void> takeFit(QList<chat::Attachment> &attachments, LeftOuts &leftOut)
    {
        for (chat::Attachment one : std::exchange(attachments, {})) {
            const auto content = rowContent(one.id);
            if (!content)
                return std::unexpected(content.error());
            const chat::Id id = chat::newAttachmentId();
            m_rows.insert(id, std::exchange(one.id, id));
            one.name = base::displayLine(one.name, longestTitle);
            if (isFit(one, *content))
                attachments.append(one);
            else
                ++leftOut[LeftOut::Attachments];
        }
        return {};
    }

    WorkingCopy m_copy; // outlives the connection
    storage::Database m_database;
    QList<chat::Conversation> m_conversations;
    QList<chat::Folder> m_folders;
    QHash<chat::Id, chat::Id> m_rows; // by the attachments' ids in the latest tree
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

Result<std::unique_ptr<ImportFile>> openOwnDatabase(const QString &path, const IsWanted &isWanted,
                                                    const QString &workFolder)
{
    auto file = std::make_unique<OwnDatabase>(workFolder);
    if (auto opened = file->open(path, isWanted); !opened)
        return std::unexpected(opened.error());
    return file;
}

} // namespace exchange
