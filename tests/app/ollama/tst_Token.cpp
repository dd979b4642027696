// label: pure
// Frames of an answer that are text and nothing else, and those that are more.
#include "ollama/Token.h"

#include <QTest>

class TestToken : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsPlainOnesAndLeavesTheOthers()
    {
        const QByteArray plain = R"({"model":"m","created_at":"2026-01-01T00:00:00Z","message":)"
                                 R"({"role":"assistant","content":"砚"},"done":false})";
        QVERIFY(ollama::parseToken(plain));
        QCOMPARE(ollama::parseToken(plain)->text, u"砚");
        for (qsizetype i = 0; i < plain.size(); ++i)
            QVERIFY(!ollama::parseToken(plain.first(i)));
        for (const QByteArrayView other :
             {R"({"message":{"content":"a"},"done":true})", R"({"message":{"content":"a"},"error":"no"})",
              R"({"message":{"content":"a","content":"b"}})",
              R"({"message":{"content":"a","tool_calls":[]}})", R"({"message":{"content":"a"},"message":{}})",
              R"({"message":"a"})", R"({"done":false})", R"("a")"})
            QVERIFY2(!ollama::parseToken(other), other.data());
    }
};

QTEST_GUILESS_MAIN(TestToken)
#include "tst_Token.moc"
