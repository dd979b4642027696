// What is printed is read back by the programs it is for: sh, and systemd.
#include "server/EngineInstructions.h"
#include "support/TempHome.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using server::EngineEnvironment;
using server::EngineKeeper;
using server::EngineVariable;

namespace {

EngineEnvironment environment(const QList<std::pair<EngineVariable, QString>> &values)
{
    EngineEnvironment result;
    for (const auto &[variable, value] : values) {
        if (!result.set(variable, value))
            qFatal("not allowed: %s", qPrintable(value));
    }
    return result;
}

const QString oddFolder = QStringLiteral("/data/it's 100% \"new\" \\ $HOME `id`");

} // namespace

class TestEngineInstructions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void printsNothingWhereNothingIsSet()
    {
        for (const auto keeper : {EngineKeeper::Systemd, EngineKeeper::Docker, EngineKeeper::MacApp,
                                  EngineKeeper::WindowsApp, EngineKeeper::Terminal})
            QCOMPARE(server::engineInstructions(keeper, {}), QString());
    }

    void printsTheDropInOfAService()
    {
        const QString text = server::engineInstructions(
            EngineKeeper::Systemd, environment({{EngineVariable::Host, QStringLiteral("0.0.0.0:11434")},
                                                {EngineVariable::NumParallel, QStringLiteral("2")}}));
        QCOMPARE(text, QStringLiteral(R"(sudo mkdir -p /etc/systemd/system/ollama.service.d
sudo tee /etc/systemd/system/ollama.service.d/inkstone.conf >/dev/null <<'EOF'
[Service]
Environment="OLLAMA_HOST=0.0.0.0:11434"
Environment="OLLAMA_NUM_PARALLEL=2"
EOF
sudo systemctl daemon-reload
sudo systemctl restart ollama
)"));
    }

    void makesTheModelsFolderTheServices()
    {
        const QString text = server::engineInstructions(
            EngineKeeper::Systemd,
            environment({{EngineVariable::Models, QStringLiteral("/data/my models")}}));
        QVERIFY(text.startsWith(
            QStringLiteral("sudo install -d -o ollama -g ollama -m 750 '/data/my models'\n")));
        QVERIFY(text.contains(QStringLiteral("Environment=\"OLLAMA_MODELS=/data/my models\"\n")));
    }

    void printsAContainerWithItsAddressFolderAndGpus()
    {
        const QString text = server::engineInstructions(
            EngineKeeper::Docker, environment({{EngineVariable::Host, QStringLiteral("localhost:12000")},
                                               {EngineVariable::Models, QStringLiteral("/data/m")},
                                               {EngineVariable::CudaDevices, QStringLiteral("0,1")},
                                               {EngineVariable::KeepAlive, QStringLiteral("1h")}}));
        QCOMPARE(text, QStringLiteral(R"(docker stop ollama
docker rename ollama ollama-before
docker run -d --name ollama --restart unless-stopped \
  -p 127.0.0.1:12000:11434 \
  -v /data/m:/root/.ollama/models \
  --gpus '"device=0,1"' \
  -e OLLAMA_KEEP_ALIVE=1h \
  ollama/ollama
)"));
        // Not open to the network unless that was asked for.
        const QString plain = server::engineInstructions(
            EngineKeeper::Docker, environment({{EngineVariable::KeepAlive, QStringLiteral("1h")}}));
        QVERIFY(
            plain.contains(QStringLiteral("-p 127.0.0.1:11434:11434 \\\n  -v ollama:/root/.ollama \\\n")));
    }

    void printsWhatMacAndWindowsAsk()
    {
        const EngineEnvironment values = environment({{EngineVariable::Models, QStringLiteral("/it's")}});
        QVERIFY(server::engineInstructions(EngineKeeper::MacApp, values)
                    .startsWith(QStringLiteral("launchctl setenv OLLAMA_MODELS '/it'\\''s'\n")));
        QVERIFY(server::engineInstructions(EngineKeeper::WindowsApp, values)
                    .startsWith(QStringLiteral(
                        "[Environment]::SetEnvironmentVariable('OLLAMA_MODELS', '/it''s', 'User')\n")));
    }

    void isReadBackByTheShell()
    {
        QString script = server::engineInstructions(EngineKeeper::Terminal,
                                                    environment({{EngineVariable::Models, oddFolder}}));
        script.replace(QStringLiteral("ollama serve"), QStringLiteral("printenv OLLAMA_MODELS"));
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), script});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), oddFolder + u'\n');
    }

    void isReadBackBySystemd()
    {
        const QString folder = m_home.path(QStringLiteral("units"));
        QVERIFY(QDir().mkpath(folder + QStringLiteral("/ollama.service.d")));
        write(folder + QStringLiteral("/ollama.service"), "[Service]\nExecStart=/bin/true\n");
        const QString dropIn = folder + QStringLiteral("/ollama.service.d/inkstone.conf");
        const EngineEnvironment values = environment(
            {{EngineVariable::Models, oddFolder}, {EngineVariable::Origins, QStringLiteral("*")}});
        write(dropIn, server::systemdDropIn(values).toUtf8());
        const QByteArray words = verify(folder + QStringLiteral("/ollama.service"));
        QVERIFY2(!words.contains("inkstone.conf"), words.constData());
        // And it does look: a line it cannot read is complained of.
        write(dropIn, "[Service]\nEnvironment=\"OLLAMA_MODELS=/a\n");
        QVERIFY(verify(folder + QStringLiteral("/ollama.service")).contains("inkstone.conf"));
    }

private:
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    // What systemd says of a unit; it must be there.
    static QByteArray verify(const QString &unit)
    {
        QProcess analyze;
        analyze.setProcessChannelMode(QProcess::MergedChannels);
        analyze.start(QStringLiteral("systemd-analyze"), {QStringLiteral("verify"), unit});
        if (!analyze.waitForFinished())
            qFatal("systemd-analyze did not run: %s", qPrintable(analyze.errorString()));
        return analyze.readAll();
    }

    support::TempHome m_home;
};

QTEST_APPLESS_MAIN(TestEngineInstructions)
#include "tst_EngineInstructions.moc"
