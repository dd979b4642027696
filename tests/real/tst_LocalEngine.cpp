// An engine that the app starts itself, with the real program.
#include "net/Http.h"
#include "ollama/OllamaBackend.h"
#include "server/Connection.h"
#include "server/LocalEngine.h"
#include "support/RealParts.h"

#include <QSignalSpy>
#include <QTcpServer>

using base::Error;
using server::Connection;
using server::LocalEngine;

class TestLocalEngine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const auto parts = support::RealParts::fromEnvironment();
        QVERIFY2(parts, support::withoutRealParts);
        m_parts = *parts;
        // The engine keeps a key and its models there.
        qputenv("HOME", m_home.path().toLocal8Bit());
        qputenv("OLLAMA_MODELS", m_home.filePath(QStringLiteral("models")).toLocal8Bit());
    }

    void answersSoonAndIsGoneAfterAStop()
    {
        const QUrl address = freeAddress();
        ollama::OllamaBackend backend(m_http, address);
        Connection connection(backend);
        LocalEngine engine;
        QSignalSpy failed(&engine, &LocalEngine::failed);
        QSignalSpy stopped(&engine, &LocalEngine::stopped);
        connection.start();
        QTRY_COMPARE(connection.state(), Connection::State::Offline);

        engine.start(m_parts.engineProgram, address);
        // Noticed without being asked.
        QTRY_COMPARE_WITH_TIMEOUT(connection.state(), Connection::State::Ready, 30'000);
        QCOMPARE(connection.info().version, QStringLiteral("0.17.4"));
        QVERIFY(engine.log().contains(QStringLiteral("Listening on %1").arg(address.authority())));
        QCOMPARE(failed.count(), 0);

        engine.stop();
        QVERIFY(stopped.wait());
        connection.check();
        QTRY_COMPARE(connection.state(), Connection::State::Offline);
        QCOMPARE(connection.error()->kind, Error::Kind::Unreachable);
    }

    void saysThatTheAddressIsTaken()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        LocalEngine engine;
        QSignalSpy failed(&engine, &LocalEngine::failed);
        engine.start(m_parts.engineProgram,
                     QUrl(QStringLiteral("http://127.0.0.1:%1").arg(other.serverPort())));
        QVERIFY(failed.wait(30'000));
        const auto error = failed.first().first().value<Error>();
        QCOMPARE(error.kind, Error::Kind::Interrupted);
        QVERIFY2(error.detail.contains(QStringLiteral("address already in use")), qPrintable(error.detail));
    }

    void isStartedWithWhatWasSetAndRestartedWithWhatIsSetThen()
    {
        using V = server::EngineVariable;
        const QUrl address = freeAddress();
        LocalEngine engine;
        QSignalSpy failed(&engine, &LocalEngine::failed);
        server::EngineEnvironment environment;
        QVERIFY(environment.set(V::NumParallel, u"3"));
        QVERIFY(environment.set(V::KeepAlive, u"1h30m"));
        QVERIFY(environment.set(V::ContextLength, u"2048"));
        QVERIFY(environment.set(V::KvCacheType, u"q8_0"));
        QVERIFY(environment.set(V::FlashAttention, u"yes"));
        QVERIFY(environment.set(V::Origins, u"https://chat.example.org"));
        engine.setEnvironment(environment);
        engine.start(m_parts.engineProgram, address);
        const QString listening = QStringLiteral("Listening on %1").arg(address.authority());
        QTRY_VERIFY_WITH_TIMEOUT(engine.log().contains(listening), 30'000);
        for (const char *told :
             {"OLLAMA_NUM_PARALLEL:3 ", "OLLAMA_KEEP_ALIVE:1h30m0s ", "OLLAMA_CONTEXT_LENGTH:2048 ",
              "OLLAMA_KV_CACHE_TYPE:q8_0 ", "OLLAMA_FLASH_ATTENTION:true ", "https://chat.example.org"})
            QVERIFY2(engine.log().contains(QLatin1String(told)), told);
        // The engine names every variable it reads; those of ours are among them.
        for (const server::EngineRule &rule : server::engineRules())
            QVERIFY2(engine.log().contains(QLatin1String(rule.name) + u':'), rule.name);

        QVERIFY(environment.set(V::NumParallel, u"2"));
        engine.setEnvironment(environment);
        engine.restart(m_parts.engineProgram, address);
        QTRY_VERIFY_WITH_TIMEOUT(engine.log().contains(QStringLiteral("OLLAMA_NUM_PARALLEL:2 ")), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(engine.log().contains(listening), 30'000);
        QCOMPARE(failed.count(), 0);
    }

private:
    static QUrl freeAddress()
    {
        QTcpServer probe;
        probe.listen(QHostAddress::LocalHost);
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(probe.serverPort()));
    }

    support::RealParts m_parts;
    QTemporaryDir m_home;
    net::Http m_http;
};

QTEST_GUILESS_MAIN(TestLocalEngine)
#include "tst_LocalEngine.moc"
