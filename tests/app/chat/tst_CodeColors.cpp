// label: pure
#include "chat/CodeColors.h"
#include "support/CodeSamples.h"
#include "support/CpuTime.h"

#include <QRandomGenerator>
#include <QTest>

using chat::CodeColors;
using chat::CodeGrammar;
using chat::CodeKind;
using chat::CodeSpan;

namespace {

// One letter a character: k, s, n, c, f, t, +, -; '.' is plain. Lines are parted as in the code.
QString letters(const QList<CodeSpan> &spans, qsizetype length)
{
    QString result(length, u'.');
    for (const CodeSpan &span : spans) {
        for (int i = span.start; i < span.start + span.length; ++i)
            result[i] = QStringView(u"ksncft+-")[static_cast<int>(span.kind)];
    }
    return result;
}

QString painted(const QString &language, const QString &code)
{
    CodeColors colors(language);
    QStringList result;
    for (const QString &line : code.split(u'\n'))
        result.append(letters(colors.read(line), line.size()));
    return result.join(u'\n');
}

// As a view does it while the code grows: the unfinished line is looked at every time, a finished one read
// once.
class Streamed
{
public:
    explicit Streamed(const QString &language)
        : m_colors(language)
    {
    }
    QString append(const QString &part)
    {
        m_code += part;
        const QStringList lines = m_code.split(u'\n');
        while (m_colors.readCount() + 1 < lines.size()) {
            const QString &line = lines[m_colors.readCount()];
            m_done.append(letters(m_colors.read(line), line.size()));
        }
        const QString &last = lines.last();
        const QString open = letters(m_colors.colors(static_cast<int>(lines.size()) - 1, last), last.size());
        return (m_done + QStringList{open}).join(u'\n');
    }

private:
    CodeColors m_colors;
    QString m_code;
    QStringList m_done;
};

bool has(const QString &code, const QString &letters, const char *word, QChar letter)
{
    const QString text = QString::fromUtf8(word);
    const qsizetype at = code.indexOf(text);
    return at >= 0 && letters.mid(at, text.size()) == QString(text.size(), letter);
}

} // namespace

class TestCodeColors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyLanguageHasItsColors_data()
    {
        QTest::addColumn<const support::CodeSample *>("sample");
        for (const support::CodeSample *sample = support::codeSamples; sample->language != nullptr; ++sample)
            QTest::newRow(sample->language) << sample;
    }
    void everyLanguageHasItsColors()
    {
        QFETCH(const support::CodeSample *, sample);
        const QString code = QString::fromUtf8(sample->code);
        const QString seen = painted(QString::fromLatin1(sample->language), code);
        const auto check = [&](const char *word, QChar letter) {
            return word == nullptr || has(code, seen, word, letter);
        };
        const std::string shown = (code + u'\n' + seen).toStdString();
        const char *picture = shown.c_str();
        QVERIFY2(check(sample->keyword, u'k'), picture);
        QVERIFY2(check(sample->string, u's'), picture);
        QVERIFY2(check(sample->comment, u'c'), picture);
        // Nothing runs on: what follows the sample is not a string or a comment of it.
        const QString after = painted(QString::fromLatin1(sample->language), code + QStringLiteral("\n,"));
        QVERIFY2(!QStringView(u"sc").contains(after.back()), picture);
    }

    void streamedColorsAreThoseOfTheWhole_data() { everyLanguageHasItsColors_data(); }
    void streamedColorsAreThoseOfTheWhole()
    {
        QFETCH(const support::CodeSample *, sample);
        const QString language = QString::fromLatin1(sample->language);
        const QString code = QString::fromUtf8(sample->code);
        // Every prefix of the code is seen as it would be if it came at once; so is every split of the whole.
        Streamed stream(language);
        for (qsizetype i = 0; i < code.size(); ++i)
            QCOMPARE(stream.append(code.mid(i, 1)), painted(language, code.first(i + 1)));
        for (qsizetype split = 1; split < code.size(); ++split) {
            Streamed halves(language);
            halves.append(code.first(split));
            QCOMPARE(halves.append(code.sliced(split)), painted(language, code));
        }
    }

    void unclosedTextHasItsColorAtOnce_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QChar>("letter");
        const auto row = [](const char *language, const char *code, char16_t letter) {
            QTest::addRow("%s %s", language, code)
                << QString::fromLatin1(language) << QString::fromLatin1(code) << QChar(letter);
        };
        for (const char *language :
             {"python", "js", "ts", "c", "cpp", "java", "rust", "go", "kotlin", "swift", "json", "yaml",
              "toml", "bash", "ruby", "php", "ada", "vala", "awk"})
            row(language, "x = \"not clos", u's');
        row("sql", "x = 'not clos", u's');
        row("c", "/* not clos", u'c');
        row("python", "s = \"\"\"not clos", u's');
        row("html", "<!-- not clos", u'c');
    }
    void unclosedTextHasItsColorAtOnce()
    {
        QFETCH(QString, language);
        QFETCH(QString, code);
        QFETCH(QChar, letter);
        QCOMPARE(painted(language, code).back(), letter);
    }

    void stateGoesOnAcrossLines_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("seen");
        QTest::newRow("comment") << "c" << "/* a\nif\n*/ if" << "cccc\ncc\ncc.kk";
        QTest::newRow("nested comment") << "rust" << "/* /*\n*/ if\n*/ if" << "ccccc\nccccc\ncc.kk";
        QTest::newRow("long string") << "python" << "\"\"\"a\nif\n\"\"\" if" << "ssss\nss\nsss.kk";
        QTest::newRow("here document")
            << "bash" << "cat <<EOF\nif $x\n  EOF2\nEOF\nif" << "fff.sssss\nsssss\nssssss\nsss\nkk";
        QTest::newRow("here document in a pipe")
            << "bash" << "cat <<'EOF' | grep x\na | b\nEOF\nif" << "fff.sssssss.........\nsssss\nsss\nkk";
        QTest::newRow("text between tags")
            << "jsx" << "<p id=\"a\">It isn't <b>so</b></p>\nif" << "kk....sss..........kk...kkk.kkk.\nkk";
        QTest::newRow("smaller than") << "js" << "a <b && c> d\nif" << "............\nkk";
        QTest::newRow("raw string") << "cpp" << "R\"x(a\n)\" )x\" if" << "sssss\nssssss.kk";
        QTest::newRow("template") << "js" << "`a\nif` if" << "ss\nsss.kk";
        QTest::newRow("plain string ends with its line") << "java" << "\"a\nif" << "ss\nkk";
        QTest::newRow("apostrophe is no string")
            << "rust" << "fn a<'b>(c: &'b str)\nif" << "kk.f.tt......tt.ttt.\nkk";
        QTest::newRow("script in markup")
            << "html" << "<script>\nif\n</script>\nif" << "kkkkkkkk\nkk\nkkkkkkkkk\n..";
    }
    void stateGoesOnAcrossLines()
    {
        QFETCH(QString, language);
        QFETCH(QString, code);
        QFETCH(QString, seen);
        QCOMPARE(painted(language, code), seen);
    }

    void placesAreThoseOfTheText()
    {
        // Chinese, a pair of surrogates, a combining mark, a tab, a carriage return and a NUL are one unit
        // each.
        const QString line = QStringLiteral("名 = \"砚😀e\u0301\t\r") + QChar(0) + QStringLiteral("\" # 注");
        const QString seen = painted(QStringLiteral("python"), line);
        QCOMPARE(seen, QStringLiteral("....ssssssssss.ccc"));
        // A letter of another script is part of a word: no keyword in the middle of one.
        QCOMPARE(painted(QStringLiteral("python"), QStringLiteral("éif ifé if")),
                 QStringLiteral("........kk"));
    }

    void oneMoreLineIsOneLineOfWork()
    {
        CodeColors colors(QStringLiteral("cpp"));
        const QString line = QStringLiteral("    const int value = compute(\"text\", 42); // why");
        for (int i = 0; i < 10'000; ++i)
            colors.read(line);
        const qint64 before = colors.workDone();
        colors.colors(10'000, line);
        colors.read(line);
        QCOMPARE(colors.workDone() - before, 2);
        // A change takes back only what follows it.
        colors.forget(9'990);
        QCOMPARE(colors.readCount(), 9'990);
        for (int i = 0; i < 10; ++i)
            colors.read(line);
        QCOMPARE(colors.workDone() - before, 12);
    }

    void changedLinesAreReadAgain()
    {
        CodeColors colors(QStringLiteral("c"));
        colors.read(u"int x;");
        colors.read(u"/*");
        QCOMPARE(letters(colors.colors(2, u"if"), 2), QStringLiteral("cc"));
        colors.forget(1);
        colors.read(u"//");
        QCOMPARE(letters(colors.colors(2, u"if"), 2), QStringLiteral("kk"));
    }

    void hostileLinesAreBounded_data()
    {
        QTest::addColumn<QString>("line");
        const auto times = [](const char *text, int count) {
            return QString::fromLatin1(text).repeated(count);
        };
        QTest::newRow("one word") << times("a", 1'000'000);
        QTest::newRow("quotes") << times("\"", 100'000);
        QTest::newRow("escapes") << times("\"\\", 50'000);
        QTest::newRow("open brackets") << times("(", 100'000);
        QTest::newRow("open comments") << times("/*", 50'000);
        QTest::newRow("markup comments") << times("<!--", 50'000);
        QTest::newRow("tags") << times("<a ", 50'000);
        QTest::newRow("dollars") << times("${", 50'000);
        QTest::newRow("slashes") << times("=/[", 50'000);
        QTest::newRow("backslashes") << times("\\", 100'000);
        QTest::newRow("almost keys") << times("a ", 50'000);
        QTest::newRow("dots") << times("a.", 50'000);
        QTest::newRow("digits") << times("1_", 50'000);
        QTest::newRow("equals") << times("[=", 50'000);
        QTest::newRow("braces") << times("{\"", 50'000);
        QTest::newRow("stars") << times("**a", 50'000);
        QTest::newRow("spaces") << times(" ", 100'000);
        QTest::newRow("prompts") << times("a@b$ ", 50'000);
    }
    // In every language no line holds the window for longer than a frame; the quickest of a few is what
    // counts, for the first one warms the caches.
    void hostileLinesAreBounded()
    {
        QFETCH(QString, line);
        for (const chat::CodeLanguage *language = chat::codeLanguages(); language->names != nullptr;
             ++language) {
            CodeColors colors(QString::fromLatin1(language->names).section(u' ', 0, 0));
            colors.read(u"");
            double quickest = INT_MAX;
            for (int i = 0; i < 3 && quickest > 8 * slowness(); ++i) {
                const double start = support::cpuMilliseconds();
                colors.colors(1, line);
                quickest = std::min(quickest, support::cpuMilliseconds() - start);
            }
            QVERIFY2(
                quickest <= 8 * slowness(),
                qPrintable(QStringLiteral("%1: %2 ms").arg(QLatin1String(language->label)).arg(quickest)));
        }
    }

    void blocksMadeToBeSlowAreGivenUp()
    {
        // Every word could begin a key, to the end of the line.
        const QString line = QStringLiteral("a ").repeated(5000);
        CodeColors colors(QStringLiteral("yaml"));
        for (int i = 0; i < CodeGrammar::patience; ++i) {
            QVERIFY(!colors.colors(i, u"key: 1").isEmpty());
            colors.read(line);
        }
        QVERIFY(colors.read(u"key: 1").isEmpty());
        QVERIFY(colors.read(u"# comment").isEmpty());
        // What comes before is as it was.
        colors.forget(1);
        QVERIFY(!colors.read(u"key: 1").isEmpty());
    }

    void spansAreInOrderWhateverTheText()
    {
        QRandomGenerator random(4);
        const QString alphabet = QStringLiteral("\"'`\\/*<>!-=#${}()[]@%&|;:., \tabAEifELSE019_名\u0301");
        for (const chat::CodeLanguage *language = chat::codeLanguages(); language->names != nullptr;
             ++language) {
            CodeColors colors(QString::fromLatin1(language->names).section(u' ', 0, 0));
            for (int number = 0; number < 60; ++number) {
                QString line;
                for (qsizetype i = random.bounded(120); i > 0; --i)
                    line.append(alphabet[random.bounded(alphabet.size())]);
                int end = 0;
                for (const CodeSpan &span : colors.read(line)) {
                    QVERIFY2(span.start >= end && span.length > 0, language->label);
                    end = span.start + span.length;
                }
                QVERIFY2(end <= line.size(), language->label);
            }
        }
    }

    void longLinesKeepTheirBeginning()
    {
        CodeColors colors(QStringLiteral("cpp"));
        const QString line =
            QStringLiteral("return \"x\"; ") + QString(10'000, u' ') + QStringLiteral("/* more");
        const QString seen = letters(colors.read(line), line.size());
        QVERIFY(seen.startsWith(QStringLiteral("kkkkkk.sss.")));
        QCOMPARE(letters(colors.colors(1, u"if"), 2), QStringLiteral("kk"));
    }

private:
    // Sanitizers and builds for debugging take their time.
    static double slowness()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        return 20;
#elif defined(__OPTIMIZE__)
        return 1;
#else
        return 4;
#endif
    }
};

QTEST_GUILESS_MAIN(TestCodeColors)
#include "tst_CodeColors.moc"
