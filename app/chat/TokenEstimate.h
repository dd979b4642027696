// How many tokens a text takes, about, before a server has counted it. No tokenizer is at hand here, and each
// model has its own: what counts is letters by script. Of what tokenizers of today make of a character of
// running text (32 k to 256 k entries): an English letter or blank 0.21, a digit 0.6, another ASCII character
// 0.45, a letter of another alphabet 0.4, a Han character 0.7, Kana and Hangul 0.65, anything else 1 for each
// UTF-16 unit. ContextCount corrects it by what the server counted in the same conversation. Pure.
#pragma once

#include "chat/Attachment.h"

#include <QStringView>

namespace chat {

// Of a long text parts of it are looked at, so that it costs the same as a short one.
double estimatedTokens(QStringView text);
// An image as models of today cut one up: a token for 28 × 28 pixels, 256 at least and 2,048 at most. Of a
// text file its bytes count, for its text is not here: 0.27 each.
double estimatedTokens(const Attachment &attachment);

// What a template puts around a message.
inline constexpr double tokensAroundMessage = 5;

} // namespace chat
