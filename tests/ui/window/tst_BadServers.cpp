// One window, and a server that does everything wrong in turn: each failure of a question, a pull and a
// listing is said with its next step in both languages, keeps what came, and the same window goes on with
// the same server afterwards.
#include "library/ModelsPage.h"
#include "support/FakeOllama.h"
#include "support/Said.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <optional>

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;
using support::FakeOllama;
using support::Reply;
using ui::Doing;

namespace {

const QString model = u"gemma3:270m"_s;
const QString half = u"Half of it"_s;

QByteArray path(Doing doing)
{
    return doing == Doing::Answering ? "/api/chat" : doing == Doing::Pulling ? "/api/pull" : "/api/tags";
}

// What a reply of this kind begins with when all is well.
QByteArray firstLine(Doing doing)
{
    return doing == Doing::Answering ? FakeOllama::chatLine(model, half) : R"({"status":"pulling manifest"})";
}

// Answers no handshake: a listening socket whose queue is full.
struct BlackHole
{
    BlackHole()
    {
        hole.setListenBacklogSize(1);
        hole.listen(QHostAddress::LocalHost);
        hole.pauseAccepting();
        for (QTcpSocket &filler : fillers)
            filler.connectToHost(QHostAddress::LocalHost, hole.serverPort());
    }
    QTcpServer hole;
    std::array<QTcpSocket, 4> fillers;
};

} // namespace

class TestBadServers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();

    void repliesThatFail_data();
    void repliesThatFail();
    void addressesThatFail_data();
    void addressesThatFail();
    void aModelRemovedWhileInUse();
    void aNameThatIsNone();

private:
    void begin(Doing doing, const QString &name);
    std::optional<base::Error> errorOf(Doing doing, const QString &name) const;
    bool isDone(Doing doing, const QString &name) const;
    void checkKept(const QString &text);

    support::TempHome m_home;
    ui::Language m_language;
    std::unique_ptr<FakeOllama> m_server;
    std::unique_ptr<support::Desk> m_desk;
    int m_rows = 0;
};

void TestBadServers::initTestCase()
{
    support::hideEngines(m_home);
    m_language.apply(u"en"_s);
    m_server = std::make_unique<FakeOllama>(
        QList<support::FakeModel>{{.name = model}, {.name = u"other:1b"_s, .digest = QString(64, u'c')}});
    m_desk = std::make_unique<support::Desk>(m_server->url());
    QTRY_VERIFY(m_desk->core->installed().isKnown());
}

void TestBadServers::cleanupTestCase()
{
    m_desk.reset();
    m_server.reset();
}

void TestBadServers::init()
{
    m_server->listing.reset();
    m_language.apply(u"en"_s);
    m_desk->window->show(ui::Page::Chats);
    m_desk->chats()->newChat();
    m_desk->chats()->useModel(model);
}

// Asks, pulls `name` or lists, as a person does.
void TestBadServers::begin(Doing doing, const QString &name)
{
    if (doing == Doing::Answering) {
        m_desk->ask(u"A question"_s);
        return;
    }
    m_desk->window->show(ui::Page::Models);
    auto *page = m_desk->window->findChild<ui::ModelsPage *>();
    if (doing == Doing::ListingModels) {
        page->showTab(ui::ModelsPage::Tab::Installed);
        m_desk->core->installed().refresh();
        return;
    }
    page->showTab(ui::ModelsPage::Tab::Downloads);
    page->findChild<QLineEdit *>(u"pullName"_s)->setText(name);
    page->findChild<QAbstractButton *>(u"pullButton"_s)->click();
}

std::optional<base::Error> TestBadServers::errorOf(Doing doing, const QString &name) const
{
    if (doing == Doing::Answering)
        return m_desk->last().error;
    if (doing == Doing::ListingModels)
        return m_desk->core->installed().error();
    const library::Downloads &pulls = m_desk->core->downloads();
    const QVariant error = pulls.index(pulls.rowOf(name)).data(library::Downloads::ErrorRole);
    return error.isValid() ? std::optional(error.value<base::Error>()) : std::nullopt;
}

bool TestBadServers::isDone(Doing doing, const QString &name) const
{
    if (doing == Doing::Answering)
        return m_desk->last().state == chat::MessageState::Complete;
    const library::InstalledModels &installed = m_desk->core->installed();
    return !installed.error() && installed.contains(doing == Doing::Pulling ? name : model);
}

void TestBadServers::checkKept(const QString &text)
{
    QCOMPARE(m_desk->last().text, text);
    const chat::Id id = m_desk->core->sessions().current()->conversation().id;
    std::optional<base::Result<QList<chat::Message>>> stored;
    QObject context;
    m_desk->core->store().path(&context, id, [&](const auto &found) { stored = found; });
    QTRY_VERIFY(stored);
    QVERIFY(*stored);
    QCOMPARE((*stored)->size(), 2);
    QCOMPARE((*stored)->first().text, u"A question"_s);
    QCOMPARE((*stored)->last().text, text);
    QCOMPARE((*stored)->last().error, m_desk->last().error);
}

void TestBadServers::repliesThatFail_data()
{
    QTest::addColumn<Doing>("doing");
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("kept");
    const auto row = [](const QString &name, Doing doing, const Reply &reply, Kind kind,
                        const QString &kept = {}) {
        const QString what = QString::fromLatin1(path(doing).sliced(5)) + u", "_s + name;
        QTest::newRow(qPrintable(what)) << doing << reply << kind << kept;
    };
    const std::pair<int, Kind> statuses[] = {{401, Kind::Unauthorized}, {403, Kind::Forbidden},
                                             {404, Kind::NotFound},     {429, Kind::Busy},
                                             {500, Kind::Server},       {503, Kind::Busy}};
    for (const Doing doing : {Doing::Answering, Doing::Pulling, Doing::ListingModels}) {
        for (const auto &[status, kind] : statuses) {
            const QString number = QString::number(status);
            row(number + u", JSON"_s, doing, Reply::whole(status, FakeOllama::errorLine(u"it broke"_s)),
                kind);
            row(number + u", page"_s, doing,
                Reply::whole(status, "<html><h1>Oops</h1><script>x</script></html>", "text/html"), kind);
            row(number + u", nothing"_s, doing, Reply::whole(status, {}, {}), kind);
        }
        row(u"reset"_s, doing, Reply().reset(),
            doing == Doing::ListingModels ? Kind::Protocol : Kind::Interrupted);
        row(u"1 GB line"_s, doing,
            Reply()
                .head(200, {"Content-Type: application/json"})
                .raw("\"")
                .repeat(QByteArray(1 << 16, 'x'), 1 << 14),
            Kind::TooLarge);
    }
    for (const Doing doing : {Doing::Answering, Doing::Pulling}) {
        const QString kept = doing == Doing::Answering ? half : QString();
        const QByteArray first = firstLine(doing);
        row(u"error in a stream"_s, doing, Reply::lines({first, FakeOllama::errorLine(u"<b>it broke</b>"_s)}),
            Kind::Server, kept);
        row(u"end without done"_s, doing, Reply::lines({first}), Kind::Interrupted, kept);
        row(u"truncated chunk"_s, doing, Reply().head(200).chunk(first + '\n').raw("ff\r\n{\"mess").fin(),
            Kind::Interrupted, kept);
        row(u"invalid UTF-8"_s, doing, Reply::lines({first, "\xff\xfe", "\"\xc3\x28\"", "{\"a\":\"\xf0\"}"}),
            Kind::Protocol, kept);
        row(u"another service's page"_s, doing, Reply::whole(200, "<html>\n<p>\n</p>\n", "text/html"),
            Kind::Protocol);
    }
    row(u"truncated"_s, Doing::ListingModels,
        Reply().head(200, {"Content-Length: 1000"}).raw(R"({"models":[{"na)").fin(), Kind::Interrupted);
    row(u"invalid UTF-8"_s, Doing::ListingModels, Reply::whole(200, "{\"models\":[{\"name\":\"\xff\"}]}"),
        Kind::Protocol);
    row(u"a page"_s, Doing::ListingModels, Reply::whole(200, "<html></html>", "text/html"), Kind::Protocol);
    const auto refused = [](const QString &words) { return Reply::lines({FakeOllama::errorLine(words)}); };
    row(u"no such name"_s, Doing::Pulling, refused(u"pull model manifest: file does not exist"_s),
        Kind::ModelNotFound);
    row(u"no space"_s, Doing::Pulling, refused(u"write /x-partial: no space left on device"_s),
        Kind::NoSpace);
    row(u"no space, asked"_s, Doing::Answering, refused(u"write /x: no space left on device"_s),
        Kind::NoSpace);
}

void TestBadServers::repliesThatFail()
{
    QFETCH(Doing, doing);
    QFETCH(Reply, reply);
    QFETCH(Kind, kind);
    QFETCH(QString, kept);
    const QString name = u"new%1:1b"_s.arg(++m_rows);
    // The list is asked for more often than once.
    if (doing == Doing::ListingModels)
        m_server->listing = reply;
    else
        m_server->once("POST", path(doing), reply);
    begin(doing, name);
    QTRY_VERIFY_WITH_TIMEOUT(errorOf(doing, name), 30'000);
    const base::Error error = *errorOf(doing, name);
    QCOMPARE(int(error.kind), int(kind));
    const QString subject = doing == Doing::Answering ? model
                            : doing == Doing::Pulling ? name
                                                      : m_desk->core->serverName();
    support::checkSaid(*m_desk, m_language, error, doing, subject);
    if (QTest::currentTestFailed())
        return;
    if (doing == Doing::Answering)
        checkKept(kept);

    m_server->listing.reset();
    if (doing == Doing::Answering)
        QTest::keyClick(m_desk->window.get(), Qt::Key_R, Qt::ControlModifier);
    else
        begin(doing, name);
    QTRY_VERIFY(isDone(doing, name));
    QTRY_COMPARE(m_desk->core->connection().state(), server::Connection::State::Ready);
}

void TestBadServers::addressesThatFail_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("wrong name") << u"no such host"_s << Kind::HostNotFound;
    QTest::newRow("closed port") << u"closed"_s << Kind::Unreachable;
    QTest::newRow("black hole") << u"hole"_s << Kind::TimedOut;
    QTest::newRow("SSH") << u"SSH-2.0-OpenSSH_9.2\r\n"_s << Kind::Protocol;
    QTest::newRow("a web server") << u"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>"_s
                                  << Kind::Protocol;
    QTest::newRow("an empty object") << u"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"_s << Kind::Protocol;
}

// Another address, then the good one again.
void TestBadServers::addressesThatFail()
{
    QFETCH(QString, place);
    QFETCH(Kind, kind);
    const BlackHole hole;
    support::FaultServer other;
    other.onConnect(Reply().raw(place.toLatin1()).fin());
    const QString closed = u"http://127.0.0.1:%1"_s.arg(support::FaultServer().port());
    const QString address = place == u"no such host"_s ? u"http://no-such-host.invalid:11434"_s
                            : place == u"closed"_s     ? closed
                            : place == u"hole"_s       ? u"http://127.0.0.1:%1"_s.arg(hole.hole.serverPort())
                                                       : other.url().toString();
    const server::Connection &connection = m_desk->core->connection();
    m_desk->useServer(QUrl(address));
    QTRY_VERIFY_WITH_TIMEOUT(connection.state() == server::Connection::State::Offline, 20'000);
    QCOMPARE(int(connection.error()->kind), int(kind));
    m_desk->window->show(ui::Page::Chats);
    support::checkSaid(*m_desk, m_language, *connection.error(), Doing::Connecting,
                       m_desk->core->serverName());
    if (QTest::currentTestFailed())
        return;
    m_desk->ask(u"A question"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->last().error, 20'000);
    support::checkSaid(*m_desk, m_language, *m_desk->last().error, Doing::Answering, model);
    if (QTest::currentTestFailed())
        return;
    checkKept({});

    m_desk->useServer(m_server->url());
    QTRY_COMPARE(connection.state(), server::Connection::State::Ready);
    QTest::keyClick(m_desk->window.get(), Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(isDone(Doing::Answering, {}));
    QTRY_VERIFY(isDone(Doing::ListingModels, {}));
}

void TestBadServers::aModelRemovedWhileInUse()
{
    const auto removed = m_server->models;
    m_server->models.removeIf([](const support::FakeModel &one) { return one.name == model; });
    begin(Doing::Answering, {});
    QTRY_VERIFY(m_desk->last().error);
    QCOMPARE(int(m_desk->last().error->kind), int(Kind::ModelNotFound));
    support::checkSaid(*m_desk, m_language, *m_desk->last().error, Doing::Answering, model);
    if (QTest::currentTestFailed())
        return;
    checkKept({});
    QTRY_VERIFY(!m_desk->core->installed().contains(model)); // the list has noticed
    m_server->models = removed;
    QTest::keyClick(m_desk->window.get(), Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(isDone(Doing::Answering, {}));
    m_desk->core->installed().refresh();
    QTRY_VERIFY(isDone(Doing::ListingModels, {}));
}

void TestBadServers::aNameThatIsNone()
{
    const auto before = m_server->count("POST", "/api/pull");
    for (const QString &name : {u"two words"_s, u"a/b/c/d:e"_s, u"名字"_s, u":"_s}) {
        begin(Doing::Pulling, name);
        support::checkSaid(*m_desk, m_language, {Kind::Invalid, name}, Doing::Pulling, name);
    }
    QCOMPARE(m_server->count("POST", "/api/pull"), before);
    begin(Doing::Pulling, u"right:1b"_s);
    QTRY_VERIFY(isDone(Doing::Pulling, u"right:1b"_s));
}

QTEST_MAIN(TestBadServers)
#include "tst_BadServers.moc"
