// label: pure
#include "server/EngineInstructions.h"
#include "server/ServiceEnvironment.h"
#include "support/TempHome.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using server::EngineEnvironment;
using server::EngineVariable;

class TestServiceEnvironment : public QObject
{
    Q_OBJECT
private:
    support::TempHome m_home;
    QString m_root;
    int m_count = 0;

    void write(const QString &name, const QByteArray &text) const
    {
        const QString path = m_root + u'/' + name;
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

private Q_SLOTS:
    void init() { m_root = m_home.path(QString::number(m_count++)); }

    void findsNothingWhereThereIsNoService()
    {
        QVERIFY(!server::hasEngineService(m_root));
        write(u"etc/systemd/system/ollama.service.d/a.conf"_s,
              "[Service]\nEnvironment=OLLAMA_HOST=0.0.0.0\n");
        QVERIFY(!server::hasEngineService(m_root));
        QCOMPARE(server::serviceEnvironment(m_root), EngineEnvironment());
    }

    void readsTheUnitAndItsDropInsInTheirOrder()
    {
        write(u"usr/lib/systemd/system/ollama.service"_s, "[Service]\nEnvironment=OLLAMA_HOST=1.1.1.1\n");
        write(u"etc/systemd/system/ollama.service"_s,
              "[Unit]\nEnvironment=OLLAMA_DEBUG=1\n[Service]\nEnvironment=\"PATH=/bin\" OLLAMA_HOST=0.0.0.0 "
              "'OLLAMA_MODELS=/data/my models'\n");
        QVERIFY(server::hasEngineService(m_root));
        EngineEnvironment found = server::serviceEnvironment(m_root);
        QCOMPARE(found.assignments().size(), 2);
        QCOMPARE(found.value(EngineVariable::Host), u"0.0.0.0"_s);
        QCOMPARE(found.value(EngineVariable::Models), u"/data/my models"_s);

        write(u"run/systemd/system/ollama.service.d/20.conf"_s,
              "[Service]\nEnvironment=OLLAMA_NUM_PARALLEL=2\n");
        write(u"etc/systemd/system/ollama.service.d/10.conf"_s,
              "[Service]\nEnvironment=\nEnvironment=OLLAMA_NUM_PARALLEL=9 \\\n  OLLAMA_ORIGINS=*\n");
        write(u"usr/lib/systemd/system/ollama.service.d/10.conf"_s,
              "[Service]\nEnvironment=OLLAMA_HOST=2.2.2.2\n");
        found = server::serviceEnvironment(m_root);
        QCOMPARE(found.value(EngineVariable::Host), QString()); // taken back
        QCOMPARE(found.value(EngineVariable::NumParallel), u"2"_s);
        QCOMPARE(found.value(EngineVariable::Origins), u"*"_s);
    }

    void readsBackTheDropInThatIsPrinted()
    {
        EngineEnvironment environment;
        QVERIFY(environment.set(EngineVariable::Host, u"0.0.0.0:11434"));
        QVERIFY(environment.set(EngineVariable::Models, u"/data/it's 100% \"new\" \\ models"));
        QVERIFY(environment.set(EngineVariable::Origins, u"https://a.b,*"));
        write(u"etc/systemd/system/ollama.service"_s, "[Service]\nExecStart=/bin/true\n");
        write(u"etc/systemd/system/ollama.service.d/inkstone.conf"_s,
              server::systemdDropIn(environment).toUtf8());
        QCOMPARE(server::serviceEnvironment(m_root), environment);
    }
};

QTEST_APPLESS_MAIN(TestServiceEnvironment)
#include "tst_ServiceEnvironment.moc"
