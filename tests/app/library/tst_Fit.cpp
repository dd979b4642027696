// label: pure
#include "library/Fit.h"

#include <QTest>

#include <cmath>

using base::Machine;
using library::CatalogueEntry;
using library::Fit;
using library::MemoryNeeds;
using Verdict = Fit::Verdict;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 gb = 1'000'000'000;
constexpr qint64 mib = 1024 * 1024;

Machine machine(qint64 memory, qint64 available = 0, qint64 card = 0, qint64 disk = -1)
{
    return {Machine::Knowledge::Whole, memory, available, card, disk};
}

// Of the catalogue, with another file's size and quantization.
CatalogueEntry variant(const QString &name, qint64 bytes, const QString &quantization)
{
    static const library::Catalogue catalogue = library::Catalogue::builtIn();
    CatalogueEntry entry = *catalogue.find(name);
    entry.downloadBytes = bytes;
    entry.quantization = quantization;
    return entry;
}

} // namespace

class TestFit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // What engine 0.17.4 logged on a processor without a graphics card: "model weights", "kv cache", and
    // "compute graph" or "compute buffer size", in tenths of a MiB.
    void comesNearTheEnginesLog_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("file");
        QTest::addColumn<QString>("quantization");
        QTest::addColumn<qint64>("context");
        QTest::addColumn<double>("weights");
        QTest::addColumn<double>("cache");
        QTest::addColumn<double>("compute");
        const auto row = [](const char *name, qint64 file, const QString &quantization, qint64 context,
                            double weights, double cache, double compute) {
            QTest::addRow("%s, %lld tokens", name, context)
                << QString(QLatin1String(name)) << file << quantization << context << weights << cache
                << compute;
        };
        for (const auto &[context, cache, compute] :
             {std::tuple{2048LL, 21.0, 19.5}, {4096LL, 27.0, 23.5}, {8192LL, 39.0, 27.5}})
            row("gemma3:270m", 253'113'024, u"Q4_K_M"_s, context, 405.2, cache, compute);
        for (const auto &[context, cache, compute] :
             {std::tuple{2048LL, 45.0, 98.25}, {4096LL, 90.0, 97.12}, {8192LL, 180.0, 97.12}})
            row("smollm2:135m", 98'362'432, u"Q4_1"_s, context, 92.1, cache, compute);
    }
    void comesNearTheEnginesLog()
    {
        QFETCH(QString, name);
        QFETCH(qint64, file);
        QFETCH(QString, quantization);
        QFETCH(qint64, context);
        QFETCH(double, weights);
        QFETCH(double, cache);
        QFETCH(double, compute);
        const MemoryNeeds needs =
            library::estimatedNeeds(variant(name, file, quantization), {.context = context});
        const auto isWithin = [](qint64 told, double logged, double share) {
            return std::abs(static_cast<double>(told) / mib - logged) <= logged * share;
        };
        QVERIFY(isWithin(needs.weights, weights, 0.03));
        QVERIFY(isWithin(needs.cache, cache, 0.01));
        QVERIFY(isWithin(needs.compute, compute, 0.15));
        QVERIFY(isWithin(needs.total(), weights + cache + compute, 0.03));
    }

    void multipliesTheCacheByTheRequestsAtATime()
    {
        const CatalogueEntry entry = variant(u"smollm2:135m"_s, 98'362'432, u"Q4_1"_s);
        const MemoryNeeds one = library::estimatedNeeds(entry, {4096, 1});
        const MemoryNeeds four = library::estimatedNeeds(entry, {4096, 4});
        QCOMPARE(four.cache, 4 * one.cache);
        QCOMPARE(four.weights, one.weights);
    }

    void isAnUpperBoundWhereFiguresAreMissing()
    {
        CatalogueEntry entry = variant(u"qwen3:8b"_s, 5 * gb, u"Q4_K_M"_s);
        const MemoryNeeds known = library::estimatedNeeds(entry);
        entry.architecture.hidden = 0;
        QVERIFY(library::estimatedNeeds(entry).compute > known.compute);
    }

    void whatWasMeasuredTakesTheEstimatesPlace()
    {
        const CatalogueEntry entry = variant(u"smollm2:135m"_s, 98'362'432, u"Q4_1"_s);
        QCOMPARE(library::withMeasured(entry, {4096, 1}, 190'948'608, 4096).total(), 190'948'608);
        // 45 MiB of cache more or less, as the server counted.
        QCOMPARE(library::withMeasured(entry, {2048, 1}, 190'948'608, 4096).total(), 143'762'688);
        QCOMPARE(library::withMeasured(entry, {8192, 1}, 190'948'608, 4096).total(), 285'320'448);
        QCOMPARE(library::withMeasured(entry, {2048, 1}, 1, 4096).total(), 1); // never nothing
    }

    void tellsWhetherAModelFits_data()
    {
        QTest::addColumn<Machine>("on");
        QTest::addColumn<qint64>("memory");
        QTest::addColumn<qint64>("download");
        QTest::addColumn<Verdict>("fit");
        QTest::newRow("small") << machine(16 * gb) << 3 * gb << 2 * gb << Verdict::InMemory;
        QTest::newRow("on the card") << machine(16 * gb, 0, 8 * gb) << 7 * gb << 5 * gb << Verdict::OnCard;
        QTest::newRow("divided") << machine(16 * gb, 0, 8 * gb) << 15 * gb << 12 * gb << Verdict::Divided;
        QTest::newRow("memory in use") << machine(16 * gb, 8 * gb) << 12 * gb << 9 * gb << Verdict::BarelyNow;
        QTest::newRow("too large") << machine(16 * gb) << 15 * gb << 12 * gb << Verdict::TooLarge;
        QTest::newRow("too large with the card")
            << machine(16 * gb, 0, 8 * gb) << 40 * gb << 0 * gb << Verdict::TooLarge;
        QTest::newRow("no room on the disk")
            << machine(16 * gb, 0, 24 * gb, 20 * gb) << 3 * gb << 21 * gb << Verdict::NoDiskRoom;
        QTest::newRow("installed on a full disk")
            << machine(16 * gb, 0, 0, 0) << 3 * gb << 0 * gb << Verdict::InMemory;
        QTest::newRow("needs not told") << machine(16 * gb) << 0 * gb << 0 * gb << Verdict::Unknown;
        QTest::newRow("machine not known") << Machine{} << 3 * gb << 0 * gb << Verdict::Unknown;
        const Machine seen{Machine::Knowledge::AtLeast, 6 * gb, 0, 8 * gb, -1};
        QTest::newRow("as much was on its card") << seen << 8 * gb << 0 * gb << Verdict::OnCard;
        QTest::newRow("as much was in both") << seen << 14 * gb << 0 * gb << Verdict::Divided;
        QTest::newRow("more than was seen") << seen << 15 * gb << 0 * gb << Verdict::Unknown;
    }
    void tellsWhetherAModelFits()
    {
        QFETCH(Machine, on);
        QFETCH(qint64, memory);
        QFETCH(qint64, download);
        QTEST(library::fitOf({.weights = memory}, on, download, 0).verdict, "fit");
    }

    void tellsHowManyLayersAreOnTheCard()
    {
        const Fit fit = library::fitOf({.weights = 15 * gb}, machine(32 * gb, 0, 8 * gb), 0, 40);
        QCOMPARE(fit.verdict, Verdict::Divided);
        QCOMPARE(fit.layersOnCard, 20); // half of it, beside what is the driver's
        QCOMPARE(library::fitOf({.weights = 15 * gb}, machine(32 * gb), 0, 40).layersOnCard, 0);
    }

    void leavesMemoryToTheSystem()
    {
        QCOMPARE(library::keptForSystem(2 * gb), 600'000'000);
        QCOMPARE(library::keptForSystem(8 * gb), 2'400'000'000);
        QCOMPARE(library::keptForSystem(64 * gb), 4 * gb);
    }
};

QTEST_GUILESS_MAIN(TestFit)
#include "tst_Fit.moc"
