#include "storage/WriteQueue.h"

#include "storage/Backups.h"

#include <QFileInfo>

namespace storage {

using base::Error;
using base::Result;

WriteQueue::WriteQueue(Database &file, const QString &path, const Schema &schema)
    : m_file(file)
    , m_path(path)
    , m_schema(schema)
{
}

void WriteQueue::open()
{
    const auto opened = m_file.open(m_path, m_schema);
    if (opened)
        return;
    // Where the new file could not be begun, that is what is waited for.
    if (opened.error().kind != Error::Kind::Damaged || (!recover() && !m_waitingFor))
        wait(opened.error());
}

void WriteQueue::write(Write work, qint64 key)
{
    if (!m_waitingFor) {
        const auto written = writeToFile(work);
        if (written)
            return;
        wait(written.error());
    }
    // What the copy in memory does not take (there is no memory left) is still kept to be tried.
    m_memory->transaction([&] { return work(*m_memory); });
    if (key != 0)
        std::erase_if(m_waiting, [key](const Waiting &waiting) { return waiting.key == key; });
    m_waiting.push_back({std::move(work), key});
}

Result<void> WriteQueue::writeNow(const Write &work)
{
    return m_waitingFor ? std::unexpected(*m_waitingFor) : writeToFile(work);
}

void WriteQueue::retry()
{
    if (!m_waitingFor || m_waitingFor->kind == Error::Kind::NewerData)
        return;
    if (!m_file.isOpen()) {
        auto opened = m_isSalvageDue ? begin() : m_file.open(m_path, m_schema);
        if (!opened && opened.error().kind == Error::Kind::Damaged && recover())
            opened = {};
        if (!opened) {
            m_waitingFor = opened.error();
            return;
        }
    }
    while (!m_waiting.empty()) {
        if (auto written = writeToFile(m_waiting.front().work); !written) {
            m_waitingFor = written.error();
            return;
        }
        m_waiting.pop_front();
    }
    m_waitingFor.reset();
    m_memory.reset();
}

void WriteQueue::check()
{
    if (m_waitingFor)
        return;
    const auto sound = m_file.checkAll();
    if (!sound && sound.error().kind == Error::Kind::Damaged)
        recover();
}

Database &WriteQueue::current()
{
    return m_memory ? *m_memory : m_file;
}

Result<void> WriteQueue::writeToFile(const Write &work)
{
    const auto attempt = [&] { return m_file.transaction([&] { return work(m_file); }); };
    Result<void> written = attempt();
    if (!written && written.error().kind == Error::Kind::Damaged && recover())
        written = attempt();
    return written;
}

// Moves a damaged file aside and goes on with a new one. Once a run: a disk that damages the new one as well
// needs a person.
bool WriteQueue::recover()
{
    if (!m_damagedFile.isEmpty())
        return false;
    m_file.close();
    const auto moved = moveAside(m_path);
    if (!moved)
        return false;
    m_damagedFile = *moved;
    m_isSalvageDue = true;
    if (m_memory)
        m_memory->setBlobFile(m_damagedFile);
    const auto begun = begin();
    if (!begun)
        wait(begun.error());
    return begun.has_value();
}

// A new file with what can be read of the damaged one. May be tried again: the rows come all or none.
Result<void> WriteQueue::begin()
{
    Database old;
    old.openReadOnly(m_damagedFile);
    Result<void> begun = m_file.open(m_path, schemaOf(old));
    if (begun)
        begun = fill(m_file, old, Database::Copying::Salvage);
    if (begun)
        m_isSalvageDue = false;
    else
        m_file.close();
    return begun;
}

void WriteQueue::wait(const Error &why)
{
    m_waitingFor = why;
    if (!m_memory)
        fillMemory();
}

// With all that can be read, for the file may be damaged as well; empty where nothing can.
void WriteQueue::fillMemory()
{
    m_memory = std::make_unique<Database>();
    const QString path = m_isSalvageDue ? m_damagedFile : m_path;
    Database reader;
    if (!m_file.isOpen() && m_waitingFor->kind != Error::Kind::NewerData && QFileInfo(path).size() > 0)
        reader.openReadOnly(path);
    Database &source = m_file.isOpen() ? m_file : reader;
    Result<void> filled = m_memory->openInMemory();
    if (filled)
        filled = m_memory->migrate(schemaOf(source));
    if (filled)
        filled = fill(*m_memory, source, Database::Copying::WithoutBlobs);
    if (!filled) {
        m_memory->openInMemory();
        m_memory->migrate(m_schema);
    }
    m_memory->setBlobFile(path);
}

// Rows fit the version they were written with.
Schema WriteQueue::schemaOf(Database &source) const
{
    Schema schema = m_schema;
    const auto version = source.isOpen() ? source.version() : Result<int>(0);
    if (version && *version > 0 && *version < schema.version())
        schema.migrations.resize(*version);
    return schema;
}

// All that can be read of the source, if that is open, and of the damaged file's pages. The target is open,
// with the source's schema.
Result<void> WriteQueue::fill(Database &target, Database &source, Database::Copying copying)
{
    Result<void> filled;
    if (source.isOpen())
        filled = target.copyFrom(source, copying);
    if (filled)
        filled = target.migrate(m_schema);
    if (filled && m_isSalvageDue)
        filled = target.takePageRows(m_damagedFile, copying);
    return filled ? target.mend(m_schema) : filled;
}

} // namespace storage
