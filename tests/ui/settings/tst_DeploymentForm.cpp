// The page "Deployment": filled in by hand, saved to a folder, looked at afterwards.
#include "settings/DeploymentForm.h"
#include "settings/DeploymentResult.h"
#include "support/Child.h"
#include "support/TempHome.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTest>

namespace {

struct Fixture
{
    explicit Fixture(const support::TempHome &home, const QString &name)
        : folder(home.path(name))
        , settings(folder + QStringLiteral("/engine.env"))
        , form(settings)
    {
        if (!QDir().mkpath(folder))
            qFatal("cannot make a folder");
        form.resize(900, 800);
        form.show();
    }

    template <typename Widget>
    Widget *find(const char *name) const
    {
        return support::child<Widget>(form, name);
    }
    void type(const char *name, const QString &text) const { find<QLineEdit>(name)->setText(text); }
    void choose(const char *name, int index) const { find<QComboBox>(name)->setCurrentIndex(index); }
    QString refusal() const
    {
        for (const ui::FieldError *error : form.findChildren<ui::FieldError *>()) {
            if (!error->isHidden())
                return error->findChild<ui::Label *>()->text();
        }
        return {};
    }
    bool canSave() const { return find<QAbstractButton>("deploySave")->isEnabled(); }
    void save() const { form.findChild<ui::DeploymentResult *>()->saveTo(folder); }
    QByteArray saved(const char *name) const
    {
        QFile file(QDir(folder).filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString folder;
    server::EngineSettings settings;
    ui::DeploymentForm form;
};

} // namespace

class TestDeploymentForm : public QObject
{
    Q_OBJECT
private:
    support::TempHome m_home;
    QString m_name;

private Q_SLOTS:
    void init() { m_name = QString::fromLatin1(QTest::currentTestFunction()); }

    void waitsForTheNameWithoutCallingItWrong()
    {
        const Fixture f(m_home, m_name);
        QVERIFY(!f.canSave());
        QCOMPARE(f.refusal(), QString());
        QVERIFY(f.find<QLabel>("deployMissing")->isVisible());
        f.type("deployName", QStringLiteral("ollama.example.org"));
        QVERIFY(f.canSave());
        QVERIFY(f.find<QPlainTextEdit>("deployText")
                    ->toPlainText()
                    .contains(QStringLiteral("ollama/ollama:latest")));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("beginning");
        const auto row = [](const char *field, const char *typed, const char *beginning) {
            QTest::newRow(field) << QString::fromLatin1(field) << QString::fromLatin1(typed)
                                 << QString::fromLatin1(beginning);
        };
        row("deployName", "no name at all", "This is neither");
        row("deployPort", "0", "A port goes from");
        row("deployHttpsPort", "11434", "The engine has this port");
        row("deployMemory", "a lot", "Whole gigabytes");
        row("deployProcessors", "2.5", "A whole number");
        row("deployTag", "la test", "A version has");
        row("deployClients", "the office", "A network is");
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QFETCH(QString, beginning);
        const Fixture f(m_home, m_name);
        f.type("deployName", QStringLiteral("ollama.example.org"));
        const QString before = f.find<QLineEdit>(field.toLatin1().constData())->text();
        f.type(field.toLatin1().constData(), typed);
        QVERIFY2(f.refusal().startsWith(beginning), qPrintable(f.refusal()));
        QVERIFY(!f.canSave());
        f.type(field.toLatin1().constData(), before);
        QCOMPARE(f.refusal(), QString());
        QVERIFY(f.canSave());
    }

    void savesAllFilesWithTheKeyThatIsShown()
    {
        const Fixture f(m_home, m_name);
        f.type("deployName", QStringLiteral("192.168.1.7"));
        f.choose("deployRunner", 1);
        const QString key = f.find<QLineEdit>("deployKey")->text();
        QCOMPARE(key.size(), 43);
        QCOMPARE(f.find<QLineEdit>("deployKey")->echoMode(), QLineEdit::Password);
        f.save();
        QVERIFY(f.saved("ollama-keys.conf").contains(key.toLatin1()));
        QVERIFY(f.saved("ollama.crt").startsWith("-----BEGIN CERTIFICATE-----"));
        QVERIFY(f.saved("ollama.key").contains("PRIVATE KEY-----"));
        QVERIFY(f.saved("ollama.service").contains("User=ollama"));
        QVERIFY(f.saved("docker-compose.yml").isEmpty());
        const QString said = f.find<QLabel>("deploySaved")->text();
        QVERIFY2(said.contains(f.folder) && said.contains(QStringLiteral("SHA-256")), qPrintable(said));
        // Nothing on the screen has the private key.
        for (const QPlainTextEdit *text : f.form.findChildren<QPlainTextEdit *>())
            QVERIFY(!text->toPlainText().contains(key));
        f.find<QAbstractButton>("deployKeyCopy")->click();
        QCOMPARE(QApplication::clipboard()->text(), key);
        // For programs that keep what was copied.
        const QMimeData *copied = QApplication::clipboard()->mimeData();
        QCOMPARE(copied->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray("secret"));
        f.find<QAbstractButton>("deployAnotherKey")->click();
        QVERIFY(f.find<QLineEdit>("deployKey")->text() != key);
        QVERIFY(!f.find<QLabel>("deploySaved")->isVisible()); // it is not the key that was saved
    }

    void asksBeforeItReplaces_data()
    {
        QTest::addColumn<bool>("replace");
        QTest::newRow("kept") << false;
        QTest::newRow("replaced") << true;
    }
    void asksBeforeItReplaces()
    {
        QFETCH(bool, replace);
        const Fixture f(m_home, m_name + QString::fromLatin1(QTest::currentDataTag()));
        f.type("deployName", QStringLiteral("localhost"));
        QFile theirs(f.folder + QStringLiteral("/docker-compose.yml"));
        QVERIFY(theirs.open(QIODevice::WriteOnly));
        theirs.write("mine");
        theirs.close();
        f.save();
        auto *question = f.form.findChild<QMessageBox *>(QStringLiteral("deployReplace"));
        QVERIFY(question && question->text().contains(QStringLiteral("docker-compose.yml")));
        QCOMPARE(f.saved("docker-compose.yml"), QByteArray("mine"));
        QCOMPARE(f.saved("ollama.key"), QByteArray());
        QTest::keyClick(question, replace ? Qt::Key_Tab : Qt::Key_Escape);
        if (replace) {
            for (QAbstractButton *button : question->buttons()) {
                if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                    button->click();
            }
        }
        QTRY_VERIFY(!f.form.findChild<QMessageBox *>(QStringLiteral("deployReplace")));
        QCOMPARE(f.saved("docker-compose.yml") == "mine", !replace);
        QCOMPARE(f.saved("ollama.key").isEmpty(), !replace);
    }

    void saysThatItCouldNotSave()
    {
        const Fixture f(m_home, m_name);
        f.type("deployName", QStringLiteral("localhost"));
        f.form.findChild<ui::DeploymentResult *>()->saveTo(QStringLiteral("/proc/nowhere"));
        QVERIFY(f.find<QLabel>("deploySaved")->isVisible());
        QVERIFY(f.find<QLabel>("deploySaved")->text().contains(QStringLiteral("/proc/nowhere")));
    }

    void warnsOfAnEngineThatIsOpen()
    {
        const Fixture f(m_home, m_name);
        auto *warning = f.find<QLabel>("deployOpen");
        f.choose("deployRunner", 1);
        QVERIFY(!warning->isVisible());
        f.choose("deployNeighbours", 1);
        QVERIFY(warning->isVisible());
        f.choose("deployRunner", 0); // there it listens where only containers are
        QVERIFY(!warning->isVisible());
    }

    // What such a system does not have is not asked for, and does not stand in the way.
    void asksOnlyForWhatTheSystemHas()
    {
        const Fixture f(m_home, m_name);
        const auto isAsked = [&f](const char *name) { return f.find<QWidget>(name)->isVisible(); };
        const auto names = [&f] {
            QStringList shown;
            const auto *files = f.find<QComboBox>("deployFiles");
            for (int i = 0; i < files->count(); ++i)
                shown.append(files->itemText(i));
            return shown;
        };
        f.type("deployName", QStringLiteral("ollama.example.org"));
        f.type("deployDisk", QStringLiteral("sdb1"));
        QVERIFY2(f.refusal().startsWith(QStringLiteral("A disk has")), qPrintable(f.refusal()));
        f.type("deployMemory", QStringLiteral("a lot"));
        f.choose("deployRunner", 3);
        QVERIFY(f.canSave());
        QCOMPARE(f.refusal(), QString());
        QCOMPARE(names(),
                 (QStringList{QStringLiteral("ollama-task.txt"), QStringLiteral("ollama-task.xml")}));
        for (const char *name :
             {"deployDisk", "deployMemory", "deployGpu", "deployCertificate", "deployName"})
            QVERIFY2(!isAsked(name), name);
        f.choose("deployRunner", 2);
        QVERIFY(!f.canSave());
        f.type("deployDisk", QStringLiteral("/dev/sdb1"));
        QVERIFY(f.canSave() && !isAsked("deployMemory"));
        QVERIFY(names().contains(QStringLiteral("ollama.init")) &&
                names().contains(QStringLiteral("disk.txt")));
        f.save();
        QVERIFY(f.saved("ollama.init").startsWith("#!/bin/sh\n"));
        QVERIFY(f.saved("install.txt").contains("dnf install"));
    }

    void tellsWhatToTypeIntoDify()
    {
        const Fixture f(m_home, m_name);
        f.type("deployName", QStringLiteral("ollama.example.org"));
        QVERIFY(!f.find<QLineEdit>("deployAddress2")->isVisible());
        f.choose("deployNeighbours", 1);
        QCOMPARE(f.find<QLineEdit>("deployAddress1")->text(),
                 QStringLiteral("http://host.docker.internal:11434"));
        QCOMPARE(f.find<QLineEdit>("deployAddress3")->text(), QStringLiteral("http://ollama:11434"));
        f.find<QAbstractButton>("deployAddress4Copy")->click();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("https://ollama.example.org"));
    }
};

QTEST_MAIN(TestDeploymentForm)
#include "tst_DeploymentForm.moc"
