#include "library/Loader.h"
#include "support/FakeBackend.h"

#include <QSignalSpy>
#include <QTest>

using base::Error;
using library::Loader;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

backend::ModelInfo model(const QString &name)
{
    backend::ModelInfo info;
    info.name = name;
    info.digest = name;
    return info;
}

struct Fixture
{
    support::FakeBackend backend;
    library::InstalledModels installed{backend};
    Loader loader{backend, installed};

    Fixture()
    {
        backend.installed = QList{model(u"a"_s), model(u"b"_s)};
        backend.loaded = QList<backend::LoadedModel>();
        installed.refresh();
    }
    bool isIdle(const QString &model) const { return !loader.underWay(model); }
};

} // namespace

class TestLoader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void loadsAsQuestionsDo()
    {
        Fixture f;
        QTRY_VERIFY(f.installed.isKnown());
        f.loader.setDefaults(8192, 600s);
        f.loader.load(u"a"_s);
        QCOMPARE(f.loader.underWay(u"a"_s), Loader::Step::Load);
        f.loader.load(u"a"_s); // under way already
        QTRY_VERIFY(f.installed.findLoaded(u"a"_s));
        QVERIFY(f.isIdle(u"a"_s));
        QCOMPARE(f.backend.loads,
                 (QList{backend::LoadRequest{
                     .model = u"a"_s, .use = {}, .contextLength = 8192, .keepAlive = 600s}}));
    }
    void loadsSeveralAtATime()
    {
        Fixture f;
        QTRY_VERIFY(f.installed.isKnown());
        f.loader.load(u"a"_s);
        f.loader.load(u"b"_s);
        QVERIFY(!f.isIdle(u"a"_s) && !f.isIdle(u"b"_s));
        QTRY_COMPARE(f.installed.loaded().size(), 2);
    }
    void doesNotLoadToUnloadAtOnce()
    {
        Fixture f;
        QTRY_VERIFY(f.installed.isKnown());
        f.loader.setDefaults({}, 0s); // questions unload it when they are answered
        f.loader.load(u"a"_s);
        QVERIFY(!f.backend.loads.first().keepAlive);
    }
    void loadsAModelThatOnlyEmbeds()
    {
        Fixture f;
        backend::ModelDetails details;
        details.capabilities = backend::Capability::Embedding;
        f.backend.detailsByName.insert(u"a"_s, details);
        QTRY_VERIFY(f.installed.isKnown());
        f.installed.details(u"a"_s);
        QTRY_VERIFY(f.installed.details(u"a"_s));
        f.loader.load(u"a"_s);
        QCOMPARE(f.backend.loads.first().use, backend::LoadRequest::Use::Embedding);
    }
    void keepsWithTheContextItHas_data()
    {
        QTest::addColumn<std::optional<int>>("set");
        QTest::addColumn<int>("sent");
        QTest::newRow("its own") << std::optional<int>() << 2048;
        QTest::newRow("that of questions") << std::optional<int>(20'000) << 20'000;
    }
    void keepsWithTheContextItHas()
    {
        QFETCH(std::optional<int>, set);
        Fixture f;
        f.backend.loaded = QList{backend::LoadedModel{u"a"_s, 0, 0, 2048, {}}};
        f.installed.refreshLoaded();
        f.loader.setDefaults(set, {});
        QTRY_VERIFY(f.installed.findLoaded(u"a"_s));
        f.loader.keep(u"a"_s, 1h);
        QCOMPARE(f.loader.underWay(u"a"_s), Loader::Step::Keep);
        QCOMPARE(f.backend.loads.first().keepAlive, 1h);
        QTEST(f.backend.loads.first().contextLength.value_or(0), "sent");
        f.loader.keep(u"b"_s, 1h); // not loaded
        QCOMPARE(f.backend.loads.size(), 1);
    }
    void stopsWithoutAFailure()
    {
        Fixture f;
        QTRY_VERIFY(f.installed.isKnown());
        QSignalSpy changed(&f.loader, &Loader::changed);
        f.loader.load(u"a"_s);
        f.loader.stop(u"a"_s);
        QVERIFY(f.isIdle(u"a"_s));
        QVERIFY(!f.loader.failure(u"a"_s));
        QCOMPARE(changed.size(), 2);
        f.loader.load(u"a"_s); // and may be tried again
        QVERIFY(!f.isIdle(u"a"_s));
    }
    void tellsWhatFailedUntilTheNext()
    {
        Fixture f;
        QTRY_VERIFY(f.installed.isKnown());
        f.backend.loading = base::failure(Error::Kind::OutOfMemory, u"no"_s);
        f.loader.load(u"a"_s);
        QTRY_VERIFY(f.loader.failure(u"a"_s));
        QCOMPARE(*f.loader.failure(u"a"_s),
                 (Loader::Failure{Loader::Step::Load, {Error::Kind::OutOfMemory, u"no"_s}}));
        QVERIFY(!f.loader.failure(u"b"_s));
        f.backend.loading = {};
        f.loader.load(u"a"_s);
        QVERIFY(!f.loader.failure(u"a"_s));
        QTRY_VERIFY(f.installed.findLoaded(u"a"_s));
        f.backend.unloading = base::failure(Error::Kind::Server, u"busy"_s);
        f.loader.unload(u"a"_s);
        QTRY_VERIFY(f.loader.failure(u"a"_s));
        QCOMPARE(f.loader.failure(u"a"_s)->step, Loader::Step::Unload);
    }
    void forgetsAFailureThatHoldsNoMore()
    {
        Fixture f;
        QTRY_VERIFY(f.installed.isKnown());
        f.backend.loading = base::failure(Error::Kind::OutOfMemory, u"no"_s);
        f.loader.load(u"a"_s);
        QTRY_VERIFY(f.loader.failure(u"a"_s));
        // By an answer, or another program.
        f.backend.loaded = QList<backend::LoadedModel>{{u"a"_s, 1000, 0, 4096, {}}};
        f.installed.refreshLoaded();
        QTRY_VERIFY(!f.loader.failure(u"a"_s));
        f.backend.unloading = base::failure(Error::Kind::Server, u"busy"_s);
        f.loader.unload(u"a"_s);
        QTRY_VERIFY(f.loader.failure(u"a"_s));
        f.backend.loaded = QList<backend::LoadedModel>();
        f.installed.refreshLoaded();
        QTRY_VERIFY(!f.loader.failure(u"a"_s));
    }
    // What is known may be older than the wish.
    void unloadsWhatIsNotKnownToBeLoaded()
    {
        Fixture f;
        QTRY_VERIFY(f.installed.isKnown());
        f.loader.unload(u"a"_s);
        QCOMPARE(f.backend.unloaded, QStringList{u"a"_s});
        QTRY_VERIFY(f.isIdle(u"a"_s));
    }
    // An engine lists a model until its process has ended.
    void isAtItUntilTheServerTellsSo()
    {
        Fixture f;
        const QList loaded{backend::LoadedModel{u"a"_s, 0, 0, 2048, {}}};
        f.backend.loaded = loaded;
        f.installed.refreshLoaded();
        QTRY_VERIFY(f.installed.findLoaded(u"a"_s));
        QSignalSpy answered(&f.installed, &library::InstalledModels::loadedAnswered);
        f.loader.unload(u"a"_s);
        f.backend.loaded = loaded;
        QVERIFY(answered.wait());
        QCOMPARE(f.loader.underWay(u"a"_s), Loader::Step::Unload);
        f.backend.loaded = QList<backend::LoadedModel>();
        QTRY_VERIFY(f.isIdle(u"a"_s));
        QVERIFY(!f.installed.findLoaded(u"a"_s));
    }
    void forgetsAllForAnotherServer()
    {
        Fixture f;
        QTRY_VERIFY(f.installed.isKnown());
        f.backend.loading = base::failure(Error::Kind::Server);
        f.loader.load(u"a"_s);
        QTRY_VERIFY(f.loader.failure(u"a"_s));
        f.loader.load(u"b"_s);
        QSignalSpy changed(&f.loader, &Loader::changed);
        f.loader.clear();
        QCOMPARE(changed.size(), 2);
        QVERIFY(f.isIdle(u"b"_s));
        QVERIFY(!f.loader.failure(u"a"_s));
    }
};

QTEST_GUILESS_MAIN(TestLoader)
#include "tst_Loader.moc"
