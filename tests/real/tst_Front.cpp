// A server behind a real nginx, as the deployment guides have it: HTTPS, a key that nginx checks, buffering.
// The program itself reads its key from a real keyring and its authorities from the system, into which the
// test puts one as a person would: update-ca-certificates, in a mount namespace of its own (for which it has
// to be root).
#include "server/ServerProfiles.h"
#include "settings/Secrets.h"
#include "support/Nginx.h"
#include "support/OwnKeyring.h"
#include "support/TlsServer.h"
#include "support/TwoPrograms.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using server::ServerProfile;
using support::ChildProcess;
using support::Nginx;

namespace {

const QByteArray rightKey = "sk-front-0123456789abcdef";

// The child: puts a key where the program looks for it.
int keep(const QStringList &arguments)
{
    settings::Secrets secrets;
    QObject parent;
    const settings::SecretName name{arguments.at(0), QUrl(arguments.at(1))};
    const auto kept = support::outcome<QByteArray>(secrets.write(name, arguments.at(2).toUtf8(), &parent));
    return kept.value ? 0 : 1;
}

} // namespace

class TestFront : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void showsTheKeyThatTheKeyringHas();
    void trustsWhatTheSystemTrusts();
    void tellsThatAProxyHoldsTheAnswerBack_data();
    void tellsThatAProxyHoldsTheAnswerBack();

private:
    struct Run
    {
        int code = -1;
        QString output;
        QString errors;
    };
    enum class System { AsItIs, WithAuthority };

    QString locations(const QString &name, const QString &more = {}) const;
    void use(const QUrl &url, const base::Trust &trust, const QByteArray &key);
    Run inkstone(const QStringList &arguments, System system = System::AsItIs) const;

    support::RealParts m_parts;
    support::OwnKeyring m_own;
    support::Certificates m_certificates;
    ServerProfile m_profile;
};

void TestFront::initTestCase()
{
    const auto parts = support::RealParts::fromEnvironment();
    QVERIFY2(parts, support::withoutRealParts);
    m_parts = *parts;
    QVERIFY(m_certificates.isMade());
    QVERIFY(m_own.startUnlocked());
}

// TLS with that certificate, and the engine for whoever has the key.
QString TestFront::locations(const QString &name, const QString &more) const
{
    return u"ssl_certificate %1; ssl_certificate_key %2; "
           "location / { if ($http_authorization != \"Bearer %3\") { return 401; } proxy_pass %4; "
           "proxy_set_header Host localhost; %5 }"_s.arg(
               m_certificates.pathOf(name), m_certificates.keyPathOf(name), QString::fromLatin1(rightKey),
               m_parts.engine.toString(), more);
}

// What the form of a server leaves behind: its profile on disk, its key in the keyring.
void TestFront::use(const QUrl &url, const base::Trust &trust, const QByteArray &key)
{
    const QString folder = m_own.path(u"inkstone"_s);
    QVERIFY(QDir(folder).removeRecursively() && QDir().mkpath(folder));
    m_profile = ServerProfile::make(url);
    m_profile.trust = trust;
    m_profile.hasKey = true;
    server::ServerProfiles profiles(folder + u"/servers.json"_s, {});
    QVERIFY(profiles.save(m_profile));
    QVERIFY(profiles.setCurrent(m_profile.id));
    ChildProcess child;
    child.setProcessEnvironment(m_own.environment());
    child.start(QCoreApplication::applicationFilePath(),
                {u"--keep"_s, m_profile.id, url.toString(), QString::fromLatin1(key)});
    QVERIFY(QTest::qWaitFor([&] { return child.state() == QProcess::NotRunning; }, 30'000));
    QCOMPARE(child.exitCode(), 0);
}

TestFront::Run TestFront::inkstone(const QStringList &arguments, System system) const
{
    ChildProcess process;
    QProcessEnvironment environment = m_own.environment();
    environment.insert(u"XDG_CONFIG_HOME"_s, m_own.path());
    environment.insert(u"LANGUAGE"_s, u"en"_s);
    environment.remove(u"OLLAMA_HOST"_s);
    process.setProcessEnvironment(environment);
    if (system == System::AsItIs) {
        process.start(m_parts.app, arguments);
    } else {
        QFile authority(m_own.path(u"authority.crt"_s));
        if (!authority.open(QIODevice::WriteOnly) || authority.write(m_certificates.authority()) <= 0)
            return {};
        authority.close();
        const QString script = u"set -e; mkdir -p \"$HOME/certs\"; cp -a /etc/ssl/certs/. \"$HOME/certs\"; "
                               "mount --bind \"$HOME/certs\" /etc/ssl/certs; "
                               "mount -t tmpfs none /usr/local/share/ca-certificates; "
                               "cp \"$HOME/authority.crt\" /usr/local/share/ca-certificates; "
                               "update-ca-certificates >/dev/null; exec \"$@\""_s;
        process.start(u"unshare"_s,
                      QStringList{u"-m"_s, u"sh"_s, u"-c"_s, script, u"sh"_s, m_parts.app} + arguments);
    }
    (void)QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 120'000);
    return {process.exitCode(), QString::fromUtf8(process.output()), QString::fromUtf8(process.errors())};
}

void TestFront::showsTheKeyThatTheKeyringHas()
{
    Nginx nginx(locations(u"good"_s), u"ssl"_s);
    QVERIFY2(nginx.start(), nginx.errors().constData());
    const base::Trust trust{.authorities = m_certificates.authority(), .fingerprint = {}};
    use(nginx.url(u"https"_s), trust, rightKey);
    Run run = inkstone({u"--models"_s});
    QVERIFY2(run.code == 0, qPrintable(run.errors));
    QVERIFY2(run.output.contains(QLatin1String(support::smallModel)), qPrintable(run.output));

    use(nginx.url(u"https"_s), trust, "sk-another-0123456789");
    run = inkstone({u"--models"_s});
    QVERIFY(run.code != 0);
    run = inkstone({u"--check"_s});
    QVERIFY2(run.errors.contains("key"_L1, Qt::CaseInsensitive), qPrintable(run.errors));
    QVERIFY(!(run.output + run.errors).contains("sk-another"_L1));

    // The same key at another port is nobody's.
    Nginx other(locations(u"good"_s), u"ssl"_s);
    QVERIFY2(other.start(), other.errors().constData());
    use(nginx.url(u"https"_s), trust, rightKey);
    server::ServerProfiles profiles(m_own.path(u"inkstone/servers.json"_s), {});
    m_profile.url = other.url(u"https"_s);
    QVERIFY(profiles.save(m_profile));
    QVERIFY(inkstone({u"--models"_s}).code != 0);
}

void TestFront::trustsWhatTheSystemTrusts()
{
    Nginx nginx(locations(u"good"_s), u"ssl"_s);
    QVERIFY2(nginx.start(), nginx.errors().constData());
    use(nginx.url(u"https"_s), {}, rightKey);
    Run run = inkstone({u"--models"_s});
    QVERIFY2(run.code != 0, qPrintable(run.output));
    QVERIFY2(run.errors.contains("certificate"_L1), qPrintable(run.errors));
    run = inkstone({u"--models"_s}, System::WithAuthority);
    QVERIFY2(run.code == 0, qPrintable(run.errors));
    QVERIFY2(run.output.contains(QLatin1String(support::smallModel)), qPrintable(run.output));

    // What the system trusts still has to be for this name.
    Nginx wrong(locations(u"wronghost"_s), u"ssl"_s);
    QVERIFY2(wrong.start(), wrong.errors().constData());
    use(wrong.url(u"https"_s), {}, rightKey);
    QVERIFY(inkstone({u"--models"_s}, System::WithAuthority).code != 0);
}

void TestFront::tellsThatAProxyHoldsTheAnswerBack_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("on") << u"proxy_buffering on;"_s << true;
    QTest::newRow("off") << u"proxy_buffering off;"_s << false;
}

void TestFront::tellsThatAProxyHoldsTheAnswerBack()
{
    QFETCH(QString, setting);
    QFETCH(bool, isTold);
    Nginx nginx(locations(u"good"_s, setting), u"ssl"_s);
    QVERIFY2(nginx.start(), nginx.errors().constData());
    use(nginx.url(u"https"_s), {.authorities = m_certificates.authority(), .fingerprint = {}}, rightKey);
    const Run run = inkstone({u"--check"_s, u"--model"_s, QString::fromLatin1(support::smallModel)});
    const QString said = run.output + run.errors;
    QCOMPARE(run.code, 0);
    QVERIFY2(said.contains("The answer arrived all at once"_L1) == isTold, qPrintable(said));
    QVERIFY2(said.contains("proxy_buffering off;"_L1) == isTold, qPrintable(said));
}

int main(int argc, char **argv)
{
    return support::testOrRun<QCoreApplication, TestFront>(argc, argv, "--keep"_L1, &keep);
}

#include "tst_Front.moc"
