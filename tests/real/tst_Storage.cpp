// The storage map against a real engine's models folder: with what `du` says, what two models share, a file
// that no model uses, and what a pull that was cancelled leaves.
#include "library/Storage.h"
#include "net/Http.h"
#include "ollama/OllamaBackend.h"
#include "support/RealParts.h"

#include <QDir>
#include <QSignalSpy>

#include <utime.h>

using namespace Qt::StringLiterals;
using library::Downloads;
using library::Leftover;
using library::Storage;
using library::StorageMap;
using support::outcome;

class TestStorage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void agreesWithDu();
    void saysThatACopyShares();
    void removesAnOrphanAndTheModelStillAnswers();
    void listsWhatACancelledPullLeaves();

private:
    bool look();
    QString name() const { return m_parts.registryModel(); }
    qint64 du(const QString &tool) const;

    support::RealParts m_parts;
    QTemporaryDir m_folder;
    std::unique_ptr<support::OwnEngine> m_engine;
    net::Http m_http;
    std::unique_ptr<ollama::OllamaBackend> m_backend;
    std::unique_ptr<library::InstalledModels> m_installed;
    std::unique_ptr<Downloads> m_downloads;
    std::unique_ptr<Storage> m_storage;
};

void TestStorage::initTestCase()
{
    const auto parts = support::RealParts::fromEnvironment();
    QVERIFY2(parts, support::withoutRealParts);
    m_parts = *parts;
    m_engine = std::make_unique<support::OwnEngine>(m_parts, m_folder.path());
    QVERIFY(m_engine->start());
    m_backend = std::make_unique<ollama::OllamaBackend>(m_http, m_engine->address());
    m_installed = std::make_unique<library::InstalledModels>(*m_backend);
    m_downloads = std::make_unique<Downloads>(*m_backend);
    m_storage = std::make_unique<Storage>(*m_installed, *m_downloads,
                                          [this] { return QStringList{m_folder.path()}; });
    QVERIFY(outcome<void>(m_backend->pull(name(), this)).isFinished);
}

void TestStorage::cleanupTestCase()
{
    m_storage.reset();
    m_downloads.reset();
    m_installed.reset();
    m_backend.reset();
    m_engine.reset();
}

// What the server lists, and then its folder.
bool TestStorage::look()
{
    const auto models = outcome<QList<backend::ModelInfo>>(m_backend->installedModels(this)).value;
    m_installed->refresh();
    // Those that changed within one second come in another order each time.
    const auto areThere = [&] { return std::ranges::is_permutation(m_installed->models(), *models); };
    if (!models || !QTest::qWaitFor(areThere))
        return false;
    QSignalSpy changed(m_storage.get(), &Storage::changed);
    m_storage->look();
    return changed.wait() && m_storage->place() == Storage::Place::Found;
}

qint64 TestStorage::du(const QString &tool) const
{
    QProcess shell;
    shell.start(u"sh"_s, {u"-c"_s, tool, u"sh"_s, m_folder.path()});
    return shell.waitForFinished() ? shell.readAllStandardOutput().trimmed().split('\t').first().toLongLong()
                                   : -1;
}

void TestStorage::agreesWithDu()
{
    QVERIFY(look());
    const StorageMap &map = m_storage->map();
    QCOMPARE(map.models.size(), 1);
    QCOMPARE(map.models.first().name, name());
    QVERIFY(map.isExact);
    const qint64 whole = du(u"du -s --block-size=1 -- \"$1\""_s);
    const qint64 folders = du(u"find \"$1\" -type d -printf '%b\\n' | awk '{n += $1} END {print n * 512}'"_s);
    qInfo("map %lld bytes, du %lld, of it %lld the folders themselves", map.totalBytes, whole, folders);
    QCOMPARE(map.totalBytes, whole - folders);
    // Nothing is used by nobody; all of it comes back with the model.
    QCOMPARE(map.freedBy({0}), (library::Freed{map.totalBytes, true}));
    QVERIFY(map.leftovers.isEmpty());
}

void TestStorage::saysThatACopyShares()
{
    QVERIFY(outcome<void>(m_backend->copy(name(), u"copy:1"_s, this)).isFinished);
    QVERIFY(look());
    const StorageMap map = m_storage->map();
    QCOMPARE(map.models.size(), 2);
    const auto copy = std::ranges::find(map.models, u"copy:1"_s, &StorageMap::Model::name);
    QVERIFY(copy != map.models.end());
    const auto at = static_cast<int>(copy - map.models.begin());
    QCOMPARE(map.sharedWith(at), QStringList{name()});
    QVERIFY(copy->sharedBytes > 98'000'000);
    QVERIFY(copy->ownBytes < 10'000); // its manifest
    QCOMPARE(map.freedBy({at}).bytes, copy->ownBytes);
    // And so it is.
    const qint64 before = du(u"du -s --block-size=1 -- \"$1\""_s);
    QVERIFY(outcome<void>(m_backend->remove(u"copy:1"_s, this)).isFinished);
    QVERIFY(look());
    const qint64 freed = before - du(u"du -s --block-size=1 -- \"$1\""_s);
    // The folders that held the manifest may go with it.
    QVERIFY2(freed >= copy->ownBytes && freed <= copy->ownBytes + 5 * 4096,
             qPrintable(QString::number(freed)));
    QCOMPARE(m_storage->map().totalBytes, map.totalBytes - copy->ownBytes);
}

void TestStorage::removesAnOrphanAndTheModelStillAnswers()
{
    const QString orphan = QDir(m_folder.path()).filePath(u"blobs/sha256-"_s + QString(64, u'0'));
    QFile file(orphan);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(5'000'000, 'o')) == 5'000'000);
    file.close();
    QVERIFY(look());
    QCOMPARE(m_storage->map().leftovers.size(), 1);
    QCOMPARE(m_storage->map().leftovers.first().state, Leftover::State::Recent);
    const auto yesterday = static_cast<time_t>(QDateTime::currentSecsSinceEpoch() - 24 * 3600);
    const utimbuf times{yesterday, yesterday};
    QVERIFY(::utime(QFile::encodeName(orphan).constData(), &times) == 0);
    QVERIFY(look());
    const QList<Leftover> found = m_storage->map().leftovers;
    QCOMPARE(found.first().state, Leftover::State::Removable);
    QVERIFY(found.first().bytes >= 5'000'000);
    const qint64 before = du(u"du -s --block-size=1 -- \"$1\""_s);
    const auto removed = outcome<library::LeftoverOutcome>(m_storage->remove(found, this)).value;
    QVERIFY(removed);
    QCOMPARE(removed->removed, 1);
    QCOMPARE(removed->freedBytes, before - du(u"du -s --block-size=1 -- \"$1\""_s));
    QVERIFY(!QFileInfo::exists(orphan));
    backend::ChatRequest request;
    request.model = name();
    request.messages = {{backend::Role::User, QString::fromLatin1(support::capitalQuestion)}};
    request.options.temperature = 0;
    request.options.maxTokens = 20;
    auto *chat = m_backend->chat(request, this);
    QString answer;
    connect(chat, &backend::ChatOperation::received, this,
            [&](const backend::ChatDelta &delta) { answer += delta.text; });
    QVERIFY(outcome<backend::ChatSummary>(chat).value);
    QVERIFY2(answer.contains(u"Paris"_s), qPrintable(answer));
}

void TestStorage::listsWhatACancelledPullLeaves()
{
    QVERIFY(outcome<void>(m_backend->unload(name(), this)).isFinished);
    QVERIFY(outcome<void>(m_backend->remove(name(), this)).isFinished);
    QVERIFY(m_downloads->pull(m_parts.slowRegistryModel()));
    const auto at = [this](int role) { return m_downloads->index(0).data(role); };
    QTRY_VERIFY_WITH_TIMEOUT(at(Downloads::CompletedRole).toLongLong() > 10'000'000, 30'000);
    QVERIFY(look());
    QVERIFY(!m_storage->map().leftovers.isEmpty());
    m_downloads->cancel(0);
    QTRY_COMPARE(m_downloads->runningCount(), 0);
    QVERIFY(look());
    const QList<Leftover> leftovers = m_storage->map().leftovers;
    const auto partial = std::ranges::find(leftovers, Leftover::Kind::Unfinished, &Leftover::kind);
    QVERIFY(partial != leftovers.end());
    QVERIFY(partial->files.size() > 1); // and its notes
    QVERIFY(partial->wholeBytes > 90'000'000);
    QVERIFY(partial->bytes > 5'000'000 && partial->bytes < partial->wholeBytes);
    QCOMPARE(partial->state, Leftover::State::Recent);
    qInfo("a cancelled pull left %lld of %lld bytes in %lld files", partial->bytes, partial->wholeBytes,
          static_cast<long long>(partial->files.size()));
    // It is what the next pull goes on from.
    const auto kept = outcome<library::LeftoverOutcome>(m_storage->remove({*partial}, this)).value;
    QVERIFY(kept);
    QCOMPARE(kept->kept, 1);
    m_downloads->resume(0);
    QTRY_VERIFY_WITH_TIMEOUT(at(Downloads::StateRole).value<Downloads::State>() == Downloads::State::Done,
                             60'000);
    QVERIFY(look());
    QVERIFY(m_storage->map().leftovers.isEmpty());
}

QTEST_GUILESS_MAIN(TestStorage)
#include "tst_Storage.moc"
