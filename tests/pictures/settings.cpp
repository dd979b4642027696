// Pictures of the pages of Settings that are about servers, whole (not only what fits in the window) and in
// their states: servers of both kinds that answer, are gone, ask for a key, show an unknown certificate or do
// not tell their models; the local engine; a log that was read; a deployment; the ledger; a .env file; and
// what the environment of the program says, or says wrongly. The scale is the process's
// (QT_SCALE_FACTOR). Usage: settings FOLDER SCALE, through ./tests/shots --settings.
#include "MainWindow.h"
#include "common/Appearance.h"
#include "common/Language.h"
#include "pictures/WindowPicture.h"
#include "server/DoctorView.h"
#include "settings/EnvironmentPanel.h"
#include "settings/ServersForm.h"
#include "settings/SettingsPage.h"
#include "support/FakeOllama.h"
#include "support/TlsServer.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using server::ServerProfile;
using support::FakeOllama;
using Page = ui::SettingsPage::Page;

namespace {

const QByteArray log =
    "time=2026-11-21T21:52:46.420Z level=INFO source=x.go:1 msg=\"Listening on 127.0.0.1:11434 (version "
    "0.17.4)\"\n"
    "time=2026-11-21T21:53:00.000Z level=WARN source=x.go:1 msg=\"model request too large for system\"\n"
    "cudaMalloc failed: out of memory\n"
    "time=2026-11-21T22:10:00.000Z level=INFO source=x.go:1 msg=\"llama runner started in 2.50 seconds\"\n"
    "[GIN] 2026/11/21 - 22:46:34 | 404 |    2.961231ms |       127.0.0.1 | POST     \"/api/chat\"\n"
    "[GIN] 2026/11/21 - 22:47:34 | 200 |   12.961231s |       127.0.0.1 | POST     \"/api/chat\"\n";

const QByteArray environment =
    "# my server\nOLLAMA_HOST=gpu.example\nOLLAMA_PORT=70000\nOLLAMA_TIMEOUT = soon\n"
    "OLLAMA_AVAILABLE_MODELS=qwen2.5:3b,b c\nOLLAMA_API_KEY=secret-of-mine\nOLLAMA_KEEP_ALIVE=30m\n"
    "OLLAMA_NUM_PARALLEL=2\nTEMPERATURE=0.4\nSOMETHING_ELSE=1\nhello\n";

class Pictures
{
public:
    Pictures(const QString &folder, const QString &scale)
        : m_folder(folder)
        , m_scale(scale)
    {
        QDir().mkpath(folder);
        m_locked.on("GET", "/api/version", support::Reply::whole(401, "{\"error\":\"unauthorized\"}"));
        m_locked.on("GET", "/v1/models", support::Reply::whole(401, "{\"error\":\"unauthorized\"}"));
        m_openAi.on("GET", "/api/version", support::Reply::whole(404, "{\"detail\":\"Not Found\"}"));
        m_openAi.on(
            "GET", "/v1/models",
            support::Reply::whole(200, "{\"object\":\"list\",\"data\":[{\"id\":\"Qwen/Qwen2.5-7B-Instruct\","
                                       "\"object\":\"model\",\"owned_by\":\"vllm\"}]}"));
        const support::Reply none = support::Reply::whole(404, "{\"detail\":\"Not Found\"}");
        m_gateway.on("GET", "/api/version", none);
        m_gateway.on("GET", "/v1/models", none);
        m_gateway.on("POST", "/v1/chat/completions",
                     support::Reply::whole(422, "{\"detail\":[{\"type\":\"missing\"}]}"));
    }

    int run()
    {
        open({});
        addServers();
        inEveryLook([this] {
            serverPages();
            others();
            logs();
            deployment();
            data();
        });
        open({{u"OLLAMA_HOST"_s, m_old.url().toString()},
              {u"OLLAMA_API_KEY"_s, u"secret-of-mine"_s},
              {u"OLLAMA_TIMEOUT"_s, u"240"_s},
              {u"OLLAMA_DEFAULT_MODEL"_s, u"qwen2.5:3b"_s},
              {u"AI_TEMPERATURE"_s, u"0.25"_s}});
        inEveryLook([this] { ofEnvironment(u"said"_s); });
        open({{u"OLLAMA_HOST"_s, u"not a host"_s}, {u"OLLAMA_TIMEOUT"_s, u"abc"_s}});
        inEveryLook([this] { ofEnvironment(u"wrong"_s); });
        return m_failed ? 1 : 0;
    }

private:
    template <typename Take>
    void inEveryLook(Take take)
    {
        for (const auto &[language, theme, look] :
             {std::tuple{u"en"_s, settings::Theme::Light, u"en-light"_s},
              std::tuple{u"en"_s, settings::Theme::Dark, u"en-dark"_s},
              std::tuple{u"zh_CN"_s, settings::Theme::Light, u"zh-light"_s},
              std::tuple{u"zh_CN"_s, settings::Theme::Dark, u"zh-dark"_s}}) {
            m_language.apply(language);
            settings::Settings values = m_core->settings().values();
            values.theme = theme;
            m_appearance.apply(values);
            m_look = look;
            take();
        }
    }

    // Another run of the program, with these variables.
    void open(const QList<std::pair<QString, QString>> &variables)
    {
        m_window.reset();
        m_core.reset();
        QProcessEnvironment said;
        for (const auto &[name, value] : variables)
            said.insert(name, value);
        const auto file = [this](const char *name) { return m_home.filePath(QLatin1String(name)); };
        m_core = std::make_unique<ui::Core>(
            ui::Places{file("settings.ini"), file("conversations.db"), file("window.ini")},
            settings::processEnvironment(said));
        if (variables.isEmpty()) {
            ServerProfile first = m_core->profiles().current();
            first.url = QUrl(qEnvironmentVariable("INKSTONE_TEST_ENGINE"));
            m_failed = !m_core->profiles().save(first);
        }
        m_window = std::make_unique<ui::MainWindow>(*m_core);
        m_window->resize(1280, 840);
        m_window->QWidget::show();
        m_core->start();
        m_window->show(ui::Page::Settings);
    }

    QString add(const QString &name, const QUrl &url)
    {
        ServerProfile profile = ServerProfile::make(url);
        profile.name = name;
        m_failed = !m_core->profiles().save(profile) || m_failed;
        m_servers.append({name, profile.id});
        return profile.id;
    }

    void addServers()
    {
        m_servers.append({u"here"_s, m_core->profiles().current().id});
        add(u"办公室三楼机房靠窗第二排那台带两张显卡的大模型推理服务器"_s, m_old.url());
        add(u"vLLM cluster"_s, m_openAi.url());
        add(u"Behind a key"_s, m_locked.url());
        m_tls.push_back(std::make_unique<support::TlsServer>(m_certificates.configuration(u"self"_s)));
        add(u"Self-signed"_s, m_tls.back()->url());
        m_tls.push_back(std::make_unique<support::TlsServer>(m_certificates.configuration(u"expired"_s)));
        add(u"Expired"_s, m_tls.back()->url());
        {
            const FakeOllama gone;
            add(u"Gone"_s, gone.url());
        }
        add(u"Gateway"_s, m_gateway.url());
        const QString clear = add({}, QUrl(u"http://192.0.2.7:11434"_s));
        m_failed = !m_core->servers().giveKey(clear, "k") || m_failed;
    }

    template <typename Widget>
    Widget *find(const char *name) const
    {
        auto *widget = m_window->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("settings: there is no %s", name);
        return widget;
    }

    void show(Page page)
    {
        m_window->findChild<ui::SettingsPage *>()->showPage(page);
        pictures::settle();
    }

    // The page as long as it is.
    void save(const QString &name)
    {
        pictures::settle();
        for (ui::SettingsForm *form : m_window->findChildren<ui::SettingsForm *>()) {
            if (!form->isVisible())
                continue;
            if (form->widget()->grab().save(
                    u"%1/settings-%2-%3-%4.png"_s.arg(m_folder, name, m_look, m_scale)))
                return;
        }
        std::fprintf(stderr, "settings: no picture of %s\n", qPrintable(name));
        m_failed = true;
    }

    void serverPages()
    {
        show(Page::Servers);
        auto *form = m_window->findChild<ui::ServersForm *>();
        auto *doctor = m_window->findChild<ui::DoctorView *>();
        for (int i = 0; i < m_servers.size(); ++i) {
            form->select(m_servers.at(i).second);
            if (!QTest::qWaitFor([doctor] { return !doctor->facts().isRunning; }, 30'000))
                m_failed = true;
            save(u"servers-%1"_s.arg(i));
        }
        form->select(m_servers.at(m_servers.size() - 2).second); // the gateway
        if (!QTest::qWaitFor([doctor] { return !doctor->facts().isRunning; }, 30'000))
            m_failed = true;
        find<QAbstractButton>("serverMore")->setChecked(true);
        save(u"servers-unlisted"_s);
        form->select(m_servers.constFirst().second);
        find<QComboBox>("proxy")->setCurrentIndex(2);
        Q_EMIT find<QComboBox>("proxy")->activated(2);
        save(u"servers-more"_s);
        find<QComboBox>("proxy")->setCurrentIndex(0);
        Q_EMIT find<QComboBox>("proxy")->activated(0);
        find<QAbstractButton>("serverMore")->setChecked(false);
        m_failed = !pictures::saveWindow(*m_window,
                                         u"%1/settings-window-%2-%3.png"_s.arg(m_folder, m_look, m_scale)) ||
                   m_failed;
    }

    // The whole window, as what cannot be used stands above the page, and the pages with more than it shows.
    void ofEnvironment(const QString &how)
    {
        show(Page::Servers);
        auto *doctor = m_window->findChild<ui::DoctorView *>();
        if (!QTest::qWaitFor([doctor] { return !doctor->facts().isRunning; }, 30'000))
            m_failed = true;
        find<QAbstractButton>("serverMore")->setChecked(true);
        save(u"environment-%1-servers"_s.arg(how));
        show(Page::Generation);
        save(u"environment-%1-generation"_s.arg(how));
        show(Page::Servers);
        m_failed = !pictures::saveWindow(*m_window, u"%1/settings-environment-%2-window-%3-%4.png"_s.arg(
                                                        m_folder, how, m_look, m_scale)) ||
                   m_failed;
    }

    void others()
    {
        show(Page::Engine);
        save(u"engine"_s);
        show(Page::Privacy);
        save(u"privacy"_s);
        QTest::mouseClick(find<QWidget>("onlyThisServer"), Qt::LeftButton, {}, QPoint(8, 8));
        save(u"privacy-locked"_s);
        QTest::mouseClick(find<QWidget>("onlyThisServer"), Qt::LeftButton, {}, QPoint(8, 8));
        show(Page::Generation);
        save(u"generation"_s);
    }

    QString write(const char *name, const QByteArray &text)
    {
        QFile file(m_home.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            m_failed = true;
        return file.fileName();
    }

    void logs()
    {
        show(Page::Logs);
        if (!m_wasLogRead)
            save(u"logs-empty"_s);
        find<QLineEdit>("logName")->setText(u"/var/log/nothing.log"_s);
        readLog();
        save(u"logs-missing"_s);
        find<QLineEdit>("logName")->setText(write("server.log", log));
        readLog();
        save(u"logs-read"_s);
        m_wasLogRead = true;
    }

    void readLog()
    {
        auto *button = find<QAbstractButton>("analyseLog");
        button->click();
        if (!QTest::qWaitFor([button] { return button->isEnabled(); }))
            m_failed = true;
    }

    void deployment()
    {
        show(Page::Deployment);
        find<QLineEdit>("deployName")->clear();
        find<QComboBox>("deployRunner")->setCurrentIndex(0);
        save(u"deployment-empty"_s);
        find<QLineEdit>("deployName")->setText(u"no name at all"_s);
        save(u"deployment-wrong"_s);
        find<QLineEdit>("deployName")->setText(u"ollama.example.org"_s);
        save(u"deployment-compose"_s);
        find<QComboBox>("deployRunner")->setCurrentIndex(1);
        save(u"deployment-systemd"_s);
        find<QLineEdit>("deployDisk")->setText(u"/dev/sdb1"_s);
        find<QComboBox>("deployRunner")->setCurrentIndex(2);
        save(u"deployment-init"_s);
        find<QLineEdit>("deployDisk")->clear();
        find<QComboBox>("deployRunner")->setCurrentIndex(3);
        save(u"deployment-windows"_s);
    }

    void data()
    {
        show(Page::Data);
        save(u"data"_s);
        m_window->findChild<ui::EnvironmentPanel *>()->open(write("test.env", environment));
        save(u"data-environment"_s);
        find<QAbstractButton>("forgetEnvironment")->click();
    }

    QString m_folder;
    QString m_scale;
    QString m_look;
    QTemporaryDir m_home;
    ui::Language m_language;
    ui::Appearance m_appearance;
    support::Certificates m_certificates;
    FakeOllama m_old{{support::FakeModel{.name = u"qwen2.5:3b"_s, .isLoaded = true}}};
    FakeOllama m_openAi;
    FakeOllama m_locked;
    FakeOllama m_gateway;
    std::vector<std::unique_ptr<support::TlsServer>> m_tls;
    QList<std::pair<QString, QString>> m_servers; // name, id
    std::unique_ptr<ui::Core> m_core;
    std::unique_ptr<ui::MainWindow> m_window;
    bool m_wasLogRead = false;
    bool m_failed = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 3) {
        std::fputs("usage: settings FOLDER SCALE\n", stderr);
        return 2;
    }
    return Pictures(arguments[1], arguments[2]).run();
}
