#include "chat/StoreUpkeep.h"

#include "base/AtomicFile.h"
#include "chat/ConversationRows.h"
#include "chat/SearchIndex.h"
#include "storage/Backups.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;
using base::Result;
using storage::Database;

namespace chat {

namespace {

constexpr int daysBetweenChecks = 7;

} // namespace

StoreUpkeep::StoreUpkeep(storage::WriteQueue &queue, const QString &path)
    : m_queue(queue)
    , m_path(path)
{
}

void StoreUpkeep::eraseLater(Id conversation, Where where)
{
    if (!m_toErase.contains(conversation))
        m_toErase.append(conversation);
    if (where == Where::BackupsAndSetAside)
        m_isAlsoInSetAside = true;
}

bool StoreUpkeep::erase()
{
    if (m_toErase.isEmpty())
        return true;
    if (m_queue.waitingFor())
        return false;
    Database &database = m_queue.current();
    // Where there is no room to write the index anew, it begins again without the words.
    if (!database.transaction([&] { return rows::compactIndex(database); }) &&
        !database.transaction([&] { return rows::resetIndex(database); }))
        return false;
    if (!database.truncateWal())
        return false;
    eraseFromCopies();
    return true;
}

void StoreUpkeep::eraseFromCopies()
{
    const auto work = [this](Database &copy) {
        Result<void> removed = rows::resetIndex(copy);
        for (const Id id : m_toErase) {
            if (removed)
                removed = rows::remove(copy, id);
        }
        return removed;
    };
    storage::changeBackups(m_path, work);
    if (m_isAlsoInSetAside)
        storage::changeSetAside(m_path, work);
    m_toErase.clear();
    m_isAlsoInSetAside = false;
}

// A step that fails is not worth a message: what is not in the index
// is found all the same.
bool StoreUpkeep::extendIndex()
{
    if (m_queue.waitingFor())
        return false;
    Database &database = m_queue.current();
    Result<bool> more = false;
    const auto done = database.transaction([&]() -> Result<void> {
        more = rows::extendIndex(database);
        return more ? Result<void>() : std::unexpected(more.error());
    });
    return done && *more;
}

void StoreUpkeep::checkIfDue()
{
    const QString mark = m_path + u".checked"_s;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime last = QFileInfo(mark).lastModified().toUTC();
    if (m_queue.waitingFor() || (last.isValid() && last <= now && last.addDays(daysBetweenChecks) > now))
        return;
    m_queue.check();
    // Without the mark it is done once more the next time.
    static_cast<void>(base::writeAllAtomic(mark, {}));
}

} // namespace chat
