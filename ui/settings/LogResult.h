// What a log says, on the Logs page: the problems with a small timeline, the lines and the next step of the
// chosen one, the requests. Made by LogsForm.
#pragma once

#include "common/Widgets.h"
#include "logs/LogReport.h"

class QPlainTextEdit;
class QTreeWidget;

namespace ui {

class LogResult : public QWidget
{
    Q_OBJECT
public:
    explicit LogResult(QWidget *parent = nullptr);

    void setReport(const logs::LogReport &report);

Q_SIGNALS:
    void exportRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeDetail();
    void retranslate();
    void showProblems();
    void showProblem();
    void showRequests();
    void fitColumns();

    logs::LogReport m_report;
    Label *m_title;
    Label *m_summary;
    QAbstractButton *m_export;
    Label *m_none;
    QTreeWidget *m_problems;
    Label *m_next;
    Label *m_omitted;
    QPlainTextEdit *m_lines;
    Label *m_loads;
    Label *m_requestsTitle;
    QTreeWidget *m_requests;
};

} // namespace ui
