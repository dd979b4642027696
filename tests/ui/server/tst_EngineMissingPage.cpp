#include "server/EngineMissingPage.h"
#include "support/Child.h"
#include "support/FakeBackend.h"
#include "support/PseudoLanguage.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using base::Error;
using server::Connection;
using ui::EngineMissingPage;

namespace {

struct Fixture
{
    Fixture()
        : connection(local)
        , page(connection, [this](const base::Access &access) {
            asked.append(access.url);
            auto backend = std::make_unique<support::FakeBackend>();
            backend->info = info;
            backend->installed = installed;
            return backend;
        })
    {
        local.info = base::failure(Error::Kind::Unreachable);
        page.resize(1200, 840);
        page.show();
    }

    template <typename Widget>
    Widget *find(const char *name) const
    {
        return support::child<Widget>(page, name);
    }
    bool says(const QString &text) const
    {
        const auto labels = page.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text() == text; });
    }
    void type(const QString &address) const
    {
        auto *field = find<QLineEdit>("serverAddress");
        field->selectAll();
        QTest::keyClicks(field, address);
    }

    support::FakeBackend local;
    base::Result<backend::ServerInfo> info = backend::ServerInfo{QStringLiteral("0.17.4")};
    base::Result<QList<backend::ModelInfo>> installed = QList<backend::ModelInfo>(6);
    QList<QUrl> asked;
    Connection connection;
    EngineMissingPage page;
};

} // namespace

class TestEngineMissingPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void givesTheCommandThatInstallsAnEngine()
    {
        const Fixture f;
        QVERIFY(f.says(QStringLiteral("No engine on this computer yet")));
        QTest::mouseClick(f.find<QAbstractButton>("copyCommand"), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(),
                 QStringLiteral("curl -fsSL https://ollama.com/install.sh | sh"));
        QCOMPARE(f.find<QAbstractButton>("copyCommand")->text(), QStringLiteral("Copied"));
        QTRY_COMPARE(f.find<QAbstractButton>("copyCommand")->text(), QStringLiteral("Copy"));
    }

    void tellsWhereItLooks()
    {
        Fixture f;
        auto *looking = f.find<QLabel>("looking");
        QCOMPARE(looking->text(), QStringLiteral("Looking at 127.0.0.1:11434"));
        f.connection.start();
        QTRY_COMPARE(looking->text(), QStringLiteral("Looking at 127.0.0.1:11434, nothing there yet"));
        f.local.info = backend::ServerInfo{QStringLiteral("0.17.4")};
        f.connection.check();
        QTRY_COMPARE(looking->text(), QStringLiteral("127.0.0.1:11434 answers"));
    }

    void namesAnotherMachineThatDoesNotAnswer()
    {
        Fixture f;
        f.connection.setAccess(QUrl(QStringLiteral("http://gpu.lab:11434")));
        QVERIFY(f.says(QStringLiteral("No server at gpu.lab:11434")));
    }

    void triesAnAddressAsItIsTyped()
    {
        Fixture f;
        QVERIFY(!f.find<QAbstractButton>("useServer")->isEnabled());
        f.type(QStringLiteral("192.168.1.20"));
        QVERIFY(f.find<QAbstractButton>("useServer")->isEnabled());
        auto *result = f.find<QLabel>("addressResult");
        QTRY_VERIFY(result->text().contains(QStringLiteral(" ms and has 6 model")));
        QVERIFY(result->text().startsWith(QStringLiteral("Ollama 0.17.4 answered in ")));
        QCOMPARE(f.asked, QList<QUrl>{QUrl(QStringLiteral("http://192.168.1.20:11434"))});
    }

    void saysWhyAnAddressDoesNotAnswer()
    {
        Fixture f;
        f.info = base::failure(Error::Kind::HostNotFound);
        f.type(QStringLiteral("gpu.lab"));
        QTRY_COMPARE(f.find<QLabel>("addressResult")->text(),
                     QStringLiteral("The address gpu.lab:11434 was not found."));
    }

    void saysWhatIsNoAddress()
    {
        Fixture f;
        f.type(QStringLiteral("ftp://gpu"));
        QTRY_VERIFY(
            f.find<QLabel>("addressResult")->text().startsWith(QStringLiteral("This is not the address")));
        QVERIFY(!f.find<QAbstractButton>("useServer")->isEnabled());
        QVERIFY(f.asked.isEmpty());
        f.type(QString());
        QTest::keyClick(f.find<QLineEdit>("serverAddress"), Qt::Key_Delete);
        QTRY_COMPARE(f.find<QLabel>("addressResult")->text(), QString());
    }

    void choosesTheServerByButtonAndByEnter()
    {
        Fixture f;
        QSignalSpy chosen(&f.page, &EngineMissingPage::serverChosen);
        QTest::keyClick(f.find<QLineEdit>("serverAddress"), Qt::Key_Return);
        QCOMPARE(chosen.count(), 0);
        f.type(QStringLiteral("gpu.lab/v1"));
        QTest::mouseClick(f.find<QAbstractButton>("useServer"), Qt::LeftButton);
        QTest::keyClick(f.find<QLineEdit>("serverAddress"), Qt::Key_Return);
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(chosen.first().first().toUrl(), QUrl(QStringLiteral("http://gpu.lab:11434")));
    }

    void tellsWhyAnEngineThatIsHereDidNotStart()
    {
        Fixture f;
        auto *banner = f.page.findChild<ui::Banner *>();
        QVERIFY(banner->isHidden());
        f.page.setEngineError(Error{Error::Kind::Interrupted, QStringLiteral("address in use")},
                              QStringLiteral("/usr/bin/ollama"));
        QVERIFY(banner->isVisible());
        QVERIFY(banner->accessibleName().startsWith(QStringLiteral("/usr/bin/ollama ended by itself.")));
        QVERIFY(f.says(QStringLiteral("The engine on this computer did not start")));
        QSignalSpy start(&f.page, &EngineMissingPage::startEngineRequested);
        Q_EMIT banner->actionTriggered();
        QCOMPARE(start.count(), 1);
        f.page.setEngineError(std::nullopt, {});
        QVERIFY(banner->isHidden());
    }

    void wordsEverythingAgainWhenTheLanguageChanges()
    {
        Fixture f;
        f.type(QStringLiteral("gpu.lab"));
        QTRY_VERIFY(!f.find<QLabel>("addressResult")->text().isEmpty());
        const support::PseudoLanguage pseudo;
        QCoreApplication::processEvents();
        for (const QLabel *label : f.page.findChildren<QLabel *>())
            QVERIFY2(label->text().isEmpty() || label->text().contains(u'«'), qPrintable(label->text()));
        for (const QAbstractButton *button : f.page.findChildren<QAbstractButton *>())
            QVERIFY2(button->text().isEmpty() || button->text().contains(u'«'), qPrintable(button->text()));
    }
};

QTEST_MAIN(TestEngineMissingPage)
#include "tst_EngineMissingPage.moc"
