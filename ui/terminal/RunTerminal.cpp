// runTerminal(): the composition root of the terminal form.
#include "base/ServerUrl.h"
#include "common/EnvironmentWords.h"
#include "common/Signals.h"
#include "core/Core.h"
#include "core/FirstServer.h"
#include "core/MakeBackend.h"
#include "net/Http.h"
#include "settings/Secrets.h"
#include "settings/SettingsStore.h"
#include "terminal/EngineForCommand.h"
#include "terminal/LogTerminal.h"
#include "terminal/RegistryQuestion.h"
#include "terminal/Terminal.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <cstdio>
#include <unistd.h>

namespace ui {
namespace {

int code(ExitCode exit)
{
    return static_cast<int>(exit);
}

int runCommand(const CommandLine &command, const settings::SettingsStore &store,
               const server::ServerEnvironment &environment, QIODevice &output, QIODevice &errors)
{
    for (const settings::EnvironmentComplaint &complaint : store.leftOut())
        errors.write(leftOutText(complaint).toUtf8() + '\n');
    const Places places = Places::standard();
    privacy::Ledger ledger(places.contactsFile(), privacy::Ledger::Program::Command);
    net::Http http(&ledger);
    const server::ServerProfiles profiles(places.serversFile(), firstServer(store), environment);
    const server::ServerProfile &profile = profiles.current();
    server::ServerBackend backend(backendsOver(http), profile.access(environment.keyFor(profile.url)));
    backend.setNamedModel(profile.defaultModel);
    settings::Settings values = store.values();
    if (!profile.defaultModel.isEmpty())
        values.defaultModel = profile.defaultModel;
    const auto kind = isatty(STDERR_FILENO) ? Terminal::ErrorsGoTo::Screen : Terminal::ErrorsGoTo::File;
    server::Probe probe(http, [&http](const base::Access &access) {
        return std::make_unique<server::ServerBackend>(backendsOver(http), access);
    });
    Terminal terminal(backend, probe, values, output, errors, kind);
    terminal.setAnswerTimeout(profiles.firstByteTimeout(profile));
    const Signals signals;
    QObject::connect(&signals, &Signals::endRequested, &terminal, &Terminal::stop);
    QObject::connect(&terminal, &Terminal::done, &terminal,
                     [](ExitCode exit) { QCoreApplication::exit(code(exit)); });
    EngineForCommand engine(backend, errors);
    engine.engine().setPlaces(places.enginePlaces);
    const server::EngineSettings engineSettings(places.engineFile());
    engine.engine().setEnvironment(engineSettings.environment());
    engine.engine().setProgram(engineSettings.program());
    QObject::connect(&engine, &EngineForCommand::ready, &terminal, [&] { terminal.run(command); });
    settings::Secrets secrets;
    if (!profile.hasKey || !backend.access().key.isEmpty()) {
        engine.prepare();
        return QCoreApplication::exec();
    }
    auto *reading = secrets.read({profile.id, profile.url}, &terminal, settings::Secrets::Kept::Yes);
    QObject::connect(reading, &settings::SecretOperation::finished, &terminal, [&](const QByteArray &key) {
        backend.setAccess(profile.access(key));
        engine.prepare();
    });
    QObject::connect(reading, &base::Operation::failed, &terminal, [&](const base::Error &error) {
        const ErrorText words = errorText(error, Doing::KeepingSettings, {}, {});
        errors.write(QStringLiteral("%1 %2\n").arg(words.what, words.next).toUtf8());
        engine.prepare(); // the server tells whether it needs one
    });
    return QCoreApplication::exec();
}

} // namespace

int runTerminal(const CommandLine &command, const settings::SettingsStore &store,
                const server::ServerEnvironment &environment)
{
    QFile output;
    QFile errors;
    // Unbuffered: an answer shows as it comes.
    if (!output.open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered) ||
        !errors.open(STDERR_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return code(ExitCode::Failed);

    switch (command.action) {
    case CommandLine::Action::Help:
        output.write(helpText().toUtf8());
        return code(ExitCode::Done);
    case CommandLine::Action::Version:
        output.write("Inkstone " INKSTONE_VERSION "\n");
        return code(ExitCode::Done);
    case CommandLine::Action::Wrong:
        errors.write(wrongText(QCoreApplication::arguments()).toUtf8() + '\n');
        return code(ExitCode::WrongOptions);
    case CommandLine::Action::AnalyzeLog:
        return code(analyzeLog(command.subject, output, errors));
    case CommandLine::Action::Pull: {
        // Nothing has begun yet that the wait for an answer would hold up.
        QTextStream input(stdin);
        const auto kind = isatty(STDIN_FILENO) ? InputFrom::Person : InputFrom::Program;
        if (const auto refused = askAboutRegistry(command, kind, input, errors))
            return code(*refused);
        return runCommand(command, store, environment, output, errors);
    }
    default:
        return runCommand(command, store, environment, output, errors);
    }
}

} // namespace ui
