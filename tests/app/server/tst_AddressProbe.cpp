#include "server/AddressProbe.h"
#include "support/FakeBackend.h"

#include <QSignalSpy>
#include <QTest>

using base::Error;
using server::AddressProbe;
using State = server::AddressProbe::State;

class TestAddressProbe : public QObject
{
    Q_OBJECT
private:
    QList<QUrl> m_asked;
    base::Access m_access; // of the last
    base::Result<backend::ServerInfo> m_info;
    base::Result<QList<backend::ModelInfo>> m_installed;

    // The states a probe goes through.
    static QList<State> *recorded(AddressProbe &probe)
    {
        auto states = std::make_shared<QList<State>>();
        connect(&probe, &AddressProbe::changed, &probe, [&probe, states] {
            if (states->isEmpty() || states->last() != probe.state())
                states->append(probe.state());
        });
        return states.get();
    }

    server::BackendFactory factory()
    {
        return [this](const base::Access &access) {
            m_asked.append(access.url);
            m_access = access;
            auto backend = std::make_unique<support::FakeBackend>();
            backend->setAccess(access);
            backend->info = m_info;
            backend->installed = m_installed;
            return backend;
        };
    }

private Q_SLOTS:
    void init()
    {
        m_asked.clear();
        m_info = backend::ServerInfo{QStringLiteral("0.17.4")};
        m_installed = QList<backend::ModelInfo>(6);
    }

    void asksTheServerThatWasTyped()
    {
        AddressProbe probe(factory());
        const QList<State> *states = recorded(probe);
        probe.setAddress(QStringLiteral(" 192.168.1.20/api/ "));
        QCOMPARE(probe.url(), QUrl(QStringLiteral("http://192.168.1.20:11434")));
        QTRY_COMPARE(probe.state(), State::Answered);
        QCOMPARE(*states, (QList<State>{State::Checking, State::Answered}));
        QCOMPARE(probe.info().version, QStringLiteral("0.17.4"));
        QTRY_VERIFY(probe.models());
        QCOMPARE(probe.models()->size(), 6);
        QCOMPARE(m_asked, QList<QUrl>{probe.url()});
    }

    void takesTheKeyAlongOnlyWhereItBelongs_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("belongs");
        QTest::newRow("the same") << QStringLiteral("https://gpu.lab:8443") << true;
        QTest::newRow("another path") << QStringLiteral("https://gpu.lab:8443/base") << true;
        QTest::newRow("another port") << QStringLiteral("https://gpu.lab:8444") << false;
        QTest::newRow("half typed") << QStringLiteral("https://gpu.la:8443") << false;
        QTest::newRow("in the clear") << QStringLiteral("http://gpu.lab:8443") << false;
    }
    void takesTheKeyAlongOnlyWhereItBelongs()
    {
        QFETCH(QString, typed);
        QFETCH(bool, belongs);
        base::Access kept(QUrl(QStringLiteral("https://gpu.lab:8443")));
        kept.key = "secret";
        kept.headers = {{"X-Team", "blue"}};
        kept.trust.fingerprint = QByteArray(32, 'f');
        kept.isClearKeyAllowed = true;
        kept.connectTimeout = std::chrono::seconds(3);
        AddressProbe probe(factory());
        probe.setAddress(typed, kept);
        QTRY_COMPARE(probe.state(), State::Answered);
        base::Access expected = belongs ? kept : base::Access();
        expected.url = probe.url();
        expected.connectTimeout = kept.connectTimeout;
        QCOMPARE(m_access, expected);
    }

    void asksOnceWhileOneTypes()
    {
        AddressProbe probe(factory());
        for (const QString &typed : {QStringLiteral("g"), QStringLiteral("gp"), QStringLiteral("gpu")})
            probe.setAddress(typed);
        QTRY_COMPARE(probe.state(), State::Answered);
        QCOMPARE(m_asked, QList<QUrl>{QUrl(QStringLiteral("http://gpu:11434"))});
    }

    void saysWhyThereIsNoAnswer()
    {
        const Error error{Error::Kind::HostNotFound, {}};
        m_info = std::unexpected(error);
        AddressProbe probe(factory());
        probe.setAddress(QStringLiteral("gpu"));
        QTRY_COMPARE(probe.state(), State::Failed);
        QCOMPARE(probe.error(), error);
    }

    void takesAnAnswerWithoutModelsForAnAnswer()
    {
        m_installed = base::failure(Error::Kind::Forbidden);
        AddressProbe probe(factory());
        probe.setAddress(QStringLiteral("gpu"));
        QTRY_COMPARE(probe.state(), State::Answered);
        QVERIFY(!probe.models());
    }

    void asksNobodyForWhatIsNoAddress_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<State>("state");
        QTest::newRow("another scheme") << QStringLiteral("ftp://gpu") << State::Invalid;
        QTest::newRow("a bad port") << QStringLiteral("gpu:99999") << State::Invalid;
        QTest::newRow("blank") << QStringLiteral("  ") << State::Empty;
    }
    void asksNobodyForWhatIsNoAddress()
    {
        QFETCH(QString, typed);
        AddressProbe probe(factory());
        QSignalSpy changed(&probe, &AddressProbe::changed);
        probe.setAddress(typed);
        QVERIFY(changed.wait());
        QTEST(probe.state(), "state");
        QVERIFY(probe.url().isEmpty());
        QVERIFY(m_asked.isEmpty());
    }

    void forgetsTheAnswerAboutTheAddressBefore()
    {
        AddressProbe probe(factory());
        const QList<State> *states = recorded(probe);
        // Another address is typed just when the first one has been asked.
        connect(
            &probe, &AddressProbe::changed, this,
            [&] {
                m_info = std::unexpected(Error{Error::Kind::Unreachable, {}});
                probe.setAddress(QStringLiteral("second"));
            },
            Qt::SingleShotConnection);
        probe.setAddress(QStringLiteral("first"));
        QTRY_COMPARE(probe.state(), State::Failed);
        QCOMPARE(*states, (QList<State>{State::Checking, State::Failed}));
        QCOMPARE(m_asked.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestAddressProbe)
#include "tst_AddressProbe.moc"
