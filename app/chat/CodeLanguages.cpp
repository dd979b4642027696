#include "chat/CodeLanguages.h"

#include <QHash>
#include <QStringList>

namespace chat {

namespace {

using enum CodeLanguage::Source;

constexpr CodeLanguage languages[] = {
    {"asm assembly nasm gas s x86asm armasm arm riscv", "Assembly", "assembly"},
    {"bash", "Bash", "shell"},
    {"bat batch cmd dos", "Batch", "batch"},
    {"c h", "C", "c"},
    {"c++ cc cpp cxx hpp hxx hh ino arduino cuda cu", "C++", "cpp"},
    {"c# cs csharp", "C#", "csharp"},
    {"clj clojure cljs edn", "Clojure", "lisp"},
    {"cmake", "CMake", "cmake"},
    {"console shell-session shellsession sh-session terminal", "Console", "console"},
    {"css", "CSS", "css"},
    {"dart", "Dart", "dart"},
    {"diff patch udiff", "Diff", "diff"},
    {"docker dockerfile containerfile", "Dockerfile", "dockerfile"},
    {"elixir ex exs heex", "Elixir", "elixir"},
    {"elm", "Elm", "haskell"},
    {"emacs-lisp elisp el", "Emacs Lisp", "lisp"},
    {"erl erlang", "Erlang", "erlang"},
    {"f# fs fsharp fsx", "F#", "fsharp"},
    {"fish", "fish", "shell"},
    {"glsl frag vert", "GLSL", "glsl"},
    {"go golang", "Go", "go"},
    {"gql graphql", "GraphQL", "graphql"},
    {"gradle groovy jenkinsfile", "Groovy", "groovy"},
    {"haskell hs", "Haskell", "haskell"},
    {"hcl terraform tf", "HCL", "hcl"},
    {"hlsl", "HLSL", "glsl"},
    {"htm html xhtml handlebars hbs jinja jinja2", "HTML", "html"},
    {"http", "HTTP", "http"},
    {"cfg conf config desktop dotenv editorconfig env ini inf properties systemd unit", "INI", "ini"},
    {"java", "Java", "java"},
    {"cjs ecmascript javascript js mjs node", "JavaScript", "javascript"},
    {"jsx", "JSX", "javascript"},
    {"jl julia", "Julia", "julia"},
    {"json json5 geojson ipynb jsonl ndjson webmanifest", "JSON", "json"},
    {"jsonc", "JSON", "json"},
    {"kotlin kt kts", "Kotlin", "kotlin"},
    {"latex tex bibtex", "LaTeX", "latex"},
    {"less", "Less", "css"},
    {"common-lisp commonlisp cl lisp", "Lisp", "lisp"},
    {"lua luau", "Lua", "lua"},
    {"make makefile mk mak gnumake", "Makefile", "make"},
    {"markdown md mdx", "Markdown", "markdown"},
    {"matlab octave", "MATLAB", "matlab"},
    {"nginx nginxconf", "nginx", "nginx"},
    {"nix", "Nix", "nix"},
    {"objc objective-c objectivec mm obj-c", "Objective-C", "objectivec"},
    {"ml ocaml", "OCaml", "fsharp"},
    {"perl pl pm", "Perl", "perl"},
    {"php", "PHP", "php"},
    {"posh powershell ps ps1 psm1 pwsh", "PowerShell", "powershell"},
    {"proto protobuf proto3", "Protocol Buffers", "protobuf"},
    {"py py3 python python3 pyi ipython sage starlark bazel", "Python", "python"},
    {"r rscript", "R", "r"},
    {"racket rkt", "Racket", "lisp"},
    {"rb ruby gemfile rake", "Ruby", "ruby"},
    {"rs rust", "Rust", "rust"},
    {"sass scss", "SCSS", "css"},
    {"scala sbt sc", "Scala", "scala"},
    {"scheme scm guile", "Scheme", "lisp"},
    {"sh shell zsh ksh ash dash shellscript", "Shell", "shell"},
    {"sol solidity", "Solidity", "solidity"},
    {"sql mysql postgres postgresql psql plsql plpgsql sqlite sqlite3 tsql duckdb hql", "SQL", "sql"},
    {"svelte", "Svelte", "html"},
    {"swift", "Swift", "swift"},
    {"toml", "TOML", "toml"},
    {"cts mts ts typescript", "TypeScript", "typescript"},
    {"tsx", "TSX", "typescript"},
    {"sv systemverilog verilog v", "Verilog", "verilog"},
    {"vhd vhdl", "VHDL", "vhdl"},
    {"vb vba vbnet vbscript vb.net", "Visual Basic", "vb"},
    {"vue", "Vue", "html"},
    {"wgsl", "WGSL", "glsl"},
    {"atom plist rss svg xaml xml xsd xsl xslt wsdl kml", "XML", "xml"},
    {"yaml yml docker-compose", "YAML", "yaml"},
    {"zig", "Zig", "zig"},
    {"ada adb ads", "Ada", "ada", System},
    {"applescript osascript", "AppleScript", "applescript", System},
    {"awk gawk", "Awk", "awk", System},
    {"bison yacc", "Bison", "bison", System},
    {"cobol cbl cob", "COBOL", "cobol", System},
    {"coffee coffeescript", "CoffeeScript", "coffeescript", System},
    {"d dlang", "D", "d", System},
    {"f f77 f90 f95 fortran for", "Fortran", "fortran", System},
    {"haxe hx", "Haxe", "haxe", System},
    {"lilypond ly", "LilyPond", "lilypond", System},
    {"logtalk lgt", "Logtalk", "logtalk", System},
    {"m4", "M4", "m4", System},
    {"delphi pas pascal objectpascal", "Pascal", "pascal", System},
    {"gettext po pot", "gettext", "po", System},
    {"postscript eps", "PostScript", "postscript", System},
    {"prolog swipl", "Prolog", "prolog", System},
    {"spec rpm-spec", "RPM spec", "spec", System},
    {"sml standard-ml", "Standard ML", "sml", System},
    {"tcl tk", "Tcl", "tcl", System},
    {"texinfo texi", "Texinfo", "texinfo", System},
    {"vala vapi", "Vala", "vala", System},
    {"vim viml vimscript", "Vim script", "vim", System},
    {"none plain plaintext text txt", "Text", ""},
    {"log logs output stdout", "Output", ""},
    {"csv", "CSV", ""},
    {nullptr, nullptr, nullptr},
};

// "{.python .numberLines}" and "Python title=x" are both about python.
QString nameIn(QStringView info)
{
    qsizetype begin = 0;
    while (begin < info.size() && (info[begin].isSpace() || info[begin] == u'{' || info[begin] == u'.'))
        ++begin;
    qsizetype end = begin;
    while (end < info.size() && !info[end].isSpace() && !QStringView(u"{}:,;(").contains(info[end]))
        ++end;
    return info.sliced(begin, end - begin).toString().toLower();
}

} // namespace

const CodeLanguage *codeLanguage(QStringView info)
{
    static const auto table = [] {
        QHash<QString, const CodeLanguage *> result;
        for (const CodeLanguage *language = languages; language->names != nullptr; ++language) {
            for (const QString &name : QString::fromLatin1(language->names).split(u' '))
                result.insert(name, language);
        }
        return result;
    }();
    return table.value(nameIn(info), nullptr);
}

QString codeLabel(const QString &info)
{
    const CodeLanguage *language = codeLanguage(info);
    return language != nullptr ? QString::fromLatin1(language->label) : info;
}

const CodeLanguage *codeLanguages()
{
    return languages;
}

} // namespace chat
