// label: pure
#include "common/ErrorText.h"
#include "common/ErrorWords.h"

#include <QTest>

using base::Error;
using ui::Doing;

namespace {

const auto lastKind = Error::Kind::KeyringLocked;
const auto lastDoing = Doing::GoingBack;
const QString subject = QStringLiteral("qwen3:8b");
const QString server = QStringLiteral("127.0.0.1:11434");

} // namespace

class TestErrorText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyErrorHasAWholeSentenceAndANextStep_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("doing");
        for (int kind = 0; kind <= static_cast<int>(lastKind); ++kind) {
            for (int doing = 0; doing <= static_cast<int>(lastDoing); ++doing) {
                QTest::addRow("kind %d while doing %d", kind, doing) << kind << doing;
            }
        }
    }
    void everyErrorHasAWholeSentenceAndANextStep()
    {
        QFETCH(int, kind);
        QFETCH(int, doing);
        const ui::ErrorText text =
            ui::errorText({static_cast<Error::Kind>(kind), {}}, static_cast<Doing>(doing), subject, server);
        for (const QString &words : {text.what, text.next}) {
            QVERIFY2(words.size() > 10, qPrintable(words));
            QVERIFY2(words.endsWith(u'.'), qPrintable(words));
            QVERIFY2(words.front().isUpper() || words.startsWith(subject) || words.startsWith(server) ||
                         words.startsWith(u'“'),
                     qPrintable(words));
            QVERIFY2(!words.contains(u'%'), qPrintable(words));
            QVERIFY2(!words.contains(u'!'), qPrintable(words));
            QVERIFY2(!words.contains(QLatin1String("Error")) && !words.contains(QLatin1String("Kind")),
                     qPrintable(words));
        }
        QCOMPARE(text.what.count(u'.') - subject.count(u'.'), text.what.contains(server) ? 4 : 1);
        QVERIFY(text.what != text.next);
        QVERIFY(text.details.isEmpty());
    }

    void saysWhatThePersonWasDoing()
    {
        const Error gone{Error::Kind::Interrupted, {}};
        const auto answering = ui::errorText(gone, Doing::Answering, subject, server);
        QCOMPARE(answering.what, QStringLiteral("The server went away while it was answering."));
        QVERIFY(answering.next.startsWith(QLatin1String("The text above is kept.")));
        QCOMPARE(ui::errorText(gone, Doing::Pulling, subject, server).what,
                 QStringLiteral("The download of qwen3:8b broke off."));
        QCOMPARE(ui::errorText(gone, Doing::Removing, subject, server).what,
                 QStringLiteral("The connection to 127.0.0.1:11434 broke off."));
    }

    void tellsApartWhyARegistryFailed_data()
    {
        QTest::addColumn<QString>("words"); // the server's
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("next"); // its beginning
        const auto row = [](const char *name, const char *words, const char *what, const char *next) {
            QTest::newRow(name) << QString::fromUtf8(words) << QString::fromUtf8(what)
                                << QString::fromUtf8(next);
        };
        row("offline", "pull model manifest: Get \"https://r/v2/\": dial tcp: lookup r: no such host",
            "The registry of qwen3:8b did not answer.", "The server needs the network");
        row("private", "pull model manifest: 401: {}",
            "The registry of qwen3:8b does not let the server have it.", "It may be private");
        row("forbidden", "unauthorized: access denied",
            "The registry of qwen3:8b does not let the server have it.", "It may be private");
        row("read along",
            "Get \"https://r/v2/\": tls: failed to verify certificate: x509: certificate signed by "
            "unknown authority",
            "The server does not trust the certificate of the registry of qwen3:8b.", "Something on its way");
        row("a page", "pull model manifest: invalid character '<' looking for beginning of value",
            "What answers in place of the registry of qwen3:8b is none.", "Check the host");
        row("no TLS", "http: server gave HTTP response to HTTPS client",
            "What answers in place of the registry of qwen3:8b is none.", "Check the host");
        row("busy", "pull model manifest: 429: slow down", "The registry of qwen3:8b did not answer.",
            "The server needs the network");
    }
    void tellsApartWhyARegistryFailed()
    {
        QFETCH(QString, words);
        QFETCH(QString, next);
        const ui::ErrorText text =
            ui::errorText({Error::Kind::Registry, words}, Doing::Pulling, subject, server);
        QTEST(text.what, "what");
        QVERIFY2(text.next.startsWith(next), qPrintable(text.next));
        QCOMPARE(text.details, words);
    }

    void namesTheAddressBeingTriedRatherThanTheOneInUse()
    {
        const auto text = ui::errorText({Error::Kind::Unreachable, {}}, Doing::Connecting,
                                        QStringLiteral("10.0.0.7:11434"), server);
        QCOMPARE(text.what, QStringLiteral("There is no connection to 10.0.0.7:11434."));
    }

    void keepsTheServersOwnWordsApartAndHarmless()
    {
        const auto text = ui::errorText({Error::Kind::Server, QStringLiteral("boom\u202E\u001b[31m %1 <b>")},
                                        Doing::Answering, subject, server);
        QCOMPARE(text.details, QStringLiteral("boom[31m %1 <b>"));
        QVERIFY(!text.what.contains(QLatin1String("boom")));
        QVERIFY(!text.next.contains(QLatin1String("boom")));
    }

    void aNameThatLooksLikeAPlaceholderStaysItself()
    {
        const auto text = ui::errorText({Error::Kind::ModelNotFound, {}}, Doing::Answering,
                                        QStringLiteral("%2:7b"), server);
        QCOMPARE(text.what, QStringLiteral("%2:7b is not on 127.0.0.1:11434."));
    }

    void namesWhatTheErrorIsAbout_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("what");
        QTest::newRow("proxy") << Error::Kind::Proxy << QStringLiteral("10.1.1.1:3128\nits own words")
                               << QStringLiteral("There is no way through the proxy 10.1.1.1:3128.");
        QTest::newRow("wrong host") << Error::Kind::CertificateWrongHost
                                    << QStringLiteral("a.example, b.example")
                                    << QStringLiteral(
                                           "The certificate of 127.0.0.1:11434 is for a.example, b.example.");
        QTest::newRow("expired") << Error::Kind::CertificateExpired << QStringLiteral("2024-01-31T12:00:00Z")
                                 << QStringLiteral(
                                        "The certificate of 127.0.0.1:11434 expired on 31 Jan 2024.");
        QTest::newRow("not yet")
            << Error::Kind::CertificateNotYetValid << QStringLiteral("2094-01-31T12:00:00Z")
            << QStringLiteral("The certificate of 127.0.0.1:11434 is not valid before 31 Jan 2094.");
        QTest::newRow("a hostile name") << Error::Kind::CertificateWrongHost << QStringLiteral("%2\u202E%3")
                                        << QStringLiteral("The certificate of 127.0.0.1:11434 is for %2%3.");
    }
    void namesWhatTheErrorIsAbout()
    {
        QFETCH(Error::Kind, kind);
        QFETCH(QString, detail);
        QTEST(ui::errorText({kind, detail}, Doing::Answering, subject, server).what, "what");
    }

    void noRowIsHiddenBehindAnother()
    {
        const auto rows = ui::errorWords();
        for (auto row = rows.begin(); row != rows.end(); ++row) {
            const bool hidden = std::any_of(rows.begin(), row, [&](const ui::ErrorWords &earlier) {
                return earlier.kind == row->kind && (!earlier.doing || earlier.doing == row->doing);
            });
            QVERIFY2(!hidden, row->next);
        }
    }
};

QTEST_APPLESS_MAIN(TestErrorText)
#include "tst_ErrorText.moc"
