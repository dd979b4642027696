#include "logs/LogReading.h"
#include "support/RealParts.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using base::Error;
using logs::LogReading;
using logs::LogReport;
using logs::LogSource;

class TestLogReading : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void readsAFileAndTellsHowFar();
    void readsTextThatIsAtHand();
    void readsWhatWindowsWrites();
    void refusesWhatIsNoLog_data();
    void refusesWhatIsNoLog();
    void takesNoNameForAnOption_data();
    void takesNoNameForAnOption();
    void readsWhatAProgramWrites();
    void tellsWhyAProgramRefuses();
    void endsAProgramThatGoesOn();
    void isCancelledInTheMiddle();
    void diesInTheMiddle();

private:
    QString write(const QByteArray &content);
    // Makes `script` the docker of this machine.
    void beDocker(const QByteArray &script);

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QByteArray outOfMemory = "ggml: cudaMalloc failed: out of memory\n";

support::Outcome<LogReport> read(const LogSource &source)
{
    QObject owner;
    return support::outcome<LogReport>(new LogReading(source, &owner));
}

// The environment of this process, as it was, when it ends.
class Path
{
public:
    explicit Path(const QString &folder) { qputenv("PATH", folder.toUtf8() + ":/usr/bin:/bin"); }
    ~Path() { qputenv("PATH", m_before); }

private:
    QByteArray m_before = qgetenv("PATH");
};

} // namespace

QString TestLogReading::write(const QByteArray &content)
{
    QFile file(m_folder->filePath(QStringLiteral("server.log")));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    return isWritten ? file.fileName() : QString();
}

void TestLogReading::beDocker(const QByteArray &script)
{
    QFile file(m_folder->filePath(QStringLiteral("docker")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + script);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void TestLogReading::readsAFileAndTellsHowFar()
{
    const QByteArray log = (outOfMemory + "llama: fine\n").repeated(200'000);
    QObject owner;
    auto *reading = new LogReading({LogSource::Kind::File, write(log), {}}, &owner);
    QSignalSpy progress(reading, &LogReading::progressed);
    const auto outcome = support::outcome<LogReport>(reading);
    QVERIFY(outcome.value);
    QCOMPARE(outcome.value->bytes, log.size());
    QCOMPARE(outcome.value->lines, 400'000);
    QCOMPARE(outcome.value->problems.constFirst().count, 200'000);
    for (const auto &told : progress) {
        QVERIFY(told[0].toLongLong() > 0 && told[0].toLongLong() <= log.size());
        QCOMPARE(told[1].toLongLong(), log.size());
    }
}

void TestLogReading::readsTextThatIsAtHand()
{
    const auto outcome = read({LogSource::Kind::Text, {}, outOfMemory});
    QVERIFY(outcome.value);
    QCOMPARE(outcome.value->problems.size(), 1);
}

void TestLogReading::readsWhatWindowsWrites()
{
    const QString text =
        QString::fromUtf8(outOfMemory.repeated(100'000)); // cut inside a character by the parts
    QByteArray utf16("\xff\xfe");
    utf16.append(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    const auto outcome = read({LogSource::Kind::File, write(utf16), {}});
    QVERIFY(outcome.value);
    QCOMPARE(outcome.value->problems.constFirst().count, 100'000);
}

void TestLogReading::refusesWhatIsNoLog_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("kind");
    QTest::newRow("nothing there") << QStringLiteral("/nowhere/server.log")
                                   << static_cast<int>(Error::Kind::NotFound);
    QTest::newRow("no name") << QString() << static_cast<int>(Error::Kind::Invalid);
    QTest::newRow("folder") << QStringLiteral("/usr") << static_cast<int>(Error::Kind::Invalid);
    QTest::newRow("without an end") << QStringLiteral("/dev/zero") << static_cast<int>(Error::Kind::Invalid);
    QTest::newRow("compressed") << QString() << static_cast<int>(Error::Kind::Unsupported);
}

void TestLogReading::refusesWhatIsNoLog()
{
    QFETCH(QString, path);
    QFETCH(const int, kind);
    if (kind == static_cast<int>(Error::Kind::Unsupported))
        path = write("\x1f\x8b\x08 and so on");
    const auto outcome = read({LogSource::Kind::File, path, {}});
    QVERIFY(outcome.error);
    QCOMPARE(static_cast<int>(outcome.error->kind), kind);
}

void TestLogReading::takesNoNameForAnOption_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isUnit");
    QTest::addColumn<bool>("isContainer");
    const auto row = [](const char *name, bool isUnit, bool isContainer) {
        QTest::newRow(name) << QString::fromLatin1(name) << isUnit << isContainer;
    };
    row("ollama", true, true);
    row("ollama.service", true, true);
    row("ollama@2.service", true, false);
    row("my_ollama-1", true, true);
    row("", false, false);
    row("-f", false, false);
    row("--since=1", false, false);
    row("a b", false, false);
    row("a;rm", false, false);
    row("a\n", false, false);
    row("../x", false, false);
}

void TestLogReading::takesNoNameForAnOption()
{
    QFETCH(const QString, name);
    QTEST(logs::isPossible({LogSource::Kind::Journal, name, {}}), "isUnit");
    QTEST(logs::isPossible({LogSource::Kind::Container, name, {}}), "isContainer");
    const auto outcome = read({LogSource::Kind::Container, QStringLiteral("-f"), {}});
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind, Error::Kind::Invalid);
}

void TestLogReading::readsWhatAProgramWrites()
{
    beDocker("echo \"$@\" >\"$(dirname \"$0\")/arguments\"\nseq 1 200000\necho 'out of memory' >&2\n");
    const Path path(m_folder->path());
    const auto outcome = read({LogSource::Kind::Container, QStringLiteral("ollama"), {}});
    QVERIFY(outcome.value);
    QCOMPARE(outcome.value->lines, 200'001);
    QCOMPARE(outcome.value->problems.size(), 1);
    QFile arguments(m_folder->filePath(QStringLiteral("arguments")));
    QVERIFY(arguments.open(QIODevice::ReadOnly));
    QCOMPARE(arguments.readAll(), QByteArray("logs --timestamps ollama\n"));
}

void TestLogReading::tellsWhyAProgramRefuses()
{
    beDocker("echo 'Error response from daemon: No such container: x' >&2\nexit 1\n");
    const Path path(m_folder->path());
    const auto outcome = read({LogSource::Kind::Container, QStringLiteral("x"), {}});
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind, Error::Kind::Storage);
    QCOMPARE(outcome.error->detail, QStringLiteral("Error response from daemon: No such container: x"));
}

void TestLogReading::endsAProgramThatGoesOn()
{
    beDocker("echo $$ >\"$(dirname \"$0\")/pid\"\nexec sleep 1000\n");
    const Path path(m_folder->path());
    auto owner = std::make_unique<QObject>();
    auto *reading = new LogReading({LogSource::Kind::Container, QStringLiteral("x"), {}}, owner.get());
    QSignalSpy failed(reading, &base::Operation::failed);
    QFile pid(m_folder->filePath(QStringLiteral("pid")));
    QTRY_VERIFY(pid.exists() && pid.size() > 1);
    reading->cancel();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Error>().kind, Error::Kind::Cancelled);
    owner.reset();
    QVERIFY(pid.open(QIODevice::ReadOnly));
    const QString process = QStringLiteral("/proc/") + QString::fromLatin1(pid.readAll().trimmed());
    QTRY_VERIFY(!QFile::exists(process));
}

void TestLogReading::isCancelledInTheMiddle()
{
    QObject owner;
    auto *reading = new LogReading({LogSource::Kind::File, write(outOfMemory.repeated(500'000)), {}}, &owner);
    QSignalSpy finished(reading, &LogReading::finished);
    reading->cancel();
    const auto outcome = support::outcome<LogReport>(reading);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind, Error::Kind::Cancelled);
    QCOMPARE(finished.size(), 0);
}

void TestLogReading::diesInTheMiddle()
{
    auto owner = std::make_unique<QObject>();
    auto *reading =
        new LogReading({LogSource::Kind::File, write(outOfMemory.repeated(500'000)), {}}, owner.get());
    QSignalSpy finished(reading, &LogReading::finished);
    QSignalSpy failed(reading, &base::Operation::failed);
    owner.reset();
    QCoreApplication::sendPostedEvents();
    QVERIFY(finished.isEmpty() && failed.isEmpty());
}

QTEST_GUILESS_MAIN(TestLogReading)
#include "tst_LogReading.moc"
