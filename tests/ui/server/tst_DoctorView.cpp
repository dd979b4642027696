// The doctor's ladder on the screen: live, by keyboard, for a screen reader, in every language.
#include "server/DoctorView.h"
#include "support/Checkup.h"
#include "support/FakeOllama.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTranslator>

using namespace Qt::StringLiterals;
using server::Rung;
using support::FakeModel;
using support::FakeOllama;
using support::Reply;
using ui::DoctorView;
using ui::FindingBox;
using ui::RungRow;

namespace {

const FakeModel small{.name = u"small:1b"_s, .sizeBytes = 1'000};
const server::System withEngine{.hasEngine = true};

struct Shown
{
    explicit Shown(const base::Access &access, const server::System &system = withEngine)
        : view(std::make_unique<server::Probe>(http,
                                               [this](const base::Access &to) {
                                                   return std::make_unique<server::ServerBackend>(
                                                       ui::backendsOver(http), to);
                                               }),
               system)
    {
        view.resize(800, 600);
        view.show();
        if (!QTest::qWaitForWindowExposed(&view))
            qFatal("the window does not come");
        view.setRequest({.access = access});
    }
    bool isOver() const { return !view.facts().isRunning; }
    RungRow *row(Rung rung) const { return view.findChildren<RungRow *>().at(static_cast<int>(rung)); }
    QAbstractButton *button(const char *name) const
    {
        return view.findChild<QAbstractButton *>(QLatin1StringView(name));
    }

    net::Http http;
    DoctorView view;
};

} // namespace

class TestDoctorView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsRungsWhileTheyAreClimbed();
    void opensBelowTheRungThatFailed();
    void quickTestEndsInAnAnswer();
    void hasRoomForALongAnswer();
    void stopsWhenItIsTold();
    void copiesTheReportAndTheCommand();
    void hasACommandForEachWayAnEngineIsRun();
    void goesFromRungToRungByKeyboard();
    void isAListForScreenReaders();
    void asksItsPageToAct_data();
    void asksItsPageToAct();
    void isWordedAnewInAnotherLanguage();
    void fitsANarrowPage();
};

void TestDoctorView::showsRungsWhileTheyAreClimbed()
{
    FakeOllama engine({small});
    engine.on(
        "GET", "/api/tags",
        Reply().head(200).waitFor("list").chunk(R"({"models":[{"name":"small:1b","size":1}]})").endChunks());
    Shown shown(engine.url());
    QTRY_VERIFY(engine.isWaiting("list"));
    QVERIFY2(shown.row(Rung::Version)->accessibleName().contains("0.17.4"_L1),
             qPrintable(shown.row(Rung::Version)->accessibleName()));
    QVERIFY(shown.row(Rung::Models)->accessibleName().contains("checking"_L1));
    QVERIFY(!shown.isOver());
    engine.open("list");
    QTRY_VERIFY(shown.isOver());
    QVERIFY(shown.row(Rung::Models)->accessibleName().contains("1 model"_L1));
    QVERIFY(shown.row(Rung::Answer)->accessibleName().contains("not checked"_L1));
}

void TestDoctorView::opensBelowTheRungThatFailed()
{
    FakeOllama engine({small});
    engine.goAway();
    Shown shown(engine.url());
    QTRY_VERIFY(shown.isOver());
    const auto boxes = shown.view.findChildren<FindingBox *>();
    QCOMPARE(boxes.size(), 1);
    QCOMPARE(boxes.first()->parentWidget(), shown.row(Rung::Port));
    QVERIFY(boxes.first()->isVisible());
    QVERIFY(boxes.first()->geometry().top() >= 32);
    // It is there again, and a check finds it so.
    engine.comeBack();
    QSignalSpy asked(&shown.view, &DoctorView::checkRequested);
    shown.button("checkAgain")->click();
    QCOMPARE(asked.size(), 1); // whoever else shows how the server is asks again, too
    QTRY_VERIFY(shown.isOver());
    QVERIFY(!shown.view.facts().failedRung());
    QVERIFY(!shown.row(Rung::Port)->findChild<FindingBox *>());
}

void TestDoctorView::quickTestEndsInAnAnswer()
{
    FakeOllama engine({small});
    Shown shown(engine.url());
    QTRY_VERIFY(shown.isOver());
    QCOMPARE(engine.count("POST", "/api/chat"), 0);
    shown.button("quickTest")->click();
    QTRY_VERIFY(shown.isOver());
    QCOMPARE(engine.count("POST", "/api/chat"), 1);
    QVERIFY2(
        shown.row(Rung::Answer)->accessibleName().contains(u"small:1b answered: “Paris is the capital.”"_s),
        qPrintable(shown.row(Rung::Answer)->accessibleName()));
}

void TestDoctorView::hasRoomForALongAnswer()
{
    FakeOllama engine({small});
    engine.answer = {u"The capital is a city that has more to tell than fits in one line of this page"_s,
                     u""_s};
    Shown shown(engine.url());
    shown.view.resize(500, 600);
    QTRY_VERIFY(shown.isOver());
    shown.button("quickTest")->click();
    QTRY_VERIFY(shown.isOver());
    for (const QLabel *label : shown.row(Rung::Answer)->findChildren<QLabel *>()) {
        if (label->wordWrap())
            QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }
}

void TestDoctorView::stopsWhenItIsTold()
{
    FakeOllama engine({small});
    engine.on("GET", "/api/version", Reply().stall());
    Shown shown(engine.url());
    QTRY_COMPARE(engine.requests().size(), 1);
    shown.button("checkAgain")->click(); // "Stop", as long as it runs
    QVERIFY(shown.isOver());
    QTRY_COMPARE(engine.openConnectionCount(), 0);
    QVERIFY(shown.row(Rung::Http)->accessibleName().contains("not checked"_L1));
}

void TestDoctorView::copiesTheReportAndTheCommand()
{
    FakeOllama engine({small});
    engine.goAway();
    base::Access access{engine.url()};
    access.key = "sk-CANARY";
    Shown shown(access);
    QTRY_VERIFY(shown.isOver());
    shown.button("copyReport")->click();
    const QString report = QGuiApplication::clipboard()->text();
    QCOMPARE(report, shown.view.report());
    QVERIFY(report.contains("ollama serve"_L1));
    QVERIFY(!report.contains("CANARY"_L1));
    shown.button("copyCommand")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"ollama serve"_s);
}

// Where it is another machine's, nobody knows which.
void TestDoctorView::hasACommandForEachWayAnEngineIsRun()
{
    support::FaultServer proxy;
    proxy.on("GET", "/api/version", Reply::whole(403, ""));
    proxy.on("GET", "http://engine.example:11434/api/version", Reply::whole(403, ""));
    base::Access access{QUrl(u"http://engine.example:11434"_s)};
    access.proxy = {.use = base::Proxy::Use::Http,
                    .host = u"127.0.0.1"_s,
                    .port = proxy.port(),
                    .user = {},
                    .password = {}};
    Shown shown(access);
    QTRY_VERIFY(shown.isOver());
    auto *ways = shown.view.findChild<QComboBox *>(u"engineWay"_s);
    auto *command = shown.view.findChild<QLabel *>(u"command"_s);
    QVERIFY(ways && command);
    QCOMPARE(ways->count(), 5);
    QVERIFY2(command->text().contains("systemctl restart"_L1), qPrintable(command->text()));
    ways->setFocus();
    QTest::keyClick(ways, Qt::Key_Down);
    QVERIFY2(command->text().contains("docker run"_L1), qPrintable(command->text()));
    QVERIFY(command->accessibleName().contains("docker run"_L1));
    shown.button("copyCommand")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), command->text());
    QTRY_VERIFY(command->height() >= command->heightForWidth(command->width()));
}

void TestDoctorView::goesFromRungToRungByKeyboard()
{
    FakeOllama engine({small});
    Shown shown(engine.url());
    QTRY_VERIFY(shown.isOver());
    shown.row(Rung::Name)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(shown.view.focusWidget(), Qt::Key_Down);
    QVERIFY(shown.row(Rung::Proxy)->hasFocus());
    QTest::keyClick(shown.view.focusWidget(), Qt::Key_Up);
    QTest::keyClick(shown.view.focusWidget(), Qt::Key_Up);
    QVERIFY(shown.row(Rung::Name)->hasFocus());
}

void TestDoctorView::isAListForScreenReaders()
{
    FakeOllama engine({small});
    engine.on("GET", "/api/version", Reply::whole(401, "{}"));
    Shown shown(engine.url());
    QTRY_VERIFY(shown.isOver());
    auto *ladder = shown.view.findChild<QWidget *>(u"ladder"_s);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(ladder);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), static_cast<int>(server::rungCount));
    QAccessibleInterface *key = list->child(static_cast<int>(Rung::Key));
    QCOMPARE(key->role(), QAccessible::ListItem);
    QCOMPARE(key->text(QAccessible::Name), u"Key, failed: The server asks for a key."_s);
    QVERIFY(key->text(QAccessible::Description).contains("API key"_L1));
}

void TestDoctorView::asksItsPageToAct_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("asked");
    QTest::newRow("key") << 401 << QByteArray("{}") << u"key"_s;
    QTest::newRow("address") << 200 << QByteArray("<html>") << u"address"_s;
    QTest::newRow("models") << 0 << QByteArray() << u"models"_s;
    QTest::newRow("engine") << -1 << QByteArray() << u"engine"_s;
}

void TestDoctorView::asksItsPageToAct()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, asked);
    FakeOllama engine;
    if (status > 0)
        engine.on("GET", "/api/version", Reply::whole(status, body));
    if (status < 0)
        engine.goAway();
    Shown shown(engine.url());
    QTRY_VERIFY(shown.isOver());
    QStringList heard;
    connect(&shown.view, &DoctorView::keyRequested, this, [&] { heard.append(u"key"_s); });
    connect(&shown.view, &DoctorView::addressRequested, this, [&] { heard.append(u"address"_s); });
    connect(&shown.view, &DoctorView::modelsRequested, this, [&] { heard.append(u"models"_s); });
    connect(&shown.view, &DoctorView::startEngineRequested, this, [&] { heard.append(u"engine"_s); });
    auto *action = shown.button("doctorAction");
    QVERIFY(action);
    action->setFocus();
    QTest::keyClick(action, Qt::Key_Space);
    QCOMPARE(heard, QStringList{asked});
}

void TestDoctorView::isWordedAnewInAnotherLanguage()
{
    FakeOllama engine({small});
    engine.goAway();
    Shown shown(engine.url());
    QTRY_VERIFY(shown.isOver());
    const QString before = shown.row(Rung::Port)->accessibleName();
    struct Marked : QTranslator
    {
        bool isEmpty() const override { return false; }
        QString translate(const char *, const char *text, const char *, int) const override
        {
            return u'«' + QString::fromUtf8(text) + u'»';
        }
    } marked;
    QCoreApplication::installTranslator(&marked);
    QTRY_VERIFY(shown.row(Rung::Port)->accessibleName() != before);
    const auto labels = shown.view.findChild<FindingBox *>()->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->objectName() != "command"_L1)
            QVERIFY2(label->text().startsWith(u'«'), qPrintable(label->text()));
    }
    QCoreApplication::removeTranslator(&marked);
}

void TestDoctorView::fitsANarrowPage()
{
    FakeOllama engine({small});
    engine.goAway();
    Shown shown(engine.url());
    QTRY_VERIFY(shown.isOver());
    shown.view.resize(320, 600);
    QCoreApplication::processEvents();
    const auto labels = shown.view.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        const QRect at(label->mapTo(&shown.view, QPoint()), label->size());
        QVERIFY2(!label->isVisible() || at.right() <= shown.view.width(), qPrintable(label->text()));
    }
}

QTEST_MAIN(TestDoctorView)
#include "tst_DoctorView.moc"
