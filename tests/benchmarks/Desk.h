// Our own window with its objects, as main.cpp makes them, and what it is measured with from inside. Used by
// the programs here that measure it.
#pragma once

#include "MainWindow.h"
#include "benchmarks/Measure.h"
#include "chat/ChatPage.h"
#include "chat/Composer.h"
#include "chat/TranscriptView.h"
#include "common/Appearance.h"
#include "support/ServerInEnvironment.h"

#include <QAbstractEventDispatcher>
#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QKeyEvent>
#include <QScreen>
#include <QTimer>

#include <functional>

namespace bench {

// Runs the event loop until something is so; looks whenever a turn of it is over.
template <typename Condition>
void until(const Condition &condition)
{
    if (condition())
        return;
    QEventLoop loop;
    QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, &loop,
                     [&] {
                         if (condition())
                             loop.quit();
                     });
    loop.exec();
}

// Lets everything that was begun come to its end.
inline void rest(std::chrono::milliseconds time = std::chrono::milliseconds(300))
{
    bool isOver = false;
    QTimer::singleShot(time, [&isOver] { isOver = true; });
    until([&isOver] { return isOver; });
}

// Milliseconds of the clock until what `action` does is on the screen.
template <typename Action>
double shown(const Action &action)
{
    QElapsedTimer time;
    time.start();
    action();
    QCoreApplication::processEvents();
    QGuiApplication::sync();
    return static_cast<double>(time.nsecsElapsed()) / 1e6;
}

// GUI-thread CPU of everything that led to each paint of the transcript, in milliseconds, and where in the
// answer that was.
class Updates : public QObject
{
public:
    Updates(QWidget &painted, const std::function<qint64()> &place)
        : m_place(place)
        , m_before(threadMilliseconds())
    {
        painted.installEventFilter(this);
        // Here all work of a turn of the event loop is done, the window's flush included.
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            if (!std::exchange(m_isPainted, false))
                return;
            const double now = threadMilliseconds();
            m_costs.append(now - std::exchange(m_before, now));
            m_places.append(m_place());
        });
    }
    QJsonArray costs() const { return listed(m_costs); }
    QJsonArray places() const { return listed(m_places); }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_isPainted = m_isPainted || event->type() == QEvent::Paint;
        return false;
    }

private:
    template <typename Value>
    static QJsonArray listed(const QList<Value> &values)
    {
        QJsonArray list;
        for (const Value value : values)
            list.append(value);
        return list;
    }

    std::function<qint64()> m_place;
    double m_before;
    bool m_isPainted = false;
    QList<double> m_costs;
    QList<qint64> m_places;
};

struct Desk
{
    ui::Core core;
    ui::Appearance appearance;
    ui::MainWindow window;
    ui::ChatPage &page;
    ui::TranscriptView &transcript;

    Desk(const QString &url, const QDir &home)
        : core({home.filePath(QStringLiteral("s.ini")), home.filePath(QStringLiteral("c.db")),
                home.filePath(QStringLiteral("w.ini"))},
               support::serverInEnvironment(url))
        , window((appearance.apply(core.settings().values()), core))
        , page(*window.findChild<ui::ChatPage *>())
        , transcript(*window.findChild<ui::TranscriptView *>())
    {
        window.resize(1280, 840);
        window.QWidget::show();
        bool isLoaded = false;
        QObject::connect(&core.conversations(), &chat::ConversationList::loaded, &window,
                         [&isLoaded] { isLoaded = true; });
        core.start();
        until([&] { return core.installed().isKnown() && isLoaded; });
        core.conversations().disconnect(&window);
    }

    chat::ChatSession &session() { return *core.sessions().current(); }
    const chat::Message &answer() { return session().transcript().messages().last(); }
    qint64 answerSize() { return session().transcript().rowCount() == 0 ? 0 : answer().text.size(); }
    // In the conversation that is open.
    void pressEnter(const QString &question)
    {
        auto *composer = page.findChild<ui::ComposerEdit *>();
        composer->setPlainText(question);
        QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QCoreApplication::sendEvent(composer, &enter);
    }
    void ask(const QString &model) { page.ask(QStringLiteral("Go on."), model); }
    void waitForAnswer()
    {
        until([this] { return !session().isRunning() && transcript.isUpToDate(); });
        if (answer().state != chat::MessageState::Complete)
            qFatal("the answer did not complete");
    }
    // Lets key_latency write a message. Returns the program's exit code.
    int takeKeys()
    {
        QApplication::setCursorFlashTime(0);
        window.activateWindow();
        page.focusComposer();
        auto *edit = page.findChild<ui::ComposerEdit *>();
        until([edit] { return edit->hasFocus(); });
        rest();
        return bench::takeKeys(*edit->viewport());
    }
    // What the X server shows of the transcript is what there is to see.
    void checkScreen()
    {
        const QRect area(transcript.mapTo(&window, QPoint()), transcript.viewport()->size());
        const QPixmap shown =
            window.screen()->grabWindow(window.winId(), area.x(), area.y(), area.width(), area.height());
        const QRect viewport = transcript.viewport()->geometry();
        if (shown.toImage().convertToFormat(QImage::Format_RGB32) !=
            transcript.grab(viewport).toImage().convertToFormat(QImage::Format_RGB32))
            qFatal("the screen does not show the transcript");
    }
    // What can be read of the answer.
    QString text()
    {
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&transcript);
        QAccessibleTextInterface *last = list->child(list->childCount() - 1)->textInterface();
        return last->text(0, last->characterCount());
    }
};

} // namespace bench
