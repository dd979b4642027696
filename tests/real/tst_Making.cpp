// Models derived, copied, renamed, imported and pushed (in the queue of downloads) with the real engine and
// registry.
#include "library/Copier.h"
#include "library/Downloads.h"
#include "library/Modelfile.h"
#include "library/Workshop.h"
#include "ollama/OllamaBackend.h"
#include "ollama/OllamaMaker.h"
#include "support/RealParts.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using library::Copier;
using library::Workshop;
using support::outcome;
using Stage = Workshop::Stage;

class TestMaking : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void derivesAndReadsBack();
    void writesTheModelfileTheEngineShows();
    void tellsWhatIsWrongWithATemplate();
    void copiesAndRenames();
    void importsAFile();
    void goesOnWithAFileThatWasRead();
    void pushesInTheQueueAndPullsBack();
    void tellsThatARegistryIsNotThere();

private:
    static bool ends(Workshop &workshop);
    bool ends() { return ends(*m_workshop); }
    std::optional<backend::ModelDetails> details(const QString &name);
    QStringList names();
    // The weights' file in the folder of the engine.
    QString weights();

    support::RealParts m_parts;
    QTemporaryDir m_models;
    QTemporaryDir m_files;
    std::unique_ptr<support::OwnEngine> m_engine;
    net::Http m_http;
    std::unique_ptr<ollama::OllamaBackend> m_backend;
    std::unique_ptr<ollama::OllamaMaker> m_maker;
    std::unique_ptr<library::InstalledModels> m_installed;
    std::unique_ptr<Workshop> m_workshop;
    QString m_model;
};

void TestMaking::initTestCase()
{
    const auto parts = support::RealParts::fromEnvironment();
    QVERIFY2(parts, support::withoutRealParts);
    m_parts = *parts;
    m_model = m_parts.registryModel();
    m_engine = std::make_unique<support::OwnEngine>(m_parts, m_models.path());
    QVERIFY(m_engine->start());
    m_backend = std::make_unique<ollama::OllamaBackend>(m_http, m_engine->address());
    m_maker =
        std::make_unique<ollama::OllamaMaker>(m_http, [this] { return base::Access(m_engine->address()); });
    m_installed = std::make_unique<library::InstalledModels>(*m_backend);
    m_workshop = std::make_unique<Workshop>(*m_backend, *m_maker, *m_installed);
    QVERIFY(outcome<void>(m_backend->pull(m_model, this)).isFinished);
    m_installed->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(m_installed->isKnown(), 30'000);
}

void TestMaking::cleanupTestCase()
{
    m_workshop.reset();
    m_installed.reset();
    m_backend.reset();
    m_engine.reset();
}

void TestMaking::init()
{
    m_workshop->dismiss();
}

// In an event loop: qWaitFor() sleeps ten milliseconds between two parts of a file.
bool TestMaking::ends(Workshop &workshop)
{
    QSignalSpy changed(&workshop, &Workshop::changed);
    while (workshop.isBusy() && changed.wait(300'000)) {
    }
    if (workshop.stage() == Stage::Failed)
        qWarning("%s", qPrintable(workshop.error().detail));
    return !workshop.isBusy();
}

std::optional<backend::ModelDetails> TestMaking::details(const QString &name)
{
    return outcome<backend::ModelDetails>(m_backend->details(name, this)).value;
}

QStringList TestMaking::names()
{
    QStringList names;
    const auto models = outcome<QList<backend::ModelInfo>>(m_backend->installedModels(this)).value;
    for (const backend::ModelInfo &model : models.value_or(QList<backend::ModelInfo>()))
        names.append(model.name);
    return names;
}

QString TestMaking::weights()
{
    static const QRegularExpression from(u"\\nFROM (\\S*sha256-[0-9a-f]{64})"_s);
    const auto known = details(m_model);
    return known ? from.match(known->modelfile).captured(1) : QString();
}

void TestMaking::derivesAndReadsBack()
{
    const backend::Recipe recipe{
        .base = m_model,
        .files = {},
        .systemPrompt = u"你是海盗。\nSay \"Arr\"."_s,
        .parameters = {{u"temperature"_s, u"0.25"_s}, {u"num_ctx"_s, u"2048"_s}, {u"stop"_s, u"Arr!"_s}},
        .messages = {{backend::Role::User, u"Ahoy"_s}, {backend::Role::Assistant, u"Aye"_s}},
        .licences = {u"MIT"_s}};
    m_workshop->make(u"pirate"_s, recipe);
    QVERIFY(ends());
    QCOMPARE(m_workshop->stage(), Stage::Done);
    const auto made = details(u"pirate"_s);
    QVERIFY(made);
    QCOMPARE(made->systemPrompt, recipe.systemPrompt);
    QVERIFY2(made->parameters.contains(QRegularExpression(u"temperature +0\\.25"_s)),
             qPrintable(made->parameters));
    QVERIFY(made->parameters.contains(QRegularExpression(u"num_ctx +2048"_s)));
    QVERIFY(made->parameters.contains(u"\"Arr!\""_s));
    QVERIFY(made->modelfile.contains(u"MESSAGE user Ahoy"_s));
    QVERIFY(made->licence.contains(u"MIT"_s));
    QCOMPARE(made->modelTemplate, details(m_model)->modelTemplate); // as in the base
}

// What the engine writes is read as it means it, and says the same when it is written again.
void TestMaking::writesTheModelfileTheEngineShows()
{
    const auto made = details(u"pirate"_s);
    QVERIFY(made);
    const auto recipe = library::readModelfile(made->modelfile);
    QVERIFY(recipe);
    QCOMPARE(recipe->systemPrompt, made->systemPrompt);
    QCOMPARE(recipe->modelTemplate, made->modelTemplate);
    QVERIFY(recipe->parameters.contains(backend::Parameter{u"temperature"_s, u"0.25"_s}));
    QVERIFY(recipe->parameters.contains(backend::Parameter{u"stop"_s, u"Arr!"_s}));
    QCOMPARE(recipe->messages.size(), 2);
    QCOMPARE(library::readModelfile(library::writeModelfile(*recipe)).value(), *recipe);

    backend::Recipe again = *recipe;
    again.base = m_model;
    again.licences.clear(); // the base has them
    m_workshop->make(u"again"_s, again);
    QVERIFY(ends());
    QCOMPARE(m_workshop->stage(), Stage::Done);
    const auto second = details(u"again"_s);
    QVERIFY(second);
    QCOMPARE(second->systemPrompt, made->systemPrompt);
    QCOMPARE(second->modelTemplate, made->modelTemplate);
}

void TestMaking::tellsWhatIsWrongWithATemplate()
{
    m_workshop->make(u"broken"_s, {.base = m_model, .files = {}, .modelTemplate = u"{{ .Prompt"_s});
    QVERIFY(ends());
    QCOMPARE(m_workshop->stage(), Stage::Failed);
    QCOMPARE(m_workshop->error().kind, base::Error::Kind::Server);
    QVERIFY2(m_workshop->error().detail.contains(u"template"_s), qPrintable(m_workshop->error().detail));
    QVERIFY(!names().contains(u"broken:latest"_s));
}

void TestMaking::copiesAndRenames()
{
    Copier copier(*m_backend, *m_installed);
    QSignalSpy copied(&copier, &Copier::copied);
    copier.copy(u"pirate:latest"_s, u"corsair"_s);
    QVERIFY(copied.wait(30'000));
    QVERIFY(names().contains(u"corsair:latest"_s));
    QVERIFY(names().contains(u"pirate:latest"_s));
    m_installed->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(m_installed->contains(u"corsair"_s), 30'000);
    // In memory, and answering.
    backend::ChatRequest request{
        .model = u"corsair"_s, .messages = {{backend::Role::User, u"Hi"_s}}, .options = {}};
    request.options.maxTokens = 300;
    auto *chat = m_backend->chat(request, this);
    QSignalSpy ended(chat, &backend::ChatOperation::finished);
    QSignalSpy failed(chat, &base::Operation::failed);
    QSignalSpy received(chat, &backend::ChatOperation::received);
    QVERIFY(received.wait(60'000));
    QSignalSpy renamed(&copier, &Copier::renamed);
    copier.rename(u"corsair:latest"_s, u"privateer:2"_s);
    QVERIFY(renamed.wait(30'000));
    QVERIFY(names().contains(u"privateer:2"_s));
    QVERIFY(!names().contains(u"corsair:latest"_s));
    QVERIFY(ended.size() == 1 || ended.wait(120'000));
    QVERIFY(failed.isEmpty());
    QCOMPARE(details(u"privateer:2"_s)->systemPrompt, details(u"pirate"_s)->systemPrompt);
}

void TestMaking::importsAFile()
{
    const QString path = m_files.filePath(u"Small-Q4.gguf"_s);
    QVERIFY(QFile::copy(weights(), path));
    const auto file = library::openGguf(path);
    QVERIFY(file);
    // The engine must not have it, or nothing is sent.
    support::OwnEngine other(m_parts);
    QVERIFY(other.start());
    ollama::OllamaBackend backend(m_http, other.address());
    ollama::OllamaMaker maker(m_http, [&other] { return base::Access(other.address()); });
    library::InstalledModels installed(backend);
    Workshop workshop(backend, maker, installed);
    QList<Stage> stages;
    connect(&workshop, &Workshop::changed, this, [&] {
        if (stages.isEmpty() || stages.last() != workshop.stage())
            stages.append(workshop.stage());
    });
    workshop.importFile(u"small"_s, *file);
    QVERIFY(ends(workshop));
    QVERIFY2(workshop.stage() == Stage::Done, qPrintable(workshop.error().detail));
    QCOMPARE(stages, (QList{Stage::Reading, Stage::Asking, Stage::Sending, Stage::Making, Stage::Done}));

    // The weights it runs are the very bytes of the file.
    QFile again(path);
    QVERIFY(again.open(QIODevice::ReadOnly));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QVERIFY(hash.addData(&again));
    const QString digest = QString::fromLatin1(hash.result().toHex());
    const auto made = outcome<backend::ModelDetails>(backend.details(u"small"_s, this)).value;
    QVERIFY(made);
    QVERIFY2(made->modelfile.contains(digest), qPrintable(made->modelfile.left(400)));
    QVERIFY(made->parameterCount > 100'000'000);
    QString text;
    backend::ChatRequest request{
        .model = u"small"_s,
        .messages = {{backend::Role::User, QString::fromLatin1(support::capitalQuestion)}},
        .options = {}};
    request.options.temperature = 0;
    request.options.maxTokens = 40;
    auto *chat = backend.chat(request, this);
    connect(chat, &backend::ChatOperation::received, this,
            [&text](const backend::ChatDelta &delta) { text += delta.text; });
    QVERIFY(outcome<backend::ChatSummary>(chat).value);
    QVERIFY2(text.contains(u"Paris"_s), qPrintable(text));
}

void TestMaking::goesOnWithAFileThatWasRead()
{
    const QString path = m_files.filePath(u"Again-Q4.gguf"_s);
    QVERIFY(QFile::copy(weights(), path));
    QFile changed(path); // nobody has these bytes
    QVERIFY(changed.open(QIODevice::Append) && changed.write("more") == 4);
    changed.close();
    m_workshop->importFile(u"again"_s, library::openGguf(path).value());
    QTRY_VERIFY_WITH_TIMEOUT(m_workshop->stage() == Stage::Sending || !m_workshop->isBusy(), 60'000);
    m_workshop->stop();
    QVERIFY(ends());
    QCOMPARE(m_workshop->stage(), Stage::Stopped);
    QList<Stage> stages;
    connect(m_workshop.get(), &Workshop::changed, this, [&] { stages.append(m_workshop->stage()); });
    m_workshop->again();
    QVERIFY(ends());
    m_workshop->disconnect(this);
    QVERIFY(!stages.contains(Stage::Reading));
    QVERIFY(stages.contains(Stage::Making)); // all of it arrived
}

// Paused on its way, then cut off by the end of the program, then gone on with in the next run.
void TestMaking::pushesInTheQueueAndPullsBack()
{
    using library::Downloads;
    const QString name = m_parts.registry + u"/tests/pirate:1"_s;
    QVERIFY(outcome<void>(m_backend->copy(u"pirate"_s, name, this)).isFinished);
    const QString list = m_files.filePath(u"downloads"_s);
    auto downloads = std::make_unique<Downloads>(*m_backend, list);
    const auto run = [&] {
        downloads->setMaker(*m_maker);
        return downloads.get();
    };
    const auto state = [&] {
        return downloads->index(0).data(Downloads::StateRole).value<Downloads::State>();
    };
    const auto hasSent = [&] {
        return downloads->index(0).data(Downloads::CompletedRole).toLongLong() > 1'000'000 ||
               state() == Downloads::State::Done;
    };
    QVERIFY(run()->push(name));
    QTRY_VERIFY_WITH_TIMEOUT(hasSent(), 60'000);
    QVERIFY(state() != Downloads::State::Done); // a disk that fast leaves nothing to be paused
    downloads->pause(0);
    QTRY_COMPARE_WITH_TIMEOUT(state(), Downloads::State::Paused, 10'000);
    downloads->resume(0);
    QTRY_VERIFY_WITH_TIMEOUT(hasSent(), 60'000);
    downloads.reset();
    downloads = std::make_unique<Downloads>(*m_backend, list);
    QCOMPARE(state(), Downloads::State::Paused);
    QSignalSpy pushed(run(), &Downloads::pushed);
    downloads->resumeAll();
    QTRY_COMPARE_WITH_TIMEOUT(pushed.size(), 1, 300'000);
    QCOMPARE(state(), Downloads::State::Done);
    support::OwnEngine other(m_parts);
    QVERIFY(other.start());
    ollama::OllamaBackend backend(m_http, other.address());
    QVERIFY(outcome<void>(backend.pull(name, this)).isFinished);
    const auto pulled = outcome<backend::ModelDetails>(backend.details(name, this)).value;
    QVERIFY(pulled);
    QCOMPARE(pulled->systemPrompt, details(u"pirate"_s)->systemPrompt);
    QVERIFY(outcome<void>(m_backend->remove(name, this)).isFinished);
}

// Nothing listens there: that passes by itself, perhaps.
void TestMaking::tellsThatARegistryIsNotThere()
{
    using library::Downloads;
    const QString name = u"127.0.0.1:1/tests/pirate:1"_s;
    QVERIFY(outcome<void>(m_backend->copy(u"pirate"_s, name, this)).isFinished);
    Downloads downloads(*m_backend);
    downloads.setMaker(*m_maker);
    downloads.setRetryPolicy({.waits = {std::chrono::milliseconds(100)}});
    QSignalSpy brokeOff(&downloads, &Downloads::brokeOff);
    QSignalSpy failed(&downloads, &Downloads::pushFailed);
    QVERIFY(downloads.push(name));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 120'000);
    QCOMPARE(brokeOff.size(), 1);
    QCOMPARE(failed.first().at(1).value<base::Error>().kind, base::Error::Kind::Registry);
    QVERIFY(outcome<void>(m_backend->remove(name, this)).isFinished);
}

QTEST_GUILESS_MAIN(TestMaking)
#include "tst_Making.moc"
