#include "support/RandomTrees.h"

#include "chat/Trees.h"
#include "support/RandomMarkdown.h"

#include <QTest>

#include <algorithm>

namespace support {

using namespace chat;

namespace {

QDateTime randomTime(QRandomGenerator &random)
{
    return QDateTime::fromMSecsSinceEpoch(1'600'000'000'000 + random.bounded(1'000'000'000) * qint64(300),
                                          Qt::UTC);
}

QString randomText(QRandomGenerator &random)
{
    static const QStringList pieces{
        QStringLiteral("砚台与墨"),           QStringLiteral("\"\\/\b\f\n\r\t"),
        QStringLiteral("👩‍👩‍👧"), QStringLiteral("</script>&amp;"),
        QStringLiteral("\u202eabc"),          QStringLiteral("\u2028{}[],:"),
        QStringLiteral("'; DROP TABLE"),
    };
    QString text = random.bounded(3) == 0 ? randomMarkdown(random).remove(QChar(0)) : QString();
    for (quint32 i = random.bounded(4U); i > 0; --i)
        text += pieces.at(static_cast<qsizetype>(random.bounded(static_cast<quint32>(pieces.size()))));
    // What is half a character is none in a file.
    return QString::fromUtf8(text.toUtf8());
}

// What was sent for the answer, with which keep() saves the receipt.
QByteArray bodyOf(Id answer)
{
    return QByteArray::number(answer);
}

Receipt randomReceipt(QRandomGenerator &random, const Message &answer)
{
    Receipt receipt;
    receipt.sent.asked = randomTime(random);
    receipt.sent.url = QUrl(QStringLiteral("http://127.0.0.1:11434/api/chat"));
    receipt.sent = withDigest(receipt.sent, bodyOf(answer.id));
    receipt.serverName = randomText(random);
    receipt.kind = random.bounded(2) == 0 ? backend::ServerKind::Ollama : backend::ServerKind::OpenAi;
    receipt.model = answer.model;
    receipt.digest = QStringLiteral("ab12");
    receipt.options.seed = random.bounded(1'000'000'000);
    receipt.systemPrompt = randomText(random);
    receipt.messages = static_cast<int>(random.bounded(1U, 9U));
    return receipt;
}

void attachSome(QRandomGenerator &random, QList<Attachment> &attachments, QHash<Id, QByteArray> &contents)
{
    for (int i = random.bounded(-4, 3); i > 0; --i) {
        Attachment attachment;
        attachment.id = contents.size() + 1;
        QByteArray content = randomText(random).remove(u'\b').remove(u'\f').toUtf8();
        if (random.bounded(2) == 0) {
            attachment.kind = Attachment::Kind::Image;
            attachment.pixels = {random.bounded(1, longestSide), random.bounded(1, longestSide)};
            content = "\x89PNG\r\n\x1a\n" + content;
        }
        attachment.name = QStringLiteral("文件 %1.txt").arg(random.bounded(100));
        attachment.bytes = content.size();
        contents.insert(attachment.id, content);
        attachments.append(attachment);
    }
}

// Of its names, so that the same folder is made once.
Id folderFor(ConversationStore &store, const QStringList &names)
{
    Folder at;
    for (const QString &name : names) {
        at = {.id = static_cast<Id>(qHash(name, static_cast<size_t>(at.id)) >> 1),
              .name = name,
              .parent = at.id};
        store.save(at);
    }
    return at.id;
}

class Collector : public TreeReader
{
public:
    base::Result<void> begin(const ConversationTree &head, const ContentOf &contentOf, qsizetype,
                             qsizetype) override
    {
        trees.append(head);
        return takeContents(head.draft, contentOf);
    }
    void takeReceipts(const QHash<Id, Receipt> &receipts) override { trees.last().receipts = receipts; }
    base::Result<void> take(const Message &message, const ContentOf &contentOf) override
    {
        trees.last().messages.append(message);
        return takeContents(message.attachments, contentOf);
    }
    base::Result<void> end() override { return {}; }

    QList<ConversationTree> trees;

private:
    base::Result<void> takeContents(const QList<Attachment> &attachments, const ContentOf &contentOf)
    {
        for (const Attachment &attachment : attachments) {
            const auto content = contentOf(attachment.id);
            if (!content)
                return std::unexpected(content.error());
            trees.last().contents.insert(attachment.id, *content);
        }
        return {};
    }
};

} // namespace

ConversationTree randomTree(QRandomGenerator &random, int messages)
{
    ConversationTree tree;
    Conversation &conversation = tree.conversation;
    conversation.id = newId();
    conversation.title = QStringLiteral("Title %1").arg(random.generate());
    conversation.model = QStringLiteral("qwen3:8b");
    conversation.server = random.bounded(2) == 0 ? QStringLiteral("a1") : QString();
    conversation.systemPrompt = randomText(random);
    conversation.draft = randomText(random);
    conversation.created = randomTime(random);
    conversation.updated = randomTime(random);
    if (random.bounded(2) == 0) {
        conversation.assistant = chat::newId();
        conversation.parameters.temperature = random.bounded(200) / 100.0;
        conversation.parameters.seed = random.bounded(1'000'000'000);
        conversation.cut.summary = randomText(random);
        conversation.countedSince = randomTime(random);
    }
    conversation.filing.isPinned = random.bounded(4) == 0;
    conversation.filing.isArchived = random.bounded(4) == 0;
    for (int depth = random.bounded(3); depth > 0; --depth)
        tree.folder.append(QStringLiteral("文件夹 %1").arg(random.bounded(3)));
    attachSome(random, tree.draft, tree.contents);
    constexpr MessageState states[] = {MessageState::Complete, MessageState::Stopped,
                                       MessageState::Interrupted, MessageState::Failed};
    constexpr backend::StopReason reasons[] = {backend::StopReason::Stop, backend::StopReason::Length,
                                               backend::StopReason::Load, backend::StopReason::Other};
    for (int i = 0; i < messages; ++i) {
        Message message = newMessage(i % 2 == 0 ? backend::Role::User : backend::Role::Assistant, 0);
        // Mostly on from the last one, now and then from any.
        if (i > 0)
            message.parentId = tree.messages.at(random.bounded(5) == 0 ? random.bounded(i) : i - 1).id;
        message.created = randomTime(random);
        message.text = randomText(random);
        if (message.role == backend::Role::User)
            attachSome(random, message.attachments, tree.contents);
        if (message.role == backend::Role::Assistant) {
            message.thinking = randomText(random);
            message.model = QStringLiteral("model %1").arg(random.bounded(3));
            message.server = random.bounded(5) == 0 ? QStringLiteral("other") : QString();
            message.state = states[random.bounded(4)];
            message.summary = {reasons[random.bounded(4)],
                               random.bounded(10'000),
                               random.bounded(10'000),
                               std::chrono::nanoseconds(random.generate()),
                               std::chrono::nanoseconds(random.generate()),
                               std::chrono::nanoseconds(random.generate()),
                               std::chrono::nanoseconds(random.generate())};
            message.firstToken = std::chrono::milliseconds(random.bounded(90'000));
            message.thinkingTime = std::chrono::milliseconds(random.bounded(90'000));
            if (message.state == MessageState::Failed)
                message.error = base::Error{base::Error::Kind::OutOfMemory, randomText(random)};
            if (random.bounded(2) == 0)
                tree.receipts.insert(message.id, randomReceipt(random, message));
        }
        tree.messages.append(message);
    }
    conversation.leafId = tree.messages.at(random.bounded(messages)).id;
    if (conversation.countedSince.isValid())
        conversation.cut.after = tree.messages.at(random.bounded(messages)).id;
    return tree;
}

ConversationTree shortTree(const QString &title, const QString &answer)
{
    ConversationTree tree;
    tree.conversation.id = newId();
    tree.conversation.title = title;
    tree.conversation.created = tree.conversation.updated =
        QDateTime::fromMSecsSinceEpoch(1'790'000'000'000, Qt::UTC);
    Message asked = newMessage(backend::Role::User, 0);
    asked.text = title;
    Message told = newMessage(backend::Role::Assistant, asked.id);
    told.text = answer;
    asked.created = told.created = tree.conversation.created;
    tree.conversation.leafId = told.id;
    tree.messages = {asked, told};
    return tree;
}

void keep(ConversationStore &store, const ConversationTree &tree)
{
    ConversationTree kept = tree;
    if (!kept.folder.isEmpty())
        kept.conversation.filing.folder = folderFor(store, kept.folder);
    store.save(kept.conversation);
    const auto attach = [&](Attachment &attachment) {
        const QByteArray content = kept.contents.value(attachment.id);
        attachment.id = newAttachmentId();
        store.addToDraft(kept.conversation.id, attachment, content);
    };
    for (Message &message : kept.messages)
        std::ranges::for_each(message.attachments, attach);
    store.save(kept.conversation, kept.messages);
    std::ranges::for_each(kept.draft, attach);
    for (auto one = tree.receipts.cbegin(); one != tree.receipts.cend(); ++one)
        store.save(one.key(), one.value(), bodyOf(one.key()));
}

ConversationTree comparable(ConversationTree tree)
{
    QHash<Id, QByteArray> contents;
    const auto count = [&](Attachment &attachment) {
        const qint64 id = contents.size() + 1;
        contents.insert(id, tree.contents.value(attachment.id));
        attachment.id = id;
    };
    for (Message &message : tree.messages)
        std::ranges::for_each(message.attachments, count);
    std::ranges::for_each(tree.draft, count);
    tree.contents = contents;
    tree.conversation.filing.folder = 0; // the names tell
    return tree;
}

QList<ConversationTree> treesIn(ConversationStore &store)
{
    const auto collector = std::make_shared<Collector>();
    Trees trees(store);
    QObject context;
    bool isDone = false;
    trees.read(&context, collector, {}, [&](const base::Result<void> &read) { isDone = read.has_value(); });
    return QTest::qWaitFor([&] { return isDone; }, 60'000) ? byId(collector->trees)
                                                           : QList<ConversationTree>();
}

QList<ConversationTree> byId(QList<ConversationTree> trees)
{
    std::ranges::sort(trees, {}, [](const ConversationTree &tree) { return tree.conversation.id; });
    for (ConversationTree &tree : trees)
        tree = comparable(std::move(tree));
    return trees;
}

} // namespace support
