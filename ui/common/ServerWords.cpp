#include "common/ServerWords.h"

#include "base/ServerUrl.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ServerWords)
};

} // namespace

QString serverWords(const backend::ServerInfo &info)
{
    switch (info.kind) {
    case backend::ServerKind::Ollama:
        return info.version.isEmpty() ? Words::tr("Ollama") : Words::tr("Ollama %1").arg(info.version);
    case backend::ServerKind::OpenAi:
        // The version says which program it is.
        return info.version.isEmpty() ? Words::tr("OpenAI-compatible server") : info.version;
    }
    Q_UNREACHABLE();
}

QString serverTitle(const QString &name, const QUrl &url)
{
    if (!name.isEmpty())
        return name;
    return base::isLoopback(url) ? Words::tr("This PC") : url.host();
}

QString keeperWords(server::EngineKeeper keeper)
{
    using enum server::EngineKeeper;
    switch (keeper) {
    case Systemd:
        return Words::tr("Linux service (systemd)");
    case Docker:
        return Words::tr("Docker container");
    case MacApp:
        return Words::tr("Ollama app on macOS");
    case WindowsApp:
        return Words::tr("Ollama app on Windows (PowerShell)");
    case Terminal:
        return Words::tr("By hand, in a terminal");
    }
    Q_UNREACHABLE();
}

} // namespace ui
