// The page "Local engine" with a script in the engine's place.
#include "server/EngineInstructions.h"
#include "settings/EngineForm.h"
#include "support/Child.h"
#include "support/FakeBackend.h"
#include "support/TempHome.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using base::Error;
using server::EngineVariable;

namespace {

struct Fixture
{
    explicit Fixture(const support::TempHome &home, const QString &name)
        : folder(home.path(name))
        , settings(folder + QStringLiteral("/engine.env"))
        , connection(backend)
        , form((joinEngine(), engine), settings, connection, catalogue)
    {
        backend.info = base::failure(Error::Kind::Unreachable, QStringLiteral("Connection refused"));
        form.resize(900, 800);
        form.show();
    }

    // As the composition root does, before there is a page.
    void joinEngine()
    {
        engine.setPlaces({folder});
        engine.setLogFile(folder + QStringLiteral("/cache/engine.log"));
        QObject::connect(&settings, &server::EngineSettings::changed, &engine, [this] {
            engine.setEnvironment(settings.environment());
            engine.setProgram(settings.program());
        });
    }
    void installProgram(const QByteArray &body, const QString &name = QStringLiteral("ollama")) const
    {
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + body);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return support::child<Widget>(form, name);
    }
    void type(const char *name, const QString &text) const { support::typeInto(find<QLineEdit>(name), text); }
    void choose(const char *name, const QVariant &value) const
    {
        auto *box = find<QComboBox>(name);
        const int index = box->findData(value);
        if (index < 0)
            qFatal("%s has no such choice", name);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
    void clear(const char *name) const
    {
        auto *field = find<QLineEdit>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClick(field, Qt::Key_Return);
    }
    QString status() const { return find<QLabel>("engineStatus")->text(); }
    QString refusal() const
    {
        for (const ui::FieldError *error : form.findChildren<ui::FieldError *>()) {
            if (!error->isHidden())
                return error->findChild<ui::Label *>()->text();
        }
        return {};
    }
    QStringList warnings() const
    {
        QStringList texts;
        for (const ui::Label *label : find<QWidget>("engineWarnings")->findChildren<ui::Label *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts;
    }

    QString folder;
    support::FakeBackend backend;
    server::LocalEngine engine;
    server::EngineSettings settings;
    server::Connection connection;
    library::Catalogue catalogue = library::Catalogue::builtIn();
    ui::EngineForm form;
};

} // namespace

class TestEngineForm : public QObject
{
    Q_OBJECT
private:
    support::TempHome m_home;
    QByteArray m_path = qgetenv("PATH");
    QString m_name;

private Q_SLOTS:
    void init()
    {
        m_name = QString::fromLatin1(QTest::currentTestFunction());
        qputenv("XDG_CACHE_HOME", m_home.path(QStringLiteral("cache")).toUtf8());
    }

    void startsStopsAndRestartsTheEngine()
    {
        Fixture f(m_home, m_name);
        f.installProgram("echo \"parallel $OLLAMA_NUM_PARALLEL\"; exec sleep 300\n");
        f.connection.check();
        QTRY_COMPARE(f.connection.state(), server::Connection::State::Offline);
        f.form.hide();
        f.form.show(); // looks for the program again
        QCOMPARE(f.find<QLineEdit>("engineProgram")->text(), f.folder + QStringLiteral("/ollama"));
        QCOMPARE(f.status(), QStringLiteral("No engine is running at 127.0.0.1:11434."));
        auto *start = f.find<QAbstractButton>("engineStart");
        auto *restart = f.find<QAbstractButton>("engineRestart");
        QVERIFY(start->isEnabled() && !restart->isVisible());
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_COMPARE(f.status(),
                     QStringLiteral("The engine is running and does not answer at 127.0.0.1:11434 yet."));
        auto *log = f.find<QPlainTextEdit>("engineLog");
        QTRY_COMPARE(log->toPlainText(), QStringLiteral("parallel "));
        f.backend.info = backend::ServerInfo{.version = QStringLiteral("0.17.4")};
        f.connection.check();
        QTRY_COMPARE(
            f.status(),
            QStringLiteral("The engine that Inkstone started answers at 127.0.0.1:11434 (Ollama 0.17.4)."));
        f.type("OLLAMA_NUM_PARALLEL", QStringLiteral("4"));
        QCOMPARE(f.status(),
                 QStringLiteral("The engine was started before the settings below were changed."));
        QTest::mouseClick(restart, Qt::LeftButton);
        QTRY_COMPARE(log->toPlainText(), QStringLiteral("parallel 4"));
        QTRY_VERIFY(f.status().startsWith(QStringLiteral("The engine that Inkstone started answers")));
        QFile file(f.folder + QStringLiteral("/cache/engine.log"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll(); // the shell may have a word in between
        QVERIFY2(written.startsWith("parallel \n") && written.endsWith("parallel 4\n"), written.constData());
        f.backend.info = base::failure(Error::Kind::Unreachable, QString());
        QTest::mouseClick(f.find<QAbstractButton>("engineStop"), Qt::LeftButton);
        QTRY_VERIFY(!f.engine.isRunning());
        f.connection.check();
        QTRY_COMPARE(f.status(), QStringLiteral("No engine is running at 127.0.0.1:11434."));
    }

    void startsAProgramThatWasChosenByHand()
    {
        Fixture f(m_home, m_name);
        f.installProgram("exec sleep 300\n");
        f.installProgram("[ \"$1\" = --version ] || { echo mine; exec sleep 300; }\n"
                         "echo 'Warning: could not connect to a running Ollama instance'\n"
                         "echo 'Warning: client version is 0.17.4'\n",
                         QStringLiteral("my engine"));
        const QString found = f.folder + QStringLiteral("/ollama");
        const QString chosen = f.folder + QStringLiteral("/my engine");
        f.connection.check();
        QTRY_COMPARE(f.connection.state(), server::Connection::State::Offline);
        f.form.hide();
        f.form.show();
        auto *field = f.find<QLineEdit>("engineProgram");
        QCOMPARE(field->text(), found);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, chosen); // typing is enough
        QTRY_COMPARE(f.settings.program(), chosen);
        QCOMPARE(f.engine.program(), chosen);
        QCOMPARE(server::EngineSettings(f.folder + QStringLiteral("/engine.env")).program(), chosen);
        QCOMPARE(f.refusal(), QString());
        QTest::mouseClick(f.find<QAbstractButton>("engineStart"), Qt::LeftButton);
        QTRY_COMPARE(f.find<QPlainTextEdit>("engineLog")->toPlainText(), QStringLiteral("mine"));
        f.clear("engineProgram"); // to be found again
        QCOMPARE(f.settings.program(), QString());
        QCOMPARE(field->text(), found);
        QCOMPARE(f.status(),
                 QStringLiteral("The engine was started before the settings below were changed."));
    }

    void saysWhyAFileIsNotTheEngine_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("nothing") << u"nothing"_s << u"There is no file %1. It was not saved."_s;
        QTest::newRow("folder") << u"folder"_s << u"%1 is a folder, not a program. It was not saved."_s;
        QTest::newRow("text")
            << u"text"_s << u"Your account may not run %1; chmod +x makes it a program. It was not saved."_s;
        QTest::newRow("other") << u"other"_s
                               << u"%1 is not Ollama: asked for its version, it says “other 1.2”. It was not "
                                  "saved."_s;
        QTest::newRow("silent") << u"silent"_s
                                << u"%1 is not Ollama: asked for its version, it says nothing. It was not "
                                   "saved."_s;
    }

    void saysWhyAFileIsNotTheEngine()
    {
        QFETCH(QString, name);
        QFETCH(QString, sentence);
        Fixture f(m_home, m_name + name);
        f.installProgram("exec sleep 300\n");
        f.installProgram("echo other 1.2\n", u"other"_s);
        f.installProgram("exit 1\n", u"silent"_s);
        f.installProgram("echo\n", u"text"_s);
        const QString path = f.folder + u'/' + name;
        QVERIFY(QFile::setPermissions(f.folder + u"/text"_s, QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(QDir().mkpath(f.folder + u"/folder"_s));
        f.form.hide();
        f.form.show();
        f.type("engineProgram", path);
        QTRY_COMPARE(f.refusal(), sentence.arg(path));
        QCOMPARE(f.settings.program(), QString());
        QCOMPARE(f.find<QLineEdit>("engineProgram")->text(), path);
        f.form.hide();
        f.form.show(); // it stays until it is mended
        QCOMPARE(f.refusal(), sentence.arg(path));
        f.type("engineProgram", u"ollama"_s);
        QTRY_COMPARE(f.refusal(),
                     u"“ollama” is not a full path, such as /opt/ollama/bin/ollama. It was not saved."_s);
        f.clear("engineProgram");
        QCOMPARE(f.refusal(), QString());
        QCOMPARE(f.find<QLineEdit>("engineProgram")->text(), f.folder + u"/ollama"_s);
    }

    void saysWhyTheEngineDidNotStay()
    {
        Fixture f(m_home, m_name);
        f.installProgram("echo 'Error: listen tcp 127.0.0.1:11434: bind: address already in use'; exit 1\n");
        f.connection.check();
        QTRY_COMPARE(f.connection.state(), server::Connection::State::Offline);
        f.form.hide();
        f.form.show();
        QTest::mouseClick(f.find<QAbstractButton>("engineStart"), Qt::LeftButton);
        bool isSaid = false;
        QTRY_VERIFY((isSaid = [&] {
            for (const ui::Label *label : f.form.findChildren<ui::Label *>()) {
                if (label->isVisible() && label->text().contains(QStringLiteral("address already in use")))
                    return true;
            }
            return false;
        }()));
        QVERIFY(f.find<QAbstractButton>("engineStart")->isEnabled());
    }

    void leavesAnEngineAloneThatItDidNotStart()
    {
        Fixture f(m_home, m_name);
        f.installProgram("exec sleep 300\n");
        f.backend.info = backend::ServerInfo{.version = QStringLiteral("0.17.4")};
        f.connection.check();
        QTRY_COMPARE(f.status(),
                     QStringLiteral("An engine that Inkstone did not start answers at 127.0.0.1:11434."));
        QVERIFY(!f.find<QAbstractButton>("engineStart")->isEnabled());
        QVERIFY(!f.find<QAbstractButton>("engineStop")->isVisible());
    }

    void keepsWhatIsAllowedAndSaysWhyTheRestIsNot()
    {
        Fixture f(m_home, m_name);
        f.type("OLLAMA_CONTEXT_LENGTH", QStringLiteral("8192"));
        QCOMPARE(f.settings.environment().value(EngineVariable::ContextLength), QStringLiteral("8192"));
        f.type("OLLAMA_CONTEXT_LENGTH", QStringLiteral("8k"));
        QCOMPARE(f.refusal(), QStringLiteral("“8k” is no number from 512 to 1,048,576. It was not saved."));
        QCOMPARE(f.settings.environment().value(EngineVariable::ContextLength), QStringLiteral("8192"));
        f.type("OLLAMA_CONTEXT_LENGTH", QString());
        QTest::keyClick(f.find<QLineEdit>("OLLAMA_CONTEXT_LENGTH"), Qt::Key_Backspace);
        QTest::keyClick(f.find<QLineEdit>("OLLAMA_CONTEXT_LENGTH"), Qt::Key_Return);
        QCOMPARE(f.refusal(), QString());
        QCOMPARE(f.settings.environment().value(EngineVariable::ContextLength), QString());
        f.choose("OLLAMA_KV_CACHE_TYPE", QStringLiteral("q8_0"));
        f.choose("OLLAMA_FLASH_ATTENTION", QStringLiteral("1"));
        QCOMPARE(f.settings.environment().assignments().size(), 2);
    }

    void warnsOfAnOpenEngine()
    {
        Fixture f(m_home, m_name);
        QVERIFY(f.warnings().isEmpty());
        f.type("OLLAMA_HOST", QStringLiteral("0.0.0.0"));
        f.type("OLLAMA_ORIGINS", QStringLiteral("*"));
        QCOMPARE(f.warnings().size(), 2);
        QVERIFY(f.warnings().first().startsWith(QStringLiteral("The engine asks for no key")));
        QVERIFY(f.warnings().last().startsWith(QStringLiteral("With * every web page")));
        f.type("OLLAMA_HOST", QStringLiteral("127.0.0.1"));
        QCOMPARE(f.warnings().size(), 1);
    }

    void printsAndCopiesWhatAServiceIsToBeGiven()
    {
        Fixture f(m_home, m_name);
        f.choose("engineKeeper", int(server::EngineKeeper::Systemd));
        auto *commands = f.find<QPlainTextEdit>("engineInstructions");
        QVERIFY(!commands->isVisible());
        f.type("OLLAMA_NUM_PARALLEL", QStringLiteral("2"));
        QVERIFY(commands->isVisible());
        QVERIFY(commands->toPlainText().contains(QStringLiteral("Environment=\"OLLAMA_NUM_PARALLEL=2\"\n")));
        QTest::mouseClick(f.find<QAbstractButton>("engineInstructionsCopy"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), commands->toPlainText());
        QCOMPARE(f.find<QPlainTextEdit>("engineLogCommand")->toPlainText(),
                 QStringLiteral("journalctl -u ollama -o short-iso -f"));
    }

    void tellsWhatThisComputerHasAndWhetherAModelFits()
    {
        Fixture f(m_home, m_name);
        QTRY_VERIFY(f.find<QLabel>("systemMemory")->text().startsWith(QStringLiteral("Memory: ")));
        auto *verdict = f.find<QLabel>("systemModelVerdict");
        auto *models = f.find<QComboBox>("systemModel");
        const auto &entries = f.catalogue.entries();
        const auto largest = std::ranges::max_element(entries, {}, &library::CatalogueEntry::downloadBytes);
        models->setCurrentIndex(models->findText(largest->name));
        QVERIFY(verdict->text().startsWith(largest->name));
        QVERIFY(!verdict->text().contains(QStringLiteral("and fits")));
        const auto smallest = std::ranges::min_element(entries, {}, &library::CatalogueEntry::downloadBytes);
        models->setCurrentIndex(models->findText(smallest->name));
        const QString before = verdict->text();
        QVERIFY(before.startsWith(smallest->name));
        // More context takes more memory.
        const auto chat = std::ranges::find_if(
            entries, [](const auto &entry) { return entry.architecture.cacheBytesPerToken > 0; });
        models->setCurrentIndex(models->findText(chat->name));
        const QString small = verdict->text();
        f.type("OLLAMA_CONTEXT_LENGTH", QStringLiteral("1048576"));
        QTRY_VERIFY(verdict->text() != small);
    }

    void showsOnlyTheEndOfALogWithoutLineFeeds()
    {
        Fixture f(m_home, m_name);
        f.installProgram("head -c 3000000 /dev/zero | tr '\\0' x; echo; echo the end; exec sleep 300\n");
        f.engine.start(f.folder + QStringLiteral("/ollama"), QUrl(QStringLiteral("http://127.0.0.1:1")));
        auto *log = f.find<QPlainTextEdit>("engineLog");
        QTRY_VERIFY(log->toPlainText().endsWith(QStringLiteral("the end")));
        QVERIFY(log->document()->blockCount() <= 1000);
        for (QTextBlock block = log->document()->begin(); block.isValid(); block = block.next())
            QVERIFY(block.length() <= 1001);
    }
};

QTEST_MAIN(TestEngineForm)
#include "tst_EngineForm.moc"
