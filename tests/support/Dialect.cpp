#include "support/Dialect.h"

#include "ollama/OllamaBackend.h"
#include "openai/OpenAiBackend.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace support {

namespace {

template <typename Backend>
std::unique_ptr<backend::Backend> make(net::Http &http, const QUrl &url)
{
    return std::make_unique<Backend>(http, url);
}

} // namespace

// Captured from engine 0.17.4 with SmolLM2 135M; Chinese, an emoji and escapes added.
const std::vector<Dialect> &dialects()
{
    static const std::vector<Dialect> known{
        Dialect{
            "Ollama",
            "/api/chat",
            {},
            "\n",
            {R"({"model":"m","created_at":"2026-11-22T00:19:36.057113373Z","message":{"role":"assistant","content":"The"},"done":false})",
             R"({"model":"m","created_at":"2026-11-22T00:19:36.320593243Z","message":{"role":"assistant","content":" 首都 \"\n"},"done":false})",
             R"({"model":"m","created_at":"2026-11-22T00:19:36.501139628Z","message":{"role":"assistant","content":" is \u003c😀\u003e"},"done":false})",
             R"({"model":"m","created_at":"2026-11-22T00:19:36.869130401Z","message":{"role":"assistant","content":" Paris"},"done":false})",
             R"({"model":"m","created_at":"2026-11-22T00:19:36.989364414Z","message":{"role":"assistant","content":"."},"done":true,"done_reason":"stop","total_duration":3196490621,"eval_count":8})"},
            {u"The"_s, u" 首都 \"\n"_s, u" is <😀>"_s, u" Paris"_s, u"."_s},
            R"({"message":{"content":"<think>a</thi"}})",
            5,
            &make<ollama::OllamaBackend>},
        Dialect{
            "OpenAI",
            "/v1/chat/completions",
            "data: ",
            "\n\n",
            {R"({"id":"chatcmpl-1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":"The"},"finish_reason":null}]})",
             R"({"id":"chatcmpl-1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":" 首都 \"\n"},"finish_reason":null}]})",
             R"({"id":"chatcmpl-1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":" is \u003c😀\u003e"},"finish_reason":null}]})",
             R"({"id":"chatcmpl-1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":" Paris."},"finish_reason":null}]})",
             R"({"id":"chatcmpl-1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":"stop"}]})",
             R"({"id":"chatcmpl-1","object":"chat.completion.chunk","choices":[],"usage":{"prompt_tokens":38,"completion_tokens":8,"total_tokens":46}})",
             "[DONE]"},
            {u"The"_s, u" 首都 \"\n"_s, u" is <😀>"_s, u" Paris."_s, {}, {}, {}},
            R"({"choices":[{"delta":{"content":"<think>a</thi"}}]})",
            5,
            &make<openai::OpenAiBackend>}};
    return known;
}

void addDialects()
{
    QTest::addColumn<int>("kind");
    for (size_t kind = 0; kind < dialects().size(); ++kind)
        QTest::newRow(dialects()[kind].name) << static_cast<int>(kind);
}

} // namespace support
