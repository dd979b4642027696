// The insides of TranscriptView, shared by the files it is written in: TranscriptView.cpp (what the owner
// calls), TranscriptRows.cpp (rows and growth), TranscriptScroll.cpp (places and painting),
// TranscriptMotion.cpp, TranscriptInput.cpp (mouse and actions), TranscriptKeys.cpp, TranscriptMenu.cpp,
// TranscriptVersions.cpp, TranscriptFind.cpp and TranscriptAccessible.cpp.
#pragma once

#include "chat/Emoji.h"
#include "chat/Find.h"
#include "chat/FindBar.h"
#include "chat/FrameClock.h"
#include "chat/JumpButton.h"
#include "chat/Motion.h"
#include "chat/TextMoves.h"
#include "chat/TranscriptView.h"
#include "chat/Typesetter.h"

#include <QBasicTimer>
#include <QClipboard>
#include <QHash>
#include <QSet>

#include <chrono>

class QMenu;

namespace ui {

class TranscriptView::Private
{
public:
    explicit Private(TranscriptView *view);

    // Rows (TranscriptRows.cpp)
    void connectList();
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void changeRows(int first, int last);
    void takeChanges();
    void grow(int row);
    void runFrame();
    void refreshStyle();
    void refreshWidth();
    bool isShown() const;
    void countWords(int row);
    void countFrom(int row);
    void tellClosed(int row);
    void tellBlocks(int row, chat::MessagePart part, qsizetype &known, qsizetype end);
    void updateClock();

    // Scrolling (TranscriptScroll.cpp)
    void settle();
    void moveShown(int y);
    void setFollowing(bool following);
    void setNewWords(int words);
    void placeJumpButton();
    QList<QRect> buttonsNear(const QRect &place) const;
    void savePosition();
    void restorePosition();
    int pageHeight() const;
    int top() const;
    int columnLeft() const;
    void updateRow(int row);
    ColumnHighlights highlightsOf(int row, chat::MessagePart part, const MessageLayout &layout) const;
    void paint(QPaintEvent *event);

    // Motion (TranscriptMotion.cpp)
    bool isMotionWanted() const;
    void glideToEnd();
    void beginOpening(int row, const ActionKey &section, int heightBefore);
    void stepMotion(); // and settles

    // Mouse and keys (TranscriptInput.cpp, TranscriptKeys.cpp)
    struct Target
    {
        int row = -1;
        std::optional<Action> action;
    };
    Target targetAt(QPoint point) const;
    TextPlace placeAt(QPoint point);
    void setHovered(const Target &target);
    void setFocused(int row, const std::optional<ActionKey> &key);
    bool moveFocus(bool next);
    int focusableRow() const;
    void activate(int row, const Action &action);
    void showFormatted(int row, const ActionKey &key);
    void copyText(const QString &text, int row, const ActionKey &key);
    void openLink(const Action &link);
    void dragTo(QPoint point);
    void dragOn();
    QPoint beyondEdge(QPoint point) const;
    void moveSelection(TextMove move);
    bool selectionKey(const QKeyEvent *event);
    QList<SelectedPart> selectedParts() const;
    void copy(TextForm form, QClipboard::Mode mode) const;
    void publishSelection() const; // to the window system's own clipboard of what is selected
    void ensureVisible(int row, const QRect &rect);
    bool scrollKey(QKeyEvent *event);
    struct Wide
    {
        int row = -1;
        QRect rect; // on the page
    };
    std::optional<Wide> wideNear(int y) const;
    bool scrollWide(int pixels);
    void updateCursor(QPoint point);
    void editNear(); // the question that the keys are at, or whose answer they are at
    // Tells `what` of the answer that the keys are at.
    void tellOfNear(void (TranscriptView::*what)(int row));
    void turnVersion(int offset); // of the message that the keys are at
    void requestVersion(int row, int offset);
    void holdVersion(int first, int last);

    static constexpr QKeyCombination copyPlainKey = Qt::CTRL | Qt::SHIFT | Qt::Key_C;
    static constexpr QKeyCombination editKey = Qt::CTRL | Qt::Key_E;
    static constexpr QKeyCombination receiptKey = Qt::CTRL | Qt::Key_I;
    static constexpr QKeyCombination compareKey = Qt::CTRL | Qt::SHIFT | Qt::Key_V;
    static constexpr QKeyCombination branchKey = Qt::CTRL | Qt::SHIFT | Qt::Key_N;
    static constexpr QKeyCombination previousVersionKey = Qt::ALT | Qt::Key_Left;
    static constexpr QKeyCombination nextVersionKey = Qt::ALT | Qt::Key_Right;

    // Assistive technology (TranscriptAccessible.cpp)
    QDeadlineTimer answerDeadline();
    void tellRead();

    // Menu (TranscriptMenu.cpp)
    void showMenu(const Target &target, QPoint globalPoint);
    void addMessageActions(QMenu &menu, int row);

    // Find in this conversation (TranscriptFind.cpp)
    void connectFind();
    void showHit();
    bool isHitReached(); // its message is read that far and what it is in is open
    chat::HitPlace findFrom() const;
    void scrollTo(int row);
    bool leaveFound();
    void placeFindBar();

    // What one turn of the event loop may cost.
    static constexpr std::chrono::milliseconds workPerFrame{4};
    // What all questions of assistive technology may cost together that come in one turn: it waits for
    // answers.
    static constexpr std::chrono::milliseconds workPerAnswer{40};

    TranscriptView *const q;
    chat::TranscriptList *list = nullptr;
    QList<QMetaObject::Connection> connections;
    Typesetter typesetter;
    Emojis emojis;
    Thumbnails *thumbnails = nullptr;
    MessageColumn column;
    TranscriptSelection selection;
    FrameClock frames;
    JumpButton *jumpButton = nullptr;
    bool hasNewPictures = false;  // formulas or emoji
    bool isRepaintWanted = false; // for emoji that were left out
    chat::Find find;
    FindBar *findBar = nullptr;
    bool hitWaits = false; // until its message is read that far
    int foundRow = -1;     // that was to be shown, whatever else the search finds
    QPointer<QWidget> focusBeforeFind;
    QSet<int> grown;    // rows with text that is not taken yet
    QSet<int> changed;  // while nobody sees them
    QBasicTimer clock;  // seconds of waiting and thinking
    QBasicTimer copied; // how long "Copied" stays
    QBasicTimer drag;   // scrolls while a selection is drawn beyond the edge

    bool isComparing = false;
    int zoom = 100;
    bool isFollowing = true;
    bool isSettling = false;
    int newWords = 0;
    QHash<int, qsizetype> counted; // characters of growing rows whose words are counted
    // How many blocks of a growing row assistive technology knows, of its thought and of its text.
    struct Told
    {
        qsizetype thought = 0;
        qsizetype text = 0;
    };
    QHash<int, Told> told;
    QDeadlineTimer answering;
    bool isAnswering = false;
    QSet<chat::Id> halfRead; // messages assistive technology asked about that were not read to their end
    ColumnAnchor shownTop;   // what was at the view's upper and lower edge when it was last settled
    ColumnAnchor shownBottom;
    int shownY = 0;
    bool isGliding = false; // things may move
    Motion glide;           // to the end
    int glideFrom = 0;      // how far from it that began, pixels
    bool isOpening = false; // some section on the screen
    int droppedAt = 0;      // where layouts far from the screen were last dropped
    QHash<chat::TranscriptList *, ColumnAnchor> positions; // of lists that are not at their end

    Target hovered;
    std::optional<ActionKey> pressed;
    int focusRow = -1;
    std::optional<ActionKey> focused;
    int copiedRow = -1;
    std::optional<ActionKey> copiedKey;
    bool isSelecting = false;
    // The pager that was pressed, to be at the same place with the other version.
    struct Paged
    {
        int row = 0;
        ActionKey key;
        int y = 0; // on the page
        bool byKey = false;
    };
    std::optional<Paged> paged;
    chat::Id edited = 0; // the question that is being edited
    QPoint pressPoint;
    QPoint dragPoint;
    QElapsedTimer sinceDoubleClick;
    std::optional<int> goalX; // of a caret that goes up and down
    int wheelRest = 0;

    Counters counters;
};

} // namespace ui
