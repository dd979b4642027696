// What a fuzz target is: one function that takes any bytes and aborts where a promise is broken. Driver.cpp
// is a main() for it without a fuzzer; linked with -fsanitize=fuzzer instead, libFuzzer drives the same one.
#pragma once

#include <QByteArray>
#include <QList>

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
// Before the first input.
extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv);

// What Driver.cpp mutates; each target says it.
QList<QByteArray> corpus();
// For targets that read what models write.
QList<QByteArray> markdownCorpus();
