// The window against a real engine where things go wrong: each is said in both languages with its next step,
// keeps what came, and the same window goes on with the same engine afterwards.
#include "library/ModelsPage.h"
#include "support/FaultServer.h"
#include "support/RealParts.h"
#include "support/Said.h"
#include "support/TinyDisk.h"

#include <QAbstractButton>
#include <QAbstractProxyModel>
#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;
using support::RealParts;
using ui::Doing;

class TestBadInput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const auto parts = RealParts::fromEnvironment();
        QVERIFY2(parts, support::withoutRealParts);
        m_model = parts->registryModel();
        support::hideEngines(m_home);
        m_language.apply(u"en"_s);
        const QString models = m_home.path(u"models"_s);
        QVERIFY(QDir().mkpath(models));
        m_disk = std::make_unique<support::TinyDisk>(models, 160 << 20);
        QVERIFY(m_disk->isMounted());
        m_engine = std::make_unique<support::OwnEngine>(*parts, models);
        QVERIFY(m_engine->start());
        m_desk = std::make_unique<support::Desk>(m_engine->address());
        pull(m_model);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->core->installed().contains(m_model), 120'000);
        m_desk->chats()->useModel(m_model);
    }
    void cleanupTestCase()
    {
        m_desk.reset();
        m_engine.reset();
        m_disk.reset();
    }
    void init() { m_language.apply(u"en"_s); }

    void aNameThatIsNone();
    void aModelThatDoesNotExist();
    void registriesThatFail_data();
    void registriesThatFail();
    void registriesThatLie_data();
    void registriesThatLie();
    void aDiskWithoutRoomForAModel();
    void anAddressWithNothingBehindIt();
    void aModelRemovedWhileInUse();
    void anEngineKilledInTheMiddleOfAnAnswer();

private:
    void pull(const QString &name);
    std::optional<base::Error> pullError(const QString &name) const;
    void begin();
    void waitForAnswer();

    support::TempHome m_home;
    ui::Language m_language;
    QString m_model;
    std::unique_ptr<support::TinyDisk> m_disk; // where the engine keeps its models
    std::unique_ptr<support::OwnEngine> m_engine;
    std::unique_ptr<support::Desk> m_desk;
};

// As a person does it.
void TestBadInput::pull(const QString &name)
{
    m_desk->window->show(ui::Page::Models);
    auto *page = m_desk->window->findChild<ui::ModelsPage *>();
    page->showTab(ui::ModelsPage::Tab::Downloads);
    page->findChild<QLineEdit *>(u"pullName"_s)->setText(name);
    page->findChild<QAbstractButton *>(u"pullButton"_s)->click();
}

std::optional<base::Error> TestBadInput::pullError(const QString &name) const
{
    const library::Downloads &pulls = m_desk->core->downloads();
    const int row = pulls.rowOf(name);
    const QVariant error = row < 0 ? QVariant() : pulls.index(row).data(library::Downloads::ErrorRole);
    return error.isValid() ? std::optional(error.value<base::Error>()) : std::nullopt;
}

// A question in a conversation of its own.
void TestBadInput::begin()
{
    m_desk->window->show(ui::Page::Chats);
    m_desk->chats()->ask(u"Write a very long story about a river and a mountain."_s, m_model);
}

void TestBadInput::waitForAnswer()
{
    m_desk->chats()->regenerate();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->last().text.size() > 20, 120'000);
    m_desk->chats()->stopAnswer();
    QTRY_COMPARE(m_desk->last().state, chat::MessageState::Stopped);
}

void TestBadInput::aNameThatIsNone()
{
    pull(u"two words"_s);
    support::checkSaid(*m_desk, m_language, {Kind::Invalid, u"two words"_s}, Doing::Pulling, u"two words"_s);
}

void TestBadInput::aModelThatDoesNotExist()
{
    const QString name = m_model.chopped(4) + u"1b"_s;
    pull(name);
    QTRY_VERIFY_WITH_TIMEOUT(pullError(name), 60'000);
    QCOMPARE(int(pullError(name)->kind), int(Kind::ModelNotFound));
    support::checkSaid(*m_desk, m_language, *pullError(name), Doing::Pulling, name);
    pull(m_model); // what exists is still pulled
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->core->downloads().runningCount() == 0, 60'000);
    QVERIFY(m_desk->core->installed().contains(m_model));
}

void TestBadInput::registriesThatFail_data()
{
    using support::Reply;
    QTest::addColumn<std::optional<Reply>>("manifest"); // nothing: nobody listens
    QTest::addColumn<Kind>("kind");
    QTest::newRow("nobody listens") << std::optional<Reply>() << Kind::Registry;
    QTest::newRow("500") << std::optional(Reply::whole(500, "oops")) << Kind::Registry;
    QTest::newRow("cut") << std::optional(Reply().head(200).chunk("{\"schemaVersion\":2,").reset())
                         << Kind::Registry;
    QTest::newRow("private") << std::optional(Reply::whole(401, "{}")) << Kind::Registry;
    QTest::newRow("forbidden") << std::optional(Reply::whole(403, "{}")) << Kind::Registry;
    QTest::newRow("a page") << std::optional(Reply::whole(200, "<html>Hello</html>", "text/html"))
                            << Kind::Registry;
}

// Between the engine and the models it fetches.
void TestBadInput::registriesThatFail()
{
    QFETCH(std::optional<support::Reply>, manifest);
    QFETCH(Kind, kind);
    support::FaultServer registry;
    if (manifest)
        registry.on("GET", "/v2/library/m/manifests/1b", *manifest);
    const QString host = manifest ? registry.url().authority() : u"127.0.0.1:1"_s;
    const QString name = host + u"/library/m:1b"_s;
    pull(name);
    QTRY_VERIFY_WITH_TIMEOUT(pullError(name), 120'000);
    QVERIFY2(pullError(name)->kind == kind, qPrintable(pullError(name)->detail));
    support::checkSaid(*m_desk, m_language, *pullError(name), Doing::Pulling, name);
    QCOMPARE(m_desk->core->connection().state(), server::Connection::State::Ready);
}

// A manifest with one layer that is not what it says: bytes of another digest, a digest that is a path
// (reliability.md PUL-06, T16). The config is in order: what has the digest of another layer the engine does
// not check, and of a size that nobody has room for it makes notes until its disk is full.
void TestBadInput::registriesThatLie_data()
{
    QTest::addColumn<QByteArray>("digest");
    QTest::newRow("other bytes") << "sha256:" + QByteArray(64, '0');
    QTest::newRow("a path") << QByteArray("sha256:../../../../escaped");
}

void TestBadInput::registriesThatLie()
{
    using support::Reply;
    QFETCH(QByteArray, digest);
    support::FaultServer registry;
    const auto has = [&registry](const QByteArray &bytes, const QByteArray &named) {
        const QByteArray path = "/v2/library/m/blobs/" + named;
        const QByteArray length = "Content-Length: " + QByteArray::number(bytes.size());
        registry.on("HEAD", path, Reply().head(200, {length}));
        registry.on("GET", path, Reply().head(200, {length, "Location: #"}).raw(bytes));
    };
    const QByteArray config = "{}";
    const QByteArray configDigest =
        "sha256:" + QCryptographicHash::hash(config, QCryptographicHash::Sha256).toHex();
    has(config, configDigest);
    has("oops", digest);
    registry.on(
        "GET", "/v2/library/m/manifests/1b",
        Reply::whole(
            200, R"({"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json",)"
                 R"("config":{"mediaType":"application/vnd.docker.container.image.v1+json","digest":")" +
                     configDigest +
                     R"(","size":2},"layers":[{"mediaType":"application/vnd.ollama.image.model","digest":")" +
                     digest + R"(","size":4}]})"));
    m_desk->core->downloads().setRetryPolicy({.waits = {}});
    const QString name = registry.url().authority() + u"/library/m:1b"_s;
    pull(name);
    QTRY_VERIFY_WITH_TIMEOUT(pullError(name), 120'000);
    const auto *list = m_desk->window->findChild<QListView *>(u"downloads"_s);
    const library::Downloads &downloads = m_desk->core->downloads();
    const QModelIndex row = qobject_cast<QAbstractProxyModel *>(list->model())
                                ->mapFromSource(downloads.index(downloads.rowOf(name)));
    const QString said = row.data(Qt::AccessibleTextRole).toString();
    const bool isDamaged = library::faultOf(*pullError(name)) == library::Fault::Damaged;
    QVERIFY2(
        said.contains(
            isDamaged
                ? u"arrived damaged"_s
                : ui::errorText(*pullError(name), Doing::Pulling, name, m_desk->core->serverName()).what),
        qPrintable(said));
    QVERIFY(!m_desk->core->installed().contains(name));
    QDirIterator files(m_home.path({}), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        QVERIFY(!files.next().contains(u"escaped"_s));
    m_desk->core->downloads().setRetryPolicy({});
    QCOMPARE(m_desk->core->connection().state(), server::Connection::State::Ready);
}

void TestBadInput::aDiskWithoutRoomForAModel()
{
    auto *removal = m_desk->core->backend().remove(m_model, this);
    QVERIFY(support::outcome<void>(removal).isFinished);
    // Not quite full: an engine that cannot even note what it has begun answers every later pull with "EOF".
    QVERIFY(m_disk->fill(30 << 20));
    pull(m_model);
    QTRY_VERIFY_WITH_TIMEOUT(pullError(m_model), 120'000);
    QVERIFY2(pullError(m_model)->kind == Kind::NoSpace, qPrintable(pullError(m_model)->detail));
    support::checkSaid(*m_desk, m_language, *pullError(m_model), Doing::Pulling, m_model);
    QVERIFY(m_disk->empty());
    m_desk->core->installed().refresh();
    QTRY_VERIFY(!m_desk->core->installed().contains(m_model));
    pull(m_model);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->core->installed().contains(m_model), 120'000);
}

void TestBadInput::anAddressWithNothingBehindIt()
{
    const server::Connection &connection = m_desk->core->connection();
    begin();
    m_desk->chats()->stopAnswer();
    for (const QString &address : {u"http://no-such-host.invalid:11434"_s, u"http://127.0.0.1:1"_s}) {
        m_desk->useServer(QUrl(address));
        QTRY_VERIFY_WITH_TIMEOUT(connection.state() == server::Connection::State::Offline &&
                                     connection.serverUrl() == QUrl(address),
                                 20'000);
        m_desk->chats()->regenerate();
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->last().error, 20'000);
        support::checkSaid(*m_desk, m_language, *m_desk->last().error, Doing::Answering, m_model);
    }
    m_desk->useServer(m_engine->address());
    QTRY_COMPARE(connection.state(), server::Connection::State::Ready);
    waitForAnswer();
}

void TestBadInput::aModelRemovedWhileInUse()
{
    // By another program, so that the window does not know.
    auto *removal = m_desk->core->backend().remove(m_model, this);
    QVERIFY(support::outcome<void>(removal).isFinished);
    begin();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->last().error, 60'000);
    QCOMPARE(int(m_desk->last().error->kind), int(Kind::ModelNotFound));
    support::checkSaid(*m_desk, m_language, *m_desk->last().error, Doing::Answering, m_model);
    const chat::Id id = m_desk->core->sessions().current()->conversation().id;
    pull(m_model);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->core->installed().contains(m_model), 120'000);
    m_desk->window->show(ui::Page::Chats);
    m_desk->chats()->openConversation(id);
    waitForAnswer();
}

void TestBadInput::anEngineKilledInTheMiddleOfAnAnswer()
{
    begin();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->last().text.size() > 100, 120'000);
    m_engine->kill();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->last().state, chat::MessageState::Interrupted, 20'000);
    const QString kept = m_desk->last().text;
    QVERIFY(kept.size() > 100);
    support::checkSaid(*m_desk, m_language, *m_desk->last().error, Doing::Answering, m_model);
    QObject context;
    QString stored;
    m_desk->core->store().path(&context, m_desk->core->sessions().current()->conversation().id,
                               [&](const auto &path) { stored = path ? path->last().text : QString(); });
    QTRY_COMPARE(stored, kept);

    QTRY_COMPARE_WITH_TIMEOUT(m_desk->core->connection().state(), server::Connection::State::Offline, 20'000);
    QVERIFY(m_engine->start());
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->core->connection().state(), server::Connection::State::Ready, 60'000);
    waitForAnswer();
}

int main(int argc, char **argv)
{
    if (!support::enterOwnMounts())
        return 1;
    QApplication app(argc, argv);
    TestBadInput test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_BadInput.moc"
