#include "library/CatalogueList.h"
#include "library/CatalogueStore.h"
#include "support/FakeBackend.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using base::Error;
using library::Catalogue;
using library::CatalogueStore;
using namespace Qt::StringLiterals;

namespace {

QByteArray catalogueOf(const QStringList &names)
{
    QStringList models;
    for (const QString &name : names)
        models.append(u"{\"name\":\"%1\",\"download_bytes\":7}"_s.arg(name));
    return u"{\"catalogue_date\":\"2026-10-02\",\"models\":[%1]}"_s.arg(models.join(u',')).toUtf8();
}

// Answers with what the test gives it.
class Answer : public library::FetchOperation
{
public:
    using FetchOperation::FetchOperation;
    void give(const QByteArray &bytes)
    {
        succeed([&] { Q_EMIT finished(bytes); });
    }
    void refuse(const Error &error) { fail(error); }

protected:
    void stop() override {}
};

struct Fixture
{
    QTemporaryDir folder;
    QPointer<Answer> answer;
    QUrl asked;

    QString path(const QString &name) const { return folder.filePath(name); }
    std::unique_ptr<CatalogueStore> open()
    {
        return std::make_unique<CatalogueStore>(path(u"kept"_s), [this](const QUrl &url, QObject *parent) {
            asked = url;
            answer = new Answer(parent);
            return answer.get();
        });
    }
    QString file(const QByteArray &content)
    {
        QFile out(path(u"chosen.json"_s));
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("no file");
        return out.fileName();
    }
};

} // namespace

class TestCatalogueStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beginsWithTheBuiltInOne()
    {
        Fixture f;
        const auto store = f.open();
        QVERIFY(store->source().isEmpty());
        QVERIFY(!store->loadError());
        QCOMPARE(store->catalogue().entries(), Catalogue::builtIn().entries());
    }
    void keepsWhatWasChosenOverARestart()
    {
        Fixture f;
        const QString file = f.file(catalogueOf({u"mine:1b"_s}));
        {
            const auto store = f.open();
            QSignalSpy changed(store.get(), &CatalogueStore::changed);
            QVERIFY(store->readFile(file));
            QCOMPARE(changed.size(), 1);
        }
        QVERIFY(QFile::remove(file));
        const auto store = f.open();
        QCOMPARE(store->source(), file);
        QCOMPARE(store->catalogue().entries().size(), 1);
        QCOMPARE(store->catalogue().date(), QDate(2026, 10, 2));
        QVERIFY(store->useBuiltIn());
        QVERIFY(f.open()->source().isEmpty());
    }
    void keepsTheOldOneWhenTheNewOneIsBad_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("no JSON") << QByteArray("<html>") << Error::Kind::Protocol;
        QTest::newRow("one bad entry") << catalogueOf({u"good:1b"_s, u"../bad"_s}) << Error::Kind::Protocol;
        QTest::newRow("cut") << catalogueOf({u"good:1b"_s}).chopped(2) << Error::Kind::Protocol;
        QTest::newRow("too large") << QByteArray(Catalogue::maximumBytes + 1, ' ') << Error::Kind::TooLarge;
    }
    void keepsTheOldOneWhenTheNewOneIsBad()
    {
        QFETCH(QByteArray, content);
        Fixture f;
        const auto store = f.open();
        QVERIFY(store->readFile(f.file(catalogueOf({u"mine:1b"_s}))));
        QSignalSpy changed(store.get(), &CatalogueStore::changed);
        const base::Result<void> read = store->readFile(f.file(content));
        QVERIFY(!read);
        QTEST(read.error().kind, "kind");
        store->fetch(QUrl(u"https://example.org/c.json"_s));
        QSignalSpy failed(store.get(), &CatalogueStore::fetchFailed);
        f.answer->give(content);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(store->catalogue().entries().first().name, u"mine:1b"_s);
        QCOMPARE(f.open()->catalogue().entries().first().name, u"mine:1b"_s);
    }
    void waitsForNoPipe()
    {
        Fixture f;
        const QString pipe = f.path(u"pipe"_s);
        QCOMPARE(mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
        const base::Result<void> read = f.open()->readFile(pipe);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Storage);
    }
    void fetchesFromAnAddress()
    {
        Fixture f;
        const auto store = f.open();
        store->fetch(QUrl(u"https://me:secret@example.org/c.json?token=1"_s));
        QVERIFY(store->isFetching());
        QCOMPARE(f.asked.host(), u"example.org"_s);
        f.answer->give(catalogueOf({u"far:1b"_s}));
        QVERIFY(!store->isFetching());
        QCOMPARE(store->source(), u"https://example.org/c.json"_s); // no secrets kept
        store->fetch(QUrl(u"https://example.org/other"_s));
        QSignalSpy failed(store.get(), &CatalogueStore::fetchFailed);
        f.answer->refuse({Error::Kind::NotFound, {}});
        QCOMPARE(failed.first().first().value<Error>().kind, Error::Kind::NotFound);
        QCOMPARE(store->catalogue().entries().first().name, u"far:1b"_s);
    }
    void saysThatTheKeptOneIsDamaged()
    {
        Fixture f;
        QVERIFY(f.open()->readFile(f.file(catalogueOf({u"mine:1b"_s}))));
        QFile kept(f.path(u"kept"_s));
        QVERIFY(kept.resize(40));
        const auto store = f.open();
        QVERIFY(store->loadError());
        QCOMPARE(store->catalogue().entries(), Catalogue::builtIn().entries());
    }
    void changesTheListByDifference()
    {
        Fixture f;
        const auto store = f.open();
        QVERIFY(store->readFile(f.file(catalogueOf({u"a"_s, u"b"_s, u"c"_s, u"d"_s}))));
        support::FakeBackend backend;
        library::InstalledModels installed(backend);
        library::Downloads downloads(backend);
        library::Fitter fitter;
        library::CatalogueList list(*store, installed, downloads, fitter);
        const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QPersistentModelIndex kept = list.index(2);
        QVERIFY(store->readFile(f.file(catalogueOf({u"d"_s, u"x"_s, u"c"_s, u"y"_s}))));
        QStringList names;
        for (int row = 0; row < list.rowCount(); ++row)
            names.append(list.index(row).data().toString());
        QCOMPARE(names, (QStringList{u"d"_s, u"x"_s, u"c"_s, u"y"_s}));
        QVERIFY(!kept.isValid() || kept.data().toString() == u"c"_s);
        QVERIFY(store->useBuiltIn());
        QCOMPARE(list.rowCount(), 175);
    }
};

QTEST_GUILESS_MAIN(TestCatalogueStore)
#include "tst_CatalogueStore.moc"
