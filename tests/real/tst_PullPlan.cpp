// The plan of a pull against the real registry and a real engine: what it says is to be downloaded, and what
// then goes over the wire.
#include "core/WebFetch.h"
#include "library/Downloads.h"
#include "ollama/OllamaBackend.h"
#include "support/CountingWay.h"
#include "support/RealParts.h"

#include <cmath>

using namespace Qt::StringLiterals;
using library::PullPlan;
using support::CountingWay;
using support::outcome;

class TestPullPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_engine.reset(); }
    void planEqualsWhatIsDownloaded();
    void sharesTheLayersOfAnotherModel();
    void saysThatTheRegistryDoesNotKnowAModel();
    void obeysTheLock();
    void refusesBeforeAByteMovesWhereThereIsNoRoom();

private:
    support::Outcome<PullPlan> plan(const QString &name);
    bool ask(const QByteArray &method, const QString &path, const QByteArray &body);

    support::RealParts m_parts;
    std::unique_ptr<support::OwnEngine> m_engine;
    privacy::Ledger m_ledger;
    net::Http m_http{&m_ledger};
    std::unique_ptr<CountingWay> m_way;
    std::unique_ptr<ollama::OllamaBackend> m_backend;
    std::unique_ptr<library::Planner> m_planner;
    qint64 m_room = -1;
};

void TestPullPlan::initTestCase()
{
    const auto parts = support::RealParts::fromEnvironment();
    QVERIFY2(parts, support::withoutRealParts);
    m_parts = *parts;
    m_engine = std::make_unique<support::OwnEngine>(m_parts);
    QVERIFY(m_engine->start());
    m_way = std::make_unique<CountingWay>(m_parts.registry);
    QVERIFY(m_way->listen());
    m_backend = std::make_unique<ollama::OllamaBackend>(m_http, m_engine->address());
    m_planner =
        std::make_unique<library::Planner>(*m_backend, ui::manifestsOver(m_http), [this] { return m_room; });
}

support::Outcome<PullPlan> TestPullPlan::plan(const QString &name)
{
    return outcome<PullPlan>(m_planner->plan(name, this));
}

// Of the engine that has the models: what a Backend does not do.
bool TestPullPlan::ask(const QByteArray &method, const QString &path, const QByteArray &body)
{
    net::HttpRequest request{.method = method, .url = m_parts.engine.resolved(QUrl(path)), .body = body};
    request.access.url = m_parts.engine;
    request.firstByteTimeout = std::chrono::minutes(2);
    const auto reply = outcome<net::HttpResponse>(m_http.send(request, this)).value;
    return reply && reply->isSuccess() && !reply->body.contains("\"error\"");
}

void TestPullPlan::planEqualsWhatIsDownloaded()
{
    const QString name = m_way->address() + u"/library/smollm2:135m"_s;
    const auto planned = plan(name);
    QVERIFY(planned.value);
    QVERIFY(!planned.value->serverError);
    QVERIFY(planned.value->there.isEmpty());
    const qint64 net = planned.value->netBytes();
    QCOMPARE(net, planned.value->totalBytes());
    m_way->received = 0;
    QVERIFY(outcome<void>(m_backend->pull(name, this)).isFinished);
    const double error = std::abs(static_cast<double>(m_way->received - net)) / static_cast<double>(net);
    qInfo("plan_error: planned %lld bytes, %lld came, %.3f %%", net, m_way->received, error * 100);
    QVERIFY(error <= 0.01);

    const auto models = outcome<QList<backend::ModelInfo>>(m_backend->installedModels(this)).value;
    QVERIFY(models && models->size() == 1);
    QCOMPARE(models->first().sizeBytes, net);
    const auto again = plan(name);
    QVERIFY(again.value);
    QCOMPARE(again.value->netBytes(), 0);
    QCOMPARE(again.value->there.size(), again.value->layers.size());
}

// The model that thinks first has the same weights.
void TestPullPlan::sharesTheLayersOfAnotherModel()
{
    const QByteArray copy = m_parts.registry.toUtf8() + "/library/thinks:1";
    const QByteArray model = QByteArray("\"model\":\"") + copy + '"';
    QVERIFY(
        ask("POST", u"/api/copy"_s,
            QByteArray("{\"source\":\"") + support::thinkingModel + "\",\"destination\":\"" + copy + "\"}"));
    QVERIFY(ask("POST", u"/api/push"_s, '{' + model + ",\"insecure\":true,\"stream\":false}"));
    QVERIFY(ask("DELETE", u"/api/delete"_s, '{' + model + '}'));

    const QString name = m_way->address() + u"/library/thinks:1"_s;
    const auto planned = plan(name);
    QVERIFY(planned.value);
    QVERIFY(planned.value->thereBytes() > 90'000'000);
    const qint64 net = planned.value->netBytes();
    QVERIFY2(net > 0 && net < 100'000, qPrintable(QString::number(net)));
    m_way->received = 0;
    QVERIFY(outcome<void>(m_backend->pull(name, this)).isFinished);
    // So little is outweighed by what HTTP adds and by the manifest.
    qInfo("planned %lld bytes, %lld came", net, m_way->received);
    QVERIFY(m_way->received >= net && m_way->received < net + 20'000);
}

void TestPullPlan::saysThatTheRegistryDoesNotKnowAModel()
{
    const auto planned = plan(m_parts.registry + u"/library/absent:1"_s);
    QVERIFY(planned.error);
    QCOMPARE(planned.error->kind, base::Error::Kind::NotFound);
}

void TestPullPlan::obeysTheLock()
{
    m_ledger.clear();
    m_ledger.setLock(m_engine->address());
    m_way->received = 0;
    const auto planned = plan(m_way->address() + u"/library/smollm2:135m"_s);
    m_ledger.removeLock();
    QVERIFY(planned.error);
    QCOMPARE(planned.error->kind, base::Error::Kind::Locked);
    QCOMPARE(m_way->received, 0);
    QVERIFY(m_ledger.contacts().isEmpty());
}

void TestPullPlan::refusesBeforeAByteMovesWhereThereIsNoRoom()
{
    QVERIFY(outcome<void>(m_backend->remove(m_way->address() + u"/library/thinks:1"_s, this)).isFinished);
    QVERIFY(outcome<void>(m_backend->remove(m_way->address() + u"/library/smollm2:135m"_s, this)).isFinished);
    m_room = 50'000'000;
    library::Downloads downloads(*m_backend);
    downloads.setPlanner(m_planner.get());
    QVERIFY(downloads.pull(m_parts.registryModel()));
    const auto state = [&] {
        return downloads.index(0).data(library::Downloads::StateRole).value<library::Downloads::State>();
    };
    QTRY_COMPARE(state(), library::Downloads::State::Failed);
    const auto refused = downloads.index(0).data(library::Downloads::PlanRole).value<PullPlan>();
    QVERIFY(refused.netBytes() > 98'000'000);
    QCOMPARE(refused.diskBytes, m_room);
    QVERIFY(outcome<QList<backend::ModelInfo>>(m_backend->installedModels(this)).value->isEmpty());
}

QTEST_GUILESS_MAIN(TestPullPlan)
#include "tst_PullPlan.moc"
