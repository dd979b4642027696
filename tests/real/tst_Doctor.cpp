// The connection doctor against the real engine, a real nginx in front of it, and other machines (network
// namespaces, for which it has to be root).
#include "common/AdviceText.h"
#include "support/Checkup.h"
#include "support/Nginx.h"
#include "support/TlsServer.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>

#include <unistd.h> // getpid

using namespace Qt::StringLiterals;
using base::Access;
using server::Advice;
using server::Probe;
using server::ProbeFacts;
using server::Rung;
using server::RungState;
using support::Checkup;
using support::Nginx;

namespace {

// Another machine: a network namespace joined to this one by a cable of its own.
class OtherMachine
{
public:
    OtherMachine()
        : m_name(prefix + QString::number(getpid()))
    {
        removeThoseOfTheKilled();
        const QString here = m_name + u'a';
        const QString there = m_name + u'b';
        m_isMade = ip({u"netns"_s, u"add"_s, m_name}) &&
                   ip({u"link"_s, u"add"_s, here, u"type"_s, u"veth"_s, u"peer"_s, u"name"_s, there}) &&
                   ip({u"link"_s, u"set"_s, there, u"netns"_s, m_name}) &&
                   ip({u"addr"_s, u"add"_s, address(1) + u"/24"_s, u"dev"_s, here}) &&
                   ip({u"link"_s, u"set"_s, here, u"up"_s}) &&
                   inside({u"ip"_s, u"link"_s, u"set"_s, u"lo"_s, u"up"_s}) == 0 &&
                   inside({u"ip"_s, u"addr"_s, u"add"_s, address(2) + u"/24"_s, u"dev"_s, there}) == 0 &&
                   inside({u"ip"_s, u"link"_s, u"set"_s, there, u"up"_s}) == 0 &&
                   // Somebody who is there and says nothing.
                   inside({u"ip"_s, u"neigh"_s, u"add"_s, address(9), u"lladdr"_s, u"02:00:00:00:00:09"_s,
                           u"dev"_s, there}) == 0;
        QDir().mkpath(etc());
        QFile names(etc() + u"/resolv.conf"_s);
        if (names.open(QIODevice::WriteOnly))
            names.write("nameserver " + address(9).toLatin1() + "\noptions timeout:30 attempts:1\n");
        QFile order(etc() + u"/nsswitch.conf"_s);
        if (order.open(QIODevice::WriteOnly))
            order.write("hosts: dns\n");
    }
    ~OtherMachine()
    {
        ip({u"netns"_s, u"del"_s, m_name});
        QDir(etc()).removeRecursively();
        QDir().rmdir(u"/etc/netns"_s); // where it was the only one
    }

    bool isMade() const { return m_isMade; }
    // 1 = this machine, 2 = the other one, 9 = somebody who is there and says nothing. Other tests that run
    // beside this one are in another network.
    static QString address(int host) { return u"10.254.%1.%2"_s.arg(getpid() % 256).arg(host); }

    struct Run
    {
        int code = -1;
        QString output;
        QString errors;
    };
    // Container: with the mark that podman puts into each of its own.
    enum class Place { Machine, Container };
    Run inkstone(const QString &app, const QUrl &server, Place place = Place::Machine) const
    {
        const QTemporaryDir home;
        support::ChildProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            environment.insert(QString::fromLatin1(variable), home.path());
        environment.insert(u"OLLAMA_HOST"_s, server.toString());
        environment.insert(u"LANGUAGE"_s, u"en"_s);
        process.setProcessEnvironment(environment);
        // What is mounted there is seen there alone.
        const QString mark = place == Place::Container
                                 ? u"mount -t tmpfs none /run && : >/run/.containerenv && "_s
                                 : QString();
        process.start(
            u"ip"_s, {u"netns"_s, u"exec"_s, m_name, u"sh"_s, u"-c"_s, mark + u"exec \"$0\" --check"_s, app});
        (void)QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 90'000);
        return {process.exitCode(), QString::fromUtf8(process.output()), QString::fromUtf8(process.errors())};
    }

private:
    static constexpr QLatin1String prefix{"ink"};
    static void removeThoseOfTheKilled()
    {
        for (const QString &name :
             QDir(u"/run/netns"_s).entryList({prefix + u'*'}, QDir::AllEntries | QDir::System)) {
            if (!QDir(u"/proc/"_s + name.sliced(prefix.size())).exists())
                ip({u"netns"_s, u"del"_s, name});
        }
    }
    QString etc() const { return u"/etc/netns/"_s + m_name; }
    static bool ip(const QStringList &arguments) { return QProcess::execute(u"ip"_s, arguments) == 0; }
    int inside(const QStringList &command) const
    {
        return QProcess::execute(u"ip"_s, QStringList{u"netns"_s, u"exec"_s, m_name} + command);
    }

    QString m_name;
    bool m_isMade = false;
};

} // namespace

class TestDoctor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const auto parts = support::RealParts::fromEnvironment();
        QVERIFY2(parts, support::withoutRealParts);
        m_parts = *parts;
    }

    void theEngineAnswersItsQuestion()
    {
        Checkup check;
        const ProbeFacts &facts = check.run({.access = m_parts.engine,
                                             .model = QString::fromLatin1(support::smallModel),
                                             .depth = Probe::Depth::Answer});
        QVERIFY2(!facts.failedRung(), qPrintable(report(check)));
        QCOMPARE(facts.step(Rung::Answer).state, RungState::Passed);
        QVERIFY(!facts.answer.text.isEmpty());
        QVERIFY(facts.answer.tokens > 0);
        QVERIFY2(!check.finding(Advice::Buffered), qPrintable(report(check)));
        QVERIFY2(!check.finding(Advice::Exposed), qPrintable(report(check)));
    }

    void aProxyThatBuffersIsNoticed()
    {
        const QString front =
            u"location / { proxy_pass %1; proxy_set_header Host localhost; proxy_buffering %2; }"_s;
        for (const bool isBuffering : {true, false}) {
            Nginx nginx(front.arg(m_parts.engine.toString(), isBuffering ? u"on"_s : u"off"_s));
            QVERIFY2(nginx.start(), nginx.errors().constData());
            Checkup check;
            const ProbeFacts &facts = check.run({.access = nginx.url(),
                                                 .model = QString::fromLatin1(support::smallModel),
                                                 .depth = Probe::Depth::Answer});
            QVERIFY2(!facts.failedRung(), qPrintable(report(check)));
            QVERIFY2(check.finding(Advice::Buffered).has_value() == isBuffering, qPrintable(report(check)));
        }
    }

    void nginxAsksForTheKey()
    {
        Nginx nginx(
            u"location / { if ($http_authorization != \"Bearer right\") { return 401; } proxy_pass %1; "
            "proxy_set_header Host localhost; }"_s.arg(m_parts.engine.toString()));
        QVERIFY2(nginx.start(), nginx.errors().constData());
        Access access{nginx.url()};
        expect(access, Advice::KeyMissing, Rung::Key);
        access.key = "wrong";
        expect(access, Advice::KeyRefused, Rung::Key);
        access.key = "right";
        Checkup check;
        QVERIFY(!check.run({.access = access}).failedRung());
        QCOMPARE(check.probe.facts().step(Rung::Key).state, RungState::Passed);
    }

    void nginxRefusesOrRedirects_data()
    {
        QTest::addColumn<QString>("block");
        QTest::addColumn<Advice>("advice");
        QTest::addColumn<Rung>("rung");
        const QString engine = m_parts.engine.toString();
        QTest::newRow("a page")
            << u"location / { default_type text/html; return 200 '<html>Welcome</html>'; }"_s
            << Advice::WebPage << Rung::Kind;
        QTest::newRow("redirect") << u"location / { return 301 https://engine.example$request_uri; }"_s
                                  << Advice::Redirected << Rung::Http;
        QTest::newRow("nothing behind")
            << u"location / { proxy_pass http://127.0.0.1:9; }"_s << Advice::GatewayFailed << Rung::Http;
        QTest::newRow("a foreign Host")
            << u"location / { proxy_pass %1; proxy_set_header Host a.example; }"_s.arg(engine)
            << Advice::OriginRefused << Rung::Http;
        QTest::newRow("a foreign Origin")
            << u"location / { proxy_pass %1; proxy_set_header Host localhost; proxy_set_header Origin http://a.example; }"_s
                   .arg(engine)
            << Advice::OriginRefused << Rung::Http;
    }
    void nginxRefusesOrRedirects()
    {
        QFETCH(QString, block);
        QFETCH(Advice, advice);
        QFETCH(Rung, rung);
        Nginx nginx(block);
        QVERIFY2(nginx.start(), nginx.errors().constData());
        expect(nginx.url(), advice, rung);
    }

    void theEngineRefusesANameItDoesNotKnow()
    {
        // A proxy that takes the name along.
        Nginx nginx(u"location / { proxy_pass %1; proxy_set_header Host $http_host; }"_s.arg(
            m_parts.engine.toString()));
        QVERIFY2(nginx.start(), nginx.errors().constData());
        Access access{QUrl(u"http://engine.example:11434"_s)};
        access.proxy = {.use = base::Proxy::Use::Http,
                        .host = u"127.0.0.1"_s,
                        .port = nginx.port(),
                        .user = {},
                        .password = {}};
        expect(access, Advice::HostRefused, Rung::Http);
    }

    void nginxSpeaksTls()
    {
        support::Certificates certificates;
        QVERIFY(certificates.isMade());
        const auto block = [&](const QString &name, const QString &more = {}) {
            return u"ssl_certificate %1; ssl_certificate_key %2; %3 location / { proxy_pass %4; proxy_set_header Host localhost; }"_s
                .arg(certificates.pathOf(name), certificates.keyPathOf(name), more,
                     m_parts.engine.toString());
        };
        Nginx self(block(u"self"_s), u"ssl"_s);
        QVERIFY2(self.start(), self.errors().constData());
        expect(self.url(u"https"_s), Advice::SelfSigned, Rung::Tls);
        expect(self.url(), Advice::WantsTls, Rung::Kind);
        Access trusted{self.url(u"https"_s)};
        trusted.trust.fingerprint = certificates.fingerprint(u"self"_s);
        Checkup check;
        QVERIFY(!check.run({.access = trusted}).failedRung());
        Nginx old(block(u"good"_s, u"ssl_protocols TLSv1 TLSv1.1; ssl_ciphers DEFAULT:@SECLEVEL=0;"_s),
                  u"ssl"_s);
        QVERIFY2(old.start(), old.errors().constData());
        Access access{old.url(u"https"_s)};
        access.trust.authorities = certificates.authority();
        expect(access, Advice::TlsTooOld, Rung::Tls);
    }

    void aServerOpenToTheNetworkIsNoticed()
    {
        // The same engine at this machine's address in its network, without a key.
        const QList<QHostAddress> own = net::ownAddresses();
        QVERIFY2(!own.isEmpty(), "this machine is in no network");
        Nginx nginx(u"location / { proxy_pass %1; proxy_set_header Host localhost; }"_s.arg(
            m_parts.engine.toString()));
        nginx.listenEverywhere();
        QVERIFY2(nginx.start(), nginx.errors().constData());
        expect(nginx.url(), Advice::Exposed, Rung::Key);
    }

    void anotherMachineIsTold()
    {
        const OtherMachine other;
        QVERIFY2(other.isMade(), "network namespaces need root");
        // The engine listens on this machine's loopback only.
        const QString port = QString::number(m_parts.engine.port());
        const QString here = OtherMachine::address(1) + u':' + port;
        const QUrl refused(u"http://"_s + here);
        OtherMachine::Run run = other.inkstone(m_parts.app, refused);
        QCOMPARE(run.code, 3);
        QVERIFY2(run.output.contains(u"Nothing listens at %1."_s.arg(here)) ||
                     run.output.contains("refuses the connection"_L1),
                 qPrintable(run.output + run.errors));
        QVERIFY2(run.errors.contains("OLLAMA_HOST=0.0.0.0:"_L1 + port), qPrintable(run.errors));

        run = other.inkstone(m_parts.app, refused, OtherMachine::Place::Container);
        QCOMPARE(run.code, 3);
        QVERIFY2(run.output.contains(
                     u"The machine around this container refuses the connection to %1."_s.arg(here)),
                 qPrintable(run.output + run.errors));
        QVERIFY2(run.errors.contains("OLLAMA_HOST=0.0.0.0:"_L1 + port), qPrintable(run.errors));

        const QString silent = OtherMachine::address(9) + u":11434"_s;
        run = other.inkstone(m_parts.app, QUrl(u"http://"_s + silent));
        QCOMPARE(run.code, 3);
        QVERIFY2(run.output.contains(u"Nobody answers at %1."_s.arg(silent)),
                 qPrintable(run.output + run.errors));
        QVERIFY(run.errors.contains("ufw allow 11434/tcp"_L1));

        run = other.inkstone(m_parts.app, QUrl(u"http://203.0.113.7:11434"_s));
        QCOMPARE(run.code, 3);
        QVERIFY2(run.output.contains("There is no way to 203.0.113.7:11434"_L1),
                 qPrintable(run.output + run.errors));

        run = other.inkstone(m_parts.app, QUrl(u"http://engine.example:11434"_s));
        QCOMPARE(run.code, 3);
        QVERIFY2(run.output.contains("Looking up the name engine.example took too long."_L1),
                 qPrintable(run.output + run.errors));
    }

private:
    static QString report(const Checkup &check)
    {
        return ui::checkReport(check.probe.facts(), check.findings(), QDateTime::currentDateTime());
    }
    static void expect(const Access &access, Advice advice, Rung rung)
    {
        Checkup check;
        check.run({.access = access});
        const auto finding = check.finding(advice);
        QVERIFY2(finding, qPrintable(report(check)));
        QCOMPARE(finding->rung, rung);
    }

    support::RealParts m_parts;
};

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_Doctor.moc"
