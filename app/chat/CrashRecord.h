// Which message was at work (read, laid out, painted, its formula typeset) when the program ended without
// being able to say so: by a crash, or killed while it hung. A message that ended it twice is read as plain
// text from then on. Lives in one page of a file that is mapped into memory, which the system keeps whatever
// becomes of the program; naming a message is a store into it and no system call. Made by the composition
// root; whoever reads or draws the text of a message holds a Work.
#pragma once

#include "chat/Conversation.h"
#include "chat/Reading.h"

#include <QFile>

#include <array>
#include <utility>

namespace chat {

class CrashRecord
{
public:
    // Takes what a program before this one left in `path` as its crash. Where the file cannot be had, counts
    // last no longer than the program; there is nothing a person could do about that, and nothing is lost.
    explicit CrashRecord(const QString &path);
    ~CrashRecord();
    Q_DISABLE_COPY_MOVE(CrashRecord)

    Reading readingOf(Id message) const;
    int crashesOf(Id message) const;
    // The person wants to see it as Markdown. One more crash makes it plain again.
    void showFormatted(Id message);

    Id atWork() const;
    // What the thread of formulas works for; 0 = nothing.
    void setTypesetting(Id message);

    // While it lives, the message is at work. `record` may be nullptr.
    class Work
    {
    public:
        Work(CrashRecord *record, Id message)
            : m_record(record)
            , m_before(record ? record->exchangeAtWork(message) : 0)
        {
        }
        ~Work()
        {
            if (m_record)
                m_record->exchangeAtWork(m_before);
        }
        Q_DISABLE_COPY_MOVE(Work)

    private:
        CrashRecord *m_record;
        Id m_before;
    };

private:
    struct Entry
    {
        Id message = 0; // 0 = free; those follow the others
        qint64 crashes = 0;
    };
    struct Page
    {
        qint64 version = 0;
        Id atWork = 0;
        Id typesetting = 0;
        std::array<Entry, 254> entries; // the one that crashed last comes first
    };

    void map();
    Id exchangeAtWork(Id message);
    void setCrashes(Id message, qint64 crashes);

    QFile m_file;
    Page m_memory; // where there is no file
    Page *m_page = &m_memory;
};

inline Reading readingOf(const CrashRecord *record, Id message)
{
    return record ? record->readingOf(message) : Reading::Markdown;
}

} // namespace chat
