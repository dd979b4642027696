#include "net/Look.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;
using net::PortReport;
using State = net::PortReport::State;

class TestLook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheAddressesOfAName();
    void anAddressIsItsOwn();
    void saysWhyThereIsNone();
    void isOpenWhereOneAddressIs();
    void tellsRefusedFromSilence();
    void canBeCancelled();

private:
    static PortReport looked(const QList<QHostAddress> &addresses, quint16 port)
    {
        QObject owner;
        PortReport report{.state = State::Silent, .address = {}};
        bool isOver = false;
        auto *look = new net::PortLook(addresses, port, &owner, 500ms);
        connect(look, &net::PortLook::finished, &owner, [&](const PortReport &found) {
            report = found;
            isOver = true;
        });
        if (isOver || !QTest::qWaitFor([&] { return isOver; }))
            qWarning("the look ended at once, or not at all");
        return report;
    }
};

void TestLook::findsTheAddressesOfAName()
{
    auto *look = new net::NameLook(u"localhost"_s, this);
    QList<QHostAddress> found;
    connect(look, &net::NameLook::finished, this,
            [&](const QList<QHostAddress> &addresses) { found = addresses; });
    QTRY_VERIFY(!found.isEmpty());
    for (const QHostAddress &address : found)
        QVERIFY(address.isLoopback());
}

void TestLook::anAddressIsItsOwn()
{
    // 203.0.113.0/24 is nobody's: its name cannot be looked up, and need not be.
    for (const QString &address : {u"127.0.0.1"_s, u"::1"_s, u"203.0.113.7"_s}) {
        auto *look = new net::NameLook(address, this);
        QList<QHostAddress> found;
        connect(look, &net::NameLook::finished, this, [&](const QList<QHostAddress> &all) { found = all; });
        QVERIFY(found.isEmpty());
        QCoreApplication::processEvents(); // at once: nobody is asked
        QCOMPARE(found, QList<QHostAddress>{QHostAddress(address)});
    }
}

void TestLook::saysWhyThereIsNone()
{
    std::optional<Error> error;
    const auto keep = [&](const Error &met) { error = met; };
    connect(new net::NameLook(u"no-such-host.invalid"_s, this), &base::Operation::failed, this, keep);
    QTRY_VERIFY_WITH_TIMEOUT(error, 15'000);
    QCOMPARE(error->kind, Error::Kind::HostNotFound);
    error.reset();
    connect(new net::NameLook(u"no-such-host.invalid"_s, this, 0ms), &base::Operation::failed, this, keep);
    QTRY_VERIFY(error);
    QVERIFY(error->kind == Error::Kind::TimedOut || error->kind == Error::Kind::HostNotFound);
}

void TestLook::isOpenWhereOneAddressIs()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const PortReport report =
        looked({QHostAddress(QHostAddress::LocalHostIPv6), QHostAddress(QHostAddress::LocalHost)},
               server.serverPort());
    QCOMPARE(report.state, State::Open);
    QCOMPARE(report.address, QHostAddress(QHostAddress::LocalHost));
}

void TestLook::tellsRefusedFromSilence()
{
    quint16 closed = 0;
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        closed = server.serverPort();
    }
    QCOMPARE(looked({QHostAddress(QHostAddress::LocalHost)}, closed).state, State::Refused);
    QCOMPARE(looked({QHostAddress(u"255.255.255.255"_s)}, closed).state, State::Unreachable);
    QCOMPARE(looked({}, closed).state, State::Silent);
}

void TestLook::canBeCancelled()
{
    auto *look = new net::PortLook({QHostAddress(QHostAddress::LocalHost)}, 1, this);
    const QSignalSpy failed(look, &base::Operation::failed);
    const QSignalSpy finished(look, &net::PortLook::finished);
    look->cancel();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().kind, Error::Kind::Cancelled);
    QCOMPARE(finished.count(), 0);
}

QTEST_GUILESS_MAIN(TestLook)
#include "tst_Look.moc"
