// What an OpenAI-compatible server tells about itself: its list of models, and where that shows which program
// it is, its version. Some have no list (llama-cpp forks, a gateway that keeps it back); such a one is known
// by how it refuses a question without a model and a message, with which no server begins to work. What is
// asked besides the list is asked once, for as long as the list, or its refusal, stays the same. Made by
// OpenAiBackend.
#pragma once

#include "backend/Operations.h"
#include "openai/Parse.h"
#include "openai/Steps.h"

#include <optional>

namespace openai {

class Introduction : public Steps<backend::ServerInfoOperation>
{
public:
    // What needs no asking the next time.
    struct Known
    {
        std::optional<base::Error::Kind> refusal; // of the list; absent where there is one
        Software software = Software::Other;
        QString version; // of other software: empty
    };
    Introduction(net::Http &http, const base::Access &access, const std::optional<Known> &known,
                 QObject *parent);

    const Known &known() const { return m_known; } // after finished()

private:
    void judgeList(const net::HttpResponse &list);
    void askVersion();
    void askNothing();
    void introduce();

    const std::optional<Known> m_before;
    Known m_known;
    base::Error m_refusal;
};

} // namespace openai
