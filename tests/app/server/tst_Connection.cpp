#include "server/Connection.h"
#include "support/FakeBackend.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using base::Error;
using server::Connection;
using namespace std::chrono_literals;

namespace {

const Error refusedConnection{Error::Kind::Unreachable, QStringLiteral("Connection refused")};

class CountingBackend : public support::FakeBackend
{
public:
    backend::ServerInfoOperation *serverInfo(QObject *parent) override
    {
        ++asked;
        return FakeBackend::serverInfo(parent);
    }
    int asked = 0;
};

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isConnectingUntilTheServerAnswers()
    {
        CountingBackend backend;
        Connection connection(backend);
        QSignalSpy stateChanged(&connection, &Connection::stateChanged);
        QSignalSpy serverChanged(&connection, &Connection::serverChanged);
        QCOMPARE(connection.state(), Connection::State::Connecting);
        QCOMPARE(backend.asked, 0);
        connection.start();
        QCOMPARE(connection.state(), Connection::State::Connecting);
        QVERIFY(stateChanged.wait());
        QCOMPARE(connection.state(), Connection::State::Ready);
        QCOMPARE(connection.info().version, QStringLiteral("0.17.4"));
        QVERIFY(!connection.error());
        QCOMPARE(serverChanged.count(), 1);
    }

    void saysWhyItIsOffline()
    {
        CountingBackend backend;
        backend.info = std::unexpected(refusedConnection);
        Connection connection(backend);
        QSignalSpy stateChanged(&connection, &Connection::stateChanged);
        QSignalSpy serverChanged(&connection, &Connection::serverChanged);
        connection.start();
        QVERIFY(stateChanged.wait());
        QCOMPARE(connection.state(), Connection::State::Offline);
        QCOMPARE(connection.error(), refusedConnection);
        QCOMPARE(serverChanged.count(), 0);
    }

    void asksOnceForSeveralChecks()
    {
        CountingBackend backend;
        Connection connection(backend);
        QSignalSpy stateChanged(&connection, &Connection::stateChanged);
        connection.start();
        connection.check();
        connection.check();
        QVERIFY(stateChanged.wait());
        QCOMPARE(backend.asked, 1);
        connection.check();
        QCOMPARE(backend.asked, 2);
    }

    void noticesByItselfThatTheServerIsBack()
    {
        CountingBackend backend;
        backend.info = std::unexpected(refusedConnection);
        Connection connection(backend);
        QSignalSpy stateChanged(&connection, &Connection::stateChanged);
        QSignalSpy serverChanged(&connection, &Connection::serverChanged);
        connection.start();
        QVERIFY(stateChanged.wait());
        QElapsedTimer clock;
        clock.start();
        backend.info = backend::ServerInfo{QStringLiteral("0.17.4")};
        QVERIFY(serverChanged.wait());
        QVERIFY2(clock.elapsed() >= 900, "the first retry comes after a second");
        QCOMPARE(connection.state(), Connection::State::Ready);
        QVERIFY(!connection.error());
    }

    void looksSoonAgainAfterACheckThatFailed()
    {
        CountingBackend backend;
        backend.info = std::unexpected(refusedConnection);
        Connection connection(backend);
        connection.start();
        // Four failures in a row: left alone, the next look would be 8 s away.
        QTRY_VERIFY((connection.check(), backend.asked >= 4));
        const int before = backend.asked;
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY(backend.asked > before);
        QVERIFY(clock.elapsed() < 4000);
    }

    void isConnectingWhileAServerStarts()
    {
        CountingBackend backend;
        backend.info = std::unexpected(refusedConnection);
        Connection connection(backend);
        QSignalSpy stateChanged(&connection, &Connection::stateChanged);
        connection.start();
        QTRY_COMPARE(connection.state(), Connection::State::Offline);
        stateChanged.clear();

        connection.expectServer();
        QCOMPARE(connection.state(), Connection::State::Connecting);
        const int before = backend.asked;
        QTRY_VERIFY(backend.asked >= before + 3); // three refusals later
        QCOMPARE(connection.state(), Connection::State::Connecting);
        QVERIFY(!connection.error());
        backend.info = backend::ServerInfo{QStringLiteral("0.17.4")};
        QTRY_COMPARE(connection.state(), Connection::State::Ready);
        QCOMPARE(stateChanged.count(), 2);

        // It answered once: from now on a refusal is what it is.
        backend.info = std::unexpected(refusedConnection);
        connection.check();
        QTRY_COMPARE(connection.state(), Connection::State::Offline);
    }

    void saysThatAServerWhichWasStartedDidNotCome()
    {
        CountingBackend backend;
        backend.info = std::unexpected(refusedConnection);
        Connection connection(backend);
        connection.expectServer();
        QTRY_VERIFY(backend.asked >= 2);
        QCOMPARE(connection.state(), Connection::State::Connecting);
        connection.expectNoServer();
        QTRY_COMPARE(connection.state(), Connection::State::Offline);
        QCOMPARE(connection.error(), refusedConnection);
    }

    void noticesThatTheServerWentAwayAndThatAnotherCame()
    {
        CountingBackend backend;
        Connection connection(backend);
        QSignalSpy stateChanged(&connection, &Connection::stateChanged);
        QSignalSpy serverChanged(&connection, &Connection::serverChanged);
        connection.start();
        QVERIFY(serverChanged.wait());

        backend.info = std::unexpected(refusedConnection);
        connection.check();
        QVERIFY(stateChanged.wait());
        QCOMPARE(connection.state(), Connection::State::Offline);
        QCOMPARE(connection.info(), backend::ServerInfo{});

        backend.info = backend::ServerInfo{QStringLiteral("0.18.0")};
        connection.check();
        QVERIFY(serverChanged.wait());
        QCOMPARE(connection.info().version, QStringLiteral("0.18.0"));
        QCOMPARE(serverChanged.count(), 2);
    }

    void noticesThatTheServerWasReplacedWithoutAPause()
    {
        CountingBackend backend;
        Connection connection(backend);
        QSignalSpy serverChanged(&connection, &Connection::serverChanged);
        connection.start();
        QVERIFY(serverChanged.wait());
        backend.info = backend::ServerInfo{QStringLiteral("0.18.0")};
        connection.check();
        QVERIFY(serverChanged.wait());
    }

    void saysNothingWhileNothingChanges()
    {
        CountingBackend backend;
        Connection connection(backend);
        QSignalSpy serverChanged(&connection, &Connection::serverChanged);
        connection.start();
        QVERIFY(serverChanged.wait());
        QSignalSpy stateChanged(&connection, &Connection::stateChanged);
        connection.check();
        // The next check is only asked when the one before has been answered.
        QTRY_VERIFY((connection.check(), backend.asked >= 4));
        QCOMPARE(stateChanged.count(), 0);
        QCOMPARE(serverChanged.count(), 1);
    }

    void startsAnewAtAnotherAddress()
    {
        CountingBackend backend;
        Connection connection(backend);
        QSignalSpy stateChanged(&connection, &Connection::stateChanged);
        QSignalSpy serverChanged(&connection, &Connection::serverChanged);
        connection.start();
        QVERIFY(serverChanged.wait());
        const QUrl other(QStringLiteral("http://gpu.lab:11434"));
        stateChanged.clear();
        connection.setAccess(other);
        QCOMPARE(stateChanged.count(), 1);
        QCOMPARE(connection.state(), Connection::State::Connecting);
        QCOMPARE(connection.info(), backend::ServerInfo{});
        QCOMPARE(connection.serverUrl(), other);
        QCOMPARE(backend.serverUrl(), other);
        QVERIFY(serverChanged.wait());
        QCOMPARE(serverChanged.count(), 2); // the same version, but not the same server
    }

    void forgetsTheAnswerOfTheAddressBefore()
    {
        CountingBackend backend;
        Connection connection(backend);
        QSignalSpy serverChanged(&connection, &Connection::serverChanged);
        backend.info = std::unexpected(refusedConnection);
        connection.start(); // will fail, but asks the old address
        backend.info = backend::ServerInfo{QStringLiteral("0.18.0")};
        connection.setAccess(QUrl(QStringLiteral("http://gpu.lab:11434")));
        QCOMPARE(backend.asked, 2);
        QVERIFY(serverChanged.wait());
        QCOMPARE(connection.state(), Connection::State::Ready);
    }

    void checksWhereTheSameAddressIsSetAgain()
    {
        CountingBackend backend;
        Connection connection(backend);
        QSignalSpy serverChanged(&connection, &Connection::serverChanged);
        connection.start();
        QVERIFY(serverChanged.wait());
        connection.setAccess(backend.serverUrl());
        QCOMPARE(connection.state(), Connection::State::Ready);
        QCOMPARE(backend.asked, 2);
    }

    void waitsLongerAfterEachFailure_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("seconds");
        const int expected[] = {1, 2, 4, 8, 16, 30, 30};
        int failures = 0;
        for (const int seconds : expected) {
            ++failures;
            QTest::addRow("%d", failures) << failures << seconds;
        }
        QTest::newRow("a day") << 3000 << 30;
    }
    void waitsLongerAfterEachFailure()
    {
        QFETCH(int, failures);
        QFETCH(int, seconds);
        QCOMPARE(Connection::retryInterval(failures), std::chrono::seconds(seconds));
    }
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_Connection.moc"
