#include "settings/ContactsTable.h"

#include "common/Format.h"

namespace ui {

using privacy::Ledger;
using privacy::Purpose;

ContactsTable::ContactsTable(Ledger &ledger, QObject *parent)
    : TableWords(parent)
{
    setSourceModel(&ledger);
}

TableHead ContactsTable::head(int column) const
{
    using enum TableHead::Kind;
    switch (column) {
    case Ledger::HostColumn:
        return {tr("Address")};
    case Ledger::PurposesColumn:
        return {tr("For")};
    case Ledger::FirstColumn:
        return {tr("First")};
    case Ledger::LastColumn:
        return {tr("Last")};
    case Ledger::RequestsColumn:
        return {tr("Requests"), Number};
    case Ledger::SentColumn:
        return {tr("Sent"), Number};
    case Ledger::ReceivedColumn:
        return {tr("Received"), Number};
    default:
        return {};
    }
}

QString ContactsTable::words(const QModelIndex &index) const
{
    const QVariant value = QIdentityProxyModel::data(index, Qt::DisplayRole);
    switch (index.column()) {
    case Ledger::PurposesColumn:
        return purposeWords(privacy::Purposes::fromInt(value.toInt()));
    case Ledger::FirstColumn:
    case Ledger::LastColumn:
        return tr("%1, %2", "day and time").arg(dayOf(value.toDateTime()), timeOf(value.toDateTime()));
    case Ledger::RequestsColumn:
        return number(value.toLongLong());
    case Ledger::SentColumn:
    case Ledger::ReceivedColumn:
        return bytes(value.toLongLong());
    default:
        return value.toString();
    }
}

QString ContactsTable::purposeWords(privacy::Purposes purposes)
{
    const std::pair<Purpose, QString> all[] = {
        {Purpose::Chat, tr("questions")},
        {Purpose::Pull, tr("pulls")},
        {Purpose::Manage, tr("managing models")},
        {Purpose::Models, tr("list of models")},
        {Purpose::Certificate, tr("certificate")},
        {Purpose::Check, tr("is it there")},
        {Purpose::Proxy, tr("proxy")},
        {Purpose::Catalogue, tr("catalogue")},
        {Purpose::Registry, tr("what a model consists of")},
    };
    QStringList words;
    for (const auto &[purpose, word] : all) {
        if (purposes.testFlag(purpose))
            words.append(word);
    }
    return words.join(tr(", ", "between the members of a list"));
}

} // namespace ui
