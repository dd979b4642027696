// A data export of ChatGPT's shape into an empty history. Usage: imports FILE DATABASE. Prints how long
// looking through it and taking it over took, how many messages that were, and the longest pause of the
// thread that has the window.
#include "benchmarks/Measure.h"
#include "exchange/Import.h"

#include <QElapsedTimer>

namespace {

// Runs until `operation` has ended, and says how long the event loop stood still at most, in ms.
template <typename Operation>
qint64 longestPauseOf(Operation &operation)
{
    bool isDone = false;
    QObject::connect(&operation, &Operation::finished, &operation, [&] { isDone = true; });
    QObject::connect(&operation, &base::Operation::failed, &operation,
                     [](const base::Error &error) { qFatal("failed: %s", qPrintable(error.detail)); });
    qint64 longest = 0;
    QElapsedTimer since;
    since.start();
    while (!isDone) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
        longest = std::max(longest, since.restart());
    }
    return longest;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        qFatal("imports FILE DATABASE");
    chat::ConversationStore store(arguments.at(2));
    QElapsedTimer time;
    time.start();
    exchange::Preview preview;
    auto *look = new exchange::Look(store, arguments.at(1), nullptr);
    QObject::connect(look, &exchange::Look::finished, look,
                     [&](const exchange::Preview &found) { preview = found; });
    const qint64 lookPause = longestPauseOf(*look);
    const double lookSeconds = static_cast<double>(time.restart()) / 1000;
    const qint64 pause = longestPauseOf(*new exchange::Import(store, preview, nullptr));
    bench::print({{QStringLiteral("lookSeconds"), lookSeconds},
                  {QStringLiteral("seconds"), static_cast<double>(time.elapsed()) / 1000},
                  {QStringLiteral("messages"), preview.messages},
                  {QStringLiteral("pause"), std::max(lookPause, pause)}});
    return 0;
}
