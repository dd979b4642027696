#include "chat/CodeRules.h"

#include <boost/regex.hpp>
#include <memory>
#include <srchilite/highlightrule.h>
#include <srchilite/highlighttoken.h>
#include <srchilite/matchingparameters.h>
#include <srchilite/regexpreprocessor.h>
#include <vector>

namespace chat {

namespace {

// A place in the line; every look at a character is counted.
class Reader
{
public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;

    Reader() = default;
    Reader(const char *at, StepMeter *meter)
        : m_at(at)
        , m_meter(meter)
    {
    }

    reference operator*() const
    {
        m_meter->step();
        return *m_at;
    }
    reference operator[](difference_type n) const { return *(*this + n); }
    pointer operator->() const { return m_at; }

    Reader &operator+=(difference_type n)
    {
        m_at += n;
        return *this;
    }
    Reader &operator-=(difference_type n) { return *this += -n; }
    Reader &operator++() { return *this += 1; }
    Reader &operator--() { return *this += -1; }
    Reader operator++(int)
    {
        const Reader before = *this;
        ++*this;
        return before;
    }
    Reader operator--(int)
    {
        const Reader before = *this;
        --*this;
        return before;
    }
    friend Reader operator+(Reader reader, difference_type n) { return reader += n; }
    friend Reader operator+(difference_type n, Reader reader) { return reader += n; }
    friend Reader operator-(Reader reader, difference_type n) { return reader -= n; }
    friend difference_type operator-(const Reader &a, const Reader &b) { return a.m_at - b.m_at; }
    friend bool operator==(const Reader &a, const Reader &b) { return a.m_at == b.m_at; }
    friend auto operator<=>(const Reader &a, const Reader &b) { return a.m_at <=> b.m_at; }

private:
    const char *m_at = nullptr;
    StepMeter *m_meter = nullptr;
};

// Steps that a look at a rule costs in any case.
constexpr qint64 stepsPerRule = 32;

class BoundedRule : public srchilite::HighlightRule
{
public:
    BoundedRule(const std::string &pattern, StepMeter &meter)
        : m_pattern(pattern)
        , m_meter(meter)
    {
    }

    bool tryToMatch(std::string::const_iterator start, std::string::const_iterator end,
                    srchilite::HighlightToken &token, const srchilite::MatchingParameters &) override
    {
        m_meter.step(stepsPerRule);
        const char *from = std::to_address(start);
        // What was found further on in this line is still the next: a line is searched once per match.
        if (m_line != m_meter.line || (m_isFound && m_found[0].begin < from))
            search(from, std::to_address(end));
        if (!m_isFound)
            return false;
        tell(token, from);
        return true;
    }

    const std::string toString() const override { return m_pattern.str(); }
    void replaceReferences(const srchilite::ReplacementList &replacements) override
    {
        m_pattern.assign(srchilite::RegexPreProcessor::replace_references(m_pattern.str(), replacements));
        m_line = 0;
    }
    HighlightRule *clone() override { return new BoundedRule(*this); }

private:
    struct Piece
    {
        const char *begin = nullptr; // null: took no part
        const char *end = nullptr;

        std::string text() const { return begin ? std::string(begin, end) : std::string(); }
    };

    void search(const char *from, const char *end)
    {
        const char *line = m_meter.lineBegin;
        boost::match_results<Reader> match;
        m_line = m_meter.line;
        m_found.clear();
        // What stands before `from` counts: for words' edges and for the beginning of the line.
        m_isFound = boost::regex_search(Reader(from, &m_meter), Reader(end, &m_meter), match, m_pattern,
                                        boost::match_default, Reader(line, &m_meter));
        const Reader begin(line, &m_meter);
        for (const auto &piece : match)
            m_found.push_back(
                piece.matched ? Piece{line + (piece.first - begin), line + (piece.second - begin)} : Piece{});
    }

    void tell(srchilite::HighlightToken &token, const char *from) const
    {
        const Piece &whole = m_found[0];
        token.prefix.assign(from, whole.begin);
        token.suffix.clear();
        token.prefixOnlySpaces = token.prefix.find_first_not_of(" \t") == std::string::npos;
        for (size_t i = 1; getHasSubexpressions() && i < m_found.size(); ++i)
            token.matchedSubExps.push_back(m_found[i].text());
        const srchilite::ElemList &elements = getElemList();
        if (elements.size() == 1)
            token.addMatched(elements.front(), whole.text());
        for (size_t i = 1; elements.size() > 1 && i < m_found.size(); ++i) {
            if (m_found[i].begin)
                token.addMatched(elements[i - 1], m_found[i].text());
        }
    }

    boost::regex m_pattern;
    StepMeter &m_meter;
    quint64 m_line = 0; // in which was searched
    bool m_isFound = false;
    std::vector<Piece> m_found; // the whole, then its groups
};

} // namespace

srchilite::HighlightRule *BoundedRules::bounded(srchilite::HighlightRule *rule)
{
    const std::unique_ptr<srchilite::HighlightRule> original(rule);
    auto result = std::make_unique<BoundedRule>(original->toString(), m_meter);
    for (const std::string &name : original->getElemList())
        result->addElem(name);
    return result.release();
}

srchilite::HighlightRule *BoundedRules::createSimpleRule(const std::string &name, const std::string &pattern)
{
    auto rule = std::make_unique<BoundedRule>(pattern, m_meter);
    rule->addElem(name);
    return rule.release();
}

srchilite::HighlightRule *
BoundedRules::createWordListRule(const std::string &name, const srchilite::WordList &list, bool caseSensitive)
{
    return bounded(RegexRuleFactory::createWordListRule(name, list, caseSensitive));
}

srchilite::HighlightRule *BoundedRules::createListRule(const std::string &name,
                                                       const srchilite::WordList &list, bool caseSensitive)
{
    return bounded(RegexRuleFactory::createListRule(name, list, caseSensitive));
}

srchilite::HighlightRule *BoundedRules::createLineRule(const std::string &name, const std::string &start,
                                                       const std::string &end, const std::string &escape,
                                                       bool nested)
{
    const auto isQuote = [](const std::string &text) { return text == "\"" || text == "\\\""; };
    if (!isQuote(start) || !isQuote(end))
        return RegexRuleFactory::createLineRule(name, start, end, escape, nested);
    return createMultiLineRule(name, start, "(?:\"|\\z)", escape, nested);
}

srchilite::HighlightRule *BoundedRules::createCompoundRule(const srchilite::ElemNameList &names,
                                                           const std::string &pattern)
{
    return bounded(RegexRuleFactory::createCompoundRule(names, pattern));
}

} // namespace chat
