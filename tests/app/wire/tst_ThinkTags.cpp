// label: pure
#include "wire/ThinkTags.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestThinkTags : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesThinkingApartForEverySplit_data();
    void takesThinkingApartForEverySplit();
    void givesTextOnAtOnceWhereThereIsNoTag();
    void givesThinkingOnAsItComes();
};

void TestThinkTags::takesThinkingApartForEverySplit_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("thinking");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &given, const QString &thinking,
                        const QString &text) { QTest::newRow(name) << given << thinking << text; };
    row("plain", u"Hello"_s, {}, u"Hello"_s);
    row("nothing", {}, {}, {});
    row("blanks only", u" \n"_s, {}, u" \n"_s);
    row("both", u"<think>\nHm.\n</think>\n\nParis"_s, u"\nHm.\n"_s, u"Paris"_s);
    row("blanks before", u"\n <think>a</think>b"_s, u"a"_s, u"b"_s);
    row("empty thinking", u"<think></think>b"_s, {}, u"b"_s);
    row("never closed", u"<think>a"_s, u"a"_s, {});
    row("cut in the closing tag", u"<think>a</thi"_s, u"a</thi"_s, {});
    row("cut in the opening tag", u"<thi"_s, {}, u"<thi"_s);
    row("nothing after", u"<think>a</think>\n"_s, u"a"_s, {});
    row("false ends", u"<think>a</b></think</think>c"_s, u"a</b></think"_s, u"c"_s);
    row("tag in the middle stays", u"Use <think>x</think> here"_s, {}, u"Use <think>x</think> here"_s);
    row("second block stays", u"<think>a</think>b<think>c</think>"_s, u"a"_s, u"b<think>c</think>"_s);
    row("another tag", u"<thinker>a"_s, {}, u"<thinker>a"_s);
    row("Chinese", u"<think>想一想</think>巴黎"_s, u"想一想"_s, u"巴黎"_s);
}

void TestThinkTags::takesThinkingApartForEverySplit()
{
    QFETCH(QString, given);
    QFETCH(QString, thinking);
    QFETCH(QString, text);
    const auto check = [&](const QStringList &pieces) {
        wire::ThinkTags tags;
        backend::ChatDelta all;
        const auto take = [&all](const backend::ChatDelta &delta) {
            all.text += delta.text;
            all.thinking += delta.thinking;
        };
        for (const QString &piece : pieces)
            take(tags.add(piece));
        take(tags.finish());
        QCOMPARE(all, (backend::ChatDelta{text, thinking}));
    };
    for (qsizetype a = 0; a <= given.size(); ++a) {
        for (qsizetype b = a; b <= given.size(); ++b)
            check({given.first(a), given.sliced(a, b - a), given.sliced(b)});
    }
    check(given.split(QString(), Qt::KeepEmptyParts)); // one by one
}

void TestThinkTags::givesTextOnAtOnceWhereThereIsNoTag()
{
    wire::ThinkTags tags;
    QCOMPARE(tags.add(u"P"_s).text, u"P");
    QCOMPARE(tags.add(u"<th"_s).text, u"<th");
}

void TestThinkTags::givesThinkingOnAsItComes()
{
    wire::ThinkTags tags;
    QCOMPARE(tags.add(u"<think>one"_s).thinking, u"one");
    QCOMPARE(tags.add(u" two <"_s).thinking, u" two ");
    QCOMPARE(tags.add(u"3"_s).thinking, u"<3");
}

QTEST_APPLESS_MAIN(TestThinkTags)
#include "tst_ThinkTags.moc"
