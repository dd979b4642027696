// Hostile text in the real transcript, watched by strace from outside: no socket, no name looked up, no
// process, no file but fonts and the program's own grammars (reliability.md T1, T2, N13). The program runs
// itself under strace to be watched.
#include "chat/TranscriptView.h"
#include "support/MarkdownCorpus.h"
#include "support/Transcripts.h"

#include <QAccessible>
#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

namespace {

constexpr const char *watched = "INKSTONE_WATCHED";
// Asked for, and not there: where in the trace the rendering begins and ends.
constexpr const char *beginMark = "/rendering-begins";
constexpr const char *endMark = "/rendering-ends";

// `pipe`: a FIFO; whoever opens it for reading waits for ever.
QStringList payloads(const QString &pipe)
{
    const QStringList addresses{QStringLiteral("http://127.0.0.1:9/a.png?secret"),
                                QStringLiteral("https://evil.example/a.png"),
                                QStringLiteral("//evil.example/a.png"),
                                QStringLiteral("\\\\\\\\evil.example\\\\share\\\\a.png"),
                                QStringLiteral("file:///dev/zero"),
                                QStringLiteral("file:///etc/passwd"),
                                QStringLiteral("/etc/passwd"),
                                QStringLiteral("/proc/self/mem"),
                                pipe,
                                QStringLiteral("file://") + pipe,
                                QStringLiteral("../../etc/passwd"),
                                QStringLiteral("~/.ssh/id_rsa"),
                                QStringLiteral("data:image/png;base64,iVBORw0KGgo="),
                                QStringLiteral("data:text/html,<b>b</b>"),
                                QStringLiteral("javascript:alert(1)"),
                                QStringLiteral("smb://evil.example/share"),
                                QStringLiteral("ftp://evil.example/a"),
                                QStringLiteral("qrc:/icons/copy.svg"),
                                QStringLiteral(":/icons/copy.svg"),
                                QStringLiteral("https://💩.example/a.svg"),
                                QStringLiteral("https://xn--ls8h.example/"),
                                QStringLiteral("https://user:password@evil.example:81/a.css#b"),
                                QStringLiteral("vscode://file/etc"),
                                QStringLiteral("mailto:a@evil.example?body=b"),
                                QStringLiteral("image://theme/a"),
                                QStringLiteral("blob:null/a")};
    const QStringList forms{QStringLiteral("![altword](%1)"),
                            QStringLiteral("![altword][r]\n\n[r]: %1"),
                            QStringLiteral("[altword](%1 \"tip\")"),
                            QStringLiteral("[![altword](%1)](%1)"),
                            QStringLiteral("<%1> altword"),
                            QStringLiteral("<img src=\"%1\" alt=\"altword\">"),
                            QStringLiteral("<img srcset=\"%1 2x\"> altword"),
                            QStringLiteral("<style>@import url(%1);</style> altword"),
                            QStringLiteral("<div style=\"background:url('%1')\">altword</div>"),
                            QStringLiteral("<base href=\"%1\">\n\n![altword](a.png)"),
                            QStringLiteral("<svg><image href=\"%1\"/></svg> altword"),
                            QStringLiteral("<iframe src=\"%1\"></iframe> altword"),
                            QStringLiteral("<script src=\"%1\"></script> altword"),
                            QStringLiteral("<link rel=stylesheet href=\"%1\"> altword"),
                            QStringLiteral("<meta http-equiv=refresh content=\"0;url=%1\"> altword"),
                            QStringLiteral("|altword|![b](%1)|\n|---|---|\n|<img src=%1>|c|"),
                            QStringLiteral("```html\n<img src=\"%1\">\naltword\n```"),
                            QStringLiteral("```%1\naltword\n```"),
                            QStringLiteral("> - ![altword](<%1>)"),
                            QStringLiteral("$\\href{%1}{altword}\\includegraphics{%1}$ altword"),
                            QStringLiteral("altword[^1]\n\n[^1]: ![b](%1)")};
    QStringList all;
    for (const QString &form : forms) {
        for (const QString &address : addresses)
            all.append(form.arg(address));
    }
    const QString picture =
        QStringLiteral("data:image/png;base64,") + QStringLiteral("iVBORw0KGgo").repeated(20'000);
    all.append({QStringLiteral("![altword](%1)").arg(picture),
                QStringLiteral("<img src=\"%1\">").arg(picture),
                QStringLiteral("![altword][r]\n\n[r]: %1").arg(picture)});
    for (const support::MarkdownSample &sample : support::hostileMarkdown(4000))
        all.append(sample.source);
    return all;
}

QString accessibleText(ui::TranscriptView &view)
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view);
    QAccessibleInterface *answer = list ? list->child(1) : nullptr;
    QAccessibleTextInterface *text = answer ? answer->textInterface() : nullptr;
    return text ? text->text(0, text->characterCount()) : QString();
}

// Streamed, finished, and seen from end to end.
QString render(const QString &payload)
{
    chat::TranscriptList list;
    list.append(support::question(1, payload));
    list.append(support::streamingAnswer(2));
    ui::TranscriptView view;
    view.resize(700, 500);
    view.setTranscript(&list);
    view.show();
    const qsizetype half = payload.size() / 2;
    for (const QString &part :
         {QStringLiteral("before ") + payload.first(half), payload.mid(half) + QStringLiteral("\n\nafter")}) {
        list.grow(1, {part, {}});
        while (!view.isUpToDate())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    support::finish(list);
    for (const int part : {0, 1}) {
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() * part);
        view.grab();
    }
    return accessibleText(view);
}

int beWatched()
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(QStringLiteral("pipe"));
    if (mkfifo(qPrintable(pipe), S_IRUSR | S_IWUSR) != 0)
        return 1;
    const QStringList all = payloads(pipe);
    // What Qt opens once, whatever the text is: threads, fonts of all scripts, its own picture formats.
    render(support::longAnswer(2000));
    for (const support::MarkdownSample &sample : support::ordinaryMarkdown())
        render(sample.source);
    access(beginMark, F_OK);
    int lost = 0;
    for (const QString &payload : all) {
        const QString text = render(payload);
        const bool isThere =
            text.contains(QStringLiteral("before")) && text.contains(QStringLiteral("after")) &&
            (!payload.contains(QStringLiteral("altword")) || text.contains(QStringLiteral("altword")));
        if (!isThere)
            qWarning("lost: %s", qPrintable(payload.left(200)));
        lost += isThere ? 0 : 1;
    }
    access(endMark, F_OK);
    return lost == 0 ? 0 : 1;
}

} // namespace

class TestTranscriptTraced : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensNothingForHostileText();
    void noticesWhatIsOpened();
};

void TestTranscriptTraced::opensNothingForHostileText()
{
    QVERIFY(payloads(QString()).size() > 400);
    QTemporaryDir folder;
    const QString trace = folder.filePath(QStringLiteral("trace"));
    QProcess strace;
    strace.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(watched), QStringLiteral("1"));
    // LeakSanitizer cannot work under a tracer.
    environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
    strace.setProcessEnvironment(environment);
    strace.start(QStringLiteral("strace"),
                 {QStringLiteral("-f"), QStringLiteral("--seccomp-bpf"), QStringLiteral("-qq"),
                  QStringLiteral("-e"),
                  QStringLiteral("trace=%network,open,openat,creat,access,execve,fork,vfork,readlink"),
                  QStringLiteral("-o"), trace, QCoreApplication::applicationFilePath()});
    QVERIFY2(strace.waitForFinished(240'000), "strace: install it, ./tests/run does");
    QCOMPARE(strace.exitCode(), 0);

    QFile file(trace);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString all = QString::fromUtf8(file.readAll());
    const qsizetype begin = all.indexOf(QLatin1StringView(beginMark));
    const qsizetype end = all.indexOf(QLatin1StringView(endMark));
    QVERIFY(begin > 0 && end > begin);
    // The program's own grammars, by their names, are no choice of the text.
    static const QRegularExpression own(QStringLiteral(
        R"re("[^"]*(?:/languages/[a-z0-9-]+\.lang|/fonts?/|/fontconfig/|\.(?:ttf|otf|ttc|pfb|conf)"))re"));
    const QStringList lines = all.mid(begin, end - begin).split(u'\n');
    QStringList opened;
    for (const QString &line : lines.mid(1, lines.size() - 2)) {
        if (!line.contains(own) && !line.contains(QStringLiteral("+++")) &&
            !line.contains(QStringLiteral("---")))
            opened.append(line);
    }
    QVERIFY2(opened.isEmpty(), qPrintable(opened.mid(0, 10).join(u'\n')));
}

// The watch is worth something: what it is to see is there before the rendering begins.
void TestTranscriptTraced::noticesWhatIsOpened()
{
    QTemporaryDir folder;
    const QString trace = folder.filePath(QStringLiteral("trace"));
    QProcess strace;
    strace.start(QStringLiteral("strace"),
                 {QStringLiteral("-f"), QStringLiteral("--seccomp-bpf"), QStringLiteral("-qq"),
                  QStringLiteral("-e"), QStringLiteral("trace=%network,open,openat"), QStringLiteral("-o"),
                  trace, QStringLiteral("cat"), QStringLiteral("/etc/hostname")});
    QVERIFY(strace.waitForFinished(30'000));
    QFile file(trace);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("/etc/hostname"));
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    if (qEnvironmentVariableIsSet(watched))
        return beWatched();
    TestTranscriptTraced test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_TranscriptTraced.moc"
