#include "terminal/CommandLine.h"

#include "base/Text.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace ui {
namespace {

using namespace Qt::StringLiterals;
using Action = CommandLine::Action;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::CommandLine)
};

QString valueOf(Action action, const QCommandLineParser &parser)
{
    switch (action) {
    case Action::Ask:
        return parser.value(u"ask"_s).trimmed();
    case Action::Pull:
        return parser.value(u"pull"_s).trimmed();
    case Action::Remove:
        return parser.value(u"remove"_s).trimmed();
    case Action::AnalyzeLog:
        return parser.value(u"analyze-log"_s);
    default:
        return {};
    }
}

void addOptions(QCommandLineParser &parser)
{
    const QString question = Words::tr("question");
    const QString name = Words::tr("name");
    parser.setApplicationDescription(
        Words::tr("Inkstone talks to language models that run on your own machine. Without options it opens "
                  "its window; with one of these it works in the terminal, with the same settings."));
    parser.addOptions({
        {{u"h"_s, u"help"_s}, Words::tr("Shows this text.")},
        {{u"v"_s, u"version"_s}, Words::tr("Shows the version.")},
        {u"ask"_s, Words::tr("Asks a model and prints the answer as it comes."), question},
        {u"model"_s, Words::tr("The model for --ask and --check; else the default model, or the newest."),
         name},
        {u"models"_s, Words::tr("Lists the models on the server.")},
        {u"pull"_s, Words::tr("Downloads a model to the server."), name},
        {u"yes"_s, Words::tr("Says yes where --pull would ask whether a registry is meant.")},
        {u"remove"_s, Words::tr("Removes a model from the server."), name},
        {u"check"_s, Words::tr("Checks the connection: version, models, one short answer.")},
        {u"analyze-log"_s, Words::tr("Reads a server’s log: problems, next steps, requests."),
         Words::tr("file")},
    });
}

// Qt's own options take part in making the window; QApplication reads them.
QStringList withoutQtOptions(const QStringList &arguments)
{
    static const std::array withValue = {
        u"platform"_s,   u"platformpluginpath"_s, u"platformtheme"_s, u"plugin"_s,          u"style"_s,
        u"stylesheet"_s, u"qwindowtitle"_s,       u"qwindowicon"_s,   u"qwindowgeometry"_s, u"geometry"_s,
        u"display"_s,    u"fontengine"_s,         u"session"_s};
    QStringList rest;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        const QString name = argument.startsWith("--"_L1) ? argument.sliced(2) : argument.mid(1);
        if (!argument.startsWith(u'-') || (i > 0 && (arguments[i - 1] == "--ask"_L1)))
            rest.append(argument);
        else if (std::ranges::find(withValue, name) != withValue.end())
            ++i;
        else if (name != "reverse"_L1)
            rest.append(argument);
    }
    return rest;
}

enum class Problem {
    None,
    Unreadable,
    SeveralActions,
    ModelWithoutUse,
    YesWithoutUse,
    EmptyValue,
    Unexpected
};

std::pair<CommandLine, Problem> read(QCommandLineParser &parser, const QStringList &arguments)
{
    static const std::pair<const char *, Action> actions[] = {
        {"help", Action::Help},   {"version", Action::Version},
        {"ask", Action::Ask},     {"models", Action::ListModels},
        {"pull", Action::Pull},   {"remove", Action::Remove},
        {"check", Action::Check}, {"analyze-log", Action::AnalyzeLog}};

    const CommandLine wrong{.action = Action::Wrong, .subject = {}, .model = {}};
    addOptions(parser);
    if (!parser.parse(withoutQtOptions(arguments)))
        return {wrong, Problem::Unreadable};
    if (!parser.positionalArguments().isEmpty())
        return {wrong, Problem::Unexpected};

    CommandLine result;
    for (const auto &[name, action] : actions) {
        if (!parser.isSet(QLatin1StringView(name)))
            continue;
        if (result.action != Action::Window)
            return {wrong, Problem::SeveralActions};
        result.action = action;
    }
    static constexpr std::array withValue = {Action::Ask, Action::Pull, Action::Remove, Action::AnalyzeLog};
    const bool takesValue = std::ranges::find(withValue, result.action) != withValue.end();
    result.subject = valueOf(result.action, parser);
    result.model = parser.value(u"model"_s).trimmed();
    if (takesValue && result.subject.isEmpty())
        return {wrong, Problem::EmptyValue};
    if (parser.isSet(u"model"_s) && result.action != Action::Ask && result.action != Action::Check)
        return {wrong, Problem::ModelWithoutUse};
    result.isAgreed = parser.isSet(u"yes"_s);
    if (result.isAgreed && result.action != Action::Pull)
        return {wrong, Problem::YesWithoutUse};
    return {result, Problem::None};
}

} // namespace

CommandLine parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    return read(parser, arguments).first;
}

QString helpText()
{
    QCommandLineParser parser;
    addOptions(parser);
    return parser.helpText() +
           Words::tr("\nExit codes:\n"
                     "  0    done\n"
                     "  1    the server failed, or its reply made no sense\n"
                     "  2    the options are wrong\n"
                     "  3    no connection to the server, or it broke off\n"
                     "  4    the server refuses access\n"
                     "  5    there is no such model\n"
                     "  6    the server cannot do it: memory, disk space, registry, too busy, not supported\n"
                     "  130  stopped by Ctrl+C, or by the answer no\n");
}

QString wrongText(const QStringList &arguments)
{
    QCommandLineParser parser;
    switch (read(parser, arguments).second) {
    case Problem::Unreadable:
        return base::displayLine(parser.errorText());
    case Problem::SeveralActions:
        return Words::tr("Only one of the options can be used at a time.");
    case Problem::ModelWithoutUse:
        return Words::tr("--model goes with --ask or --check.");
    case Problem::YesWithoutUse:
        return Words::tr("--yes goes with --pull.");
    case Problem::EmptyValue:
        return Words::tr("The option needs a value that is not empty.");
    case Problem::Unexpected:
        return Words::tr("“%1” is no option of this program.")
            .arg(base::displayLine(parser.positionalArguments().constFirst(), 80));
    case Problem::None:
        break;
    }
    return {};
}

} // namespace ui
