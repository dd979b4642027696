// Pictures of the connection doctor for every kind of fault, each provoked for real: the real engine and
// nginx, certificates of its own, closed and silent ports. The scale is the process's (QT_SCALE_FACTOR).
// Usage: doctor FOLDER SCALE; the parts' addresses come from the environment as for the real tests.
#include "common/Appearance.h"
#include "common/Language.h"
#include "core/MakeBackend.h"
#include "pictures/WindowPicture.h"
#include "server/DoctorView.h"
#include "support/FakeOllama.h"
#include "support/Nginx.h"
#include "support/TlsServer.h"

#include <QApplication>
#include <QDir>
#include <QTcpServer>
#include <QVBoxLayout>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Access;
using support::Nginx;
using support::Reply;

namespace {

struct Fault
{
    QString name;
    Access access;
    QString model = {};
    bool asks = false;
    server::System system = server::System::here();
};

class Pictures
{
public:
    Pictures(const QString &folder, const QString &scale)
        : m_folder(folder)
        , m_scale(scale)
        , m_engine(qEnvironmentVariable("INKSTONE_TEST_ENGINE"))
    {
        QDir().mkpath(folder);
    }

    int run()
    {
        add(u"ready"_s, m_engine, u"smollm2:135m"_s, true);
        addPorts();
        addServices();
        addCertificates();
        addEngines();
        for (const auto &[language, theme, look] :
             {std::tuple{u"en"_s, settings::Theme::Light, u"en-light"_s},
              std::tuple{u"zh_CN"_s, settings::Theme::Light, u"zh-light"_s},
              std::tuple{u"zh_CN"_s, settings::Theme::Dark, u"zh-dark"_s}}) {
            m_language.apply(language);
            settings::Settings values;
            values.theme = theme;
            m_appearance.apply(values);
            for (const Fault &fault : std::as_const(m_faults))
                take(fault, look);
        }
        return m_failed ? 1 : 0;
    }

private:
    void add(const QString &name, const Access &access, const QString &model = {}, bool asks = false)
    {
        m_faults.append({.name = name, .access = access, .model = model, .asks = asks});
    }

    QUrl nginx(const QString &block, bool hasTls = false)
    {
        m_nginx.push_back(std::make_unique<Nginx>(block, hasTls ? u"ssl"_s : QString()));
        if (!m_nginx.back()->start()) {
            std::fprintf(stderr, "doctor: nginx does not start: %s\n", m_nginx.back()->errors().constData());
            m_failed = true;
        }
        return m_nginx.back()->url(hasTls ? u"https"_s : u"http"_s);
    }
    QString proxied(const QString &more = {}) const
    {
        return u"location / { %1 proxy_pass %2; proxy_set_header Host localhost; }"_s.arg(
            more, m_engine.toString());
    }

    void addPorts()
    {
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHost))
            m_failed = true;
        const quint16 closed = server.serverPort();
        server.close();
        const QUrl nobody(u"http://127.0.0.1:%1"_s.arg(closed));
        add(u"closed-port"_s, nobody);
        m_faults.last().system = {.hasService = true, .hasEngine = true};
        add(u"closed-port-not-installed"_s, nobody);
        m_faults.last().system = {};
        add(u"closed-port-container"_s, nobody);
        m_faults.last().system = {.isContainer = true};
        add(u"unknown-name"_s, QUrl(u"http://gpu-server.invalid:11434"_s));
        m_hole.setListenBacklogSize(0);
        if (!m_hole.listen(QHostAddress::LocalHost))
            m_failed = true;
        m_hole.pauseAccepting();
        for (QTcpSocket &socket : m_waiting) {
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_hole.serverPort());
            socket.waitForConnected(200);
        }
        Access silent{QUrl(u"http://127.0.0.1:%1"_s.arg(m_hole.serverPort()))};
        silent.connectTimeout = 1s;
        add(u"black-hole"_s, silent);
        if (const auto own = net::ownAddresses(); !own.isEmpty()) {
            QUrl url = m_engine;
            url.setHost(own.first().toString());
            add(u"loopback-only"_s, url);
            m_faults.last().system = {.hasService = true, .hasEngine = true};
        }
    }

    void addServices()
    {
        add(u"web-page"_s,
            nginx(u"location / { default_type text/html; return 200 '<html>Welcome to nginx!</html>'; }"_s));
        m_banner.onConnect(Reply().raw("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"));
        add(u"ssh"_s, m_banner.url());
        m_loading.on("GET", "/api/version", Reply::whole(503, R"({"error":{"message":"Loading model"}})"));
        add(u"still-loading"_s, m_loading.url());
        const QString guard = u"if ($http_authorization != \"Bearer right\") { return 401; }"_s;
        const QUrl guarded = nginx(proxied(guard));
        add(u"key-missing"_s, guarded);
        Access refused{guarded};
        refused.key = "wrong";
        add(u"key-refused"_s, refused);
        add(u"redirect"_s, nginx(u"location / { return 301 https://models.example$request_uri; }"_s));
        add(u"bad-gateway"_s, nginx(u"location / { proxy_pass http://127.0.0.1:9; }"_s));
        add(u"buffering"_s, nginx(proxied()), u"smollm2:135m"_s, true);
        QUrl path = m_engine;
        path.setPath(u"/ollama"_s);
        add(u"wrong-path"_s, path);
        Access proxy{QUrl(u"http://engine.example:11434"_s)};
        proxy.proxy = {
            .use = base::Proxy::Use::Http, .host = u"127.0.0.1"_s, .port = 9, .user = {}, .password = {}};
        add(u"proxy-gone"_s, proxy);
        proxy.proxy.port = static_cast<quint16>(nginx(proxied()).port());
        add(u"proxy-reads"_s, proxy);
    }

    void addCertificates()
    {
        const auto server = [this](const QString &name) {
            return nginx(u"ssl_certificate %1; ssl_certificate_key %2; %3"_s.arg(
                             m_certificates.pathOf(name), m_certificates.keyPathOf(name), proxied()),
                         true);
        };
        add(u"self-signed"_s, server(u"self"_s));
        Access changed{server(u"self2"_s)};
        changed.trust.fingerprint = m_certificates.fingerprint(u"self"_s);
        add(u"changed"_s, changed);
        for (const QString &name : {u"expired"_s, u"notyet"_s, u"wronghost"_s, u"otherca"_s}) {
            Access access{server(name)};
            access.trust.authorities = m_certificates.authority();
            add(name, access);
        }
        QUrl plain = server(u"good"_s);
        plain.setScheme(u"http"_s);
        add(u"wants-tls"_s, plain);
        m_broken.onConnect(Reply().raw("\x15\x03\x03\x00\x02\x02\x28").fin()); // alert: handshake failure
        QUrl broken = m_broken.url();
        broken.setScheme(u"https"_s);
        add(u"tls-failed"_s, broken);
        QUrl secure = m_engine;
        secure.setScheme(u"https"_s);
        add(u"not-tls"_s, secure);
    }

    void addEngines()
    {
        m_old.version = u"0.1.28"_s;
        add(u"old-version"_s, m_old.url());
        add(u"no-models"_s, m_empty.url());
        add(u"missing-model"_s, m_engine, u"qwen2.5:3b"_s);
        m_other.on("GET", "/v1/models", Reply::whole(200, R"({"object":"list","data":[{"id":"a/b"}]})"));
        add(u"not-served"_s, m_other.url(), u"qwen2.5:3b"_s);
        m_stuck.on(
            "POST", "/api/chat",
            Reply::whole(500,
                         support::FakeOllama::errorLine(
                             u"model requires more system memory (5.5 GiB) than is available (3.4 GiB)"_s)));
        add(u"no-memory"_s, m_stuck.url(), {}, true);
    }

    void take(const Fault &fault, const QString &look)
    {
        net::Http http;
        ui::SurfaceWidget page(ui::Surface::Base);
        auto *doctor = new ui::DoctorView(
            std::make_unique<server::Probe>(http,
                                            [&http](const Access &access) {
                                                return std::make_unique<server::ServerBackend>(
                                                    ui::backendsOver(http), access);
                                            }),
            fault.system);
        auto *layout = new QVBoxLayout(&page);
        layout->setContentsMargins(48, 24, 48, 24);
        layout->addWidget(doctor);
        layout->addStretch(1);
        page.resize(896, 760);
        page.show();
        doctor->setRequest({.access = fault.access, .model = fault.model});
        wait(*doctor, fault.name);
        if (fault.asks) {
            doctor->quickTest();
            wait(*doctor, fault.name);
        }
        pictures::settle();
        const QString file = u"%1/doctor-%2-%3-%4.png"_s.arg(m_folder, fault.name, look, m_scale);
        if (!page.grab().save(file)) {
            std::fprintf(stderr, "doctor: could not write %s\n", qPrintable(file));
            m_failed = true;
        }
    }

    void wait(const ui::DoctorView &doctor, const QString &name)
    {
        if (QTest::qWaitFor([&] { return !doctor.facts().isRunning; }, 60'000))
            return;
        std::fprintf(stderr, "doctor: %s does not end\n", qPrintable(name));
        m_failed = true;
    }

    QString m_folder;
    QString m_scale;
    QUrl m_engine;
    QList<Fault> m_faults;
    bool m_failed = false;
    ui::Language m_language;
    ui::Appearance m_appearance;
    support::Certificates m_certificates;
    std::vector<std::unique_ptr<Nginx>> m_nginx;
    support::FaultServer m_banner;
    support::FaultServer m_loading;
    support::FaultServer m_broken;
    support::FaultServer m_other;
    support::FakeOllama m_old{{support::FakeModel{.name = u"small:1b"_s}}};
    support::FakeOllama m_empty;
    support::FakeOllama m_stuck{{support::FakeModel{.name = u"large:70b"_s}}};
    QTcpServer m_hole;
    std::array<QTcpSocket, 3> m_waiting;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 3) {
        std::fputs("usage: doctor FOLDER SCALE\n", stderr);
        return 2;
    }
    return Pictures(arguments[1], arguments[2]).run();
}
