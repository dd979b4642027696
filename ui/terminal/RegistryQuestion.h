// The question before a pull from a registry that is not the usual one, as the window asks it. Used by
// runTerminal(), before anything else is begun.
#pragma once

#include "terminal/Terminal.h"

class QTextStream;

namespace ui {

// A program that runs us cannot answer; it has to say --yes beforehand.
enum class InputFrom { Person, Program };

// Waits for the answer of a person. Why nothing is to be pulled; absent = it is meant, or needs no question.
std::optional<ExitCode> askAboutRegistry(const CommandLine &command, InputFrom kind, QTextStream &input,
                                         QIODevice &errors);

} // namespace ui
