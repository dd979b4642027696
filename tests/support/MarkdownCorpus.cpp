#include "support/MarkdownCorpus.h"

#include <utility>

namespace support {

namespace {

QString repeated(const QString &part, qsizetype bytes)
{
    return part.repeated(bytes / part.size() + 1);
}

// Each another picture to whoever draws them.
QString everyEmoji()
{
    QString all;
    for (const auto &[first, last] : {std::pair{0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff}, {0x1f900, 0x1f9ff}}) {
        for (int code = first; code <= last; ++code)
            all += QChar::fromUcs4(static_cast<char32_t>(code));
    }
    return all;
}

} // namespace

QList<MarkdownSample> ordinaryMarkdown()
{
    return {
        {"empty", QString()},
        {"paragraphs",
         QStringLiteral("One two.\nThree.\n\nFour *five* **six** ***seven*** ~~eight~~ `nine`.\n")},
        {"chinese", QStringLiteral("遍历一次**文件夹**，把每个文件的大小累加。\n\n- 使用`rglob`函数\n- "
                                   "👩‍💻 最后排序\n")},
        {"headings", QStringLiteral("# A\ntext\n## B ##\n\nSetext\n======\n\nother\n---\n### C\n#### D\n")},
        {"lists",
         QStringLiteral(
             "Intro:\n- a\n- b\n  - c\n    continued\n\n  para of b\n- [x] done\n- [ ] open\n\nafter")},
        {"numbers",
         QStringLiteral(
             "1. one\n1. two\n\n   ```sh\n   ls -l\n\n   pwd\n   ```\n\n2. three\n7) other\n8) next\n")},
        {"indented list", QStringLiteral(" 1. one\n 2. two\n    - sub\n\n 3. three\ntail\n")},
        {"fences",
         QStringLiteral(
             "Text:\n```python\nimport x\n\n# not a heading\n- not a list\n```\nmid\n~~~\n```\n~~~\n"
             "````md\n```\ninner\n```\n````\nend")},
        {"open fence", QStringLiteral("```cpp\nint main()\n{\n\n}\n")},
        {"fence after item", QStringLiteral("1. Do it\n```\ncode\n\nmore\n```\n2. Then this\n")},
        {"quotes", QStringLiteral("> one\n> two\nlazy\n\n> - item\n>   more\n> > deep\n\nplain\n> again\n")},
        {"table", QStringLiteral("Before\n\n| a | b |\n|---|:-:|\n| `x` | **y** |\n| 1 | 2 |\n\nAfter\n")},
        {"narrow table", QStringLiteral("|a|b|\n|-|-|\n|1|2|3|\n")},
        {"pipes in code",
         QStringLiteral("| Op | Is |\n|----|----|\n| `a || b` | or |\n| `a|b` | pipe | extra |\n")},
        {"rules", QStringLiteral("a\n\n---\n\n***\nb\n\n- - -\n")},
        {"html", QStringLiteral("<div onclick=\"evil()\">hello\n\nafter <b>bold</b> &amp; &lt;i&gt;\n\n<!-- "
                                "hidden\n\nwords -->\n"
                                "<script>\nlet x = 1;\n</script>\n")},
        {"links",
         QStringLiteral("See [the page](https://example.org/a?b=c \"tip\") or https://example.net and "
                        "www.example.com, mail me@example.org.\n")},
        {"references",
         QStringLiteral("Read [the docs][1] and [More].\n\n[1]: https://one.example/\n"
                        "[more]: https://two.example/ \"Two\"\n[unused]: https://three.example/\n")},
        {"hiding definitions",
         QStringLiteral("[a]: secretword\nvisible\n\n- [b]: anotherword\n\n> [c]: thirdword\n\n"
                        "[d]:\nfourthword\n\n[^1]: footnote\n")},
        {"images", QStringLiteral("Look: ![a cat](https://evil.example/cat.png?secret) ![](file:///dev/zero) "
                                  "![nothing]()\n")},
        {"indented code", QStringLiteral("Para\n\n    code one\n\n    code two\nback\n")},
        {"escapes", QStringLiteral("\\*not\\* a\\_b 5 * 3 * 2 snake_case_name 2**10 \\`x\\`\n")},
        {"windows lines", QStringLiteral("# A\r\n\r\n- b\r\n- c\r\n\r\n```\r\nd\r\n```\r\n")},
        {"poem", QStringLiteral("Roses are red,\nviolets are blue,\n  \nthe end")},
        {"half marks", QStringLiteral("Intro:\n-\n\n**bold\n\n`code\n\n[text](http://x.example/")},
        {"nested numbers", QStringLiteral("1. a\n   1. b\n   2. c\n2. d\n\n\n3. e\n- f\n* g\n")},
        {"empty items", QStringLiteral("-\n- a\n-\n\n1.\n2. b\n")},
        {"math", QStringLiteral("Since $a_1 * b_2$ and $$\\sum_{i=1}^n x_i$$ hold, \\(x\\) too.\n")},
        {"display math",
         QStringLiteral(
             "The roots of $ax^2+bx+c$:\n\n$$\nx = \\frac{-b \\pm \\sqrt{b^2-4ac}}{2a}\n$$\n\n"
             "1. First:\n   \\[\n   \\begin{aligned}\n   a &= b \\\\\n   - c &= d\n   \\end{aligned}\n   "
             "\\]\n"
             "2. Then $$E = mc^2$$ follows.\n\n> $$\n> |x|\n> $$\n\n| a | b |\n|---|---|\n| $|x|$ | $5 |\n")},
        {"half math",
         QStringLiteral("It costs $5, or \\(x\n\n$$\na\n- b\n\nand \\[ c\n```\n$$\n```\n- $d\n- e$\n")},
    };
}

QList<MarkdownSample> hostileMarkdown(qsizetype bytes)
{
    QString table = QStringLiteral("|") + repeated(QStringLiteral("a|"), 10000) + QStringLiteral("\n|") +
                    repeated(QStringLiteral("---|"), 20000) + QStringLiteral("\n");
    return {
        {"emphasis", repeated(QStringLiteral("**a*"), bytes)},
        {"emphasis mix", repeated(QStringLiteral("*a_ __b**"), bytes)},
        {"links", repeated(QStringLiteral("[a](b)"), bytes)},
        {"open links", repeated(QStringLiteral("[a]("), bytes)},
        {"brackets", repeated(QStringLiteral("["), bytes)},
        {"references", repeated(QStringLiteral("[a]\n"), bytes)},
        {"definitions", repeated(QStringLiteral("[a]: b\n"), bytes)},
        {"one run", repeated(QStringLiteral("x"), bytes)},
        {"one run of chinese", repeated(QStringLiteral("字"), bytes)},
        {"one run in code", QStringLiteral("```\n") + repeated(QStringLiteral("x"), bytes)},
        {"deep quote", repeated(QStringLiteral(">"), 10000) + QStringLiteral("a")},
        {"quotes", repeated(QStringLiteral("> a\n"), bytes)},
        {"deep list", repeated(QStringLiteral("- "), 10000) + QStringLiteral("a")},
        {"items", repeated(QStringLiteral("1. a\n"), bytes)},
        {"wide table", table + repeated(QStringLiteral("|b"), 10000)},
        {"long table", QStringLiteral("|a|b|\n|---|---|\n") + repeated(QStringLiteral("|1|2|\n"), bytes)},
        {"combining", QStringLiteral("a") + repeated(QStringLiteral("\u0301"), bytes)},
        {"ticks", repeated(QStringLiteral("`a``b"), bytes)},
        {"code spans", repeated(QStringLiteral("`a` "), bytes)},
        {"images", repeated(QStringLiteral("![a](http://b.example/c)"), bytes)},
        {"less than", repeated(QStringLiteral("<a "), bytes)},
        {"comments", repeated(QStringLiteral("<!--"), bytes)},
        {"addresses", repeated(QStringLiteral("a@a."), bytes)},
        {"emoji", repeated(QStringLiteral("👩‍💻"), bytes)},
        {"all emoji", repeated(everyEmoji(), bytes)},
        {"emoji in code",
         QStringLiteral("```\n") + repeated(QStringLiteral("👩‍💻").repeated(900) + u'\n', bytes)},
        {"right to left", repeated(QStringLiteral("שלום abc "), bytes)},
        {"blank lines", repeated(QStringLiteral("\n"), bytes)},
        {"short lines", repeated(QStringLiteral("a\n"), bytes)},
        {"fences", repeated(QStringLiteral("```\na\n```\n"), bytes)},
        {"code lines", QStringLiteral("```\n") + repeated(QStringLiteral("int a = 1;\n"), bytes)},
        {"headings", repeated(QStringLiteral("# a\n"), bytes)},
        {"rules", repeated(QStringLiteral("***\n"), bytes)},
        {"dollars", repeated(QStringLiteral("$a "), bytes)},
        {"formulas", repeated(QStringLiteral("$a$ "), bytes)},
        {"many dollars", repeated(QStringLiteral("$"), bytes)},
        {"open brackets", repeated(QStringLiteral("\\[a"), bytes)},
        {"open parentheses", repeated(QStringLiteral("\\(\n"), bytes)},
        {"open display", QStringLiteral("$$\n") + repeated(QStringLiteral("a\n"), bytes)},
        {"dollars and ticks", repeated(QStringLiteral("$`a$``b"), bytes)},
    };
}

QList<MarkdownSample> hostileAtFullSize()
{
    constexpr qsizetype megabyte = 1'000'000;
    QList<MarkdownSample> samples = hostileMarkdown(megabyte);
    const QString rows = QStringLiteral("| 1 | two | *three* | `four` |\n").repeated(100'000);
    QString references;
    for (int i = 0; i < 5000; ++i)
        references.append(QStringLiteral("See [r%1] and [^n%1].\n\n[r%1]: https://a.example/%1\n\n"
                                         "[^n%1]: note\n\n")
                              .arg(i));
    const QString deep = QStringLiteral("\\frac{").repeated(2000) + QStringLiteral("}{1}").repeated(2000);
    const QString macros = QStringLiteral("\\def\\a{bb}\\def\\c{\\a\\a\\a\\a}\\def\\d{\\c\\c\\c\\c}"
                                          "\\def\\e{\\d\\d\\d\\d}\\def\\f{\\e\\e\\e\\e}\\f\\f\\f\\f");
    const QString bidi = QStringLiteral("\u202e\u2066abc\u2067\u05d0\u05d1\u2069 \u202a");
    const QString controls =
        QStringLiteral("a") + QChar(0) + QStringLiteral("\u001b[31mred\u001b]52;c;eA==\u0007\b\r");
    samples.append({
        {"five megabytes of a run", QStringLiteral("x").repeated(5 * megabyte)},
        {"ten megabytes of a picture", QStringLiteral("![p](data:image/png;base64,") +
                                           QStringLiteral("iVBORw0KGg").repeated(megabyte) + u')'},
        {"five megabytes in a line of code",
         QStringLiteral("```py\n") + QStringLiteral("x").repeated(5 * megabyte)},
        {"five megabytes of coloured code in a line",
         QStringLiteral("```py\n") + QStringLiteral("\"a\" + 1 ").repeated(megabyte / 2)},
        {"100,000 rows", QStringLiteral("| a | b | c | d |\n|---|---|---|--:|\n") + rows},
        {"200,000 marks on a letter", QStringLiteral("a") + QStringLiteral("\u0301").repeated(200'000)},
        {"200,000 marks in code", QStringLiteral("```\na") + QStringLiteral("\u0301").repeated(200'000)},
        {"quotes and lists in turn", QStringLiteral("> - ").repeated(10'000) + QStringLiteral("a")},
        {"deep emphasis",
         QStringLiteral("*").repeated(50'000) + QStringLiteral("a") + QStringLiteral("*").repeated(50'000)},
        {"thousands of definitions", references},
        {"references nobody defines",
         repeated(QStringLiteral("See [what it says][there] and[^note] that.\n\n"), megabyte)},
        {"deep formula", QStringLiteral("$$\n") + deep + QStringLiteral("\n$$\n")},
        {"formula of macros", QStringLiteral("$") + macros + QStringLiteral("$ and more")},
        {"thousands of formulas", QStringLiteral("$\\sqrt{x_%1}$ ").repeated(20'000)},
        {"bidi overrides", bidi.repeated(50'000)},
        {"control characters", controls.repeated(50'000)},
        {"code in many languages",
         QStringLiteral("```cpp\nint a;\n```\n```sql\nselect 1\n```\n").repeated(10'000)},
        {"long quoted lines",
         (QStringLiteral("> ") + QStringLiteral("word ").repeated(4000) + u'\n').repeated(50)},
    });
    return samples;
}

QString longAnswer(qsizetype characters)
{
    const QString part = QStringLiteral(
        "## Step %1: look at the data\n\nA plain `cp` can catch **half** a transaction, because the file "
        "changes "
        "while it is read. Ask the database for the copy instead, and check it afterwards.\n\n"
        "下载文件夹已经有 300 多 GB 了，遍历一次文件夹，把每个文件的大小累加到它的扩展名上，最后排序。\n\n"
        "1. Use the *online backup* call.\n2. Run `PRAGMA integrity_check` on the **copy**.\n"
        "   - on a quiet disk\n   - and once a week\n3. Keep yesterday's copy.\n\n"
        "```python\nimport sqlite3\n\ndef backup(source: str, target: str) -> None:\n"
        "    with sqlite3.connect(source) as src:\n        src.backup(target, pages=256)\n```\n\n"
        "| Way | Safe | Size |\n|---|---|---:|\n| `cp` | No | 12 |\n| `backup()` | Yes | 11 |\n\n"
        "> See [the manual](https://sqlite.org/backup.html) for more.\n\n");
    QString text;
    for (int i = 1; text.size() < characters; ++i)
        text.append(part.arg(i));
    return text;
}

} // namespace support
