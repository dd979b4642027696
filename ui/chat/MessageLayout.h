// One message of the transcript, laid out: the question's box, or thinking, text, failure and footer of an
// answer. Takes text as it grows and says from where it looks different. Made by TranscriptView when the
// message comes near the screen. Coordinates are relative to its top left corner; the gap above belongs to
// the view.
#pragma once

#include "chat/BlockColumn.h"
#include "chat/Conversation.h"
#include "chat/CutLine.h"
#include "chat/FailureLayout.h"
#include "chat/MarkdownStream.h"
#include "chat/MessageFooter.h"
#include "chat/MessageNotice.h"
#include "chat/MessagePart.h"
#include "chat/Motion.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>

#include <chrono>
#include <climits>
#include <optional>

namespace ui {

// What a message looks like apart from itself.
struct MessageContext
{
    int width = 0;
    Place place = Place::Earlier;
    QString server;      // for failures
    bool isBusy = false; // an answer is being written: no other version can be shown now
    CutMark cut;         // where it is under this message
    // How long nothing may come in the middle of an answer before that is said.
    std::chrono::milliseconds patience{10'000};
    QDeadlineTimer askedAgain; // when a server that is busy is asked again; over = it is not waited for

    bool operator==(const MessageContext &) const = default;
};

// What the reader does with it at the moment.
struct MessageView
{
    ActionState actions;
    ColumnHighlights thinking;
    ColumnHighlights text;
    bool isNear = false;   // the pointer or the keyboard is on it: its buttons show
    bool isEdited = false; // a question that is being written anew
};

// What the reader opened and closed in it; outlives the layout.
struct MessageChoices
{
    std::optional<bool> thinking; // absent: open while it runs
    bool detailsAreOpen = false;
    bool showsUnseen = false; // characters that take no room
    ColumnChoices thought;
    ColumnChoices text;

    bool operator==(const MessageChoices &) const = default;
};

class MessageLayout
{
public:
    static constexpr int questionPaddingX = 16;
    static constexpr int questionPaddingY = 10;
    static constexpr int attachmentsGap = 10; // under what was sent with a question
    static constexpr int thinkingHeader = 24;
    static constexpr int thinkingGap = 8; // under it while it is closed

    // Empty until take(). The style outlives the layout.
    MessageLayout(const chat::Message &message, const TranscriptStyle &style,
                  const MessageChoices &choices = {}, chat::Reading reading = chat::Reading::Markdown);

    enum class Progress { Everything, Partly }; // taken of the message's text before the deadline
    Progress take(const chat::Message &message, const MessageContext &context, QDeadlineTimer deadline);
    qsizetype takenOf(chat::MessagePart part) const
    {
        return part == chat::MessagePart::Text ? m_textTaken : m_thinkingTaken;
    }
    bool isComplete() const { return m_isComplete; } // everything there was is taken
    chat::Id id() const { return m_message.id; }
    // The same message with another state; false where its text is another, so that it needs a new layout.
    bool accepts(const chat::Message &message) const;
    // What looks different since the last call; empty where nothing does.
    struct Dirty
    {
        int top = 0;
        int bottom = 0;
    };
    Dirty takeDirty();

    int height() const { return m_height; }
    // Makes what lies between exact; true where something moved.
    bool layOut(int top, int bottom);
    // Colours the code that lies between. Partly: call again.
    Progress color(int top, int bottom, QDeadlineTimer deadline);
    void dropOutside(int top, int bottom);
    // Draws formulas and emoji that are ready by now.
    void takePictures();
    QString toolTipAt(QPoint point) const;
    // The first exact place at or under `top`, which keeps its place when what is above is corrected.
    struct Anchor
    {
        chat::MessagePart part = chat::MessagePart::Text;
        int block = -1;         // -1: the message's top
        qsizetype position = 0; // of the first character of the line
        int offset = 0;         // from the place to `top`
    };
    Anchor anchorAt(int top) const;
    int topOf(const Anchor &anchor) const;
    // Lays out the place's block; true where something moved.
    bool layOutAt(chat::MessagePart part, int block);

    void draw(QPainter &painter, QPoint at, const QRect &clip, const MessageView &view) const;

    QList<Action> actions() const; // in reading order
    std::optional<Action> actionAt(QPoint point) const;
    // Those of its actions that are no links, as far as they are near there; all that lie there are among
    // them.
    QList<Action> buttonsBetween(int top, int bottom) const;
    std::optional<Action> action(const ActionKey &key) const;
    QString textOf(const ActionKey &key) const; // of CopyCode
    void toggleThinking();
    void openThinking(); // the whole of it
    void toggleDetails();
    void toggleUnseen();
    // What was opened just now, ToggleThinking or ToggleDetails, by so many pixels, shows step by step.
    void beginOpening(ActionKey::Kind section, int pixels);
    bool isOpening() const { return m_openingBy > 0; }
    bool stepOpening(); // false where it is open
    void toggleWrap(const ActionKey &key);
    void showFormatted(const ActionKey &key);
    bool scrollSideways(QPoint point, int pixels);
    bool scrollThinking(QPoint point, int pixels);

    struct Spot
    {
        chat::MessagePart part = chat::MessagePart::Text;
        Caret caret;
    };
    Spot placeAt(QPoint point) const;
    bool isOpen(chat::MessagePart part) const;
    bool isPlain() const { return m_reading == chat::Reading::Plain; }
    bool isPeeking(chat::MessagePart part) const; // only its end is shown
    const BlockColumn &column(chat::MessagePart part) const;
    QPoint originOf(chat::MessagePart part) const;
    // In the message; the block is laid out for it.
    QRect caretRect(const Spot &spot);
    // Scrolls inside a wide block; true where something moved.
    bool reveal(chat::MessagePart part, const CaretRange &range);
    bool reveal(const Spot &spot);
    bool reveal(const Action &action);
    // What scrolls sideways because it is wider than its place, as far as it is laid out.
    QList<QRect> wideBlocks() const;
    MessageChoices choices() const;
    const BlockColumn &text() const { return m_text; }
    // Where the text shows: of a thought that runs, its end.
    QRect bodyOf(chat::MessagePart part) const;
    std::optional<chat::MessagePart> partAt(QPoint point) const; // whose text is there
    // Time matters to it: it is being written.
    bool hasClock() const { return !isQuestion() && isStreaming(); }
    // Its words change by the second: waiting for the first token, thinking, or nothing comes any more.
    bool showsClock() const;
    // What is wrong with it, and what to do: a failure, that nothing comes, or that it is not sent any more.
    QString noticeText() const;
    bool hasNotice() const { return m_notice != nullptr; } // about how it is shown
    int layoutCount() const { return m_text.layoutCount() + m_thinking.layoutCount(); }
    qint64 readCount() const { return m_textStream.readCount() + m_thinkingStream.readCount(); }
    const chat::MarkdownStream &stream() const { return m_textStream; }
    const chat::MarkdownStream &stream(chat::MessagePart part) const
    {
        return part == chat::MessagePart::Text ? m_textStream : m_thinkingStream;
    }

private:
    bool isQuestion() const { return m_message.role != backend::Role::Assistant; }
    bool isStreaming() const { return m_message.state == chat::MessageState::Streaming; }
    bool isWaiting() const;
    bool isThinkingLive() const;
    bool isThinkingOpen() const;
    bool isPostponed() const { return isWaiting() && !m_context.askedAgain.hasExpired(); }
    bool isStalled() const;
    QString stalledText() const;
    QString waitingText() const;
    QString clockNotice() const; // what of it is a notice; may be empty
    bool isPeek() const { return isThinkingOpen() && isThinkingLive() && !m_thinkingChoice; }
    bool feedText(const QString &source, QDeadlineTimer deadline);
    bool feedThinking(const QString &source, QDeadlineTimer deadline);
    bool feed(chat::MarkdownStream &stream, BlockColumn &column, const QString &source, qsizetype &taken,
              QDeadlineTimer deadline, int &from);
    bool finish(chat::MarkdownStream &stream, BlockColumn &column, QDeadlineTimer deadline);
    void place();
    void placeFailure();
    void placeNotice();
    void countUnseen();
    void placeUnsaid();
    void placeParts();
    void placeCut();
    // What is under `to` looks the same unless the height changes.
    void markDirty(int from, int to = INT_MAX)
    {
        m_dirtyFrom = std::min(m_dirtyFrom, from);
        m_dirtyTo = std::max(m_dirtyTo, to);
    }
    QPoint textOrigin() const;
    QPoint thinkingOrigin() const;
    int thinkingHeight() const;
    int failureHeight() const;
    // What of an opened section does not show yet.
    int hiddenOf(ActionKey::Kind section) const { return m_opening == section ? m_hidden : 0; }
    int noticeHeight() const; // with the gap under it
    QString thinkingText() const;
    Action thinkingAction() const;
    QList<Action> noticeActions() const;
    // What was sent with a question.
    int attachmentsHeight() const; // with the gap under it
    QList<Action> attachmentActions() const;
    QList<Action> codeActions(chat::MessagePart part, int block) const;
    struct Link
    {
        Action action;
        QList<QRect> rects; // of all its words that are laid out
    };
    QList<Link> linksIn(chat::MessagePart part, int block) const;
    QList<Action> linkActions(chat::MessagePart part, int block) const;
    std::optional<Action> linkAt(chat::MessagePart part, int block, QPoint point) const;
    QList<Action> blockActions(chat::MessagePart part) const;
    QList<Action> codeButtonsBetween(chat::MessagePart part, int top, int bottom) const;
    QList<Action> questionActions() const;
    QList<Action> answerActions() const;
    QList<Action> failureActions() const;
    QList<Action> cutActions() const;
    QList<Action> ownActions() const;
    QList<Action> partButtonsBetween(int top, int bottom) const;
    chat::MessagePart partNear(int y) const;
    BlockColumn &columnOf(chat::MessagePart part)
    {
        return part == chat::MessagePart::Text ? m_text : m_thinking;
    }
    void markBlockDirty(chat::MessagePart part, int block);
    bool revealInPeek(chat::MessagePart part, const QRect &rect);
    void drawQuestion(QPainter &painter, QPoint at, bool isEdited) const;
    void drawThinking(QPainter &painter, QPoint at, const QRect &clip,
                      const ColumnHighlights &highlights) const;
    void drawFailure(QPainter &painter, QPoint at, const QRect &clip) const;
    void drawCursor(QPainter &painter, QPoint at) const;
    void drawStalled(QPainter &painter, QPoint at) const;
    void drawActions(QPainter &painter, QPoint at, const QRect &clip, const MessageView &view) const;

    const TranscriptStyle &m_style;
    chat::Message m_message; // without its texts
    MessageContext m_context;
    chat::Reading m_reading;
    chat::MarkdownStream m_textStream;
    chat::MarkdownStream m_thinkingStream;
    BlockColumn m_text;
    BlockColumn m_thinking;
    std::unique_ptr<MessageNotice> m_notice; // how it is shown, where that is not as usual
    std::unique_ptr<TextLayout> m_unsaid;    // why there is only thinking, in place of text
    std::unique_ptr<FailureLayout> m_failure;
    std::unique_ptr<CutLine> m_cut;
    qsizetype m_textTaken = 0;
    qsizetype m_thinkingTaken = 0;
    size_t m_hash = 0; // of what was taken of the text
    QElapsedTimer m_sinceText;
    bool m_isFinished = false;
    bool m_isComplete = true;
    GoingOn m_goingOn = GoingOn::NotPossible;
    bool m_onlyThought = false;
    std::optional<bool> m_thinkingChoice; // the reader opened or closed it
    int m_thinkingScroll = 0;             // up from the end, while only the end is shown
    bool m_detailsAreOpen = false;
    ActionKey::Kind m_opening = ActionKey::Kind::ToggleThinking; // while m_openingBy > 0
    Motion m_motion;
    int m_openingBy = 0;
    int m_hidden = 0;
    bool m_showsUnseen = false;
    qsizetype m_unseen = 0;  // characters in its words that take no room
    qsizetype m_dropped = 0; // and such as are not shown, nor copied
    int m_pendingHeight = 0; // of text not taken yet
    int m_noticeTop = 0;
    int m_textTop = 0;
    int m_failureTop = 0;
    int m_footerTop = 0;
    int m_cutTop = 0; // under everything else
    int m_height = 0;
    int m_dirtyFrom = 0;
    int m_dirtyTo = INT_MAX;
    int m_shownHeight = 0; // at the last takeDirty()
};

// Of a message that is not laid out.
int estimatedHeight(const chat::Message &message, const MessageContext &context,
                    const TranscriptStyle &style);

} // namespace ui
