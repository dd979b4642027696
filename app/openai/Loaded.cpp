#include "openai/Loaded.h"

#include "openai/Parse.h"

namespace openai {

Loaded::Loaded(net::Http &http, const base::Access &access, QObject *parent)
    : Steps(http, access, privacy::Purpose::Models, parent)
{
    ask(modelsPath, {}, [this](const net::HttpResponse &list) { takeList(list); });
}

void Loaded::takeList(const net::HttpResponse &list)
{
    if (!list.isSuccess())
        return fail(parseFailure(list.status, list.body));
    if (softwareOf(list.body) != Software::LmStudio)
        return tell(parseLoaded(list.body));
    askAside(lmStudioModelsPath, {}, [this](const net::HttpResponse &states) {
        tell(states.isSuccess() ? parseLoaded(states.body) : QList<backend::LoadedModel>());
    });
}

void Loaded::tell(const QList<backend::LoadedModel> &models)
{
    succeed([this, &models] { Q_EMIT finished(models); });
}

} // namespace openai
