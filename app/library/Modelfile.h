// A recipe as text, in the engine's own format: FROM, PARAMETER, TEMPLATE, SYSTEM, MESSAGE, LICENSE, ADAPTER,
// RENDERER, PARSER and REQUIRES, one to a line; values of several lines between three quotation marks; #
// begins a comment. Read as the engine's own program reads it (its parser/parser.go), but for characters it
// drops. Pure.
#pragma once

#include "backend/Recipe.h"

namespace library {

struct ModelfileFault
{
    enum class Reason {
        UnknownCommand, // word: it
        NoValue,        // word: the command that has none
        NoRole,         // word: what stands in place of system, user or assistant
        Unclosed,       // quotation marks that are opened on this line
        SecondBase,     // another FROM
        NoBase,         // no FROM at all; line 0
    };
    Reason reason = Reason::NoBase;
    int line = 0; // from 1
    QString word = {};

    bool operator==(const ModelfileFault &) const = default;
};

// What a later line says again (SYSTEM, TEMPLATE and their like) counts.
std::expected<backend::Recipe, ModelfileFault> readModelfile(QStringView text);
// Reading it gives the recipe again; files have no place in it. What cannot be written down is left out: see
// fitsModelfile().
QString writeModelfile(const backend::Recipe &recipe);
// The format has no way to write a line that ends with three quotation marks and is followed by another.
bool fitsModelfile(QStringView value);

} // namespace library
