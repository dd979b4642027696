// The transcript: one virtual scroll area that draws the messages of a chat::TranscriptList. Blocks of
// Markdown have a QTextLayout each, heights are known before they are drawn, only what changed is painted
// (speed.md section 4). Nothing outside the message is ever loaded for it. Tells its messages to assistive
// technology.
#pragma once

#include "chat/ContextWay.h"
#include "chat/CrashRecord.h"
#include "chat/CutLine.h"
#include "chat/TranscriptList.h"

#include <QAbstractScrollArea>
#include <QDeadlineTimer>
#include <QPointer>

#include <chrono>
#include <memory>

namespace ui {

class Thumbnails;

class TranscriptView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit TranscriptView(QWidget *parent = nullptr);
    ~TranscriptView() override;

    // nullptr shows nothing. The view keeps a scroll position for each list while it lives.
    void setTranscript(chat::TranscriptList *list);
    chat::TranscriptList *transcript() const;

    // Where the message that is read or painted is named. It outlives the view. None: nothing is named.
    void setCrashRecord(chat::CrashRecord *record);

    // For images that were sent. They outlive the view.
    void setThumbnails(Thumbnails *thumbnails);

    // For sentences in failures: host:port of the server in use.
    void setServerName(const QString &hostAndPort);
    // Its messages stand beside others: each tells what made it, and nothing is offered but to read and copy.
    void setComparing(bool on);
    // The question that is being edited elsewhere, which is marked; 0 = none.
    void setEdited(chat::Id question);
    // Where the messages begin that the next request sends, if that is not at the beginning.
    void setCut(const CutMark &cut);
    const CutMark &cut() const;
    // How long nothing may come in the middle of an answer before that is said; shorter in tests.
    void setPatience(std::chrono::milliseconds patience);
    // When the busy server is asked again that is to answer the last question; over = it is not waited for.
    void setAskedAgain(QDeadlineTimer when);
    // Text size in percent of the settings' size; 50..300.
    static constexpr int smallestZoom = 50;
    static constexpr int largestZoom = 300;
    int zoom() const;
    void setZoom(int percent);

    // Whether what is opened, and the way to the end by "Latest", takes 120 ms where the desktop wants that.
    void setGliding(bool on);

    bool isAtEnd() const;
    void scrollToEnd();

    // By keys pressed elsewhere: -1 up, 1 down.
    void turnPage(int direction);

    bool hasSelection() const;
    // As Markdown: the messages' own where it can be, see chat::markdownBetween().
    QString selectedText() const;
    QString selectedPlainText() const;
    void copySelection() const;
    void copySelectionAsPlainText() const;
    void selectAll();

    // Find in this conversation. Opening takes what is selected in one line as the text to find.
    void openFind();
    void closeFind();
    bool isFindOpen() const;
    void findNext();
    void findPrevious();
    // Scrolls to a message and finds `words` in it; stays there where they cannot be seen in it.
    void showFound(int row, const QString &words);

    // What the view did since it was made; for benchmarks and tests.
    struct Counters
    {
        qint64 charactersRead = 0; // of Markdown; those read again for every time
        qint64 blocksLaidOut = 0;
        qint64 pixelsPainted = 0;
        qint64 paints = 0;
        int messagesLoaded = 0; // at this moment
    };
    Counters counters() const;
    // Nothing that came waits for the next frame, no formula to be typeset.
    bool isUpToDate() const;

Q_SIGNALS:
    void regenerateRequested(); // of the last answer
    void retryRequested();      // of the last, failed answer
    void continueRequested();   // the last answer, where it ended
    void versionRequested(int row, int offset);
    void editRequested(int row);    // of a question: write it anew
    void receiptRequested(int row); // of an answer: how it came about
    void compareRequested(int row); // of an answer: with its other versions
    void branchRequested(int row);  // into a conversation of its own that ends with this message
    void checkConnectionRequested();
    void modelChoiceRequested();                              // the model of the failed answer is not there
    void contextWayRequested(ui::ContextWay way);             // out of a window that is full
    void linkActivated(const QUrl &url, const QString &text); // http, https, mailto only
    void attachmentActivated(const chat::Attachment &attachment);
    void atEndChanged(bool atEnd);
    void newWordsChanged(int words); // that came below the view since it left the end
    void zoomChanged(int percent);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    class Private;
    friend class TranscriptAccessible;
    std::unique_ptr<Private> d;
};

} // namespace ui
