// What can be searched for in a text, and what a search looks for: pure functions of strings. The index
// (SearchIndex) gets words and pairs of characters of a text; a query becomes an expression that finds at
// least what is wanted, and every text it finds is then read to see whether it is.
//
// A term is found as it is written, whatever the case of its letters. Chinese, Japanese and Korean
// characters, and those of other scripts without blanks, are found anywhere; a term that begins with another
// letter or a digit at the beginning of a word, or of a part of an identifier (Name in getUserName). A word
// of one or two letters only as a whole word: "Go" does not find "Good".
#pragma once

#include <QList>
#include <QString>

namespace chat {

// The longest word, in characters, that the index tells from one that begins the same.
inline constexpr int longestIndexedWord = 64;

struct SearchTerm
{
    QString text;        // folded, not empty
    bool isWord = false; // nothing but one word

    bool operator==(const SearchTerm &) const = default;
};

// With every letter in one case, and as long as before: places in one are places in the other.
QString folded(const QString &text);

// A text to look into more than once.
struct SearchedText
{
    explicit SearchedText(const QString &original)
        : text(original)
        , folded(chat::folded(original))
    {
    }
    QString text;
    QString folded;
};

// For the two columns of the index, tokens with a blank between them.
struct IndexedText
{
    // In their order: every word, and every character with the one after it (alone where none follows).
    QString tokens;
    // In any order: where else one may begin: every single character, and the later parts of identifiers.
    QString starts;
};
IndexedText indexedText(const QString &text);

// The terms of what was typed, all of which have to be there: words with blanks between them, or anything in
// quotation marks ("…" or “…”).
QList<SearchTerm> searchTerms(const QString &query);

// For MATCH: finds every text that has all terms, and some that have not. Empty: the index is no help.
QString matchExpression(const QList<SearchTerm> &terms);
// For LIKE with ESCAPE '\', the same; empty where LIKE would miss some.
QString likePattern(const SearchTerm &term);

// The first place of the term at or after `from`; -1 where there is none.
qsizetype placeOf(const SearchTerm &term, const SearchedText &text, qsizetype from = 0);
bool hasAll(const QList<SearchTerm> &terms, const SearchedText &text);

// The line where the first term stands, safe to show, with the places of all terms in it.
struct Snippet
{
    struct Mark
    {
        qsizetype start = 0;
        qsizetype length = 0;

        bool operator==(const Mark &) const = default;
    };
    QString text;
    QList<Mark> marks; // in order, apart from each other

    bool operator==(const Snippet &) const = default;
};
Snippet snippetOf(const QList<SearchTerm> &terms, const SearchedText &text);

} // namespace chat
