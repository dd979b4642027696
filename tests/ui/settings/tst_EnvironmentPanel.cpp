#include "settings/EnvironmentPanel.h"
#include "support/Child.h"
#include "support/FakeBackend.h"
#include "support/TempHome.h"
#include "support/Words.h"

#include <QFile>
#include <QFileDialog>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using settings::Key;
using settings::Origin;

class TestEnvironmentPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsComplaintsWithLineAndColumn();
    void changesNothingBeforeItIsSaid();
    void takesOverAndTellsWhereFrom();
    void makesAServerOfAnAddress();
    void takesOverWhatIsForTheEngine();
    void theEnvironmentCountsBeforeTheFile();
    void saysThatTheFileStillHoldsAKey();
    void listsWhatIsIgnored();
    void saysWhyAFileCannotBeRead_data();
    void saysWhyAFileCannotBeRead();
    void writesAFileOthersCanRead();
    void saysThatAFileCouldNotBeWritten();
    void opensTheFileThatIsChosen();

private:
    void useServers(const std::optional<QUrl> &environment = {});
    QString write(const QByteArray &text);
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return support::child<Widget>(*m_panel, name);
    }
    QStringList rows() const;
    QString notice() const { return find<ui::Label>("environmentNotice")->text(); }

    std::unique_ptr<support::TempHome> m_home;
    std::unique_ptr<support::FakeBackend> m_backend;
    std::unique_ptr<settings::SettingsStore> m_store;
    std::unique_ptr<library::InstalledModels> m_models;
    std::unique_ptr<server::ServerProfiles> m_profiles;
    std::unique_ptr<server::Servers> m_servers;
    std::unique_ptr<server::EngineSettings> m_engine;
    std::unique_ptr<ui::EnvironmentPanel> m_panel;
};

void TestEnvironmentPanel::init()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    m_home = std::make_unique<support::TempHome>();
    m_backend = std::make_unique<support::FakeBackend>();
    m_store = std::make_unique<settings::SettingsStore>(m_home->path(u"settings.ini"_s));
    m_models = std::make_unique<library::InstalledModels>(*m_backend);
    m_engine = std::make_unique<server::EngineSettings>(m_home->path(u"engine.env"_s));
    useServers();
    m_panel = std::make_unique<ui::EnvironmentPanel>(*m_store, *m_servers, *m_engine, *m_models);
    m_panel->resize(800, 600);
    m_panel->show();
}

void TestEnvironmentPanel::cleanup()
{
    m_panel.reset();
    m_engine.reset();
    m_servers.reset();
    m_profiles.reset();
    m_models.reset();
    m_store.reset();
    m_backend.reset();
    m_home.reset();
}

void TestEnvironmentPanel::useServers(const std::optional<QUrl> &environment)
{
    m_servers.reset();
    m_profiles =
        std::make_unique<server::ServerProfiles>(m_home->path(u"servers.json"_s), server::ServerProfile{},
                                                 server::ServerEnvironment{.url = environment});
    m_servers =
        std::make_unique<server::Servers>(*m_profiles, [](backend::ServerKind, const base::Access &access) {
            auto made = std::make_unique<support::FakeBackend>();
            made->setAccess(access);
            return made;
        });
}

QString TestEnvironmentPanel::write(const QByteArray &text)
{
    QFile file(m_home->path(u"test.env"_s));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    return isWritten ? file.fileName() : QString();
}

QStringList TestEnvironmentPanel::rows() const
{
    QStringList texts;
    const auto *tree = find<QTreeWidget>("environmentRows");
    for (int i = 0; i < tree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = tree->topLevelItem(i);
        texts.append(item->text(0) + u'|' + item->text(1) + u'|' + item->text(2));
    }
    return texts;
}

void TestEnvironmentPanel::showsComplaintsWithLineAndColumn()
{
    m_panel->open(
        write("# mine\nOLLAMA_PORT=70000\nOLLAMA_TIMEOUT = soon\nOLLAMA_AVAILABLE_MODELS=a,b c\nhello\n"));
    QCOMPARE(rows(), (QStringList{u"2, column 13|OLLAMA_PORT|70000 is not between 1 and 65,535."_s,
                                  u"3, column 18|OLLAMA_TIMEOUT|“soon” is not a whole number."_s,
                                  u"4, column 27|OLLAMA_AVAILABLE_MODELS|“b c” is not a model name."_s,
                                  u"5, column 1||A line needs the form NAME=value."_s}));
    QVERIFY(find<QTreeWidget>("environmentRows")->isVisible());
    QVERIFY(!find<QAbstractButton>("takeOverEnvironment")->isEnabled());
}

void TestEnvironmentPanel::changesNothingBeforeItIsSaid()
{
    const settings::Settings before = m_store->values();
    m_panel->open(write("OLLAMA_TIMEOUT=33\nOLLAMA_HOST=box\n"));
    QCOMPARE(rows().size(), 2);
    QCOMPARE(m_store->values(), before);
    QTest::mouseClick(find<QAbstractButton>("forgetEnvironment"), Qt::LeftButton);
    QCOMPARE(m_store->values(), before);
    QVERIFY(!find<QTreeWidget>("environmentRows")->isVisible());
}

void TestEnvironmentPanel::takesOverAndTellsWhereFrom()
{
    const QString path = write("AI_TEMPERATURE=0.5\nOLLAMA_PORT=x\nOLLAMA_DEFAULT_MODEL=a:b\n");
    m_panel->open(path);
    QTest::mouseClick(find<QAbstractButton>("takeOverEnvironment"), Qt::LeftButton);
    QCOMPARE(m_store->values().temperature, 0.5);
    QCOMPARE(m_store->values().defaultModel, u"a:b"_s);
    QCOMPARE(m_store->origin(Key::Temperature), (Origin{Origin::Kind::File, path}));
    QVERIFY2(notice().contains(path), qPrintable(notice()));
    // Another run of the program knows it as well; what a person sets takes its place.
    settings::SettingsStore again(m_home->path(u"settings.ini"_s));
    QCOMPARE(again.values(), m_store->values());
    QCOMPARE(again.origin(Key::DefaultModel), (Origin{Origin::Kind::File, path}));
    QVERIFY(again.set(Key::Temperature, 0.6));
    QCOMPARE(again.origin(Key::Temperature), (Origin{Origin::Kind::Saved, {}}));
    QCOMPARE(again.origin(Key::MaxTokens), Origin{});
    const settings::SettingsStore third(m_home->path(u"settings.ini"_s));
    QCOMPARE(third.origin(Key::Temperature).kind, Origin::Kind::Saved);
}

void TestEnvironmentPanel::makesAServerOfAnAddress()
{
    m_panel->open(write("OLLAMA_TIMEOUT=33\nOLLAMA_HOST=box\nOLLAMA_API_KEY=CANARY\nOPENAI_API_KEY=other\n"));
    const QString said = find<ui::Label>("environmentSecrets")->text();
    QVERIFY2(said.contains(u"OLLAMA_API_KEY"_s) && said.contains(u"still holds"_s), qPrintable(said));
    QSignalSpy given(m_servers.get(), &server::Servers::keyGiven);
    QTest::mouseClick(find<QAbstractButton>("takeOverEnvironment"), Qt::LeftButton);
    QCOMPARE(m_profiles->all().size(), 2);
    const server::ServerProfile &box = m_profiles->current();
    QCOMPARE(box.url, QUrl(u"http://box:11434"_s));
    QCOMPARE(box.firstByteTimeout, std::chrono::seconds(33));
    const QString source = m_home->path(u"test.env"_s);
    QCOMPARE(box.urlFile, source);
    const server::ServerProfiles again(m_home->path(u"servers.json"_s), {});
    QCOMPARE(again.current().urlFile, source);
    QCOMPARE(again.current().timeoutFile, source);
    QCOMPARE(given.size(), 1);
    QCOMPARE(given[0][0].toString(), box.id);
    QCOMPARE(given[0][2].toByteArray(), QByteArray("CANARY"));
    // The same file again: the same server.
    m_panel->open(write("OLLAMA_TIMEOUT=34\nOLLAMA_HOST=box\n"));
    QTest::mouseClick(find<QAbstractButton>("takeOverEnvironment"), Qt::LeftButton);
    QCOMPARE(m_profiles->all().size(), 2);
    QCOMPARE(m_profiles->current().firstByteTimeout, std::chrono::seconds(34));
    for (const QString &file : {u"servers.json"_s, u"settings.ini"_s}) {
        QFile kept(m_home->path(file));
        QVERIFY(!kept.open(QIODevice::ReadOnly) || !kept.readAll().contains("CANARY"));
    }
}

void TestEnvironmentPanel::takesOverWhatIsForTheEngine()
{
    using server::EngineVariable;
    m_panel->open(write("OLLAMA_NUM_PARALLEL=4\nOLLAMA_KV_CACHE_TYPE=q8_0\nOLLAMA_MAX_RETRIES=3\n"
                        "CUDA_VISIBLE_DEVICES=0, 1\nROCR_VISIBLE_DEVICES=-1\n"));
    QCOMPARE(rows(), (QStringList{u"1|OLLAMA_NUM_PARALLEL|Local engine: 4"_s,
                                  u"2|OLLAMA_KV_CACHE_TYPE|Local engine: q8_0"_s,
                                  u"3|OLLAMA_MAX_RETRIES|for the engine; changes nothing here"_s,
                                  u"4|CUDA_VISIBLE_DEVICES|Local engine: 0, 1"_s,
                                  u"5|ROCR_VISIBLE_DEVICES|Local engine: -1"_s}));
    QCOMPARE(m_engine->environment().value(EngineVariable::NumParallel), QString());
    find<QAbstractButton>("takeOverEnvironment")->click();
    QCOMPARE(m_engine->environment().value(EngineVariable::NumParallel), u"4"_s);
    QCOMPARE(m_engine->environment().value(EngineVariable::KvCacheType), u"q8_0"_s);
    QCOMPARE(m_engine->environment().value(EngineVariable::CudaDevices), u"0,1"_s);
    QCOMPARE(m_engine->environment().value(EngineVariable::RocmDevices), u"-1"_s);

    const QString path = m_home->path(u"out.env"_s);
    m_panel->exportTo(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY2(text.contains("\nOLLAMA_NUM_PARALLEL=4\n"), text.constData());
    QCOMPARE(text.count("OLLAMA_HOST="), 1);
}

void TestEnvironmentPanel::theEnvironmentCountsBeforeTheFile()
{
    m_panel.reset();
    useServers(QUrl(u"http://elsewhere:99"_s));
    m_panel = std::make_unique<ui::EnvironmentPanel>(*m_store, *m_servers, *m_engine, *m_models);
    m_panel->show();
    m_panel->open(write("OLLAMA_HOST=box\n"));
    QTest::mouseClick(find<QAbstractButton>("takeOverEnvironment"), Qt::LeftButton);
    QCOMPARE(m_profiles->current().url, QUrl(u"http://elsewhere:99"_s));
    QVERIFY(std::ranges::any_of(
        m_profiles->all(), [](const auto &profile) { return profile.url == QUrl(u"http://box:11434"_s); }));
}

void TestEnvironmentPanel::saysThatTheFileStillHoldsAKey()
{
    QSignalSpy given(m_servers.get(), &server::Servers::keyGiven);
    m_panel->open(write("OLLAMA_API_KEY=CANARY\nOLLAMA_TIMEOUT=33\n"));
    const QString said = find<ui::Label>("environmentSecrets")->text();
    QVERIFY(said.contains(u"OLLAMA_API_KEY"_s) && said.contains(u"still holds"_s));
    QVERIFY(!support::wordsOf(m_panel.get()).contains(u"CANARY"_s));
    // Without an address it could go to any server.
    QTest::mouseClick(find<QAbstractButton>("takeOverEnvironment"), Qt::LeftButton);
    QCOMPARE(given.size(), 0);
    m_panel->open(write("OLLAMA_TIMEOUT=33\n"));
    QVERIFY(!find<ui::Label>("environmentSecrets")->isVisible());
}

void TestEnvironmentPanel::listsWhatIsIgnored()
{
    m_panel->open(write("LD_PRELOAD=CANARY\nOLLAMA_NUM_PARALLEL=2\n"));
    QCOMPARE(rows().size(), 2);
    QVERIFY(rows()[0].startsWith(u"1|LD_PRELOAD|ignored"_s));
    QVERIFY(rows()[1].startsWith(u"2|OLLAMA_NUM_PARALLEL|Local engine: 2"_s));
    QVERIFY(!support::wordsOf(m_panel.get()).contains(u"CANARY"_s));
    QVERIFY(!qEnvironmentVariableIsSet("LD_PRELOAD"));
}

void TestEnvironmentPanel::saysWhyAFileCannotBeRead_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing there") << u"/nowhere/x.env"_s << QByteArray() << u"could not be read"_s;
    QTest::newRow("folder") << u"/usr"_s << QByteArray() << u"could not be read"_s;
    QTest::newRow("without an end") << u"/dev/zero"_s << QByteArray() << u"could not be read"_s;
    QTest::newRow("large") << QString() << QByteArray(100'000, '#') << u"larger than 64 kB"_s;
    QTest::newRow("no text") << QString()
                             << QByteArray("\x7f"
                                           "ELF\0\0",
                                           6)
                             << u"not a text file"_s;
}

void TestEnvironmentPanel::saysWhyAFileCannotBeRead()
{
    QFETCH(QString, path);
    QFETCH(const QByteArray, text);
    QFETCH(const QString, words);
    if (path.isEmpty())
        path = write(text);
    m_panel->open(path);
    QVERIFY2(notice().contains(words), qPrintable(notice()));
    QVERIFY(find<ui::Label>("environmentNotice")->isVisible());
    QVERIFY(!find<QTreeWidget>("environmentRows")->isVisible());
}

void TestEnvironmentPanel::writesAFileOthersCanRead()
{
    QVERIFY(m_store->set(Key::DefaultModel, u"qwen3:8b"_s));
    const QString path = m_home->path(u"out.env"_s);
    m_panel->exportTo(path);
    QVERIFY(notice().contains(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto environment = settings::readEnvironment(file.readAll());
    QVERIFY(environment && environment->complaints.isEmpty());
    QVERIFY(std::ranges::any_of(environment->settings, [](const auto &setting) {
        return setting.key == Key::DefaultModel && setting.value == u"qwen3:8b"_s;
    }));
}

void TestEnvironmentPanel::saysThatAFileCouldNotBeWritten()
{
    m_panel->exportTo(u"/nowhere/out.env"_s);
    QVERIFY2(notice().contains(u"could not be written"_s), qPrintable(notice()));
}

void TestEnvironmentPanel::opensTheFileThatIsChosen()
{
    QTest::mouseClick(find<QAbstractButton>("importEnvironment"), Qt::LeftButton);
    auto *dialog = find<QFileDialog>("importEnvironmentDialog");
    Q_EMIT dialog->fileSelected(write("OLLAMA_TIMEOUT=33\n"));
    dialog->close();
    QCOMPARE(rows().size(), 1);
}

QTEST_MAIN(TestEnvironmentPanel)
#include "tst_EnvironmentPanel.moc"
