// Pictures of the transcript: a document of every construct, complete and halfway through each, and what a
// reader does with it, in the real window on a scripted server. The scale is the process's
// (QT_SCALE_FACTOR). Usage: reference FOLDER SCALE [few]; `few` leaves out what another scale shows as well.
#include "MainWindow.h"
#include "chat/ChatPage.h"
#include "chat/TranscriptView.h"
#include "common/Appearance.h"
#include "common/Icons.h"
#include "common/Language.h"
#include "pictures/WindowPicture.h"
#include "support/FakeOllama.h"
#include "support/ReferenceText.h"
#include "support/ServerInEnvironment.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

const QString model = u"inkstone-reference:1b"_s;

enum class Extent { Everything, Few };

class Pictures
{
public:
    Pictures(const QString &folder, const QString &scale)
        : m_folder(folder)
        , m_scale(scale)
        , m_server({{.name = model, .capabilities = {u"completion"_s, u"thinking"_s}, .isLoaded = true}})
    {
        QDir().mkpath(folder);
        const auto file = [this](const char *name) { return m_home.filePath(QLatin1String(name)); };
        m_core = std::make_unique<ui::Core>(
            ui::Places{file("settings.ini"), file("conversations.db"), file("window.ini")},
            support::serverInEnvironment(m_server.url().toString()));
        m_language.apply(u"en"_s);
        m_appearance.apply(m_core->settings().values());
        m_window = std::make_unique<ui::MainWindow>(*m_core);
        m_window->resize(1280, 1000);
        m_window->QWidget::show();
        m_core->start();
        waitFor("the model", [this] { return !m_core->installed().models().isEmpty(); });
    }

    int run(Extent extent)
    {
        struct Spoken
        {
            QString language;
            QString name;
            support::ReferenceText text;
        };
        const Spoken languages[] = {{u"en"_s, u"en"_s, support::englishReference()},
                                    {u"zh_CN"_s, u"zh"_s, support::chineseReference()}};
        for (const auto &[language, name, text] : languages) {
            m_language.apply(language);
            m_text = text;
            ask({m_text.answer});
            waitFor("the answer", [this] { return !session().isRunning(); });
            const chat::Id document = session().conversation().id;
            for (const bool isDark : {false, true}) {
                m_look = name + (isDark ? u"-dark"_s : u"-light"_s);
                setTheme(isDark ? settings::Theme::Dark : settings::Theme::Light);
                page().openConversation(document);
                waitFor("the document", [this] { return session().isLoaded(); });
                fixFacts();
                pages(u"document"_s);
                marks();
                parts();
                if (extent == Extent::Everything)
                    zoomed(isDark);
                unfinished();
                largeTable();
                failure();
            }
        }
        return m_failed ? 1 : 0;
    }

private:
    chat::ChatSession &session() const { return *m_core->sessions().current(); }
    ui::ChatPage &page() const { return *m_window->findChild<ui::ChatPage *>(); }
    ui::TranscriptView &view() const { return *m_window->findChild<ui::TranscriptView *>(); }

    template <typename Condition>
    void waitFor(const char *what, Condition condition)
    {
        if (QTest::qWaitFor(condition, 30'000))
            return;
        std::fprintf(stderr, "reference: waited in vain for %s\n", what);
        m_failed = true;
    }

    void settle()
    {
        QCoreApplication::processEvents();
        waitFor("the transcript to come to rest", [this] { return view().isUpToDate(); });
        QCoreApplication::processEvents();
    }

    void save(const QString &name)
    {
        settle();
        const QString file = u"%1/%2-%3-%4.png"_s.arg(m_folder, name, m_look, m_scale);
        m_failed = !pictures::saveWindow(*m_window, file) || m_failed;
    }

    void setTheme(settings::Theme theme)
    {
        settings::Settings values = m_core->settings().values();
        values.theme = theme;
        m_appearance.apply(values);
        settle();
    }

    // A new conversation whose answer comes in these parts; it waits for gate n after part n.
    void ask(const QStringList &answer)
    {
        const QString thinking = m_text.thinking;
        const int turn = ++m_turn;
        m_server.on("POST", "/api/chat", [=](const support::Request &) {
            support::Reply reply;
            reply.head(200).chunk(support::FakeOllama::chatLine(model, {}, thinking) + '\n');
            for (qsizetype i = 0; i < answer.size(); ++i) {
                if (i > 0)
                    reply.waitFor(gate(turn, i));
                reply.chunk(support::FakeOllama::chatLine(model, answer[i]) + '\n');
            }
            if (answer.size() > 1)
                reply.waitFor(gate(turn, answer.size()));
            return reply.chunk(support::FakeOllama::lastChatLine(model) + '\n').endChunks();
        });
        m_window->show(ui::Page::Chats);
        page().ask(m_text.question, model);
    }
    static QByteArray gate(int turn, qsizetype part)
    {
        return QByteArray::number(turn) + '.' + QByteArray::number(part);
    }

    // What was measured is not the same twice.
    void fixFacts()
    {
        chat::TranscriptList &list = session().transcript();
        for (int row = 0; row < list.rowCount(); ++row) {
            chat::Message message = list.message(row);
            message.created = QDateTime(QDate(2026, 11, 21), QTime(9, 41));
            message.firstToken = std::chrono::milliseconds(420);
            message.thinkingTime = std::chrono::seconds(12);
            list.replace(row, message);
        }
    }

    void pages(const QString &name)
    {
        QScrollBar *bar = view().verticalScrollBar();
        bar->setValue(0);
        for (int number = 1;; ++number) {
            save(u"reference-%1-%2"_s.arg(name).arg(number));
            if (bar->value() >= bar->maximum())
                return;
            bar->setValue(bar->value() + bar->pageStep() - 60);
        }
    }

    // To assistive technology; what floats above the messages is counted after them.
    QAccessibleInterface *lastMessage() const
    {
        return QAccessible::queryAccessibleInterface(&view())->child(session().transcript().rowCount() - 1);
    }

    // What assistive technology calls so in the last message and can press.
    QAccessibleInterface *part(const QString &name, int which = 0)
    {
        QAccessibleInterface *message = lastMessage();
        for (int i = 0; i < message->childCount(); ++i) {
            QAccessibleInterface *part = message->child(i);
            if (part->text(QAccessible::Name).contains(name) && part->actionInterface() && which-- == 0)
                return part;
        }
        std::fprintf(stderr, "reference: there is no %s to press\n", qPrintable(name));
        m_failed = true;
        return nullptr;
    }

    void press(const QString &name, int which = 0)
    {
        if (QAccessibleInterface *found = part(name, which))
            found->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    }

    void scrollTo(const QString &name, int which = 0)
    {
        for (int i = 0; i < 2; ++i) { // what lies between was an estimate
            settle();
            QAccessibleInterface *found = part(name, which);
            if (!found)
                return;
            QScrollBar *bar = view().verticalScrollBar();
            const int top = view().viewport()->mapToGlobal(QPoint()).y();
            bar->setValue(bar->value() + found->rect().top() - top - 60);
        }
    }

    void find(const QString &text)
    {
        auto *edit = view().findChild<QLineEdit *>(u"findText"_s);
        auto *count = view().findChild<QLabel *>(u"findCount"_s);
        edit->selectAll();
        QInputMethodEvent typed;
        typed.setCommitString(text);
        QCoreApplication::sendEvent(edit, &typed);
        // Not "Searching…".
        waitFor("what is found",
                [count] { return !count->text().isEmpty() && !count->text().endsWith(u'…'); });
    }

    void marks()
    {
        view().verticalScrollBar()->setValue(0);
        page().find();
        find(m_text.find);
        save(u"reference-find"_s);
        for (int i = 0; i < 9; ++i)
            page().findNext();
        save(u"reference-find-next"_s);
        find(u"return"_s);
        save(u"reference-find-code"_s);
        find(u"nothing like it"_s);
        save(u"reference-find-nothing"_s);
        view().closeFind();
        view().verticalScrollBar()->setValue(view().verticalScrollBar()->maximum() / 2);
        view().selectAll();
        save(u"reference-selection"_s);
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, view().viewport()->rect().center());
    }

    void parts()
    {
        view().verticalScrollBar()->setValue(0);
        press(isChinese() ? u"思考了"_s : u"Thought for"_s);
        save(u"reference-thinking"_s);
        press(isChinese() ? u"思考了"_s : u"Thought for"_s);
        const QString wrap = isChinese() ? u"自动换行"_s : u"Wrap"_s;
        scrollTo(wrap, 1); // the fence with lines too long for it
        save(u"reference-unwrapped"_s);
        press(wrap, 1);
        save(u"reference-wrapped"_s);
        press(wrap, 1);
        Q_EMIT view().linkActivated(QUrl(u"https://example.org/manual"_s), u"the manual"_s);
        save(u"reference-link"_s);
        if (auto *question = m_window->findChild<QMessageBox *>())
            question->reject();
    }

    bool isChinese() const { return m_look.startsWith(u"zh"_s); }

    void zoomed(bool isDark)
    {
        if (isDark == isChinese()) {
            for (const int percent : {50, 150, 300}) {
                view().setZoom(percent);
                pages(u"zoom%1"_s.arg(percent));
            }
            view().setZoom(100);
        }
    }

    void unfinished()
    {
        ask(m_text.unfinished);
        QString sofar;
        for (qsizetype i = 0; i < m_text.unfinished.size(); ++i) {
            sofar += m_text.unfinished[i];
            waitFor("the next part", [&] {
                const QList<chat::Message> messages = session().transcript().messages();
                return !messages.isEmpty() && messages.last().text == sofar;
            });
            fixFacts();
            save(u"reference-streaming-%1"_s.arg(i + 1));
            if (i + 1 < m_text.unfinished.size())
                m_server.open(gate(m_turn, i + 1));
        }
        view().setPatience(std::chrono::milliseconds(1));
        m_window->resize(1281, 1000); // looked at anew, with less patience
        waitFor("that nothing comes",
                [this] { return lastMessage()->text(QAccessible::Description).contains(u'1'); });
        save(u"reference-silence"_s);
        view().setPatience(std::chrono::seconds(10));
        m_window->resize(1280, 560);
        settle();
        view().verticalScrollBar()->setValue(0);
        m_server.open(gate(m_turn, m_text.unfinished.size()));
        waitFor("the end", [this] { return !session().isRunning(); });
        save(u"reference-jump"_s);
        m_window->resize(1280, 1000);
    }

    // Shown as code until the reader wants it as a table.
    void largeTable()
    {
        const QString row = u"| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |\n"_s;
        ask({m_text.question + u"\n\n"_s + row + u"|---|---|---|---|---|---|---|---|\n"_s +
             row.repeated(200)});
        waitFor("the table", [this] { return !session().isRunning(); });
        fixFacts();
        view().verticalScrollBar()->setValue(0);
        save(u"reference-large-table"_s);
        press(isChinese() ? u"显示格式"_s : u"Show formatted"_s);
        save(u"reference-large-table-formatted"_s);
    }

    void failure()
    {
        const QString text = m_text.failure;
        m_server.on("POST", "/api/chat", [text](const support::Request &) {
            return support::Reply()
                .head(200)
                .chunk(support::FakeOllama::chatLine(model, text) + '\n')
                .reset();
        });
        page().ask(m_text.question, model);
        waitFor("the failure", [this] { return !session().isRunning(); });
        fixFacts();
        save(u"reference-failure"_s);
    }

    QString m_folder;
    QString m_scale;
    QString m_look;
    support::ReferenceText m_text;
    int m_turn = 0;
    QTemporaryDir m_home;
    support::FakeOllama m_server;
    ui::Language m_language;
    ui::Appearance m_appearance;
    std::unique_ptr<ui::Core> m_core;
    std::unique_ptr<ui::MainWindow> m_window;
    bool m_failed = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QGuiApplication::setWindowIcon(ui::appIcon());
    const QStringList arguments = QApplication::arguments();
    const bool isFew = arguments.size() == 4 && arguments.at(3) == u"few"_s;
    if (arguments.size() != 3 && !isFew) {
        std::fprintf(stderr, "Usage: reference FOLDER SCALE [few], through ./tests/shots\n");
        return 2;
    }
    return Pictures(arguments.at(1), arguments.at(2)).run(isFew ? Extent::Few : Extent::Everything);
}
