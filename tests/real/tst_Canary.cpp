// Secrets that go through everything the program does, and a search of everything it leaves behind: files,
// output, clipboard, arguments of what it starts, and what a crash leaves (reliability.md T22, N16). The
// window is this program once more, with `--act`; the terminal form and the crash are the program itself.
#include "support/CanaryScript.h"
#include "support/OwnKeyring.h"
#include "support/TwoPrograms.h"

#include <QApplication>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using support::CanaryHit;
using support::ChildProcess;
using support::FakeOllama;
using support::Reply;

namespace {

constexpr qsizetype enough = 400;

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Append) && file.write(bytes) == bytes.size();
}

// Where one may be: the person was told that headers are kept in a file, and a conversation is kept in its.
bool isRight(const CanaryHit &hit)
{
    const QString name = hit.file.section(u'/', -1);
    if (hit.name == support::canaryHeader.name)
        return name == "servers.json"_L1 || name == "servers.json.good"_L1;
    if (hit.name == support::canaryQuestion.name)
        return name.startsWith("conversations.db"_L1) || name == "window.out"_L1;
    return false;
}

QByteArray told(const QList<CanaryHit> &hits)
{
    QByteArray lines;
    for (const CanaryHit &hit : hits) {
        if (!isRight(hit))
            lines += hit.file.toUtf8() + ": " + hit.name + " (" + hit.encoding + ")\n";
    }
    return lines;
}

int act(const QStringList &arguments)
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QCoreApplication::setApplicationName(u"inkstone"_s);
    support::CanaryScript script(arguments.at(0), QUrl(arguments.at(1)), arguments.at(2), arguments.at(3));
    std::printf("done %lld\n", static_cast<long long>(script.run()));
    return 0;
}

} // namespace

class TestCanary : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void findsWhateverFormItTakes();
    void leavesNothingBehind();

private:
    void useWindow();
    void useTerminal();
    void crash();
    void prepare(ChildProcess &process) const;
    QString home(const QString &name) const { return m_own.path(u"home/"_s + name); }

    support::RealParts m_parts;
    support::OwnKeyring m_own;
    QTemporaryDir m_given; // the person's own files, which are not searched
    FakeOllama m_server{{{.name = u"gemma3:270m"_s}}};
    qsizetype m_actions = 0;
};

void TestCanary::initTestCase()
{
    const auto parts = support::RealParts::fromEnvironment();
    QVERIFY2(parts, support::withoutRealParts);
    m_parts = *parts;
    QVERIFY(m_own.startUnlocked());
    for (const QString &folder : {u"inkstone"_s, u"tmp"_s, u"taken"_s, u"core"_s})
        QVERIFY(QDir().mkpath(home(folder)));
    QVERIFY(
        write(m_given.filePath(u".env"_s), "OLLAMA_TIMEOUT=45\nOLLAMA_API_KEY=" + support::canaryKey.secret +
                                               "\nOTHER_API_KEY=" + support::canaryKey.secret + '\n'));
    QVERIFY(write(
        m_given.filePath(u"server.log"_s),
        "time=2026-01-21T01:46:35.097Z level=WARN msg=\"out of memory\" key=" + support::canaryKey.secret +
            "\nAuthorization: Bearer " + support::canaryKey.secret + " cudaMalloc failed: out of memory\n"));
}

// The search itself, or nothing below would mean anything.
void TestCanary::findsWhateverFormItTakes()
{
    const QTemporaryDir folder;
    QCOMPARE(support::canariesIn(folder.path()).size(), 0);
    for (const auto &[encoding, form] : support::writtenForms(support::canaryKey.secret)) {
        const QString path = folder.filePath(u".deep/"_s + QString::fromLatin1(encoding));
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QVERIFY(write(path, "before" + form + "after"));
        const QList<CanaryHit> hits = support::canariesIn(folder.path());
        QVERIFY2(hits.size() == 1, encoding);
        QCOMPARE(QByteArray(hits.first().encoding), QByteArray(encoding));
        QVERIFY(!told(hits).isEmpty());
        QVERIFY(QFile::remove(path));
    }
    for (const QByteArray &around : {"a"_ba, "ab"_ba, "abc"_ba})
        QVERIFY(!support::canariesIn((around + support::canaryKey.secret + around).toBase64(), {}).isEmpty());
}

void TestCanary::prepare(ChildProcess &process) const
{
    QProcessEnvironment environment = m_own.environment();
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "HOME"})
        environment.insert(QString::fromLatin1(name), home({}));
    environment.insert(u"TMPDIR"_s, home(u"tmp"_s));
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"LANGUAGE"_s, u"en"_s);
    environment.remove(u"OLLAMA_HOST"_s);
    // LeakSanitizer cannot work under a tracer; a crash is to be one.
    environment.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0:handle_segv=0"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(home(u"core"_s));
}

void TestCanary::leavesNothingBehind()
{
    for (const auto &part : {&TestCanary::useWindow, &TestCanary::useTerminal, &TestCanary::crash}) {
        (this->*part)();
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(m_actions >= enough, QByteArray::number(m_actions).constData());
    const QByteArray leaks = told(support::canariesIn(m_own.path()));
    QVERIFY2(leaks.isEmpty(), leaks.constData());
    // It looked where they would be.
    QVERIFY(!support::canariesIn(home(u"inkstone"_s)).isEmpty());
    qInfo("%lld actions", static_cast<long long>(m_actions));
}

void TestCanary::useWindow()
{
    ChildProcess process;
    prepare(process);
    // The arguments of everything it starts are written down.
    process.start(u"strace"_s, {u"-f"_s, u"-qq"_s, u"-e"_s, u"trace=execve"_s, u"-e"_s, u"signal=none"_s,
                                u"-s"_s, u"65536"_s, u"-o"_s, home(u"arguments"_s),
                                QCoreApplication::applicationFilePath(), u"--act"_s, home(u"inkstone"_s),
                                m_server.url().toString(), m_given.path(), home(u"taken"_s)});
    const bool isOver = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 500'000);
    QVERIFY(write(home(u"window.out"_s), process.output() + process.errors()));
    const QByteArray end = process.output().right(300) + process.errors().right(3000);
    QVERIFY2(isOver && process.exitCode() == 0, end.constData());
    const QByteArray last = process.output().trimmed().split('\n').last();
    QVERIFY2(last.startsWith("done "), last.constData());
    m_actions += last.sliced(5).toLongLong();
}

void TestCanary::useTerminal()
{
    const QByteArray error = R"({"error":"no: )" + support::canaryKey.secret + R"("})";
    const QString question = QString::fromLatin1(support::canaryQuestion.secret);
    const QString model = u"gemma3:270m"_s;
    const QList<std::pair<QByteArray, QStringList>> commands{
        {"GET /api/tags", {u"--models"_s}},
        {"POST /api/chat", {u"--ask"_s, question, u"--model"_s, model}},
        {"POST /api/pull", {u"--pull"_s, u"new:1b"_s}},
        {"DELETE /api/delete", {u"--remove"_s, model}},
        {"POST /api/chat", {u"--check"_s, u"--model"_s, model}}};
    const QList<Reply> replies{Reply::whole(200, "{}"),
                               Reply::whole(401, error),
                               Reply::whole(404, error),
                               Reply::whole(500, error),
                               Reply::lines({error}),
                               Reply().reset(),
                               Reply().raw(error + "\r\n").fin(),
                               Reply().raw("HTTP/1.1 302 x\r\nLocation: http://a.example/" +
                                           support::canaryKey.secret + "\r\nContent-Length: 0\r\n\r\n")};
    for (const auto &[path, arguments] : commands) {
        for (const Reply &reply : replies) {
            m_server.once(path.split(' ').first(), path.split(' ').last(), reply);
            m_server.forgetRequests();
            ChildProcess process;
            prepare(process);
            process.start(m_parts.app, arguments);
            QVERIFY(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000));
            QCOMPARE(process.exitStatus(), QProcess::NormalExit);
            QVERIFY(write(home(u"terminal.out"_s), process.output() + process.errors()));
            QVERIFY(!m_server.requests().isEmpty());
            QCOMPARE(m_server.requests().last().header("Authorization"),
                     "Bearer " + support::canaryKey.secret);
            ++m_actions;
        }
    }
    const QString log = m_given.filePath(u"server.log"_s);
    ChildProcess process;
    prepare(process);
    process.start(m_parts.app, {u"--analyze-log"_s, log});
    QVERIFY(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000));
    QVERIFY(write(home(u"terminal.out"_s), process.output() + process.errors()));
    ++m_actions;
}

// The program with the key in its memory, allowed to leave a core file wherever it stands.
void TestCanary::crash()
{
    const auto crashed = [this](const QStringList &command, const auto &isReady) {
        ChildProcess process;
        prepare(process);
        process.start(
            u"bash"_s,
            QStringList{u"-c"_s, u"ulimit -c unlimited; \"$@\" & echo $!; wait $!; true"_s, u"bash"_s} +
                command);
        if (!QTest::qWaitFor([&] { return process.output().contains('\n') && isReady(); }, 60'000))
            return QByteArray("it did not start");
        ::kill(process.output().trimmed().toInt(), SIGSEGV);
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000))
            return QByteArray("it did not end");
        return process.errors();
    };
    // A core file is left here by a program that does nothing about it.
    QVERIFY(crashed({u"sleep"_s, u"100"_s}, [] { return true; }).contains("core dumped"));
    m_server.forgetRequests();
    const QByteArray words = crashed({m_parts.app}, [this] {
        return m_server.last("GET", "/api/tags").header("Authorization") ==
               "Bearer " + support::canaryKey.secret;
    });
    QVERIFY2(words.contains("Segmentation fault") && !words.contains("core dumped"), words.constData());
    ++m_actions;
}

int main(int argc, char **argv)
{
    return support::testOrRun<QApplication, TestCanary>(argc, argv, "--act"_L1, &act);
}

#include "tst_Canary.moc"
