// label: pure
#include "chat/CodeColors.h"
#include "support/CodeSamples.h"

#include <QTest>

#include <set>

using chat::CodeColors;

class TestCodeLanguages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fencesNameTheirLanguage_data()
    {
        QTest::addColumn<QString>("info");
        QTest::addColumn<QString>("label");
        const char *rows[][2] = {
            {"py", "Python"},
            {"PYTHON", "Python"},
            {"python3 title=\"a.py\"", "Python"},
            {"{.python .numberLines}", "Python"},
            {"{python}", "Python"},
            {"python:main.py", "Python"},
            {" python", "Python"},
            {"js", "JavaScript"},
            {"ts", "TypeScript"},
            {"tsx", "TSX"},
            {"sh", "Shell"},
            {"bash", "Bash"},
            {"console", "Console"},
            {"c++", "C++"},
            {"cpp", "C++"},
            {"C#", "C#"},
            {"cs", "C#"},
            {"yml", "YAML"},
            {"md", "Markdown"},
            {"jsonc", "JSON"},
            {"Dockerfile", "Dockerfile"},
            {"ps1", "PowerShell"},
            {"objc", "Objective-C"},
            {"objective-c", "Objective-C"},
            {"rs", "Rust"},
            {"kt", "Kotlin"},
            {"f#", "F#"},
            {"vb.net", "Visual Basic"},
            {"cmake", "CMake"},
            {"diff", "Diff"},
            {"text", "Text"},
            {"no-such-language here", "no-such-language here"},
            {"", ""},
        };
        for (const auto &row : rows)
            QTest::newRow(row[0]) << QString::fromLatin1(row[0]) << QString::fromLatin1(row[1]);
    }
    void fencesNameTheirLanguage()
    {
        QFETCH(QString, info);
        QFETCH(QString, label);
        QCOMPARE(chat::codeLabel(info), label);
    }

    void whatIsNoLanguageStaysPlain_data()
    {
        QTest::addColumn<QString>("info");
        for (const char *info :
             {"", "text", "no-such", "../../../../etc/passwd", "/usr/share/source-highlight/c", "c.lang",
              "part-string", "..", "{}", "{.", ".", "python/../c"})
            QTest::newRow(info) << QString::fromLatin1(info);
    }
    void whatIsNoLanguageStaysPlain()
    {
        QFETCH(QString, info);
        CodeColors colors(info);
        QVERIFY(!colors.isKnown());
        QVERIFY(colors.read(u"int main() { return \"x\"; } // c").isEmpty());
        QCOMPARE(colors.readCount(), 1);
        QCOMPARE(colors.workDone(), 0);
    }

    void everyNameMeansOneLanguage()
    {
        std::set<QString> names;
        for (const chat::CodeLanguage *language = chat::codeLanguages(); language->names != nullptr;
             ++language) {
            for (const QString &name : QString::fromLatin1(language->names).split(u' ')) {
                QVERIFY2(names.insert(name).second, qPrintable(name));
                QCOMPARE(name, name.toLower());
                QCOMPARE(chat::codeLanguage(name), language);
            }
        }
    }

    void everyLanguageHasASample()
    {
        std::set<QString> sampled;
        for (const support::CodeSample *sample = support::codeSamples; sample->language != nullptr; ++sample)
            sampled.insert(
                QString::fromLatin1(chat::codeLanguage(QString::fromLatin1(sample->language))->file));
        int count = 0;
        for (const chat::CodeLanguage *language = chat::codeLanguages(); language->names != nullptr;
             ++language) {
            const QString file = QString::fromLatin1(language->file);
            QVERIFY2(file.isEmpty() || sampled.contains(file), language->label);
            ++count;
        }
        QVERIFY(count >= 90);
        QVERIFY(sampled.size() >= 70);
    }
};

QTEST_GUILESS_MAIN(TestCodeLanguages)
#include "tst_CodeLanguages.moc"
