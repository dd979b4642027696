#include "library/Fitter.h"
#include "support/FakeBackend.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using base::Machine;
using library::CatalogueEntry;
using library::Fit;
using library::Fitter;
using Verdict = Fit::Verdict;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 gb = 1'000'000'000;
const QString remote = u"http://models.example:11434"_s;
const QString digest = u"500a1f067a9f"_s + u"0"_s.repeated(52);

// A server that has qwen3:8b in its memory.
struct Server
{
    support::FakeBackend backend;
    library::InstalledModels models{backend};

    explicit Server(qint64 memory, qint64 card = 0, qint64 context = 4096)
    {
        backend::ModelInfo model;
        model.name = u"qwen3:8b"_s;
        model.digest = digest;
        backend.installed = QList{model};
        backend.loaded = QList<backend::LoadedModel>{{u"qwen3:8b"_s, memory, card, context, {}}};
        models.refresh();
        (void)QTest::qWaitFor([this] { return models.isKnown() && !models.loaded().isEmpty(); });
    }
};

CatalogueEntry entry(const QString &name = u"qwen3:8b"_s)
{
    static const library::Catalogue catalogue = library::Catalogue::builtIn();
    return *catalogue.find(name);
}

} // namespace

class TestFitter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsNothingOfAnotherMachine()
    {
        Fitter fitter;
        fitter.setServer(remote, {});
        QCOMPARE(fitter.machine().knowledge, Machine::Knowledge::None);
        QCOMPARE(fitter.of(entry(), 0, nullptr).verdict, Verdict::Unknown);
        QVERIFY(fitter.of(entry(), 0, nullptr).needs.total() > 5 * gb); // it is told all the same
    }

    void learnsFromWhatAnotherMachineHolds()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"measured"_s);
        {
            Fitter fitter(path);
            fitter.setServer(remote, {});
            QSignalSpy changed(&fitter, &Fitter::changed);
            const Server server(7 * gb, 6 * gb);
            fitter.learn(server.models);
            QCOMPARE(changed.size(), 1);
            fitter.learn(server.models); // nothing new
            QCOMPARE(changed.size(), 1);
        }
        Fitter again(path); // after a restart
        QVERIFY(!again.error());
        again.setServer(remote, {});
        const Machine machine = again.machine();
        QCOMPARE(machine.knowledge, Machine::Knowledge::AtLeast);
        QCOMPARE(machine.cardBytes, 6 * gb);
        QCOMPARE(machine.memoryBytes, 1 * gb);
        const Fit fit = again.of(entry(), 4096, nullptr);
        QCOMPARE(fit.needs.measured, 7 * gb); // by the digest that was listed
        QCOMPARE(fit.verdict, Verdict::Divided);
        QCOMPARE(again.of(entry(u"qwen3:32b"_s), 4096, nullptr).verdict, Verdict::Unknown);
        again.setServer(u"http://other.example:11434"_s, {});
        QCOMPARE(again.machine().knowledge, Machine::Knowledge::None);
        QCOMPARE(again.of(entry(), 4096, nullptr).needs.measured, 0);
    }

    void measuresTheModelThatIsInstalledAndNoOther()
    {
        Fitter fitter;
        fitter.setServer(remote, {});
        const Server server(7 * gb);
        fitter.learn(server.models);
        backend::ModelInfo installed;
        installed.digest = digest;
        QCOMPARE(fitter.of(entry(), 4096, &installed).needs.measured, 7 * gb);
        installed.digest = u"f"_s.repeated(64); // the tag was moved
        QCOMPARE(fitter.of(entry(), 4096, &installed).needs.measured, 0);
        QCOMPARE(fitter.of(entry(u"qwen3:4b"_s), 4096, nullptr).needs.measured, 0);
    }

    void takesTheNearestContext()
    {
        Fitter fitter;
        fitter.setServer(remote, {});
        for (const auto &[memory, context] : {std::pair{7 * gb, 4096LL}, {12 * gb, 32'768LL}}) {
            const Server server(memory, 0, context);
            fitter.learn(server.models);
        }
        QCOMPARE(fitter.of(entry(), 4096, nullptr).needs.measured, 7 * gb);
        QCOMPARE(fitter.of(entry(), 32'768, nullptr).needs.measured, 12 * gb);
        QCOMPARE(fitter.of(entry(), 30'000, nullptr).needs.measuredContext, 32'768);
        QVERIFY(fitter.of(entry(), 30'000, nullptr).needs.measured < 12 * gb);
    }

    void keepsToWhatIsKnownOfThisMachine()
    {
        Fitter fitter;
        const Machine here{Machine::Knowledge::Whole, 16 * gb, 12 * gb, 0, 100 * gb};
        fitter.setServer(u"http://127.0.0.1:11434"_s, here);
        const Server server(7 * gb);
        fitter.learn(server.models);
        QCOMPARE(fitter.machine(), here);
        QCOMPARE(fitter.of(entry(u"qwen3:32b"_s), 0, nullptr).verdict, Verdict::TooLarge);
        QCOMPARE(fitter.of(entry(u"qwen3:4b"_s), 0, nullptr).verdict, Verdict::InMemory);
    }

    void reckonsWithTheContextThatIsSetButNoMoreThanTheModelHas()
    {
        Fitter fitter;
        fitter.setSettings({.context = 8192, .parallel = 2});
        QCOMPARE(fitter.of(entry(), 0, nullptr).needs.cache, 2 * 8192 * 147'456LL);
        QCOMPARE(fitter.of(entry(), 131'072, nullptr).needs.context, 40'960);
    }

    void survivesADamagedFileAndOneThatCannotBeWritten()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"measured"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("model http://models.example:11434 500a1f\nserver\n");
        file.close();
        Fitter fitter(path);
        QVERIFY(fitter.error());
        fitter.setServer(remote, {});
        const Server server(7 * gb);
        fitter.learn(server.models);
        QVERIFY(!fitter.error());
        QCOMPARE(Fitter(path).error(), std::nullopt);

        Fitter nowhere(folder.filePath(u"no folder/measured"_s));
        nowhere.setServer(remote, {});
        nowhere.learn(server.models);
        QVERIFY(nowhere.error());
        QCOMPARE(nowhere.of(entry(), 4096, nullptr).needs.measured, 7 * gb); // until the program ends
    }

    void takesNoNonsenseFromAServer()
    {
        Fitter fitter;
        fitter.setServer(remote, {});
        const Server server(std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max());
        fitter.learn(server.models);
        QCOMPARE(fitter.machine().cardBytes, 0);
        QCOMPARE(fitter.of(entry(), 4096, nullptr).needs.measured, 0);
    }
};

QTEST_GUILESS_MAIN(TestFitter)
#include "tst_Fitter.moc"
