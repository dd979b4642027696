// label: pure
#include "exchange/ChatGpt.h"
#include "support/ChatFixtures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace exchange;
using chat::Message;

namespace {

QByteArray conversation()
{
    return support::chatGptConversation();
}

Taken take(const QByteArray &json)
{
    return fromChatGpt(wire::parseJson(json));
}

QStringList textsOf(const QList<Message> &messages)
{
    QStringList texts;
    for (const Message &message : messages)
        texts.append(message.text);
    return texts;
}

const Message *named(const Taken &taken, const QString &text)
{
    for (const Message &message : taken.tree->messages) {
        if (message.text == text)
            return &message;
    }
    return nullptr;
}

} // namespace

class TestChatGpt : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesTheWholeTreeOver()
    {
        const Taken taken = take(conversation());
        QVERIFY(taken.tree);
        const chat::Conversation &head = taken.tree->conversation;
        QCOMPARE(head.title, u"Ink and stone"_s);
        QCOMPARE(head.created, QDateTime::fromMSecsSinceEpoch(1'700'000'000'250, Qt::UTC));
        QCOMPARE(head.updated, QDateTime::fromMSecsSinceEpoch(1'700'000'600'500, Qt::UTC));
        QCOMPARE(textsOf(taken.tree->messages),
                 (QStringList{u"What is ink?"_s, u"Soot\n\nin water."_s, u"```python\nprint 1\n```"_s,
                              u"Pigment."_s, u"And this?"_s, u"A stone."_s}));
        const Message *question = named(taken, u"What is ink?"_s);
        const Message *first = named(taken, u"Soot\n\nin water."_s);
        const Message *second = named(taken, u"Pigment."_s);
        const Message *code = named(taken, u"```python\nprint 1\n```"_s);
        QCOMPARE(question->parentId, 0);
        QCOMPARE(named(taken, u"And this?"_s)->parentId, 0);
        QCOMPARE(first->parentId, question->id);
        QCOMPARE(second->parentId, question->id);
        QCOMPARE(code->parentId, first->id);
        QCOMPARE(head.leafId, code->id);
    }

    void keepsThinkingModelsAndHowAnswersEnded()
    {
        const Taken taken = take(conversation());
        const Message *first = named(taken, u"Soot\n\nin water."_s);
        QCOMPARE(first->thinking, u"**Inks**\n\nSoot and glue."_s);
        QCOMPARE(first->model, u"gpt-4o"_s);
        QCOMPARE(first->summary.reason, backend::StopReason::Length);
        QCOMPARE(first->created, QDateTime::fromSecsSinceEpoch(1'700'000'004, Qt::UTC));
        QCOMPARE(named(taken, u"Pigment."_s)->state, chat::MessageState::Stopped);
        QCOMPARE(named(taken, u"A stone."_s)->state, chat::MessageState::Complete);
        QCOMPARE(named(taken, u"A stone."_s)->thinking, QString());
    }

    void saysWhatItLeavesOut()
    {
        QCOMPARE(take(conversation()).leftOut, (LeftOuts{{LeftOut::Attachments, 1}, {LeftOut::Tools, 2}}));
    }

    void namesTheFilesItLeavesOut()
    {
        const Taken taken = take(R"({"id":"c","mapping":{"a":{"message":{"author":{"role":"user"},
            "content":{"content_type":"text","parts":["Read this"]},
            "metadata":{"attachments":[{"name":"plan.pdf"},{"id":"file-1"}]}}}}})");
        QCOMPARE(taken.leftOut, (LeftOuts{{LeftOut::Attachments, 2}}));
        QCOMPARE(taken.files, QStringList{u"plan.pdf"_s});
    }

    void givesTheSameIdsEachTime()
    {
        QCOMPARE(take(conversation()), take(conversation()));
        QByteArray other = conversation();
        other.replace("\"c-1\"", "\"c-2\"");
        const Taken same = take(conversation());
        const Taken another = take(other);
        QVERIFY(same.tree->conversation.id != another.tree->conversation.id);
        // A conversation that was branched off has messages of the other.
        QVERIFY(same.tree->messages.constFirst().id != another.tree->messages.constFirst().id);
    }

    void survivesWhatMakesNoSense_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("messages");
        const auto one = [](const QByteArray &nodes) { return "{\"id\":\"c\",\"mapping\":{" + nodes + "}}"; };
        const auto node = [](const QByteArray &id, const QByteArray &parent) {
            return '"' + id + "\":{\"parent\":" + parent +
                   ",\"message\":{\"author\":{\"role\":\"user\"},\"content\":{\"content_type\":\"text\","
                   "\"parts\":[\"" +
                   id + "\"]}}}";
        };
        QTest::newRow("nothing") << one("") << 0;
        QTest::newRow("no object") << QByteArray("{\"mapping\":{\"a\":1,\"b\":[],\"c\":null}}") << 0;
        QTest::newRow("a list for the messages")
            << QByteArray(R"({"id":"c","mapping":[1,{"parent":null}]})") << 0;
        QTest::newRow("no title and no id") << conversation()
                                                   .replace("\"title\":", "\"other\":")
                                                   .replace(R"("conversation_id": "c-1", "id": "c-1",)", "")
                                            << 6;
        QTest::newRow("wrong types") << QByteArray(R"({"id":4,"title":{},"create_time":"x","mapping":{"a":{
            "parent":3,"children":"x","message":{"author":[],"content":{"content_type":7,"parts":{}}}}}})")
                                     << 0;
        QTest::newRow("own parent") << one(node("a", "\"a\"")) << 1;
        QTest::newRow("circle") << one(node("a", "\"b\"") + ',' + node("b", "\"a\"")) << 2;
        QTest::newRow("circle with a tail")
            << one(node("a", "\"b\"") + ',' + node("b", "\"c\"") + ',' + node("c", "\"b\"")) << 3;
        QTest::newRow("parent that is not there") << one(node("a", "\"x\"") + ',' + node("b", "\"a\"")) << 2;
        QTest::newRow("time beyond any") << conversation().replace("1700000004", "1e300") << 6;
    }
    void survivesWhatMakesNoSense()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, messages);
        const Taken taken = take(json);
        QCOMPARE(taken.tree ? static_cast<int>(taken.tree->messages.size()) : 0, messages);
        QCOMPARE(taken.leftOut.value(LeftOut::Empty), messages == 0 ? 1 : 0);
        if (!taken.tree)
            return;
        QVERIFY(!taken.tree->conversation.title.isEmpty());
        QSet<chat::Id> before{0};
        for (const Message &message : taken.tree->messages) {
            QVERIFY(before.contains(message.parentId));
            QVERIFY(message.created.isValid());
            before.insert(message.id);
        }
        QVERIFY(before.contains(taken.tree->conversation.leafId));
    }

    void takesALongBranchWithoutRunningOutOfStack()
    {
        constexpr int count = 100'000;
        QByteArray nodes;
        for (int i = 0; i < count; ++i) {
            const QByteArray id = QByteArray::number(i);
            nodes += (i > 0 ? "," : "") + ('"' + id) + "\":{\"parent\":\"" + QByteArray::number(i - 1) +
                     "\",\"message\":{\"author\":{\"role\":\"" + (i % 2 ? "assistant" : "user") +
                     "\"},\"content\":{\"content_type\":\"text\",\"parts\":[\"x\"]}}}";
        }
        const Taken taken = take("{\"id\":\"c\",\"current_node\":\"99999\",\"mapping\":{" + nodes + "}}");
        QCOMPARE(taken.tree->messages.size(), count);
        QCOMPARE(taken.tree->conversation.leafId, taken.tree->messages.constLast().id);
    }
};

QTEST_APPLESS_MAIN(TestChatGpt)
#include "tst_ChatGpt.moc"
