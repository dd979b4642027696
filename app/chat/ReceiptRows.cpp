#include "chat/ReceiptRows.h"

using namespace Qt::StringLiterals;
using base::Result;
using storage::Database;

namespace chat::rows {

namespace {

// The same one again where it is told twice.
void add(QList<Continued> &all, const Continued &one)
{
    if (!all.isEmpty() && all.constLast().sent.asked == one.sent.asked)
        all.removeLast();
    all.append(one);
}

} // namespace

Result<std::optional<Receipt>> receipt(Database &database, Id message)
{
    std::optional<Receipt> found;
    const auto read =
        database.forEach(u"SELECT text FROM receipt WHERE message = ?"_s, {message},
                         [&](const QSqlQuery &row) { found = receiptFrom(row.value(0).toByteArray()); });
    if (!read)
        return std::unexpected(read.error());
    return found;
}

Result<void> save(Database &database, Id answer, const Receipt &given)
{
    Receipt receipt = given;
    if (!receipt.continued.isEmpty()) {
        const Continued last = receipt.continued.constLast();
        const auto before = rows::receipt(database, answer);
        if (!before)
            return std::unexpected(before.error());
        if (*before) {
            Receipt whole = **before;
            add(whole.continued, last);
            receipt = whole;
        }
    }
    return database.execute(u"INSERT INTO receipt (message, text) SELECT ?, ? WHERE EXISTS "
                            "(SELECT 1 FROM message WHERE id = ?) "
                            "ON CONFLICT(message) DO UPDATE SET text = excluded.text"_s,
                            {answer, QString::fromUtf8(toJson(receipt)), answer});
}

Result<QHash<Id, Receipt>> receipts(Database &database, Id conversation)
{
    QHash<Id, Receipt> found;
    const auto read =
        database.forEach(u"SELECT message, receipt.text FROM receipt JOIN message ON message.id = message "
                         "WHERE conversation = ?"_s,
                         {conversation}, [&](const QSqlQuery &row) {
                             if (const auto receipt = receiptFrom(row.value(1).toByteArray()))
                                 found.insert(row.value(0).toLongLong(), *receipt);
                         });
    if (!read)
        return std::unexpected(read.error());
    return found;
}

Result<void> addReceipts(Database &database, const QHash<Id, Receipt> &receipts)
{
    QList<QVariantList> rows;
    for (auto one = receipts.cbegin(); one != receipts.cend(); ++one)
        rows.append({one.key(), QString::fromUtf8(toJson(one.value())), one.key()});
    return database.runEach(u"INSERT OR IGNORE INTO receipt (message, text) SELECT ?, ? WHERE EXISTS "
                            "(SELECT 1 FROM message WHERE id = ?)"_s,
                            rows);
}

Result<void> copyReceipt(Database &database, Id from, Id to)
{
    return database.execute(
        u"INSERT OR IGNORE INTO receipt (message, text) SELECT ?, text FROM receipt WHERE message = ? "
        "AND EXISTS (SELECT 1 FROM message WHERE id = ?)"_s,
        {to, from, to});
}

} // namespace chat::rows
