#include "settings/LogsForm.h"

#include "base/AtomicFile.h"
#include "common/ComboBox.h"
#include "common/Format.h"
#include "common/LogWords.h"
#include "logs/ReportJson.h"
#include "settings/LogResult.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QVBoxLayout>

namespace ui {

using logs::LogSource;

LogsForm::LogsForm(QWidget *parent)
    : SettingsForm(parent)
    , m_sourceSection(addSection())
    , m_kind(new ComboBox)
    , m_kindRow(new SettingRow(m_kind, SettingRow::Width::Choice, column()))
    , m_name(new QLineEdit)
    , m_nameRow(new SettingRow(m_name, SettingRow::Width::Text, column()))
    , m_choose(makeButton(ButtonKind::Plain, QStringLiteral("folder"), m_nameRow))
    , m_analyse(makeButton(ButtonKind::Default, QString(), m_kindRow))
    , m_failure(new Label(Type::Body, TextRole::Bad, column()))
    , m_failureNext(new Label(Type::Body, TextRole::Text2, column()))
{
    m_kind->setObjectName(QStringLiteral("logKind"));
    m_kind->addItems({QString(), QString(), QString(), QString()}); // in the order of LogSource::Kind
    m_name->setObjectName(QStringLiteral("logName"));
    m_choose->setObjectName(QStringLiteral("chooseLog"));
    m_analyse->setObjectName(QStringLiteral("analyseLog"));
    m_failure->setObjectName(QStringLiteral("logFailure"));
    m_names[static_cast<std::size_t>(LogSource::Kind::Journal)] = QStringLiteral("ollama");
    m_names[static_cast<std::size_t>(LogSource::Kind::Container)] = QStringLiteral("ollama");
    m_kindRow->addBeside(m_analyse);
    m_nameRow->addBeside(m_choose);
    for (QWidget *part :
         {static_cast<QWidget *>(m_kindRow), static_cast<QWidget *>(m_nameRow), makeProgress()})
        add(part);
    for (Label *label : {m_failure, m_failureNext}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        add(label);
    }
    m_result = new LogResult(column());
    add(m_result);
    m_notice = new Label(Type::Small, TextRole::Text2, column());
    m_notice->setObjectName(QStringLiteral("logNotice"));
    m_notice->setWordWrap(true);
    add(m_notice);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &LogsForm::kindChosen);
    connect(m_name, &QLineEdit::textEdited, this,
            [this](const QString &name) { m_names[static_cast<std::size_t>(kind())] = name; });
    connect(m_name, &QLineEdit::returnPressed, this, qOverload<>(&LogsForm::analyse));
    connect(m_choose, &QAbstractButton::clicked, this, &LogsForm::chooseFile);
    connect(m_analyse, &QAbstractButton::clicked, this, qOverload<>(&LogsForm::analyse));
    connect(m_result, &LogResult::exportRequested, this, &LogsForm::chooseExport);
    ended();
    retranslate();
}

QWidget *LogsForm::makeProgress()
{
    constexpr int steps = 1000;
    m_progress = new QWidget(column());
    m_bar = new QProgressBar(m_progress);
    m_bar->setRange(0, steps);
    m_bar->setTextVisible(false);
    m_progressText = new Label(Type::Small, TextRole::Text3, m_progress);
    m_cancel = makeButton(ButtonKind::Plain, QStringLiteral("x"), m_progress);
    m_cancel->setObjectName(QStringLiteral("cancelLog"));
    connect(m_cancel, &QAbstractButton::clicked, this, [this] {
        if (m_reading)
            m_reading->cancel();
    });
    auto *layout = new QHBoxLayout(m_progress);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_progressText);
    layout->addWidget(m_cancel);
    return m_progress;
}

LogSource::Kind LogsForm::kind() const
{
    return static_cast<LogSource::Kind>(m_kind->currentIndex());
}

void LogsForm::kindChosen()
{
    m_name->setText(m_names[static_cast<std::size_t>(kind())]);
    m_nameRow->setVisible(kind() != LogSource::Kind::Text);
    m_choose->setVisible(kind() == LogSource::Kind::File);
    wordName();
}

void LogsForm::wordName()
{
    switch (kind()) {
    case LogSource::Kind::File:
        return m_nameRow->setWords(tr("File"), tr("Where Ollama was started by its app, it writes %1.")
                                                   .arg(QStringLiteral("~/.ollama/logs/server.log")));
    case LogSource::Kind::Journal:
        return m_nameRow->setWords(
            tr("Unit"),
            tr("The service’s name for systemd. Reading its journal takes the group systemd-journal."));
    case LogSource::Kind::Container:
        return m_nameRow->setWords(tr("Container"), tr("Its name or id, for docker logs or podman logs."));
    case LogSource::Kind::Text:
        return;
    }
}

void LogsForm::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a log"));
    dialog->setObjectName(QStringLiteral("chooseLogDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setDirectory(QDir::home());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_names[static_cast<std::size_t>(LogSource::Kind::File)] = path;
        m_name->setText(path);
        analyse();
    });
    dialog->open();
}

void LogsForm::analyse()
{
    if (kind() == LogSource::Kind::Text)
        return analyse({LogSource::Kind::Text, {}, QGuiApplication::clipboard()->text().toUtf8()});
    QString name = m_name->text().trimmed();
    if (name.startsWith(QStringLiteral("~/")))
        name = QDir::home().filePath(name.sliced(2));
    analyse({kind(), name, {}});
}

void LogsForm::analyse(const LogSource &source)
{
    delete m_reading;
    m_source = source;
    m_error.reset();
    m_exportedTo.clear();
    m_notExported.reset();
    showFailure();
    showNotice();
    auto *reading = new logs::LogReading(source, this);
    m_reading = reading;
    connect(reading, &logs::LogReading::progressed, this, &LogsForm::showProgress);
    connect(reading, &base::Operation::failed, this, [this](const base::Error &error) {
        m_error = error;
        ended();
    });
    connect(reading, &logs::LogReading::finished, this, [this](const logs::LogReport &report) {
        m_report = report;
        ended();
        m_result->setReport(report);
        m_result->show();
    });
    m_result->hide();
    showProgress(0, 0);
    m_progress->show();
    m_analyse->setEnabled(false);
}

void LogsForm::showProgress(qint64 read, qint64 total)
{
    const double share = total > 0 ? static_cast<double>(read) / static_cast<double>(total) : 0;
    m_bar->setVisible(total > 0);
    m_bar->setValue(static_cast<int>(share * m_bar->maximum()));
    m_progressText->setText(total > 0 ? tr("%1 of %2").arg(bytes(read), bytes(total))
                                      : tr("Reading: %1").arg(bytes(read)));
}

void LogsForm::ended()
{
    m_progress->hide();
    m_analyse->setEnabled(true);
    m_result->hide();
    m_notice->hide();
    showFailure();
}

void LogsForm::showFailure()
{
    const ErrorText text = m_error ? logErrorText(*m_error, m_source) : ErrorText{};
    m_failure->setText(text.what);
    m_failure->setVisible(m_error.has_value());
    m_failureNext->setText(QStringList{text.next, text.details}.join(u'\n').trimmed());
    m_failureNext->setVisible(!m_failureNext->text().isEmpty());
}

void LogsForm::chooseExport()
{
    auto *dialog = new QFileDialog(this, tr("Export the report"));
    dialog->setObjectName(QStringLiteral("exportLogDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("JSON files (*.json)"));
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setDirectory(QDir::home());
    dialog->selectFile(QStringLiteral("ollama-log-report.json"));
    connect(dialog, &QFileDialog::fileSelected, this, &LogsForm::exportTo);
    dialog->open();
}

void LogsForm::exportTo(const QString &path)
{
    const auto written = base::writeAllAtomic(path, logs::toJson(m_report), base::FileAccess::Usual);
    m_exportedTo = path;
    m_notExported = written ? std::nullopt : std::optional(written.error());
    showNotice();
}

void LogsForm::showNotice()
{
    m_notice->setVisible(!m_exportedTo.isEmpty());
    m_notice->setRole(m_notExported ? TextRole::Bad : TextRole::Text2);
    m_notice->setText(m_notExported ? tr("The report could not be written to %1: %2")
                                          .arg(QDir::toNativeSeparators(m_exportedTo), m_notExported->detail)
                                    : tr("The report is in %1.").arg(QDir::toNativeSeparators(m_exportedTo)));
}

void LogsForm::retranslate()
{
    setHeading(tr("Logs"),
               tr("Reads a server’s log and says what went wrong and what to do. Nothing leaves this "
                  "computer; keys and passwords in the lines are hidden."));
    m_sourceSection->setText(tr("Log"));
    m_kindRow->setWords(tr("Read from"));
    const QStringList kinds{tr("A file"), tr("The journal of a service"), tr("A container"),
                            tr("The clipboard")};
    for (int i = 0; i < kinds.size(); ++i)
        m_kind->setItemText(i, kinds[i]);
    m_choose->setText(tr("Choose…"));
    m_analyse->setText(tr("Analyse"));
    m_cancel->setText(tr("Cancel"));
    m_bar->setAccessibleName(tr("Reading the log"));
    kindChosen();
    showFailure();
    showNotice();
}

} // namespace ui
