// The rules of a language of GNU Source-highlight, matched within a bound: the library's own would follow a
// regular expression for seconds on a line made for it. Made and used by CodeGrammar only.
#pragma once

#include <QtGlobal>

#include <exception>
#include <srchilite/regexrulefactory.h>

namespace chat {

// How many characters may still be looked at in this line.
struct StepMeter
{
    // Thrown through the library, which has no other way to be stopped; CodeGrammar catches it.
    struct Exhausted : std::exception
    {
        const char *what() const noexcept override { return "too many steps in one line"; }
    };

    void begin(const char *lineStart, qint64 steps)
    {
        lineBegin = lineStart;
        left = steps;
        ++line;
    }
    void step(qint64 count = 1)
    {
        left -= count;
        if (left < 0)
            throw Exhausted();
    }

    const char *lineBegin = nullptr;
    qint64 left = 0;
    quint64 line = 0; // another one for each line
};

class BoundedRules : public srchilite::RegexRuleFactory
{
public:
    explicit BoundedRules(StepMeter &meter)
        : m_meter(meter)
    {
    }

    srchilite::HighlightRule *createSimpleRule(const std::string &name, const std::string &pattern) override;
    srchilite::HighlightRule *createWordListRule(const std::string &name, const srchilite::WordList &list,
                                                 bool caseSensitive) override;
    srchilite::HighlightRule *createListRule(const std::string &name, const srchilite::WordList &list,
                                             bool caseSensitive) override;
    // A double-quoted text that is not closed is coloured to the end of its line: so it has its colour
    // while it is written.
    srchilite::HighlightRule *createLineRule(const std::string &name, const std::string &start,
                                             const std::string &end, const std::string &escape,
                                             bool nested) override;
    srchilite::HighlightRule *createCompoundRule(const srchilite::ElemNameList &names,
                                                 const std::string &pattern) override;

private:
    srchilite::HighlightRule *bounded(srchilite::HighlightRule *rule);

    StepMeter &m_meter;
};

} // namespace chat
