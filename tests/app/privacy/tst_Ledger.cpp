// label: models
#include "base/Access.h"
#include "net/Http.h"
#include "privacy/Ledger.h"
#include "support/FaultServer.h"
#include "support/HttpOutcome.h"
#include "support/TempHome.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using base::Error;
using privacy::Ledger;
using privacy::Purpose;
using support::FaultServer;
using support::Reply;
using Outcome = support::HttpOutcome;

namespace {

const QUrl first(u"http://127.0.0.1:11434/api/chat"_s);
const QUrl second(u"https://gpu.example/v1/models"_s);

QString printed(const Ledger &ledger)
{
    QStringList lines;
    for (const privacy::Contact &row : ledger.contacts())
        lines += u"%1 %2 %3 %4/%5"_s.arg(row.origin)
                     .arg(row.purposes.toInt())
                     .arg(row.requests)
                     .arg(row.sent)
                     .arg(row.received);
    return lines.join(u'\n');
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestLedger : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void notesEachHostOnce();
    void survivesARestart();
    void readsAroundDamage();
    void forgetsTheOldestOfTooMany();
    void isForTheOwnerAlone();
    void saysWhenItCannotBeRead();
    void saysWhenItCannotBeSaved();
    void clearingKeepsTheLock();
    void twoProgramsKeepWhatTheOtherNoted();
    void theWindowSeesWhatACommandNotes();
    void aCommandLeavesTheLockToTheWindow();
    void aRequestIsNotedWithItsBytes();
    void aLockedHostSeesNothing();
};

void TestLedger::notesEachHostOnce()
{
    Ledger ledger;
    const QAbstractItemModelTester tester(&ledger, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QDateTime before = QDateTime::currentDateTimeUtc();
    ledger.note(first, Purpose::Chat);
    ledger.note(second, Purpose::Models, u"proxy:3128"_s);
    ledger.note(first, Purpose::Check);
    ledger.add(first, 10, 200);
    ledger.add(first, 1, 0);
    ledger.add(QUrl(u"http://never.noted"_s), 1, 1);
    QCOMPARE(printed(ledger), u"http://127.0.0.1:11434 5 2 11/200\nhttps://gpu.example:443 2 1 0/0\n"
                              "proxy:3128 64 1 0/0"_s);
    const auto cell = [&](int row, Ledger::Column column) { return ledger.index(row, column).data(); };
    QCOMPARE(cell(0, Ledger::HostColumn), u"http://127.0.0.1:11434"_s);
    QCOMPARE(cell(0, Ledger::RequestsColumn).toInt(), 2);
    QCOMPARE(cell(0, Ledger::ReceivedColumn).toInt(), 200);
    QVERIFY(cell(0, Ledger::FirstColumn).toDateTime() >= before);
    QVERIFY(cell(0, Ledger::LastColumn).toDateTime() >= cell(0, Ledger::FirstColumn).toDateTime());
}

void TestLedger::survivesARestart()
{
    const support::TempHome home;
    const QString path = home.path(u"deep/down/contacts"_s);
    QString before;
    {
        Ledger ledger(path);
        QVERIFY(!ledger.loadError());
        ledger.note(first, Purpose::Chat);
        ledger.add(first, 3, 4);
        ledger.note(second, Purpose::Pull);
        ledger.setLock(first);
        before = printed(ledger);
    }
    Ledger again(path);
    QVERIFY(!again.loadError());
    QCOMPARE(printed(again), before);
    QCOMPARE(again.lock(), u"http://127.0.0.1:11434"_s);
    again.removeLock();
    QVERIFY(!Ledger(path).refusal(second) || QTest::qWaitFor([&] { return !Ledger(path).refusal(second); }));
}

void TestLedger::readsAroundDamage()
{
    const support::TempHome home;
    const QString path = home.path(u"contacts"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("inkstone contacts "
               "1\nhost\tonly\nlock\thttp://a:1\n\xff\xfe\nhost\thttp://a:1\t4\t2026-01-01T00:00:00Z\t"
               "2026-01-02T00:00:00Z\t7\t8\t9\nhost\thttp://b:1\t4\tnever\tnever\t7\t8\t9\n"
               "host\thttp://c:1\t4\t2026-01-01T00:00:00Z\t2026-01-02T00:00:00Z\t-7\t8\t9\nhost\thttp://d");
    file.close();
    const Ledger ledger(path);
    QVERIFY(!ledger.loadError());
    QCOMPARE(printed(ledger), u"http://a:1 4 7 8/9"_s);
    QCOMPARE(ledger.lock(), u"http://a:1"_s);
}

void TestLedger::forgetsTheOldestOfTooMany()
{
    Ledger ledger;
    const QAbstractItemModelTester tester(&ledger, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int i = 0; i < 1010; ++i)
        ledger.note(QUrl(u"http://h%1"_s.arg(i)), Purpose::Check);
    QCOMPARE(ledger.rowCount(), 1000);
    QCOMPARE(ledger.contacts().last().origin, u"http://h1009:80"_s);
}

void TestLedger::isForTheOwnerAlone()
{
    const support::TempHome home;
    const QString path = home.path(u"contacts"_s);
    { // written as it goes
        Ledger ledger(path);
        ledger.note(first, Purpose::Chat);
    }
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(path) & others));
    QVERIFY(contentOf(path).contains("127.0.0.1"));
}

void TestLedger::saysWhenItCannotBeRead()
{
    const support::TempHome home;
    const QString path = home.path(u"contacts"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("something else\n") > 0);
    file.close();
    QCOMPARE(Ledger(path).loadError()->kind, Error::Kind::Damaged);
    QVERIFY(QFile::remove(path) && QDir().mkpath(path)); // a folder cannot be read as a file
    QVERIFY(Ledger(path).loadError());
}

void TestLedger::saysWhenItCannotBeSaved()
{
    const support::TempHome home;
    const QString path = home.path(u"contacts"_s);
    Ledger ledger(path);
    QSignalSpy notSaved(&ledger, &Ledger::notSaved);
    QVERIFY(QDir().mkpath(path + u"/in the way"_s));
    ledger.setLock(first);
    QTRY_COMPARE(notSaved.count(), 1);
    QVERIFY(ledger.refusal(second)); // it holds all the same
}

void TestLedger::clearingKeepsTheLock()
{
    const support::TempHome home;
    const QString path = home.path(u"contacts"_s);
    {
        Ledger ledger(path);
        const QAbstractItemModelTester tester(&ledger,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        ledger.note(second, Purpose::Chat);
        ledger.setLock(first);
        ledger.clear();
        QCOMPARE(ledger.rowCount(), 0);
        ledger.add(second, 1, 1); // of a request that was under way
        QCOMPARE(ledger.rowCount(), 0);
    }
    QVERIFY(!contentOf(path).contains("gpu.example"));
    QCOMPARE(Ledger(path).lock(), u"http://127.0.0.1:11434"_s);
}

void TestLedger::twoProgramsKeepWhatTheOtherNoted()
{
    const support::TempHome home;
    const QString path = home.path(u"contacts"_s);
    {
        Ledger window(path);
        window.note(first, Purpose::Check);
        {
            Ledger command(path, Ledger::Program::Command);
            command.note(first, Purpose::Chat);
            command.note(first, Purpose::Chat);
            command.note(second, Purpose::Pull);
            command.add(second, 5, 6);
        }
    }
    const Ledger after(path);
    QCOMPARE(after.rowCount(), 2);
    const auto known = std::ranges::find(after.contacts(), base::origin(first), &privacy::Contact::origin);
    QVERIFY(known != after.contacts().end());
    QCOMPARE(known->purposes, Purpose::Check | Purpose::Chat);
    QCOMPARE(known->requests, 2);
    const auto other = std::ranges::find(after.contacts(), base::origin(second), &privacy::Contact::origin);
    QVERIFY(other != after.contacts().end());
    QCOMPARE(other->received, 6);
}

void TestLedger::theWindowSeesWhatACommandNotes()
{
    const support::TempHome home;
    const QString path = home.path(u"not there yet/contacts"_s);
    Ledger window(path);
    const QAbstractItemModelTester tester(&window, QAbstractItemModelTester::FailureReportingMode::QtTest);
    window.setLock(first); // the first thing there is to write
    QTRY_VERIFY(QFileInfo::exists(path));
    const auto runCommand = [&path] {
        Ledger command(path, Ledger::Program::Command);
        command.note(second, Purpose::Pull);
        command.add(second, 5, 6);
    };
    runCommand();
    QTRY_COMPARE(printed(window), u"%1 8 1 5/6"_s.arg(base::origin(second)));
    runCommand();
    QTRY_COMPARE(printed(window), u"%1 8 2 10/12"_s.arg(base::origin(second)));
    QCOMPARE(window.lock(), base::origin(first));
    window.clear();
    QTRY_VERIFY(!contentOf(path).contains("gpu.example"));
    QCOMPARE(window.rowCount(), 0);
    runCommand();
    QTRY_COMPARE(printed(window), u"%1 8 1 5/6"_s.arg(base::origin(second)));
}

void TestLedger::aCommandLeavesTheLockToTheWindow()
{
    const support::TempHome home;
    const QString path = home.path(u"contacts"_s);
    {
        Ledger command(path, Ledger::Program::Command);
        command.note(second, Purpose::Chat);
        Ledger(path).setLock(first); // while the command runs
    }
    QCOMPARE(Ledger(path).lock(), base::origin(first));
    QCOMPARE(Ledger(path).rowCount(), 1);
}

void TestLedger::aRequestIsNotedWithItsBytes()
{
    FaultServer server;
    server.on("POST", "/x", Reply().head(200).chunk("one").chunk("three").endChunks());
    server.on("GET", "/x", Reply::whole(404, "nothing"));
    Ledger ledger;
    net::Http http(&ledger);
    net::HttpRequest request = support::post(server.url().resolved(QUrl(u"/x"_s)));
    request.purpose = Purpose::Chat;
    const Outcome answer(http.send(request, this));
    QVERIFY(answer.wait());
    const Outcome other(http.send(support::get(request.url), this));
    QVERIFY(other.wait());
    QCOMPARE(printed(ledger), u"%1 5 2 7/15"_s.arg(base::origin(server.url())));
}

void TestLedger::aLockedHostSeesNothing()
{
    FaultServer server;
    FaultServer other;
    server.on("GET", "/", Reply::whole(200, "{}"));
    Ledger ledger;
    net::Http http(&ledger);
    QSignalSpy lockChanged(&ledger, &Ledger::lockChanged);
    ledger.setLock(server.url());
    ledger.setLock(server.url());
    QCOMPARE(lockChanged.count(), 1);
    const Outcome refused(http.send(support::get(other.url().resolved(QUrl(u"/"_s))), this));
    QVERIFY(refused.wait());
    QCOMPARE(*refused.error, (Error{Error::Kind::Locked, base::origin(other.url())}));
    // By another name it is another host.
    QUrl byName = server.url().resolved(QUrl(u"/"_s));
    byName.setHost(u"localhost"_s);
    const Outcome named(http.send(support::get(byName), this));
    QVERIFY(named.wait());
    QCOMPARE(named.error->kind, Error::Kind::Locked);
    const Outcome allowed(http.send(support::get(server.url().resolved(QUrl(u"/"_s))), this));
    QVERIFY(allowed.wait());
    QVERIFY(!allowed.error);
    // What only looks at the encryption asks as well.
    std::optional<Error> error;
    net::TlsCheck *check = http.checkTls(other.url(), this);
    connect(check, &net::TlsCheck::failed, this, [&](const Error &why) { error = why; });
    QTRY_VERIFY(error);
    QCOMPARE(error->kind, Error::Kind::Locked);
    QCOMPARE(other.connectionCount(), 0);
    QCOMPARE(ledger.rowCount(), 1);
    ledger.removeLock();
    QCOMPARE(lockChanged.count(), 2);
    const Outcome free(http.send(support::get(other.url().resolved(QUrl(u"/"_s))), this));
    QVERIFY(free.wait());
    QCOMPARE(other.connectionCount(), 1);
}

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_Ledger.moc"
