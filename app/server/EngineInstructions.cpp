#include "server/EngineInstructions.h"

#include "base/ServerUrl.h"

#include <QRegularExpression>

namespace server {
namespace {

using namespace Qt::StringLiterals;

QString systemd(const EngineEnvironment &environment)
{
    const QString folder = u"/etc/systemd/system/ollama.service.d"_s;
    QString text;
    // The service has a user of its own, which must be able to write there.
    if (const QString models = environment.value(EngineVariable::Models); !models.isEmpty())
        text += u"sudo install -d -o ollama -g ollama -m 750 "_s + shellWord(models) + u'\n';
    text += u"sudo mkdir -p "_s + folder + u'\n';
    text += u"sudo tee "_s + folder + u"/inkstone.conf >/dev/null <<'EOF'\n"_s;
    text += systemdDropIn(environment);
    text += u"EOF\nsudo systemctl daemon-reload\nsudo systemctl restart ollama\n"_s;
    return text;
}

// The published address stands for OLLAMA_HOST, which the image sets for inside the container.
QString published(const EngineEnvironment &environment)
{
    const auto address = listenAddress(environment.value(EngineVariable::Host));
    ListenAddress outside = address.value_or(ListenAddress{u"127.0.0.1"_s});
    if (outside.host == "localhost"_L1)
        outside.host = u"127.0.0.1"_s;
    if (outside.port == 0)
        outside.port = base::defaultEnginePort;
    return outside.text() + u":11434"_s;
}

QString dockerGpus(const EngineEnvironment &environment)
{
    const QString devices = environment.value(EngineVariable::CudaDevices);
    if (devices.isEmpty() || devices == "-1"_L1)
        return {};
    return u" \\\n  --gpus "_s + shellWord(u"\"device="_s + devices + u'"');
}

QString docker(const EngineEnvironment &environment)
{
    const QString models = environment.value(EngineVariable::Models);
    // The one before is kept: what is not in a volume is only in it.
    QString text =
        u"docker stop ollama\ndocker rename ollama ollama-before\ndocker run -d --name ollama --restart unless-stopped"_s;
    text += u" \\\n  -p "_s + published(environment);
    text += u" \\\n  -v "_s +
            (models.isEmpty() ? u"ollama:/root/.ollama"_s : shellWord(models + u":/root/.ollama/models"_s));
    text += dockerGpus(environment);
    const QStringList elsewhere{u"OLLAMA_HOST"_s, u"OLLAMA_MODELS"_s, u"CUDA_VISIBLE_DEVICES"_s};
    for (const auto &[name, value] : environment.assignments()) {
        if (!elsewhere.contains(name))
            text += u" \\\n  -e "_s + shellWord(name + u'=' + value);
    }
    return text + u" \\\n  ollama/ollama\n"_s;
}

QString macApp(const EngineEnvironment &environment)
{
    QString text;
    for (const auto &[name, value] : environment.assignments())
        text += u"launchctl setenv "_s + name + u' ' + shellWord(value) + u'\n';
    return text + u"osascript -e 'quit app \"Ollama\"'\nopen -a Ollama\n"_s;
}

QString windowsApp(const EngineEnvironment &environment)
{
    QString text;
    for (const auto &[name, value] : environment.assignments()) {
        QString quoted = value;
        quoted.replace(u'\'', u"''"_s);
        text += u"[Environment]::SetEnvironmentVariable('%1', '%2', 'User')\n"_s.arg(name, quoted);
    }
    return text + u"Stop-Process -Name 'ollama app', ollama -ErrorAction SilentlyContinue\n"
                  "Start-Process \"$env:LOCALAPPDATA\\Programs\\Ollama\\ollama app.exe\"\n"_s;
}

QString terminal(const EngineEnvironment &environment)
{
    QString text;
    for (const auto &[name, value] : environment.assignments())
        text += name + u'=' + shellWord(value) + u" \\\n"_s;
    return text + u"ollama serve\n"_s;
}

} // namespace

QString engineInstructions(EngineKeeper keeper, const EngineEnvironment &environment)
{
    if (environment == EngineEnvironment())
        return {};
    switch (keeper) {
    case EngineKeeper::Systemd:
        return systemd(environment);
    case EngineKeeper::Docker:
        return docker(environment);
    case EngineKeeper::MacApp:
        return macApp(environment);
    case EngineKeeper::WindowsApp:
        return windowsApp(environment);
    case EngineKeeper::Terminal:
        return terminal(environment);
    }
    return {};
}

QString engineLogCommand(EngineKeeper keeper)
{
    switch (keeper) {
    case EngineKeeper::Systemd:
        return u"journalctl -u ollama -o short-iso -f"_s; // month names of other formats are translated
    case EngineKeeper::Docker:
        return u"docker logs -f ollama"_s;
    case EngineKeeper::MacApp:
        return u"tail -f ~/.ollama/logs/server.log"_s;
    case EngineKeeper::WindowsApp:
        return u"Get-Content -Wait \"$env:LOCALAPPDATA\\Ollama\\server.log\""_s;
    case EngineKeeper::Terminal:
        break;
    }
    return {};
}

QString systemdDropIn(const EngineEnvironment &environment)
{
    QString text = u"[Service]\n"_s;
    for (const auto &[name, value] : environment.assignments())
        text += systemdAssignment(name, value) + u'\n';
    return text;
}

QString systemdAssignment(const QString &name, const QString &value)
{
    QString quoted = value;
    quoted.replace(u'\\', u"\\\\"_s);
    quoted.replace(u'"', u"\\\""_s);
    quoted.replace(u'%', u"%%"_s);
    return u"Environment=\"%1=%2\""_s.arg(name, quoted);
}

QString shellWord(const QString &text)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_@:,./+=-]+$"_s);
    if (plain.match(text).hasMatch())
        return text;
    QString quoted = text;
    quoted.replace(u'\'', u"'\\''"_s);
    return u'\'' + quoted + u'\'';
}

} // namespace server
