// What the program was started with. Read before there is an application object, so that main() knows which
// one to make: with isTerminalRun() a QCoreApplication and runTerminal(), else the window.
#pragma once

#include <QString>
#include <QStringList>

namespace ui {

struct CommandLine
{
    enum class Action { Window, Help, Version, Ask, ListModels, Pull, Remove, Check, AnalyzeLog, Wrong };

    Action action = Action::Window;
    QString subject;       // Ask: the question; Pull, Remove: the model's name;
                           // AnalyzeLog: the file
    QString model;         // Ask, Check: the model; empty = the usual one
    bool isAgreed = false; // Pull: from whatever registry, without a question

    bool isTerminalRun() const { return action != Action::Window; }
    bool operator==(const CommandLine &) const = default;
};

// `arguments`: with the program's name first. Options that belong to Qt (-platform …) are left to it.
CommandLine parseCommandLine(const QStringList &arguments);

// For people, in the current language; these two need an application object. helpText() names the exit codes.
QString helpText();
// What is wrong with arguments that gave Action::Wrong, in one sentence.
QString wrongText(const QStringList &arguments);

} // namespace ui
