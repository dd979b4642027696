// label: pure
#include "terminal/RegistryQuestion.h"

#include <QBuffer>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;
using ui::CommandLine;
using ui::ExitCode;
using ui::InputFrom;

class TestRegistryQuestion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksOnlyAboutAForeignRegistry_data();
    void asksOnlyAboutAForeignRegistry();
    void takesOnlyAClearYes_data();
    void takesOnlyAClearYes();
    void tellsAProgramWhatToSay();
    void keepsCommandsOutOfTheQuestion();

private:
    std::optional<ExitCode> ask(const CommandLine &command, InputFrom kind, const QByteArray &typed = {})
    {
        QTextStream input(typed);
        QBuffer errors(&m_said);
        m_said.clear();
        errors.open(QIODevice::WriteOnly);
        return ui::askAboutRegistry(command, kind, input, errors);
    }
    static CommandLine pull(const QString &name)
    {
        return {.action = CommandLine::Action::Pull, .subject = name, .model = {}};
    }

    QByteArray m_said;
};

void TestRegistryQuestion::asksOnlyAboutAForeignRegistry_data()
{
    QTest::addColumn<bool>("asks");
    QTest::newRow("qwen3:8b") << false;
    QTest::newRow("registry.ollama.ai/library/qwen3:8b") << false;
    QTest::newRow("127.0.0.1:5000/library/a:1") << false;
    QTest::newRow("localhost:5000/library/a:1") << false;
    QTest::newRow("a b") << false; // no name: the pull refuses it
    QTest::newRow("hf.co/owner/model") << true;
    QTest::newRow("registry.ollama.ai.example/library/qwen3:8b") << true;
}

void TestRegistryQuestion::asksOnlyAboutAForeignRegistry()
{
    QFETCH(bool, asks);
    CommandLine command = pull(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(ask(command, InputFrom::Program).has_value(), asks);
    QCOMPARE(!m_said.isEmpty(), asks);
    command.isAgreed = true;
    QVERIFY(!ask(command, InputFrom::Program));
    QVERIFY(m_said.isEmpty());
}

void TestRegistryQuestion::takesOnlyAClearYes_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<bool>("agrees");
    QTest::newRow("y") << QByteArray("y\n") << true;
    QTest::newRow("yes") << QByteArray(" Yes \n") << true;
    QTest::newRow("enter") << QByteArray("\n") << false;
    QTest::newRow("the end of the input") << QByteArray() << false;
    QTest::newRow("n") << QByteArray("n\n") << false;
    QTest::newRow("yy") << QByteArray("yy\n") << false;
    QTest::newRow("no, then y") << QByteArray("no\ny\n") << false;
}

void TestRegistryQuestion::takesOnlyAClearYes()
{
    QFETCH(QByteArray, typed);
    QFETCH(bool, agrees);
    const auto refused = ask(pull(u"hf.co/owner/model"_s), InputFrom::Person, typed);
    QVERIFY(refused == (agrees ? std::nullopt : std::optional(ExitCode::Stopped)));
    QVERIFY2(m_said.contains("Pull it from hf.co? [y/N] "), m_said.constData());
    QCOMPARE(m_said.contains("Nothing was pulled."), !agrees);
}

void TestRegistryQuestion::tellsAProgramWhatToSay()
{
    QVERIFY(ask(pull(u"hf.co/owner/model"_s), InputFrom::Program, "y\n") == ExitCode::WrongOptions);
    QVERIFY2(m_said.contains("Add --yes to say that hf.co is meant."), m_said.constData());
    QVERIFY(!m_said.contains("[y/N]"));
}

void TestRegistryQuestion::keepsCommandsOutOfTheQuestion()
{
    QVERIFY(ask(pull(u"hf.co/owner/model\x1b[2J"_s), InputFrom::Program) == std::nullopt); // no name at all
    QVERIFY(ask(pull(u"  hf.co/owner/model\n"_s), InputFrom::Program).has_value());
    QVERIFY(!m_said.contains('\x1b'));
}

QTEST_GUILESS_MAIN(TestRegistryQuestion)
#include "tst_RegistryQuestion.moc"
