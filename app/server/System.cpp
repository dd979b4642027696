#include "server/System.h"

#include "server/LocalEngine.h"
#include "server/ServiceEnvironment.h"

#include <QDir>
#include <QFileInfo>

namespace server {

using namespace Qt::StringLiterals;
using Family = System::Family;

System System::here(const QString &root)
{
    const QDir top(root);
    System result;
#if defined(Q_OS_MACOS)
    result.family = Family::MacOs;
#elif defined(Q_OS_WIN)
    result.family = Family::Windows;
#endif
    result.hasService = QFileInfo::exists(top.filePath(u"run/systemd/system"_s)) && hasEngineService(root);
    // Docker's mark, and Podman's.
    result.isContainer = QFileInfo::exists(top.filePath(u".dockerenv"_s)) ||
                         QFileInfo::exists(top.filePath(u"run/.containerenv"_s));
    result.hasEngine = !LocalEngine::findProgram().isEmpty();
    return result;
}

EngineKeeper keeperOf(const System &system)
{
    switch (system.family) {
    case Family::MacOs:
        return EngineKeeper::MacApp;
    case Family::Windows:
        return EngineKeeper::WindowsApp;
    case Family::Linux:
        break;
    }
    if (system.isContainer)
        return EngineKeeper::Docker;
    return system.hasService ? EngineKeeper::Systemd : EngineKeeper::Terminal;
}

QString startCommand(const System &system)
{
    switch (system.family) {
    case Family::MacOs:
        return u"open -a Ollama"_s;
    case Family::Windows:
        return u"Start-Process \"$env:LOCALAPPDATA\\Programs\\Ollama\\ollama app.exe\""_s;
    case Family::Linux:
        break;
    }
    return system.hasService ? u"sudo systemctl start ollama"_s : u"ollama serve"_s;
}

QString installCommand(const System &system)
{
    switch (system.family) {
    case Family::MacOs:
        return u"brew install --cask ollama"_s;
    case Family::Windows:
        return u"winget install --id Ollama.Ollama"_s;
    case Family::Linux:
        break;
    }
    return u"curl -fsSL https://ollama.com/install.sh | sh"_s;
}

QString firewallCommand(const System &system, int port)
{
    switch (system.family) {
    case Family::MacOs:
        return u"sudo /usr/libexec/ApplicationFirewall/socketfilterfw --unblockapp /Applications/Ollama.app"_s;
    case Family::Windows:
        return u"New-NetFirewallRule -DisplayName Ollama -Direction Inbound -Protocol TCP -LocalPort %1 "
               "-Action Allow"_s.arg(port);
    case Family::Linux:
        break;
    }
    return u"sudo ufw allow %1/tcp    # Debian, Ubuntu\n"
           "sudo firewall-cmd --permanent --add-port=%1/tcp && sudo firewall-cmd --reload    # Fedora, RHEL, SUSE"_s
               .arg(port);
}

QString firewallCommand(int port)
{
    return firewallCommand({.family = Family::Linux}, port) + u'\n' +
           firewallCommand({.family = Family::MacOs}, port) + u"    # macOS\n"_s +
           firewallCommand({.family = Family::Windows}, port) + u"    # Windows, PowerShell"_s;
}

QString clockCommand(const System &system)
{
    switch (system.family) {
    case Family::MacOs:
        return u"sudo sntp -sS time.apple.com"_s;
    case Family::Windows:
        return u"w32tm /resync"_s;
    case Family::Linux:
        break;
    }
    return u"timedatectl"_s;
}

} // namespace server
