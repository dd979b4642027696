#include "logs/ShownLine.h"

#include "base/Escaped.h"

#include <algorithm>
#include <array>
#include <string>

namespace logs {
namespace {

using namespace std::string_view_literals;

constexpr qsizetype longestShown = 1000;
constexpr std::string_view hidden = "\u2026"sv;

bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

std::string lowerCase(std::string_view text)
{
    std::string result(text);
    for (char &c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return result;
}

// How the keys of well-known services begin.
std::string_view keyBeginning(std::string_view token)
{
    constexpr std::size_t leastSecret = 12;
    static constexpr std::array beginnings{"sk-"sv,  "pk-"sv,    "hf_"sv,         "ghp_"sv,
                                           "gho_"sv, "glpat-"sv, "github_pat_"sv, "gsk_"sv,
                                           "xai-"sv, "AIza"sv,   "AKIA"sv,        "eyJ"sv};
    const auto found =
        std::ranges::find_if(beginnings, [&](std::string_view each) { return token.starts_with(each); });
    return found != beginnings.end() && token.size() >= found->size() + leastSecret ? *found
                                                                                    : std::string_view{};
}

bool isSecretName(const std::string &name)
{
    static constexpr std::array endings{
        "api_key"sv, "api-key"sv, "apikey"sv,   "access_key"sv, "secret_key"sv, "private_key"sv,  "_token"sv,
        "-token"sv,  "secret"sv,  "password"sv, "passwd"sv,     "pwd"sv,        "authorization"sv};
    return std::ranges::any_of(endings, [&](std::string_view each) { return name.ends_with(each); });
}

// Writes a line anew, word by word, without what must not be shown; never goes back.
class Redaction
{
public:
    explicit Redaction(std::string_view line)
        : m_rest(line)
    {
    }

    std::string run()
    {
        while (!m_rest.empty()) {
            if (m_rest.starts_with("://"sv))
                takeAddress();
            else if (isWord(m_rest.front()))
                takeWord();
            else
                keep(1);
        }
        return std::move(m_result);
    }

private:
    void keep(std::size_t size)
    {
        m_result += m_rest.substr(0, size);
        m_rest.remove_prefix(size);
    }
    void hide(std::size_t size)
    {
        m_result += hidden;
        m_rest.remove_prefix(size);
    }
    void keepAnyOf(std::string_view characters)
    {
        keep(std::min(m_rest.find_first_not_of(characters), m_rest.size()));
    }
    void hideUntil(std::string_view ends)
    {
        if (const std::size_t size = std::min(m_rest.find_first_of(ends), m_rest.size()); size > 0)
            hide(size);
    }

    void takeAddress()
    {
        keep("://"sv.size());
        const std::string_view authority = m_rest.substr(0, m_rest.find_first_of("/ \t\"'\\<>"sv));
        if (const std::size_t at = authority.rfind('@'); at != authority.npos)
            hide(at);
    }

    void takeWord()
    {
        const auto wordEnd = std::ranges::find_if_not(m_rest, isWord);
        const std::string_view word(m_rest.begin(), wordEnd);
        const auto tokenEnd =
            std::ranges::find_if_not(wordEnd, m_rest.end(), [](char c) { return isWord(c) || c == '.'; });
        const std::string_view token(m_rest.begin(), tokenEnd);
        if (const std::string_view beginning = keyBeginning(token); !beginning.empty()) {
            keep(beginning.size());
            return hide(token.size() - beginning.size());
        }
        const std::string name = lowerCase(word.substr(0, 200));
        keep(word.size());
        if (name == "bearer")
            takeBearer();
        else if (name == "prompt" && m_rest.starts_with("=\""sv))
            takePrompt();
        else if (isSecretName(name) || (name == "token" && m_rest.starts_with('=')))
            takeValue(); // the engine lists its own tokens as "EOS token   = 2"
    }

    void takeBearer()
    {
        if (m_rest.empty() || (m_rest.front() != ' ' && m_rest.front() != '\t'))
            return;
        keepAnyOf(" \t"sv);
        hideUntil(valueEnds);
    }

    // name=value, "name": "value", name:[Bearer value]
    void takeValue()
    {
        const std::size_t sign = std::min(m_rest.find_first_not_of("\"\\' "sv), m_rest.size());
        if (sign == m_rest.size() || (m_rest[sign] != '=' && m_rest[sign] != ':'))
            return;
        keep(sign + 1);
        keepAnyOf("\"\\' [{"sv);
        for (const std::string_view scheme : {"Bearer "sv, "Basic "sv, "bearer "sv, "basic "sv})
            if (m_rest.starts_with(scheme))
                keep(scheme.size());
        hideUntil(valueEnds);
    }

    // Go quotes it: a quote inside has a backslash before it.
    void takePrompt()
    {
        keep(2);
        std::size_t size = 0;
        while (size < m_rest.size() && m_rest[size] != '"')
            size += m_rest[size] == '\\' ? 2 : 1;
        hide(std::min(size, m_rest.size()));
    }

    static constexpr std::string_view valueEnds = " \t\"'\\,;&)]}<>"sv;

    std::string_view m_rest;
    std::string m_result;
};

} // namespace

QString shownLine(std::string_view line)
{
    const std::string safe = Redaction(line).run();
    QString text = base::escapedControls(QString::fromUtf8(safe.data(), static_cast<qsizetype>(safe.size())));
    if (text.size() <= longestShown)
        return text;
    text.truncate(longestShown - 1);
    if (text.back().isHighSurrogate())
        text.chop(1);
    return text + QChar(0x2026);
}

} // namespace logs
