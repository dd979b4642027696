// An update against the real registry and a real engine: that it is noticed and named, that the old state
// stays without taking room, and that the way back ends where it began.
#include "core/WebFetch.h"
#include "library/Updater.h"
#include "library/Updates.h"
#include "ollama/OllamaBackend.h"
#include "support/RealParts.h"

#include <QDirIterator>

#include <algorithm>

using namespace Qt::StringLiterals;
using library::LayerKind;
using library::UpdateFinding;
using support::outcome;
using Kind = UpdateFinding::Kind;

class TestUpdates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void knowsWhatItPulledForTheRegistrys();
    void namesWhatChanged();
    void updatesAndKeepsTheOldState();
    void goesBackToTheVerySame();
    void knowsNoUpdatesOfWhatTheRegistryHasNot();

private:
    bool ask(const QByteArray &method, const QString &path, const QByteArray &body);
    bool publish();
    bool list();
    const UpdateFinding *check(const QString &name);
    QString digest(const QString &name) const;
    qint64 blobBytes() const;

    support::RealParts m_parts;
    QTemporaryDir m_folder;
    std::unique_ptr<support::OwnEngine> m_engine;
    net::Http m_http;
    std::unique_ptr<ollama::OllamaBackend> m_backend;
    std::unique_ptr<library::InstalledModels> m_installed;
    std::unique_ptr<library::Downloads> m_downloads;
    std::unique_ptr<library::Updates> m_updates;
    std::unique_ptr<library::Updater> m_updater;
    QString m_name;
    QString m_old; // its digest at first
};

void TestUpdates::initTestCase()
{
    const auto parts = support::RealParts::fromEnvironment();
    QVERIFY2(parts, support::withoutRealParts);
    m_parts = *parts;
    m_name = m_parts.registry + u"/library/updated:1"_s;
    m_engine = std::make_unique<support::OwnEngine>(m_parts, m_folder.path());
    QVERIFY(m_engine->start());
    m_backend = std::make_unique<ollama::OllamaBackend>(m_http, m_engine->address());
    m_installed = std::make_unique<library::InstalledModels>(*m_backend);
    m_downloads = std::make_unique<library::Downloads>(*m_backend);
    m_updates = std::make_unique<library::Updates>(*m_backend, *m_installed, ui::manifestsOver(m_http),
                                                   ui::layersOver(m_http));
    m_updater = std::make_unique<library::Updater>(*m_backend, *m_installed, *m_downloads);
}

void TestUpdates::cleanupTestCase()
{
    m_updater.reset();
    m_updates.reset();
    m_downloads.reset();
    m_installed.reset();
    m_engine.reset();
}

// Of the engine that has the models and publishes them: what a Backend does not do.
bool TestUpdates::ask(const QByteArray &method, const QString &path, const QByteArray &body)
{
    net::HttpRequest request{.method = method, .url = m_parts.engine.resolved(QUrl(path)), .body = body};
    request.access.url = m_parts.engine;
    request.firstByteTimeout = std::chrono::minutes(2);
    const auto reply = outcome<net::HttpResponse>(m_http.send(request, this)).value;
    return reply && reply->isSuccess() && !reply->body.contains("\"error\"");
}

// What the other engine has under the name goes to the registry and from there.
bool TestUpdates::publish()
{
    const QByteArray model = "\"model\":\"" + m_name.toUtf8() + '"';
    return ask("POST", u"/api/push"_s, '{' + model + ",\"insecure\":true,\"stream\":false}") &&
           ask("DELETE", u"/api/delete"_s, '{' + model + '}');
}

// The engine lists what changed in the same second in any order.
bool TestUpdates::list()
{
    const auto inOrder = [](QList<backend::ModelInfo> models) {
        std::ranges::sort(models, {}, &backend::ModelInfo::name);
        return models;
    };
    const auto models = outcome<QList<backend::ModelInfo>>(m_backend->installedModels(this)).value;
    m_installed->refresh();
    return models &&
           QTest::qWaitFor([&] { return inOrder(m_installed->models()) == inOrder(*models); }, 30'000);
}

const UpdateFinding *TestUpdates::check(const QString &name)
{
    m_updates->check(name);
    return QTest::qWaitFor([this] { return !m_updates->isChecking(); }, 30'000) ? m_updates->finding(name)
                                                                                : nullptr;
}

QString TestUpdates::digest(const QString &name) const
{
    const backend::ModelInfo *model = m_installed->find(name);
    return model ? model->digest : QString();
}

qint64 TestUpdates::blobBytes() const
{
    qint64 bytes = 0;
    QDirIterator files(m_folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        if (files.fileName().startsWith(u"sha256-"_s))
            bytes += files.fileInfo().size();
    }
    return bytes;
}

void TestUpdates::knowsWhatItPulledForTheRegistrys()
{
    QVERIFY(ask("POST", u"/api/copy"_s,
                QByteArray("{\"source\":\"") + support::smallModel + "\",\"destination\":\"" +
                    m_name.toUtf8() + "\"}"));
    QVERIFY(publish());
    QVERIFY(outcome<void>(m_backend->pull(m_name, this)).isFinished);
    QVERIFY(list());
    m_old = digest(m_name);
    QCOMPARE(m_old.size(), 64);
    const auto manifest = outcome<QByteArray>(ui::manifestsOver(m_http)(
                                                  library::manifestUrl(*base::parseModelName(m_name)), this))
                              .value;
    QVERIFY(manifest);
    QVERIFY(library::listedDigests(*manifest).contains(m_old));
    const UpdateFinding *finding = check(m_name);
    QVERIFY(finding);
    QCOMPARE(finding->kind, Kind::UpToDate);
}

void TestUpdates::namesWhatChanged()
{
    QVERIFY(ask("POST", u"/api/create"_s,
                "{\"model\":\"" + m_name.toUtf8() + "\",\"from\":\"" + support::smallModel +
                    "\",\"parameters\":{\"temperature\":0.3,\"stop\":[\"<|end|>\"]},"
                    "\"template\":\"{{ .Prompt }}\\nBriefly.\",\"stream\":false}"));
    QVERIFY(publish());
    const UpdateFinding *finding = check(m_name);
    QVERIFY(finding);
    QCOMPARE(finding->kind, Kind::Differs);
    const library::UpdateDiff &diff = finding->diff;
    QVERIFY(diff.changesPart(LayerKind::Template));
    QVERIFY(diff.changesPart(LayerKind::Parameters));
    QCOMPARE(diff.changes.size(), 2);
    QCOMPARE(diff.changes[0].after, std::optional(u"{{ .Prompt }}\nBriefly."_s));
    QVERIFY2(diff.changes[1].after && diff.changes[1].after->contains(u"temperature 0.3"_s) &&
                 diff.changes[1].after->contains(u"stop \"<|end|>\""_s),
             qPrintable(diff.changes[1].after.value_or(QString())));
    QVERIFY2(diff.netBytes() > 0 && diff.netBytes() < 10'000, qPrintable(QString::number(diff.netBytes())));
    qInfo("net bytes of the update: %lld", diff.netBytes());
}

void TestUpdates::updatesAndKeepsTheOldState()
{
    const qint64 before = blobBytes();
    const qint64 net = m_updates->netBytes();
    QVERIFY(before > 90'000'000);
    m_updater->update(m_name);
    QTRY_VERIFY_WITH_TIMEOUT(!m_updater->underWay(m_name), 60'000);
    QVERIFY(!m_updater->failure(m_name));
    QVERIFY(list());
    const QStringList kept = m_updater->keptOf(m_name);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(digest(kept.first()), m_old);
    QVERIFY(digest(m_name) != m_old);
    QCOMPARE(blobBytes(), before + net); // what both have is there once
    const auto now = outcome<backend::ModelDetails>(m_backend->details(m_name, this)).value;
    const auto then = outcome<backend::ModelDetails>(m_backend->details(kept.first(), this)).value;
    QVERIFY(now && then);
    QCOMPARE(now->modelTemplate, u"{{ .Prompt }}\nBriefly."_s);
    QVERIFY(then->modelTemplate != now->modelTemplate);
    const library::UpdateDiff diff =
        library::installedDiff({.info = {}, .details = *then}, {.info = {}, .details = *now});
    QVERIFY(!diff.changesPart(LayerKind::Model));
    QVERIFY(diff.changesPart(LayerKind::Parameters));
    const UpdateFinding *finding = check(m_name);
    QVERIFY(finding);
    QCOMPARE(finding->kind, Kind::UpToDate);
}

void TestUpdates::goesBackToTheVerySame()
{
    const QString kept = m_updater->keptOf(m_name).value(0);
    QVERIFY(!kept.isEmpty());
    m_updater->goBack(kept);
    QTRY_VERIFY_WITH_TIMEOUT(!m_updater->underWay(kept), 30'000);
    QVERIFY(!m_updater->failure(kept));
    QVERIFY(list());
    QCOMPARE(digest(m_name), m_old);
    QCOMPARE(digest(kept), QString());
    // Every layer of the newer state is still on the disk, and that deceives nobody.
    const UpdateFinding *finding = check(m_name);
    QVERIFY(finding);
    QCOMPARE(finding->kind, Kind::Differs);
    QVERIFY(finding->diff.changesPart(LayerKind::Parameters));
    QCOMPARE(finding->diff.netBytes(), 0);
}

void TestUpdates::knowsNoUpdatesOfWhatTheRegistryHasNot()
{
    const QString name = m_parts.registry + u"/library/mine:1"_s;
    QVERIFY(outcome<void>(m_backend->copy(m_name, name, this)).isFinished);
    QVERIFY(list());
    const UpdateFinding *finding = check(name);
    QVERIFY(finding);
    QCOMPARE(finding->kind, Kind::NotInRegistry);
}

QTEST_GUILESS_MAIN(TestUpdates)
#include "tst_Updates.moc"
