// The connection doctor in words: what a rung found, and for each advice what happened, what to do and the
// command. The only place that words them, for the window, the terminal and the report alike.
#pragma once

#include "server/Diagnosis.h"

#include <QDateTime>
#include <QString>

namespace ui {

// A command for a machine that is not known, where the engine is run in this way.
struct NamedCommand
{
    QString name;
    QString command;

    bool operator==(const NamedCommand &) const = default;
};

struct AdviceText
{
    QString what;             // one sentence: what was found
    QString next;             // why as far as known, and the next step
    QString command;          // to paste into a terminal; may be empty, may be several lines
    QList<NamedCommand> ways; // `command` is the first of them; empty where there is one for all
    QString details;          // the server's or the system's own words; plain text; may be empty

    bool operator==(const AdviceText &) const = default;
};
AdviceText adviceText(const server::Finding &finding, const server::ProbeFacts &facts);
// The command, or all ways each below its name.
QStringList commandLines(const AdviceText &text);

QString rungName(server::Rung rung);
// What was found at a rung that did not fail; of one that did, adviceText() says it.
QString rungText(server::Rung rung, const server::ProbeFacts &facts);
// Both, with the time it took: "Port: Something listens on port 11434 (2 ms)". `failure`: what a rung that
// failed met.
QString rungLine(server::Rung rung, const server::ProbeFacts &facts, const QString &failure);
// "2 ms", "1.4 s".
QString rungTime(std::chrono::milliseconds time);

// All of a check as plain text to hand on. Holds no key, no password, and nothing a person wrote.
QString checkReport(const server::ProbeFacts &facts, const QList<server::Finding> &findings,
                    const QDateTime &time);

} // namespace ui
