// Settings, Logs: reads a server's log (a file, a service's journal, a container, the clipboard) and shows
// what it says. Nothing is sent anywhere.
#pragma once

#include "logs/LogReading.h"
#include "settings/SettingsForm.h"

#include <QPointer>

#include <array>
#include <optional>

class QComboBox;
class QLineEdit;
class QProgressBar;

namespace ui {

class LogResult;

class LogsForm : public SettingsForm
{
    Q_OBJECT
public:
    explicit LogsForm(QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    QWidget *makeProgress();
    logs::LogSource::Kind kind() const;
    void kindChosen();
    void wordName();
    void chooseFile();
    void analyse();
    void analyse(const logs::LogSource &source);
    void showProgress(qint64 bytes, qint64 total);
    void ended();
    void showFailure();
    void chooseExport();
    void exportTo(const QString &path);
    void showNotice();

    Label *m_sourceSection;
    QComboBox *m_kind;
    SettingRow *m_kindRow;
    QLineEdit *m_name;
    SettingRow *m_nameRow;
    QAbstractButton *m_choose;
    QAbstractButton *m_analyse;
    QWidget *m_progress;
    QProgressBar *m_bar;
    Label *m_progressText;
    QAbstractButton *m_cancel;
    Label *m_failure;
    Label *m_failureNext;
    LogResult *m_result;
    Label *m_notice;

    std::array<QString, 4> m_names; // typed for each kind
    logs::LogSource m_source;
    QPointer<logs::LogReading> m_reading;
    std::optional<base::Error> m_error;
    logs::LogReport m_report;
    QString m_exportedTo;
    std::optional<base::Error> m_notExported;
};

} // namespace ui
