#include "server/EngineLog.h"
#include "support/TempHome.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

using server::EngineLog;

class TestEngineLog : public QObject
{
    Q_OBJECT
private:
    support::TempHome m_home;

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void writesAFileThatOnlyTheOwnerReads()
    {
        const QString path = m_home.path(QStringLiteral("cache/engine.log"));
        EngineLog log;
        log.setFile(path);
        log.append("one\n");
        log.append("two\n");
        QCOMPARE(contents(path), QByteArray("one\ntwo\n"));
        QCOMPARE(log.lastLines(), QByteArray("one\ntwo\n"));
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFileInfo(path).permissions() & others, QFile::Permissions());
        QVERIFY(!log.error());
    }

    void neverTakesMoreThanTwiceItsLimit()
    {
        const QString path = m_home.path(QStringLiteral("capped.log"));
        EngineLog log;
        log.setFile(path, 1000);
        for (int i = 0; i < 500; ++i)
            log.append("line " + QByteArray::number(i).rightJustified(4, '0') + '\n');
        log.append(QByteArray(5000, 'x') + '\n');
        QVERIFY(QFileInfo(path).size() <= 1000);
        QVERIFY(QFileInfo(path + QStringLiteral(".1")).size() <= 1000);
        QVERIFY(contents(path + QStringLiteral(".1")).contains("line 0499"));
        QVERIFY(contents(path).endsWith("xxx\n"));
        QVERIFY(!log.error());
    }

    void doesNotFollowALink()
    {
        const QString target = m_home.path(QStringLiteral("precious"));
        const QString path = m_home.path(QStringLiteral("link.log"));
        QVERIFY(QFile::link(target, path));
        EngineLog log;
        log.setFile(path);
        log.append("one\n");
        QVERIFY(!QFile::exists(target));
        QCOMPARE(contents(path), QByteArray("one\n"));
    }

    void goesOnInMemoryWhereTheFileCannotBeWritten()
    {
        EngineLog log;
        log.setFile(QStringLiteral("/proc/inkstone/engine.log"));
        log.append("one\n");
        QVERIFY(log.error());
        log.append("two\n");
        QCOMPARE(log.lastLines(), QByteArray("one\ntwo\n"));
    }
};

QTEST_APPLESS_MAIN(TestEngineLog)
#include "tst_EngineLog.moc"
