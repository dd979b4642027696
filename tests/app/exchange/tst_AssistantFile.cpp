// Assistants in a file: what was written comes back, and what is not one is refused whole.
#include "exchange/AssistantFile.h"
#include "support/Options.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using base::Error;
using chat::Assistant;
using namespace exchange;

namespace {

const QList<Assistant> some{{.name = u"写作 \"x\" </b>"_s,
                             .icon = u"pencil"_s,
                             .systemPrompt = u"第一行\n\tsecond line 😀"_s,
                             .model = u"qwen3:8b"_s,
                             .parameters = support::generation(0.25, {}, {}, 7, {}, true),
                             .suggestions = {u"写一封信"_s, u"b"_s}},
                            {.name = u"Plain"_s}};

QByteArray fileWith(const QByteArray &entries)
{
    return R"({"format":"inkstone-assistants","version":1,"assistants":[)" + entries + "]}";
}

QByteArray named(const QByteArray &members)
{
    return R"({"name":"a",)" + members + "}";
}

} // namespace

class TestAssistantFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatItWrote()
    {
        const QByteArray json = assistantsJson(some);
        QVERIFY2(json.contains("\"name\": \"写作 \\\"x\\\" </b>\""), json.constData()); // for people to read
        QCOMPARE(assistantsFrom(json).value(), some);
        QCOMPARE(assistantsFrom(assistantsJson({})).value(), QList<Assistant>());
    }

    void needsANameAlone()
    {
        QCOMPARE(assistantsFrom(fileWith(R"({"name":" Plain\n","other":[{}],"parameters":null})")).value(),
                 QList{some[1]});
    }

    void takesWhatCanHideOutOfTexts()
    {
        const auto read = assistantsFrom(fileWith(
            R"({"name":"a\u202eb\u0000","systemPrompt":"x\u202e\u0000y","suggestions":["\u200f"," "]})"));
        QCOMPARE(read.value().constFirst().name, u"ab"_s);
        QCOMPARE(read.value().constFirst().systemPrompt, u"xy"_s);
    }

    void refusesWhatIsNoneOrTooMuch_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const QByteArray &json, Error::Kind kind,
                            const QString &detail = {}) {
            QTest::newRow(name) << json << int(kind) << detail;
        };
        row("empty", {}, Error::Kind::Protocol);
        row("no JSON", "\x89PNG\r\n", Error::Kind::Protocol);
        row("a list", "[]", Error::Kind::Protocol);
        row("deep", QByteArray(1'000'000, '['), Error::Kind::Protocol);
        row("conversations", R"({"format":"inkstone-conversations","version":1,"conversations":[]})",
            Error::Kind::Protocol);
        row("no list", R"({"format":"inkstone-assistants","version":1,"assistants":{"a":1}})",
            Error::Kind::Protocol);
        row("newer", R"({"format":"inkstone-assistants","version":2,"assistants":[]})",
            Error::Kind::NewerData, u"2"_s);
        row("large", QByteArray(largestAssistantFile + 1, ' '), Error::Kind::TooLarge);
        row("many", fileWith(named(R"("icon":"")") + QByteArray("," + named(R"("icon":"")")).repeated(500)),
            Error::Kind::TooLarge);
        row("no object", fileWith(R"({"name":"a"},7)"), Error::Kind::Invalid, u"2"_s);
        row("no name", fileWith("{}"), Error::Kind::Invalid, u"1"_s);
        row("nothing seen of the name", fileWith(R"({"name":"\u202e "})"), Error::Kind::Invalid, u"1"_s);
        row("a number as a name", fileWith(R"({"name":7})"), Error::Kind::Invalid, u"1"_s);
        row("a list as a prompt", fileWith(named(R"("systemPrompt":["x"])")), Error::Kind::Invalid, u"1"_s);
        row("a long prompt", fileWith(named("\"systemPrompt\":\"" + QByteArray(100'001, 'x') + '"')),
            Error::Kind::Invalid, u"1"_s);
        row("a long model", fileWith(named("\"model\":\"" + QByteArray(401, 'x') + '"')),
            Error::Kind::Invalid, u"1"_s);
        row("parameters as text", fileWith(named(R"("parameters":"hot")")), Error::Kind::Invalid, u"1"_s);
        row("suggestions as text", fileWith(named(R"("suggestions":"x")")), Error::Kind::Invalid, u"1"_s);
        row("a number as a suggestion", fileWith(named(R"("suggestions":[1])")), Error::Kind::Invalid,
            u"1"_s);
        row("many suggestions",
            fileWith(named("\"suggestions\":[\"a\"" + QByteArray(",\"a\"").repeated(12) + ']')),
            Error::Kind::Invalid, u"1"_s);
    }
    void refusesWhatIsNoneOrTooMuch()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, kind);
        QFETCH(QString, detail);
        const auto read = assistantsFrom(json);
        QVERIFY(!read);
        QCOMPARE(int(read.error().kind), kind);
        QCOMPARE(read.error().detail, detail);
    }

    void takesAnyBytes()
    {
        QRandomGenerator random(20261123);
        const QByteArray good = assistantsJson(some);
        for (int round = 0; round < 5000; ++round) {
            QByteArray bytes = good;
            for (int i = random.bounded(1, 6); i > 0; --i)
                bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
            const auto read = assistantsFrom(bytes);
            for (const Assistant &one : read.value_or(QList<Assistant>()))
                QVERIFY(!one.name.isEmpty() && one.suggestions.size() <= chat::mostSuggestions);
        }
    }

    void readsFilesAndNothingElse()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"assistants.json"_s);
        QCOMPARE(readAssistants(path).error().kind, Error::Kind::NotFound);
        QCOMPARE(readAssistants(folder.path()).error().kind, Error::Kind::NotFound);
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(assistantsJson(some));
        file.close();
        QCOMPARE(readAssistants(path).value(), some);
        const QString pipe = folder.filePath(u"pipe"_s);
        QCOMPARE(mkfifo(pipe.toUtf8().constData(), 0600), 0);
        QCOMPARE(readAssistants(pipe).error().kind, Error::Kind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestAssistantFile)
#include "tst_AssistantFile.moc"
