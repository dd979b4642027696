#include "terminal/CommandLine.h"

#include <QTest>

using namespace Qt::StringLiterals;
using ui::CommandLine;
using Action = ui::CommandLine::Action;

class TestCommandLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatWasAsked_data();
    void readsWhatWasAsked();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void helpNamesEveryOptionAndExitCode();
};

void TestCommandLine::readsWhatWasAsked_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<Action>("action");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("model");
    const auto row = [](const char *name, const QStringList &arguments, Action action,
                        const QString &subject = {}, const QString &model = {}) {
        QTest::newRow(name) << arguments << action << subject << model;
    };
    row("nothing", {}, Action::Window);
    row("Qt's options", {u"-platform"_s, u"offscreen"_s, u"-style"_s, u"fusion"_s, u"-reverse"_s},
        Action::Window);
    row("Qt's options, two dashes", {u"--platform"_s, u"offscreen"_s}, Action::Window);
    row("help", {u"--help"_s}, Action::Help);
    row("h", {u"-h"_s}, Action::Help);
    row("version", {u"--version"_s}, Action::Version);
    row("ask", {u"--ask"_s, u" What? "_s}, Action::Ask, u"What?"_s);
    row("ask =", {u"--ask=What?"_s}, Action::Ask, u"What?"_s);
    row("ask in Chinese", {u"--ask"_s, u"法国的首都是哪里？"_s}, Action::Ask, u"法国的首都是哪里？"_s);
    row("ask about an option", {u"--ask"_s, u"--platform"_s}, Action::Ask, u"--platform"_s);
    row("ask a model", {u"--ask"_s, u"a b"_s, u"--model"_s, u"qwen3:8b"_s}, Action::Ask, u"a b"_s,
        u"qwen3:8b"_s);
    row("models", {u"--models"_s}, Action::ListModels);
    row("pull", {u"--pull"_s, u"qwen3:8b"_s}, Action::Pull, u"qwen3:8b"_s);
    row("pull, agreed", {u"--pull"_s, u"hf.co/a/b"_s, u"--yes"_s}, Action::Pull, u"hf.co/a/b"_s);
    row("remove", {u"--remove"_s, u"qwen3:8b"_s}, Action::Remove, u"qwen3:8b"_s);
    row("check", {u"--check"_s}, Action::Check);
    row("log", {u"--analyze-log"_s, u"/var/log/ollama.log"_s}, Action::AnalyzeLog, u"/var/log/ollama.log"_s);
    row("check with Qt's options", {u"-platform"_s, u"minimal"_s, u"--check"_s, u"--model"_s, u"m"_s},
        Action::Check, {}, u"m"_s);
}

void TestCommandLine::readsWhatWasAsked()
{
    QFETCH(QStringList, arguments);
    const CommandLine command = ui::parseCommandLine(QStringList{u"inkstone"_s} + arguments);
    QTEST(command.action, "action");
    QTEST(command.subject, "subject");
    QTEST(command.model, "model");
    QCOMPARE(command.isTerminalRun(), command.action != Action::Window);
    QCOMPARE(command.isAgreed, arguments.contains(u"--yes"_s));
}

void TestCommandLine::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown") << QStringList{u"--frobnicate"_s} << u"frobnicate"_s;
    QTest::newRow("no value") << QStringList{u"--ask"_s} << u"ask"_s;
    QTest::newRow("empty value") << QStringList{u"--ask"_s, u"  "_s} << u"value"_s;
    QTest::newRow("no log") << QStringList{u"--analyze-log"_s, QString()} << u"value"_s;
    QTest::newRow("two actions") << QStringList{u"--models"_s, u"--check"_s} << u"one"_s;
    QTest::newRow("model alone") << QStringList{u"--model"_s, u"m"_s} << u"--model"_s;
    QTest::newRow("model for a list") << QStringList{u"--models"_s, u"--model"_s, u"m"_s} << u"--model"_s;
    QTest::newRow("yes to nothing") << QStringList{u"--check"_s, u"--yes"_s} << u"--pull"_s;
    QTest::newRow("a word too many") << QStringList{u"--ask"_s, u"What"_s, u"is"_s} << u"“is”"_s;
    QTest::newRow("hostile") << QStringList{u"\x1b[31m"_s} << u"“[31m”"_s;
}

void TestCommandLine::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    arguments.prepend(u"inkstone"_s);
    const CommandLine command = ui::parseCommandLine(arguments);
    QCOMPARE(command.action, Action::Wrong);
    QVERIFY(command.isTerminalRun());
    const QString text = ui::wrongText(arguments);
    QVERIFY2(text.contains(says), qPrintable(text));
}

void TestCommandLine::helpNamesEveryOptionAndExitCode()
{
    const QString text = ui::helpText();
    for (const char *part :
         {"--ask <question>", "--model <name>", "--models", "--pull <name>", "--yes", "--remove <name>",
          "--check", "--analyze-log <file>", "--help", "--version", "\n  0 ", "\n  1 ", "\n  2 ", "\n  3 ",
          "\n  4 ", "\n  5 ", "\n  6 ", "\n  130 "})
        QVERIFY2(text.contains(QLatin1StringView(part)), part);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_CommandLine.moc"
