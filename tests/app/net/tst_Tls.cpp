#include "net/Http.h"
#include "support/FaultServer.h"
#include "support/HttpOutcome.h"
#include "support/TlsServer.h"

#include <QTcpServer>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Access;
using base::Error;
using support::TlsServer;
using Kind = Error::Kind;
using Outcome = support::HttpOutcome;

namespace {

const QByteArray key = "sk-CANARY-tls";

} // namespace

class TestTls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_http = std::make_unique<net::Http>(); }
    void cleanup() { m_http.reset(); }

    void sendsNothingPastABadCertificate_data();
    void sendsNothingPastABadCertificate();
    void saysExactlyWhatIsWrong();
    void refusesAnAuthorityThatIsNone();
    void saysWhenTheOtherSideIsNoTls_data();
    void saysWhenTheOtherSideIsNoTls();
    void looksWithoutSending_data() { sendsNothingPastABadCertificate_data(); }
    void looksWithoutSending();
    void saysWhenTheHandshakeStalls();
    void saysWhenThereIsNobodyToLookAt();
    void staysSilentOnceCancelled();

private:
    Access accessTo(const TlsServer &server, const QString &trust, const QString &shown) const;
    Outcome *send(const Access &access);
    std::optional<base::TlsReport> look(const Access &access, std::optional<Error> *error = nullptr);

    std::unique_ptr<support::Certificates> m_certificates;
    std::unique_ptr<net::Http> m_http;
};

void TestTls::initTestCase()
{
    m_certificates = std::make_unique<support::Certificates>();
    QVERIFY(m_certificates->isMade());
}

// `trust`: "CA", "system", "pin" (what the server shows), or "pin NAME".
Access TestTls::accessTo(const TlsServer &server, const QString &trust, const QString &shown) const
{
    Access access(server.url());
    access.key = key;
    if (trust == u"CA"_s)
        access.trust.authorities = m_certificates->authority();
    else if (trust.startsWith(u"pin "_s))
        access.trust.fingerprint = m_certificates->fingerprint(trust.sliced(4));
    else if (trust == u"pin"_s)
        access.trust.fingerprint = m_certificates->fingerprint(shown);
    // Where both are given, the pin alone counts.
    if (trust.startsWith(u"pin"_s))
        access.trust.authorities = m_certificates->authority();
    return access;
}

Outcome *TestTls::send(const Access &access)
{
    net::HttpRequest request{.method = "POST", .url = access.url, .access = access, .body = "{\"q\":1}"};
    request.url.setPath(u"/api/chat"_s);
    return new Outcome(m_http->send(request, this));
}

void TestTls::sendsNothingPastABadCertificate_data()
{
    QTest::addColumn<QString>("trust");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<std::optional<Kind>>("problem");
    const auto row = [](const QString &trust, const QString &shown, std::optional<Kind> problem) {
        QTest::addRow("%s, %s", qPrintable(trust), qPrintable(shown)) << trust << shown << problem;
    };
    const QHash<QString, Kind> byAuthority{
        {u"wronghost"_s, Kind::CertificateWrongHost}, {u"expired"_s, Kind::CertificateExpired},
        {u"notyet"_s, Kind::CertificateNotYetValid},  {u"self"_s, Kind::CertificateUntrusted},
        {u"self2"_s, Kind::CertificateUntrusted},     {u"otherca"_s, Kind::CertificateUntrusted},
    };
    for (const QString &shown : support::Certificates::names) {
        row(u"CA"_s, shown, shown == u"good"_s ? std::nullopt : std::optional(byAuthority.value(shown)));
        row(u"system"_s, shown, Kind::CertificateUntrusted);
        row(u"pin"_s, shown, std::nullopt);
        for (const QString &pinned : {u"good"_s, u"self"_s, u"expired"_s})
            row(u"pin "_s + pinned, shown,
                pinned == shown ? std::nullopt : std::optional(Kind::CertificateChanged));
    }
}

void TestTls::sendsNothingPastABadCertificate()
{
    QFETCH(QString, trust);
    QFETCH(QString, shown);
    QFETCH(std::optional<Kind>, problem);
    TlsServer server(m_certificates->configuration(shown));
    const std::unique_ptr<Outcome> outcome(send(accessTo(server, trust, shown)));
    QVERIFY(outcome->wait());
    if (!problem) {
        QVERIFY2(!outcome->error, qPrintable(outcome->error ? outcome->error->detail : QString()));
        QCOMPARE(outcome->response, (net::HttpResponse{200, "{}"}));
        QCOMPARE(server.received().count("Authorization: Bearer " + key), 1);
        QVERIFY(server.received().endsWith("{\"q\":1}"));
        return;
    }
    QCOMPARE(outcome->error->kind, *problem);
    // Whatever was on its way would have arrived by the time that a later connection is served.
    Access good = accessTo(server, u"pin"_s, shown);
    good.key = "later";
    const std::unique_ptr<Outcome> later(send(good));
    QVERIFY(later->wait());
    QCOMPARE(server.received().count("POST"), 1);
    QCOMPARE(server.received().count(key), 0);
}

void TestTls::saysExactlyWhatIsWrong()
{
    const auto detail = [this](const QString &trust, const QString &shown) {
        TlsServer server(m_certificates->configuration(shown));
        const std::unique_ptr<Outcome> outcome(send(accessTo(server, trust, shown)));
        return outcome->wait() ? outcome->error->detail : QString();
    };
    const auto print = [this](const QString &name) {
        return base::fingerprintText(m_certificates->fingerprint(name));
    };
    QCOMPARE(print(u"good"_s).size(), 95);
    QCOMPARE(detail(u"CA"_s, u"self"_s), print(u"self"_s));
    QCOMPARE(detail(u"CA"_s, u"wronghost"_s), u"other.example"_s);
    QCOMPARE(detail(u"CA"_s, u"expired"_s),
             m_certificates->certificate(u"expired"_s).expiryDate().toUTC().toString(Qt::ISODate));
    QCOMPARE(detail(u"CA"_s, u"notyet"_s),
             m_certificates->certificate(u"notyet"_s).effectiveDate().toUTC().toString(Qt::ISODate));
    QCOMPARE(detail(u"pin good"_s, u"self"_s), print(u"good"_s) + u'\n' + print(u"self"_s));
}

void TestTls::refusesAnAuthorityThatIsNone()
{
    TlsServer server(m_certificates->configuration(u"good"_s));
    Access access = accessTo(server, u"CA"_s, u"good"_s);
    access.trust.authorities = "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n";
    const std::unique_ptr<Outcome> outcome(send(access));
    QVERIFY(outcome->wait());
    QCOMPARE(outcome->error->kind, Kind::Invalid);
    QCOMPARE(server.handshakes(), 0);
}

void TestTls::saysWhenTheOtherSideIsNoTls_data()
{
    QTest::addColumn<support::Reply>("reply");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("plain HTTP") << support::Reply().raw("HTTP/1.1 400 Bad Request\r\n\r\n") << Kind::NotTls;
    QTest::newRow("SSH") << support::Reply().raw("SSH-2.0-OpenSSH_9.2p1\r\n") << Kind::NotTls;
    // An alert "protocol version", and a ServerHello of TLS 1.0 (RFC 5246, 7.2 and 7.4.1.3).
    QTest::newRow("old, by alert") << support::Reply().raw(QByteArray::fromHex("15030100020246"))
                                   << Kind::TlsTooOld;
    QTest::newRow("old, by choice") << support::Reply().raw(QByteArray::fromHex("160301002a020000260301") +
                                                            QByteArray(32, 'r') +
                                                            QByteArray::fromHex("00c01300"))
                                    << Kind::TlsTooOld;
    QTest::newRow("closed") << support::Reply().fin() << Kind::Tls;
}

void TestTls::saysWhenTheOtherSideIsNoTls()
{
    QFETCH(support::Reply, reply);
    QFETCH(Kind, kind);
    support::FaultServer server;
    server.onConnect(reply);
    Access access(server.url());
    access.url.setScheme(u"https"_s);
    access.key = key;
    if (kind != Kind::Tls) { // without a word there is nothing to tell it from another service
        const std::unique_ptr<Outcome> outcome(send(access));
        QVERIFY(outcome->wait());
        QVERIFY2(outcome->error->kind == kind, qPrintable(outcome->error->detail));
    }
    const auto report = look(access);
    QVERIFY(report);
    QVERIFY2(report->problem->kind == kind, qPrintable(report->problem->detail));
    QVERIFY(report->certificate.fingerprint.isEmpty());
}

std::optional<base::TlsReport> TestTls::look(const Access &access, std::optional<Error> *error)
{
    std::optional<base::TlsReport> report;
    int ends = 0;
    net::TlsCheck *check = m_http->checkTls(access, this);
    connect(check, &net::TlsCheck::finished, this, [&](const base::TlsReport &found) {
        report = found;
        ++ends;
    });
    connect(check, &net::TlsCheck::failed, this, [&](const Error &why) {
        if (error)
            *error = why;
        ++ends;
    });
    QSignalSpy gone(check, &QObject::destroyed);
    return gone.wait() && ends == 1 ? report : std::nullopt;
}

void TestTls::looksWithoutSending()
{
    QFETCH(QString, trust);
    QFETCH(QString, shown);
    QFETCH(std::optional<Kind>, problem);
    TlsServer server(m_certificates->configuration(shown));
    const auto report = look(accessTo(server, trust, shown));
    QVERIFY(report);
    QCOMPARE(report->problem ? std::optional(report->problem->kind) : std::nullopt, problem);
    QCOMPARE(report->certificate, base::certificateOf(m_certificates->certificate(shown)));
    QCOMPARE(report->certificate.subject, u"Inkstone "_s + shown);
    QCOMPARE(report->certificate.isSelfSigned, shown.startsWith(u"self"_s));
    if (!problem)
        QCOMPARE(report->protocol, u"TLSv1.3"_s);
    QVERIFY(server.received().isEmpty());
}

void TestTls::saysWhenTheHandshakeStalls()
{
    QTcpServer server; // takes the connection and says nothing
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Access access(QUrl(u"https://127.0.0.1:%1"_s.arg(server.serverPort())));
    access.connectTimeout = 300ms;
    const auto report = look(access);
    QVERIFY(report);
    QCOMPARE(report->problem->kind, Kind::TimedOut);
    const std::unique_ptr<Outcome> outcome(send(access));
    QVERIFY(outcome->wait());
    QCOMPARE(outcome->error->kind, Kind::TimedOut);
}

void TestTls::saysWhenThereIsNobodyToLookAt()
{
    support::FaultServer server;
    server.goAway();
    std::optional<Error> error;
    Access access(server.url());
    QVERIFY(!look(access, &error));
    QCOMPARE(error->kind, Kind::Unreachable);
    access.url = QUrl(u"https://no-such-host.invalid"_s);
    QVERIFY(!look(access, &error));
    QCOMPARE(error->kind, Kind::HostNotFound);
}

void TestTls::staysSilentOnceCancelled()
{
    TlsServer server(m_certificates->configuration(u"good"_s));
    net::TlsCheck *check = m_http->checkTls(accessTo(server, u"CA"_s, u"good"_s), this);
    QSignalSpy finished(check, &net::TlsCheck::finished);
    QSignalSpy failed(check, &net::TlsCheck::failed);
    QSignalSpy gone(check, &QObject::destroyed);
    check->cancel();
    QCOMPARE(failed.count(), 0);
    QVERIFY(gone.wait());
    QCOMPARE(finished.count(), 0);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().kind, Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_Tls.moc"
