// Database: whether a file is ours, and sound.
#include "storage/Database.h"

#include <QRegularExpression>
#include <QSqlError>

using namespace Qt::StringLiterals;
using base::Error;
using base::failure;
using base::Result;

namespace storage {

namespace {

constexpr int ioError = 10; // sqlite3.h

} // namespace

Result<void> Database::checkIdentity(const Schema &schema)
{
    const auto id = number(u"PRAGMA application_id"_s);
    const auto fileVersion = number(u"PRAGMA user_version"_s);
    const auto tables = number(u"SELECT count(*) FROM sqlite_master"_s);
    for (const auto *value : {&id, &fileVersion, &tables}) {
        if (!*value)
            return std::unexpected(value->error());
    }
    if (*id == 0 && *fileVersion == 0 && *tables == 0)
        return {};
    if (*id != schema.applicationId)
        return failure(Error::Kind::Damaged, u"application_id %1"_s.arg(*id));
    if (*fileVersion > schema.version())
        return failure(Error::Kind::NewerData, u"user_version %1"_s.arg(*fileVersion));
    // Of a file from elsewhere: they would run with what is done to it.
    const auto strange = number(u"SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')"_s);
    if (!strange)
        return std::unexpected(strange.error());
    return *strange == 0 ? Result<void>() : failure(Error::Kind::Damaged, u"trigger, view"_s);
}

Result<void> Database::checkAll()
{
    return check(u"integrity_check"_s);
}

Result<void> Database::check(const QString &pragma)
{
    auto query = run(u"PRAGMA %1(1)"_s.arg(pragma));
    if (!query)
        return std::unexpected(query.error());
    if (!query->next())
        return std::unexpected(error(query->lastError()));
    const QString verdict = query->value(0).toString();
    if (verdict == "ok"_L1)
        return {};
    // A page that the disk did not give just now is a verdict as well.
    static const QRegularExpression code(u"error code=(\\d+)"_s);
    const bool isUnread = (code.match(verdict).captured(1).toInt() & 0xff) == ioError;
    return failure(isUnread ? Error::Kind::Storage : Error::Kind::Damaged, verdict);
}

} // namespace storage
