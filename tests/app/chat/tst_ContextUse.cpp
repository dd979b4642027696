// label: pure
// How much of a window the next request takes: what a server counted, what is estimated, and what is left
// out.
#include "chat/ContextUse.h"
#include "chat/TokenEstimate.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chat;

namespace {

const QString model = u"qwen3:4b"_s;

QDateTime at(int minute)
{
    return QDateTime::fromMSecsSinceEpoch(1'790'000'000'000, Qt::UTC).addSecs(60 * minute);
}

Message question(Id id, const QString &text, Id parent)
{
    Message one;
    one.id = id;
    one.parentId = parent;
    one.text = text;
    one.created = at(static_cast<int>(id));
    return one;
}

Message answer(Id id, const QString &text, Id parent, qint64 asked = 0, qint64 written = 0)
{
    Message one = question(id, text, parent);
    one.role = backend::Role::Assistant;
    one.model = model;
    one.summary.promptTokens = asked;
    one.summary.answerTokens = written;
    return one;
}

// Three turns; the server counted every answer.
QList<Message> counted()
{
    const QString words =
        u"some twenty tokens of running text that says nothing of interest, over and over "_s;
    return {question(1, words, 0),       answer(2, words, 1, 30, 20), question(3, words, 2),
            answer(4, words, 3, 80, 20), question(5, words, 4),       answer(6, words, 5, 130, 20)};
}

ContextUse useOf(const QList<Message> &path, const Conversation &conversation = {}, const Draft &draft = {},
                 const QString &asked = model)
{
    ContextCount count;
    return count.of(conversation, path, asked, draft);
}

} // namespace

class TestContextUse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void estimatesByScript_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("empty") << QString() << 0.0 << 0.0;
        QTest::newRow("english") << u"The quick brown fox jumps over the lazy dog."_s << 8.0 << 12.0;
        QTest::newRow("code") << u"for (int i = 0; i < n; ++i) {\n    sum += a[i];\n}"_s << 14.0 << 26.0;
        QTest::newRow("chinese") << u"今天天气很好，我们去公园散步。"_s << 8.0 << 13.0;
        QTest::newRow("russian") << u"Сегодня хорошая погода."_s << 5.0 << 10.0;
        QTest::newRow("japanese") << u"今日はとても良い天気です。"_s << 6.0 << 11.0;
        QTest::newRow("korean") << u"오늘은 날씨가 좋습니다."_s << 5.0 << 11.0;
        QTest::newRow("emoji") << u"🙂🙂🙂"_s << 3.0 << 9.0;
    }
    void estimatesByScript()
    {
        QFETCH(QString, text);
        const double tokens = estimatedTokens(text);
        QFETCH(double, least);
        QFETCH(double, most);
        QVERIFY2(tokens >= least && tokens <= most, qPrintable(QString::number(tokens)));
    }

    void estimatesLongTextsByPartsOfThem()
    {
        const QString line = u"the same words and 中文字符 in every line of it\n"_s;
        const double one = estimatedTokens(line);
        const double many = estimatedTokens(line.repeated(5000));
        QVERIFY(std::abs(many / (5000 * one) - 1) < 0.05);
    }

    void estimatesAttachments()
    {
        const auto image = [](QSize pixels) {
            return estimatedTokens(
                Attachment{.kind = Attachment::Kind::Image, .name = {}, .bytes = 9, .pixels = pixels});
        };
        QCOMPARE(image({10, 10}), 256.0);
        QCOMPARE(image({1024, 768}), 1024 * 768 / 784.0);
        QCOMPARE(image({9000, 9000}), 2048.0);
        QCOMPARE(estimatedTokens(Attachment{.name = {}, .bytes = 1000, .pixels = {}}), 270.0);
    }

    void takesWhatTheServerCounted()
    {
        const ContextUse use = useOf(counted());
        QCOMPARE(use.total(), 150);
        QVERIFY(!use.isEstimated);
    }

    void estimatesOnlyWhatIsNewer()
    {
        const ContextUse use = useOf(counted(), {}, {u"And one more question"_s, {}});
        QCOMPARE(use.instructions + use.messages, 150);
        QVERIFY(use.draft > 3 && use.draft < 20);
        QVERIFY(use.isEstimated);

        QList<Message> asked = counted();
        asked.append(question(7, asked.first().text, 6));
        const ContextUse later = useOf(asked);
        QVERIFY(later.messages > 160 && later.messages < 180);
        QVERIFY(later.isEstimated);
    }

    // Its thoughts are not sent again.
    void leavesOutWhatWasThought()
    {
        QList<Message> path = counted();
        path.last().thinking = path.last().text + path.last().text + path.last().text;
        path.last().summary.answerTokens = 80;
        const ContextUse use = useOf(path);
        QCOMPARE(use.total(), 150);
        QVERIFY(use.isEstimated);
    }

    void estimatesEverythingForAnotherModel()
    {
        const ContextUse use = useOf(counted(), {}, {}, u"gemma3:1b"_s);
        QVERIFY(use.isEstimated);
        QVERIFY(use.total() > 100 && use.total() < 200);
    }

    void correctsTheEstimateByWhatTheServerCounted()
    {
        const Draft draft{counted().first().text.repeated(4), {}};
        QList<Message> dear = counted();
        for (Message &message : dear) {
            message.summary.promptTokens *= 2;
            message.summary.answerTokens *= 2;
        }
        const double plain = static_cast<double>(useOf(counted(), {}, draft).draft);
        const double corrected = static_cast<double>(useOf(dear, {}, draft).draft);
        QVERIFY(std::abs(corrected / plain - 2) < 0.1);
    }

    // The answer of another branch was asked with other messages; only what is on the path counts.
    void countsTheBranchThatIsShown()
    {
        QList<Message> path = counted().first(4);
        path.append(question(8, u"Another question here"_s, 4));
        path.append(answer(9, u"Short."_s, 8, 100, 3));
        QCOMPARE(useOf(path).total(), 103);
        QCOMPARE(useOf(path.first(4)).total(), 100);
    }

    void passesOverAnswersThatWereNotCounted()
    {
        QList<Message> path = counted();
        path.last().state = MessageState::Stopped;
        path.last().summary = {};
        const ContextUse use = useOf(path);
        QVERIFY(use.total() > 130 && use.total() < 160);
        QVERIFY(use.isEstimated);

        path.last().text.clear(); // a failed one says nothing
        path.last().state = MessageState::Failed;
        QVERIFY(useOf(path).total() < use.total() - 10);
    }

    // llama-server may tell what it read anew only, and a server may have cut the beginning off.
    void distrustsCountsThatAreMuchTooLow()
    {
        QList<Message> path = counted();
        path.last().summary.promptTokens = 5;
        const ContextUse use = useOf(path);
        QVERIFY(use.isEstimated);
        QVERIFY(use.total() > 90);
    }

    void leavesOutWhatTheCutSays()
    {
        Conversation conversation;
        conversation.cut.after = 2;
        conversation.countedSince = at(100);
        const ContextUse use = useOf(counted(), conversation);
        QCOMPARE(use.leftOut, 2);
        QVERIFY(use.isEstimated);
        QVERIFY(use.total() > 70 && use.total() < 120);

        conversation.cut.summary = u"They said nothing of interest, twice."_s;
        const ContextUse summed = useOf(counted(), conversation);
        QVERIFY(summed.instructions > 10);
        QCOMPARE(summed.messages, use.messages);

        // Answers from after the cut were asked with it.
        conversation.countedSince = at(5);
        QCOMPARE(useOf(counted(), conversation).total(), 150);
        QVERIFY(!useOf(counted(), conversation).isEstimated);

        conversation.cut.after = 77; // on another branch
        QCOMPARE(useOf(counted(), conversation).leftOut, 0);
    }

    void countsTheSystemPrompt()
    {
        Conversation conversation;
        conversation.systemPrompt = u"Answer in short sentences and in the language of the question."_s;
        const ContextUse use = useOf({}, conversation);
        QVERIFY(use.instructions > 10);
        QCOMPARE(use.total(), use.instructions);
        QCOMPARE(useOf({}), ContextUse());
        // The server counted it with the rest.
        QCOMPARE(useOf(counted(), conversation).total(), 150);
    }

    void saysWhereTheMessagesFit_data()
    {
        QTest::addColumn<qint64>("tokens");
        QTest::addColumn<int>("row");
        QTest::newRow("all but the first turn") << qint64(110) << 2;
        QTest::newRow("the last turn") << qint64(60) << 4;
        QTest::newRow("not even that") << qint64(10) << 4;
    }
    void saysWhereTheMessagesFit()
    {
        QFETCH(qint64, tokens);
        ContextCount count;
        QTEST(count.rowFor(tokens, {}, counted(), model, {}), "row");
    }

    void noticesThatAServerCutOffWhatItWasSent_data()
    {
        QTest::addColumn<qint64>("read");
        QTest::addColumn<ContextWindow>("window");
        QTest::addColumn<bool>("isCutOff");
        // About 6,300 tokens are sent.
        QTest::newRow("all was read") << qint64(6200) << ContextWindow{4096, false} << false;
        QTest::newRow("did not fit") << qint64(3000) << ContextWindow{4096, false} << true;
        QTest::newRow("fits, and the rest was cached") << qint64(31) << ContextWindow{8192, false} << false;
        QTest::newRow("window not known") << qint64(2000) << ContextWindow{} << true;
        QTest::newRow("only the limit known") << qint64(2000) << ContextWindow{32768, true} << true;
        QTest::newRow("perhaps an estimate too high") << qint64(3000) << ContextWindow{} << false;
        QTest::newRow("not counted") << qint64(0) << ContextWindow{4096, false} << false;
    }
    void noticesThatAServerCutOffWhatItWasSent()
    {
        QFETCH(qint64, read);
        QFETCH(ContextWindow, window);
        QFETCH(bool, isCutOff);
        const QList<Message> path{question(1, u"word "_s.repeated(6000), 0),
                                  answer(2, u"Yes."_s, 1, read, 2)};
        ContextCount count;
        const auto found = count.cutOff({}, path, window);
        QCOMPARE(found.has_value(), isCutOff);
        if (isCutOff)
            QCOMPARE(found->read, read);
        // What is left out on purpose is not missed.
        Conversation conversation;
        conversation.cut.after = 1;
        QVERIFY(!count.cutOff(conversation, path, window));
        conversation = {};
        conversation.countedSince = at(50);
        QVERIFY(!count.cutOff(conversation, path, window));
    }

    void missesNoImageThatABlindModelWasNotShown()
    {
        QList<Message> path{question(1, u"What is it?"_s, 0), answer(2, u"No idea."_s, 1, 15, 4)};
        path[0].attachments = QList<Attachment>(
            8, Attachment{
                   .id = 1, .kind = Attachment::Kind::Image, .name = {}, .bytes = 9, .pixels = {2048, 2048}});
        ContextCount count;
        QVERIFY(!count.cutOff({}, path, {4096, false}));
        QVERIFY(!count.cutOff({}, path, {}));
    }

    void findsNothingToLeaveOutOfOneQuestion()
    {
        ContextCount count;
        QCOMPARE(count.rowFor(10, {}, QList<Message>{question(1, u"x"_s.repeated(9000), 0)}, model, {}), 0);
        Conversation conversation;
        conversation.cut.after = 4;
        QCOMPARE(count.rowFor(10, conversation, counted(), model, {}), 0);
    }

    void knowsTheWindow()
    {
        QCOMPARE(windowOf({}, 0, 0), ContextWindow());
        QCOMPARE(windowOf({}, 0, 40960), (ContextWindow{40960, true}));
        QCOMPARE(windowOf({}, 4096, 40960), (ContextWindow{4096, false}));
        QCOMPARE(windowOf(8192, 4096, 40960), (ContextWindow{8192, false}));
        QCOMPARE(windowOf(80000, 4096, 40960), (ContextWindow{40960, false}));
        QCOMPARE(windowOf(80000, 0, 0), (ContextWindow{80000, false}));
    }

    void tellsWhatRoomThereIs()
    {
        const auto room = [](qint64 used, qint64 window, qint64 reserve) {
            return roomOf({0, used, 0, false, 0}, {window, false}, reserve);
        };
        QCOMPARE(room(500, 0, 0), Room::Unknown);
        QCOMPARE(room(799, 1000, 0), Room::Enough);
        QCOMPARE(room(800, 1000, 0), Room::Little);
        QCOMPARE(room(949, 1000, 0), Room::Little);
        QCOMPARE(room(950, 1000, 0), Room::None);
        QCOMPARE(room(2000, 1000, 0), Room::None);
        QCOMPARE(room(500, 1000, 500), Room::Enough);
        QCOMPARE(room(500, 1000, 501), Room::Little);
    }

    // On the window's thread, after every pause in the writing.
    void isQuickWithTenThousandMessages()
    {
        QList<Message> path;
        for (int i = 0; i < 10'000; ++i) {
            const QString text = u"message %1 with some words in it; "_s.arg(i).repeated(20);
            path.append(i % 2 == 0 ? question(i + 1, text, i) : answer(i + 1, text, i));
        }
        ContextCount count;
        QElapsedTimer timer;
        timer.start();
        const ContextUse first = count.of({}, path, model, {});
        const qint64 cold = timer.nsecsElapsed();
        timer.start();
        const ContextUse second = count.of({}, path, model, {});
        const qint64 warm = timer.nsecsElapsed();
        qInfo("cold %.2f ms, warm %.2f ms", double(cold) / 1e6, double(warm) / 1e6);
        QCOMPARE(first, second);
        QVERIFY2(warm < 20'000'000, qPrintable(QString::number(warm))); // 1 ms where nothing else runs
        QVERIFY2(cold < 400'000'000, qPrintable(QString::number(cold)));
    }
};

QTEST_GUILESS_MAIN(TestContextUse)
#include "tst_ContextUse.moc"
