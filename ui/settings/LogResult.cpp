#include "settings/LogResult.h"

#include "common/Format.h"
#include "common/LogWords.h"
#include "settings/LogTable.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

LogResult::LogResult(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(Type::BodyBold, TextRole::Text, this))
    , m_summary(new Label(Type::Body, TextRole::Text2, this))
    , m_export(makeButton(ButtonKind::Plain, QStringLiteral("download"), this))
    , m_none(new Label(Type::Body, TextRole::Text, this))
    , m_problems(makeLogTable(LogTable::Problems, this))
    , m_loads(new Label(Type::Body, TextRole::Text2, this))
    , m_requestsTitle(new Label(Type::BodyBold, TextRole::Text, this))
    , m_requests(makeLogTable(LogTable::Requests, this))
{
    m_summary->setObjectName(QStringLiteral("logSummary"));
    m_export->setObjectName(QStringLiteral("exportLogReport"));
    m_none->setObjectName(QStringLiteral("noLogProblems"));
    m_loads->setObjectName(QStringLiteral("logLoads"));
    for (Label *label : {m_summary, m_none, m_loads})
        label->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(m_summary, 1);
    head->addWidget(m_export, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addLayout(head);
    layout->addWidget(m_none);
    layout->addWidget(m_problems);
    layout->addWidget(makeDetail());
    layout->addSpacing(4);
    layout->addWidget(m_requestsTitle);
    layout->addWidget(m_loads);
    layout->addWidget(m_requests);
    connect(m_export, &QAbstractButton::clicked, this, &LogResult::exportRequested);
    connect(m_problems, &QTreeWidget::currentItemChanged, this, &LogResult::showProblem);
    retranslate();
}

QWidget *LogResult::makeDetail()
{
    auto *detail = new QWidget(this);
    m_next = new Label(Type::Body, TextRole::Text, detail);
    m_next->setObjectName(QStringLiteral("logNextStep"));
    m_next->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_omitted = new Label(Type::Small, TextRole::Text3, detail);
    for (Label *label : {m_next, m_omitted})
        label->setWordWrap(true);
    m_lines = new QPlainTextEdit(detail);
    m_lines->setObjectName(QStringLiteral("logLines"));
    m_lines->setReadOnly(true);
    m_lines->setTabChangesFocus(true);
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_next->setBuddy(m_lines);
    auto *layout = new QVBoxLayout(detail);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_next);
    layout->addWidget(m_lines);
    layout->addWidget(m_omitted);
    return detail;
}

void LogResult::setReport(const logs::LogReport &report)
{
    m_report = report;
    retranslate();
}

void LogResult::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fitColumns();
}

void LogResult::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void LogResult::retranslate()
{
    m_title->setText(tr("What the log says"));
    m_export->setText(tr("Export as JSON…"));
    m_problems->setAccessibleName(tr("Problems in the log"));
    m_problems->setHeaderLabels({tr("Problem"), tr("Lines"), tr("First"), tr("Last"), tr("When")});
    m_requests->setAccessibleName(tr("Requests in the log"));
    m_requests->setHeaderLabels(
        {tr("Request"), tr("Status"), tr("Count"), tr("Median"), tr("95 % within"), tr("Longest")});
    m_lines->setAccessibleName(tr("Lines of the log"));
    m_requestsTitle->setText(tr("Requests and load times"));
    m_summary->setText(summaryText(m_report));
    m_none->setText(noProblemText(m_report));
    m_none->setVisible(m_report.problems.isEmpty());
    m_loads->setText(loadsText(m_report.loads));
    m_loads->setVisible(!m_loads->text().isEmpty());
    showProblems();
    showRequests();
    m_requestsTitle->setVisible(m_loads->isVisibleTo(this) || m_requests->isVisibleTo(this));
    fitColumns();
}

void LogResult::showProblems()
{
    const int chosen = std::max(0, m_problems->indexOfTopLevelItem(m_problems->currentItem()));
    // The timeline doubles its span as it grows; only what the log reaches is shown.
    const qint64 usedSlots =
        m_report.first < 0 ? 0 : (m_report.last - m_report.timelineStart) / m_report.slotMilliseconds + 1;
    m_problems->clear();
    for (const logs::Problem &problem : m_report.problems) {
        auto *item =
            new QTreeWidgetItem(m_problems, {problemText(problem.kind).title, number(problem.count),
                                             wallTime(problem.first), wallTime(problem.last), QString()});
        QVariantList slots;
        for (const quint32 count : problem.timeline.first(usedSlots))
            slots.append(count);
        item->setData(timelineColumn, timelineRole, slots);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(timelineColumn, Qt::AccessibleTextRole,
                      problem.first < 0
                          ? tr("no times")
                          : tr("%1 to %2").arg(wallTime(problem.first), wallTime(problem.last)));
    }
    m_problems->setVisible(!m_report.problems.isEmpty());
    if (m_problems->topLevelItemCount() > 0)
        m_problems->setCurrentItem(
            m_problems->topLevelItem(std::min(chosen, m_problems->topLevelItemCount() - 1)));
    fitHeight(m_problems);
    showProblem();
}

void LogResult::showProblem()
{
    const int row = m_problems->indexOfTopLevelItem(m_problems->currentItem());
    const bool isChosen = row >= 0 && row < m_report.problems.size();
    m_next->parentWidget()->setVisible(isChosen);
    if (!isChosen)
        return;
    const logs::Problem &problem = m_report.problems[row];
    m_next->setText(problemText(problem.kind).next);
    QStringList lines;
    for (const logs::LogSample &sample : problem.samples)
        lines.append(tr("%1  %2", "line number and text").arg(number(sample.line), sample.text));
    m_lines->setFont(ui::font(Type::Code));
    m_lines->setPlainText(lines.join(u'\n'));
    constexpr int mostLines = 9;
    constexpr int around = 32; // padding, and the scroll bar below
    const int shown = std::clamp(static_cast<int>(lines.size()), 2, mostLines);
    m_lines->setFixedHeight(shown * m_lines->fontMetrics().lineSpacing() + around);
    m_omitted->setText(problem.omitted == 0
                           ? QString()
                           : tr("The first and the last lines; %Ln line(s) between them are left out.",
                                nullptr, static_cast<int>(problem.omitted)));
    m_omitted->setVisible(problem.omitted > 0);
}

void LogResult::showRequests()
{
    m_requests->clear();
    for (const logs::RequestGroup &group : m_report.requests) {
        auto *item = new QTreeWidgetItem(
            m_requests, {group.path.isEmpty() ? tr("all others")
                                              : tr("%1 %2", "method and path").arg(group.method, group.path),
                         group.status > 0 ? QString::number(group.status) : QString(), number(group.count),
                         latency(group.medianNs), latency(group.p95Ns), latency(group.longestNs)});
        for (int column = 1; column < m_requests->columnCount(); ++column)
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_requests->setVisible(!m_report.requests.isEmpty());
    fitHeight(m_requests);
}

void LogResult::fitColumns()
{
    for (QTreeWidget *table : {m_problems, m_requests})
        fitLogColumns(table);
}

} // namespace ui
