// The engine as a service where there is no systemd, some of DeploymentTexts: a script for SysV init, and a
// task of Windows.
#include "base/ServerUrl.h"
#include "server/DeploymentTexts.h"
#include "server/EngineInstructions.h"

namespace server {
namespace {

using namespace Qt::StringLiterals;
using Gpu = Deployment::Gpu;
using Neighbours = Deployment::Neighbours;

constexpr auto taskNamespace = "http://schemas.microsoft.com/windows/2004/02/mit/task"_L1;

QString initSteps(const Deployment &deployment)
{
    QString text = u"# sudo useradd --system --home-dir /var/lib/ollama --shell /usr/sbin/nologin ollama\n"_s;
    if (deployment.gpu != Gpu::None)
        text += u"# sudo usermod --append --groups video,render ollama\n"_s;
    text += u"# sudo install -d -o ollama -g ollama -m 750 /var/lib/ollama"_s;
    if (!modelsFolder(deployment).isEmpty())
        text += u' ' + shellWord(modelsFolder(deployment));
    return text + u"\n# sudo install -m 755 ollama.init /etc/init.d/ollama\n"
                  "# sudo update-rc.d ollama defaults && sudo service ollama start\n"
                  "# tail -f /var/log/ollama.log\n"_s;
}

QString exported(const QString &name, const QString &value)
{
    return u"export "_s + name + u'=' + shellWord(value) + u'\n';
}

} // namespace

QString initScript(const Deployment &deployment)
{
    const bool isOpen = deployment.neighbours == Neighbours::Containers;
    const ListenAddress address{isOpen ? u"0.0.0.0"_s : u"127.0.0.1"_s, deployment.enginePort};
    const QString home = u"/var/lib/ollama"_s;
    QString text = u"#!/bin/sh\n"
                   "### BEGIN INIT INFO\n"
                   "# Provides:          ollama\n"
                   "# Required-Start:    $remote_fs $syslog $network\n"
                   "# Required-Stop:     $remote_fs $syslog $network\n"
                   "# Default-Start:     2 3 4 5\n"
                   "# Default-Stop:      0 1 6\n"
                   "# Short-Description: Ollama\n"
                   "# Description:       Runs language models for the programs of this machine.\n"
                   "### END INIT INFO\n#\n"_s;
    text += initSteps(deployment) + u"\nexport PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n"
                                    "program=/usr/local/bin/ollama\nuser=ollama\n"
                                    "pidfile=/run/ollama.pid\nlog=/var/log/ollama.log\n"_s;
    text += exported(u"HOME"_s, home);
    if (isOpen)
        text += u"# For the containers of this machine; firewall.txt keeps others out.\n"_s;
    text += exported(u"OLLAMA_HOST"_s, address.text());
    text += exported(u"OLLAMA_MODELS"_s,
                     modelsFolder(deployment).isEmpty() ? home + u"/models"_s : modelsFolder(deployment));
    for (const auto &[name, value] : otherAssignments(deployment))
        text += exported(name, value);
    return text + uR"(
start() {
    touch "$log" && chown "$user" "$log" && chmod 640 "$log"
    start-stop-daemon --start --quiet --oknodo --background --make-pidfile --pidfile "$pidfile" \
        --chuid "$user" --umask 077 --output "$log" --exec "$program" -- serve
}

stop() {
    start-stop-daemon --stop --quiet --oknodo --retry TERM/30/KILL/5 --pidfile "$pidfile" --remove-pidfile \
        --user "$user"
}

case "$1" in
start)
    start
    ;;
stop)
    stop
    ;;
restart | force-reload)
    stop && start
    ;;
status)
    start-stop-daemon --status --pidfile "$pidfile" --user "$user"
    ;;
*)
    echo "Usage: $0 {start|stop|restart|force-reload|status}" >&2
    exit 2
    ;;
esac
)"_s;
}

QString taskDefinition()
{
    return u"<!-- Registered by the lines in ollama-task.txt, which put in who signs in. -->\n"
           "<Task version=\"1.2\" xmlns=\"%1\">\n"
           "  <RegistrationInfo>\n"
           "    <Description>Ollama, from when THIS_USER signs in</Description>\n"
           "  </RegistrationInfo>\n"
           "  <Triggers>\n"
           "    <LogonTrigger>\n"
           "      <Enabled>true</Enabled>\n"
           "      <UserId>THIS_USER</UserId>\n"
           "    </LogonTrigger>\n"
           "  </Triggers>\n"
           "  <Principals>\n"
           "    <Principal id=\"Author\">\n"
           "      <UserId>THIS_USER</UserId>\n"
           "      <LogonType>InteractiveToken</LogonType>\n"
           "      <RunLevel>LeastPrivilege</RunLevel>\n"
           "    </Principal>\n"
           "  </Principals>\n"
           "  <Settings>\n"
           "    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>\n"
           "    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>\n"
           "    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>\n"
           "    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>\n"
           "    <RestartOnFailure>\n"
           "      <Interval>PT1M</Interval>\n"
           "      <Count>10</Count>\n"
           "    </RestartOnFailure>\n"
           "  </Settings>\n"
           "  <Actions Context=\"Author\">\n"
           "    <Exec>\n"
           "      <Command>%LOCALAPPDATA%\\Programs\\Ollama\\ollama.exe</Command>\n"
           "      <Arguments>serve</Arguments>\n"
           "    </Exec>\n"
           "  </Actions>\n"
           "</Task>\n"_s.arg(taskNamespace);
}

QString taskLines(const Deployment &deployment)
{
    const auto assignment = [](const QString &name, const QString &value) {
        QString quoted = value;
        quoted.replace(u'\'', u"''"_s);
        return u"[Environment]::SetEnvironmentVariable('%1', '%2', 'User')\n"_s.arg(name, quoted);
    };
    QString text =
        u"# Lines for PowerShell, in the folder with ollama-task.xml. Docker Desktop lets containers\n"
        "# reach the engine at host.docker.internal, though it listens for this machine alone.\n"
        "winget install --id Ollama.Ollama\n"
        "# The task takes the place of the icon that would start it, too.\n"
        "Stop-Process -Name 'ollama app', ollama -ErrorAction SilentlyContinue\n"
        "Remove-Item \"$([Environment]::GetFolderPath('Startup'))\\Ollama.lnk\" "
        "-ErrorAction SilentlyContinue\n"_s;
    text += assignment(u"OLLAMA_HOST"_s, ListenAddress{u"127.0.0.1"_s, deployment.enginePort}.text());
    if (!modelsFolder(deployment).isEmpty())
        text += assignment(u"OLLAMA_MODELS"_s, modelsFolder(deployment));
    for (const auto &[name, value] : otherAssignments(deployment))
        text += assignment(name, value);
    text += u"$task = (Get-Content -Raw ollama-task.xml).Replace('THIS_USER', "
            "[Security.SecurityElement]::Escape(\"$env:USERDOMAIN\\$env:USERNAME\"))\n"
            "Register-ScheduledTask -TaskName Ollama -Xml $task -Force\n"
            "Start-ScheduledTask -TaskName Ollama\n"_s;
    if (deployment.way == Deployment::Way::Closed)
        text += u"# No way out, as administrator: models cannot be pulled from then on.\n"
                "New-NetFirewallRule -DisplayName 'Ollama, no way out' -Direction Outbound -Action Block "
                "-Program \"$env:LOCALAPPDATA\\Programs\\Ollama\\ollama.exe\"\n"_s;
    return text;
}

} // namespace server
