// One message on paper: its Markdown in the blocks of the transcript, as tall as it is, for the width of a
// sheet. Nothing can be scrolled there: code is wrapped, wide tables get smaller letters. Made and painted by
// PrintedConversation, one after the other.
#pragma once

#include "chat/BlockColumn.h"
#include "chat/MarkdownStream.h"

#include <QDeadlineTimer>

namespace ui {

class PrintedMessage
{
public:
    PrintedMessage(const QString &text, const TranscriptStyle &style, int width);

    // Reads and lays out until the deadline; false where there is more to do, true then also after
    // takePictures(), which takes the formulas that were typeset meanwhile.
    bool prepare(QDeadlineTimer deadline);
    double prepared() const; // so much of it, about
    void takePictures();

    int height() const { return m_column.height(); }
    // The lowest place at or above `limit`, under `from`, where nothing is cut: between two lines, and not
    // under a heading. `limit` where there is none.
    int breakAbove(int limit, int from) const;
    // What lies between `from` and `to`, with `from` at `at`.
    void draw(QPainter &painter, QPoint at, int from, int to) const;

private:
    bool read(QDeadlineTimer deadline);
    bool layOut(QDeadlineTimer deadline);
    void begin();
    // Whether everything has room; else the column is begun anew.
    bool fits();
    int lineAbove(int y) const;

    QString m_text;
    qsizetype m_taken = 0;
    bool m_isRead = false;
    chat::MarkdownStream m_stream;
    TranscriptStyle m_style;
    int m_width;
    QList<chat::Block> m_blocks;
    BlockColumn m_column;
    int m_laidOut = 0; // so far, from the top
    int m_smaller = 0; // how often tables got smaller
};

} // namespace ui
