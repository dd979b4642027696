#include "settings/SettingsStore.h"
#include "support/TempHome.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using base::Error;
using settings::Key;
using settings::Settings;
using settings::SettingsStore;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

// Files may not grow beyond `bytes` while this lives: what a full disk does to a writer.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        m_oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_oldLimit);
        rlimit limit = m_oldLimit;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_oldLimit);
        std::signal(SIGXFSZ, m_oldHandler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_oldLimit;
    void (*m_oldHandler)(int);
};

} // namespace

class TestSettingsStore : public QObject
{
    Q_OBJECT
private:
    support::TempHome m_home;
    int m_count = 0;
    QString m_path;

private Q_SLOTS:
    void init() { m_path = m_home.path(QStringLiteral("%1/config/inkstone.ini").arg(m_count++)); }

    void startsWithDefaultsAndWritesNothing()
    {
        const SettingsStore store(m_path);
        QCOMPARE(store.values(), Settings{});
        QVERIFY(!store.loadError());
        QVERIFY(!store.retired(QStringLiteral("server/baseUrl")).isValid());
        QVERIFY(!QFileInfo::exists(m_path));
    }

    void keepsEveryKindOfValueForTheNextStart()
    {
        Settings expected;
        {
            SettingsStore store(m_path);
            QVERIFY(store.set(Key::Temperature, QVariant()));
            QVERIFY(store.set(Key::MaxTokens, 2048));
            QVERIFY(store.set(Key::KeepAlive, -1));
            QVERIFY(store.set(Key::DefaultModel, QStringLiteral("qwen3:8b")));
            QVERIFY(store.set(Key::SystemPrompt, QStringLiteral("Zeile \"1\";\n第二行 = \\ % 🙂,")));
            QVERIFY(store.set(Key::Language, QStringLiteral("zh_CN")));
            QVERIFY(store.set(Key::Theme, QStringLiteral("dark")));
            QVERIFY(store.set(Key::SendKey, QStringLiteral("ctrl-enter")));
            QVERIFY(store.set(Key::KeepEngineRunning, true));
            expected = store.values();
        }
        const SettingsStore store(m_path);
        QVERIFY(!store.loadError());
        QCOMPARE(store.values(), expected);
        QCOMPARE(store.values().temperature, std::nullopt);
        QCOMPARE(store.values().theme, settings::Theme::Dark);
        QCOMPARE(store.values().systemPrompt, QStringLiteral("Zeile \"1\";\n第二行 = \\ % 🙂,"));
    }

    void isForTheOwnerOnly()
    {
        SettingsStore store(m_path);
        QVERIFY(store.set(Key::MaxTokens, 5));
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther | QFileDevice::ExeGroup | QFileDevice::ExeOther;
        QCOMPARE(QFile::permissions(m_path) & others, QFileDevice::Permissions());
        QCOMPARE(QFile::permissions(m_path + QStringLiteral(".good")) & others, QFileDevice::Permissions());
        QCOMPARE(QFile::permissions(QFileInfo(m_path).absolutePath()) & others, QFileDevice::Permissions());
    }

    void closesAFileThatWasOpenToOthers()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_path).absolutePath()));
        writeFile(m_path, "[generation]\nmaxTokens=7\n");
        QVERIFY(QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner |
                                                  QFileDevice::ReadOther));
        SettingsStore store(m_path);
        QVERIFY(store.set(Key::MaxTokens, 8));
        QVERIFY(!(QFile::permissions(m_path) & QFileDevice::ReadOther));
    }

    void saysWhatChangedOnce()
    {
        SettingsStore store(m_path);
        QSignalSpy changed(&store, &SettingsStore::changed);
        QVERIFY(store.set(Key::MaxTokens, 5));
        QVERIFY(store.set(Key::MaxTokens, 5));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().value<Key>(), Key::MaxTokens);
    }

    void refusesAWrongValueAndKeepsTheFile()
    {
        SettingsStore store(m_path);
        QVERIFY(store.set(Key::Temperature, 1.5));
        const QByteArray before = contents(m_path);
        QSignalSpy changed(&store, &SettingsStore::changed);
        const auto result = store.set(Key::Temperature, 25);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Invalid);
        QCOMPARE(store.values().temperature, 1.5);
        QCOMPARE(contents(m_path), before);
        QCOMPARE(changed.count(), 0);
    }

    void leavesKeysOfALaterVersionAlone()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_path).absolutePath()));
        writeFile(m_path, "[generation]\ninvention=42\n");
        SettingsStore store(m_path);
        QVERIFY(store.set(Key::MaxTokens, 5));
        QVERIFY(contents(m_path).contains("invention=42"));
    }

    void fallsBackKeyByKeyWhereAValueIsWrong()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_path).absolutePath()));
        writeFile(
            m_path,
            "[generation]\ntemperature=hot\nmaxTokens=12\n[appearance]\ntheme=@Size(1 2)\nlanguage=en\n");
        const SettingsStore store(m_path);
        QCOMPARE(store.values().temperature, 0.7);
        QCOMPARE(store.values().maxTokens, 12);
        QCOMPARE(store.values().theme, settings::Theme::System);
        QCOMPARE(store.values().language, QStringLiteral("en"));
        QVERIFY(store.loadError());
        QCOMPARE(*store.loadError(),
                 (Error{Error::Kind::Invalid, QStringLiteral("generation/temperature, appearance/theme")}));
        QVERIFY(QFileInfo::exists(m_path));
    }

    void usesTheLastGoodCopyWhereTheFileIsDamaged_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no settings") << QByteArray("certainly\nno settings\n");
        QTest::newRow("zeros") << QByteArray(4096, '\0');
        QTest::newRow("noise") << QByteArray("\x8b\x00\xff\xfe[gene\x01", 11);
        QTest::newRow("huge") << QByteArray(5 * 1024 * 1024, 'a');
    }
    void usesTheLastGoodCopyWhereTheFileIsDamaged()
    {
        QFETCH(QByteArray, bytes);
        {
            SettingsStore store(m_path);
            QVERIFY(store.set(Key::MaxTokens, 77));
        }
        writeFile(m_path, bytes);
        SettingsStore store(m_path);
        QCOMPARE(store.values().maxTokens, 77);
        QVERIFY(store.loadError());
        QCOMPARE(store.loadError()->kind, Error::Kind::Damaged);
        QCOMPARE(contents(m_path + QStringLiteral(".bad")), bytes);
        // and the next change makes a whole file again
        QVERIFY(store.set(Key::Language, QStringLiteral("en")));
        const SettingsStore next(m_path);
        QVERIFY(!next.loadError());
        QCOMPARE(next.values().maxTokens, 77);
        QCOMPARE(next.values().language, QStringLiteral("en"));
    }

    void usesTheLastGoodCopyWhereTheFileWasEmptied()
    {
        {
            SettingsStore store(m_path);
            QVERIFY(store.set(Key::MaxTokens, 77));
        }
        writeFile(m_path, {});
        QCOMPARE(SettingsStore(m_path).values().maxTokens, 77);
    }

    void startsAnewWhereTheFileWasTakenAway()
    {
        {
            SettingsStore store(m_path);
            QVERIFY(store.set(Key::MaxTokens, 77));
        }
        QVERIFY(QFile::remove(m_path));
        QCOMPARE(SettingsStore(m_path).values(), Settings{});
    }

    void usesDefaultsWhereTheSpareIsDamagedToo()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_path).absolutePath()));
        writeFile(m_path, "no settings");
        writeFile(m_path + QStringLiteral(".good"), "none here either");
        const SettingsStore store(m_path);
        QCOMPARE(store.values(), Settings{});
        QCOMPARE(store.loadError()->kind, Error::Kind::Damaged);
    }

    void holdsTheValueAndKeepsTheOldFileWhereTheDiskIsFull()
    {
        SettingsStore store(m_path);
        QVERIFY(store.set(Key::MaxTokens, 5));
        const QByteArray before = contents(m_path);
        {
            const FileSizeLimit full(64);
            const auto result = store.set(Key::SystemPrompt, QString(4000, u'x'));
            QVERIFY(!result);
            QVERIFY(result.error().kind == Error::Kind::Storage ||
                    result.error().kind == Error::Kind::NoSpace);
        }
        QCOMPARE(store.values().systemPrompt.size(), 4000);
        QCOMPARE(contents(m_path), before);
        QVERIFY(store.set(Key::MaxTokens, 6));
        QCOMPARE(SettingsStore(m_path).values().systemPrompt.size(), 4000);
    }

    void saysSoWhereTheFolderCannotBeWritten()
    {
        SettingsStore store(QStringLiteral("/proc/inkstone/inkstone.ini"));
        const auto result = store.set(Key::MaxTokens, 5);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::ReadOnly);
        QCOMPARE(store.values().maxTokens, 5);
    }

    void saysSoWhereAFolderIsInTheWay()
    {
        QVERIFY(QDir().mkpath(m_path));
        SettingsStore store(m_path);
        QCOMPARE(store.loadError()->kind, Error::Kind::Storage);
        QVERIFY(!store.set(Key::MaxTokens, 5));
        QVERIFY(QFileInfo(m_path).isDir());
    }

    // The only server of older versions was among the settings; it is where it was after any number of
    // writes.
    void stillTellsWhatOlderVersionsKept()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[server]\nbaseUrl=http://old.lab:1\nrequestTimeoutSeconds=300\n");
        file.close();
        for (int start = 0; start < 2; ++start) {
            SettingsStore store(m_path);
            QVERIFY(!store.loadError());
            QVERIFY(store.set(Key::MaxTokens, 10 + start));
            QCOMPARE(store.retired(QStringLiteral("server/baseUrl")).toString(),
                     QStringLiteral("http://old.lab:1"));
            QCOMPARE(store.retired(QStringLiteral("server/requestTimeoutSeconds")).toInt(), 300);
        }
    }

    void letsTheEnvironmentCountBeforeAFileAndWhatWasSet()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("OLLAMA_DEFAULT_MODEL"), QStringLiteral("from-env:1b"));
        environment.insert(QStringLiteral("AI_MODEL_NAME"), QStringLiteral("less-exact:1b"));
        environment.insert(QStringLiteral("OLLAMA_KEEP_ALIVE"), QStringLiteral("5m"));
        environment.insert(QStringLiteral("OLLAMA_MAX_TOKENS"), QStringLiteral("many")); // no number
        environment.insert(QStringLiteral("OLLAMA_TIMEOUT"), QStringLiteral("7"));
        environment.insert(QStringLiteral("OLLAMA_HOST"), QStringLiteral("box"));
        environment.insert(QStringLiteral("OLLAMA_API_KEY"), QStringLiteral("CANARY"));
        environment.insert(QStringLiteral("PATH"), QStringLiteral("/bin"));
        const auto said = settings::processEnvironment(environment);
        {
            SettingsStore store(m_path);
            store.setEnvironment(said);
            QCOMPARE(store.values().defaultModel, QStringLiteral("from-env:1b"));
            QCOMPARE(store.values().keepAliveSeconds, 300);
            QCOMPARE(store.values().maxTokens, std::optional<int>());
            QCOMPARE(store.leftOut().size(), 1);
            QCOMPARE(store.leftOut().constFirst().name, QStringLiteral("OLLAMA_MAX_TOKENS"));
            QCOMPARE(store.origin(Key::DefaultModel),
                     (settings::Origin{settings::Origin::Kind::Environment,
                                       QStringLiteral("OLLAMA_DEFAULT_MODEL")}));
            QCOMPARE(store.origin(Key::MaxTokens), settings::Origin());
            QSignalSpy changed(&store, &SettingsStore::changed);
            QVERIFY(store.importFrom(QStringLiteral("/a/.env"),
                                     {{Key::DefaultModel, QStringLiteral("from-file:1b"), {}, 1}}));
            QVERIFY(store.set(Key::KeepAlive, 60));
            QVERIFY(store.set(Key::Temperature, 0.3));
            QCOMPARE(store.values().defaultModel, QStringLiteral("from-env:1b"));
            QCOMPARE(store.values().keepAliveSeconds, 300);
            QCOMPARE(store.values().temperature, 0.3);
            QVERIFY(changed.contains(QList<QVariant>{QVariant::fromValue(Key::Temperature)}));
            QVERIFY(!changed.contains(QList<QVariant>{QVariant::fromValue(Key::KeepAlive)}));
        }
        // What was chosen waits until the environment is silent; that one's words are in no file.
        const SettingsStore without(m_path);
        QCOMPARE(without.values().defaultModel, QStringLiteral("from-file:1b"));
        QCOMPARE(without.values().keepAliveSeconds, 60);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        QVERIFY2(!written.contains("from-env") && !written.contains("CANARY"), written.constData());
    }
};

QTEST_GUILESS_MAIN(TestSettingsStore)
#include "tst_SettingsStore.moc"
