// Any file of conversations: what it is taken for has its messages behind their parents, with ids of their
// own, a leaf among them and texts within bounds; what was taken can be written as our own and read the same.
#include "exchange/ChatGpt.h"
#include "exchange/ElementReader.h"
#include "exchange/OpenWebUi.h"
#include "exchange/OwnFormat.h"
#include "fuzz/Driver.h"
#include "support/ChatFixtures.h"
#include "support/RandomTrees.h"

#include <QBuffer>
#include <QSet>

#include <cstdio>
#include <cstdlib>

namespace {

using exchange::Taken;

const char *brokenTree(const chat::ConversationTree &tree)
{
    QSet<chat::Id> before{0};
    for (const chat::Message &message : tree.messages) {
        if (message.id <= 0 || before.contains(message.id))
            return "an id that another has";
        if (!before.contains(message.parentId))
            return "a message before its parent";
        if (message.text.size() > exchange::longestText || message.text.contains(QChar(0)))
            return "a text that cannot be kept";
        before.insert(message.id);
    }
    if (tree.messages.isEmpty() || tree.conversation.id <= 0 || !before.contains(tree.conversation.leafId))
        return "a conversation without an end";
    return tree.conversation.title.size() > exchange::longestTitle ? "a title without an end" : nullptr;
}

QByteArray written(const chat::ConversationTree &tree)
{
    QByteArray file = exchange::ownHead(tree, true);
    const auto attach = [&](const QList<chat::Attachment> &attachments) {
        for (qsizetype i = 0; i < attachments.size(); ++i)
            file +=
                exchange::ownAttachment(attachments.at(i), tree.contents.value(attachments.at(i).id), i == 0);
    };
    attach(tree.draft);
    file += exchange::ownHeadTail(tree);
    bool isFirst = true;
    for (const chat::Message &message : tree.messages) {
        const auto receipt = tree.receipts.constFind(message.id);
        file += exchange::ownMessage(message,
                                     receipt == tree.receipts.cend() ? std::nullopt : std::optional(*receipt),
                                     std::exchange(isFirst, false));
        attach(message.attachments);
        file += exchange::ownMessageTail(message);
    }
    return file + exchange::ownTail();
}

// All that is read as our own, with contents.
QList<Taken> ownIn(const QByteArray &bytes)
{
    QBuffer device;
    device.setData(bytes);
    device.open(QIODevice::ReadOnly);
    QBuffer asides;
    asides.setData(bytes);
    asides.open(QIODevice::ReadOnly);
    exchange::ElementReader reader(device, exchange::ownList);
    reader.setAside(exchange::ownContent);
    const auto contentAt = [&](qint64 number) -> base::Result<QByteArray> {
        if (number >= reader.asides().size())
            return base::failure(base::Error::Kind::Damaged);
        return exchange::ownContentAt(asides, reader.asides().at(number));
    };
    QList<Taken> all;
    for (;;) {
        const auto next = reader.next();
        if (!next || !*next)
            return all;
        QHash<chat::Id, qint64> numbers;
        Taken taken = exchange::fromOwn(wire::parseJson(**next), contentAt, numbers);
        for (const auto [id, number] : numbers.asKeyValueRange())
            taken.tree->contents.insert(id, contentAt(number).value());
        all.append(taken);
    }
}

const char *broken(const Taken &taken)
{
    if (!taken.tree)
        return taken.leftOut.isEmpty() ? "left out without a reason" : nullptr;
    if (const char *what = brokenTree(*taken.tree))
        return what;
    const QList<Taken> all = ownIn('[' + written(*taken.tree) + ']');
    if (all.size() != 1)
        return "what was written is not one";
    const Taken &again = all.constFirst();
    return again.tree && support::comparable(*again.tree) == support::comparable(*taken.tree)
               ? nullptr
               : "what was written reads as something else";
}

// Of a part at a time and in one piece.
QByteArrayList elements(const QByteArray &bytes)
{
    QBuffer device;
    device.setData(bytes);
    device.open(QIODevice::ReadOnly);
    exchange::ElementReader reader(device, exchange::ownList);
    QByteArrayList all;
    for (;;) {
        const auto next = reader.next();
        if (!next || !*next)
            return all;
        all.append(**next);
    }
}

} // namespace

QList<QByteArray> corpus()
{
    const QByteArray chatGpt = support::chatGptConversation();
    const QByteArray openWebUi = support::openWebUiChat();
    QList<QByteArray> files{'[' + chatGpt + ']', '[' + openWebUi + ',' + openWebUi + ']', openWebUi,
                            "[1,\"a\",{\"mapping\":{\"a\":{\"parent\":\"b\"},\"b\":{\"parent\":\"a\"}}}]"};
    for (const Taken &taken : {exchange::fromChatGpt(wire::parseJson(chatGpt)),
                               exchange::fromOpenWebUi(wire::parseJson(openWebUi))})
        files.append(exchange::ownStart({}) + written(*taken.tree) + exchange::ownEnd());
    return files;
}

int LLVMFuzzerInitialize(int *, char ***)
{
    return 0;
}

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const char *what = nullptr;
    for (const QByteArray &element : elements(bytes)) {
        const wire::Json entry = wire::parseJson(element);
        // Each with what it is not meant for, too: a file decides which one reads it.
        for (const Taken &taken : {exchange::fromChatGpt(entry), exchange::fromOpenWebUi(entry)})
            what = what ? what : broken(taken);
    }
    for (const Taken &taken : ownIn(bytes))
        what = what ? what : broken(taken);
    if (what) {
        std::fprintf(stderr, "%s\n", what);
        std::abort();
    }
    return 0;
}
