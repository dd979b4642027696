// label: pure
#include "base/ServerUrl.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestServerUrl : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void repairsWhatPeoplePaste_data();
    void repairsWhatPeoplePaste();
    void refusesWhatIsNoServer_data();
    void refusesWhatIsNoServer();
    void repairingAgainChangesNothing_data() { repairsWhatPeoplePaste_data(); }
    void repairingAgainChangesNothing();
    void understandsOllamaHost_data();
    void understandsOllamaHost();
    void joinsPathsWithOneSlash_data();
    void joinsPathsWithOneSlash();
    void namesHostAndPort_data();
    void namesHostAndPort();
    void knowsLoopback_data();
    void knowsLoopback();
};

void TestServerUrl::repairsWhatPeoplePaste_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url");
    const auto row = [](const char *name, const QString &typed, const QString &url) {
        QTest::newRow(name) << typed << url;
    };
    row("as it is", u"http://127.0.0.1:11434"_s, u"http://127.0.0.1:11434"_s);
    row("slash", u"http://127.0.0.1:11434/"_s, u"http://127.0.0.1:11434"_s);
    row("slashes", u"http://127.0.0.1:11434///"_s, u"http://127.0.0.1:11434"_s);
    row("blanks", u"  http://h:1 \n"_s, u"http://h:1"_s);
    row("quotes", u"\"http://h:1\""_s, u"http://h:1"_s);
    row("curly quotes", u"“http://h:1”"_s, u"http://h:1"_s);
    row("api", u"http://h:11434/api"_s, u"http://h:11434"_s);
    row("api slash", u"http://h:11434/api/"_s, u"http://h:11434"_s);
    row("v1", u"http://h:11434/v1"_s, u"http://h:11434"_s);
    row("endpoint", u"http://h:11434/api/chat"_s, u"http://h:11434"_s);
    row("v1 endpoint", u"http://h:11434/v1/chat/completions"_s, u"http://h:11434"_s);
    row("base path", u"https://h:8443/base"_s, u"https://h:8443/base"_s);
    row("base path and api", u"https://h:8443/base/api/tags"_s, u"https://h:8443/base"_s);
    row("double slash in path", u"https://h//base//api"_s, u"https://h/base"_s);
    row("not the api segment", u"http://h:1/apis"_s, u"http://h:1/apis"_s);
    row("no scheme, port", u"192.168.1.5:8080"_s, u"http://192.168.1.5:8080"_s);
    row("no scheme, no port", u"gpu-box"_s, u"http://gpu-box:11434"_s);
    row("localhost", u"localhost"_s, u"http://localhost:11434"_s);
    row("localhost and port", u"localhost:11434"_s, u"http://localhost:11434"_s);
    row("localhost and path", u"localhost:11434/api"_s, u"http://localhost:11434"_s);
    row("scheme, no port", u"http://h"_s, u"http://h"_s);
    row("https, no port", u"https://ollama.example.org"_s, u"https://ollama.example.org"_s);
    row("upper case", u"HTTP://HOST.Example:11434"_s, u"http://host.example:11434"_s);
    row("path keeps its case", u"http://h:1/Base"_s, u"http://h:1/Base"_s);
    row("all interfaces", u"0.0.0.0:11434"_s, u"http://127.0.0.1:11434"_s);
    row("all interfaces, scheme", u"http://0.0.0.0:11434"_s, u"http://127.0.0.1:11434"_s);
    row("all IPv6 interfaces", u"http://[::]:11434"_s, u"http://[::1]:11434"_s);
    row("IPv6", u"[::1]:99"_s, u"http://[::1]:99"_s);
    row("bare IPv6", u"::1"_s, u"http://[::1]:11434"_s);
    row("bare IPv6 any", u"::"_s, u"http://[::1]:11434"_s);
    row("bracketed IPv6", u"[fe80::1]"_s, u"http://[fe80::1]:11434"_s);
    row("Chinese colon", u"http：//127.0.0.1：11434"_s, u"http://127.0.0.1:11434"_s);
    row("port 80 said", u"http://h:80"_s, u"http://h:80"_s);
    row("highest port", u"h:65535"_s, u"http://h:65535"_s);
}

void TestServerUrl::repairsWhatPeoplePaste()
{
    QFETCH(QString, typed);
    const auto url = base::serverUrl(typed);
    QVERIFY(url.has_value());
    QTEST(url->toString(), "url");
}

void TestServerUrl::repairingAgainChangesNothing()
{
    QFETCH(QString, url);
    const auto again = base::serverUrl(url);
    QVERIFY(again.has_value());
    QCOMPARE(again->toString(), url);
}

void TestServerUrl::refusesWhatIsNoServer_data()
{
    QTest::addColumn<QString>("typed");
    const auto row = [](const QString &typed) { QTest::newRow(qPrintable(typed)) << typed; };
    QTest::newRow("empty") << QString();
    row(u"   "_s);
    row(u"http://"_s);
    row(u"http:///api"_s);
    row(u":8080"_s);
    row(u"/api"_s);
    row(u"8080"_s);
    row(u"ftp://h"_s);
    row(u"file:///etc/passwd"_s);
    row(u"javascript://h"_s);
    row(u"http://h:0"_s);
    row(u"http://h:65536"_s);
    row(u"h:99999"_s);
    row(u"http://h:port"_s);
    row(u"http://user@h"_s);
    row(u"http://user:secret@h"_s);
    row(u"http://h?x=1"_s);
    row(u"http://h/base?x"_s);
    row(u"http://h#top"_s);
    row(u"two words"_s);
    row(u"http://h h"_s);
    row(u"http://[::1"_s);
    row(u"http://h\\evil"_s);
}

void TestServerUrl::refusesWhatIsNoServer()
{
    QFETCH(QString, typed);
    const auto url = base::serverUrl(typed);
    QVERIFY2(!url.has_value(), url ? qPrintable(url->toString()) : "");
    QCOMPARE(url.error().kind, base::Error::Kind::Invalid);
    QCOMPARE(url.error().detail, typed.trimmed());
}

void TestServerUrl::understandsOllamaHost_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("url"); // empty = it names no host
    const auto row = [](const QString &value, const QString &url) {
        QTest::newRow(value.isEmpty() ? "empty" : qPrintable(value)) << value << url;
    };
    row({}, u"http://127.0.0.1:11434"_s);
    row(u" \"gpu-box\" "_s, u"http://gpu-box:11434"_s);
    row(u"gpu-box"_s, u"http://gpu-box:11434"_s);
    row(u"1.2.3.4"_s, u"http://1.2.3.4:11434"_s);
    row(u"http://host"_s, u"http://host:80"_s);
    row(u"https://host"_s, u"https://host:443"_s);
    row(u"host:8080"_s, u"http://host:8080"_s);
    row(u":8080"_s, u"http://127.0.0.1:8080"_s);
    row(u"0.0.0.0"_s, u"http://127.0.0.1:11434"_s);
    row(u"0.0.0.0:9999"_s, u"http://127.0.0.1:9999"_s);
    row(u"[::]:9999"_s, u"http://[::1]:9999"_s);
    row(u"::1"_s, u"http://[::1]:11434"_s);
    row(u"[::1]"_s, u"http://[::1]:11434"_s);
    row(u"[::1]:99"_s, u"http://[::1]:99"_s);
    row(u"https://h:8443/base"_s, u"https://h:8443/base"_s);
    row(u"https://h:8443/base/"_s, u"https://h:8443/base"_s);
    row(u"host:port"_s, u"http://host:11434"_s);
    row(u"host:70000"_s, u"http://host:11434"_s);
    row(u"host:-1"_s, u"http://host:11434"_s);
    row(u"http://host:"_s, u"http://host:80"_s);
    row(u"ollama.com"_s, u"https://ollama.com:443"_s);
    row(u"not a host"_s, {});
    row(u"box:1:2"_s, {});
    row(u"8080"_s, {});
    row(u"http://ann:secret@host"_s, {});
}

void TestServerUrl::understandsOllamaHost()
{
    QFETCH(QString, value);
    const auto host = base::ollamaHost(value);
    QTEST(host ? host->url.toString() : QString(), "url");
    // A port that is none is not passed over in silence.
    const QStringList without{u"host:port"_s, u"host:70000"_s, u"host:-1"_s};
    QVERIFY(!host || host->isPortUnderstood != without.contains(value));
}

void TestServerUrl::joinsPathsWithOneSlash_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("url");
    QTest::newRow("plain") << u"http://h:1"_s << u"/api/tags"_s << u"http://h:1/api/tags"_s;
    QTest::newRow("slash") << u"http://h:1/"_s << u"/api/tags"_s << u"http://h:1/api/tags"_s;
    QTest::newRow("base") << u"https://h/base"_s << u"/api/tags"_s << u"https://h/base/api/tags"_s;
    QTest::newRow("base slash") << u"https://h/base/"_s << u"/api/tags"_s << u"https://h/base/api/tags"_s;
    QTest::newRow("no slash") << u"http://h:1"_s << u"api/tags"_s << u"http://h:1/api/tags"_s;
}

void TestServerUrl::joinsPathsWithOneSlash()
{
    QFETCH(QString, server);
    QFETCH(QString, path);
    QTEST(base::endpoint(QUrl(server), path).toString(), "url");
}

void TestServerUrl::namesHostAndPort_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("text");
    QTest::newRow("port") << u"http://127.0.0.1:11434"_s << u"127.0.0.1:11434"_s;
    QTest::newRow("http") << u"http://h/base"_s << u"h:80"_s;
    QTest::newRow("https") << u"https://h"_s << u"h:443"_s;
    QTest::newRow("IPv6") << u"http://[::1]:99"_s << u"[::1]:99"_s;
}

void TestServerUrl::namesHostAndPort()
{
    QFETCH(QString, server);
    QTEST(base::hostAndPort(QUrl(server)), "text");
}

void TestServerUrl::knowsLoopback_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<bool>("loopback");
    const auto row = [](const QString &host, bool loopback) {
        QTest::newRow(qPrintable(host)) << "http://"_L1 + host << loopback;
    };
    row(u"localhost"_s, true);
    row(u"LOCALHOST:1"_s, true);
    row(u"localhost."_s, true);
    row(u"engine.localhost"_s, true);
    row(u"127.0.0.1"_s, true);
    row(u"127.8.9.10:5"_s, true);
    row(u"[::1]:1"_s, true);
    row(u"[::ffff:127.0.0.1]"_s, true);
    row(u"[::ffff:10.0.0.1]"_s, false);
    row(u"10.0.0.1"_s, false);
    row(u"128.0.0.1"_s, false);
    row(u"[::2]"_s, false);
    row(u"localhost.evil.org"_s, false);
    row(u"notlocalhost"_s, false);
    row(u"127.0.0.1.evil.org"_s, false);
    row(u"0.0.0.0"_s, false);
}

void TestServerUrl::knowsLoopback()
{
    QFETCH(QString, server);
    QTEST(base::isLoopback(QUrl(server)), "loopback");
}

QTEST_APPLESS_MAIN(TestServerUrl)
#include "tst_ServerUrl.moc"
