#include "chat/CodeColors.h"

#include <algorithm>

namespace chat {

CodeColors::CodeColors(const QString &info)
    : m_language(codeLanguage(info))
{
    if (m_language != nullptr && *m_language->file == '\0')
        m_language = nullptr;
}

const CodeGrammar *CodeColors::grammar() const
{
    return m_language != nullptr ? CodeGrammar::of(*m_language) : nullptr;
}

CodeGrammar::State CodeColors::startOf(int number) const
{
    return number > 0 ? m_ends[static_cast<size_t>(number) - 1] : CodeGrammar::State();
}

QList<CodeSpan> CodeColors::read(QStringView line)
{
    const CodeGrammar *grammar = this->grammar();
    if (grammar == nullptr) {
        m_ends.emplace_back();
        return {};
    }
    ++m_workDone;
    CodeGrammar::Line result = grammar->read(line, startOf(readCount()));
    m_ends.push_back(std::move(result.end));
    return result.spans;
}

QList<CodeSpan> CodeColors::colors(int number, QStringView line) const
{
    const CodeGrammar *grammar = this->grammar();
    if (grammar == nullptr || number > readCount())
        return {};
    ++m_workDone;
    return grammar->read(line, startOf(number)).spans;
}

void CodeColors::forget(int number)
{
    m_ends.resize(static_cast<size_t>(std::clamp(number, 0, readCount())));
}

} // namespace chat
