// Manifests as registries and attackers write them, and the plan made of one.
#include "library/Planner.h"
#include "support/FakeBackend.h"
#include "support/FakeRegistry.h"

#include <QTest>

using base::Error;
using library::Layer;
using library::Planner;
using library::PullPlan;
using support::FakeRegistry;
using namespace Qt::StringLiterals;

namespace {

const QString a = FakeRegistry::digest(u'a');
const QString b = FakeRegistry::digest(u'b');
const QString c = FakeRegistry::digest(u'c');

QByteArray withLayer(const QByteArray &layer)
{
    return R"({"schemaVersion":2,"layers":[)" + layer + "]}";
}

QByteArray layerOf(const QString &digest, const QByteArray &size)
{
    return "{\"digest\":\"" + digest.toUtf8() + "\",\"size\":" + size + '}';
}

// How a plan ended.
struct Outcome
{
    explicit Outcome(library::PlanOperation *operation)
    {
        QObject::connect(operation, &library::PlanOperation::finished, operation,
                         [this](const PullPlan &made) {
                             plan = made;
                             ++ends;
                         });
        QObject::connect(operation, &base::Operation::failed, operation, [this](const Error &why) {
            error = why;
            ++ends;
        });
    }
    std::optional<PullPlan> plan;
    std::optional<Error> error;
    int ends = 0;
};

} // namespace

class TestPullPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAManifest();
    void knowsWhatALayerIsFor_data();
    void knowsWhatALayerIsFor();
    void knowsTheDigestAnEngineLists();
    void readsConfigurationAndParameters();
    void knowsWhereALayerIs();
    void refusesAManifestThatIsNone_data();
    void refusesAManifestThatIsNone();
    void knowsWhereTheManifestIs_data();
    void knowsWhereTheManifestIs();
    void countsWhatIsThere();
    void tellsWhetherThereIsRoom();
    void asksTheRegistryThenTheServer();
    void goesOnWhereTheServerDoesNotTell();
    void failsWhereTheRegistryDoesNotTell_data();
    void failsWhereTheRegistryDoesNotTell();
    void doesNotAskThisMachineInPlaceOfAnother();
    void endsWithTheServerItWasFor();
    void isCancelledAtAnyStep_data();
    void isCancelledAtAnyStep();
};

void TestPullPlan::readsAManifest()
{
    const auto layers = library::parseManifest(
        R"({"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json",)"
        R"("config":{"mediaType":"application/vnd.docker.container.image.v1+json","digest":")" +
        c.toUtf8() + R"(","size":486},"layers":[)" + layerOf(a, "5225374496") + ',' + layerOf(b, "0") + ',' +
        layerOf(a, "5225374496") + R"(],"more":null})");
    QVERIFY(layers);
    QCOMPARE(*layers,
             (QList<Layer>{{a, 5'225'374'496}, {b, 0}, {c, 486, library::LayerKind::Configuration}}));
    QVERIFY(library::parseManifest(withLayer(layerOf(a, "1000000000000000"))));
}

void TestPullPlan::knowsWhatALayerIsFor_data()
{
    using library::LayerKind;
    QTest::addColumn<LayerKind>("kind");
    QTest::newRow("application/vnd.ollama.image.model") << LayerKind::Model;
    QTest::newRow("application/vnd.ollama.image.projector") << LayerKind::Projector;
    QTest::newRow("application/vnd.ollama.image.adapter") << LayerKind::Adapter;
    QTest::newRow("application/vnd.ollama.image.template") << LayerKind::Template;
    QTest::newRow("application/vnd.ollama.image.prompt") << LayerKind::Template;
    QTest::newRow("application/vnd.ollama.image.system") << LayerKind::System;
    QTest::newRow("application/vnd.ollama.image.params") << LayerKind::Parameters;
    QTest::newRow("application/vnd.ollama.image.messages") << LayerKind::Messages;
    QTest::newRow("application/vnd.ollama.image.license") << LayerKind::Licence;
    QTest::newRow("application/vnd.ollama.image.tensor") << LayerKind::Other;
    QTest::newRow("application/octet-stream") << LayerKind::Other;
    QTest::newRow("model") << LayerKind::Other;
    QTest::newRow("") << LayerKind::Other;
}

void TestPullPlan::knowsWhatALayerIsFor()
{
    const auto layers =
        library::parseManifest(withLayer("{\"mediaType\":\"" + QByteArray(QTest::currentDataTag()) +
                                         "\",\"digest\":\"" + a.toUtf8() + "\",\"size\":1}"));
    QVERIFY(layers);
    QTEST(layers->first().kind, "kind");
}

// As the engine writes it where it pulled the model, and where it made it.
void TestPullPlan::knowsTheDigestAnEngineLists()
{
    const QByteArray spelled =
        R"({"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json",)"
        R"("config":{"mediaType":"application/vnd.docker.container.image.v1+json","digest":"sha256:c","size":9},)"
        R"("layers":[{"mediaType":"application/vnd.ollama.image.model","digest":"sha256:a","size":5225374496,)"
        R"("from":"/blobs/sha256-a"},{"mediaType":"x","digest":"sha256:b","size":0}]})";
    const auto hash = [](const QByteArray &bytes) { return library::layerDigest(bytes).sliced(7); };
    const QStringList digests = library::listedDigests(spelled);
    QCOMPARE(digests, (QStringList{hash(spelled), hash(spelled), hash(spelled + '\n')}));
    // However the registry spells it.
    QByteArray loose = spelled;
    loose.replace(":{", ": {").replace("\"size\"", "\n \"size\"").append(' ');
    QCOMPARE(library::listedDigests(loose).sliced(1), digests.sliced(1));
    QCOMPARE(library::listedDigests(loose).first(), hash(loose));
    // What Go would write with escapes is not guessed at.
    QByteArray marked = spelled;
    marked.replace("\"x\"", "\"<x>\"");
    QCOMPARE(library::listedDigests(marked).size(), 1);
    QCOMPARE(library::listedDigests("<html>").size(), 1);
}

void TestPullPlan::readsConfigurationAndParameters()
{
    const auto said = library::parseConfiguration(
        R"({"model_format":"gguf","model_family":"qwen3","model_type":"8.2B","file_type":"Q4_K_M","os":7})");
    QVERIFY(said);
    QCOMPARE(*said, (library::Configuration{u"qwen3"_s, u"8.2B"_s, u"Q4_K_M"_s}));
    QVERIFY(!library::parseConfiguration("[]"));
    const auto lines = library::parseParameters(
        R"({"temperature":0.6,"stop":["<|im_end|>","a\n\"b\""],"num_ctx":131072,"use_mmap":true,"big":1e6})");
    QVERIFY(lines);
    QCOMPARE(*lines, (QStringList{u"big 1000000"_s, u"num_ctx 131072"_s, u"stop \"<|im_end|>\""_s,
                                  u"stop \"a\\n\\\"b\\\"\""_s, u"temperature 0.6"_s, u"use_mmap true"_s}));
    for (const auto *bad : {"", "7", "[1]", R"({"a":{"b":1}})", R"({"a":[[1]]})", R"({"a":null})"})
        QVERIFY2(!library::parseParameters(bad), bad);
}

void TestPullPlan::knowsWhereALayerIs()
{
    QCOMPARE(library::layerUrl(*base::parseModelName(u"qwen3:8b"), a).toString(),
             u"https://registry.ollama.ai/v2/library/qwen3/blobs/"_s + a);
    QCOMPARE(library::layerUrl(*base::parseModelName(u"127.0.0.1:5000/n/m:t"), a).toString(),
             u"http://127.0.0.1:5000/v2/n/m/blobs/"_s + a);
}

void TestPullPlan::refusesAManifestThatIsNone_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a page") << QByteArray("<html>");
    QTest::newRow("cut") << withLayer(layerOf(a, "1")).chopped(2);
    QTest::newRow("an error") << QByteArray(R"({"errors":[{"code":"MANIFEST_UNKNOWN"}]})");
    QTest::newRow("a list of manifests")
        << QByteArray(R"({"manifests":[{"digest":")" + a.toUtf8() + R"("}]})");
    QTest::newRow("no layers") << QByteArray(R"({"layers":[]})");
    QTest::newRow("layers of another kind") << QByteArray(R"({"layers":[7,null]})");
    QTest::newRow("no size") << withLayer("{\"digest\":\"" + a.toUtf8() + "\"}");
    QTest::newRow("a negative size") << withLayer(layerOf(a, "-1"));
    QTest::newRow("half a byte") << withLayer(layerOf(a, "1.5"));
    QTest::newRow("a size in words") << withLayer(layerOf(a, "\"12\""));
    QTest::newRow("more than any model has") << withLayer(layerOf(a, "1000000000000001"));
    QTest::newRow("2^64") << withLayer(layerOf(a, "18446744073709551616"));
    QTest::newRow("a path") << withLayer(layerOf(u"sha256:../../../../etc/passwd"_s, "1"));
    QTest::newRow("a path after the digest") << withLayer(layerOf(a + u"/.."_s, "1"));
    QTest::newRow("a line after the digest") << withLayer(layerOf(a + u"\\n"_s, "1"));
    QTest::newRow("another hash") << withLayer(layerOf(u"md5:"_s + QString(32, u'a'), "1"));
    QTest::newRow("capital letters") << withLayer(layerOf(u"sha256:"_s + QString(64, u'A'), "1"));
    QTest::newRow("a bad one among good ones") << withLayer(layerOf(a, "1") + ',' + layerOf(u"x"_s, "1"));
    QByteArray many = layerOf(a, "1");
    for (int i = 0; i < 1000; ++i)
        many += ',' + layerOf(u"sha256:%1"_s.arg(i, 64, 16, QLatin1Char('0')), "1");
    QTest::newRow("too many") << withLayer(many);
}

void TestPullPlan::refusesAManifestThatIsNone()
{
    QFETCH(QByteArray, json);
    const auto layers = library::parseManifest(json);
    QVERIFY(!layers);
    QCOMPARE(layers.error().kind, Error::Kind::Protocol);
}

void TestPullPlan::knowsWhereTheManifestIs_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("qwen3:8b") << u"https://registry.ollama.ai/v2/library/qwen3/manifests/8b"_s;
    QTest::newRow("user/m") << u"https://registry.ollama.ai/v2/user/m/manifests/latest"_s;
    QTest::newRow("hf.co/owner/repo:Q4_K_M") << u"https://hf.co/v2/owner/repo/manifests/Q4_K_M"_s;
    QTest::newRow("10.0.0.7:5000/n/m:t") << u"https://10.0.0.7:5000/v2/n/m/manifests/t"_s;
    QTest::newRow("127.0.0.1:5000/n/m:t") << u"http://127.0.0.1:5000/v2/n/m/manifests/t"_s;
    QTest::newRow("a:b:c/n/m") << QString(); // a name for the server's grammar, but no address
}

void TestPullPlan::knowsWhereTheManifestIs()
{
    const auto name = base::parseModelName(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(name);
    const QUrl url = library::manifestUrl(*name);
    QTEST(url.isValid() && !url.host().isEmpty() ? url.toString() : QString(), "url");
}

void TestPullPlan::countsWhatIsThere()
{
    PullPlan plan{.layers = {{a, 5'000'000'000}, {b, 12}, {c, 486}}, .there = {}, .serverError = {}};
    QCOMPARE(plan.totalBytes(), 5'000'000'498);
    QCOMPARE(plan.netBytes(), 5'000'000'498);
    plan.there = {a, c, FakeRegistry::digest(u'd')};
    QCOMPARE(plan.thereBytes(), 5'000'000'486);
    QCOMPARE(plan.netBytes(), 12);
    // A thousand of the largest still add up.
    plan = {};
    for (int i = 0; i < 1000; ++i)
        plan.layers.append({QString::number(i), 1'000'000'000'000'000});
    QCOMPARE(plan.totalBytes(), 1'000'000'000'000'000'000);
}

void TestPullPlan::tellsWhetherThereIsRoom()
{
    PullPlan plan{.layers = {{a, 100}, {b, 1}}, .there = {b}, .serverError = {}};
    QVERIFY(plan.hasRoom()); // nobody knows
    plan.diskBytes = 99;
    QVERIFY(!plan.hasRoom());
    plan.diskBytes = 100;
    QVERIFY(plan.hasRoom());
    plan.there.insert(a);
    plan.diskBytes = 0;
    QVERIFY(plan.hasRoom());
}

void TestPullPlan::asksTheRegistryThenTheServer()
{
    support::FakeBackend backend;
    backend.blobs = {b, c};
    FakeRegistry registry;
    registry.room = 1000;
    registry.add(u"qwen3:8b"_s, {{a, 100}, {b, 20}, {c, 3}});
    Planner planner(backend, registry.fetch(), registry.diskRoom());
    QVERIFY(planner.isRoomKnown());
    library::PlanOperation *operation = planner.plan(u"qwen3:8b"_s, this);
    QVERIFY(registry.asked.isEmpty()); // from the event loop
    Outcome outcome(operation);
    QTRY_COMPARE(outcome.ends, 1);
    QVERIFY(outcome.plan);
    QCOMPARE(outcome.plan->netBytes(), 100);
    QCOMPARE(outcome.plan->thereBytes(), 23);
    QCOMPARE(outcome.plan->diskBytes, 1000);
    QVERIFY(!outcome.plan->serverError);
    QCOMPARE(backend.blobsAsked, (QStringList{a, b, c}));
    QCOMPARE(registry.asked.size(), 1);
}

void TestPullPlan::goesOnWhereTheServerDoesNotTell()
{
    support::FakeBackend backend;
    backend.blobs = {a};
    backend.blobError = Error{Error::Kind::Forbidden, {}};
    FakeRegistry registry;
    registry.add(u"qwen3:8b"_s, {{a, 100}, {b, 20}});
    Planner planner(backend, registry.fetch(), registry.diskRoom());
    QVERIFY(!planner.isRoomKnown());
    Outcome outcome(planner.plan(u"qwen3:8b"_s, this));
    QTRY_COMPARE(outcome.ends, 1);
    QVERIFY(outcome.plan);
    QCOMPARE(outcome.plan->serverError->kind, Error::Kind::Forbidden);
    QCOMPARE(outcome.plan->netBytes(), 120);
    QVERIFY(outcome.plan->hasRoom());
    QCOMPARE(backend.blobsAsked.size(), 1); // once is enough
}

void TestPullPlan::failsWhereTheRegistryDoesNotTell_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("no name") << u"a b"_s << Error::Kind::Invalid;
    QTest::newRow("not known") << u"absent:1"_s << Error::Kind::NotFound;
    QTest::newRow("locked") << u"locked:1"_s << Error::Kind::Locked;
    QTest::newRow("another file") << u"page:1"_s << Error::Kind::Protocol;
}

void TestPullPlan::failsWhereTheRegistryDoesNotTell()
{
    QFETCH(QString, name);
    support::FakeBackend backend;
    FakeRegistry registry;
    registry.manifests[u"locked:1"_s] = base::failure(Error::Kind::Locked);
    registry.manifests[u"page:1"_s] = QByteArray("<html>");
    Planner planner(backend, registry.fetch(), registry.diskRoom());
    Outcome outcome(planner.plan(name, this));
    QTRY_COMPARE(outcome.ends, 1);
    QVERIFY(outcome.error);
    QTEST(outcome.error->kind, "kind");
    QVERIFY(backend.blobsAsked.isEmpty());
}

void TestPullPlan::doesNotAskThisMachineInPlaceOfAnother()
{
    support::FakeBackend backend;
    FakeRegistry registry;
    const QString name = u"127.0.0.1:5000/library/m:1"_s;
    registry.add(name, {{a, 1}});
    Planner planner(backend, registry.fetch(), registry.diskRoom());
    Outcome here(planner.plan(name, this));
    QTRY_COMPARE(here.ends, 1);
    QVERIFY(here.plan);
    backend.setAccess(QUrl(u"http://10.0.0.7:11434"_s)); // its 127.0.0.1 is not ours
    registry.asked.clear();
    Outcome there(planner.plan(name, this));
    QTRY_COMPARE(there.ends, 1);
    QVERIFY(there.error);
    QCOMPARE(there.error->kind, Error::Kind::Unsupported);
    QVERIFY(registry.asked.isEmpty());
}

void TestPullPlan::endsWithTheServerItWasFor()
{
    support::FakeBackend backend;
    FakeRegistry registry;
    registry.add(u"m:1"_s, {{a, 1}, {b, 1}, {c, 1}});
    Planner planner(backend, registry.fetch(), registry.diskRoom());
    Outcome outcome(planner.plan(u"m:1"_s, this));
    for (int turns = 0; turns < 2; ++turns) // of the event loop: the registry, the first layer
        QCoreApplication::sendPostedEvents();
    QCOMPARE(backend.blobsAsked.size(), 1);
    backend.setAccess(QUrl(u"http://10.0.0.7:11434"_s));
    QTRY_COMPARE(outcome.ends, 1);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind, Error::Kind::Cancelled);
    QCOMPARE(backend.blobsAsked.size(), 1);
}

void TestPullPlan::isCancelledAtAnyStep_data()
{
    QTest::addColumn<int>("turns"); // of the event loop
    for (int turns = 0; turns < 4; ++turns)
        QTest::addRow("%d", turns) << turns;
}

void TestPullPlan::isCancelledAtAnyStep()
{
    QFETCH(int, turns);
    support::FakeBackend backend;
    FakeRegistry registry;
    registry.add(u"m:1"_s, {{a, 1}, {b, 1}, {c, 1}});
    Planner planner(backend, registry.fetch(), registry.diskRoom());
    library::PlanOperation *operation = planner.plan(u"m:1"_s, this);
    Outcome outcome(operation);
    for (int i = 0; i < turns; ++i)
        QCoreApplication::sendPostedEvents();
    operation->cancel();
    QVERIFY(!outcome.error);
    QTRY_COMPARE(outcome.ends, 1);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind, Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestPullPlan)
#include "tst_PullPlan.moc"
