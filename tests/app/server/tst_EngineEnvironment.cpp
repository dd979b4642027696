// label: pure
#include "server/EngineEnvironment.h"

#include <QTest>

using base::Error;
using server::EngineEnvironment;
using server::EngineVariable;
using server::EngineWarning;

class TestEngineEnvironment : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatTheEngineUnderstands_data()
    {
        QTest::addColumn<EngineVariable>("variable");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept");
        const auto row = [](EngineVariable variable, const char *typed, const char *kept) {
            const QByteArray name = QByteArray(server::engineRule(variable).name) + '=' + typed;
            QTest::newRow(name.constData())
                << variable << QString::fromUtf8(typed) << QString::fromUtf8(kept);
        };
        using V = EngineVariable;
        row(V::Host, "127.0.0.1", "127.0.0.1");
        row(V::Host, " 0.0.0.0:11434 ", "0.0.0.0:11434");
        row(V::Host, ":8080", "0.0.0.0:8080");
        row(V::Host, "http://Box.local:1234/", "box.local:1234");
        row(V::Host, "::1", "[::1]");
        row(V::Host, "[::]:99", "[::]:99");
        row(V::Host, "", "");
        row(V::Models, "/data/models/", "/data/models");
        row(V::Models, "/data/我的 模型", "/data/我的 模型");
        row(V::Models, "D:\\models", "D:\\models");
        row(V::ContextLength, "8192", "8192");
        row(V::NumParallel, "004", "4");
        row(V::KeepAlive, "5m", "5m");
        row(V::KeepAlive, "1h30m", "1h30m");
        row(V::KeepAlive, "300", "300");
        row(V::KeepAlive, "-1", "-1");
        row(V::KeepAlive, "0", "0");
        row(V::FlashAttention, "true", "1");
        row(V::FlashAttention, "No", "0");
        row(V::KvCacheType, "q8_0", "q8_0");
        row(V::CudaDevices, "0, 2", "0,2");
        row(V::CudaDevices, "-1", "-1");
        row(V::CudaDevices, "GPU-8f2c1a7e-1111-2222-3333-444455556666",
            "GPU-8f2c1a7e-1111-2222-3333-444455556666");
        row(V::Origins, "*", "*");
        row(V::Origins, "https://chat.example.org, app://obsidian.md",
            "https://chat.example.org,app://obsidian.md");
        row(V::Origins, "http://192.168.1.*:3000", "http://192.168.1.*:3000");
    }
    void keepsWhatTheEngineUnderstands()
    {
        QFETCH(EngineVariable, variable);
        QFETCH(QString, typed);
        const auto kept = server::engineValue(variable, typed);
        QVERIFY(kept);
        QTEST(*kept, "kept");
        QCOMPARE(server::engineValue(variable, *kept), kept); // and again
    }

    void refusesWhatTheEngineWouldTakeForSomethingElse_data()
    {
        QTest::addColumn<EngineVariable>("variable");
        QTest::addColumn<QString>("typed");
        const auto row = [](EngineVariable variable, const char *typed) {
            const QByteArray name = QByteArray(server::engineRule(variable).name) + '=' + typed;
            QTest::newRow(name.constData()) << variable << QString::fromUtf8(typed);
        };
        using V = EngineVariable;
        row(V::Host, "127.0.0.1:70000");
        row(V::Host, "127.0.0.1:0");
        row(V::Host, "11434"); // a port that lost its host
        row(V::Host, "1.2.3");
        row(V::Host, "300.1.1.1");
        row(V::Host, "a b");
        row(V::Host, "::zz");
        row(V::Host, "[127.0.0.1]:80");
        row(V::Host, "box/base");
        row(V::Models, "models");
        row(V::Models, "~/models");
        row(V::Models, "/data/mo\ndels");
        row(V::Models, "/data/\u202Esledom");
        row(V::ContextLength, "511");
        row(V::ContextLength, "1048577");
        row(V::ContextLength, "8k");
        row(V::NumParallel, "0");
        row(V::NumParallel, "65");
        row(V::NumParallel, "1e1");
        row(V::KeepAlive, "5 minutes");
        row(V::KeepAlive, "m");
        row(V::KeepAlive, "5m;rm");
        row(V::FlashAttention, "maybe");
        row(V::KvCacheType, "q5_1");
        row(V::CudaDevices, "0;1");
        row(V::CudaDevices, "all");
        row(V::CudaDevices, "0,,1");
        row(V::Origins, "chat.example.org"); // the engine would end at once
        row(V::Origins, "https://a.b,");
        row(V::Origins, "https://a.b/path");
    }
    void refusesWhatTheEngineWouldTakeForSomethingElse()
    {
        QFETCH(EngineVariable, variable);
        QFETCH(QString, typed);
        EngineEnvironment environment;
        const auto result = environment.set(variable, typed);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Invalid);
        QCOMPARE(environment, EngineEnvironment());
    }

    void namesWhatIsSetInTheTablesOrder()
    {
        EngineEnvironment environment;
        QVERIFY(environment.set(EngineVariable::NumParallel, u"2"));
        QVERIFY(environment.set(EngineVariable::Host, u"0.0.0.0"));
        QVERIFY(environment.set(EngineVariable::KeepAlive, u"1h"));
        QVERIFY(environment.set(EngineVariable::KeepAlive, u""));
        const QList<std::pair<QString, QString>> expected{
            {QStringLiteral("OLLAMA_HOST"), QStringLiteral("0.0.0.0")},
            {QStringLiteral("OLLAMA_NUM_PARALLEL"), QStringLiteral("2")}};
        QCOMPARE(environment.assignments(), expected);
    }

    void namesEachVariableOnce()
    {
        QStringList names;
        for (const server::EngineRule &rule : server::engineRules()) {
            const QString name = QString::fromLatin1(rule.name);
            QVERIFY2(!names.contains(name), rule.name);
            names.append(name);
            QCOMPARE(&server::engineRule(rule.variable), &rule);
            // What holds anyway is allowed, too, where it is not a place of the engine's own.
            if (const QLatin1String standard(rule.standard);
                !standard.isEmpty() && !standard.startsWith(u'~'))
                QVERIFY2(server::engineValue(rule.variable, QString(standard)), rule.name);
        }
        QCOMPARE(names.size(), int(EngineVariable::Debug) + 1);
    }

    void warnsOfWhatIsSeldomMeant_data()
    {
        QTest::addColumn<EngineVariable>("variable");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QList<int>>("warnings");
        using V = EngineVariable;
        const int open = int(EngineWarning::OpenToNetwork);
        const int origin = int(EngineWarning::AnyOrigin);
        const int port = int(EngineWarning::OtherPort);
        QTest::newRow("all interfaces") << V::Host << QStringLiteral("0.0.0.0") << QList<int>{open};
        QTest::newRow("all of IPv6") << V::Host << QStringLiteral("[::]:11434") << QList<int>{open};
        QTest::newRow("one in the LAN") << V::Host << QStringLiteral("192.168.1.5") << QList<int>{open};
        QTest::newRow("port only") << V::Host << QStringLiteral(":12000") << QList<int>{open, port};
        QTest::newRow("loopback") << V::Host << QStringLiteral("127.0.0.1:11434") << QList<int>{};
        QTest::newRow("loopback, other port")
            << V::Host << QStringLiteral("127.0.0.1:12000") << QList<int>{port};
        QTest::newRow("IPv6 loopback") << V::Host << QStringLiteral("::1") << QList<int>{};
        QTest::newRow("localhost") << V::Host << QStringLiteral("localhost") << QList<int>{};
        QTest::newRow("looks like localhost")
            << V::Host << QStringLiteral("localhost.evil.com") << QList<int>{open};
        QTest::newRow("any page") << V::Origins << QStringLiteral("https://a.b,*") << QList<int>{origin};
        QTest::newRow("any name of one site")
            << V::Origins << QStringLiteral("https://*.a.b") << QList<int>{};
    }
    void warnsOfWhatIsSeldomMeant()
    {
        QFETCH(EngineVariable, variable);
        QFETCH(QString, value);
        EngineEnvironment environment;
        QVERIFY(environment.set(variable, value));
        QList<int> found;
        for (const EngineWarning warning : server::engineWarnings(environment, 11434))
            found.append(int(warning));
        QTEST(found, "warnings");
    }

    void runsModelsAsUsualUnlessToldOtherwise()
    {
        EngineEnvironment environment;
        QCOMPARE(environment.runSettings(), base::RunSettings());
        QVERIFY(environment.set(EngineVariable::ContextLength, u"8192"));
        QVERIFY(environment.set(EngineVariable::NumParallel, u"2"));
        QCOMPARE(environment.runSettings(), (base::RunSettings{8192, 2}));
    }

    void warnsThatAQuantizedCacheNeedsFlashAttention()
    {
        EngineEnvironment environment;
        QVERIFY(environment.set(EngineVariable::KvCacheType, u"q4_0"));
        QVERIFY(server::engineWarnings(environment, 11434).isEmpty());
        QVERIFY(environment.set(EngineVariable::FlashAttention, u"0"));
        QCOMPARE(server::engineWarnings(environment, 11434),
                 QList<EngineWarning>{EngineWarning::CacheNeedsFlashAttention});
    }
};

QTEST_APPLESS_MAIN(TestEngineEnvironment)
#include "tst_EngineEnvironment.moc"
