#include "common/LogWords.h"
#include "settings/LogsForm.h"
#include "support/Child.h"
#include "support/Words.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <memory>

class TestLogsForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void init();
    void cleanup() { m_form.reset(); }
    void showsProblemsWithTheirLinesAndTheNextStep();
    void readsTheClipboard();
    void saysWhenThereIsNoProblem_data();
    void saysWhenThereIsNoProblem();
    void saysWhatCouldNotBeRead_data();
    void saysWhatCouldNotBeRead();
    void writesTheReportWhereThePersonSays();
    void saysThatTheReportCouldNotBeWritten();
    void canBeCancelled();
    void readsAgainWhileItReads();
    void everyKindHasWords();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return support::child<Widget>(*m_form, name);
    }
    QString text(const char *label) const { return find<ui::Label>(label)->text(); }
    QTreeWidget *problems() const { return find<QTreeWidget>("logProblems"); }
    void analyse(const QByteArray &log);
    void analyseFile(const QString &path);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::LogsForm> m_form;
};

namespace {

const QByteArray sample =
    "time=2026-11-21T21:52:46.420Z level=INFO source=x.go:1 msg=\"Listening on 127.0.0.1:11434 (version "
    "0.17.4)\"\n"
    "time=2026-11-21T21:53:00.000Z level=WARN source=x.go:1 msg=\"model request too large for system\"\n"
    "cudaMalloc failed: out of memory Bearer CANARY\n"
    "time=2026-11-21T22:10:00.000Z level=INFO source=x.go:1 msg=\"llama runner started in 2.50 seconds\"\n"
    "[GIN] 2026/11/21 - 22:46:34 | 404 |    2.961231ms |       127.0.0.1 | POST     \"/api/chat\"\n";

} // namespace

void TestLogsForm::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_form = std::make_unique<ui::LogsForm>();
    m_form->resize(900, 1000);
    m_form->show();
}

void TestLogsForm::analyseFile(const QString &path)
{
    find<QComboBox>("logKind")->setCurrentIndex(0);
    auto *name = find<QLineEdit>("logName");
    name->clear();
    QTest::keyClicks(name, path);
    QTest::mouseClick(find<QAbstractButton>("analyseLog"), Qt::LeftButton);
    QTRY_VERIFY(find<QAbstractButton>("analyseLog")->isEnabled());
}

void TestLogsForm::analyse(const QByteArray &log)
{
    QFile file(m_folder->filePath(QStringLiteral("server.log")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(log) == log.size());
    file.close();
    analyseFile(file.fileName());
}

void TestLogsForm::showsProblemsWithTheirLinesAndTheNextStep()
{
    analyse(sample);
    QVERIFY(text("logSummary").contains(QStringLiteral("5")));
    QVERIFY(text("logSummary").contains(QStringLiteral("0.17.4")));
    QCOMPARE(problems()->topLevelItemCount(), 2);
    const QTreeWidgetItem *memory = problems()->topLevelItem(0);
    QCOMPARE(memory->text(0), ui::problemText(logs::Kind::Memory).title);
    QCOMPARE(memory->text(1), QStringLiteral("2"));
    QCOMPARE(memory->text(2), ui::wallTime(1795297980000));
    QVERIFY(memory->isSelected());
    QCOMPARE(text("logNextStep"), ui::problemText(logs::Kind::Memory).next);
    auto *lines = find<QPlainTextEdit>("logLines");
    QVERIFY(lines->toPlainText().contains(QStringLiteral("cudaMalloc failed")));
    QVERIFY(!lines->toPlainText().contains(QStringLiteral("CANARY")));

    problems()->setFocus();
    QTest::keyClick(problems(), Qt::Key_Down);
    QCOMPARE(text("logNextStep"), ui::problemText(logs::Kind::MissingModel).next);
    QVERIFY(lines->toPlainText().contains(QStringLiteral("/api/chat")));

    const auto *requests = find<QTreeWidget>("logRequests");
    QCOMPARE(requests->topLevelItemCount(), 1);
    QCOMPARE(requests->topLevelItem(0)->text(0), QStringLiteral("POST /api/chat"));
    QCOMPARE(requests->topLevelItem(0)->text(1), QStringLiteral("404"));
    QVERIFY(text("logLoads").contains(QStringLiteral("2.5")));
    QVERIFY(!support::wordsOf(m_form.get()).contains(QStringLiteral("CANARY")));
}

void TestLogsForm::readsTheClipboard()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(sample));
    find<QComboBox>("logKind")->setCurrentIndex(3);
    QVERIFY(!find<QLineEdit>("logName")->isVisible());
    QTest::mouseClick(find<QAbstractButton>("analyseLog"), Qt::LeftButton);
    QTRY_COMPARE(problems()->topLevelItemCount(), 2);
}

void TestLogsForm::saysWhenThereIsNoProblem_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("nothing in this log");
    QTest::newRow("another program's")
        << QByteArray("Nov 26 cron: hello\n") << QStringLiteral("do not look like");
    QTest::newRow("all is well") << sample.split('\n').constFirst() + '\n'
                                 << QStringLiteral("Nothing in this log");
}

void TestLogsForm::saysWhenThereIsNoProblem()
{
    QFETCH(const QByteArray, log);
    QFETCH(const QString, words);
    analyse(log);
    QVERIFY2(text("noLogProblems").contains(words), qPrintable(text("noLogProblems")));
    QVERIFY(find<ui::Label>("noLogProblems")->isVisible());
    QVERIFY(!problems()->isVisible());
    QVERIFY(!find<ui::Label>("logNextStep")->isVisible());
}

void TestLogsForm::saysWhatCouldNotBeRead_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("no file") << 0 << QStringLiteral("/nowhere/x.log") << QStringLiteral("/nowhere/x.log");
    QTest::newRow("folder") << 0 << QStringLiteral("/usr") << QStringLiteral("not a file");
    QTest::newRow("no name") << 0 << QString() << QStringLiteral("no possible name");
    QTest::newRow("an option as a container")
        << 2 << QStringLiteral("-f") << QStringLiteral("no possible name");
    QTest::newRow("an option as a unit")
        << 1 << QStringLiteral("--flush") << QStringLiteral("no possible name");
}

void TestLogsForm::saysWhatCouldNotBeRead()
{
    QFETCH(const int, kind);
    QFETCH(const QString, name);
    QFETCH(const QString, words);
    find<QComboBox>("logKind")->setCurrentIndex(kind);
    auto *field = find<QLineEdit>("logName");
    field->clear();
    QTest::keyClicks(field, name);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(find<ui::Label>("logFailure")->isVisible());
    if (!name.isEmpty())
        QVERIFY2(text("logFailure").contains(words), qPrintable(text("logFailure")));
    QVERIFY(!find<ui::Label>("logSummary")->isVisible());
    QVERIFY(find<QAbstractButton>("analyseLog")->isEnabled());
}

void TestLogsForm::writesTheReportWhereThePersonSays()
{
    analyse(sample);
    QTest::mouseClick(find<QAbstractButton>("exportLogReport"), Qt::LeftButton);
    auto *dialog = find<QFileDialog>("exportLogDialog");
    const QString path = m_folder->filePath(QStringLiteral("report.json"));
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray json = file.readAll();
    QVERIFY(json.contains("\"kind\": \"memory\""));
    QVERIFY(!json.contains("CANARY"));
    QVERIFY(text("logNotice").contains(path));
}

void TestLogsForm::saysThatTheReportCouldNotBeWritten()
{
    analyse(sample);
    QTest::mouseClick(find<QAbstractButton>("exportLogReport"), Qt::LeftButton);
    auto *dialog = find<QFileDialog>("exportLogDialog");
    Q_EMIT dialog->fileSelected(QStringLiteral("/nowhere/report.json"));
    dialog->close();
    QVERIFY(text("logNotice").contains(QStringLiteral("could not be written")));
    QVERIFY(!QFile::exists(QStringLiteral("/nowhere/report.json")));
}

void TestLogsForm::canBeCancelled()
{
    QFile file(m_folder->filePath(QStringLiteral("big.log")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(sample.repeated(400'000));
    file.close();
    auto *name = find<QLineEdit>("logName");
    name->setText(file.fileName());
    QTest::mouseClick(find<QAbstractButton>("analyseLog"), Qt::LeftButton);
    QVERIFY(find<QAbstractButton>("cancelLog")->isVisible());
    QTest::mouseClick(find<QAbstractButton>("cancelLog"), Qt::LeftButton);
    QTRY_VERIFY(find<ui::Label>("logFailure")->isVisible());
    QVERIFY(text("logFailure").contains(QStringLiteral("cancelled")));
    QVERIFY(!find<QAbstractButton>("cancelLog")->isVisible());
}

void TestLogsForm::readsAgainWhileItReads()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(sample));
    find<QComboBox>("logKind")->setCurrentIndex(0);
    auto *name = find<QLineEdit>("logName");
    name->setText(QStringLiteral("/nowhere"));
    QTest::keyClick(name, Qt::Key_Return);
    QTest::keyClick(name, Qt::Key_Return);
    find<QComboBox>("logKind")->setCurrentIndex(3);
    QTRY_VERIFY(find<QAbstractButton>("analyseLog")->isEnabled());
    QTest::mouseClick(find<QAbstractButton>("analyseLog"), Qt::LeftButton);
    QTRY_COMPARE(problems()->topLevelItemCount(), 2);
    QVERIFY(!find<ui::Label>("logFailure")->isVisible());
}

void TestLogsForm::everyKindHasWords()
{
    QSet<QString> titles;
    for (int i = 0; i < logs::kindCount; ++i) {
        const ui::ProblemText text = ui::problemText(static_cast<logs::Kind>(i));
        QVERIFY(!text.title.isEmpty() && !text.next.isEmpty());
        titles.insert(text.title);
    }
    QCOMPARE(titles.size(), logs::kindCount);
}

QTEST_MAIN(TestLogsForm)
#include "tst_LogsForm.moc"
