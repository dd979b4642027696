// What an OpenAI-compatible server tells about one of its models. The API has no word for whether a model
// thinks before it answers, or can be kept from it; but two servers write down how a question would be put to
// the model (llama-server's /apply-template, vLLM's /tokenize), and where that is another text with the
// switch on than with it off, there is a switch. Whether it sees images llama-server says, and vLLM in the
// same way. No model works for any of this. Made by OpenAiBackend.
#pragma once

#include "backend/Operations.h"
#include "openai/Steps.h"

namespace openai {

class Details : public Steps<backend::DetailsOperation>
{
public:
    Details(net::Http &http, const base::Access &access, const QString &model, QObject *parent);

private:
    void takeList(const net::HttpResponse &list);
    void askWithout(const QByteArray &with);
    void askWithImage();
    void tell();

    const QString m_model;
    QStringView m_trialPath;
    backend::ModelDetails m_details;
};

} // namespace openai
