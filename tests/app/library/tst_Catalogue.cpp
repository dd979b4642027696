// label: pure
#include "library/Catalogue.h"
#include "library/Fit.h"

#include <QTest>

using backend::Capability;
using library::Catalogue;
using library::CatalogueEntry;

namespace {

constexpr qint64 gb = 1'000'000'000;

QStringList names(const QList<CatalogueEntry> &entries)
{
    QStringList result;
    for (const CatalogueEntry &entry : entries)
        result.append(entry.name);
    return result;
}

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holdsTheModelsOfTheGuides_data()
    {
        QTest::addColumn<double>("gigabytes");
        QTest::newRow("qwen2.5:3b") << 1.9;
        QTest::newRow("llama3.2:3b") << 2.0;
        QTest::newRow("phi3:mini") << 2.2;
        QTest::newRow("qwen2.5:7b") << 4.7;
        QTest::newRow("mistral:7b") << 4.4;
        QTest::newRow("deepseek-r1:8b") << 5.2;
    }
    void holdsTheModelsOfTheGuides()
    {
        QFETCH(double, gigabytes);
        const Catalogue catalogue = Catalogue::builtIn();
        const CatalogueEntry *entry = catalogue.find(QLatin1String(QTest::currentDataTag()));
        QVERIFY(entry);
        QCOMPARE(qRound(static_cast<double>(entry->downloadBytes) / 1e8), qRound(gigabytes * 10));
        QVERIFY(entry->guide && entry->isFeatured);
        QVERIFY(!entry->guide->use.en.isEmpty() && !entry->guide->use.zh.isEmpty());
        QVERIFY(entry->guide->sizeBytes > 0 && entry->guide->speed > 0);
    }
    void isCompleteInBothLanguages()
    {
        const Catalogue catalogue = Catalogue::builtIn();
        QVERIFY(catalogue.date().isValid());
        QCOMPARE(catalogue.entries().size(), 175);
        for (const CatalogueEntry &entry : catalogue.entries()) {
            const QByteArray name = entry.name.toUtf8();
            QVERIFY2(!entry.goodFor.en.isEmpty() && !entry.goodFor.zh.isEmpty(), name.constData());
            QCOMPARE(entry.languages.en.isEmpty(), entry.languages.zh.isEmpty());
            QVERIFY2(entry.goodFor.in(QStringLiteral("zh_CN")) != entry.goodFor.in(QStringLiteral("en")),
                     name.constData());
            QVERIFY2(!entry.family.isEmpty() && entry.contextTokens > 0, name.constData());
            QCOMPARE(catalogue.find(entry.name), &entry); // no name twice
            QVERIFY2(!entry.sources.isEmpty(), name.constData());
            for (const QString &source : entry.sources)
                QVERIFY2(!catalogue.sources().value(source).zh.isEmpty(), qPrintable(source));
        }
    }
    void findsModelsAsPeopleNameThem()
    {
        const Catalogue catalogue = Catalogue::builtIn();
        QVERIFY(catalogue.find(QStringLiteral("nomic-embed-text")));
        QVERIFY(catalogue.find(QStringLiteral("Qwen3:8B")));
        QVERIFY(!catalogue.find(QStringLiteral("qwen3")));
        QVERIFY(!catalogue.find(QStringLiteral("")));
    }
    void readsAbilitiesAndMemory()
    {
        const Catalogue catalogue = Catalogue::builtIn();
        const CatalogueEntry *qwen = catalogue.find(QStringLiteral("qwen3:8b"));
        QCOMPARE(qwen->abilities, backend::Capabilities(Capability::Tools | Capability::Thinking));
        QCOMPARE(qwen->architecture, (library::Architecture{.layers = 36,
                                                            .hidden = 4096,
                                                            .vocabulary = 151'936,
                                                            .cacheBytesPerToken = 147'456,
                                                            .runner = library::Architecture::Runner::Own}));
        QCOMPARE(qwen->libraryId, QStringLiteral("500a1f067a9f"));
        const CatalogueEntry *gemma = catalogue.find(QStringLiteral("gemma3:4b"));
        QVERIFY(gemma->architecture.isTied);
        QCOMPARE(gemma->architecture.windowBytesPerToken, 118'784);
        QCOMPARE(gemma->architecture.windowTokens, 1024);
        QVERIFY(!catalogue.find(QStringLiteral("bge-m3"))); // only bge-m3:567m is listed
        QVERIFY(!catalogue.find(QStringLiteral("bge-m3:567m"))->isForChat());
    }

    void suggestsThreeThatFit_data()
    {
        QTest::addColumn<qint64>("memory");
        QTest::addColumn<QStringList>("suggested");
        using L = QStringList;
        const auto s = [](const char *name) { return QString(QLatin1String(name)); };
        QTest::newRow("nothing known") << 0LL << L{};
        QTest::newRow("2 GB") << 2 * gb << L{s("gemma3:1b"), s("qwen3:0.6b"), s("qwen2.5:0.5b")};
        QTest::newRow("4 GB") << 4 * gb << L{s("llama3.2:3b"), s("qwen3:1.7b"), s("gemma3:1b")};
        QTest::newRow("8 GB") << 8 * gb << L{s("qwen3:4b-instruct"), s("gemma3:4b"), s("llama3.2:3b")};
        QTest::newRow("16 GB") << 16 * gb << L{s("qwen3:8b"), s("gemma3:4b"), s("llama3.2:3b")};
        QTest::newRow("a tebibyte") << (qint64(1) << 40)
                                    << L{s("qwen3:8b"), s("gemma3:4b"), s("llama3.2:3b")};
    }
    void suggestsThreeThatFit()
    {
        QFETCH(qint64, memory);
        const Catalogue catalogue = Catalogue::builtIn();
        const base::Machine machine{.knowledge = base::Machine::Knowledge::Whole, .memoryBytes = memory};
        const auto fits = [&machine](const CatalogueEntry &entry) {
            const library::MemoryNeeds needs = library::estimatedNeeds(entry);
            return !library::fitOf(needs, machine, entry.downloadBytes, 0).isHopeless();
        };
        const QList<CatalogueEntry> suggested = catalogue.suggestions(fits, QStringLiteral("0.17.4"));
        QTEST(names(suggested), "suggested");
    }
    void suggestsNothingTheEngineDoesNotKnow()
    {
        const Catalogue catalogue = Catalogue::builtIn();
        const QList<CatalogueEntry> old =
            catalogue.suggestions([](const auto &) { return true; }, QStringLiteral("0.5.0"));
        QVERIFY(!names(old).contains(QStringLiteral("gemma3:4b")));
        QCOMPARE(old.size(), 3);
    }
    void knowsWhatAnEngineKnows_data()
    {
        QTest::addColumn<QString>("needed");
        QTest::addColumn<QString>("there");
        QTest::addColumn<bool>("known");
        const auto s = [](const char *text) { return QString(QLatin1String(text)); };
        QTest::newRow("old model") << s("") << s("0.1.0") << true;
        QTest::newRow("same") << s("0.17.4") << s("0.17.4") << true;
        QTest::newRow("numbers, not letters") << s("0.9.3") << s("0.17.4") << true;
        QTest::newRow("newer") << s("0.17.6") << s("0.17.4") << false;
        QTest::newRow("not told") << s("0.17.6") << s("") << true;
        QTest::newRow("own build") << s("0.17.6") << s("0.0.0") << true;
        QTest::newRow("candidate") << s("0.17.6") << s("0.17.6-rc1") << true;
    }
    void knowsWhatAnEngineKnows()
    {
        QFETCH(QString, needed);
        QFETCH(QString, there);
        CatalogueEntry entry;
        entry.engineAtLeast = needed;
        QTEST(library::isKnownToEngine(entry, there), "known");
    }

    void refusesWhatIsNoCatalogue_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not json") << QByteArray("hello");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("no models") << QByteArray(R"({"catalogue_date":"2026-01-01","models":[]})");
        QTest::newRow("no date") << QByteArray(R"({"models":[{"name":"a:b","download_bytes":1}]})");
        QTest::newRow("bad name") << QByteArray(
            R"({"catalogue_date":"2026-01-01","models":[{"name":"a b","download_bytes":1}]})");
        QTest::newRow("the same name twice")
            << QByteArray(R"({"catalogue_date":"2026-01-01","models":[{"name":"a","download_bytes":1},)"
                          R"({"name":"A:latest","download_bytes":1}]})");
        QTest::newRow("a size beyond belief")
            << QByteArray(R"({"catalogue_date":"2026-01-01","models":[{"name":"a","download_bytes":9e18}]})");
        QTest::newRow("a size below nothing")
            << QByteArray(R"({"catalogue_date":"2026-01-01","models":[{"name":"a","download_bytes":-1}]})");
        QTest::newRow("no size") << QByteArray(
            R"({"catalogue_date":"2026-01-01","models":[{"name":"a:b"}]})");
        QTest::newRow("wrong types") << QByteArray(R"({"catalogue_date":7,"models":[3]})");
    }
    void refusesWhatIsNoCatalogue()
    {
        QFETCH(QByteArray, json);
        const auto result = Catalogue::parse(json);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, base::Error::Kind::Protocol);
    }

    void refusesWhatIsTooLarge()
    {
        const auto result = Catalogue::parse(QByteArray(Catalogue::maximumBytes + 1, ' '));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, base::Error::Kind::TooLarge);
    }
    void makesForeignTextSafeToShow()
    {
        const auto result = Catalogue::parse(
            R"({"catalogue_date":"2026-01-01","models":[{"name":"a","download_bytes":1,"arch":)"
            R"({"kv_bytes_per_token":1e300},"good_for":{"en":"one\ntwo\u202e"}}]})");
        QVERIFY(result);
        const CatalogueEntry entry = result->entries().first();
        QVERIFY(!entry.goodFor.en.contains(QChar(u'\n')) && !entry.goodFor.en.contains(QChar(0x202e)));
        QCOMPARE(entry.architecture.cacheBytesPerToken, 0);
    }
};

QTEST_APPLESS_MAIN(TestCatalogue)
#include "tst_Catalogue.moc"
