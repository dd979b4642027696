// label: pure
#include "logs/ShownLine.h"

#include <QElapsedTimer>
#include <QTest>

class TestShownLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hidesSecrets_data();
    void hidesSecrets();
    void showsTheRest_data();
    void showsTheRest();
    void showsEveryControlCharacterAsText();
    void isQuickOnAnyLine_data();
    void isQuickOnAnyLine();
};

namespace {

QString shown(const QByteArray &line)
{
    return logs::shownLine({line.constData(), static_cast<std::size_t>(line.size())});
}

} // namespace

void TestShownLine::hidesSecrets_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *line, const char *expected) {
        QTest::newRow(name) << QByteArray(line) << QString::fromUtf8(expected);
    };
    row("bearer", "Authorization: Bearer CANARY-1.2", "Authorization: Bearer …");
    row("bearer alone", "sent bearer CANARY now", "sent bearer … now");
    row("basic", "authorization:[Basic Q0FOQVJZ]", "authorization:[Basic …]");
    row("OpenAI", "key sk-CANARYCANARY1234 used", "key sk-… used");
    row("Hugging Face", "hf_CANARYCANARYCANARY", "hf_…");
    row("web token", "eyJhbGciOiJIUzI1NiJ9.eyJDQU5BUlki.CANARY", "eyJ…");
    row("query", "GET /v1?api_key=CANARY&x=1", "GET /v1?api_key=…&x=1");
    row("header", "X-Api-Key: CANARY", "X-Api-Key: …");
    row("environment", "env=\"map[OLLAMA_API_KEY:CANARY HF_TOKEN:CANARY OLLAMA_HOST:x]\"",
        "env=\"map[OLLAMA_API_KEY:… HF_TOKEN:… OLLAMA_HOST:x]\"");
    row("json", R"({"password": "CANARY", "a": 1})", R"({"password": "…", "a": 1})");
    row("quoted json", R"(msg="{\"api_key\":\"CANARY\"}")", R"(msg="{\"api_key\":\"…\"}")");
    row("user and password", "proxy http://ann:CANARY@proxy:3128/x", "proxy http://…@proxy:3128/x");
    row("at sign in the password", "http://ann:CAN@ARY@proxy", "http://…@proxy");
    row("prompt", R"(level=WARN prompt="say \"CANARY\" twice" n=1)", R"(level=WARN prompt="…" n=1)");
    row("prompt cut short", R"(prompt="CANARY\)", R"(prompt="…)");
}

void TestShownLine::hidesSecrets()
{
    QFETCH(const QByteArray, line);
    QTEST(shown(line), "expected");
}

void TestShownLine::showsTheRest_data()
{
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *line) { QTest::newRow(line) << QByteArray(line); };
    row("time=2026-11-21T21:52:46.420Z level=INFO source=types.go:60 msg=\"inference compute\" library=cpu");
    row("print_info: EOS token        = 2 '<|im_end|>'");
    row("msg=\"truncating input prompt\" limit=2048 prompt=14570 keep=5 new=2048");
    row("Get \"https://registry.ollama.ai/v2/library/llama3.1/manifests/8b\": dial tcp 104.21.75.227:443");
    row("loaded sk-learn");
    row("mail ann@example.org");
    row("中文 模型 ©");
}

void TestShownLine::showsTheRest()
{
    const QByteArray line = QTest::currentDataTag();
    QCOMPARE(shown(line), QString::fromUtf8(line));
}

void TestShownLine::showsEveryControlCharacterAsText()
{
    for (int c = 0; c < 0xa0; ++c) {
        if (c >= 0x20 && c < 0x7f)
            continue;
        const QString text = shown(QString(QChar(c)).toUtf8());
        if (c == '\t' || c == '\n')
            QCOMPARE(text, QString(QChar(c)));
        else
            QCOMPARE(text, QStringLiteral("\\x%1").arg(c, 2, 16, QLatin1Char('0')));
    }
    QCOMPARE(shown("a\u202eb"), QStringLiteral("a\\u202eb"));
    QVERIFY(shown("\xff\xfe\xc3").contains(QChar(QChar::ReplacementCharacter)));
    QVERIFY(shown(QByteArray(5000, 'x')).size() <= 1000);
}

void TestShownLine::isQuickOnAnyLine_data()
{
    QTest::addColumn<QByteArray>("piece");
    for (const char *piece :
         {"://", "a", "@", "api_key=", "bearer ", "prompt=\"", "sk-", "\\\"", " ", "'\"' "})
        QTest::newRow(piece) << QByteArray(piece);
}

// Twice as long a line takes about twice as long, not four times.
void TestShownLine::isQuickOnAnyLine()
{
    QFETCH(const QByteArray, piece);
    const auto cpu = [&](qsizetype repeats) {
        const QByteArray line = piece.repeated(repeats);
        timespec before{};
        timespec after{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
        static_cast<void>(shown(line));
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after);
        return static_cast<double>(after.tv_sec - before.tv_sec) * 1e3 +
               static_cast<double>(after.tv_nsec - before.tv_nsec) / 1e6;
    };
    QVERIFY2(cpu(1'000'000 / piece.size()) < 2000, "a megabyte took over two seconds");
}

QTEST_GUILESS_MAIN(TestShownLine)
#include "tst_ShownLine.moc"
