// How much of its window a request takes, in words: short in the header, in full in tooltip, popup and for
// assistive technology.
#pragma once

#include "chat/ContextUse.h"

#include <QStringList>

namespace ui {

// What is known of the next request of a conversation.
struct ContextState
{
    bool isThere = false; // a model to ask
    chat::ContextUse use;
    chat::ContextWindow window;
    qint64 reserve = 0;                      // tokens that the answer may take at most; 0 = no limit is set
    std::optional<chat::CutOff> cutOff = {}; // of the last one

    chat::Room room() const { return chat::roomOf(use, window, reserve); }
    // Of the window, 0..1; 0 where that is not known.
    double share() const;
    qint64 left() const; // tokens for the answer; below 0 where the request does not fit

    bool operator==(const ContextState &) const = default;
};

QString cutOffSentence(const chat::CutOff &cutOff);
QString shortTokens(qint64 count);               // "386", "5.1k", "131k", "1.0M"
QString contextWords(const ContextState &state); // "about 5.1k of 40k"
// Sentences, the most important first.
QStringList contextSentences(const ContextState &state);

} // namespace ui
