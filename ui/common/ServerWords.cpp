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
        return Words::tr("OpenAI-compatible server");
    }
    Q_UNREACHABLE();
}

QString serverTitle(const QString &name, const QUrl &url)
{
    if (!name.isEmpty())
        return name;
    return base::isLoopback(url) ? Words::tr("This PC") : url.host();
}

} // namespace ui
