// What the deployment helper prints, read by the programs it is for: docker-compose, OpenSSL, and certbot
// before a certificate authority on this machine (pebble), whose certificate nginx then shows and renews.
#include "server/Deployment.h"
#include "server/SelfSigned.h"
#include "support/RealParts.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>
#include <QSslCertificate>
#include <QSslSocket>

using namespace Qt::StringLiterals;
using server::Deployment;
using server::EngineVariable;
using support::Ended;
using support::freePort;
using support::listens;
using support::run;

namespace {

bool put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

// What the server at this port shows, whoever signed it.
QSslCertificate shownAt(int port, const QString &name)
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::QueryPeer);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, quint16(port), name);
    (void)socket.waitForEncrypted(5000);
    return socket.peerCertificate();
}

QByteArray fileOf(const Deployment &deployment, const QString &name)
{
    for (const server::DeploymentFile &file : server::deploymentFiles(deployment, {})) {
        if (file.name == name)
            return file.content;
    }
    return {};
}

} // namespace

class TestDeploymentFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isAComposeFileToCompose_data()
    {
        QTest::addColumn<Deployment>("deployment");
        const auto row = [](const char *title, auto change) {
            Deployment deployment;
            deployment.serverName = u"ollama.example.org"_s;
            change(deployment);
            QTest::newRow(title) << deployment;
        };
        row("as it is first", [](Deployment &) {});
        row("NVIDIA", [](Deployment &d) { d.gpu = Deployment::Gpu::Nvidia; });
        row("AMD", [](Deployment &d) { d.gpu = Deployment::Gpu::Amd; });
        row("no limits", [](Deployment &d) { d.memoryGigabytes = d.processors = 0; });
        row("processors", [](Deployment &d) { d.processors = 4; });
        row("closed", [](Deployment &d) { d.way = Deployment::Way::Closed; });
        row("for Dify", [](Deployment &d) {
            d.neighbours = Deployment::Neighbours::Containers;
            d.gateway = u"172.17.0.1"_s;
        });
        row("without HTTPS", [](Deployment &d) { d.certificate = Deployment::Certificate::None; });
        row("Let's Encrypt", [](Deployment &d) { d.certificate = Deployment::Certificate::LetsEncrypt; });
        row("a folder", [](Deployment &d) {
            QVERIFY(d.environment.set(EngineVariable::Models, u"/var/lib/my $models \"x\""_s));
        });
        row("origins", [](Deployment &d) {
            QVERIFY(d.environment.set(EngineVariable::Origins, u"https://a.example,https://*.b.example"_s));
        });
    }
    void isAComposeFileToCompose()
    {
        QFETCH(Deployment, deployment);
        QCOMPARE(server::deploymentProblems(deployment), {});
        const QTemporaryDir folder;
        QVERIFY(
            server::saveFiles(folder.path(), server::deploymentFiles(deployment, secrets(u"localhost"_s))));
        const Ended config =
            run(u"docker-compose"_s, {u"-f"_s, folder.filePath(u"docker-compose.yml"_s), u"config"_s});
        QVERIFY2(config.code == 0, config.errors.constData());
        QCOMPARE(config.errors, QByteArray()); // no warning either
        QVERIFY2(config.output.contains("image: ollama/ollama:"), config.output.constData());
        QCOMPARE(config.output.contains("nginx:stable-alpine"), deployment.hasProxy());
        const QString models = deployment.environment.value(EngineVariable::Models);
        if (!models.isEmpty())
            QVERIFY2(config.output.contains("/var/lib/my $models \"x\":/root/.ollama/models"),
                     config.output.constData());
    }

    // With the engine for its program, and no more changed than where it keeps things and who runs it.
    void runsTheEngineAsTheInitScriptSays()
    {
        const auto parts = support::RealParts::fromEnvironment();
        QVERIFY2(parts, support::withoutRealParts);
        const QTemporaryDir folder;
        Deployment deployment;
        deployment.runner = Deployment::Runner::InitScript;
        deployment.certificate = Deployment::Certificate::None;
        deployment.enginePort = freePort();
        QVERIFY(deployment.environment.set(EngineVariable::Models, folder.filePath(u"models"_s)));
        const Ended who = run(u"id"_s, {u"-un"_s});
        QByteArray script = fileOf(deployment, u"ollama.init"_s);
        for (const auto &[from, to] :
             {std::pair<QByteArray, QByteArray>{"program=/usr/local/bin/ollama",
                                                "program=" + parts->engineProgram.toUtf8()},
              {"user=ollama", "user=" + who.output.trimmed()},
              {"/run/ollama.pid", folder.filePath(u"pid"_s).toUtf8()},
              {"/var/log/ollama.log", folder.filePath(u"log"_s).toUtf8()},
              {"HOME=/var/lib/ollama", "HOME=" + folder.path().toUtf8()}}) {
            QVERIFY2(script.contains(from), from.constData());
            script.replace(from, to);
        }
        const QString path = folder.filePath(u"ollama"_s);
        QVERIFY(put(path, script));
        const auto service = [&path](const QString &word) { return run(u"sh"_s, {path, word}); };
        const auto stop = qScopeGuard([&service] { service(u"stop"_s); });
        QCOMPARE(service(u"status"_s).code, 3); // the LSB's for one that does not run
        const Ended started = service(u"start"_s);
        QVERIFY2(started.code == 0, started.errors.constData());
        QTRY_VERIFY_WITH_TIMEOUT(listens(deployment.enginePort), 30'000);
        QCOMPARE(service(u"status"_s).code, 0);
        QCOMPARE(service(u"start"_s).code, 0); // again is no fault
        QFile log(folder.filePath(u"log"_s));
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(
            log.readAll().contains("Listening on 127.0.0.1:" + QByteArray::number(deployment.enginePort)));
        QCOMPARE(service(u"restart"_s).code, 0);
        QTRY_VERIFY_WITH_TIMEOUT(listens(deployment.enginePort), 30'000);
        QCOMPARE(service(u"stop"_s).code, 0);
        QVERIFY(!listens(deployment.enginePort));
        QCOMPARE(service(u"status"_s).code, 3);
        QCOMPARE(service(u"dance"_s).code, 2);
    }

    // What orders the services of such a system reads its header, and misses nothing.
    void isAServiceToInsserv()
    {
        const QTemporaryDir folder;
        for (const char *level :
             {"init.d", "rc0.d", "rc1.d", "rc2.d", "rc3.d", "rc4.d", "rc5.d", "rc6.d", "rcS.d"})
            QVERIFY(QDir(folder.path()).mkdir(QLatin1String(level)));
        Deployment deployment;
        deployment.runner = Deployment::Runner::InitScript;
        deployment.certificate = Deployment::Certificate::None;
        const QString path = folder.filePath(u"init.d/ollama"_s);
        QByteArray script = fileOf(deployment, u"ollama.init"_s);
        const auto ordered = [&] {
            return put(path, script) && QFile::setPermissions(path, QFile::ReadOwner | QFile::ExeOwner)
                       ? run(u"/sbin/insserv"_s,
                             {u"-n"_s, u"-v"_s, u"-p"_s, folder.filePath(u"init.d"_s), u"ollama"_s})
                       : Ended();
        };
        const Ended sound = ordered();
        const QByteArray words = sound.output + sound.errors;
        QVERIFY2(sound.code == 0 && !words.contains("missing"), words.constData());
        QVERIFY2(words.contains("rc3.d/S"), words.constData()); // it would be started
        QVERIFY(QFile::remove(path));
        script.replace("# Default-Start:     2 3 4 5\n", "");
        const Ended broken = ordered();
        QVERIFY2((broken.output + broken.errors).contains("missing"), broken.errors.constData()); // it looks
    }

    // On a file in place of a disk; what takes a real one (open, mount) is not run.
    void isADiskToCryptsetup()
    {
        const QTemporaryDir folder;
        const QString disk = folder.filePath(u"disk"_s);
        QFile image(disk);
        QVERIFY(image.open(QIODevice::WriteOnly) && image.resize(64LL * 1024 * 1024));
        image.close();
        QVERIFY(put(folder.filePath(u"passphrase"_s), "correct horse"));
        Deployment deployment;
        deployment.serverName = u"localhost"_s;
        deployment.disk = u"/dev/sdb1"_s;
        QVERIFY(deployment.environment.set(EngineVariable::Models, u"/data/my models"_s));
        QCOMPARE(server::deploymentProblems(deployment), {});
        const QByteArray lines = fileOf(deployment, u"disk.txt"_s);
        const auto step = [&](const QByteArray &begin) {
            const auto at = lines.indexOf(begin);
            QByteArray line = lines.sliced(at, lines.indexOf('\n', at) - at);
            return line.replace("sudo ", "").replace("/dev/sdb1", disk.toUtf8());
        };
        const QString format = QString::fromUtf8(step("sudo cryptsetup luksFormat")) +
                               u" --batch-mode --pbkdf pbkdf2 --pbkdf-force-iterations 1000 --key-file "_s +
                               folder.filePath(u"passphrase"_s);
        const Ended formatted = run(u"/bin/sh"_s, {u"-c"_s, u"PATH=$PATH:/sbin:/usr/sbin; "_s + format});
        QVERIFY2(formatted.code == 0, formatted.errors.constData());
        QCOMPARE(run(u"/sbin/cryptsetup"_s, {u"isLuks"_s, u"--type"_s, u"luks2"_s, disk}).code, 0);
        // As the system reads it.
        const QString echo = QString::fromUtf8(step("printf '%s\\n' '/dev/mapper")).section(u'|', 0, 0);
        const Ended entry = run(u"/bin/sh"_s, {u"-c"_s, echo});
        QVERIFY(put(folder.filePath(u"fstab"_s), entry.output));
        const Ended read = run(u"findmnt"_s, {u"--tab-file"_s, folder.filePath(u"fstab"_s), u"-n"_s, u"-r"_s,
                                              u"-o"_s, u"SOURCE,TARGET,FSTYPE"_s});
        QCOMPARE(read.output.trimmed(), QByteArray("/dev/mapper/ollama_encrypted /data/my\\x20models ext4"));
    }

    void isACertificateToOpenSsl_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("option");
        QTest::newRow("DNS") << u"ollama.example.org"_s << u"-verify_hostname"_s;
        QTest::newRow("address") << u"192.168.1.5"_s << u"-verify_ip"_s;
        QTest::newRow("IPv6") << u"fd00::5"_s << u"-verify_ip"_s;
    }
    void isACertificateToOpenSsl()
    {
        QFETCH(QString, name);
        QFETCH(QString, option);
        const QTemporaryDir folder;
        const server::DeploymentSecrets made = secrets(name);
        const QString certificate = folder.filePath(u"ollama.crt"_s);
        const QString key = folder.filePath(u"ollama.key"_s);
        QVERIFY(put(certificate, made.certificate) && put(key, made.privateKey));
        const auto verify = [&](const QString &as) {
            return run(u"openssl"_s, {u"verify"_s, u"-x509_strict"_s, u"-purpose"_s, u"sslserver"_s, option,
                                      as, u"-CAfile"_s, certificate, certificate});
        };
        const Ended right = verify(name);
        QVERIFY2(right.code == 0, right.errors.constData());
        QVERIFY(verify(option == "-verify_ip"_L1 ? u"192.168.1.6"_s : u"other.example.org"_s).code != 0);
        const Ended shown = run(u"openssl"_s, {u"x509"_s, u"-in"_s, certificate, u"-noout"_s, u"-pubkey"_s});
        const Ended own = run(u"openssl"_s, {u"pkey"_s, u"-in"_s, key, u"-pubout"_s, u"-check"_s});
        QCOMPARE(shown.code, 0);
        QVERIFY2(own.code == 0 && own.output.endsWith(shown.output), own.errors.constData());
    }

    // The steps at the head of the file, in their order, with other folders and ports.
    void getsAndRenewsACertificateByItsSteps_data()
    {
        QTest::addColumn<Deployment::Runner>("runner");
        QTest::addColumn<QByteArray>("reload");
        QTest::newRow("service") << Deployment::Runner::Service << QByteArray("systemctl reload nginx");
        QTest::newRow("containers") << Deployment::Runner::Compose
                                    << QByteArray("docker exec inkstone-proxy nginx -s reload");
    }
    void getsAndRenewsACertificateByItsSteps()
    {
        QFETCH(Deployment::Runner, runner);
        QFETCH(QByteArray, reload);
        m_folder = std::make_unique<QTemporaryDir>();
        // nginx reads what certbot puts there as somebody else.
        constexpr auto everyone = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup |
                                  QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        QVERIFY(QFile::setPermissions(m_folder->path(), everyone));
        m_httpPort = freePort();
        support::ChildProcess names;
        support::ChildProcess authority;
        QVERIFY(startAuthority(names, authority));
        Deployment deployment;
        deployment.runner = runner;
        deployment.certificate = Deployment::Certificate::LetsEncrypt;
        deployment.serverName = u"ollama.example.org"_s;
        deployment.httpsPort = freePort();
        QByteArray site;
        QVERIFY(saveSite(deployment, site));
        const QList<QByteArray> steps = certbotSteps(site);
        QCOMPARE(steps.size(), 2);

        const Ended first = certbot(steps[0]);
        QVERIFY2(first.code == 0, (first.output + first.errors).constData());
        support::ChildProcess nginx;
        nginx.start(u"nginx"_s, nginxArguments());
        QTRY_VERIFY2_WITH_TIMEOUT(listens(deployment.httpsPort), nginx.errors().constData(), 20'000);
        const QSslCertificate before = shownAt(deployment.httpsPort, deployment.serverName);
        QVERIFY(before.issuerDisplayName().startsWith("Pebble"_L1));
        QVERIFY(before.subjectAlternativeNames().contains(QSsl::DnsEntry, deployment.serverName));

        QVERIFY(putReload(reload));
        const Ended renewal = certbot(steps[1]);
        QVERIFY2(renewal.code == 0, (renewal.output + renewal.errors).constData());
        // As long as for its start: nginx looks up names when it reads its settings anew. Asked no more once
        // it was shown, because for a moment a worker with the old one may still answer.
        const auto isShown = [&] {
            const QSslCertificate now = shownAt(deployment.httpsPort, deployment.serverName);
            return !now.isNull() && now.serialNumber() != before.serialNumber();
        };
        QVERIFY2(QTest::qWaitFor(isShown, 20'000), (renewal.output + nginx.errors()).constData());
        QFile settings(m_folder->filePath(u"le/renewal/ollama.example.org.conf"_s));
        QVERIFY(settings.open(QIODevice::ReadOnly));
        const QByteArray kept = settings.readAll();
        QVERIFY2(kept.contains("authenticator = webroot") && kept.contains("renew_hook = " + reload),
                 kept.constData());
    }

private:
    static server::DeploymentSecrets secrets(const QString &name)
    {
        const auto made = server::makeSelfSigned(name, 2);
        if (!made)
            qFatal("no certificate");
        return {server::newDeploymentKey(), made->certificate, made->privateKey};
    }

    bool startAuthority(support::ChildProcess &names, support::ChildProcess &authority)
    {
        const server::DeploymentSecrets own = secrets(u"localhost"_s);
        const int dns = freePort();
        m_authorityPort = freePort();
        const QJsonObject pebble{{u"listenAddress"_s, u"127.0.0.1:%1"_s.arg(m_authorityPort)},
                                 {u"managementListenAddress"_s, QString()},
                                 {u"certificate"_s, m_folder->filePath(u"ca.crt"_s)},
                                 {u"privateKey"_s, m_folder->filePath(u"ca.key"_s)},
                                 {u"httpPort"_s, m_httpPort},
                                 {u"tlsPort"_s, 1}};
        const QString config = m_folder->filePath(u"pebble.json"_s);
        if (!put(m_folder->filePath(u"ca.crt"_s), own.certificate) ||
            !put(m_folder->filePath(u"ca.key"_s), own.privateKey) ||
            !put(config, QJsonDocument(QJsonObject{{u"pebble"_s, pebble}}).toJson()))
            return false;
        names.start(u"pebble-challtestsrv"_s,
                    {u"-dns01"_s, u"127.0.0.1:%1"_s.arg(dns), u"-http01"_s, QString(), u"-https01"_s,
                     QString(), u"-tlsalpn01"_s, QString(), u"-defaultIPv6"_s, QString(), u"-management"_s,
                     u"127.0.0.1:%1"_s.arg(freePort())});
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PEBBLE_VA_NOSLEEP"_s, u"1"_s);
        environment.insert(u"PEBBLE_WFE_NONCEREJECT"_s,
                           u"0"_s);                         // by default it refuses one in twenty at random
        environment.insert(u"PEBBLE_AUTHZREUSE"_s, u"0"_s); // each asks for the file again
        authority.setProcessEnvironment(environment);
        authority.start(u"pebble"_s, {u"-config"_s, config, u"-dnsserver"_s, u"127.0.0.1:%1"_s.arg(dns)});
        return QTest::qWaitFor([this] { return listens(m_authorityPort); }, 20'000);
    }

    QByteArray moved(QByteArray text) const
    {
        text.replace("/etc/letsencrypt", m_folder->filePath(u"le"_s).toUtf8());
        text.replace("/var/www/letsencrypt", m_folder->filePath(u"www"_s).toUtf8());
        return text;
    }

    // `site` is as it was printed; beside it stands what nginx here can read.
    bool saveSite(const Deployment &deployment, QByteArray &site) const
    {
        const QDir folder(m_folder->path());
        QByteArray keys;
        for (const server::DeploymentFile &file : server::deploymentFiles(deployment, secrets(u"x"_s))) {
            if (file.name == "ollama-proxy.conf"_L1)
                site = file.content;
            else if (file.name == "ollama-keys.conf"_L1)
                keys = file.content;
        }
        QByteArray here = moved(site);
        here.replace("listen 80;", "listen 127.0.0.1:" + QByteArray::number(m_httpPort) + ';');
        here.replace("server ollama:11434;", "server 127.0.0.1:11434;");
        const QByteArray at = m_folder->path().toUtf8();
        const QByteArray main = "daemon off; worker_processes 1; error_log stderr; pid " + at +
                                "/pid;\nevents {}\nhttp {\naccess_log off; client_body_temp_path " + at +
                                "/b; proxy_temp_path " + at + "/p; fastcgi_temp_path " + at +
                                "/f; uwsgi_temp_path " + at + "/u; scgi_temp_path " + at + "/s;\n" + here +
                                "}\n";
        return folder.mkpath(u"inkstone"_s) && folder.mkpath(u"www"_s) && folder.mkpath(u"bin"_s) &&
               put(folder.filePath(u"inkstone/ollama-keys.conf"_s), keys) &&
               put(folder.filePath(u"nginx.conf"_s), main);
    }

    QStringList nginxArguments() const
    {
        return {u"-e"_s,          u"stderr"_s, u"-p"_s,
                m_folder->path(), u"-c"_s,     m_folder->filePath(u"nginx.conf"_s)};
    }

    // Without sudo, and without what is said in brackets behind them.
    static QList<QByteArray> certbotSteps(const QByteArray &site)
    {
        QList<QByteArray> steps;
        for (QByteArray line : site.split('\n')) {
            if (!line.startsWith("# sudo certbot "))
                continue;
            const auto remark = line.indexOf("    (");
            line.truncate(remark < 0 ? line.size() : remark);
            steps.append(line.sliced(qstrlen("# sudo ")));
        }
        return steps;
    }

    Ended certbot(const QByteArray &step) const
    {
        const QString at = m_folder->path();
        const QString line =
            QString::fromUtf8(moved(step)) +
            u" --non-interactive --agree-tos --register-unsafely-without-email --no-eff-email"
            " --server https://localhost:%1/dir --http-01-port %2 --config-dir %3/le"
            " --work-dir %3/work --logs-dir %3/logs"_s.arg(QString::number(m_authorityPort),
                                                           QString::number(m_httpPort), at);
        return run(u"/bin/sh"_s, {u"-c"_s, line},
                   {{u"REQUESTS_CA_BUNDLE"_s, at + u"/ca.crt"_s},
                    {u"PATH"_s, at + u"/bin:"_s + qEnvironmentVariable("PATH")}});
    }

    // The program of the hook takes just these words, and has the nginx of this test read its files again.
    bool putReload(const QByteArray &words) const
    {
        const auto space = words.indexOf(' ');
        const QString path = m_folder->filePath(u"bin/"_s + QString::fromLatin1(words.first(space)));
        const QByteArray script = "#!/bin/sh\n[ \"$*\" = \"" + words.sliced(space + 1) +
                                  "\" ] && kill -HUP \"$(cat " + m_folder->filePath(u"pid"_s).toUtf8() +
                                  ")\"\n";
        return put(path, script) && QFile::setPermissions(path, QFile::ReadOwner | QFile::ExeOwner);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_httpPort = 0;
    int m_authorityPort = 0;
};

QTEST_GUILESS_MAIN(TestDeploymentFiles)
#include "tst_DeploymentFiles.moc"
