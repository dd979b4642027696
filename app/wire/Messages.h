// A conversation as both kinds of server take it: {"role":…, "content":…} for each message. They differ in
// where images stand. Pure; used by the Parse of each kind.
#pragma once

#include "backend/Types.h"
#include "wire/Json.h"

namespace wire {

enum class ImageForm {
    Beside, // "images": [base64] (Ollama)
    Parts, // "content": [{"type": "text", …}, {"type": "image_url", "image_url": {"url": "data:…"}}] (OpenAI)
};
Json messagesOf(const QList<backend::ChatMessage> &messages, ImageForm form);

} // namespace wire
