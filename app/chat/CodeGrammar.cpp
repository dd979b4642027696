#include "chat/CodeGrammar.h"

#include "chat/CodeRules.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>

#include <map>
#include <optional>
#include <srchilite/formatter.h>
#include <srchilite/formattermanager.h>
#include <srchilite/highlightbuilderexception.h>
#include <srchilite/langdefmanager.h>
#include <srchilite/parserexception.h>
#include <srchilite/settings.h>
#include <srchilite/sourcehighlighter.h>
#include <sstream>

namespace chat {

namespace {

Q_LOGGING_CATEGORY(log, "inkstone.code")

// What one line may cost: two milliseconds at most, where a plain line takes some microseconds.
constexpr qint64 stepsPerLine = 120'000;
// States within states (comments in comments, markup in markup).
constexpr size_t maximumDepth = 64;

// The names of elements in the language files, the system's and ours; any other is plain.
struct Element
{
    const char *name;
    CodeKind kind;
};
using enum CodeKind;
constexpr Element elements[] = {
    {"atom", String},
    {"argument", Type},
    {"attribute", Type},
    {"classname", Type},
    {"comment", Comment},
    {"date", Number},
    {"deleted", Deleted},
    {"difflines", Type},
    {"file", String},
    {"function", Function},
    {"inserted", Inserted},
    {"ip", Number},
    {"key", Type},
    {"keyword", Keyword},
    {"label", Type},
    {"math", String},
    {"newfile", Inserted},
    {"number", Number},
    {"oldfile", Deleted},
    {"optionalargument", Type},
    {"path", String},
    {"port", Number},
    {"predef_func", Function},
    {"predef_var", Type},
    {"preproc", Keyword},
    {"property", Type},
    {"regexp", String},
    {"section", Keyword},
    {"selector", Type},
    {"specialchar", String},
    {"string", String},
    {"time", Number},
    {"todo", Comment},
    {"twonumbers", Number},
    {"type", Type},
    {"url", String},
    {"usertype", Type},
    {"value", String},
    {"variable", Type},
};

// Where the colours of a line gather. The library hands over all of the line, piece by piece.
struct Palette
{
    QList<CodeSpan> spans;
    int length = 0;

    void add(int size, std::optional<CodeKind> kind)
    {
        const int start = std::exchange(length, length + size);
        if (!kind)
            return;
        if (!spans.isEmpty() && spans.last().kind == *kind &&
            spans.last().start + spans.last().length == start)
            spans.last().length += size;
        else
            spans.append(CodeSpan{start, size, *kind});
    }
};

class Brush : public srchilite::Formatter
{
public:
    Brush(Palette &palette, std::optional<CodeKind> kind)
        : m_palette(palette)
        , m_kind(kind)
    {
    }
    void format(const std::string &text, const srchilite::FormatterParams *) override
    {
        m_palette.add(static_cast<int>(text.size()), m_kind);
    }

private:
    Palette &m_palette;
    std::optional<CodeKind> m_kind;
};

// The library asks for a brush by the name of an element.
class Brushes : public srchilite::FormatterManager
{
public:
    explicit Brushes(Palette &palette)
        : FormatterManager(srchilite::FormatterPtr(new Brush(palette, std::nullopt)))
    {
        for (const Element &element : elements)
            addFormatter(element.name, srchilite::FormatterPtr(new Brush(palette, element.kind)));
    }
};

// One byte a character, so that places agree: letters outside ASCII are part of words, as '_' is; signs are
// not.
std::string bytesOf(QStringView line)
{
    std::string bytes;
    bytes.reserve(static_cast<size_t>(line.size()));
    for (const QChar c : line) {
        const char16_t code = c.unicode();
        if (code == u'\t' || (code >= 0x20 && code < 0x7f))
            bytes.push_back(static_cast<char>(code));
        else if (code <= 0x9f || c.isSpace())
            bytes.push_back(' ');
        else
            bytes.push_back(c.isLetterOrNumber() || c.isMark() || c.isSurrogate() ? '_' : '\x7f');
    }
    return bytes;
}

// Errors of the library know where they stand only when they are printed.
template <typename Error>
void warn(const CodeLanguage &language, const Error &error)
{
    std::ostringstream words;
    words << error;
    qCWarning(log).noquote() << "No colours for" << language.label << QString::fromStdString(words.str());
}

// Beside the program, as installed and as built; both have share/ next to the folder of the program.
QString ourFolder()
{
    return QDir::cleanPath(QCoreApplication::applicationDirPath() +
                           QStringLiteral("/../share/inkstone/languages"));
}

} // namespace

struct CodeGrammar::Place
{
    srchilite::HighlightStatePtr state;
    srchilite::HighlightStateStack stack;
    int exhausted = 0; // lines before that took more than their steps
};

struct CodeGrammar::Machine
{
    StepMeter meter;
    BoundedRules rules{meter};
    Palette palette;
    Brushes brushes{palette};
    srchilite::HighlightStatePtr main;
};

CodeGrammar::CodeGrammar(std::unique_ptr<Machine> machine)
    : m_machine(std::move(machine))
{
}

CodeGrammar::~CodeGrammar() = default;

const CodeGrammar *CodeGrammar::of(const CodeLanguage &language)
{
    static std::map<std::string, std::unique_ptr<CodeGrammar>> grammars;
    const std::string file = std::string(language.file) + ".lang";
    const auto known = grammars.find(file);
    if (known != grammars.end())
        return known->second.get();
    std::unique_ptr<CodeGrammar> grammar;
    const std::string folder = language.source == CodeLanguage::Source::System
                                   ? srchilite::Settings::getDefaultDataDir()
                                   : QFile::encodeName(ourFolder()).toStdString();
    auto machine = std::make_unique<Machine>();
    try {
        machine->main = srchilite::LangDefManager(&machine->rules).getHighlightState(folder, file);
        grammar.reset(new CodeGrammar(std::move(machine)));
    } catch (const srchilite::ParserException &error) {
        warn(language, error);
    } catch (const srchilite::HighlightBuilderException &error) {
        warn(language, error);
    } catch (const std::exception &error) {
        warn(language, error.what());
    }
    return grammars.emplace(file, std::move(grammar)).first->second.get();
}

CodeGrammar::Line CodeGrammar::read(QStringView line, const State &start) const
{
    if (start && start->exhausted >= patience)
        return {{}, start};
    const std::string bytes = bytesOf(line.first(std::min<qsizetype>(line.size(), maximumLine)));
    Machine &machine = *m_machine;
    machine.palette = {};
    machine.meter.begin(bytes.data(), stepsPerLine);
    const Place before = start ? *start : Place{machine.main, {}, 0};
    srchilite::SourceHighlighter highlighter(machine.main);
    highlighter.setCurrentState(before.state);
    highlighter.setFormatterManager(&machine.brushes);
    *highlighter.getStateStack() = before.stack;
    bool isExhausted = false;
    try {
        highlighter.highlightParagraph(bytes);
    } catch (const std::exception &) {
        // Too many steps, or too many for the library of regular expressions: the rest of the line is plain.
        isExhausted = true;
    }
    Line result{std::move(machine.palette.spans), start};
    const srchilite::HighlightStateStack &stack = *highlighter.getStateStack();
    if (isExhausted) {
        result.end = std::make_shared<Place>(before.state, before.stack, before.exhausted + 1);
    } else if (line.size() <= maximumLine && stack.size() <= maximumDepth &&
               (highlighter.getCurrentState() != before.state || stack != before.stack)) {
        result.end = std::make_shared<Place>(highlighter.getCurrentState(), stack, before.exhausted);
    }
    return result;
}

} // namespace chat
