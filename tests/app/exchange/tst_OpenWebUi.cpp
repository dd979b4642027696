// label: pure
#include "exchange/OpenWebUi.h"
#include "support/ChatFixtures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace exchange;
using chat::Message;

namespace {

Taken take(const QByteArray &json)
{
    return fromOpenWebUi(wire::parseJson(json));
}

} // namespace

class TestOpenWebUi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesTheWholeTreeOver()
    {
        const Taken taken = take(support::openWebUiChat());
        QVERIFY(taken.tree);
        const chat::Conversation &head = taken.tree->conversation;
        QCOMPARE(head.title, u"Inks"_s);
        QCOMPARE(head.model, u"qwen3:8b"_s);
        QCOMPARE(head.systemPrompt, u"Be short."_s);
        QCOMPARE(head.created, QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC));
        QCOMPARE(head.updated, QDateTime::fromSecsSinceEpoch(1'700'000'500, Qt::UTC));
        QVERIFY(head.filing.isPinned && head.filing.isArchived);
        QCOMPARE(taken.tree->messages.size(), 3);
        const Message question = taken.tree->messages.at(0);
        const Message first = taken.tree->messages.at(1);
        const Message second = taken.tree->messages.at(2);
        QCOMPARE(question.text, u"What is ink?"_s);
        QCOMPARE(first.parentId, question.id);
        QCOMPARE(second.parentId, question.id);
        QCOMPARE(head.leafId, second.id);
        QCOMPARE(first.text, u"Soot."_s);
        QCOMPARE(first.thinking, u"Soot & glue?\nYes."_s);
        QCOMPARE(first.thinkingTime, std::chrono::seconds(13));
        QCOMPARE(first.summary.answerTokens, 20);
        QCOMPARE(first.summary.generation, std::chrono::nanoseconds(3));
        QCOMPARE(second.state, chat::MessageState::Failed);
        QCOMPARE(second.error, (base::Error{base::Error::Kind::Server, u"out of memory"_s}));
        QCOMPARE(taken.leftOut, (LeftOuts{{LeftOut::Attachments, 1}, {LeftOut::Tools, 1}}));
    }

    void takesWhatOlderVersionsWrote()
    {
        const Taken bare = take(R"({"title":"Old","history":{"currentId":"a","messages":{
            "a":{"id":"a","parentId":null,"childrenIds":[],"role":"user","content":"Hello!"}}}})");
        QCOMPARE(bare.tree->conversation.title, u"Old"_s);
        QCOMPARE(bare.tree->messages.size(), 1);
        const Taken linear = take(R"({"id":"x","messages":[{"role":"user","content":"Hello!"},
            {"role":"assistant","content":[{"type":"text","text":"Hi."},{"type":"image_url"}]}]})");
        QCOMPARE(linear.tree->messages.size(), 2);
        QCOMPARE(linear.tree->messages.at(1).parentId, linear.tree->messages.at(0).id);
        QCOMPARE(linear.tree->messages.at(1).text, u"Hi."_s);
        QCOMPARE(linear.tree->conversation.title, u"Hello!"_s);
        QCOMPARE(linear.leftOut, (LeftOuts{{LeftOut::Attachments, 1}}));
    }

    void namesTheFilesItLeavesOut()
    {
        const Taken taken = take(R"({"id":"x","messages":[{"role":"user","content":"Hello!","files":[
            {"type":"file","name":"a\u202e.pdf"},{"type":"file","file":{"filename":"b.txt"}},
            {"type":"image","url":"data:x"}]}]})");
        QCOMPARE(taken.leftOut, (LeftOuts{{LeftOut::Attachments, 3}}));
        QCOMPARE(taken.files, (QStringList{u"a.pdf"_s, u"b.txt"_s}));
    }

    void survivesWhatMakesNoSense_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("wrong types") << QByteArray(R"({"chat":{"title":3,"models":{},"params":[],"history":{
            "currentId":[],"messages":{"a":{"parentId":{},"childrenIds":{"x":1},"role":5,"content":{"a":2},
            "timestamp":"never","files":"x"},"b":7,"c":{"role":"assistant","content":null,"done":"no"}}}}})");
        QTest::newRow("nothing") << QByteArray(R"({"chat":{"history":{"messages":{}}}})");
        QTest::newRow("a list") << QByteArray(R"({"messages":[1,null,[],"x"]})");
    }
    void survivesWhatMakesNoSense()
    {
        QFETCH(QByteArray, json);
        const Taken taken = take(json);
        QVERIFY(!taken.tree);
        QCOMPARE(taken.leftOut.value(LeftOut::Empty), 1);
    }

    void keepsDetailsThatAreNotClosed()
    {
        QByteArray json = support::openWebUiChat();
        json.replace("</details>\\nSoot.", "Soot.").replace("</details>\"", "\"");
        QCOMPARE(take(json).tree->messages.at(1).text.left(8), u"<details"_s);
    }
};

QTEST_APPLESS_MAIN(TestOpenWebUi)
#include "tst_OpenWebUi.moc"
