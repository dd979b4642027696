// The files are read back by what they are for: a YAML parser, systemd, nginx (tests/real/tst_Deployment runs
// it).
#include "server/Deployment.h"
#include "server/SelfSigned.h"
#include "support/TempHome.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using server::ClientAddress;
using server::Deployment;
using server::DeploymentFile;
using server::DeploymentProblem;

namespace {

Deployment sound()
{
    Deployment deployment;
    deployment.serverName = u"ollama.example.org"_s;
    return deployment;
}

const server::DeploymentSecrets secrets{"the-key", "the certificate", "the private key"};

QByteArray fileNamed(const QString &name, const Deployment &deployment)
{
    for (const DeploymentFile &file : server::deploymentFiles(deployment, secrets)) {
        if (file.name == name)
            return file.content;
    }
    return {};
}

QStringList namesOf(const Deployment &deployment)
{
    QStringList names;
    for (const DeploymentFile &file : server::deploymentFiles(deployment, secrets))
        names.append(file.isSecret ? file.name + u'!' : file.name);
    return names;
}

// As a YAML parser understands it.
QJsonObject parsedYaml(const QByteArray &yaml)
{
    QProcess python;
    python.start(u"/usr/bin/python3"_s,
                 {u"-c"_s, u"import sys, json, yaml; json.dump(yaml.safe_load(sys.stdin), sys.stdout)"_s});
    python.write(yaml);
    python.closeWriteChannel();
    if (!python.waitForFinished() || python.exitCode() != 0)
        qFatal("no YAML: %s\n%s", python.readAllStandardError().constData(), yaml.constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

} // namespace

class TestDeployment : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatCannotBeUsed_data()
    {
        using Certificate = Deployment::Certificate;
        QTest::addColumn<Deployment>("deployment");
        QTest::addColumn<QList<DeploymentProblem>>("problems");
        const auto row = [](const char *name, auto change, QList<DeploymentProblem> problems) {
            Deployment deployment = sound();
            change(deployment);
            QTest::newRow(name) << deployment << problems;
        };
        using P = DeploymentProblem;
        row("sound", [](Deployment &) {}, {});
        row("address", [](Deployment &d) { d.serverName = u"192.168.1.5"_s; }, {});
        row("IPv6 address", [](Deployment &d) { d.serverName = u"fd00::5"_s; }, {});
        row("no name", [](Deployment &d) { d.serverName.clear(); }, {P::ServerName});
        row("no name, but no HTTPS",
            [](Deployment &d) { d.serverName.clear(), d.certificate = Certificate::None; }, {});
        row("name that ends the line", [](Deployment &d) { d.serverName = u"a;}\nserver {"_s; },
            {P::ServerName});
        row("half an address", [](Deployment &d) { d.serverName = u"192.168.1"_s; }, {P::ServerName});
        row("a URL", [](Deployment &d) { d.serverName = u"https://a.b"_s; }, {P::ServerName});
        row("own name, Let's Encrypt",
            [](Deployment &d) { d.serverName = u"box.local"_s, d.certificate = Certificate::LetsEncrypt; },
            {P::NotAPublicName});
        row("address, Let's Encrypt",
            [](Deployment &d) { d.serverName = u"1.2.3.4"_s, d.certificate = Certificate::LetsEncrypt; },
            {P::NotAPublicName});
        row("public name, Let's Encrypt", [](Deployment &d) { d.certificate = Certificate::LetsEncrypt; },
            {});
        row("port 0", [](Deployment &d) { d.enginePort = 0; }, {P::EnginePort});
        row("port 65536", [](Deployment &d) { d.httpsPort = 65536; }, {P::HttpsPort});
        row("one port for both", [](Deployment &d) { d.httpsPort = d.enginePort; }, {P::SamePort});
        row("a tag with a command", [](Deployment &d) { d.imageTag = u"latest\" evil"_s; }, {P::ImageTag});
        row("the tag does not matter to a service",
            [](Deployment &d) { d.imageTag.clear(), d.runner = Deployment::Runner::Service; }, {});
        row("a disk", [](Deployment &d) { d.disk = u"/dev/disk/by-id/ata-X_1-part2"_s; }, {});
        row("a disk without its folder", [](Deployment &d) { d.disk = u"sdb1"_s; }, {P::Disk});
        row("a disk with a command", [](Deployment &d) { d.disk = u"/dev/sdb1; reboot"_s; }, {P::Disk});
        row("a way out of /dev", [](Deployment &d) { d.disk = u"/dev/../etc/passwd"_s; }, {P::Disk});
        row("no name is needed on Windows",
            [](Deployment &d) { d.serverName.clear(), d.runner = Deployment::Runner::WindowsTask; }, {});
        row("negative memory", [](Deployment &d) { d.memoryGigabytes = -1; }, {P::Memory});
        row("too many processors", [](Deployment &d) { d.processors = 5000; }, {P::Processors});
        row("a network", [](Deployment &d) { d.clients = u"192.168.1.0/24"_s; }, {});
        row("an IPv6 network", [](Deployment &d) { d.clients = u"fd00::/8"_s; }, {});
        row("no network", [](Deployment &d) { d.clients = u"the office"_s; }, {P::Clients});
        row("an address is no network", [](Deployment &d) { d.clients = u"192.168.1.5"_s; }, {P::Clients});
        row("everyone", [](Deployment &d) { d.clients = u"0.0.0.0/0"_s; }, {P::Clients});
    }
    void findsWhatCannotBeUsed()
    {
        QFETCH(Deployment, deployment);
        QTEST(server::deploymentProblems(deployment), "problems");
    }

    void makesTheFilesThatAreNeeded()
    {
        Deployment deployment = sound();
        QCOMPARE(namesOf(deployment),
                 (QStringList{u"docker-compose.yml"_s, u"ollama-proxy.conf"_s, u"ollama-keys.conf!"_s,
                              u"ollama.crt"_s, u"ollama.key!"_s, u"firewall.txt"_s, u"install.txt"_s}));
        deployment.disk = u"/dev/sdb1"_s;
        QCOMPARE(namesOf(deployment).last(), u"disk.txt"_s);
        deployment.disk.clear();
        deployment.runner = Deployment::Runner::Service;
        deployment.certificate = Deployment::Certificate::LetsEncrypt;
        QCOMPARE(namesOf(deployment),
                 (QStringList{u"ollama.service"_s, u"ollama-proxy.conf"_s, u"ollama-keys.conf!"_s,
                              u"firewall.txt"_s, u"install.txt"_s}));
        deployment.certificate = Deployment::Certificate::None;
        QCOMPARE(namesOf(deployment),
                 (QStringList{u"ollama.service"_s, u"firewall.txt"_s, u"install.txt"_s}));
        deployment.runner = Deployment::Runner::InitScript;
        QCOMPARE(namesOf(deployment), (QStringList{u"ollama.init"_s, u"firewall.txt"_s, u"install.txt"_s}));
        deployment.runner = Deployment::Runner::WindowsTask;
        deployment.certificate = Deployment::Certificate::SelfSigned; // has none there
        QVERIFY(!deployment.hasProxy());
        QCOMPARE(namesOf(deployment), (QStringList{u"ollama-task.txt"_s, u"ollama-task.xml"_s}));
    }

    void hasTheKeyInOneFileOnly()
    {
        for (const DeploymentFile &file : server::deploymentFiles(sound(), secrets)) {
            QCOMPARE(file.content.contains("the-key"), file.name == u"ollama-keys.conf"_s);
            QCOMPARE(file.content.contains("the private key"), file.name == u"ollama.key"_s);
        }
    }

    void isAComposeFile()
    {
        Deployment deployment = sound();
        deployment.gpu = Deployment::Gpu::Nvidia;
        deployment.processors = 4;
        QVERIFY(deployment.environment.set(server::EngineVariable::Models, u"/data/it's \"$HOME\""));
        QVERIFY(deployment.environment.set(server::EngineVariable::KeepAlive, u"1h"));
        QVERIFY(deployment.environment.set(server::EngineVariable::Host, u"0.0.0.0"));
        const QJsonObject file = parsedYaml(fileNamed(u"docker-compose.yml"_s, deployment));
        const QJsonObject services = file[u"services"_s].toObject();
        const QJsonObject engine = services[u"ollama"_s].toObject();
        QCOMPARE(engine[u"image"_s].toString(), u"ollama/ollama:latest"_s);
        QCOMPARE(engine[u"ports"_s].toArray(), QJsonArray{u"127.0.0.1:11434:11434"_s});
        // To Compose two dollar signs are one.
        QCOMPARE(engine[u"volumes"_s].toArray(), QJsonArray{u"/data/it's \"$$HOME\":/root/.ollama/models"_s});
        QCOMPARE(engine[u"environment"_s].toObject(), (QJsonObject{{u"OLLAMA_KEEP_ALIVE"_s, u"1h"_s}}));
        QCOMPARE(engine[u"healthcheck"_s].toObject()[u"test"_s].toArray(),
                 (QJsonArray{u"CMD"_s, u"ollama"_s, u"list"_s}));
        const QJsonObject resources = engine[u"deploy"_s].toObject()[u"resources"_s].toObject();
        QCOMPARE(resources[u"limits"_s].toObject(),
                 (QJsonObject{{u"memory"_s, u"8G"_s}, {u"cpus"_s, u"4"_s}}));
        const QJsonObject device =
            resources[u"reservations"_s].toObject()[u"devices"_s].toArray()[0].toObject();
        QCOMPARE(device[u"driver"_s].toString(), u"nvidia"_s);
        const QJsonObject proxy = services[u"proxy"_s].toObject();
        QCOMPARE(proxy[u"ports"_s].toArray(), QJsonArray{u"443:443"_s});
        QVERIFY(!file[u"networks"_s].toObject()[u"engine"_s].toObject().contains(u"internal"_s));
    }

    void isSeenByContainersAndNoOtherMachine()
    {
        Deployment deployment = sound();
        deployment.neighbours = Deployment::Neighbours::Containers;
        const auto ports = [&deployment] {
            const QJsonObject file = parsedYaml(fileNamed(u"docker-compose.yml"_s, deployment));
            return file[u"services"_s].toObject()[u"ollama"_s].toObject()[u"ports"_s].toArray();
        };
        QCOMPARE(ports(), QJsonArray{u"127.0.0.1:11434:11434"_s});
        deployment.gateway = u"172.17.0.1"_s;
        QCOMPARE(ports(), (QJsonArray{u"127.0.0.1:11434:11434"_s, u"172.17.0.1:11434:11434"_s}));
    }

    void closesTheEnginesNetwork()
    {
        Deployment deployment = sound();
        deployment.way = Deployment::Way::Closed;
        const QJsonObject file = parsedYaml(fileNamed(u"docker-compose.yml"_s, deployment));
        QVERIFY(file[u"networks"_s].toObject()[u"engine"_s].toObject()[u"internal"_s].toBool());
        QVERIFY(!file[u"services"_s].toObject()[u"ollama"_s].toObject().contains(u"ports"_s));
        QCOMPARE(file[u"services"_s].toObject()[u"proxy"_s].toObject()[u"networks"_s].toArray(),
                 (QJsonArray{u"engine"_s, u"outside"_s}));
    }

    void isAUnitThatSystemdTakes_data()
    {
        QTest::addColumn<Deployment>("deployment");
        Deployment deployment = sound();
        deployment.runner = Deployment::Runner::Service;
        QTest::newRow("plain") << deployment;
        deployment.gpu = Deployment::Gpu::Amd;
        deployment.processors = 3;
        deployment.way = Deployment::Way::Closed;
        deployment.neighbours = Deployment::Neighbours::Containers;
        QVERIFY(deployment.environment.set(server::EngineVariable::Models, u"/data/100% \"new\" \\ models"));
        QVERIFY(deployment.environment.set(server::EngineVariable::Origins, u"*"));
        QTest::newRow("everything") << deployment;
        const QString inHome = u"/ho"_s + u"me/ann/models"_s;
        QVERIFY(deployment.environment.set(server::EngineVariable::Models, inHome));
        QTest::newRow("models in a home") << deployment;
    }
    void isAUnitThatSystemdTakes()
    {
        QFETCH(Deployment, deployment);
        QByteArray unit = fileNamed(u"ollama.service"_s, deployment);
        QVERIFY(unit.contains("\nUser=ollama\n"));
        unit.replace("/usr/local/bin/ollama", "/bin/true"); // which is not on this machine
        QCOMPARE(complaints(unit), QByteArray());
        // It does look.
        QVERIFY(complaints(unit + "NoSuchThing=1\n").contains("NoSuchThing"));
        QByteArray broken = unit;
        QVERIFY(complaints(broken.replace("MemoryMax=8G", "MemoryMax=plenty")).contains("plenty"));
    }

    // Every shell there is on the systems of the guides reads them; shellcheck looks further.
    void areLinesForTheShell_data()
    {
        QTest::addColumn<Deployment>("deployment");
        QTest::addColumn<QString>("name");
        Deployment deployment = sound();
        deployment.disk = u"/dev/sdb1"_s;
        deployment.gpu = Deployment::Gpu::Nvidia;
        QVERIFY(deployment.environment.set(server::EngineVariable::Models, u"/data/it's \"$HOME\" \\ %1"));
        for (const auto certificate :
             {Deployment::Certificate::SelfSigned, Deployment::Certificate::LetsEncrypt}) {
            deployment.certificate = certificate;
            for (const auto runner :
                 {Deployment::Runner::Compose, Deployment::Runner::Service, Deployment::Runner::InitScript}) {
                deployment.runner = runner;
                for (const QString &name : {u"ollama.init"_s, u"install.txt"_s, u"disk.txt"_s}) {
                    if (!fileNamed(name, deployment).isEmpty())
                        QTest::addRow("%s %d %d", qPrintable(name), int(runner), int(certificate))
                            << deployment << name;
                }
            }
        }
    }
    void areLinesForTheShell()
    {
        QFETCH(Deployment, deployment);
        QFETCH(QString, name);
        const QByteArray lines = fileNamed(name, deployment);
        const auto said = [](const QString &program, const QStringList &arguments, const QByteArray &input) {
            QProcess process;
            process.setProcessChannelMode(QProcess::MergedChannels);
            process.start(program, arguments);
            process.write(input);
            process.closeWriteChannel();
            if (!process.waitForFinished())
                qFatal("%s did not run", qPrintable(program));
            return process.exitCode() == 0 ? QByteArray() : process.readAll() + "failed";
        };
        const QStringList check{u"--shell=sh"_s, u"--severity=warning"_s, u"-"_s};
        QCOMPARE(said(u"sh"_s, {u"-n"_s}, lines), QByteArray());
        QCOMPARE(said(u"shellcheck"_s, check, lines), QByteArray());
        QVERIFY(said(u"shellcheck"_s, check, lines + "cd $HOME/x; rm `ls\n").contains("failed")); // it looks
    }

    void isATaskForWhoeverSignsIn()
    {
        Deployment deployment = sound();
        deployment.runner = Deployment::Runner::WindowsTask;
        deployment.enginePort = 11500;
        QVERIFY(deployment.environment.set(server::EngineVariable::Models, u"D:\\it's models"));
        QXmlStreamReader task(fileNamed(u"ollama-task.xml"_s, deployment));
        QHash<QString, QString> values;
        QString element;
        while (!task.atEnd()) {
            task.readNext();
            if (task.isStartElement())
                element = task.name().toString();
            else if (task.isCharacters() && !task.isWhitespace())
                values.insert(element, task.text().toString());
        }
        QVERIFY2(!task.hasError(), qPrintable(task.errorString()));
        QCOMPARE(values[u"Command"_s], u"%LOCALAPPDATA%\\Programs\\Ollama\\ollama.exe"_s);
        QCOMPARE(values[u"Arguments"_s], u"serve"_s);
        QCOMPARE(values[u"UserId"_s], u"THIS_USER"_s);
        QCOMPARE(values[u"RunLevel"_s], u"LeastPrivilege"_s);
        QCOMPARE(values[u"ExecutionTimeLimit"_s], u"PT0S"_s); // no end
        const QByteArray lines = fileNamed(u"ollama-task.txt"_s, deployment);
        QVERIFY(lines.contains("('OLLAMA_HOST', '127.0.0.1:11500', 'User')"));
        QVERIFY(lines.contains("('OLLAMA_MODELS', 'D:\\it''s models', 'User')"));
        QVERIFY(lines.contains("ollama-task.xml") && lines.contains("'THIS_USER'"));
        QVERIFY(!lines.contains("New-NetFirewallRule"));
        deployment.way = Deployment::Way::Closed;
        QVERIFY(fileNamed(u"ollama-task.txt"_s, deployment).contains("New-NetFirewallRule"));
        deployment.neighbours = Deployment::Neighbours::Containers;
        QCOMPARE(
            server::clientAddresses(deployment, {}).last(),
            (ClientAddress{ClientAddress::From::ContainerOnDesktop, u"http://host.docker.internal:11500"_s}));
    }

    void keepsModelsOnTheEncryptedDisk()
    {
        Deployment deployment = sound();
        deployment.disk = u"/dev/sdb1"_s;
        const auto volume = [&deployment] {
            const QJsonObject file = parsedYaml(fileNamed(u"docker-compose.yml"_s, deployment));
            const QJsonObject engine = file[u"services"_s].toObject()[u"ollama"_s].toObject();
            return engine[u"volumes"_s].toArray().at(0).toString();
        };
        QCOMPARE(volume(), u"/var/lib/ollama:/root/.ollama"_s);
        QVERIFY(fileNamed(u"disk.txt"_s, deployment).contains("sudo mount /var/lib/ollama\n"));
        QVERIFY(deployment.environment.set(server::EngineVariable::Models, u"/data/my models"));
        QCOMPARE(volume(), u"/data/my models:/root/.ollama/models"_s);
        const QByteArray lines = fileNamed(u"disk.txt"_s, deployment);
        QVERIFY(lines.contains("sudo mount '/data/my models'\n"));
        QVERIFY(lines.contains("/dev/mapper/ollama_encrypted /data/my\\040models ext4"));
    }

    void closesTheWayOutWithoutSystemd()
    {
        Deployment deployment = sound();
        deployment.runner = Deployment::Runner::InitScript;
        QVERIFY(!fileNamed(u"firewall.txt"_s, deployment).contains("--uid-owner"));
        deployment.way = Deployment::Way::Closed;
        QVERIFY(fileNamed(u"firewall.txt"_s, deployment).contains("ip6tables -A OUTPUT -m owner"));
    }

    void tellsWhereTheEngineIsSeenFrom()
    {
        using From = ClientAddress::From;
        const server::HostAddresses host{u"172.18.0.1"_s, u"192.168.1.7"_s};
        Deployment deployment = sound();
        deployment.httpsPort = 8443;
        using Addresses = QList<ClientAddress>;
        QCOMPARE(server::clientAddresses(deployment, host),
                 (Addresses{{From::ThisMachine, u"http://127.0.0.1:11434"_s},
                            {From::Anywhere, u"https://ollama.example.org:8443"_s}}));
        deployment.neighbours = Deployment::Neighbours::Containers;
        QCOMPARE(server::clientAddresses(deployment, host),
                 (Addresses{{From::ThisMachine, u"http://127.0.0.1:11434"_s},
                            {From::SameNetwork, u"http://ollama:11434"_s},
                            {From::ContainerOnDesktop, u"http://host.docker.internal:11434"_s},
                            {From::ContainerOnLinux, u"http://172.18.0.1:11434"_s},
                            {From::Anywhere, u"https://ollama.example.org:8443"_s}}));
        deployment.way = Deployment::Way::Closed;
        deployment.certificate = Deployment::Certificate::None;
        QCOMPARE(server::clientAddresses(deployment, host),
                 (Addresses{{From::SameNetwork, u"http://ollama:11434"_s}}));
        deployment.runner = Deployment::Runner::Service;
        deployment.serverName = u"fd00::5"_s;
        deployment.certificate = Deployment::Certificate::SelfSigned;
        const Addresses addresses = server::clientAddresses(deployment, {});
        QCOMPARE(addresses.at(2), (ClientAddress{From::ContainerOnLinux, u"http://172.17.0.1:11434"_s}));
        QCOMPARE(addresses.last(), (ClientAddress{From::Anywhere, u"https://[fd00::5]:8443"_s}));
    }

    void findsAddressesOfThisMachine()
    {
        const server::HostAddresses host = server::hostAddresses();
        for (const QString &address : {host.lan, host.dockerGateway}) {
            if (!address.isEmpty())
                QVERIFY(!QHostAddress(address).isNull() && !QHostAddress(address).isLoopback());
        }
    }

    void makesKeysThatNobodyGuesses()
    {
        const QByteArray key = server::newDeploymentKey();
        QCOMPARE(key.size(), 43);
        QVERIFY(key != server::newDeploymentKey());
        for (const char c : key)
            QVERIFY(isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_');
    }

    void savesSecretsForTheOwnerOnlyAndTellsWhatIsThere()
    {
        const QString folder = m_home.path(u"saved"_s);
        QVERIFY(QDir().mkpath(folder));
        const auto files = server::deploymentFiles(sound(), secrets);
        QCOMPARE(server::existingFiles(folder, files), QStringList());
        // Somebody's link does not lead the key away.
        const QString elsewhere = m_home.path(u"elsewhere"_s);
        QVERIFY(QFile::link(elsewhere, folder + u"/ollama.key"_s));
        QCOMPARE(server::existingFiles(folder, files), QStringList{u"ollama.key"_s});
        QVERIFY(server::saveFiles(folder, files));
        QVERIFY(!QFile::exists(elsewhere));
        QCOMPARE(server::existingFiles(folder, files).size(), files.size());
        constexpr auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        for (const DeploymentFile &file : files) {
            const QString path = QDir(folder).filePath(file.name);
            QFile saved(path);
            QVERIFY(saved.open(QIODevice::ReadOnly));
            QCOMPARE(saved.readAll(), file.content);
            if (file.isSecret)
                QCOMPARE(QFileInfo(path).permissions() & others, QFile::Permissions());
        }
        QVERIFY(!server::saveFiles(u"/proc/nowhere"_s, files));
    }

    void makesACertificateForTheName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("kind");
        QTest::newRow("DNS") << u"ollama.example.org"_s << int(QSsl::DnsEntry);
        QTest::newRow("address") << u"192.168.1.5"_s << int(QSsl::IpAddressEntry);
        QTest::newRow("IPv6") << u"fd00::5"_s << int(QSsl::IpAddressEntry);
        QTest::newRow("longer than a common name")
            << QString(60, u'a') + u'.' + QString(60, u'b') + u".example.org"_s << int(QSsl::DnsEntry);
    }
    void makesACertificateForTheName()
    {
        QFETCH(QString, name);
        QFETCH(int, kind);
        const auto made = server::makeSelfSigned(name, 730);
        QVERIFY(made);
        const QSslCertificate certificate(made->certificate);
        QVERIFY(!certificate.isNull());
        const auto names = certificate.subjectAlternativeNames().values(QSsl::AlternativeNameEntryType(kind));
        const bool isFound = std::ranges::any_of(names, [&name](const QString &each) {
            return each == name || (!QHostAddress(name).isNull() && QHostAddress(each) == QHostAddress(name));
        });
        QVERIFY2(isFound, qPrintable(names.join(u' ')));
        QCOMPARE(certificate.digest(QCryptographicHash::Sha256), made->fingerprint);
        QCOMPARE(certificate.expiryDate(), made->until);
        const qint64 days = QDateTime::currentDateTime().daysTo(made->until);
        QVERIFY(days >= 729 && days <= 730);
        QVERIFY(certificate.effectiveDate() < QDateTime::currentDateTime());
        const QSslKey key(made->privateKey, QSsl::Ec);
        QVERIFY(!key.isNull());
        QVERIFY(server::makeSelfSigned(name, 730)->certificate != made->certificate);
    }

    void saysWhatOpenSslSaysOfANameThatCannotBe()
    {
        const auto made = server::makeSelfSigned(u"a,DNS:b,bogus"_s, 1);
        QVERIFY(!made);
        QVERIFY(!made.error().detail.isEmpty());
    }

private:
    // What systemd says of a unit.
    QByteArray complaints(const QByteArray &unit) const
    {
        const QString path = m_home.path(u"ollama.service"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(unit) != unit.size())
            qFatal("cannot write");
        file.close();
        QProcess analyze;
        analyze.setProcessChannelMode(QProcess::MergedChannels);
        analyze.start(u"systemd-analyze"_s, {u"verify"_s, path});
        if (!analyze.waitForFinished())
            qFatal("systemd-analyze did not run: %s", qPrintable(analyze.errorString()));
        QByteArray words;
        for (const QByteArray &line : analyze.readAll().split('\n')) {
            if (line.contains(path.toUtf8()) || line.contains("ollama.service"))
                words += line + '\n';
        }
        return words;
    }

    support::TempHome m_home;
};

QTEST_GUILESS_MAIN(TestDeployment)
#include "tst_Deployment.moc"
