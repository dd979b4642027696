// An OpenAI-compatible server that lists no models and answers for any, always in the same words.
#pragma once

#include "support/FaultServer.h"

namespace support {

class ListlessServer : public FaultServer
{
public:
    explicit ListlessServer(const QByteArray &words)
    {
        on("POST", "/v1/chat/completions", [words](const Request &request) {
            if (request.body == "{}")
                return Reply::whole(422, R"({"detail":[{"type":"missing","loc":["body","messages"]}]})");
            return Reply::whole(200,
                                R"(data: {"choices":[{"delta":{"content":")" + words +
                                    R"("},"finish_reason":"stop"}]})"
                                    "\n\ndata: [DONE]\n\n",
                                "text/event-stream");
        });
    }
};

} // namespace support
