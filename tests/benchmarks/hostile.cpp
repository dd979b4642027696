// How long hostile texts of full size hold the event loop: GUI-thread CPU of the longest turn while each
// arrives, is finished, scrolled, selected, copied, pasted, asked about by assistive technology and opened
// again. Usage: hostile [NAME…]; none means all. Prints the longest turn of each step, and of each text on
// the standard error output.
#include "benchmarks/Measure.h"
#include "chat/TranscriptView.h"
#include "support/MarkdownCorpus.h"
#include "support/Transcripts.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDeadlineTimer>
#include <QJsonArray>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <map>

namespace {

struct Longest
{
    double milliseconds = 0;
    QString where;
};

class Trial
{
public:
    Trial(const support::MarkdownSample &sample, std::map<QString, Longest> &steps)
        : m_sample(sample)
        , m_steps(steps)
    {
        m_view.resize(800, 700);
        m_view.setTranscript(&m_list);
        m_view.show();
        m_list.append(support::question(1, QStringLiteral("Go on.")));
        m_list.append(support::streamingAnswer(2));
        readOn("show");
    }

    void run()
    {
        turn("arrive", [this] { m_list.grow(1, {m_sample.source, {}}); });
        readOn("read");
        for (int i = 0; i < 20; ++i) {
            turn("grow", [&] { m_list.grow(1, {m_sample.source.mid(10 * i, 10), {}}); });
            ask();
        }
        turn("finish", [this] { support::finish(m_list); });
        readOn("finished");
        scroll("scroll");
        turn("resize", [this] { m_view.resize(620, 700); });
        readOn("resized");
        turn("select", [this] { m_view.selectAll(); });
        // A part of it, as the keys and the mouse leave it.
        QKeyEvent left(QEvent::KeyPress, Qt::Key_Left, Qt::ShiftModifier);
        turn("select part", [&] { QCoreApplication::sendEvent(&m_view, &left); });
        turn("copy", [this] { m_view.copySelection(); });
        turn("paste", [] { QGuiApplication::clipboard()->text(); });
        turn("copy plain", [this] { m_view.copySelectionAsPlainText(); });
        turn("paste plain", [] { QGuiApplication::clipboard()->text(); });
        ask();
        turn("open", [this] { m_view.setTranscript(nullptr); });
        turn("open", [this] { m_view.setTranscript(&m_list); });
        readOn("opened");
        scroll("scroll");
        turn("select within", [this] {
            QAccessibleTextInterface *text = answer()->textInterface();
            text->setSelection(0, 3, text->characterCount() - 3);
        });
        turn("copy", [this] { m_view.copySelection(); });
        turn("paste within", [] { QGuiApplication::clipboard()->text(); });
        askUnread();
    }
    double longest() const { return m_longest; }

private:
    QAccessibleInterface *answer() { return QAccessible::queryAccessibleInterface(&m_view)->child(1); }
    // Far from the screen, as when a conversation was just opened.
    void askUnread()
    {
        for (chat::Id id = 3; id < 43; ++id)
            m_list.append(id % 2 ? support::question(id, QStringLiteral("Go on."))
                                 : support::answer(id, QStringLiteral("Done.")));
        turn("open far", [this] { m_view.setTranscript(nullptr); });
        turn("open far", [this] { m_view.setTranscript(&m_list); });
        readOn("opened");
        turn("select", [this] { m_view.selectAll(); });
        turn("copy plain", [this] { m_view.copySelectionAsPlainText(); });
        turn("paste unread", [] { QGuiApplication::clipboard()->text(); });
        ask();
        readOn("read for an answer");
    }
    template <typename Work>
    void turn(const char *step, const Work &work)
    {
        const double start = bench::threadMilliseconds();
        work();
        QCoreApplication::processEvents();
        const double took = bench::threadMilliseconds() - start;
        m_longest = std::max(m_longest, took);
        Longest &known = m_steps[QString::fromLatin1(step)];
        if (took > known.milliseconds)
            known = {took, QString::fromLatin1(m_sample.name)};
    }
    // What assistive technology asks of the answer.
    void ask()
    {
        turn("ask", [this] { answer()->textInterface()->text(0, 1'000); });
        turn("ask children", [this] { answer()->childCount(); });
    }
    // Until everything that came is read and laid out.
    void readOn(const char *step)
    {
        const QDeadlineTimer limit(120'000);
        while (!m_view.isUpToDate()) {
            turn(step, [] {});
            if (limit.hasExpired())
                qFatal("%s: not read to its end", m_sample.name);
        }
    }
    void scroll(const char *step)
    {
        QScrollBar *bar = m_view.verticalScrollBar();
        for (int i = 40; i >= 0; --i)
            turn(step, [&] { bar->setValue(static_cast<int>(qint64{bar->maximum()} * i / 40)); });
        for (int i = 0; i < 10; ++i)
            turn(step, [&] { bar->setValue(bar->value() + 120); });
        readOn(step);
    }

    const support::MarkdownSample &m_sample;
    std::map<QString, Longest> &m_steps;
    chat::TranscriptList m_list;
    ui::TranscriptView m_view;
    double m_longest = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList wanted = QApplication::arguments().mid(1);
    std::map<QString, Longest> steps;
    double longest = 0;
    QString worst;
    const QList<support::MarkdownSample> samples = support::hostileAtFullSize();
    for (const support::MarkdownSample &sample : samples) {
        if (!wanted.isEmpty() && !wanted.contains(QString::fromLatin1(sample.name)))
            continue;
        std::map<QString, Longest> own;
        Trial trial(sample, own);
        trial.run();
        const auto step = std::max_element(own.begin(), own.end(), [](const auto &a, const auto &b) {
            return a.second.milliseconds < b.second.milliseconds;
        });
        std::fprintf(stderr, "%8.1f ms  %s (%s)\n", trial.longest(), sample.name, qPrintable(step->first));
        for (const auto &[name, one] : own) {
            if (one.milliseconds > steps[name].milliseconds)
                steps[name] = one;
        }
        if (trial.longest() > longest) {
            longest = trial.longest();
            worst = QString::fromLatin1(sample.name);
        }
    }
    QJsonObject result{{QStringLiteral("longest"), longest}, {QStringLiteral("text"), worst}};
    for (const auto &[name, one] : steps)
        result[name] = one.milliseconds;
    bench::print(result);
}
