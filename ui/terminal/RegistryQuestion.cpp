#include "terminal/RegistryQuestion.h"

#include "base/ModelName.h"
#include "base/Text.h"

#include <QCoreApplication>
#include <QTextStream>

namespace ui {
namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::RegistryQuestion)
};

} // namespace

std::optional<ExitCode> askAboutRegistry(const CommandLine &command, InputFrom kind, QTextStream &input,
                                         QIODevice &errors)
{
    const auto name = base::parseModelName(command.subject);
    if (command.isAgreed || !name || !name->isForeign()) // a malformed name is refused by the pull
        return std::nullopt;
    const auto say = [&errors](const QString &line) { errors.write(line.toUtf8() + '\n'); };
    const QString host = base::displayLine(name->host, 80);
    say(Words::tr("%1 is not in Ollama’s own library. The server would download it from %2, where anyone may "
                  "have put it.")
            .arg(base::displayLine(command.subject, 80), host));
    if (kind == InputFrom::Program) {
        say(Words::tr("Nothing was pulled. Add --yes to say that %1 is meant.").arg(host));
        return ExitCode::WrongOptions;
    }
    const QString question =
        Words::tr("Pull it from %1? [y/N]", "Keep y and N: they are what is typed").arg(host);
    errors.write(question.toUtf8() + ' ');
    const QString answer = input.readLine().trimmed().toLower();
    if (answer == "y"_L1 || answer == "yes"_L1)
        return std::nullopt;
    say(Words::tr("Nothing was pulled."));
    return ExitCode::Stopped;
}

} // namespace ui
