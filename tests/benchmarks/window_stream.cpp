// Our own window answering, measured from inside. Usage:
//   window_stream URL MODEL cpu        one answer; prints the seconds of CPU from send to its last token
//   window_stream URL MODEL first N    N answers; prints milliseconds from send to the first token's pixels
#include "MainWindow.h"
#include "benchmarks/Cpu.h"
#include "chat/ChatPage.h"
#include "common/Appearance.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

namespace {

class Measure : public QObject
{
public:
    Measure(ui::Core &core, ui::MainWindow &window, const QStringList &arguments)
        : m_core(core)
        , m_page(*window.findChild<ui::ChatPage *>())
        , m_model(arguments.at(2))
        , m_firstToken(arguments.at(3) == QLatin1String("first"))
        , m_left(m_firstToken ? arguments.at(4).toInt() : 1)
    {
        window.findChild<QAbstractScrollArea *>(QStringLiteral("transcript"))
            ->viewport()
            ->installEventFilter(this);
        connect(&core.installed(), &library::InstalledModels::changed, this, [this] {
            if (m_core.installed().isKnown() && !std::exchange(m_begun, true))
                ask();
        });
        connect(&core.sessions(), &chat::Sessions::runningChanged, this, [this](chat::Id id, bool isRunning) {
            if (!isRunning)
                answered(m_core.sessions().find(id)->transcript().messages().last());
        });
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        // After this paint event Qt flushes the window; the queued call comes behind that.
        if (m_firstToken && m_waiting && m_grown && event->type() == QEvent::Paint) {
            m_waiting = false;
            QMetaObject::invokeMethod(
                this,
                [this] {
                    QGuiApplication::sync();
                    std::printf("%.3f\n", static_cast<double>(m_time.nsecsElapsed()) / 1e6);
                },
                Qt::QueuedConnection);
        }
        return false;
    }

private:
    void ask()
    {
        m_waiting = true;
        m_grown = false;
        m_cpu = bench::cpuSeconds();
        m_time.start();
        m_page.ask(QStringLiteral("Go on."), m_model);
        connect(&m_core.sessions().current()->transcript(), &chat::TranscriptList::grown, this,
                [this] { m_grown = true; });
    }

    void answered(const chat::Message &message)
    {
        if (message.state != chat::MessageState::Complete) {
            std::fprintf(stderr, "window_stream: the answer did not complete\n");
            QCoreApplication::exit(1);
        } else if (--m_left > 0) {
            QMetaObject::invokeMethod(this, &Measure::ask, Qt::QueuedConnection);
        } else {
            if (!m_firstToken)
                std::printf("%.3f\n", bench::cpuSeconds() - m_cpu);
            QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
        }
    }

    ui::Core &m_core;
    ui::ChatPage &m_page;
    QString m_model;
    bool m_firstToken;
    int m_left;
    bool m_begun = false;
    bool m_waiting = false;
    bool m_grown = false;
    double m_cpu = 0;
    QElapsedTimer m_time;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QTemporaryDir home;
    ui::Core core({home.filePath(QStringLiteral("s.ini")), home.filePath(QStringLiteral("c.db")),
                   home.filePath(QStringLiteral("w.ini"))},
                  arguments.at(1));
    ui::Appearance appearance;
    appearance.apply(core.settings().values());
    ui::MainWindow window(core);
    window.resize(1280, 840);
    window.QWidget::show();
    Measure measure(core, window, arguments);
    core.start();
    return QApplication::exec();
}
