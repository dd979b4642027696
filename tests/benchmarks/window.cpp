// Our own window, measured from inside. Usage: window URL MODE [ARGUMENT …]; the modes are the functions
// below. Each prints one JSON object.
#include "benchmarks/Desk.h"

#include <QApplication>
#include <QKeyEvent>
#include <QTemporaryDir>

#include <functional>

namespace {

// One answer: its CPU from send to the last token's pixels, of the whole process and for each update.
QJsonObject stream(bench::Desk &desk, const QStringList &arguments)
{
    const bench::Updates updates(*desk.transcript.viewport());
    const double before = bench::cpuSeconds();
    desk.ask(arguments.at(0));
    desk.waitForAnswer();
    QGuiApplication::sync();
    const double cpu = bench::cpuSeconds() - before;
    return {{QStringLiteral("cpu"), cpu},
            {QStringLiteral("updates"), updates.costs()},
            {QStringLiteral("text"), desk.text()}};
}

// N answers in one conversation: milliseconds from the key to the pixels of the first token.
QJsonObject first(bench::Desk &desk, const QStringList &arguments)
{
    QJsonArray times;
    desk.page.useModel(arguments.at(0));
    for (int left = arguments.at(1).toInt(); left > 0; --left) {
        auto *composer = desk.page.findChild<ui::ComposerEdit *>();
        composer->setPlainText(QStringLiteral("Go on."));
        bench::rest();
        QElapsedTimer time;
        time.start();
        QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QCoreApplication::sendEvent(composer, &enter);
        bench::until([&] { return !desk.answer().text.isEmpty() && desk.transcript.isUpToDate(); });
        QCoreApplication::processEvents(); // the paint
        QGuiApplication::sync();
        times.append(static_cast<double>(time.nsecsElapsed()) / 1e6);
        desk.checkScreen();
        desk.waitForAnswer();
    }
    return {{QStringLiteral("milliseconds"), times}};
}

using Mode = std::function<QJsonObject(bench::Desk &, const QStringList &)>;
const QHash<QString, Mode> modes{{QStringLiteral("stream"), stream}, {QStringLiteral("first"), first}};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QTemporaryDir home;
    bench::Desk desk(arguments.at(1), QDir(home.path()));
    bench::print(modes.value(arguments.at(2))(desk, arguments.sliced(3)));
}
