#include "terminal/LogTerminal.h"

#include "base/Text.h"
#include "common/Format.h"
#include "common/LogWords.h"
#include "common/Signals.h"
#include "logs/LogReading.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::LogTerminal)
};

QString problemLines(const logs::Problem &problem)
{
    constexpr qsizetype shownLines = 3;
    const ProblemText words = problemText(problem.kind);
    QString text =
        problem.first < 0
            ? Words::tr("%1: %Ln line(s)", nullptr, static_cast<int>(problem.count)).arg(words.title)
            : Words::tr("%1: %Ln line(s), %2 to %3", nullptr, static_cast<int>(problem.count))
                  .arg(words.title, wallTime(problem.first), wallTime(problem.last));
    text += "\n  "_L1 + words.next + u'\n';
    const auto samples = problem.samples.last(std::min(shownLines, problem.samples.size()));
    for (const logs::LogSample &sample : samples) {
        const QString line = Words::tr("line %1: %2").arg(number(sample.line), withoutCommands(sample.text));
        text += "    "_L1 + line + u'\n';
    }
    return text;
}

QString requestLines(const QList<logs::RequestGroup> &requests)
{
    constexpr qsizetype shownGroups = 20;
    QList<QStringList> rows{{Words::tr("requests"), Words::tr("status"), Words::tr("median"),
                             Words::tr("95 % within"), Words::tr("longest"), Words::tr("endpoint")}};
    for (const logs::RequestGroup &group : requests.first(std::min(shownGroups, requests.size())))
        rows.append({number(group.count), group.status > 0 ? QString::number(group.status) : QString(),
                     latency(group.medianNs), latency(group.p95Ns), latency(group.longestNs),
                     group.path.isEmpty() ? Words::tr("all others") : group.method + u' ' + group.path});
    QList<qsizetype> widths(rows.constFirst().size(), 0);
    for (const QStringList &row : rows)
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], row[column].size());
    QString text;
    for (QStringList &row : rows) {
        for (qsizetype column = 0; column + 1 < row.size(); ++column)
            row[column] = row[column].rightJustified(widths[column]);
        text += row.join("  "_L1) + u'\n';
    }
    return text;
}

} // namespace

QString logReportText(const logs::LogReport &report)
{
    QStringList parts{summaryText(report) + u'\n'};
    if (const QString none = noProblemText(report); !none.isEmpty())
        parts.append(none + u'\n');
    for (const logs::Problem &problem : report.problems)
        parts.append(problemLines(problem));
    if (const QString loads = loadsText(report.loads); !loads.isEmpty())
        parts.append(loads + u'\n');
    if (!report.requests.isEmpty())
        parts.append(requestLines(report.requests));
    return parts.join(u'\n');
}

ExitCode analyzeLog(const QString &file, QIODevice &output, QIODevice &errors)
{
    const logs::LogSource source{logs::LogSource::Kind::File, file, {}};
    QObject owner;
    auto *reading = new logs::LogReading(source, &owner);
    auto exit = ExitCode::Done;
    QObject::connect(reading, &logs::LogReading::finished, &owner, [&](const logs::LogReport &report) {
        const QByteArray text = logReportText(report).toUtf8();
        exit = output.write(text) == text.size() ? ExitCode::Done : ExitCode::Failed;
        QCoreApplication::quit();
    });
    QObject::connect(reading, &base::Operation::failed, &owner, [&](const base::Error &error) {
        const ErrorText text = logErrorText(error, source);
        const QString line = QStringList{text.what, text.next, text.details}.join(u' ').trimmed();
        errors.write(withoutCommands(line).toUtf8() + '\n');
        exit = exitCodeFor(error.kind);
        QCoreApplication::quit();
    });
    const Signals signals;
    QObject::connect(&signals, &Signals::endRequested, reading, &base::Operation::cancel);
    QCoreApplication::exec();
    return exit;
}

} // namespace ui
