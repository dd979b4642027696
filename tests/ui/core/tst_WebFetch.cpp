// A catalogue and a manifest from an address: what a good, a bad and a hostile server makes of it.
#include "core/WebFetch.h"
#include "library/CatalogueStore.h"
#include "library/Manifest.h"
#include "support/FaultServer.h"

#include <QSignalSpy>
#include <QTest>

using base::Error;
using library::CatalogueStore;
using support::FaultServer;
using support::Reply;
using namespace Qt::StringLiterals;

namespace {

const QByteArray good = R"({"catalogue_date":"2026-10-02","models":[{"name":"far:1b","download_bytes":9}]})";

struct Fixture
{
    FaultServer server;
    privacy::Ledger ledger;
    net::Http http{&ledger};
    CatalogueStore store{{}, ui::catalogueOver(http)};
    QSignalSpy changed{&store, &CatalogueStore::changed};
    QSignalSpy failed{&store, &CatalogueStore::fetchFailed};

    QUrl url() const { return QUrl(server.url().toString(QUrl::StripTrailingSlash) + u"/c.json"_s); }
    QUrl manifest() const
    {
        QUrl url = server.url();
        url.setPath(u"/v2/library/a/manifests/1"_s);
        return url;
    }
    std::optional<Error::Kind> kind() const
    {
        if (failed.isEmpty())
            return {};
        return failed.first().first().value<Error>().kind;
    }
};

} // namespace

class TestWebFetch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAnAddressAndNotesIt()
    {
        Fixture f;
        f.server.on("GET", "/c.json", Reply::whole(200, good));
        f.store.fetch(f.url());
        QTRY_COMPARE(f.changed.size(), 1);
        QCOMPARE(f.store.catalogue().entries().size(), 1);
        QCOMPARE(f.store.source(), f.url().toString());
        QCOMPARE(f.ledger.contacts().size(), 1);
        QVERIFY(f.ledger.contacts().first().purposes.testFlag(privacy::Purpose::Catalogue));
        QCOMPARE(f.server.count("GET", "/c.json"), 1);
    }
    void keepsTheOldOneWhateverComes_data()
    {
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("nothing there") << Reply::whole(404, "{}") << Error::Kind::NotFound;
        QTest::newRow("forbidden") << Reply::whole(403, "{}") << Error::Kind::Forbidden;
        QTest::newRow("broken server") << Reply::whole(500, "{}") << Error::Kind::Server;
        QTest::newRow("a page") << Reply::whole(200, "<html>") << Error::Kind::Protocol;
        QTest::newRow("a cut one") << Reply::whole(200, good.chopped(3)) << Error::Kind::Protocol;
        QTest::newRow("elsewhere") << Reply().head(302, {"Location: http://example.org/x"}).fin()
                                   << Error::Kind::Moved;
        QTest::newRow("endless") << Reply().head(200, {"Content-Type: application/json"}).endless("[[[[[[[[")
                                 << Error::Kind::TooLarge;
    }
    void keepsTheOldOneWhateverComes()
    {
        QFETCH(Reply, reply);
        Fixture f;
        f.server.on("GET", "/c.json", reply);
        f.store.fetch(f.url());
        QTRY_VERIFY_WITH_TIMEOUT(f.kind().has_value(), 20'000);
        QTEST(*f.kind(), "kind");
        QVERIFY(f.changed.isEmpty());
        QCOMPARE(f.store.catalogue().entries().size(), 175);
    }
    void asksNothingButTheWeb_data()
    {
        QTest::addColumn<QString>("address");
        for (const auto *address : {"file:///etc/passwd", "ftp://example.org/c.json", "c.json", "",
                                    "http://me:secret@127.0.0.1/c.json"})
            QTest::newRow(address) << QString(QLatin1String(address));
    }
    void asksNothingButTheWeb()
    {
        QFETCH(QString, address);
        Fixture f;
        f.store.fetch(QUrl(address, QUrl::StrictMode));
        QTRY_VERIFY(f.kind().has_value());
        QCOMPARE(*f.kind(), Error::Kind::Invalid);
        QVERIFY(f.ledger.contacts().isEmpty());
    }
    void obeysTheLock()
    {
        Fixture f;
        f.server.on("GET", "/c.json", Reply::whole(200, good));
        f.ledger.setLock(QUrl(u"http://127.0.0.1:1"_s));
        f.store.fetch(f.url());
        QTRY_VERIFY(f.kind().has_value());
        QCOMPARE(*f.kind(), Error::Kind::Locked);
        QCOMPARE(f.server.count("GET", "/c.json"), 0);
    }
    void readsAManifestAndNotesIt()
    {
        Fixture f;
        f.server.on("GET", "/v2/library/a/manifests/1", Reply::whole(200, "{}"));
        QByteArray read;
        library::FetchOperation *fetch = ui::manifestsOver(f.http)(f.manifest(), this);
        connect(fetch, &library::FetchOperation::finished, this,
                [&](const QByteArray &bytes) { read = bytes; });
        QTRY_COMPARE(read, QByteArray("{}"));
        QCOMPARE(f.server.last("GET", "/v2/library/a/manifests/1").header("Accept"),
                 QByteArray("application/vnd.docker.distribution.manifest.v2+json"));
        QVERIFY(!f.server.last("GET", "/v2/library/a/manifests/1").hasHeader("Authorization"));
        QCOMPARE(f.ledger.contacts().size(), 1);
        QVERIFY(f.ledger.contacts().first().purposes.testFlag(privacy::Purpose::Registry));
    }
    void endsWithAManifestThatDoesNot()
    {
        Fixture f;
        f.server.on("GET", "/v2/library/a/manifests/1",
                    Reply().head(200, {"Content-Type: application/json"}).endless("[[[[[[[["));
        std::optional<Error::Kind> kind;
        library::FetchOperation *fetch = ui::manifestsOver(f.http)(f.manifest(), this);
        connect(fetch, &library::FetchOperation::failed, this,
                [&](const Error &error) { kind = error.kind; });
        QTRY_VERIFY_WITH_TIMEOUT(kind.has_value(), 20'000);
        QCOMPARE(*kind, Error::Kind::TooLarge);
    }
    void readsALayerOfTextAndNothingLonger_data()
    {
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<std::optional<Error::Kind>>("kind");
        QTest::newRow("a text") << Reply::whole(200, "{{ .Prompt }}") << std::optional<Error::Kind>();
        QTest::newRow("as long as may be")
            << Reply::whole(200, QByteArray(library::maximumText, 'a')) << std::optional<Error::Kind>();
        QTest::newRow("longer") << Reply::whole(200, QByteArray(library::maximumText + 1, 'a'))
                                << std::optional(Error::Kind::TooLarge);
        // The host a registry points to was named to nobody.
        QTest::newRow("elsewhere") << Reply().head(307, {"Location: https://example.org/x"}).fin()
                                   << std::optional(Error::Kind::Moved);
    }
    void readsALayerOfTextAndNothingLonger()
    {
        QFETCH(Reply, reply);
        QFETCH(std::optional<Error::Kind>, kind);
        Fixture f;
        const QString path = u"/v2/library/a/blobs/sha256:a"_s;
        f.server.on("GET", path.toUtf8(), reply);
        QUrl url = f.server.url();
        url.setPath(path);
        std::optional<qsizetype> read;
        std::optional<Error::Kind> why;
        library::FetchOperation *fetch = ui::layersOver(f.http)(url, this);
        connect(fetch, &library::FetchOperation::finished, this,
                [&](const QByteArray &bytes) { read = bytes.size(); });
        connect(fetch, &library::FetchOperation::failed, this, [&](const Error &error) { why = error.kind; });
        QTRY_VERIFY(read.has_value() || why.has_value());
        QCOMPARE(why, kind);
        QCOMPARE(f.ledger.contacts().size(), 1);
        QVERIFY(f.ledger.contacts().first().purposes.testFlag(privacy::Purpose::Registry));
    }
};

QTEST_GUILESS_MAIN(TestWebFetch)
#include "tst_WebFetch.moc"
