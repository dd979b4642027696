// How an answer came about, noted: as JSON that comes back whole and may be anything, in the store, and the
// request made anew from the tree.
#include "chat/Receipt.h"
#include "storage/Database.h"
#include "support/Canaries.h"
#include "support/ChatRoom.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace chat;
using backend::Role;

namespace {

const QDateTime asked(QDate(2026, 11, 23), QTime(12, 34, 56, 789), Qt::UTC);
const QByteArray sha(64, 'a');

Receipt fullReceipt()
{
    Receipt receipt;
    receipt.sent = {asked, QUrl(u"https://box.example:8443/v1/chat/completions"_s), 1234, sha};
    receipt.serverId = u"0123"_s;
    receipt.serverName = u"GPU box 砚"_s;
    receipt.kind = backend::ServerKind::OpenAi;
    receipt.version = u"0.17.4"_s;
    receipt.model = u"qwen3:8b"_s;
    receipt.digest = u"0123456789abcdef"_s;
    receipt.options = {.temperature = 0.7,
                       .maxTokens = 400,
                       .contextLength = 8192,
                       .seed = 9007199254740993, // no double is
                       .keepAlive = -1s,
                       .think = false};
    receipt.systemPrompt = u"用中文。\n\"Short\""_s;
    receipt.messages = 7;
    receipt.continued = {{{asked.addSecs(5), QUrl(u"http://127.0.0.1:1/api/chat"_s), 9, sha}, 42}};
    return receipt;
}

Message said(Id id, Id parent, Role role, const QString &text)
{
    Message message;
    message.id = id;
    message.parentId = parent;
    message.role = role;
    message.text = text;
    return message;
}

} // namespace

class TestReceipt : public support::ChatRoom
{
    Q_OBJECT

    std::optional<Receipt> noted(Id answer)
    {
        std::optional<base::Result<std::optional<Receipt>>> found;
        m_store->receipt(this, answer,
                         [&](const base::Result<std::optional<Receipt>> &receipt) { found = receipt; });
        if (!QTest::qWaitFor([&] { return found.has_value(); }, 10'000) || !*found)
            return {};
        return **found;
    }

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void comesBackWhole()
    {
        QCOMPARE(receiptFrom(toJson(fullReceipt())), fullReceipt());
        Receipt least;
        least.sent.asked = asked;
        QCOMPARE(receiptFrom(toJson(least)), least); // what is absent stays absent
    }

    void takesNothingForReceipts_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{\"server\":");
        QTest::newRow("a list") << QByteArray("[{\"server\":{\"kind\":\"ollama\"}}]");
        QTest::newRow("empty") << QByteArray("{}");
        QTest::newRow("no server") << QByteArray(R"({"model":"m","messages":3})");
        QTest::newRow("a server that is none") << QByteArray(R"({"server":"ollama"})");
        QTest::newRow("no UTF-8") << QByteArray("{\"server\":{\"kind\":\"\xff\"}}");
        QTest::newRow("deep") << "{\"server\":{\"kind\":" + QByteArray(5000, '[') + QByteArray(5000, ']') +
                                     "}}";
        const QByteArray text(5 * 1000 * 1000, 'x');
        QTest::newRow("huge") << QByteArray("{\"server\":{\"kind\":\"ollama\"},\"model\":\"" + text + "\"}");
    }
    void takesNothingForReceipts()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!receiptFrom(json));
    }

    void takesWhatMakesNoSenseForUnknown()
    {
        const auto receipt = receiptFrom(
            R"({"asked":"yesterday","bytes":-5,"sha256":"<b>","messages":1e300,"digest":7,"systemPrompt":[],)"
            R"("model":{},"server":{"kind":"other","url":"http://me:secret@host/?key=secret#x"},)"
            R"("options":{"temperature":"hot","maxTokens":-1,"seed":"x","think":"yes"},)"
            R"("continued":[7,{"after":-3}]})");
        QVERIFY(receipt);
        Receipt least;
        least.sent.url = QUrl(u"http://host/"_s);
        least.messages = receipt->messages;
        least.continued = {{}, {}};
        QCOMPARE(*receipt, least);
        QVERIFY(receipt->messages >= 0);
    }

    void hasNoSecretOfAnAddress()
    {
        const QUrl url(u"http://user:%1@host:1/api/chat?key=%1#%1"_s.arg(
            QString::fromLatin1(support::canaryKey.secret)));
        const Receipt receipt = receiptOf({.model = u"m"_s, .messages = {}, .options = {}},
                                          {backend::ServerKind::Ollama, url, "{}"}, asked);
        QCOMPARE(receipt.sent.url, QUrl(u"http://host:1/api/chat"_s));
        QVERIFY(support::canariesIn(toJson(receipt), {}).isEmpty());
    }

    void makesTheRequestAnew_data()
    {
        QTest::addColumn<int>("cut"); // messages that were left out
        QTest::addColumn<bool>("hasPrompt");
        QTest::newRow("all") << 0 << false;
        QTest::newRow("all, with a prompt") << 0 << true;
        QTest::newRow("the nearest") << 3 << true;
    }
    void makesTheRequestAnew()
    {
        QFETCH(int, cut);
        QFETCH(bool, hasPrompt);
        const QList<Message> path{said(1, 0, Role::User, u"q1"_s), said(2, 1, Role::Assistant, u"a1"_s),
                                  said(3, 2, Role::User, u"q2"_s), said(4, 3, Role::Assistant, {}),
                                  said(5, 4, Role::User, u"q3"_s)};
        backend::ChatRequest request{.model = u"m"_s,
                                     .messages = {{Role::User, u"q1"_s},
                                                  {Role::Assistant, u"a1"_s},
                                                  {Role::User, u"q2"_s},
                                                  {Role::User, u"q3"_s}},
                                     .options = fullReceipt().options,
                                     .server = u"id"_s};
        request.messages.remove(0, cut);
        if (hasPrompt)
            request.messages.prepend({Role::System, u"Be brief."_s});
        const Receipt receipt =
            receiptOf(request, {backend::ServerKind::Ollama, QUrl(u"http://h/"_s), "{}"}, asked);
        QCOMPARE(requestOf(receipt, path), request);
        // Where a message is gone, it is another request, and not a wrong one.
        QVERIFY(requestOf(receipt, path.first(4)) != request);
    }

    void isKeptWithItsAnswer()
    {
        const Conversation one = finishedTurn();
        const Id answer = one.leafId;
        QCOMPARE(noted(answer), std::nullopt);
        Receipt receipt = fullReceipt();
        receipt.continued.clear();
        m_store->save(answer, receipt, "body");
        receipt.sent = withDigest(receipt.sent, "body");
        QCOMPARE(noted(answer), receipt);
        // printf body | sha256sum
        QCOMPARE(receipt.sent.sha256,
                 QByteArray("230d8358dc8e8890b4c58deeb62912ee2f20357ae92a5cc861b98e68fe31acb5"));
        QCOMPARE(receipt.sent.bytes, 4);

        m_store->deleteForGood(one.id);
        QCOMPARE(noted(answer), std::nullopt);
        m_store->save(answer, receipt, "body"); // of nothing
        QCOMPARE(noted(answer), std::nullopt);
        QCOMPARE(m_store->state(), ConversationStore::State::Saved);
    }

    void addsWhatWentOn()
    {
        const Id answer = finishedTurn().leafId;
        Receipt first = fullReceipt();
        first.continued.clear();
        m_store->save(answer, first, "first");
        Receipt second;
        second.continued = {{{asked.addSecs(9), QUrl(u"http://h/api/generate"_s), 0, {}}, 5}};
        m_store->save(answer, second, "second");
        m_store->save(answer, second, "second"); // told again
        first.sent = withDigest(first.sent, "first");
        first.continued = second.continued;
        first.continued.last().sent = withDigest(first.continued.last().sent, "second");
        QCOMPARE(noted(answer), first);
    }

    void goesAlongWithABranch()
    {
        const Conversation one = finishedTurn();
        m_store->save(one.leafId, fullReceipt(), "body");
        auto open = session(one);
        QTRY_VERIFY(open->isLoaded());
        const auto branch = open->branch(one.leafId, u"Branch"_s, 0);
        QVERIFY(branch);
        QVERIFY(noted(branch->leafId));
        QCOMPARE(noted(branch->leafId), noted(one.leafId));
    }

    void outlivesADamagedRow()
    {
        const Conversation one = finishedTurn();
        const QString path = m_folder->filePath(u"chats.db"_s);
        m_store.reset();
        {
            storage::Database database;
            QVERIFY(database.openCopy(path));
            QVERIFY(
                database.execute(u"INSERT INTO receipt VALUES (?, ?)"_s, {one.leafId, u"{\"server\":"_s}));
        }
        m_store = std::make_unique<ConversationStore>(path);
        QCOMPARE(noted(one.leafId), std::nullopt);
        QCOMPARE(stored(one.id).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestReceipt)
#include "tst_Receipt.moc"
