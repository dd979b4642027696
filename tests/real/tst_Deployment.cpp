// The files of a deployment at work: nginx reads the configuration as it was saved and stands before the real
// engine, with the certificate made here and the key.
#include "server/Deployment.h"
#include "server/SelfSigned.h"
#include "support/RealParts.h"

#include <QDir>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;
using server::Deployment;
using support::freePort;

namespace {

struct Answer
{
    int status = 0;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QByteArray body;
    QByteArray challenge; // WWW-Authenticate
    int parts = 0;        // how often some of the body came
};

// nginx with a configuration of its own around the one that was saved, in a folder of its own.
class Proxy
{
public:
    // Empty, or why it could not be started.
    QByteArray start(const Deployment &deployment, const server::DeploymentSecrets &secrets,
                     const QByteArray &replaced = {}, const QByteArray &by = {})
    {
        const QDir folder(m_folder.path());
        folder.mkpath(u"inkstone"_s);
        if (!server::saveFiles(folder.filePath(u"inkstone"_s), server::deploymentFiles(deployment, secrets)))
            return "not saved";
        QFile site(folder.filePath(u"inkstone/ollama-proxy.conf"_s));
        if (!replaced.isEmpty()) {
            if (!site.open(QIODevice::ReadOnly))
                return "not read";
            QByteArray text = site.readAll();
            site.close();
            if (!text.contains(replaced) || !site.open(QIODevice::WriteOnly | QIODevice::Truncate))
                return "nothing to replace";
            site.write(text.replace(replaced, by));
            site.close();
        }
        QFile main(folder.filePath(u"nginx.conf"_s));
        if (!main.open(QIODevice::WriteOnly))
            return "not written";
        const QByteArray at = m_folder.path().toUtf8();
        main.write("daemon off; worker_processes 1; error_log stderr; pid " + at +
                   "/pid;\nevents {}\nhttp {\n" + "access_log off; client_body_temp_path " + at +
                   "/b; proxy_temp_path " + at + "/p; fastcgi_temp_path " + at + "/f; uwsgi_temp_path " + at +
                   "/u; scgi_temp_path " + at + "/s;\ninclude inkstone/ollama-proxy.conf;\n}\n");
        main.close();
        support::ChildProcess test;
        test.start(u"nginx"_s, arguments() + QStringList{u"-t"_s});
        if (!test.waitForFinished() || test.exitCode() != 0)
            return "nginx -t: " + test.errors();
        m_process.start(u"nginx"_s, arguments());
        const bool isUp = QTest::qWaitFor(
            [this, &deployment] {
                return support::listens(deployment.httpsPort) || m_process.state() == QProcess::NotRunning;
            },
            20'000);
        return isUp && m_process.state() == QProcess::Running ? QByteArray() : m_process.errors();
    }

private:
    QStringList arguments() const
    {
        return {u"-e"_s, u"stderr"_s, u"-p"_s, m_folder.path(), u"-c"_s, m_folder.filePath(u"nginx.conf"_s)};
    }
    QTemporaryDir m_folder;
    support::ChildProcess m_process;
};

} // namespace

class TestDeployment : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const auto parts = support::RealParts::fromEnvironment();
        QVERIFY2(parts, support::withoutRealParts);
        m_parts = *parts;
        m_secrets.key = server::newDeploymentKey();
        const auto made = server::makeSelfSigned(u"localhost"_s, 2);
        QVERIFY(made);
        m_secrets.certificate = made->certificate;
        m_secrets.privateKey = made->privateKey;
        m_proxy = std::make_unique<Proxy>();
        m_deployment = deployment();
        QCOMPARE(m_proxy->start(m_deployment, m_secrets), QByteArray());
    }

    void cleanupTestCase() { m_proxy.reset(); }

    void letsWhoHasTheKeyIn()
    {
        const Answer answer = ask(u"/api/tags"_s, {}, m_secrets.key);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.contains(support::smallModel));
    }

    void keepsEveryoneElseOut_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("another") << server::newDeploymentKey();
        QTest::newRow("shorter") << m_secrets.key.chopped(1);
        QTest::newRow("longer") << m_secrets.key + 'a';
        QTest::newRow("other case") << m_secrets.key.toUpper();
    }
    void keepsEveryoneElseOut()
    {
        QFETCH(QByteArray, key);
        for (const QString &path : {u"/api/tags"_s, u"/v1/models"_s, u"/"_s, u"/api//tags"_s}) {
            const Answer answer = ask(path, {}, key);
            QCOMPARE(answer.status, 401);
            QCOMPARE(answer.challenge, QByteArray("Bearer"));
            QVERIFY(!answer.body.contains(support::smallModel));
        }
    }

    void showsItsCertificateToWhoTrustsIt()
    {
        const Answer stranger = ask(u"/api/tags"_s, {}, m_secrets.key, {});
        QCOMPARE(stranger.error, QNetworkReply::SslHandshakeFailedError);
        QCOMPARE(stranger.status, 0);
    }

    void bringsEachTokenAsItComes()
    {
        const Answer answer = ask(u"/api/chat"_s, question(), m_secrets.key);
        QCOMPARE(answer.status, 200);
        const auto lines = answer.body.count('\n');
        QVERIFY2(lines >= 30, answer.body.constData());
        QVERIFY(answer.body.contains("\"done\":true"));
        // Two may come together on a busy machine.
        const QByteArray found = QByteArray::number(answer.parts) + " of " + QByteArray::number(lines);
        QVERIFY2(answer.parts * 2 >= lines, found.constData());
    }

    // What the test above would see without the settings it is about.
    void wouldHoldTokensBackIfItBuffered()
    {
        Deployment other = deployment();
        Proxy proxy;
        QCOMPARE(proxy.start(other, m_secrets, "proxy_buffering off;",
                             "proxy_buffer_size 64k; proxy_buffers 8 64k; proxy_busy_buffers_size 128k;"),
                 QByteArray());
        const Answer answer = ask(u"/api/chat"_s, question(), m_secrets.key, trusted(), other.httpsPort);
        QCOMPARE(answer.status, 200);
        QVERIFY2(answer.parts * 4 < answer.body.count('\n'), QByteArray::number(answer.parts).constData());
    }

    void keepsModelsFromItsClients_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("pull") << u"/api/pull"_s;
        QTest::newRow("two slashes") << u"/api//pull"_s;
        QTest::newRow("by a detour") << u"/v1/../api/delete"_s;
        QTest::newRow("blobs") << u"/api/blobs/sha256:0"_s;
        QTest::newRow("create") << u"/api/create"_s;
        QTest::newRow("copy") << u"/api/copy"_s;
    }
    void keepsModelsFromItsClients()
    {
        QFETCH(QString, path);
        const Answer answer =
            ask(path, "{\"model\":\"nobody/nothing\",\"source\":\"a\",\"destination\":\"b\"}", m_secrets.key);
        QCOMPARE(answer.status, 403);
        QVERIFY(answer.body.contains("error"));
        QCOMPARE(ask(u"/debug/pprof/"_s, {}, m_secrets.key).status, 404);
    }

    void letsModelsBeChangedWhereThatIsAllowed()
    {
        Deployment other = deployment();
        other.changes = Deployment::Changes::Allowed;
        Proxy proxy;
        QCOMPARE(proxy.start(other, m_secrets), QByteArray());
        const Answer answer = ask(u"/api/copy"_s, "{\"source\":\"not-there\",\"destination\":\"b\"}",
                                  m_secrets.key, trusted(), other.httpsPort);
        QCOMPARE(answer.status, 404); // the engine's own word: it has no such model
        QVERIFY(answer.body.contains("not-there"));
    }

    void keepsOtherNetworksOut()
    {
        Deployment other = deployment();
        other.clients = u"10.9.8.0/24"_s;
        Proxy proxy;
        QCOMPARE(proxy.start(other, m_secrets), QByteArray());
        QCOMPARE(ask(u"/api/tags"_s, {}, m_secrets.key, trusted(), other.httpsPort).status, 403);
    }

    void isReadByNginxWithACertificateOfLetsEncrypt()
    {
        // The certificate itself comes from outside; one of ours stands in its place.
        QTemporaryDir live;
        const QDir folder(live.path());
        QVERIFY(server::saveFiles(live.path(), {{u"fullchain.pem"_s, m_secrets.certificate},
                                                {u"privkey.pem"_s, m_secrets.privateKey, true}}));
        Deployment other = deployment();
        other.certificate = Deployment::Certificate::LetsEncrypt;
        other.serverName = u"ollama.example.org"_s;
        QByteArray config;
        for (const server::DeploymentFile &file : server::deploymentFiles(other, m_secrets)) {
            if (file.name == "ollama-proxy.conf"_L1)
                config = file.content;
        }
        QVERIFY(config.contains("listen 80;"));
        config.replace("listen 80;", "listen 127.0.0.1:" + QByteArray::number(freePort()) + ';');
        config.replace("/etc/letsencrypt/live/ollama.example.org", live.path().toUtf8());
        QVERIFY(server::saveFiles(live.path(), {{u"ollama-keys.conf"_s, "", true}}));
        config.replace("inkstone/ollama-keys.conf", folder.filePath(u"ollama-keys.conf"_s).toUtf8());
        QFile main(folder.filePath(u"nginx.conf"_s));
        QVERIFY(main.open(QIODevice::WriteOnly));
        main.write("error_log stderr; pid " + live.path().toUtf8() + "/pid;\nevents {}\nhttp {\n" + config +
                   "}\n");
        main.close();
        support::ChildProcess test;
        test.start(u"nginx"_s,
                   {u"-t"_s, u"-e"_s, u"stderr"_s, u"-p"_s, live.path(), u"-c"_s, main.fileName()});
        QVERIFY(test.waitForFinished());
        QVERIFY2(test.exitCode() == 0, test.errors().constData());
    }

private:
    Deployment deployment() const
    {
        Deployment result;
        result.runner = Deployment::Runner::Service;
        result.serverName = u"localhost"_s;
        result.enginePort = m_parts.engine.port();
        result.httpsPort = freePort();
        return result;
    }
    QSslConfiguration trusted() const
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates({QSslCertificate(m_secrets.certificate)});
        return configuration;
    }
    static QByteArray question()
    {
        return QByteArray("{\"model\":\"") + support::smallModel +
               "\",\"messages\":[{\"role\":\"user\",\"content\":\"Count from one to fifty in words.\"}],"
               "\"options\":{\"temperature\":0,\"num_predict\":64}}";
    }
    Answer ask(const QString &path, const QByteArray &body, const QByteArray &key) const
    {
        return ask(path, body, key, trusted(), m_deployment.httpsPort);
    }
    Answer ask(const QString &path, const QByteArray &body, const QByteArray &key,
               const std::optional<QSslConfiguration> &trust) const
    {
        return ask(path, body, key, trust, m_deployment.httpsPort);
    }
    // Without a body it is a GET.
    static Answer ask(const QString &path, const QByteArray &body, const QByteArray &key,
                      const std::optional<QSslConfiguration> &trust, int port)
    {
        QNetworkAccessManager manager;
        QUrl url(u"https://localhost:%1"_s.arg(port));
        url.setPath(path, QUrl::StrictMode);
        QNetworkRequest request(url);
        if (trust)
            request.setSslConfiguration(*trust);
        if (!key.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + key);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        const std::unique_ptr<QNetworkReply> reply(body.isEmpty() ? manager.get(request)
                                                                  : manager.post(request, body));
        Answer answer;
        QObject::connect(reply.get(), &QIODevice::readyRead, [&] {
            ++answer.parts;
            answer.body += reply->readAll();
        });
        (void)QTest::qWaitFor([&reply] { return reply->isFinished(); }, 120'000);
        answer.body += reply->readAll();
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.challenge = reply->rawHeader("WWW-Authenticate");
        answer.error = reply->error();
        return answer;
    }

    support::RealParts m_parts;
    server::DeploymentSecrets m_secrets;
    Deployment m_deployment;
    std::unique_ptr<Proxy> m_proxy;
};

QTEST_GUILESS_MAIN(TestDeployment)
#include "tst_Deployment.moc"
