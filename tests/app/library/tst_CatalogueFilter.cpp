// label: pure
#include "library/CatalogueFilter.h"

#include <QTest>

#include <algorithm>

using library::CatalogueEntry;
using library::CatalogueFilter;
using Kind = CatalogueFilter::Kind;
using Size = CatalogueFilter::Size;
using namespace Qt::StringLiterals;

namespace {

int countOf(const CatalogueFilter &filter)
{
    const library::Catalogue catalogue = library::Catalogue::builtIn();
    return static_cast<int>(std::ranges::count_if(catalogue.entries(), [&](const CatalogueEntry &entry) {
        return filter.accepts(entry, {}, u"en"_s, u"extra"_s);
    }));
}

} // namespace

class TestCatalogueFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsWhatTheListingHas_data()
    {
        QTest::addColumn<CatalogueFilter>("filter");
        QTest::addColumn<int>("count");
        QTest::newRow("all") << CatalogueFilter{} << 175;
        QTest::newRow("featured") << CatalogueFilter{.kind = Kind::Featured} << 20;
        QTest::newRow("guides") << CatalogueFilter{.kind = Kind::Guides} << 6;
        QTest::newRow("a word") << CatalogueFilter{.words = {u"QWEN2.5:7B"_s}} << 1;
        QTest::newRow("words of different texts") << CatalogueFilter{.words = {u"bge"_s, u"extra"_s}} << 1;
        QTest::newRow("a word nobody has") << CatalogueFilter{.words = {u"qwen"_s, u"zzz"_s}} << 0;
    }
    void countsWhatTheListingHas()
    {
        QFETCH(CatalogueFilter, filter);
        QTEST(countOf(filter), "count");
    }
    void everyModelHasOneSize()
    {
        int sum = 0;
        for (const Size size : {Size::UpTo2, Size::UpTo5, Size::UpTo10, Size::UpTo20, Size::Larger}) {
            const int count = countOf({.size = size});
            QVERIFY(count > 5);
            sum += count;
        }
        QCOMPARE(sum, 175);
    }
    void kindsAreWhatTheModelsCan()
    {
        const library::Catalogue catalogue = library::Catalogue::builtIn();
        const auto accepts = [&](const QString &name, Kind kind) {
            return CatalogueFilter{.kind = kind}.accepts(*catalogue.find(name), {}, u"en"_s, {});
        };
        QVERIFY(accepts(u"qwen3:8b"_s, Kind::Thinking) && accepts(u"qwen3:8b"_s, Kind::Chat));
        QVERIFY(accepts(u"gemma3:4b"_s, Kind::Vision) && !accepts(u"gemma3:4b"_s, Kind::Tools));
        QVERIFY(accepts(u"bge-m3:567m"_s, Kind::Embedding) && !accepts(u"bge-m3:567m"_s, Kind::Chat));
        QVERIFY(accepts(u"qwen2.5-coder:7b"_s, Kind::Code) && !accepts(u"qwen2.5-coder:7b"_s, Kind::Chat));
        const CatalogueFilter chinese{.language = CatalogueFilter::Language::Chinese};
        QVERIFY(chinese.accepts(*catalogue.find(u"qwen3:8b"_s), {}, u"en"_s, {}));
        QVERIFY(!chinese.accepts(*catalogue.find(u"llama3.2:3b"_s), {}, u"en"_s, {}));
        const CatalogueFilter fits{.room = CatalogueFilter::Room::Fits};
        const CatalogueEntry &entry = *catalogue.find(u"qwen3:8b"_s);
        using Verdict = library::Fit::Verdict;
        for (const Verdict verdict :
             {Verdict::OnCard, Verdict::Divided, Verdict::InMemory, Verdict::BarelyNow, Verdict::Unknown})
            QVERIFY(fits.accepts(entry, {.verdict = verdict}, u"en"_s, {}));
        for (const Verdict verdict : {Verdict::TooLarge, Verdict::NoDiskRoom}) {
            QVERIFY(!fits.accepts(entry, {.verdict = verdict}, u"en"_s, {}));
            QVERIFY(CatalogueFilter{}.accepts(entry, {.verdict = verdict}, u"en"_s, {}));
        }
    }
};

QTEST_APPLESS_MAIN(TestCatalogueFilter)
#include "tst_CatalogueFilter.moc"
