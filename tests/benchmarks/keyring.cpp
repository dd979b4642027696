// What asking the keyring costs the thread that asks, whatever state the keyring is in. Usage: keyring
// absent, hung or locked; each is a D-Bus session of its own, and a program has one in its life: it starts
// itself once more in that. Prints the longest that thread worked for one secret, from the call to its end.
#include "benchmarks/Measure.h"
#include "settings/Secrets.h"
#include "support/OwnKeyring.h"

#include <QEventLoop>

#include <algorithm>
#include <csignal>

namespace {

const settings::SecretName name{QStringLiteral("bench"), QUrl(QStringLiteral("https://gpu.example:8443"))};

int ask()
{
    settings::Secrets secrets;
    secrets.setDeadline(std::chrono::seconds(1));
    QObject parent;
    double longest = 0;
    const auto measure = [&](const auto &call) {
        const double before = bench::threadMilliseconds();
        settings::SecretOperation *operation = call();
        // What the call takes, and what is done at its end; waiting itself is the event loop's.
        double spent = bench::threadMilliseconds() - before;
        QEventLoop loop;
        QObject::connect(operation, &QObject::destroyed, &loop, &QEventLoop::quit);
        const double waiting = bench::threadMilliseconds();
        loop.exec();
        spent += bench::threadMilliseconds() - waiting;
        longest = std::max(longest, spent);
    };
    for (int round = 0; round < 3; ++round) {
        measure([&] { return secrets.read(name, &parent); });
        measure([&] { return secrets.write(name, "sk-bench-0123456789", &parent); });
        measure([&] { return secrets.remove(name, &parent); });
    }
    bench::print({{QStringLiteral("longest"), longest}});
    return 0;
}

bool prepare(support::OwnKeyring &own, const QString &state)
{
    if (state == QLatin1String("absent"))
        return true;
    if (!own.startUnlocked())
        return false;
    if (state == QLatin1String("hung"))
        return ::kill(static_cast<pid_t>(own.keyringProcess()), SIGSTOP) == 0;
    own.stopKeyring();
    return own.startKeyring({}, {});
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QString state = QCoreApplication::arguments().value(1);
    if (state == QLatin1String("ask"))
        return ask();
    support::OwnKeyring own;
    if (!prepare(own, state))
        qFatal("there is no keyring that is %s", qPrintable(state));
    QProcess child;
    child.setProcessEnvironment(own.environment());
    child.setProcessChannelMode(QProcess::ForwardedChannels);
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("ask")});
    const bool hasEnded = child.waitForFinished(60'000);
    if (state == QLatin1String("hung"))
        ::kill(static_cast<pid_t>(own.keyringProcess()), SIGCONT);
    return hasEnded ? child.exitCode() : 1;
}
