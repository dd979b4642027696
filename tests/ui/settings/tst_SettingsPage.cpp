#include "common/Format.h"
#include "server/Servers.h"
#include "settings/ServersForm.h"
#include "settings/SettingsPage.h"
#include "support/Child.h"
#include "support/FakeBackend.h"
#include "support/PseudoLanguage.h"
#include "support/TempHome.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QTimeEdit>
#include <QTreeWidget>
#include <QWheelEvent>

#include <memory>

using base::Error;
using server::Connection;
using settings::Key;
using settings::SettingsStore;
using ui::SettingsPage;

namespace {

backend::ModelInfo model(const QString &name)
{
    backend::ModelInfo info;
    info.name = name;
    return info;
}

// Everything a settings page needs, on a configuration file of its own.
struct Fixture
{
    explicit Fixture(const QString &path, const server::ServerEnvironment &environment = {})
        : store(path)
        , profiles(path + QStringLiteral(".servers"), {}, environment)
        , servers(profiles,
                  [this](backend::ServerKind kind, const base::Access &access) {
                      auto made = std::make_unique<support::FakeBackend>();
                      made->setAccess(access);
                      if (kind == backend::ServerKind::Ollama)
                          fakes.append(made.get());
                      return made;
                  })
        , connection(backend)
        , engineSettings(path + QStringLiteral(".engine"))
        , models(backend)
        , history(path + QStringLiteral(".db"))
        , assistants(history, [] { return QList<chat::Assistant>(); })
        , page(store, servers, connection, {engine, engineSettings, catalogue}, ledger, models, assistants,
               {QStringLiteral("/data/inkstone.db"), path})
    {
        page.resize(1200, 840);
        page.show();
    }

    template <typename Widget>
    Widget *find(const char *name) const
    {
        return support::child<Widget>(page, name);
    }
    // What is said in red, on the chosen page.
    QString refusal() const
    {
        const auto *stack = page.findChild<QStackedWidget *>();
        for (const ui::FieldError *error : stack->currentWidget()->findChildren<ui::FieldError *>()) {
            if (!error->isHidden())
                return error->findChild<ui::Label *>()->text();
        }
        return {};
    }
    QAbstractButton *button(const QString &text) const
    {
        for (QAbstractButton *candidate : page.findChildren<QAbstractButton *>()) {
            if (candidate->text() == text && candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    QDoubleSpinBox *typeNumber(const char *name, const QString &typed) const
    {
        auto *field = find<QDoubleSpinBox>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, typed);
        QTest::keyClick(field, Qt::Key_Return);
        return field;
    }
    void choose(const char *name, const QString &words) const
    {
        auto *box = find<QComboBox>(name);
        const int index = box->findText(words);
        if (index < 0)
            qFatal("%s has no such choice", name);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
    // What assistive technology hears of a server's row.
    QString row(int index) const
    {
        return find<QListWidget>("servers")->item(index)->data(Qt::AccessibleTextRole).toString();
    }
    QString helpBeside(const QWidget *field) const
    {
        QStringList texts;
        for (const ui::Label *label : field->parentWidget()->findChildren<ui::Label *>()) {
            if (!label->isHidden())
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }

    void typeAddress(const QString &address) const
    {
        auto *field = find<QLineEdit>("baseUrl");
        field->selectAll();
        QTest::keyClicks(field, address);
        QTest::keyClick(field, Qt::Key_Return);
    }

    support::FakeBackend backend;
    SettingsStore store;
    QList<support::FakeBackend *> fakes; // of the servers, in the order they were made
    server::ServerProfiles profiles;
    server::Servers servers;
    Connection connection;
    server::LocalEngine engine;
    server::EngineSettings engineSettings;
    library::Catalogue catalogue = library::Catalogue::builtIn();
    library::InstalledModels models;
    chat::ConversationStore history;
    chat::Assistants assistants;
    privacy::Ledger ledger;
    SettingsPage page;
};

} // namespace

class TestSettingsPage : public QObject
{
    Q_OBJECT
private:
    support::TempHome m_home;
    int m_count = 0;
    QString m_path;

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        qRegisterMetaType<settings::Key>();
    }

    void init() { m_path = m_home.path(QStringLiteral("%1/inkstone.ini").arg(m_count++)); }

    void keepsATypedTemperatureAtOnce()
    {
        Fixture f(m_path);
        f.page.showPage(SettingsPage::Page::Generation);
        f.typeNumber("temperature", QStringLiteral("0.35"));
        QCOMPARE(f.store.values().temperature, 0.35);
        QCOMPARE(SettingsStore(m_path).values().temperature, 0.35);
        QCOMPARE(f.refusal(), QString());
    }

    void saysWhyANumberWasNotSaved_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("back");
        const int generation = static_cast<int>(SettingsPage::Page::Generation);
        const int servers = static_cast<int>(SettingsPage::Page::Servers);
        QTest::newRow("hot") << generation << QByteArray("temperature") << QStringLiteral("25")
                             << QStringLiteral(
                                    "Temperature goes from 0 to 2. 25 was not saved; 0.7 is still in use.")
                             << QStringLiteral("Back to 0.7");
        QTest::newRow("cold") << generation << QByteArray("temperature") << QStringLiteral("-0.5")
                              << QStringLiteral(
                                     "Temperature goes from 0 to 2. -0.5 was not saved; 0.7 is still in use.")
                              << QStringLiteral("Back to 0.7");
        QTest::newRow("long") << generation << QByteArray("maxTokens") << QStringLiteral("2000000")
                              << QStringLiteral(
                                     "Max tokens goes from 1 to 1,000,000. 2,000,000 was not saved; the "
                                     "model’s own value is still in use.")
                              << QStringLiteral("Back to the model’s own value");
        QTest::newRow("patient") << servers << QByteArray("requestTimeout") << QStringLiteral("4000")
                                 << QStringLiteral(
                                        "Request timeout goes from 1 to 3,600. 4,000 was not saved; 90 is "
                                        "still in use.")
                                 << QStringLiteral("Back to 90");
        QTest::newRow("impatient") << servers << QByteArray("requestTimeout") << QStringLiteral("0")
                                   << QStringLiteral(
                                          "Request timeout goes from 1 to 3,600. 0 was not saved; 90 is "
                                          "still in use.")
                                   << QStringLiteral("Back to 90");
    }
    void saysWhyANumberWasNotSaved()
    {
        QFETCH(int, page);
        QFETCH(QByteArray, field);
        QFETCH(QString, typed);
        QFETCH(QString, back);
        Fixture f(m_path);
        f.page.showPage(static_cast<SettingsPage::Page>(page));
        f.find<QAbstractButton>("serverMore")->setChecked(true);
        auto *number = f.find<QDoubleSpinBox>(field.constData());
        const QString before = number->text();
        f.typeNumber(field.constData(), typed);
        QTEST(f.refusal(), "sentence");
        QCOMPARE(f.store.values(), settings::Settings{});
        QCOMPARE(f.profiles.current().firstByteTimeout, std::chrono::seconds(90));
        QVERIFY(number->text() != before); // what was typed stays to be corrected
        QTEST(QAccessible::queryAccessibleInterface(number)->text(QAccessible::Description), "sentence");

        QAbstractButton *button = f.button(back);
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(number->text(), before);
        QCOMPARE(f.refusal(), QString());
        QVERIFY(!f.button(back));
    }

    void choosesHowDownloadsRun()
    {
        Fixture f(m_path);
        f.page.showPage(SettingsPage::Page::Downloads);
        QCOMPARE(f.find<QDoubleSpinBox>("downloadsAtOnce")->text(), QStringLiteral("2"));
        f.typeNumber("downloadsAtOnce", QStringLiteral("3"));
        QCOMPARE(f.store.values().downloadsAtOnce, 3);
        f.typeNumber("downloadsAtOnce", QStringLiteral("4"));
        QCOMPARE(f.refusal(), QStringLiteral("Downloads at once goes from 1 to 3. 4 was not saved; 3 is "
                                             "still in use."));
        auto *isLimited = f.find<QCheckBox>("downloadHoursOn");
        auto *from = f.find<QTimeEdit>("downloadHoursFrom");
        auto *to = f.find<QTimeEdit>("downloadHoursTo");
        QVERIFY(!from->isEnabled());
        QTest::keyClick(isLimited, Qt::Key_Space);
        QVERIFY(from->isEnabled());
        QCOMPARE(f.store.values().downloadHours, QStringLiteral("01:00-07:00"));
        to->setTime(QTime(6, 30));
        QCOMPARE(SettingsStore(m_path).values().downloadHours, QStringLiteral("01:00-06:30"));
        from->setTime(QTime(6, 30));
        QVERIFY(isLimited->isChecked()); // while one is still typing
        QVERIFY(f.helpBeside(from->parentWidget()).contains(QStringLiteral("Both are the same time")));
        QTest::keyClick(isLimited, Qt::Key_Space);
        QCOMPARE(f.store.values().downloadHours, QString());
        QTest::keyClick(isLimited, Qt::Key_Space);
        QCOMPARE(from->time(), QTime(6, 30)); // as they were
        // Chosen elsewhere.
        QVERIFY(f.store.set(Key::DownloadHours, QStringLiteral("22:00-05:00")));
        QVERIFY(f.store.set(Key::DownloadsAtOnce, 1));
        QCOMPARE(from->time(), QTime(22, 0));
        QCOMPARE(f.find<QDoubleSpinBox>("downloadsAtOnce")->text(), QStringLiteral("1"));
        QCOMPARE(f.refusal(), QString());
        for (const QWidget *field : {from, to})
            QVERIFY(!field->accessibleName().isEmpty());
    }
    void changesNoHoursByScrollingOverThem()
    {
        Fixture f(m_path);
        QVERIFY(f.store.set(Key::DownloadHours, QStringLiteral("22:00-05:00")));
        f.page.showPage(SettingsPage::Page::Downloads);
        auto *from = f.find<QTimeEdit>("downloadHoursFrom");
        QWheelEvent wheel(from->rect().center(), from->mapToGlobal(from->rect().center()), {}, {0, 120},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(from, &wheel);
        QCOMPARE(from->time(), QTime(22, 0));
    }

    void fitsTheSmallestWindow()
    {
        Fixture fixture(m_path);
        fixture.page.resize(800 - 72, 600);
        fixture.page.showPage(SettingsPage::Page::Generation);
        auto *temperature = fixture.find<QDoubleSpinBox>("temperature");
        temperature->setFocus();
        temperature->selectAll();
        QTest::keyClicks(temperature, QStringLiteral("9"));
        QTest::keyClick(temperature, Qt::Key_Return);
        const auto forms = fixture.page.findChildren<QScrollArea *>();
        QVERIFY(forms.size() >= 6);
        for (const QScrollArea *form : forms) {
            if (form->widget())
                QCOMPARE_LE(form->widget()->minimumSizeHint().width(), form->parentWidget()->width());
        }
    }

    void takesACorrectedValueAfterAWrongOne()
    {
        Fixture f(m_path);
        f.page.showPage(SettingsPage::Page::Generation);
        f.typeNumber("temperature", QStringLiteral("25"));
        f.typeNumber("temperature", QStringLiteral("1.25"));
        QCOMPARE(f.refusal(), QString());
        QCOMPARE(f.store.values().temperature, 1.25);
    }

    void keepsWhatWasTypedWhenThePageIsLeft()
    {
        Fixture f(m_path);
        f.page.showPage(SettingsPage::Page::Generation);
        auto *field = f.find<QDoubleSpinBox>("temperature");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("1.5"));
        QCOMPARE(f.store.values().temperature, 0.7); // "1" alone was never a choice
        f.page.hide();
        QCOMPARE(f.store.values().temperature, 1.5);
    }

    void leavesTheTemperatureToTheModel()
    {
        Fixture f(m_path);
        f.page.showPage(SettingsPage::Page::Generation);
        QAbstractButton *own = f.button(QStringLiteral("Model’s own"));
        QVERIFY(own);
        QTest::mouseClick(own, Qt::LeftButton, {}, {8, own->height() / 2});
        QCOMPARE(f.store.values().temperature, std::nullopt);
        QVERIFY(!f.find<QDoubleSpinBox>("temperature")->isEnabled());
        QTest::mouseClick(own, Qt::LeftButton, {}, {8, own->height() / 2});
        QCOMPARE(f.store.values().temperature, 0.7);
        QVERIFY(f.find<QDoubleSpinBox>("temperature")->isEnabled());
    }

    void leavesMaxTokensToTheModelAtZero()
    {
        Fixture f(m_path);
        f.page.showPage(SettingsPage::Page::Generation);
        f.typeNumber("maxTokens", QStringLiteral("2048"));
        QCOMPARE(f.store.values().maxTokens, 2048);
        QCOMPARE(f.find<QDoubleSpinBox>("maxTokens")->text(), QStringLiteral("2,048"));
        f.typeNumber("maxTokens", QStringLiteral("0"));
        QCOMPARE(f.store.values().maxTokens, std::nullopt);
        QCOMPARE(f.refusal(), QString());
    }

    void showsWhatWasChangedElsewhere()
    {
        Fixture f(m_path);
        QVERIFY(f.store.set(Key::MaxTokens, 12));
        QVERIFY(f.store.set(Key::Temperature, 2));
        QVERIFY(f.store.set(Key::Theme, QStringLiteral("dark")));
        QVERIFY(f.store.set(Key::SystemPrompt, QStringLiteral("Be brief.")));
        server::ServerProfile moved = f.profiles.current();
        moved.url = QUrl(QStringLiteral("http://h:1"));
        QVERIFY(f.profiles.save(moved));
        QCOMPARE(f.find<QDoubleSpinBox>("maxTokens")->value(), 12.0);
        QCOMPARE(f.find<QDoubleSpinBox>("temperature")->text(), QStringLiteral("2"));
        QCOMPARE(f.find<QComboBox>("themeChoice")->currentText(), QStringLiteral("Dark"));
        QCOMPARE(f.find<QPlainTextEdit>("systemPrompt")->toPlainText(), QStringLiteral("Be brief."));
        QCOMPARE(f.find<QLineEdit>("baseUrl")->text(), QStringLiteral("http://h:1"));
    }

    void repairsAnAddressAndSaysSo()
    {
        Fixture f(m_path);
        auto *field = f.find<QLineEdit>("baseUrl");
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("gpu.lab:11434/api/"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(field->text(), QStringLiteral("http://gpu.lab:11434"));
        QCOMPARE(f.profiles.current().url.toString(), field->text());
        QVERIFY(f.helpBeside(field).contains(
            QStringLiteral("“gpu.lab:11434/api/” was understood as this address.")));
        QTest::keyClick(field, Qt::Key_Backspace);
        QVERIFY(!f.helpBeside(field).contains(QStringLiteral("was understood")));
    }

    void refusesWhatIsNoAddress()
    {
        Fixture f(m_path);
        auto *field = f.find<QLineEdit>("baseUrl");
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("ftp://gpu"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(f.refusal(), QStringLiteral("“ftp://gpu” is not the address of a server and was not saved; "
                                             "http://127.0.0.1:11434 is still in use."));
        QTest::mouseClick(f.button(QStringLiteral("Back to http://127.0.0.1:11434")), Qt::LeftButton);
        QCOMPARE(field->text(), QStringLiteral("http://127.0.0.1:11434"));
        QCOMPARE(f.refusal(), QString());
    }

    void saysThatTheEnvironmentWins()
    {
        Fixture f(m_path, {.url = QUrl(QStringLiteral("http://10.0.0.5:9")),
                           .urlName = QStringLiteral("OLLAMA_HOST")});
        auto *field = f.find<QLineEdit>("baseUrl");
        QCOMPARE(field->text(), QStringLiteral("http://10.0.0.5:9"));
        QVERIFY(field->isReadOnly());
        QVERIFY(f.helpBeside(field).contains(QStringLiteral("OLLAMA_HOST")));
        QVERIFY(f.profiles.save(server::ServerProfile::make(QUrl(QStringLiteral("http://h:1")))));
        QCOMPARE(field->text(), QStringLiteral("http://10.0.0.5:9"));
    }

    // Every field says which variable it is from; nothing of it is written, and what is decided is kept.
    void showsTheKeyAndTheTimeoutOfTheEnvironment()
    {
        server::ServerEnvironment environment{.url = QUrl(QStringLiteral("http://box.lab:9")),
                                              .urlName = QStringLiteral("OLLAMA_BASE_URL"),
                                              .timeout = std::chrono::seconds(240),
                                              .timeoutName = QStringLiteral("OLLAMA_TIMEOUT"),
                                              .key = "CANARY-KEY",
                                              .keyName = QStringLiteral("OLLAMA_API_KEY")};
        Fixture f(m_path, environment);
        QSignalSpy kept(&f.servers, &server::Servers::keyGiven);
        auto *key = f.find<QLineEdit>("apiKey");
        QCOMPARE(key->text(), QStringLiteral("CANARY-KEY"));
        QVERIFY(key->isReadOnly() && key->echoMode() == QLineEdit::Password);
        QVERIFY2(f.helpBeside(key).contains(QStringLiteral("OLLAMA_API_KEY")), qPrintable(f.helpBeside(key)));
        f.find<QAbstractButton>("serverMore")->click();
        auto *timeout = f.find<QDoubleSpinBox>("requestTimeout");
        QCOMPARE(timeout->value(), 240.0);
        QVERIFY(!timeout->isEnabled());
        QVERIFY(f.helpBeside(timeout).contains(QStringLiteral("OLLAMA_TIMEOUT")));
        // Not encrypted: it is asked about before it goes anywhere, and forgetting it is not in our hands.
        QVERIFY(!f.button(QStringLiteral("Forget the key")));
        QAbstractButton *send = f.button(QStringLiteral("Send the key unencrypted"));
        QVERIFY(send);
        QTest::mouseClick(send, Qt::LeftButton);
        QTRY_VERIFY(f.profiles.current().isClearKeyAllowed);
        QVERIFY(f.profiles.current().isFromEnvironment());
        QCOMPARE(f.servers.access().key, QByteArray("CANARY-KEY"));
        QVERIFY(f.servers.access().isClearKeyAllowed);
        QCOMPARE(kept.size(), 0);
        for (const QString &path : {m_path, m_path + QStringLiteral(".servers")}) {
            QFile file(path);
            QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("CANARY"));
        }
        // Without the environment nothing is left of it but what was decided.
        const Fixture next(m_path);
        QVERIFY(next.profiles.all().constLast().isClearKeyAllowed);
        QCOMPARE(next.profiles.firstByteTimeout(next.profiles.current()), std::chrono::seconds(90));
        QVERIFY(next.servers.key(next.profiles.all().constLast().id).isEmpty());
    }

    void keepsChoices_data()
    {
        QTest::addColumn<QByteArray>("box");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("key");
        QTest::addColumn<QVariant>("stored");
        const auto row = [](const char *box, const char *words, Key key, const QVariant &stored) {
            QTest::addRow("%s %s", box, qPrintable(stored.toString()))
                << QByteArray(box) << QString::fromUtf8(words) << static_cast<int>(key) << stored;
        };
        row("language", "简体中文", Key::Language, QStringLiteral("zh_CN"));
        row("language", "English", Key::Language, QStringLiteral("en"));
        row("themeChoice", "Dark", Key::Theme, QStringLiteral("dark"));
        row("interfaceFontSize", "15 pixels", Key::InterfaceFontSize, 15);
        row("transcriptFontSize", "32 pixels", Key::TranscriptFontSize, 32);
        row("codeFontSize", "9 pixels", Key::CodeFontSize, 9);
        row("sendKey", "Ctrl+Enter", Key::SendKey, QStringLiteral("ctrl-enter"));
        row("contextLength", qUtf8Printable(ui::tokens(8192)), Key::ContextLength, 8192);
        row("keepAlive", "Until the answer is done", Key::KeepAlive, 0);
        row("keepAlive", "Until the server ends", Key::KeepAlive, -1);
    }
    void keepsChoices()
    {
        QFETCH(QByteArray, box);
        QFETCH(QString, words);
        QFETCH(int, key);
        Fixture f(m_path);
        f.choose(box.constData(), words);
        QTEST(settings::field(static_cast<Key>(key)).get(f.store.values()), "stored");
        QCOMPARE(f.find<QComboBox>(box.constData())->currentText(), words);
    }

    void showsAValueThatIsNoneOfTheChoices()
    {
        {
            SettingsStore store(m_path);
            QVERIFY(store.set(Key::ContextLength, 12'345));
            QVERIFY(store.set(Key::KeepAlive, 120));
        }
        const Fixture f(m_path);
        QCOMPARE(f.find<QComboBox>("contextLength")->currentText(), ui::tokens(12'345));
        QCOMPARE(f.find<QComboBox>("keepAlive")->currentText(),
                 QStringLiteral("2 min after the last answer"));
    }

    void offersTheInstalledModels()
    {
        Fixture f(m_path);
        QVERIFY(f.store.set(Key::DefaultModel, QStringLiteral("gone:1b")));
        f.backend.installed =
            QList<backend::ModelInfo>{model(QStringLiteral("qwen3:8b")), model(QStringLiteral("phi3:mini"))};
        QSignalSpy changed(&f.models, &library::InstalledModels::changed);
        f.models.refresh();
        QVERIFY(changed.wait());
        auto *box = f.find<QComboBox>("defaultModel");
        QCOMPARE(box->currentText(), QStringLiteral("gone:1b (not installed)"));
        f.choose("defaultModel", QStringLiteral("phi3:mini"));
        QCOMPARE(f.store.values().defaultModel, QStringLiteral("phi3:mini"));
        f.choose("defaultModel", QStringLiteral("The one used last"));
        QCOMPARE(f.store.values().defaultModel, QString());
    }

    void keepsTheSystemPromptAfterAPauseAndOnLeaving()
    {
        Fixture f(m_path);
        f.page.showPage(SettingsPage::Page::Generation);
        auto *field = f.find<QPlainTextEdit>("systemPrompt");
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("Be brief."));
        QTRY_COMPARE(f.store.values().systemPrompt, QStringLiteral("Be brief."));
        QTest::keyClicks(field, QStringLiteral(" Or not."));
        f.page.hide();
        QCOMPARE(f.store.values().systemPrompt, QStringLiteral("Be brief. Or not."));
    }

    void refusesAnEndlessSystemPrompt()
    {
        Fixture f(m_path);
        f.page.showPage(SettingsPage::Page::Generation);
        f.find<QPlainTextEdit>("systemPrompt")->setPlainText(QString(100'001, u'a'));
        QTRY_COMPARE(f.refusal(),
                     QStringLiteral("System prompt holds up to 100,000 characters. These 100,001 were not "
                                    "saved; the text before is still in use."));
        QCOMPARE(f.store.values().systemPrompt, QString());
    }

    void showsWhetherTheServerAnswers()
    {
        Fixture f(m_path);
        auto *status = f.find<QLabel>("connectionStatus");
        QCOMPARE(status->text(), QStringLiteral("Connecting to 127.0.0.1:11434."));
        f.page.findChild<ui::ServersForm *>()->check(); // as "Check again" of the doctor does
        QTRY_COMPARE(status->text(), QStringLiteral("127.0.0.1:11434 is ready (Ollama 0.17.4)."));
        f.backend.info = base::failure(Error::Kind::Unreachable, QStringLiteral("Connection refused"));
        f.page.findChild<ui::ServersForm *>()->check(); // as "Check again" of the doctor does
        QTRY_COMPARE(status->text(), QStringLiteral("There is no connection to 127.0.0.1:11434."));
    }

    void addsAServerByTypingItsAddress()
    {
        Fixture f(m_path);
        QTest::mouseClick(f.find<QAbstractButton>("addServer"), Qt::LeftButton);
        QCOMPARE(f.profiles.all().size(), 2);
        auto *field = f.find<QLineEdit>("baseUrl");
        QVERIFY(field->hasSelectedText());
        QTest::keyClicks(field, QStringLiteral("https://gpu.lab:8443"));
        // Tried while it is typed; only kept when the field is left.
        QTRY_COMPARE(f.find<QLabel>("connectionStatus")->text(),
                     QStringLiteral("gpu.lab:8443 is ready (Ollama 0.17.4)."));
        QCOMPARE(f.profiles.all().constLast().url, QUrl(QStringLiteral("http://127.0.0.1:11434")));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(f.profiles.all().constLast().url, QUrl(QStringLiteral("https://gpu.lab:8443")));
        QTRY_VERIFY(f.row(1).startsWith(
            QStringLiteral("gpu.lab, https://gpu.lab:8443, ready, Ollama 0.17.4 · 0 model(s) · ")));
        QTest::mouseClick(f.find<QAbstractButton>("useThisServer"), Qt::LeftButton);
        QCOMPARE(f.profiles.current().url, QUrl(QStringLiteral("https://gpu.lab:8443")));
        QVERIFY(!f.find<QAbstractButton>("useThisServer")->isEnabled());
        QVERIFY(f.row(1).endsWith(QStringLiteral(", in use")));
    }

    void removesAServerAndBringsItBack()
    {
        Fixture f(m_path);
        QVERIFY(!f.find<QAbstractButton>("removeServer")->isEnabled()); // the last
        server::ServerProfile gpu = server::ServerProfile::make(QUrl(QStringLiteral("https://gpu.lab")));
        gpu.name = QStringLiteral("GPU");
        QVERIFY(f.profiles.insert(0, gpu));
        QVERIFY(f.servers.giveKey(gpu.id, "secret"));
        f.find<QListWidget>("servers")->setCurrentRow(0);
        gpu = *f.profiles.find(gpu.id);
        QTest::mouseClick(f.find<QAbstractButton>("removeServer"), Qt::LeftButton);
        QCOMPARE(f.profiles.all().size(), 1);
        QTest::mouseClick(f.button(QStringLiteral("Undo")), Qt::LeftButton);
        QCOMPARE(f.profiles.all().constFirst(), gpu);
        QCOMPARE(f.servers.key(gpu.id), QByteArray("secret"));
        QTest::mouseClick(f.find<QAbstractButton>("serverDown"), Qt::LeftButton);
        QCOMPARE(f.profiles.all().constLast(), gpu);
        QTest::mouseClick(f.find<QAbstractButton>("serverUp"), Qt::LeftButton);
        QCOMPARE(f.profiles.all().constFirst(), gpu);
    }

    void asksBeforeAKeyGoesInTheClear()
    {
        Fixture f(m_path);
        f.typeAddress(QStringLiteral("http://gpu.lab:11434"));
        auto *key = f.find<QLineEdit>("apiKey");
        auto *question = f.find<QWidget>("askAboutKey");
        QVERIFY(question->isHidden());
        QCOMPARE(key->echoMode(), QLineEdit::Password);
        QTest::keyClicks(key, QStringLiteral("secret"));
        QTest::keyClick(key, Qt::Key_Return);
        QVERIFY(question->isVisible());
        QVERIFY(!f.profiles.current().isClearKeyAllowed);
        QVERIFY(!f.fakes.constFirst()->access().isClearKeyAllowed); // and so nothing is sent
        QTest::mouseClick(f.button(QStringLiteral("Send the key unencrypted")), Qt::LeftButton);
        QTRY_VERIFY(question->isHidden());
        QVERIFY(f.fakes.constFirst()->access().isClearKeyAllowed);
        QVERIFY(f.helpBeside(key).contains(QStringLiteral("Not encrypted")));
        QVERIFY(f.row(0).contains(QStringLiteral("not encrypted")));

        // Another address: neither the key nor the consent goes there.
        f.typeAddress(QStringLiteral("http://other.lab:11434"));
        QCOMPARE(key->text(), QString());
        QVERIFY(f.fakes.constFirst()->access().key.isEmpty());
        QVERIFY(!f.profiles.current().isClearKeyAllowed);
        QVERIFY(f.helpBeside(key).contains(QStringLiteral("was for another address")));
    }

    void keepsWhatIsBehindMore()
    {
        Fixture f(m_path);
        QVERIFY(QTest::qWaitForWindowActive(&f.page));
        f.find<QAbstractButton>("serverMore")->setChecked(true);
        auto *headers = f.find<QPlainTextEdit>("extraHeaders");
        headers->setFocus();
        QTest::keyClicks(headers, QStringLiteral("X-Team: blue"));
        f.find<QLineEdit>("baseUrl")->setFocus();
        QCOMPARE(f.profiles.current().headers, (QList<base::Header>{{"X-Team", "blue"}}));
        headers->setFocus();
        headers->moveCursor(QTextCursor::End);
        QTest::keyClick(headers, Qt::Key_Return);
        QTest::keyClicks(headers, QStringLiteral("no header"));
        f.find<QLineEdit>("baseUrl")->setFocus();
        QVERIFY(f.refusal().contains(QStringLiteral("no header")));
        QCOMPARE(f.profiles.current().headers.size(), 1);

        f.choose("proxy", QStringLiteral("SOCKS 5"));
        auto *proxy = f.find<QLineEdit>("proxyAddress");
        QVERIFY(proxy->isVisible());
        proxy->setFocus();
        QTest::keyClicks(proxy, QStringLiteral("proxy.lab:1080"));
        QTest::keyClick(proxy, Qt::Key_Return);
        QCOMPARE(f.profiles.current().proxy.use, base::Proxy::Use::Socks5);
        QCOMPARE(f.profiles.current().proxy.host, QStringLiteral("proxy.lab"));
        QCOMPARE(f.profiles.current().proxy.port, quint16(1080));
        f.find<QCheckBox>("stepsIn")->toggle(); // as assistive technology does it: no click
        QVERIFY(f.profiles.current().stepsIn);
        f.typeNumber("idleTimeout", QStringLiteral("30"));
        QCOMPARE(f.profiles.current().idleTimeout, std::chrono::seconds(30));
    }

    void tellsWhichValuesOfAServerAreFromAFile()
    {
        Fixture f(m_path);
        server::ServerProfile profile = f.profiles.current();
        profile.urlFile = QStringLiteral("/data/address/.env");
        profile.timeoutFile = QStringLiteral("/data/timeout/.env");
        QVERIFY(f.profiles.save(profile));
        const auto isSaid = [&f](const char *folder) {
            return std::ranges::any_of(f.page.findChildren<ui::Label *>(), [folder](const ui::Label *label) {
                return !label->isHidden() &&
                       label->text() == QStringLiteral("From /data/%1/.env.").arg(QLatin1String(folder));
            });
        };
        QVERIFY(isSaid("address"));
        QVERIFY(isSaid("timeout"));
        f.typeAddress(QStringLiteral("http://box:11434"));
        QCOMPARE(f.profiles.current().urlFile, QString());
        QVERIFY(!isSaid("address"));
        QVERIFY(isSaid("timeout"));
        f.find<QDoubleSpinBox>("requestTimeout")->setValue(44);
        QCOMPARE(f.profiles.current().timeoutFile, QString());
        QVERIFY(!isSaid("timeout"));
    }

    void leavesToTheEnvironmentWhatItSays()
    {
        Fixture f(m_path);
        settings::Environment said;
        said.settings = {{settings::Key::Temperature, 0.25, QStringLiteral("AI_TEMPERATURE"), 1}};
        f.store.setEnvironment(said);
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&f.page, &change);
        auto *field = f.find<QDoubleSpinBox>("temperature");
        QCOMPARE(field->value(), 0.25);
        QVERIFY(!field->isEnabled());
        for (const auto *box : field->parentWidget()->findChildren<QCheckBox *>())
            QVERIFY(!box->isEnabled());
        QVERIFY(std::ranges::any_of(f.page.findChildren<ui::Label *>(), [](const ui::Label *label) {
            return !label->isHidden() &&
                   label->text().startsWith(QStringLiteral("Set by AI_TEMPERATURE in the environment"));
        }));
    }

    // Left out is not passed over: each variable, why, and what to do.
    void tellsWhatItCannotUseOfTheEnvironment()
    {
        Fixture f(m_path);
        const auto told = [&f] {
            QStringList sentences;
            for (const auto *banner : f.page.findChildren<ui::Banner *>())
                if (banner->isVisible())
                    sentences.append(banner->accessibleName());
            return sentences.join(u'\n');
        };
        QCOMPARE(told(), QString());
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("OLLAMA_HOST"), QStringLiteral("not a host"));
        environment.insert(QStringLiteral("OLLAMA_TIMEOUT"), QStringLiteral("abc"));
        environment.insert(QStringLiteral("OLLAMA_API_KEY"), QStringLiteral("CANARY"));
        f.store.setEnvironment(settings::processEnvironment(environment));
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&f.page, &change);
        QCOMPARE(told(), QStringLiteral(
                             "OLLAMA_HOST in the environment is not used: “not a host” is not a host name or "
                             "address. Correct or unset it, then start Inkstone again.\n"
                             "OLLAMA_TIMEOUT in the environment is not used: “abc” is not a whole number. "
                             "Correct or unset it, then start Inkstone again.\n"
                             "OLLAMA_API_KEY in the environment is not used: a key goes only to the server "
                             "that OLLAMA_HOST names beside it. Set that too and start Inkstone again, or "
                             "type the key with its server in Settings, Servers."));
    }

    void keepsTheEngineRunningWhereToldSo()
    {
        Fixture f(m_path);
        f.find<QCheckBox>("keepEngineRunning")->toggle();
        QVERIFY(f.store.values().keepEngineRunning);
    }

    void showsATemperatureThatWasSetElsewhere()
    {
        Fixture f(m_path);
        auto *absent = f.find<QDoubleSpinBox>("temperature")->parentWidget()->findChild<QCheckBox *>();
        absent->toggle();
        QVERIFY(!f.store.values().temperature);
        QVERIFY(f.store.set(Key::Temperature, 0.3));
        QVERIFY(!absent->isChecked());
        QCOMPARE(f.store.values().temperature, 0.3);
    }

    void saysThatAChangeIsNotOnDisk()
    {
        Fixture f(QStringLiteral("/proc/inkstone/inkstone.ini"));
        auto *banner = f.page.findChild<ui::Banner *>({}, Qt::FindDirectChildrenOnly);
        QVERIFY(banner->isHidden());
        f.choose("themeChoice", QStringLiteral("Dark"));
        QCOMPARE(f.store.values().theme, settings::Theme::Dark);
        QVERIFY(banner->isVisible());
        QVERIFY(banner->accessibleName().startsWith(
            QStringLiteral("The file /proc/inkstone/inkstone.ini cannot be written.")));
        QTest::mouseClick(f.button(QStringLiteral("Close")), Qt::LeftButton);
        QVERIFY(banner->isHidden());
    }

    void saysThatTheSettingsWereDamaged()
    {
        const QString path = m_home.path(QStringLiteral("damaged.ini"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no settings at all");
        file.close();
        const Fixture f(path);
        auto *banner = f.page.findChild<ui::Banner *>({}, Qt::FindDirectChildrenOnly);
        QVERIFY(banner->isVisible());
        QVERIFY(banner->accessibleName().contains(QStringLiteral("were damaged")));
    }

    void saysThatTheServersWereDamaged()
    {
        const QString path = m_home.path(QStringLiteral("spoilt.ini"));
        QFile file(path + QStringLiteral(".servers"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no servers at all");
        file.close();
        const Fixture f(path);
        auto *banner = f.page.findChild<ui::Banner *>({}, Qt::FindDirectChildrenOnly);
        QVERIFY(banner->isVisible());
        QVERIFY(banner->accessibleName().contains(QStringLiteral("were damaged")));
        QCOMPARE(f.profiles.all().size(), 1);
    }

    void leavesAFieldAloneThatOnlyLiesUnderTheWheel()
    {
        Fixture f(m_path);
        f.page.showPage(SettingsPage::Page::Generation);
        auto *field = f.find<QDoubleSpinBox>("temperature");
        f.find<QListWidget>("settingsPages")->setFocus();
        QWheelEvent wheel({5, 5}, field->mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(field, &wheel);
        QCOMPARE(f.store.values().temperature, 0.7);
    }

    void tellsNamesAndRolesToAssistiveTechnology_data()
    {
        QTest::addColumn<QString>("objectName");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("role");
        const auto row = [](const char *objectName, const char *name, QAccessible::Role role) {
            QTest::newRow(objectName)
                << QString::fromUtf8(objectName) << QString::fromUtf8(name) << static_cast<int>(role);
        };
        row("baseUrl", "Base URL", QAccessible::EditableText);
        row("temperature", "Temperature", QAccessible::SpinBox);
        row("maxTokens", "Max tokens", QAccessible::SpinBox);
        row("requestTimeout", "Request timeout", QAccessible::SpinBox);
        row("servers", "Servers", QAccessible::List);
        row("apiKey", "API key", QAccessible::EditableText);
        row("language", "Language", QAccessible::ComboBox);
        row("themeChoice", "Theme", QAccessible::ComboBox);
        row("defaultModel", "Default model", QAccessible::ComboBox);
        row("systemPrompt", "System prompt", QAccessible::EditableText);
        row("settingsPages", "Settings", QAccessible::List);
        row("shortcuts", "Shortcuts", QAccessible::Tree);
    }
    void tellsNamesAndRolesToAssistiveTechnology()
    {
        QFETCH(QString, objectName);
        const Fixture f(m_path);
        QAccessibleInterface *interface =
            QAccessible::queryAccessibleInterface(f.find<QWidget>(objectName.toLatin1().constData()));
        QVERIFY(interface);
        QTEST(interface->text(QAccessible::Name), "name");
        QTEST(static_cast<int>(interface->role()), "role");
    }

    void opensAComboBoxForAssistiveTechnology()
    {
        const Fixture f(m_path);
        auto *box = f.find<QComboBox>("themeChoice");
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(box);
        QCOMPARE(interface->text(QAccessible::Value), QStringLiteral("System"));
        QCOMPARE(interface->text(QAccessible::Description), QStringLiteral("System"));
        QCOMPARE(interface->childCount(), 1);
        QAccessibleInterface *list = interface->child(0);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 3);
        QCOMPARE(interface->indexOfChild(list), 0);
        f.find<QListWidget>("settingsPages")->setCurrentRow(2); // Appearance & language
        interface->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(box->view()->isVisible());
        QVERIFY(interface->state().expanded);
        interface->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTRY_VERIFY(!box->view()->isVisible());
    }

    void takesANumberFromAssistiveTechnology()
    {
        Fixture f(m_path);
        auto *value = QAccessible::queryAccessibleInterface(f.find<QWidget>("temperature"))->valueInterface();
        QVERIFY(value);
        value->setCurrentValue(1.1);
        QCOMPARE(f.store.values().temperature, 1.1);
    }

    void wordsEverythingAgainWhenTheLanguageChanges()
    {
        Fixture f(m_path);
        f.page.showPage(SettingsPage::Page::Generation);
        f.typeNumber("temperature", QStringLiteral("25"));
        const support::PseudoLanguage pseudo;
        QCoreApplication::processEvents(); // LanguageChange is posted
        const QStringList foreign{
            QStringLiteral("English"),       QStringLiteral("简体中文"), QStringLiteral(INKSTONE_VERSION),
            QString::fromLatin1(qVersion()), QStringLiteral("f16"),      QStringLiteral("q8_0"),
            QStringLiteral("q4_0")};
        const auto isOurs = [&](const QString &text) {
            if (f.catalogue.find(text))
                return true;
            return text.isEmpty() || text.contains(u'«') || foreign.contains(text);
        };
        for (const QLabel *label : f.page.findChildren<QLabel *>())
            QVERIFY2(isOurs(label->text()), qPrintable(label->text()));
        for (const QAbstractButton *button : f.page.findChildren<QAbstractButton *>())
            QVERIFY2(isOurs(button->text()), qPrintable(button->text()));
        for (const QComboBox *box : f.page.findChildren<QComboBox *>()) {
            for (int i = 0; i < box->count(); ++i)
                QVERIFY2(isOurs(box->itemText(i)), qPrintable(box->itemText(i)));
        }
        for (int i = 0; i < f.find<QListWidget>("settingsPages")->count(); ++i)
            QVERIFY(f.find<QListWidget>("settingsPages")->item(i)->text().startsWith(u'«'));
        for (int i = 0; i < f.find<QTreeWidget>("shortcuts")->topLevelItemCount(); ++i)
            QVERIFY(f.find<QTreeWidget>("shortcuts")->topLevelItem(i)->text(0).startsWith(u'«'));
        QVERIFY(f.refusal().startsWith(u'«'));
        QCOMPARE(f.find<QDoubleSpinBox>("temperature")->text(), QStringLiteral("25"));
        QVERIFY(f.find<QLineEdit>("baseUrl")->accessibleName().startsWith(u'«'));
    }
};

QTEST_MAIN(TestSettingsPage)
#include "tst_SettingsPage.moc"
