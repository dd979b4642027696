// Which models an OpenAI-compatible server has in memory, where it is one that tells: none of the others.
// Made by OpenAiBackend.
#pragma once

#include "backend/Operations.h"
#include "openai/Steps.h"

namespace openai {

class Loaded : public Steps<backend::LoadedModelsOperation>
{
public:
    Loaded(net::Http &http, const base::Access &access, QObject *parent);

private:
    void takeList(const net::HttpResponse &list);
    void tell(const QList<backend::LoadedModel> &models);
};

} // namespace openai
