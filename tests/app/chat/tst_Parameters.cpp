// label: pure
// How an answer is generated, as it is kept.
#include "chat/Parameters.h"
#include "support/Options.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using backend::GenerationOptions;
using namespace chat;
using support::generation;

namespace {

const GenerationOptions all =
    generation(0.25, 400, 8192, std::numeric_limits<qint64>::max(), std::chrono::seconds(-1), false);

} // namespace

class TestParameters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatItWrote_data()
    {
        QTest::addColumn<GenerationOptions>("options");
        QTest::newRow("nothing") << GenerationOptions();
        QTest::newRow("everything") << all;
        QTest::newRow("zero is not nothing") << generation(0.0, {}, {}, 0);
    }
    void readsWhatItWrote()
    {
        QFETCH(GenerationOptions, options);
        QCOMPARE(parametersFrom(parametersJson(options)), options);
    }
    void writesNothingWhereNothingIsSet() { QCOMPARE(parametersJson({}), QByteArray("{}")); }

    void leavesOutWhatIsNotAllowed_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {"",
                                 "null",
                                 "[]",
                                 "[1,2]",
                                 "7",
                                 "\"x\"",
                                 "{",
                                 "\xff\xfe",
                                 R"({"temperature":2.01})",
                                 R"({"temperature":-0.1})",
                                 R"({"temperature":"0.5"})",
                                 R"({"temperature":1e999})",
                                 R"({"temperature":null})",
                                 R"({"maxTokens":0})",
                                 R"({"maxTokens":2147483648})",
                                 R"({"maxTokens":1.5})",
                                 R"({"maxTokens":-5})",
                                 R"({"contextLength":3})",
                                 R"({"contextLength":1e300})",
                                 R"({"seed":-1})",
                                 R"({"seed":9223372036854775808})",
                                 R"({"seed":true})",
                                 R"({"keepAliveSeconds":-2})",
                                 R"({"keepAliveSeconds":1e18})",
                                 R"({"think":1})",
                                 R"({"think":"yes"})",
                                 R"({"Temperature":0.5,"other":[{}]})"})
            QTest::newRow(*json == '\0' ? "empty" : json) << QByteArray(json);
        QTest::newRow("deep") << QByteArray(100'000, '[');
    }
    void leavesOutWhatIsNotAllowed()
    {
        QFETCH(QByteArray, json);
        QCOMPARE(parametersFrom(json), GenerationOptions());
    }
    void keepsWhatIsAllowedBesideWhatIsNot()
    {
        QCOMPARE(parametersFrom(R"({"temperature":9,"seed":7,"maxTokens":"x","think":true})"),
                 generation({}, {}, {}, 7, {}, true));
    }
    void takesAnyBytes()
    {
        QRandomGenerator random(20261123);
        const QByteArray good = parametersJson(all);
        for (int round = 0; round < 20'000; ++round) {
            QByteArray bytes = good;
            for (int i = random.bounded(1, 5); i > 0; --i)
                bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
            const GenerationOptions read = parametersFrom(bytes);
            QVERIFY(!read.temperature || (*read.temperature >= 0 && *read.temperature <= 2));
            QVERIFY(!read.maxTokens || *read.maxTokens >= 1);
            QVERIFY(!read.contextLength || *read.contextLength >= 4);
        }
    }

    void asksTheFirstFirst()
    {
        const GenerationOptions settings = generation(0.7, 100, {}, {}, std::chrono::seconds(5));
        const GenerationOptions own = generation(0.0, {}, {}, 3);
        QCOMPARE(over(settings, own), generation(0.0, 100, {}, 3, std::chrono::seconds(5)));
        QCOMPARE(over(own, {}), own);
        QCOMPARE(over({}, own), own);
        QCOMPARE(without(own, settings), generation({}, {}, {}, 3));
        QCOMPARE(without(all, all), GenerationOptions());
    }
};

QTEST_APPLESS_MAIN(TestParameters)
#include "tst_Parameters.moc"
