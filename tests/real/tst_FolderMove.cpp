// The models folder of an engine that the app runs, moved to another disk: with the real engine, a model that
// answers before and after, and the app killed in the middle. The program runs itself a second time, with an
// argument, as the app that is killed.
#include "core/Core.h"
#include "ollama/OllamaBackend.h"
#include "support/RealParts.h"
#include "support/ServerInEnvironment.h"
#include "support/TempHome.h"
#include "support/TinyDisk.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>

#include <cstdio>

using library::FolderMove;
using library::Storage;
using support::outcome;
using namespace Qt::StringLiterals;
using Stage = FolderMove::Stage;

namespace {

// The core of an app whose engine keeps its models in a folder. `places`: home, folder, address.
std::unique_ptr<ui::Core> makeCore(const QString &home, const QString &address, const QString &program)
{
    auto core = std::make_unique<ui::Core>(
        ui::Places{home + u"/settings.ini"_s, home + u"/conversations.db"_s, home + u"/window"_s},
        support::serverInEnvironment(address));
    (void)core->engineSettings().setProgram(program);
    core->start();
    core->engine().start(program, QUrl(address));
    return core;
}

// The folder is known once the server has listed what lies in it.
bool knowsFolder(ui::Core &core, const QString &folder)
{
    return QTest::qWaitFor(
        [&] {
            core.storage().look();
            return core.connection().state() == server::Connection::State::Ready &&
                   core.installed().isKnown() && !core.installed().models().isEmpty() &&
                   QTest::qWaitFor([&] { return !core.storage().isLooking(); }) &&
                   core.storage().place() == Storage::Place::Found && core.storage().folder() == folder;
        },
        60'000);
}

bool plans(ui::Core &core, const QString &from, const QString &to)
{
    core.folderMove().look(from, to);
    return QTest::qWaitFor([&] { return core.folderMove().stage() == Stage::Planned; }) &&
           core.folderMove().plan().problem == library::MovePlan::Problem::None;
}

// Says how far it is, a line each time, until it is killed.
int beTheApp(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const auto core = makeCore(words[2], words[5], words[6]);
    if (!knowsFolder(*core, words[3]) || !plans(*core, words[3], words[4]))
        return 1;
    QObject::connect(&core->folderMove(), &FolderMove::changed, core.get(), [&core] {
        std::printf("%d\n", static_cast<int>(core->folderMove().stage()));
        std::fflush(stdout);
    });
    core->folderMove().begin();
    return QCoreApplication::exec();
}

// Sizes and times of what lies below.
QMap<QString, std::pair<qint64, QDateTime>> filesOf(const QString &folder)
{
    QMap<QString, std::pair<qint64, QDateTime>> files;
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QFileInfo info = each.nextFileInfo();
        files.insert(info.filePath().mid(folder.size()), {info.size(), info.lastModified()});
    }
    return files;
}

} // namespace

class TestFolderMove : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void loseNothingWhenTheAppIsKilled_data();
    void loseNothingWhenTheAppIsKilled();
    void movesTheModelsAndRemovesTheOldOnes();

private:
    QString answer(backend::Backend &backend);

    support::RealParts m_parts;
    support::TempHome m_home;
    QTemporaryDir m_folder;
    QTemporaryDir m_other;
    std::unique_ptr<support::TinyDisk> m_disk;
    QString m_from;
    QString m_to;
    QString m_address;
};

void TestFolderMove::initTestCase()
{
    const auto parts = support::RealParts::fromEnvironment();
    QVERIFY2(parts, support::withoutRealParts);
    m_parts = *parts;
    m_disk = std::make_unique<support::TinyDisk>(m_other.path(), 400'000'000);
    QVERIFY(m_disk->isMounted());
    m_from = QFileInfo(m_folder.path()).canonicalFilePath();
    m_to = QFileInfo(m_other.path()).canonicalFilePath();
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    m_address = u"http://127.0.0.1:%1"_s.arg(probe.serverPort());
    qputenv("HOME", m_home.path(u"person"_s).toLocal8Bit()); // the engine keeps a key there
    QFile engine(m_home.path(u"engine.env"_s));
    QVERIFY(engine.open(QIODevice::WriteOnly));
    engine.write("OLLAMA_MODELS=" + m_from.toUtf8() + '\n');
    engine.close();
    support::OwnEngine own(m_parts, m_from);
    QVERIFY(own.start());
    net::Http http;
    ollama::OllamaBackend backend(http, own.address());
    QVERIFY(outcome<void>(backend.pull(m_parts.registryModel(), this)).isFinished);
    QVERIFY(outcome<void>(backend.copy(m_parts.registryModel(), u"copy:1"_s, this)).isFinished);
}

QString TestFolderMove::answer(backend::Backend &backend)
{
    backend::ChatRequest request;
    request.model = m_parts.registryModel();
    request.messages = {{backend::Role::User, QString::fromLatin1(support::capitalQuestion)}};
    request.options.temperature = 0;
    request.options.maxTokens = 20;
    auto *chat = backend.chat(request, this);
    QString text;
    connect(chat, &backend::ChatOperation::received, this,
            [&text](const backend::ChatDelta &delta) { text += delta.text; });
    return outcome<backend::ChatSummary>(chat).value ? text : QString();
}

void TestFolderMove::loseNothingWhenTheAppIsKilled_data()
{
    QTest::addColumn<int>("stage");
    QTest::newRow("copying") << static_cast<int>(Stage::Copying);
    QTest::newRow("stopping the engine") << static_cast<int>(Stage::Stopping);
    QTest::newRow("starting it on the new folder") << static_cast<int>(Stage::Checking);
}

void TestFolderMove::loseNothingWhenTheAppIsKilled()
{
    QFETCH(int, stage);
    const auto before = filesOf(m_from);
    support::ChildProcess app;
    app.start(QCoreApplication::applicationFilePath(),
              {u"--be-the-app"_s, m_home.path(u"."_s), m_from, m_to, m_address, m_parts.engineProgram});
    const QByteArray wanted = QByteArray::number(stage) + '\n';
    QTRY_VERIFY_WITH_TIMEOUT(('\n' + app.output()).contains('\n' + wanted), 120'000);
    app.kill();
    QVERIFY(app.waitForFinished());
    QCOMPARE(filesOf(m_from), before);
    // The setting says what it said, and an engine on that folder has everything.
    QFile engine(m_home.path(u"engine.env"_s));
    QVERIFY(engine.open(QIODevice::ReadOnly));
    QVERIFY(engine.readAll().contains("OLLAMA_MODELS=" + m_from.toUtf8() + '\n'));
    support::OwnEngine own(m_parts, m_from);
    QVERIFY(own.start());
    net::Http http;
    ollama::OllamaBackend backend(http, own.address());
    QCOMPARE(outcome<QList<backend::ModelInfo>>(backend.installedModels(this)).value->size(), 2);
    QVERIFY2(answer(backend).contains(u"Paris"_s), "after the kill");
}

void TestFolderMove::movesTheModelsAndRemovesTheOldOnes()
{
    const auto core = makeCore(m_home.path(u"."_s), m_address, m_parts.engineProgram);
    QVERIFY(knowsFolder(*core, m_from));
    const auto before = filesOf(m_from);
    QVERIFY(plans(*core, m_from, m_to));
    const library::MovePlan plan = core->folderMove().plan();
    QCOMPARE(plan.way, library::MovePlan::Way::Copy);
    QCOMPARE(plan.models.size(), 2);
    QVERIFY(plan.thereBytes > 90'000'000); // of those that were killed
    const auto left = filesOf(m_to);
    QElapsedTimer clock;
    clock.start();
    core->folderMove().begin();
    QTRY_VERIFY_WITH_TIMEOUT(core->folderMove().stage() == Stage::Moved, 120'000);
    qInfo("%lld bytes checked and in use after %lld ms", plan.bytes, clock.elapsed());
    const auto moved = filesOf(m_to);
    for (auto file = left.cbegin(); file != left.cend(); ++file) {
        if (file.key().startsWith(u"/blobs/"_s))
            QCOMPARE(moved.value(file.key()), *file);
    }
    QCOMPARE(core->engine().environmentInUse().value(server::EngineVariable::Models), m_to);
    QCOMPARE(core->engineSettings().modelsFolder(), m_to);
    QCOMPARE(filesOf(m_from), before);
    QVERIFY2(answer(core->backend()).contains(u"Paris"_s), "from the new folder");

    core->folderMove().removeOld();
    QTRY_VERIFY_WITH_TIMEOUT(core->folderMove().stage() == Stage::Done, 60'000);
    const library::MoveRemovalOutcome removal = core->folderMove().removal();
    QCOMPARE(removal.removed, before.size());
    QVERIFY(removal.freedBytes > 90'000'000);
    QVERIFY(!QFileInfo::exists(m_from));
    QVERIFY(outcome<void>(core->backend().unload(m_parts.registryModel(), this)).isFinished);
    QVERIFY2(answer(core->backend()).contains(u"Paris"_s), "without the old folder");
    QTRY_VERIFY(knowsFolder(*core, m_to));
    QCOMPARE(core->storage().map().models.size(), 2);
    core->folderMove().dismiss();
    core->storage().look();
    QCOMPARE(core->folderMove().stage(), Stage::None);
}

int main(int argc, char **argv)
{
    if (argc > 6 && qstrcmp(argv[1], "--be-the-app") == 0)
        return beTheApp(argc, argv);
    if (!support::enterOwnMounts())
        return 1;
    QCoreApplication app(argc, argv);
    TestFolderMove test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_FolderMove.moc"
