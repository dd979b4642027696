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
