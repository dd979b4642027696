// label: pure
#include "library/RetryPolicy.h"

#include <QTest>

using base::Error;
using library::Fault;
using library::RetryPolicy;
using Kind = Error::Kind;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestRetryPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatPasses_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<Fault>("fault");
        const auto row = [](const char *name, Kind kind, Fault fault, const QString &detail = {}) {
            QTest::newRow(name) << kind << detail << fault;
        };
        row("the server is gone", Kind::Unreachable, Fault::Network);
        row("its name is not found", Kind::HostNotFound, Fault::Network);
        row("it does not answer", Kind::TimedOut, Fault::Network);
        row("it broke off", Kind::Interrupted, Fault::Network);
        row("it has too much to do", Kind::Busy, Fault::Network);
        row("no space", Kind::NoSpace, Fault::Final);
        row("no name", Kind::Invalid, Fault::Final);
        row("no such model", Kind::ModelNotFound, Fault::Final);
        row("no such path", Kind::NotFound, Fault::Final);
        row("no key", Kind::Unauthorized, Fault::Final);
        row("forbidden", Kind::Forbidden, Fault::Final);
        row("certificate", Kind::CertificateUntrusted, Fault::Final);
        row("key in clear", Kind::KeyInClear, Fault::Final);
        row("another service", Kind::Protocol, Fault::Final);
        row("the server's own failure", Kind::Server, Fault::Final);
        row("its disk", Kind::Storage, Fault::Final);
        row("stopped", Kind::Cancelled, Fault::Final);
        // As the engine says them (ollama-api.md section 3).
        row("registry refused", Kind::Registry, Fault::Network,
            u"pull model manifest: Get \"https://r/v2/\": dial tcp 1.2.3.4:443: connect: connection refused"_s);
        row("registry not found", Kind::Registry, Fault::Network,
            u"pull model manifest: Get \"https://r/v2/\": dial tcp: lookup r: no such host"_s);
        row("registry too slow", Kind::Registry, Fault::Network, u"read tcp 1.2.3.4:1: i/o timeout"_s);
        row("registry cut", Kind::Registry, Fault::Network, u"pull model manifest: unexpected EOF"_s);
        row("registry failing", Kind::Registry, Fault::Network, u"pull model manifest: 503: "_s);
        row("registry asked too often", Kind::Registry, Fault::Network, u"pull model manifest: 429: "_s);
        row("given up", Kind::Registry, Fault::Network, u"max retries exceeded: unexpected EOF"_s);
        row("joined a dying one", Kind::Registry, Fault::Network, u"context canceled"_s);
        row("registry private", Kind::Registry, Fault::Final, u"pull model manifest: 401: {}"_s);
        row("registry forbids", Kind::Registry, Fault::Final, u"unauthorized: access denied"_s);
        row("engine too old", Kind::Registry, Fault::Final, u"pull model manifest: 412: newer"_s);
        row("registry intercepted", Kind::Registry, Fault::Final,
            u"Get \"https://r/v2/\": tls: failed to verify certificate: x509: unknown authority"_s);
        row("registry plain", Kind::Registry, Fault::Final,
            u"http: server gave HTTP response to HTTPS client"_s);
        row("another registry", Kind::Registry, Fault::Final, u"http: no Location header in response"_s);
        row("a page", Kind::Registry, Fault::Final,
            u"pull model manifest: invalid character '<' looking for beginning of value"_s);
        row("damaged", Kind::Registry, Fault::Damaged,
            u"digest mismatch, file must be downloaded again: want sha256:a, got sha256:b"_s);
    }
    void tellsWhatPasses()
    {
        QFETCH(Kind, kind);
        QFETCH(QString, detail);
        QFETCH(Fault, fault);
        QCOMPARE(int(library::faultOf({kind, detail})), int(fault));
    }

    void waitsLongerEachTimeAndNotForEver()
    {
        const RetryPolicy policy;
        std::chrono::milliseconds before{0};
        int tries = 0;
        while (const auto wait = policy.waitAfter(Fault::Network, tries)) {
            QVERIFY(*wait > before);
            before = *wait;
            ++tries;
        }
        QCOMPARE(policy.waitAfter(Fault::Network, 0), 5s);
        QCOMPARE(policy.waitAfter(Fault::Network, 1), 15s);
        QCOMPARE(tries, policy.mostTries(Fault::Network));
        QCOMPARE(tries, 5);
    }
    void fetchesWhatIsDamagedTwiceMore()
    {
        const RetryPolicy policy;
        QVERIFY(policy.waitAfter(Fault::Damaged, 0));
        QVERIFY(policy.waitAfter(Fault::Damaged, 1));
        QVERIFY(!policy.waitAfter(Fault::Damaged, 2));
    }
    void neverTriesWhatIsFinal() { QVERIFY(!RetryPolicy().waitAfter(Fault::Final, 0)); }
};

QTEST_APPLESS_MAIN(TestRetryPolicy)
#include "tst_RetryPolicy.moc"
