// label: models
#include "library/InstalledTable.h"
#include "net/Http.h"
#include "ollama/OllamaBackend.h"
#include "support/FakeBackend.h"
#include "support/FakeOllama.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using backend::Capability;
using base::Error;
using library::InstalledModels;
using library::InstalledTable;
using namespace Qt::StringLiterals;

namespace {

backend::ModelInfo model(const QString &name, qint64 bytes, const QString &digest)
{
    backend::ModelInfo info;
    info.name = name;
    info.sizeBytes = bytes;
    info.digest = digest;
    info.parameterSize = u"7.6B"_s;
    info.quantization = u"Q4_K_M"_s;
    return info;
}

backend::ModelDetails details(qint64 context, backend::Capabilities capabilities)
{
    backend::ModelDetails result;
    result.contextLength = context;
    result.capabilities = capabilities;
    return result;
}

QString printed(const InstalledTable &table)
{
    QStringList lines;
    for (int row = 0; row < table.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < table.columnCount(); ++column) {
            const QVariant value = table.index(row, column).data();
            cells.append(value.isValid() && !value.toString().isEmpty() ? value.toString() : u"-"_s);
        }
        lines.append(cells.join(u' '));
    }
    return lines.join(u'\n');
}

// A backend with two models, one of them loaded, and what is made of it.
struct Fixture
{
    support::FakeBackend backend;
    InstalledModels installed{backend};
    InstalledTable table{installed};
    QAbstractItemModelTester tester{&table, QAbstractItemModelTester::FailureReportingMode::QtTest};

    Fixture()
    {
        backend.installed = QList{model(u"qwen3:8b"_s, 5'200, u"d1"_s), model(u"gemma3:1b"_s, 800, u"d2"_s)};
        backend.loaded = QList{backend::LoadedModel{u"qwen3:8b"_s, 6'400, 0, 4096, {}}};
        backend.detailsByName.insert(u"qwen3:8b"_s,
                                     details(40'960, Capability::Completion | Capability::Tools));
        backend.detailsByName.insert(u"gemma3:1b"_s, details(32'768, Capability::Completion));
    }
};

} // namespace

class TestInstalledTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsWhatTheServerHas()
    {
        Fixture f;
        QVERIFY(!f.installed.isKnown());
        QSignalSpy changed(&f.installed, &InstalledModels::changed);
        f.installed.refresh();
        QVERIFY(changed.isEmpty());
        QTRY_COMPARE(printed(f.table), u"qwen3:8b 5200 7.6B Q4_K_M 40960 3 - 6400\n"
                                       "gemma3:1b 800 7.6B Q4_K_M 32768 1 - -"_s);
        QCOMPARE(changed.size(), 1);
        QVERIFY(f.installed.isKnown());
        QVERIFY(f.installed.contains(u"Qwen3:8B"_s));
        QVERIFY(!f.installed.contains(u"qwen3"_s));
        QVERIFY(f.installed.findLoaded(u"qwen3:8b"_s));
        QVERIFY(!f.installed.findLoaded(u"gemma3:1b"_s));
    }

    void refreshesByDifference()
    {
        Fixture f;
        f.installed.refresh();
        QTRY_COMPARE(f.table.index(1, InstalledTable::Context).data().toInt(), 32'768);
        const QPersistentModelIndex gemma = f.table.index(1, 0);
        QSignalSpy reset(&f.table, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&f.table, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&f.table, &QAbstractItemModel::rowsRemoved);
        f.backend.installed =
            QList{model(u"phi3:mini"_s, 2'300, u"d3"_s), model(u"gemma3:1b"_s, 900, u"d4"_s)};
        f.backend.detailsByName.insert(u"phi3:mini"_s, details(131'072, Capability::Completion));
        f.installed.refresh();
        QTRY_COMPARE(printed(f.table), u"gemma3:1b 900 7.6B Q4_K_M 32768 1 - -\n"
                                       "phi3:mini 2300 7.6B Q4_K_M 131072 1 - -"_s);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(gemma.data().toString(), u"gemma3:1b"_s);
    }
    // Whoever listens looks at all rows each time: a thousand insertions were a million looks.
    void addsAThousandModelsTogether()
    {
        Fixture f;
        QSignalSpy inserted(&f.table, &QAbstractItemModel::rowsInserted);
        QList<backend::ModelInfo> models;
        for (int i = 0; i < 1000; ++i)
            models.append(model(u"m:%1"_s.arg(i), i, QString::number(i)));
        f.backend.installed = models;
        f.installed.refresh();
        QTRY_COMPARE(f.table.rowCount(), 1000);
        QCOMPARE(inserted.size(), 1);
        QVERIFY(f.installed.contains(u"M:999"_s));
        QVERIFY(!f.installed.contains(u"m:1000"_s));
    }

    void saysNothingWhereNothingChanged()
    {
        Fixture f;
        f.installed.refresh();
        QTRY_COMPARE(f.table.index(1, InstalledTable::Context).data().toInt(), 32'768);
        QSignalSpy changed(&f.installed, &InstalledModels::changed);
        QSignalSpy dataChanged(&f.table, &QAbstractItemModel::dataChanged);
        f.installed.refresh();
        QTRY_COMPARE(f.backend.listings, 2);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(changed.size(), 0);
        QCOMPARE(dataChanged.size(), 0);
    }
    void makesOneRequestOfManyCallsAndOneMoreAfterIt()
    {
        Fixture f;
        for (int i = 0; i < 5; ++i)
            f.installed.refresh();
        QCOMPARE(f.backend.listings, 1);
        QTRY_COMPARE(f.backend.listings, 2);
        QTRY_COMPARE(f.table.rowCount(), 2);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(f.backend.listings, 2);
    }

    void asksDetailsOncePerDigest()
    {
        Fixture f;
        f.backend.installed->append(model(u"copy:latest"_s, 5'200, u"d1"_s));
        f.installed.refresh();
        QTRY_COMPARE(f.table.index(2, InstalledTable::Context).data().toInt(), 40'960);
        QCOMPARE(f.backend.detailed, (QStringList{u"qwen3:8b"_s, u"gemma3:1b"_s}));
        f.backend.installed->append(model(u"another:latest"_s, 1, u"d5"_s));
        f.installed.refresh();
        QTRY_COMPARE(f.backend.detailed.size(), 3);
        QCOMPARE(f.backend.detailed.last(), u"another:latest"_s);
    }
    void asksFailedDetailsAgainAfterTheNextRefresh()
    {
        Fixture f;
        f.backend.installed = QList{model(u"qwen3:8b"_s, 5'200, u"d1"_s)};
        const Error error{Error::Kind::Server, u"unreadable"_s};
        f.backend.detailsByName.insert(u"qwen3:8b"_s, std::unexpected(error));
        QSignalSpy told(&f.installed, &InstalledModels::detailsChanged);
        f.installed.refresh();
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(f.installed.detailsError(u"qwen3:8b"_s), std::optional(error));
        QVERIFY(!f.installed.details(u"qwen3:8b"_s));
        QCOMPARE(f.backend.detailed.size(), 1); // looking does not ask again
        f.backend.detailsByName.insert(u"qwen3:8b"_s, details(40'960, Capability::Completion));
        f.installed.refresh();
        QTRY_COMPARE(f.backend.listings, 2);
        QTRY_VERIFY(f.installed.details(u"qwen3:8b"_s));
        QVERIFY(!f.installed.detailsError(u"qwen3:8b"_s));
    }
    void asksNoDetailsOfModelsThatAreNotThere()
    {
        Fixture f;
        QVERIFY(!f.installed.details(u"nobody:latest"_s));
        QVERIFY(f.backend.detailed.isEmpty());
    }

    void keepsTheListWhereTheServerGoesAway()
    {
        Fixture f;
        f.installed.refresh();
        QTRY_COMPARE(f.table.rowCount(), 2);
        QTRY_VERIFY(!f.installed.loaded().isEmpty());
        const Error error{Error::Kind::Unreachable, u"127.0.0.1:1"_s};
        f.backend.installed = std::unexpected(error);
        f.backend.loaded = std::unexpected(error);
        f.installed.refresh();
        QTRY_COMPARE(f.installed.error(), std::optional(error));
        QCOMPARE(f.table.rowCount(), 2);
        QTRY_VERIFY(f.installed.loaded().isEmpty()); // nobody knows what is loaded now
    }
    void forgetsEverythingWithTheServer()
    {
        Fixture f;
        f.installed.refresh();
        QTRY_COMPARE(f.table.index(0, InstalledTable::Context).data().toInt(), 40'960);
        f.installed.refresh();
        f.installed.clear();
        QVERIFY(!f.installed.isKnown());
        QCOMPARE(f.table.rowCount(), 0);
        QVERIFY(f.installed.loaded().isEmpty());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(f.table.rowCount(), 0); // an answer of the old server comes to nothing
        f.installed.refresh();
        QTRY_COMPARE(f.table.rowCount(), 2);
    }

    void readsParameterCounts_data()
    {
        QTest::addColumn<double>("count");
        QTest::newRow("7.6B") << 7.6e9;
        QTest::newRow("268.10M") << 268.10e6;
        QTest::newRow("999.89m") << 999.89e6;
        QTest::newRow("8x7B") << 56e9;
        QTest::newRow("1T") << 1e12;
        QTest::newRow("12") << 0.0;
        QTest::newRow("B") << 0.0;
        QTest::newRow("large") << 0.0;
        QTest::newRow("") << 0.0;
    }
    void readsParameterCounts()
    {
        QFETCH(double, count);
        QVERIFY(qAbs(library::parameterCount(QLatin1String(QTest::currentDataTag())) - count) < 1);
    }

    void followsARealProtocol()
    {
        support::FakeOllama server({{.name = u"gemma3:1b"_s, .isLoaded = true}});
        net::Http http;
        ollama::OllamaBackend client(http, server.url());
        InstalledModels installed(client);
        InstalledTable table(installed);
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        installed.refresh();
        QTRY_COMPARE(table.rowCount(), 1);
        QTRY_COMPARE(table.index(0, InstalledTable::Context).data().toInt(), 32'768);
        QCOMPARE(table.index(0, InstalledTable::Size).data().toLongLong(), 815'000'000);
        QCOMPARE(table.index(0, InstalledTable::Parameters).data().toString(), u"999.89M"_s);
        QTRY_VERIFY(table.index(0, InstalledTable::Memory).data().isValid());
        server.goAway();
        installed.refresh();
        QTRY_VERIFY(installed.error());
        QCOMPARE(installed.error()->kind, Error::Kind::Unreachable);
        server.comeBack();
        installed.refresh();
        QTRY_VERIFY(!installed.error());
    }
};

QTEST_GUILESS_MAIN(TestInstalledTable)
#include "tst_InstalledTable.moc"
