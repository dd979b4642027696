// Which language a fence means. A fixed table: what a model writes chooses a row of it or nothing, never a
// file.
#pragma once

#include <QString>

namespace chat {

struct CodeLanguage
{
    enum class Source {
        System, // the files of GNU Source-highlight
        Ours,   // resources/languages
    };

    const char *names; // as people and models write it, in lower case, parted by spaces
    const char *label; // as it is called
    const char *file;  // without ".lang"; empty: has a name but no colours
    Source source = Source::Ours;
};

// By the first word of what stands behind the fence: "python", "Python title=x", "{.python}". nullptr where
// there is none, or none we know.
const CodeLanguage *codeLanguage(QStringView info);
// "py" -> "Python"; what is not known is shown as it is written.
QString codeLabel(const QString &info);
// All of them, the last with names == nullptr; for tests.
const CodeLanguage *codeLanguages();

} // namespace chat
