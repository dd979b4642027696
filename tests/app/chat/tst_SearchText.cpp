// label: pure
#include "chat/SearchText.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace chat;

namespace {

bool finds(const QString &query, const QString &text)
{
    const QList<SearchTerm> terms = searchTerms(query);
    return !terms.isEmpty() && hasAll(terms, SearchedText(text));
}

// [like this], where the marks are.
QString marked(const Snippet &snippet)
{
    QString text = snippet.text;
    for (auto mark = snippet.marks.crbegin(); mark != snippet.marks.crend(); ++mark) {
        text.insert(mark->start + mark->length, u']');
        text.insert(mark->start, u'[');
    }
    return text;
}

} // namespace

class TestSearchText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void splitsATextForTheIndex_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tokens");
        QTest::addColumn<QString>("starts");
        QTest::newRow("words") << u"Hello, World 42!"_s << u"hello world 42"_s << u""_s;
        QTest::newRow("Chinese") << u"中文模型。型"_s << u"中文 文模 模型 型 型"_s << u"中 文 模 型"_s;
        QTest::newRow("mixed") << u"用Ollama模型"_s << u"用 ollama 模型 型"_s << u"用 模 型"_s;
        QTest::newRow("Japanese") << u"サーバー"_s << u"サー ーバ バー ー"_s << u"サ ー バ"_s;
        QTest::newRow("Korean") << u"모델 서버"_s << u"모델 델 서버 버"_s << u"모 델 서 버"_s;
        QTest::newRow("beyond the first plane") << u"𠮷野"_s << u"𠮷野 野"_s << u"𠮷 野"_s;
        QTest::newRow("identifiers") << u"getUserName(HTTPServer) foo_bar"_s
                                     << u"getusername httpserver foo bar"_s << u"username name server"_s;
        QTest::newRow("accents") << u"Éte\u0301 Straße"_s << u"éte\u0301 straße"_s << u""_s;
        QTest::newRow("nothing") << u"…! 🙂❤️ ::"_s << u""_s << u""_s;
        QTest::newRow("half a pair") << u"a"_s + QChar(0xd83d) + u"b"_s << u"a b"_s << u""_s;
    }
    void splitsATextForTheIndex()
    {
        QFETCH(QString, text);
        const IndexedText indexed = indexedText(text);
        QTEST(indexed.tokens, "tokens");
        QTEST(indexed.starts, "starts");
        // SQLite tells NULL from an empty text.
        QVERIFY(!indexed.tokens.isNull() && !indexed.starts.isNull());
    }

    void cutsWordsThatAreTooLongToTellApart()
    {
        const QString word(1000, u'x');
        QCOMPARE(indexedText(word).tokens, word.left(longestIndexedWord));
        QVERIFY(matchExpression(searchTerms(word)) == u'"' + word.left(longestIndexedWord) + u"\"*"_s);
        QVERIFY(!::finds(word, word.chopped(1)));
        QVERIFY(::finds(word, word));
    }

    void understandsWhatWasTyped_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("terms");
        QTest::newRow("words") << u" Two  words\u3000三 "_s << QStringList{u"two"_s, u"words"_s, u"三"_s};
        QTest::newRow("quoted") << u"\"to be\" or “not TO”"_s
                                << QStringList{u"to be"_s, u"or"_s, u"not to"_s};
        QTest::newRow("left open") << u"\"to be"_s << QStringList{u"to be"_s};
        QTest::newRow("code") << u"print(\"a\") \"say \"x\" now\""_s
                              << QStringList{u"print(\"a\")"_s, u"say \"x"_s, u"now\""_s};
        QTest::newRow("twice") << u"a A a"_s << QStringList{u"a"_s};
        QTest::newRow("nothing") << u" \"\" “ ” \""_s << QStringList();
    }
    void understandsWhatWasTyped()
    {
        QFETCH(QString, query);
        QStringList terms;
        for (const SearchTerm &term : searchTerms(query))
            terms.append(term.text);
        QTEST(terms, "terms");
    }

    void asksTheIndexForWhatItHas_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expression");
        QTest::newRow("a beginning") << u"Oll"_s << u"\"oll\"*"_s;
        QTest::newRow("a short word") << u"Go"_s << u"\"go\""_s;
        QTest::newRow("one character") << u"型"_s << u"{starts} : \"型\""_s;
        QTest::newRow("two") << u"模型"_s << u"\"模型\""_s;
        QTest::newRow("many") << u"大语言模型"_s << u"\"大语 语言 言模 模型\""_s;
        QTest::newRow("mixed") << u"Ollama模型"_s << u"\"ollama 模型\""_s;
        QTest::newRow("mixed, one character") << u"Ollama型"_s << u"\"ollama\" AND {starts} : \"型\""_s;
        QTest::newRow("mixed, a short end") << u"模型v2"_s << u"\"模型 型\""_s;
        QTest::newRow("mixed, a beginning") << u"模型Oll"_s << u"\"模型 型 oll\"*"_s;
        QTest::newRow("an identifier") << u"std::vector"_s << u"\"std vector\"*"_s;
        QTest::newRow("a closed word") << u"C++"_s << u"\"c\""_s;
        QTest::newRow("two terms") << u"模型 Oll"_s << u"\"模型\" AND \"oll\"*"_s;
        QTest::newRow("marks of the index's language") << u"a\"b* NEAR(c"_s << u"\"a b\" AND \"near\""_s;
        QTest::newRow("signs alone") << u":: 🙂"_s << QString();
    }
    void asksTheIndexForWhatItHas()
    {
        QFETCH(QString, query);
        QTEST(matchExpression(searchTerms(query)), "expression");
    }

    void finds_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isFound");
        const auto row = [](const char *name, const QString &query, const QString &text, bool isFound) {
            QTest::newRow(name) << query << text << isFound;
        };
        row("a beginning", u"oll"_s, u"An Ollama."_s, true);
        row("not the middle", u"llama"_s, u"An Ollama."_s, false);
        row("later, at a beginning", u"llama"_s, u"Ollama, llama"_s, true);
        row("a short word", u"go"_s, u"in Go."_s, true);
        row("no short beginning", u"go"_s, u"good"_s, false);
        row("no short word with a mark", u"te"_s, u"te\u0301"_s, false);
        row("part of an identifier", u"name"_s, u"getUserName()"_s, true);
        row("after a digit", u"name"_s, u"get2Name"_s, true);
        row("inside a part", u"ame"_s, u"getUserName"_s, false);
        row("after a line", u"bar_b"_s, u"foo_bar_baz"_s, true);
        row("Chinese anywhere", u"言模"_s, u"大语言模型"_s, true);
        row("not across a comma", u"言模"_s, u"语言，模型"_s, false);
        row("mixed", u"Ollama模型"_s, u"用ollama模型"_s, true);
        row("mixed, no blank", u"Ollama模型"_s, u"Ollama 模型"_s, false);
        row("signs", u"C++"_s, u"In C++20"_s, true);
        row("no signs", u"C++"_s, u"In C, not c-+"_s, false);
        row("other cases", u"ÉTÉ"_s, u"l’été"_s, true);
        row("all terms", u"b a"_s, u"a b"_s, true);
        row("not all terms", u"b c"_s, u"a b"_s, false);
        row("a phrase", u"\"to be\""_s, u"to be"_s, true);
        row("no phrase", u"\"to be\""_s, u"be to"_s, false);
        row("emoji", u"🙂"_s, u"ha🙂"_s, true);
    }
    void finds()
    {
        QFETCH(QString, query);
        QFETCH(QString, text);
        QTEST(::finds(query, text), "isFound");
    }

    void foldsWithoutMovingAnything()
    {
        QCOMPARE(folded(u"ÀẞİK𐐀ǅ"_s).size(), u"ÀẞİK𐐀ǅ"_s.size());
        QCOMPARE(folded(u"AbC ÀЖ𐐀"_s), u"abc àж𐐨"_s);
    }

    void givesLikeOnlyWhatItKnows()
    {
        QCOMPARE(likePattern(searchTerms(u"a_B%\\"_s).first()), u"%a\\_b\\%\\\\%"_s);
        QCOMPARE(likePattern(searchTerms(u"模型"_s).first()), u"%模型%"_s);
        QCOMPARE(likePattern(searchTerms(u"été"_s).first()), QString());
    }

    void marksTheLineThatMatched_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("snippet");
        QTest::newRow("the line") << u"two"_s << u"one\ntwo, Two\nthree"_s << u"[two], [Two]"_s;
        QTest::newRow("a late place")
            << u"needle"_s << u"a long way to go to the needle in it"_s << u"…go to the [needle] in it"_s;
        QTest::newRow("Chinese") << u"模型"_s << u"这是一段很长的文字里面提到了一些模型的名字"_s
                                 << u"…很长的文字里面提到了一些[模型]的名字"_s;
        QTest::newRow("two terms") << u"b a"_s << u"a\tb   a"_s << u"[a] [b] [a]"_s;
        QTest::newRow("one in another") << u"模型 大模型"_s << u"大模型"_s << u"[大模型]"_s;
        QTest::newRow("disguise") << u"two"_s << u"one \u202etwo"_s << u"one [two]"_s;
    }
    void marksTheLineThatMatched()
    {
        QFETCH(QString, query);
        QFETCH(QString, text);
        const Snippet snippet = snippetOf(searchTerms(query), SearchedText(text));
        QTEST(marked(snippet), "snippet");
    }

    void keepsSnippetsShort()
    {
        const QString text = QString(100'000, u'x') + u" needle "_s + QString(100'000, u'y');
        const Snippet snippet = snippetOf(searchTerms(u"needle"_s), SearchedText(text));
        QVERIFY(snippet.text.size() < 250);
        QCOMPARE(snippet.marks.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSearchText)
#include "tst_SearchText.moc"
