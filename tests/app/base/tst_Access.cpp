// label: pure
#include "base/Access.h"

#include <QTest>

using namespace Qt::StringLiterals;
using base::Access;
using base::Error;
using base::Proxy;

namespace {

Access withKey(const QUrl &url)
{
    Access access(url);
    access.key = "sk-test";
    return access;
}

constexpr auto awkwardSecret = "sk/01+23\\45=67\"89abc";

struct Escaped
{
    const char *name;
    const char *text;
    const char *expected;
};
const Escaped escaped[] = {
    {"plain", "error: no sk/01+23\\45=67\"89abc.", "error: no ***."},
    {"as JSON", "{\"error\": \"no sk\\/01+23\\\\45=67\\\"89abc!\"}", "{\"error\": \"no ***!\"}"},
    {"code points", "sk\\u002f01\\u002B23\\u005c45\\u003d67\\u002289abc", "***"},
    {"JSON in JSON", "<sk\\\\/01\\\\u002b23\\\\\\\\45=67\\\\\\\"89abc>", "<***>"},
    {"in an address", "?key=sk%2F01%2b23%5C45%3D67%2289abc&x=%2F", "?key=***&x=%2F"},
    {"every letter", "%73%6b%2f%30%31%2b%32%33%5c%34%35%3d%36%37%22%38%39%61%62%63", "***"},
    {"in HTML", "<b>sk&#x2F;01&#43;23\\45&#x3d;67&#34;89abc</b>", "<b>***</b>"},
    {"twice", "sk/01+23\\45=67\"89abcsk\\/01+23\\\\45=67\\\"89abc", "******"},
};
const char *const innocent[] = {"sk/01+23",
                                "sk\\u002",
                                "%7",
                                "%",
                                "\\",
                                "\\\\\\",
                                "&#",
                                "&#x;",
                                "&#;",
                                "&#115",
                                "sk%2G01",
                                "sk/01+23\\45=67\"89ab",
                                "Sk/01+23\\45=67\"89abc"};

} // namespace

class TestAccess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsWhereAKeyCouldBeRead_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isRead");
        const auto row = [](const char *address, bool isRead) {
            QTest::newRow(address) << QString::fromLatin1(address) << isRead;
        };
        row("http://127.0.0.1:11434", false);
        row("http://127.8.9.10:1", false);
        row("http://127.255.255.254", false);
        row("http://[::1]:11434", false);
        row("http://localhost:11434", false);
        row("http://LocalHost.:11434", false);
        row("http://[::ffff:127.0.0.1]:1", false);
        row("http://2130706433:1", false); // 127.0.0.1 in decimal
        row("http://0x7f.1:1", false);
        row("https://10.0.0.1", false);
        row("https://example.com", false);
        row("http://0.0.0.0:11434", true);
        row("http://[::]:11434", true);
        row("http://10.0.0.1:11434", true);
        row("http://192.168.1.5", true);
        row("http://128.0.0.1", true);
        row("http://126.255.255.255", true);
        row("http://167772161:1", true); // 10.0.0.1 in decimal
        row("http://[::ffff:10.0.0.1]:1", true);
        row("http://[fe80::1]:1", true);
        row("http://localhost.evil.com", true);
        row("http://evil.localhost", true);
        row("http://127.0.0.1.nip.io", true);
        row("http://127.0.0.1.evil.com:11434", true);
        row("http://localhost-evil.com", true);
        row("http://xn--lcalhost-5ya", true);
        row("http://example.com", true);
    }
    void knowsWhereAKeyCouldBeRead()
    {
        QFETCH(QString, address);
        QFETCH(bool, isRead);
        const QUrl url(address);
        QVERIFY(url.isValid());
        QCOMPARE(base::isReadOnTheWay(url), isRead);
        Access access = withKey(url);
        QCOMPARE(base::refusal(access, url),
                 isRead ? std::optional(Error{Error::Kind::KeyInClear, base::origin(url)}) : std::nullopt);
        access.isClearKeyAllowed = true;
        QCOMPARE(base::refusal(access, url), std::nullopt);
        // A header can be a key as well; without either there is nothing to read.
        access = Access(url);
        QCOMPARE(base::refusal(access, url), std::nullopt);
        access.headers = {{"X-Api-Key", "secret"}};
        QCOMPARE(base::refusal(access, url).has_value(), isRead);
    }

    void bindsAKeyToItsOrigin_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<bool>("isSame");
        const auto row = [](const char *address, const char *asked, bool isSame) {
            QTest::addRow("%s -> %s", address, asked)
                << QString::fromLatin1(address) << QString::fromLatin1(asked) << isSame;
        };
        row("https://a.example", "https://a.example/api/chat", true);
        row("https://a.example", "https://A.EXAMPLE:443/x", true);
        row("https://a.example:443/base", "https://a.example/other", true);
        row("https://a.example", "https://a.example:8443/", false);
        row("https://a.example", "http://a.example/", false);
        row("https://a.example:80", "http://a.example/", false);
        row("https://a.example", "https://b.example/", false);
        row("https://a.example", "https://a.example.evil/", false);
        row("https://a.example", "https://sub.a.example/", false);
        row("http://127.0.0.1:11434", "http://localhost:11434/", false);
        row("http://127.0.0.1:1", "http://127.0.0.1:2/", false);
        row("http://127.0.0.1:1", "https://127.0.0.1:1/", false);
        row("", "https://a.example/", false);
    }
    void bindsAKeyToItsOrigin()
    {
        QFETCH(QString, address);
        QFETCH(QString, asked);
        QFETCH(bool, isSame);
        const auto refused = base::refusal(withKey(QUrl(address)), QUrl(asked));
        QCOMPARE(!refused, isSame);
        if (refused)
            QCOMPARE(refused->kind, Error::Kind::Invalid);
    }

    void refusesHeadersThatDoNotBelong_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("isAllowed");
        const auto row = [](const QByteArray &name, const QByteArray &value, bool isAllowed) {
            QTest::newRow((name + ": " + value).toPercentEncoding().constData())
                << name << value << isAllowed;
        };
        row("X-Team", "research", true);
        row("X-Team", "", true);
        row("x_y", "two words", true);
        row("Authorization", "Basic dTpw", true);
        row("", "a", false);
        row("X Team", "a", false);
        row("X-Team:", "a", false);
        row("X-Té", "a", false);
        row("X-Team", "a\r\nHost: evil", false);
        row("X-Team", "a\nb", false);
        row("X-Team\r\nY", "a", false);
        row("X-Team", QByteArray("a\0b", 3), false);
        row("X-Team", " a", false);
        row("X-Team", "a ", false);
        row("X-Team", "é", false);
        row("X-Team", QByteArray(9000, 'a'), false);
        for (const char *ours :
             {"Host", "content-length", "Transfer-Encoding", "Connection", "Content-Type", "Accept",
              "ACCEPT-ENCODING", "User-Agent", "Cookie", "Expect", "Upgrade", "Proxy-Authorization"})
            row(ours, "a", false);
    }
    void refusesHeadersThatDoNotBelong()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(bool, isAllowed);
        QCOMPARE(base::isHeaderAllowed({name, value}), isAllowed);
        Access access(QUrl(u"https://a.example"_s));
        access.headers = {{name, value}};
        QCOMPARE(!base::refusal(access, access.url), isAllowed);
    }

    void refusesASecondAuthorization()
    {
        Access access = withKey(QUrl(u"https://a.example"_s));
        access.headers = {{"authorization", "Basic dTpw"}};
        QCOMPARE(base::refusal(access, access.url)->kind, Error::Kind::Invalid);
    }

    void refusesKeysThatBreakALine()
    {
        for (const char *key : {"a\r\nHost: b", "a b", "a\tb", "\n", "sk-é", " a"}) {
            Access access(QUrl(u"https://a.example"_s));
            access.key = key;
            QVERIFY2(base::refusal(access, access.url), key);
        }
    }

    void refusesAProxyWithoutAnAddress()
    {
        Access access(QUrl(u"https://a.example"_s));
        for (const auto use : {Proxy::Use::Http, Proxy::Use::Socks5}) {
            access.proxy = {use, {}, 3128, {}, {}};
            QVERIFY(base::refusal(access, access.url));
            access.proxy = {use, u"proxy"_s, 0, {}, {}};
            QVERIFY(base::refusal(access, access.url));
            access.proxy.port = 1;
            QVERIFY(!base::refusal(access, access.url));
        }
    }

    void takesSecretsOutOfAText()
    {
        Access access(QUrl(u"https://a.example"_s));
        access.key = "sk-0123456789abcdef";
        access.headers = {{"X-Team", "blue"}, {"X-Second-Key", "second-0123456789"}};
        access.proxy = {Proxy::Use::Http, u"proxy"_s, 3128, u"me"_s, u"passphrase-0123456789"_s};
        const QByteArrayList secrets = base::secretsOf(access);
        QCOMPARE(base::withoutSecrets("Incorrect key: sk-0123456789abcdef.", secrets), "Incorrect key: ***.");
        const QByteArray login = "me:passphrase-0123456789";
        QCOMPARE(base::withoutSecrets("second-0123456789/passphrase-0123456789/" + login.toBase64(), secrets),
                 "***/***/***");
        // What any text may hold stays.
        access.key = "ollama";
        QCOMPARE(base::withoutSecrets("ollama and blue", base::secretsOf(access)), "ollama and blue");
        QVERIFY(base::secretsOf(Access(access.url)).isEmpty());
    }

    void takesSecretsOutHoweverTheyAreEscaped_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        for (const Escaped &row : escaped)
            QTest::newRow(row.name) << QByteArray(row.text) << QByteArray(row.expected);
        for (const char *text : innocent)
            QTest::newRow(text) << QByteArray(text) << QByteArray(text);
    }

    void takesSecretsOutHoweverTheyAreEscaped()
    {
        QFETCH(QByteArray, text);
        QTEST(base::withoutSecrets(text, {awkwardSecret}), "expected");
    }

    void takesShortSecretsOutOfRefusalsAlone()
    {
        Access access(QUrl(u"https://a.example"_s));
        access.key = "blue-1234";
        access.headers = {{"X-Team", "ollama"}, {"X-Longer", "blue-1234-and-more"}};
        const QByteArray text = "ollama: blue-1234, blue-1234-and-more";
        QCOMPARE(base::withoutSecrets(text, base::secretsOf(access)), "ollama: blue-1234, ***");
        QCOMPARE(base::withoutSecrets(text, base::secretsOf(access, base::SaidIn::Refusals)),
                 "ollama: ***, ***");
    }
};

QTEST_APPLESS_MAIN(TestAccess)
#include "tst_Access.moc"
