// label: pure
#include "exchange/ElementReader.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;
using base::Error;
using exchange::ElementReader;

namespace {

// Gives its bytes a few at a time.
class Trickle : public QBuffer
{
public:
    Trickle(const QByteArray &bytes, qint64 part)
        : m_part(part)
    {
        setData(bytes);
        open(ReadOnly);
    }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        return QBuffer::readData(data, std::min(size, m_part));
    }

private:
    qint64 m_part;
};

QByteArrayList elementsOf(const QByteArray &bytes, qint64 part = 1'000'000, QByteArray *header = nullptr)
{
    Trickle device(bytes, part);
    ElementReader reader(device, "list");
    QByteArrayList elements;
    for (;;) {
        const auto next = reader.next();
        if (!next)
            return elements +
                   QByteArrayList{"error " + QByteArray::number(static_cast<int>(next.error().kind))};
        if (!*next)
            break;
        elements.append(**next);
    }
    if (header)
        *header = reader.header();
    return elements;
}

QByteArray errorWord(Error::Kind kind)
{
    return "error " + QByteArray::number(static_cast<int>(kind));
}

} // namespace

class TestElementReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutsAListIntoItsElements_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArrayList>("elements");
        const auto row = [](const char *name, const QByteArray &bytes, const QByteArrayList &elements) {
            QTest::newRow(name) << bytes << elements;
        };
        row("empty", " [ ] ", {});
        row("values", "[1,\"a\", true ,null]", {"1", "\"a\"", "true", "null"});
        row("objects", "[{\"a\":[1,2]} , {}]", {"{\"a\":[1,2]}", "{}"});
        row("signs in texts", "[{\"a\":\"]},[{\\\"\\\\\"},\"\\\\\"]",
            {"{\"a\":\"]},[{\\\"\\\\\"}", "\"\\\\\""});
        row("a byte order mark", "\xef\xbb\xbf[1]", {"1"});
        row("Chinese", "[\"砚\"]", {"\"砚\""});
        row("in an object", R"({"a":{"list":[]},"b":[1],"list":[2,3],"c":4})", {"2", "3"});
        row("an object without it", R"({"a": 1, "b": [2]})", {R"({"a":1,"b":[2]})"});
        row("broken off in a text", "[\"a\",\"b", {"\"a\"", errorWord(Error::Kind::Damaged)});
        row("broken off behind one", "[1", {"1", errorWord(Error::Kind::Damaged)});
        row("no comma", "[1 [2]]", {"1[2]"});
        row("nothing", "", {errorWord(Error::Kind::Damaged)});
        row("text", "hello", {errorWord(Error::Kind::Damaged)});
        row("too deep", '[' + QByteArray(200, '[') + "1]", {errorWord(Error::Kind::TooLarge)});
    }
    void cutsAListIntoItsElements()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArrayList, elements);
        for (const qint64 part : {1, 2, 3, 7, 1'000'000})
            QCOMPARE(elementsOf(bytes, part), elements);
    }

    void givesWhatStandsBeforeTheListAsHeader()
    {
        QByteArray header;
        QCOMPARE(elementsOf(R"({"format":"x","n":{"a":1},"list":[5]})", 4, &header), QByteArrayList{"5"});
        QCOMPARE(header, R"({"format":"x","n":{"a":1}})");
    }

    void leavesTextsInTheFileThatAreSetAside()
    {
        const QByteArray bytes =
            "{\"n\":\"content\",\"list\":[{\"content\":\"a\\\"b\",\"x\":{\"content\" : \"c\"},"
            "\"y\":\"content\",\"z\":[\"content\",\"d\"],\"content\":7},{\"content\":[\"e\"]}]}";
        for (const qint64 part : {1, 3, 1'000'000}) {
            Trickle device(bytes, part);
            ElementReader reader(device, "list");
            QVERIFY(reader.begin());
            reader.setAside("content");
            const auto first = reader.next();
            QVERIFY(first && *first);
            QCOMPARE(**first, "{\"content\":0,\"x\":{\"content\":1},\"y\":\"content\",\"z\":[\"content\","
                              "\"d\"],\"content\":7}");
            QByteArrayList texts;
            for (const ElementReader::Aside &aside : reader.asides())
                texts.append(bytes.mid(aside.at, aside.size));
            QCOMPARE(texts, (QByteArrayList{"\"a\\\"b\"", "\"c\""}));
            const auto second = reader.next();
            QVERIFY(second && *second);
            QCOMPARE(**second, "{\"content\":[\"e\"]}");
            QVERIFY(reader.asides().isEmpty());
        }
    }

    void stopsWhereNobodyWaitsAnyMore()
    {
        Trickle device("[1,2,3]", 1);
        int reads = 0;
        ElementReader reader(device, "list", [&reads] { return ++reads < 4; });
        QVERIFY(reader.next());
        const auto next = reader.next();
        QVERIFY(!next);
        QCOMPARE(next.error().kind, Error::Kind::Cancelled);
    }

    void givesUpAValueOfTooManyParts()
    {
        const QByteArray bytes = "[[" + QByteArray("0,").repeated(ElementReader::mostValues + 10) + "0]]";
        QCOMPARE(elementsOf(bytes), QByteArrayList{errorWord(Error::Kind::TooLarge)});
    }
};

QTEST_APPLESS_MAIN(TestElementReader)
#include "tst_ElementReader.moc"
