// The syntax colours of one block of code, line by line, as values: the reader's state at the beginning of
// each line that was read is kept, so that one more line costs one line. Reads nothing, and loads nothing,
// before it is asked. Owned by ui::CodeLayout; GUI thread only (the library under CodeGrammar is not
// reentrant).
#pragma once

#include "chat/CodeGrammar.h"

#include <vector>

namespace chat {

class CodeColors
{
public:
    // `info`: what stands behind the fence. Where it names no language we know, nothing gets a colour.
    explicit CodeColors(const QString &info);

    bool isKnown() const { return m_language != nullptr; }

    // Lines before this one were read: its colours can be asked for.
    int readCount() const { return static_cast<int>(m_ends.size()); }
    // Colours of line readCount(), which is finished: what follows is read from its end.
    QList<CodeSpan> read(QStringView line);
    // Colours of line `number`, at most readCount(). Nothing is remembered of it.
    QList<CodeSpan> colors(int number, QStringView line) const;
    // Line `number` and all after it are not what they were.
    void forget(int number);

    // Lines looked at so far; for tests.
    qint64 workDone() const { return m_workDone; }

private:
    const CodeGrammar *grammar() const;
    CodeGrammar::State startOf(int number) const;

    const CodeLanguage *m_language = nullptr;
    std::vector<CodeGrammar::State> m_ends; // of lines that were read
    mutable qint64 m_workDone = 0;
};

} // namespace chat
