#include "exchange/Import.h"

#include <QFileInfo>

namespace exchange {

using base::Error;
using base::failure;
using base::Result;

namespace {

// One part: some 30 ms of the storage thread, between which it does everything else.
constexpr qsizetype messagesInPart = 1000;
constexpr qsizetype bytesInPart = 1'000'000;
// One is added while the next is read.
constexpr int partsAtOnce = 2;

qsizetype textIn(const chat::ConversationTree &tree)
{
    qsizetype sum = 0;
    for (const chat::Message &message : tree.messages)
        sum += message.text.size() + message.thinking.size();
    return sum;
}

QList<chat::Id> attachmentsIn(const chat::ConversationTree &tree)
{
    QList<chat::Id> ids;
    for (const chat::Message &message : tree.messages) {
        for (const chat::Attachment &attachment : message.attachments)
            ids.append(attachment.id);
    }
    for (const chat::Attachment &attachment : tree.draft)
        ids.append(attachment.id);
    return ids;
}

// Leaves what is not here yet. False where that is nothing.
bool takeNew(chat::ConversationTree &tree, const chat::MessageIds &lacking)
{
    const auto known = lacking.constFind(tree.conversation.id);
    if (known == lacking.cend())
        return true;
    const QSet<chat::Id> wanted(known->begin(), known->end());
    tree.isRest = true;
    tree.draft.clear();
    tree.messages.removeIf([&wanted](const chat::Message &message) { return !wanted.contains(message.id); });
    tree.receipts.removeIf(
        [&wanted](QHash<chat::Id, chat::Receipt>::iterator one) { return !wanted.contains(one.key()); });
    return !tree.messages.isEmpty();
}

} // namespace

Import::Import(chat::ConversationStore &store, const Preview &preview, QObject *parent)
    : Operation(parent)
    , m_trees(store)
    , m_folder(store.folder())
    , m_preview(preview)
    , m_room(partsAtOnce)
    , m_reading([this](const std::atomic<bool> &isCancelled) {
        const Result<void> done = read(isCancelled);
        QMetaObject::invokeMethod(this, [this, done] { endReading(done); }, Qt::QueuedConnection);
    })
{
}

Import::~Import()
{
    endThread();
}

void Import::stop()
{
    endThread();
    m_trees.removeAdded();
}

void Import::endThread()
{
    m_reading.cancel();
    m_room.release(partsAtOnce); // it may be waiting
}

// In the thread.
Result<void> Import::read(const std::atomic<bool> &isCancelled)
{
    const QFileInfo info(m_preview.path);
    if (info.exists() && (info.size() != m_preview.size || info.lastModified() != m_preview.modified))
        return failure(Error::Kind::Interrupted);
    const auto file = ImportFile::open(m_preview.path, [&] { return !isCancelled; }, m_folder);
    if (!file)
        return std::unexpected(file.error());
    QSet<chat::Id> done;
    Part part;
    qsizetype messages = 0;
    qsizetype bytes = 0;
    const auto handOver = [&] {
        m_room.acquire();
        QMetaObject::invokeMethod(
            this, [this, part, fraction = (*file)->fraction()] { add(part, fraction); },
            Qt::QueuedConnection);
        part = {};
        messages = bytes = 0;
    };
    const auto handOverIfFull = [&] {
        if (messages >= messagesInPart || bytes >= bytesInPart)
            handOver();
    };
    while (!isCancelled) {
        auto taken = (*file)->next();
        if (!taken)
            return std::unexpected(taken.error());
        if (!*taken)
            break;
        auto &tree = (*taken)->tree;
        if (!tree || done.contains(tree->conversation.id))
            continue;
        done.insert(tree->conversation.id);
        if (!takeNew(*tree, m_preview.lacking))
            continue;
        messages += tree->messages.size();
        bytes += textIn(*tree);
        const QList<chat::Id> sent = attachmentsIn(*tree);
        part.trees.append(std::move(*tree));
        for (const chat::Id id : sent) {
            const auto content = isCancelled ? failure(Error::Kind::Cancelled) : (*file)->content(id);
            if (!content)
                return std::unexpected(content.error());
            bytes += content->size();
            (part.trees.isEmpty() ? part.contents : part.trees.last().contents).insert(id, *content);
            handOverIfFull();
        }
        handOverIfFull();
    }
    if (isCancelled)
        return failure(Error::Kind::Cancelled);
    if (!part.trees.isEmpty() || !part.contents.isEmpty())
        handOver();
    return {};
}

void Import::add(const Part &part, double fraction)
{
    if (isDone())
        return;
    ++m_adding;
    qsizetype conversations = 0;
    qsizetype messages = 0;
    for (const chat::ConversationTree &tree : part.trees) {
        conversations += tree.isRest ? 0 : 1;
        messages += tree.messages.size();
    }
    const auto done = [this, conversations, messages, fraction](const Result<void> &added) {
        --m_adding;
        m_room.release();
        if (!added)
            return fail(added.error());
        m_conversations += conversations;
        m_messages += messages;
        Q_EMIT progressed(fraction, m_messages);
        showIfDone();
    };
    m_trees.add(this, part.trees, part.contents, done);
}

void Import::endReading(const Result<void> &read)
{
    if (!read)
        return fail(read.error());
    m_isRead = true;
    showIfDone();
}

void Import::showIfDone()
{
    if (!m_isRead || m_adding > 0 || isDone())
        return;
    // Fewer or more are not what was asked for.
    if (m_conversations != m_preview.conversations ||
        m_messages != m_preview.messages + m_preview.restMessages)
        return fail({Error::Kind::Interrupted, {}});
    m_trees.showAdded(this, [this](const Result<void> &shown) {
        if (!shown)
            return fail(shown.error());
        succeed([this] { Q_EMIT finished(); });
    });
}

} // namespace exchange
