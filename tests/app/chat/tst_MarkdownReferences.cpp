// label: pure
// References and footnotes: a text that is written in any way ends as one parse of the whole reads it, and
// nothing of it moves when its end comes.
#include "chat/Markdown.h"
#include "chat/MarkdownParser.h"
#include "chat/MarkdownStream.h"
#include "support/PrintedBlocks.h"

#include <QRandomGenerator>
#include <QTest>

using namespace chat;

namespace {

// A small document, and its parts for one parse of the whole.
class RandomReferences
{
public:
    explicit RandomReferences(quint32 seed)
        : m_random(seed)
    {
    }

    QString source(); // call it first
    QList<Block> whole() const;

private:
    bool isLikely(int percent) { return m_random.bounded(100) < percent; }
    template <size_t N>
    QString oneOf(const char16_t *const (&texts)[N])
    {
        return QString::fromUtf16(texts[m_random.bounded(static_cast<quint32>(N))]);
    }
    QString label();
    QString inlineText();
    QString block();

    static constexpr const char16_t *labels[] = {u"one", u"Two words", u"1", u"2", u"Größe"};
    static constexpr const char16_t *notes[] = {u"n", u"a-note", u"7"};

    QRandomGenerator m_random;
    QStringList m_mentioned; // folded
    QStringList m_notes;     // in the order of their mentions
    QStringList m_blocks;
    QHash<QString, QString> m_definitions;        // lines by folded label
    QList<std::pair<QString, QString>> m_written; // notes and their texts
};

QString RandomReferences::label()
{
    QString text = oneOf(labels);
    m_mentioned.append(foldedLabel(text));
    return isLikely(30) ? text.toUpper().replace(u' ', QStringLiteral("  ")) : text;
}

QString RandomReferences::inlineText()
{
    QStringList words;
    for (quint32 i = m_random.bounded(1U, 4U); i > 0; --i) {
        switch (m_random.bounded(8)) {
        case 0:
            words.append(QStringLiteral("[some `x` *text*][%1]").arg(label()));
            break;
        case 1:
            words.append(QStringLiteral("**b [t u][%1]**").arg(label()));
            break;
        case 2:
            words.append(QStringLiteral("[%1]").arg(label()));
            break;
        case 3:
            words.append(isLikely(50) ? QStringLiteral("`[c d][%1]`").arg(oneOf(labels))
                                      : QStringLiteral("![p q][%1]").arg(label()));
            break;
        case 4: {
            m_mentioned += {QStringLiteral("1"), QStringLiteral("2")};
            words.append(QStringLiteral("as told [1][2]"));
            break;
        }
        case 5:
        case 6:
            m_notes.append(oneOf(notes));
            words.append(QStringLiteral("said[^%1]").arg(m_notes.last()));
            break;
        default:
            words.append(QStringLiteral("字 word"));
        }
    }
    return words.join(u' ');
}

QString RandomReferences::block()
{
    static constexpr const char16_t *begins[] = {
        u"", u"A ", u"## ", u"> ", u"- b\n- ", u"- c\n\n  ", u"| a | b |\n|---|---|\n| c | "};
    return isLikely(10) ? QStringLiteral("```\n[c d][one] [^n]\n```") : oneOf(begins) + inlineText();
}

QString RandomReferences::source()
{
    for (quint32 i = m_random.bounded(1U, 3U); i > 0; --i)
        m_blocks.append(block());
    for (const char16_t *written : labels) {
        const QString text = QString::fromUtf16(written);
        if (!isLikely(50))
            continue;
        const QString line = QStringLiteral("[%1]: https://%2.example").arg(text).arg(m_definitions.size()) +
                             (isLikely(20) ? QStringLiteral(" \"Tip\"") : QString());
        m_definitions.insert(foldedLabel(text), line);
        m_blocks.insert(m_random.bounded(static_cast<int>(m_blocks.size()) + 1), line);
    }
    QStringList parts = m_blocks;
    for (const char16_t *note : notes) {
        if (isLikely(60))
            m_written.append({QString::fromUtf16(note), QStringLiteral("Of ") + inlineText()});
    }
    for (const auto &[note, text] : std::as_const(m_written))
        parts.append(QStringLiteral("[^%1]: %2").arg(note, text));
    return parts.join(QStringLiteral("\n\n")) + (isLikely(50) ? QStringLiteral("\n") : QString());
}

QList<Block> RandomReferences::whole() const
{
    QStringList body = m_blocks;
    References references;
    for (auto it = m_definitions.begin(); it != m_definitions.end(); ++it) {
        if (!m_mentioned.contains(it.key()))
            continue;
        references.definitions.insert(it.key(), it.value().section(QStringLiteral(" \""), 0, 0));
        body.removeAll(it.value());
    }
    QStringList counted = m_notes;
    counted.removeIf([this](const QString &note) {
        return std::ranges::none_of(m_written, [&](const auto &one) { return one.first == note; });
    });
    addNotes(references.notes, counted);
    QList<Block> blocks = parsePiece(body.join(QStringLiteral("\n\n")), references);
    for (const auto &[note, text] : m_written) {
        const int number = references.notes.value(note);
        blocks += parsePiece(number > 0 ? QStringLiteral("%1. %2").arg(number).arg(text)
                                        : QStringLiteral("[^%1]: %2").arg(note, text),
                             references);
    }
    return blocks;
}

} // namespace

class TestMarkdownReferences : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsRandomReferencesAsOneParseOfTheWhole();
    void movesNothingAtTheEnd_data();
    void movesNothingAtTheEnd();
    void readsDefinitionsOfEveryForm_data();
    void readsDefinitionsOfEveryForm();
    void findsWhatMayRefer();
    void readsNoMoreForEachDefinition();
    void resolvesALongAnswerInParts();
};

// At every place the text may be cut in two, and letter by letter. INKSTONE_SEED=n begins with another.
void TestMarkdownReferences::readsRandomReferencesAsOneParseOfTheWhole()
{
    const auto first = static_cast<quint32>(qEnvironmentVariableIntValue("INKSTONE_SEED"));
    const auto count = static_cast<quint32>(std::max(15, qEnvironmentVariableIntValue("INKSTONE_CASES")));
    for (quint32 seed = first; seed < first + count; ++seed) {
        RandomReferences random(seed);
        const QString source = random.source();
        const QString whole = support::printed(random.whole());
        const auto fail = [&](const QString &where, const QList<Block> &blocks) {
            return QStringLiteral("INKSTONE_SEED=%1 %2\n%3\n--- is\n%4\n--- should be\n%5")
                .arg(QString::number(seed), where, source, support::printed(blocks), whole);
        };
        MarkdownStream letters;
        for (qsizetype i = 0; i < source.size(); ++i)
            letters.append(QStringView(source).mid(i, 1));
        letters.finish();
        if (support::printed(letters.blocks()) != whole)
            QFAIL(qPrintable(fail(QStringLiteral("letter by letter"), letters.blocks())));
        const QList<Block> blocks = letters.blocks();
        for (qsizetype cut = 0; cut <= source.size(); ++cut) {
            MarkdownStream stream;
            stream.append(QStringView(source).first(cut));
            stream.append(QStringView(source).mid(cut));
            stream.finish();
            if (stream.blocks() != blocks)
                QFAIL(qPrintable(fail(QString::number(cut), stream.blocks())));
        }
    }
}

void TestMarkdownReferences::movesNothingAtTheEnd_data()
{
    QTest::addColumn<QString>("source");
    for (const char *source :
         {"Read [the docs][1], or [more][two words].\n\n[1]: https://a.example\n[two words]: b 'c'\n",
          "- [a b][c]\n- ![d e][c]\n\n[c]: https://a.example",
          "As told [1][2], then [3].\n\nSources:\n\n[1]: https://a.example\n[2]: https://b.example\n"
          "[3]: https://c.example",
          "One[^a], two[^b], one[^a].\n\n[^b]: Two\n[^a]: One\n",
          "| a | b |\n|---|---|\n| [c d][e] | f[^g] |\n\n[e]: f\n\n[^g]: h [i j][e]"})
        QTest::newRow(source) << QString::fromUtf8(source);
}

void TestMarkdownReferences::movesNothingAtTheEnd()
{
    QFETCH(QString, source);
    MarkdownStream stream;
    for (qsizetype i = 0; i < source.size(); ++i)
        stream.append(QStringView(source).mid(i, 1));
    const QString before = plainText(stream.blocks());
    stream.finish();
    // A picture is told where it comes from.
    QCOMPARE(plainText(stream.blocks()).remove(QStringLiteral(" · a.example")), before);
    QVERIFY(!before.contains(QStringLiteral("https:")) && !before.contains(u'^'));
}

void TestMarkdownReferences::readsDefinitionsOfEveryForm_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("blocks");
    QTest::newRow("ends in a backslash")
        << QStringLiteral("See [docs] and [b].\n\n[docs]: C:\\temp\\\n[b]: c")
        << QStringLiteral("P See {l C:\\temp\\:docs} and {l c:b}.");
    QTest::newRow("a bracket in the address")
        << QStringLiteral("See [a].\n\n[a]: http://x>y") << QStringLiteral("P See {l http://x%3Ey:a}.");
    QTest::newRow("noncharacters") << QStringLiteral("See [a].\n\n[a]: http://x\ufdd1A\ufdd2\ufddc")
                                   << QStringLiteral("P See {l http://xA:a}.");
    QTest::newRow("code in an item") << QStringLiteral("- Write [a]\n  ```md\n\n  [a]: https://x\n  ```")
                                     << QStringLiteral("- \u2022 P Write [a]\n- Code (md) \\n[a]: https://x");
}

void TestMarkdownReferences::readsDefinitionsOfEveryForm()
{
    QFETCH(QString, source);
    MarkdownStream stream;
    for (qsizetype i = 0; i < source.size(); ++i)
        stream.append(QStringView(source).mid(i, 1));
    stream.finish();
    QTEST(support::printed(stream.blocks()), "blocks");
}

void TestMarkdownReferences::findsWhatMayRefer()
{
    const auto found = [](const QString &text) {
        QStringList labels;
        for (const Mention &one : mentionsIn(text))
            labels.append(one.written + (one.isWhole ? QStringLiteral("!") : QString()));
        return labels.join(u'|');
    };
    QCOMPARE(found(QStringLiteral("[a b][c] [d e][] [1][] x[f g][h]")),
             QStringLiteral("a b|c!|d e!|1|f g|h"));
    QCOMPARE(found(QStringLiteral("[[a] b][c d] \\[e][f] [^g] []")), QStringLiteral("a|c d!|f"));
    QCOMPARE(found(QStringLiteral("[a]: b\n> - [c]: d\ne [f]: g")), QStringLiteral("f"));
    QCOMPARE(found(QStringLiteral("[1][2] [i][j] [the docs][1]")), QStringLiteral("1!|2|i|j|the docs"));
    QCOMPARE(found(QStringLiteral("[a\n  B] [ A  b ]")), QStringLiteral("a B"));
}

// A long answer full of references costs its tokens no more at its end, and each definition only what
// refers to it.
void TestMarkdownReferences::readsNoMoreForEachDefinition()
{
    QString source;
    for (int i = 0; i < 400; ++i)
        source += QStringLiteral("Paragraph %1 tells of [thing %1][t%1] and[^n%1] of some more.\n\n").arg(i);
    for (int i = 0; i < 400; ++i)
        source += QStringLiteral("[t%1]: https://a.example/%1\n\n[^n%1]: Note %1\n\n").arg(i);
    MarkdownStream stream;
    qint64 most = 0;
    for (qsizetype i = 0; i < source.size(); i += 4) {
        const qint64 before = stream.readCount();
        stream.append(QStringView(source).mid(i, 4));
        most = std::max(most, stream.readCount() - before);
    }
    QVERIFY2(most < 500, qPrintable(QString::number(most)));
    const qint64 before = stream.readCount();
    stream.finish();
    QVERIFY2(stream.readCount() - before < 500, qPrintable(QString::number(stream.readCount() - before)));
    QCOMPARE(stream.blocks().size(), 800);
    QCOMPARE(stream.blocks().at(399).content.spans.first().target, QStringLiteral("https://a.example/399"));
}

// Nobody defined what it refers to, so that all of it is read again at its end; no part of that for long.
void TestMarkdownReferences::resolvesALongAnswerInParts()
{
    QString source = QStringLiteral("| a | b |\n|---|---|\n");
    for (int i = 0; i < 500; ++i)
        source += QStringLiteral("| [cell %1][c%1] of some words more[^t%1] | [d][last one] |\n").arg(i);
    for (int i = 0; i < 2500; ++i)
        source += QStringLiteral("\nParagraph %1 of [thing %1][t%1] and[^n%1].\n").arg(i);
    source += QStringLiteral("\n[last one]: https://a.example\n\n[t2499]: b\n\n[^n2499]: c\n");
    QVERIFY(source.size() > 128 * 1024);
    MarkdownStream stream;
    stream.append(source);
    QList<Block> before = stream.blocks();
    int parts = 0;
    for (; !stream.isFinished(); ++parts) {
        const qint64 read = stream.readCount();
        const qsizetype same = stream.finish(16 * 1024);
        QVERIFY2(stream.readCount() - read < 100'000, qPrintable(QString::number(stream.readCount() - read)));
        QVERIFY(stream.blocks().first(same) == before.first(same));
        before = stream.blocks();
    }
    QVERIFY(parts > 30);
    QVERIFY(stream.blocks() == parseMarkdown(source));
    const Block table = stream.blocks().first();
    QCOMPARE(table.rows.last()[0].text, QStringLiteral("[cell 499][c499] of some words more[^t499]"));
    QCOMPARE(table.rows.last()[1].spans.first().target, QStringLiteral("https://a.example"));
    const QString last = support::printed(stream.blocks().last(2));
    QCOMPARE(last, QStringLiteral("P Paragraph 2499 of {l b:thing 2499} and¹.\n- 1. P c"));
}

QTEST_APPLESS_MAIN(TestMarkdownReferences)
#include "tst_MarkdownReferences.moc"
