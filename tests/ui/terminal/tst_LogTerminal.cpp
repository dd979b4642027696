#include "logs/LogAnalyser.h"
#include "terminal/LogTerminal.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::ExitCode;

class TestLogTerminal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsProblemsRequestsAndLoadTimes();
    void tellsThatAllIsWell();
    void tellsWhyAFileCannotBeRead();
    void failsWhereTheOutputTakesNoMore();

private:
    ExitCode run(const QString &file);

    QBuffer m_output;
    QBuffer m_errors;
};

ExitCode TestLogTerminal::run(const QString &file)
{
    for (QBuffer *buffer : {&m_output, &m_errors}) {
        buffer->close();
        buffer->setData({});
        buffer->open(QIODevice::ReadWrite);
    }
    return ui::analyzeLog(file, m_output, m_errors);
}

void TestLogTerminal::tellsProblemsRequestsAndLoadTimes()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"server.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "time=2026-11-21T21:53:00.000Z level=WARN source=x.go:1 msg=\"model request too large\"\n"
        "\x1b]52;c;x\x07 out of memory Bearer CANARY\n"
        "time=2026-11-21T22:10:00.000Z level=INFO source=x.go:1 msg=\"llama runner started in 2.5 seconds\"\n"
        "[GIN] 2026/11/21 - 22:46:34 | 200 |    2.961231ms |       127.0.0.1 | POST     \"/api/chat\"\n");
    file.close();
    QCOMPARE(run(file.fileName()), ExitCode::Done);
    const QString text = QString::fromUtf8(m_output.data());
    for (const QString &part :
         {u"Not enough memory: 2 line"_s, u"smaller model"_s, u"line 2: \\x1b]52;c;x\\x07 out of memory"_s,
          u"POST /api/chat"_s, u"3.0 ms"_s, u"2.5 s"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u" is not in "_s + text));
    QVERIFY(!text.contains(u"CANARY"_s) && !text.contains(u'\x1b'));
    QVERIFY(m_errors.data().isEmpty());
}

void TestLogTerminal::tellsThatAllIsWell()
{
    logs::LogAnalyser analyser;
    analyser.add("time=2026-11-21T21:53:00.000Z level=INFO source=x.go:1 msg=\"total blobs: 0\"\n");
    QVERIFY(ui::logReportText(analyser.finish()).contains(u"Nothing in this log points to a problem."_s));
}

void TestLogTerminal::tellsWhyAFileCannotBeRead()
{
    QCOMPARE(run(u"/nowhere/x.log"_s), ExitCode::Failed);
    QVERIFY(m_output.data().isEmpty());
    QVERIFY(m_errors.data().contains("/nowhere/x.log"));
    QCOMPARE(run(u"/usr"_s), ExitCode::WrongOptions);
}

void TestLogTerminal::failsWhereTheOutputTakesNoMore()
{
    QFile full(u"/dev/full"_s);
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    QBuffer errors;
    errors.open(QIODevice::WriteOnly);
    QCOMPARE(ui::analyzeLog(u"/etc/passwd"_s, full, errors), ExitCode::Failed);
}

QTEST_GUILESS_MAIN(TestLogTerminal)
#include "tst_LogTerminal.moc"
