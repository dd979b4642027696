// All messages of a transcript below each other, of which only those near the screen are laid out; the
// heights of the others are estimates or what they were. Knows no widget and no scroll position. Owned by
// TranscriptView. Coordinates are relative to the top of the first message's gap.
#pragma once

#include "chat/CrashRecord.h"
#include "chat/MessageLayout.h"
#include "chat/TranscriptList.h"

#include <QHash>
#include <QSet>

namespace ui {

// A place that stays the same when heights above it are corrected.
struct ColumnAnchor
{
    chat::Id message = 0;
    int row = -1;
    MessageLayout::Anchor place;
};

class MessageColumn
{
public:
    void setList(const chat::TranscriptList *list);
    void setStyle(const TranscriptStyle &style);
    void setWidth(int width);
    bool setServer(const QString &server); // whether it is another
    bool setCut(const CutMark &cut);       // the same
    const CutMark &cut() const { return m_cut; }
    // Names the messages that are at work there, and reads those as it says; nullptr: all as Markdown.
    void setCrashRecord(chat::CrashRecord *record);
    chat::CrashRecord *crashRecord() const { return m_record; }
    void setComparing(bool on) { m_isComparing = on; }
    void setPatience(std::chrono::milliseconds patience) { m_context.patience = patience; }
    bool setAskedAgain(QDeadlineTimer when); // the same
    const TranscriptStyle &style() const { return m_style; }
    int width() const { return m_context.width; }

    void insertRows(int first, int count);
    void removeRows(int first, int count);
    // The message's state or the whole message is another.
    void changeRow(int row, QDeadlineTimer deadline);
    // It is to be read in another way than before.
    void readAnew(int row, QDeadlineTimer deadline);
    // Its text grew: takes what is new if the message is laid out. From where it looks different, in the
    // column; -1 where nothing does. Progress::Partly: call again.
    MessageLayout::Progress growRow(int row, QDeadlineTimer deadline);
    // The part of the column that has to be painted again since the last call; empty where none.
    struct Dirty
    {
        int top = 0;
        int bottom = 0;
    };
    std::optional<Dirty> takeDirty(int row);

    int rowCount() const { return static_cast<int>(m_rows.size()); }
    int height() const;
    // Of the message without the gap above it.
    int top(int row) const { return m_heights.top(row) + gapAbove(row); }
    int bottom(int row) const { return m_heights.top(row) + m_heights.height(row); }
    int rowAt(int y) const { return m_heights.indexAt(y); }
    // nullptr where it is not laid out, or no such row.
    MessageLayout *layout(int row) const
    {
        return row >= 0 && row < rowCount() ? m_rows[static_cast<size_t>(row)].get() : nullptr;
    }
    // Also where the row is far from the screen.
    MessageLayout &loaded(int row, QDeadlineTimer deadline);

    // Makes what lies between exact; true where a height changed.
    bool layOut(int top, int bottom, QDeadlineTimer deadline);
    // Long texts are taken in parts: goes on with those begun.
    void catchUp(QDeadlineTimer deadline);
    bool isBehind() const { return m_isBehind; }
    // But for messages in `kept`, which are being read for somebody.
    void dropOutside(int top, int bottom, const QSet<chat::Id> &kept);
    // Draws formulas and emoji that are ready by now.
    void takePictures();
    void updateHeight(int row);
    bool isThinkingOpen(int row) const; // also of a message that is not laid out
    // Lays out the anchor's block, so that yOf() is exact.
    void layOutAnchor(const ColumnAnchor &anchor, QDeadlineTimer deadline);

    ColumnAnchor anchorAt(int y) const;
    int yOf(const ColumnAnchor &anchor) const;

    qint64 layoutCount() const; // blocks laid out so far
    qint64 readCount() const;   // characters read so far, those read again for every time
    int loadedCount() const;    // messages laid out now

private:
    int rowOf(const ColumnAnchor &anchor) const; // -1: it is gone
    int gapAbove(int row) const;
    MessageContext contextOf(int row) const;
    void noteBusy();
    void forget(int row);
    chat::CrashRecord::Work workAt(int row) const;

    const chat::TranscriptList *m_list = nullptr;
    chat::CrashRecord *m_record = nullptr;
    TranscriptStyle m_style;
    MessageContext m_context;
    CutMark m_cut;
    std::vector<std::unique_ptr<MessageLayout>> m_rows;
    HeightIndex m_heights;                     // with the gaps above
    QHash<chat::Id, MessageChoices> m_choices; // of messages that are not laid out
    qint64 m_forgottenLayouts = 0;
    qint64 m_forgottenRead = 0;
    bool m_isBehind = false;
    bool m_isComparing = false;
};

} // namespace ui
