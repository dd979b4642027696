// A conversation of 10,000 messages in our own window, from the store. Usage: history URL HOME fill makes it
// in HOME and prints nothing; history URL HOME keys opens it and lets key_latency write in it; history URL
// HOME SECONDS opens it, scrolls, jumps, resizes, rests for so long and prints what each took.
#include "benchmarks/Desk.h"
#include "common/Heap.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QWheelEvent>

namespace {

constexpr int count = 10'000;

void fill(bench::Desk &desk)
{
    chat::Conversation conversation;
    conversation.id = chat::newId();
    conversation.title = QStringLiteral("A long one");
    conversation.model = QStringLiteral("first-50");
    conversation.created = conversation.updated = QDateTime::currentDateTimeUtc();
    QList<chat::Message> messages;
    for (int i = 0; i < count; ++i) {
        chat::Message message;
        message.id = chat::newId();
        message.parentId = conversation.leafId;
        message.created = conversation.created;
        if (i % 2 == 0) {
            message.text = QStringLiteral("Question %1, what is it about?").arg(i);
        } else {
            message.role = backend::Role::Assistant;
            message.model = conversation.model;
            message.text =
                QStringLiteral("The answer to **%1** is in `code`, and it goes on over a second line "
                               "of the column, as answers do. 也有一些中文。\n\n"
                               "- a first point\n- a second one\n\n"
                               "```python\nprint(%1)\n```\n")
                    .arg(i);
        }
        conversation.leafId = message.id;
        messages.append(message);
    }
    desk.core.store().save(conversation, messages);
    bool isDone = false;
    desk.core.store().flush(&desk.window, [&isDone] { isDone = true; });
    bench::until([&isDone] { return isDone; });
}

double open(bench::Desk &desk)
{
    const chat::ConversationList &list = desk.core.conversations();
    chat::Id id = 0;
    for (int row = 0; row < list.rowCount(); ++row)
        id = std::max(id, list.index(row).data(chat::ConversationList::IdRole).value<chat::Id>());
    QElapsedTimer time;
    time.start();
    desk.page.openConversation(id);
    const auto untilPainted = [&] {
        bench::until(
            [&] { return desk.transcript.isUpToDate() && desk.transcript.counters().messagesLoaded > 0; });
        QCoreApplication::processEvents();
        QGuiApplication::sync();
    };
    untilPainted();
    const double result = static_cast<double>(time.nsecsElapsed()) / 1e6;
    desk.checkScreen();
    bench::until([&] { return desk.session().isLoaded(); });
    untilPainted();
    desk.checkScreen();
    if (desk.session().transcript().rowCount() != count)
        qFatal("not all messages came");
    return result;
}

// One turn of the wheel upwards from where the view is; CPU of the GUI thread.
double wheel(bench::Desk &desk)
{
    QWidget *viewport = desk.transcript.viewport();
    const QPointF middle = viewport->rect().center();
    const double before = bench::threadMilliseconds();
    QWheelEvent event(middle, viewport->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(viewport, &event);
    QCoreApplication::processEvents();
    return bench::threadMilliseconds() - before;
}

QJsonObject measure(bench::Desk &desk, int seconds)
{
    bench::rest(std::chrono::seconds(3));
    const double idle = bench::megabytes();
    QJsonObject result{{QStringLiteral("open"), open(desk)}};
    QScrollBar *bar = desk.transcript.verticalScrollBar();
    QJsonArray wheels;
    for (int turn = 0; turn < 1000; ++turn) {
        wheels.append(wheel(desk));
        if (turn % 100 == 0)
            desk.checkScreen();
    }
    QJsonArray jumps;
    QRandomGenerator random(1);
    for (int i = 0; i < 100; ++i) {
        jumps.append(bench::shown([&] { bar->setValue(random.bounded(bar->maximum())); }));
        desk.checkScreen();
    }
    for (int part = 0; part <= 2000; ++part) // end to end
        bench::shown([&] { bar->setValue(static_cast<int>(qint64{bar->maximum()} * part / 2000)); });
    result[QStringLiteral("memory")] = bench::megabytes() - idle;
    QJsonArray resizes;
    for (int step = 0; step <= 50; ++step)
        resizes.append(bench::shown([&] { desk.window.resize(800 + 8 * step, 840); }));
    bench::rest(std::chrono::seconds(1));
    const double cpu = bench::cpuSeconds();
    const qint64 paints = desk.transcript.counters().paints;
    bench::rest(std::chrono::seconds(seconds));
    result[QStringLiteral("idleCpu")] = 100 * (bench::cpuSeconds() - cpu) / seconds;
    result[QStringLiteral("idlePaints")] = desk.transcript.counters().paints - paints;
    result[QStringLiteral("wheels")] = wheels;
    result[QStringLiteral("jumps")] = jumps;
    result[QStringLiteral("resizes")] = resizes;
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    ui::giveBackLargeBlocks();
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    bench::Desk desk(arguments.at(1), QDir(arguments.at(2)));
    if (arguments.at(3) == QLatin1String("fill")) {
        fill(desk);
    } else if (arguments.at(3) == QLatin1String("keys")) {
        open(desk);
        return desk.takeKeys();
    } else {
        bench::print(measure(desk, arguments.at(3).toInt()));
    }
    return 0;
}
