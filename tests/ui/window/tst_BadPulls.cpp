// Downloads in the real window from a server that is busy, errs or lies (reliability.md PUL-04, 08, 09 and
// T16).
#include "library/DownloadsPage.h"
#include "library/DownloadsProxy.h"
#include "library/ModelsPage.h"
#include "support/Desk.h"
#include "support/FakeOllama.h"

#include <QLabel>
#include <QListView>
#include <QSignalSpy>

using library::Downloads;
using support::Desk;
using support::FakeOllama;
using support::Reply;
using State = Downloads::State;
using namespace Qt::StringLiterals;

namespace {

const QString model = u"gemma3:270m"_s;
const QByteArray success = R"({"status":"success"})";

QByteArray frame(const QByteArray &digest, const QByteArray &total, const QByteArray &completed)
{
    return R"({"status":"pulling","digest":")" + digest + R"(","total":)" + total + R"(,"completed":)" +
           completed + "}";
}

State state(const Desk &desk, int row)
{
    return desk.core->downloads().index(row).data(Downloads::StateRole).value<State>();
}

// Nothing that turns text round or commands a terminal.
bool isHarmless(const QString &text)
{
    return !text.contains(QChar(0x202e)) && !text.contains(QChar(0x1b));
}

} // namespace

class TestBadPulls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { support::hideEngines(m_home); }

    void answersWhileThreeArePulled()
    {
        FakeOllama server({{.name = model}});
        server.on("POST", "/api/pull",
                  Reply()
                      .head(200)
                      .chunk(frame("sha256:aa", "1000", "0") + '\n')
                      .chunk(frame("sha256:aa", "1000", "400") + '\n')
                      .stall());
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        QVERIFY(desk.core->settings().set(settings::Key::DownloadsAtOnce, 3));
        Downloads &downloads = desk.core->downloads();
        for (const QString &name : {u"a:1"_s, u"b:1"_s, u"c:1"_s})
            QVERIFY(downloads.pull(name));
        for (int row = 0; row < 3; ++row)
            QTRY_COMPARE(downloads.index(row).data(Downloads::CompletedRole).toLongLong(), 400);
        desk.ask(u"Hello"_s);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        desk.ask(u"And again"_s);
        QTRY_COMPARE(desk.transcript().rowCount(), 4);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QCOMPARE(downloads.runningCount(), 3);
        QCOMPARE(desk.core->connection().state(), server::Connection::State::Ready);
    }

    void believesNothingThatEndsWithoutSuccess()
    {
        FakeOllama server({{.name = model}});
        server.on("POST", "/api/pull",
                  Reply::lines({R"({"status":"pulling manifest"})", frame("sha256:aa", "1000", "1000"),
                                R"({"status":"writing manifest"})"}));
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        Downloads &downloads = desk.core->downloads();
        downloads.setRetryPolicy({.waits = {}});
        QVERIFY(downloads.pull(u"a:1"_s));
        QTRY_COMPARE(state(desk, 0), State::Failed);
        QCOMPARE(downloads.index(0).data(Downloads::ErrorRole).value<base::Error>().kind,
                 base::Error::Kind::Interrupted);
        QVERIFY(downloads.index(0).data(Downloads::FractionRole).toDouble() < 1);
        QVERIFY(!desk.core->installed().contains(u"a:1"_s));
        QCOMPARE(server.count("POST", "/api/pull"), 1);
    }

    void showsWhatAServerLiesHarmlessly_data()
    {
        QTest::addColumn<QList<QByteArray>>("frames");
        const QByteArray big = "1000000000000000"; // a petabyte
        QTest::newRow("a path") << QList{frame("../../../../etc/passwd", "1000", "500")};
        QTest::newRow("a petabyte") << QList{frame("sha256:aa", big, "1"), frame("sha256:aa", big, big)};
        QTest::newRow("sums that overflow")
            << QList{frame("a", "9000000000000000000", "1"), frame("b", "9000000000000000000", "2")};
        QTest::newRow("no number fits") << QList{frame("sha256:aa", "99999999999999999999999", "1")};
        QTest::newRow("negative") << QList{frame("sha256:aa", "-5", "-7")};
        QTest::newRow("nothing of nothing") << QList{frame("sha256:aa", "0", "0")};
        QTest::newRow("more than all") << QList{frame("sha256:aa", "1000", "5000")};
        QTest::newRow("a total that changes")
            << QList{frame("sha256:aa", "1000", "900"), frame("sha256:aa", "10", "9"),
                     frame("sha256:aa", "100000", "950")};
        QTest::newRow("backwards") << QList{frame("sha256:aa", "1000", "900"),
                                            frame("sha256:aa", "1000", "100")};
        QTest::newRow("text that turns") << QList{frame("sha256:\\u202eaa\\u001b[31m", "1000", "10")};
        QTest::newRow("very long") << QList{frame(QByteArray(100'000, 'x'), "1000", "10")};
    }
    void showsWhatAServerLiesHarmlessly()
    {
        QFETCH(QList<QByteArray>, frames);
        FakeOllama server({{.name = model}});
        Reply reply = Reply().head(200);
        for (const QByteArray &one : frames)
            reply.chunk(one + '\n');
        server.on("POST", "/api/pull", reply.waitFor("looked at").chunk(success + '\n').endChunks());
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        desk.window->show(ui::Page::Models);
        auto *page = desk.window->findChild<ui::ModelsPage *>();
        page->showTab(ui::ModelsPage::Tab::Downloads);
        QVERIFY(desk.core->downloads().pull(u"a:1"_s));
        auto *list = page->findChild<QListView *>(u"downloads"_s);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return, Qt::AltModifier); // its layers
        QTRY_VERIFY(server.isWaiting("looked at"));
        // The row is told of within a second at the latest; by the second time all has long been read.
        QSignalSpy told(&desk.core->downloads(), &Downloads::dataChanged);
        for (int time = 0; time < 2 && state(desk, 0) != State::Failed; ++time) {
            QVERIFY(told.wait());
            const QModelIndex row = list->model()->index(0, 0);
            const double fraction = row.data(Downloads::FractionRole).toDouble();
            QVERIFY(fraction >= 0 && fraction < 1);
            const QString spoken = row.data(Qt::AccessibleTextRole).toString();
            QVERIFY2(isHarmless(spoken) && spoken.size() < 400, qPrintable(spoken.left(400)));
        }
        const QList<QLabel *> labels = page->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QVERIFY2(isHarmless(label->text()), qPrintable(label->objectName()));
        QVERIFY(page->width() <= desk.window->width());
        server.open("looked at");
        QTRY_VERIFY(state(desk, 0) == State::Done || state(desk, 0) == State::Failed);
    }

private:
    support::TempHome m_home;
};

QTEST_MAIN(TestBadPulls)
#include "tst_BadPulls.moc"
