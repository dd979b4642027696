#include "chat/TranscriptView.h"

#include "chat/TranscriptAccessible.h"
#include "chat/TranscriptPrivate.h"
#include "pictures/Thumbnails.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>

#include <algorithm>

namespace ui {

TranscriptView::TranscriptView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , d(std::make_unique<Private>(this))
{
    installTranscriptAccessibility();
    setObjectName(QStringLiteral("transcript"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Always there, so that the column does not move aside when the text outgrows the page.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    d->refreshStyle();
}

TranscriptView::~TranscriptView()
{
    for (const QMetaObject::Connection &connection : std::as_const(d->connections))
        disconnect(connection);
}

void TranscriptView::setTranscript(chat::TranscriptList *list)
{
    if (list == d->list)
        return;
    d->savePosition();
    d->list = list;
    d->connectList();
    d->grown.clear();
    d->changed.clear();
    d->counted.clear();
    d->told.clear();
    d->selection.forget();
    d->setFocused(-1, {});
    d->hovered = {};
    d->foundRow = -1;
    d->paged.reset();
    d->setNewWords(0);
    d->shownTop = d->shownBottom = {};
    d->column.setList(list);
    d->find.setList(list);
    d->countFrom(d->column.rowCount() - 1);
    d->restorePosition();
    d->settle();
    viewport()->update();
    d->updateClock();
    notifyRows(this, 0, -1, RowsChange::Replaced);
}

chat::TranscriptList *TranscriptView::transcript() const
{
    return d->list;
}

void TranscriptView::setCrashRecord(chat::CrashRecord *record)
{
    d->column.setCrashRecord(record);
    d->find.setCrashRecord(record);
    d->typesetter.setCrashRecord(record);
    d->shownBottom.row = -1;
    d->settle();
    viewport()->update();
}

void TranscriptView::setThumbnails(Thumbnails *thumbnails)
{
    d->thumbnails = thumbnails;
    d->refreshStyle();
    connect(thumbnails, &Thumbnails::ready, this, [this] { viewport()->update(); });
}

void TranscriptView::setServerName(const QString &hostAndPort)
{
    if (!d->column.setServer(hostAndPort))
        return;
    d->shownBottom.row = -1;
    d->settle();
    viewport()->update();
}

void TranscriptView::setComparing(bool on)
{
    d->column.setComparing(on);
    d->isComparing = on;
}

void TranscriptView::setEdited(chat::Id question)
{
    if (question == std::exchange(d->edited, question))
        return;
    viewport()->update();
}

void TranscriptView::setCut(const CutMark &cut)
{
    const chat::Id before = d->column.cut().after;
    if (!d->column.setCut(cut))
        return;
    d->shownBottom.row = -1;
    d->settle();
    viewport()->update();
    for (const chat::Id id : {before, cut.after}) {
        const int row = d->list ? d->list->rowOf(id) : -1;
        if (row >= 0)
            notifyRows(this, row, row, RowsChange::Replaced);
    }
}

const CutMark &TranscriptView::cut() const
{
    return d->column.cut();
}

void TranscriptView::setPatience(std::chrono::milliseconds patience)
{
    d->column.setPatience(patience);
}

void TranscriptView::setAskedAgain(QDeadlineTimer when)
{
    if (d->column.setAskedAgain(when))
        viewport()->update();
}

int TranscriptView::zoom() const
{
    return d->zoom;
}

void TranscriptView::setZoom(int percent)
{
    const int zoom = std::clamp(percent, smallestZoom, largestZoom);
    if (zoom == d->zoom)
        return;
    d->zoom = zoom;
    d->refreshStyle();
    Q_EMIT zoomChanged(zoom);
}

void TranscriptView::setGliding(bool on)
{
    d->isGliding = on;
}

bool TranscriptView::isAtEnd() const
{
    return d->isFollowing;
}

void TranscriptView::scrollToEnd()
{
    d->setFollowing(true);
    d->settle();
}

bool TranscriptView::hasSelection() const
{
    return !d->selection.isEmpty();
}

QString TranscriptView::selectedText() const
{
    return ui::selectedText(d->selectedParts(), TextForm::Markdown, QDeadlineTimer(pastePatience));
}

QString TranscriptView::selectedPlainText() const
{
    return ui::selectedText(d->selectedParts(), TextForm::Plain, QDeadlineTimer(pastePatience));
}

void TranscriptView::copySelection() const
{
    if (hasSelection())
        d->copy(TextForm::Markdown, QClipboard::Clipboard);
}

void TranscriptView::copySelectionAsPlainText() const
{
    if (hasSelection())
        d->copy(TextForm::Plain, QClipboard::Clipboard);
}

void TranscriptView::selectAll()
{
    d->selection.selectAll(d->column);
    d->publishSelection();
    viewport()->update();
}

TranscriptView::Counters TranscriptView::counters() const
{
    Counters counters = d->counters;
    counters.charactersRead = d->column.readCount();
    counters.blocksLaidOut = d->column.layoutCount();
    counters.messagesLoaded = d->column.loadedCount();
    return counters;
}

bool TranscriptView::isUpToDate() const
{
    return d->grown.isEmpty() && d->changed.isEmpty() && d->typesetter.isIdle() && d->emojis.isIdle() &&
           !d->isRepaintWanted && !d->hasNewPictures && !d->frames.isPending() && !d->column.isBehind();
}

bool TranscriptView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isFindOpen() &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // Esc ends the search before it ends an answer
        return true;
    }
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::ScreenChangeInternal)
        d->refreshStyle();
    return QAbstractScrollArea::event(event);
}

void TranscriptView::changeEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::LanguageChange:
        d->refreshStyle();
        break;
    default:
        break;
    }
    QAbstractScrollArea::changeEvent(event);
}

void TranscriptView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    d->refreshWidth();
    d->runFrame(); // what came while the view was hidden
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    d->refreshWidth();
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    d->paint(event);
}

void TranscriptView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == d->clock.timerId()) {
        for (int row = 0; d->list && d->isShown() && row < d->column.rowCount(); ++row) {
            if (d->column.layout(row) && d->column.layout(row)->showsClock())
                d->updateRow(row);
        }
    } else if (event->timerId() == d->copied.timerId()) {
        d->copied.stop();
        d->copiedKey.reset();
        d->updateRow(std::exchange(d->copiedRow, -1));
    } else if (event->timerId() == d->drag.timerId()) {
        d->dragOn();
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

} // namespace ui
