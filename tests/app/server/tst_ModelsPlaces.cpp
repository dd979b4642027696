// label: pure
#include "server/ModelsPlaces.h"
#include "support/TempHome.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;

class TestModelsPlaces : public QObject
{
    Q_OBJECT
private:
    support::TempHome m_home;
    QString m_root = m_home.path(u"root"_s);

    void write(const QString &name, const QByteArray &text) const
    {
        const QString path = m_root + u'/' + name;
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("OLLAMA_MODELS");
        qputenv("HOME", m_home.path(u"home"_s).toUtf8());
    }
    void cleanup() { QDir(m_root).removeRecursively(); }

    void knowsTheUsualOnes()
    {
        QCOMPARE(server::modelsPlaces({}, m_root),
                 (QStringList{m_home.path(u"home/.ollama/models"_s), u"/usr/share/ollama/.ollama/models"_s}));
    }
    void asksOurEngineFirstAndTheServiceLast()
    {
        write(u"etc/systemd/system/ollama.service"_s, "[Service]\nEnvironment=OLLAMA_MODELS=/big/models/\n");
        write(u"etc/passwd"_s, "root:x:0:0:root:/root:/bin/sh\nshort\n"
                               "ollama:x:997:997::/var/lib/ollama:/bin/false\n");
        qputenv("OLLAMA_MODELS", "/mine");
        const QStringList places = server::modelsPlaces({u"/ours"_s, QString(), u"/ours"_s}, m_root);
        qunsetenv("OLLAMA_MODELS");
        QCOMPARE(places,
                 (QStringList{u"/ours"_s, u"/mine"_s, m_home.path(u"home/.ollama/models"_s), u"/big/models"_s,
                              u"/var/lib/ollama/.ollama/models"_s, u"/usr/share/ollama/.ollama/models"_s}));
    }
};

QTEST_GUILESS_MAIN(TestModelsPlaces)
#include "tst_ModelsPlaces.moc"
