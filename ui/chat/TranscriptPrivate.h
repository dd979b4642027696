// The insides of TranscriptView, shared by the files it is written in: TranscriptView.cpp (what the owner
// calls), TranscriptRows.cpp (rows and growth), TranscriptScroll.cpp (places and painting),
// TranscriptInput.cpp (mouse and actions), TranscriptKeys.cpp and TranscriptAccessible.cpp.
#pragma once

#include "chat/FrameClock.h"
#include "chat/JumpButton.h"
#include "chat/MessageColumn.h"
#include "chat/TranscriptSelection.h"
#include "chat/TranscriptView.h"
#include "chat/Typesetter.h"

#include <QBasicTimer>
#include <QHash>
#include <QSet>

#include <chrono>

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
    void grow(int row);
    void runFrame();
    void refreshStyle();
    void refreshWidth();
    bool isShown() const;
    void countWords(int row);
    void countFrom(int row);
    void tellClosed(int row);
    void updateClock();

    // Scrolling (TranscriptScroll.cpp)
    void settle();
    void moveShown(int y);
    void setFollowing(bool following);
    void setNewWords(int words);
    void placeJumpButton();
    void savePosition();
    void restorePosition();
    int pageHeight() const;
    int top() const;
    int columnLeft() const;
    void updateRow(int row);
    void paint(QPaintEvent *event);

    // Mouse and keys (TranscriptInput.cpp, TranscriptKeys.cpp)
    struct Target
    {
        int row = -1;
        std::optional<Action> action;
    };
    Target targetAt(QPoint point) const;
    TextPlace placeAt(QPoint point) const;
    void setHovered(const Target &target);
    void setFocused(int row, const std::optional<ActionKey> &key);
    bool moveFocus(bool next);
    int focusableRow() const;
    void activate(int row, const Action &action);
    void copyText(const QString &text, int row, const ActionKey &key);
    void openLink(const QString &address);
    void dragTo(QPoint point);
    void ensureVisible(int row, const QRect &rect);
    bool scrollKey(QKeyEvent *event);
    bool scrollCode(int pixels);
    void showMenu(QPoint point, QPoint globalPoint);
    void updateCursor(QPoint point);

    // What one turn of the event loop may cost.
    static constexpr std::chrono::milliseconds workPerFrame{4};

    TranscriptView *const q;
    chat::TranscriptList *list = nullptr;
    QList<QMetaObject::Connection> connections;
    Typesetter typesetter;
    MessageColumn column;
    TranscriptSelection selection;
    FrameClock frames;
    JumpButton *jumpButton = nullptr;
    bool hasNewFormulas = false;
    QSet<int> grown;    // rows with text that is not taken yet
    QBasicTimer clock;  // seconds of waiting and thinking
    QBasicTimer copied; // how long "Copied" stays
    QBasicTimer drag;   // scrolls while a selection is drawn beyond the edge

    int zoom = 100;
    bool isFollowing = true;
    bool isSettling = false;
    int newWords = 0;
    QHash<int, qsizetype> counted; // characters of growing rows whose words are counted
    QHash<int, qsizetype> told;    // blocks of growing rows assistive technology knows
    ColumnAnchor shownTop;         // what was at the view's upper and lower edge when it was last settled
    ColumnAnchor shownBottom;
    int shownY = 0;
    int droppedAt = 0; // where layouts far from the screen were last dropped
    QHash<chat::TranscriptList *, ColumnAnchor> positions; // of lists that are not at their end

    Target hovered;
    std::optional<ActionKey> pressed;
    int focusRow = -1;
    std::optional<ActionKey> focused;
    int copiedRow = -1;
    std::optional<ActionKey> copiedKey;
    bool isSelecting = false;
    QPoint pressPoint;
    QPoint dragPoint;
    QElapsedTimer sinceDoubleClick;
    int wheelRest = 0;

    Counters counters;
};

} // namespace ui
