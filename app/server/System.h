// The machine the program runs on, as far as the commands on it differ, and those commands: to be read and
// pasted by the person, never run by us. Made by the composition root; used by diagnose().
#pragma once

#include "server/EngineInstructions.h"

#include <QString>

namespace server {

struct System
{
    enum class Family { Linux, MacOs, Windows };
    Family family = Family::Linux;
    bool hasService = false; // systemd has one named ollama
    bool isContainer = false;
    bool hasEngine = false; // the engine's program is here

    // `root` is "/" but in tests.
    static System here(const QString &root = QStringLiteral("/"));
    bool operator==(const System &) const = default;
};

EngineKeeper keeperOf(const System &system);
QString startCommand(const System &system);
QString installCommand(const System &system); // updates, too
// A line for each of the firewalls such a system may have.
QString firewallCommand(const System &system, int port);
// Of another machine, whose system is not known.
QString firewallCommand(int port);
QString clockCommand(const System &system);

} // namespace server
