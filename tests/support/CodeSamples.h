// A piece of code in every language that gets colours, with what must be seen in it.
#pragma once

namespace support {

struct CodeSample
{
    const char *language; // behind the fence
    const char *code;
    // Words of the code that must have that colour where they first occur; nullptr where the language has
    // none.
    const char *keyword;
    const char *string;
    const char *comment;
};

// The last has language == nullptr.
extern const CodeSample codeSamples[];

} // namespace support
