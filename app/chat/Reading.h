// How the text of a message is read.
#pragma once

namespace chat {

enum class Reading {
    Markdown,
    Plain, // as it is written: nothing in it is a mark
};

} // namespace chat
