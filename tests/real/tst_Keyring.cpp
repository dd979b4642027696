// Keys in a real keyring: one that works, one that is not there, one that never answers, one that is locked.
// A program can have one D-Bus session in its life, so each case is this program once more, with `--ask`.
#include "settings/Secrets.h"
#include "support/OwnKeyring.h"
#include "support/TwoPrograms.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <ctime>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;
using settings::Secrets;
using support::ChildProcess;

namespace {

const settings::SecretName name{u"server-1"_s, QUrl(u"https://gpu.example:8443/base"_s)};
const QByteArray key = "sk-CANARY-keyring-4711";

double cpuSecondsOfThisThread()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// "done SECRET" or "kind NUMBER".
QByteArray ended(settings::SecretOperation *operation)
{
    const auto outcome = support::outcome<QByteArray>(operation, 30'000);
    if (outcome.value)
        return "done " + *outcome.value;
    return outcome.error ? "kind " + QByteArray::number(static_cast<int>(outcome.error->kind)) : "silent";
}

QByteArray kind(Error::Kind value)
{
    return "kind " + QByteArray::number(static_cast<int>(value));
}

// The child: each word of `steps` is one thing to do; a line each is the answer. The last line is the longest
// time the calls themselves took, in milliseconds of this thread's work.
int ask(const QStringList &steps)
{
    Secrets secrets;
    secrets.setDeadline(2s);
    QObject parent;
    double longest = 0;
    const auto timed = [&longest](auto call) {
        const double start = cpuSecondsOfThisThread();
        settings::SecretOperation *operation = call();
        longest = std::max(longest, cpuSecondsOfThisThread() - start);
        return ended(operation);
    };
    for (const QString &step : steps) {
        QByteArray answer;
        if (step == u"write"_s)
            answer = timed([&] { return secrets.write(name, key, &parent); });
        else if (step == u"read"_s)
            answer = timed([&] { return secrets.read(name, &parent); });
        else if (step == u"expect"_s)
            answer = timed([&] { return secrets.read(name, &parent, Secrets::Kept::Yes); });
        else if (step == u"elsewhere"_s)
            answer = timed(
                [&] { return secrets.read({name.server, QUrl(u"https://gpu.example:8444"_s)}, &parent); });
        else if (step == u"remove"_s)
            answer = timed([&] { return secrets.remove(name, &parent); });
        else if (step == u"keep"_s)
            secrets.useUntilQuit(name, key);
        else if (step == u"kept"_s)
            answer = secrets.isUsedUntilQuit(name) ? "yes" : "no";
        std::printf("%s\n", answer.constData());
    }
    std::printf("%.0f\n", longest * 1000.0);
    return 0;
}

} // namespace

class TestKeyring : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_own = std::make_unique<support::OwnKeyring>(); }
    void cleanup() { m_own.reset(); }

    void keepsReadsAndRemoves();
    void givesNoKeyToAnotherAddress();
    void saysWhenThereIsNoBus();
    void saysWhenThereIsNoKeyring();
    void givesUpOnOneThatNeverAnswers();
    void saysWhenItIsLocked();

private:
    QList<QByteArray> asked(const QStringList &steps);

    std::unique_ptr<support::OwnKeyring> m_own;
};

QList<QByteArray> TestKeyring::asked(const QStringList &steps)
{
    ChildProcess child;
    child.setProcessEnvironment(m_own->environment());
    child.start(QCoreApplication::applicationFilePath(), QStringList{u"--ask"_s} + steps);
    if (!QTest::qWaitFor([&child] { return child.state() == QProcess::NotRunning; }, 60'000))
        return {"it did not end"};
    if (child.exitStatus() != QProcess::NormalExit)
        return {"it crashed: " + child.errors()};
    QList<QByteArray> lines = child.output().split('\n');
    lines.removeLast(); // after the last line feed
    constexpr int quarterOfAFrame = 4;
    bool isNumber = false;
    const int longest = lines.takeLast().toInt(&isNumber);
    if (!isNumber || longest > quarterOfAFrame)
        return {"the window's thread had to work for it"};
    return lines;
}

void TestKeyring::keepsReadsAndRemoves()
{
    QVERIFY(m_own->startUnlocked());
    QCOMPARE(asked({u"read"_s, u"write"_s, u"read"_s}), (QList<QByteArray>{"done ", "done ", "done " + key}));
    // Another run of the program finds it.
    QCOMPARE(asked({u"read"_s, u"remove"_s, u"read"_s, u"remove"_s}),
             (QList<QByteArray>{"done " + key, "done ", "done ", "done "}));
    // What is used until the program ends is not in the keyring, and goes once it is kept.
    QCOMPARE(asked({u"keep"_s, u"read"_s, u"kept"_s}), (QList<QByteArray>{"", "done " + key, "yes"}));
    QCOMPARE(asked({u"read"_s}), (QList<QByteArray>{"done "}));
    QCOMPARE(asked({u"keep"_s, u"write"_s, u"kept"_s, u"read"_s}),
             (QList<QByteArray>{"", "done ", "no", "done " + key}));
}

void TestKeyring::givesNoKeyToAnotherAddress()
{
    QVERIFY(m_own->startUnlocked());
    QCOMPARE(asked({u"write"_s, u"elsewhere"_s, u"read"_s}),
             (QList<QByteArray>{"done ", "done ", "done " + key}));
}

void TestKeyring::saysWhenThereIsNoBus()
{
    const QByteArray missing = kind(Error::Kind::KeyringMissing);
    QCOMPARE(asked({u"read"_s, u"write"_s, u"remove"_s, u"keep"_s, u"read"_s}),
             (QList<QByteArray>{missing, missing, missing, "", "done " + key}));
}

void TestKeyring::saysWhenThereIsNoKeyring()
{
    QVERIFY(m_own->startBus());
    const QByteArray missing = kind(Error::Kind::KeyringMissing);
    QCOMPARE(asked({u"read"_s, u"write"_s}), (QList<QByteArray>{missing, missing}));
}

void TestKeyring::givesUpOnOneThatNeverAnswers()
{
    QVERIFY(m_own->startUnlocked());
    QCOMPARE(asked({u"write"_s}), (QList<QByteArray>{"done "}));
    ::kill(static_cast<pid_t>(m_own->keyringProcess()), SIGSTOP);
    const QByteArray locked = kind(Error::Kind::KeyringLocked);
    QCOMPARE(asked({u"read"_s, u"write"_s, u"keep"_s, u"read"_s}),
             (QList<QByteArray>{locked, locked, "", "done " + key}));
    ::kill(static_cast<pid_t>(m_own->keyringProcess()), SIGCONT);
    QCOMPARE(asked({u"read"_s}), (QList<QByteArray>{"done " + key}));
}

void TestKeyring::saysWhenItIsLocked()
{
    QVERIFY(m_own->startUnlocked());
    QCOMPARE(asked({u"write"_s}), (QList<QByteArray>{"done "}));
    m_own->stopKeyring();
    QVERIFY(m_own->startKeyring({}, {})); // knows the entry, not the password
    // Nobody is there to be asked for the password. Whoever knows that a key was kept hears of it.
    const QByteArray locked = kind(Error::Kind::KeyringLocked);
    const QList<QByteArray> answers = asked({u"expect"_s, u"write"_s, u"keep"_s, u"expect"_s});
    QCOMPARE(answers.size(), 4);
    QCOMPARE(answers.first(), locked);
    QVERIFY2(answers.at(1).startsWith("kind "), answers.at(1).constData());
    QCOMPARE(answers.last(), "done " + key);
}

int main(int argc, char **argv)
{
    return support::testOrRun<QCoreApplication, TestKeyring>(argc, argv, "--ask"_L1, &ask);
}

#include "tst_Keyring.moc"
