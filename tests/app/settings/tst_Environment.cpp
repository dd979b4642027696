// label: pure
#include "settings/Environment.h"

#include <QStringEncoder>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using base::Error;
using settings::Environment;
using settings::EnvironmentComplaint;
using settings::EnvironmentLine;
using settings::Key;
using Kind = settings::EnvironmentComplaint::Kind;
using Wrong = settings::EnvironmentLine::Wrong;

class TestEnvironment : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsALine_data();
    void readsALine();
    void saysWhereALineIsWrong_data();
    void saysWhereALineIsWrong();
    void readsEveryEncodingWithAMark_data();
    void readsEveryEncodingWithAMark();
    void refusesWhatIsNoTextOfThatSize_data();
    void refusesWhatIsNoTextOfThatSize();
    void readsTheGuidesFile();
    void complainsOfAValue_data();
    void complainsOfAValue();
    void acceptsAValue_data();
    void acceptsAValue();
    void makesTheAddressOfItsParts_data();
    void makesTheAddressOfItsParts();
    void handsKeysOutApart();
    void leavesOtherNamesAlone();
    void expandsAndRunsNothing_data();
    void expandsAndRunsNothing();
    void theLastOfTwoCounts();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void writesNoKey();
    void readsWhatTheProcessSaysOfItsServer_data();
    void readsWhatTheProcessSaysOfItsServer();
    void complainsOfWhatTheProcessSays_data();
    void complainsOfWhatTheProcessSays();
    void takesNoKeyOfTheProcessWithoutAnAddress_data();
    void takesNoKeyOfTheProcessWithoutAnAddress();
};

namespace {

Environment read(const QByteArray &text)
{
    const auto environment = settings::readEnvironment(text);
    if (!environment)
        qFatal("not read");
    return *environment;
}

QVariant setTo(const Environment &environment, Key key)
{
    const auto found = std::ranges::find(environment.settings, key, &settings::EnvironmentSetting::key);
    return found == environment.settings.end() ? QVariant() : found->value;
}

} // namespace

void TestEnvironment::readsALine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *text, const char *value) {
        QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(value);
    };
    row("A=b", "b");
    row("  A = b  ", "b");
    row("export A=b", "b");
    row("export\tA=b", "b");
    row("A=", "");
    row("A=b # why", "b");
    row("A=b#c", "b#c");
    row("A=#c", "");
    row("A=\"b # c\" # why", "b # c");
    row("A='b\\n\"c\"'", "b\\n\"c\"");
    row("A=\"b\\n\\\"c\\\"\\\\\"", "b\n\"c\"\\");
    row("A=\"C:\\models\"", "C:\\models");
    row("A=b c", "b c");
    row("A=b=c", "b=c");
    row("A=''", "");
    row("A=中文", "中文");
    row("A=$HOME/x", "$HOME/x");
    row("A=`id`", "`id`");
    row("A=b\r\n", "b");
    row("\n# x\n\nA=b", "b");
    row("A='b", "");
}

void TestEnvironment::readsALine()
{
    QFETCH(const QByteArray, text);
    const auto lines = settings::readEnvironmentLines(text);
    QVERIFY(lines);
    QCOMPARE(lines->size(), 1);
    QCOMPARE(lines->constFirst().name, u"A"_s);
    if (lines->constFirst().wrong == Wrong::Nothing)
        QTEST(lines->constFirst().value, "value");
    else
        QCOMPARE(lines->constFirst().wrong, Wrong::UnclosedQuote);
}

void TestEnvironment::saysWhereALineIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Wrong>("wrong");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("no sign") << QByteArray("A=b\n  hello") << Wrong::NoSign << 2 << 3;
    QTest::newRow("no name") << QByteArray("=b") << Wrong::BadName << 1 << 1;
    QTest::newRow("blank in the name") << QByteArray("A B=b") << Wrong::BadName << 1 << 1;
    QTest::newRow("digit first") << QByteArray("\n\n1A=b") << Wrong::BadName << 3 << 1;
    QTest::newRow("name in Chinese") << QByteArray("键=b") << Wrong::BadName << 1 << 1;
    QTest::newRow("open quote") << QByteArray("A = \"b") << Wrong::UnclosedQuote << 1 << 5;
    QTest::newRow("escaped quote at the end") << QByteArray("A=\"b\\\"") << Wrong::UnclosedQuote << 1 << 3;
    QTest::newRow("after the quote") << QByteArray("A='b' c") << Wrong::AfterQuote << 1 << 7;
    QTest::newRow("lines of old Macs") << QByteArray("A=b\rC=d\rhello") << Wrong::NoSign << 3 << 1;
}

void TestEnvironment::saysWhereALineIsWrong()
{
    QFETCH(const QByteArray, text);
    const auto lines = settings::readEnvironmentLines(text);
    QVERIFY(lines);
    QTEST(lines->constLast().wrong, "wrong");
    QTEST(lines->constLast().line, "line");
    QTEST(lines->constLast().column, "column");
    const Environment environment = read(text);
    QCOMPARE(environment.complaints.size(), 1);
    QCOMPARE(environment.complaints.constFirst().kind, Kind::Line);
}

void TestEnvironment::readsEveryEncodingWithAMark_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = u"OLLAMA_DEFAULT_MODEL=qwen3:8b\nOLLAMA_LOG_FILE=中文"_s;
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with a mark") << "\xef\xbb\xbf" + text.toUtf8();
    for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        QTest::newRow(QStringConverter::nameForEncoding(encoding)) << QByteArray(encoder(text));
    }
}

void TestEnvironment::readsEveryEncodingWithAMark()
{
    QFETCH(const QByteArray, bytes);
    const Environment environment = read(bytes);
    QCOMPARE(setTo(environment, Key::DefaultModel), QVariant(u"qwen3:8b"_s));
    QCOMPARE(environment.engine.constFirst().value, u"中文"_s);
    QVERIFY(environment.complaints.isEmpty());
}

void TestEnvironment::refusesWhatIsNoTextOfThatSize_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::newRow("too large") << QByteArray(64 * 1024 + 1, '#') << static_cast<int>(Error::Kind::TooLarge);
    QTest::newRow("not UTF-8") << QByteArray("A=\xff\xfe\xff") << static_cast<int>(Error::Kind::Protocol);
    QTest::newRow("NUL") << QByteArray("A=b\0c", 5) << static_cast<int>(Error::Kind::Protocol);
}

void TestEnvironment::refusesWhatIsNoTextOfThatSize()
{
    QFETCH(const QByteArray, bytes);
    const auto environment = settings::readEnvironment(bytes);
    QVERIFY(!environment);
    QTEST(static_cast<int>(environment.error().kind), "kind");
    QVERIFY(settings::readEnvironment(QByteArray(64 * 1024, '#')));
}

void TestEnvironment::readsTheGuidesFile()
{
    const Environment environment = read(R"env(# ==============================
# Ollama配置
# ==============================

# 基础连接设置
OLLAMA_HOST=localhost
OLLAMA_PORT=11434
OLLAMA_BASE_URL=http://localhost:11434/api
OLLAMA_TIMEOUT=90

# 模型配置
OLLAMA_DEFAULT_MODEL=llama3.2
OLLAMA_AVAILABLE_MODELS=llama3.2,qwen3:8b,gemma:2b,deepseek-r1
OLLAMA_MAX_MODELS=4

# 性能配置
OLLAMA_GPU_LAYERS=0
OLLAMA_THREADS=4
OLLAMA_BATCH_SIZE=512

# 安全配置
OLLAMA_ALLOW_ORIGIN=*
OLLAMA_CORS_ENABLED=true

# 日志配置
OLLAMA_LOG_LEVEL=info
OLLAMA_LOG_FILE=/var/log/ollama.log

# AI模型配置
AI_MODEL=ollama
AI_MODEL_NAME=llama3.2
AI_TEMPERATURE=0.7
AI_MAX_TOKENS=2048

# 交易配置
EXCHANGE=solana
TRADING_ENABLED=false
POSITION_SIZE=100

# 开发配置
DEBUG=false
LOG_LEVEL=INFO
)env");
    QCOMPARE(environment.complaints, {});
    QCOMPARE(environment.address->value, u"http://localhost:11434"_s);
    QCOMPARE(environment.address->name, u"OLLAMA_BASE_URL"_s);
    QCOMPARE(environment.timeout->value, u"90"_s);
    QCOMPARE(setTo(environment, Key::DefaultModel), QVariant(u"llama3.2"_s));
    QCOMPARE(setTo(environment, Key::Temperature).toDouble(), 0.7);
    QCOMPARE(setTo(environment, Key::MaxTokens).toInt(), 2048);
    QCOMPARE(environment.settings.size(), 3);
    QCOMPARE(environment.models,
             (QStringList{u"llama3.2"_s, u"qwen3:8b"_s, u"gemma:2b"_s, u"deepseek-r1"_s}));
    QStringList ignored;
    for (const auto &value : environment.ignored)
        ignored.append(value.name);
    QCOMPARE(ignored, (QStringList{u"EXCHANGE"_s, u"TRADING_ENABLED"_s, u"POSITION_SIZE"_s, u"DEBUG"_s,
                                   u"LOG_LEVEL"_s}));
    QVERIFY(environment.secrets.isEmpty());
    // Every value can be kept.
    settings::Settings values;
    for (const auto &setting : environment.settings)
        QVERIFY(settings::field(setting.key).set(values, setting.value));
}

void TestEnvironment::complainsOfAValue_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("column");
    const auto row = [](const char *line, Kind kind, int column) {
        QTest::newRow(line) << QByteArray(line) << kind << column;
    };
    row("OLLAMA_HOST=", Kind::Empty, 13);
    row("OLLAMA_HOST=\"\"", Kind::Empty, 13);
    row("OLLAMA_HOST=a b", Kind::NoHost, 13);
    row("OLLAMA_HOST=ftp://x", Kind::NoHost, 13);
    row("OLLAMA_PORT=0", Kind::OutOfRange, 13);
    row("OLLAMA_PORT=65536", Kind::OutOfRange, 13);
    row("OLLAMA_PORT=-1", Kind::OutOfRange, 13);
    row("OLLAMA_PORT=http", Kind::NoWhole, 13);
    row("OLLAMA_PORT=80.5", Kind::NoWhole, 13);
    row("OLLAMA_PORT=nan", Kind::NoWhole, 13);
    row("  export OLLAMA_PORT =  1e9", Kind::OutOfRange, 25);
    row("OLLAMA_BASE_URL=localhost:99999", Kind::NoUrl, 17);
    row("OLLAMA_BASE_URL=http://ann:secret@host", Kind::NoUrl, 17);
    row("OLLAMA_TIMEOUT=0", Kind::OutOfRange, 16);
    row("OLLAMA_TIMEOUT=-5", Kind::OutOfRange, 16);
    row("OLLAMA_TIMEOUT=soon", Kind::NoWhole, 16);
    row("OLLAMA_DEFAULT_MODEL=a b", Kind::NoModelName, 22);
    row("OLLAMA_DEFAULT_MODEL=", Kind::Empty, 22);
    row("OLLAMA_AVAILABLE_MODELS=", Kind::Empty, 25);
    row("OLLAMA_AVAILABLE_MODELS=,", Kind::Empty, 25);
    row("OLLAMA_AVAILABLE_MODELS=qwen3:8b, la ma", Kind::NoModelName, 35);
    row("OLLAMA_MODELS=qwen3:8b,-x", Kind::NoModelName, 24);
    row("OLLAMA_KEEP_ALIVE=later", Kind::NoDuration, 19);
    row("OLLAMA_KEEP_ALIVE=48h", Kind::OutOfRange, 19);
    row("OLLAMA_NUM_PARALLEL=many", Kind::NoWhole, 21);
    row("CUDA_VISIBLE_DEVICES=the large one", Kind::NoDevices, 22);
    row("GGML_VK_VISIBLE_DEVICES=0,,1", Kind::NoDevices, 25);
    row("OLLAMA_CONTEXT_LENGTH=1", Kind::OutOfRange, 23);
    row("OLLAMA_FLASH_ATTENTION=perhaps", Kind::NoYesOrNo, 24);
    row("OLLAMA_KV_CACHE_TYPE=q2", Kind::NotAmong, 22);
    row("OLLAMA_CORS_ENABLED=2", Kind::NoYesOrNo, 21);
    row("AI_MODEL=eliza", Kind::NotAmong, 10);
    row("AI_TEMPERATURE=2.1", Kind::OutOfRange, 16);
    row("AI_TEMPERATURE=-0.1", Kind::OutOfRange, 16);
    row("AI_TEMPERATURE=hot", Kind::NoNumber, 16);
    row("AI_MAX_TOKENS=0", Kind::OutOfRange, 15);
}

void TestEnvironment::complainsOfAValue()
{
    QFETCH(const QByteArray, line);
    const Environment environment = read("# first\n" + line + '\n');
    QCOMPARE(environment.complaints.size(), 1);
    const EnvironmentComplaint &complaint = environment.complaints.constFirst();
    QTEST(complaint.kind, "kind");
    QCOMPARE(complaint.line, 2);
    QTEST(complaint.column, "column");
    QVERIFY(!complaint.value.contains(u"secret"_s));
    QVERIFY(environment.settings.isEmpty() && !environment.timeout);
}

void TestEnvironment::acceptsAValue_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Key>("key");
    QTest::addColumn<QVariant>("value");
    const auto row = [](const char *line, Key key, const QVariant &value) {
        QTest::newRow(line) << QByteArray(line) << key << value;
    };
    row("OLLAMA_KEEP_ALIVE=5m", Key::KeepAlive, 300.0);
    row("OLLAMA_KEEP_ALIVE=1h30m", Key::KeepAlive, 5400.0);
    row("OLLAMA_KEEP_ALIVE=300", Key::KeepAlive, 300.0);
    row("OLLAMA_KEEP_ALIVE=-1", Key::KeepAlive, -1.0);
    row("OLLAMA_KEEP_ALIVE=-1m", Key::KeepAlive, -1.0);
    row("OLLAMA_KEEP_ALIVE=0", Key::KeepAlive, 0.0);
    row("AI_TEMPERATURE=2", Key::Temperature, 2.0);
    row("AI_TEMPERATURE=0", Key::Temperature, 0.0);
    row("OLLAMA_CONTEXT_LENGTH=8192", Key::ContextLength, 8192.0);
    row("OLLAMA_DEFAULT_MODEL=hf.co/user/m-GGUF:Q4_K_M", Key::DefaultModel, u"hf.co/user/m-GGUF:Q4_K_M"_s);
    row("AI_MODEL_NAME=a\nOLLAMA_DEFAULT_MODEL=b", Key::DefaultModel, u"b"_s);
    row("OLLAMA_DEFAULT_MODEL=b\nAI_MODEL_NAME=a", Key::DefaultModel, u"b"_s);
}

void TestEnvironment::acceptsAValue()
{
    QFETCH(const QByteArray, line);
    QFETCH(const Key, key);
    const Environment environment = read(line);
    QVERIFY(environment.complaints.isEmpty());
    QTEST(setTo(environment, key), "value");
    settings::Settings values;
    QVERIFY(settings::field(key).set(values, setTo(environment, key)));
}

void TestEnvironment::makesTheAddressOfItsParts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("address");
    const auto row = [](const char *text, const char *address) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(address);
    };
    row("OLLAMA_HOST=localhost", "http://localhost:11434");
    row("OLLAMA_HOST=192.168.1.100\nOLLAMA_PORT=8080", "http://192.168.1.100:8080");
    row("OLLAMA_PORT=8080", "http://localhost:8080");
    row("OLLAMA_HOST=box:1234\nOLLAMA_PORT=8080", "http://box:1234");
    row("OLLAMA_HOST=0.0.0.0", "http://127.0.0.1:11434");
    row("OLLAMA_HOST=::1\nOLLAMA_PORT=8080", "http://[::1]:8080");
    row("OLLAMA_HOST=[::1]:99\nOLLAMA_PORT=8080", "http://[::1]:99");
    row("OLLAMA_BASE_URL=https://ai.example/api\nOLLAMA_HOST=x\nOLLAMA_PORT=1", "https://ai.example");
    row("OLLAMA_HOST=http://172.17.0.1:11434", "http://172.17.0.1:11434");
}

void TestEnvironment::makesTheAddressOfItsParts()
{
    QFETCH(const QByteArray, text);
    const Environment environment = read(text);
    QVERIFY(environment.complaints.isEmpty());
    QVERIFY(environment.settings.isEmpty());
    QTEST(environment.address->value, "address");
}

void TestEnvironment::handsKeysOutApart()
{
    const Environment environment =
        read("OLLAMA_API_KEY=CANARY\nOPENAI_API_KEY=\"sk-CANARY\"\nOLLAMA_API_KEY2=x\nAI_API_KEY=\n");
    QCOMPARE(environment.secrets,
             (QList<settings::EnvironmentValue>{{u"OLLAMA_API_KEY"_s, u"CANARY"_s, 1},
                                                {u"OPENAI_API_KEY"_s, u"sk-CANARY"_s, 2}}));
    QVERIFY(environment.settings.isEmpty() && environment.engine.isEmpty() &&
            environment.complaints.isEmpty());
    QCOMPARE(environment.ignored, (QList<settings::EnvironmentValue>{{u"OLLAMA_API_KEY2"_s, {}, 3}}));
    // A line that is no entry may hold one as well.
    const Environment broken = read("sk-CANARY\nBearer CANARY=x\nOLLAMA_API_KEY='CANARY\n");
    QCOMPARE(broken.complaints.size(), 3);
    for (const EnvironmentComplaint &complaint : broken.complaints)
        QVERIFY(complaint.name.isEmpty() && complaint.value.isEmpty());
}

void TestEnvironment::leavesOtherNamesAlone()
{
    const QStringList names{u"LD_PRELOAD"_s, u"QT_PLUGIN_PATH"_s, u"http_proxy"_s, u"HTTPS_PROXY"_s,
                            u"PATH"_s,       u"HOME"_s,           u"ollama_host"_s};
    QByteArray text;
    for (const QString &name : names)
        text += name.toUtf8() + "=CANARY\n";
    const QByteArray path = qgetenv("PATH");
    const Environment environment = read(text);
    QCOMPARE(environment.ignored.size(), names.size());
    for (qsizetype i = 0; i < names.size(); ++i)
        QCOMPARE(environment.ignored[i], (settings::EnvironmentValue{names[i], {}, static_cast<int>(i) + 1}));
    QVERIFY(environment.settings.isEmpty() && environment.engine.isEmpty() && environment.secrets.isEmpty());
    QCOMPARE(qgetenv("PATH"), path);
    QVERIFY(!qEnvironmentVariableIsSet("LD_PRELOAD"));
}

void TestEnvironment::expandsAndRunsNothing_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value : {"$(touch CANARY)", "`touch CANARY`", "${HOME}", "$HOME", "a;b", "~"})
        QTest::newRow(value) << QByteArray(value);
}

void TestEnvironment::expandsAndRunsNothing()
{
    QFETCH(const QByteArray, value);
    const Environment environment = read("OLLAMA_LOG_FILE=\"" + value + "\"\nOLLAMA_DEFAULT_MODEL=" + value);
    QCOMPARE(environment.engine.constFirst().value, QString::fromLatin1(value));
    QCOMPARE(environment.complaints.size(), 1);
    QCOMPARE(environment.complaints.constFirst().kind, Kind::NoModelName);
}

void TestEnvironment::theLastOfTwoCounts()
{
    const Environment environment = read("OLLAMA_TIMEOUT=5\nOLLAMA_TIMEOUT=7");
    QCOMPARE(environment.timeout->value, u"7"_s);
    QCOMPARE(environment.complaints.size(), 1);
    QCOMPARE(environment.complaints.constFirst().kind, Kind::Twice);
    QCOMPARE(environment.complaints.constFirst().line, 1);
}

void TestEnvironment::writesWhatItReads_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("server");
    QTest::newRow("usual") << u"qwen3:8b"_s << u"http://127.0.0.1:11434"_s;
    QTest::newRow("other server") << u"hf.co/user/m:Q4"_s << u"https://ai.example"_s;
    QTest::newRow("IPv6") << QString() << u"http://[fe80::1]:8080"_s;
}

void TestEnvironment::writesWhatItReads()
{
    QFETCH(const QString, model);
    QFETCH(const QString, server);
    settings::Settings values;
    values.defaultModel = model;
    values.temperature = 1.25;
    values.maxTokens = 100;
    values.contextLength = 8192;
    values.keepAliveSeconds = -1;
    const QStringList models{u"a:1"_s, u"b:2"_s};
    const Environment environment =
        read(settings::writeEnvironment(values, QUrl(server), std::chrono::seconds(120), models));
    QVERIFY(environment.complaints.isEmpty() && environment.ignored.isEmpty());
    QCOMPARE(environment.models, models);
    QCOMPARE(QUrl(environment.address->value), QUrl(server));
    QCOMPARE(environment.timeout->value, u"120"_s);
    settings::Settings again;
    for (const auto &setting : environment.settings)
        QVERIFY(settings::field(setting.key).set(again, setting.value));
    QCOMPARE(again, values);
    for (const QString &value :
         {u"a b"_s, u"it's"_s, u"\"$x`\\"_s, u"a\nb"_s, u"#"_s, QString(), u"中文"_s}) {
        const QString line = u"A="_s + settings::quotedEnvironmentValue(value);
        QCOMPARE(settings::readEnvironmentLines(line.toUtf8())->constFirst().value, value);
    }
}

void TestEnvironment::writesNoKey()
{
    const QByteArray text =
        settings::writeEnvironment({}, QUrl(u"http://127.0.0.1:11434"_s), std::chrono::seconds(90), {});
    QVERIFY(text.contains("OLLAMA_HOST=127.0.0.1\nOLLAMA_PORT=11434\n"));
    QVERIFY(!text.contains("API_KEY"));
}

namespace {

Environment process(const QStringList &assignments)
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, u"/bin"_s);
    for (const QString &assignment : assignments)
        environment.insert(assignment.section(u'=', 0, 0), assignment.section(u'=', 1));
    return settings::processEnvironment(environment);
}

} // namespace

void TestEnvironment::readsWhatTheProcessSaysOfItsServer_data()
{
    QTest::addColumn<QStringList>("assignments");
    QTest::addColumn<QString>("address"); // empty = it names none
    QTest::addColumn<QString>("name");
    const auto row = [](const QStringList &assignments, const QString &address, const QString &name) {
        QTest::newRow(qPrintable(assignments.join(u' '))) << assignments << address << name;
    };
    const QString host = u"OLLAMA_HOST"_s;
    row({}, {}, {});
    row({u"OLLAMA_HOST=10.0.0.5:9"_s}, u"http://10.0.0.5:9"_s, host);
    row({u"OLLAMA_HOST=box:99999"_s}, u"http://box:11434"_s, host); // as the engine's own program does
    row({u"OLLAMA_HOST=0.0.0.0"_s}, u"http://127.0.0.1:11434"_s, host);
    row({u"OLLAMA_HOST=ollama.com"_s}, u"https://ollama.com:443"_s, host);
    row({u"OLLAMA_HOST="_s}, {}, {});
    row({u"OLLAMA_HOST=\"\""_s}, {}, {});
    row({u"OLLAMA_HOST= "_s}, {}, {});
    row({u"OLLAMA_HOST=localhost"_s, u"OLLAMA_PORT=8080"_s}, u"http://localhost:8080"_s, host);
    row({u"OLLAMA_HOST=box:1"_s, u"OLLAMA_PORT=8080"_s}, u"http://box:1"_s, host);
    row({u"OLLAMA_PORT=8080"_s}, u"http://localhost:8080"_s, u"OLLAMA_PORT"_s);
    row({u"OLLAMA_HOST=box"_s, u"OLLAMA_BASE_URL=https://ai.example/api"_s}, u"https://ai.example"_s,
        u"OLLAMA_BASE_URL"_s);
    row({u"OLLAMA_BASE_URL=ftp://x"_s}, {}, {});
}

void TestEnvironment::readsWhatTheProcessSaysOfItsServer()
{
    QFETCH(const QStringList, assignments);
    const Environment environment =
        process(assignments + QStringList{u"OLLAMA_TIMEOUT=240"_s, u"OLLAMA_API_KEY=CANARY"_s,
                                          u"AI_API_KEY=less exact"_s, u"OPENAI_API_KEY=sk-elsewhere"_s});
    const auto said = environment.address.value_or(settings::EnvironmentValue());
    QTEST(said.value, "address");
    QTEST(said.name, "name");
    QCOMPARE(environment.timeout->value, u"240"_s);
    QCOMPARE(environment.timeout->name, u"OLLAMA_TIMEOUT"_s);
    // A key belongs to the address beside it; without one it could go to any server.
    const settings::EnvironmentValue *key = settings::serverKey(environment);
    QCOMPARE(key != nullptr, !said.value.isEmpty());
    QVERIFY(!key || (key->value == u"CANARY"_s && key->name == u"OLLAMA_API_KEY"_s));
    QVERIFY(environment.settings.isEmpty());
}

void TestEnvironment::takesNoKeyOfTheProcessWithoutAnAddress_data()
{
    QTest::addColumn<QStringList>("assignments");
    QTest::addColumn<QString>("name"); // empty = there is none
    QTest::addColumn<QStringList>("left");
    const auto row = [](const char *title, const QStringList &assignments, const QString &name,
                        const QStringList &left = {}) {
        QTest::newRow(title) << assignments << name << left;
    };
    const QString host = u"OLLAMA_HOST=box"_s;
    row("no address", {u"OLLAMA_API_KEY=CANARY"_s}, {}, {u"OLLAMA_API_KEY"_s});
    row("two and no address", {u"AI_API_KEY=a"_s, u"OLLAMA_API_KEY=b"_s}, {}, {u"OLLAMA_API_KEY"_s});
    row("of another address alone", {u"OPENAI_API_KEY=sk-elsewhere"_s}, {});
    row("the guide's", {host, u"AI_API_KEY=CANARY"_s}, u"AI_API_KEY"_s);
    row("both", {host, u"AI_API_KEY=a"_s, u"OLLAMA_API_KEY=b"_s}, u"OLLAMA_API_KEY"_s);
    row("empty", {host, u"OLLAMA_API_KEY="_s}, {});
    row("of another address", {host, u"OPENAI_API_KEY=sk-elsewhere"_s}, {});
}

void TestEnvironment::takesNoKeyOfTheProcessWithoutAnAddress()
{
    QFETCH(const QStringList, assignments);
    const Environment environment = process(assignments);
    const settings::EnvironmentValue *key = settings::serverKey(environment);
    QTEST(key ? key->name : QString(), "name");
    // Where it is left out, that is said; not what it is.
    QStringList left;
    for (const EnvironmentComplaint &complaint : environment.complaints) {
        QCOMPARE(complaint.kind, Kind::KeyAlone);
        QCOMPARE(complaint.value, QString());
        left.append(complaint.name);
    }
    QTEST(left, "left");
}

void TestEnvironment::complainsOfWhatTheProcessSays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("address"); // what is used all the same
    const auto row = [](const QString &name, const QString &value, Kind kind, const QString &shown,
                        const QString &address = {}) {
        QTest::newRow(qPrintable(name + u'=' + value)) << name << value << kind << shown << address;
    };
    row(u"OLLAMA_HOST"_s, u"not a host"_s, Kind::NoHost, u"not a host"_s);
    row(u"OLLAMA_HOST"_s, u"8080"_s, Kind::NoHost, u"8080"_s);
    row(u"OLLAMA_HOST"_s, u"http://ann:secret@box"_s, Kind::NoHost, u"http://…@box"_s);
    row(u"OLLAMA_HOST"_s, u"box:99999"_s, Kind::NoPort, u"box:99999"_s, u"http://box:11434"_s);
    row(u"OLLAMA_PORT"_s, u"99999"_s, Kind::OutOfRange, u"99999"_s);
    row(u"OLLAMA_BASE_URL"_s, u"ftp://x"_s, Kind::NoUrl, u"ftp://x"_s);
    row(u"OLLAMA_TIMEOUT"_s, u"abc"_s, Kind::NoWhole, u"abc"_s);
    row(u"OLLAMA_KEEP_ALIVE"_s, u"later"_s, Kind::NoDuration, u"later"_s);
    row(u"OLLAMA_DEFAULT_MODEL"_s, u"a b"_s, Kind::NoModelName, u"a b"_s);
}

void TestEnvironment::complainsOfWhatTheProcessSays()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    const Environment environment = process({name + u'=' + value});
    QCOMPARE(environment.complaints.size(), 1);
    const EnvironmentComplaint &complaint = environment.complaints.constFirst();
    QCOMPARE(complaint.name, name);
    QTEST(complaint.kind, "kind");
    QTEST(complaint.value, "shown");
    QTEST(environment.address.value_or(settings::EnvironmentValue()).value, "address");
    QVERIFY(environment.settings.isEmpty() && !environment.timeout);
}

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_Environment.moc"
