// What happens on a click on a link: a question first for a host that is new, with where it really leads.
#include "chat/LinkOpener.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

namespace {

// Takes the place of the person's browser.
class Browser : public QObject
{
    Q_OBJECT
public:
    Browser()
    {
        for (const QString &scheme : schemes())
            QDesktopServices::setUrlHandler(scheme, this, "open");
    }
    ~Browser() override
    {
        for (const QString &scheme : schemes())
            QDesktopServices::unsetUrlHandler(scheme);
    }
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }

private:
    static QStringList schemes()
    {
        return {QStringLiteral("http"), QStringLiteral("https"),      QStringLiteral("mailto"),
                QStringLiteral("file"), QStringLiteral("javascript"), QStringLiteral("vscode")};
    }
};

struct Fixture
{
    Browser browser;
    QWidget window;
    ui::LinkOpener links{&window};

    Fixture() { window.show(); }
    QMessageBox *question()
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return window.findChild<QMessageBox *>(QStringLiteral("openLink"));
    }
    void click(const char *address, const QString &text = QStringLiteral("text"))
    {
        links.open(QUrl(QString::fromUtf8(address)), text);
    }
    void answer(const QString &button)
    {
        QMessageBox *box = question();
        QVERIFY(box);
        for (QAbstractButton *one : box->buttons()) {
            if (one->text() == button) {
                one->click();
                return;
            }
        }
        QFAIL("no such button");
    }
};

} // namespace

class TestLinkOpener : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksOnceForAHost()
    {
        Fixture f;
        f.click("https://example.org/a");
        QVERIFY(f.question());
        QCOMPARE(f.question()->text(), QStringLiteral("Open example.org in the browser?"));
        QVERIFY(f.browser.opened.isEmpty());
        f.answer(QStringLiteral("Do not open"));
        QVERIFY(f.browser.opened.isEmpty());
        f.click("https://example.org/a");
        f.answer(QStringLiteral("Open"));
        QCOMPARE(f.browser.opened, QList{QUrl(QStringLiteral("https://example.org/a"))});
        f.click("https://EXAMPLE.org/b");
        QVERIFY(!f.question());
        QCOMPARE(f.browser.opened.size(), 2);
        f.click("https://sub.example.org/");
        QVERIFY(f.question());
        QCOMPARE(f.browser.opened.size(), 2);
    }

    void doesNothingWithOtherSchemes_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address : {"",
                                    "#anchor",
                                    "/etc/passwd",
                                    "//host/share",
                                    "?q=1",
                                    "C:\\Windows\\win.ini",
                                    "\\\\host\\share\\x.exe",
                                    "about:blank",
                                    "apt:package",
                                    "blob:https://example.org/1",
                                    "cid:1",
                                    "chrome://settings",
                                    "data:text/html,x",
                                    "data:image/svg+xml;base64,AAAA",
                                    "dav://example.org/",
                                    "dict://example.org/d:word",
                                    "feed:https://example.org/",
                                    "file:///etc/passwd",
                                    "file://host/share",
                                    "FILE:///etc/passwd",
                                    "ftp://example.org/",
                                    "gopher://example.org/",
                                    "help:x",
                                    "http:",
                                    "http:///nohost",
                                    "https:///nohost",
                                    "https:nohost",
                                    "info:x",
                                    "irc://example.org/",
                                    "jar:https://example.org/x.jar!/a",
                                    "javascript:alert(1)",
                                    "JavaScript:alert(1)",
                                    "java\tscript:alert(1)",
                                    " javascript:alert(1)",
                                    "ldap://example.org/",
                                    "magnet:?xt=x",
                                    "man:ls",
                                    "ms-msdt:/id",
                                    "ms-word:ofe|u|https://example.org/x.docx",
                                    "ms-settings:",
                                    "news:x",
                                    "nfs://host/x",
                                    "nxm://x",
                                    "ollama://x",
                                    "qrc:/x",
                                    "rdp://host",
                                    "rtsp://host/",
                                    "search-ms:query=x",
                                    "sftp://host/",
                                    "shell:startup",
                                    "sip:a@example.org",
                                    "skype:a?call",
                                    "slack://x",
                                    "smb://h/s",
                                    "sms:1",
                                    "ssh://host/",
                                    "steam://run/1",
                                    "tel:1",
                                    "telnet://host/",
                                    "trash:/",
                                    "vbscript:x",
                                    "view-source:https://example.org/",
                                    "vnc://host/",
                                    "vscode://x",
                                    "ws://example.org/",
                                    "x-man-page://ls",
                                    "zoommtg://x"})
            QTest::newRow(address) << QString::fromUtf8(address);
    }
    void doesNothingWithOtherSchemes()
    {
        QFETCH(QString, address);
        Fixture f;
        f.click(address.toUtf8().constData());
        QVERIFY(!f.question());
        QVERIFY(f.browser.opened.isEmpty());
    }

    void showsWhereALinkReallyLeads_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("told"); // part of what is told, empty: only the address
        QTest::newRow("a user name like a host")
            << QStringLiteral("https://paypal.com@evil.example/x") << QStringLiteral("pay")
            << QStringLiteral("Open evil.example in the browser?") << QStringLiteral("before the @");
        QTest::newRow("a letter of another alphabet")
            << QStringLiteral("https://аpple.com/") << QStringLiteral("Apple")
            << QStringLiteral("Open xn--pple-43d.com in the browser?") << QStringLiteral("аpple.com");
        QTest::newRow("a text that is another address")
            << QStringLiteral("https://evil.example/") << QStringLiteral("https://bank.example/login")
            << QStringLiteral("Open evil.example in the browser?") << QStringLiteral("bank.example");
        QTest::newRow("a text that is this address")
            << QStringLiteral("https://www.example.org/") << QStringLiteral("example.org")
            << QStringLiteral("Open www.example.org in the browser?") << QString();
        QTest::newRow("a chinese host")
            << QStringLiteral("https://例子.测试/") << QStringLiteral("看")
            << QStringLiteral("Open xn--fsqu00a.xn--0zwm56d in the browser?") << QStringLiteral("例子.测试");
        QTest::newRow("another order of letters")
            << QStringLiteral("https://evil.example/%E2%80%AEgro.elpmaxe") << QStringLiteral("x")
            << QStringLiteral("Open evil.example in the browser?") << QString();
    }
    void showsWhereALinkReallyLeads()
    {
        QFETCH(QString, address);
        QFETCH(QString, text);
        QFETCH(QString, asked);
        QFETCH(QString, told);
        Fixture f;
        f.links.open(QUrl(address), text);
        QVERIFY(f.question());
        QCOMPARE(f.question()->text(), asked);
        QCOMPARE(f.question()->textFormat(), Qt::PlainText);
        const QString more = f.question()->informativeText();
        QVERIFY(!more.contains(QChar(0x202e)));
        QCOMPARE(more.contains(u'\n'), !told.isEmpty());
        QVERIFY2(more.contains(told), qPrintable(more));
        QCOMPARE(f.question()->defaultButton()->text(), QStringLiteral("Do not open"));
    }

    // A host one said yes to lends its name to nothing.
    void asksAgainWhereSomethingIsNotAsItLooks()
    {
        Fixture f;
        f.click("https://evil.example/");
        f.answer(QStringLiteral("Open"));
        f.click("https://bank.example@evil.example/");
        QVERIFY(f.question());
        f.answer(QStringLiteral("Do not open"));
        f.click("https://evil.example/", QStringLiteral("bank.example"));
        QVERIFY(f.question());
        QCOMPARE(f.browser.opened.size(), 1);
    }

    void asksForEveryMailAndAttachesNothing()
    {
        Fixture f;
        f.click("mailto:me@example.org?subject=Hi&attach=/etc/passwd&ATTACHMENT=x");
        QVERIFY(f.question());
        QCOMPARE(f.question()->text(), QStringLiteral("Write to me@example.org?"));
        f.answer(QStringLiteral("Open"));
        QCOMPARE(f.browser.opened, QList{QUrl(QStringLiteral("mailto:me@example.org?subject=Hi"))});
        f.click("mailto:me@example.org");
        QVERIFY(f.question());
    }

    void copiesTheAddressInstead()
    {
        Fixture f;
        f.click("https://аpple.com/?q=1");
        f.answer(QStringLiteral("Copy address"));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("https://xn--pple-43d.com/?q=1"));
        QVERIFY(f.browser.opened.isEmpty());
    }
};

QTEST_MAIN(TestLinkOpener)
#include "tst_LinkOpener.moc"
