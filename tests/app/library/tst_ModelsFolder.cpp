#include "library/ModelsFolder.h"
#include "support/LesserRights.h"
#include "support/ModelsStore.h"

#include <QProcess>
#include <QSignalSpy>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using base::Error;
using library::FolderContents;
using library::readModelsFolder;
using support::ModelsStore;
using support::usualPlace;
using namespace Qt::StringLiterals;

namespace {

QByteArray encoded(const QString &path)
{
    return QFile::encodeName(path);
}

QStringList namesOf(const FolderContents &contents)
{
    QStringList names;
    for (const library::StoredModel &model : contents.models)
        names.append(model.name);
    names.sort();
    return names;
}

// What `du` says: without the folders themselves, which it counts and we do not.
qint64 duWithoutFolders(const QString &path)
{
    QProcess find;
    find.start(u"sh"_s, {u"-c"_s,
                         u"du -s --block-size=1 -- \"$1\" | cut -f1; "
                         "find \"$1\" -type d -printf '%b\\n' | awk '{n += $1} END {print n * 512}'"_s,
                         u"sh"_s, path});
    if (!find.waitForFinished())
        return -1;
    const QList<QByteArray> lines = find.readAllStandardOutput().trimmed().split('\n');
    return lines.size() == 2 ? lines[0].toLongLong() - lines[1].toLongLong() : -1;
}

} // namespace

class TestModelsFolder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsModelsAndBlobs()
    {
        const ModelsStore store;
        const QString config = store.blob('c', 300);
        const QString weights = store.blob('w', 50'000);
        const QString digest = store.model(usualPlace + u"qwen3/8b"_s, {config, weights});
        store.model(u"hf.co/owner/model/Q4_K_M"_s, {config, weights});
        store.model(u"127.0.0.1:5000/ns/m/latest"_s, {config});
        const auto contents = readModelsFolder(store.path());
        QVERIFY(contents);
        QCOMPARE(namesOf(*contents), (QStringList{u"127.0.0.1:5000/ns/m:latest"_s,
                                                  u"hf.co/owner/model:Q4_K_M"_s, u"qwen3:8b"_s}));
        QCOMPARE(contents->blobs.size(), 2);
        QCOMPARE(contents->blobs.value(weights).bytes, 50'000);
        QVERIFY(contents->blobs.value(weights).diskBytes >= 50'000);
        const auto qwen = std::ranges::find(contents->models, u"qwen3:8b"_s, &library::StoredModel::name);
        QCOMPARE(qwen->digest, digest);
        QCOMPARE(qwen->layers.size(), 2);
        QVERIFY(qwen->changed.secsTo(QDateTime::currentDateTime()) >= 24 * 3600);
        QVERIFY(contents->isWhole());
        QVERIFY(!contents->owner.isEmpty());
    }

    void agreesWithDu()
    {
        const ModelsStore store;
        const QString config = store.blob('c', 300);
        const QString weights = store.blob('w', 123'456);
        store.model(usualPlace + u"a/latest"_s, {config, weights});
        store.partial(ModelsStore::digestOf("x"), 5'000'000'000, 70'000, 5);
        store.write(u"blobs/sha256-123456"_s, QByteArray(9000, 'u')); // an upload that has not ended
        store.write(u"notes.txt"_s, "mine");
        store.write(u"old/deep/er/file"_s, QByteArray(20'000, 'o'));
        // A second name for the same file takes nothing.
        const QString other = ModelsStore::digestOf("other");
        QVERIFY(::link(encoded(store.path(ModelsStore::blobName(weights))).constData(),
                       encoded(store.path(ModelsStore::blobName(other))).constData()) == 0);
        const auto contents = readModelsFolder(store.path());
        QVERIFY(contents);
        QCOMPARE(contents->diskBytes(), duWithoutFolders(store.path()));
        QCOMPARE(contents->otherFiles, 3);
    }

    void tellsAPartialsHolesFromWhatIsThere()
    {
        const ModelsStore store;
        const QString digest = ModelsStore::digestOf("x");
        store.partial(digest, 1'000'000'000'000, 70'000, 30);
        const auto contents = readModelsFolder(store.path());
        const library::PartialFiles files = contents->partials.value(digest);
        QCOMPARE(files.bytes, 1'000'000'000'000);
        QVERIFY(files.diskBytes >= 70'000 && files.diskBytes < 1'000'000);
        QCOMPARE(files.names.size(), 3);
        QVERIFY(files.names.last().endsWith(u"-partial"_s)); // its notes go first
        QVERIFY(qAbs(files.changed.secsTo(QDateTime::currentDateTime()) - 30 * 60) < 60);
        QVERIFY(contents->blobs.isEmpty());
    }

    void countsWhatIsNoManifest_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("\x00\xff\x13garbage");
        QTest::newRow("another JSON") << QByteArray("[1,2,3]");
        QTest::newRow("no layers") << QByteArray(R"({"schemaVersion":2})");
        QTest::newRow("a path for a digest")
            << QByteArray(R"({"layers":[{"digest":"sha256:../../etc/passwd","size":1}]})");
        QTest::newRow("10^18 bytes")
            << QByteArray(R"({"layers":[{"digest":"sha256:%","size":1000000000000000000}]})")
                   .replace('%', QByteArray(64, 'a'));
        QTest::newRow("deep") << QByteArray(2000, '[') + QByteArray(2000, ']');
        QTest::newRow("2 MB") << QByteArray(2'000'000, ' ');
    }
    void countsWhatIsNoManifest()
    {
        QFETCH(QByteArray, text);
        const ModelsStore store;
        store.model(usualPlace + u"good/latest"_s, {store.blob('g', 10)});
        store.write(u"manifests/"_s + usualPlace + u"bad/latest"_s, text);
        const auto contents = readModelsFolder(store.path());
        QCOMPARE(namesOf(*contents), QStringList{u"good:latest"_s});
        QCOMPARE(contents->badManifests, QStringList{u"manifests/"_s + usualPlace + u"bad/latest"_s});
        QVERIFY(!contents->isWhole());
        QCOMPARE(contents->diskBytes(), duWithoutFolders(store.path()));
    }

    void leavesAloneWhatTheEngineDoes()
    {
        const ModelsStore store;
        store.model(usualPlace + u"good/latest"_s, {store.blob('g', 10)});
        store.write(u"manifests/"_s + usualPlace + u"good/.DS_Store"_s, "\x00\x00\x00\x01"_ba);
        store.write(u"manifests/"_s + usualPlace + u"README"_s, "read me");
        QDir(store.path()).mkpath(u"manifests/"_s + usualPlace + u"good/folder"_s);
        const auto contents = readModelsFolder(store.path());
        QVERIFY(contents->isWhole());
        QCOMPARE(namesOf(*contents), QStringList{u"good:latest"_s});
        QCOMPARE(contents->otherFiles, 2);
    }
    // The engine does not know such a name, but somebody's backup of a manifest is one.
    void takesABackupOfAManifestForOne()
    {
        const ModelsStore store;
        const QString blob = store.blob('g', 10);
        store.write(u"manifests/"_s + usualPlace + u"good/latest~"_s, store.manifest({blob}));
        const auto contents = readModelsFolder(store.path());
        QCOMPARE(contents->models.size(), 1);
        QCOMPARE(contents->models.first().layers.first().digest, blob);
    }

    void followsNoLink()
    {
        const ModelsStore store;
        const ModelsStore elsewhere;
        elsewhere.model(usualPlace + u"far/latest"_s, {elsewhere.blob('f', 10)});
        const auto link = [&](const QString &target, const QString &name) {
            QDir().mkpath(QFileInfo(store.path(name)).path());
            return QFile::link(target, store.path(name));
        };
        QVERIFY(link(elsewhere.path(u"manifests/registry.ollama.ai"_s), u"manifests/other.host"_s));
        QVERIFY(link(elsewhere.path(u"blobs"_s), u"blobs/inner"_s));
        QVERIFY(link(store.path(), u"blobs/loop"_s));
        const QString digest = ModelsStore::digestOf("link");
        QVERIFY(link(u"/dev/zero"_s, ModelsStore::blobName(digest)));
        const auto contents = readModelsFolder(store.path());
        QVERIFY(contents);
        QVERIFY(contents->models.isEmpty());
        QCOMPARE(contents->unread, QStringList{u"manifests/other.host"_s});
        QCOMPARE(contents->blobs.size(), 1);
        QVERIFY(contents->blobs.value(digest).isLink);
        QCOMPARE(contents->blobs.value(digest).bytes, 0);
        QCOMPARE(contents->diskBytes(), duWithoutFolders(store.path()));
    }
    void readsBlobsThatLieElsewhereAndSaysSo()
    {
        const ModelsStore store;
        const ModelsStore elsewhere;
        const QString blob = elsewhere.blob('f', 10);
        QVERIFY(QDir(store.path()).rmdir(u"blobs"_s));
        QVERIFY(QFile::link(elsewhere.path(u"blobs"_s), store.path(u"blobs"_s)));
        const auto contents = readModelsFolder(store.path());
        QVERIFY(contents->blobs.contains(blob));
        QCOMPARE(contents->links, QStringList{u"blobs"_s});
        QVERIFY(!contents->isWhole());
    }
    void takesAFolderThatIsALinkForTheFolder()
    {
        const ModelsStore store;
        store.model(usualPlace + u"good/latest"_s, {store.blob('g', 10)});
        const QTemporaryDir links;
        QVERIFY(QFile::link(store.path(), links.filePath(u"models"_s)));
        const auto contents = readModelsFolder(links.filePath(u"models"_s));
        QCOMPARE(contents->path, store.path());
        QVERIFY(contents->isWhole());
    }

    void isNotHeldUpByWhatIsNoFile()
    {
        const ModelsStore store;
        const QString folder = u"manifests/"_s + usualPlace + u"odd"_s;
        QVERIFY(QDir(store.path()).mkpath(folder));
        QVERIFY(::mkfifo(encoded(store.path(folder + u"/fifo"_s)).constData(), 0644) == 0);
        QVERIFY(::mkfifo(encoded(store.path(ModelsStore::blobName(ModelsStore::digestOf("f")))).constData(),
                         0644) == 0);
        const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, encoded(store.path(u"blobs/s"_s)).constData(), sizeof address.sun_path);
        QVERIFY(::bind(socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0);
        const auto contents = readModelsFolder(store.path());
        ::close(socket);
        QVERIFY(contents);
        QCOMPARE(contents->badManifests, QStringList{folder + u"/fifo"_s});
        QVERIFY(contents->blobs.isEmpty());
        QCOMPARE(contents->otherFiles, 2);
    }

    void saysWhatItMayNotLookInto()
    {
        const ModelsStore store;
        store.model(usualPlace + u"good/latest"_s, {store.blob('g', 10)});
        store.model(u"hf.co/owner/model/latest"_s, {store.blob('g', 10)});
        const QString closed = store.path(u"manifests/hf.co/owner"_s);
        QVERIFY(QFile::setPermissions(closed, {}));
        base::Result<FolderContents> contents;
        {
            const support::LesserRights rights;
            contents = readModelsFolder(store.path());
        }
        QVERIFY(QFile::setPermissions(closed, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(contents);
        QCOMPARE(namesOf(*contents), QStringList{u"good:latest"_s});
        QCOMPARE(contents->unread, QStringList{u"manifests/hf.co/owner"_s});
        QVERIFY(!contents->isWhole());
    }
    void saysThatItMayNotLookIntoAnything()
    {
        const ModelsStore store;
        QVERIFY(QFile::setPermissions(store.path(), {}));
        base::Result<FolderContents> contents;
        {
            const support::LesserRights rights;
            contents = readModelsFolder(store.path());
        }
        QVERIFY(QFile::setPermissions(store.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(!contents);
        QCOMPARE(contents.error(), (Error{Error::Kind::Forbidden, store.path()}));
    }
    void knowsThatThereIsNone()
    {
        const ModelsStore store;
        QCOMPARE(readModelsFolder(store.path(u"absent"_s)).error().kind, Error::Kind::NotFound);
        QCOMPARE(readModelsFolder(store.write(u"file"_s, "x")).error().kind, Error::Kind::NotFound);
    }
    // An engine that keeps its manifests in another way.
    void doubtsAFolderOfManifestsItDoesNotKnow()
    {
        const ModelsStore store;
        store.model(usualPlace + u"good/latest"_s, {store.blob('g', 10)});
        store.write(u"manifests-v2/x"_s, "?");
        QCOMPARE(readModelsFolder(store.path())->unread, QStringList{u"manifests-v2"_s});
    }

    void belongsToTheServerThatListsIt()
    {
        const ModelsStore store;
        const QString digest = store.model(usualPlace + u"Qwen3/8b"_s, {store.blob('g', 10)});
        store.model(usualPlace + u"hidden/latest"_s, {store.blob('h', 10)});
        const auto contents = readModelsFolder(store.path());
        const auto listed = [](const QString &name, const QString &hex) {
            backend::ModelInfo model;
            model.name = name;
            model.digest = hex;
            return model;
        };
        QVERIFY(library::isFolderOf(*contents, {listed(u"qwen3:8b"_s, digest)}));
        QVERIFY(library::isFolderOf(*contents, {listed(u"qwen3:8b"_s, {})}));
        QVERIFY(!library::isFolderOf(*contents, {listed(u"qwen3:8b"_s, QString(64, u'0'))}));
        QVERIFY(
            !library::isFolderOf(*contents, {listed(u"qwen3:8b"_s, digest), listed(u"other:1b"_s, digest)}));
        QVERIFY(!library::isFolderOf(*contents, {})); // of another engine, which has none
        QVERIFY(library::isFolderOf(FolderContents(), {}));
    }

    // Several blobs a model, as real ones have; the window must stay at hand meanwhile.
    void readsAThousandModelsInSlices()
    {
        const ModelsStore store;
        const QString licence = store.blob('l', 100);
        for (int i = 0; i < 1000; ++i) {
            QStringList digests{licence};
            for (int part = 0; part < 3; ++part) {
                const QByteArray bytes = QByteArray::number(i * 3 + part);
                store.write(ModelsStore::blobName(ModelsStore::digestOf(bytes)), bytes);
                digests.append(ModelsStore::digestOf(bytes));
            }
            store.model(usualPlace + u"m%1/latest"_s.arg(i), digests);
        }
        auto *reading = new library::FolderReading(store.path(), this);
        const QSignalSpy finished(reading, &library::FolderReading::finished);
        QElapsedTimer clock;
        clock.start();
        qint64 last = 0;
        qint64 longest = 0;
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&] {
            longest = std::max(longest, clock.elapsed() - last);
            last = clock.elapsed();
        });
        beat.start(0);
        QTRY_COMPARE(finished.size(), 1);
        qInfo("1,000 models: %lld ms, at most %lld ms at once", clock.elapsed(), longest);
        const auto contents = finished.first().first().value<FolderContents>();
        QCOMPARE(contents.models.size(), 1000);
        QCOMPARE(contents.blobs.size(), 3001);
        QVERIFY(contents == *readModelsFolder(store.path()));
        QVERIFY(longest < 100); // ms; a slice has 4
    }
    void stopsWhereItIsCancelled()
    {
        const ModelsStore store;
        auto *reading = new library::FolderReading(store.path(), this);
        const QSignalSpy finished(reading, &library::FolderReading::finished);
        const QSignalSpy failed(reading, &library::FolderReading::failed);
        reading->cancel();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(finished.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestModelsFolder)
#include "tst_ModelsFolder.moc"
