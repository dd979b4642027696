// How one language is coloured: GNU Source-highlight behind values. Its language files come from the system
// or from ours (CodeLanguages says which); a file is read when the first line of its language is. Whatever
// the line, reading it ends after a bounded number of steps: what is left of it then stays plain, and a block
// with several such lines stays plain from there on. The result depends on the text alone, never on the
// clock.
#pragma once

#include "chat/CodeLanguages.h"

#include <QList>
#include <QStringView>

#include <memory>

namespace chat {

enum class CodeKind { Keyword, String, Number, Comment, Function, Type, Inserted, Deleted };

// Characters of one line. Ordered, without overlap, never empty; what lies between is plain.
struct CodeSpan
{
    int start = 0;
    int length = 0;
    CodeKind kind = CodeKind::Keyword;

    bool operator==(const CodeSpan &) const = default;
};

class CodeGrammar
{
public:
    ~CodeGrammar();

    // Loaded once and kept; nullptr where the language's file is missing or broken (said once, in the log).
    static const CodeGrammar *of(const CodeLanguage &language);

    // Where the reader is between two lines; null at the beginning of a text.
    struct Place;
    using State = std::shared_ptr<const Place>;

    struct Line
    {
        QList<CodeSpan> spans;
        State end;
    };
    Line read(QStringView line, const State &start) const;

    // Characters of a line that are looked at; the others are plain.
    static constexpr int maximumLine = 2000;
    // Lines of one block that may take more than their steps before the rest of it is plain.
    static constexpr int patience = 4;

private:
    struct Machine;
    explicit CodeGrammar(std::unique_ptr<Machine> machine);

    std::unique_ptr<Machine> m_machine;
};

} // namespace chat
