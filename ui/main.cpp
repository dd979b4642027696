// Composition root: builds the objects, passes references, no logic.
#include "MainWindow.h"
#include "common/Appearance.h"
#include "common/Heap.h"
#include "common/Icons.h"
#include "common/Language.h"
#include "common/PopupsAccessible.h"
#include "common/Signals.h"
#include "common/SingleInstance.h"
#include "core/Core.h"
#include "core/FirstServer.h"
#include "pictures/PictureReader.h"
#include "terminal/CommandLine.h"
#include "terminal/Terminal.h"

#include <QApplication>
#include <QFileInfo>
#include <QTimer>

#include <cstdlib>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace {

settings::Environment environment()
{
    return settings::processEnvironment(QProcessEnvironment::systemEnvironment());
}

// A key may be in memory: no core file is to hold it, and no other program of this account to read it there
// (reliability.md T22). A debugger that starts the program itself still can; the leak check at the end of a
// sanitizer's run could not.
void keepMemoryPrivate()
{
#ifndef __SANITIZE_ADDRESS__
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

int runInTerminal(const ui::CommandLine &command, int &argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    settings::SettingsStore settings(ui::Places::standard().settingsFile);
    const settings::Environment said = environment();
    settings.setEnvironment(said);
    ui::Language language;
    language.apply(settings.values().language);
    return ui::runTerminal(command, settings, ui::serverEnvironment(said));
}

int runWindow(int &argc, char **argv)
{
    QApplication application(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral("org.inkstone.Inkstone"));
    QGuiApplication::setWindowIcon(ui::appIcon());
    ui::exposePopups();

    const ui::Places places = ui::Places::standard();
    const ui::SingleInstance instance(QFileInfo(places.databaseFile).absolutePath());
    if (instance.role() == ui::SingleInstance::Role::Second)
        return EXIT_SUCCESS;

    ui::Core core(places, environment());
    ui::Language language;
    ui::Appearance appearance;
    language.apply(core.settings().values().language);
    appearance.apply(core.settings().values());
    QObject::connect(&core.settings(), &settings::SettingsStore::changed, &application,
                     [&](settings::Key key) {
                         if (key == settings::Key::Language)
                             language.apply(core.settings().values().language);
                         appearance.apply(core.settings().values());
                     });

    ui::MainWindow window(core);
    const ui::Signals signals;
    QObject::connect(&signals, &ui::Signals::endRequested, &window, &ui::MainWindow::closeAtOnce);
    QObject::connect(&instance, &ui::SingleInstance::raiseRequested, &window, &ui::MainWindow::raiseToFront);
    window.QWidget::show();
    // The window is up before anything talks to a server.
    QTimer::singleShot(0, &core, &ui::Core::start);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    // What this program writes is the person's alone.
    umask(S_IRWXG | S_IRWXO);
    keepMemoryPrivate();
    ui::giveBackLargeBlocks();
    if (ui::isPictureReader(argc, argv))
        ui::readPicture(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("inkstone"));
    QCoreApplication::setApplicationVersion(QStringLiteral(INKSTONE_VERSION));
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const ui::CommandLine command = ui::parseCommandLine(arguments);
    return command.isTerminalRun() ? runInTerminal(command, argc, argv) : runWindow(argc, argv);
}
