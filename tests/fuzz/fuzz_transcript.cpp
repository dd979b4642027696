// Any text in the real transcript: it arrives in parts, is painted, resized, scrolled, pointed at, selected
// and read by assistive technology.
#include "chat/TranscriptView.h"
#include "fuzz/Driver.h"
#include "support/Transcripts.h"

#include <QAccessible>
#include <QApplication>
#include <QDeadlineTimer>
#include <QMouseEvent>
#include <QScrollBar>

#include <cstdio>
#include <cstdlib>

namespace {

void expect(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

void mouse(ui::TranscriptView &view, QEvent::Type type, QPoint point)
{
    QWidget *page = view.viewport();
    QMouseEvent event(type, point, page->mapToGlobal(point), Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(page, &event);
}

void comeToRest(ui::TranscriptView &view)
{
    // A thousand different emoji take seconds to be drawn under sanitizers.
    for (QDeadlineTimer limit(60'000); !view.isUpToDate();) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        expect(!limit.hasExpired(), "the transcript does not come to rest");
    }
}

void readAloud(ui::TranscriptView &view)
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view);
    int messages = 0; // beside them there may be the jump button
    for (int i = 0; list && i < list->childCount(); ++i)
        messages += list->child(i)->role() == QAccessible::ListItem ? 1 : 0;
    expect(messages == 2, "the messages are not all there");
    QAccessibleTextInterface *text = list->child(1)->textInterface();
    expect(text, "a message has no text");
    const int count = text->characterCount();
    expect(text->text(0, count).size() == count, "the text is not as long as it says");
    for (int y = 0; y < view.viewport()->height(); y += 37) {
        const int offset = text->offsetAtPoint(view.viewport()->mapToGlobal(QPoint(3 * y % 300, y)));
        expect(offset >= -1 && offset <= count, "an offset out of range");
    }
}

void use(ui::TranscriptView &view)
{
    for (const int width : {420, 900, 260}) {
        view.resize(width, 300);
        view.grab();
        for (int y = 5; y < 300; y += 31) {
            mouse(view, QEvent::MouseMove, {width * y / 300, y});
            view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() * y / 300);
        }
        // Not left again where it was pressed: a selection, no click on a link.
        mouse(view, QEvent::MouseButtonPress, {30, 20});
        mouse(view, QEvent::MouseMove, {width - 20, 160});
        mouse(view, QEvent::MouseMove, {width - 40, 280});
        view.grab();
        mouse(view, QEvent::MouseButtonRelease, {width - 40, 280});
        view.selectedText();
    }
    view.selectAll();
    expect(!view.selectedText().isEmpty(), "all is selected and has no text");
    view.grab();
}

} // namespace

QList<QByteArray> corpus()
{
    return markdownCorpus();
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    // Never deleted: at the end of the program Qt is not there any more to do it.
    static const auto *app = new QApplication(*argc, *argv);
    return app ? 0 : 1;
}

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString source =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    chat::TranscriptList list;
    list.append(support::question(1, QStringLiteral("What?")));
    list.append(support::streamingAnswer(2));
    ui::TranscriptView view;
    view.resize(500, 300);
    view.setTranscript(&list);
    view.show();
    const qsizetype part = source.size() / 8 + 1;
    for (qsizetype i = 0; i < source.size(); i += part) {
        list.grow(1, {source.mid(i, part), i % 3 == 0 ? source.mid(i, 50) : QString()});
        QCoreApplication::processEvents();
        if (i / part == 4)
            use(view);
    }
    comeToRest(view);
    support::finish(list);
    comeToRest(view);
    use(view);
    readAloud(view);
    return 0;
}
