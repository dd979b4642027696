// A message that ends the program while it is read: after two times it is shown as plain text, and the rest
// of the conversation as ever. The program that ends is this one, started anew on the same data; the entry of
// md4c is replaced here, so that words of a text kill or hang whoever reads it, as a bug would.
#include "chat/ConversationRows.h"
#include "chat/CrashRecord.h"
#include "common/Language.h"
#include "support/Desk.h"
#include "support/FakeOllama.h"
#include "support/Transcripts.h"

#include <QAccessible>
#include <QApplication>
#include <QPaintEngine>
#include <QPainter>
#include <QProcess>
#include <QSet>

#include <csignal>
#include <cstdio>
#include <dlfcn.h>
#include <md4c.h>
#include <string_view>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace {

bool isVictim = false; // this process may end
bool wasRead = false;  // what would have ended it

constexpr chat::Id conversationId = 50;

void suffer(std::string_view text)
{
    const bool kills = text.find("KILLS") != text.npos;
    if (!kills && text.find("HANGS") == text.npos)
        return;
    wasRead = true;
    if (!isVictim)
        return;
    if (kills) {
        static_cast<void>(std::signal(SIGSEGV, SIG_DFL));
        static_cast<void>(std::raise(SIGSEGV));
    }
    std::puts("hangs");
    std::fflush(stdout);
    while (true) {
        static volatile int busy = 0;
        busy = busy + 1;
    }
}

bool open(const support::Desk &desk)
{
    const auto isListed = [&] { return desk.core->conversations().rowCount() > 0; };
    if (!QTest::qWaitFor(isListed))
        return false;
    desk.chats()->openConversation(conversationId);
    return QTest::qWaitFor([&] { return desk.transcript().rowCount() == 4; });
}

// Opens the conversation and looks at it. Ends by itself where it can.
int look(const QString &folder, int &argc, char **argv)
{
    isVictim = true;
    constexpr rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    const QApplication application(argc, argv);
    const support::FakeOllama server;
    support::Desk desk(server.url(), folder);
    auto *view = desk.chats()->findChild<ui::TranscriptView *>();
    const bool isShown = open(desk) && QTest::qWaitFor([view] { return view->isUpToDate(); });
    desk.stop();
    return isShown ? 0 : 2;
}

// A painter on it is told which message is named whenever text comes.
class Witness : public QPaintDevice, public QPaintEngine
{
public:
    explicit Witness(const chat::CrashRecord &record)
        : QPaintEngine(AllFeatures)
        , m_record(record)
    {
    }
    QSet<chat::Id> named;

    QPaintEngine *paintEngine() const override { return const_cast<Witness *>(this); }
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawPath(const QPainterPath &) override {}
    void drawTextItem(const QPointF &, const QTextItem &) override { named.insert(m_record.atWork()); }
    Type type() const override { return User; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        return metric == PdmWidth || metric == PdmHeight ? 2000 : metric == PdmDevicePixelRatio ? 1 : 96;
    }

private:
    const chat::CrashRecord &m_record;
};

} // namespace

extern "C" int md_parse(const MD_CHAR *text, MD_SIZE size, const MD_PARSER *parser, void *user)
{
    using Parse = int (*)(const MD_CHAR *, MD_SIZE, const MD_PARSER *, void *);
    static const auto real =
        reinterpret_cast<Parse>(dlsym(dlopen("libmd4c.so.0", RTLD_LAZY | RTLD_LOCAL), "md_parse"));
    suffer(std::string_view(text, size));
    return real(text, size, parser, user);
}

class TestPoisonousMessage : public QObject
{
    Q_OBJECT

    support::TempHome m_home;
    ui::Language m_language;

    static QAccessibleInterface *message(ui::TranscriptView *view, int row)
    {
        return QAccessible::queryAccessibleInterface(view)->child(row);
    }
    static QAccessibleInterface *button(QAccessibleInterface *message, const QString &name)
    {
        for (int i = 0; i < message->childCount(); ++i) {
            if (message->child(i)->text(QAccessible::Name) == name)
                return message->child(i);
        }
        return nullptr;
    }
    static void fill(const QString &database, const QString &poison)
    {
        chat::ConversationStore store(database);
        chat::Conversation conversation;
        conversation.id = conversationId;
        conversation.leafId = 4;
        conversation.created = conversation.updated = QDateTime::currentDateTimeUtc();
        QList<chat::Message> messages{support::question(1, u"First?"_s),
                                      support::answer(2, u"A **good** one."_s),
                                      support::question(3, u"Second?"_s), support::answer(4, poison)};
        for (qsizetype i = 1; i < messages.size(); ++i)
            messages[i].parentId = messages[i - 1].id;
        store.save(conversation, messages);
        QObject context;
        bool isDone = false;
        store.flush(&context, [&isDone] { isDone = true; });
        QTRY_VERIFY(isDone);
    }
    // Another run of the program: true where it came to its end.
    static void run(const QString &folder, bool isKilled, bool endsWell)
    {
        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QCoreApplication::applicationFilePath(), {u"--look"_s, folder});
        QVERIFY(program.waitForStarted());
        if (isKilled && !endsWell) {
            QByteArray said;
            QTRY_VERIFY_WITH_TIMEOUT((program.waitForReadyRead(100), said += program.readAllStandardOutput(),
                                      said.contains("hangs")),
                                     20'000);
            program.kill();
        }
        QVERIFY(program.waitForFinished(20'000));
        QCOMPARE(program.exitStatus(), endsWell ? QProcess::NormalExit : QProcess::CrashExit);
        QVERIFY(!endsWell || program.exitCode() == 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        support::hideEngines(m_home);
        m_language.apply(u"en"_s);
    }

    void isShownPlainAfterItEndedTheProgramTwice_data()
    {
        QTest::addColumn<QString>("poison");
        QTest::addColumn<bool>("isKilled");
        QTest::newRow("a crash") << u"# It\n\nAn answer that **KILLS** the reader.\n"_s << false;
        QTest::newRow("a hang") << u"# It\n\nAn answer that **HANGS** the reader.\n"_s << true;
    }
    void isShownPlainAfterItEndedTheProgramTwice()
    {
        QFETCH(QString, poison);
        QFETCH(bool, isKilled);
        const support::TempHome home;
        const QString folder = home.path(u"data"_s);
        fill(folder + u"/conversations.db"_s, poison);
        run(folder, isKilled, false);
        run(folder, isKilled, false);

        wasRead = false;
        const support::FakeOllama server;
        support::Desk desk(server.url(), folder);
        auto *view = desk.chats()->findChild<ui::TranscriptView *>();
        QVERIFY(open(desk));
        QTRY_VERIFY(view->isUpToDate());
        QVERIFY(!wasRead);
        QCOMPARE(message(view, 1)->text(QAccessible::Value), u"A good one."_s);
        QCOMPARE(message(view, 1)->text(QAccessible::Description), QString());
        QCOMPARE(message(view, 3)->text(QAccessible::Value),
                 QString(poison).replace(u"\n\n"_s, u"\n"_s).trimmed());
        QVERIFY(message(view, 3)->text(QAccessible::Description).startsWith(u"Shown as plain text"_s));
        view->selectAll();
        QVERIFY(view->selectedText().endsWith(poison.trimmed()));
        QVERIFY(view->selectedPlainText().contains(u"**"_s));
        QVERIFY(!wasRead);

        QVERIFY(!button(message(view, 1), u"Show formatted"_s));
        QAccessibleInterface *show = button(message(view, 3), u"Show formatted"_s);
        QVERIFY(show);
        show->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTRY_VERIFY(!message(view, 3)->text(QAccessible::Value).contains(u"**"_s));
        QVERIFY(wasRead);
        QCOMPARE(message(view, 3)->text(QAccessible::Description), QString());
        desk.stop();
        run(folder, isKilled, false); // it is what it was
        run(folder, isKilled, true);  // and plain again
    }

    void isNamedWhileItIsPainted()
    {
        const support::TempHome home;
        chat::CrashRecord record(home.path(u"crashes.state"_s));
        chat::TranscriptList list;
        list.setMessages({support::question(11, u"Why?"_s), support::answer(12, u"**So.**"_s)});
        ui::TranscriptView view;
        view.resize(700, 500);
        view.setCrashRecord(&record);
        view.setTranscript(&list);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        Witness witness(record);
        {
            QPainter painter(static_cast<QPaintDevice *>(&witness));
            view.viewport()->render(&painter);
        }
        QCOMPARE(witness.named, QSet<chat::Id>({11, 12}));
        QCOMPARE(record.atWork(), 0);
    }
};

int main(int argc, char **argv)
{
    if (argc == 3 && std::string_view(argv[1]) == "--look")
        return look(QString::fromLocal8Bit(argv[2]), argc, argv);
    QApplication application(argc, argv);
    TestPoisonousMessage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_PoisonousMessage.moc"
