// Asking the registry about installed models: whom, how many at once, what is told and when it is forgotten.
#include "library/Updates.h"
#include "support/FakeBackend.h"
#include "support/FakeRegistry.h"

#include <QSignalSpy>
#include <QTest>

using base::Error;
using library::Layer;
using library::LayerKind;
using library::UpdateFinding;
using library::Updates;
using support::FakeRegistry;
using namespace Qt::StringLiterals;
using Kind = UpdateFinding::Kind;

namespace {

// For what must not happen.
void giveTime()
{
    for (int turns = 0; turns < 9; ++turns) // of the event loop
        QCoreApplication::sendPostedEvents();
}

const QString a = FakeRegistry::digest(u'a');
const QString b = FakeRegistry::digest(u'b');
const QString c = FakeRegistry::digest(u'c');

// A server with models and a registry that has the same, and what asks.
struct Fixture
{
    support::FakeBackend backend;
    FakeRegistry registry;
    library::InstalledModels installed{backend};
    Updates updates{backend, installed, registry.fetch(), registry.layers()};
    QHash<QString, QList<Layer>> layers; // in the registry

    explicit Fixture(const QStringList &models = {u"m:1"_s})
    {
        backend.installed = QList<backend::ModelInfo>();
        backend.loaded = QList<backend::LoadedModel>();
        for (const QString &name : models)
            add(name);
        installed.refresh();
        (void)QTest::qWaitFor([this] { return installed.isKnown(); });
    }

    void add(const QString &name)
    {
        layers[name] = {{a, 900, LayerKind::Model},
                        registry.text(LayerKind::Template, "{{ .Prompt }} of " + name.toUtf8()),
                        registry.text(LayerKind::Parameters, R"({"temperature":0.6})"),
                        {c, 60, LayerKind::Configuration}};
        registry.add(name, layers[name]);
        backend::ModelInfo info;
        info.name = name;
        info.digest = FakeRegistry::listed(layers[name]);
        info.sizeBytes = 1000;
        backend.installed->append(info);
        backend::ModelDetails details;
        details.modelfile = u"FROM /blobs/sha256-"_s + a.sliced(7);
        details.modelTemplate = u"{{ .Prompt }} of "_s + name;
        details.parameters = u"temperature                    0.6"_s;
        backend.detailsByName.insert(name, details);
        for (const Layer &layer : std::as_const(layers[name]))
            backend.blobs.append(layer.digest);
    }
    // The registry has another layer in its place from now on, which the server has not.
    void publish(const QString &name, qsizetype at, const Layer &layer)
    {
        layers[name][at] = layer;
        registry.add(name, layers[name]);
    }
    Kind check(const QString &name)
    {
        updates.check(name);
        (void)QTest::qWaitFor([&] { return !updates.isChecking(); });
        return updates.finding(name) ? updates.finding(name)->kind : Kind::NoServer;
    }
    QList<LayerKind> changes(const QString &name) const
    {
        QList<LayerKind> kinds;
        for (const library::PartChange &change : updates.finding(name)->diff.changes)
            kinds.append(change.part);
        return kinds;
    }
};

} // namespace

class TestUpdates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksNobodyByItself()
    {
        Fixture f;
        f.installed.refresh();
        giveTime();
        QVERIFY(f.registry.asked.isEmpty());
        QVERIFY(!f.updates.finding(u"m:1"_s));
        QVERIFY(!f.updates.lastChecked().isValid());
    }
    // The digest is that of the registry's manifest: nothing else has to be asked.
    void knowsTheSameModelByItsDigest()
    {
        Fixture f;
        QCOMPARE(f.check(u"m:1"_s), Kind::UpToDate);
        QCOMPARE(f.registry.asked.size(), 1);
        QVERIFY(f.backend.blobsAsked.isEmpty());
        QVERIFY(f.backend.detailed.isEmpty());
        QCOMPARE(f.updates.finding(u"m:1"_s)->host, u"registry.ollama.ai"_s);
        QVERIFY(f.updates.lastChecked().isValid());
        QVERIFY(f.updates.outdated().isEmpty());
    }
    void comparesThePartsOfAManifestInAnotherSpelling()
    {
        Fixture f;
        f.backend.installed->first().digest = u"0123"_s;
        f.installed.refresh();
        QTRY_COMPARE(f.installed.models().first().digest, u"0123"_s);
        QCOMPARE(f.check(u"m:1"_s), Kind::UpToDate);
        QCOMPARE(f.backend.blobsAsked.size(), 4);
        QCOMPARE(f.registry.asked.size(), 1); // no text had to be read
    }
    void tellsWhatALayerChanges()
    {
        Fixture f;
        f.publish(u"m:1"_s, 0, {b, 1800, LayerKind::Model});
        QCOMPARE(f.check(u"m:1"_s), Kind::Differs);
        QCOMPARE(f.changes(u"m:1"_s), QList{LayerKind::Model});
        QCOMPARE(f.updates.netBytes(), 1800);
        QCOMPARE(f.updates.outdated(), QStringList{u"m:1"_s});
        QVERIFY(f.updates.differs(u"m:1"_s));
        QCOMPARE(f.updates.count(Kind::Differs), 1);
    }
    void namesTheParametersThatChange()
    {
        Fixture f;
        f.publish(u"m:1"_s, 2, f.registry.text(LayerKind::Parameters, R"({"temperature":1,"top_k":7})"));
        QCOMPARE(f.check(u"m:1"_s), Kind::Differs);
        QCOMPARE(f.changes(u"m:1"_s), QList{LayerKind::Parameters});
        const library::PartChange change = f.updates.finding(u"m:1"_s)->diff.changes.first();
        QCOMPARE(change.before, u"temperature 0.6"_s);
        QCOMPARE(change.after, std::optional(u"temperature 1\ntop_k 7"_s));
        QVERIFY(!f.updates.finding(u"m:1"_s)->textsError);
    }
    void goesOnWithoutTheTexts_data()
    {
        QTest::addColumn<base::Result<QByteArray>>("text");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("at another host")
            << base::Result<QByteArray>(base::failure(Error::Kind::Moved, u"https://elsewhere"_s))
            << Error::Kind::Moved;
        QTest::newRow("another text")
            << base::Result<QByteArray>(QByteArray(R"({"temperature":2,"top_k":7})"))
            << Error::Kind::Protocol;
        QTest::newRow("a cut text") << base::Result<QByteArray>(QByteArray("{\"temp"))
                                    << Error::Kind::Protocol;
    }
    void goesOnWithoutTheTexts()
    {
        QFETCH(base::Result<QByteArray>, text);
        Fixture f;
        const Layer layer = f.registry.text(LayerKind::Parameters, R"({"temperature":1,"top_k":7})");
        f.publish(u"m:1"_s, 2, layer);
        f.registry.texts[layer.digest] = text;
        QCOMPARE(f.check(u"m:1"_s), Kind::Differs);
        QCOMPARE(f.changes(u"m:1"_s), QList{LayerKind::Parameters});
        QVERIFY(!f.updates.finding(u"m:1"_s)->diff.changes.first().after);
        QVERIFY(f.updates.finding(u"m:1"_s)->textsError);
        QTEST(f.updates.finding(u"m:1"_s)->textsError->kind, "kind");
    }
    // As after the way back: every layer is still there, because of nobody.
    void isNotDeceivedByLayersOfAnotherModel()
    {
        Fixture f;
        const Layer layer = f.registry.text(LayerKind::Parameters, R"({"temperature":1})");
        f.publish(u"m:1"_s, 2, layer);
        f.backend.blobs.append(layer.digest);
        QCOMPARE(f.check(u"m:1"_s), Kind::Differs);
        QCOMPARE(f.changes(u"m:1"_s), QList{LayerKind::Parameters});
        QCOMPARE(f.updates.netBytes(), 0);
        // Where the text cannot be had, the digest alone says that there is something.
        f.registry.texts[layer.digest] = base::failure(Error::Kind::Moved);
        QCOMPARE(f.check(u"m:1"_s), Kind::Differs);
        QVERIFY(f.changes(u"m:1"_s).isEmpty());
        QCOMPARE(f.updates.finding(u"m:1"_s)->diff.undecided, QList{LayerKind::Parameters});
    }

    void tellsWhyThereIsNoAnswer_data()
    {
        QTest::addColumn<base::Result<QByteArray>>("manifest");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<std::optional<Error::Kind>>("error");
        using Answer = base::Result<QByteArray>;
        QTest::newRow("made here") << Answer(base::failure(Error::Kind::NotFound)) << Kind::NotInRegistry
                                   << std::optional<Error::Kind>();
        QTest::newRow("offline") << Answer(base::failure(Error::Kind::HostNotFound)) << Kind::NoRegistry
                                 << std::optional(Error::Kind::HostNotFound);
        QTest::newRow("locked") << Answer(base::failure(Error::Kind::Locked)) << Kind::NoRegistry
                                << std::optional(Error::Kind::Locked);
        QTest::newRow("a page") << Answer(QByteArray("<html>")) << Kind::NoRegistry
                                << std::optional(Error::Kind::Protocol);
    }
    void tellsWhyThereIsNoAnswer()
    {
        QFETCH(base::Result<QByteArray>, manifest);
        QFETCH(std::optional<Error::Kind>, error);
        Fixture f;
        f.registry.manifests[u"m:1"_s] = manifest;
        f.updates.check(u"m:1"_s);
        QTRY_VERIFY(f.updates.finding(u"m:1"_s));
        QTEST(f.updates.finding(u"m:1"_s)->kind, "kind");
        if (error)
            QCOMPARE(f.updates.finding(u"m:1"_s)->error.kind, *error);
        QVERIFY(!f.updates.differs(u"m:1"_s));
        QCOMPARE(f.updates.netBytes(), 0);
    }
    void tellsWhatTheServerDoesNotTell()
    {
        Fixture f;
        f.publish(u"m:1"_s, 0, {b, 1800, LayerKind::Model});
        f.backend.blobError = Error{Error::Kind::Forbidden, {}};
        QCOMPARE(f.check(u"m:1"_s), Kind::NoServer);
        QCOMPARE(f.updates.finding(u"m:1"_s)->error.kind, Error::Kind::Forbidden);
        f.backend.blobError.reset();
        f.backend.detailsByName[u"m:1"_s] = base::failure(Error::Kind::Server);
        QCOMPARE(f.check(u"m:1"_s), Kind::NoServer);
        QCOMPARE(f.updates.finding(u"m:1"_s)->error.kind, Error::Kind::Server);
    }
    void doesNotAskThisMachineInPlaceOfAnother()
    {
        const QString name = u"127.0.0.1:5000/library/m:1"_s;
        Fixture f({name});
        f.backend.setAccess(QUrl(u"http://10.0.0.7:11434"_s)); // its 127.0.0.1 is not ours
        QCOMPARE(f.check(name), Kind::NoRegistry);
        QCOMPARE(f.updates.finding(name)->error.kind, Error::Kind::Unsupported);
        QVERIFY(f.registry.asked.isEmpty());
    }

    void asksForAllButThoseOfStrangers_data()
    {
        QTest::addColumn<bool>("isAsked");
        QTest::newRow("qwen3:8b") << true;
        QTest::newRow("user/m:latest") << true;
        QTest::newRow("127.0.0.1:5000/library/m:1") << true;
        QTest::newRow("hf.co/owner/repo:Q4_K_M") << false;
        QTest::newRow("10.0.0.7:5000/n/m:t") << false;
        QTest::newRow("gpt-oss:120b-cloud") << false;
        QTest::newRow("kimi-k2:cloud") << false;
        QTest::newRow("qwen3:8b-before-2026-11-23") << false;
    }
    void asksForAllButThoseOfStrangers()
    {
        QFETCH(bool, isAsked);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        Fixture f({name});
        f.updates.checkAll();
        QCOMPARE(f.updates.isChecking(), isAsked);
        QTRY_VERIFY(!f.updates.isChecking());
        QCOMPARE(f.registry.asked.size(), isAsked ? 1 : 0);
        QCOMPARE(f.updates.finding(name) != nullptr, isAsked);
        // One by one, whoever wants it.
        QCOMPARE(f.check(name), Kind::UpToDate);
    }
    void asksTwoAtATime()
    {
        Fixture f({u"m:1"_s, u"m:2"_s, u"m:3"_s, u"m:4"_s, u"m:5"_s});
        f.updates.checkAll();
        QCOMPARE(f.updates.asked(), 5);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(f.registry.asked.size(), 2);
        f.updates.checkAll(); // those that wait are not asked twice
        QTRY_VERIFY(!f.updates.isChecking());
        QCOMPARE(f.updates.answered(), 5);
        QCOMPARE(f.registry.asked.size(), 5);
        QCOMPARE(f.updates.count(Kind::UpToDate), 5);
    }
    void countsALayerOfSeveralUpdatesOnce()
    {
        Fixture f({u"m:1"_s, u"m:2"_s});
        f.publish(u"m:1"_s, 0, {b, 1800, LayerKind::Model});
        f.publish(u"m:2"_s, 0, {b, 1800, LayerKind::Model});
        f.updates.checkAll();
        QTRY_COMPARE(f.updates.outdated().size(), 2);
        QCOMPARE(f.updates.netBytes(), 1800);
    }
    void keepsWhatWasFoundWhenStopped()
    {
        Fixture f({u"m:1"_s, u"m:2"_s, u"m:3"_s});
        QCOMPARE(f.check(u"m:1"_s), Kind::UpToDate);
        f.updates.checkAll();
        QSignalSpy progressed(&f.updates, &Updates::progressed);
        f.updates.cancel();
        QVERIFY(!f.updates.isChecking());
        QCOMPARE(progressed.size(), 1);
        giveTime();
        QVERIFY(f.updates.finding(u"m:1"_s));
        QVERIFY(!f.updates.finding(u"m:2"_s));
        QCOMPARE(f.check(u"m:2"_s), Kind::UpToDate); // and may be asked again
    }
    void forgetsAModelThatChanged()
    {
        Fixture f({u"m:1"_s, u"m:2"_s});
        f.publish(u"m:1"_s, 0, {b, 1800, LayerKind::Model});
        f.updates.checkAll();
        QTRY_COMPARE(f.updates.outdated().size(), 1);
        QSignalSpy changed(&f.updates, &Updates::changed);
        f.backend.installed->first().digest = u"new"_s; // it was pulled
        f.installed.refresh();
        QTRY_VERIFY(!f.updates.finding(u"m:1"_s));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toString(), u"m:1"_s);
        QVERIFY(f.updates.finding(u"m:2"_s));
        f.backend.installed->clear();
        f.installed.refresh();
        QTRY_VERIFY(!f.updates.finding(u"m:2"_s));
    }
    void keepsWhatWasFoundWhileTheConnectionIsMadeAnew()
    {
        Fixture f;
        QCOMPARE(f.check(u"m:1"_s), Kind::UpToDate);
        f.installed.clear();
        QVERIFY(f.updates.finding(u"m:1"_s));
        f.installed.refresh();
        QTRY_VERIFY(f.installed.isKnown());
        QVERIFY(f.updates.finding(u"m:1"_s));
    }
    void forgetsAllForAnotherServer()
    {
        Fixture f({u"m:1"_s, u"m:2"_s});
        QCOMPARE(f.check(u"m:1"_s), Kind::UpToDate);
        f.updates.check(u"m:2"_s);
        f.updates.clear();
        QVERIFY(!f.updates.isChecking());
        QVERIFY(!f.updates.finding(u"m:1"_s));
        QVERIFY(!f.updates.lastChecked().isValid());
        giveTime();
        QVERIFY(!f.updates.finding(u"m:2"_s));
    }
    void endsWithTheServerItWasFor_data()
    {
        QTest::addColumn<int>("turns"); // of the event loop
        for (int turns = 0; turns < 7; ++turns)
            QTest::addRow("%d", turns) << turns;
    }
    void endsWithTheServerItWasFor()
    {
        QFETCH(int, turns);
        Fixture f;
        f.publish(u"m:1"_s, 2, f.registry.text(LayerKind::Parameters, R"({"temperature":1})"));
        f.updates.check(u"m:1"_s);
        for (int i = 0; i < turns; ++i)
            QCoreApplication::sendPostedEvents();
        QVERIFY(f.updates.isChecking());
        const auto asked = f.registry.asked.size();
        f.backend.setAccess(QUrl(u"http://10.0.0.7:11434"_s));
        QTRY_VERIFY(!f.updates.isChecking());
        QVERIFY(!f.updates.finding(u"m:1"_s));
        QCOMPARE(f.registry.asked.size(), asked);
    }
};

QTEST_GUILESS_MAIN(TestUpdates)
#include "tst_Updates.moc"
