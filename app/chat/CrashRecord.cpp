#include "chat/CrashRecord.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <cstring>

namespace chat {

namespace {

constexpr qint64 version = 0x316873617263; // "crash1": of the layout of the page
constexpr qint64 tooOften = 2;

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

void makeFolder(const QString &path)
{
    const QFileInfo folder(path);
    if (!folder.exists() && QDir().mkpath(folder.absolutePath()))
        QDir().mkdir(path, ownerOnly | QFile::ExeOwner);
}

} // namespace

CrashRecord::CrashRecord(const QString &path)
    : m_file(path)
{
    makeFolder(QFileInfo(path).absolutePath());
    map();
    m_page->version = version;
    for (const Id left : {std::exchange(m_page->atWork, 0), std::exchange(m_page->typesetting, 0)}) {
        if (left != 0)
            setCrashes(left, crashesOf(left) + 1);
    }
}

CrashRecord::~CrashRecord()
{
    m_page->atWork = 0;
    m_page->typesetting = 0;
}

void CrashRecord::map()
{
    constexpr qint64 size = sizeof(Page);
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered, ownerOnly))
        return;
    Page known;
    QByteArray bytes = m_file.read(size);
    if (bytes.size() == size)
        std::memcpy(&known, bytes.constData(), sizeof(Page));
    if (known.version != version)
        known = Page();
    // Written whole each time: a page of a file that has no place on the disk yet could find none later, and
    // a store into it would end the program.
    bytes = QByteArray(reinterpret_cast<const char *>(&known), size);
    if (!m_file.seek(0) || m_file.write(bytes) != size)
        return;
    if (uchar *memory = m_file.map(0, size))
        m_page = reinterpret_cast<Page *>(memory);
}

Reading CrashRecord::readingOf(Id message) const
{
    return crashesOf(message) >= tooOften ? Reading::Plain : Reading::Markdown;
}

int CrashRecord::crashesOf(Id message) const
{
    for (const Entry &entry : m_page->entries) {
        if (entry.message == message)
            return static_cast<int>(std::clamp<qint64>(entry.crashes, 0, tooOften));
        if (entry.message == 0)
            break;
    }
    return 0;
}

void CrashRecord::showFormatted(Id message)
{
    if (readingOf(message) == Reading::Plain)
        setCrashes(message, tooOften - 1);
}

void CrashRecord::setCrashes(Id message, qint64 crashes)
{
    auto &entries = m_page->entries;
    auto place = std::find_if(entries.begin(), entries.end(), [message](const Entry &entry) {
        return entry.message == message || entry.message == 0;
    });
    if (place == entries.end())
        --place; // the one that crashed longest ago
    std::move_backward(entries.begin(), place, place + 1);
    entries.front() = {message, crashes};
}

Id CrashRecord::atWork() const
{
    return m_page->atWork;
}

// The file has to have it before what follows can crash, so neither the compiler nor the processor may put it
// off.
Id CrashRecord::exchangeAtWork(Id message)
{
    const std::atomic_ref<Id> place(m_page->atWork);
    const Id before = place.load(std::memory_order_relaxed);
    place.store(message, std::memory_order_relaxed);
    std::atomic_signal_fence(std::memory_order_seq_cst);
    return before;
}

void CrashRecord::setTypesetting(Id message)
{
    std::atomic_ref<Id>(m_page->typesetting).store(message, std::memory_order_relaxed);
}

} // namespace chat
