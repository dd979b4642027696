// Where a text stands in a conversation, as it is shown and not as it is written: every hit in every message,
// counted and in order, with one of them current. Reads messages in parts of a few milliseconds, those after
// the starting place first, and keeps up with an answer that grows where somebody says so. Owned by the view
// of a transcript.
#pragma once

#include "chat/CrashRecord.h"
#include "chat/MarkdownStream.h"
#include "chat/MessagePart.h"
#include "chat/TranscriptList.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QStringMatcher>
#include <QTimer>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace chat {

// Within a message: characters of a block, as many as the query has.
struct Hit
{
    MessagePart part = MessagePart::Thinking;
    int block = 0;
    int start = 0;

    auto operator<=>(const Hit &) const = default;
};

struct HitPlace
{
    int row = 0;
    Hit hit;

    auto operator<=>(const HitPlace &) const = default;
};

class Find : public QObject
{
    Q_OBJECT
public:
    explicit Find(QObject *parent = nullptr);

    // nullptr: nothing to search. The query stays.
    void setList(const TranscriptList *list);
    // Names the messages it reads there, and reads those as it says; nullptr: all as Markdown.
    void setCrashRecord(CrashRecord *record) { m_record = record; }
    // The message grew, and the reader sees that: searched soon. Nobody says so while nobody sees it.
    void keepUp(int row);
    // The message is read in another way than before.
    void readAnew(int row);
    // The first hit at or after `from` becomes the current one. An empty query ends the search.
    void search(const QString &query, const HitPlace &from);
    void next() { step(1); }
    void previous() { step(-1); }

    const QString &query() const { return m_query; }
    bool isActive() const { return !m_query.isEmpty() && m_list; }
    bool isComplete() const { return m_pending == 0; }
    int count() const { return m_count; }
    int number() const; // of the current hit, from 1; 0 where there is none
    std::optional<HitPlace> current() const;
    const QList<Hit> &hits(int row) const { return m_rows.at(static_cast<size_t>(row)).hits; }
    int rowCount() const { return static_cast<int>(m_rows.size()); }

Q_SIGNALS:
    void changed();           // how many, which one, whether all; at most every few frames while it searches
    void rowChanged(int row); // its hits are others
    void currentChanged();

private:
    struct Row
    {
        QList<Hit> hits;
        bool isRead = false;
    };
    struct Reading
    {
        explicit Reading(int ofRow, chat::Reading how)
            : row(ofRow)
            , streams{MarkdownStream(how), MarkdownStream(how)}
        {
        }
        int row = -1;
        std::array<MarkdownStream, 2> streams; // by MessagePart
        std::array<qsizetype, 2> taken{};
        QList<Hit> hits;
    };

    void restart();
    void readAgain(int row);
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void work();
    bool read(Reading &reading, QDeadlineTimer deadline);
    void searchBlocks(Reading &reading, MessagePart part, qsizetype from) const;
    void setHits(int row, const QList<Hit> &hits);
    void chooseCurrent(int row);
    void setCurrent(const std::optional<HitPlace> &place);
    void step(int by);
    void tell(bool isUrgent);

    const TranscriptList *m_list = nullptr;
    CrashRecord *m_record = nullptr;
    QList<QMetaObject::Connection> m_connections;
    QString m_query;
    QStringMatcher m_matcher;
    HitPlace m_from;
    std::vector<Row> m_rows;
    int m_pending = 0; // rows that are not read
    int m_cursor = 0;  // where the next of them is looked for
    int m_count = 0;
    std::optional<HitPlace> m_current;
    std::unique_ptr<Reading> m_reading;
    std::unique_ptr<Reading> m_live; // of an answer that grows: goes on where it stopped
    QTimer m_work;
    QTimer m_grown; // an answer that grows is looked at a few times a second
    QElapsedTimer m_sinceTold;
};

} // namespace chat
