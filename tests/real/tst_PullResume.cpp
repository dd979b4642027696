// Downloads that are paused, cut off with the program, and cut off with the engine, against the real engine
// and the real registry: what came is not fetched again where the engine has noted it, and what is there in
// the end is what was published.
#include "library/Downloads.h"
#include "ollama/OllamaBackend.h"
#include "support/CountingWay.h"
#include "support/RealParts.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>

using namespace Qt::StringLiterals;
using library::Downloads;
using library::PullHold;
using library::PullWait;
using State = Downloads::State;
using support::outcome;

namespace {

constexpr int minutes = 60'000;
constexpr qint64 enough = 30'000'000; // of the 98 MB there are
constexpr double mostTwice = 1.1;     // what was on its way when it was stopped comes twice
constexpr double allTwice = 2;        // a killed engine has noted nothing: it does so when a pull is stopped

} // namespace

class TestPullResume : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_engine.reset(); }
    void goesOnAfterAPause();
    void goesOnAfterTheProgramWasKilled();
    void goesOnAfterTheEngineWasKilled();

private:
    QString name() const { return m_way->address() + u"/library/smollm2:135m"_s; }
    static State state(const Downloads &downloads)
    {
        return downloads.index(0).data(Downloads::StateRole).value<State>();
    }
    static qint64 completed(const Downloads &downloads)
    {
        return downloads.index(0).data(Downloads::CompletedRole).toLongLong();
    }
    void checkWhatIsThere(double most);
    bool isStillWithinASecond() const;

    support::RealParts m_parts;
    QTemporaryDir m_models;
    QTemporaryDir m_data;
    std::unique_ptr<support::OwnEngine> m_engine;
    net::Http m_http;
    std::unique_ptr<support::CountingWay> m_way;
    std::unique_ptr<ollama::OllamaBackend> m_backend;
};

void TestPullResume::initTestCase()
{
    const auto parts = support::RealParts::fromEnvironment();
    QVERIFY2(parts, support::withoutRealParts);
    m_parts = *parts;
    m_engine = std::make_unique<support::OwnEngine>(m_parts, m_models.path());
    QVERIFY(m_engine->start());
    m_way = std::make_unique<support::CountingWay>(m_parts.slowRegistry);
    QVERIFY(m_way->listen());
    m_backend = std::make_unique<ollama::OllamaBackend>(m_http, m_engine->address());
}

// Each begins with an engine that has nothing of it.
void TestPullResume::init()
{
    const auto models = outcome<QList<backend::ModelInfo>>(m_backend->installedModels(this)).value;
    QVERIFY(models);
    for (const backend::ModelInfo &model : *models)
        QVERIFY(outcome<void>(m_backend->remove(model.name, this)).isFinished);
    QVERIFY(QDir(m_models.filePath(u"blobs"_s)).entryList(QDir::Files).isEmpty());
    m_way->received = 0;
}

// Every blob has the digest it is named after, nothing unfinished is left, and no more than `most` of the
// size came.
void TestPullResume::checkWhatIsThere(double most)
{
    const auto models = outcome<QList<backend::ModelInfo>>(m_backend->installedModels(this)).value;
    QVERIFY(models && models->size() == 1);
    const qint64 size = models->first().sizeBytes;
    QVERIFY(size > 2 * enough);
    const QDir blobs(m_models.filePath(u"blobs"_s));
    const QStringList files = blobs.entryList(QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QString &name : files) {
        QFile file(blobs.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCryptographicHash hash(QCryptographicHash::Sha256);
        QVERIFY(hash.addData(&file));
        QCOMPARE(name, u"sha256-"_s + QString::fromLatin1(hash.result().toHex()));
    }
    const double share = static_cast<double>(m_way->received) / static_cast<double>(size);
    qInfo("%lld bytes came for a model of %lld, %.2f %%", m_way->received, size, share * 100);
    QVERIFY(share < most);
}

// No byte comes any more: neither the program nor the engine asks for one (PUL-02).
bool TestPullResume::isStillWithinASecond() const
{
    constexpr int second = 1000;
    QElapsedTimer since;
    since.start();
    qint64 last = 0;
    qint64 before = m_way->received;
    (void)QTest::qWaitFor(
        [&] {
            if (std::exchange(before, m_way->received) != m_way->received)
                last = since.elapsed();
            return since.elapsed() > second + second / 2;
        },
        2 * second);
    qInfo("the last byte came after %lld ms", last);
    return last < second;
}

void TestPullResume::goesOnAfterAPause()
{
    Downloads downloads(*m_backend);
    QVERIFY(downloads.pull(name()));
    QTRY_VERIFY_WITH_TIMEOUT(completed(downloads) > enough, minutes);
    downloads.pause(0);
    QVERIFY(isStillWithinASecond());
    QCOMPARE(state(downloads), State::Paused);
    const qint64 paused = completed(downloads);
    const double share = downloads.index(0).data(Downloads::FractionRole).toDouble();
    QVERIFY(share > 0.25 && share < 0.99);
    downloads.resume(0);
    QVERIFY(completed(downloads) >= paused);
    QTRY_COMPARE_WITH_TIMEOUT(state(downloads), State::Done, minutes);
    checkWhatIsThere(mostTwice);
}

void TestPullResume::goesOnAfterTheProgramWasKilled()
{
    const QString list = m_data.filePath(u"downloads"_s);
    const QString found = m_data.filePath(u"found"_s); // by the next run
    qint64 before = 0;
    {
        Downloads downloads(*m_backend, list);
        QVERIFY(downloads.pull(name()));
        QTRY_VERIFY_WITH_TIMEOUT(completed(downloads) > enough, minutes);
        QVERIFY(QFile::copy(list, found)); // as it is on the disk at that moment
        before = completed(downloads);
    }
    Downloads downloads(*m_backend, found);
    QCOMPARE(downloads.rowCount(), 1);
    QCOMPARE(state(downloads), State::Paused);
    QVERIFY(downloads.index(0).data(Downloads::InterruptedRole).toBool());
    downloads.resumeAll();
    // What the file could not know the server tells.
    QTRY_VERIFY_WITH_TIMEOUT(completed(downloads) >= before, minutes);
    QTRY_COMPARE_WITH_TIMEOUT(state(downloads), State::Done, minutes);
    checkWhatIsThere(mostTwice);
}

void TestPullResume::goesOnAfterTheEngineWasKilled()
{
    Downloads downloads(*m_backend);
    downloads.setRetryPolicy({.waits = {std::chrono::hours(1)}});
    QVERIFY(downloads.pull(name()));
    QTRY_VERIFY_WITH_TIMEOUT(completed(downloads) > enough, minutes);
    m_engine->kill();
    downloads.setServerThere(false);
    QTRY_COMPARE(state(downloads), State::Queued);
    QCOMPARE(downloads.index(0).data(Downloads::WaitRole).value<PullWait>().hold, PullHold::Server);
    QVERIFY(m_engine->start());
    downloads.setServerThere(true);
    QCOMPARE(state(downloads), State::Running);
    QTRY_COMPARE_WITH_TIMEOUT(state(downloads), State::Done, minutes);
    checkWhatIsThere(allTwice);
}

QTEST_GUILESS_MAIN(TestPullResume)
#include "tst_PullResume.moc"
