#include "server/EngineSettings.h"
#include "support/TempHome.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

using base::Error;
using server::EngineSettings;
using server::EngineVariable;

class TestEngineSettings : public QObject
{
    Q_OBJECT
private:
    support::TempHome m_home;

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString fileWith(const QString &name, const QByteArray &text) const
    {
        QFile file(m_home.path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        return file.fileName();
    }

private Q_SLOTS:
    void keepsWhatWasSetForTheNextRun()
    {
        const QString path = m_home.path(QStringLiteral("config/engine.env"));
        {
            EngineSettings settings(path);
            QSignalSpy changed(&settings, &EngineSettings::changed);
            QVERIFY(settings.set(EngineVariable::NumParallel, u"4"));
            QVERIFY(settings.set(EngineVariable::Models, u"/data/a = b # c"));
            QVERIFY(settings.set(EngineVariable::KeepAlive, u"1h"));
            QVERIFY(settings.set(EngineVariable::KeepAlive, u""));
            QVERIFY(settings.set(EngineVariable::KeepAlive, u"")); // nothing new
            QCOMPARE(changed.count(), 4);
        }
        const EngineSettings again(path);
        QCOMPARE(again.environment().value(EngineVariable::NumParallel), QStringLiteral("4"));
        QCOMPARE(again.environment().value(EngineVariable::Models), QStringLiteral("/data/a = b # c"));
        QCOMPARE(again.environment().assignments().size(), 2);
        QVERIFY(again.ignoredLines().isEmpty());
        QVERIFY(!again.loadError());
        QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void keepsTheProgramThatWasChosen()
    {
        const QString path = m_home.path(QStringLiteral("program/engine.env"));
        {
            EngineSettings settings(path);
            QSignalSpy changed(&settings, &EngineSettings::changed);
            QVERIFY(settings.set(EngineVariable::NumParallel, u"4"));
            QVERIFY(settings.setProgram(QStringLiteral("/opt/my engine/ollama")));
            QVERIFY(settings.setProgram(QStringLiteral("/opt/my engine/ollama"))); // nothing new
            QCOMPARE(settings.setProgram(QStringLiteral("ollama")).error().kind, Error::Kind::Invalid);
            QCOMPARE(settings.setProgram(QStringLiteral("/a\nOLLAMA_HOST=b")).error().kind,
                     Error::Kind::Invalid);
            QCOMPARE(changed.count(), 2);
        }
        EngineSettings again(path);
        QCOMPARE(again.program(), QStringLiteral("/opt/my engine/ollama"));
        QCOMPARE(again.environment().assignments().size(), 1); // it is no variable of the engine's
        QVERIFY(again.ignoredLines().isEmpty());
        QVERIFY(again.setProgram({}));
        QCOMPARE(EngineSettings(path).program(), QString());
    }

    void leavesOutWhatIsNotAllowedAndKeepsACopyOfIt()
    {
        const QByteArray text =
            "OLLAMA_NUM_PARALLEL=3\nLD_PRELOAD=/tmp/evil.so\nOLLAMA_ORIGINS=no scheme\nPATH\n";
        const QString path = fileWith(QStringLiteral("odd.env"), text);
        EngineSettings settings(path);
        QCOMPARE(settings.environment().assignments().size(), 1);
        QCOMPARE(settings.ignoredLines(),
                 (QStringList{QStringLiteral("LD_PRELOAD=/tmp/evil.so"),
                              QStringLiteral("OLLAMA_ORIGINS=no scheme"), QStringLiteral("PATH")}));
        QVERIFY(settings.set(EngineVariable::MaxQueue, u"9"));
        QCOMPARE(contents(path + QStringLiteral(".bad")), text);
        QVERIFY(!contents(path).contains("LD_PRELOAD"));
    }

    void refusesAFileThatIsNone()
    {
        QCOMPARE(EngineSettings(m_home.path(QStringLiteral("."))).loadError()->kind, Error::Kind::Storage);
        const QString huge = fileWith(QStringLiteral("huge.env"), QByteArray(70'000, 'a'));
        QCOMPARE(EngineSettings(huge).loadError()->kind, Error::Kind::Damaged);
    }

    void saysThatAChangeIsNotOnDisk()
    {
        EngineSettings settings(QStringLiteral("/proc/inkstone/engine.env"));
        const auto result = settings.set(EngineVariable::NumParallel, u"4");
        QVERIFY(!result);
        QVERIFY(result.error().kind != Error::Kind::Invalid);
        QCOMPARE(settings.environment().value(EngineVariable::NumParallel), QStringLiteral("4"));
    }
};

QTEST_APPLESS_MAIN(TestEngineSettings)
#include "tst_EngineSettings.moc"
