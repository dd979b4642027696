// The sentences of AdviceText: one table of advice -> what happened, and why and what next. Used by
// AdviceText alone.
#pragma once

#include "server/Diagnosis.h"

#include <span>

namespace ui {

// Untranslated sentences in the context "ui::AdviceText"; %1 is the server, %2 the proxy, %3 what the advice
// is about.
struct AdviceWords
{
    server::Advice advice;
    const char *what;
    const char *next;
};

std::span<const AdviceWords> adviceWords();
// In the same context: what a version with this weakness lets happen.
const char *weaknessWords(server::Weakness weakness);

} // namespace ui
