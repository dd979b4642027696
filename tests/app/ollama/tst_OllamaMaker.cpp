#include "ollama/OllamaMaker.h"
#include "ollama/Parse.h"
#include "support/FakeOllama.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using backend::PullOperation;
using backend::Recipe;
using backend::UploadOperation;
using base::Error;
using ollama::OllamaMaker;
using support::FakeOllama;
using support::Reply;
using namespace Qt::StringLiterals;

namespace {

QJsonObject sent(const FakeOllama &engine, const QByteArray &path)
{
    return QJsonDocument::fromJson(engine.last("POST", path).body).object();
}

struct Fixture
{
    FakeOllama engine;
    net::Http http;
    OllamaMaker maker{http, [this] { return base::Access(engine.url()); }};
};

const QString digest = u"sha256:"_s + QString(64, u'c');

} // namespace

class TestOllamaMaker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesARecipe()
    {
        const Recipe recipe{.base = u"a:1"_s,
                            .files = {},
                            .modelTemplate = u"{{ .Prompt }}"_s,
                            .systemPrompt = u"简短回答。\n\"Ja\""_s,
                            .parameters = {{u"temperature"_s, u"0.7"_s},
                                           {u"num_ctx"_s, u"8192"_s},
                                           {u"seed"_s, u"-1"_s},
                                           {u"use_mmap"_s, u"false"_s},
                                           {u"stop"_s, u"1"_s},
                                           {u"stop"_s, u"\n"_s},
                                           {u"unheard_of"_s, u"1e999"_s}},
                            .messages = {{backend::Role::User, u"Hi"_s}, {backend::Role::Assistant, u"Ho"_s}},
                            .licences = {u"MIT"_s, u"BSD"_s}};
        const QJsonObject body = QJsonDocument::fromJson(ollama::createBody(u"b:1"_s, recipe)).object();
        QCOMPARE(body.value(u"model"_s), u"b:1"_s);
        QCOMPARE(body.value(u"from"_s), u"a:1"_s);
        QCOMPARE(body.value(u"system"_s), recipe.systemPrompt);
        QCOMPARE(body.value(u"template"_s), recipe.modelTemplate);
        const QJsonObject parameters = body.value(u"parameters"_s).toObject();
        QCOMPARE(parameters.value(u"temperature"_s), QJsonValue(0.7));
        QCOMPARE(parameters.value(u"num_ctx"_s), QJsonValue(8192));
        QCOMPARE(parameters.value(u"seed"_s), QJsonValue(-1));
        QCOMPARE(parameters.value(u"use_mmap"_s), QJsonValue(false));
        QCOMPARE(parameters.value(u"stop"_s), QJsonValue(QJsonArray{u"1"_s, u"\n"_s}));
        QCOMPARE(parameters.value(u"unheard_of"_s), QJsonValue(u"1e999"_s));
        QCOMPARE(body.value(u"messages"_s).toArray().at(1),
                 QJsonValue(QJsonObject{{u"role"_s, u"assistant"_s}, {u"content"_s, u"Ho"_s}}));
        QCOMPARE(body.value(u"license"_s), QJsonValue(QJsonArray{u"MIT"_s, u"BSD"_s}));
        for (const char *absent : {"files", "renderer", "parser", "requires", "adapters"})
            QVERIFY2(!body.contains(QLatin1StringView(absent)), absent);
    }
    void leavesOutWhatIsEmpty()
    {
        const Recipe recipe{.base = {}, .files = {{u"model.gguf"_s, digest}}};
        const QJsonObject body = QJsonDocument::fromJson(ollama::createBody(u"b:1"_s, recipe)).object();
        QCOMPARE(body.keys(), (QStringList{u"files"_s, u"model"_s, u"stream"_s}));
        QCOMPARE(body.value(u"files"_s), QJsonValue(QJsonObject{{u"model.gguf"_s, digest}}));
    }
    void creates()
    {
        Fixture f;
        f.engine.on("POST", "/api/create",
                    Reply::lines({"{\"status\":\"parsing GGUF\"}", "{\"status\":\"writing manifest\"}",
                                  "{\"status\":\"success\"}"}));
        PullOperation *operation = f.maker.create(u"b"_s, {.base = u"a:1"_s, .files = {}}, this);
        QSignalSpy progressed(operation, &PullOperation::progressed);
        QSignalSpy finished(operation, &PullOperation::finished);
        QVERIFY(finished.wait());
        QCOMPARE(progressed.size(), 2);
        QCOMPARE(sent(f.engine, "/api/create").value(u"model"_s), u"b:latest"_s);
        QCOMPARE(f.engine.count("POST", "/api/create"), 1);
    }
    void tellsWhatTheEngineSays_data()
    {
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("in the stream")
            << Reply::lines({"{\"status\":\"parsing GGUF\"}", "{\"error\":\"invalid file magic\"}"})
            << Error::Kind::Server;
        QTest::newRow("at once") << Reply::whole(400, "{\"error\":\"template error: unclosed action\"}")
                                 << Error::Kind::Server;
        QTest::newRow("no such base")
            << Reply::lines({"{\"error\":\"pull model manifest: file does not exist\"}"})
            << Error::Kind::ModelNotFound;
        QTest::newRow("no room") << Reply::lines({"{\"error\":\"write x: no space left on device\"}"})
                                 << Error::Kind::NoSpace;
        QTest::newRow("cut") << Reply::lines({"{\"status\":\"parsing GGUF\"}"}) << Error::Kind::Interrupted;
    }
    void tellsWhatTheEngineSays()
    {
        QFETCH(Reply, reply);
        Fixture f;
        f.engine.on("POST", "/api/create", reply);
        PullOperation *operation = f.maker.create(u"b"_s, {.base = u"a:1"_s, .files = {}}, this);
        QSignalSpy failed(operation, &base::Operation::failed);
        QVERIFY(failed.wait());
        QTEST(failed.first().first().value<Error>().kind, "kind");
    }
    void uploads()
    {
        Fixture f;
        f.engine.on("POST", "/api/blobs/" + digest.toLatin1(), Reply::whole(201, {}, {}));
        const auto file = std::make_shared<QTemporaryFile>();
        QVERIFY(file->open() && file->write(QByteArray(100'000, 'g')) == 100'000 && file->flush());
        UploadOperation *operation = f.maker.upload(file, digest, this);
        QSignalSpy progressed(operation, &UploadOperation::progressed);
        QSignalSpy finished(operation, &UploadOperation::finished);
        QVERIFY(finished.wait());
        QCOMPARE(progressed.last().first().toLongLong(), 100'000);
        QCOMPARE(f.engine.last("POST", "/api/blobs/" + digest.toLatin1()).body, QByteArray(100'000, 'g'));
    }
    void tellsThatSomethingElseArrived()
    {
        Fixture f;
        f.engine.on(
            "POST", "/api/blobs/" + digest.toLatin1(),
            Reply::whole(400, FakeOllama::errorLine(u"digest mismatch, expected \"a\", got \"b\""_s)));
        const auto file = std::make_shared<QTemporaryFile>();
        QVERIFY(file->open() && file->write("GGUF") == 4 && file->flush());
        UploadOperation *operation = f.maker.upload(file, digest, this);
        QSignalSpy failed(operation, &base::Operation::failed);
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<Error>().kind, Error::Kind::Registry);
    }
    void pushes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isPlain");
        QTest::newRow("the usual registry") << u"me/mine:1"_s << false;
        QTest::newRow("another") << u"example.org/me/mine:1"_s << false;
        QTest::newRow("this machine") << u"127.0.0.1:5000/me/mine:1"_s << true;
    }
    void pushes()
    {
        QFETCH(QString, name);
        Fixture f;
        f.engine.on("POST", "/api/push", Reply::lines({"{\"status\":\"success\"}"}));
        PullOperation *operation = f.maker.push(name, this);
        QSignalSpy finished(operation, &PullOperation::finished);
        QVERIFY(finished.wait());
        QCOMPARE(sent(f.engine, "/api/push").value(u"model"_s), name);
        QTEST(sent(f.engine, "/api/push").contains(u"insecure"_s), "isPlain");
    }
    void sendsNothingUnderWhatIsNoName()
    {
        Fixture f;
        QSignalSpy created(f.maker.create(u"a b"_s, {.base = u"a"_s, .files = {}}, this),
                           &base::Operation::failed);
        QSignalSpy pushed(f.maker.push(u"../a"_s, this), &base::Operation::failed);
        QTRY_COMPARE(created.size() + pushed.size(), 2);
        QCOMPARE(created.first().first().value<Error>().kind, Error::Kind::Invalid);
        QCOMPARE(pushed.first().first().value<Error>().kind, Error::Kind::Invalid);
        QVERIFY(f.engine.requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOllamaMaker)
#include "tst_OllamaMaker.moc"
