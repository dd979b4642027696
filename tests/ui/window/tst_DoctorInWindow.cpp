// The connection doctor where people meet it: a click on the server pill, and its buttons.
#include "server/DoctorView.h"
#include "settings/ServersForm.h"
#include "settings/SettingsPage.h"
#include "support/Desk.h"
#include "support/FakeOllama.h"
#include "support/ServerInEnvironment.h"
#include "support/TlsServer.h"

#include <QAbstractButton>
#include <QLabel>

using namespace Qt::StringLiterals;
using server::Rung;
using server::RungState;
using support::Desk;
using support::FakeModel;
using support::FakeOllama;
using ui::DoctorView;

namespace {

DoctorView *doctorOf(const Desk &desk)
{
    return desk.window->findChild<DoctorView *>(u"doctor"_s);
}

void openByPill(const Desk &desk)
{
    desk.window->findChild<QAbstractButton *>(u"serverPill"_s)->click();
}

bool isOver(const DoctorView &doctor)
{
    return !doctor.facts().isRunning && doctor.facts().step(Rung::Name).state != RungState::NotChecked;
}

} // namespace

class TestDoctorInWindow : public QObject
{
    Q_OBJECT
private:
    support::Certificates m_certificates; // made while programs are still found
    support::TempHome m_home;

private Q_SLOTS:
    void initTestCase() { support::hideEngines(m_home); }

    void aClickOnThePillShowsIt()
    {
        FakeOllama engine({FakeModel{.name = u"small:1b"_s}});
        Desk desk(engine.url());
        QVERIFY(!doctorOf(desk)); // nobody looks
        openByPill(desk);
        DoctorView *doctor = doctorOf(desk);
        QVERIFY(doctor->isVisible());
        QTRY_VERIFY(isOver(*doctor));
        QCOMPARE(doctor->facts().step(Rung::Models).state, RungState::Passed);
        QCOMPARE(engine.count("POST", "/api/chat"), 0);
    }

    void looksAgainWhenTheServerComesBack()
    {
        FakeOllama engine({FakeModel{.name = u"small:1b"_s}});
        engine.goAway();
        Desk desk(engine.url());
        openByPill(desk);
        DoctorView *doctor = doctorOf(desk);
        QTRY_VERIFY(isOver(*doctor));
        QCOMPARE(doctor->facts().failedRung(), Rung::Port);
        engine.comeBack();
        desk.core->connection().check();
        QTRY_VERIFY(!doctor->facts().failedRung() && isOver(*doctor));
    }

    void trustsACertificateWhenItIsTold()
    {
        QVERIFY(m_certificates.isMade());
        const support::TlsServer server(m_certificates.configuration(u"self"_s));
        Desk desk(server.url());
        openByPill(desk);
        DoctorView *doctor = doctorOf(desk);
        QTRY_VERIFY(isOver(*doctor));
        QCOMPARE(doctor->facts().failedRung(), Rung::Tls);
        QCOMPARE(server.received(), QByteArray());
        doctor->findChild<QAbstractButton *>(u"doctorAction"_s)->click();
        QCOMPARE(desk.core->servers().profiles().current().trust.fingerprint,
                 m_certificates.fingerprint(u"self"_s));
        QTRY_COMPARE(doctor->facts().step(Rung::Tls).state, RungState::Passed);
    }

    void shoutsWhenTheCertificateIsAnotherOne()
    {
        const support::TlsServer server(m_certificates.configuration(u"self"_s));
        Desk desk(server.url());
        server::ServerProfiles &profiles = desk.core->profiles();
        server::ServerProfile profile = profiles.current();
        profile.trust.fingerprint = m_certificates.fingerprint(u"self2"_s);
        QVERIFY(profiles.save(profile));
        openByPill(desk);
        DoctorView *doctor = doctorOf(desk);
        QTRY_VERIFY(isOver(*doctor));
        QVERIFY(doctor->report().contains(u"not the one you trusted"_s));
        QStringList words;
        for (const QLabel *label : doctor->findChild<ui::FindingBox *>()->findChildren<QLabel *>())
            words.append(label->text());
        const QString shown = words.join(u'\n').remove(u'\n');
        for (const QString &name : {u"self"_s, u"self2"_s})
            QVERIFY(shown.contains(base::fingerprintText(m_certificates.fingerprint(name)).left(47)));
        QCOMPARE(profiles.current().trust.fingerprint, m_certificates.fingerprint(u"self2"_s));
        QCOMPARE(server.received(), QByteArray());
        doctor->findChild<QAbstractButton *>(u"doctorAction"_s)->click();
        QTRY_COMPARE(doctor->facts().step(Rung::Tls).state, RungState::Passed);
        desk.window->findChild<QAbstractButton *>(u"serverMore"_s)->click();
        desk.window->findChild<QAbstractButton *>(u"forgetTrust"_s)->click();
        QCOMPARE(profiles.current().trust, base::Trust());
    }

    // That server is in no file; what is decided about it is kept for the next start all the same.
    void trustsTheCertificateOfTheServerInTheEnvironment()
    {
        const support::TlsServer server(m_certificates.configuration(u"self"_s));
        const support::TempHome home;
        ui::Core core(
            {home.path(u"settings.ini"_s), home.path(u"conversations.db"_s), home.path(u"window.ini"_s)},
            support::serverInEnvironment(server.url().toString()));
        ui::MainWindow window(core);
        window.QWidget::show();
        core.start();
        QVERIFY(core.profiles().current().isFromEnvironment());
        window.findChild<QAbstractButton *>(u"serverPill"_s)->click();
        auto *doctor = window.findChild<DoctorView *>(u"doctor"_s);
        QTRY_VERIFY(isOver(*doctor));
        QCOMPARE(doctor->facts().failedRung(), Rung::Tls);
        doctor->findChild<QAbstractButton *>(u"doctorAction"_s)->click();
        QTRY_COMPARE(doctor->facts().step(Rung::Tls).state, RungState::Passed);
        QVERIFY(core.profiles().current().isFromEnvironment());
        const server::ServerProfiles next(core.places().serversFile(), {},
                                          {.url = server.url(), .urlName = u"OLLAMA_HOST"_s});
        QVERIFY(next.current().isFromEnvironment());
        QCOMPARE(next.current().trust, core.profiles().current().trust);
        QVERIFY(!next.current().trust.fingerprint.isEmpty());
    }
};

QTEST_MAIN(TestDoctorInWindow)
#include "tst_DoctorInWindow.moc"
