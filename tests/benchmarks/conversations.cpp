// Many conversations in our own window. Usage: conversations fill FILE COUNT makes a store of so many and
// prints nothing; conversations URL HOME uses the window on HOME/c.db as a person does and prints what turns
// of the wheel over the list took, and how long each thread was in SQLite.
#include "benchmarks/Desk.h"
#include "chat/ConversationPane.h"
#include "chat/ConversationRows.h"
#include "chat/Schema.h"

#include <QListView>
#include <QScrollBar>
#include <QWheelEvent>

#include <atomic>
#include <chrono>
#include <dlfcn.h>
#include <sqlite3.h>

namespace {

using namespace Qt::StringLiterals;

// Microseconds in SQLite, of the thread of the window and of the others.
std::atomic<qint64> ofWindow = 0;
std::atomic<qint64> ofOthers = 0;

template <typename Function, typename... Arguments>
auto timed(const char *name, Arguments... arguments)
{
    static void *const library =
        dlopen("libsqlite3.so.0", RTLD_NOW); // which the driver has, not this program
    static auto *const original = reinterpret_cast<Function *>(dlsym(library, name));
    const auto start = std::chrono::steady_clock::now();
    const auto result = original(arguments...);
    const auto spent = std::chrono::steady_clock::now() - start;
    (gettid() == getpid() ? ofWindow : ofOthers) +=
        std::chrono::duration_cast<std::chrono::microseconds>(spent).count() + 1;
    return result;
}

} // namespace

// What Qt's driver calls. It finds these before the library's, for the program exports them.
extern "C" {
int sqlite3_open_v2(const char *file, sqlite3 **database, int flags, const char *vfs)
{
    return timed<decltype(sqlite3_open_v2)>("sqlite3_open_v2", file, database, flags, vfs);
}
int sqlite3_close(sqlite3 *database)
{
    return timed<decltype(sqlite3_close)>("sqlite3_close", database);
}
int sqlite3_prepare16_v2(sqlite3 *database, const void *sql, int bytes, sqlite3_stmt **statement,
                         const void **rest)
{
    return timed<decltype(sqlite3_prepare16_v2)>("sqlite3_prepare16_v2", database, sql, bytes, statement,
                                                 rest);
}
int sqlite3_step(sqlite3_stmt *statement)
{
    return timed<decltype(sqlite3_step)>("sqlite3_step", statement);
}
}

namespace {

constexpr auto model = "first-50"_L1;

void fill(const QString &path, int count)
{
    storage::Database database;
    database.open(path, chat::rows::schema()).value();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto made = database.transaction([&]() -> base::Result<void> {
        base::Result<void> saved;
        for (int n = 0; n < count && saved; ++n) {
            chat::Conversation conversation;
            conversation.id = n + 1;
            conversation.title = u"关于第 %1 个问题的对话 and what was asked"_s.arg(n);
            conversation.model = model;
            conversation.created = conversation.updated = now.addSecs(-60 * n);
            chat::Message question = chat::newMessage(backend::Role::User, 0);
            question.text = conversation.title;
            chat::Message answer = chat::newAnswer(question.id, model);
            answer.text = u"An answer of one line."_s;
            answer.state = chat::MessageState::Complete;
            conversation.leafId = answer.id;
            saved = chat::rows::save(database, conversation);
            for (const chat::Message &message : {question, answer}) {
                if (saved)
                    saved = chat::rows::save(database, conversation.id, message);
            }
        }
        return saved;
    });
    made.value();
}

double wheel(QAbstractItemView &list)
{
    QWidget *viewport = list.viewport();
    const QPointF middle = viewport->rect().center();
    const double before = bench::threadMilliseconds();
    QWheelEvent event(middle, viewport->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(viewport, &event);
    QCoreApplication::processEvents();
    return bench::threadMilliseconds() - before;
}

chat::Id idAt(const chat::ConversationList &list, int place)
{
    for (int row = 0; row < list.rowCount(); ++row) {
        const auto id = list.index(row).data(chat::ConversationList::IdRole).value<chat::Id>();
        if (id != 0 && place-- == 0)
            return id;
    }
    qFatal("the list is too short");
}

// Opens some, asks, renames, puts into the trash and searches.
void work(bench::Desk &desk)
{
    chat::ConversationList &list = desk.core.conversations();
    for (const int place : {0, 100, 500}) {
        desk.page.openConversation(idAt(list, place));
        bench::until([&] { return desk.core.sessions().current() && desk.session().isLoaded(); });
        desk.ask(QString(model));
        desk.waitForAnswer();
        desk.session().rename(u"another name"_s);
    }
    desk.core.store().moveToTrash(idAt(list, 3));
    for (const QString &words : {u"第 7"_s, u"answer"_s}) {
        bool isFound = false;
        chat::SearchQuery query;
        query.text = words;
        desk.core.store().search(&desk.window, query,
                                 [&isFound](const base::Result<chat::SearchPage> &) { isFound = true; });
        bench::until([&isFound] { return isFound; });
    }
    bool isSaved = false;
    desk.core.store().flush(&desk.window, [&isSaved] { isSaved = true; });
    bench::until([&isSaved] { return isSaved; });
    bench::rest();
}

QJsonObject measure(bench::Desk &desk)
{
    bench::rest(std::chrono::seconds(1));
    auto *view = desk.window.findChild<ui::ConversationPane *>()->findChild<QAbstractItemView *>();
    QJsonArray wheels;
    for (int turn = 0; turn < 1000; ++turn)
        wheels.append(wheel(*view));
    if (view->verticalScrollBar()->value() == 0)
        qFatal("the list does not scroll");
    work(desk);
    return {{u"wheels"_s, wheels},
            {u"window"_s, static_cast<double>(ofWindow) / 1000},
            {u"others"_s, static_cast<double>(ofOthers) / 1000}};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.at(1) == "fill"_L1) {
        fill(arguments.at(2), arguments.at(3).toInt());
        return 0;
    }
    bench::Desk desk(arguments.at(1), QDir(arguments.at(2)));
    bench::print(measure(desk));
    return 0;
}
