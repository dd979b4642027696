// label: pure
#include "base/ModelName.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestModelName : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheGrammar_data();
    void readsTheGrammar();
    void refusesWhatTheServerRefuses_data();
    void refusesWhatTheServerRefuses();
    void comparesAsTheServerDoes_data();
    void comparesAsTheServerDoes();
    void knowsARegistryOnThisMachine_data();
    void knowsARegistryOnThisMachine();
};

void TestModelName::readsTheGrammar_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("parts");
    QTest::addColumn<QString>("display");
    const auto row = [](const QString &typed, const QStringList &parts, const QString &display) {
        QTest::newRow(qPrintable(typed)) << typed << parts << display;
    };
    const QString hub = u"registry.ollama.ai"_s;
    const QString library = u"library"_s;
    row(u"llama3.2"_s, {hub, library, u"llama3.2"_s, u"latest"_s}, u"llama3.2:latest"_s);
    row(u" qwen3:8b "_s, {hub, library, u"qwen3"_s, u"8b"_s}, u"qwen3:8b"_s);
    row(u"user/m"_s, {hub, u"user"_s, u"m"_s, u"latest"_s}, u"user/m:latest"_s);
    row(u"library/m:t"_s, {hub, library, u"m"_s, u"t"_s}, u"m:t"_s);
    row(u"hf.co/user/repo:Q4_K_M"_s, {u"hf.co"_s, u"user"_s, u"repo"_s, u"Q4_K_M"_s},
        u"hf.co/user/repo:Q4_K_M"_s);
    row(u"localhost:5000/ns/m"_s, {u"localhost:5000"_s, u"ns"_s, u"m"_s, u"latest"_s},
        u"localhost:5000/ns/m:latest"_s);
    row(u"localhost:5000/ns/m:t"_s, {u"localhost:5000"_s, u"ns"_s, u"m"_s, u"t"_s},
        u"localhost:5000/ns/m:t"_s);
    row(u"http://localhost:5000/library/m:t"_s, {u"localhost:5000"_s, library, u"m"_s, u"t"_s},
        u"localhost:5000/library/m:t"_s);
    row(u"Registry.Ollama.AI/Library/Mistral:7B"_s,
        {u"Registry.Ollama.AI"_s, u"Library"_s, u"Mistral"_s, u"7B"_s}, u"Mistral:7B"_s);
    row(u"_a/_b:_c"_s, {hub, u"_a"_s, u"_b"_s, u"_c"_s}, u"_a/_b:_c"_s);
    row(u"a-b.c_d:1.0-x"_s, {hub, library, u"a-b.c_d"_s, u"1.0-x"_s}, u"a-b.c_d:1.0-x"_s);
}

void TestModelName::readsTheGrammar()
{
    QFETCH(QString, typed);
    const auto name = base::parseModelName(typed);
    QVERIFY(name.has_value());
    QTEST(QStringList({name->host, name->space, name->model, name->tag}), "parts");
    QTEST(name->display(), "display");
    QVERIFY(base::sameModel(name->display(), typed));
}

void TestModelName::refusesWhatTheServerRefuses_data()
{
    QTest::addColumn<QString>("typed");
    const auto row = [](const QString &typed) { QTest::newRow(qPrintable(typed.left(40))) << typed; };
    QTest::newRow("empty") << QString();
    row(u" "_s);
    row(u":tag"_s);
    row(u"m:"_s);
    row(u"/m"_s);
    row(u"ns/"_s);
    row(u"a//b"_s);
    row(u"a/b/c/d"_s);
    row(u"a b"_s);
    row(u"模型"_s);
    row(u"-m"_s);
    row(u".m"_s);
    row(u"m:-t"_s);
    row(u"localhost:5000/foo"_s); // host/model does not exist
    row(u"name.space/m"_s);
    row(u"m@sha256:0123"_s);
    row(u"a:b:c"_s);
    row(u"m\u0000x"_s);
    row(u"m\nx"_s);
    row(u"../../etc"_s);
    row(QString(81, u'm'));
    row("m:"_L1 + QString(81, u't'));
    row(QString(81, u'n') + "/m"_L1);
    row(QString(351, u'h') + "/n/m"_L1);
}

void TestModelName::refusesWhatTheServerRefuses()
{
    QFETCH(QString, typed);
    const auto name = base::parseModelName(typed);
    QVERIFY(!name.has_value());
    QCOMPARE(name.error().kind, base::Error::Kind::Invalid);
    QVERIFY(!name.error().detail.contains(u'\n'));
    QVERIFY(name.error().detail.size() <= 300);
}

void TestModelName::comparesAsTheServerDoes_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("same");
    const auto row = [](const QString &a, const QString &b, bool same) {
        QTest::newRow(qPrintable(a + u'|' + b)) << a << b << same;
    };
    row(u"llama3.2"_s, u"llama3.2:latest"_s, true);
    row(u"Llama3.2"_s, u"llama3.2:LATEST"_s, true);
    row(u"registry.ollama.ai/library/m"_s, u"m:latest"_s, true);
    row(u"user/m"_s, u"m"_s, false);
    row(u"m:a"_s, u"m:b"_s, false);
    row(u"m"_s, u"m2"_s, false);
    row(u"hf.co/u/m"_s, u"u/m"_s, false);
    row(u"no name"_s, u"no name"_s, true);
    row(u"no name"_s, u"no Name"_s, false);
    row(u"no name"_s, u"m"_s, false);
}

void TestModelName::comparesAsTheServerDoes()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QTEST(base::sameModel(a, b), "same");
    QTEST(base::sameModel(b, a), "same");
}

void TestModelName::knowsARegistryOnThisMachine_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("loopback");
    QTest::newRow("hub") << u"m"_s << false;
    QTest::newRow("localhost") << u"localhost:5000/n/m"_s << true;
    QTest::newRow("address") << u"127.0.0.1:5000/n/m"_s << true;
    QTest::newRow("other") << u"10.0.0.1:5000/n/m"_s << false;
    QTest::newRow("pretender") << u"localhost.evil.org/n/m"_s << false;
    QTest::newRow("namespace only") << u"localhost/m"_s << false;
    QTest::newRow("odd host") << u"a:b:c/n/m"_s << false;
}

void TestModelName::knowsARegistryOnThisMachine()
{
    QFETCH(QString, typed);
    const auto name = base::parseModelName(typed);
    QVERIFY(name.has_value());
    QTEST(name->isOnLoopback(), "loopback");
}

QTEST_APPLESS_MAIN(TestModelName)
#include "tst_ModelName.moc"
